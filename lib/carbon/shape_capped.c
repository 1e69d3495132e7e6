/* Capped exponential: f = f0 (1 + (r + m) s) exp(-m s), s = t - t0: growth at the rate r that mitigation at the rate m
 * turns into a decline.
 *
 * With n = r + m >= 0 the integral over s years is f0 s (g1(m s) + n s g2(m s)),
 *   g1(x) = (1 - exp(-x))/x,  g2(x) = (1 - (1 + x) exp(-x))/x^2,
 * which has no pole at m = 0; over an infinite time f0 (2 m + r)/m^2, so that a quota q gives, with T = q/f0, m = (1 +
 * sqrt(1 + r T))/T. With n^2 the cumulative emission of this path falls from that of growth without mitigation (n = 0),
 * and its slope there, -f0 s^3 g3/2, is not zero.  Newton's method therefore solves for n^2.
 * A budget that counts from u years after t0 on is the integral
 *   f0 exp(-m u) ((1 + n u) L g1(m L) + n L^2 g2(m L)) over the L years left,
 *   f0 exp(-m u) ((2 m + r)/m^2 + n u/m) over an infinite time;
 * with the same budget from t0 on m would be larger, which bounds the root.
 * Source: Raupach et al. 2014, Nature Climate Change 4, 873-879 (Methods); finite times derived for this library.
 */
#include "carbon/shape.h"
#include "core/check.h"
#include "core/steps.h"
#include "numeric/decimal.h"
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

static double capped_g1(double x) { return x == 0 ? 1 : -expm1(-x) / x; }

/* The integral of u^(p - 1) exp(-x u) from 0 to 1, p = 2 or 3. */
static double capped_moment(int p, double x)
{
    double lower = 1, sum = 0, term = 1;
    if (fabs(x) > 1) {
        lower = capped_g1(x);
        for (int j = 1; j < p; j++) lower = (j * lower - exp(-x)) / x;
        return lower;
    }
    for (int j = 0; j < 20; j++) { /* 1/20! is below the last digit, so 20 terms are enough */
        sum += term / (p + j);
        term *= -x / (j + 1);
    }
    return sum;
}

static void capped_at_span(const skpi__carbon_row *k, double s, double *emission, double *integral)
{
    const double n = k->growth + k->mitigation, x = k->mitigation * s;
    const double left = exp(-x);
    *emission = k->e0 * (left > 0 ? (1 + n * s) * left : 0); /* n s may be infinite if left is 0 */
    *integral = k->e0 * s * (x > 1e150 ? (1 + n / k->mitigation) / x : capped_g1(x) + n * s * capped_moment(2, x));
}

static void capped_at_date(const skpi__carbon_row *k, double t, double *emission, double *integral)
{
    capped_at_span(k, t - k->t0, emission, integral);
}

static double capped_between(const skpi__carbon_row *k, double t1, double t2)
{
    const double s = t1 - k->t0, l = t2 - t1, n = k->growth + k->mitigation, x = k->mitigation * l;
    double e, integral;
    if (!(s > 0)) {
        capped_at_span(k, l, &e, &integral);
        return integral;
    }
    capped_at_span(k, s, &e, &integral); /* at t1 the emission is the fraction (1 + n s) exp(-m s) of e0 */
    const double later = n / (1 + n * s);
    if (!(l > 0) || e == 0) return 0;
    return e * l * (capped_g1(x) + later * l * capped_moment(2, x)); /* with e > 0 x is below 1e19 */
}

typedef struct capped_search {
    const skpi__carbon_row *row;
    double years, target;
} capped_search;

/* The sum of the annual values counted up to T, over f0. *fall is -2 times its derivative with respect to n^2. */
static double capped_annual(const skpi__carbon_row *k, double years, double n, double *fall)
{
    const double m = n - k->growth, year = exp(-m);
    const int first = (int)fmax(skpi__first_counted(k), 1);
    double sum = 0, left = first > 1 ? exp(-m * (first - 1)) : 1;
    *fall = 0;
    for (int j = first; j <= (int)years; j++) {
        /* computed anew every eight years, so that rounding does not build up */
        left = j % 8 == 0 ? exp(-m * j) : left * year;
        sum += (1 + n * j) * left;
        *fall += (double)j * j * left;
    }
    return sum;
}

