/* The correlation of two histories. */
#ifndef SKPI_SERIES_WALK_CORRELATION_H
#define SKPI_SERIES_WALK_CORRELATION_H
#include "series/walk_history.h"

/* Correlation of n >= 2 annual changes of two log-ratios to the same part, drawn towards 1/2 as their deviations are
 * towards the usual one. */
double skpi__walk_correlation(const skpi__walk_form *form, size_t n, const double *change0, const double *change1);

#endif
