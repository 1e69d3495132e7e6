/* A smooth path to net zero: cubic rise from E0 with the slope r E0 to Ep, plateau, cubic decline to the residual.
 *
 * Knots (t0, E0), (tp, Ep), (tp + w, Ep), (tz, R); slopes are 0 at all but the first, and limited (cubic.h), so that the
 * path is monotone before the peak and after it.  The decline's integral is (tz - tp - w)(Ep + R)/2, which a budget
 * solves for the net-zero date: tz = tp + w + 2 (B - rise - plateau)/(Ep + R).  A budget that counts from tb inside the
 * decline on is, with h = tz - tp - w and u = (tz - tb)/h,
 *   B = R (tz - tb) + (Ep - R) h (u^3 - u^4/2),
 * which has one root for each B > 0 if Ep + R > 0, and one for each B < 0 otherwise.
 *
 * With a waypoint (tm, Em = f Ep) the decline is two segments, h1 and h2 years long, and the cut a year at tm, c, is what
 * the budget leaves free.  From its flat end on each falls or rises by
 *   Q(x) = x^2 (A (3 - 2 x) - c h (1 - x)),  A = Ep - Em or Em - R,
 * which is monotone for 0 <= c h <= 3 A, its integral x^3 (A (1 - x/2) - c h (1/3 - x/4)) is linear in c, and so is B:
 * of whole segments it has c (h1^2 - h2^2)/12.
 * Source: cubic.h; the choice of knots is this library's own, smartkpi_carbon(7).
 */
#include "carbon/cubic.h"
#include "carbon/shape.h"
#include "carbon/shape_peak.h"
#include "core/check.h"
#include "numeric/root.h"

static skpi__cubic hermite_rise(const skpi__carbon_row *k)
{
    skpi__cubic c = {k->t_peak - k->t0, k->e0, k->e_peak, k->growth * k->e0, 0};
    if (c.h > 0) skpi__cubic_limit(&c);
    return c;
}

static double hermite_plateau_end(const skpi__carbon_row *k) { return k->t_peak + k->plateau; }

static double hermite_before_decline(const skpi__carbon_row *k)
{
    const skpi__cubic c = hermite_rise(k);
    return (c.h > 0 ? skpi__cubic_integral(&c, 1) : 0) + k->e_peak * (hermite_plateau_end(k) - k->t_peak);
}

typedef struct hermite_fall { /* the segment between the waypoint and one of its flat ends */
    double h, a, cut;         /* years, change of the emission, yearly cut at the waypoint */
} hermite_fall;

static hermite_fall hermite_before_waypoint(const skpi__carbon_row *k)
{
    return (hermite_fall){k->t_waypoint - hermite_plateau_end(k), k->e_peak - k->waypoint * k->e_peak, k->rate};
}

static hermite_fall hermite_after_waypoint(const skpi__carbon_row *k)
{
    return (hermite_fall){k->t_net_zero - k->t_waypoint, k->waypoint * k->e_peak - k->residual, k->rate};
}

/* Q at a fraction x of the segment, measured from its flat end. */
static double hermite_fallen(const hermite_fall *f, double x)
{
    return fmin(fmax(x * x * (f->a * (3 - 2 * x) - f->cut * f->h * (1 - x)), 0), f->a);
}

/* The integral of Q from the flat end: its part that does not depend on the cut, and the reduction by a cut of 1. */
static double hermite_flat_integral(const hermite_fall *f, double x) { return f->h * f->a * x * x * x * (1 - 0.5 * x); }
static double hermite_cut_integral(const hermite_fall *f, double x)
{
    return f->h * f->h * (x * x * x) * (1.0 / 3 - 0.25 * x);
}
static double hermite_fall_integral(const hermite_fall *f, double x)
{
    return hermite_flat_integral(f, x) - f->cut * hermite_cut_integral(f, x);
}

/* The largest cut with which both segments fall throughout. */
static double hermite_steepest(const skpi__carbon_row *k)
{
    const hermite_fall f = hermite_before_waypoint(k), g = hermite_after_waypoint(k);
    return 3 * fmin(f.a / f.h, g.a / g.h);
}

