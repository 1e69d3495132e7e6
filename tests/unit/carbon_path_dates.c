/* Budgets that count from a later date than the path begins, waypoints and totals of calendar years: known answers, bad
 * input, warnings.
 *
 * Known answers were made with 60-digit arithmetic (mpmath) from the equations of smartkpi_carbon(7), every budget
 * integrated again.  Emissions of China in 2023: 11.902503 GtCO2 (Global Carbon Budget 2024).  Cities are illustrative.
 */
#include "unit/carbon_dated.h"

static const struct later {
    int32_t shape;
    dated path;
    double budget, unknown, low, high, emission, total, cumulative;
    int32_t year;
} later[] = {
    {LINEAR,
     {2020.5, 1810, 0, 0, 0, 0, 0, 0, 0, 2021, 0, 0, 0},
     12682,
     120.69411080797571,
     0,
     INFINITY,
     663.40594732423074,
     603.05889192024289,
     10858.765013641093,
     2030},
    {LINEAR,
     {2023.5, 100, -5, 0, 0, 0, 0, 0, 0, 2025, 0, 0, 0},
     900,
     4.7744233409701434,
     0,
     INFINITY,
     68.966248283694068,
     66.579036613208996,
     404.51153318059713,
     2030},
    {LINEAR,
     {2023.5, 100, 12, 0, 0, 0, 0, 0, 0, 2024, 0, 0, 0},
     1400,
     3.3996170168846113,
     0,
     INFINITY,
     77.902489390250026,
     76.202680881807721,
     528.60804264542316,
     2030},
    {EXPONENTIAL,
     {2023.5, 11.9, 0, 0, 0, 0, 0, 0, 0, 2025, 2060, 0, 0},
     600,
     -0.018314763404379895,
     0,
     INFINITY,
     16.09859492253474,
     16.246920030489366,
     211.14902376130398,
     2040},
    {EXPONENTIAL,
     {2023.5, 11.9, 0, 0, 0, 0, 0, 0, 0, 2024, INFINITY, 0, 0},
     200,
     0.057804917718404,
     0,
     INFINITY,
     4.5848493946475128,
     4.4548528068259553,
     120.68409444015551,
     2040},
    {LOGISTIC,
     {2023.5, 11.9, 0.6, 0.2, 0, 0, 0, 0, 0, 2025, 2060, 0, 0},
     240,
     2044.1751778594125,
     62.818061527718605,
     416.50000000000001,
     8.6069402217912884,
     8.3585222564476856,
     161.7524245123683,
     2040},
    {CAPPED,
     {2023.5, 11.9, 0, 0, 0.012, 0, 0, 0, 0, 2024, 2060, 0, 0},
     260,
     0.084141067486516428,
     0,
     539.05698077073195,
     7.678696039963123,
     7.499482959359797,
     165.48537073711153,
     2040},
    {PEAK,
     {2023.5, 11.902503, 0, 0, 0, 2028, 12.2, 2, 2060, 2024, 0, 0, 0},
     250,
     1.0639615648701439,
     72.67111644444444,
     438.67111644444442,
     7.9251136536588849,
     7.7145406457771887,
     173.20483299157268,
     2040},
    {PEAK,
     {2023.5, 11.902503, 0, 0, 0, 2028, 12.2, 2, 2060, 2029, 0, 0, 0},
     200,
     0.94888178913738007,
     12.199999999999999,
     378.19999999999998,
     8.3036692424999387,
     8.1065191568126764,
     114.78529597041046,
     2040},
    {PEAK,
     {2023.5, 100, -5, 0, 0, 2023.5, 100, 0, 2050, 2024, 0, 0, 0},
     1200,
     1.0133891237234248,
     -130.0,
     2600.0,
     34.10898400564545,
     32.128260190857878,
     1055.7554620473962,
     2040},
    {HERMITE,
     {2023.5, 11.902503, 0, 0, 0.012, 2028, 12.2, 2, 0, 2024, 0, 0, 0},
     250,
     2059.0322372795718,
     72.903352594611793,
     2329.9033525946117,
     8.8548195180280543,
     8.5659037305373921,
     182.92181596149244,
     2040},
    {HERMITE,
     {2023.5, 11.902503, -0.4, 0, 0.012, 2028, 12.2, 2, 0, 2035, 0, 0, 0},
     120,
     2060.4130825294268,
     0.0,
     2122.0114270132074,
     9.0091341380105708,
     8.7303982404137911,
     51.180079507981593,
     2040},
};

