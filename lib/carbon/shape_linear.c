/* A straight line to the residual: E = E0 - c (t - t0) until it is R, and R from then on.
 *
 * c is the annual cut, in the unit of the emission per year; below 0 the line rises and R has no effect.  Net zero
 * (the residual) comes after D = (E0 - R)/c years, the integral up to it is D (E0 + R)/2: a budget B of a line to zero
 * lasts for 2 B/E0 years.  A budget that counts from u years after t0 on is
 *   B = (E0^2 - R^2)/(2 c) - u E0 + c u^2/2,
 * whose root, with h = u E0 + B, is c = (E0^2 - R^2)/(h + sqrt(h^2 - (E0^2 - R^2) u^2)); where E0 + R is below 0 the
 * square root is taken off, where it is 0 c = 2 h/u^2.  Where R < 0 < E0 + R budgets below 0 have two roots, and none
 * is given.
 *
 * As a sum of annual values, R = 0: the years j = u + 1 .. m whose value is above 0 leave, with beta = B/E0,
 *   beta = (m - u) - (m (m + 1) - u (u + 1))/(2 D),  so  D = (m (m + 1) - u (u + 1))/(2 (m - u - beta)),  m <= D <= m + 1.
 * A sum that counts the year u too is that from u - 1 on, also for u = 0.  With another R the sum jumps when D passes
 * a whole year.
 * Source: plane geometry.
 */
#include "carbon/shape.h"
#include "core/check.h"

static int linear_by_sum(const skpi__carbon_row *k, int32_t by)
{
    return by == SKPI_CARBON_TARGET_BUDGET && !skpi__is_integral(k);
}

static skpi_status linear_check(skpi__at at, const skpi__carbon_row *k, int32_t by)
{
    const int falls = by == SKPI_CARBON_TARGET_BUDGET || by == SKPI_CARBON_TARGET_NET_ZERO;
    if (k->e0 < k->residual || (falls && k->e0 == k->residual))
        return skpi__fail(at, SKPI_EDOM, "path->e0", k->e0, "is not above the residual %g: there is no decline",
                          k->residual);
    if (linear_by_sum(k, by) && k->residual != 0)
        return skpi__fail(
            at, SKPI_EDOM, "path->residual", k->residual,
            "is not 0: the sum of the annual values jumps with the net-zero date, so no line meets some budgets");
    if (by == SKPI_CARBON_TARGET_BUDGET && k->e0 + k->residual == 0 && k->t_budget <= k->t0)
        return skpi__fail(at, SKPI_EDOM, "path->e0", k->e0,
                          "and the residual %g cancel: the budget is 0 for every rate", k->residual);
    return SKPI_OK;
}

static void linear_at_date(const skpi__carbon_row *k, double t, double *emission, double *integral)
{
    const double s = t - k->t0, d = (k->e0 - k->residual) / k->rate;
    if (k->rate > 0 && s >= d) {
        *emission = k->residual;
        *integral = 0.5 * (k->e0 + k->residual) * d + k->residual * (s - d);
    } else {
        double e = k->e0 - k->rate * s;
        *emission = k->rate > 0 ? fmax(e, k->residual) : e;
        *integral = s * (k->e0 - 0.5 * k->rate * s);
    }
}

static double linear_between(const skpi__carbon_row *k, double t1, double t2)
{
    const double end = k->rate > 0 ? k->t0 + (k->e0 - k->residual) / k->rate : INFINITY;
    const double u1 = fmin(t1, end), u2 = fmin(t2, end);
    double e1, e2, integral;
    linear_at_date(k, u1, &e1, &integral);
    linear_at_date(k, u2, &e2, &integral);
    return 0.5 * (e1 + e2) * (u2 - u1) + k->residual * ((t2 - u2) - (t1 - u1));
}

