/* Values of a result: means, quantiles, probabilities. */
#include "ensemble/result.h"
#include "ensemble/histogram.h"
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"

/* SKPI_WMISSING if draws of some place were not run. */
static skpi_status warn_of_missing(const skpi_ensemble_result *result)
{
    for (size_t i = 0; i < result->shape.n_places; i++)
        if (skpi__record_draws(result->record[i]) != result->shape.n_draws) return SKPI_WMISSING;
    return SKPI_OK;
}

skpi_status skpi_ensemble_result_mean(const skpi_ensemble_result *result, int32_t model, int32_t variable, double *mean)
{
    const skpi__at at = skpi__here(__func__);
    size_t series;
    skpi_status s;
    if ((s = skpi__pointer(at, "result", result)) ||
        (s = skpi__shape_series(at, &result->shape, model, variable, &series)))
        return s;
    const skpi__shape *shape = &result->shape;
    const size_t n = shape->n_years, first = series * n;
    if ((s = skpi__array(at, "mean", mean, shape->n_places, n))) return s;
    for (size_t i = 0; i < shape->n_places; i++) {
        const skpi__record *r = result->record[i];
        const uint64_t draws = skpi__record_draws(r);
        for (size_t k = 0; k < n; k++)
            mean[i * n + k] = !draws ? (double)NAN
                              : shape->mode == SKPI_ENSEMBLE_MODE_EXACT
                                  ? r->mean[first + k]
                                  : skpi__total_value(r->total[first + k]) / (double)draws * r->unit[first + k];
    }
    return warn_of_missing(result);
}

/* Probabilities that are not among those of an exact plan are refused. */
static skpi_status check_planned(skpi__at at, const skpi__shape *s, size_t n, const double *prob)
{
    for (size_t q = 0; q < n; q++) {
        size_t j = 0;
        while (j < s->n_prob && s->prob[j] != prob[q]) j++;
        if (j == s->n_prob)
            return skpi__fail(skpi__element(at, q), SKPI_ENOTFOUND, "prob", prob[q],
                              "is none of the %zu probabilities of the plan, and its draws are gone", s->n_prob);
    }
    return SKPI_OK;
}

static void exact_quantiles(const skpi__shape *s, const skpi__record *r, size_t first, size_t n_prob,
                            const double *prob, double *quantile)
{
    for (size_t q = 0; q < n_prob; q++) {
        size_t j = 0;
        while (s->prob[j] != prob[q]) j++;
        for (size_t k = 0; k < s->n_years; k++) quantile[k * n_prob + q] = r->quantile[(first + k) * s->n_prob + j];
    }
}

skpi_status skpi_ensemble_result_quantile(const skpi_ensemble_result *result, int32_t model, int32_t variable,
                                          size_t n_prob, const double *prob, double *quantile)
{
    const skpi__at at = skpi__here(__func__);
    size_t series, width;
    skpi_status s;
    if ((s = skpi__pointer(at, "result", result)) ||
        (s = skpi__shape_series(at, &result->shape, model, variable, &series)))
        return s;
    const skpi__shape *shape = &result->shape;
    if (!shape->quantiles) return skpi__refuse(at, SKPI_ESTATE, "result", "is of a plan without quantiles");
    if ((s = skpi__probabilities(at, "prob", n_prob, prob))) return s;
    if (shape->mode == SKPI_ENSEMBLE_MODE_EXACT && (s = check_planned(at, shape, n_prob, prob))) return s;
    if (!skpi__mul(shape->n_years, n_prob, &width)) width = SIZE_MAX;
    if ((s = skpi__array(at, "quantile", quantile, shape->n_places, width))) return s;
    const size_t first = series * shape->n_years;
    double *work = shape->mode == SKPI_ENSEMBLE_MODE_EXACT ? NULL : skpi__alloc(n_prob, 2, sizeof *work);
    if (shape->mode != SKPI_ENSEMBLE_MODE_EXACT && !work) return skpi__no_memory(at, "n_prob", n_prob);
    for (size_t i = 0; i < shape->n_places; i++) {
        const skpi__record *r = result->record[i];
        if (!skpi__record_draws(r))
            skpi__set_nan(quantile + i * width, width);
        else if (shape->mode == SKPI_ENSEMBLE_MODE_EXACT)
            exact_quantiles(shape, r, first, n_prob, prob, quantile + i * width);
        else
            skpi__histogram_quantiles(shape, r, series, n_prob, prob, work, quantile + i * width);
    }
    free(work);
    return warn_of_missing(result);
}

skpi_status skpi_ensemble_result_probability(const skpi_ensemble_result *result, int32_t event, double *probability)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__pointer(at, "result", result))) return s;
    const skpi__shape *shape = &result->shape;
    if (event < 0 || (size_t)event >= shape->n_events)
        return skpi__fail(at, SKPI_ENOTFOUND, "event", event, "is none of the plan's %zu events", shape->n_events);
    if ((s = skpi__array(at, "probability", probability, shape->n_places, 1))) return s;
    for (size_t i = 0; i < shape->n_places; i++) {
        const uint64_t draws = skpi__record_draws(result->record[i]);
        probability[i] = draws ? (double)result->record[i]->count[event] / (double)draws : (double)NAN;
    }
    return warn_of_missing(result);
}