static const struct through {
    int32_t shape;
    dated path;
    double budget;
    skpi_status status;
    double unknown, low, high, e2035, e2045, total2035, total2045;
} through[] = {
    {PEAK,
     {2023, 11.902503, 0, 0, 0, 2028, 12.2, 2, 2060, 2023, 0, 2035, 0.9},
     300,
     SKPI_OK,
     0.74403375661519693,
     142.60625749999999,
     417.10625749999998,
     10.98,
     7.5082613545091189,
     10.816045423831039,
     7.3209659529894403},
    {PEAK,
     {2023.5, 11.902503, 0, 0, 0, 2028, 12.2, 2, 2060, 2024, 0, 2035.5, 0.9},
     260,
     SKPI_OK,
     1.1767401400609811,
     136.41611644444444,
     405.42611644444443,
     11.090909090909091,
     6.1640853054487529,
     10.941885403479267,
     5.9232640637950102},
    {PEAK,
     {2023.5, 11.9, -0.5, 0, 0, 2029, 12.5, 0, 2055, 2024, 0, 2035, 0.92},
     230,
     SKPI_OK,
     1.2458528285835816,
     123.13636363636364,
     363.13636363636365,
     11.5,
     4.5599028032077471,
     11.127790329891512,
     4.2473416340381561},
    {PEAK,
     {2023, 11.902503, 0, 0, 0, 2028, 12.2, 2, 2060, 2040, 0, 2035, 0.9},
     80,
     SKPI_OK,
     1.1321763570300668,
     0.0,
     219.59999999999999,
     10.98,
     6.1578687915745598,
     10.731816098695891,
     5.926168400534811},
    {PEAK,
     {2023, 11.902503, 0, 0, 0, 2028, 12.2, 2, 2060, 2023, 0, 2035, 1},
     300,
     SKPI_OK,
     0.97610862001742614,
     145.65625749999999,
     450.65625749999997,
     12.199999999999999,
     7.4098830544314629,
     11.961752837429413,
     7.1686577829354803},
    {PEAK,
     {2023, 11.902503, 0, 0, 0, 2028, 12.2, 2, 2060, 2023, 0, 2035, 0.9},
     417.2,
     SKPI_ENOTBINDING,
     NAN,
     142.60625749999999,
     417.10625749999998,
     NAN,
     NAN,
     NAN,
     NAN},
    {PEAK,
     {2023, 11.902503, 0.3, 0, 0, 2028, 12.2, 2, 2060, 2023, 0, 2035, 0.02},
     300,
     SKPI_EDOM,
     NAN,
     NAN,
     NAN,
     NAN,
     NAN,
     NAN,
     NAN},
    {PEAK,
     {2023, 11.902503, 0, 0, 0, 2028, 12.2, 2, 2060, 2023, 0, 2061, 0.5},
     300,
     SKPI_ENOTSORTED,
     NAN,
     NAN,
     NAN,
     NAN,
     NAN,
     NAN,
     NAN},
    {PEAK,
     {2023, 11.902503, 0, 0, 0, 2028, 12.2, 2, 2060, 2023, 0, 2035, 1.05},
     300,
     SKPI_ERANGE,
     NAN,
     NAN,
     NAN,
     NAN,
     NAN,
     NAN,
     NAN},
    {HERMITE,
     {2023, 11.902503, 0, 0, 0.012, 2028, 12.2, 2, 2060, 2023, 0, 2035, 0.9},
     262,
     SKPI_OK,
     0.36307640149999976,
     243.553820075,
     280.15382007499999,
     10.98,
     5.8079649546000006,
     10.790781966062733,
     5.514090883078734},
    {HERMITE,
     {2023.5, 11.902503, 0, 0, 0.012, 2028, 12.2, 2, 2060, 2024, 0, 2036, 0.82},
     240,
     SKPI_OK,
     0.43474116876915051,
     210.15335259461176,
     259.56335259461177,
     10.468570256089687,
     5.3102849535459544,
     10.232001712637788,
     5.0352955366243647},
    {HERMITE,
     {2023.5, 100, 5, 0, 0, 2023.5, 100, 0, 2050, 2024, 0, 2030, 0.75},
     1290,
     SKPI_OK,
     0.96655031699349731,
     1005.7264451524807,
     1318.8211197086937,
     61.344077233455789,
     15.031359077818596,
     59.221120512226892,
     13.300876177913236},
    {HERMITE,
     {2023, 11.902503, 0, 0, 0.012, 2028, 12.2, 2, 2060, 2023, 0, 2050, 0.4},
     290,
     SKPI_OK,
     0.39384719700000048,
     280.15382007499999,
     307.60382007499999,
     11.4254817471875,
     7.1314452415625012,
     11.273847747208125,
     6.8898032624081262},
    {HERMITE,
     {2023, 11.902503, 0, 0, 0.012, 2028, 12.2, 2, 2060, 2023, 0, 2035, 0.9},
     200,
     SKPI_EINFEASIBLE,
     NAN,
     243.553820075,
     280.15382007499999,
     NAN,
     NAN,
     NAN,
     NAN},
    {HERMITE,
     {2023, 11.902503, 0, 0, 0.012, 2028, 12.2, 2, 2060, 2023, 0, 2035, 0.9},
     310,
     SKPI_ENOTBINDING,
     NAN,
     243.553820075,
     280.15382007499999,
     NAN,
     NAN,
     NAN,
     NAN},
    {HERMITE,
     {2023, 11.902503, 0, 0, 0.012, 2028, 12.2, 2, 2060, 2023, 0, 2035, 1},
     300,
     SKPI_EDOM,
     NAN,
     NAN,
     NAN,
     NAN,
     NAN,
     NAN,
     NAN},
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

START_TEST(later_budgets)
{
    for (size_t i = 0; i < COUNT(later); i++) {
        const struct later *k = &later[i];
        double low, high, e, c, total;
        const double x = dated_solved(k->shape, INTEGRAL, k->path, k->budget);
        ck_near(x, k->unknown, 1e-12 * fabs(k->unknown));
        dated_range(k->shape, INTEGRAL, k->path, &low, &high);
        ck_near(low, k->low, 1e-12 * k->budget);
        if (isinf(k->high))
            ck_assert(isinf(high));
        else
            ck_near(high, k->high, 1e-12 * k->high);
        dated_values(k->shape, INTEGRAL, k->path, x, k->year, 1, &e, &c, &total);
        ck_near(e, k->emission, 1e-12 * k->path.e0);
        ck_near(total, k->total, 1e-12 * k->path.e0);
        ck_near(c, k->cumulative, 1e-12 * k->cumulative);
        if (k->shape != EXPONENTIAL) continue; /* a yearly cut gives the same path */
        ck_near(dated_solved(COMPOUND, INTEGRAL, k->path, k->budget), -expm1(-k->unknown), 1e-13);
    }
}
END_TEST

START_TEST(waypoints)
{
    for (size_t i = 0; i < COUNT(through); i++) {
        const struct through *k = &through[i];
        double low, high, x, e[11], c[11], total[11];
        ck_assert_int_eq(dated_try(k->shape, INTEGRAL, k->path, k->budget, &x), k->status);
        if (!isnan(k->low)) {
            dated_range(k->shape, INTEGRAL, k->path, &low, &high);
            ck_near(low, k->low, 1e-12 * k->high);
            ck_near(high, k->high, 1e-12 * k->high);
        }
        if (k->status) continue;
        ck_near(x, k->unknown, 1e-12);
        dated_values(k->shape, INTEGRAL, k->path, x, 2035, 11, e, c, total);
        ck_near(e[0], k->e2035, 1e-12 * k->path.e_peak);
        ck_near(e[10], k->e2045, 1e-12 * k->path.e_peak);
        ck_near(total[0], k->total2035, 1e-12 * k->path.e_peak);
        ck_near(total[10], k->total2045, 1e-12 * k->path.e_peak);
        dated_values(k->shape, INTEGRAL, k->path, x, (int32_t)k->path.t_net_zero, 1, e, c, NULL);
        ck_near(c[0], k->budget, 1e-12 * k->budget);
    }
}
END_TEST

START_TEST(closed_interval) /* both ends of the interval of the Hermite shape's cut can be met, and nothing outside */
{
    dated p = {.t0 = 2023, .e0 = 11.902503, .growth = 0.012, .t_peak = 2028, .e_peak = 12.2, .plateau = 2};
    double low, high, x, e[2], c[2];
    p.t_net_zero = 2060, p.t_budget = 2023, p.t_waypoint = 2035, p.waypoint = 0.9;
    dated_range(HERMITE, INTEGRAL, p, &low, &high);
    ck_near(dated_solved(HERMITE, INTEGRAL, p, high), 0,
            1e-15); /* flat at the waypoint: a larger cut there means a smaller budget */
    ck_near(dated_solved(HERMITE, INTEGRAL, p, low), 3 * 1.22 / 5, 1e-15);
    dated_values(HERMITE, INTEGRAL, p, dated_solved(HERMITE, INTEGRAL, p, low), 2059, 2, e, c, NULL);
    ck_near(c[1], low, 1e-12 * low);
    ck_assert(dated_solved(HERMITE, INTEGRAL, p, nextafter(low, 0)) == dated_solved(HERMITE, INTEGRAL, p, low));
    ck_assert(dated_solved(HERMITE, INTEGRAL, p, nextafter(high, 1e3)) == dated_solved(HERMITE, INTEGRAL, p, high));
    ck_fails(dated_try(HERMITE, INTEGRAL, p, low * (1 - 1e-12), &x), SKPI_EINFEASIBLE, "target");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "closed interval"));
    ck_fails(dated_try(HERMITE, INTEGRAL, p, high * (1 + 1e-12), &x), SKPI_ENOTBINDING, "target");
    p.t_waypoint = 2045; /* the segments have the same length */
    ck_fails(dated_try(HERMITE, INTEGRAL, p, 260, &x), SKPI_EDOM, "path->t_waypoint");
    p.t_waypoint = 2030;
    ck_fails(dated_try(HERMITE, INTEGRAL, p, 260, &x), SKPI_ENOTSORTED, "path->t_waypoint");
    p.t_waypoint = 2035;
    x = 0.74; /* above 3 1.22/5: the path is not monotone */
    skpi_carbon_path path = dated_path(HERMITE, INTEGRAL, &p, &x);
    ck_fails(skpi_carbon_path_value(&path, 2040, 1, e, c, NULL), SKPI_EDOM, "path->rate");
    x = -0.1;
    ck_fails(skpi_carbon_path_value(&path, 2040, 1, e, c, NULL), SKPI_ERANGE, "path->rate");
    ck_fails(skpi_carbon_path_total(&path, 2040, 1, e, NULL), SKPI_ERANGE, "path->rate");
}
END_TEST

