/* The forecasts of a backtest by each method from the years up to the origin, and their intervals. */
#include "urban/backtest_forecast.h"
#include "core/check.h"
#include "core/size.h"
#include "numeric/logistic.h"
#include "numeric/select.h"
#include "urban/converging_width.h"
#include "urban/path.h"
#include "urban/trial.h"
#include "urban/window.h"
#include <stdlib.h>

enum { CURVE_STEP = 5, TRIAL_STEP = 5, TRIAL_FROM = 10 };
static const double windows_annual[] = {5, 10, 20}; /* of converging and cautious */

int skpi__backtest_needs_norm(const skpi__urban_rules *rules, int32_t method)
{
    if (method == SKPI_URBAN_METHOD_UN || method == SKPI_URBAN_METHOD_BOCQUIER ||
        method == SKPI_URBAN_METHOD_CAUTIOUS || rules->fallback)
        return 1;
    for (size_t k = 0; method == SKPI_URBAN_METHOD_MEAN && k < rules->n_mean; k++)
        if (skpi__backtest_needs_norm(rules, rules->mean_method[k])) return 1;
    return 0;
}

skpi_status skpi__backtest_rules_read(skpi__backtest *p, const skpi_urban_options *project, int32_t method)
{
    skpi__urban_rules *rules = &p->rules[method - SKPI_URBAN_METHOD_UN];
    skpi_urban_options o = *project;
    o.method = method;
    o.n_sizes = p->fit.n_sizes;
    o.n_terms = 2;
    o.norm = p->norm;
    skpi_status s = skpi__urban_rules_read(p->at, &skpi__urban_project_names, &o, rules);
    if ((method == SKPI_URBAN_METHOD_CONVERGING || method == SKPI_URBAN_METHOD_CAUTIOUS) && !rules->n_windows) {
        rules->n_windows = sizeof windows_annual / sizeof *windows_annual;
        rules->window = windows_annual;
    }
    for (size_t k = 0; !s && k < rules->n_mean; k++) s = skpi__backtest_rules_read(p, project, rules->mean_method[k]);
    return s;
}

/* Whether the method is a curve, which another forecast replaces where it has no fit. */
static int backtest_curve(int32_t method)
{
    return method == SKPI_URBAN_METHOD_LOGISTIC || method == SKPI_URBAN_METHOD_GOMPERTZ;
}

/* Begins the path of area i by one method that is no mean; n is the length of its history. */
static skpi_status backtest_begin(const skpi__backtest *p, const skpi__urban_rules *rules, size_t i, size_t *n,
                                  skpi__urban_path *path)
{
    const int curve = backtest_curve(rules->method);
    const int points =
        curve || rules->method == SKPI_URBAN_METHOD_LINEAR || rules->method == SKPI_URBAN_METHOD_PERSISTENCE;
    const skpi__urban_path_source source = {
        .n = skpi__urban_record_history(&p->record, i, p->origin, !points, curve ? CURVE_STEP : 0, p->date, p->share),
        .date = p->date,
        .share = p->share,
        .size_class = skpi__urban_record_size(&p->record, i, p->origin),
        .reach = p->lead};
    skpi__at quiet = p->at;
    quiet.quiet = 1; /* what fails is told in the words of this function */
    *n = source.n;
    return skpi__urban_path_history(quiet, rules, &source, NULL, path);
}

skpi_status skpi__backtest_check(const skpi__backtest *p, const skpi__urban_rules *rules, size_t i)
{
    skpi__urban_path path;
    skpi_status s = SKPI_OK;
    size_t n;
    for (size_t k = 0; !s && rules->method == SKPI_URBAN_METHOD_MEAN && k < rules->n_mean; k++)
        s = skpi__backtest_check(p, skpi__backtest_rules(p, rules->mean_method[k]), i);
    if (s || rules->method == SKPI_URBAN_METHOD_MEAN || backtest_curve(rules->method) ||
        backtest_begin(p, rules, i, &n, &path) != SKPI_ENODATA)
        return s;
    return skpi__fail(skpi__element(p->at, i), SKPI_ENODATA, "origin", p->record.year[p->origin],
                      "has no year before it to measure growth");
}

