/* Logistic decline: E = R + (E0 - R) (1 + exp(a))/(1 + exp(b)), a = k (t0 - tm), b = k (t - tm), so that E(t0) = E0.
 *
 * tm is the date of the inflexion, k the steepness, per year; with k < 0 the path rises, with k = 0 it is constant.
 * With s = t - t0 the integral is
 *   R s + (E0 - R) I,  I = (1 + exp(a)) (s - (ln(1 + exp(b)) - ln(1 + exp(a)))/k),
 * evaluated in forms that neither overflow for a far from 0 nor cancel for small k s. The unknown is tm: at k > 0
 * emissions rise with tm everywhere, from those of a decline by exp(-k s) (tm long ago) to E0 (tm far ahead).  They are
 * not monotone in k, so that a budget may be met by two values of k.
 * Source: derived for this library from the logistic curve; smartkpi_carbon(7).
 */
#include "carbon/shape.h"
#include "core/check.h"
#include "numeric/log_ratio.h"
#include "numeric/logistic.h"
#include "numeric/root.h"

static double softplus(double x) { return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x)); }

/* (1 + exp(a))/(1 + exp(b)), b = a + x */
static double ratio_of(double a, double x)
{
    const double b = a + x;
    return exp(a > 0 && b > 0 ? log1p(exp(-a)) - log1p(exp(-b)) - x : softplus(a) - softplus(b));
}

/* The integral of the ratio over s years, x = k s. */
static double integral_of(double a, double k, double s)
{
    const double x = k * s, b = a + x, h = -expm1(-x);
    if (x == 0) return s;
    if (a > 0 && b > 0) {
        const double p = exp(-a), q = exp(-b), y = (p - q) / (1 + q), small = p * h / (1 + q);
        return (1 + p) * (h / k) / (1 + q) *
               (fabs(small) > 1e-8 ? log1p(fabs(x) < 1 ? small : y) / small : 1 - small / 2);
    }
    if (fabs(x) <= 1) return (1 + exp(a)) * log1p(h / (exp(a) + exp(-x))) / k;
    if (a > 0) return (1 + exp(a)) * (log1p(exp(-a)) - softplus(-b)) / k;
    if (b > 0) return (1 + exp(a)) * (softplus(-a) - log1p(exp(-b))) / k;
    return (1 + exp(a)) * (x - log1p(exp(b)) + log1p(exp(a))) / k;
}

static double start(const skpi__carbon_row *k) { return k->rate * (k->t0 - k->t_mid); }

static skpi_status logistic_check(skpi__at at, const skpi__carbon_row *k, int32_t by)
{
    skpi_status s;
    if (!by) return SKPI_OK;
    if ((s = skpi__positive(at, "path->rate", k->rate))) return s;
    if (k->e0 == k->residual || (by == SKPI_CARBON_TARGET_NET_ZERO && k->e0 <= k->residual))
        return skpi__fail(at, SKPI_EDOM, "path->e0", k->e0, "is not above the residual %g: no decline", k->residual);
    if (by == SKPI_CARBON_TARGET_NET_ZERO) {
        if (k->residual >= 0)
            return skpi__fail(at, SKPI_EDOM, "path->residual", k->residual,
                              "is not below 0: the path never reaches net zero");
        return skpi__positive(at, "path->e0", k->e0);
    }
    return SKPI_OK;
}

static void logistic_at_date(const skpi__carbon_row *k, double t, double *emission, double *integral)
{
    const double s = t - k->t0, a = start(k), span = k->e0 - k->residual;
    *emission = s > 0 && span != 0 ? k->residual + span * ratio_of(a, k->rate * s) : k->e0;
    *integral = s > 0 && span != 0 ? k->residual * s + span * integral_of(a, k->rate, s) : k->e0 * s;
}

/* Whole years from t0 to t_end under an annual convention, 0 for the integral. */
static int years_of(const skpi__carbon_row *k)
{
    return k->convention == SKPI_CARBON_CONVENTION_INTEGRAL ? 0 : (int)(k->t_end - k->t0);
}

/* What the target says of the decline alone: the integral or sum of the ratio. */
static double part_of(const skpi__carbon_row *k, double target)
{
    const int n = years_of(k);
    if (k->convention == SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE) target -= k->e0;
    return (target - k->residual * (n ? n : k->t_end - k->t0)) / (k->e0 - k->residual);
}

static int logistic_range(const skpi__carbon_row *k, int32_t by, double *low, double *high)
{
    const double span = k->e0 - k->residual, t = k->t_end - k->t0, x = k->rate * t;
    const int n = years_of(k);
    double early, late;
    if (by == SKPI_CARBON_TARGET_NET_ZERO) {
        *low = fmin(k->t0 + skpi__log_ratio(-k->residual, span) / k->rate, SKPI__YEAR_MAX); /* as if tm were long ago */
        *high = SKPI__YEAR_MAX;
        return SKPI__HIGH_INSIDE;
    }
    if (by == SKPI_CARBON_TARGET_END) {
        early = k->residual + span * exp(-x);
        late = k->e0;
    } else {
        const double base = k->convention == SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE ? k->e0 : 0, q = exp(-k->rate);
        early = base + (n ? k->residual * n + span * q * expm1(-x) / expm1(-k->rate)
                          : k->residual * t - span * expm1(-x) / k->rate);
        late = base + k->e0 * (n ? n : t);
    }
    *low = fmin(early, late);
    *high = fmax(early, late);
    return 0;
}

