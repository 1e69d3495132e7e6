/* Last observation and growth difference of a published annual table.
 *
 * Between observations such a table is linear in L = logit p, but for its rounding: with e(t) = rounding/(p_t(1 - p_t))
 * the last observation T is the largest year t + 1 with
 *   |L(t + 1) - 2 L(t) + L(t - 1)| <= e(t + 1) + 2 e(t) + e(t - 1),
 * the last known year if there is none, and r = (L(T) - L(T - 2))/2.  Tried on the World Urbanization Prospects 2018.
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

static skpi_status check(skpi__at at, const double *p, size_t known, double rounding)
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

/* Last observation of each place of a published annual table, and the growth difference before it.
 *
 * Given:    share           urban shares, fractions in [0,1], one year after another, at least three up to known_to
 *           rounding        half a unit of the last printed digit, as a share: 5e-6 for percentages of three decimals
 *           known_to        last year that may hold an observation, later ones are not read; 0: the last of the table
 * Returned: out->last_year  year of the last observation (n each; NULL: not wanted)
 *           out->share      the share in it
 *           out->urgd       growth difference of the two years before it, per year; NaN if the last known share is 0 or
 *                           1 (then last_year is the last known year)
 *           status          each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null), SKPI_ESTRUCT, SKPI_ENODATA (an empty table, fewer than three years
 *           known), SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_ERANGE (a share outside [0,1], years, a negative rounding,
 *           known_to outside the table), SKPI_EDOM (the share was 0 or 1 two years before), SKPI_EINCONSISTENT (years
 *           that do not follow one another), SKPI_ENOTSORTED, SKPI_EDUPLICATE
 */
skpi_status skpi_urban_last_observation(const skpi_table *share, double rounding, int32_t known_to,
                                        skpi_urban_last_observation_out *out, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi_table t;
    skpi_urban_last_observation_out o;
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, share, &t))) return s;
    for (size_t j = 1; j < t.m; j++)
        if (t.year[j] != t.year[j - 1] + 1)
            return skpi__fail(skpi__element(r.at, j), SKPI_EINCONSISTENT, "share->year", t.year[j],
                              "does not follow %d: the table must be annual", (int)t.year[j - 1]);
    if ((s = skpi__quantity(r.at, "rounding", rounding))) return s;
    const int32_t end = known_to ? known_to : t.year[t.m - 1];
    if (end < t.year[0] || end > t.year[t.m - 1])
        return skpi__fail(r.at, SKPI_ERANGE, "known_to", known_to, "is not a year of the table, %d..%d", (int)t.year[0],
                          (int)t.year[t.m - 1]);
    const size_t known = (size_t)(end - t.year[0]) + 1;
    if (known < 3)
        return skpi__fail(r.at, SKPI_ENODATA, "known_to", end, "leaves %zu years: a growth difference needs three",
                          known);
    if ((s = SKPI__NEED(r.at, out, 0, &o))) return s;
    r.n = t.n;
    for (size_t i = 0; i < t.n; i++)
        if ((s = skpi__row(&r, i, check(skpi__row_at(&r, i), t.value + i * t.m, known, rounding)))) return s;
    for (size_t i = 0; i < t.n; i++) {
        const double *p = t.value + i * t.m;
        const int good = skpi__row_good(&r, i), lasts = good && open(p[known - 1]);
        const size_t j = lasts ? last_observation(p, known, rounding) : known - 1;
        if (o.last_year) o.last_year[i] = good ? t.year[j] : SKPI_NONE;
        skpi__put(o.share, i, good ? p[j] : (double)NAN);
        skpi__put(o.urgd, i, lasts ? (skpi__logit(p[j]) - skpi__logit(p[j - 2])) / 2 : (double)NAN);
    }
    return skpi__rows_end(&r);
}
