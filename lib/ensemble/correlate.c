/* A whole matrix of correlations between shocks: the rows of its Cholesky factor are loadings on as many factors. */
#include "ensemble/correlation_factor.h"
#include "ensemble/factor.h"
#include "ensemble/model_add.h"
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"

enum { SHOCKS_MOST = 64 };

static skpi_status correlate_check(skpi__at at, const skpi_ensemble_plan *plan, size_t n, const int32_t *model,
                                   const int32_t *shock, const uint64_t *place)
{
    skpi_status s;
    for (size_t i = 0; i < n; i++) {
        const skpi__at row = skpi__element(at, i);
        if ((s = skpi__factor_shock(row, plan, model[i], shock[i]))) return s;
        if (place[i] >= plan->sizes.n_places)
            return skpi__fail(row, SKPI_ENOTFOUND, "place", (double)place[i], "is none of the plan's %zu places",
                              plan->sizes.n_places);
        for (size_t j = 0; j < i; j++)
            if (model[j] == model[i] && shock[j] == shock[i] && place[j] == place[i])
                return skpi__fail(row, SKPI_EDUPLICATE, "place", (double)place[i],
                                  "has this shock of this model twice");
        if (skpi__factor_squares(plan, (size_t)model[i], (size_t)shock[i], (size_t)place[i]) > SKPI__LOADING_ROUNDING)
            return skpi__fail(row, SKPI_ERANGE, "place", (double)place[i],
                              "has this shock of this model on other factors, which leaves nothing for the matrix");
    }
    return SKPI_OK;
}

/* n factors of one group for all; factor j has a load for each different shock. */
static skpi_status correlate_add(skpi__at at, skpi_ensemble_plan *plan, size_t n, const int32_t *model,
                                 const int32_t *shock, const uint64_t *place, const double *l)
{
    const size_t places = plan->sizes.n_places;
    skpi__common *factor = skpi__alloc(n, 1, sizeof *factor);
    skpi__load *load = skpi__alloc(n, n, sizeof *load);
    size_t n_loads = 0;
    skpi_status s = factor && load ? SKPI_OK : skpi__no_memory_for(at, "plan");
    for (size_t j = 0; j < n && !s; j++) {
        const size_t begin = n_loads;
        for (size_t i = 0; i < n && !s; i++) {
            const skpi__load one = {(size_t)model[i], (size_t)shock[i], plan->n_factors + j, NULL};
            size_t at_load = begin;
            while (at_load < n_loads && (load[at_load].model != one.model || load[at_load].shock != one.shock))
                at_load++;
            if (at_load == n_loads) {
                load[n_loads++] = one;
                if (!(load[at_load].loading = skpi__alloc(places, 1, sizeof(double))))
                    s = skpi__no_memory_for(at, "plan");
            }
            if (!s) load[at_load].loading[place[i]] = j <= i ? l[i * n + j] : 0;
        }
    }
    if (!s) s = skpi__factor_add(at, plan, n, factor, n_loads, load);
    for (size_t i = 0; s && i < n_loads; i++) free(load[i].loading);
    free(load);
    free(factor);
    return s;
}

skpi_status skpi_ensemble_plan_correlate(skpi_ensemble_plan *plan, size_t n_shocks, const int32_t *model,
                                         const int32_t *shock, const uint64_t *place, const double *matrix)
{
    const skpi__at at = skpi__here(__func__);
    const size_t n = n_shocks;
    skpi_status s;
    if ((s = skpi__plan_open(at, plan)) || (s = skpi__count(at, "n_shocks", n))) return s;
    if (n > SHOCKS_MOST)
        return skpi__fail(at, SKPI_ERANGE, "n_shocks", (double)n, "is more than %d shocks", SHOCKS_MOST);
    if ((s = skpi__array(at, "model", model, n, 1)) || (s = skpi__array(at, "shock", shock, n, 1)) ||
        (s = skpi__array(at, "place", place, n, 1)) || (s = skpi__array(at, "matrix", matrix, n, n)) ||
        (s = correlate_check(at, plan, n, model, shock, place)))
        return s;
    double *l = skpi__alloc(n, n, sizeof *l);
    if (!l) return skpi__no_memory_for(at, "plan");
    if (!(s = skpi__correlation_factor(at, "matrix", n, matrix, l)))
        s = correlate_add(at, plan, n, model, shock, place, l);
    free(l);
    return s;
}
