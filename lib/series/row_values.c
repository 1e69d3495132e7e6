/* The values of a row that are not missing. */
#include "series/row_values.h"
#include "core/check.h"

size_t skpi__row_values(const skpi_table *y, size_t i, int32_t from, double *t, double *v)
{
    size_t used = 0;
    for (size_t j = 0; j < y->m; j++)
        if (!isnan(y->value[i * y->m + j])) {
            t[used] = (double)y->year[j] - from;
            v[used++] = y->value[i * y->m + j];
        }
    return used;
}

skpi_status skpi__row_range_of(skpi__at at, const char *name, const skpi_table *y, size_t i, skpi__row_range *range)
{
    *range = (skpi__row_range){0, (double)INFINITY, -(double)INFINITY};
    for (size_t j = 0; j < y->m; j++) {
        const double v = y->value[i * y->m + j];
        if (isnan(v)) continue;
        at.column = (int64_t)j;
        if (!isfinite(v)) return skpi__finite(at, name, v);
        range->used++;
        range->low = v < range->low ? v : range->low; /* not fmin: it is a call */
        range->high = v > range->high ? v : range->high;
    }
    return SKPI_OK;
}
