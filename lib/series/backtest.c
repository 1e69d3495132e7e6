/* Test of models on the past: forecasts from earlier years, compared with the observations.
 *
 * For each origin each model is fitted to the values of each series up to the origin, and forecasts the years after it,
 * with an interval of the wanted coverage.  Scores are over all series, origins and years for which there is an
 * observation, in the table itself or in one of another revision.  Values after an origin are used only to score.
 *
 * Sources: model.c (forecasts), score.c (scores); rolling origins: L. J. Tashman, International Journal of Forecasting
 * 16 (2000) 437.
 */
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/table.h"
#include "series/fit.h"
#include "series/fit_options.h"
#include "series/model.h"
#include "series/row_values.h"
#include "series/score.h"
#include "series/truth.h"

typedef struct plan {
    skpi__at at;
    skpi_table y, came;               /* what is known, what came */
    size_t n_origins, n_years, pairs; /* pairs: origins x series x years */
    const int32_t *origin;
    double coverage;
    int fallback;
    double *forecast, *low, *high, *truth, *errors; /* pairs each */
    double *t, *v;                                  /* a history */
} plan;

static skpi_status backtest_origins(const plan *p)
{
    skpi_status s;
    if ((s = skpi__count(p->at, "n_origins", p->n_origins)) ||
        (s = skpi__array(p->at, "origin", p->origin, p->n_origins, 1)) ||
        (s = skpi__years(p->at, "origin", p->n_origins, p->origin)))
        return s;
    return SKPI_OK;
}

/* Each origin has a known value before it and a truth after it. */
static skpi_status backtest_span(const plan *p)
{
    const int32_t first = p->y.year[0], last = p->came.year[p->came.m - 1];
    for (size_t a = 0; a < p->n_origins; a++)
        if (p->origin[a] < first || p->origin[a] >= last)
            return skpi__fail(skpi__element(p->at, a), SKPI_ENODATA, "origin", p->origin[a],
                              "is not from the first year, %d, to before the last one, %d", (int)first, (int)last);
    return SKPI_OK;
}

static skpi_status backtest_years(const plan *p)
{
    const skpi_status s = skpi__count(p->at, "n_years", p->n_years);
    return s ? s : skpi__axis(p->at, "n_years", p->origin[p->n_origins - 1] + 1, p->n_years);
}

static skpi_status backtest_options(plan *p, size_t n_models, const int32_t *model,
                                    const skpi_series_backtest_options *options, skpi_series_fit_options *fit)
{
    skpi_series_backtest_options o;
    skpi_status s = SKPI__STRUCT_OR_NULL(p->at, options, 0, &o);
    if (s || (s = skpi__fit_common(p->at, n_models, model, o.fit, fit))) return s;
    p->coverage = o.coverage;
    p->fallback = o.fallback;
    if ((s = skpi__truth_take(p->at, o.truth, "y->n", "y->basis", &p->y, &p->came)) ||
        (s = skpi__coverage(p->at, "options->coverage", &p->coverage)) ||
        (s = skpi__flag(p->at, "options->fallback", o.fallback)) ||
        (s = skpi__reserved(p->at, "options->zero", o.zero)))
        return s;
    return backtest_span(p);
}

/* Values up to the last origin are ones that each model takes; those behind it can be anything finite. */
static skpi_status backtest_check(const plan *p, size_t n_rules, const skpi__fit_rules *rules)
{
    for (size_t i = 0; i < p->y.n; i++)
        for (size_t j = 0; j < p->y.m; j++) {
            const double v = p->y.value[i * p->y.m + j];
            const skpi__at at = skpi__cell(p->at, i, j);
            skpi_status s;
            if (isnan(v)) continue;
            if ((s = skpi__finite(at, "y->value", v))) return s;
            for (size_t k = 0; p->y.year[j] <= p->origin[p->n_origins - 1] && k < n_rules; k++)
                if ((s = skpi__fit_value(at, &rules[k], p->y.year[j], v))) return s;
        }
    return SKPI_OK;
}

