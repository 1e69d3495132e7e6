/* Shapes of emission paths beside the peak shape: known answers, bad input.
 *
 * Known answers were made with 40- and 50-digit arithmetic (mpmath 1.2.1) from the equations of smartkpi_carbon(7); those
 * through milestones agree with SciPy 1.10.1's PchipInterpolator to 1e-13.  Emissions of China in 2023: 11.902503 GtCO2
 * (Global Carbon Budget 2024).  The cities are illustrative.
 */
#include "unit/carbon_path.h"
#include <stddef.h>

typedef struct parameters {
    double t0, e0, residual, t_peak, e_peak, plateau, t_net_zero, rate, growth, mitigation, t_mid, t_end, t_budget;
} parameters;

/* The path of one place with the members that the shape takes; without its unknown if by is given. */
static skpi_carbon_path path_by(int32_t shape, int32_t convention, const parameters *p, int32_t by)
{
    const int linear = shape == SKPI_CARBON_SHAPE_LINEAR, logistic = shape == SKPI_CARBON_SHAPE_LOGISTIC;
    const int capped = shape == SKPI_CARBON_SHAPE_CAPPED, hermite = shape == SKPI_CARBON_SHAPE_HERMITE;
    const int rated = linear || shape == SKPI_CARBON_SHAPE_EXPONENTIAL || shape == SKPI_CARBON_SHAPE_COMPOUND;
    return (skpi_carbon_path){.size = sizeof(skpi_carbon_path),
                              .n = 1,
                              .shape = shape,
                              .convention = convention,
                              .t0 = &p->t0,
                              .e0 = &p->e0,
                              .residual = linear || logistic || hermite ? &p->residual : NULL,
                              .t_peak = hermite ? &p->t_peak : NULL,
                              .e_peak = hermite ? &p->e_peak : NULL,
                              .plateau = hermite ? &p->plateau : NULL,
                              .t_net_zero = hermite && !by ? &p->t_net_zero : NULL,
                              .rate = logistic || (rated && !by) ? &p->rate : NULL,
                              .growth = capped || hermite ? &p->growth : NULL,
                              .mitigation = capped && !by ? &p->mitigation : NULL,
                              .t_mid = logistic && !by ? &p->t_mid : NULL,
                              .t_end = p->t_end > 0 && by ? &p->t_end : NULL,
                              .t_budget = p->t_budget > 0 ? &p->t_budget : NULL};
}

static double solved(int32_t shape, int32_t convention, parameters p, int32_t by, double target)
{
    skpi_carbon_path path = path_by(shape, convention, &p, by);
    double x = -7;
    ck_assert_msg(skpi_carbon_path_solve(&path, by, &target, &x, NULL) == SKPI_OK, "%s", skpi_last_error());
    return x;
}

static skpi_status tried(int32_t shape, int32_t convention, parameters p, int32_t by, double target)
{
    skpi_carbon_path path = path_by(shape, convention, &p, by);
    double x = -7;
    skpi_status s = skpi_carbon_path_solve(&path, by, &target, &x, NULL);
    ck_assert_msg(s == SKPI_OK || x == -7, "a failed call wrote its output");
    return s;
}

static void valued(int32_t shape, int32_t convention, parameters p, int32_t year, size_t n, double *e, double *c)
{
    skpi_carbon_path path = path_by(shape, convention, &p, 0);
    ck_assert_msg(skpi_carbon_path_value(&path, year, n, e, c, NULL) >= SKPI_OK, "%s", skpi_last_error());
}

enum {
    INTEGRAL = SKPI_CARBON_CONVENTION_INTEGRAL,
    AFTER = SKPI_CARBON_CONVENTION_ANNUAL_AFTER_BASE,
    WITH = SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE
};
enum { BUDGET = SKPI_CARBON_TARGET_BUDGET, END = SKPI_CARBON_TARGET_END, NET_ZERO = SKPI_CARBON_TARGET_NET_ZERO };

