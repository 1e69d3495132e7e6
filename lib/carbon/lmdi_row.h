/* Decomposition of one change of one case: sectors x factors at two dates. */
#ifndef SKPI_CARBON_LMDI_ROW_H
#define SKPI_CARBON_LMDI_ROW_H
#include "core/error.h"
#include "numeric/sum.h"

typedef struct skpi__lmdi_names {
    const char *x0, *x1;
} skpi__lmdi_names; /* of the arguments, for the words */

typedef struct skpi__lmdi_case {
    double total0, total1; /* over the sectors */
    double change;         /* total1 - total0, compensated over the sectors */
    double size;           /* sum of the magnitudes of all sectors, both dates */
    double largest;        /* magnitude of the largest effect of a factor in a sector */
    double mean;           /* sum of the logarithmic means of the sectors, or of their shares */
} skpi__lmdi_case;

/* Whether a case can be decomposed: products inside the range of a double, no change of sign; where need (what has none
 * of others, in words) is given, totals of one sign, not 0.  Statuses: SKPI_OK, SKPI_ENOTFINITE, SKPI_EDOM,
 * SKPI_EOVERFLOW. */
skpi_status skpi__lmdi_check(skpi__at at, const skpi__lmdi_names *names, size_t n_sectors, size_t n_factors,
                             const double *x0, const double *x1, const char *need);
/* Compensated sums of the effects, n_factors each; the value is sum + rest. */
typedef struct skpi__lmdi_sums {
    double *sum, *rest;
} skpi__lmdi_sums;

/* Sectors that are taken together. */
size_t skpi__lmdi_block(size_t n_factors);
/* Totals of a case that was checked; its effects are 0. */
skpi__lmdi_case skpi__lmdi_totals(size_t n_sectors, size_t n_factors, const double *x0, const double *x1);
/* Additive effects of a case that was checked: LMDI-I (unit NULL), or effects on the shares in
 * its two totals, unit, which LMDI-II divides by the case's mean.  room: n_factors x (skpi__lmdi_block + 1) values;
 * sector_effect: n_sectors x n_factors, or NULL. */
skpi__lmdi_case skpi__lmdi_additive(size_t n_sectors, size_t n_factors, const double *x0, const double *x1,
                                    const double *unit, double *room, skpi__lmdi_sums effect, double *sector_effect);
/* Logarithmic mean (b - a)/ln(b/a) of two numbers of one sign, not 0; log is ln(b/a). */
double skpi__log_mean(double a, double b, double log);

#endif