/* The truths of another table. */
static skpi_status backtest_check_truth(const plan *p)
{
    for (size_t i = 0; i < p->came.n; i++)
        for (size_t j = 0; j < p->came.m; j++) {
            const double v = p->came.value[i * p->came.m + j];
            const skpi_status s =
                isnan(v) ? SKPI_OK : skpi__finite(skpi__cell(p->at, i, j), "options->truth->value", v);
            if (s) return s;
        }
    return SKPI_OK;
}

static double backtest_truth(const plan *p, size_t i, int32_t year)
{
    const size_t j = skpi__truth_column(&p->came, year);
    return j < p->came.m ? p->came.value[i * p->came.m + j] : (double)NAN;
}

/* No fit: the last value where that is wanted, and how many pairs got it. */
static skpi_status backtest_no_fit(const plan *p, size_t used, size_t c, int32_t *n_fallback)
{
    for (size_t h = 0; p->fallback && used > 0 && h < p->n_years; h++) {
        p->forecast[c + h] = p->v[used - 1];
        *n_fallback += !isnan(p->truth[c + h]);
    }
    return p->fallback && used > 0 ? SKPI_WADJUSTED : SKPI_WMISSING;
}

/* One series from one origin, into the pairs from c on. */
static skpi_status backtest_forecast(const plan *p, const skpi__fit_rules *rules, int anchor, size_t i, int32_t origin,
                                     size_t c, int32_t *n_fallback)
{
    skpi__at at = skpi__element(p->at, i);
    skpi_table known = {.n = 1, .year = p->y.year, .value = p->y.value + i * p->y.m};
    skpi__fit fit;
    skpi_status s;
    while (known.m < p->y.m && known.year[known.m] <= origin) known.m++;
    const size_t used = skpi__row_values(&known, 0, 0, p->t, p->v);
    s = skpi__fit_series(rules, used, p->t, p->v, &fit);
    if (s == SKPI_ENODATA || s == SKPI_ESINGULAR) return backtest_no_fit(p, used, c, n_fallback);
    if (s < 0) return skpi__refuse(at, s, "y->value", "is fitted beyond the range of a double");
    const double below = skpi__fit_score(&fit, (1 - p->coverage) / 2); /* finite: it is asked for 2^-54 or more */
    for (size_t h = 0; h < p->n_years; h++, c++) {
        const double t = (double)origin + 1 + (double)h;
        const double mean = skpi__fit_mean(&fit, anchor, t);
        const double low = skpi__fit_quantile(&fit, anchor, t, below),
                     high = skpi__fit_quantile(&fit, anchor, t, -below);
        skpi_status bad;
        /* ends do not overflow: where the values leave a spread, the mean is far below the largest double */
        if ((bad = skpi__result(at, "out->forecast", mean)) ||
            (!isnan(p->truth[c]) && ((bad = skpi__result(at, "out->rmse", mean - p->truth[c])) ||
                                     (bad = skpi__result(at, "out->interval_score",
                                                         skpi__interval_score(low, high, p->coverage, p->truth[c]))))))
            return bad;
        p->forecast[c] = mean;
        p->low[c] = low;
        p->high[c] = high;
    }
    return s;
}

static skpi_status backtest_score(const plan *p, const skpi__fit_rules *rules, int anchor, size_t k,
                                  const skpi_series_backtest_out *o)
{
    const size_t years = p->n_years;
    int32_t warnings = 0, n_fallback = 0;
    for (size_t c = 0; c < p->pairs; c++) p->forecast[c] = p->low[c] = p->high[c] = (double)NAN;
    for (size_t a = 0; a < p->n_origins; a++)
        for (size_t i = 0; i < p->y.n; i++) {
            const skpi_status s =
                backtest_forecast(p, rules, anchor, i, p->origin[a], (a * p->y.n + i) * years, &n_fallback);
            if (s < 0) return s;
            warnings |= (int32_t)s;
        }
    for (size_t c = 0; c < p->pairs; c++) {
        if (isnan(p->truth[c])) warnings |= SKPI_WMISSING;
        skpi__set(o->forecast, k * p->pairs + c, p->forecast[c]);
        skpi__set(o->low, k * p->pairs + c, p->low[c]);
        skpi__set(o->high, k * p->pairs + c, p->high[c]);
    }
    const skpi__forecasts f = {.n = p->pairs,
                               .forecast = p->forecast,
                               .truth = p->truth,
                               .low = p->low,
                               .high = p->high,
                               .coverage = p->coverage};
    const skpi__score r = skpi__score_of(&f, p->errors);
    skpi__score_write(&SKPI__SCORE_OUTPUTS(o), k, &r);
    skpi__set_int(o->n_fallback, k, n_fallback);
    return (skpi_status)warnings;
}