START_TEST(exponential)
{
    parameters p = {.t0 = 2023, .e0 = 11.902503, .t_end = 2060};
    ck_near(solved(SKPI_CARBON_SHAPE_EXPONENTIAL, INTEGRAL, p, BUDGET, 200), 0.0502364422339588259, 1e-16);
    ck_near(solved(SKPI_CARBON_SHAPE_COMPOUND, AFTER, p, BUDGET, 200), 0.0472387780476951734, 1e-16);
    ck_near(solved(SKPI_CARBON_SHAPE_EXPONENTIAL, INTEGRAL, p, BUDGET, 600), -0.0159361323962910509,
            1e-16); /* above E0: must rise */
    ck_near(solved(SKPI_CARBON_SHAPE_COMPOUND, AFTER, p, BUDGET, 600), -0.0156748633574694576, 1e-16);
    ck_near(solved(SKPI_CARBON_SHAPE_EXPONENTIAL, INTEGRAL, p, BUDGET, 11.902503 * 37), 0, 1e-17);
    ck_near(solved(SKPI_CARBON_SHAPE_EXPONENTIAL, AFTER, p, BUDGET, 200), -log1p(-0.0472387780476951734), 1e-16);
    ck_near(solved(SKPI_CARBON_SHAPE_COMPOUND, WITH, p, BUDGET, 211.902503), 0.0472387780476951734, 1e-16);
    ck_near(solved(SKPI_CARBON_SHAPE_COMPOUND, INTEGRAL, p, BUDGET, 200), -expm1(-0.0502364422339588259), 1e-16);
    ck_near(solved(SKPI_CARBON_SHAPE_EXPONENTIAL, INTEGRAL, p, END, 11.902503 / 4), log(4) / 37, 1e-17);
    p.t_end = INFINITY; /* E0/k */
    ck_near(solved(SKPI_CARBON_SHAPE_EXPONENTIAL, INTEGRAL, p, BUDGET, 200), 11.902503 / 200, 1e-17);
    ck_fails(tried(SKPI_CARBON_SHAPE_EXPONENTIAL, AFTER, p, BUDGET, 200), SKPI_ENOTFINITE, "path->t_end");
    ck_fails(tried(SKPI_CARBON_SHAPE_EXPONENTIAL, INTEGRAL, p, END, 3), SKPI_ENOTFINITE, "path->t_end");
    p.t_end = 2060.5;
    ck_fails(tried(SKPI_CARBON_SHAPE_EXPONENTIAL, WITH, p, BUDGET, 200), SKPI_EDOM, "path->t_end");
    p.t_end = 2023;
    ck_fails(tried(SKPI_CARBON_SHAPE_EXPONENTIAL, INTEGRAL, p, BUDGET, 200), SKPI_ENOTSORTED, "path->t_end");
    p.t_end = 2060;
    ck_fails(tried(SKPI_CARBON_SHAPE_EXPONENTIAL, INTEGRAL, p, BUDGET, 0), SKPI_EINFEASIBLE, "target");
    ck_fails(tried(SKPI_CARBON_SHAPE_COMPOUND, WITH, p, BUDGET, 11.902503), SKPI_EINFEASIBLE, "target");
    ck_fails(tried(SKPI_CARBON_SHAPE_COMPOUND, INTEGRAL, p, BUDGET, 1e-3), SKPI_EOVERFLOW,
             "unknown"); /* a yearly cut that differs from 1 by 1e-51 */
    ck_fails(tried(SKPI_CARBON_SHAPE_EXPONENTIAL, INTEGRAL, p, NET_ZERO, 2050), SKPI_EINVAL, "by");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "SKPI_CARBON_TARGET_BUDGET or SKPI_CARBON_TARGET_END"));
    p.e0 = 0;
    ck_fails(tried(SKPI_CARBON_SHAPE_EXPONENTIAL, INTEGRAL, p, BUDGET, 200), SKPI_EDOM, "path->e0");
    double e[3], c[3];
    valued(SKPI_CARBON_SHAPE_EXPONENTIAL, INTEGRAL, p, 2030, 1, e, c); /* starts at 0 */
    ck_assert(e[0] == 0 && c[0] == 0);
    p.e0 = 100, p.rate = 0.5;
    valued(SKPI_CARBON_SHAPE_COMPOUND, AFTER, p, 2024, 3, e, c);
    ck_near(e[2], 12.5, 1e-14);
    ck_near(c[0], 50, 1e-13);
    ck_near(c[2], 87.5, 1e-13);
    valued(SKPI_CARBON_SHAPE_COMPOUND, WITH, p, 2023, 3, e, c);
    ck_near(c[0], 100, 0);
    ck_near(c[2], 175, 1e-13);
    valued(SKPI_CARBON_SHAPE_COMPOUND, INTEGRAL, p, 2024, 1, e, c);
    ck_near(c[0], 50 / log(2), 1e-13);
    p.rate = 1; /* a cut of everything at once */
    valued(SKPI_CARBON_SHAPE_COMPOUND, INTEGRAL, p, 2023, 2, e, c);
    ck_assert(e[0] == 100 && e[1] == 0 && c[1] == 0);
    p.rate = -1; /* the emission doubles */
    valued(SKPI_CARBON_SHAPE_COMPOUND, AFTER, p, 2025, 1, e, c);
    ck_near(e[0], 400, 1e-12);
    ck_near(c[0], 600, 1e-12);
}
END_TEST

