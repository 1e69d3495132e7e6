/* Shapes of emission paths: what holds for every path, tried on random ones with a fixed seed.
 *
 * A budget is met by a quadrature of the path that is written here; a target put in comes out; nothing rises after the
 * peak.
 */
#include "unit/carbon_path.h"

static uint64_t state = 20261122;

static double uniform(double low, double high)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return low + (high - low) * ((double)(state >> 11) * 0x1p-53);
}
static double whole(double low, double high) { return floor(uniform(low, high + 1)); }

typedef struct random_path { /* a path of one place with all members; unknown is the position of the unknown */
    skpi_carbon_path path;
    double t0, e0, residual, t_peak, e_peak, plateau, t_net_zero, power, rate, growth, mitigation, t_mid, t_end,
        unknown;
} random_path;

static const double **unknown_of(random_path *r)
{
    switch (r->path.shape) {
    case SKPI_CARBON_SHAPE_LOGISTIC: return &r->path.t_mid;
    case SKPI_CARBON_SHAPE_CAPPED: return &r->path.mitigation;
    case SKPI_CARBON_SHAPE_PEAK: return &r->path.power;
    case SKPI_CARBON_SHAPE_HERMITE: return &r->path.t_net_zero;
    default: return &r->path.rate;
    }
}

/* Makes a path without its unknown, to be solved for a budget over whole years. */
static void make(random_path *r, int32_t shape, int32_t convention)
{
    const int peaked = shape == SKPI_CARBON_SHAPE_PEAK || shape == SKPI_CARBON_SHAPE_HERMITE;
    const int own_end = peaked || shape == SKPI_CARBON_SHAPE_LINEAR; /* the budget counts to net zero */
    r->t0 = whole(1950, 2050);
    r->e0 = pow(10, uniform(-2, 4));
    r->residual = uniform(0, 1) < 0.3 ? 0 : uniform(-0.3, 0.8) * r->e0;
    r->t_peak = r->t0 + whole(0, 8);
    r->e_peak = r->t_peak > r->t0 ? r->e0 * uniform(1, 1.4) : r->e0;
    r->plateau = whole(0, 4);
    r->t_end = r->t_net_zero = r->t_peak + r->plateau + whole(2, 60);
    r->rate = uniform(0.01, 0.5);
    r->growth = uniform(-0.05, 0.1);
    r->path = (skpi_carbon_path){
        .size = sizeof r->path, .n = 1, .shape = shape, .convention = convention, .t0 = &r->t0, .e0 = &r->e0};
    if (own_end || shape == SKPI_CARBON_SHAPE_LOGISTIC) r->path.residual = &r->residual;
    if (peaked) r->path.t_peak = &r->t_peak, r->path.e_peak = &r->e_peak, r->path.plateau = &r->plateau;
    if (shape == SKPI_CARBON_SHAPE_PEAK) r->path.t_net_zero = &r->t_net_zero;
    if (shape == SKPI_CARBON_SHAPE_LOGISTIC) r->path.rate = &r->rate;
    if (shape == SKPI_CARBON_SHAPE_CAPPED || shape == SKPI_CARBON_SHAPE_HERMITE) r->path.growth = &r->growth;
    if (!own_end) r->path.t_end = &r->t_end;
}

/* The emission at any date: the path is shifted so that the date is a whole year. */
static double emission_at(random_path r, double t)
{
    double e = NAN, shift = ceil(t) - t;
    const double **const dates[] = {&r.path.t0, &r.path.t_peak, &r.path.t_net_zero, &r.path.t_mid};
    double moved[4];
    for (int d = 0; d < 4; d++)
        if (*dates[d]) {
            moved[d] = **dates[d] + shift;
            *dates[d] = &moved[d];
        }
    r.path.t_end = NULL;
    ck_assert_msg(skpi_carbon_path_value(&r.path, (int32_t)ceil(t), 1, &e, NULL, NULL) >= SKPI_OK, "%s",
                  skpi_last_error());
    return e;
}

/* The integral between two dates by the tanh-sinh rule, in pieces that are smooth and so short that a steep logistic
 * decline is no wall in them. */
static double quadrature(const random_path *r, double from, double to)
{
    double knots[] = {from, r->path.t_peak ? r->t_peak : from, r->path.t_peak ? r->t_peak + r->plateau : from, to},
           sum = 0;
    for (int k = 0; k < 3; k++) {
        const double pieces = ceil((knots[k + 1] - knots[k]) / 20), h = (knots[k + 1] - knots[k]) / pieces;
        for (int p = 0; p < pieces; p++)
            for (int j = -70; j <= 70; j++) {
                const double step = 0.05, y = 1.5707963267948966 * sinh(step * j), u = 1 / (1 + exp(-2 * y));
                const double weight = 1.5707963267948966 * cosh(step * j) / (2 * cosh(y) * cosh(y));
                if (weight > 1e-18) sum += step * weight * h * emission_at(*r, fmin(knots[k] + (p + u) * h, to));
            }
    }
    return sum;
}

