/* A table of values (cells.h). */
#include "core/cells.h"
#include "core/check.h"

static skpi_status cells_finite(skpi__at at, size_t n, size_t m, const double *value, int *missing)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < m; j++) {
            const double v = value[i * m + j];
            skpi_status s;
            if (missing && isnan(v))
                *missing = 1;
            else if ((s = skpi__finite(skpi__cell(at, i, j), "value", v)))
                return s;
        }
    return SKPI_OK;
}

/* 0, or NaN if a value is not finite.  Four sums are faster than one, which waits for itself. */
static double cells_zero(size_t n, const double *value)
{
    double zero[4] = {0};
    size_t i = 0;
    for (; i + 4 <= n; i += 4)
        for (size_t k = 0; k < 4; k++) zero[k] += 0 * value[i + k];
    for (; i < n; i++) zero[0] += 0 * value[i];
    return zero[0] + zero[1] + zero[2] + zero[3];
}

skpi_status skpi__cells_check(skpi__at at, size_t n, size_t m, const double *value, double *low, double *high,
                              int *missing)
{
    skpi_status s;
    if (missing) *missing = 0;
    for (size_t j = 0; j < m; j++) low[j] = (double)INFINITY, high[j] = -(double)INFINITY;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < m; j++) {
            const double v = value[i * m + j];
            low[j] = v < low[j] ? v : low[j];
            high[j] = v > high[j] ? v : high[j];
        }
    if (cells_zero(n * m, value) != 0 && (s = cells_finite(at, n, m, value, missing))) return s;
    for (size_t j = 0; j < m; j++) {
        if (low[j] > high[j]) low[j] = high[j] = (double)NAN;
        if (isinf(high[j] - low[j]))
            return skpi__refuse(skpi__column(at, j), SKPI_EOVERFLOW, "value",
                                "has a range beyond that of a double in column %zu", j);
    }
    return SKPI_OK;
}

skpi_status skpi__directions_check(skpi__at at, size_t m, const int32_t *direction)
{
    static const int32_t directions[] = {-1, 1, 0};
    for (size_t j = 0; direction && j < m; j++) {
        const skpi_status s = skpi__choice(skpi__element(at, j), "direction", direction[j], directions,
                                           "a direction: 1, or -1 where less is better");
        if (s) return s;
    }
    return SKPI_OK;
}