enum { YEARS = SKPI__YEAR_MAX - SKPI__YEAR_MIN + 1 };
typedef struct search {
    const skpi__carbon_row *row;
    double part, growth[YEARS]; /* growth: exp(k), exp(2 k) ... of the years of a sum */
} search;

/* The sum over the years at a = z, and its slope: with u = exp(z) a ratio is (1 + u)/(1 + u exp(k j)), and
 * d ln(ratio)/dz = (ratio - 1)/(1 + u).  Neither u nor 1/u is far above 1. */
static double sum_of(const search *f, int n, double z, double *fall)
{
    const double u = exp(-fabs(z)), one = z > 0 ? u : 1, other = z > 0 ? 1 : u;
    double sum = 0, bend = 0;
    for (int j = 0; j < n; j++) {
        const double r = (1 + u) / (one + other * f->growth[j]);
        sum += r;
        bend += r * (1 - r);
    }
    *fall = bend * one / (1 + u);
    return sum;
}

/* The part minus the integral or sum at a = z: rises with z. */
static double missing(const void *context, double z, double *slope)
{
    const search *f = context;
    const skpi__carbon_row *k = f->row;
    const int n = years_of(k);
    double sum, fall;
    if (n)
        sum = sum_of(f, n, z, &fall);
    else {
        const double s = k->t_end - k->t0, x = k->rate * s;
        sum = integral_of(z, k->rate, s);
        fall = -expm1(-x) * skpi__logistic(z + x) / k->rate - skpi__logistic(z) * sum;
    }
    *slope = fall;
    return f->part - sum;
}

static double logistic_solve(const skpi__carbon_row *k, int32_t by, double target)
{
    const double span = k->e0 - k->residual;
    double z;
    if (by == SKPI_CARBON_TARGET_BUDGET) { /* beyond the bracket the limits are reached to the last digit */
        search f;
        f.row = k;
        f.part = part_of(k, target);
        for (int j = 0, n = years_of(k); j < n; j++)
            f.growth[j] = exp(k->rate * (j + 1)); /* infinite: the ratio is 0 */
        const double x = k->rate * (k->t_end - k->t0);
        z = skpi__root(missing, &f, -x - 80, 80, -0.5 * x);
    } else {
        const int zero = by == SKPI_CARBON_TARGET_NET_ZERO;
        const double end = zero ? 0 : target, x = k->rate * ((zero ? target : k->t_end) - k->t0);
        /* ratio r: exp(a) = (1 - r)/(r exp(x) - 1) */
        const double up = (k->e0 - end) / span, excess = x + log((end - k->residual) / span);
        z = log(up) - excess - log(-expm1(-excess));
    }
    return k->t0 - z / k->rate;
}

static int falls(const skpi__carbon_row *k) { return (k->e0 - k->residual) * k->rate >= 0 || k->e0 == k->residual; }

static void logistic_peak(const skpi__carbon_row *k, double *t, double *emission)
{
    *t = falls(k) ? k->t0 : (double)NAN;
    *emission = falls(k) ? k->e0 : (double)NAN;
}

static double logistic_settle(const skpi__carbon_row *k, double threshold)
{
    const double span = k->e0 - k->residual, a = start(k), left = (threshold - k->residual) / span;
    if (!falls(k)) /* a rise stays below its limit */
        return k->e0 <= threshold && (k->rate > 0 ? k->residual : k->residual + span * (1 + exp(a))) <= threshold
                   ? k->t0
                   : (double)NAN;
    if (k->e0 <= threshold) return k->t0;
    if (k->rate == 0 || span == 0) return (double)NAN;
    if (k->rate > 0)
        return left > 0 ? k->t0 + (softplus(log((k->e0 - threshold) / span) - a) - log(left)) / k->rate : (double)NAN;
    const double rest = (1 + exp(a)) / left - 1; /* exp(b) of a path that leaves a residual above it */
    return rest > 0 ? k->t_mid + log(rest) / k->rate : (double)NAN;
}

static const int32_t logistic_ways[] = {SKPI_CARBON_TARGET_BUDGET, SKPI_CARBON_TARGET_END, SKPI_CARBON_TARGET_NET_ZERO,
                                        0};

const skpi__carbon_shape skpi__carbon_logistic_shape = {
    .shape = SKPI_CARBON_SHAPE_LOGISTIC,
    .needed = SKPI__T0 | SKPI__E0 | SKPI__RATE | SKPI__T_MID,
    .optional = SKPI__RESIDUAL | SKPI__T_END,
    .unknown = SKPI__T_MID,
    .ends = SKPI__TARGET(BUDGET) | SKPI__TARGET(END),
    .annual = 1,
    .grows = 1,
    .by = logistic_ways,
    .ways = "SKPI_CARBON_TARGET_BUDGET, SKPI_CARBON_TARGET_END or SKPI_CARBON_TARGET_NET_ZERO, by which this shape is "
            "solved",
    .check = logistic_check,
    .at = logistic_at_date,
    .range = logistic_range,
    .solve = logistic_solve,
    .peak = logistic_peak,
    .settle = logistic_settle,
};
