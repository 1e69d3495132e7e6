/* Which law of the world norm: the size class of a place.
 *
 * Source: United Nations, World Urbanization Prospects, the 2018 Revision: Methodology: two groups, divided at two
 * million inhabitants; by the base year of the revision, not that of the last observation.
 */
#include "core/check.h"
#include "core/rows.h"
#include <smartkpi/urban.h>

/* Size class of each place.
 *
 * Given:    n           places
 *           population  persons in the base year of the norm, 2018 for the shipped one (n)
 *           threshold   persons from which a place is large; 0: two million
 * Returned: law         SKPI_URBAN_SIZE_LARGE or SKPI_URBAN_SIZE_SMALL (n)
 *           status      each row's own status (n), or NULL: the first bad row fails the call; a failed row is SKPI_NONE
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null), SKPI_ENOMEM (n), SKPI_ENOTFINITE, SKPI_ERANGE (negative)
 * Source:   World Urbanization Prospects 2018
 */
skpi_status skpi_urban_size_class(size_t n, const double *population, double threshold, int32_t *law, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    const double least = threshold != 0 ? threshold : 2e6;
    skpi_status s;
    if ((s = skpi__given(&r, "population", population)) || (s = skpi__quantity(r.at, "threshold", threshold)) ||
        (s = skpi__given(&r, "law", law)))
        return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, skpi__quantity(skpi__row_at(&r, i), "population", population[i])))) return s;
    for (size_t i = 0; i < n; i++)
        law[i] = !skpi__row_good(&r, i)   ? SKPI_NONE
                 : population[i] >= least ? (int32_t)SKPI_URBAN_SIZE_LARGE
                                          : (int32_t)SKPI_URBAN_SIZE_SMALL;
    return skpi__rows_end(&r);
}