static const int32_t every[] = {SKPI_CARBON_SHAPE_LINEAR,   SKPI_CARBON_SHAPE_EXPONENTIAL, SKPI_CARBON_SHAPE_COMPOUND,
                                SKPI_CARBON_SHAPE_LOGISTIC, SKPI_CARBON_SHAPE_CAPPED,      SKPI_CARBON_SHAPE_PEAK,
                                SKPI_CARBON_SHAPE_HERMITE};

/* Chooses a feasible budget, stores its unknown in the path, and returns the date to which it counts. */
static double solve(random_path *r, double *end)
{
    double low, high, budget;
    ck_assert_msg(skpi_carbon_path_range(&r->path, SKPI_CARBON_TARGET_BUDGET, &low, &high, NULL) >= SKPI_OK, "%s",
                  skpi_last_error());
    const double most = r->e0 * (r->t_end - r->t0);
    if (isinf(high)) high = fmax(low, 0) + 1.5 * most;
    if (isinf(low)) low = high - 1.5 * most;
    /* keeps the decline shorter than a thousand years */
    if (r->path.shape == SKPI_CARBON_SHAPE_HERMITE) high = fmin(high, low + 40 * r->e_peak);
    budget = low + uniform(0.02, 0.98) * (high - low);
    ck_assert_msg(skpi_carbon_path_solve(&r->path, SKPI_CARBON_TARGET_BUDGET, &budget, &r->unknown, NULL) >= SKPI_OK,
                  "%s", skpi_last_error());
    *unknown_of(r) = &r->unknown;
    *end = r->path.t_end ? r->t_end : r->t_net_zero;
    if (r->path.shape == SKPI_CARBON_SHAPE_LINEAR) *end = r->t0 + (r->e0 - r->residual) / r->unknown;
    if (r->path.shape == SKPI_CARBON_SHAPE_HERMITE) *end = r->unknown;
    return budget;
}

START_TEST(budget_is_met_by_quadrature)
{
    for (int trial = 0; trial < unit_trials(210); trial++) {
        random_path r;
        double end;
        make(&r, every[trial % 7], SKPI_CARBON_CONVENTION_INTEGRAL);
        if (r.path.shape == SKPI_CARBON_SHAPE_PEAK)
            continue; /* tested in carbon_property.c: the end of this shape may be too steep for dates */
        const double budget = solve(&r, &end), scale = fabs(budget) + r.e0 * (end - r.t0);
        if (end > 2390) continue;
        ck_near(quadrature(&r, r.t0, end), budget, 1e-10 * scale);
    }
}
END_TEST

START_TEST(budget_is_met_by_sums) /* sums of annual values under both conventions, to 1e-12 */
{
    for (int trial = 0; trial < unit_trials(2000); trial++) {
        static const int32_t shapes[] = {SKPI_CARBON_SHAPE_EXPONENTIAL, SKPI_CARBON_SHAPE_COMPOUND,
                                         SKPI_CARBON_SHAPE_LOGISTIC, SKPI_CARBON_SHAPE_CAPPED, SKPI_CARBON_SHAPE_PEAK};
        random_path r;
        double end, e[200], c[200], sum;
        const int32_t convention =
            trial % 2 ? SKPI_CARBON_CONVENTION_ANNUAL_AFTER_BASE : SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE;
        make(&r, shapes[trial % 5], convention);
        const double budget = solve(&r, &end);
        const size_t n = (size_t)(end - r.t0) + 1;
        ck_assert_int_ge(skpi_carbon_path_value(&r.path, (int32_t)r.t0, n, e, c, NULL), SKPI_OK);
        sum = convention == SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE ? e[0] : 0;
        for (size_t j = 1; j < n; j++) sum += e[j];
        ck_near(sum, budget, 1e-12 * (fabs(budget) + r.e0));
        ck_near(c[n - 1], budget, 1e-12 * (fabs(budget) + r.e0));
    }
}
END_TEST

