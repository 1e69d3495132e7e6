/* Decomposition of one change of one case: sectors x factors at two dates. */
#ifndef SKPI_CARBON_LMDI_ROW_H
#define SKPI_CARBON_LMDI_ROW_H
#include "core/error.h"
#include "numeric/sum.h"

typedef struct skpi__lmdi_names {
    const char *x0, *x1;
} skpi__lmdi_names; /* names of the arguments in errors */

typedef struct skpi__lmdi_case {
    double total0, total1; /* totals over the sectors */
    double change;         /* total1 - total0, a compensated sum over the sectors */
    double size;           /* sum of the magnitudes of all sectors at both dates */
    double largest;        /* largest magnitude of the effect of a factor in a sector */
    double mean;           /* sum of the logarithmic means of the sectors, or of their shares */
    int lost;              /* whether the share of a sector is too small for a double */
} skpi__lmdi_case;

/* Checks that a case can be decomposed: products inside the range of a double, and no change of sign.  If need is
 * given, the totals must also have one sign and not be 0; need names what does not exist otherwise.  Statuses: SKPI_OK,
 * SKPI_ENOTFINITE, SKPI_EDOM, SKPI_EOVERFLOW. */
skpi_status skpi__lmdi_check(skpi__at at, const skpi__lmdi_names *names, size_t n_sectors, size_t n_factors,
                             const double *x0, const double *x1, const char *need);
/* Compensated sums of the effects of n_factors factors; a value is sum + rest. */
typedef struct skpi__lmdi_sums {
    double *sum, *rest;
} skpi__lmdi_sums;

/* The number of sectors that are computed together. */
size_t skpi__lmdi_block(size_t n_factors);
/* Totals of a checked case; effects are left at 0. */
skpi__lmdi_case skpi__lmdi_totals(size_t n_sectors, size_t n_factors, const double *x0, const double *x1);
/* Additive effects of a checked case.  With unit NULL they are those of LMDI-I; otherwise unit holds the case's two
 * totals, and the effects are those on the shares, which LMDI-II divides by the case's mean. room has n_factors x
 * (skpi__lmdi_block + 1) values; sector_effect has n_sectors x n_factors, or is NULL. */
skpi__lmdi_case skpi__lmdi_additive(size_t n_sectors, size_t n_factors, const double *x0, const double *x1,
                                    const double *unit, double *room, skpi__lmdi_sums effect, double *sector_effect);
/* Logarithmic mean (b - a)/ln(b/a) of two numbers that have the same sign and are not 0; log is ln(b/a). */
double skpi__log_mean(double a, double b, double log);

#endif
