/* The values of a row that are not missing. */
#ifndef SKPI_SERIES_ROW_VALUES_H
#define SKPI_SERIES_ROW_VALUES_H
#include <smartkpi/base.h>

/* Years since `from` (0: calendar years) and values of row i without NaN, into t and v (m each); returns how many. */
size_t skpi__row_values(const skpi_table *y, size_t i, int32_t from, double *t, double *v);

#endif