START_TEST(linear_sums) /* sums of annual values with whole and fractional lifetimes */
{
    const dated p = {.t0 = 2023, .e0 = 100, .t_budget = 2023};
    double x;
    ck_near(100 / dated_solved(LINEAR, WITH, p, 125), 4.0 / 3, 1e-14);
    ck_near(100 / dated_solved(LINEAR, WITH, p, 730), 182 / 13.4, 1e-13);
    ck_near(100 / dated_solved(LINEAR, WITH, p, 200), 3, 1e-14); /* 100, 67, 33 */
    ck_near(100 / dated_solved(LINEAR, AFTER, p, 100), 3, 1e-14);
    ck_near(100 / dated_solved(LINEAR, AFTER, p, 25), 4.0 / 3, 1e-14);
    ck_fails(dated_try(LINEAR, WITH, p, 100, &x), SKPI_EINFEASIBLE, "target");
    ck_fails(dated_try(LINEAR, AFTER, p, 0, &x), SKPI_EINFEASIBLE, "target");
    dated q = p;
    q.t_budget = 2026;
    ck_near(100 / dated_solved(LINEAR, AFTER, q, 50), 6, 1e-13); /* 100/3 and 50/3 in 2027 and 2028 */
    q.t_budget = 2026.5;
    ck_fails(dated_try(LINEAR, AFTER, q, 50, &x), SKPI_EDOM, "path->t_budget");
    q = p, q.residual = 5;
    ck_fails(dated_try(LINEAR, AFTER, q, 50, &x), SKPI_EDOM, "path->residual");
}
END_TEST