static void hermite_at_date(const skpi__carbon_row *k, double t, double *emission, double *integral)
{
    const double td = hermite_plateau_end(k), d = k->t_net_zero - td;
    if (t < k->t_peak) {
        const skpi__cubic c = hermite_rise(k);
        const double x = (t - k->t0) / c.h;
        *emission = skpi__cubic_value(&c, x);
        *integral = skpi__cubic_integral(&c, x);
        return;
    }
    *integral = hermite_before_decline(k);
    if (t <= td) {
        *emission = k->e_peak;
        *integral -= k->e_peak * (td - t);
    } else if (skpi__has_waypoint(k)) {
        const hermite_fall f = hermite_before_waypoint(k), g = hermite_after_waypoint(k);
        if (t < k->t_waypoint) {
            *emission = k->e_peak - hermite_fallen(&f, (t - td) / f.h);
            *integral += k->e_peak * (t - td) - hermite_fall_integral(&f, (t - td) / f.h);
            return;
        }
        const double u = fmax(k->t_net_zero - t, 0) / g.h;
        *emission = k->residual + hermite_fallen(&g, u);
        *integral += k->e_peak * f.h - hermite_fall_integral(&f, 1) + k->residual * (t - k->t_waypoint) +
                     (hermite_fall_integral(&g, 1) - hermite_fall_integral(&g, u));
    } else if (t < k->t_net_zero) {
        const skpi__cubic c = {d, k->e_peak, k->residual, 0, 0};
        *emission = skpi__cubic_value(&c, (t - td) / d);
        *integral += skpi__cubic_integral(&c, (t - td) / d);
    } else {
        *emission = k->residual;
        *integral += 0.5 * d * (k->e_peak + k->residual) + k->residual * (t - k->t_net_zero);
    }
}

/* Integrates each piece by Gauss's rule of two points, which is exact because the piece is a cubic. */
static double hermite_between(const skpi__carbon_row *k, double t1, double t2)
{
    const double knots[] = {k->t_peak, hermite_plateau_end(k), skpi__has_waypoint(k) ? k->t_waypoint : t1,
                            k->t_net_zero};
    double sum = 0, t = t1;
    for (int j = 0; j < 4; j++) {
        const double to = fmin(t2, knots[j]), middle = 0.5 * (t + to), far = 0.28867513459481288 * (to - t);
        double e1, e2, integral;
        if (!(to > t)) continue;
        hermite_at_date(k, middle - far, &e1, &integral);
        hermite_at_date(k, middle + far, &e2, &integral);
        sum += 0.5 * (e1 + e2) * (to - t);
        t = to;
    }
    return t2 > t ? sum + k->residual * (t2 - t) : sum;
}

/* The part of a budget before the decline. */
static double hermite_budget_before(const skpi__carbon_row *k)
{
    const double td = hermite_plateau_end(k);
    if (!(k->t_budget > k->t0)) return hermite_before_decline(k);
    return k->t_budget < td ? hermite_between(k, k->t_budget, td) : 0;
}

/* Returns the part of a budget that does not depend on the cut at the waypoint; *per_cut is its change by a cut of
 * 1. */
static double hermite_by_cut(const skpi__carbon_row *k, double *per_cut)
{
    const hermite_fall f = hermite_before_waypoint(k), g = hermite_after_waypoint(k);
    /* fraction of the segment before the waypoint that the budget does not count */
    const double x = fmin(fmax((k->t_budget - hermite_plateau_end(k)) / f.h, 0), 1);
    /* fraction of the segment after the waypoint that the budget counts */
    const double u = fmin((k->t_net_zero - k->t_budget) / g.h, 1);
    const double after = k->residual * g.h * u + hermite_flat_integral(&g, u);
    *per_cut = hermite_cut_integral(&f, 1) - hermite_cut_integral(&f, x) - hermite_cut_integral(&g, u);
    return hermite_budget_before(k) + k->e_peak * f.h * (1 - x) -
           (hermite_flat_integral(&f, 1) - hermite_flat_integral(&f, x)) + after;
}

