/* Scores of forecasts: their errors, and the coverage and sharpness of their intervals.
 *
 *   e = forecast - truth;  rmse = sqrt(mean e^2), mae = mean |e|, median = median |e|, bias = mean e
 *   coverage = share of truths inside [low, high], ends included
 *   interval score = mean of (high - low) + 2/alpha (low - truth)+ + 2/alpha (truth - high)+,
 *                    alpha = 1 - the coverage that the intervals were made for
 * and means of the scores of crps.c.
 *
 * Source of the interval score: T. Gneiting and A. E. Raftery, Journal of the American Statistical Association 102
 * (2007) 359, eq. 43.
 */
#include "series/score.h"
#include "core/rows.h"
#include "numeric/select.h"
#include "numeric/sum.h"
#include "series/crps.h"
#include "series/unit.h"

/* Mean of n values in a unit near the largest of them, so that neither a square nor a sum leaves the range; NaN of none. */
static double score_mean(size_t n, const double *x)
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
    s->bias = score_mean(n, room);
    s->rmse = score_root_mean_square(n, room);
    for (size_t i = 0; i < n; i++) room[i] = fabs(room[i]);
    s->mae = score_mean(n, room);
    s->median = skpi__median(n, room);
}

static void score_intervals(const skpi__forecasts *f, double *room, skpi__score *s)
{
    size_t n = 0, inside = 0;
    for (size_t i = 0; i < f->n; i++) {
        if (!score_interval(f, i)) continue;
        inside += f->truth[i] >= f->low[i] && f->truth[i] <= f->high[i];
        room[n++] = skpi__interval_score(f->low[i], f->high[i], f->coverage, f->truth[i]);
    }
    s->n_interval = (int32_t)n;
    if (!n) return;
    s->coverage = (double)inside / (double)n;
    s->interval = score_mean(n, room);
}

static int score_complete(size_t n, const double *x)
{
    size_t k = 0;
    while (k < n && !isnan(x[k])) k++;
    return k == n;
}

/* Of the quantiles that were given, or of the interval's ends with the forecast between them. */
static double score_quantiles(const skpi__forecasts *f, double *room)
{
    const double of_three[] = {.5 * (1 - f->coverage), .5, .5 * (1 + f->coverage)};
    double weights[3];
    size_t n = 0;
    skpi__crps_weights(3, of_three, weights);
    for (size_t i = 0; i < f->n; i++) {
        if (f->quantile) {
            const double *q = f->quantile + i * f->n_prob;
            if (f->n_prob && !isnan(f->truth[i]) && score_complete(f->n_prob, q))
                room[n++] = skpi__crps_quantiles(f->n_prob, f->prob, f->weight, q, f->truth[i]);
        } else if (score_interval(f, i)) {
            const double q[] = {f->low[i], f->forecast[i], f->high[i]};
            room[n++] = skpi__crps_quantiles(3, of_three, weights, q, f->truth[i]);
        }
    }
    return score_mean(n, room);
}

static double score_normals(const skpi__forecasts *f, double *room)
{
    size_t n = 0;
    for (size_t i = 0; f->deviation && i < f->n; i++)
        if (score_pair(f, i) && !isnan(f->deviation[i]))
            room[n++] = skpi__crps_normal(f->forecast[i], f->deviation[i], f->truth[i]);
    return score_mean(n, room);
}

static double score_draws(const skpi__forecasts *f, double *room)
{
    size_t n = 0;
    for (size_t i = 0; f->draw && f->n_draws && i < f->n; i++) {
        const double *draw = f->draw + i * f->n_draws;
        if (!isnan(f->truth[i]) && score_complete(f->n_draws, draw))
            room[n++] = skpi__crps_draws(f->n_draws, draw, f->truth[i], room + f->n);
    }
    return score_mean(n, room);
}

skpi__score skpi__score_of(const skpi__forecasts *f, double *room)
{
    const double none = (double)NAN;
    skpi__score s = {none, none, none, none, none, none, none, none, none, 0, 0};
    score_errors(f, room, &s);
    score_intervals(f, room, &s);
    s.quantile_crps = score_quantiles(f, room);
    s.normal_crps = score_normals(f, room);
    s.draw_crps = score_draws(f, room);
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
