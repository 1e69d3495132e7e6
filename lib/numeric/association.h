/* Correlations of two columns without missing values. */
#ifndef SKPI_NUMERIC_ASSOCIATION_H
#define SKPI_NUMERIC_ASSOCIATION_H
#include <stddef.h>
#include "numeric/ranking.h"

/* Sums of products of deviations from the means, in units of the ranges, which are 0 of values that differ by rounding
 * alone. */
typedef struct skpi__products {
    double xx, xy, yy;
    double x_range, y_range;
} skpi__products;
/* Of n finite values x and y, whose ranges are finite. */
skpi__products skpi__products_of(size_t n, const double *x, const double *y);
/* Pearson's correlation; NaN if x or y is constant but for rounding. */
double skpi__pearson(size_t n, const double *x, const double *y);
/* rank[i]: ranks from below of x[i stride]; values that are apart by no more than the part `rounding` of them share the
 * mean of theirs.  Returns the sum of t^3 - t over the groups of t such values.  room: SKPI__RANKED n. */
double skpi__midranks(size_t n, const double *x, size_t stride, double rounding, skpi__ranked *room, double *rank);
/* Kendall's tau-b; NaN if x or y is constant.  room: SKPI__RANKED n; spare: 2 n. */
double skpi__kendall(size_t n, const double *x, const double *y, skpi__ranked *room, double *spare);

#endif
