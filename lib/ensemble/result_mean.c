/* Means of a result: sums of whole units (STREAM), or what the run kept (EXACT). */
#include "ensemble/result.h"
#include "core/check.h"
#include "core/rows.h"

skpi_status skpi_ensemble_result_mean(const skpi_ensemble_result *result, int32_t model, int32_t variable, double *mean)
{
    const skpi__at at = skpi__here(__func__);
    const double *line;
    size_t series;
    skpi_status s;
    if ((s = skpi__result_idle(at, "result", result)) ||
        (s = skpi__sizes_variable(at, &result->sizes, model, variable, &series, &line)))
        return s;
    const skpi__sizes *sizes = &result->sizes;
    const size_t n = sizes->n_years, first = series * n;
    if ((s = skpi__array(at, "mean", mean, sizes->n_places, n))) return s;
    for (size_t i = 0; i < sizes->n_places; i++) {
        const skpi__record *r = result->record[i];
        const uint64_t draws = skpi__record_draws(r);
        for (size_t k = 0; k < n; k++)
            mean[i * n + k] = !draws ? (double)NAN
                              : sizes->mode == SKPI_ENSEMBLE_MODE_EXACT
                                  ? r->mean[first + k]
                                  : skpi__total_value(r->total[first + k]) / (double)draws * r->unit[first + k];
        skpi__sizes_scale(line, i, n, mean + i * n);
    }
    return skpi__result_missing(result);
}
