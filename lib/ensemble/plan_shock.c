/* The shocks of a plan as its models get them, factors included. */
#include "ensemble/factor.h"
#include "ensemble/shock.h"
#include <string.h>
#include "core/check.h"
#include "core/dispatch.h"
#include "core/rows.h"
#include "ensemble/anchors.h"
#include "ensemble/sampling.h"

skpi_status skpi_ensemble_plan_shock(const skpi_ensemble_plan *plan, size_t n_draws, int32_t model, int32_t shock,
                                     uint64_t place, int32_t year, uint64_t first_draw, double *normal)
{
    const skpi__at at = skpi__here(__func__);
    size_t n = n_draws;
    skpi_status s;
    if ((s = skpi__pointer(at, "plan", plan)) || (s = skpi__array_size(at, "n_draws", n, 1)) ||
        (s = skpi__factor_shock(at, plan, model, shock)))
        return s;
    if (place >= plan->sizes.n_places)
        return skpi__fail(at, SKPI_ENOTFOUND, "place", (double)place, "is none of the plan's %zu places",
                          plan->sizes.n_places);
    if ((s = skpi__year(at, "year", year))) return s;
    const uint64_t most = plan->n_anchors ? SKPI__SAMPLING_SOBOL_DRAWS : SKPI__DRAWS_MAX;
    if (first_draw > most || n > most - first_draw)
        return skpi__fail(at, SKPI_ERANGE, "first_draw", (double)first_draw,
                          "and %zu draws from it on: a stream ends before 2^%d", n, plan->n_anchors ? 32 : 34);
    if ((s = skpi__array(at, "normal", normal, n, 1)) || (s = skpi__sampling_dimensions(at, plan))) return s;
    skpi__anchors *anchors = plan->n_anchors ? skpi__anchors_new(plan, 1) : NULL;
    if (plan->n_anchors && !anchors) return skpi__no_memory_for(at, "plan");
    uint32_t word[SKPI__BLOCK];
    double z[SKPI__BLOCK];
    skpi__model_block b = {.random = skpi__stream_kernel_at(SKPI__BEST),
                           .kernel = skpi__block_kernel_at(SKPI__BEST),
                           .stream = {.seed = plan->seed,
                                      .model = (uint32_t)model,
                                      .year = (uint32_t)year,
                                      .place = (uint32_t)plan->place_id[place]},
                           .plan = plan,
                           .anchors = anchors,
                           .model = (size_t)model,
                           .place = (size_t)place,
                           .word = word};
    b.number = first_draw / SKPI__BLOCK;
    for (size_t skip = first_draw % SKPI__BLOCK; n; skip = 0, b.number++) {
        const size_t rest = SKPI__BLOCK - skip, now = n < rest ? n : rest;
        skpi__shock(&b, (uint32_t)shock, z);
        memcpy(normal, z + skip, now * sizeof *z);
        normal += now;
        n -= now;
    }
    skpi__anchors_free(anchors);
    return SKPI_OK;
}
