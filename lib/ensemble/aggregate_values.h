/* The plan of an aggregate's values: one place and one model, whose variable is the sum of the members in each draw.
 *
 * Means, quantiles, events and milestones of an aggregate are therefore those of any plan. */
#ifndef SKPI_ENSEMBLE_AGGREGATE_VALUES_H
#define SKPI_ENSEMBLE_AGGREGATE_VALUES_H
#include "ensemble/plan.h"

/* The sums that the model reads; a worker's scratch holds them. */
typedef struct skpi__sums {
    const int64_t *sum;
    size_t year, block; /* how far two years are from each other, and two blocks */
    uint64_t first;     /* the number of the first block */
} skpi__sums;

/* A plan of n_years values from first_year on, with the draws and quantiles of `like`, in sums of these scales, one a
 * year.  least: no value is below it.  most: the values of a count are between 0 and it; NaN: of a sum.  NULL if there
 * is no memory. */
skpi_ensemble_plan *skpi__values_plan(const skpi_ensemble_plan *like, int32_t first_year, size_t n_years,
                                      const double *scale, double least, double most, uint64_t fingerprint);
/* A copy with its events and milestones; NULL if there is no memory. */
skpi_ensemble_plan *skpi__values_copy(const skpi_ensemble_plan *values);
/* The scales of a plan of values. */
const double *skpi__values_scale(const skpi_ensemble_plan *values);

#endif