/* ln target - ln(integral or sum), both over f0, at z = n^2 (in units of 1/years^2).  It rises with z. */
static double capped_missing(const void *context, double z, double *slope)
{
    const capped_search *f = context;
    const double v = sqrt(z), n = v / f->years, x = v - f->row->growth * f->years, u = skpi__before_budget(f->row);
    double total, fall;
    if (!skpi__is_integral(f->row)) {
        total = capped_annual(f->row, f->years, n, &fall);
        fall /= f->years * f->years;
    } else if (u > 0) { /* exp(-m u) is taken out of the logarithm */
        const double m = n - f->row->growth, l = f->years - u, part = u / f->years, rest = l / f->years;
        const double g1 = capped_g1(m * l), g2 = capped_moment(2, m * l);
        total = l * ((1 + n * u) * g1 + n * l * g2);
        fall = l * (part * part * g1 + rest * (2 * part * g2 + rest * capped_moment(3, m * l)));
        *slope = 0.5 * fall / total;
        return skpi__log_ratio(total, f->target) + m * u;
    } else {
        total = f->years * (capped_g1(x) + v * capped_moment(2, x));
        fall = f->years * capped_moment(3, x);
    }
    *slope = 0.5 * fall / total;
    return skpi__log_ratio(total, f->target);
}

/* The same for an infinite t_end and a budget that counts from u > 0 years after t0. z is n^2 if growth is below 0,
 * else ln m. */
static double capped_missing_for_ever(const void *context, double z, double *slope)
{
    const capped_search *f = context;
    const double r = f->row->growth, u = skpi__before_budget(f->row);
    const double m = r < 0 ? sqrt(z) - r : exp(z), n = r < 0 ? sqrt(z) : r + m;
    const double total = ((n + m) / m + n * u) / m, fall = (u * u + 2 * (u + 1 / m) / m) / m;
    *slope = (r < 0 ? 0.5 : n * m) * fall / total;
    return skpi__log_ratio(total, f->target) + m * u;
}

static double capped_unmitigated(const skpi__carbon_row *k) /* the budget at n = 0, over f0 and without the base year */
{
    const double r = k->growth, u = skpi__is_integral(k) ? skpi__before_budget(k) : fmax(skpi__first_counted(k), 1) - 1;
    const double t = k->t_end - k->t0 - u, before = u > 0 ? exp(r * u) : 1;
    if (isinf(t)) return r < 0 ? before * (-1 / r) : INFINITY;
    if (skpi__is_integral(k)) return before * (t * capped_g1(-r * t));
    return r == 0 ? t : before * (expm1(r * t) / -expm1(-r)); /* the sum exp(r) + ... + exp(r t) */
}

static int capped_range(const skpi__carbon_row *k, int32_t by, double *low, double *high, double size[2])
{
    (void)size;
    const double base = by == SKPI_CARBON_TARGET_BUDGET ? skpi__counted_base(k) : 0;
    *low = base;
    *high = by == SKPI_CARBON_TARGET_END ? k->e0 * exp(k->growth * (k->t_end - k->t0))
                                         : base + k->e0 * capped_unmitigated(k);
    return isfinite(*high) ? SKPI__HIGH_INSIDE : 0;
}

/* v - ln(1 + v) - target */
static double capped_end(const void *context, double v, double *slope)
{
    *slope = v / (1 + v);
    return v - log1p(v) - *(const double *)context;
}

