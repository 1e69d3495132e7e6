/* Last observation and growth difference of a published annual table; how they are found stands in last_rule.c. */
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "numeric/logistic.h"
#include "urban/annual.h"
#include "urban/last_rule.h"
#include <smartkpi/urban.h>

static const int32_t rules[] = {SKPI_URBAN_LAST_OBSERVATION_RULE_LOGIT, SKPI_URBAN_LAST_OBSERVATION_RULE_CUBIC, 0};

typedef struct last_observation_call {
    skpi_table table;
    size_t known; /* columns up to the last year that may hold an observation */
    double rounding;
    int32_t rule; /* 0: found */
    skpi_urban_last_observation_out out;
} last_observation_call;

static skpi_status last_observation_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const last_observation_call *c = call;
    return skpi__urban_last_find(at, c->table.m, c->known, c->table.value + i * c->table.m, c->rounding, c->rule, kept);
}

static skpi_status last_observation_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const last_observation_call *c = call;
    const double *p = c->table.value + i * c->table.m;
    const skpi__urban_last *last = kept;
    double urgd = (double)NAN;
    (void)at;
    if (last->open)
        urgd = (skpi__logit(p[last->at]) - skpi__logit(p[last->from])) / ((double)last->at - (double)last->from);
    skpi__set_int(c->out.last_year, i, c->table.year[last->at]);
    skpi__set(c->out.share, i, p[last->at]);
    skpi__set(c->out.urgd, i, urgd);
    skpi__set(c->out.date, i, c->table.year[last->at] + last->into_year);
    skpi__set_int(c->out.rule, i, last->rule);
    return SKPI_OK;
}

static void last_observation_fail(const void *call, size_t i)
{
    const last_observation_call *c = call;
    skpi__set_int(c->out.last_year, i, SKPI_NONE);
    skpi__set(c->out.share, i, (double)NAN);
    skpi__set(c->out.urgd, i, (double)NAN);
    skpi__set(c->out.date, i, (double)NAN);
    skpi__set_int(c->out.rule, i, SKPI_NONE);
}

/* The columns up to the last year that may hold an observation: at least three. */
static skpi_status last_observation_known(skpi__at at, const skpi_urban_last_observation_options *options,
                                          const skpi_table *t, size_t *known, int32_t *rule)
{
    skpi_urban_last_observation_options o;
    skpi_status s = SKPI__STRUCT_OR_NULL(at, options, 0, &o);
    if (s) return s;
    if (o.rule && (s = skpi__choice(at, "options->rule", o.rule, rules,
                                    "a rule of tables (enum skpi_urban_last_observation_rule)")))
        return s;
    *rule = o.rule;
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
    static const skpi__rows_steps steps = {sizeof(skpi__urban_last), last_observation_check, last_observation_compute,
                                           last_observation_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    last_observation_call c = {.rounding = rounding};
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, share, &c.table))) return s;
    const skpi_table *t = &c.table;
    if ((s = skpi__urban_annual(r.at, "share->year", t)) || (s = skpi__quantity(r.at, "rounding", rounding)) ||
        (s = last_observation_known(r.at, options, t, &c.known, &c.rule)) || (s = SKPI__STRUCT(r.at, out, 0, &c.out)))
        return s;
    r.n = t->n;
    r.count = "share->n";
    return skpi__rows_run(&r, &steps, &c);
}
