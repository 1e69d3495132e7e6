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

static skpi_status kaya_check(skpi__at at, double population, double gdp, double energy, double emission)
{
    skpi_status s;
    if ((s = skpi__divisor(at, "population", population)) || (s = skpi__divisor(at, "gdp", gdp)) ||
        (s = skpi__divisor(at, "energy", energy)) || (s = skpi__quantity(at, "emission", emission)) ||
        (s = skpi__result(at, "factor", gdp / population)) || (s = skpi__result(at, "factor", energy / gdp)))
        return s;
    return skpi__result(at, "factor", emission / energy);
}

skpi_status skpi_carbon_kaya(size_t n, const double *population, const double *gdp, const double *energy,
                             const double *emission, double *factor, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = skpi__rows_array(&r, "population", population)) || (s = skpi__rows_array(&r, "gdp", gdp)) ||
        (s = skpi__rows_array(&r, "energy", energy)) || (s = skpi__rows_array(&r, "emission", emission)) ||
        (s = skpi__rows_matrix(&r, "factor", factor, 4)))
        return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, kaya_check(skpi__row_at(&r, i), population[i], gdp[i], energy[i], emission[i]))))
            return s;
    for (size_t i = 0; i < n; i++) {
        const int good = skpi__row_good(&r, i);
        const double none = (double)NAN;
        factor[4 * i] = good ? population[i] : none;
        factor[4 * i + 1] = good ? gdp[i] / population[i] : none;
        factor[4 * i + 2] = good ? energy[i] / gdp[i] : none;
        factor[4 * i + 3] = good ? emission[i] / energy[i] : none;
    }
    return skpi__rows_end(&r);
}
