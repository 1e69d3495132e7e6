/* Exponential decline, by a continuous rate k, E = E0 exp(-k (t - t0)), or by an annual cut d, E = E0 (1 - d)^(t - t0).
 *
 * With k = -ln(1 - d) the two are the same path.  Over T years, x = k T:
 *   integral               B = E0 T (1 - exp(-x))/x
 *   annual values 1 .. T   B = E0 (q + q^2 + ... + q^T) = E0 q (1 - q^T)/(1 - q),  q = exp(-k)
 * Both rise with -k from 0 without bound, so that each budget above 0 has exactly one rate, which is below 0 if
 * emissions must rise. ln B is convex in -k with a slope between known limits, which bracket the root.
 * A budget that counts from u years after t0 on is exp(-k u) times that of the years left; over an infinite time it is
 * E0 exp(-k u)/k, so that k = W(E0 u/B)/u with Lambert's W.
 * Source: elementary; W: Corless et al., Advances in Computational Mathematics 5 (1996), 329-359.
 */
#include "carbon/shape.h"
#include "core/check.h"
#include "numeric/lambert.h"
#include "numeric/log_ratio.h"
#include "numeric/root.h"

static double exponential_rate(const skpi__carbon_row *k)
{
    return k->shape == SKPI_CARBON_SHAPE_COMPOUND ? -log1p(-k->rate) : k->rate;
}

static skpi_status exponential_check(skpi__at at, const skpi__carbon_row *k, int32_t by)
{
    if (by) return skpi__positive(at, "path->e0", k->e0);
    return k->shape != SKPI_CARBON_SHAPE_COMPOUND || k->rate <= 1
               ? SKPI_OK
               : skpi__fail(at, SKPI_ERANGE, "path->rate", k->rate, "is a yearly cut above 1, the whole emission%s",
                            k->rate <= 100 ? " (percent?)" : "");
}

static void exponential_at_date(const skpi__carbon_row *k, double t, double *emission, double *integral)
{
    const double s = t - k->t0, x = exponential_rate(k) * s;
    *emission = k->e0;
    *integral = k->e0 * s;
    if (s > 0 && k->e0 > 0 && x != 0) {
        *emission *= exp(-x);
        *integral *= -expm1(-x) / x;
    }
}

static double exponential_between(const skpi__carbon_row *k, double t1, double t2)
{
    double e, integral;
    exponential_at_date(k, t1, &e, &integral);
    const double x = exponential_rate(k) * (t2 - t1);
    if (!(t2 > t1) || e == 0) return 0;
    return x == 0 ? e * (t2 - t1) : e * (t2 - t1) * (-expm1(-x) / x);
}

static int exponential_range(const skpi__carbon_row *k, int32_t by, double *low, double *high, double size[2])
{
    (void)size;
    *low = by == SKPI_CARBON_TARGET_BUDGET ? skpi__counted_base(k) : 0;
    *high = INFINITY;
    return 0;
}

typedef struct exponential_search {
    /* target: of the logarithm of the budget; later: the part of that logarithm that is linear in the unknown */
    double years, target, later;
} exponential_search;

/* ln((exp(v) - 1)/v) + later v - target */
static double exponential_integral(const void *context, double v, double *slope)
{
    const exponential_search *f = context;
    const double target = f->target - f->later * v;
    *slope = (fabs(v) < 1e-3 ? 0.5 + v / 12 : 1 / -expm1(-v) - 1 / v) + f->later;
    if (v == 0) return -target;
    if (v > 30) return v + log1p(-exp(-v)) - log(v) - target;
    return fabs(v) < 0.5 ? log1p((expm1(v) - v) / v) - target : log(expm1(v) / v) - target;
}

/* ln(exp(u) + ... + exp(T u)) + later u - target.  The largest term of the geometric sum is factored out. */
static double exponential_annual(const void *context, double u, double *slope)
{
    const exponential_search *f = context;
    const double n = f->years, w = -fabs(u);
    *slope = (fabs(u) < 1e-7 ? 0.5 * (n + 1) : 1 - n / expm1(-n * u) + 1 / expm1(-u)) + f->later;
    return (u > 0 ? n * u : u) + log(u == 0 ? n : expm1(n * w) / expm1(w)) + f->later * u - f->target;
}

