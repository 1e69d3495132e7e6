/* Logistic decline: E = R + (E0 - R) (1 + exp(a))/(1 + exp(b)), a = k (t0 - tm), b = k (t - tm), so that E(t0) = E0.
 *
 * tm is the date of the inflexion, k the steepness, per year; with k < 0 the path rises, with k = 0 it is constant.
 * With s = t - t0 the integral is
 *   R s + (E0 - R) I,  I = (1 + exp(a)) (s - (ln(1 + exp(b)) - ln(1 + exp(a)))/k),
 * evaluated in forms that neither overflow for a far from 0 nor cancel for small k s. The unknown is tm: at k > 0
 * emissions rise with tm everywhere, from those of a decline by exp(-k s) (tm long ago) to E0 (tm far ahead).  They are
 * not monotone in k, so that a budget may be met by two values of k.
 * From any later date on, a path is one of the same tm, k and R with the emission that it has then: that gives the
 * integral between two dates, and budgets that count from a later date than t0.
 * Source: derived for this library from the logistic curve; smartkpi_carbon(7).
 */
#include "carbon/shape.h"
#include <float.h>
#include "core/check.h"
#include "numeric/decimal.h"
#include "numeric/log_ratio.h"
#include "numeric/logistic.h"
#include "numeric/root.h"

static double logistic_softplus(double x) { return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x)); }

/* (1 + exp(a))/(1 + exp(b)) with b = a + x. */
static double logistic_ratio(double a, double x)
{
    const double b = a + x;
    return exp(a > 0 && b > 0 ? log1p(exp(-a)) - log1p(exp(-b)) - x : logistic_softplus(a) - logistic_softplus(b));
}

/* The integral of the ratio over s years, with x = k s. */
static double logistic_integral(double a, double k, double s)
{
    const double x = k * s, b = a + x, h = -expm1(-x);
    if (x == 0) return s;
    if (a > 0 && b > 0) {
        const double p = exp(-a), q = exp(-b), y = (p - q) / (1 + q), small = p * h / (1 + q);
        return (1 + p) * (h / k) / (1 + q) *
               (fabs(small) > 1e-8 ? log1p(fabs(x) < 1 ? small : y) / small : 1 - small / 2);
    }
    if (fabs(x) <= 1) return (1 + exp(a)) * log1p(h / (exp(a) + exp(-x))) / k;
    if (a > 0) return (1 + exp(a)) * (log1p(exp(-a)) - logistic_softplus(-b)) / k;
    if (b > 0) return (1 + exp(a)) * (logistic_softplus(-a) - log1p(exp(-b))) / k;
    return (1 + exp(a)) * (x - log1p(exp(b)) + log1p(exp(a))) / k;
}

static double logistic_start(const skpi__carbon_row *k) { return k->rate * (k->t0 - k->t_mid); }

static skpi_status logistic_check(skpi__at at, const skpi__carbon_row *k, int32_t by)
{
    skpi_status s;
    if (!by) return SKPI_OK;
    if ((s = skpi__positive(at, "path->rate", k->rate))) return s;
    if (k->e0 == k->residual || (by == SKPI_CARBON_TARGET_NET_ZERO && k->e0 <= k->residual))
        return skpi__fail(at, SKPI_EDOM, "path->e0", k->e0, "is not above the residual %g: there is no decline",
                          k->residual);
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
    const double s = t - k->t0, a = logistic_start(k), span = k->e0 - k->residual;
    *emission = s > 0 && span != 0 ? k->residual + span * logistic_ratio(a, k->rate * s) : k->e0;
    *integral = s > 0 && span != 0 ? k->residual * s + span * logistic_integral(a, k->rate, s) : k->e0 * s;
}

static double logistic_between(const skpi__carbon_row *k, double t1, double t2)
{
    const double s = t1 - k->t0, a = logistic_start(k), span = k->e0 - k->residual;
    if (span == 0) return k->e0 * (t2 - t1);
    return k->residual * (t2 - t1) +
           span * (s > 0 ? logistic_ratio(a, k->rate * s) : 1) * logistic_integral(a + k->rate * s, k->rate, t2 - t1);
}

/* The number of whole years after t0 that a budget counts under an annual convention, and the first of them; both are 0
 * for the integral. */
static int logistic_years(const skpi__carbon_row *k, int *first)
{
    *first = skpi__is_integral(k) ? 0 : (int)fmax(skpi__first_counted(k), 1);
    return skpi__is_integral(k) ? 0 : (int)(k->t_end - k->t0) - *first + 1;
}

/* The integral, or sum, of the ratio that the target leaves for the decline. */
static double logistic_part(const skpi__carbon_row *k, double target)
{
    int first;
    const int n = logistic_years(k, &first);
    target -= skpi__counted_base(k);
    return (target - k->residual * (n ? n : k->t_end - k->t_budget)) / (k->e0 - k->residual);
}

static int logistic_range(const skpi__carbon_row *k, int32_t by, double *low, double *high, double size[2])
{
    const double span = k->e0 - k->residual;
    double early, late;
    if (by == SKPI_CARBON_TARGET_NET_ZERO) {
        /* the limit of tm in the distant past */
        *low = fmin(k->t0 + skpi__log_ratio(-k->residual, span) / k->rate, SKPI__YEAR_MAX);
        *high = SKPI__YEAR_MAX;
        return SKPI__HIGH_INSIDE;
    }
    if (by == SKPI_CARBON_TARGET_END) {
        size[0] = fmax(-k->residual, 0);
        early = k->residual + span * exp(-k->rate * (k->t_end - k->t0));
        late = k->e0;
    } else {
        int first;
        const int n = logistic_years(k, &first);
        const double t = n ? n : k->t_end - k->t_budget, x = k->rate * t, base = skpi__counted_base(k);
        /* emission above the residual, in the same limit, when the budget begins to count */
        const double left = span * exp(-k->rate * (n ? first - 1 : skpi__before_budget(k)));
        size[0] = fmax(-k->residual, 0) * t;
        early = base + (n ? k->residual * n + left * exp(-k->rate) * expm1(-x) / expm1(-k->rate)
                          : k->residual * t - left * expm1(-x) / k->rate);
        late = base + k->e0 * t;
    }
    *low = fmin(early, late);
    *high = fmax(early, late);
    return 0;
}

