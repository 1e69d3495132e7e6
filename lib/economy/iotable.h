/* The factored input-output table. */
#ifndef SKPI_ECONOMY_IOTABLE_H
#define SKPI_ECONOMY_IOTABLE_H
#include <smartkpi/economy.h>
#include "core/error.h"
#include "economy/iotable_sums.h"

/* Written by new alone: many threads may read it. */
struct skpi_economy_iotable {
    size_t n;
    size_t *pivot;                      /* n */
    double *lu;                         /* n x n: factors of I - A; the vectors below follow in the same block */
    double *coefficient;                /* n: v = va / x, 0 where x is 0 */
    double *value_added, *final_demand; /* n each, as given */
    double *needed;                     /* n: L y, equal to the output where the table balances */
    double *multiplier;                 /* n: v'L, value added in a unit of final demand */
    double *scale;                      /* n: x, 1 where x is 0 */
    double *bought, *sold;              /* n each: sums of the columns and rows of A */
    double *allotted;                   /* n: sums of the rows of B = diag(x)^-1 Z, 0 where x is 0 */
    double *employment;                 /* n: w = jobs / x, 0 where x is 0; 0 where jobs was NULL */
    int has_jobs;
    skpi__iotable_finding found; /* what is unusual about the figures */
};

/* The status of a call that did not fail, with the warning of its table, an argument of this name. */
skpi_status skpi__iotable_warned(skpi__at at, const char *name, const skpi_economy_iotable *t, skpi_status status);
/* Jobs are wanted: the table must have them. */
skpi_status skpi__iotable_needs_jobs(skpi__at at, const skpi_economy_iotable *t, const char *name,
                                     const double *wanted);

#endif