static double exponential_of_integral(const skpi__carbon_row *k, double target)
{
    const double u = skpi__before_budget(k), t = k->t_end - k->t_budget;
    if (isinf(t)) return u > 0 ? skpi__lambert(k->e0 * u / target) / u : k->e0 / target;
    const double y = target / k->e0 / t, c = log(y);
    exponential_search f = {t, c, u / t};
    if (!(y > 0) || isinf(y)) return y > 0 ? -INFINITY : INFINITY;
    if (u > 0) { /* the slope lies between later and later + 1/2 if v < 0, between later + 1/2 and later + 1 if v > 0 */
        const double middle = c / (f.later + 0.5);
        const double v =
            c < 0 ? skpi__root(exponential_integral, &f, fmax(1.01 * c / f.later, -1.01 / y) - 1e-3, 0.99 * middle,
                               middle)
                  : skpi__root(exponential_integral, &f, 0.99 * c / (f.later + 1) - 1e-3, 1.01 * middle + 1e-3, middle);
        return -v / t;
    }
    /* the slope of the logarithm lies between 0 and 1/2 if v < 0, between 1/2 and 1 if v > 0; x < 1/y */
    const double v = c < 0 ? skpi__root(exponential_integral, &f, -1.01 / y, c, y < 0.3 ? expm1(-1 / y) / y : 2 * c)
                           : skpi__root(exponential_integral, &f, c * 0.99 - 1e-3, 2 * c * 1.01 + 1e-3, 2 * c);
    return -v / t;
}

static double exponential_of_sum(const skpi__carbon_row *k, double target)
{
    const double later = fmax(skpi__first_counted(k), 1) - 1, t = k->t_end - k->t0 - later;
    const double y = (target - skpi__counted_base(k)) / k->e0, c = log(y / t);
    exponential_search f = {t, log(y), later};
    if (!(y > 0) || isinf(y)) return y > 0 ? -INFINITY : INFINITY;
    /* the slope of the logarithm lies between 1 and (T + 1)/2 if u < 0, between (T + 1)/2 and T if u > 0, plus later */
    const double steep = 2 * c / (t + 1 + 2 * later), flat = c < 0 ? c / (1 + later) : c / (t + later);
    return -skpi__root(exponential_annual, &f, fmin(steep, flat) * (c < 0 ? 1.01 : 0.99) - 1e-9,
                       fmax(steep, flat) * (c < 0 ? 0.99 : 1.01) + 1e-9, steep);
}

static double exponential_of_budget(const skpi__carbon_row *k, double target)
{
    return skpi__is_integral(k) ? exponential_of_integral(k, target) : exponential_of_sum(k, target);
}

static double exponential_solve(const skpi__carbon_row *k, int32_t by, double target)
{
    const double rate = by == SKPI_CARBON_TARGET_BUDGET ? exponential_of_budget(k, target)
                                                        : skpi__log_ratio(target, k->e0) / (k->t_end - k->t0);
    const double cut = -expm1(-rate);
    if (k->shape == SKPI_CARBON_SHAPE_EXPONENTIAL) return rate;
    return cut < 1 ? cut : INFINITY; /* the cut rounds to 1, which is not allowed */
}

static void exponential_peak(const skpi__carbon_row *k, double *t, double *emission)
{
    const int rises = k->rate < 0 && k->e0 > 0;
    *t = rises ? (double)NAN : k->t0;
    *emission = rises ? (double)NAN : k->e0;
}

static double exponential_settle(const skpi__carbon_row *k, double threshold)
{
    const double rate = exponential_rate(k);
    if (k->e0 <= threshold) return k->rate < 0 && k->e0 > 0 ? (double)NAN : k->t0;
    if (isinf(rate) && threshold >= 0) return k->t0; /* a yearly cut of 1 leaves nothing after t0 */
    return rate > 0 && threshold > 0 ? k->t0 + skpi__log_ratio(threshold, k->e0) / rate : (double)NAN;
}

static const int32_t exponential_ways[] = {SKPI_CARBON_TARGET_BUDGET, SKPI_CARBON_TARGET_END, 0};

#define SHAPE(constant)                                                                                                \
    {                                                                                                                  \
        .shape = constant, .needed = SKPI__T0 | SKPI__E0 | SKPI__RATE, .optional = SKPI__T_END, .unknown = SKPI__RATE, \
        .ends = SKPI__TARGET(BUDGET) | SKPI__TARGET(END), .endless = 1, .annual = 1, .grows = 1,                       \
        .by = exponential_ways,                                                                                        \
        .ways = "SKPI_CARBON_TARGET_BUDGET or SKPI_CARBON_TARGET_END, by which this shape is solved (it never "        \
                "reaches zero)",                                                                                       \
        .check = exponential_check, .at = exponential_at_date, .between = exponential_between,                         \
        .range = exponential_range, .solve = exponential_solve, .peak = exponential_peak,                              \
        .settle = exponential_settle,                                                                                  \
    }

const skpi__carbon_shape skpi__carbon_exponential_shape = SHAPE(SKPI_CARBON_SHAPE_EXPONENTIAL);
const skpi__carbon_shape skpi__carbon_compound_shape = SHAPE(SKPI_CARBON_SHAPE_COMPOUND);
