/* Shift-share analysis: the change of a city split into national, industry-mix and local parts.
 *
 * Of industry i, e in the city and E in the nation, G growth of the nation's total, g of the industry there, r in the
 * city:
 *   national = e0 G,  mix = e0 (g - G),  local = e0 (r - g): they add to e1 - e0; all of it local where e0 = 0
 *   homothetic h = (city's total) E0/(nation's total):  competitive = h (r - g),  allocation = (e0 - h)(r - g)
 * Weights are those of the base year.
 * Sources: E. S. Dunn, Papers of the Regional Science Association 6 (1960) 97; J. M. Esteban-Marquillas, Regional and
 * Urban Economics 2 (1972) 249.
 */
#include <smartkpi/economy.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "numeric/sum.h"

typedef struct nation {
    const double *before, *after; /* sectors */
    double total, growth;
} nation;

typedef struct parts {
    double national, mix, local, competitive, allocation;
} parts;

static parts split(const nation *n, size_t s, double before, double after, double city_total)
{
    parts p = {0, 0, after - before, NAN, NAN};
    if (before == 0) return p; /* and so the city's growth is undefined */
    const double growth = (n->after[s] - n->before[s]) / n->before[s], own = (after - before) / before;
    const double even = city_total / n->total * n->before[s];
    p.national = before * n->growth;
    p.mix = before * (growth - n->growth);
    p.local = (after - before) - before * growth;
    p.competitive = even * (own - growth);
    p.allocation = (before - even) * (own - growth);
    return p;
}

static skpi_status nation_check(skpi__at at, size_t n_sectors, nation *n)
{
    skpi_status s;
    for (size_t i = 0; i < n_sectors; i++)
        if ((s = skpi__quantity(skpi__element(at, i), "nation0", n->before[i])) ||
            (s = skpi__quantity(skpi__element(at, i), "nation1", n->after[i])))
            return s;
    n->total = skpi__sum_of(n_sectors, n->before);
    if ((s = skpi__result(at, "nation0", n->total))) return s;
    if (!(n->total > 0))
        return skpi__fail(at, SKPI_EZERODIV, "nation0", n->total, "in all sectors together has no growth");
    n->growth = (skpi__sum_of(n_sectors, n->after) - n->total) / n->total;
    return skpi__result(at, "nation1", n->growth);
}

static skpi_status city_check(skpi__at at, size_t n_sectors, const double *before, const double *after, const nation *n)
{
    skpi_status s;
    for (size_t i = 0; i < n_sectors; i++) {
        const skpi__at cell = skpi__column(at, i);
        if ((s = skpi__quantity(cell, "city0", before[i])) || (s = skpi__quantity(cell, "city1", after[i]))) return s;
        if (before[i] > 0 && n->before[i] == 0)
            return skpi__fail(cell, SKPI_EINCONSISTENT, "city0", before[i], "in a sector where the nation has nothing");
    }
    const double all = skpi__sum_of(n_sectors, before);
    if ((s = skpi__result(at, "city0", all))) return s;
    for (size_t i = 0; i < n_sectors; i++) {
        const parts p = split(n, i, before[i], after[i], all);
        const skpi__at cell = skpi__column(at, i);
        if ((s = skpi__result(cell, "out->national", p.national)) || (s = skpi__result(cell, "out->mix", p.mix)) ||
            (s = skpi__result(cell, "out->local", p.local)))
            return s;
        if (before[i] > 0 && ((s = skpi__result(cell, "out->competitive", p.competitive)) ||
                              (s = skpi__result(cell, "out->allocation", p.allocation))))
            return s;
    }
    return SKPI_OK;
}

skpi_status skpi_economy_shift_share(size_t n, size_t n_sectors, const double *city0, const double *city1,
                                     const double *nation0, const double *nation1, skpi_economy_shift_share_out *out,
                                     int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    nation whole = {.before = nation0, .after = nation1};
    skpi_economy_shift_share_out o;
    skpi_status s;
    if ((s = skpi__count(r.at, "n_sectors", n_sectors)) || (s = skpi__rows_matrix(&r, "city0", city0, n_sectors)) ||
        (s = skpi__rows_matrix(&r, "city1", city1, n_sectors)) ||
        (s = skpi__array(r.at, "nation0", nation0, n_sectors, 1)) ||
        (s = skpi__array(r.at, "nation1", nation1, n_sectors, 1)) || (s = SKPI__STRUCT(r.at, out, 0, &o)) ||
        (s = nation_check(r.at, n_sectors, &whole)))
        return s;
    for (size_t i = 0; i < n; i++) {
        s = city_check(skpi__row_at(&r, i), n_sectors, city0 + i * n_sectors, city1 + i * n_sectors, &whole);
        if ((s = skpi__row(&r, i, s))) return s;
    }
    for (size_t i = 0; i < n; i++) {
        const int good = skpi__row_good(&r, i);
        const double all = good ? skpi__sum_of(n_sectors, city0 + i * n_sectors) : 0;
        for (size_t k = 0, c = i * n_sectors; k < n_sectors; k++, c++) {
            parts p = {NAN, NAN, NAN, NAN, NAN};
            if (good) p = split(&whole, k, city0[c], city1[c], all);
            skpi__set(o.national, c, p.national);
            skpi__set(o.mix, c, p.mix);
            skpi__set(o.local, c, p.local);
            skpi__set(o.competitive, c, p.competitive);
            skpi__set(o.allocation, c, p.allocation);
        }
    }
    return skpi__rows_end(&r);
}
