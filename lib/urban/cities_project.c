/* Projection of the cities of a country, whose growth rates move to that of its urban population.
 *
 * With U the country's urban population, Ug_j = ln(U_j/U_{j-1}), and j years after the base:
 *   g_j = (1 - w_j) g_{j-1} + w_j Ug_j, w_j = min(j/25, 1);   C_j = C_{j-1} exp(g_j)
 * Source: the United Nations' World Urbanization Prospects 2018, whose methodology says that a city's growth approaches
 * that of the urban population; this form reproduces their city projections (file 22).
 */
#include "core/check.h"
#include "core/rows.h"
#include "numeric/log_ratio.h"
#include <smartkpi/urban.h>

#define REACH 25 /* years until a city grows as the urban population does */

/* One city, the populations to out unless it is NULL; returns the last one. */
static double grow(double population, double growth, size_t n_years, const double *urban, double *out)
{
    double c = population, g = growth;
    for (size_t k = 0; k < n_years; k++) {
        const double w = k + 1 < REACH ? (double)(k + 1) / REACH : 1;
        g = (1 - w) * g + w * skpi__log_ratio(urban[k], urban[k + 1]);
        c *= exp(g);
        if (out)
            out[k] = c;
        else if (!isfinite(c))
            break;
    }
    return c;
}

/* fastest: the largest yearly |growth| of the urban population.  Every g_j lies between g_0 and those, so that most
 * cities cannot overflow; the others are tried before anything is written. */
static skpi_status city_check(skpi__at at, double population, double growth, size_t n_years, const double *urban,
                              double fastest)
{
    skpi_status s;
    if ((s = skpi__quantity(at, "population", population)) || (s = skpi__finite(at, "growth", growth))) return s;
    const double most = fabs(growth) > fastest ? fabs(growth) : fastest;
    if (population < 1e100 && most * (double)n_years < 400) return SKPI_OK;
    return skpi__result(at, "city", grow(population, growth, n_years, urban, NULL));
}

static skpi_status urban_check(skpi__at at, size_t n_years, const double *urban, double *fastest)
{
    skpi_status s = SKPI_OK;
    *fastest = 0;
    for (size_t k = 0; !s && k <= n_years; k++) {
        if ((s = skpi__positive(skpi__element(at, k), "urban", urban[k])) || !k) continue;
        const double g = fabs(skpi__log_ratio(urban[k - 1], urban[k]));
        if (g > *fastest) *fastest = g;
    }
    return s;
}

skpi_status skpi_urban_cities_project(size_t n, size_t n_years, const double *population, const double *growth,
                                      const double *urban, double *city, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    double fastest;
    skpi_status s;
    if ((s = skpi__rows_array(&r, "population", population)) || (s = skpi__rows_array(&r, "growth", growth)) ||
        (s = skpi__array_size(r.at, "urban", n_years, 1)) || /* before n_years + 1 could wrap */
        (s = skpi__array(r.at, "urban", urban, n_years + 1, 1)) || (s = skpi__rows_matrix(&r, "city", city, n_years)) ||
        (s = urban_check(r.at, n_years, urban, &fastest)))
        return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, city_check(skpi__row_at(&r, i), population[i], growth[i], n_years, urban, fastest))))
            return s;
    for (size_t i = 0; i < n; i++) {
        double *years = n_years ? city + i * n_years : NULL;
        if (skpi__row_good(&r, i))
            grow(population[i], growth[i], n_years, urban, years);
        else
            skpi__set_nan(years, n_years);
    }
    return skpi__rows_end(&r);
}
