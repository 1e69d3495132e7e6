/* Sobol's indices of sensitivity: first order and total, of k factors. */
#ifndef SKPI_NUMERIC_SENSITIVITY_H
#define SKPI_NUMERIC_SENSITIVITY_H
#include <stddef.h>
#include <stdint.h>

/* Saltelli's scheme, n rows: y[0 .. n - 1] of the draws A, y[n ..] of B, y[(2 + i) n ..] of A with factor i of B.  row: n
 * numbers of rows that stand for the n (a resample); NULL: all.  NaN where y does not vary.  No number added to every y
 * changes an index. */
void skpi__saltelli(size_t n, size_t k, const double *y, const uint32_t *row, double *first, double *total);

enum { SKPI__FACTORS = 5 }; /* at most, of whole sums */

/* What is summed up over the rows of the scheme, as whole numbers: of values that are whole, in any order. */
typedef struct skpi__saltelli_sums {
    int64_t sum, square;                               /* of A and B */
    int64_t step[SKPI__FACTORS], cross[SKPI__FACTORS]; /* of AB_i - A, of B (AB_i - A) */
    int64_t far[SKPI__FACTORS];                        /* of (A - AB_i)^2 */
} skpi__saltelli_sums;
void skpi__saltelli_add(skpi__saltelli_sums *s, size_t k, int64_t a, int64_t b, const int64_t *ab);
void skpi__saltelli_of(const skpi__saltelli_sums *s, size_t n, size_t k, double *first, double *total);

/* Every combination once, the last factor fastest; levels[k], y holds their product, stride-th of each. */
void skpi__factorial(size_t k, const size_t *levels, const double *y, size_t stride, double *first, double *total);

#endif
