/* Scores of forecasts: their errors, and the coverage and sharpness of their intervals.
 *
 *   e = forecast - truth;  rmse = sqrt(mean e^2), mae = mean |e|, median = median |e|, bias = mean e
 *   coverage = share of truths inside [low, high], ends included
 *   interval score = mean of (high - low) + 2/alpha (low - truth)+ + 2/alpha (truth - high)+,
 *                    alpha = 1 - the coverage that the intervals were made for
 * and the quantile CRPS (crps.c) of low, forecast and high.
 *
 * Source of the interval score: T. Gneiting and A. E. Raftery, Journal of the American Statistical Association 102
 * (2007) 359, eq. 43.
 */
#include "series/score.h"
#include "core/check.h"
#include "core/rows.h"
#include "numeric/select.h"
#include "numeric/sum.h"
#include "series/crps.h"
#include "series/unit.h"

skpi_status skpi__score_value(skpi__at at, const char *name, double x, double truth)
{
    const skpi_status s = isnan(x) ? SKPI_OK : skpi__finite(at, name, x);
    return s || isnan(x) || isnan(truth) ? s : skpi__result(at, name, x - truth);
}

/* In a unit near the largest value, so that neither a square nor a sum leaves the range of a double. */
double skpi__score_mean(size_t n, const double *x)
{
    const double unit = skpi__unit_of(n, x);
    skpi__sum sum = {0, 0};
    for (size_t i = 0; i < n; i++) skpi__sum_add(&sum, x[i] / unit);
    return n ? skpi__sum_value(&sum) / (double)n * unit : (double)NAN;
}

static double score_root_mean_square(size_t n, const double *x)
{
    const double unit = skpi__unit_of(n, x);
    skpi__sum sum = {0, 0};
    for (size_t i = 0; i < n; i++) skpi__sum_add(&sum, x[i] / unit * (x[i] / unit));
    return sqrt(skpi__sum_value(&sum) / (double)n) * unit;
}

static int score_pair(const skpi__forecasts *f, size_t i) { return !isnan(f->forecast[i]) && !isnan(f->truth[i]); }

static int score_interval(const skpi__forecasts *f, size_t i)
{
    return f->low && score_pair(f, i) && !isnan(f->low[i]) && !isnan(f->high[i]);
}

static void score_errors(const skpi__forecasts *f, double *room, skpi__score *s)
{
    size_t n = 0;
    for (size_t i = 0; i < f->n; i++)
        if (score_pair(f, i)) room[n++] = f->forecast[i] - f->truth[i];
    s->count = (int32_t)n;
    if (!n) return;
    s->bias = skpi__score_mean(n, room);
    s->rmse = score_root_mean_square(n, room);
    for (size_t i = 0; i < n; i++) room[i] = fabs(room[i]);
    s->mae = skpi__score_mean(n, room);
    s->median = skpi__median(n, room);
}

static void score_intervals(const skpi__forecasts *f, double *room, skpi__score *s)
{
    size_t n = 0, inside = 0;
    for (size_t i = 0; i < f->n; i++) {
        if (!score_interval(f, i)) continue;
        /* an end near 0 may be the rest of figures as large as the forecast and the other end */
        const double size = fmax(fabs(f->forecast[i]), fmax(fabs(f->low[i]), fabs(f->high[i])));
        inside += skpi__reaches(f->truth[i], f->low[i], size) && skpi__reaches(f->high[i], f->truth[i], size);
        room[n++] = skpi__interval_score(f->low[i], f->high[i], f->coverage, f->truth[i]);
    }
    s->n_interval = (int32_t)n;
    if (!n) return;
    s->coverage = (double)inside / (double)n;
    s->interval = skpi__score_mean(n, room);
}

/* The ends of each interval and the forecast between them, as three quantiles. */
static double score_quantiles(const skpi__forecasts *f, double *room)
{
    const double prob[] = {.5 * (1 - f->coverage), .5, .5 * (1 + f->coverage)};
    double weight[3];
    size_t n = 0;
    skpi__crps_weights(3, prob, weight);
    for (size_t i = 0; i < f->n; i++) {
        if (!score_interval(f, i)) continue;
        const double q[] = {f->low[i], f->forecast[i], f->high[i]};
        room[n++] = skpi__crps_quantiles(3, prob, weight, q, f->truth[i]);
    }
    return skpi__score_mean(n, room);
}

skpi__score skpi__score_of(const skpi__forecasts *f, double *room)
{
    const double none = (double)NAN;
    skpi__score s = {none, none, none, none, none, none, none, 0, 0};
    score_errors(f, room, &s);
    score_intervals(f, room, &s);
    s.quantile_crps = score_quantiles(f, room);
    return s;
}

void skpi__score_write(const skpi__score_outputs *out, size_t method, const skpi__score *score)
{
    skpi__set(out->rmse, method, score->rmse);
    skpi__set(out->mae, method, score->mae);
    skpi__set(out->median, method, score->median);
    skpi__set(out->bias, method, score->bias);
    skpi__set(out->coverage, method, score->coverage);
    skpi__set(out->interval_score, method, score->interval);
    skpi__set(out->quantile_crps, method, score->quantile_crps);
    skpi__set_int(out->count, method, score->count);
    skpi__set_int(out->n_interval, method, score->n_interval);
}