START_TEST(linear_below_zero) /* E0 + R is 0 or below */
{
    dated p = {.t0 = 2023, .e0 = 100, .residual = -100, .t_budget = 2025};
    double low, high, x, e, c;
    dated_range(LINEAR, INTEGRAL, p, &low, &high);
    ck_assert(low == -200 && high == 0);
    ck_near(dated_solved(LINEAR, INTEGRAL, p, -100), 50, 1e-13); /* 2 (2 100 - 100)/4; net zero in 2027 */
    dated_values(LINEAR, INTEGRAL, p, 50, 2027, 1, &e, &c, NULL);
    ck_near(c, -100, 1e-12);
    ck_fails(dated_try(LINEAR, INTEGRAL, p, 1, &x), SKPI_ENOTBINDING, "target");
    p.t_budget = 2023;
    ck_fails(dated_try(LINEAR, INTEGRAL, p, -1, &x), SKPI_EDOM, "path->e0");
    p.residual = -250, p.t_budget = 2024;
    x = dated_solved(LINEAR, INTEGRAL, p, -300);
    ck_near((100.0 * 100 - 250.0 * 250) / (2 * x) - 100 + x / 2, -300, 1e-11);
    p.residual = -60; /* two lines have the same budget below 0, so neither is given */
    ck_fails(dated_try(LINEAR, INTEGRAL, p, -1, &x), SKPI_EINFEASIBLE, "target");
}
END_TEST

