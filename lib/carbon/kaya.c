/* The Kaya identity: emissions as a product of population, GDP per head, energy intensity and carbon intensity.
 *
 *   F = P (G/P) (E/G) (F/E)
 *
 * Source: Y. Kaya, Impact of carbon dioxide emission control on GNP growth, paper to the IPCC Energy and Industry
 * Subgroup, Paris 1990.
 */
#include <smartkpi/carbon.h>
#include "core/check.h"
#include "core/rows.h"

typedef struct kaya_call {
    const double *population, *gdp, *energy, *emission;
    double *factor;
} kaya_call;

static skpi_status kaya_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const kaya_call *c = call;
    const double population = c->population[i], gdp = c->gdp[i], energy = c->energy[i], emission = c->emission[i];
    skpi_status s;
    (void)kept;
    if ((s = skpi__divisor(at, "population", population)) || (s = skpi__divisor(at, "gdp", gdp)) ||
        (s = skpi__divisor(at, "energy", energy)) || (s = skpi__quantity(at, "emission", emission)) ||
        (s = skpi__result(at, "factor", gdp / population)) || (s = skpi__result(at, "factor", energy / gdp)))
        return s;
    return skpi__result(at, "factor", emission / energy);
}

static skpi_status kaya_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const kaya_call *c = call;
    const double population = c->population[i], gdp = c->gdp[i], energy = c->energy[i], emission = c->emission[i];
    double *factor = c->factor + 4 * i;
    (void)at, (void)kept;
    factor[0] = population;
    factor[1] = gdp / population;
    factor[2] = energy / gdp;
    factor[3] = emission / energy;
    return SKPI_OK;
}

static void kaya_fail(const void *call, size_t i) { skpi__set_nan_row(((const kaya_call *)call)->factor, i, 4); }

skpi_status skpi_carbon_kaya(size_t n, const double *population, const double *gdp, const double *energy,
                             const double *emission, double *factor, int32_t *status)
{
    static const skpi__rows_steps steps = {0, kaya_check, kaya_compute, kaya_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = skpi__rows_array(&r, "population", population)) || (s = skpi__rows_array(&r, "gdp", gdp)) ||
        (s = skpi__rows_array(&r, "energy", energy)) || (s = skpi__rows_array(&r, "emission", emission)) ||
        (s = skpi__rows_matrix(&r, "factor", factor, 4)))
        return s;
    return skpi__rows_run(&r, &steps, &(kaya_call){population, gdp, energy, emission, factor});
}
