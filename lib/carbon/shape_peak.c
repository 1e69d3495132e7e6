/* Rise, plateau, power decline: a path to net zero whose exponent follows from a budget in closed form.
 *
 *   t0 .. tp      E = E0 + (Ep - E0) (t - t0)/(tp - t0)
 *   tp .. tp + w  E = Ep
 *   .. tz         E = R + (Ep - R)(1 - s)^p,  s = (t - tp - w)/D,  D = tz - tp - w
 *   after tz      E = R
 *
 * The integral from t0 to tz is rise + plateau + R D + (Ep - R) D/(p + 1), so that a budget B gives p = (Ep - R) D/(B -
 * rise - plateau - R D) - 1, and p > 0 holds for rise + plateau + R D < B < rise + plateau + Ep D: the limits p ->
 * infinity and p -> 0.
 * A budget that counts from a later date has less of rise and plateau; from tb inside the decline on, with u = (tz - tb)/D,
 * it is R D u + (Ep - R) D u^(p + 1)/(p + 1).  Lambert's W gives p: with c = (B - R (tz - tb))/((Ep - R) D) and a = -ln u,
 * p + 1 = W(a/c)/a, for R (tz - tb) < B < Ep (tz - tb).
 *
 * With a waypoint (tm, Em = f Ep) a straight line leads from the end of the plateau to it, and the power decline is that
 * from Em over D = tz - tm: the formulas above hold with Em for Ep, and the line is a part of rise and plateau.  f = 1 is
 * a longer plateau.
 *
 * By the value E of a date inside the decline: p = ln((E - R)/(Ep - R))/ln(1 - s).  By a sum of annual values: the sum of
 * the powers (1 - s)^p over the whole years of the decline, which falls with p from their number to 0.
 * Source: derived for this library; the algebra is in smartkpi_carbon(7).  W: Corless et al., Advances in Computational
 * Mathematics 5 (1996), 329-359.
 */
#include "carbon/path_members.h"
#include "carbon/shape.h"
#include "carbon/shape_peak.h"
#include "core/check.h"
#include "numeric/decimal.h"
#include "numeric/exps.h"
#include "numeric/lambert.h"
#include "numeric/logistic.h"
#include "numeric/root.h"
#include <float.h>

typedef struct peak_pieces {
    /* td = tp + w, rounded once so that the pieces join; before: the integral from t0 to tm */
    double td, tm, em, d, before;
} peak_pieces; /* without a waypoint tm = td, em = Ep */

static double peak_rise(const skpi__carbon_row *k) { return 0.5 * (k->e0 + k->e_peak) * (k->t_peak - k->t0); }

static inline peak_pieces peak_pieces_of(const skpi__carbon_row *k)
{
    const double td = k->t_peak + k->plateau;
    peak_pieces c = {td, td, k->e_peak, k->t_net_zero - td, peak_rise(k) + k->e_peak * (td - k->t_peak)};
    if (k->t_waypoint > td) {
        c.tm = k->t_waypoint;
        c.em = k->waypoint * k->e_peak;
        c.d = k->t_net_zero - c.tm;
        c.before += 0.5 * (k->e_peak + c.em) * (c.tm - td);
    }
    return c;
}

static skpi_status peak_check_waypoint(skpi__at at, const skpi__carbon_row *k)
{
    const double td = k->t_peak + k->plateau, tm = k->t_waypoint, em = k->waypoint * k->e_peak;
    /* the waypoint lies on the plateau */
    const int plateau = k->waypoint == 1 && tm >= k->t_peak && k->shape == SKPI_CARBON_SHAPE_PEAK;
    if (tm <= td && !plateau)
        return skpi__fail(at, SKPI_ENOTSORTED, "path->t_waypoint", tm, "is not after the end of the plateau, %g", td);
    if (tm >= k->t_net_zero)
        return skpi__fail(at, SKPI_ENOTSORTED, "path->t_waypoint", tm, "is not before path->t_net_zero = %g",
                          k->t_net_zero);
    if (skpi__reaches(k->residual, em, 0))
        return skpi__fail(at, SKPI_EDOM, "path->waypoint", k->waypoint,
                          "of the peak %g is not above the residual %g: there is no decline", k->e_peak, k->residual);
    return SKPI_OK;
}