static skpi_status hermite_check_cut(skpi__at at, const skpi__carbon_row *k, int32_t by)
{
    const hermite_fall f = hermite_before_waypoint(k), g = hermite_after_waypoint(k);
    const double steepest = hermite_steepest(k);
    double per_cut;
    skpi_status s;
    if (!by) {
        if ((s = skpi__quantity(at, "path->rate", k->rate)) || k->rate <= steepest * (1 + 1e-12)) return s;
        return skpi__fail(at, SKPI_EDOM, "path->rate", k->rate,
                          "is a cut at the waypoint above %g: the path would not fall throughout", steepest);
    }
    if (k->waypoint == 1)
        return skpi__fail(
            at, SKPI_EDOM, "path->waypoint", k->waypoint,
            "puts the waypoint at the peak's emission: the cut there can only be 0, so the budget cannot be chosen");
    hermite_by_cut(k, &per_cut);
    return fabs(per_cut) > 1e-13 * (f.h * f.h + g.h * g.h)
               ? SKPI_OK
               : skpi__fail(at, SKPI_EDOM, "path->t_waypoint", k->t_waypoint,
                            "divides the decline so that the cut changes the budget before and after it by opposite "
                            "amounts: the budget is the same for every rate");
}

static skpi_status hermite_check(skpi__at at, const skpi__carbon_row *k, int32_t by)
{
    const double td = hermite_plateau_end(k);
    skpi_status s = skpi__carbon_peak_check(at, k, by);
    if (s) return s;
    if (skpi__has_waypoint(k)) return hermite_check_cut(at, k, by);
    if (!by) return SKPI_OK;
    if (!isnan(k->t_net_zero)) /* the path has waypoints, but this row does not */
        return skpi__fail(at, SKPI_EDOM, "path->t_waypoint", k->t_waypoint,
                          "is missing: without a waypoint the budget is the same for every rate");
    if (td >= SKPI__YEAR_MAX)
        return skpi__fail(at, SKPI_ERANGE, "path->plateau", k->plateau, "leaves no time for a decline before %d",
                          SKPI__YEAR_MAX);
    if (k->t_budget >= SKPI__YEAR_MAX)
        return skpi__fail(at, SKPI_ERANGE, "path->t_budget", k->t_budget, "leaves no time for a decline before %d",
                          SKPI__YEAR_MAX);
    if (k->e_peak + k->residual == 0 && k->t_budget <= td)
        return skpi__fail(at, SKPI_EDOM, "path->e_peak", k->e_peak,
                          "and the residual %g cancel: the decline adds nothing to the budget, whatever its end",
                          k->residual);
    return SKPI_OK;
}

typedef struct hermite_search {
    const skpi__carbon_row *row;
    double target, sign; /* sign: the sign of Ep + R */
} hermite_search;

/* A budget that counts from a date inside the decline, with net zero h years after the end of the plateau. *slope is
 * its derivative with respect to h. */
static double hermite_later_budget(const skpi__carbon_row *k, double h, double *slope)
{
    const double left = h - (k->t_budget - hermite_plateau_end(k)), u = left / h, a = k->e_peak - k->residual;
    *slope = k->residual + a * (u * u * u * (1 - 0.5 * u) + (1 - u) * (u * u * (3 - 2 * u)));
    return k->residual * left + a * h * (u * u * u * (1 - 0.5 * u));
}

static double hermite_missing(const void *context, double h, double *slope)
{
    const hermite_search *f = context;
    const double budget = hermite_later_budget(f->row, h, slope);
    *slope *= f->sign;
    return f->sign * (budget - f->target);
}

static int hermite_range(const skpi__carbon_row *k, int32_t by, double *low, double *high, double size[2])
{
    const double td = hermite_plateau_end(k), most = SKPI__YEAR_MAX - td;
    double soon = 0, late, slope;
    (void)by; /* the budget is the only target of this shape */
    size[0] = size[1] = fmax(-k->residual, 0) * most;
    if (skpi__has_waypoint(k)) {
        soon = hermite_by_cut(k, &slope);
        late = soon + slope * hermite_steepest(k);
    } else if (k->t_budget > td) {
        late = hermite_later_budget(k, most, &slope);
        if (late < 0 && k->e_peak + k->residual > 0) late = 0; /* a budget below 0 would be met by two dates */
    } else {
        soon = hermite_budget_before(k);
        late = soon + 0.5 * (k->e_peak + k->residual) * most;
    }
    *low = fmin(soon, late);
    *high = fmax(soon, late);
    return skpi__has_waypoint(k) ? SKPI__LOW_INSIDE | SKPI__HIGH_INSIDE : 0;
}