/* The mitigation m for a budget; target is over f0 and without the base year. */
static double capped_of_budget(const skpi__carbon_row *k, double target)
{
    const double r = k->growth, t = k->t_end - k->t0, later = skpi__before_budget(k);
    /* The upper bound (1 + sqrt(1 + r y))/y solves the case of an infinite time that begins at t0; a finite time, or a
     * later beginning, needs less. */
    const double most = (1 + sqrt(fmax(1 + r * target, 0))) / target;
    capped_search f = {k, t, target};
    double slope, high = (most + r) * t;
    if (isinf(most) || (isinf(t) && !(later > 0))) return fmax(most, -r);
    if (isinf(t)) {
        if (r < 0) {
            const double square = 1.001 * (most + r) * (most + r);
            return sqrt(skpi__root(capped_missing_for_ever, &f, 0, square, square)) - r;
        }
        const double top = log(most) + 1e-9;
        double low = top - 1;
        while (capped_missing_for_ever(&f, low, &slope) > 0) {
            SKPI__STEP();
            low -= 2 + fabs(low);
        }
        return exp(skpi__root(capped_missing_for_ever, &f, low, top, top));
    }
    high = fmax(high * high * 1.001, 1e-300);
    /* A sum of annual values is below the integral over an infinite time, too: with m > 0 the sum over j >= 1 of
     * exp(-m j) is below 1/m, and that of j exp(-m j) below 1/m^2. */
    return sqrt(skpi__root(capped_missing, &f, 0, high, high / 1.001)) / t - r;
}

static double capped_solve(const skpi__carbon_row *k, int32_t by, double target)
{
    const double r = k->growth, t = k->t_end - k->t0;
    if (by == SKPI_CARBON_TARGET_END) { /* with v = n t: (1 + v) exp(-v) = f/f0 exp(-r t) */
        const double c = fmax(skpi__log_ratio(target, k->e0) + r * t, 0), w = sqrt(2 * c);
        return fmax(skpi__root(capped_end, &c, 0.99 * w, 1.01 * (w + c), w + c / 1.5) / t - r, -r);
    }
    const double y = (target - skpi__counted_base(k)) / k->e0;
    return fmax(capped_of_budget(k, y), -r);
}

/* Years from t0 to the maximum; 0 if t0 is the maximum, NaN if there is none. */
static double capped_rise(const skpi__carbon_row *k)
{
    if (k->growth <= 0 || k->e0 == 0) return 0;
    return k->mitigation > 0 ? k->growth / k->mitigation / (k->growth + k->mitigation) : (double)NAN;
}

static void capped_peak(const skpi__carbon_row *k, double *t, double *emission)
{
    const double s = capped_rise(k), n = k->growth + k->mitigation;
    *t = k->t0 + s;
    *emission = isnan(s) ? (double)NAN : s > 0 ? k->e0 * (n / k->mitigation) * exp(-k->growth / n) : k->e0;
}

typedef struct capped_crossing {
    double n, m, target;
} capped_crossing;

static double capped_below(const void *context, double s, double *slope) /* -ln(f/f0) - target */
{
    const capped_crossing *f = context;
    *slope = f->m - f->n / (1 + f->n * s);
    return f->m * s - log1p(f->n * s) - f->target;
}

static double capped_settle(const skpi__carbon_row *k, double threshold)
{
    const double s = capped_rise(k);
    double top, date, slope;
    if (isnan(s)) return s;
    capped_peak(k, &date, &top);
    if (skpi__reaches(threshold, top, 0)) return k->t0;
    if (threshold <= 0 || k->mitigation <= 0) return (double)NAN;
    const capped_crossing f = {k->growth + k->mitigation, k->mitigation, skpi__log_ratio(threshold, k->e0)};
    double high = 2 * fmax(fmax(s, 1 / k->mitigation), DBL_MIN); /* a host may take smaller numbers for 0 */
    while (capped_below(&f, high, &slope) < 0 && high < 1e300) {
        SKPI__STEP();
        high *= 2;
    }
    return k->t0 + skpi__root(capped_below, &f, s, high, high);
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
    .between = capped_between,
    .range = capped_range,
    .solve = capped_solve,
    .peak = capped_peak,
    .settle = capped_settle,
};