static int linear_range(const skpi__carbon_row *k, int32_t by, double *low, double *high, double size[2])
{
    (void)size;
    const double sum = k->e0 + k->residual;
    if (by == SKPI_CARBON_TARGET_NET_ZERO) {
        *low = k->t0;
        *high = SKPI__YEAR_MAX;
        return SKPI__HIGH_INSIDE;
    }
    *low = k->residual;
    *high = INFINITY;
    if (by == SKPI_CARBON_TARGET_END) return SKPI__LOW_INSIDE;
    if (sum > 0)
        *low = skpi__counted_base(k);
    else {
        *low = sum < 0 ? -INFINITY : -skpi__before_budget(k) * k->e0;
        *high = 0;
    }
    return 0;
}

/* The rate for a budget that counts from u > 0 years after t0. */
static double linear_later_rate(const skpi__carbon_row *k, double target)
{
    /* squares in this unit cannot overflow */
    const double u = skpi__before_budget(k), unit = fmax(k->e0, -k->residual);
    const double e = k->e0 / unit, r = k->residual / unit, b = target / unit, h = u * e + b, gap = (e - r) * (e + r);
    if (gap == 0) return unit * (2 * h / u / u);
    if (gap > 0) return unit * (gap / (h + sqrt(u * r * (u * r) + b * (2 * u + b)))); /* e is 1 */
    const double root = sqrt(h * h - gap * u * u);
    return unit * (h > 0 ? (h + root) / u / u : gap / (h - root));
}

/* The years from t0 to zero for a sum of annual values; beta is that sum over e0. */
static double linear_years(const skpi__carbon_row *k, double beta)
{
    const double u = skpi__first_counted(k) - 1, half = 0.5 * (2 * beta - 1);
    /* the least n with n (n + 1)/(2 (u + n + 1)) >= beta; where that is =, n + 1 gives the same years */
    const double n = fmax(ceil(half + sqrt(half * half + 2 * beta * (u + 1))), 1);
    return (n * (n + 1 + 2 * u)) / (2 * (n - beta)); /* with m = u + n: m (m + 1) - u (u + 1), factored */
}

static double linear_solve(const skpi__carbon_row *k, int32_t by, double target)
{
    const double fall = k->e0 - k->residual;
    if (by == SKPI_CARBON_TARGET_NET_ZERO) return fall / (target - k->t0);
    if (by == SKPI_CARBON_TARGET_END) return (k->e0 - target) / (k->t_end - k->t0);
    if (linear_by_sum(k, by)) return k->e0 / linear_years(k, target / k->e0);
    if (k->t_budget > k->t0) return linear_later_rate(k, target);
    return fall / (2 * (target / (k->e0 + k->residual)));
}

static void linear_peak(const skpi__carbon_row *k, double *t, double *emission)
{
    *t = k->rate < 0 ? (double)NAN : k->t0;
    *emission = k->rate < 0 ? (double)NAN : k->e0;
}

static double linear_settle(const skpi__carbon_row *k, double threshold)
{
    if (k->e0 <= threshold) return k->rate < 0 ? (double)NAN : k->t0;
    return k->rate > 0 && threshold >= k->residual ? k->t0 + (k->e0 - threshold) / k->rate : (double)NAN;
}

static const int32_t linear_ways[] = {SKPI_CARBON_TARGET_BUDGET, SKPI_CARBON_TARGET_END, SKPI_CARBON_TARGET_NET_ZERO,
                                      0};

const skpi__carbon_shape skpi__carbon_linear_shape = {
    .shape = SKPI_CARBON_SHAPE_LINEAR,
    .needed = SKPI__T0 | SKPI__E0 | SKPI__RATE,
    .optional = SKPI__RESIDUAL | SKPI__T_END,
    .unknown = SKPI__RATE,
    .ends = SKPI__TARGET(END),
    .annual = 1,
    .grows = 1,
    .by = linear_ways,
    .ways = "SKPI_CARBON_TARGET_BUDGET, SKPI_CARBON_TARGET_END or SKPI_CARBON_TARGET_NET_ZERO, by which this shape is "
            "solved",
    .check = linear_check,
    .at = linear_at_date,
    .between = linear_between,
    .range = linear_range,
    .solve = linear_solve,
    .peak = linear_peak,
    .settle = linear_settle,
};
