/* The values of an aggregate, as a result of their own. */
#include "ensemble/aggregated.h"
#include "core/check.h"
#include "core/size.h"

skpi_status skpi_ensemble_result_aggregate(const skpi_ensemble_result *result, int32_t aggregate,
                                           skpi_ensemble_result **values)
{
    const skpi__at at = skpi__here(__func__);
    skpi_ensemble_result *copy;
    skpi_status s;
    if ((s = skpi__result_idle(at, "result", result)) ||
        (s = skpi__aggregate_exists(at, result->n_aggregates, aggregate)))
        return s;
    const skpi__aggregated *a = result->aggregate + aggregate;
    if (result->sizes.mode == SKPI_ENSEMBLE_MODE_EXACT && !skpi__aggregated_begun(a)) {
        const size_t left = skpi__aggregated_left(result, a);
        return skpi__fail(at, SKPI_ENODATA, "aggregate", aggregate,
                          left ? "misses the draws of %zu of its %zu members"
                               : "has all but %zu of its %zu members, but its run was stopped: run it again",
                          left, a->of.n_members);
    }
    if ((s = skpi__pointer(at, "values", values))) return s;
    if (skpi_ensemble_result_new(a->of.values, &copy)) return skpi__no_memory_for(at, "result");
    if (skpi_ensemble_result_merge(copy, a->values)) {
        skpi_ensemble_result_free(copy);
        return skpi__no_memory_for(at, "result");
    }
    *values = copy;
    return SKPI_OK;
}
