urban_urgd <- function(date0, share0, date1, share1, status = FALSE)
    rows("urban_urgd", list(date0 = date0, share0 = share0, date1 = date1, share1 = share1), status)

urban_size_class <- function(population, threshold = 0, status = FALSE) {
    found <- rows("urban_size_class", list(population = population, threshold = threshold), status)
    known <- .Call(C_choices, "SKPI_URBAN_SIZE_")
    structure(tolower(names(known))[match(found, known)], status = attr(found, "status"))
}

urban_doubling_time <- function(rate, status = FALSE) rows("urban_doubling_time", list(rate = rate), status)

urban_stages <- function(ceiling, speed, midpoint, status = FALSE)
    rows("urban_stages", list(ceiling = ceiling, speed = speed, midpoint = midpoint), status)

urban_project <- function(last_year, share, urgd, first_year, n_years, size_class = NULL, method = NULL, damping = 0,
                          converge_to = 0, converge_by = 0, status = FALSE)
{
    size <- if (!is.null(size_class)) choice(size_class, "size_class", "SKPI_URBAN_SIZE_")
    given <- list(last_year = last_year, share = share, urgd = urgd, size_class = size, first_year = first_year,
                  n_years = n_years, method = choice(method, "method", "SKPI_URBAN_METHOD_"), damping = damping,
                  converge_to = converge_to, converge_by = converge_by)
    with_years(rows("urban_project", given, status), first_year)
}

urban_fan <- function(share, drift, sigma, first_year, n_years, n_draws = 10000, seed = 0, mode = "exact",
                      prob = c(0.05, 0.25, 0.5, 0.75, 0.95), threads = 1)
{
    axis <- c(whole(one(first_year, "first_year"), "first_year"), whole(one(n_years, "n_years"), "n_years"))
    if (axis[2L] < 1L || axis[2L] > 901L)
        refuse(sprintf("n_years = %d is not from 1 to 901", axis[2L]), "n_years", "SKPI_ERANGE", status = -21L)
    count <- function(x, name, least, most) {
        x <- number(one(x, name), name)
        if (is.na(x) || x != trunc(x) || x < least || x > most)
            refuse(sprintf("%s = %s is not a whole number from %.0f to %.0f", name, quoted(x), least, most), name,
                   "SKPI_ERANGE", status = -21L, value = x)
        x
    }
    numbers <- c(count(n_draws, "n_draws", 1, 2^34), count(seed, "seed", 0, 2^53),
                 one(choice(mode, "mode", "SKPI_ENSEMBLE_MODE_"), "mode"), count(threads, "threads", 1, 1024))
    prob <- number(prob, "prob")
    if (!length(prob)) refuse("prob has no value", "prob")
    given <- list(share = number(share, "share"), drift = number(drift, "drift"), sigma = number(sigma, "sigma"))
    taken <- columns(given, c("d", "d", "d"))
    if (!taken$n) refuse("share has no value", "share")
    result <- answer(.Call(C_fan, unname(taken$given), axis, as.double(numbers), prob), sys.call())
    years <- axis[1L] + seq_len(axis[2L]) - 1L
    list(mean = `rownames<-`(result[[1L]], years),
         quantile = `dimnames<-`(result[[2L]], list(format(prob), years, NULL)))
}
