/* Results (result.h): creating and freeing them. */
#include "ensemble/aggregated.h"
#include "ensemble/sampling.h"
#include <stdlib.h>
#include "core/check.h"
#include "core/size.h"

static skpi_status result_aggregates(skpi__at at, const skpi_ensemble_plan *plan, skpi_ensemble_result *result)
{
    result->aggregate = skpi__alloc(plan->n_aggregates, 1, sizeof *result->aggregate);
    if (!result->aggregate) return skpi__no_memory_for(at, "plan");
    for (; result->n_aggregates < plan->n_aggregates; result->n_aggregates++) {
        skpi__aggregated *a = result->aggregate + result->n_aggregates;
        if (!skpi__aggregate_copy(plan->aggregate + result->n_aggregates, &a->of))
            return skpi__no_memory_for(at, "plan");
        if (skpi_ensemble_result_new(a->of.values, &a->values)) {
            skpi__aggregate_free(&a->of);
            return skpi__no_memory_for(at, "plan");
        }
    }
    return SKPI_OK;
}

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
            ? result_aggregates(at, plan, r)
            : skpi__no_memory_for(at, "plan");
    if (s)
        skpi_ensemble_result_free(r);
    else
        *result = r;
    return s;
}

static void result_aggregates_free(skpi_ensemble_result *result)
{
    for (size_t i = 0; i < result->n_aggregates; i++) {
        skpi__aggregated *a = result->aggregate + i;
        skpi_ensemble_result_free(a->values);
        free(a->sum);
        skpi__aggregate_free(&a->of);
    }
    free(result->aggregate);
}

void skpi_ensemble_result_free(skpi_ensemble_result *result)
{
    if (!result) return;
    for (size_t i = 0; result->record && i < result->sizes.n_places; i++) skpi__record_free(result->record[i]);
    free(result->record);
    result_aggregates_free(result);
    skpi__sizes_free(&result->sizes);
    free(result);
}
