/* Probabilities of a result: the fraction of the draws in which an event happened. */
#include "ensemble/result.h"
#include "core/check.h"
#include "core/rows.h"

skpi_status skpi_ensemble_result_probability(const skpi_ensemble_result *result, int32_t event, double *probability)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__pointer(at, "result", result))) return s;
    const skpi__sizes *sizes = &result->sizes;
    if (event < 0 || (size_t)event >= sizes->n_events)
        return skpi__fail(at, SKPI_ENOTFOUND, "event", event, "is none of the plan's %zu events", sizes->n_events);
    if ((s = skpi__array(at, "probability", probability, sizes->n_places, 1))) return s;
    for (size_t i = 0; i < sizes->n_places; i++) {
        const uint64_t draws = skpi__record_draws(result->record[i]);
        probability[i] = draws ? (double)result->record[i]->count[event] / (double)draws : (double)NAN;
    }
    return skpi__result_missing(result);
}