START_TEST(linear)
{
    parameters p = {.t0 = 2023, .e0 = 180.5};
    ck_near(solved(SKPI_CARBON_SHAPE_LINEAR, INTEGRAL, p, BUDGET, 2500), 6.51605, 1e-15);
    ck_near(solved(SKPI_CARBON_SHAPE_LINEAR, INTEGRAL, p, NET_ZERO, 2060), 180.5 / 37, 1e-15);
    ck_near(solved(SKPI_CARBON_SHAPE_LINEAR, AFTER, p, NET_ZERO, 2060), 180.5 / 37,
            1e-15); /* the same under every convention */
    ck_near(solved(SKPI_CARBON_SHAPE_LINEAR, AFTER, p, BUDGET, 2500), 6.29064039408867, 1e-14); /* counts 28 years */
    ck_fails(tried(SKPI_CARBON_SHAPE_LINEAR, INTEGRAL, p, NET_ZERO, 2023), SKPI_EINFEASIBLE, "target");
    ck_fails(tried(SKPI_CARBON_SHAPE_LINEAR, INTEGRAL, p, NET_ZERO, 2603), SKPI_ERANGE, "target");
    ck_fails(tried(SKPI_CARBON_SHAPE_LINEAR, INTEGRAL, p, BUDGET, 0), SKPI_EINFEASIBLE, "target");
    p.residual = 20;
    ck_near(solved(SKPI_CARBON_SHAPE_LINEAR, INTEGRAL, p, BUDGET, 2005), 160.5 / 20, 1e-14); /* 20 years of 100.25 */
    p.rate = 8.025;
    double e[4], c[4];
    valued(SKPI_CARBON_SHAPE_LINEAR, INTEGRAL, p, 2042, 4, e, c);
    ck_near(e[0], 28.025, 1e-13);
    ck_assert(e[1] == 20 && e[3] == 20);
    ck_near(c[1], 2005, 1e-12);
    ck_near(c[3], 2045, 1e-12);
    valued(SKPI_CARBON_SHAPE_LINEAR, WITH, p, 2043, 1, e, c);
    ck_near(c[0], 21 * 100.25, 1e-12);
    p.t_end = 2033;
    /* the residual is reached at t_end */
    ck_near(solved(SKPI_CARBON_SHAPE_LINEAR, INTEGRAL, p, END, 20), 16.05, 1e-14);
    ck_near(solved(SKPI_CARBON_SHAPE_LINEAR, INTEGRAL, p, END, 190.5), -1, 1e-15);
    ck_fails(tried(SKPI_CARBON_SHAPE_LINEAR, INTEGRAL, p, END, 19), SKPI_EINFEASIBLE, "target");
    /* a member that is not used */
    ck_fails(tried(SKPI_CARBON_SHAPE_LINEAR, INTEGRAL, p, BUDGET, 2005), SKPI_EINVAL, "path->t_end");
    p.residual = 180.5, p.t_end = 0;
    ck_fails(tried(SKPI_CARBON_SHAPE_LINEAR, INTEGRAL, p, NET_ZERO, 2060), SKPI_EDOM, "path->e0");
    p.residual = -180.5;
    ck_fails(tried(SKPI_CARBON_SHAPE_LINEAR, INTEGRAL, p, BUDGET, 1), SKPI_EDOM, "path->e0");
    p.residual = -200.5; /* removals exceed the emissions before: the faster the path falls, the lower the budget */
    p.rate = solved(SKPI_CARBON_SHAPE_LINEAR, INTEGRAL, p, BUDGET, -100);
    ck_near(p.rate, 38.1, 1e-13); /* 10 years of -10 */
    ck_fails(tried(SKPI_CARBON_SHAPE_LINEAR, INTEGRAL, p, BUDGET, 1), SKPI_ENOTBINDING, "target");
    p = (parameters){.t0 = 2023, .e0 = 1e300}; /* a budget that is next to nothing leaves no year */
    ck_near(solved(SKPI_CARBON_SHAPE_LINEAR, AFTER, p, BUDGET, 1e-30) / 1e300, 1, 1e-15);
}
END_TEST

