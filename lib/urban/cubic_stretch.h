/* Stretches of a published annual table that lie on one cubic. */
#ifndef SKPI_URBAN_CUBIC_STRETCH_H
#define SKPI_URBAN_CUBIC_STRETCH_H
#include <stddef.h>

enum { SKPI__URBAN_STRETCH_LEAST = 6 }; /* years: a cubic has four parameters */

/* Years of the longest stretch that ends before column end and lies on one cubic but for the tolerance; 0: none of six
 * years or more. */
size_t skpi__urban_stretch(size_t end, const double *share, double tolerance);

/* Where the cubics of two stretches meet with the same slope, in years from column at on: the stretches are the columns
 * from first to end - 1.  NaN: they do not between the columns beside at. */
double skpi__urban_stretch_meet(const double *share, size_t first0, size_t end0, size_t at, size_t first1, size_t end1);

#endif
