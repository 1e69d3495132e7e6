/* Quantiles of a result.
 *
 * The run of an EXACT plan computes quantiles from the draws by selection (run_exact.c, numeric/order.h); here they are
 * only copied.  For a STREAM plan the result has the histograms of the draws, from which quantile_histogram.c computes
 * quantiles. */
#include "ensemble/result.h"
#include "ensemble/quantile_histogram.h"
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "numeric/decimal.h"

/* Probabilities that are not among those of an exact plan are refused. */
static skpi_status quantile_planned(skpi__at at, const skpi__sizes *s, size_t n, const double *prob)
{
    for (size_t q = 0; q < n; q++) {
        size_t j = 0;
        while (j < s->n_prob && !skpi__same(s->prob[j], prob[q])) j++;
        if (j == s->n_prob)
            return skpi__fail(skpi__element(at, q), SKPI_ENOTFOUND, "prob", prob[q],
                              "is none of the %zu probabilities of the plan, and the draws are not kept", s->n_prob);
    }
    return SKPI_OK;
}

static void quantile_copy(const skpi__sizes *s, const skpi__record *r, size_t first, size_t n_prob, const double *prob,
                          double *quantile)
{
    for (size_t q = 0; q < n_prob; q++) {
        size_t j = 0;
        while (!skpi__same(s->prob[j], prob[q])) j++;
        for (size_t k = 0; k < s->n_years; k++) quantile[k * n_prob + q] = r->quantile[(first + k) * s->n_prob + j];
    }
}

skpi_status skpi_ensemble_result_quantile(const skpi_ensemble_result *result, int32_t model, int32_t variable,
                                          size_t n_prob, const double *prob, double *quantile)
{
    const skpi__at at = skpi__here(__func__);
    const double *line;
    size_t series;
    skpi_status s;
    if ((s = skpi__result_idle(at, "result", result)) ||
        (s = skpi__sizes_variable(at, &result->sizes, model, variable, &series, &line)))
        return s;
    const skpi__sizes *sizes = &result->sizes;
    const size_t width = skpi__width(sizes->n_years, n_prob);
    if (!sizes->quantiles) return skpi__refuse(at, SKPI_ESTATE, "result", "is of a plan without quantiles");
    if ((s = skpi__probabilities(at, "prob", n_prob, prob))) return s;
    if (sizes->mode == SKPI_ENSEMBLE_MODE_EXACT && (s = quantile_planned(at, sizes, n_prob, prob))) return s;
    if ((s = skpi__array(at, "quantile", quantile, sizes->n_places, width))) return s;
    const size_t first = series * sizes->n_years;
    double *work = sizes->mode == SKPI_ENSEMBLE_MODE_EXACT ? NULL : skpi__alloc(n_prob, 2, sizeof *work);
    if (sizes->mode != SKPI_ENSEMBLE_MODE_EXACT && !work) return skpi__no_memory(at, "n_prob", n_prob);
    for (size_t i = 0; width && i < sizes->n_places; i++) { /* without probabilities the array may be NULL */
        const skpi__record *r = result->record[i];
        if (!skpi__record_draws(r))
            skpi__set_nan(quantile + i * width, width);
        else if (sizes->mode == SKPI_ENSEMBLE_MODE_EXACT)
            quantile_copy(sizes, r, first, n_prob, prob, quantile + i * width);
        else
            skpi__histogram_quantiles(sizes, r, series, i, n_prob, prob, work, quantile + i * width);
        skpi__sizes_scale(line, i, width, quantile + i * width);
    }
    free(work);
    return skpi__result_missing(result);
}