START_TEST(capped)
{
    parameters p = {.t0 = 2023, .e0 = 11.902503, .growth = 0.02, .t_end = INFINITY};
    ck_near(solved(SKPI_CARBON_SHAPE_CAPPED, INTEGRAL, p, BUDGET, 200), 0.12830197452415402, 1e-16);
    p.t_end = 2100;
    p.mitigation = solved(SKPI_CARBON_SHAPE_CAPPED, INTEGRAL, p, BUDGET, 200);
    ck_near(p.mitigation, 0.128263273652476553, 2e-16);
    double e[38], c[78];
    valued(SKPI_CARBON_SHAPE_CAPPED, INTEGRAL, p, 2023, 38, e, c);
    ck_near(e[10], 8.19427354392453066, 1e-14);
    ck_near(e[37], 0.67073153644528618, 2e-15);
    ck_near(c[37], 193.9033717451029, 2e-13);
    valued(SKPI_CARBON_SHAPE_CAPPED, INTEGRAL, p, 2100, 1, e, c);
    ck_near(c[0], 200, 2e-13);
    p = (parameters){.t0 = 2020, .e0 = 10, .growth = -0.05, .t_end = INFINITY};
    ck_fails(tried(SKPI_CARBON_SHAPE_CAPPED, INTEGRAL, p, BUDGET, 400), SKPI_ENOTBINDING,
             "target"); /* the budget without mitigation is 200 */
    ck_near(solved(SKPI_CARBON_SHAPE_CAPPED, INTEGRAL, p, BUDGET, 200), 0.05,
            1e-17); /* rT = -1: exp(r t), which can be met */
    p.mitigation = 0.05;
    valued(SKPI_CARBON_SHAPE_CAPPED, INTEGRAL, p, 2030, 1, e, c);
    ck_near(e[0], 10 * exp(-0.5), 2e-15);
    p.mitigation = 0.049;
    skpi_carbon_path path = path_by(SKPI_CARBON_SHAPE_CAPPED, INTEGRAL, &p, 0);
    ck_fails(skpi_carbon_path_value(&path, 2030, 1, e, c, NULL), SKPI_EDOM, "path->mitigation");
    p = (parameters){.t0 = 2023, .e0 = 11.902503, .growth = 0.03, .t_end = INFINITY}; /* a tiny budget */
    ck_near(solved(SKPI_CARBON_SHAPE_CAPPED, INTEGRAL, p, BUDGET, 1), 23.8199965600993287, 1e-14);
    for (int later = 0; later < 2; later++, p.t_budget = 2030)
        ck_fails(tried(SKPI_CARBON_SHAPE_CAPPED, INTEGRAL, p, BUDGET, 1e-308), SKPI_EOVERFLOW, "unknown");
    p = (parameters){.t0 = 2020, .e0 = 10, .growth = 0.01, .t_end = 2060}; /* m = 0: E0 (1 + r t), without a pole */
    ck_near(solved(SKPI_CARBON_SHAPE_CAPPED, INTEGRAL, p, BUDGET, 10 * (40 + 0.01 * 40 * 20)), 0, 1e-16);
    ck_near(solved(SKPI_CARBON_SHAPE_CAPPED, INTEGRAL, p, END, 14), 0, 1e-16);
    p.growth = 0; /* without growth, and without mitigation, ten a year for forty years */
    double low, high;
    path = path_by(SKPI_CARBON_SHAPE_CAPPED, INTEGRAL, &p, BUDGET);
    ck_assert_int_eq(skpi_carbon_path_range(&path, BUDGET, &low, &high, NULL), SKPI_OK);
    ck_assert(low == 0 && high == 400);
    p.growth = .01;
    p.mitigation = 1e-9; /* near m = 0, by the series */
    valued(SKPI_CARBON_SHAPE_CAPPED, INTEGRAL, p, 2060, 1, e, c);
    ck_near(c[0], 480 - 10 * (0.01 * 40 * 40 * 40 / 3) * 1e-9, 1e-12);
    ck_fails(tried(SKPI_CARBON_SHAPE_CAPPED, INTEGRAL, p, END, 15), SKPI_ENOTBINDING, "target"); /* above 10 exp(0.4) */
    p.mitigation = solved(SKPI_CARBON_SHAPE_CAPPED, AFTER, p, BUDGET, 300);
    valued(SKPI_CARBON_SHAPE_CAPPED, AFTER, p, 2060, 1, e, c);
    ck_near(c[0], 300, 1e-12);
}
END_TEST

