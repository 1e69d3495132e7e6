/* Capped exponential: f = f0 (1 + (r + m) s) exp(-m s), s = t - t0: growth at the rate r that mitigation at the rate m
 * turns into a decline.
 *
 * With n = r + m >= 0 the integral over s years is f0 s (g1(m s) + n s g2(m s)),
 *   g1(x) = (1 - exp(-x))/x,  g2(x) = (1 - (1 + x) exp(-x))/x^2,
 * which has no pole at m = 0; over an infinite time f0 (2 m + r)/m^2, so that a quota q gives, with T = q/f0, m = (1 +
 * sqrt(1 + r T))/T. With n^2 the cumulative emission of this path falls from that of growth without mitigation (n = 0),
 * and its slope there, -f0 s^3 g3/2, is not zero.  Newton's method therefore solves for n^2.
 * Source: Raupach et al. 2014, Nature Climate Change 4, 873-879 (Methods); finite times derived for this library.
 */
#include "carbon/shape.h"
#include "core/check.h"
#include "numeric/log_ratio.h"
#include "numeric/root.h"

static skpi_status capped_check(skpi__at at, const skpi__carbon_row *k, int32_t by)
{
    if (by) return skpi__positive(at, "path->e0", k->e0);
    return k->mitigation >= -k->growth ? SKPI_OK
                                       : skpi__fail(at, SKPI_EDOM, "path->mitigation", k->mitigation,
                                                    "is below -path->growth = %g: emissions would become negative, "
                                                    "and rise again",
                                                    -k->growth);
}

static double g1(double x) { return x == 0 ? 1 : -expm1(-x) / x; }

/* The integral of u^(p - 1) exp(-x u) from 0 to 1, p = 2 or 3. */
static double moment(int p, double x)
{
    double lower = 1, sum = 0, term = 1;
    if (fabs(x) > 1) {
        lower = g1(x);
        for (int j = 1; j < p; j++) lower = (j * lower - exp(-x)) / x;
        return lower;
    }
    for (int j = 0; j < 20; j++) { /* 1/20! is below the last digit */
        sum += term / (p + j);
        term *= -x / (j + 1);
    }
    return sum;
}

static void at_span(const skpi__carbon_row *k, double s, double *emission, double *integral)
{
    const double n = k->growth + k->mitigation, x = k->mitigation * s;
    *emission = k->e0;
    *integral = k->e0 * s;
    if (!(s > 0) || k->e0 == 0) return;
    const double left = exp(-x);
    *emission *= left > 0 ? (1 + n * s) * left : 0; /* n s may be infinite where nothing is left */
    *integral *= x > 1e150 ? (1 + n / k->mitigation) / x : g1(x) + n * s * moment(2, x);
}

static void capped_at_date(const skpi__carbon_row *k, double t, double *emission, double *integral)
{
    at_span(k, t - k->t0, emission, integral);
}

typedef struct search {
    const skpi__carbon_row *row;
    double years, target;
} search;

/* Sum of the values of whole years 1 .. T over f0, and -2 times its slope by n^2. */
static double annual(const skpi__carbon_row *k, double years, double n, double *fall)
{
    const double m = n - k->growth, year = exp(-m);
    double sum = 0, left = 1;
    *fall = 0;
    for (int j = 1; j <= (int)years; j++) {
        left = j % 8 == 0 ? exp(-m * j) : left * year; /* few roundings in a row */
        sum += (1 + n * j) * left;
        *fall += (double)j * j * left;
    }
    return sum;
}

/* ln target - ln(integral or sum) over f0, at z = n^2 (in units of 1/years^2): rises with z. */
static double missing(const void *context, double z, double *slope)
{
    const search *f = context;
    const double v = sqrt(z), n = v / f->years, x = v - f->row->growth * f->years;
    double total, fall;
    if (f->row->convention == SKPI_CARBON_CONVENTION_INTEGRAL) {
        total = f->years * (g1(x) + v * moment(2, x));
        fall = f->years * moment(3, x);
    } else {
        total = annual(f->row, f->years, n, &fall);
        fall /= f->years * f->years;
    }
    *slope = 0.5 * fall / total;
    return skpi__log_ratio(total, f->target);
}

static double unmitigated(const skpi__carbon_row *k) /* budget at n = 0 over f0, base year not counted */
{
    const double t = k->t_end - k->t0, r = k->growth;
    if (isinf(t)) return r < 0 ? -1 / r : INFINITY;
    if (k->convention == SKPI_CARBON_CONVENTION_INTEGRAL) return t * g1(-r * t);
    return r == 0 ? t : expm1(r * t) / -expm1(-r); /* exp(r) + ... + exp(r t) */
}

