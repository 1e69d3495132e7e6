/* Contribution of the digital economy to the growth of GDP, and change of its share.
 *
 * From one year to the next, d the digital economy, g GDP, s = d/g:
 *   contribution  (d1 - d0)/g0 = s0 x growth of d: its part of the growth of GDP
 *   rate          (d1 - d0)/(g1 - g0): its part of what GDP gained
 *   share change  s1 - s0 = s0 (growth of d - growth of g)/(1 + growth of g)
 * Each compares figures of two years and of two tables, which must all be of one vintage.  Over the preliminary GDP of
 * 2022 the rate of China's digital economy in 2023 is 73.4 %, over the verified one 66.2 %.
 * Source: the quotients need none; figures: China Academy of Information and Communications Technology, 2024.
 */
#include <smartkpi/digital.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/table.h"
#include "digital/share.h"

typedef struct measures {
    double contribution, rate, share_change;
} measures;

/* NaN if a figure is missing. */
static measures measure(const double *d, const double *g)
{
    const double more = d[1] - d[0];
    return (measures){more / g[0], more / (g[1] - g[0]), d[1] / g[1] - d[0] / g[0]};
}

static skpi_status growth_check(skpi__at at, size_t m, const double *d, const double *g,
                                const skpi_digital_growth_contribution_out *o)
{
    int32_t warnings = 0;
    for (size_t j = 0; j < m; j++) {
        const skpi_status s = skpi__digital_pair(skpi__column(at, j), "digital->value", d[j], "gdp->value", g[j]);
        if (s < 0) return s;
        warnings |= s;
    }
    for (size_t j = 0; j + 1 < m; j++) {
        const skpi__at cell = skpi__column(at, j + 1);
        if (isnan(d[j]) || isnan(d[j + 1]) || isnan(g[j]) || isnan(g[j + 1])) continue;
        if (o->rate && g[j + 1] == g[j])
            return skpi__fail(cell, SKPI_EZERODIV, "gdp->value", g[j + 1],
                              "is that of the year before: no part of its change can be told");
        const measures v = measure(d + j, g + j);
        skpi_status s = SKPI_OK;
        if ((o->contribution && (s = skpi__result(cell, "out->contribution", v.contribution))) ||
            (o->rate && (s = skpi__result(cell, "out->rate", v.rate))))
            return s;
    }
    return (skpi_status)warnings;
}

skpi_status skpi_digital_growth_contribution(const skpi_table *digital, const skpi_table *gdp,
                                             skpi_digital_growth_contribution_out *out, int32_t *status)
{
    const skpi__at at = skpi__here(__func__);
    skpi_digital_growth_contribution_out o;
    skpi_table d, g;
    skpi_basis joined;
    skpi_status s;
    if ((s = SKPI__TABLE(at, digital, &d))) return s;
    if (d.m < 2) return skpi__fail(at, SKPI_ENODATA, "digital->m", (double)d.m, "has no change: two years are needed");
    if ((s = SKPI__TABLE(at, gdp, &g)) ||
        (s = skpi__same_axes(at, SKPI__TABLE_NAMES(digital), &d, SKPI__TABLE_NAMES(gdp), &g)) ||
        (s = skpi__join(at, "digital->basis", d.basis, "gdp->basis", g.basis, &joined)))
        return s;
    skpi__rows r = skpi__rows_begin(__func__, d.n, status);
    if ((s = SKPI__STRUCT(at, out, 0, &o))) return s;
    for (size_t i = 0; i < d.n; i++)
        if ((s = skpi__row(&r, i, growth_check(skpi__row_at(&r, i), d.m, d.value + i * d.m, g.value + i * d.m, &o))))
            return s;
    for (size_t i = 0; i < d.n; i++)
        for (size_t j = 0; j + 1 < d.m; j++) {
            const size_t from = i * d.m + j, to = i * (d.m - 1) + j;
            measures v = {NAN, NAN, NAN};
            if (skpi__row_good(&r, i)) v = measure(d.value + from, g.value + from);
            skpi__set(o.contribution, to, v.contribution);
            skpi__set(o.rate, to, v.rate);
            skpi__set(o.share_change, to, v.share_change);
        }
    return skpi__rows_end(&r);
}
