/* Factors of a plan and the loadings of shocks on them (factor.h).
 *
 * A shock is z = b e + a_0 F_0 + a_1 F_1 + ..., b = sqrt(1 - a_0^2 - a_1^2 - ...), with its own e and the factors F of
 * the groups to which the place belongs.  Each z is standard normal, and no choice of loadings can fail to be a
 * correlation. */
#include "ensemble/factor.h"
#include <stdlib.h>
#include <string.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "ensemble/hash.h"
#include "ensemble/model_add.h"

enum { FACTOR = 301, LOAD = 302 }; /* in fingerprints */

skpi_status skpi__factor_shock(skpi__at at, const skpi_ensemble_plan *plan, int32_t model, int32_t shock)
{
    if (model < 0 || (size_t)model >= plan->sizes.n_models)
        return skpi__fail(at, SKPI_ENOTFOUND, "model", model, "is none of the plan's %zu models", plan->sizes.n_models);
    const size_t n = plan->model[model].n_shocks;
    if (shock < 0 || (size_t)shock >= n)
        return skpi__fail(at, SKPI_ENOTFOUND, "shock", shock, "is none of the model's %zu shocks", n);
    return SKPI_OK;
}

static int load_is_before(const skpi__load *a, const skpi__load *b)
{
    if (a->model != b->model) return a->model < b->model;
    if (a->shock != b->shock) return a->shock < b->shock;
    return a->factor < b->factor;
}

static void load_insert(skpi__load *list, size_t n, const skpi__load *load)
{
    size_t i = n;
    for (; i && load_is_before(load, list + i - 1); i--) list[i] = list[i - 1];
    list[i] = *load;
}

skpi_status skpi__factor_add(skpi__at at, skpi_ensemble_plan *plan, size_t n, const skpi__common *factor,
                             size_t n_loads, const skpi__load *load)
{
    const size_t places = plan->sizes.n_places;
    skpi__common *factors = skpi__alloc(plan->n_factors + n, 1, sizeof *factors);
    skpi__load *loads = skpi__alloc(plan->n_loads + n_loads, 1, sizeof *loads);
    if (!factors || !loads) {
        free(loads);
        free(factors);
        return skpi__no_memory_for(at, "plan");
    }
    if (plan->n_factors) memcpy(factors, plan->factor, plan->n_factors * sizeof *factors);
    if (plan->n_loads) memcpy(loads, plan->load, plan->n_loads * sizeof *loads);
    uint64_t h = plan->sizes.fingerprint;
    for (size_t i = 0; i < n; i++) {
        factors[plan->n_factors++] = factor[i];
        h = skpi__hash(h, FACTOR);
        for (size_t p = 0; p < places; p++) h = skpi__hash(h, factor[i].group ? factor[i].group[p] : 0);
    }
    for (size_t i = 0; i < n_loads; i++) {
        load_insert(loads, plan->n_loads++, load + i);
        h = skpi__hash(skpi__hash(skpi__hash(skpi__hash(h, LOAD), load[i].model), load[i].shock), load[i].factor);
        h = skpi__hash_doubles(h, places, load[i].loading);
    }
    free(plan->factor);
    free(plan->load);
    plan->factor = factors;
    plan->load = loads;
    plan->sizes.fingerprint = h;
    return SKPI_OK;
}

double skpi__factor_squares(const skpi_ensemble_plan *plan, size_t model, size_t shock, size_t place)
{
    double sum = 0;
    for (size_t i = 0; i < plan->n_loads; i++) {
        const skpi__load *l = plan->load + i;
        if (l->model == model && l->shock == shock) sum += l->loading[place] * l->loading[place];
    }
    return sum;
}

skpi_status skpi_ensemble_plan_factor(skpi_ensemble_plan *plan, const uint64_t *group, int32_t *factor)
{
    const skpi__at at = skpi__here(__func__);
    skpi__common f = {NULL};
    skpi_status s;
    if ((s = skpi__plan_open(at, plan))) return s;
    const size_t n = plan->sizes.n_places;
    for (size_t i = 0; group && i < n; i++)
        if (group[i] > UINT32_MAX)
            return skpi__fail(skpi__element(at, i), SKPI_ERANGE, "group", (double)group[i], "is not below 2^32");
    if ((s = skpi__pointer(at, "factor", factor))) return s;
    if (group && !(f.group = skpi__alloc(n, 1, sizeof *f.group))) return skpi__no_memory_for(at, "plan");
    for (size_t i = 0; group && i < n; i++) f.group[i] = (uint32_t)group[i];
    const size_t index = plan->n_factors;
    if ((s = skpi__factor_add(at, plan, 1, &f, 0, NULL)))
        free(f.group);
    else
        *factor = (int32_t)index;
    return s;
}

static skpi_status check_loading(skpi__at at, const skpi_ensemble_plan *plan, const skpi__load *load,
                                 const double *loading)
{
    for (size_t i = 0; i < plan->n_loads; i++) {
        const skpi__load *l = plan->load + i;
        if (l->model == load->model && l->shock == load->shock && l->factor == load->factor)
            return skpi__fail(at, SKPI_EDUPLICATE, "factor", (double)load->factor,
                              "has a loading of this shock already");
    }
    for (size_t p = 0; p < plan->sizes.n_places; p++) {
        const double a = loading[p], sum = skpi__factor_squares(plan, load->model, load->shock, p) + a * a;
        skpi_status s = skpi__finite(skpi__element(at, p), "loading", a);
        if (s) return s;
        if (!(sum <= 1 + SKPI__LOADING_ROUNDING))
            return skpi__fail(skpi__element(at, p), SKPI_ERANGE, "loading", a,
                              "makes the sum of squares of the shock's loadings %g, which is above 1", sum);
    }
    return SKPI_OK;
}

skpi_status skpi_ensemble_plan_load(skpi_ensemble_plan *plan, int32_t model, int32_t shock, int32_t factor,
                                    const double *loading)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__plan_open(at, plan)) || (s = skpi__factor_shock(at, plan, model, shock))) return s;
    if (factor < 0 || (size_t)factor >= plan->n_factors)
        return skpi__fail(at, SKPI_ENOTFOUND, "factor", factor, "is none of the plan's %zu factors", plan->n_factors);
    const size_t n = plan->sizes.n_places;
    skpi__load load = {.model = (size_t)model, .shock = (size_t)shock, .factor = (size_t)factor};
    if ((s = skpi__array(at, "loading", loading, n, 1)) || (s = check_loading(at, plan, &load, loading))) return s;
    if (!(load.loading = skpi__alloc(n, 1, sizeof *load.loading))) return skpi__no_memory_for(at, "plan");
    memcpy(load.loading, loading, n * sizeof *loading);
    if ((s = skpi__factor_add(at, plan, 0, NULL, 1, &load))) free(load.loading);
    return s;
}
