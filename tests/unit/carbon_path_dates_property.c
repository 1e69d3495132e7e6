/* Budgets that count from a later date, and waypoints: what holds for every path, tried on random ones with a fixed seed.
 *
 * A budget put in is the cumulative emission at the end; totals of years add up to it; the unknown moves one way with the
 * budget; targets outside the interval are refused; nothing rises after the peak.
 */
#include "unit/carbon_dated.h"

static uint64_t state = 20261129;

static double uniform(double low, double high)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return low + (high - low) * ((double)(state >> 11) * 0x1p-53);
}
static double whole(double low, double high) { return floor(uniform(low, high + 1)); }

static const int32_t shapes[] = {LINEAR, EXPONENTIAL, COMPOUND, LOGISTIC, CAPPED, PEAK, HERMITE, PEAK, HERMITE};
enum { SHAPES = sizeof shapes / sizeof *shapes }; /* the last two have a waypoint */

static dated draw(int trial, int32_t convention)
{
    const int32_t shape = shapes[trial % SHAPES];
    const int peaked = shape == PEAK || shape == HERMITE, annual = convention != INTEGRAL;
    dated p = {.t0 = whole(1950, 2050) + (annual ? 0 : uniform(0, 1)), .e0 = pow(10, uniform(-2, 4))};
    const double step = annual ? 1 : uniform(0.3, 1);
    if (uniform(0, 1) < 0.6 && !(annual && shape == LINEAR)) p.residual = uniform(-0.3, 0.7) * p.e0;
    p.rate = uniform(0.01, 0.4), p.growth = uniform(-0.05, 0.1);
    p.t_peak = p.t0 + step * whole(0, 8), p.e_peak = p.t_peak > p.t0 ? p.e0 * uniform(1, 1.4) : p.e0;
    p.plateau = step * whole(0, 4);
    const double td = p.t_peak + p.plateau;
    p.t_net_zero = td + step * whole(6, 60);
    if (trial % SHAPES >= 7) {
        p.t_waypoint = td + step * whole(1, (p.t_net_zero - td) / step - 1);
        p.waypoint = uniform(fmax(p.residual / p.e_peak, 0) + 0.01, 0.99);
    }
    if (annual) p.t_net_zero = ceil(p.t_net_zero);
    const double end = peaked ? p.t_net_zero : p.t0 + step * whole(6, 60);
    if (!peaked && shape != LINEAR) p.t_end = end;
    p.t_budget = p.t0 + floor(uniform(0, 0.9) * (end - p.t0) / step) * step;
    return p;
}

static double end_of(int32_t shape, dated p, double unknown)
{
    if (shape == LINEAR) return p.t0 + (p.e0 - p.residual) / unknown;
    return shape == HERMITE && !(p.t_waypoint > 0) ? unknown : p.t_end > 0 ? p.t_end : p.t_net_zero;
}

/* A budget inside the interval; where the interval has no end, within a bound. */
static double inside(int32_t shape, int32_t convention, dated p, double at)
{
    double low, high;
    dated_range(shape, convention, p, &low, &high);
    if (isinf(high) || shape == HERMITE) high = fmin(high, fmax(low, 0) + 40 * p.e0);
    if (isinf(low)) low = high - 40 * p.e0;
    return low + at * (high - low);
}

/* The cumulative emission at date t, from row r of a path that is moved so that t is a whole year. */
static double spent_at(int32_t shape, dated p, double unknown, double t)
{
    const double shift = ceil(t) - t;
    double e, c, x = unknown + (shape == LOGISTIC || (shape == HERMITE && !(p.t_waypoint > 0)) ? shift : 0);
    p.t0 += shift, p.t_peak += shift, p.t_net_zero += shift, p.t_budget += shift,
        p.t_waypoint += p.t_waypoint > 0 ? shift : 0;
    p.t_end = 0;
    dated_values(shape, INTEGRAL, p, x, (int32_t)ceil(t), 1, &e, &c, NULL);
    return c;
}

