/* Test for a trend and its slope: the Mann-Kendall test and Sen's slope.
 *
 *   S = sum over i < j of sgn(y_j - y_i);  Var S = [n(n-1)(2n+5) - sum over groups of t equal values t(t-1)(2t+5)]/18
 *   Z = (S - sgn S)/sqrt(Var S), 0 if S = 0;  p = erfc(|Z|/sqrt 2), two-sided
 *   slope = median of (y_j - y_i)/(t_j - t_i);  intercept = median of y_i - slope t_i
 *
 * Sources: H. B. Mann, Econometrica 13 (1945) 245; M. G. Kendall, Rank Correlation Methods (1975) (ties); P. K. Sen,
 * Journal of the American Statistical Association 63 (1968) 1379.
 */
#include "series/trend.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/table.h"
#include "numeric/select.h"
#include "series/row_values.h"
#include <smartkpi/series.h>
#include <stdlib.h>

skpi__trend skpi__trend_of(size_t n, const double *t, const double *y, double *room)
{
    const double count = (double)n;
    skpi__trend trend = {.variance = count * (count - 1) * (2 * count + 5)};
    size_t pairs = 0;
    for (size_t i = 0; i < n; i++) {
        int64_t signs = 0, same = 1; /* of y[i] with itself and those behind: each group of k gives 1 + 2 + ... + k */
        for (size_t j = i + 1; j < n; j++) {
            signs += (y[j] > y[i]) - (y[j] < y[i]);
            same += y[j] == y[i];
            room[pairs++] = (y[j] - y[i]) / (t[j] - t[i]);
        }
        const double ties = (double)same;
        trend.s += (double)signs;
        /* k(k-1)(2k+5) is the sum over k = 1, 2, ... of its steps 6(k-1)(k+1) */
        trend.variance -= 6 * (ties - 1) * (ties + 1);
    }
    trend.variance /= 18;
    trend.z = trend.s == 0 ? 0 : (trend.s - (trend.s > 0 ? 1 : -1)) / sqrt(trend.variance);
    trend.p = erfc(fabs(trend.z) / sqrt(2.0));
    trend.slope = skpi__median(pairs, room);
    for (size_t i = 0; i < n; i++) room[i] = y[i] - trend.slope * t[i];
    trend.intercept = skpi__median(n, room);
    return trend;
}

static skpi_status trend_check(skpi__at at, const skpi_table *y, size_t i)
{
    size_t used = 0;
    double low = (double)INFINITY, high = -(double)INFINITY;
    skpi_status s;
    for (size_t j = 0; j < y->m; j++) {
        const double v = y->value[i * y->m + j];
        at.column = (int64_t)j;
        if (isnan(v)) continue;
        if ((s = skpi__finite(at, "y->value", v))) return s;
        used++;
        low = fmin(low, v);
        high = fmax(high, v);
    }
    at.column = -1;
    if (used < 2) return skpi__fail(at, SKPI_ENODATA, "y->value", (double)used, "values: a trend needs two");
    if ((s = skpi__result(at, "out->slope", 4 * (high / 2 - low / 2)))) return s; /* no slope overflows */
    return used < y->m ? SKPI_WMISSING : SKPI_OK;
}

skpi_status skpi_series_trend(const skpi_table *y, skpi_series_trend_out *out, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi_series_trend_out o;
    skpi_table t;
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, y, &t)) || (s = SKPI__STRUCT(r.at, out, 0, &o))) return s;
    r.n = t.n;
    /* dates, values and pairs; for two values the one pair's room must hold two residuals */
    double *room = t.m > UINT32_MAX ? NULL : skpi__alloc(2 * t.m + t.m * (t.m - 1) / 2 + 1, 1, sizeof *room);
    if (!room) return skpi__fail(r.at, SKPI_ENOMEM, "y->m", (double)t.m, "years have more pairs than there is memory");
    for (size_t i = 0; i < t.n; i++)
        if ((s = skpi__row(&r, i, trend_check(skpi__row_at(&r, i), &t, i)))) goto end;
    for (size_t i = 0; i < t.n; i++) {
        const double none = (double)NAN;
        skpi__trend trend = {none, none, none, none, none, none};
        const size_t used = skpi__row_values(&t, i, t.year[0], room, room + t.m);
        if (skpi__row_good(&r, i)) {
            const skpi__trend found = skpi__trend_of(used, room, room + t.m, room + 2 * t.m);
            /* years far from the first may carry a steep line out of range */
            if ((s = skpi__result(skpi__row_at(&r, i), "out->intercept", found.intercept)) && (s = skpi__row(&r, i, s)))
                goto end;
            if (skpi__row_good(&r, i)) trend = found;
        }
        skpi__set(o.s, i, trend.s);
        skpi__set(o.variance, i, trend.variance);
        skpi__set(o.z, i, trend.z);
        skpi__set(o.p, i, trend.p);
        skpi__set(o.slope, i, trend.slope);
        skpi__set(o.intercept, i, trend.intercept);
        if (o.used) o.used[i] = skpi__row_good(&r, i) ? (int32_t)used : SKPI_NONE;
    }
    s = skpi__rows_end(&r);
end:
    free(room);
    return s;
}