/* the cumulative emission is negative before t_budget and 0 at it; a sum with its base year counts that year */
START_TEST(cumulative_before)
{
    const dated p = {.t0 = 2020, .e0 = 100, .t_budget = 2023};
    double e[6], c[6], total[6];
    dated_values(LINEAR, INTEGRAL, p, 5, 2020, 6, e, c, total);
    ck_near(c[0], -277.5, 1e-12);
    ck_assert(c[3] == 0);
    ck_near(c[5], 165 - 5 * 2.0 + 5, 1e-12);
    for (int j = 0; j < 5; j++) ck_near(c[j + 1] - c[j], total[j], 1e-12);
    dated_values(LINEAR, AFTER, p, 5, 2020, 6, e, c, total);
    ck_near(c[0], -(95 + 90 + 85), 1e-12);
    ck_assert(c[3] == 0);
    ck_near(c[5], 80 + 75, 1e-12);
    ck_near(total[0], 97.5, 1e-13); /* the value of the integral, under every convention */
    dated_values(LINEAR, WITH, p, 5, 2020, 6, e, c, NULL);
    ck_near(c[0], -(95 + 90), 1e-12);
    ck_near(c[3], 85, 1e-12);
    ck_near(c[5], 85 + 80 + 75, 1e-12);
    dated_values(LINEAR, WITH, p, 5, 2024, 2, e, c, NULL); /* an axis that begins later */
    ck_near(c[1], 85 + 80 + 75, 1e-12);
}
END_TEST

