/* Peak and net-zero dates of paths, net-zero dates of series, paths through milestones.
 *
 * Known answers: 50-digit arithmetic (mpmath 1.2.1); the milestones also by SciPy 1.10.1's PchipInterpolator.
 */
#include "unit/carbon_path.h"
#ifdef __SSE__
#include <xmmintrin.h>
#endif

#define NEAR_OR_NAN(value, expected, tolerance)                                  \
    do {                                                                         \
        if (isnan(expected))                                                     \
            ck_assert_msg(isnan(value), "%s is %.17g", #value, (double)(value)); \
        else                                                                     \
            ck_near(value, expected, tolerance);                                 \
    } while (0)

/* The dates of a path of one place. */
static void landmarks(skpi_carbon_path path, double threshold, double t_peak, double e_peak, double first,
                      double permanent)
{
    double t = -7, e = -7, once = -7, stays = -7;
    path.size = sizeof path, path.n = 1, path.convention = SKPI_CARBON_CONVENTION_INTEGRAL;
    ck_assert_msg(skpi_carbon_path_peak(&path, &t, &e, NULL) >= SKPI_OK, "%s", skpi_last_error());
    ck_assert_msg(skpi_carbon_path_net_zero(&path, &threshold, &once, &stays, NULL) >= SKPI_OK, "%s",
                  skpi_last_error());
    NEAR_OR_NAN(t, t_peak, 1e-12);
    NEAR_OR_NAN(e, e_peak, 1e-12);
    NEAR_OR_NAN(once, first, 1e-12);
    NEAR_OR_NAN(stays, permanent, 1e-12);
}

#define V(x) (&(const double){x})
static const double never = NAN;

/* A decline whose length 1/m is below DBL_MIN, in a host that takes such numbers for 0. */
START_TEST(without_subnormals)
{
    const skpi_carbon_path steep = {
        .shape = SKPI_CARBON_SHAPE_CAPPED, .t0 = V(2023), .e0 = V(100), .mitigation = V(1.7e308)};
    landmarks(steep, 1, 2023, 100, 2023, 2023);
#ifdef __SSE__
    const unsigned before = _mm_getcsr();
    _mm_setcsr(before | 0x8040);
    landmarks(steep, 1, 2023, 100, 2023, 2023);
    _mm_setcsr(before);
#endif
}
END_TEST

START_TEST(of_paths)
{
    skpi_carbon_path line = {
        .shape = SKPI_CARBON_SHAPE_LINEAR, .t0 = V(2023), .e0 = V(100), .rate = V(4), .residual = V(20)};
    landmarks(line, 20, 2023, 100, 2043, 2043);
    landmarks(line, 60, 2023, 100, 2033, 2033);
    landmarks(line, 19, 2023, 100, never, never);
    landmarks(line, 100, 2023, 100, 2023, 2023);
    line.rate = V(0); /* stays */
    landmarks(line, 60, 2023, 100, never, never);
    line.rate = V(-1); /* rises for ever */
    landmarks(line, 20, never, never, never, never);
    landmarks(line, 200, never, never, 2023, never);
    skpi_carbon_path power = {.shape = SKPI_CARBON_SHAPE_EXPONENTIAL, .t0 = V(2023), .e0 = V(100), .rate = V(0.1)};
    landmarks(power, 25, 2023, 100, 2023 + 10 * log(4), 2023 + 10 * log(4));
    landmarks(power, 0, 2023, 100, never, never);
    power.shape = SKPI_CARBON_SHAPE_COMPOUND, power.rate = V(0.5);
    landmarks(power, 25, 2023, 100, 2025, 2025);
    power.rate = V(1); /* nothing is left after t0 */
    landmarks(power, 1, 2023, 100, 2023, 2023);
    landmarks(power, 0, 2023, 100, 2023, 2023);
    landmarks(power, -1, 2023, 100, never, never);
    power.rate = V(-0.5);
    landmarks(power, 200, never, never, 2023, never);
    power.e0 = V(0);
    landmarks(power, 0, 2023, 0, 2023, 2023);
    skpi_carbon_path curve = {.shape = SKPI_CARBON_SHAPE_LOGISTIC,
                              .t0 = V(2020),
                              .e0 = V(100),
                              .residual = V(-8),
                              .rate = V(0.2),
                              .t_mid = V(2035)};
    landmarks(curve, 2.8, 2020, 100, 2046.2553381746178, 2046.2553381746178);
    landmarks(curve, -8, 2020, 100, never, never);
    curve.t0 = V(2020), curve.e0 = V(10), curve.residual = V(1), curve.rate = V(1), curve.t_mid = V(1220);
    landmarks(curve, 1.9, 2020, 10, 2022.302585092994, 2022.302585092994);
    curve.t_mid = V(2820);
    landmarks(curve, 1.9, 2020, 10, 2020 + 802.1972245773362, 2020 + 802.1972245773362);
    curve.e0 = V(0.5), curve.t_mid = V(2030); /* grows to 1 */
    landmarks(curve, 1, never, never, 2020, 2020);
    landmarks(curve, 0.7, never, never, 2020, never);
    skpi_carbon_path capped = {.shape = SKPI_CARBON_SHAPE_CAPPED,
                               .t0 = V(2023),
                               .e0 = V(11.902503),
                               .growth = V(0.02),
                               .mitigation = V(0.12830197452415402)};
    landmarks(capped, 8.19237978387334551, 2023 + 1.05111376197408276, 12.0221724021216611, 2033, 2033);
    landmarks(capped, 12, 2023 + 1.05111376197408276, 12.0221724021216611, 2023, 2024.5343377912146);
    capped.mitigation = V(0);
    landmarks(capped, 5, never, never, never, never);
    capped.growth = V(-0.05), capped.mitigation = V(0.05);
    landmarks(capped, 11.902503 * exp(-1), 2023, 11.902503, 2043, 2043);
    landmarks(capped, 11.902503 * exp(-5), 2023, 11.902503, 2123, 2123); /* .08 */
    one k = china;
    skpi_carbon_path peak = path_of(&k, 1);
    landmarks(peak, 0, 2028, 12.2, 2060, 2060);
    landmarks(peak, 12, 2028, 12.2, 2023, 2060 - 30 * pow(12 / 12.2, 1 / CHINA_P)); /* above 12 between the two dates */
    landmarks(peak, 12.2, 2028, 12.2, 2023, 2023);
    landmarks(peak, -1, 2028, 12.2, never, never);
    peak.shape = SKPI_CARBON_SHAPE_HERMITE, peak.power = NULL;
    landmarks(peak, 0, 2028, 12.2, 2060, 2060);
    landmarks(peak, 6.1, 2028, 12.2, 2045, 2045);                      /* half of the peak */
    landmarks(peak, 12.2 * (1 - 0.15625), 2028, 12.2, 2037.5, 2037.5); /* a quarter of the way: 3/16 - 2/64 */
    double t;
    ck_assert_int_eq(skpi_carbon_path_net_zero(&peak, NULL, &t, NULL, NULL), SKPI_OK);
    ck_assert(t == 2060);
    ck_assert_int_eq(skpi_carbon_path_peak(&peak, NULL, NULL, NULL), SKPI_OK);
}
END_TEST

/* Logistic paths that move away from the residual, whose limit is R + (E0 - R)(1 + exp(-rate (t_mid - t0))), and paths
 * that stay where they are. */
START_TEST(away_from_the_residual)
{
    skpi_carbon_path curve = {.shape = SKPI_CARBON_SHAPE_LOGISTIC,
                              .t0 = V(2020),
                              .e0 = V(10),
                              .residual = V(12),
                              .rate = V(-0.2),
                              .t_mid = V(2030)};
    const double limit = 12 - 2 * (1 + exp(2)), zero = 2030 - 5 * log((1 + exp(2)) / 6 - 1);
    landmarks(curve, 0, 2020, 10, zero, zero);
    landmarks(curve, limit - 1e-9, 2020, 10, never, never);
    landmarks(curve, 10, 2020, 10, 2020, 2020);
    curve.residual = V(1); /* rises to 1 + 9 (1 + exp(2)), which is 76.5 */
    landmarks(curve, 77, never, never, 2020, 2020);
    landmarks(curve, 76, never, never, 2020, never);
    landmarks(curve, 9, never, never, never, never);
    curve.rate = V(0); /* stays */
    landmarks(curve, 9, 2020, 10, never, never);
    landmarks(curve, 10, 2020, 10, 2020, 2020);
    curve.rate = V(0.2), curve.residual = V(10);
    landmarks(curve, 9, 2020, 10, never, never);
    skpi_carbon_path line = {
        .shape = SKPI_CARBON_SHAPE_LINEAR, .t0 = V(2020), .e0 = V(10), .rate = V(1), .residual = V(20)};
    double t = -7;
    line.size = sizeof line, line.n = 1, line.convention = SKPI_CARBON_CONVENTION_INTEGRAL;
    ck_fails(skpi_carbon_path_peak(&line, &t, NULL, NULL), SKPI_EDOM, "path->e0");
    ck_assert(t == -7);
}
END_TEST

/* A threshold before, at and behind the waypoint of a path that has 6 of its 12 in 2045. */
START_TEST(through_a_waypoint)
{
    one k = {2023, 11, 0, 2028, 12, 2, 2060, 1};
    skpi_carbon_path peak = path_of(&k, 1);
    peak.t_waypoint = V(2045), peak.waypoint = V(0.5);
    landmarks(peak, 9, 2028, 12, 2037.5, 2037.5); /* straight lines on both sides */
    landmarks(peak, 6, 2028, 12, 2045, 2045);
    landmarks(peak, 3, 2028, 12, 2052.5, 2052.5);
    landmarks(peak, 0, 2028, 12, 2060, 2060);
    landmarks(peak, -1, 2028, 12, never, never);
    peak.shape = SKPI_CARBON_SHAPE_HERMITE, peak.power = NULL, peak.rate = V(0.05);
    landmarks(peak, 6, 2028, 12, 2045, 2045);
    landmarks(peak, 0, 2028, 12, 2060, 2060);
    landmarks(peak, -1, 2028, 12, never, never);
    for (int32_t year = 2031; year < 2060; year++) {
        double e, first, permanent;
        ck_assert_int_eq(skpi_carbon_path_value(&peak, year, 1, &e, NULL, NULL), SKPI_OK);
        ck_assert_int_eq(skpi_carbon_path_net_zero(&peak, &e, &first, &permanent, NULL), SKPI_OK);
        ck_near(permanent, year, 1e-9);
    }
}
END_TEST

/* Emissions and thresholds in tenths have the dates of whole numbers, .1 + .2 those of .3; no more than rounding. */
START_TEST(in_tenths)
{
    const double sum = .1 + .2, plain = .3;
    ck_assert(sum > plain);
    skpi_carbon_path line = {
        .shape = SKPI_CARBON_SHAPE_LINEAR, .t0 = V(2023), .e0 = V(.5), .rate = V(.01), .residual = &sum};
    landmarks(line, plain, 2023, .5, 2043, 2043);
    landmarks(line, plain * (1 - 1e-12), 2023, .5, never, never);
    line.residual = V(-sum);
    landmarks(line, -plain, 2023, .5, 2103, 2103);
    line.e0 = &plain, line.residual = &sum; /* the path is at its residual from the beginning */
    landmarks(line, plain, 2023, plain, 2023, 2023);
    skpi_carbon_path peak = {.shape = SKPI_CARBON_SHAPE_PEAK,
                             .t0 = V(2023),
                             .e0 = &plain,
                             .t_peak = V(2030),
                             .e_peak = &sum,
                             .t_net_zero = V(2060),
                             .power = V(1)};
    landmarks(peak, .15, 2023, .3, 2045, 2045); /* it is at its peak from the beginning */
    peak.t_peak = V(2023);
    landmarks(peak, plain, 2023, .3, 2023, 2023);
    peak.e0 = &sum, peak.e_peak = &plain;
    landmarks(peak, plain, 2023, .3, 2023, 2023);
    peak.t_peak = V(2030), peak.e_peak = V(.6);
    landmarks(peak, plain, 2030, .6, 2023, 2045);
    peak.shape = SKPI_CARBON_SHAPE_HERMITE, peak.power = NULL, peak.e_peak = &plain, peak.residual = V(.1);
    landmarks(peak, .1 * (1 + 2e-16), 2023, .3, 2060, 2060);
    /* a limit that a path comes near for ever: .1 + .2 and .4 - .2 */
    skpi_carbon_path curve = {.shape = SKPI_CARBON_SHAPE_LOGISTIC,
                              .t0 = V(2020),
                              .t_mid = V(2020),
                              .rate = V(-.2),
                              .e0 = V(.2),
                              .residual = V(.1)};
    landmarks(curve, plain, never, never, 2020, 2020);
    landmarks(curve, plain * (1 - 1e-12), never, never, 2020, never);
    curve.e0 = &plain, curve.residual = V(.4);
    landmarks(curve, .2, 2020, .3, never, never);
    skpi_carbon_path capped = {
        .shape = SKPI_CARBON_SHAPE_CAPPED, .t0 = V(2020), .e0 = V(1), .growth = V(.05), .mitigation = V(.02)};
    const double top = 3.5 * exp(-5. / 7);
    landmarks(capped, top * (1 - 4e-16), 2020 + .05 / .02 / .07, top, 2020, 2020);
    /* a waypoint that is at the residual */
    double t = -7;
    peak = (skpi_carbon_path){.size = sizeof peak,
                              .n = 1,
                              .shape = SKPI_CARBON_SHAPE_PEAK,
                              .convention = SKPI_CARBON_CONVENTION_INTEGRAL,
                              .t0 = V(2023),
                              .e0 = V(.6),
                              .t_peak = V(2023),
                              .e_peak = V(.6),
                              .residual = &plain,
                              .t_waypoint = V(2040),
                              .waypoint = V(.5 + 1e-16),
                              .t_net_zero = V(2060),
                              .power = V(1)};
    ck_fails(skpi_carbon_path_net_zero(&peak, NULL, &t, NULL, NULL), SKPI_EDOM, "path->waypoint");
    peak.residual = V(plain - 1e-16);
    ck_fails(skpi_carbon_path_net_zero(&peak, NULL, &t, NULL, NULL), SKPI_EDOM, "path->waypoint");
    peak.residual = V((double)INFINITY);
    ck_fails(skpi_carbon_path_net_zero(&peak, NULL, &t, NULL, NULL), SKPI_ENOTFINITE, "path->residual");
    ck_assert(t == -7);
}
END_TEST

START_TEST(of_paths_refused)
{
    skpi_carbon_path capped = {.size = sizeof capped,
                               .n = 1,
                               .shape = SKPI_CARBON_SHAPE_CAPPED,
                               .convention = SKPI_CARBON_CONVENTION_INTEGRAL,
                               .t0 = V(2023),
                               .e0 = V(1e300),
                               .growth = V(0.5),
                               .mitigation = V(1e-300)};
    double t = -7, e = -7, bad = NAN;
    ck_fails(skpi_carbon_path_peak(&capped, &t, &e, NULL), SKPI_EOVERFLOW, "e_peak");
    capped.growth = V(0.51);
    ck_fails(skpi_carbon_path_peak(&capped, &t, &e, NULL), SKPI_ERANGE, "path->growth");
    capped.growth = V(0);
    ck_fails(skpi_carbon_path_net_zero(&capped, &bad, &t, NULL, NULL), SKPI_ENOTFINITE, "threshold");
    skpi_carbon_path flat = {.size = sizeof flat,
                             .n = 1,
                             .shape = SKPI_CARBON_SHAPE_EXPONENTIAL,
                             .convention = SKPI_CARBON_CONVENTION_INTEGRAL,
                             .t0 = V(2023),
                             .e0 = V(100),
                             .rate = V(1e-320)};
    ck_fails(skpi_carbon_path_net_zero(&flat, V(50), &t, NULL, NULL), SKPI_EOVERFLOW, "permanent");
    ck_assert(t == -7 && e == -7);
    int32_t status[2];
    double first[2], e0[2] = {NAN, 100}, rate[2] = {4, 4}, t0[2] = {2023, 2023};
    skpi_carbon_path two = {.size = sizeof two,
                            .n = 2,
                            .shape = SKPI_CARBON_SHAPE_LINEAR,
                            .convention = SKPI_CARBON_CONVENTION_INTEGRAL,
                            .t0 = t0,
                            .e0 = e0,
                            .rate = rate};
    ck_assert_int_eq(skpi_carbon_path_net_zero(&two, NULL, first, NULL, status), SKPI_WROWS);
    ck_assert(isnan(first[0]) && first[1] == 2048 && status[0] == SKPI_ENOTFINITE);
}
END_TEST

static void series(size_t m, const int32_t *year, const double *value, double threshold, int32_t verdict, double first,
                   double permanent)
{
    skpi_table t = {.size = sizeof t, .n = 1, .m = m, .year = year, .value = value};
    double once = -7, stays = -7;
    int32_t class = 0;
    skpi_carbon_net_zero_out out = {.size = sizeof out, .first = &once, .permanent = &stays, .verdict = &class};
    ck_assert_msg(skpi_carbon_net_zero(&t, threshold == 0 ? NULL : &threshold, &out, NULL) == SKPI_OK, "%s",
                  skpi_last_error());
    ck_assert_int_eq(class, verdict);
    NEAR_OR_NAN(once, first, 1e-12);
    NEAR_OR_NAN(stays, permanent, 1e-12);
}

START_TEST(of_series)
{
    static const int32_t year[] = {2020, 2030, 2040, 2050, 2060, 2070}, steps[] = {2023, 2035, 2047, 2060};
    series(5, year, (double[]){10, 8, 4, 1, -1}, 0, SKPI_CARBON_NET_ZERO_VERDICT_REACHED, 2055, 2055);
    /* reached at a knot */
    series(4, year, (double[]){10, 5, 0, 0}, 0, SKPI_CARBON_NET_ZERO_VERDICT_REACHED, 2040, 2040);
    series(6, year, (double[]){10, 2, -1, 1, 0.5, -2}, 0, SKPI_CARBON_NET_ZERO_VERDICT_TEMPORARY, 2036.6666666666667,
           2062);
    series(3, year, (double[]){5, 0, 3}, 0, SKPI_CARBON_NET_ZERO_VERDICT_TEMPORARY, 2030, never); /* touches 0 once */
    series(3, year, (double[]){5, 4, 3}, 0, SKPI_CARBON_NET_ZERO_VERDICT_NEVER, never, never);
    series(2, year, (double[]){-1, -2}, 0, SKPI_CARBON_NET_ZERO_VERDICT_ALREADY, 2020, 2020);
    series(3, year, (double[]){0, 3, 2}, 0, SKPI_CARBON_NET_ZERO_VERDICT_ALREADY_TEMPORARY, 2020, never);
    series(4, steps, (double[]){11.9, 9.7, 4.1, 0.3}, 0.8, SKPI_CARBON_NET_ZERO_VERDICT_REACHED, 2058.2894736842105,
           2058.2894736842105);
    series(1, year, (double[]){1}, 0, SKPI_CARBON_NET_ZERO_VERDICT_NEVER, never, never); /* a single year */
    series(1, year, (double[]){0}, 0, SKPI_CARBON_NET_ZERO_VERDICT_ALREADY, 2020, 2020);
    series(2, year, (double[]){5e-324, -1}, 0, SKPI_CARBON_NET_ZERO_VERDICT_REACHED, 2020, 2020);
    skpi_table t = {.size = sizeof t, .n = 2, .m = 2, .year = year, .value = (double[]){1, -1, NAN, 1}};
    double first[2] = {-7, -7};
    int32_t verdict[2] = {0, 0}, status[2];
    skpi_carbon_net_zero_out out = {.size = sizeof out, .first = first, .verdict = verdict};
    ck_fails_at(skpi_carbon_net_zero(&t, NULL, &out, NULL), SKPI_ENOTFINITE, "emission->value", 1);
    ck_assert(first[0] == -7 && verdict[0] == 0);
    ck_assert_int_eq(skpi_carbon_net_zero(&t, NULL, &out, status), SKPI_WROWS);
    ck_assert(first[0] == 2025 && isnan(first[1]) && verdict[1] == SKPI_NONE && status[1] == SKPI_ENOTFINITE);
    ck_fails(skpi_carbon_net_zero(&t, NULL, NULL, NULL), SKPI_EINVAL, "out");
    ck_fails(skpi_carbon_net_zero(NULL, NULL, &out, NULL), SKPI_EINVAL, "emission");
    t.year = (int32_t[]){2030, 2030};
    ck_fails(skpi_carbon_net_zero(&t, NULL, &out, NULL), SKPI_EDUPLICATE, "emission->year");
}
END_TEST

START_TEST(milestones)
{
    static const int32_t year[] = {2023, 2025, 2030, 2035, 2040, 2050, 2060};
    const double value[] = {11.9, 12.1, 12, 10.9, 8.5, 3.5, 0};
    skpi_table t = {.size = sizeof t, .n = 1, .m = 7, .year = year, .value = value};
    double e[38], c[38], sum = 0;
    ck_assert_int_eq(skpi_carbon_path_milestones(&t, SKPI_CARBON_CONVENTION_INTEGRAL, NULL, 2023, 38, e, c, NULL),
                     SKPI_OK);
    ck_near(e[1], 12.033571428571428, 2e-15);
    ck_near(e[4], 12.0824, 2e-15);
    ck_near(c[7], 84.371150793650792, 3e-14);
    ck_near(c[37], 266.78212992889464, 1e-13);
    for (int j = 0; j < 7; j++) ck_assert(e[year[j] - 2023] == value[j]);
    for (int j = 1; j < 38; j++) ck_assert(j <= 2 ? e[j] > e[j - 1] : e[j] < e[j - 1]); /* a single peak */
    for (int j = 1; j <= 27; j++) sum += e[j];
    ck_assert_int_eq(
        skpi_carbon_path_milestones(&t, SKPI_CARBON_CONVENTION_ANNUAL_AFTER_BASE, NULL, 2050, 1, NULL, c, NULL),
        SKPI_OK);
    ck_near(c[0], sum, 1e-12);
    ck_assert_int_eq(
        skpi_carbon_path_milestones(&t, SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE, NULL, 2050, 1, NULL, c, NULL),
        SKPI_OK);
    ck_near(c[0], sum + 11.9, 1e-12);
    ck_fails(skpi_carbon_path_milestones(&t, SKPI_CARBON_CONVENTION_INTEGRAL, NULL, 2022, 1, e, c, NULL), SKPI_EDOM,
             "first_year");
    ck_fails(skpi_carbon_path_milestones(&t, SKPI_CARBON_CONVENTION_INTEGRAL, NULL, 2060, 2, e, c, NULL), SKPI_EDOM,
             "n_years");
    ck_fails(skpi_carbon_path_milestones(&t, 0, NULL, 2030, 1, e, c, NULL), SKPI_EINVAL, "convention");
    /* two milestones give a straight line; places of one table may have different milestones */
    const double two[] = {10, NAN, 3, NAN, NAN, NAN, NAN, 5, NAN, NAN, NAN, NAN, NAN, NAN};
    int32_t status[2];
    t.n = 2, t.value = two;
    ck_assert_int_eq(skpi_carbon_path_milestones(&t, SKPI_CARBON_CONVENTION_INTEGRAL, NULL, 2024, 2, e, c, status),
                     SKPI_WROWS);
    ck_near(e[0], 9, 2e-15);
    ck_near(c[1], 18, 4e-15);
    ck_assert(status[1] == SKPI_ENODATA && isnan(e[2]) && isnan(c[3]));
    ck_assert_int_eq(
        skpi_carbon_path_milestones(&t, SKPI_CARBON_CONVENTION_INTEGRAL, NULL, 2024, 2, NULL, NULL, status),
        SKPI_WROWS);
    t.n = 1, t.m = 3; /* the last milestone is met to the bit, too */
    for (int k = 1; k < 200; k++) {
        const double three[] = {.1 * k, 2 - .003 * k, 1 / (k + .3)};
        t.value = three;
        ck_assert_int_eq(skpi_carbon_path_milestones(&t, SKPI_CARBON_CONVENTION_INTEGRAL, NULL, 2030, 1, e, NULL, NULL),
                         SKPI_OK);
        ck_assert_double_eq(e[0], three[2]);
    }
    t.m = 7, t.value = (double[]){INFINITY, 1, 1, 1, 1, 1, 1};
    ck_fails_at(skpi_carbon_path_milestones(&t, SKPI_CARBON_CONVENTION_INTEGRAL, NULL, 2024, 2, e, c, NULL),
                SKPI_ENOTFINITE, "milestone->value", 0);
}
END_TEST

/* By hand: a straight line from 10 in 2023 to 3 in 2030, and a place of which nobody asks from when on. */
START_TEST(milestones_budget)
{
    static const int32_t year[] = {2023, 2030};
    static const int32_t sums[] = {SKPI_CARBON_CONVENTION_ANNUAL_AFTER_BASE, SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE};
    static const double from_2025[][4] = {{-17, -8, 0, 7}, {-9, 0, 8, 15}};
    const double value[] = {10, 3, 10, 3};
    const skpi_table t = {.size = sizeof t, .n = 2, .m = 2, .year = year, .value = value};
    double e[8], c[8], from[] = {2025.5, 2023};
    ck_assert_int_eq(skpi_carbon_path_milestones(&t, SKPI_CARBON_CONVENTION_INTEGRAL, from, 2023, 4, e, c, NULL),
                     SKPI_OK);
    ck_near(c[0], -21.875, 1e-13);
    ck_near(c[1], -12.375, 1e-13);
    ck_near(c[3], 3.625, 1e-13);
    ck_near(c[7], 25.5, 1e-13);
    ck_assert(c[4] == 0);
    for (int k = 0; k < 2; k++) {
        ck_fails_at(skpi_carbon_path_milestones(&t, sums[k], from, 2023, 4, e, c, NULL), SKPI_EDOM, "t_budget", 0);
        ck_assert_int_eq(skpi_carbon_path_milestones(&t, sums[k], (double[]){2025, 2030}, 2023, 4, e, c, NULL),
                         SKPI_OK);
        for (int j = 0; j < 4; j++) ck_near(c[j], from_2025[k][j], 1e-13);
        ck_near(c[7], k ? -15 : -18, 1e-13); /* 2026, from 2030 on: 6, 5, 4 and, after the base, 3 */
    }
    const double beyond[][2] = {{2022, 2023}, {2031, 2023}};
    for (int k = 0; k < 2; k++)
        ck_fails_at(skpi_carbon_path_milestones(&t, SKPI_CARBON_CONVENTION_INTEGRAL, beyond[k], 2023, 4, e, c, NULL),
                    SKPI_EDOM, "t_budget", 0);
}
END_TEST

/* At an end the slope is 0 where the three-point formula turns against the first segment, and three times the mean
 * slope where it overshoots.  By hand. */
START_TEST(milestones_ends)
{
    static const int32_t year[] = {2020, 2022, 2024};
    static const double value[][3] = {{0, 2, 22}, {22, 2, 0}, {0, -2, -22}, {0, 2, -22}, {-22, 2, 0}};
    /* the middle of a segment of two years is the mean of its ends and a quarter of the difference of the slopes */
    static const double middle[][2] = {{6. / 11, 8.375 + 5. / 11},
                                       {8.375 + 5. / 11, 6. / 11},
                                       {-6. / 11, -8.375 - 5. / 11},
                                       {1.75, -5.375},
                                       {-5.375, 1.75}};
    double e[5];
    for (int i = 0; i < 5; i++) {
        const skpi_table t = {.size = sizeof t, .n = 1, .m = 3, .year = year, .value = value[i]};
        ck_assert_int_eq(skpi_carbon_path_milestones(&t, SKPI_CARBON_CONVENTION_INTEGRAL, NULL, 2020, 5, e, NULL, NULL),
                         SKPI_OK);
        ck_near(e[1], middle[i][0], 1e-14);
        ck_near(e[3], middle[i][1], 1e-14);
    }
}
END_TEST

UNIT_MAIN("net zero",
          UNIT_CASE("paths", of_paths, without_subnormals, away_from_the_residual, through_a_waypoint, in_tenths,
                    of_paths_refused),
          UNIT_CASE("series", of_series), UNIT_CASE("milestones", milestones, milestones_budget, milestones_ends))
