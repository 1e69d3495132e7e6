# Known answers of the library's pages, refusals as conditions, missing values, rows, interrupts.
library(smartkpi)

near <- function(x, y, most = 1e-12) stopifnot(all(abs(x - y) <= most))
# The condition that an expression signals.
caught <- function(expression) tryCatch({
    expression
    NULL
}, condition = identity)

stopifnot(grepl("^[0-9]+[.][0-9]+[.][0-9]+$", library_version()))

# ln(1.5)/10: from logit 0.5 = 0 to logit 0.6 = ln 1.5 in ten years
near(urban_urgd(2000, 0.5, 2010, 0.6), log(1.5) / 10)
near(urban_urgd(2000L, c(0.5, 0.6), 2010, c(0.6, 0.5)), c(1, -1) * log(1.5) / 10)
stopifnot(identical(urban_size_class(c(5e6, 1e5)), c("large", "small")))
near(urban_doubling_time(c(0.01, 0.02))$doubling, log(2) / c(0.01, 0.02))
near(urban_stages(0.8, 0.05, 2000)$middle_share, 0.4)

# World Urbanization Prospects 2018, China, last observation 2017: 70.626 % in 2030, 80.028 % in 2050
path <- urban_project(2017, c(0.57960, 0.3), 0.0501189, 2018, 33, size_class = c("large", "small"))
stopifnot(identical(dim(path$share), c(33L, 2L)))
near(100 * path$share[c("2030", "2050"), 1], c(70.626, 80.028), 1e-3)
near(urban_project(2017, 0.5, 0.02, 2018, 5, method = "persistence")$share, 0.5)

# A peak of 12.2 Gt in 2028, two years of plateau, net zero in 2060, 260 Gt from 2023.0
path <- carbon_path("peak", t0 = 2023, e0 = 11.902503, t_peak = 2028, e_peak = 12.2, plateau = 2, t_net_zero = 2060)
path$power <- carbon_path_solve(path, "budget", 260)
near(path$power, 1.087328551, 1e-9)
value <- carbon_path_value(path, 2028, 33)
near(value$emission[c("2029", "2060"), 1], c(12.2, 0), 1e-9)
near(value$cumulative["2060", 1], 260, 1e-9)
near(carbon_path_peak(path)$e_peak, 12.2)
near(carbon_path_net_zero(path)$first, 2060)
stopifnot(nrow(carbon_path_total(path, 2023, 3)) == 3L)
# TCRE of the sixth assessment report: 0.45 degrees C for 1000 Gt
near(carbon_warming(1000), 0.45)
near(apply(carbon_kaya(2, 10, 5, 8), 2, prod), 8)
near(carbon_target_contraction(100, 0.042, 10), 58)

# Refusals: the library's sentence, rows counted from 1
e <- caught(urban_urgd(2010, c(0.5, 49.95), 2020, 0.6389))
stopifnot(inherits(e, c("SKPI_ERANGE", "smartkpi_error"), which = TRUE) > 0, e$row == 2L, e$argument == "share0",
          e$value == 49.95, conditionMessage(e) == "share0[2] = 49.95 is not a fraction in [0,1] (percent?)",
          identical(deparse(conditionCall(e)[[1]]), "urban_urgd"))
e <- caught(urban_urgd(2010, c(rep(0.5, 9999), 49.95), 2020, 0.6389))
stopifnot(e$row == 10000L, grepl("^share0\\[10000\\] = 49[.]95 ", conditionMessage(e)))
stopifnot(inherits(caught(carbon_path_solve(path, "budget", 50)), "SKPI_EINVAL")) # its power is given
path$power <- NULL
e <- caught(carbon_path_solve(path, "budget", 50))
stopifnot(inherits(e, "SKPI_EINFEASIBLE"), grepl("^target\\[1\\] = 50 ", conditionMessage(e)))
e <- caught(urban_project(2017, 0.5, 0.02, 2018, 5, size_class = "big"))
stopifnot(conditionMessage(e) == "size_class[1] = \"big\" is none of \"large\", \"small\"")
stopifnot(grepl("2017[.]5 is not a whole number", conditionMessage(caught(urban_project(2017.5, 0.5, 0.02, 2018, 5)))),
          grepl("^date1 has 2 values, and share0 has 3$",
                conditionMessage(caught(urban_urgd(1, c(0.1, 0.2, 0.3), 1:2, 0.2)))),
          grepl("class character", conditionMessage(caught(urban_urgd("2000", 0.5, 2010, 0.6)))),
          grepl("class factor", conditionMessage(caught(urban_urgd(factor(2000), 0.5, 2010, 0.6)))),
          grepl("is NULL", conditionMessage(caught(urban_urgd(NULL, 0.5, 2010, 0.6)))))