skpi_status skpi__carbon_peak_check(skpi__at at, const skpi__carbon_row *k, int32_t by)
{
    const double t0 = k->t0, e0 = k->e0, tp = k->t_peak, ep = k->e_peak, tz = k->t_net_zero;
    const int through = skpi__has_waypoint(k), unknown_end = by && k->shape == SKPI_CARBON_SHAPE_HERMITE && !through;
    if (tp < t0)
        return skpi__fail(at, SKPI_ENOTSORTED, "path->t_peak", tp,
                          "is before path->t0 = %g: for a place past its peak give t_peak = t0 and e_peak = e0", t0);
    if (ep < e0)
        return skpi__fail(at, SKPI_EINCONSISTENT, "path->e_peak", ep, "is below path->e0 = %g: not a peak", e0);
    if (tp == t0 && ep > e0)
        return skpi__fail(at, SKPI_EINCONSISTENT, "path->e_peak", ep,
                          "differs from path->e0 = %g, but the peak is at path->t0: there is no time to rise", e0);
    if (!unknown_end && tz <= tp + k->plateau)
        return skpi__fail(at, SKPI_ENOTSORTED, "path->t_net_zero", tz, "is not after the end of the plateau, %g",
                          tp + k->plateau);
    if (ep <= k->residual)
        return skpi__fail(at, SKPI_EDOM, "path->e_peak", ep, "is not above the residual %g: there is no decline",
                          k->residual);
    if (by == SKPI_CARBON_TARGET_BUDGET && !unknown_end && tz <= k->t_budget)
        return skpi__fail(at, SKPI_ENOTSORTED, "path->t_net_zero", tz,
                          "is not after path->t_budget = %g, from which the budget counts", k->t_budget);
    return through ? peak_check_waypoint(at, k) : SKPI_OK;
}

/* The integral of the decline above the residual. */
static double peak_fall(const skpi__carbon_row *k, const peak_pieces *c)
{
    return (c->em - k->residual) * c->d / (k->power + 1.0);
}

/* The emission between the end of the plateau and the waypoint. */
static double peak_line(const skpi__carbon_row *k, const peak_pieces *c, double t)
{
    return fmax(k->e_peak - (k->e_peak - c->em) * ((t - c->td) / (c->tm - c->td)), c->em);
}

static void peak_at_date(const skpi__carbon_row *k, double t, double *emission, double *integral)
{
    if (t < k->t_peak) {
        double x = t - k->t0, risen = (k->e_peak - k->e0) * (x / (k->t_peak - k->t0));
        *emission = fmin(k->e0 + risen, k->e_peak); /* keeps rounding from raising it above the peak */
        *integral = x * (k->e0 + 0.5 * risen);
        return;
    }
    const peak_pieces c = peak_pieces_of(k);
    if (t <= c.td) {
        *emission = k->e_peak;
        *integral = peak_rise(k) + k->e_peak * (t - k->t_peak);
    } else if (t < c.tm) {
        *emission = peak_line(k, &c, t);
        *integral = c.before - 0.5 * (*emission + c.em) * (c.tm - t);
    } else if (t < k->t_net_zero) {
        double s = (t - c.tm) / c.d, u = (k->t_net_zero - t) / c.d, left = pow(u, k->power);
        /* 1 - (1-s)^(p+1), without cancellation where s is small */
        double gone = s > 0.1 ? 1.0 - u * left : -expm1((k->power + 1.0) * log1p(-s));
        *emission = fmin(k->residual + (c.em - k->residual) * left, c.em);
        *integral = c.before + k->residual * (t - c.tm) + peak_fall(k, &c) * gone;
    } else {
        *emission = k->residual;
        *integral = c.before + k->residual * (t - c.tm) + peak_fall(k, &c);
    }
}

