/* Rise, plateau, power decline: a path to net zero whose exponent follows from a budget in closed form.
 *
 *   t0 .. tp      E = E0 + (Ep - E0) (t - t0)/(tp - t0)
 *   tp .. tp + w  E = Ep
 *   .. tz         E = R + (Ep - R)(1 - s)^p,  s = (t - tp - w)/D,  D = tz - tp - w
 *   after tz      E = R
 *
 * The integral from t0 to tz is rise + plateau + R D + (Ep - R) D/(p + 1), so that a budget B gives p = (Ep - R) D/(B -
 * rise - plateau - R D) - 1, and p > 0 holds for rise + plateau + R D < B < rise + plateau + Ep D: the limits p ->
 * infinity and p -> 0. By the value E of a date inside the decline: p = ln((E - R)/(Ep - R))/ln(1 - s).  By a sum of
 * annual values: the sum of the powers (1 - s)^p over the whole years of the decline, which falls with p from their
 * number to 0.
 * Source: derived for this library; the algebra is in smartkpi_carbon(7).
 */
#include "carbon/path_members.h"
#include "carbon/shape.h"
#include "carbon/shape_peak.h"
#include "core/check.h"
#include "numeric/exps.h"
#include "numeric/logistic.h"
#include "numeric/root.h"
#include <float.h>

typedef struct pieces {
    double td, d, rise, flat;
} pieces; /* td = tp + w as a double, so that the pieces join */

static pieces pieces_of(const skpi__carbon_row *k)
{
    const double td = k->t_peak + k->plateau;
    return (pieces){td, k->t_net_zero - td, 0.5 * (k->e0 + k->e_peak) * (k->t_peak - k->t0),
                    k->e_peak * (td - k->t_peak)};
}

skpi_status skpi__carbon_peak_check(skpi__at at, const skpi__carbon_row *k, int32_t by)
{
    const double t0 = k->t0, e0 = k->e0, tp = k->t_peak, ep = k->e_peak, tz = k->t_net_zero;
    const int unknown_end = by && k->shape == SKPI_CARBON_SHAPE_HERMITE;
    if (tp < t0) return skpi__fail(at, SKPI_ENOTSORTED, "path->t_peak", tp, "is before path->t0 = %g", t0);
    if (ep < e0)
        return skpi__fail(at, SKPI_EINCONSISTENT, "path->e_peak", ep, "is below path->e0 = %g: not a peak", e0);
    if (tp == t0 && ep > e0)
        return skpi__fail(at, SKPI_EINCONSISTENT, "path->e_peak", ep,
                          "differs from path->e0 = %g, but the peak is at path->t0: no time to rise", e0);
    if (!unknown_end && tz <= tp + k->plateau)
        return skpi__fail(at, SKPI_ENOTSORTED, "path->t_net_zero", tz, "is not after the end of the plateau, %g",
                          tp + k->plateau);
    if (ep <= k->residual)
        return skpi__fail(at, SKPI_EDOM, "path->e_peak", ep, "is not above the residual %g: no decline", k->residual);
    return SKPI_OK;
}

static skpi_status peak_check(skpi__at at, const skpi__carbon_row *k, int32_t by)
{
    const double td = k->t_peak + k->plateau;
    skpi_status s = skpi__carbon_peak_check(at, k, by);
    if (s) return s;
    if (by == SKPI_CARBON_TARGET_END && !(k->t_end > td && k->t_end < k->t_net_zero))
        return skpi__fail(at, SKPI_EDOM, "path->t_end", k->t_end,
                          "is not inside the decline from %g to %g, where alone the power counts", td, k->t_net_zero);
    return by == SKPI_CARBON_TARGET_BUDGET && k->convention != SKPI_CARBON_CONVENTION_INTEGRAL
               ? skpi__carbon_whole(at, "path->t_net_zero", k->t_net_zero)
               : SKPI_OK;
}

static void peak_at_date(const skpi__carbon_row *k, double t, double *emission, double *integral)
{
    const pieces c = pieces_of(k);
    const double fall = (k->e_peak - k->residual) * c.d / (k->power + 1.0);
    if (t < k->t_peak) {
        double x = t - k->t0, risen = (k->e_peak - k->e0) * (x / (k->t_peak - k->t0));
        *emission = fmin(k->e0 + risen, k->e_peak); /* rounding must not lift it above the peak */
        *integral = x * (k->e0 + 0.5 * risen);
    } else if (t <= c.td) {
        *emission = k->e_peak;
        *integral = c.rise + k->e_peak * (t - k->t_peak);
    } else if (t < k->t_net_zero) {
        double s = (t - c.td) / c.d, u = (k->t_net_zero - t) / c.d, left = pow(u, k->power);
        /* 1 - (1-s)^(p+1), without cancellation where s is small */
        double gone = s > 0.1 ? 1.0 - u * left : -expm1((k->power + 1.0) * log1p(-s));
        *emission = fmin(k->residual + (k->e_peak - k->residual) * left, k->e_peak);
        *integral = c.rise + c.flat + k->residual * (t - c.td) + fall * gone;
    } else {
        *emission = k->residual;
        *integral = c.rise + c.flat + k->residual * (t - c.td) + fall;
    }
}

