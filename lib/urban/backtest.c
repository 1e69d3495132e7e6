/* Test of methods on the past.
 *
 * Each area with 0 < p < 1 at the origin is forecast for the target from the values up to the origin, and the forecast
 * is compared with the value of the target.  The norm is fitted to the ten years before the origin (record_norm.h), the
 * size class is that of the origin's population, and the interval of the United Nations' method comes from errors at earlier origins
 * whose targets are not after this one.
 *   UN, damped, constant  growth difference of five years
 *   linear                points a year over ten years
 *   converging, cautious  growth difference of 5, 10 and 20 years (the cautious one's other half: of 5)
 *   logistic, Gompertz    fitted to the origin and every fifth year before it; where there is no fit, persistence
 *   mean                  of the forecasts of its methods, each as above
 * An area of which a value up to the origin is missing is left out of all of this, one whose share at the target is
 * missing of the scores; both are counted.  The target may stand in a table of another revision.
 * Inside logits p is clipped to [0.0005, 0.9995].
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/table.h"
#include "series/score.h"
#include "series/truth.h"
#include "urban/backtest_forecast.h"
#include "urban/converging_width.h"
#include "urban/path.h"
#include <stdlib.h>

/* The project's options are for all methods, so that none may be named there, nor a norm. */
static skpi_status backtest_project(skpi__at at, const skpi_urban_options *given, skpi_urban_options *o)
{
    const skpi__urban_option_names *name = &skpi__urban_project_names;
    const skpi_status s = skpi__struct_read(at, &name->frame, given, sizeof *o,
                                            SKPI_URBAN_FLAG_FALLBACK | SKPI_URBAN_FLAG_CONVERGE_TO_ZERO, 0, o);
    if (s) return s;
    o->size = sizeof *o; /* NULL is all defaults, and is handed on */
    if (o->method)
        return skpi__fail(at, SKPI_EINVAL, name->method, o->method, "must be 0: the methods are an argument");
    if (o->norm || o->n_sizes || o->n_terms)
        return skpi__refuse(at, SKPI_EINVAL,
                            o->norm      ? name->norm
                            : o->n_sizes ? name->n_sizes
                                         : name->n_terms,
                            "is given: a backtest fits its norm to the years up to the origin");
    return SKPI_OK;
}

static skpi_status backtest_options(skpi__at at, const skpi_table *share, const skpi_urban_backtest_options *options,
                                    skpi_urban_options *project, skpi__backtest *p)
{
    skpi_urban_backtest_options o;
    skpi_table known;
    skpi_status s;
    if ((s = SKPI__STRUCT_OR_NULL(at, options, 0, &o)) || (s = backtest_project(at, o.project, project))) return s;
    (void)SKPI__TABLE(at, share, &known); /* as it was read for the record */
    if ((s = skpi__truth_take(at, o.truth, "share->n", "share->basis", &known, &p->truth))) return s;
    p->coverage = o.coverage;
    if ((s = skpi__urban_coverage(at, "options->coverage", &p->coverage))) return s;
    return skpi__urban_norm_rules_take(at, o.loss, o.n_sizes, &p->fit);
}

static double backtest_truth(const skpi__backtest *p, size_t i) { return p->truth.value[i * p->truth.m + p->target]; }

/* Whether the area is scored: it has a share between 0 and 1 at the origin, and a truth. */
static int backtest_scored(const skpi__backtest *p, size_t i)
{
    return skpi__urban_record_open(&p->record, i, p->origin) && !isnan(backtest_truth(p, i));
}

/* One method: room holds three values an area, and the truths behind them. */
static skpi_status backtest_score(const skpi__backtest *p, const skpi__urban_rules *rules, size_t k, double *room,
                                  const skpi_urban_backtest_out *o)
{
    const size_t n = p->record.n;
    double *const share = room, *const low = room + n, *const high = room + 2 * n, *const truth = room + 3 * n;
    int32_t warnings = 0, n_fallback = 0;
    for (size_t i = 0; i < n; i++) {
        int fallback = 0;
        share[i] = low[i] = high[i] = (double)NAN;
        if (!backtest_scored(p, i)) continue;
        const skpi_status s = skpi__backtest_forecast(p, rules, i, &share[i], &fallback);
        if (s < 0) return s;
        skpi__backtest_interval(p, rules, i, share[i], &low[i], &high[i]);
        n_fallback += fallback;
        warnings |= (int32_t)s;
    }
    for (size_t i = 0; i < n; i++) {
        skpi__set(o->forecast, k * n + i, share[i]);
        skpi__set(o->low, k * n + i, low[i]);
        skpi__set(o->high, k * n + i, high[i]);
    }
    const skpi__forecasts f = {
        .n = n, .forecast = share, .truth = truth, .low = low, .high = high, .coverage = p->coverage};
    const skpi__score r = skpi__score_of(&f, room + 4 * n);
    skpi__score_write(&SKPI__SCORE_OUTPUTS(o), k, &r);
    skpi__set_int(o->n_fallback, k, n_fallback);
    return (skpi_status)(warnings | skpi__urban_horizon(rules, p->lead));
}

/* Where the origin stands, and how far the target is from it. */
static skpi_status backtest_times(skpi__at at, int32_t origin, int32_t target, skpi__backtest *p)
{
    skpi_status s;
    if ((s = skpi__year(at, "origin", origin)) ||
        (s = skpi__urban_record_column(at, &p->record, "origin", origin, &p->origin)) ||
        (s = skpi__year(at, "target", target)))
        return s;
    if (target <= origin)
        return skpi__fail(at, SKPI_ENOTSORTED, "target", target, "is not after origin = %d", (int)origin);
    p->lead = target - origin;
    return SKPI_OK;
}

