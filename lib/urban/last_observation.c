/* Last observation and growth difference of a published annual table.
 *
 * Between observations such a table is linear in L = logit p, up to rounding: with e(t) = rounding/(p_t(1 - p_t)) the
 * last observation T is the largest year t + 1 with
 *   |L(t + 1) - 2 L(t) + L(t - 1)| <= e(t + 1) + 2 e(t) + e(t - 1),
 * the last known year if there is none, and r = (L(T) - L(T - 2))/2. The rule was tested on the World Urbanization
 * Prospects 2018.
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/table.h"
#include "numeric/logistic.h"
#include <smartkpi/urban.h>

typedef struct last_observation_call {
    skpi_table table;
    size_t known; /* columns up to the last year that may hold an observation */
    double rounding;
    skpi_urban_last_observation_out out;
} last_observation_call;

static int last_observation_open(double p) { return p > 0 && p < 1; }
static double last_observation_slack(double p, double rounding) { return rounding / (p * (1 - p)); }

/* Column of the last observation; p has known columns. */
static size_t last_observation_of(const double *p, size_t known, double rounding)
{
    for (size_t j = known - 1; j >= 2; j--) {
        const double a = p[j - 2], b = p[j - 1], c = p[j];
        if (last_observation_open(a) && last_observation_open(b) && last_observation_open(c) &&
            fabs(skpi__logit(c) - 2 * skpi__logit(b) + skpi__logit(a)) <= last_observation_slack(c, rounding) +
                                                                              2 * last_observation_slack(b, rounding) +
                                                                              last_observation_slack(a, rounding))
            return j;
    }
    return known - 1;
}

/* Leaves the column. */
static skpi_status last_observation_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const last_observation_call *c = call;
    const double *p = c->table.value + i * c->table.m;
    size_t *column = kept;
    skpi_status s;
    for (size_t j = 0; j < c->known; j++) {
        at.column = (int64_t)j;
        if ((s = skpi__share(at, "share->value", p[j]))) return s;
    }
    *column = c->known - 1;
    if (!last_observation_open(p[*column])) return SKPI_OK; /* kept for ever, no growth difference */
    *column = last_observation_of(p, c->known, c->rounding);
    return skpi__open_share(skpi__column(at, *column - 2), "share->value", p[*column - 2]);
}

static skpi_status last_observation_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const last_observation_call *c = call;
    const double *p = c->table.value + i * c->table.m;
    const size_t j = *(const size_t *)kept;
    const int lasts = last_observation_open(p[c->known - 1]);
    (void)at;
    skpi__set_int(c->out.last_year, i, c->table.year[j]);
    skpi__set(c->out.share, i, p[j]);
    skpi__set(c->out.urgd, i, lasts ? (skpi__logit(p[j]) - skpi__logit(p[j - 2])) / 2 : (double)NAN);
    return SKPI_OK;
}

static void last_observation_fail(const void *call, size_t i)
{
    const last_observation_call *c = call;
    skpi__set_int(c->out.last_year, i, SKPI_NONE);
    skpi__set(c->out.share, i, (double)NAN);
    skpi__set(c->out.urgd, i, (double)NAN);
}

/* The columns up to the last year that may hold an observation: at least three. */
static skpi_status last_observation_known(skpi__at at, const skpi_urban_last_observation_options *options,
                                          const skpi_table *t, size_t *known)
{
    skpi_urban_last_observation_options o;
    skpi_status s;
    if ((s = SKPI__STRUCT_OR_NULL(at, options, 0, &o)) || (s = skpi__reserved(at, "options->zero", o.zero))) return s;
    const int32_t end = o.known_to ? o.known_to : t->year[t->m - 1];
    if (end < t->year[0] || end > t->year[t->m - 1])
        return skpi__fail(at, SKPI_ERANGE, "options->known_to", end, "is not a year of the table, %d..%d",
                          (int)t->year[0], (int)t->year[t->m - 1]);
    *known = (size_t)(end - t->year[0]) + 1;
    return *known >= 3 ? SKPI_OK
                       : skpi__fail(at, SKPI_ENODATA, "options->known_to", end,
                                    "leaves %zu years: a growth difference needs three", *known);
}

skpi_status skpi_urban_last_observation(const skpi_table *share, double rounding,
                                        const skpi_urban_last_observation_options *options,
                                        skpi_urban_last_observation_out *out, int32_t *status)
{
    static const skpi__rows_steps steps = {sizeof(size_t), last_observation_check, last_observation_compute,
                                           last_observation_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    last_observation_call c = {.rounding = rounding};
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, share, &c.table))) return s;
    const skpi_table *t = &c.table;
    for (size_t j = 1; j < t->m; j++)
        if (t->year[j] != t->year[j - 1] + 1)
            return skpi__fail(skpi__element(r.at, j), SKPI_EINCONSISTENT, "share->year", t->year[j],
                              "does not follow %d: the table must be annual", (int)t->year[j - 1]);
    if ((s = skpi__quantity(r.at, "rounding", rounding)) || (s = last_observation_known(r.at, options, t, &c.known)) ||
        (s = SKPI__STRUCT(r.at, out, 0, &c.out)))
        return s;
    r.n = t->n;
    r.count = "share->n";
    return skpi__rows_run(&r, &steps, &c);
}