static double peak_between(const skpi__carbon_row *k, double t1, double t2)
{
    const peak_pieces c = peak_pieces_of(k);
    const double knots[] = {k->t_peak, c.td, c.tm};
    double sum = 0, e1, e2, integral, t = t1;
    for (int j = 0; j < 3; j++) { /* the three straight pieces */
        const double to = fmin(t2, knots[j]);
        if (!(to > t)) continue;
        peak_at_date(k, t, &e1, &integral);
        peak_at_date(k, to, &e2, &integral);
        sum += 0.5 * (e1 + e2) * (to - t);
        t = to;
    }
    if (!(t2 > t)) return sum;
    const double tz = k->t_net_zero, u1 = fmax(tz - t, 0) / c.d, u2 = fmax(tz - t2, 0) / c.d, p = k->power + 1;
    sum += k->residual * (t2 - t);
    if (u1 > 0) /* u1^p - u2^p without cancellation */
        sum += (c.em - k->residual) * c.d / p * pow(u1, p) * -expm1(p * log1p((u2 - u1) / u1));
    return sum;
}

/* For annual values: *fixed is the part of the sum that does not depend on the power, and the result is the number of
 * years of the decline that the sum counts. */
static int peak_annual(const skpi__carbon_row *k, double *fixed)
{
    const peak_pieces c = peak_pieces_of(k);
    double e, integral, t = k->t0 + fmax(skpi__first_counted(k), 1);
    *fixed = skpi__counted_base(k);
    for (; t <= c.tm; t++) {
        peak_at_date(k, t, &e, &integral);
        *fixed += e;
    }
    const int years = (int)(k->t_net_zero - t); /* rounded down to whole years */
    *fixed += k->residual * (years + 1);        /* counts the year of net zero too */
    return years;
}

static skpi_status peak_check(skpi__at at, const skpi__carbon_row *k, int32_t by)
{
    skpi_status s = skpi__carbon_peak_check(at, k, by);
    if (s) return s;
    const peak_pieces c = peak_pieces_of(k);
    if (by == SKPI_CARBON_TARGET_END && !(k->t_end > c.tm && k->t_end < k->t_net_zero))
        return skpi__fail(at, SKPI_EDOM, "path->t_end", k->t_end,
                          "is not inside the decline from %g to %g: the power has no effect elsewhere", c.tm,
                          k->t_net_zero);
    if (by != SKPI_CARBON_TARGET_BUDGET || skpi__is_integral(k)) return SKPI_OK;
    double fixed;
    if ((s = skpi__carbon_whole(at, "path->t_net_zero", k->t_net_zero))) return s;
    return peak_annual(k, &fixed) > 0 ? SKPI_OK
                                      : skpi__fail(at, SKPI_EDOM, "path->t_net_zero", k->t_net_zero,
                                                   "leaves no whole year inside the decline, which begins at %g: the "
                                                   "sum of annual values is the same for every power",
                                                   c.tm);
}

enum { YEARS = SKPI__YEAR_MAX - SKPI__YEAR_MIN + 1 };
typedef struct peak_search {
    /* first: ln(1 - s) of the first year of the decline; logarithm: those of its years, minus first */
    double first, target, logarithm[YEARS];
    int years;
} peak_search;

static double peak_missing(const void *context, double p, double *slope) /* ln target - ln sum; it rises with p */
{
    const peak_search *a = context;
    double power[YEARS], sum = 0, fall = 0;
    /* exp of the bound is as good as 0 */
    for (int j = 0; j < a->years; j++) power[j] = fmax(p * a->logarithm[j], -SKPI__EXP_FAR);
    skpi__exps((size_t)a->years, power, power);
    for (int j = 0; j < a->years; j++) { /* the first year's term is the largest and is factored out */
        sum += power[j];
        fall -= power[j] * a->logarithm[j];
    }
    *slope = fall / sum - a->first;
    return a->target - log(sum) - p * a->first;
}

/* The part before the decline of a budget that counts from t_budget. *u is the fraction of the decline that it
 * counts. */
static double peak_before(const skpi__carbon_row *k, const peak_pieces *c, double *u)
{
    *u = k->t_budget > c->tm ? (k->t_net_zero - k->t_budget) / c->d : 1;
    if (!(k->t_budget > k->t0)) return c->before;
    return k->t_budget < c->tm ? peak_between(k, k->t_budget, c->tm) : 0;
}