START_TEST(one_peak)
{
    for (int trial = 0; trial < unit_trials(2100); trial++) {
        random_path r;
        double end, e[200], c[200], t_peak, e_peak, last = 0;
        make(&r, every[trial % 7], SKPI_CARBON_CONVENTION_INTEGRAL);
        solve(&r, &end);
        const size_t n = 120;
        ck_assert_msg(skpi_carbon_path_value(&r.path, (int32_t)r.t0, n, e, c, NULL) >= SKPI_OK, "%s",
                      skpi_last_error());
        ck_assert_int_ge(skpi_carbon_path_peak(&r.path, &t_peak, &e_peak, NULL), SKPI_OK);
        for (size_t j = 1; j < n; j++) {
            const double t = r.t0 + (double)j, noise = 1e-14 * (r.e0 + fabs(e[j]));
            if (isnan(t_peak) || t <= t_peak) ck_assert(e[j] >= e[j - 1] - noise);
            if (t - 1 >= t_peak) ck_assert(e[j] <= e[j - 1] + noise);
            if (!isnan(t_peak)) ck_assert(e[j] <= e_peak + noise);
            /* the year's integral lies between the lowest and the highest emission in it */
            last = c[j] - c[j - 1];
            const double top = t_peak > t - 1 && t_peak < t ? e_peak : fmax(e[j], e[j - 1]);
            ck_assert(last <= top + 1e-10 * r.e0 + 1e-12 * fabs(c[j]) &&
                      last >= fmin(e[j], e[j - 1]) - 1e-10 * r.e0 - 1e-12 * fabs(c[j]));
        }
    }
}
END_TEST

START_TEST(net_zero_is_where_the_path_is) /* the path is above the threshold before the date, and not after it */
{
    int found = 0;
    for (int trial = 0; trial < unit_trials(2100); trial++) {
        random_path r;
        double end, first, permanent;
        make(&r, every[trial % 7], SKPI_CARBON_CONVENTION_INTEGRAL);
        solve(&r, &end);
        const double threshold = uniform(-0.2, 1.3) * r.e0;
        ck_assert_int_ge(skpi_carbon_path_net_zero(&r.path, &threshold, &first, &permanent, NULL), SKPI_OK);
        if (r.e0 <= threshold)
            ck_assert(first == r.t0);
        else
            ck_assert(first == permanent || (isnan(first) && isnan(permanent)));
        if (isnan(permanent) || permanent == r.t0 || permanent > 2390) continue;
        const double moment = 1e-9; /* a steep path changes noticeably within the resolution of a date */
        if (permanent - moment > r.t0) ck_assert(emission_at(r, permanent - moment) >= threshold - 1e-12 * r.e0);
        ck_assert(emission_at(r, permanent + moment) <= threshold + 1e-12 * r.e0);
        ck_assert(emission_at(r, permanent + 0.5) <= threshold + 1e-12 * r.e0);
        found++;
    }
    ck_assert_int_gt(found, unit_slow() ? 0 : 500);
}
END_TEST

START_TEST(ends_are_met)
{
    static const int32_t shapes[] = {SKPI_CARBON_SHAPE_LINEAR,   SKPI_CARBON_SHAPE_EXPONENTIAL,
                                     SKPI_CARBON_SHAPE_COMPOUND, SKPI_CARBON_SHAPE_LOGISTIC,
                                     SKPI_CARBON_SHAPE_CAPPED,   SKPI_CARBON_SHAPE_PEAK};
    for (int trial = 0; trial < unit_trials(1800); trial++) {
        random_path r;
        double low, high, e, c;
        make(&r, shapes[trial % 6], SKPI_CARBON_CONVENTION_INTEGRAL);
        if (r.path.shape == SKPI_CARBON_SHAPE_PEAK) r.t_end = r.t_peak + r.plateau + 1;
        r.path.t_end = &r.t_end;
        ck_assert_msg(skpi_carbon_path_range(&r.path, SKPI_CARBON_TARGET_END, &low, &high, NULL) >= SKPI_OK, "%s",
                      skpi_last_error());
        const double target = low + uniform(0.01, 0.99) * ((isinf(high) ? 2 * r.e0 : high) - low);
        ck_assert_msg(skpi_carbon_path_solve(&r.path, SKPI_CARBON_TARGET_END, &target, &r.unknown, NULL) >= SKPI_OK,
                      "%s", skpi_last_error());
        *unknown_of(&r) = &r.unknown;
        ck_assert_int_ge(skpi_carbon_path_value(&r.path, (int32_t)r.t_end, 1, &e, &c, NULL), SKPI_OK);
        ck_near(e, target, 1e-12 * r.e0);
        /* a target outside the interval is refused */
        double x = -7, over = isinf(high) ? low - 1 : high + r.e0;
        *unknown_of(&r) = NULL;
        ck_assert_int_eq(skpi_carbon_path_solve(&r.path, SKPI_CARBON_TARGET_END, &over, &x, NULL),
                         isinf(high) ? SKPI_EINFEASIBLE : SKPI_ENOTBINDING);
    }
}
END_TEST

UNIT_MAIN("carbon shapes, properties", UNIT_CASE("path", budget_is_met_by_quadrature, budget_is_met_by_sums, one_peak,
                                                 net_zero_is_where_the_path_is, ends_are_met))