/* The first value above a ceiling or break in a series, of which later values are truths, by the rules of a model. */
static skpi_status backtest_unusual(const plan *p, size_t n_rules, const skpi__fit_rules *rules)
{
    skpi_status s = SKPI_OK;
    for (size_t i = 0; i < p->y.n && !s; i++) {
        const size_t used = skpi__row_values(&p->y, i, 0, p->t, p->v);
        for (size_t k = 0; k < n_rules && !s; k++)
            s = skpi__fit_unusual(skpi__element(p->at, i), &rules[k], &p->y, i, used, p->t, p->v);
    }
    return s;
}

/* Room for all pairs of one model, a history, and the rules of every model. */
static skpi_status backtest_room(plan *p, size_t n_models, double **room, skpi__fit_rules **rules)
{
    const size_t pairs = p->pairs, m = p->y.m;
    const skpi__piece pieces[] = {SKPI__PIECE(p->forecast, pairs, 1),
                                  SKPI__PIECE(p->low, pairs, 1),
                                  SKPI__PIECE(p->high, pairs, 1),
                                  SKPI__PIECE(p->truth, pairs, 1),
                                  SKPI__PIECE(p->errors, pairs, 1),
                                  SKPI__PIECE(p->t, m, 1),
                                  SKPI__PIECE(p->v, m, 1)};
    *room = SKPI__ALLOC_PIECES(pieces);
    *rules = skpi__alloc(n_models, 1, sizeof **rules);
    if (!*room || !*rules)
        return *room ? skpi__no_memory(p->at, "n_models", n_models) : skpi__no_memory(p->at, "n_years", p->n_years);
    for (size_t a = 0; a < p->n_origins; a++)
        for (size_t i = 0; i < p->y.n; i++)
            for (size_t h = 0; h < p->n_years; h++)
                p->truth[(a * p->y.n + i) * p->n_years + h] = backtest_truth(p, i, p->origin[a] + 1 + (int32_t)h);
    return SKPI_OK;
}

skpi_status skpi_series_backtest(const skpi_table *y, size_t n_origins, const int32_t *origin, size_t n_models,
                                 const int32_t *model, size_t n_years, const skpi_series_backtest_options *options,
                                 skpi_series_backtest_out *out)
{
    plan p = {.at = skpi__here(__func__), .n_origins = n_origins, .n_years = n_years, .origin = origin};
    skpi_series_fit_options given;
    skpi_series_backtest_out o;
    skpi__fit_rules *rules = NULL;
    double *room = NULL;
    int anchor = 0;
    int32_t warnings = 0;
    skpi_status s;
    if ((s = SKPI__TABLE(p.at, y, &p.y)) || (s = backtest_origins(&p)) ||
        (s = skpi__fit_models(p.at, "model", n_models, model)) || (s = backtest_years(&p)))
        return s;
    p.pairs = skpi__width(skpi__width(n_origins, p.y.n), n_years);
    if ((s = skpi__array_size(p.at, "out->forecast", p.pairs, n_models)) ||
        (s = backtest_options(&p, n_models, model, options, &given)) || (s = SKPI__STRUCT(p.at, out, 0, &o)))
        return s;
    if ((s = backtest_room(&p, n_models, &room, &rules))) goto end;
    for (size_t k = 0; k < n_models; k++)
        (void)skpi__fit_one_of(p.at, model[k], &given, &rules[k], &anchor); /* backtest_options has checked them */
    if ((s = backtest_check(&p, n_models, rules)) || (s = backtest_check_truth(&p))) goto end;
    for (size_t k = 0; k < n_models; k++) {
        if ((s = backtest_score(&p, &rules[k], model[k] != SKPI_SERIES_MODEL_HOLT && given.anchor, k, &o)) < 0)
            goto end;
        warnings |= (int32_t)s;
    }
    s = (skpi_status)(warnings | (int32_t)backtest_unusual(&p, n_models, rules));
end:
    free(room);
    free(rules);
    return s;
}
