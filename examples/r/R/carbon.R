carbon_path <- function(shape, convention = "integral", t0, e0, residual = NULL, t_peak = NULL, e_peak = NULL,
                        plateau = NULL, t_net_zero = NULL, power = NULL, rate = NULL, growth = NULL, mitigation = NULL,
                        t_mid = NULL, t_end = NULL, t_budget = NULL, t_waypoint = NULL, waypoint = NULL)
{
    path <- list(shape = one(choice(shape, "shape", "SKPI_CARBON_SHAPE_"), "shape"),
                 convention = one(choice(convention, "convention", "SKPI_CARBON_CONVENTION_"), "convention"), t0 = t0,
                 e0 = e0, residual = residual, t_peak = t_peak, e_peak = e_peak, plateau = plateau,
                 t_net_zero = t_net_zero, power = power, rate = rate, growth = growth, mitigation = mitigation,
                 t_mid = t_mid, t_end = t_end, t_budget = t_budget, t_waypoint = t_waypoint, waypoint = waypoint)
    structure(path, class = "smartkpi_path")
}

path_of <- function(path) {
    if (!inherits(path, "smartkpi_path")) refuse("path is not what carbon_path gives", "path")
    sapply(names(formals(carbon_path)), function(name) unclass(path)[[name]], simplify = FALSE)
}

carbon_path_value <- function(path, first_year, n_years, status = FALSE)
    with_years(rows("carbon_path_value", c(path_of(path), list(first_year = first_year, n_years = n_years)), status),
               first_year)

carbon_path_total <- function(path, first_year, n_years, status = FALSE)
    with_years(rows("carbon_path_total", c(path_of(path), list(first_year = first_year, n_years = n_years)), status),
               first_year)

target_of <- function(by) one(choice(by, "by", "SKPI_CARBON_TARGET_"), "by")

carbon_path_solve <- function(path, by, target, status = FALSE)
    rows("carbon_path_solve", c(path_of(path), list(by = target_of(by), target = target)), status)

carbon_path_range <- function(path, by, status = FALSE)
    rows("carbon_path_range", c(path_of(path), list(by = target_of(by))), status)

carbon_path_peak <- function(path, status = FALSE) rows("carbon_path_peak", path_of(path), status)

carbon_path_net_zero <- function(path, threshold = NULL, status = FALSE)
    rows("carbon_path_net_zero", c(path_of(path), list(threshold = threshold)), status)

carbon_kaya <- function(population, gdp, energy, emission, status = FALSE) {
    given <- list(population = population, gdp = gdp, energy = energy, emission = emission)
    factor <- rows("carbon_kaya", given, status)
    rownames(factor) <- c("population", "gdp/population", "energy/gdp", "emission/energy")
    factor
}

carbon_target_contraction <- function(base, rate, years, status = FALSE)
    rows("carbon_target_contraction", list(base = base, rate = rate, years = years), status)

carbon_warming <- function(cumulative) rows("carbon_warming", list(cumulative = cumulative))
