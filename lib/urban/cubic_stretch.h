/* Stretches of a published annual table that lie on one cubic. */
#ifndef SKPI_URBAN_CUBIC_STRETCH_H
#define SKPI_URBAN_CUBIC_STRETCH_H
#include <stddef.h>

enum { SKPI__URBAN_STRETCH_LEAST = 6 }; /* least number of years: a cubic has four parameters */

/* Number of years of the longest stretch that ends before column end and lies on one cubic within the tolerance; 0 if
 * there is none of at least six years. */
size_t skpi__urban_stretch(size_t end, const double *share, double tolerance);

/* The point where the cubics of two stretches have the same value and slope, in years from column at.  Each stretch is
 * the columns from first to end - 1.  NaN if there is no such point between the columns beside at. */
double skpi__urban_stretch_meet(const double *share, size_t first0, size_t end0, size_t at, size_t first1, size_t end1);

#endif
