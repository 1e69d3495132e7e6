/* A smooth path to net zero: cubic rise from E0 with the slope r E0 to Ep, plateau, cubic decline to the residual.
 *
 * Knots (t0, E0), (tp, Ep), (tp + w, Ep), (tz, R); slopes are 0 at all but the first, and limited (cubic.h), so that
 * the path is monotone before the peak and after it.  The decline's integral is (tz - tp - w)(Ep + R)/2, which a budget
 * solves for the net-zero date: tz = tp + w + 2 (B - rise - plateau)/(Ep + R).
 * Source: cubic.h; the choice of knots is this library's own, smartkpi_carbon(7).
 */
#include "carbon/cubic.h"
#include "carbon/shape.h"
#include "carbon/shape_peak.h"
#include "core/check.h"

static skpi__cubic rise(const skpi__carbon_row *k)
{
    skpi__cubic c = {k->t_peak - k->t0, k->e0, k->e_peak, k->growth * k->e0, 0};
    if (c.h > 0) skpi__cubic_limit(&c);
    return c;
}

static double plateau_end(const skpi__carbon_row *k) { return k->t_peak + k->plateau; }

static double before_decline(const skpi__carbon_row *k)
{
    const skpi__cubic c = rise(k);
    return (c.h > 0 ? skpi__cubic_integral(&c, 1) : 0) + k->e_peak * (plateau_end(k) - k->t_peak);
}

static skpi_status hermite_check(skpi__at at, const skpi__carbon_row *k, int32_t by)
{
    skpi_status s = skpi__carbon_peak_check(at, k, by);
    if (s || !by) return s;
    if (plateau_end(k) >= SKPI__YEAR_MAX)
        return skpi__fail(at, SKPI_ERANGE, "path->plateau", k->plateau, "leaves no time for a decline before %d",
                          SKPI__YEAR_MAX);
    if (k->e_peak + k->residual == 0)
        return skpi__fail(at, SKPI_EDOM, "path->e_peak", k->e_peak,
                          "and the residual %g cancel: the decline adds nothing, whenever it ends", k->residual);
    return SKPI_OK;
}

static void hermite_at_date(const skpi__carbon_row *k, double t, double *emission, double *integral)
{
    const double td = plateau_end(k), d = k->t_net_zero - td;
    if (t < k->t_peak) {
        const skpi__cubic c = rise(k);
        const double x = (t - k->t0) / c.h;
        *emission = skpi__cubic_value(&c, x);
        *integral = skpi__cubic_integral(&c, x);
        return;
    }
    *integral = before_decline(k);
    if (t <= td) {
        *emission = k->e_peak;
        *integral -= k->e_peak * (td - t);
    } else if (t < k->t_net_zero) {
        const skpi__cubic c = {d, k->e_peak, k->residual, 0, 0};
        *emission = skpi__cubic_value(&c, (t - td) / d);
        *integral += skpi__cubic_integral(&c, (t - td) / d);
    } else {
        *emission = k->residual;
        *integral += 0.5 * d * (k->e_peak + k->residual) + k->residual * (t - k->t_net_zero);
    }
}

static int hermite_range(const skpi__carbon_row *k, int32_t by, double *low, double *high)
{
    const double soon = before_decline(k),
                 late = soon + 0.5 * (k->e_peak + k->residual) * (SKPI__YEAR_MAX - plateau_end(k));
    (void)by; /* the budget is all that it can be solved by */
    *low = fmin(soon, late);
    *high = fmax(soon, late);
    return 0;
}

static double hermite_solve(const skpi__carbon_row *k, int32_t by, double target)
{
    (void)by;
    return plateau_end(k) + 2 * ((target - before_decline(k)) / (k->e_peak + k->residual));
}

static void hermite_peak(const skpi__carbon_row *k, double *t, double *emission)
{
    *t = k->t_peak;
    *emission = k->e_peak;
}

static double hermite_settle(const skpi__carbon_row *k, double threshold)
{
    if (k->e_peak <= threshold) return k->t0;
    if (threshold <= k->residual) return threshold < k->residual ? (double)NAN : k->t_net_zero;
    const double td = plateau_end(k), fallen = (k->e_peak - threshold) / (k->e_peak - k->residual);
    /* 3 x^2 - 2 x^3 = fallen, by the cosine of a third of an angle */
    return td + (k->t_net_zero - td) * (0.5 - sin(asin(1 - 2 * fallen) / 3));
}

static const int32_t hermite_ways[] = {SKPI_CARBON_TARGET_BUDGET, 0};

const skpi__carbon_shape skpi__carbon_hermite_shape = {
    .shape = SKPI_CARBON_SHAPE_HERMITE,
    .needed = SKPI__T0 | SKPI__E0 | SKPI__T_PEAK | SKPI__E_PEAK | SKPI__T_NET_ZERO,
    .optional = SKPI__RESIDUAL | SKPI__PLATEAU | SKPI__GROWTH | SKPI__T_END,
    .unknown = SKPI__T_NET_ZERO,
    .by = hermite_ways,
    .ways = "SKPI_CARBON_TARGET_BUDGET, by which this shape is solved",
    .check = hermite_check,
    .at = hermite_at_date,
    .range = hermite_range,
    .solve = hermite_solve,
    .peak = hermite_peak,
    .settle = hermite_settle,
};
