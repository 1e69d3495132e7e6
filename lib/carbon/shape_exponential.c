/* Exponential decline, by a continuous rate k, E = E0 exp(-k (t - t0)), or by an annual cut d, E = E0 (1 - d)^(t - t0).
 *
 * With k = -ln(1 - d) the two are the same path.  Over T years, x = k T:
 *   integral               B = E0 T (1 - exp(-x))/x
 *   annual values 1 .. T   B = E0 (q + q^2 + ... + q^T) = E0 q (1 - q^T)/(1 - q),  q = exp(-k)
 * Both rise with -k from 0 without bound, so that each budget above 0 has exactly one rate, which is below 0 if
 * emissions must rise. ln B is convex in -k with a slope between known limits, which bracket the root.
 * Source: elementary.
 */
#include "carbon/shape.h"
#include "core/check.h"
#include "numeric/log_ratio.h"
#include "numeric/root.h"

static double rate_of(const skpi__carbon_row *k)
{
    return k->shape == SKPI_CARBON_SHAPE_COMPOUND ? -log1p(-k->rate) : k->rate;
}

static skpi_status exponential_check(skpi__at at, const skpi__carbon_row *k, int32_t by)
{
    if (by) return skpi__positive(at, "path->e0", k->e0);
    return k->shape != SKPI_CARBON_SHAPE_COMPOUND || k->rate <= 1
               ? SKPI_OK
               : skpi__fail(at, SKPI_ERANGE, "path->rate", k->rate, "is a cut of more than the whole%s",
                            k->rate <= 100 ? " (percent?)" : "");
}

static void exponential_at_date(const skpi__carbon_row *k, double t, double *emission, double *integral)
{
    const double s = t - k->t0, x = rate_of(k) * s;
    *emission = k->e0;
    *integral = k->e0 * s;
    if (s > 0 && k->e0 > 0 && x != 0) {
        *emission *= exp(-x);
        *integral *= -expm1(-x) / x;
    }
}

static int exponential_range(const skpi__carbon_row *k, int32_t by, double *low, double *high)
{
    *low = by == SKPI_CARBON_TARGET_BUDGET && k->convention == SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE ? k->e0 : 0;
    *high = INFINITY;
    return 0;
}

typedef struct search {
    double years, target;
} search; /* target: the logarithm */

/* ln((exp(v) - 1)/v) - target */
static double integral_of(const void *context, double v, double *slope)
{
    const search *f = context;
    *slope = fabs(v) < 1e-3 ? 0.5 + v / 12 : 1 / -expm1(-v) - 1 / v;
    if (v == 0) return -f->target;
    if (v > 30) return v + log1p(-exp(-v)) - log(v) - f->target;
    return fabs(v) < 0.5 ? log1p((expm1(v) - v) / v) - f->target : log(expm1(v) / v) - f->target;
}

/* ln(exp(u) + ... + exp(T u)) - target, as a geometric sum with its largest term taken out */
static double annual_of(const void *context, double u, double *slope)
{
    const search *f = context;
    const double n = f->years, w = -fabs(u);
    *slope = fabs(u) < 1e-7 ? 0.5 * (n + 1) : 1 - n / expm1(-n * u) + 1 / expm1(-u);
    return (u > 0 ? n * u : u) + log(u == 0 ? n : expm1(n * w) / expm1(w)) - f->target;
}

static double budget_rate(const skpi__carbon_row *k, double target)
{
    const double t = k->t_end - k->t0;
    if (isinf(t)) return k->e0 / target;
    if (k->convention == SKPI_CARBON_CONVENTION_INTEGRAL) {
        const double y = target / k->e0 / t, c = log(y);
        search f = {t, c};
        if (!(y > 0) || isinf(y)) return y > 0 ? -INFINITY : INFINITY;
        /* slopes of the logarithm lie between 0 and 1/2 below v = 0, between 1/2 and 1 above; x < 1/y */
        const double v = c < 0 ? skpi__root(integral_of, &f, -1.01 / y, c, y < 0.3 ? expm1(-1 / y) / y : 2 * c)
                               : skpi__root(integral_of, &f, c * 0.99 - 1e-3, 2 * c * 1.01 + 1e-3, 2 * c);
        return -v / t;
    }
    const double y = (k->convention == SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE ? target - k->e0 : target) / k->e0,
                 c = log(y / t);
    search f = {t, log(y)};
    if (!(y > 0) || isinf(y)) return y > 0 ? -INFINITY : INFINITY;
    /* slopes of the logarithm lie between 1 and (T + 1)/2 below 0, between that and T above */
    const double steep = 2 * c / (t + 1), flat = c < 0 ? c : c / t;
    return -skpi__root(annual_of, &f, fmin(steep, flat) * (c < 0 ? 1.01 : 0.99) - 1e-9,
                       fmax(steep, flat) * (c < 0 ? 0.99 : 1.01) + 1e-9, steep);
}

static double exponential_solve(const skpi__carbon_row *k, int32_t by, double target)
{
    const double rate =
        by == SKPI_CARBON_TARGET_BUDGET ? budget_rate(k, target) : skpi__log_ratio(target, k->e0) / (k->t_end - k->t0);
    const double cut = -expm1(-rate);
    if (k->shape == SKPI_CARBON_SHAPE_EXPONENTIAL) return rate;
    return cut < 1 ? cut : INFINITY; /* so steep a path has no yearly cut among the doubles */
}

static void exponential_peak(const skpi__carbon_row *k, double *t, double *emission)
{
    const int rises = k->rate < 0 && k->e0 > 0;
    *t = rises ? (double)NAN : k->t0;
    *emission = rises ? (double)NAN : k->e0;
}

static double exponential_settle(const skpi__carbon_row *k, double threshold)
{
    if (k->e0 <= threshold) return k->rate < 0 && k->e0 > 0 ? (double)NAN : k->t0;
    return k->rate > 0 && threshold > 0 ? k->t0 + skpi__log_ratio(threshold, k->e0) / rate_of(k) : (double)NAN;
}

static const int32_t exponential_ways[] = {SKPI_CARBON_TARGET_BUDGET, SKPI_CARBON_TARGET_END, 0};

#define SHAPE(constant)                                                                                                \
    {                                                                                                                  \
        .shape = constant, .needed = SKPI__T0 | SKPI__E0 | SKPI__RATE, .optional = SKPI__T_END, .unknown = SKPI__RATE, \
        .ends = SKPI__TARGET(BUDGET) | SKPI__TARGET(END), .endless = 1, .annual = 1, .grows = 1,                       \
        .by = exponential_ways,                                                                                        \
        .ways = "SKPI_CARBON_TARGET_BUDGET or SKPI_CARBON_TARGET_END, by which this shape is solved (it never "        \
                "reaches zero)",                                                                                       \
        .check = exponential_check, .at = exponential_at_date, .range = exponential_range, .solve = exponential_solve, \
        .peak = exponential_peak, .settle = exponential_settle,                                                        \
    }

const skpi__carbon_shape skpi__carbon_exponential_shape = SHAPE(SKPI_CARBON_SHAPE_EXPONENTIAL);
const skpi__carbon_shape skpi__carbon_compound_shape = SHAPE(SKPI_CARBON_SHAPE_COMPOUND);
