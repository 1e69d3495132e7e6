/* The size class of a place, which selects one of the two lines of the world norm.
 *
 * Source: United Nations, World Urbanization Prospects, the 2018 Revision: Methodology: two groups, divided at two
 * million inhabitants; by the population in the base year of the revision and not in the year of the last observation.
 */
#include "core/check.h"
#include "core/rows.h"
#include <smartkpi/urban.h>

skpi_status skpi_urban_size_class(size_t n, const double *population, double threshold, int32_t *size_class,
                                  int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    const double least = threshold != 0 ? threshold : 2e6;
    skpi_status s;
    if ((s = skpi__rows_array(&r, "population", population)) || (s = skpi__quantity(r.at, "threshold", threshold)) ||
        (s = skpi__rows_array(&r, "size_class", size_class)))
        return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, skpi__quantity(skpi__row_at(&r, i), "population", population[i])))) return s;
    for (size_t i = 0; i < n; i++)
        size_class[i] = !skpi__row_good(&r, i)   ? SKPI_NONE
                        : population[i] >= least ? (int32_t)SKPI_URBAN_SIZE_LARGE
                                                 : (int32_t)SKPI_URBAN_SIZE_SMALL;
    return skpi__rows_end(&r);
}