/* a waypoint near the middle leaves the cut without effect on the budget */
static int told_apart(int32_t shape, dated p)
{
    const double td = p.t_peak + p.plateau;
    return shape != HERMITE || !(p.t_waypoint > 0) ||
           fabs((p.t_net_zero - p.t_waypoint) / (p.t_waypoint - td) - 1) > 0.2;
}

START_TEST(budget_is_spent)
{
    for (int trial = 0; trial < unit_trials(9000); trial++) {
        const int32_t shape = shapes[trial % SHAPES];
        dated p = draw(trial, INTEGRAL);
        if (!told_apart(shape, p)) continue;
        const double budget = inside(shape, INTEGRAL, p, uniform(0.03, 0.97));
        const double x = dated_solved(shape, INTEGRAL, p, budget), end = end_of(shape, p, x);
        if (end > 2390) continue;
        const double scale = fabs(budget) + p.e0 * (end - p.t0);
        ck_near(spent_at(shape, p, x, end), budget, 1e-11 * scale);
    }
}
END_TEST

START_TEST(budget_is_the_sum) /* the sum of annual values from t_budget on */
{
    for (int trial = 0; trial < unit_trials(6000); trial++) {
        const int32_t shape = shapes[trial % SHAPES], convention = trial % 2 ? AFTER : WITH;
        double e[600], c[600], sum = 0;
        if (shape == HERMITE) continue;
        dated p = draw(trial, convention);
        double low, high;
        const skpi_carbon_path whole = dated_path(shape, convention, &p, NULL);
        const skpi_status s = skpi_carbon_path_range(&whole, BUDGET, &low, &high, NULL);
        if (s == SKPI_EDOM && shape == PEAK) continue; /* the sum counts no year of the decline */
        ck_assert_msg(s >= SKPI_OK && low < high, "%s", skpi_last_error());
        const double budget = inside(shape, convention, p, uniform(0.03, 0.97));
        const double x = dated_solved(shape, convention, p, budget), end = end_of(shape, p, x);
        const size_t n = (size_t)(floor(end) - p.t0) + 1;
        if (end > 2390 || n > 600) continue;
        p.t_end = 0;
        dated_values(shape, convention, p, x, (int32_t)p.t0, n, e, c, NULL);
        for (size_t j = (size_t)(p.t_budget - p.t0) + (convention == AFTER); j < n; j++) sum += e[j];
        ck_near(sum, budget, 1e-11 * (fabs(budget) + p.e0));
        ck_near(c[n - 1], budget, 1e-11 * (fabs(budget) + p.e0));
    }
}
END_TEST

START_TEST(totals_add_up)
{
    for (int trial = 0; trial < unit_trials(4500); trial++) {
        const int32_t shape = shapes[trial % SHAPES];
        enum { N = 90 };
        double e[N], c[N], total[N];
        dated p = draw(trial, INTEGRAL);
        if (!told_apart(shape, p)) continue;
        const double x = dated_solved(shape, INTEGRAL, p, inside(shape, INTEGRAL, p, uniform(0.03, 0.97)));
        dated_values(shape, INTEGRAL, p, x, (int32_t)ceil(p.t0), N, e, c, total);
        const int rises =
            shape == PEAK || shape == HERMITE || shape == CAPPED || shape == EXPONENTIAL || shape == COMPOUND;
        for (int j = 0; j + 1 < N; j++) {
            const double scale = p.e0 + fabs(c[j]) + fabs(c[j + 1]);
            ck_near(c[j + 1] - c[j], total[j], 1e-12 * scale);
            const double top = fmax(e[j], e[j + 1]), noise = 1e-12 * (p.e0 + top);
            ck_assert(total[j] >= fmin(e[j], e[j + 1]) - noise);
            if (!rises) ck_assert(total[j] <= top + noise);
        }
    }
}
END_TEST

