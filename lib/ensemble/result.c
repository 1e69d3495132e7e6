/* What an accumulator tells: means, quantiles, probabilities. */
#include "ensemble/record.h"
#include "ensemble/result.h"
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"

static skpi_status given(skpi__at at, const skpi_ensemble_result *a)
{
    return a ? SKPI_OK : skpi__refuse(at, SKPI_EINVAL, "accumulator", "is NULL");
}

/* Are draws of some place missing? */
static skpi_status whole(const skpi_ensemble_result *a)
{
    for (size_t i = 0; i < a->shape.places; i++)
        if (skpi__record_draws(a->record[i]) != a->shape.draws) return SKPI_WMISSING;
    return SKPI_OK;
}

/* Mean of a variable in every place and year, over the draws that were run.
 *
 * Given:    accumulator  the accumulator
 *           model        number of the model
 *           variable     of the model, from 0
 * Returned: out          means (places x n_years); NaN where no draw was run
 * Status:   SKPI_OK, SKPI_WMISSING (draws of some place were not run), SKPI_EINVAL (null), SKPI_ENOTFOUND (model,
 *           variable), SKPI_ENOMEM (sizes)
 */
skpi_status skpi_ensemble_result_mean(const skpi_ensemble_result *accumulator, int32_t model, int32_t variable,
                                      double *out)
{
    const skpi__at at = skpi__here(__func__);
    size_t series;
    skpi_status s;
    if ((s = given(at, accumulator)) || (s = skpi__shape_series(at, &accumulator->shape, model, variable, &series)))
        return s;
    const skpi__shape *shape = &accumulator->shape;
    const size_t n = shape->n_years, first = series * n;
    if ((s = skpi__array(at, "out", out, shape->places, n))) return s;
    for (size_t i = 0; i < shape->places; i++) {
        const skpi__record *r = accumulator->record[i];
        const uint64_t draws = skpi__record_draws(r);
        for (size_t k = 0; k < n; k++)
            out[i * n + k] = !draws ? (double)NAN
                             : shape->mode == SKPI_ENSEMBLE_MODE_EXACT
                                 ? r->mean[first + k]
                                 : skpi__total_value(r->total[first + k]) / (double)draws * r->unit[first + k];
    }
    return whole(accumulator);
}

/* Where each probability stands among those of an exact plan. */
static skpi_status planned(skpi__at at, const skpi__shape *s, size_t n, const double *prob)
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

static void exact(const skpi__shape *s, const skpi__record *r, size_t first, size_t n_prob, const double *prob,
                  double *out)
{
    for (size_t q = 0; q < n_prob; q++) {
        size_t j = 0;
        while (s->prob[j] != prob[q]) j++;
        for (size_t k = 0; k < s->n_years; k++) out[k * n_prob + q] = r->quantile[(first + k) * s->n_prob + j];
    }
}

/* Quantiles of a variable in every place and year, over the draws that were run: type 7 of Hyndman and Fan.  Of an exact
 * plan they are those of the draws themselves; of a stream, between the edges of a bin, as if its draws were spread
 * evenly: the bin is less than 0.007 standard deviations wide.
 *
 * Given:    accumulator  the accumulator
 *           model        number of the model
 *           variable     of the model, from 0
 *           n_prob       quantiles wanted
 *           prob         their probabilities, in (0,1); in an exact plan, some of the plan's
 * Returned: out          quantiles (places x n_years x n_prob); NaN where no draw was run
 * Status:   SKPI_OK, SKPI_WMISSING (draws of some place were not run), SKPI_EINVAL (null), SKPI_ESTATE (a plan without
 *           quantiles), SKPI_ENOTFOUND (model, variable, probability), SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ENOMEM
 * Source:   R. J. Hyndman and Y. Fan, The American Statistician 50 (1996) 361
 */
skpi_status skpi_ensemble_result_quantile(const skpi_ensemble_result *accumulator, int32_t model, int32_t variable,
                                          size_t n_prob, const double *prob, double *out)
{
    const skpi__at at = skpi__here(__func__);
    size_t series, width;
    skpi_status s;
    if ((s = given(at, accumulator)) || (s = skpi__shape_series(at, &accumulator->shape, model, variable, &series)))
        return s;
    const skpi__shape *shape = &accumulator->shape;
    if (!shape->quantiles) return skpi__refuse(at, SKPI_ESTATE, "accumulator", "is of a plan without quantiles");
    if ((s = skpi__array(at, "prob", prob, n_prob, 1))) return s;
    for (size_t q = 0; q < n_prob; q++)
        if ((s = skpi__probability(skpi__element(at, q), "prob", prob[q]))) return s;
    if (shape->mode == SKPI_ENSEMBLE_MODE_EXACT && (s = planned(at, shape, n_prob, prob))) return s;
    if (!skpi__mul(shape->n_years, n_prob, &width)) width = SIZE_MAX;
    if ((s = skpi__array(at, "out", out, shape->places, width))) return s;
    const size_t first = series * shape->n_years;
    double *work = shape->mode == SKPI_ENSEMBLE_MODE_EXACT ? NULL : skpi__alloc(n_prob, 2, sizeof *work);
    if (shape->mode != SKPI_ENSEMBLE_MODE_EXACT && !work)
        return skpi__refuse(at, SKPI_ENOMEM, "n_prob", "is more than there is memory for");
    for (size_t i = 0; i < shape->places; i++) {
        const skpi__record *r = accumulator->record[i];
        if (!skpi__record_draws(r))
            skpi__put_nan(out + i * width, width);
        else if (shape->mode == SKPI_ENSEMBLE_MODE_EXACT)
            exact(shape, r, first, n_prob, prob, out + i * width);
        else
            skpi__histogram_quantiles(shape, r, series, n_prob, prob, work, out + i * width);
    }
    free(work);
    return whole(accumulator);
}

/* Probability of an event in every place: the part of the draws that were run in which it happened.
 *
 * Given:    accumulator  the accumulator
 *           event        number of the event
 * Returned: out          fractions (places); NaN where no draw was run
 * Status:   SKPI_OK, SKPI_WMISSING (draws of some place were not run), SKPI_EINVAL (null), SKPI_ENOTFOUND (no such
 *           event), SKPI_ENOMEM (sizes)
 */
skpi_status skpi_ensemble_result_probability(const skpi_ensemble_result *accumulator, int32_t event, double *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = given(at, accumulator))) return s;
    const skpi__shape *shape = &accumulator->shape;
    if (event < 0 || (size_t)event >= shape->n_events)
        return skpi__fail(at, SKPI_ENOTFOUND, "event", event, "is none of the plan's %zu events", shape->n_events);
    if ((s = skpi__array(at, "out", out, shape->places, 1))) return s;
    for (size_t i = 0; i < shape->places; i++) {
        const uint64_t draws = skpi__record_draws(accumulator->record[i]);
        out[i] = draws ? (double)accumulator->record[i]->count[event] / (double)draws : (double)NAN;
    }
    return whole(accumulator);
}