START_TEST(crossing_of_zero) /* with a residual below 0, net zero comes before the end of the path */
{
    dated p = {
        .t0 = 2023, .e0 = 11.9, .residual = -0.5, .t_peak = 2028, .e_peak = 12.2, .plateau = 2, .t_net_zero = 2060};
    const int32_t shapes[] = {PEAK, HERMITE, PEAK, HERMITE};
    const double unknown[] = {1.1, 2060, 1.1, 0.3};
    p.t_budget = 2024;
    for (int j = 0; j < 4; j++) {
        double first = -7, stays = -7, before, after, c;
        if (j >= 2) p.t_waypoint = 2035, p.waypoint = 0.9;
        skpi_carbon_path path = dated_path(shapes[j], INTEGRAL, &p, &unknown[j]);
        ck_assert_int_eq(skpi_carbon_path_net_zero(&path, NULL, &first, &stays, NULL), SKPI_OK);
        ck_assert(first == stays && first > 2045 && first < 2060);
        dated_values(shapes[j], INTEGRAL, p, unknown[j], (int32_t)floor(first), 1, &before, &c, NULL);
        dated_values(shapes[j], INTEGRAL, p, unknown[j], (int32_t)ceil(first), 1, &after, &c, NULL);
        ck_assert(before > 0 && after < 0);
        ck_assert_int_eq(skpi_carbon_path_net_zero(&path, &p.e_peak, &first, &stays, NULL), SKPI_OK);
        ck_assert(first == 2023 && stays == 2023); /* no path is above its peak */
    }
}
END_TEST

START_TEST(rows_without) /* rows whose waypoint is NaN */
{
    const double t0[] = {2023, 2023}, e0[] = {11.9, 11.9}, t_peak[] = {2028, 2028}, e_peak[] = {12.2, 12.2};
    const double tz[] = {2060, 2060}, date[] = {2035, NAN}, part[] = {0.9, NAN}, budget[] = {260, 260};
    double power[2], rate[2], e[2], c[2];
    int32_t status[2];
    skpi_carbon_path path = {.size = sizeof path, .n = 2, .shape = PEAK, .convention = INTEGRAL, .t0 = t0, .e0 = e0};
    path.t_peak = t_peak, path.e_peak = e_peak, path.t_net_zero = tz;
    ck_assert_int_eq(skpi_carbon_path_solve(&path, BUDGET, budget, power, NULL), SKPI_OK);
    const double plain = power[1];
    path.t_waypoint = date, path.waypoint = part;
    ck_assert_int_eq(skpi_carbon_path_solve(&path, BUDGET, budget, power, NULL), SKPI_OK);
    ck_assert(power[1] == plain && power[0] > plain); /* the path falls by less until 2035 and faster after it */
    path.shape = HERMITE;
    ck_assert_int_eq(skpi_carbon_path_solve(&path, BUDGET, budget, rate, status), SKPI_WROWS);
    /* row 1 has no unknown, because no rate has an effect on it */
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_EDOM && isnan(rate[1]));
    path.rate = rate;
    ck_assert_int_eq(skpi_carbon_path_value(&path, 2060, 1, e, c, NULL), SKPI_OK);
    ck_near(c[0], 260, 1e-12 * 260);
    ck_near(c[1], 5 * (11.9 + 12.2) / 2 + 32 * 12.2 / 2, 1e-11);
    path.rate = NULL;
    ck_fails(skpi_carbon_path_value(&path, 2060, 1, e, c, NULL), SKPI_EINVAL, "path->rate");
    path.waypoint = NULL, path.rate = rate;
    ck_fails(skpi_carbon_path_value(&path, 2060, 1, e, c, NULL), SKPI_EINVAL, "path->waypoint");
    path.waypoint = part, path.t_waypoint = NULL;
    ck_fails(skpi_carbon_path_value(&path, 2060, 1, e, c, NULL), SKPI_EINVAL, "path->t_waypoint");
    path.waypoint = NULL, path.rate = rate;
    ck_fails(skpi_carbon_path_value(&path, 2060, 1, e, c, NULL), SKPI_EINVAL, "path->rate");
    const double half[] = {2035, 2035};
    path.t_waypoint = half, path.waypoint = part, rate[1] = 0.3;
    ck_fails(skpi_carbon_path_value(&path, 2060, 1, e, c, NULL), SKPI_ENOTFINITE, "path->waypoint");
}
END_TEST

