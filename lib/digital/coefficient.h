/* One place with partly digital industries and their coefficients: its share, and the distribution of the share. */
#ifndef SKPI_DIGITAL_COEFFICIENT_H
#define SKPI_DIGITAL_COEFFICIENT_H
#include <smartkpi/digital.h>
#include "core/error.h"

typedef struct skpi__coefficient_names {
    const char *value_added, *weight, *coefficient, *error, *correlation, *gdp;
} skpi__coefficient_names;
typedef struct skpi__coefficient_place { /* one row of the inputs; NULL as in the call */
    size_t n_sectors;
    const double *value_added, *weight, *coefficient, *error;
    double correlation, gdp;
    const skpi__coefficient_names *names;
} skpi__coefficient_place;
typedef struct skpi__coefficient_estimate {
    double share, error, low, high;
} skpi__coefficient_estimate;

skpi__coefficient_estimate skpi__coefficient_compute(const skpi__coefficient_place *p, double z);
skpi_status skpi__correlation(skpi__at at, const char *name, double value); /* in [-1,1] */
skpi_status skpi__coefficient_check(skpi__at at, const skpi__coefficient_place *p, double z);

/* Quantiles of places, in coefficient_quantile.c.  Memory comes first, for each place that is good; then place by
 * place: SKPI_OK or SKPI_WNOTCONVERGED. */
typedef struct skpi__coefficient_law skpi__coefficient_law;
skpi__coefficient_law *skpi__coefficient_law_new(void);
void skpi__coefficient_law_need(skpi__coefficient_law *l, const skpi__coefficient_place *p);
int skpi__coefficient_law_reserve(skpi__coefficient_law *l); /* 0: no memory for all that was needed */
skpi_status skpi__coefficient_quantiles(skpi__coefficient_law *l, const skpi__coefficient_place *p, size_t n_prob,
                                        const double *prob, double *quantile);
void skpi__coefficient_law_free(skpi__coefficient_law *l); /* NULL is fine */

#endif
