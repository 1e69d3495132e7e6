/* Warming equivalents of a short-lived gas (GWP*): its emissions as CO2 that causes the same warming.
 *
 *   E*(t) = GWP100 [4.53 E(t) - 4.25 E(t - 20)]
 *
 * Source: M. A. Smith, M. Cain and M. R. Allen, npj Climate and Atmospheric Science 4 (2021) 19.
 */
#include <smartkpi/carbon.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/steps.h"
#include "core/table.h"
#include "series/jump.h"

enum { HISTORY = 20 };

typedef struct gwp_star_call {
    skpi_table emission;
    double gwp100;
    int32_t first_year;
    size_t n_years;
    double *equivalent;
    double *room; /* 2 m */
} gwp_star_call;

/* The value of a year; NaN if the table has no such year or no value in it. */
static double gwp_star_emission(const skpi_table *t, size_t i, int32_t year)
{
    size_t low = 0, high = t->m;
    while (low < high) {
        SKPI__STEP();
        const size_t k = low + (high - low) / 2;
        if (t->year[k] < year)
            low = k + 1;
        else
            high = k;
    }
    return low < t->m && t->year[low] == year ? t->value[i * t->m + low] : (double)NAN;
}

static skpi_status gwp_star_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const gwp_star_call *c = call;
    const skpi_table *t = &c->emission;
    skpi_status s;
    (void)kept;
    for (size_t j = 0; j < t->m; j++) {
        at.column = (int64_t)j;
        if (!isnan(t->value[i * t->m + j]) && (s = skpi__finite(at, "emission->value", t->value[i * t->m + j])))
            return s;
    }
    at.column = -1;
    for (size_t j = 0; j < c->n_years; j++)
        for (int32_t back = 0; back <= HISTORY; back += HISTORY) {
            const int32_t year = c->first_year + (int32_t)j - back;
            const double e = gwp_star_emission(t, i, year);
            if (isnan(e))
                return skpi__fail(at, SKPI_ENODATA, "emission->year", year,
                                  "has no value: each year needs its own value and that of %d years before", HISTORY);
            if ((s = skpi__result(at, "equivalent", c->gwp100 * (8.78 * e)))) return s;
        }
    return skpi__jump_warn_values(at, "emission->value", t, i, c->room);
}

static skpi_status gwp_star_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const gwp_star_call *c = call;
    (void)at, (void)kept;
    for (size_t j = 0; j < c->n_years; j++) {
        const int32_t year = c->first_year + (int32_t)j;
        const double now = gwp_star_emission(&c->emission, i, year);
        const double before = gwp_star_emission(&c->emission, i, year - HISTORY);
        c->equivalent[i * c->n_years + j] = c->gwp100 * (4.53 * now - 4.25 * before);
    }
    return SKPI_OK;
}

static void gwp_star_fail(const void *call, size_t i)
{
    const gwp_star_call *c = call;
    skpi__set_nan_row(c->equivalent, i, c->n_years);
}

skpi_status skpi_carbon_gwp_star(const skpi_table *emission, double gwp100, int32_t first_year, size_t n_years,
                                 double *equivalent, int32_t *status)
{
    static const skpi__rows_steps steps = {0, gwp_star_check, gwp_star_compute, gwp_star_fail};
    const skpi__at at = skpi__here(__func__);
    gwp_star_call c = {.gwp100 = gwp100, .first_year = first_year, .n_years = n_years, .equivalent = equivalent};
    skpi_status s;
    if ((s = SKPI__TABLE(at, emission, &c.emission)) || (s = skpi__positive(at, "gwp100", gwp100)) ||
        (s = skpi__axis(at, "first_year", first_year, n_years)))
        return s;
    skpi__rows r = skpi__rows_begin(__func__, c.emission.n, status);
    if ((s = skpi__rows_matrix(&r, "equivalent", equivalent, n_years))) return s;
    c.room = skpi__alloc(c.emission.m, 2, sizeof *c.room);
    if (!c.room) return skpi__no_memory(at, "emission->m", c.emission.m);
    s = skpi__rows_run(&r, &steps, &c);
    free(c.room);
    return s;
}
