/* How good the methods would have been.
 *
 * Every area with 0 < p < 1 at the origin is forecast for the target from what the tables say up to the origin, and the
 * forecasts are compared with what they say of the target.  The norm is fitted to the ten years before the origin, the
 * size class is that of the origin's population, and the interval of the United Nations' method comes from errors at
 * earlier origins whose targets are not after this one.
 *   UN, damped, constant  growth difference of five years
 *   linear                points a year over ten years
 *   converging, cautious  growth difference of 5, 10 and 20 years (the cautious one's other half: of 5)
 *   logistic, Gompertz    fitted to the origin and every fifth year before it; where there is no fit, persistence
 *   mean                  of the forecasts of its methods, each as above
 * Inside logits p is clipped to [0.0005, 0.9995].
 */
#include "urban/backtest.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "series/score.h"
#include "urban/error_quantile.h"
#include <stdlib.h>

enum { POINTS = 100 };

/* The caller's options are for all methods, so that none may be named there, nor a norm. */
static skpi_status take_options(skpi__at at, const skpi_urban_options *options, skpi_urban_options *o)
{
    const skpi_status s = SKPI__TAKE(at, options, SKPI_URBAN_FLAG_FALLBACK | SKPI_URBAN_FLAG_CONVERGE_TO_ZERO, o);
    if (s) return s;
    o->size = sizeof *o; /* NULL is all defaults, and is handed on */
    if (o->method)
        return skpi__fail(at, SKPI_EINVAL, "options->method", o->method, "must be 0: the methods are an argument");
    if (o->norm || o->n_norm)
        return skpi__refuse(at, SKPI_EINVAL, o->norm ? "options->norm" : "options->n_norm",
                            "is given: a backtest fits its norm to the years up to the origin");
    return SKPI_OK;
}

/* One method: room holds three values an area, and the truths behind them. */
static skpi_status score(const skpi__backtest *p, const skpi_urban_options *options, const skpi__urban_rules *rules,
                         size_t k, double *room, const skpi_urban_backtest_out *o)
{
    const size_t n = p->record.n;
    double *const share = room, *const low = room + n, *const high = room + 2 * n, *const truth = room + 3 * n;
    int32_t warnings = 0;
    for (size_t i = 0; i < n; i++) {
        share[i] = low[i] = high[i] = (double)NAN;
        if (!skpi__urban_record_open(&p->record, i, p->origin)) continue;
        const skpi_status s = skpi__backtest_forecast(p, options, rules, i, &share[i]);
        if (s < 0) return s;
        skpi__backtest_interval(p, rules, i, share[i], &low[i], &high[i]);
        warnings |= (int32_t)s;
    }
    for (size_t i = 0; i < n; i++) {
        skpi__put(o->forecast, k * n + i, share[i]);
        skpi__put(o->low, k * n + i, low[i]);
        skpi__put(o->high, k * n + i, high[i]);
    }
    const skpi__score r = skpi__score_of(n, share, low, high, SKPI__BACKTEST_LEVEL, truth, room + 4 * n);
    skpi__put(o->rmse, k, POINTS * r.rmse);
    skpi__put(o->mae, k, POINTS * r.mae);
    skpi__put(o->median, k, POINTS * r.median);
    skpi__put(o->bias, k, POINTS * r.bias);
    skpi__put(o->coverage, k, r.coverage);
    skpi__put(o->interval_score, k, POINTS * r.interval);
    if (o->count) o->count[k] = r.count;
    if ((rules->method == SKPI_URBAN_METHOD_CONVERGING || rules->method == SKPI_URBAN_METHOD_CAUTIOUS) &&
        p->lead > SKPI__URBAN_CONVERGING_HORIZON)
        warnings |= SKPI_WHORIZON;
    return (skpi_status)warnings;
}

/* Where the origin and the target stand, and the values that may be looked at: all up to the origin, and the target's
 * shares. */
static skpi_status take_times(skpi__at at, int32_t origin, int32_t target, skpi__backtest *p)
{
    skpi_status s;
    if ((s = skpi__year(at, "origin", origin)) ||
        (s = skpi__urban_record_column(at, &p->record, "origin", origin, &p->origin)) ||
        (s = skpi__year(at, "target", target)))
        return s;
    if (target <= origin)
        return skpi__fail(at, SKPI_ENOTSORTED, "target", target, "is not after origin = %d", (int)origin);
    p->lead = target - origin;
    return skpi__urban_record_column(at, &p->record, "target", target, &p->target);
}

static skpi_status check_values(skpi__at at, const skpi__backtest *p)
{
    skpi_status s = skpi__urban_record_check(at, &p->record, p->origin + 1);
    for (size_t i = 0; !s && i < p->record.n; i++)
        s = skpi__share(skpi__cell(at, i, p->target), "share->value",
                        skpi__urban_record_share(&p->record, i, p->target));
    return s;
}

