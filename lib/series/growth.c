/* Growth between the years of a table: relative, and in the unit of the figure.
 *
 *   rate = ln(y_1/y_0)/(t_1 - t_0), continuous, per year;  points = (y_1 - y_0)/(t_1 - t_0)
 *
 * For a share, points is percentage points divided by 100.  The United Nations publish both for the percentage urban.
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/table.h"
#include "numeric/log_ratio.h"
#include "series/jump.h"
#include <smartkpi/series.h>

typedef struct growth_call {
    skpi_table y;
    double *rate, *points;
    double *room; /* 2 m */
} growth_call;

static skpi_status growth_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const growth_call *c = call;
    const double *v = c->y.value + i * c->y.m;
    skpi_status s = SKPI_OK;
    (void)kept;
    for (size_t j = 0; !s && j < c->y.m; j++) {
        at.column = (int64_t)j;
        s = c->rate ? skpi__positive(at, "y->value", v[j]) : skpi__finite(at, "y->value", v[j]);
        if (!s && j) s = skpi__result(at, "points", v[j] - v[j - 1]);
    }
    return s ? s : skpi__jump_warn_values(at, "y->value", &c->y, i, c->room);
}

static skpi_status growth_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const growth_call *c = call;
    (void)at, (void)kept;
    for (size_t j = 0; j + 1 < c->y.m; j++) {
        const double *v = c->y.value + i * c->y.m + j, years = (double)c->y.year[j + 1] - c->y.year[j];
        const size_t cell = i * (c->y.m - 1) + j;
        if (c->rate) c->rate[cell] = skpi__log_ratio(v[0], v[1]) / years;
        skpi__set(c->points, cell, (v[1] - v[0]) / years);
    }
    return SKPI_OK;
}

static void growth_fail(const void *call, size_t i)
{
    const growth_call *c = call;
    skpi__set_nan_row(c->rate, i, c->y.m - 1);
    skpi__set_nan_row(c->points, i, c->y.m - 1);
}

skpi_status skpi_series_growth(const skpi_table *y, double *rate, double *points, int32_t *status)
{
    static const skpi__rows_steps steps = {0, growth_check, growth_compute, growth_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    growth_call c = {.rate = rate, .points = points};
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, y, &c.y))) return s;
    if (c.y.m < 2) return skpi__fail(r.at, SKPI_ENODATA, "y->m", (double)c.y.m, "years are too few: growth needs two");
    r.n = c.y.n;
    c.room = skpi__alloc(c.y.m, 2, sizeof *c.room);
    if (!c.room) return skpi__no_memory(r.at, "y->m", c.y.m);
    s = skpi__rows_run(&r, &steps, &c);
    free(c.room);
    return s;
}
