/* Probabilities of a result: the fraction of the draws in which an event happened, and their standard errors. */
#include "ensemble/result.h"
#include <math.h>
#include "core/check.h"
#include "core/rows.h"

/* Probabilities, or with errors their standard errors. */
static skpi_status result_event(skpi__at at, const skpi_ensemble_result *result, int32_t event, const char *name,
                                int errors, double *out)
{
    skpi_status s;
    if ((s = skpi__pointer(at, "result", result))) return s;
    const skpi__sizes *sizes = &result->sizes;
    if (event < 0 || (size_t)event >= sizes->n_events)
        return skpi__fail(at, SKPI_ENOTFOUND, "event", event, "is none of the plan's %zu events", sizes->n_events);
    if ((s = skpi__array(at, name, out, sizes->n_places, 1))) return s;
    for (size_t i = 0; i < sizes->n_places; i++) {
        const double draws = (double)skpi__record_draws(result->record[i]);
        const double p = draws > 0 ? (double)result->record[i]->count[event] / draws : (double)NAN;
        out[i] = errors ? sqrt(p * (1 - p) / draws) : p;
    }
    return skpi__result_missing(result);
}

skpi_status skpi_ensemble_result_probability(const skpi_ensemble_result *result, int32_t event, double *probability)
{
    return result_event(skpi__here(__func__), result, event, "probability", 0, probability);
}

skpi_status skpi_ensemble_result_standard_error(const skpi_ensemble_result *result, int32_t event, double *error)
{
    return result_event(skpi__here(__func__), result, event, "error", 1, error);
}
