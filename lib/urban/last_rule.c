/* The last observation of one row of a published annual table (last_rule.h).
 *
 * Revisions to 2018 are linear in L = logit p between observations, but for the rounding: with e(t) = rounding/(p_t (1 -
 * p_t)) a year is straight where
 *   |L(t + 1) - 2 L(t) + L(t - 1)| <= e(t + 1) + 2 e(t) + e(t - 1).
 * LOGIT: the last observation T is the largest year t + 1 of a straight year t, the last known year if there is none.
 *
 * Later ones are cubic in p between observations; annual values are those of mid-year, and the value of an observation's
 * own year lies on neither cubic beside it.  CUBIC: T is the year before the longest stretch, to the end of the table,
 * that lies on one cubic but for 1.25 times the rounding.  Where the digits allow, the date is that at which the two
 * cubics beside T have the same value and slope.
 *
 * A row is LOGIT where at least .4 of its years are straight, and .2 beside the values two years before and after: there
 * a cubic is four times as far from a line, and the rounding no larger.  Tried on the World Urbanization Prospects 2018
 * and on the World Bank's table of 2026.
 */
#include "urban/last_rule.h"
#include "core/check.h"
#include "numeric/decimal.h"
#include "numeric/logistic.h"
#include "urban/cubic_stretch.h"
#include <smartkpi/urban.h>

#define STRAIGHT .4        /* the logit rule holds if the row is linear in the logit in this part of its years */
#define STRAIGHT_AT_TWO .2 /* and in this part, if each year is compared with those two years away */
#define ROUNDINGS 1.25     /* tolerance around a cubic, in roundings of the table */
#define DIGITS 2e-10       /* tolerance around a cubic for figures that are not rounded */
#define COARSE 2e-5        /* coarser rounding than this hides the cubics */
#define EXACT 1e-9         /* finer rounding than this shows the date within its year */
#define YEARS 10           /* length of the growth difference's period if its beginning cannot be found */
#define MID_YEAR .5

static int last_open(double p) { return p > 0 && p < 1; }
static double last_slack(double p, double rounding) { return fmax(rounding, SKPI__DECIMAL) / (p * (1 - p)); }

/* Columns j - 2 step, j - step and j: 1 straight, 0 bent, -1 a share of 0 or 1 among them. */
static int last_is_straight(const double *p, size_t j, size_t step, double rounding)
{
    const double a = p[j - 2 * step], b = p[j - step], c = p[j];
    if (!last_open(a) || !last_open(b) || !last_open(c)) return -1;
    return fabs(skpi__logit(c) - 2 * skpi__logit(b) + skpi__logit(a)) <=
           last_slack(c, rounding) + 2 * last_slack(b, rounding) + last_slack(a, rounding);
}

/* Whether at least this part of the first known columns is straight with those a step before and after. */
static int last_straight(size_t known, const double *p, size_t step, double rounding, double part)
{
    size_t years = 0, straight = 0;
    for (size_t j = 2 * step; j < known; j++) {
        const int is = last_is_straight(p, j, step, rounding);
        years += is >= 0;
        straight += is > 0;
    }
    return (double)straight >= part * (double)years;
}

/* A table too short for a stretch and the year before it leaves no choice. */
static int32_t last_rule(size_t n, size_t known, const double *p, double rounding)
{
    if (n <= SKPI__URBAN_STRETCH_LEAST) return SKPI_URBAN_LAST_OBSERVATION_RULE_LOGIT;
    return last_straight(known, p, 1, rounding, STRAIGHT) && last_straight(known, p, 2, rounding, STRAIGHT_AT_TWO)
               ? SKPI_URBAN_LAST_OBSERVATION_RULE_LOGIT
               : SKPI_URBAN_LAST_OBSERVATION_RULE_CUBIC;
}

static void last_logit(size_t known, const double *p, double rounding, skpi__urban_last *last)
{
    size_t j = known - 1;
    while (j >= 2 && last_is_straight(p, j, 1, rounding) <= 0) j--;
    last->at = j >= 2 ? j : known - 1;
    last->from = last->at - 2;
}

static skpi_status last_cubic(skpi__at at, size_t n, size_t known, const double *p, double rounding,
                              skpi__urban_last *last)
{
    const double tolerance = fmax(ROUNDINGS * rounding, DIGITS);
    if (rounding > COARSE)
        return skpi__fail(at, SKPI_ENODATA, "rounding", rounding,
                          "is too coarse for a table that is not linear in the logit (give all its digits)");
    const size_t m = skpi__urban_stretch(n, p, tolerance), first = n - m;
    if (!m)
        return skpi__fail(skpi__column(at, n - 1), SKPI_ENODATA, "share->value", p[n - 1],
                          "is the last value of the table, whose last five years hold an observation: the rule needs "
                          "six years after it");
    if (first < 2)
        return skpi__fail(skpi__column(at, n - 1), SKPI_ENODATA, "share->value", p[n - 1],
                          "is the last value of a table that lies on one cubic, in which no observation can be found");
    if (first > known)
        return skpi__fail(skpi__column(at, first - 1), SKPI_ENODATA, "share->value", p[first - 1],
                          "is an observation after options->known_to");
    last->at = first - 1;
    const size_t before = skpi__urban_stretch(last->at, p, tolerance), end = last->at;
    last->from = before && before < end ? end - before - 1 : end > YEARS ? end - YEARS : 0;
    if (!before || rounding > EXACT) return SKPI_OK;
    const double meet = skpi__urban_stretch_meet(p, end - before, end, last->at, first, n);
    if (!isnan(meet)) last->into_year = MID_YEAR + meet;
    return SKPI_OK;
}

static skpi_status last_shares(skpi__at at, size_t from, size_t to, const double *p)
{
    skpi_status s = SKPI_OK;
    for (size_t j = from; !s && j < to; j++) s = skpi__share(skpi__column(at, j), "share->value", p[j]);
    return s;
}

skpi_status skpi__urban_last_find(skpi__at at, size_t n, size_t known, const double *p, double rounding, int32_t rule,
                                  skpi__urban_last *last)
{
    skpi_status s = last_shares(at, 0, known, p);
    if (s) return s;
    *last = (skpi__urban_last){.rule = rule ? rule : last_rule(n, known, p, rounding),
                               .open = last_open(p[known - 1]),
                               .at = known - 1,
                               .into_year = MID_YEAR};
    if (!last->open) return SKPI_OK; /* the share stays at 0 or 1, and has no growth difference */
    if (last->rule == SKPI_URBAN_LAST_OBSERVATION_RULE_LOGIT) {
        last_logit(known, p, rounding, last);
    } else {
        if ((s = last_shares(at, known, n, p)) || (s = last_cubic(at, n, known, p, rounding, last)) ||
            (s = skpi__open_share(skpi__column(at, last->at), "share->value", p[last->at])))
            return s;
    }
    return skpi__open_share(skpi__column(at, last->from), "share->value", p[last->from]);
}
