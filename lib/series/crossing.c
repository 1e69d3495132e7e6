/* First date at which a series reaches a threshold. */
#include "core/rows.h"
#include "core/table.h"
#include "numeric/log_ratio.h"
#include "series/scale.h"

static skpi_status crossing_check(skpi__at at, const skpi_table *y, size_t i, int32_t scale)
{
    skpi_status s = SKPI_OK;
    for (size_t j = 0; !s && j < y->m; j++) {
        at.column = (int64_t)j;
        s = skpi__scalable(at, "y->value", scale, y->value[i * y->m + j]);
    }
    return s;
}

/* The way from a to b on the scale, or half of it: only quotients of two such ways are used.  A difference of two large
 * logarithms would lose a small step, and the whole way of two large values may overflow. */
static double crossing_way(int32_t scale, double a, double b)
{
    if (scale == SKPI_SERIES_SCALE_LINEAR) return b / 2 - a / 2;
    return skpi__log_ratio(a, b) - (scale == SKPI_SERIES_SCALE_LOGIT ? skpi__log_ratio(1 - a, 1 - b) : 0);
}

static double crossing_first(const skpi_table *y, size_t i, int32_t scale, double threshold)
{
    const double *v = y->value + i * y->m;
    for (size_t j = 0; j < y->m; j++) {
        if (v[j] == threshold) return y->year[j];
        if (j + 1 < y->m && (v[j] < threshold) != (v[j + 1] < threshold) && v[j + 1] != threshold) {
            const int32_t straight = skpi__scale_between(scale, v[j], v[j + 1]);
            return y->year[j] + crossing_way(straight, v[j], threshold) / crossing_way(straight, v[j], v[j + 1]) *
                                    (y->year[j + 1] - y->year[j]);
        }
    }
    return (double)NAN;
}

skpi_status skpi_series_crossing(const skpi_table *y, double threshold, int32_t scale, double *date, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi_table t;
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, y, &t)) || (s = skpi__finite(r.at, "threshold", threshold)) ||
        (s = skpi__scale(r.at, "scale", scale)) || (s = skpi__scalable(r.at, "threshold", scale, threshold)))
        return s;
    r.n = t.n;
    if ((s = skpi__rows_array(&r, "date", date))) return s;
    for (size_t i = 0; i < t.n; i++)
        if ((s = skpi__row(&r, i, crossing_check(skpi__row_at(&r, i), &t, i, scale)))) return s;
    for (size_t i = 0; i < t.n; i++)
        date[i] = skpi__row_good(&r, i) ? crossing_first(&t, i, scale, threshold) : (double)NAN;
    return skpi__rows_end(&r);
}
