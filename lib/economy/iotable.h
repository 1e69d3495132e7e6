/* The factored input-output table. */
#ifndef SKPI_ECONOMY_IOTABLE_H
#define SKPI_ECONOMY_IOTABLE_H
#include <smartkpi/economy.h>
#include "core/error.h"
#include "economy/iotable_sums.h"

/* Only skpi_economy_iotable_new writes it; many threads may read it. */
struct skpi_economy_iotable {
    size_t n;
    size_t *pivot;                      /* n */
    double *lu;                         /* n x n: factors of I - A; the vectors below follow in its memory */
    double *coefficient;                /* n: v = va / x, 0 where x is 0 */
    double *value_added, *final_demand; /* n each, as given */
    double *needed;                     /* n: L y, equal to the output if the table balances */
    double *multiplier;                 /* n: v'L, value added for each unit of final demand */
    double *output, *scale;             /* n: x; x, 1 where x is 0 */
    double *bought, *sold;              /* n each: sums of the columns and rows of A */
    double *allotted;                   /* n: sums of the rows of B = diag(x)^-1 Z, 0 where x is 0 */
    double *employment;                 /* n: w = jobs / x, 0 where x is 0; 0 where jobs was NULL */
    int has_jobs;
    skpi__iotable_finding found; /* what is unusual in the figures */
};

/* The status of a call that did not fail: repeats the warning of the table, which is the argument of this name. */
skpi_status skpi__iotable_warned(skpi__at at, const char *name, const skpi_economy_iotable *t, skpi_status status);
/* Refuses wanted jobs of a table without jobs. */
skpi_status skpi__iotable_needs_jobs(skpi__at at, const skpi_economy_iotable *t, const char *name,
                                     const double *wanted);

#endif
