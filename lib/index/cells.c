/* The directed scale (cells.h). */
#include "index/cells.h"
#include <string.h>

void skpi__index_cells_direct(size_t n, size_t m, const double *value, const int32_t *direction, double *x)
{
    memcpy(x, value, n * m * sizeof *x);
    for (size_t j = 0; direction && j < m; j++)
        for (size_t i = 0; direction[j] < 0 && i < n; i++) x[i * m + j] = -x[i * m + j];
}

void skpi__index_cells_scale(size_t n, size_t m, const double *value, const int32_t *direction, const double *low,
                             const double *high, double *x)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < m; j++) {
            const double range = high[j] - low[j], v = value[i * m + j];
            const double from = direction && direction[j] < 0 ? high[j] - v : v - low[j];
            x[i * m + j] = range > 0 ? from / range : 0;
        }
}