enum { YEARS = SKPI__YEAR_MAX - SKPI__YEAR_MIN + 1 };
typedef struct logistic_search {
    const skpi__carbon_row *row;
    int n, first;               /* years of a sum, 0 for the integral; the first of them */
    double part, growth[YEARS]; /* growth: exp(k j) of each year j of the sum, which may be infinite */
} logistic_search;

/* The sum of the ratios over the years at a = z, and its slope.  With u = exp(z) a ratio is (1 + u)/(1 + u exp(k j)),
 * and d ln(ratio)/dz = (ratio - 1)/(1 + u).  The quotient is written so that neither u nor 1/u is far above 1. */
static double logistic_sum(const logistic_search *f, int n, double z, double *fall)
{
    const double u = exp(-fabs(z)), one = z > 0 ? u : 1, other = z > 0 ? 1 : u;
    double sum = 0, bend = 0;
    for (int j = 0; j < n; j++) {
        const double growth =
            f->growth[j] <= DBL_MAX ? other * f->growth[j] : exp(f->row->rate * (f->first + j) + fmin(z, 0));
        const double r = (1 + u) / (one + growth);
        sum += r;
        bend += r * (1 - r);
    }
    *fall = bend * one / (1 + u);
    return sum;
}

/* The part minus the integral or sum at a = z; it rises with z. */
static double logistic_missing(const void *context, double z, double *slope)
{
    const logistic_search *f = context;
    const skpi__carbon_row *k = f->row;
    double sum, fall;
    if (f->n)
        sum = logistic_sum(f, f->n, z, &fall);
    else {
        const double s = k->t_end - k->t_budget, x = k->rate * s, y = k->rate * skpi__before_budget(k);
        sum = logistic_integral(z + y, k->rate, s);
        if (y > 0) { /* d ln(ratio)/dz at a date is the logistic function at t0 minus that at the date */
            const double ratio = logistic_ratio(z, y);
            fall = ratio * (-expm1(-x) * skpi__logistic(z + y + x) / k->rate - skpi__logistic(z) * sum);
            sum *= ratio;
        } else
            fall = -expm1(-x) * skpi__logistic(z + x) / k->rate - skpi__logistic(z) * sum;
    }
    *slope = fall;
    return f->part - sum;
}

static double logistic_solve(const skpi__carbon_row *k, int32_t by, double target)
{
    const double span = k->e0 - k->residual;
    double z;
    if (by == SKPI_CARBON_TARGET_BUDGET) { /* outside the bracket the value is that of a limit, to the last digit */
        logistic_search f;
        f.row = k;
        f.part = logistic_part(k, target);
        f.n = logistic_years(k, &f.first);
        for (int j = 0; j < f.n; j++) f.growth[j] = exp(k->rate * (f.first + j));
        const double x = k->rate * (k->t_end - k->t0);
        z = skpi__root(logistic_missing, &f, -x - 80, 80, -0.5 * x);
    } else {
        const int zero = by == SKPI_CARBON_TARGET_NET_ZERO;
        const double end = zero ? 0 : target, x = k->rate * ((zero ? target : k->t_end) - k->t0);
        /* For a ratio r, exp(a) = (1 - r)/(r exp(x) - 1). */
        const double up = (k->e0 - end) / span, excess = x + log((end - k->residual) / span);
        z = log(up) - excess - log(-expm1(-excess));
    }
    return k->t0 - z / k->rate;
}

static int logistic_falls(const skpi__carbon_row *k) { return (k->e0 - k->residual) * k->rate >= 0; }

static void logistic_peak(const skpi__carbon_row *k, double *t, double *emission)
{
    *t = logistic_falls(k) ? k->t0 : (double)NAN;
    *emission = logistic_falls(k) ? k->e0 : (double)NAN;
}

static double logistic_settle(const skpi__carbon_row *k, double threshold)
{
    const double span = k->e0 - k->residual, a = logistic_start(k), left = (threshold - k->residual) / span;
    if (!logistic_falls(k)) { /* a path that rises stays below its limit */
        const double far = k->rate > 0 ? 0 : span * (1 + exp(a));
        return k->e0 <= threshold && skpi__reaches(threshold, k->residual + far, far) ? k->t0 : (double)NAN;
    }
    if (k->e0 <= threshold) return k->t0;
    if (k->rate == 0 || span == 0) return (double)NAN;
    if (k->rate > 0)
        return left > 0 ? k->t0 + (logistic_softplus(log((k->e0 - threshold) / span) - a) - log(left)) / k->rate
                        : (double)NAN;
    /* exp(b) of a path that moves away from the residual, to values above it */
    const double size = fmax(fabs(threshold), fabs(k->residual)) / fabs(threshold - k->residual);
    const double rest = skpi__rounded((1 + exp(a)) / left - 1, fmax(size, 1));
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
    .between = logistic_between,
    .range = logistic_range,
    .solve = logistic_solve,
    .peak = logistic_peak,
    .settle = logistic_settle,
};
