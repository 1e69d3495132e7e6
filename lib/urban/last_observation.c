/* Last observation and growth difference of a published annual table; how they are found stands in last_rule.c. */
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/table.h"
#include "numeric/logistic.h"
#include "urban/last_rule.h"
#include <smartkpi/urban.h>

static const int32_t rules[] = {SKPI_URBAN_LAST_OBSERVATION_RULE_LOGIT, SKPI_URBAN_LAST_OBSERVATION_RULE_CUBIC, 0};

/* The columns up to the last year that may hold an observation: at least three. */
static skpi_status take_known(skpi__at at, const skpi_urban_last_observation_options *options, const skpi_table *t,
                              size_t *known, int32_t *rule)
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
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi_table t;
    skpi_urban_last_observation_out o;
    skpi__urban_last last;
    size_t known = 0;
    int32_t rule = 0;
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, share, &t))) return s;
    for (size_t j = 1; j < t.m; j++)
        if (t.year[j] != t.year[j - 1] + 1)
            return skpi__fail(skpi__element(r.at, j), SKPI_EINCONSISTENT, "share->year", t.year[j],
                              "does not follow %d: the table must be annual", (int)t.year[j - 1]);
    if ((s = skpi__quantity(r.at, "rounding", rounding)) || (s = take_known(r.at, options, &t, &known, &rule)) ||
        (s = SKPI__STRUCT(r.at, out, 0, &o)))
        return s;
    r.n = t.n;
    for (size_t i = 0; i < t.n; i++)
        if ((s = skpi__row(
                 &r, i,
                 skpi__urban_last_find(skpi__row_at(&r, i), t.m, known, t.value + i * t.m, rounding, rule, &last))))
            return s;
    for (size_t i = 0; i < t.n; i++) {
        const double *p = t.value + i * t.m;
        const int good = skpi__row_good(&r, i);
        if (good) (void)skpi__urban_last_find(skpi__row_at(&r, i), t.m, known, p, rounding, rule, &last);
        skpi__set_int(o.last_year, i, good ? t.year[last.at] : SKPI_NONE);
        skpi__set(o.share, i, good ? p[last.at] : (double)NAN);
        skpi__set(o.urgd, i,
                  good && last.open
                      ? (skpi__logit(p[last.at]) - skpi__logit(p[last.from])) / ((double)last.at - (double)last.from)
                      : (double)NAN);
        skpi__set(o.date, i, good ? t.year[last.at] + last.into_year : (double)NAN);
        skpi__set_int(o.rule, i, good ? last.rule : SKPI_NONE);
    }
    return skpi__rows_end(&r);
}