/* A capped path that goes on for ever: from u years after its start on its emissions are
 * E0 exp(-m u) ((1 + n u)/m + n/m^2), n = growth + m. */
START_TEST(capped_for_ever)
{
    static const double growths[] = {-0.05, -0.001, 0, 0.02, 0.3}, targets[] = {1e-3, 2, 60, 500, 1e5};
    for (size_t i = 0; i < sizeof growths / sizeof *growths; i++)
        for (size_t k = 0; k < sizeof targets / sizeof *targets; k++) {
            const parameters p = {.t0 = 2023, .e0 = 10, .growth = growths[i], .t_end = INFINITY};
            const double from = 2030, u = from - p.t0, r = p.growth;
            skpi_carbon_path path = path_by(SKPI_CARBON_SHAPE_CAPPED, INTEGRAL, &p, BUDGET);
            double low, high, m = -7;
            path.t_budget = &from;
            ck_assert_int_ge(skpi_carbon_path_range(&path, BUDGET, &low, &high, NULL), SKPI_OK);
            if (r < 0)
                ck_near(high, 10 * exp(r * u) / -r, 1e-11 * high); /* nothing but the growth, which is below 0 */
            else
                ck_assert(isinf(high));
            if (targets[k] > high) continue;
            ck_assert_int_ge(skpi_carbon_path_solve(&path, BUDGET, &targets[k], &m, NULL), SKPI_OK);
            const double n = r + m, sum = 10 * exp(-m * u) * ((1 + n * u) / m + n / (m * m));
            ck_near(sum, targets[k], 1e-11 * targets[k]);
        }
    parameters p = {.t0 = 2023, .e0 = 10, .growth = 0.02, .mitigation = 1e200}; /* the integral is that for ever, 2/m */
    double e, c;
    valued(SKPI_CARBON_SHAPE_CAPPED, INTEGRAL, p, 2024, 1, &e, &c);
    ck_assert(e == 0);
    ck_near(c, 20 / 1e200, 1e-213);
}
END_TEST

