/* Growth between the years of a table: relative, and in the unit of the figure.
 *
 *   rate = ln(y_1/y_0)/(t_1 - t_0), continuous, per year;  points = (y_1 - y_0)/(t_1 - t_0)
 *
 * For a share the second is percentage points divided by 100; the United Nations publish both for the percentage urban.
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/table.h"
#include "numeric/log_ratio.h"
#include <smartkpi/series.h>

static skpi_status growth_check(skpi__at at, const skpi_table *y, size_t i, int relative)
{
    const double *v = y->value + i * y->m;
    skpi_status s = SKPI_OK;
    for (size_t j = 0; !s && j < y->m; j++) {
        at.column = (int64_t)j;
        s = relative ? skpi__positive(at, "y->value", v[j]) : skpi__finite(at, "y->value", v[j]);
        if (!s && j) s = skpi__result(at, "points", v[j] - v[j - 1]);
    }
    return s;
}

skpi_status skpi_series_growth(const skpi_table *y, double *rate, double *points, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi_table t;
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, y, &t))) return s;
    if (t.m < 2) return skpi__fail(r.at, SKPI_ENODATA, "y->m", (double)t.m, "gives no growth: two years are needed");
    r.n = t.n;
    for (size_t i = 0; i < t.n; i++)
        if ((s = skpi__row(&r, i, growth_check(skpi__row_at(&r, i), &t, i, rate != NULL)))) return s;
    for (size_t i = 0; i < t.n; i++)
        for (size_t j = 0; j + 1 < t.m; j++) {
            const double *v = t.value + i * t.m + j, years = (double)t.year[j + 1] - t.year[j];
            const size_t cell = i * (t.m - 1) + j;
            const int good = skpi__row_good(&r, i);
            if (rate) rate[cell] = good ? skpi__log_ratio(v[0], v[1]) / years : (double)NAN;
            if (points) points[cell] = good ? (v[1] - v[0]) / years : (double)NAN;
        }
    return skpi__rows_end(&r);
}
