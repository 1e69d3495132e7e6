/* Straight lines in time. */
#ifndef SKPI_SERIES_LINE_H
#define SKPI_SERIES_LINE_H
#include "series/fit_rules.h"

/* Fits a line or logit line, for skpi__fit_series. */
skpi_status skpi__fit_line(const skpi__fit_rules *rules, size_t n, const double *t, const double *y, skpi__fit *fit);

#endif