/* Annual values: the sum of what the power does not change, and how many years of the decline it counts in. */
static int annual_of(const skpi__carbon_row *k, double *fixed)
{
    const pieces c = pieces_of(k);
    double e, integral, t = k->t0 + 1;
    *fixed = k->convention == SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE ? k->e0 : 0;
    for (; t <= c.td; t++) {
        peak_at_date(k, t, &e, &integral);
        *fixed += e;
    }
    const int years = (int)(k->t_net_zero - t); /* whole */
    *fixed += k->residual * (years + 1);        /* that of net zero too */
    return years;
}

enum { YEARS = SKPI__YEAR_MAX - SKPI__YEAR_MIN + 1 };
typedef struct annual {
    double first, target, logarithm[YEARS]; /* of 1 - s in the first year of the decline; of the others, less that */
    int years;
} annual;

static double missing(const void *context, double p, double *slope) /* ln target - ln sum: rises with p */
{
    const annual *a = context;
    double power[YEARS], sum = 0, fall = 0;
    for (int j = 0; j < a->years; j++) power[j] = fmax(p * a->logarithm[j], -SKPI__EXP_FAR); /* as good as 0 */
    skpi__exps((size_t)a->years, power, power);
    for (int j = 0; j < a->years; j++) { /* the first year's is the largest: it is taken out */
        sum += power[j];
        fall -= power[j] * a->logarithm[j];
    }
    *slope = fall / sum - a->first;
    return a->target - log(sum) - p * a->first;
}

static int peak_range(const skpi__carbon_row *k, int32_t by, double *low, double *high)
{
    const pieces c = pieces_of(k);
    if (by == SKPI_CARBON_TARGET_END) {
        *low = k->residual;
        *high = k->e_peak;
    } else if (k->convention == SKPI_CARBON_CONVENTION_INTEGRAL) {
        *low = c.rise + c.flat + k->residual * c.d;
        *high = c.rise + c.flat + k->e_peak * c.d;
    } else {
        const int years = annual_of(k, low);
        *high = *low + (k->e_peak - k->residual) * years;
    }
    return 0;
}

static double peak_solve(const skpi__carbon_row *k, int32_t by, double target)
{
    const pieces c = pieces_of(k);
    double low, high;
    if (by == SKPI_CARBON_TARGET_END) /* an end next to the peak's emission may have the power 0 */
        return fmax(DBL_TRUE_MIN,
                    log((target - k->residual) / (k->e_peak - k->residual)) / log((k->t_net_zero - k->t_end) / c.d));
    if (k->convention == SKPI_CARBON_CONVENTION_INTEGRAL) {
        peak_range(k, by, &low, &high);
        const double p =
            (high - target) / (target - low); /* the formula above over one denominator: above 0 inside it */
        return p > 0 ? p : DBL_TRUE_MIN;      /* the quotient fell below the smallest double */
    }
    annual a;
    a.years = annual_of(k, &low);
    const double part = (target - low) / (k->e_peak - k->residual);
    a.target = log(part);
    a.first = log(a.years / c.d);
    for (int j = 0; j < a.years; j++) a.logarithm[j] = log((a.years - j) / (double)a.years);
    /* each term is at most the first: n exp(p l) bounds the sum; the guess takes it for an integral */
    return fmax(DBL_TRUE_MIN, skpi__root(missing, &a, 0, 1.01 * (a.target - log(a.years)) / a.first + 1e-9,
                                         fmax(c.d / (part + 0.5) - 1, 0)));
}

static void peak_peak(const skpi__carbon_row *k, double *t, double *emission)
{
    *t = k->t_peak;
    *emission = k->e_peak;
}

static double peak_settle(const skpi__carbon_row *k, double threshold)
{
    const pieces c = pieces_of(k);
    if (k->e_peak <= threshold) return k->t0;
    if (threshold < k->residual) return (double)NAN;
    return k->t_net_zero - c.d * pow((threshold - k->residual) / (k->e_peak - k->residual), 1 / k->power);
}

static const int32_t peak_ways[] = {SKPI_CARBON_TARGET_BUDGET, SKPI_CARBON_TARGET_END, 0};

const skpi__carbon_shape skpi__carbon_peak_shape = {
    .shape = SKPI_CARBON_SHAPE_PEAK,
    .needed = SKPI__T0 | SKPI__E0 | SKPI__T_PEAK | SKPI__E_PEAK | SKPI__T_NET_ZERO | SKPI__POWER,
    .optional = SKPI__RESIDUAL | SKPI__PLATEAU | SKPI__T_END,
    .unknown = SKPI__POWER,
    .ends = SKPI__TARGET(END),
    .annual = 1,
    .by = peak_ways,
    .ways = "SKPI_CARBON_TARGET_BUDGET or SKPI_CARBON_TARGET_END, by which this shape is solved (its net-zero date is "
            "given)",
    .check = peak_check,
    .at = peak_at_date,
    .range = peak_range,
    .solve = peak_solve,
    .peak = peak_peak,
    .settle = peak_settle,
};
