/* When a series reaches a level. */
#include "core/rows.h"
#include "core/table.h"
#include "numeric/log_ratio.h"
#include "series/scale.h"

static skpi_status check(skpi__at at, const skpi_table *y, size_t i, int32_t scale)
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
static double way(int32_t scale, double a, double b)
{
    if (scale == SKPI_SERIES_SCALE_LINEAR) return b / 2 - a / 2;
    return skpi__log_ratio(a, b) - (scale == SKPI_SERIES_SCALE_LOGIT ? skpi__log_ratio(1 - a, 1 - b) : 0);
}

static double first(const skpi_table *y, size_t i, int32_t scale, double level)
{
    const double *v = y->value + i * y->m;
    for (size_t j = 0; j < y->m; j++) {
        if (v[j] == level) return y->year[j];
        if (j + 1 < y->m && (v[j] < level) != (v[j + 1] < level) && v[j + 1] != level) {
            const int32_t straight = skpi__scale_between(scale, v[j], v[j + 1]);
            return y->year[j] +
                   way(straight, v[j], level) / way(straight, v[j], v[j + 1]) * (y->year[j + 1] - y->year[j]);
        }
    }
    return (double)NAN;
}

/* First date at which a series reaches a level, from below or from above.
 *
 * Given:    y        a series a row (n x m); between years it is straight on the scale
 *           level    in the unit of y
 *           scale    as in skpi_series_interpolate
 * Returned: date     decimal year on the scale of y's years, no mid-year shift (n); NaN if the level is never reached
 *           status   each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null; no such scale), SKPI_ESTRUCT, SKPI_ENODATA (an empty table),
 *           SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_ERANGE (years, shares), SKPI_EDOM (0 on the log scale), SKPI_ENOTSORTED,
 *           SKPI_EDUPLICATE (years)
 */
skpi_status skpi_series_crossing(const skpi_table *y, double level, int32_t scale, double *date, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi_table t;
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, y, &t)) || (s = skpi__finite(r.at, "level", level)) ||
        (s = skpi__scale(r.at, "scale", scale)) || (s = skpi__scalable(r.at, "level", scale, level)))
        return s;
    r.n = t.n;
    if ((s = skpi__given(&r, "date", date))) return s;
    for (size_t i = 0; i < t.n; i++)
        if ((s = skpi__row(&r, i, check(skpi__row_at(&r, i), &t, i, scale)))) return s;
    for (size_t i = 0; i < t.n; i++) date[i] = skpi__row_good(&r, i) ? first(&t, i, scale, level) : (double)NAN;
    return skpi__rows_end(&r);
}
