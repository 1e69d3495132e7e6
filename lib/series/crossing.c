/* First date at which a series reaches a threshold. */
#include "core/rows.h"
#include "core/table.h"
#include "numeric/decimal.h"
#include "numeric/log_ratio.h"
#include "series/scale.h"

typedef struct crossing_call {
    skpi_table y;
    double threshold;
    int32_t scale;
    double *date;
} crossing_call;

static skpi_status crossing_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const crossing_call *c = call;
    skpi_status s = SKPI_OK;
    (void)kept;
    for (size_t j = 0; !s && j < c->y.m; j++) {
        at.column = (int64_t)j;
        s = skpi__scalable(at, "y->value", c->scale, c->y.value[i * c->y.m + j]);
    }
    return s;
}

/* The distance from a to b on the scale; on the linear scale half of it, because the whole distance of two large values
 * may overflow.  Only quotients of two distances are used.  Logarithms are those of quotients, because the difference
 * of two large logarithms would lose a small step. */
static double crossing_way(int32_t scale, double a, double b)
{
    if (scale == SKPI_SERIES_SCALE_LINEAR) return b / 2 - a / 2;
    return skpi__log_ratio(a, b) - (scale == SKPI_SERIES_SCALE_LOGIT ? skpi__log_ratio(1 - a, 1 - b) : 0);
}

/* The size of the figures whose rounding a difference may be: that of the largest of n values.  On the logarithmic scale
 * nothing is subtracted, and each value has its own size. */
static double crossing_size(int32_t scale, size_t n, const double *v)
{
    double most = 0;
    for (size_t j = 0; scale != SKPI_SERIES_SCALE_LOG && j < n; j++) most = fmax(most, fabs(v[j]));
    return most;
}

static double crossing_first(const skpi_table *y, size_t i, int32_t scale, double threshold)
{
    const double *v = y->value + i * y->m;
    const double size = crossing_size(scale, y->m, v);
    for (size_t j = 0; j < y->m; j++) {
        if (skpi__level(v[j], threshold, size)) return y->year[j];
        if (j + 1 < y->m && (v[j] < threshold) != (v[j + 1] < threshold) && !skpi__level(v[j + 1], threshold, size)) {
            const int32_t straight = skpi__scale_between(scale, v[j], v[j + 1]);
            return y->year[j] + crossing_way(straight, v[j], threshold) / crossing_way(straight, v[j], v[j + 1]) *
                                    (y->year[j + 1] - y->year[j]);
        }
    }
    return (double)NAN;
}

static skpi_status crossing_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const crossing_call *c = call;
    (void)at, (void)kept;
    c->date[i] = crossing_first(&c->y, i, c->scale, c->threshold);
    return SKPI_OK;
}

static void crossing_fail(const void *call, size_t i) { ((const crossing_call *)call)->date[i] = (double)NAN; }

skpi_status skpi_series_crossing(const skpi_table *y, double threshold, int32_t scale, double *date, int32_t *status)
{
    static const skpi__rows_steps steps = {0, crossing_check, crossing_compute, crossing_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    crossing_call c = {.threshold = threshold, .scale = scale, .date = date};
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, y, &c.y)) || (s = skpi__finite(r.at, "threshold", threshold)) ||
        (s = skpi__scale(r.at, "scale", scale)) || (s = skpi__scalable(r.at, "threshold", scale, threshold)))
        return s;
    r.n = c.y.n;
    if ((s = skpi__rows_array(&r, "date", date))) return s;
    return skpi__rows_run(&r, &steps, &c);
}
