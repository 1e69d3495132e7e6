/* The values of a row that are not missing. */
#ifndef SKPI_SERIES_ROW_VALUES_H
#define SKPI_SERIES_ROW_VALUES_H
#include "core/error.h"

/* Writes the values of row i that are not NaN into v, and their years since `from` (0: calendar years) into t; both
 * have room for m.  Returns their number. */
size_t skpi__row_values(const skpi_table *y, size_t i, int32_t from, double *t, double *v);

/* The number of values that are not missing, the lowest and the highest; INFINITY and -INFINITY if there are none. */
typedef struct skpi__row_range {
    size_t used;
    double low, high;
} skpi__row_range;
/* The range of row i, which is the row of at.  An infinite value is refused under this name. */
skpi_status skpi__row_range_of(skpi__at at, const char *name, const skpi_table *y, size_t i, skpi__row_range *range);

#endif