/* Share of area i at the target, by one method that is no mean. */
static skpi_status backtest_forecast_method(const skpi__backtest *p, const skpi__urban_rules *rules, size_t i,
                                            double *share, int *fallback)
{
    skpi__urban_path path;
    size_t n;
    const skpi_status s = backtest_begin(p, rules, i, &n, &path);
    if (s >= 0) {
        *share = skpi__urban_path_at(&path, p->lead, NULL);
        *fallback |= n < 2 && rules->method != SKPI_URBAN_METHOD_PERSISTENCE; /* others take growth from a history */
        return (skpi_status)(s & ~SKPI_WUNUSUAL); /* of records long past nobody asks for the unit */
    }
    if (backtest_curve(rules->method)) { /* no fit */
        *fallback = 1;
        *share = p->share[n - 1];
        return SKPI_WWEAKFIT;
    }
    return skpi__result(skpi__element(p->at, i), "out->forecast", (double)INFINITY);
}

/* The same for any method: a mean asks each of its own. */
skpi_status skpi__backtest_forecast(const skpi__backtest *p, const skpi__urban_rules *rules, size_t i, double *share,
                                    int *fallback)
{
    int32_t warnings = 0;
    if (rules->method != SKPI_URBAN_METHOD_MEAN) return backtest_forecast_method(p, rules, i, share, fallback);
    *share = 0;
    for (size_t k = 0; k < rules->n_mean; k++) {
        double part;
        const skpi_status s =
            backtest_forecast_method(p, skpi__backtest_rules(p, rules->mean_method[k]), i, &part, fallback);
        if (s < 0) return s;
        *share += rules->mean_weight[k] * part;
        warnings |= (int32_t)s;
    }
    return (skpi_status)warnings;
}

/* Ends of the interval; NaN: the method has none. */
void skpi__backtest_interval(const skpi__backtest *p, const skpi__urban_rules *rules, size_t i, double share,
                             double *low, double *high)
{
    double below = (double)NAN, above = (double)NAN;
    if (rules->method == SKPI_URBAN_METHOD_UN) {
        below = p->error[0];
        above = p->error[1];
    } else if (rules->method == SKPI_URBAN_METHOD_CONVERGING || rules->method == SKPI_URBAN_METHOD_CAUTIOUS) {
        double shortest = rules->window[0];
        for (size_t k = 1; k < rules->n_windows; k++) shortest = fmin(shortest, rules->window[k]);
        const size_t n = skpi__urban_record_history(&p->record, i, p->origin, 1, 0, p->date, p->share);
        const double urgd = skpi__urban_window_logit(n, p->date, p->share, shortest);
        above = skpi__urban_converging_width(rules->method == SKPI_URBAN_METHOD_CAUTIOUS, p->coverage) *
                skpi__urban_converging_shape(p->share[n - 1], urgd, p->lead);
        below = -above;
    }
    const double logit = skpi__urban_clipped_logit(share);
    *low = isnan(below) ? below : skpi__logistic(logit + below);
    *high = isnan(above) ? above : skpi__logistic(logit + above);
}

/* Quantiles of the errors that the United Nations' method had before: targets up to the origin. */
skpi_status skpi__backtest_errors(skpi__backtest *p, const skpi__urban_rules *rules)
{
    skpi__urban_trial trial = {.record = &p->record,
                               .rules = *rules,
                               .fit = p->fit,
                               .first = p->record.year[0] + TRIAL_FROM,
                               .step = TRIAL_STEP,
                               .last_target = p->record.year[p->origin]};
    const size_t origins = skpi__urban_trial_origins(&trial, p->lead);
    size_t n;
    p->error[0] = p->error[1] = (double)NAN;
    if (!origins) return SKPI_OK;
    double *error = skpi__alloc(origins, p->record.n, sizeof *error);
    trial.room = skpi__urban_trial_room(&p->record);
    skpi_status s = SKPI_OK;
    if (!error || !trial.room) {
        s = skpi__no_memory(p->at, "share->n", p->record.n);
    } else {
        skpi__at quiet = p->at;
        quiet.quiet = 1; /* years that the tables have not, areas too few: no interval, no failure */
        s = skpi__urban_trial_errors(quiet, &trial, p->lead, error, &n);
        for (int k = 0; s >= 0 && n && k < 2; k++)
            p->error[k] = skpi__quantile(n, error, (k ? 1 + p->coverage : 1 - p->coverage) / 2);
        if (s < 0) s = SKPI_OK;
    }
    free(error);
    free(trial.room);
    return s;
}
