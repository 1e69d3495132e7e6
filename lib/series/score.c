/* Scores of forecasts: their errors, and the coverage and sharpness of their intervals.
 *
 *   e = forecast - truth;  rmse = sqrt(mean e^2), mae = mean |e|, median = median |e|, bias = mean e
 *   coverage = share of truths inside [low, high], ends included
 *   interval score = mean of (high - low) + 2/alpha (low - truth)+ + 2/alpha (truth - high)+,
 *                    alpha = 1 - the coverage that the intervals were made for
 *
 * Source of the interval score: T. Gneiting and A. E. Raftery, Journal of the American Statistical Association 102
 * (2007) 359, eq. 43.
 */
#include "series/score.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/select.h"
#include "numeric/sum.h"
#include "series/unit.h"
#include <stdlib.h>

static skpi_status score_missing_or_finite(skpi__at at, const char *name, double x)
{
    return isnan(x) ? SKPI_OK : skpi__finite(at, name, x);
}

/* What an interval costs: its width, and 2/alpha for each unit by which it misses. */
static double score_interval(double low, double high, double coverage, double truth)
{
    return high - low + 2 / (1 - coverage) * (fmax(low - truth, 0) + fmax(truth - high, 0));
}

static skpi_status score_check(skpi__at at, size_t n, const double *forecast, const double *low, const double *high,
                               double coverage, const double *truth)
{
    skpi_status s;
    for (size_t i = 0; i < n; i++) {
        at.column = (int64_t)i;
        if ((s = score_missing_or_finite(at, "forecast", forecast[i])) ||
            (low && (s = score_missing_or_finite(at, "low", low[i]))) ||
            (high && (s = score_missing_or_finite(at, "high", high[i]))))
            return s;
        if (low && low[i] > high[i])
            return skpi__fail(at, SKPI_EINCONSISTENT, "low", low[i], "is above high = %g", high[i]);
        if (isnan(forecast[i]) || isnan(truth[i])) continue;
        if ((s = skpi__result(at, "forecast", forecast[i] - truth[i]))) return s;
        if (!low || isnan(low[i]) || isnan(high[i])) continue;
        if ((s = skpi__result(at, "low", score_interval(low[i], high[i], coverage, truth[i])))) return s;
    }
    return SKPI_OK;
}

/* Mean of n values in a unit near the largest of them, so that neither a square nor a sum leaves the range. */
static double score_mean(size_t n, const double *x, double unit)
{
    skpi__sum sum = {0, 0};
    for (size_t i = 0; i < n; i++) skpi__sum_add(&sum, x[i] / unit);
    return skpi__sum_value(&sum) / (double)n * unit;
}

static double score_root_mean_square(size_t n, const double *x, double unit)
{
    skpi__sum sum = {0, 0};
    for (size_t i = 0; i < n; i++) skpi__sum_add(&sum, x[i] / unit * (x[i] / unit));
    return sqrt(skpi__sum_value(&sum) / (double)n) * unit;
}

skpi__score skpi__score_of(size_t n, const double *forecast, const double *low, const double *high, double coverage,
                           const double *truth, double *room)
{
    const double none = (double)NAN;
    skpi__score s = {none, none, none, none, none, none, 0};
    size_t used = 0, with = 0, inside = 0;
    for (size_t i = 0; i < n; i++)
        if (!isnan(forecast[i]) && !isnan(truth[i])) room[used++] = forecast[i] - truth[i];
    s.count = (int32_t)used;
    if (used) {
        const double unit = skpi__unit_of(used, room);
        s.bias = score_mean(used, room, unit);
        s.rmse = score_root_mean_square(used, room, unit);
        for (size_t i = 0; i < used; i++) room[i] = fabs(room[i]);
        s.mae = score_mean(used, room, unit);
        s.median = skpi__median(used, room);
    }
    for (size_t i = 0; low && i < n; i++) {
        if (isnan(forecast[i]) || isnan(truth[i]) || isnan(low[i]) || isnan(high[i])) continue;
        inside += truth[i] >= low[i] && truth[i] <= high[i];
        room[with++] = score_interval(low[i], high[i], coverage, truth[i]);
    }
    if (with) {
        s.coverage = (double)inside / (double)with;
        s.interval = score_mean(with, room, skpi__unit_of(with, room));
    }
    return s;
}

skpi_status skpi_series_score(size_t n_methods, size_t n, const double *forecast, const double *low, const double *high,
                              const double *truth, double coverage, skpi_series_score_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi_series_score_out o;
    skpi_status s;
    if ((s = skpi__count(at, "n", n)) || (s = skpi__array(at, "forecast", forecast, n_methods, n))) return s;
    if (!low != !high) return skpi__refuse(at, SKPI_EINVAL, low ? "high" : "low", "is NULL: both ends or none");
    if ((s = skpi__array(at, "truth", truth, n, 1))) return s;
    for (size_t i = 0; i < n; i++)
        if ((s = score_missing_or_finite(skpi__element(at, i), "truth", truth[i]))) return s;
    if ((s = skpi__coverage(at, "coverage", &coverage)) || (s = SKPI__STRUCT(at, out, 0, &o))) return s;
    for (size_t k = 0; k < n_methods; k++)
        if ((s = score_check(skpi__element(at, k), n, forecast + k * n, low ? low + k * n : NULL,
                             high ? high + k * n : NULL, coverage, truth)))
            return s;
    double *room = skpi__alloc(n, 1, sizeof *room);
    if (!room) return skpi__no_memory(at, "n", n);
    int32_t warnings = 0;
    for (size_t k = 0; k < n_methods; k++) {
        const skpi__score r = skpi__score_of(n, forecast + k * n, low ? low + k * n : NULL, high ? high + k * n : NULL,
                                             coverage, truth, room);
        if (r.count < (int64_t)n) warnings |= SKPI_WMISSING;
        skpi__set(o.rmse, k, r.rmse);
        skpi__set(o.mae, k, r.mae);
        skpi__set(o.median, k, r.median);
        skpi__set(o.bias, k, r.bias);
        skpi__set(o.coverage, k, r.coverage);
        skpi__set(o.interval_score, k, r.interval);
        skpi__set_int(o.count, k, r.count);
    }
    free(room);
    return (skpi_status)warnings;
}
