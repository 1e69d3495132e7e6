/* Results (result.h): how much of a plan they have. */
#include "ensemble/result.h"
#include "core/check.h"

skpi_status skpi__result_idle(skpi__at at, const char *name, const skpi_ensemble_result *result)
{
    const skpi_status s = skpi__pointer(at, name, result);
    if (s || !result->running) return s;
    return skpi__refuse(at, SKPI_ESTATE, name, "cannot be used before the run that draws into it returns");
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