static skpi_status check_outputs(skpi__at at, size_t n_methods, size_t n)
{
    skpi_status s;
    if ((s = skpi__fits(at, "out->rmse", n_methods, 1)) || (s = skpi__fits(at, "out->forecast", n_methods, n)))
        return s;
    return SKPI_OK;
}

/* Scores of several methods' forecasts of a record from one origin for one target.
 *
 * Given:    share           urban shares, fractions in [0,1], areas x years
 *           population      total population on the same axes, in persons or the scale that its basis states
 *           origin          year from which the forecasts are made
 *           target          year that they are made for, after origin
 *           n_methods       methods
 *           methods         enum skpi_urban_method (n_methods)
 *           options         damping, converge_to, converge_by, ceiling, limits, windows (of all methods alike), the
 *                           mean's methods and weights; method and norm must be 0; NULL: defaults
 * Returned: out->rmse, mae, median, bias   of forecast - truth in points of percent; median of the absolute error
 *                           (n_methods each; every member NULL: not wanted)
 *           out->coverage   share of truths inside the 80 % interval; NaN: the method has none
 *           out->interval_score  in points of percent, lower is better; NaN: no interval
 *           out->count      areas scored: those with a share between 0 and 1 at the origin
 *           out->forecast, low, high  fractions (n_methods x n each); NaN: not scored, no interval
 *           No value after the origin is read but the shares of the target, and those only to score.
 * Status:   SKPI_OK, SKPI_WADJUSTED (a limit acted), SKPI_WWEAKFIT (a curve at a bound, or none found: persistence),
 *           SKPI_WNOTCONVERGED (a curve), SKPI_WHORIZON (converging, cautious: more than 40 years), SKPI_EINVAL
 *           (null, no such method, a norm or method in options), SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA (no areas or
 *           years; origin, target or ten years before the origin are not there; too few areas for a norm),
 *           SKPI_EINCONSISTENT (axes, options), SKPI_EDEFMIX (bases), SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM,
 *           SKPI_EDUPLICATE, SKPI_EZERODIV (options), SKPI_ENOTSORTED (years; target not after origin),
 *           SKPI_ESINGULAR (areas that do not determine a norm), SKPI_EOVERFLOW
 */
skpi_status skpi_urban_backtest(const skpi_table *share, const skpi_table *population, int32_t origin, int32_t target,
                                size_t n_methods, const int32_t *methods, const skpi_urban_options *options,
                                skpi_urban_backtest_out *out)
{
    skpi__backtest p = {.at = skpi__here(__func__)};
    const skpi__at at = p.at;
    skpi_urban_options given;
    skpi_urban_backtest_out o;
    skpi__urban_rules rules;
    int norm = 0, errors = 0;
    int32_t warnings = 0;
    skpi_status s;
    if ((s = skpi__urban_record_take(at, share, population, &p.record)) || (s = take_times(at, origin, target, &p)) ||
        (s = skpi__array(at, "methods", methods, n_methods, 1)) || (s = take_options(at, options, &given)))
        return s;
    if ((s = SKPI__NEED(at, out, 0, &o)) || (s = check_outputs(at, n_methods, p.record.n)) ||
        (s = check_values(at, &p)))
        return s;
    for (size_t k = 0; k < n_methods; k++) {
        if (!skpi_urban_method_name(methods[k]))
            return skpi__fail(skpi__element(at, k), SKPI_EINVAL, "methods", methods[k],
                              "is not an urban method (enum skpi_urban_method)");
        if ((s = skpi__backtest_rules(at, &given, methods[k], p.norm, &rules))) return s;
        norm |= skpi__backtest_needs_norm(&rules, methods[k]);
        errors |= methods[k] == SKPI_URBAN_METHOD_UN;
    }
    if (norm && (s = skpi__urban_record_norm(at, &p.record, p.origin, p.norm))) return s;
    if (errors && ((s = skpi__backtest_rules(at, &given, SKPI_URBAN_METHOD_UN, p.norm, &rules)) ||
                   (s = skpi__backtest_errors(&p, &rules))))
        return s;
    double *room = skpi__alloc(p.record.n, 5, sizeof *room);
    p.date = skpi__alloc(p.record.m, 2, sizeof *p.date);
    if (room && p.date) {
        p.share = p.date + p.record.m;
        for (size_t i = 0; i < p.record.n; i++)
            room[3 * p.record.n + i] = skpi__urban_record_share(&p.record, i, p.target);
        for (size_t k = 0; k < n_methods && s >= 0; k++)
            if (!(s = skpi__backtest_rules(at, &given, methods[k], p.norm, &rules)) &&
                (s = score(&p, &given, &rules, k, room, &o)) > 0)
                warnings |= (int32_t)s;
    } else {
        s = skpi__fail(at, SKPI_ENOMEM, "share->n", (double)p.record.n, "areas need more memory than there is");
    }
    free(room);
    free(p.date);
    return s < 0 ? s : (skpi_status)warnings;
}