static int peak_range(const skpi__carbon_row *k, int32_t by, double *low, double *high, double size[2])
{
    const peak_pieces c = peak_pieces_of(k);
    double u;
    if (by == SKPI_CARBON_TARGET_END) {
        *low = k->residual;
        *high = c.em;
    } else if (skpi__is_integral(k)) {
        const double before = peak_before(k, &c, &u), years = u < 1 ? k->t_net_zero - k->t_budget : c.d;
        size[0] = fmax(-k->residual, 0) * years;
        *low = before + k->residual * years;
        *high = before + c.em * years;
    } else {
        const int years = peak_annual(k, low);
        size[0] = fmax(-k->residual, 0) * (years + 1);
        *high = *low + (c.em - k->residual) * years;
    }
    return 0;
}

static double peak_of_integral(const skpi__carbon_row *k, double target)
{
    const peak_pieces c = peak_pieces_of(k);
    double low, high, size[2], u, p;
    peak_range(k, SKPI_CARBON_TARGET_BUDGET, &low, &high, size);
    peak_before(k, &c, &u);
    if (u < 1) {
        const double a = u > 0.5 ? -log1p(-(k->t_budget - c.tm) / c.d) : -log(u);
        p = skpi__lambert(a * (c.em - k->residual) * c.d / (target - low)) / a - 1;
    } else
        /* the formula above with one denominator, which is positive inside the interval */
        p = (high - target) / (target - low);
    return p > 0 ? p : DBL_TRUE_MIN; /* the quotient can be below the smallest double */
}

static double peak_solve(const skpi__carbon_row *k, int32_t by, double target)
{
    const peak_pieces c = peak_pieces_of(k);
    double low;
    if (by == SKPI_CARBON_TARGET_END) /* for an end next to the peak's emission the power can round to 0 */
        return fmax(DBL_TRUE_MIN,
                    log((target - k->residual) / (c.em - k->residual)) / log((k->t_net_zero - k->t_end) / c.d));
    if (skpi__is_integral(k)) return peak_of_integral(k, target);
    peak_search a;
    a.years = peak_annual(k, &low);
    const double part = (target - low) / (c.em - k->residual);
    a.target = log(part);
    a.first = log(a.years / c.d);
    for (int j = 0; j < a.years; j++) a.logarithm[j] = log((a.years - j) / (double)a.years);
    /* Each term is at most the first, so n exp(p l) bounds the sum; the guess is the solution for an integral. */
    return fmax(DBL_TRUE_MIN, skpi__root(peak_missing, &a, 0, 1.01 * (a.target - log(a.years)) / a.first + 1e-9,
                                         fmax(c.d / (part + 0.5) - 1, 0)));
}

static void peak_peak(const skpi__carbon_row *k, double *t, double *emission)
{
    *t = k->e_peak > k->e0 ? k->t_peak : k->t0; /* the first of equal ones */
    *emission = k->e_peak;
}

static double peak_settle(const skpi__carbon_row *k, double threshold)
{
    const peak_pieces c = peak_pieces_of(k);
    if (k->e_peak <= threshold) return k->t0;
    if (threshold < k->residual) return (double)NAN;
    if (threshold >= c.em) return c.td + (c.tm - c.td) * ((k->e_peak - threshold) / (k->e_peak - c.em));
    return k->t_net_zero - c.d * pow((threshold - k->residual) / (c.em - k->residual), 1 / k->power);
}

static const int32_t peak_ways[] = {SKPI_CARBON_TARGET_BUDGET, SKPI_CARBON_TARGET_END, 0};

const skpi__carbon_shape skpi__carbon_peak_shape = {
    .shape = SKPI_CARBON_SHAPE_PEAK,
    .needed = SKPI__T0 | SKPI__E0 | SKPI__T_PEAK | SKPI__E_PEAK | SKPI__T_NET_ZERO | SKPI__POWER,
    .optional = SKPI__RESIDUAL | SKPI__PLATEAU | SKPI__T_END,
    .unknown = SKPI__POWER,
    .waypoint_needed = SKPI__T_WAYPOINT | SKPI__WAYPOINT,
    .waypoint_unknown = SKPI__POWER,
    .ends = SKPI__TARGET(END),
    .annual = 1,
    .by = peak_ways,
    .ways = "SKPI_CARBON_TARGET_BUDGET or SKPI_CARBON_TARGET_END, by which this shape is solved (its net-zero date is "
            "given)",
    .check = peak_check,
    .at = peak_at_date,
    .between = peak_between,
    .range = peak_range,
    .solve = peak_solve,
    .peak = peak_peak,
    .settle = peak_settle,
};
