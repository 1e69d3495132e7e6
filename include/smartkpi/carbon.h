/* Carbon: paths to net zero, budgets, warming.  Dates are decimal years; emissions are the caller's unit per year,
 * one unit in a call, and may be negative only where the page says so. */
#ifndef SMARTKPI_CARBON_H
#define SMARTKPI_CARBON_H
#include <smartkpi/base.h>
#ifdef __cplusplus
extern "C" {
#endif

enum skpi_carbon_definition { SKPI_CARBON_TERRITORIAL = 301 };
/* Peak: rise, plateau, power decline to a residual at the net-zero date. */
enum skpi_carbon_shape { SKPI_CARBON_PEAK = 6 };
enum skpi_carbon_convention { SKPI_CARBON_INTEGRAL = 1 }; /* cumulative is the integral from t0 */
enum skpi_carbon_unknown { SKPI_CARBON_BY_BUDGET = 1 };
/* Parameters as n-vectors; a member that the shape does not use is NULL. */
typedef struct skpi_carbon_path {
    uint32_t size, flags;
    int32_t shape, convention; /* no default: must be stated */
    const double *t0, *e0;
    const double *residual;    /* NULL = 0; may be negative */
    const double *t_peak, *e_peak, *plateau, *t_net_zero, *power; /* plateau NULL = 0 years; power: solving gives it */
} skpi_carbon_path;
/* Emission in each year and cumulative from t0 to it, n x n_years; either output may be NULL. */
SKPI_API skpi_status skpi_carbon_path_value(size_t n, const skpi_carbon_path *path, int32_t first_year,
                                            size_t n_years, double *emission, double *cumulative, int32_t *status);
/* The free parameter (of the peak shape: power) that meets the target. */
SKPI_API skpi_status skpi_carbon_path_solve(size_t n, const skpi_carbon_path *path, int32_t by, const double *target,
                                            double *unknown, int32_t *status);
/* Open interval of the targets that can be met. */
SKPI_API skpi_status skpi_carbon_path_range(size_t n, const skpi_carbon_path *path, int32_t by, double *low,
                                            double *high, int32_t *status);

enum skpi_carbon_rule { SKPI_CARBON_PER_CAPITA = 1, SKPI_CARBON_GRANDFATHER = 2, SKPI_CARBON_BLEND = 3 };
typedef struct skpi_carbon_share_options {
    uint32_t size, flags;
    int32_t rule, zero; /* rule: 0 = SKPI_CARBON_PER_CAPITA; zero: 0 */
    double weight;      /* of the population in SKPI_CARBON_BLEND: 0 all by emission, 1 all by head */
} skpi_carbon_share_options;
/* A budget shared among n places.  population or emission may be NULL where the rule does not use it. */
SKPI_API skpi_status skpi_carbon_share(size_t n, const double *population, const double *emission, double budget,
                                       const skpi_carbon_share_options *options, double *out);
/* Warming in degrees C by cumulative CO2 in Gt: best estimate (n) and quantiles (n x n_prob); either may be NULL. */
SKPI_API skpi_status skpi_carbon_warming(size_t n, const double *cumulative_gt, size_t n_prob, const double *prob,
                                         double *best, double *quantile);

#ifdef __cplusplus
}
#endif
#endif
