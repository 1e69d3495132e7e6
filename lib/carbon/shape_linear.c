/* A straight line to the residual: E = E0 - c (t - t0) until it is R, and R from then on.
 *
 * c is the annual cut, in the unit of the emission per year; below 0 the line rises and R has no effect.  Net zero (the
 * residual) comes after D = (E0 - R)/c years, the integral up to it is D (E0 + R)/2: a budget B of a line to zero lasts
 * for 2 B/E0 years.
 * Source: plane geometry.
 */
#include "carbon/shape.h"
#include "core/check.h"

static skpi_status linear_check(skpi__at at, const skpi__carbon_row *k, int32_t by)
{
    const int falls = by == SKPI_CARBON_TARGET_BUDGET || by == SKPI_CARBON_TARGET_NET_ZERO;
    if (k->e0 < k->residual || (falls && k->e0 == k->residual))
        return skpi__fail(at, SKPI_EDOM, "path->e0", k->e0, "is not above the residual %g: no decline", k->residual);
    if (by == SKPI_CARBON_TARGET_BUDGET && k->e0 + k->residual == 0)
        return skpi__fail(at, SKPI_EDOM, "path->e0", k->e0,
                          "and the residual %g cancel: whatever the rate, the budget is 0", k->residual);
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

static int linear_range(const skpi__carbon_row *k, int32_t by, double *low, double *high)
{
    const double sum = k->e0 + k->residual;
    *low = by == SKPI_CARBON_TARGET_NET_ZERO ? k->t0
           : by == SKPI_CARBON_TARGET_END    ? k->residual
           : sum > 0                         ? 0
                                             : -INFINITY;
    *high = by == SKPI_CARBON_TARGET_NET_ZERO            ? SKPI__YEAR_MAX
            : by == SKPI_CARBON_TARGET_BUDGET && sum < 0 ? 0
                                                         : INFINITY;
    return by == SKPI_CARBON_TARGET_NET_ZERO ? SKPI__HIGH_INSIDE : by == SKPI_CARBON_TARGET_END ? SKPI__LOW_INSIDE : 0;
}

static double linear_solve(const skpi__carbon_row *k, int32_t by, double target)
{
    const double fall = k->e0 - k->residual;
    return by == SKPI_CARBON_TARGET_NET_ZERO ? fall / (target - k->t0)
           : by == SKPI_CARBON_TARGET_END    ? (k->e0 - target) / (k->t_end - k->t0)
                                             : fall / (2 * (target / (k->e0 + k->residual)));
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
    .grows = 1,
    .by = linear_ways,
    .ways = "SKPI_CARBON_TARGET_BUDGET, SKPI_CARBON_TARGET_END or SKPI_CARBON_TARGET_NET_ZERO, by which this shape is "
            "solved",
    .check = linear_check,
    .at = linear_at_date,
    .range = linear_range,
    .solve = linear_solve,
    .peak = linear_peak,
    .settle = linear_settle,
};