START_TEST(logistic)
{
    parameters p = {.t0 = 2023, .e0 = 11.9, .residual = 0.5, .rate = 0.15, .t_mid = 2042, .t_end = 2060};
    double e[3], c[3];
    valued(SKPI_CARBON_SHAPE_LOGISTIC, INTEGRAL, p, 2042, 1, e, c);
    ck_near(e[0], 6.5297126289865795, 2e-15);
    ck_near(c[0], 187.42363449419929, 1e-13);
    valued(SKPI_CARBON_SHAPE_LOGISTIC, INTEGRAL, p, 2060, 1, e, c);
    ck_near(e[0], 1.2594224806130806, 2e-15);
    ck_near(c[0], 246.92075879406818, 2e-13);
    ck_near(solved(SKPI_CARBON_SHAPE_LOGISTIC, INTEGRAL, p, BUDGET, 246.92075879406818), 2042, 1e-12);
    ck_near(solved(SKPI_CARBON_SHAPE_LOGISTIC, INTEGRAL, p, END, 1.2594224806130806), 2042, 1e-12);
    valued(SKPI_CARBON_SHAPE_LOGISTIC, WITH, p, 2060, 1, e, c);
    ck_near(solved(SKPI_CARBON_SHAPE_LOGISTIC, WITH, p, BUDGET, c[0]), 2042, 1e-12);
    p = (parameters){.t0 = 1520, .e0 = 10, .rate = 1, .t_mid = 2320}; /* exp(-800) */
    valued(SKPI_CARBON_SHAPE_LOGISTIC, INTEGRAL, p, 2319, 2, e, c);
    ck_near(e[0], 7.3105857863000488, 1e-14);
    ck_near(c[1], 7993.0685281944005, 1e-11);
    p = (parameters){.t0 = 2020, .e0 = 10, .residual = 1, .rate = 1, .t_mid = 1220}; /* exp(800) */
    valued(SKPI_CARBON_SHAPE_LOGISTIC, INTEGRAL, p, 2020, 2, e, c);
    ck_assert(e[0] == 10 && c[0] == 0);
    ck_near(e[1], 4.3109149705429809, 1e-15);
    ck_near(c[1], 6.6890850294570191, 1e-15);
    p = (parameters){.t0 = 2020, .e0 = 7, .residual = 1, .rate = -0.05, .t_mid = 2040}; /* a path that rises */
    valued(SKPI_CARBON_SHAPE_LOGISTIC, INTEGRAL, p, 2057, 1, e, c);
    ck_near(e[0], 16.629436452858716, 1e-14);
    ck_near(c[0], 435.27411175728594, 1e-12);
    p.rate = 0; /* a constant path */
    valued(SKPI_CARBON_SHAPE_LOGISTIC, INTEGRAL, p, 2040, 1, e, c);
    ck_assert(e[0] == 7 && c[0] == 140);
    ck_fails(tried(SKPI_CARBON_SHAPE_LOGISTIC, INTEGRAL, p, NET_ZERO, 2050), SKPI_EDOM, "path->rate");
    p.rate = 0.2;
    ck_fails(tried(SKPI_CARBON_SHAPE_LOGISTIC, INTEGRAL, p, NET_ZERO, 2050), SKPI_EDOM,
             "path->residual"); /* never reaches zero */
    p.residual = -8, p.e0 = 100;
    p.t_mid = solved(SKPI_CARBON_SHAPE_LOGISTIC, INTEGRAL, p, NET_ZERO, 2050);
    valued(SKPI_CARBON_SHAPE_LOGISTIC, INTEGRAL, p, 2050, 1, e, c);
    ck_near(e[0], 0, 1e-12);
    ck_fails(tried(SKPI_CARBON_SHAPE_LOGISTIC, INTEGRAL, p, NET_ZERO, 2032), SKPI_EINFEASIBLE,
             "target"); /* 2020 + ln(13.5)/k */
}
END_TEST

START_TEST(hermite)
{
    parameters p = {
        .t0 = 2023, .e0 = 11.902503, .t_peak = 2028, .e_peak = 12.2, .plateau = 2, .t_net_zero = 2060, .growth = 0.012};
    double e[38], c[38];
    valued(SKPI_CARBON_SHAPE_HERMITE, INTEGRAL, p, 2023, 38, e, c);
    ck_near(e[1], 12.024853911039999, 2e-15);
    ck_near(e[8], 12.160237037037036, 2e-15);
    ck_assert(e[5] == 12.2 && e[7] == 12.2 && e[37] == 0);
    ck_near(c[1], 11.967012205559999, 4e-15);
    ck_near(c[5], 60.553820074999997, 2e-14);
    ck_near(c[37], 267.95382007499998, 1e-13);
    valued(SKPI_CARBON_SHAPE_HERMITE, AFTER, p, 2060, 1, e, c);
    ck_near(c[0], 261.99066607199998, 1e-13);
    ck_near(solved(SKPI_CARBON_SHAPE_HERMITE, INTEGRAL, p, BUDGET, 260), 2058.6960950696721, 1e-12);
    p.growth = 0.3; /* limited so that there is no second peak */
    valued(SKPI_CARBON_SHAPE_HERMITE, INTEGRAL, p, 2023, 38, e, c);
    for (int j = 1; j < 38; j++) ck_assert(j <= 5 ? e[j] >= e[j - 1] : e[j] <= e[j - 1]);
    p = (parameters){.t0 = 2030, .e0 = 100, .residual = -5, .t_peak = 2030, .e_peak = 100, .growth = -0.03};
    ck_near(solved(SKPI_CARBON_SHAPE_HERMITE, INTEGRAL, p, BUDGET, 1400), 2059.4736842105263, 1e-12);
    ck_fails(tried(SKPI_CARBON_SHAPE_HERMITE, INTEGRAL, p, BUDGET, 0), SKPI_EINFEASIBLE, "target");
    ck_fails(tried(SKPI_CARBON_SHAPE_HERMITE, INTEGRAL, p, BUDGET, 47.5 * 370), SKPI_ENOTBINDING, "target"); /* 2400 */
    ck_fails(tried(SKPI_CARBON_SHAPE_HERMITE, WITH, p, BUDGET, 1400), SKPI_EINVAL, "path->convention");
    ck_fails(tried(SKPI_CARBON_SHAPE_HERMITE, INTEGRAL, p, END, 50), SKPI_EINVAL, "by");
    p.residual = -100;
    ck_fails(tried(SKPI_CARBON_SHAPE_HERMITE, INTEGRAL, p, BUDGET, 1400), SKPI_EDOM, "path->e_peak");
}
END_TEST

