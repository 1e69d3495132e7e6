/* Shift-share analysis: splits the change of a city into national, industry-mix and local parts.
 *
 * For industry i, e is its size in the city and E in the nation, g its growth in the nation and r in the city, G the
 * growth of the nation's total:
 *   national = e0 G,  mix = e0 (g - G),  local = e0 (r - g): the sum is e1 - e0, all local if e0 = 0
 *   homothetic h = (city's total) E0/(nation's total):  competitive = h (r - g),  allocation = (e0 - h)(r - g)
 * Weights are those of the base year.
 * Sources: E. S. Dunn, Papers of the Regional Science Association 6 (1960) 97; J. M. Esteban-Marquillas, Regional and
 * Urban Economics 2 (1972) 249.
 */
#include <smartkpi/economy.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "numeric/decimal.h"
#include "numeric/product.h"
#include "numeric/sum.h"

typedef struct shift_nation {
    const double *before, *after; /* sectors */
    double total, later, growth;
} shift_nation;

typedef struct shift_parts {
    double national, mix, local, competitive, allocation;
} shift_parts;

static shift_parts shift_split(const shift_nation *n, size_t s, double before, double after, double city_total)
{
    shift_parts p = {0, 0, after - before, NAN, NAN};
    if (before == 0) return p; /* the growth of the industry in the city is undefined */
    /* what the sector, and the city, would have in the last year at the growth of others */
    const double like_sector = skpi__part_of(n->after[s], n->before[s], before);
    const double even = skpi__part_of(n->before[s], n->total, city_total), more = before - even;
    p.national = before * n->growth;
    const double of_sector = n->after[s] / n->before[s], of_all = n->later / n->total;
    p.mix = skpi__ordinary(of_sector) && skpi__ordinary(of_all)
                ? before * (of_sector - of_all)
                : like_sector - skpi__part_of(n->later, n->total, before);
    p.local = after - like_sector;
    const skpi__far grown =
        skpi__far_times(skpi__far_quotient(n->before[s], n->total), skpi__far_quotient(after, before));
    const double even_after = skpi__far_value(skpi__far_times(grown, skpi__far_of(city_total)));
    p.competitive = even_after - skpi__part_of(n->after[s], n->total, city_total);
    p.allocation = skpi__part_of(after, before, more) - skpi__part_of(n->after[s], n->before[s], more);
    return p;
}

static skpi_status shift_nation_check(skpi__at at, size_t n_sectors, shift_nation *n)
{
    skpi_status s;
    for (size_t i = 0; i < n_sectors; i++)
        if ((s = skpi__quantity(skpi__element(at, i), "nation0", n->before[i])) ||
            (s = skpi__quantity(skpi__element(at, i), "nation1", n->after[i])))
            return s;
    n->total = skpi__sum_of(n_sectors, n->before);
    if ((s = skpi__result(at, "nation0", n->total))) return s;
    if (!(n->total > 0)) return skpi__fail(at, SKPI_EZERODIV, "nation0", n->total, "in all has no growth");
    n->later = skpi__sum_of(n_sectors, n->after);
    n->growth = (n->later - n->total) / n->total;
    return skpi__result(at, "nation1", n->growth);
}

typedef struct shift_call {
    size_t n_sectors;
    const double *city0, *city1;
    shift_nation nation;
    skpi_economy_shift_share_out out;
} shift_call;

/* A city is a part of its nation (ERANGE). */
static skpi_status shift_part(skpi__at at, const char *name, double city, const char *name_nation, double nation)
{
    if (skpi__reaches(nation, city, 0)) return SKPI_OK;
    return skpi__fail(at, SKPI_ERANGE, name, city, "is a part larger than the whole, %s = %g", name_nation, nation);
}

/* kept: the total of the city. */
static skpi_status shift_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const shift_call *c = call;
    const double *before = c->city0 + i * c->n_sectors, *after = c->city1 + i * c->n_sectors;
    double *all = kept;
    skpi_status s;
    for (size_t k = 0; k < c->n_sectors; k++) {
        const skpi__at cell = skpi__column(at, k);
        if ((s = skpi__quantity(cell, "city0", before[k])) || (s = skpi__quantity(cell, "city1", after[k]))) return s;
        if (before[k] > 0 && c->nation.before[k] == 0)
            return skpi__fail(cell, SKPI_EINCONSISTENT, "city0", before[k], "in a sector where the nation has nothing");
        if ((s = shift_part(cell, "city0", before[k], "nation0", c->nation.before[k])) ||
            (s = shift_part(cell, "city1", after[k], "nation1", c->nation.after[k])))
            return s;
    }
    *all = skpi__sum_of(c->n_sectors, before);
    if ((s = skpi__result(at, "city0", *all))) return s;
    for (size_t k = 0; k < c->n_sectors; k++) {
        const shift_parts p = shift_split(&c->nation, k, before[k], after[k], *all);
        const skpi__at cell = skpi__column(at, k);
        const skpi__named results[] = {{"out->national", p.national},
                                       {"out->mix", p.mix},
                                       {"out->local", p.local},
                                       {"out->competitive", before[k] > 0 ? p.competitive : 0},
                                       {"out->allocation", before[k] > 0 ? p.allocation : 0}};
        if ((s = SKPI__RESULTS(cell, results))) return s;
    }
    return SKPI_OK;
}

static skpi_status shift_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const shift_call *c = call;
    const double *all = kept;
    (void)at;
    for (size_t k = 0, cell = i * c->n_sectors; k < c->n_sectors; k++, cell++) {
        const shift_parts p = shift_split(&c->nation, k, c->city0[cell], c->city1[cell], *all);
        skpi__set(c->out.national, cell, p.national);
        skpi__set(c->out.mix, cell, p.mix);
        skpi__set(c->out.local, cell, p.local);
        skpi__set(c->out.competitive, cell, p.competitive);
        skpi__set(c->out.allocation, cell, p.allocation);
    }
    return SKPI_OK;
}

static void shift_fail(const void *call, size_t i)
{
    const shift_call *c = call;
    double *const out[] = {c->out.national, c->out.mix, c->out.local, c->out.competitive, c->out.allocation};
    for (size_t v = 0; v < sizeof out / sizeof *out; v++) skpi__set_nan_row(out[v], i, c->n_sectors);
}

skpi_status skpi_economy_shift_share(size_t n, size_t n_sectors, const double *city0, const double *city1,
                                     const double *nation0, const double *nation1, skpi_economy_shift_share_out *out,
                                     int32_t *status)
{
    static const skpi__rows_steps steps = {sizeof(double), shift_check, shift_compute, shift_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    shift_call c = {
        .n_sectors = n_sectors, .city0 = city0, .city1 = city1, .nation = {.before = nation0, .after = nation1}};
    skpi_status s;
    if ((s = skpi__count(r.at, "n_sectors", n_sectors)) || (s = skpi__rows_matrix(&r, "city0", city0, n_sectors)) ||
        (s = skpi__rows_matrix(&r, "city1", city1, n_sectors)) ||
        (s = skpi__array(r.at, "nation0", nation0, n_sectors, 1)) ||
        (s = skpi__array(r.at, "nation1", nation1, n_sectors, 1)) || (s = SKPI__STRUCT(r.at, out, 0, &c.out)) ||
        (s = shift_nation_check(r.at, n_sectors, &c.nation)))
        return s;
    return skpi__rows_run(&r, &steps, &c);
}
