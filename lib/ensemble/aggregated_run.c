/* Runs that compute the values of aggregates (aggregated_run.h): they are drawn like a place of a plan, by a model that
 * reads the sums. */
#include "ensemble/aggregated_run.h"
#include "core/size.h"
#include "ensemble/aggregate_values.h"
#include "ensemble/gather.h"
#include "ensemble/run_exact.h"
#include "ensemble/run_memory.h"
#include <string.h>

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

skpi_status skpi__aggregated_done(skpi__run *run, size_t n, const skpi__part *part, skpi__watch *watch)
{
    skpi__gathers *g = run->gathers;
    skpi_status s = SKPI_OK;
    for (size_t p = 0; p < n; p++)
        for (size_t i = g->first[part[p].place]; i < g->first[part[p].place + 1]; i++) {
            const size_t a = g->of[i].aggregate;
            pthread_mutex_lock(&run->mutex);
            const int complete = --g->left[a] == 0;
            pthread_mutex_unlock(&run->mutex);
            if (!complete || s) continue;
            s = skpi__aggregated_compute(run->into->aggregate + a, run->kernel, watch);
            skpi__aggregated_keep(run->into->aggregate + a);
        }
    return s;
}
