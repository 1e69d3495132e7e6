/* The values of a row that are not missing. */
#include "series/row_values.h"
#include <math.h>

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
