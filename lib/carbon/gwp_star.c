/* Warming equivalents of a short-lived gas (GWP*): its emissions as CO2 that causes the same warming.
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

static skpi_status gwp_star_check(skpi__at at, const skpi_table *t, size_t i, double gwp100, int32_t first_year,
                                  size_t n_years)
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
            if ((s = skpi__result(at, "equivalent", gwp100 * (8.78 * e)))) return s;
        }
    return SKPI_OK;
}

skpi_status skpi_carbon_gwp_star(const skpi_table *emission, double gwp100, int32_t first_year, size_t n_years,
                                 double *equivalent, int32_t *status)
{
    const skpi__at at = skpi__here(__func__);
    skpi_table t;
    skpi_status s;
    if ((s = SKPI__TABLE(at, emission, &t)) || (s = skpi__positive(at, "gwp100", gwp100)) ||
        (s = skpi__axis(at, "first_year", first_year, n_years)))
        return s;
    skpi__rows r = skpi__rows_begin(__func__, t.n, status);
    if ((s = skpi__rows_matrix(&r, "equivalent", equivalent, n_years))) return s;
    for (size_t i = 0; i < t.n; i++)
        if ((s = skpi__row(&r, i, gwp_star_check(skpi__row_at(&r, i), &t, i, gwp100, first_year, n_years)))) return s;
    for (size_t i = 0; i < t.n; i++)
        for (size_t j = 0; j < n_years; j++) {
            const int32_t year = first_year + (int32_t)j;
            equivalent[i * n_years + j] = skpi__row_good(&r, i)
                                              ? gwp100 * (4.53 * find(&t, i, year) - 4.25 * find(&t, i, year - HISTORY))
                                              : (double)NAN;
        }
    return skpi__rows_end(&r);
}
