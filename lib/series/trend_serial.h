/* The Mann-Kendall test of an autocorrelated series. */
#ifndef SKPI_SERIES_TREND_SERIAL_H
#define SKPI_SERIES_TREND_SERIAL_H
#include <stddef.h>

/* n/n* of Hamed and Rao.  The variance of S is its variance in independent years times n/n*.  NaN if the dates are not
 * equidistant.  room holds 2 n doubles. */
double skpi__trend_serial(size_t n, const double *t, const double *y, double slope, double *room);

#endif