START_TEST(peak_by_other_targets)
{
    one k = china;
    double e, c, p = -1, t_end = 2045, first = 2023.5;
    values_of(k, 2045, 1, &e, &c);
    skpi_carbon_path path = path_of(&k, 0);
    path.t_end = &t_end;
    ck_assert_int_eq(skpi_carbon_path_solve(&path, END, &e, &p, NULL), SKPI_OK);
    ck_near(p, CHINA_P, 1e-14);
    t_end = 2030;
    ck_fails(skpi_carbon_path_solve(&path, END, &e, &p, NULL), SKPI_EDOM, "path->t_end");
    path.t_end = NULL, path.convention = AFTER; /* the sum of the annual values of the path of 260 Gt */
    path.power = &k.power;
    ck_assert_int_eq(skpi_carbon_path_value(&path, 2060, 1, &e, &c, NULL), SKPI_OK);
    path.power = NULL;
    ck_near(c, 254.065, 5e-4);
    ck_assert_int_eq(skpi_carbon_path_solve(&path, BUDGET, &c, &p, NULL), SKPI_OK);
    ck_near(p, CHINA_P, 1e-13);
    path.t0 = &first;
    ck_fails(skpi_carbon_path_solve(&path, BUDGET, &c, &p, NULL), SKPI_EDOM, "path->t0");
}
END_TEST

START_TEST(members_of_other_shapes)
{
    parameters p = {.t0 = 2023, .e0 = 100, .rate = 0.1};
    double e = -7;
    skpi_carbon_path path = path_by(SKPI_CARBON_SHAPE_EXPONENTIAL, INTEGRAL, &p, 0);
    path.power = &p.rate;
    ck_fails(skpi_carbon_path_value(&path, 2030, 1, &e, NULL, NULL), SKPI_EINVAL, "path->power");
    path.power = NULL, path.residual = &p.rate;
    ck_fails(skpi_carbon_path_value(&path, 2030, 1, &e, NULL, NULL), SKPI_EINVAL, "path->residual");
    path.residual = NULL, path.rate = NULL;
    ck_fails(skpi_carbon_path_value(&path, 2030, 1, &e, NULL, NULL), SKPI_EINVAL, "path->rate");
    path.rate = &p.rate, p.rate = -5; /* exp(5 * 300) */
    ck_fails(skpi_carbon_path_value(&path, 2323, 1, &e, NULL, NULL), SKPI_EOVERFLOW, "emission");
    path.shape = SKPI_CARBON_SHAPE_COMPOUND, p.rate = 4.2;
    ck_fails(skpi_carbon_path_value(&path, 2030, 1, &e, NULL, NULL), SKPI_ERANGE, "path->rate");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "percent?"));
    path.convention = WITH, p.rate = 0.1, p.t0 = 2022.5;
    ck_fails(skpi_carbon_path_value(&path, 2030, 1, &e, NULL, NULL), SKPI_EDOM, "path->t0");
    path.convention = 4;
    ck_fails(skpi_carbon_path_value(&path, 2030, 1, &e, NULL, NULL), SKPI_EINVAL, "path->convention");
    ck_assert(e == -7);
    /* A struct of the first release, which ended with power, is still one of the peak shape. */
    one k = china;
    skpi_carbon_path old = path_of(&k, 1);
    memset((char *)&old + offsetof(skpi_carbon_path, rate), 0x5a, sizeof old - offsetof(skpi_carbon_path, rate));
    old.size = offsetof(skpi_carbon_path, rate);
    ck_assert_int_eq(skpi_carbon_path_value(&old, 2028, 1, &e, NULL, NULL), SKPI_OK);
    ck_assert(e == 12.2);
}
END_TEST

UNIT_MAIN("carbon shapes",
          UNIT_CASE("known answers", exponential, linear, capped, capped_for_ever, logistic, hermite,
                    peak_by_other_targets),
          UNIT_CASE("bad input", members_of_other_shapes))
