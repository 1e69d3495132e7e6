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

static int open(double p) { return p > 0 && p < 1; }
static double slack(double p, double rounding) { return rounding / (p * (1 - p)); }

/* Column of the last observation; p has known columns. */
static size_t last_observation(const double *p, size_t known, double rounding)
{
    for (size_t j = known - 1; j >= 2; j--) {
        const double a = p[j - 2], b = p[j - 1], c = p[j];
        if (open(a) && open(b) && open(c) &&
            fabs(skpi__logit(c) - 2 * skpi__logit(b) + skpi__logit(a)) <=
                slack(c, rounding) + 2 * slack(b, rounding) + slack(a, rounding))
            return j;
    }
    return known - 1;
}

static skpi_status known_check(skpi__at at, const double *p, size_t known, double rounding)
{
    skpi_status s;
    for (size_t j = 0; j < known; j++) {
        at.column = (int64_t)j;
        if ((s = skpi__share(at, "share->value", p[j]))) return s;
    }
    const size_t j = last_observation(p, known, rounding);
    if (!open(p[known - 1])) return SKPI_OK; /* kept for ever, no growth difference */
    at.column = (int64_t)j - 2;
    return skpi__open_share(at, "share->value", p[j - 2]);
}

/* The columns up to the last year that may hold an observation: at least three. */
static skpi_status take_known(skpi__at at, const skpi_urban_last_observation_options *options, const skpi_table *t,
                              size_t *known)
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
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi_table t;
    skpi_urban_last_observation_out o;
    size_t known = 0;
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, share, &t))) return s;
    for (size_t j = 1; j < t.m; j++)
        if (t.year[j] != t.year[j - 1] + 1)
            return skpi__fail(skpi__element(r.at, j), SKPI_EINCONSISTENT, "share->year", t.year[j],
                              "does not follow %d: the table must be annual", (int)t.year[j - 1]);
    if ((s = skpi__quantity(r.at, "rounding", rounding)) || (s = take_known(r.at, options, &t, &known)) ||
        (s = SKPI__STRUCT(r.at, out, 0, &o)))
        return s;
    r.n = t.n;
    for (size_t i = 0; i < t.n; i++)
        if ((s = skpi__row(&r, i, known_check(skpi__row_at(&r, i), t.value + i * t.m, known, rounding)))) return s;
    for (size_t i = 0; i < t.n; i++) {
        const double *p = t.value + i * t.m;
        const int good = skpi__row_good(&r, i), lasts = good && open(p[known - 1]);
        const size_t j = lasts ? last_observation(p, known, rounding) : known - 1;
        if (o.last_year) o.last_year[i] = good ? t.year[j] : SKPI_NONE;
        skpi__set(o.share, i, good ? p[j] : (double)NAN);
        skpi__set(o.urgd, i, lasts ? (skpi__logit(p[j]) - skpi__logit(p[j - 2])) / 2 : (double)NAN);
    }
    return skpi__rows_end(&r);
}
