/* Scores of the forecasts of several methods (score.h). */
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "series/crps.h"
#include "series/score.h"

static skpi_status score_methods_value(skpi__at at, const char *name, double x)
{
    return isnan(x) ? SKPI_OK : skpi__finite(at, name, x);
}

/* n values of one forecast: finite or missing, and so near the truth that their distance is a double. */
static skpi_status score_methods_near(skpi__at at, const char *name, size_t n, const double *x, double truth)
{
    skpi_status s;
    for (size_t k = 0; k < n; k++)
        if ((s = score_methods_value(at, name, x[k])) ||
            (!isnan(x[k]) && !isnan(truth) && (s = skpi__result(at, name, x[k] - truth))))
            return s;
    return SKPI_OK;
}

static skpi_status score_methods_interval(skpi__at at, const skpi__forecasts *f, size_t i)
{
    skpi_status s;
    if ((s = score_methods_value(at, "in->low", f->low[i])) || (s = score_methods_value(at, "in->high", f->high[i])))
        return s;
    if (f->low[i] > f->high[i])
        return skpi__fail(at, SKPI_EINCONSISTENT, "in->low", f->low[i], "is above in->high = %g", f->high[i]);
    if (isnan(f->truth[i]) || isnan(f->low[i]) || isnan(f->high[i])) return SKPI_OK;
    return skpi__result(at, "in->low", skpi__interval_score(f->low[i], f->high[i], f->coverage, f->truth[i]));
}

static skpi_status score_methods_quantiles(skpi__at at, const skpi__forecasts *f, size_t i)
{
    const double *q = f->quantile + i * f->n_prob;
    const skpi_status s = score_methods_near(at, "in->quantile", f->n_prob, q, f->truth[i]);
    for (size_t k = 1; !s && k < f->n_prob; k++)
        if (q[k] < q[k - 1])
            return skpi__fail(at, SKPI_EINCONSISTENT, "in->quantile", q[k], "is below %g, of a lower probability",
                              q[k - 1]);
    if (s || isnan(f->truth[i]) || !f->n_prob) return s;
    const double score = skpi__crps_quantiles(f->n_prob, f->prob, f->weight, q, f->truth[i]);
    return isnan(score) ? SKPI_OK : skpi__result(at, "in->quantile", score);
}

static skpi_status score_methods_check(skpi__at at, const skpi__forecasts *f)
{
    skpi_status s;
    for (size_t i = 0; i < f->n; i++) {
        at.column = (int64_t)i;
        if ((s = score_methods_near(at, "in->forecast", 1, f->forecast + i, f->truth[i])) ||
            (f->low && (s = score_methods_interval(at, f, i))) ||
            (f->quantile && (s = score_methods_quantiles(at, f, i))) ||
            (f->deviation && !isnan(f->deviation[i]) && (s = skpi__quantity(at, "in->deviation", f->deviation[i]))) ||
            (f->draw && (s = score_methods_near(at, "in->draw", f->n_draws, f->draw + i * f->n_draws, f->truth[i]))))
            return s;
    }
    return SKPI_OK;
}

/* The arrays of all methods. */
static skpi_status score_methods_arrays(skpi__at at, const skpi_series_score_in *in)
{
    const size_t quantiles = skpi__width(in->n, in->n_prob), draws = skpi__width(in->n, in->n_draws);
    skpi_status s;
    if ((s = skpi__count(at, "in->n", in->n)) ||
        (s = skpi__array(at, "in->forecast", in->forecast, in->n_methods, in->n)) ||
        (s = skpi__array(at, "in->truth", in->truth, in->n, 1)))
        return s;
    if (!in->low != !in->high)
        return skpi__refuse(at, SKPI_EINVAL, in->low ? "in->high" : "in->low", "is NULL: both ends or none");
    if (in->quantile && !in->prob) return skpi__refuse(at, SKPI_EINVAL, "in->prob", "is NULL: the quantiles have none");
    if ((in->prob && (s = skpi__probabilities_increase(at, "in->prob", in->n_prob, in->prob))) ||
        (in->quantile && (s = skpi__array(at, "in->quantile", in->quantile, in->n_methods, quantiles))) ||
        (in->draw && (s = skpi__array(at, "in->draw", in->draw, in->n_methods, draws))))
        return s;
    for (size_t i = 0; i < in->n; i++)
        if ((s = score_methods_value(skpi__element(at, i), "in->truth", in->truth[i]))) return s;
    return SKPI_OK;
}

/* What method k made. */
static skpi__forecasts score_methods_of(const skpi_series_score_in *in, double coverage, const double *weight, size_t k)
{
    const size_t at = k * in->n;
    return (skpi__forecasts){.n = in->n,
                             .forecast = in->forecast + at,
                             .truth = in->truth,
                             .low = in->low ? in->low + at : NULL,
                             .high = in->high ? in->high + at : NULL,
                             .coverage = coverage,
                             .n_prob = in->n_prob,
                             .prob = in->prob,
                             .weight = weight,
                             .quantile = in->quantile ? in->quantile + at * in->n_prob : NULL,
                             .deviation = in->deviation ? in->deviation + at : NULL,
                             .n_draws = in->n_draws,
                             .draw = in->draw ? in->draw + at * in->n_draws : NULL};
}

skpi_status skpi_series_score(const skpi_series_score_in *in, double coverage, skpi_series_score_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi_series_score_in x;
    skpi_series_score_out o;
    int32_t warnings = 0;
    skpi_status s;
    if ((s = SKPI__STRUCT(at, in, 0, &x)) || (s = score_methods_arrays(at, &x)) ||
        (s = skpi__coverage(at, "coverage", &coverage)) || (s = SKPI__STRUCT(at, out, 0, &o)))
        return s;
    double *room = x.n_draws <= SIZE_MAX - x.n ? skpi__alloc(x.n + x.n_draws, 1, sizeof *room) : NULL;
    double *weight = skpi__alloc(x.n_prob, 1, sizeof *weight);
    if (!room || !weight)
        s = room ? skpi__no_memory(at, "in->n_prob", x.n_prob) : skpi__no_memory(at, "in->n", x.n);
    else
        skpi__crps_weights(x.prob ? x.n_prob : 0, x.prob, weight);
    for (size_t k = 0; k < x.n_methods && !s; k++) {
        const skpi__forecasts f = score_methods_of(&x, coverage, weight, k);
        s = score_methods_check(skpi__element(at, k), &f);
    }
    for (size_t k = 0; k < x.n_methods && !s; k++) {
        const skpi__forecasts f = score_methods_of(&x, coverage, weight, k);
        const skpi__score r = skpi__score_of(&f, room);
        if (r.count < (int64_t)x.n) warnings |= SKPI_WMISSING;
        skpi__score_write(&SKPI__SCORE_OUTPUTS(&o), k, &r);
        skpi__set(o.normal_crps, k, r.normal_crps);
        skpi__set(o.draw_crps, k, r.draw_crps);
    }
    free(room);
    free(weight);
    return s ? s : (skpi_status)warnings;
}
