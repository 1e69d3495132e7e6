/* Calls of urban.h whose inputs are structs, on one line. */
#ifndef SKPI_UNIT_URBAN_CALLS_H
#define SKPI_UNIT_URBAN_CALLS_H
#include "unit/unit.h"

#define L SKPI_URBAN_SIZE_LARGE
#define S SKPI_URBAN_SIZE_SMALL
#define COUNT(a) (sizeof(a) / sizeof *(a))

static inline skpi_status call_project(size_t n, const int32_t *last_year, const double *share, const double *urgd,
                                       const int32_t *size_class, int32_t first_year, size_t n_years,
                                       const skpi_urban_options *options, skpi_urban_project_out *out, int32_t *status)
{
    const skpi_urban_project_in in = {
        .size = sizeof in, .n = n, .last_year = last_year, .share = share, .urgd = urgd, .size_class = size_class};
    return skpi_urban_project(&in, first_year, n_years, options, out, status);
}

static inline skpi_status call_crossing(size_t n, const double *last_date, const double *share, const double *urgd,
                                        const int32_t *size_class, const double *threshold,
                                        const skpi_urban_options *options, double *date, int32_t *status)
{
    const skpi_urban_crossing_in in = {.size = sizeof in,
                                       .n = n,
                                       .last_date = last_date,
                                       .share = share,
                                       .urgd = urgd,
                                       .size_class = size_class,
                                       .threshold = threshold};
    return skpi_urban_crossing(&in, options, date, status);
}

/* By the caller's table, or by that of the record of 2018. */
static inline skpi_status call_error_quantile(size_t n, size_t n_years, const int32_t *last_year, int32_t first_year,
                                              const double *share, size_t n_horizons, const int32_t *horizon,
                                              const double *error, size_t n_prob, const double *prob, double *quantile,
                                              int32_t *status)
{
    const skpi_urban_error_quantile_in in = {.size = sizeof in, .n = n, .last_year = last_year, .share = share};
    const skpi_urban_error_quantile_options options = {.size = sizeof options,
                                                       .n_horizons = n_horizons,
                                                       .horizon = horizon,
                                                       .error = error,
                                                       .source = n_horizons ? 0 : SKPI_URBAN_ERROR_SOURCE_RECORD};
    return skpi_urban_error_quantile(&in, first_year, n_years, n_prob, prob, &options, quantile, status);
}

/* By the converging method, or by the cautious one. */
static inline skpi_status call_converging_interval(size_t n, size_t n_years, const double *last_date,
                                                   const double *last_share, int32_t first_year, const double *share,
                                                   const double *urgd, int32_t method, double coverage, double *low,
                                                   double *high, int32_t *status)
{
    const skpi_urban_converging_interval_in in = {
        .size = sizeof in, .n = n, .last_date = last_date, .share = share, .urgd = urgd, .last_share = last_share};
    const skpi_urban_converging_interval_options options = {
        .size = sizeof options, .coverage = coverage, .method = method};
    return skpi_urban_converging_interval(&in, first_year, n_years, &options, low, high, status);
}

static inline skpi_status call_walk_quantile(size_t n, const double *share, const double *drift, const double *sigma,
                                             size_t n_years, size_t n_prob, const double *prob, double *quantile,
                                             int32_t *status)
{
    const skpi_urban_walk_quantile_in in = {.size = sizeof in, .n = n, .share = share, .drift = drift, .sigma = sigma};
    return skpi_urban_walk_quantile(&in, n_years, n_prob, prob, quantile, status);
}

static inline skpi_status call_last_observation(const skpi_table *share, double rounding, int32_t known_to,
                                                skpi_urban_last_observation_out *out, int32_t *status)
{
    const skpi_urban_last_observation_options options = {.size = sizeof options, .known_to = known_to};
    return skpi_urban_last_observation(share, rounding, &options, out, status);
}

/* Least squares: one norm for all areas; with size classes, two norms. */
static inline skpi_status call_norm_fit(size_t n, const double *share, const double *urgd, const int32_t *size_class,
                                        int32_t scenario, size_t n_terms, double *norm)
{
    const skpi_urban_norm_fit_options options = {
        .size = sizeof options, .scenario = scenario, .loss = SKPI_URBAN_LOSS_SQUARE};
    return skpi_urban_norm_fit(n, size_class ? 2 : 0, n_terms, share, urgd, size_class, &options, norm);
}

static inline skpi_status call_three_way(size_t n, const double *date0, const double *part0, const double *date1,
                                         const double *part1, int32_t first_year, size_t n_years, double damping,
                                         double *share, int32_t *status)
{
    const skpi_urban_three_way_in in = {
        .size = sizeof in, .n = n, .date0 = date0, .part0 = part0, .date1 = date1, .part1 = part1};
    const skpi_urban_three_way_options options = {.size = sizeof options, .damping = damping};
    return skpi_urban_three_way(&in, first_year, n_years, &options, share, status);
}

#endif
