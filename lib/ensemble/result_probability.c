/* Probabilities of a result: the fraction of the draws in which an event happened, and their standard errors. */
#include "ensemble/result.h"
#include <math.h>
#include "core/check.h"
#include "core/rows.h"

/* The standard error of a probability p.  A pair of antithetic draws has the event 0, 1 or 2 times, with the variance
 * 2 p + 2 n_11/N - (2 p)^2; the draws of a last, broken block that have no pair are independent. */
static double result_error(const skpi__sizes *s, const skpi__record *r, int32_t event, double p, double draws)
{
    if (s->sampling == SKPI_ENSEMBLE_SAMPLING_SOBOL) return (double)NAN;
    if (s->sampling == SKPI_ENSEMBLE_SAMPLING_PLAIN || !(draws > 0)) return sqrt(p * (1 - p) / draws);
    const double pairs = (double)skpi__record_pairs(r), both = (double)r->pair[event];
    const double paired = pairs * (2 * p - 4 * p * p) + 2 * both, alone = (draws - 2 * pairs) * p * (1 - p);
    return sqrt(fmax(paired, 0) + alone) / draws;
}

/* Probabilities, or with errors their standard errors. */
static skpi_status result_event(skpi__at at, const skpi_ensemble_result *result, int32_t event, const char *name,
                                int errors, double *out)
{
    skpi_status s;
    if ((s = skpi__result_idle(at, "result", result))) return s;
    const skpi__sizes *sizes = &result->sizes;
    if (event < 0 || (size_t)event >= sizes->n_events)
        return skpi__fail(at, SKPI_ENOTFOUND, "event", event, "is none of the plan's %zu events", sizes->n_events);
    if ((s = skpi__array(at, name, out, sizes->n_places, 1))) return s;
    for (size_t i = 0; i < sizes->n_places; i++) {
        const double draws = (double)skpi__record_draws(result->record[i]);
        const double p = draws > 0 ? (double)result->record[i]->count[event] / draws : (double)NAN;
        out[i] = errors ? result_error(sizes, result->record[i], event, p, draws) : p;
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
