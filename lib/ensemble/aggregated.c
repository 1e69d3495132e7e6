/* Aggregates of a result (aggregated.h).
 *
 * An exact aggregate has sums until its last member was run; its values are then drawn like a place of a plan, by a
 * model that reads the sums.  The members that were run are those whose places have draws.  A streamed aggregate has no
 * sums here, because its members are always drawn together. */
#include "ensemble/aggregated.h"
#include <stdlib.h>
#include "core/check.h"
#include "core/size.h"
#include "ensemble/aggregate_values.h"
#include "ensemble/run_exact.h"

skpi_status skpi__aggregated_new(skpi__at at, const skpi_ensemble_plan *plan, skpi_ensemble_result *result)
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

void skpi__aggregated_free(skpi_ensemble_result *result)
{
    for (size_t i = 0; i < result->n_aggregates; i++) {
        skpi__aggregated *a = result->aggregate + i;
        skpi_ensemble_result_free(a->values);
        free(a->sum);
        skpi__aggregate_free(&a->of);
    }
    free(result->aggregate);
}

size_t skpi__aggregated_room(const skpi__aggregated *a)
{
    return ((size_t)a->values->sizes.n_draws + SKPI__BLOCK - 1) / SKPI__BLOCK * SKPI__BLOCK;
}

int skpi__aggregated_begun(const skpi__aggregated *a) { return skpi__record_draws(a->values->record[0]) > 0; }

size_t skpi__aggregated_left(const skpi_ensemble_result *result, const skpi__aggregated *a)
{
    size_t n = 0;
    for (size_t i = 0; i < a->of.n_members; i++) n += !skpi__record_draws(result->record[a->of.member[i].place]);
    return n;
}

skpi_status skpi__aggregated_sum(skpi__at at, const char *name, skpi_ensemble_result *result, size_t aggregate,
                                 void *(*alloc)(size_t, size_t, size_t))
{
    skpi__aggregated *a = result->aggregate + aggregate;
    const size_t years = a->values->sizes.n_years, room = skpi__aggregated_room(a);
    if (a->sum) return SKPI_OK;
    if ((a->sum = alloc(years, room, sizeof *a->sum))) return SKPI_OK;
    return skpi__no_memory_of(at, name, skpi__width(skpi__width(years, room), sizeof *a->sum),
                              "SKPI_ENSEMBLE_MODE_STREAM needs less");
}

skpi_status skpi__aggregated_compute(skpi__aggregated *a, const skpi__block_kernel *kernel, skpi__watch *watch)
{
    const skpi__sizes *s = &a->values->sizes;
    const skpi__part part = {.place = 0, .from = 0, .to = s->n_draws};
    skpi__run run = {.plan = a->of.values, .into = a->values, .kernel = kernel};
    skpi__worker *w;
    if (!skpi__run_begin(&run, 1)) return skpi__no_memory_for(skpi__here("skpi_ensemble_result_run"), "plan");
    skpi__run_take(&run, 1, &w);
    const skpi__sums sums = {.sum = a->sum, .year = skpi__aggregated_room(a), .block = SKPI__BLOCK};
    memcpy(w->scratch, &sums, sizeof sums);
    const skpi_status status = skpi__run_exact_places(&run, &w, 1, &part, watch);
    skpi__run_give(&run, 1, &w);
    skpi__run_end(&run);
    return status;
}

void skpi__aggregated_keep(skpi__aggregated *a)
{
    if (!skpi__aggregated_begun(a)) return;
    free(a->sum);
    a->sum = NULL;
}

void skpi__aggregated_drop(skpi__aggregated *a)
{
    if (!a->sum) return;
    skpi__record_free(a->values->record[0]);
    a->values->record[0] = NULL;
}

skpi_status skpi__aggregated_resume(skpi_ensemble_result *result, const skpi__block_kernel *kernel)
{
    skpi_status s = SKPI_OK;
    for (size_t i = 0; i < result->n_aggregates && !s; i++) {
        skpi__aggregated *a = result->aggregate + i;
        if (!a->sum || skpi__aggregated_left(result, a)) continue;
        s = skpi__aggregated_compute(a, kernel, NULL);
        skpi__aggregated_keep(a);
    }
    return s;
}

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
