/* Warming equivalents of a short-lived gas (GWP*): what its emissions are in CO2 that warms alike.
 *
 *   E*(t) = GWP100 [4.53 E(t) - 4.25 E(t - 20)]
 *
 * Source: M. A. Smith, M. Cain and M. R. Allen, npj Climate and Atmospheric Science 4 (2021) 19.
 */
#include <smartkpi/carbon.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/table.h"

enum { HISTORY = 20 };

/* The value of a year, NaN if it is absent or missing. */
static double find(const skpi_table *t, size_t i, int32_t year)
{
    size_t low = 0, high = t->m;
    while (low < high) {
        const size_t k = low + (high - low) / 2;
        if (t->year[k] < year)
            low = k + 1;
        else
            high = k;
    }
    return low < t->m && t->year[low] == year ? t->value[i * t->m + low] : (double)NAN;
}

static skpi_status check(skpi__at at, const skpi_table *t, size_t i, double gwp100, int32_t first_year, size_t n_years)
{
    skpi_status s;
    for (size_t j = 0; j < t->m; j++) {
        at.column = (int64_t)j;
        if (!isnan(t->value[i * t->m + j]) && (s = skpi__finite(at, "emission->value", t->value[i * t->m + j])))
            return s;
    }
    at.column = -1;
    for (size_t j = 0; j < n_years; j++)
        for (int32_t back = 0; back <= HISTORY; back += HISTORY) {
            const int32_t year = first_year + (int32_t)j - back;
            const double e = find(t, i, year);
            if (isnan(e))
                return skpi__fail(at, SKPI_ENODATA, "emission->year", year,
                                  "has no value: each year needs its own and "
                                  "that of %d years before",
                                  HISTORY);
            if ((s = skpi__result(at, "out", gwp100 * (8.78 * e)))) return s;
        }
    return SKPI_OK;
}

/* Emissions of a short-lived gas in CO2 that warms alike.
 *
 * Given:    emission  mass of the gas a year (n places x m years); NaN = missing
 *           gwp100    warming potential of the gas over 100 years, above 0
 *           first_year, n_years  years wanted; each must have a value, and the year exactly 20 before: nothing is
 *                     interpolated
 * Returned: out       CO2 warming equivalents a year (n x n_years), unit of emission; added up from some year on they
 *                     give, times TCRE, the warming since
 *           status    each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null), SKPI_ESTRUCT, SKPI_ENODATA (an empty table, a year without a value or
 *           history), SKPI_ENOMEM, SKPI_ENOTFINITE (infinite), SKPI_ERANGE (gwp100 negative, years outside the window),
 *           SKPI_EDOM (gwp100 0), SKPI_ENOTSORTED, SKPI_EDUPLICATE (years), SKPI_EOVERFLOW
 * Source:   Smith et al. 2021
 */
skpi_status skpi_carbon_gwp_star(const skpi_table *emission, double gwp100, int32_t first_year, size_t n_years,
                                 double *out, int32_t *status)
{
    const skpi__at at = skpi__here(__func__);
    skpi_table t;
    skpi_status s;
    if ((s = SKPI__TABLE(at, emission, &t)) || (s = skpi__positive(at, "gwp100", gwp100)) ||
        (s = skpi__axis(at, "first_year", first_year, n_years)))
        return s;
    skpi__rows r = skpi__rows_begin(__func__, t.n, status);
    if ((s = skpi__given_matrix(&r, "out", out, n_years))) return s;
    for (size_t i = 0; i < t.n; i++)
        if ((s = skpi__row(&r, i, check(skpi__row_at(&r, i), &t, i, gwp100, first_year, n_years)))) return s;
    for (size_t i = 0; i < t.n; i++)
        for (size_t j = 0; j < n_years; j++) {
            const int32_t year = first_year + (int32_t)j;
            out[i * n_years + j] = skpi__row_good(&r, i)
                                       ? gwp100 * (4.53 * find(&t, i, year) - 4.25 * find(&t, i, year - HISTORY))
                                       : (double)NAN;
        }
    return skpi__rows_end(&r);
}