static skpi_status backtest_target(skpi__at at, int32_t target, skpi__backtest *p)
{
    p->target = skpi__truth_column(&p->truth, target);
    if (p->target < p->truth.m) return SKPI_OK;
    return skpi__fail(at, SKPI_ENODATA, "target", target, "is not a year of the truths (%d..%d)", (int)p->truth.year[0],
                      (int)p->truth.year[p->truth.m - 1]);
}

/* Marks areas with gaps up to the origin, and counts with them those without a target.  name: of the truths. */
static skpi_status backtest_check(skpi__at at, const char *name, const skpi__backtest *p, unsigned char *gaps,
                                  int32_t *left_out)
{
    skpi_status s = skpi__urban_record_check(at, &p->record, p->origin + 1, gaps);
    *left_out = 0;
    for (size_t i = 0; s >= 0 && i < p->record.n; i++) {
        const double truth = backtest_truth(p, i);
        const skpi_status bad = isnan(truth) ? SKPI_OK : skpi__share(skpi__cell(at, i, p->target), name, truth);
        if (bad) return bad;
        *left_out += gaps[i] || isnan(truth);
    }
    return s < 0 ? s : *left_out ? SKPI_WMISSING : SKPI_OK;
}

/* Fits what the methods need: the norm, and the errors that the United Nations' method had before. */
static skpi_status backtest_prepare(skpi__backtest *p, const skpi_urban_options *project, size_t n_methods,
                                    const int32_t *method, double *room)
{
    int norm = 0, errors = 0;
    skpi_status s, fit = SKPI_OK;
    for (size_t k = 0; k < n_methods; k++) {
        if ((s = skpi__urban_method_check(skpi__element(p->at, k), "method", method[k])) ||
            (s = skpi__backtest_rules_read(p, project, method[k])))
            return s;
        norm |= skpi__backtest_needs_norm(skpi__backtest_rules(p, method[k]), method[k]);
        errors |= method[k] == SKPI_URBAN_METHOD_UN;
    }
    if (norm && (fit = skpi__urban_record_norm(p->at, &p->record, &p->fit, p->origin, room, p->norm)) < 0) return fit;
    s = errors ? skpi__backtest_errors(p, skpi__backtest_rules(p, SKPI_URBAN_METHOD_UN)) : SKPI_OK;
    return s < 0 ? s : (skpi_status)((int32_t)fit | (int32_t)s);
}

/* Each method has a forecast of each area. */
static skpi_status backtest_histories(const skpi__backtest *p, size_t n_methods, const int32_t *method)
{
    skpi_status s = SKPI_OK;
    for (size_t k = 0; k < n_methods && !s; k++)
        for (size_t i = 0; i < p->record.n && !s; i++)
            if (backtest_scored(p, i)) s = skpi__backtest_check(p, skpi__backtest_rules(p, method[k]), i);
    return s;
}

skpi_status skpi_urban_backtest(const skpi_table *share, const skpi_table *population, int32_t origin, int32_t target,
                                size_t n_methods, const int32_t *method, const skpi_urban_backtest_options *options,
                                skpi_urban_backtest_out *out)
{
    skpi__backtest p = {.at = skpi__here(__func__)};
    const skpi__at at = p.at;
    skpi_urban_options project;
    skpi_urban_backtest_out o;
    unsigned char *gaps = NULL;
    double *room = NULL;
    int32_t warnings = 0, left_out = 0;
    skpi_status s;
    if ((s = skpi__urban_record_take(at, share, population, &p.record)) ||
        (s = backtest_times(at, origin, target, &p)) || (s = skpi__array(at, "method", method, n_methods, 1)) ||
        (s = backtest_options(at, share, options, &project, &p)) || (s = backtest_target(at, target, &p)) ||
        (s = SKPI__STRUCT(at, out, 0, &o)) || (s = skpi__array_size(at, "out->forecast", n_methods, p.record.n)))
        return s;
    if (!(gaps = skpi__alloc(p.record.n, 1, sizeof *gaps))) return skpi__no_memory(at, "share->n", p.record.n);
    if ((s = backtest_check(at, p.truth.value == p.record.share ? "share->value" : "options->truth->value", &p, gaps,
                            &left_out)) < 0)
        goto done;
    p.record.gaps = gaps;
    warnings = s;
    room = skpi__alloc(p.record.n, 5, sizeof *room);
    p.date = skpi__alloc(p.record.m, 2, sizeof *p.date);
    if (room && p.date) {
        if ((s = backtest_prepare(&p, &project, n_methods, method, room)) < 0) goto done;
        warnings |= (int32_t)s;
        p.share = p.date + p.record.m;
        for (size_t i = 0; i < p.record.n; i++) room[3 * p.record.n + i] = backtest_truth(&p, i);
        if ((s = backtest_histories(&p, n_methods, method))) goto done;
        for (size_t k = 0; k < n_methods && s >= 0; k++) {
            const skpi__urban_rules *rules = skpi__backtest_rules(&p, method[k]);
            if ((s = backtest_score(&p, rules, k, room, &o)) > 0) warnings |= (int32_t)s;
            warnings |= rules->unusual;
        }
        if (s >= 0) skpi__set_int(o.left_out, 0, left_out);
    } else {
        s = skpi__no_memory(at, "share->n", p.record.n);
    }
done:
    free(gaps);
    free(room);
    free(p.date);
    return s < 0 ? s : (skpi_status)(warnings | skpi__urban_record_unusual(at, &p.record, p.origin));
}
