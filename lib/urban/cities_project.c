/* Projection of the cities of a country, whose growth rates move to that of its urban population.
 *
 * With U the country's urban population, Ug_j = ln(U_j/U_{j-1}), and j years after the base:
 *   g_j = (1 - w_j) g_{j-1} + w_j Ug_j, w_j = min(j/25, 1);   C_j = C_{j-1} exp(g_j)
 * Source: the United Nations' World Urbanization Prospects 2018, whose methodology says that a city's growth approaches
 * that of the urban population; this form reproduces their city projections (file 22).
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/usual.h"
#include "numeric/log_ratio.h"
#include "series/jump.h"
#include <smartkpi/urban.h>

#define REACH 25 /* after so many years a city grows at the rate of the urban population */

/* A population that may be too small for a double on its way: c 2^exponent. */
typedef struct cities_project_size {
    double c;
    int exponent;
} cities_project_size;

static void cities_project_near_1(cities_project_size *p)
{
    int exponent;
    if (!(p->c > 0) || isinf(p->c) || (p->c >= 0x1p-500 && !p->exponent)) return;
    p->c = frexp(p->c, &exponent);
    p->exponent += exponent;
}

/* Multiplies by exp(g), which may be beyond the range of a double itself. */
static void cities_project_times(cities_project_size *p, double g)
{
    const int parts = fabs(g) > 300 ? 1 + (int)(fabs(g) / 300) : 1;
    for (int i = 0; i < parts; i++) {
        cities_project_near_1(p);
        p->c *= exp(g / parts);
    }
    cities_project_near_1(p);
}

/* Projects one city, writes its populations to out unless it is NULL, and returns the last one. */
static double cities_project_grow(double population, double growth, size_t n_years, const double *urban, double *out)
{
    cities_project_size p = {population, 0};
    double c = population, g = growth;
    for (size_t k = 0; k < n_years; k++) {
        const double w = k + 1 < REACH ? (double)(k + 1) / REACH : 1;
        g = (1 - w) * g + w * skpi__log_ratio(urban[k], urban[k + 1]);
        cities_project_times(&p, g);
        c = p.exponent ? ldexp(p.c, p.exponent) : p.c;
        if (out)
            out[k] = c;
        else if (!isfinite(c))
            break;
    }
    return c;
}

/* Checks the urban population; *fastest is its largest |growth| in a year. */
static skpi_status cities_project_urban(skpi__at at, size_t n_years, const double *urban, double *fastest)
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

typedef struct cities_project_call {
    size_t n_years;
    const double *population, *growth, *urban;
    double fastest; /* largest |growth| of the urban population in a year */
    double *city;
} cities_project_call;

/* Every g_j lies between g_0 and the growth of the urban population, so a simple bound shows that most cities cannot
 * overflow.  Only the other cities are projected in full here. */
static skpi_status cities_project_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const cities_project_call *c = call;
    const double population = c->population[i], growth = c->growth[i];
    skpi_status s;
    (void)kept;
    if ((s = skpi__quantity(at, "population", population)) || (s = skpi__rate(at, "growth", growth, &skpi__growth)))
        return s;
    const double most = fabs(growth) > c->fastest ? fabs(growth) : c->fastest;
    if ((population >= 1e100 || most * (double)c->n_years >= 400) &&
        (s = skpi__result(at, "city", cities_project_grow(population, growth, c->n_years, c->urban, NULL))))
        return s;
    return skpi__unusual(at, "growth", growth, &skpi__growth);
}

static skpi_status cities_project_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const cities_project_call *c = call;
    (void)at, (void)kept;
    cities_project_grow(c->population[i], c->growth[i], c->n_years, c->urban,
                        c->n_years ? c->city + i * c->n_years : NULL);
    return SKPI_OK;
}

static void cities_project_fail(const void *call, size_t i)
{
    const cities_project_call *c = call;
    skpi__set_nan_row(c->city, i, c->n_years);
}

skpi_status skpi_urban_cities_project(size_t n, size_t n_years, const double *population, const double *growth,
                                      const double *urban, double *city, int32_t *status)
{
    static const skpi__rows_steps steps = {0, cities_project_check, cities_project_compute, cities_project_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    double fastest;
    skpi_status s;
    if ((s = skpi__rows_array(&r, "population", population)) || (s = skpi__rows_array(&r, "growth", growth)) ||
        (s = skpi__array_size(r.at, "urban", n_years, 1)) || /* checked before n_years + 1, which could wrap around */
        (s = skpi__array(r.at, "urban", urban, n_years + 1, 1)) || (s = skpi__rows_matrix(&r, "city", city, n_years)) ||
        (s = cities_project_urban(r.at, n_years, urban, &fastest)))
        return s;
    /* a break in the urban population affects every city, so the warning is that of the whole call */
    r.whole = (int32_t)skpi__jump_warn(r.at, "urban", n_years + 1, NULL, urban, 0, 0);
    return skpi__rows_run(&r, &steps, &(cities_project_call){n_years, population, growth, urban, fastest, city});
}
