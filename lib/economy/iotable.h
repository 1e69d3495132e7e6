/* The factored input-output table and what its functions share. */
#ifndef SKPI_ECONOMY_IOTABLE_H
#define SKPI_ECONOMY_IOTABLE_H
#include <smartkpi/economy.h>
#include "core/error.h"

/* Written by new alone: many threads may read it. */
struct skpi_economy_iotable {
    size_t n;
    size_t *pivot;       /* n */
    double *lu;          /* n x n: factors of I - A; the vectors below follow in the same block */
    double *coefficient; /* n: v = va / x, 0 where x is 0 */
    double *value_added, *final_demand; /* n each, as given */
    double *supplied;                                /* n: L y, equal to the output where the table balances */
    double *multiplier;                              /* n: v'L, value added in a unit of final demand */
    double *scale;                                   /* n: x, 1 where x is 0 */
    double *bought, *sold;                           /* n each: sums of the columns and rows of A */
    double *allotted;                                /* n: sums of the rows of B = diag(x)^-1 Z, 0 where x is 0 */
    double *employment;                              /* n: w = jobs / x, 0 where x is 0; 0 where jobs was NULL */
    int has_jobs;
};

/* Read and check a source: pointers, values, zero outputs, coefficients that overflow.  Status: those of new up to
 * there. */
skpi_status skpi__iotable_read(skpi__at at, const skpi_economy_iotable_source *source,
                               skpi_economy_iotable_source *copy);

/* a = A, or |A| (n x n).  a_ij = z_ij / x_j; 0 where x_j is 0. */
void skpi__iotable_coefficients(const skpi_economy_iotable_source *s, int absolute, double *a);
/* a -> I - a in place. */
void skpi__iotable_complement(size_t n, double *a);

/* k vectors (k x n) must be finite. */
skpi_status skpi__iotable_vectors(skpi__at at, const skpi_economy_iotable *t, const char *name, size_t k,
                                  const double *vector);
/* The outputs L y of k demands (k x n), several at a time, each handed to take: those of demand d are every width-th
 * number of x.  The first status that is not SKPI_OK ends it. */
typedef skpi_status (*skpi__iotable_take)(skpi__at at, const skpi_economy_iotable *t, size_t d, size_t width,
                                          const double *x, void *to);
skpi_status skpi__iotable_outputs(skpi__at at, const skpi_economy_iotable *t, size_t k, const double *demand,
                                  skpi__iotable_take take, void *to);
/* b = columns first .. first + width - 1 of L (n x width). */
void skpi__iotable_columns(const skpi_economy_iotable *t, size_t first, size_t width, double *b);
/* ENOMEM of a factored table. */
skpi_status skpi__iotable_no_memory(skpi__at at, const skpi_economy_iotable *t);
/* Jobs are wanted: the table must have them. */
skpi_status skpi__iotable_needs_jobs(skpi__at at, const skpi_economy_iotable *t, const char *name,
                                     const double *wanted);

/* Suspected totals: flag[t] = 1 where row t of the flows (column t, if column is set) is, within a thousandth of its
 * size and its own cell apart, the sum of all others or of those before it, of which at least two are not empty.
 * Returns how many.  work: SKPI__IOTABLE_TOTALS_WORK n. */
#define SKPI__IOTABLE_TOTALS_WORK 5
size_t skpi__iotable_totals(size_t n, const double *flows, int column, double *work, int32_t *flag);
/* Is x[t] the sum of all others, or of those before it, within a thousandth? */
int skpi__iotable_is_sum(size_t n, const double *x, size_t t);

#endif