static double hermite_solve(const skpi__carbon_row *k, int32_t by, double target)
{
    const double td = hermite_plateau_end(k), years = SKPI__YEAR_MAX - td;
    (void)by;
    if (skpi__has_waypoint(k)) {
        double per_cut;
        const double fixed = hermite_by_cut(k, &per_cut);
        return fmin(fmax((target - fixed) / per_cut, 0), hermite_steepest(k));
    }
    if (k->t_budget > td) {
        const hermite_search f = {k, target, k->e_peak + k->residual > 0 ? 1 : -1};
        const double gone = k->t_budget - td;
        return td + skpi__root(hermite_missing, &f, gone, years, gone + 2 * (target / (k->e_peak + k->residual)));
    }
    return td + 2 * ((target - hermite_budget_before(k)) / (k->e_peak + k->residual));
}

static void hermite_peak(const skpi__carbon_row *k, double *t, double *emission)
{
    *t = k->e_peak > k->e0 ? k->t_peak : k->t0; /* the first of equal ones */
    *emission = k->e_peak;
}

typedef struct hermite_crossing {
    const hermite_fall *fall;
    double target;
} hermite_crossing;

static double hermite_above(const void *context, double x, double *slope) /* Q minus the target */
{
    const hermite_crossing *c = context;
    const double a = c->fall->a, s = c->fall->cut * c->fall->h;
    *slope = x * (6 * a * (1 - x) - s * (2 - 3 * x));
    return x * x * (a * (3 - 2 * x) - s * (1 - x)) - c->target;
}

/* The fraction x of the segment, from its flat end, at which Q is the target. */
static double hermite_reached(const hermite_fall *f, double target)
{
    const hermite_crossing c = {f, target};
    return target < f->a ? skpi__root(hermite_above, &c, 0, 1, 0.5) : 1;
}

static double hermite_settle(const skpi__carbon_row *k, double threshold)
{
    const double td = hermite_plateau_end(k), fallen = (k->e_peak - threshold) / (k->e_peak - k->residual);
    if (k->e_peak <= threshold) return k->t0;
    if (threshold <= k->residual) return threshold < k->residual ? (double)NAN : k->t_net_zero;
    if (skpi__has_waypoint(k)) {
        const hermite_fall f = hermite_before_waypoint(k), g = hermite_after_waypoint(k);
        if (k->e_peak - threshold <= f.a) return td + f.h * hermite_reached(&f, k->e_peak - threshold);
        return k->t_net_zero - g.h * hermite_reached(&g, threshold - k->residual);
    }
    /* the solution of 3 x^2 - 2 x^3 = fallen, by a third of an angle */
    return td + (k->t_net_zero - td) * (0.5 - sin(asin(1 - 2 * fallen) / 3));
}

static const int32_t hermite_ways[] = {SKPI_CARBON_TARGET_BUDGET, 0};

const skpi__carbon_shape skpi__carbon_hermite_shape = {
    .shape = SKPI_CARBON_SHAPE_HERMITE,
    .needed = SKPI__T0 | SKPI__E0 | SKPI__T_PEAK | SKPI__E_PEAK | SKPI__T_NET_ZERO,
    .optional = SKPI__RESIDUAL | SKPI__PLATEAU | SKPI__GROWTH | SKPI__T_END,
    .unknown = SKPI__T_NET_ZERO,
    .waypoint_needed = SKPI__T_WAYPOINT | SKPI__WAYPOINT | SKPI__RATE,
    .waypoint_unknown = SKPI__RATE,
    .by = hermite_ways,
    .ways = "SKPI_CARBON_TARGET_BUDGET, by which this shape is solved",
    .check = hermite_check,
    .at = hermite_at_date,
    .between = hermite_between,
    .range = hermite_range,
    .solve = hermite_solve,
    .peak = hermite_peak,
    .settle = hermite_settle,
};
