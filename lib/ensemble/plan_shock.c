/* The shocks of a plan as its models get them, factors included. */
#include "ensemble/factor.h"
#include "ensemble/shock.h"
#include <string.h>
#include "core/check.h"
#include "core/dispatch.h"
#include "core/rows.h"

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
    if (first_draw > SKPI__DRAWS_MAX || n > SKPI__DRAWS_MAX - first_draw)
        return skpi__fail(at, SKPI_ERANGE, "first_draw", (double)first_draw,
                          "and %zu draws from it on: a stream ends before 2^34", n);
    if ((s = skpi__array(at, "normal", normal, n, 1))) return s;
    uint32_t word[SKPI__BLOCK];
    double z[SKPI__BLOCK];
    skpi__model_block b = {.random = skpi__stream_kernel_at(SKPI__BEST),
                           .stream = {.seed = plan->seed,
                                      .model = (uint32_t)model,
                                      .year = (uint32_t)year,
                                      .place = (uint32_t)plan->place_id[place]},
                           .plan = plan,
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
    return SKPI_OK;
}
