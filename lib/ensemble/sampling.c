/* Sampling of a plan (sampling.h): options, fingerprint, and the number of dimensions. */
#include "ensemble/sampling.h"
#include "core/check.h"
#include "core/size.h"
#include "core/struct.h"
#include "ensemble/hash.h"
#include "random/sobol.h"

enum { SAMPLING = 303 }; /* in fingerprints, beside those of factor.c */

static skpi_status check_anchors(skpi__at at, int32_t first_year, size_t n_years, const skpi_ensemble_plan_options *o)
{
    const int sobol = o->sampling == SKPI_ENSEMBLE_SAMPLING_SOBOL;
    if (o->n_anchors > SKPI__ANCHORS_MOST)
        return skpi__fail(at, SKPI_ERANGE, "options->n_anchors", (double)o->n_anchors, "is more than %d anchor years",
                          SKPI__ANCHORS_MOST);
    if (o->anchor && !sobol)
        return skpi__refuse(at, SKPI_EINVAL, "options->anchor",
                            "is given, but only SKPI_ENSEMBLE_SAMPLING_SOBOL has anchor years");
    if (!o->n_anchors != !o->anchor)
        return skpi__refuse(at, SKPI_EINVAL, o->anchor ? "options->n_anchors" : "options->anchor",
                            o->anchor ? "is 0 although anchor is given" : "is NULL although n_anchors is not 0");
    for (size_t i = 0; i < o->n_anchors; i++) {
        const skpi__at row = skpi__element(at, i);
        const int64_t k = (int64_t)o->anchor[i] - first_year;
        if (k < 0 || (uint64_t)k >= n_years)
            return skpi__fail(row, SKPI_ERANGE, "options->anchor", o->anchor[i],
                              "is not one of the plan's %zu years from %d on", n_years, (int)first_year);
        for (size_t j = 0; j < i; j++)
            if (o->anchor[j] == o->anchor[i])
                return skpi__fail(row, SKPI_EDUPLICATE, "options->anchor", o->anchor[i], "is given twice");
    }
    return SKPI_OK;
}

skpi_status skpi__sampling_check(skpi__at at, int32_t first_year, size_t n_years, skpi_ensemble_plan_options *o)
{
    static const int32_t kinds[] = {SKPI_ENSEMBLE_SAMPLING_PLAIN, SKPI_ENSEMBLE_SAMPLING_ANTITHETIC,
                                    SKPI_ENSEMBLE_SAMPLING_SOBOL, 0};
    skpi_status s;
    if (!o->sampling) o->sampling = SKPI_ENSEMBLE_SAMPLING_PLAIN;
    if ((s = skpi__choice(at, "options->sampling", o->sampling, kinds, "a sampling (enum skpi_ensemble_sampling)")) ||
        (s = check_anchors(at, first_year, n_years, o)) || (s = skpi__reserved(at, "options->zero", o->zero)))
        return s;
    if (o->sampling == SKPI_ENSEMBLE_SAMPLING_SOBOL && o->n_draws > SKPI__SAMPLING_SOBOL_DRAWS)
        return skpi__fail(at, SKPI_ERANGE, "options->n_draws", (double)o->n_draws,
                          "is more than 2^32 draws, the points of Sobol's sequence");
    return SKPI_OK;
}

int skpi__sampling_take(skpi_ensemble_plan *plan, const skpi_ensemble_plan_options *o)
{
    const size_t n_years = plan->sizes.n_years;
    plan->sizes.sampling = o->sampling;
    if (o->sampling != SKPI_ENSEMBLE_SAMPLING_SOBOL) return 1;
    plan->n_anchors = o->n_anchors ? (size_t)o->n_anchors : n_years > 1 ? 2 : 1;
    plan->anchor = skpi__alloc(plan->n_anchors, 1, sizeof *plan->anchor);
    if (!plan->anchor) return 0;
    for (size_t i = 0; i < plan->n_anchors; i++)
        plan->anchor[i] = o->anchor ? (size_t)(o->anchor[i] - plan->sizes.first_year)
                          : i       ? (n_years - 1) / 2
                                    : n_years - 1;
    return 1;
}

uint64_t skpi__sampling_hash(const skpi_ensemble_plan *plan, uint64_t hash)
{
    const int32_t sampling = plan->sizes.sampling;
    if (sampling == SKPI_ENSEMBLE_SAMPLING_PLAIN) return hash;
    hash = skpi__hash(skpi__hash(hash, SAMPLING), (uint64_t)(sampling - SKPI_ENSEMBLE_SAMPLING_PLAIN + 1));
    for (size_t i = 0; i < plan->n_anchors; i++) hash = skpi__hash(hash, plan->anchor[i]);
    return skpi__hash(hash, plan->n_anchors);
}

size_t skpi__sampling_groups(const skpi__common *factor, size_t n_places, uint32_t *number)
{
    uint32_t n = 0;
    for (size_t i = 0; i < n_places; i++) {
        size_t j = 0;
        while (j < i && factor->group && factor->group[j] != factor->group[i]) j++;
        number[i] = j < i ? number[j] : n++;
    }
    return n;
}

size_t skpi__sampling_shocks(const skpi_ensemble_plan *plan)
{
    size_t n = 0;
    for (size_t m = 0; m < plan->sizes.n_models; m++) n += plan->model[m].n_shocks;
    return n;
}

skpi_status skpi__sampling_dimensions(skpi__at at, const skpi_ensemble_plan *plan)
{
    const size_t places = plan->sizes.n_places;
    const size_t shocks = skpi__sampling_shocks(plan);
    if (plan->sizes.sampling != SKPI_ENSEMBLE_SAMPLING_SOBOL || !shocks) return SKPI_OK;
    size_t n = skpi__width(skpi__width(places, shocks), plan->n_anchors);
    if (n > SKPI__SOBOL_DIMENSIONS)
        return skpi__fail(at, SKPI_ERANGE, "plan", (double)n,
                          "dimensions for the own shocks of its places in %zu anchor years are more than the %d of "
                          "Sobol's points",
                          plan->n_anchors, SKPI__SOBOL_DIMENSIONS);
    uint32_t number[SKPI__SOBOL_DIMENSIONS];
    for (size_t f = 0; f < plan->n_factors; f++)
        n += plan->n_anchors * skpi__sampling_groups(plan->factor + f, places, number);
    if (n > SKPI__SOBOL_DIMENSIONS)
        return skpi__fail(at, SKPI_ERANGE, "plan", (double)n,
                          "dimensions for its shocks and factors in %zu anchor years are more than the %d of Sobol's "
                          "points",
                          plan->n_anchors, SKPI__SOBOL_DIMENSIONS);
    return SKPI_OK;
}