static int capped_range(const skpi__carbon_row *k, int32_t by, double *low, double *high)
{
    const double base =
        by == SKPI_CARBON_TARGET_BUDGET && k->convention == SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE ? k->e0 : 0;
    *low = base;
    *high = by == SKPI_CARBON_TARGET_END ? k->e0 * exp(k->growth * (k->t_end - k->t0)) : base + k->e0 * unmitigated(k);
    return isfinite(*high) ? SKPI__HIGH_INSIDE : 0;
}

/* v - ln(1 + v) - target */
static double end_of(const void *context, double v, double *slope)
{
    *slope = v / (1 + v);
    return v - log1p(v) - *(const double *)context;
}

static double capped_solve(const skpi__carbon_row *k, int32_t by, double target)
{
    const double r = k->growth, t = k->t_end - k->t0;
    double n;
    if (by == SKPI_CARBON_TARGET_END) { /* (1 + v) exp(-v) = f/f0 exp(-r t), v = n t */
        const double c = fmax(skpi__log_ratio(target, k->e0) + r * t, 0), w = sqrt(2 * c);
        n = skpi__root(end_of, &c, 0.99 * w, 1.01 * (w + c), w + c / 1.5) / t;
    } else {
        const double y = (k->convention == SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE ? target - k->e0 : target) / k->e0;
        /* 1 + sqrt(1 + r y) over y, which an infinite time needs, is more than a finite one does */
        const double most = (1 + sqrt(fmax(1 + r * y, 0))) / y;
        search f = {k, t, y};
        double slope, high = (most + r) * t;
        if (isinf(t) || !(y > 0) || isinf(most)) return fmax(most, -r);
        high = fmax(high * high * 1.001, 1e-300);
        if (k->convention != SKPI_CARBON_CONVENTION_INTEGRAL) /* sums of annual values end up below their integral */
            while (missing(&f, high, &slope) < 0 && high < 1e300) high *= 4;
        n = sqrt(skpi__root(missing, &f, 0, high, high / 1.001)) / t;
    }
    return fmax(n - r, -r);
}

/* Years from t0 to the maximum, 0 if it is there, NaN if there is none. */
static double rise(const skpi__carbon_row *k)
{
    if (k->growth <= 0 || k->e0 == 0) return 0;
    return k->mitigation > 0 ? k->growth / k->mitigation / (k->growth + k->mitigation) : (double)NAN;
}

static void capped_peak(const skpi__carbon_row *k, double *t, double *emission)
{
    const double s = rise(k), n = k->growth + k->mitigation;
    *t = k->t0 + s;
    *emission = isnan(s) ? (double)NAN : s > 0 ? k->e0 * (n / k->mitigation) * exp(-k->growth / n) : k->e0;
}

typedef struct crossing {
    double n, m, target;
} crossing;

static double below(const void *context, double s, double *slope) /* -ln(f/f0) - target */
{
    const crossing *f = context;
    *slope = f->m - f->n / (1 + f->n * s);
    return f->m * s - log1p(f->n * s) - f->target;
}

static double capped_settle(const skpi__carbon_row *k, double threshold)
{
    const double s = rise(k);
    double top, date, slope;
    if (isnan(s)) return s;
    capped_peak(k, &date, &top);
    if (top <= threshold) return k->t0;
    if (threshold <= 0 || k->mitigation <= 0) return (double)NAN;
    const crossing f = {k->growth + k->mitigation, k->mitigation, skpi__log_ratio(threshold, k->e0)};
    double high = 2 * fmax(s, 1 / k->mitigation);
    while (below(&f, high, &slope) < 0 && high < 1e300) high *= 2;
    return k->t0 + skpi__root(below, &f, s, high, high);
}

static const int32_t capped_ways[] = {SKPI_CARBON_TARGET_BUDGET, SKPI_CARBON_TARGET_END, 0};

const skpi__carbon_shape skpi__carbon_capped_shape = {
    .shape = SKPI_CARBON_SHAPE_CAPPED,
    .needed = SKPI__T0 | SKPI__E0 | SKPI__MITIGATION,
    .optional = SKPI__GROWTH | SKPI__T_END,
    .unknown = SKPI__MITIGATION,
    .ends = SKPI__TARGET(BUDGET) | SKPI__TARGET(END),
    .endless = 1,
    .annual = 1,
    .grows = 1,
    .by = capped_ways,
    .ways =
        "SKPI_CARBON_TARGET_BUDGET or SKPI_CARBON_TARGET_END, by which this shape is solved (it never reaches zero)",
    .check = capped_check,
    .at = capped_at_date,
    .range = capped_range,
    .solve = capped_solve,
    .peak = capped_peak,
    .settle = capped_settle,
};
