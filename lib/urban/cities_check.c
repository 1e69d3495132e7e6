/* Check of the cities of a country against its urban population.
 *
 * The cities exceed the urban population U in a year if their sum C is above U (1 + 1e-9); the factor U/C would reduce
 * them to U. Nothing is changed, because a reduced city has another growth rate, which would also change the next year
 * of a projection.
 */
#include "core/check.h"
#include "core/rows.h"
#include "numeric/sum.h"
#include <smartkpi/urban.h>

#define SLACK 1e-9 /* relative tolerance, because published tables are rounded */

static double cities_check_total(size_t n, size_t n_years, const double *city, size_t year)
{
    skpi__sum sum = {0, 0};
    for (size_t i = 0; i < n; i++) skpi__sum_add(&sum, city[i * n_years + year]);
    return skpi__sum_value(&sum);
}

skpi_status skpi_urban_cities_check(size_t n, size_t n_years, const double *city, const double *urban,
                                    int32_t *first_excess, double *factor)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__array(at, "city", city, n, n_years)) || (s = skpi__array(at, "urban", urban, n_years, 1))) return s;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n_years; k++)
            if ((s = skpi__quantity(skpi__cell(at, i, k), "city", city[i * n_years + k]))) return s;
    for (size_t k = 0; k < n_years; k++)
        if ((s = skpi__quantity(skpi__element(at, k), "urban", urban[k])) ||
            (s = skpi__result(at, "city", cities_check_total(n, n_years, city, k))))
            return s;
    int32_t first = SKPI_NONE;
    for (size_t k = 0; k < n_years; k++) {
        const double sum = cities_check_total(n, n_years, city, k), people = urban[k];
        const int exceeds = sum > people * (1 + SLACK);
        if (exceeds && first == SKPI_NONE) first = (int32_t)k;
        skpi__set(factor, k, exceeds ? people / sum : 1);
    }
    if (first_excess) *first_excess = first;
    return SKPI_OK;
}
