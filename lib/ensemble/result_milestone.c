/* Milestones of a result: the fraction of the draws of which each year is that of the milestone. */
#include "ensemble/result.h"
#include "core/check.h"
#include "core/rows.h"

skpi_status skpi_ensemble_result_milestone(const skpi_ensemble_result *result, int32_t milestone, double *probability)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__result_idle(at, "result", result))) return s;
    const skpi__sizes *sizes = &result->sizes;
    const size_t width = sizes->n_years + 1;
    if (milestone < 0 || (size_t)milestone >= sizes->n_milestones)
        return skpi__fail(at, SKPI_ENOTFOUND, "milestone", milestone, "is none of the plan's %zu milestones",
                          sizes->n_milestones);
    if ((s = skpi__array(at, "probability", probability, sizes->n_places, width))) return s;
    for (size_t i = 0; i < sizes->n_places; i++) {
        const uint64_t draws = skpi__record_draws(result->record[i]);
        for (size_t k = 0; k < width; k++)
            probability[i * width + k] =
                draws ? (double)result->record[i]->milestone[(size_t)milestone * width + k] / (double)draws
                      : (double)NAN;
    }
    return skpi__result_missing(result);
}
