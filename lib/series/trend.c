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
#include "numeric/slopes.h"
#include "series/jump.h"
#include "series/row_values.h"
#include "series/trend_serial.h"
#include <smartkpi/series.h>
#include <stdlib.h>

static double trend_score(double s, double variance) { return s == 0 ? 0 : (s - (s > 0 ? 1 : -1)) / sqrt(variance); }

static double trend_probability(double z) { return erfc(fabs(z) / sqrt(2.0)); }

skpi__trend skpi__trend_of(size_t n, const double *t, const double *y, double *room)
{
    const double count = (double)n;
    const skpi__slope_counts counts = skpi__slopes(n, t, y, room);
    skpi__trend trend = {.s = counts.sign, .variance = (count * (count - 1) * (2 * count + 5) - 6 * counts.tied) / 18};
    trend.z = trend_score(trend.s, trend.variance);
    trend.p = trend_probability(trend.z);
    trend.slope = skpi__median(n * (n - 1) / 2, room);
    for (size_t i = 0; i < n; i++) room[i] = y[i] - trend.slope * t[i];
    trend.intercept = skpi__median(n, room);
    return trend;
}

typedef struct trend_call {
    skpi_table y;
    skpi_series_trend_out out;
    double *room; /* for dates, values and pairs of a row, or its ranks */
} trend_call;

/* Whether the outputs for an autocorrelated series are wanted. */
static int trend_serial(const trend_call *c)
{
    return c->out.modified_variance || c->out.modified_z || c->out.modified_p;
}

static void trend_write(const trend_call *c, size_t i, const skpi__trend *trend, double modified, int32_t used)
{
    const double z = isnan(modified) ? modified : trend_score(trend->s, modified);
    skpi__set(c->out.modified_variance, i, modified);
    skpi__set(c->out.modified_z, i, z);
    skpi__set(c->out.modified_p, i, trend_probability(z));
    skpi__set(c->out.s, i, trend->s);
    skpi__set(c->out.variance, i, trend->variance);
    skpi__set(c->out.z, i, trend->z);
    skpi__set(c->out.p, i, trend->p);
    skpi__set(c->out.slope, i, trend->slope);
    skpi__set(c->out.intercept, i, trend->intercept);
    skpi__set_int(c->out.used, i, used);
}

static skpi_status trend_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const trend_call *c = call;
    skpi__row_range range;
    skpi_status s;
    (void)kept;
    if ((s = skpi__row_range_of(at, "y->value", &c->y, i, &range))) return s;
    if (range.used < 2)
        return skpi__fail(at, SKPI_ENODATA, "y->value", (double)range.used, "values are too few: a trend needs two");
    /* so that no slope overflows */
    if ((s = skpi__result(at, "out->slope", 4 * (range.high / 2 - range.low / 2)))) return s;
    return range.used < c->y.m ? SKPI_WMISSING : SKPI_OK;
}

static skpi_status trend_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const trend_call *c = call;
    const size_t m = c->y.m, used = skpi__row_values(&c->y, i, c->y.year[0], c->room, c->room + m);
    const skpi__trend trend = skpi__trend_of(used, c->room, c->room + m, c->room + 2 * m);
    /* at years far from the first, a steep line may overflow */
    const skpi_status s = skpi__result(at, "out->intercept", trend.intercept);
    (void)kept;
    if (s) return s;
    const double wider =
        trend_serial(c) ? skpi__trend_serial(used, c->room, c->room + m, trend.slope, c->room + 2 * m) : 1;
    trend_write(c, i, &trend, trend.variance * wider, (int32_t)used);
    return skpi__jump_warn_row(at, "y->value", &c->y, c->y.year[0], used, c->room, c->room + m, 0, 0);
}

static void trend_fail(const void *call, size_t i)
{
    const double none = (double)NAN;
    trend_write(call, i, &(skpi__trend){none, none, none, none, none, none}, none, SKPI_NONE);
}

skpi_status skpi_series_trend(const skpi_table *y, skpi_series_trend_out *out, int32_t *status)
{
    static const skpi__rows_steps steps = {0, trend_check, trend_compute, trend_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    trend_call c;
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, y, &c.y)) || (s = SKPI__STRUCT(r.at, out, 0, &c.out))) return s;
    const size_t m = c.y.m;
    r.n = c.y.n;
    /* for few values, the room of the pairs must be enough for residuals and ranks */
    c.room = skpi__alloc(4 * m + m * (m - 1) / 2, 1, sizeof *c.room);
    if (!c.room) return skpi__no_memory(r.at, "y->m", m);
    s = skpi__rows_run(&r, &steps, &c);
    free(c.room);
    return s;
}
