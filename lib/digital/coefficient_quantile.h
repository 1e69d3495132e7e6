/* Quantiles of a share whose coefficients are uncertain. */
#ifndef SKPI_DIGITAL_COEFFICIENT_QUANTILE_H
#define SKPI_DIGITAL_COEFFICIENT_QUANTILE_H
#include "digital/coefficient_place.h"

/* The distribution of a share.  Memory is reserved first, for all valid places; quantiles then follow place by place,
 * with SKPI_OK or SKPI_WNOTCONVERGED. */
typedef struct skpi__coefficient_law skpi__coefficient_law;
skpi__coefficient_law *skpi__coefficient_law_new(void);
void skpi__coefficient_law_need(skpi__coefficient_law *l, const skpi__coefficient_place *p);
int skpi__coefficient_law_reserve(skpi__coefficient_law *l); /* 0: memory is short */
skpi_status skpi__coefficient_quantiles(skpi__coefficient_law *l, const skpi__coefficient_place *p, size_t n_prob,
                                        const double *prob, double *quantile);
void skpi__coefficient_law_free(skpi__coefficient_law *l); /* NULL is allowed */

#endif