START_TEST(plateau_through) /* a waypoint f = 1 on the plateau changes nothing; before the peak it is refused */
{
    dated p = {
        .t0 = 2023, .e0 = 11.9, .t_peak = 2028, .e_peak = 12.2, .plateau = 4, .t_net_zero = 2060, .t_budget = 2023};
    double x;
    const double plain = dated_solved(PEAK, INTEGRAL, p, 260);
    p.waypoint = 1, p.t_waypoint = 2030;
    ck_assert(dated_solved(PEAK, INTEGRAL, p, 260) == plain);
    p.t_waypoint = 2027;
    ck_fails(dated_try(PEAK, INTEGRAL, p, 260, &x), SKPI_ENOTSORTED, "path->t_waypoint");
    p.t_waypoint = 2036, p.plateau = 0;
    dated longer = p;
    longer.t_waypoint = longer.waypoint = 0, longer.plateau = 8;
    ck_near(dated_solved(PEAK, INTEGRAL, p, 260), dated_solved(PEAK, INTEGRAL, longer, 260), 1e-13);
}
END_TEST

START_TEST(bad_dates)
{
    dated p = {.t0 = 2023.5, .e0 = 11.9, .t_budget = 2023, .t_end = 2060};
    double x, e = -7;
    ck_fails(dated_try(EXPONENTIAL, INTEGRAL, p, 200, &x), SKPI_EDOM, "path->t_budget");
    p.t_budget = NAN;
    ck_fails(dated_try(EXPONENTIAL, INTEGRAL, p, 200, &x), SKPI_ENOTFINITE, "path->t_budget");
    p.t_budget = 2060;
    ck_fails(dated_try(EXPONENTIAL, INTEGRAL, p, 200, &x), SKPI_ENOTSORTED, "path->t_end");
    p.t_budget = 2024, p.t_end = 0;
    p.t_peak = 2023, p.e_peak = 11.9, p.t_net_zero = 2060;
    ck_fails(dated_try(PEAK, INTEGRAL, p, 200, &x), SKPI_ENOTSORTED, "path->t_peak");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "for a place past its peak give t_peak = t0 and e_peak = e0"));
    p.t_peak = 2023.5, p.t_budget = 2060;
    ck_fails(dated_try(PEAK, INTEGRAL, p, 200, &x), SKPI_ENOTSORTED, "path->t_net_zero");
    p.t_budget = 2400;
    ck_fails(dated_try(HERMITE, INTEGRAL, p, 200, &x), SKPI_ERANGE, "path->t_budget");
    p.t_budget = 2024, x = 0.05;
    skpi_carbon_path path = dated_path(EXPONENTIAL, INTEGRAL, &p, &x);
    ck_fails(skpi_carbon_path_total(&path, 2023, 1, &e, NULL), SKPI_ENOTSORTED, "path->t0");
    ck_fails(skpi_carbon_path_total(&path, 2024, 1, NULL, NULL), SKPI_EINVAL, "total");
    path.waypoint = &x;
    ck_fails(skpi_carbon_path_total(&path, 2024, 1, &e, NULL), SKPI_EINVAL, "path->waypoint");
    path.waypoint = NULL, x = -5;
    ck_fails(skpi_carbon_path_total(&path, 2300, 1, &e, NULL), SKPI_EOVERFLOW, "emission");
    ck_assert(e == -7);
    int32_t status;
    ck_assert_int_eq(skpi_carbon_path_total(&path, 2300, 1, &e, &status), SKPI_WROWS);
    ck_assert(isnan(e) && status == SKPI_EOVERFLOW);
    p.t_budget = 2300, e = -7; /* what is missing until then is cumulative too */
    path = dated_path(EXPONENTIAL, INTEGRAL, &p, &x);
    ck_fails(skpi_carbon_path_value(&path, 2024, 1, NULL, &e, NULL), SKPI_EOVERFLOW, "emission");
    ck_assert(e == -7);
    ck_assert_int_ge(skpi_carbon_path_value(&path, 2024, 1, &e, NULL, NULL), SKPI_OK);
    ck_near(e, 11.9 * exp(2.5), 1e-12);
}
END_TEST

