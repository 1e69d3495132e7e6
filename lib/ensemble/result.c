/* Results (result.h): creating and freeing them, and how much of a plan they have. */
#include "ensemble/result.h"
#include "ensemble/plan.h"
#include "ensemble/sampling.h"
#include <stdlib.h>
#include "core/check.h"
#include "core/size.h"
#include "ensemble/aggregated.h"

skpi_status skpi_ensemble_result_new(const skpi_ensemble_plan *plan, skpi_ensemble_result **result)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__pointer(at, "plan", plan))) return s;
    if (!plan->sizes.n_models) return skpi__refuse(at, SKPI_ENODATA, "plan", "has no model");
    if ((s = skpi__sampling_dimensions(at, plan)) || (s = skpi__pointer(at, "result", result))) return s;
    skpi_ensemble_result *r = skpi__alloc(1, 1, sizeof *r);
    if (!r) return skpi__no_memory_for(at, "plan");
    s = skpi__sizes_copy(&plan->sizes, &r->sizes) && (r->record = skpi__alloc(r->sizes.n_places, 1, sizeof *r->record))
            ? skpi__aggregated_new(at, plan, r)
            : skpi__no_memory_for(at, "plan");
    if (s)
        skpi_ensemble_result_free(r);
    else
        *result = r;
    return s;
}

skpi_status skpi__result_idle(skpi__at at, const char *name, const skpi_ensemble_result *result)
{
    const skpi_status s = skpi__pointer(at, name, result);
    if (s || !result->running) return s;
    return skpi__refuse(at, SKPI_ESTATE, name, "cannot be used before the run that draws into it returns");
}

void skpi_ensemble_result_free(skpi_ensemble_result *result)
{
    if (!result) return;
    for (size_t i = 0; result->record && i < result->sizes.n_places; i++) skpi__record_free(result->record[i]);
    free(result->record);
    skpi__aggregated_free(result);
    skpi__sizes_free(&result->sizes);
    free(result);
}

size_t skpi_ensemble_result_n_places(const skpi_ensemble_result *result) { return result ? result->sizes.n_places : 0; }
size_t skpi_ensemble_result_n_years(const skpi_ensemble_result *result) { return result ? result->sizes.n_years : 0; }

skpi_status skpi_ensemble_result_covered(const skpi_ensemble_result *result, uint64_t *drawn, uint64_t *missing)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__result_idle(at, "result", result))) return s;
    if ((s = skpi__pointer(at, "drawn", drawn))) return s;
    if ((s = skpi__pointer(at, "missing", missing))) return s;
    uint64_t n = 0;
    for (size_t i = 0; i < result->sizes.n_places; i++) n += skpi__record_draws(result->record[i]);
    *drawn = n;
    *missing = result->sizes.n_places * result->sizes.n_draws - n;
    return SKPI_OK;
}

skpi_status skpi__result_missing(const skpi_ensemble_result *result)
{
    for (size_t i = 0; i < result->sizes.n_places; i++)
        if (skpi__record_draws(result->record[i]) != result->sizes.n_draws) return SKPI_WMISSING;
    return SKPI_OK;
}