START_TEST(unknown_moves_one_way)
{
    for (int trial = 0; trial < unit_trials(1800); trial++) {
        const int32_t shape = shapes[trial % SHAPES];
        dated p = draw(trial, INTEGRAL);
        if (!told_apart(shape, p)) continue;
        double last = NAN, sense = 0;
        for (int j = 1; j < 20; j++) {
            const double x = dated_solved(shape, INTEGRAL, p, inside(shape, INTEGRAL, p, j / 20.0));
            if (j > 1 && x != last) {
                const double now = x > last ? 1 : -1;
                ck_assert(sense == 0 || sense == now);
                sense = now;
            }
            last = x;
        }
        ck_assert(sense != 0);
    }
}
END_TEST

START_TEST(outside_is_refused)
{
    for (int trial = 0; trial < unit_trials(1800); trial++) {
        const int32_t shape = shapes[trial % SHAPES];
        const int closed = shape == HERMITE && trial % SHAPES >= 7;
        double low, high, x;
        dated p = draw(trial, INTEGRAL);
        if (!told_apart(shape, p)) continue;
        dated_range(shape, INTEGRAL, p, &low, &high);
        ck_assert(low < high);
        if (isfinite(low)) {
            ck_assert_int_eq(dated_try(shape, INTEGRAL, p, low, &x), closed ? SKPI_OK : SKPI_EINFEASIBLE);
            ck_assert_int_eq(dated_try(shape, INTEGRAL, p, low - 1e-9 * p.e0, &x), SKPI_EINFEASIBLE);
        }
        if (isfinite(high)) {
            ck_assert_int_eq(dated_try(shape, INTEGRAL, p, high, &x),
                             closed || shape == CAPPED ? SKPI_OK : SKPI_ENOTBINDING);
            ck_assert_int_eq(dated_try(shape, INTEGRAL, p, high + 1e-9 * (p.e0 + fabs(high)), &x), SKPI_ENOTBINDING);
        }
    }
}
END_TEST

START_TEST(waypoint_is_passed) /* the path has its value at the waypoint, and falls from the plateau to the end */
{
    int found = 0;
    for (int trial = 0; trial < unit_trials(9000); trial++) {
        const int32_t shape = shapes[trial % SHAPES];
        if (trial % SHAPES < 7) continue;
        dated p = draw(trial, INTEGRAL);
        if (!told_apart(shape, p)) continue;
        const double x =
            dated_solved(shape, INTEGRAL, p, inside(shape, INTEGRAL, p, uniform(0, 1) < 0.1 ? 0.001 : uniform(0, 1)));
        double first, stays, e[100], c[100], shift = ceil(p.t_waypoint) - p.t_waypoint;
        const double emission = p.waypoint * p.e_peak;
        skpi_carbon_path path = dated_path(shape, INTEGRAL, &p, &x);
        ck_assert_int_eq(skpi_carbon_path_net_zero(&path, &emission, &first, &stays, NULL), SKPI_OK);
        ck_near(stays, emission >= p.e0 ? stays : p.t_waypoint, 1e-6);
        p.t0 += shift, p.t_peak += shift, p.t_net_zero += shift, p.t_budget += shift, p.t_waypoint += shift;
        dated_values(shape, INTEGRAL, p, x, (int32_t)p.t_waypoint, 1, e, c, NULL);
        ck_near(e[0], emission, 1e-12 * p.e_peak);
        dated_values(shape, INTEGRAL, p, x, (int32_t)ceil(p.t_peak), 100, e, c, NULL);
        for (int j = 1; j < 100; j++) ck_assert(e[j] <= e[j - 1] + 1e-14 * p.e_peak);
        found++;
    }
    ck_assert_int_gt(found, unit_slow() ? 0 : 1000);
}
END_TEST

UNIT_MAIN("carbon path dates, properties", UNIT_CASE("path", budget_is_spent, budget_is_the_sum, totals_add_up,
                                                     unknown_moves_one_way, outside_is_refused, waypoint_is_passed))