# Missing values, rows with a status of their own, no rows
stopifnot(inherits(caught(urban_urgd(2000, NA, 2010, 0.6)), "SKPI_ENOTFINITE"),
          inherits(caught(urban_urgd(2000, NA_integer_, 2010, 0.6)), "SKPI_ENOTFINITE"),
          inherits(caught(urban_project(NA, 0.5, 0.02, 2018, 5)), "smartkpi_error"))
told <- function(w) {
    stopifnot(inherits(w, "SKPI_WROWS"), grepl("share0[2]", conditionMessage(w), fixed = TRUE))
    invokeRestart("muffleWarning")
}
rows <- withCallingHandlers(urban_urgd(2000, c(0.5, NA, 49.95), 2010, 0.6, status = TRUE), smartkpi_warning = told)
stopifnot(identical(is.na(rows), c(FALSE, TRUE, TRUE)), identical(attr(rows, "status"), c(0L, -22L, -21L)))
stopifnot(identical(urban_urgd(numeric(), 0.5, 2010, 0.6), numeric()))
w <- caught(urban_doubling_time(0.2))
stopifnot(inherits(w, c("SKPI_WUNUSUAL", "smartkpi_warning", "warning"), which = TRUE) > 0,
          grepl("rate[1]", conditionMessage(w), fixed = TRUE))

# A fan: the same digits for the same seed, whatever the threads; the median is near the closed form
fan <- urban_fan(0.5, 0, 0.02, 2018, 13, n_draws = 4096, seed = 7)
stopifnot(identical(fan, urban_fan(0.5, 0, 0.02, 2018, 13, n_draws = 4096, seed = 7, threads = 2)),
          identical(dim(fan$quantile), c(5L, 13L, 1L)), all(diff(fan$quantile[, "2030", 1]) > 0))
near(fan$quantile["0.50", "2030", 1], 0.5, 0.003)
stopifnot(inherits(caught(urban_fan(0.5, 0, 0.02, 2018, 13, n_draws = 0)), "SKPI_ERANGE"),
          inherits(caught(urban_fan(50, 0, 0.02, 2018, 13)), "SKPI_ERANGE"),
          grepl("none of \"exact\", \"stream\"",
                conditionMessage(caught(urban_fan(0.5, 0, 0.02, 2018, 13, mode = "x")))))

# An interrupt stops calls that would last for minutes within 0.2 s, the best of some trials, and R goes on
if (.Platform$OS.type == "unix") {
    stopped <- function(call, after) {
        sent <- tempfile()
        system(sprintf("(sleep %g; date +%%s.%%N >%s; kill -INT %d) >/dev/null 2>&1 &", after, sent, Sys.getpid()))
        got <- tryCatch({
            call()
            "finished"
        }, interrupt = function(i) "interrupted")
        took <- as.double(Sys.time()) - as.double(readLines(sent))
        stopifnot(got == "interrupted")
        took
    }
    interrupted <- function(call) {
        for (after in c(0.05, 0.3, 1)) {
            took <- Inf
            for (trial in 1:5) if (took >= 0.2) took <- min(took, stopped(call, after))
            stopifnot(took < if (nzchar(Sys.getenv("SMARTKPI_SLOW"))) 60 else 0.2)
        }
    }
    for (mode in c("stream", "exact"))
        interrupted(function() urban_fan(rep(0.5, 50), 0, 0.02, 2018, 40, n_draws = if (mode == "exact") 2^20 else 2^26, mode = mode))
    path$power <- NULL
    n <- 2e5
    many <- carbon_path("peak", t0 = rep(2023, n), e0 = 11.902503, t_peak = 2028, e_peak = 12.2, plateau = 2,
                        t_net_zero = 2060)
    interrupted(function() for (i in 1:2000) carbon_path_solve(many, "budget", 260))
    near(urban_urgd(2000, 0.5, 2010, 0.6), log(1.5) / 10)
}
