/* The values of a row that are not missing. */
#ifndef SKPI_SERIES_ROW_VALUES_H
#define SKPI_SERIES_ROW_VALUES_H
#include "core/error.h"

/* Years since `from` (0: calendar years) and values of row i without NaN, into t and v (m each); returns how many. */
size_t skpi__row_values(const skpi_table *y, size_t i, int32_t from, double *t, double *v);

/* How many values are there, the lowest and the highest; of none INFINITY and -INFINITY. */
typedef struct skpi__row_range {
    size_t used;
    double low, high;
} skpi__row_range;
/* Takes it of row i, where at stands; a value that is neither NaN nor finite is refused under that name. */
skpi_status skpi__row_range_of(skpi__at at, const char *name, const skpi_table *y, size_t i, skpi__row_range *range);

#endif
