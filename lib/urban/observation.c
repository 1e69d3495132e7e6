/* Observations behind a published annual table, dated by the breaks of its lines (knots.h). */
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "urban/annual.h"
#include "urban/knots.h"
#include <smartkpi/urban.h>

static const double day = 1e-9; /* years: a date that is computed may miss the limit by its rounding */

typedef struct observation_call {
    skpi_table table;
    double rounding;
    const double *known_to; /* NULL: the end of the table */
    skpi_urban_observation_out out;
    double *room; /* five values a year */
} observation_call;

static skpi_status observation_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const observation_call *c = call;
    const double *p = c->table.value + i * c->table.m;
    skpi_status s;
    for (size_t j = 0; j < c->table.m; j++)
        if ((s = skpi__share(skpi__column(at, j), "share->value", p[j]))) return s;
    if (c->known_to && (s = skpi__date(at, "options->known_to", c->known_to[i]))) return s;
    *(skpi__urban_run *)kept = skpi__urban_run_first(c->table.m, p);
    if (!((skpi__urban_run *)kept)->n)
        return skpi__refuse(at, SKPI_ENODATA, "share->value", "has no two years running between 0 and 1");
    return SKPI_OK;
}

static double *observation_row(const observation_call *c, double *out, size_t i)
{
    return out ? out + i * c->table.m : NULL;
}

static skpi_status observation_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const observation_call *c = call;
    const skpi__urban_run *run = kept;
    const size_t m = c->table.m;
    double *const date = observation_row(c, c->out.date, i), *const share = observation_row(c, c->out.share, i);
    double *const lead = c->room + 3 * m, *const value = lead + m;
    const size_t n = skpi__urban_knots(run->n, c->table.value + i * m + run->first, c->rounding, c->room, lead, value);
    int32_t known = 0;
    (void)at;
    skpi__set_nan_row(c->out.date, i, m);
    skpi__set_nan_row(c->out.share, i, m);
    for (size_t k = 0; k < n; k++) {
        const double d = c->table.year[run->first] + lead[k];
        if (c->known_to && d > c->known_to[i] + day) break;
        skpi__set(date, k, d);
        skpi__set(share, k, value[k]);
        known++;
    }
    skpi__set_int(c->out.count, i, known);
    return SKPI_OK;
}

static void observation_fail(const void *call, size_t i)
{
    const observation_call *c = call;
    skpi__set_int(c->out.count, i, SKPI_NONE);
    skpi__set_nan_row(c->out.date, i, c->table.m);
    skpi__set_nan_row(c->out.share, i, c->table.m);
}

skpi_status skpi_urban_observation(const skpi_table *share, double rounding,
                                   const skpi_urban_observation_options *options, skpi_urban_observation_out *out,
                                   int32_t *status)
{
    static const skpi__rows_steps steps = {sizeof(skpi__urban_run), observation_check, observation_compute,
                                           observation_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    observation_call c = {.rounding = rounding};
    skpi_urban_observation_options o;
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, share, &c.table)) || (s = skpi__urban_annual(r.at, "share->year", &c.table)) ||
        (s = skpi__quantity(r.at, "rounding", rounding)) || (s = SKPI__STRUCT_OR_NULL(r.at, options, 0, &o)) ||
        (s = SKPI__STRUCT(r.at, out, 0, &c.out)))
        return s;
    c.known_to = o.known_to;
    r.n = c.table.n;
    r.count = "share->n";
    if (!(c.room = skpi__alloc(c.table.m, 5, sizeof *c.room))) return skpi__no_memory(r.at, "share->m", c.table.m);
    s = skpi__rows_run(&r, &steps, &c);
    free(c.room);
    return s;
}