START_TEST(unusual) /* rates that are probably percentages, or of another unit of time */
{
    const struct {
        int32_t shape;
        double value;
        const char *name;
    } cases[] = {{EXPONENTIAL, 0.51, "path->rate"},
                 {COMPOUND, 0.21, "path->rate"},
                 {LINEAR, 51, "path->rate"},
                 {CAPPED, 0.51, "path->mitigation"}};
    dated p = {.t0 = 2023, .e0 = 100, .t_budget = 2023};
    double e, c;
    skpi_error error = {.size = sizeof error};
    for (size_t i = 0; i < COUNT(cases); i++) {
        double x = cases[i].value;
        skpi_carbon_path path = dated_path(cases[i].shape, INTEGRAL, &p, &x);
        ck_assert_int_eq(skpi_carbon_path_value(&path, 2024, 1, &e, &c, NULL), SKPI_WUNUSUAL);
        ck_assert_int_eq(skpi_last_error_get(&error), SKPI_OK);
        ck_assert_str_eq(error.name, cases[i].name);
        x *= 0.95;
        ck_assert_int_eq(skpi_carbon_path_value(&path, 2024, 1, &e, &c, NULL), SKPI_OK);
    }
    double x = 0.1;
    p.growth = 0.16;
    skpi_carbon_path path = dated_path(CAPPED, INTEGRAL, &p, &x);
    ck_assert_int_eq(skpi_carbon_path_total(&path, 2024, 1, &e, NULL), SKPI_WUNUSUAL);
    ck_assert_int_eq(skpi_carbon_path_peak(&path, &e, &c, NULL), SKPI_WUNUSUAL);
    ck_assert_int_eq(skpi_carbon_path_net_zero(&path, NULL, &e, &c, NULL), SKPI_WUNUSUAL);
    p.t_end = 2060;
    path = dated_path(CAPPED, INTEGRAL, &p, NULL);
    ck_assert_int_eq(skpi_carbon_path_range(&path, BUDGET, &e, &c, NULL), SKPI_WUNUSUAL);
    ck_assert_int_eq(dated_try(CAPPED, INTEGRAL, p, 2000, &x), SKPI_WUNUSUAL);
}
END_TEST

UNIT_MAIN("carbon path dates",
          UNIT_CASE("known answers", later_budgets, waypoints, closed_interval, linear_sums, linear_below_zero,
                    cumulative_before, crossing_of_zero, rows_without, plateau_through),
          UNIT_CASE("bad input", bad_dates, unusual))
