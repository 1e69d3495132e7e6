/* Ends of what the functions on emissions take: sums near the largest double, dates and years at the edge of a table,
 * paths whose residual is below minus their level.
 *
 * Known answers: closed forms in each test.
 */
#include "core/check.h"
#include "unit/unit.h"

/* The step to 2023 uses the whole budget, but by its rounded quotient ends just before; the next step begins at 0 with
 * nothing left. */
START_TEST(a_budget_used_up_at_a_year)
{
    static const int32_t year[] = {2020, 2023, 2028};
    static const double value[] = {3.7, 0, 3.7};
    const skpi_table y = {.size = sizeof y, .n = 1, .m = 3, .year = year, .value = value};
    const double from = 2020, budget = 3 * (value[0] / 2 + value[1] / 2);
    double date = -7;
    ck_assert_int_eq(skpi_carbon_budget_date(&y, &from, &budget, &date, NULL), SKPI_OK);
    ck_assert(date == 2023);
}
END_TEST

START_TEST(equivalents_need_their_years)
{
    static const int32_t year[] = {2000, 2001, 2020, 2021};
    static const double value[] = {1, 2, 3, NAN};
    const skpi_table t = {.size = sizeof t, .n = 1, .m = 4, .year = year, .value = value};
    double out = -7;
    ck_assert_int_eq(skpi_carbon_gwp_star(&t, 28, 2020, 1, &out, NULL), SKPI_OK);
    ck_near(out, 28 * (4.53 * 3 - 4.25 * 1), 1e-12);
    ck_fails(skpi_carbon_gwp_star(&t, 28, 2010, 1, &out, NULL), SKPI_ENODATA, "emission->year"); /* no such year */
    ck_fails(skpi_carbon_gwp_star(&t, 28, 2021, 1, &out, NULL), SKPI_ENODATA, "emission->year"); /* no value in it */
    ck_fails(skpi_carbon_gwp_star(&t, 28, 2022, 1, &out, NULL), SKPI_ENODATA, "emission->year"); /* after the table */
}
END_TEST

START_TEST(harmonised_to_a_zero_at_a_year)
{
    static const int32_t year[] = {2010, 2020, 2025, 2030, 2040};
    static const double model[] = {12, 10, 6, 0, -5}, kept[] = {NAN, 8, 5, 0, -5}, minus[] = {-2, -4, -3, -1, 1};
    const double history = 8, none = 0;
    skpi_table t = {.size = sizeof t, .n = 1, .m = 5, .year = year, .value = model};
    skpi_carbon_harmonise_options o = {
        .size = sizeof o, .flags = SKPI_CARBON_HARMONISE_FLAG_PAST, .method = SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO};
    double out[5], zero = -7;
    ck_assert_int_eq(skpi_carbon_harmonise(&t, &history, 2020, &o, out, &zero, NULL), SKPI_OK);
    ck_assert(isnan(out[0]) && zero == 2030);
    for (int j = 1; j < 5; j++) ck_near(out[j], kept[j], 1e-15);
    t.m = 4; /* it ends at 0 */
    zero = -7;
    ck_assert_int_eq(skpi_carbon_harmonise(&t, &history, 2020, &o, out, &zero, NULL), SKPI_OK);
    ck_assert(zero == 2030 && out[3] == 0);
    t.m = 5;
    /* a history of 0 has the ratio 0, whatever the sign of the model */
    t.value = minus;
    o.method = SKPI_CARBON_HARMONISE_METHOD_RATIO;
    ck_assert_int_eq(skpi_carbon_harmonise(&t, &none, 2020, &o, out, NULL, NULL), SKPI_WADJUSTED);
    for (int j = 0; j < 5; j++) ck_assert(out[j] == 0);
    ck_fails(skpi_carbon_harmonise(&t, &history, 2020, &o, out, NULL, NULL), SKPI_EDOM, "history");
}
END_TEST

/* Two of the four required sub-sectors are there: one has a number, the other the key NO. */
START_TEST(required_sub_sectors)
{
    static const char *const reference[] = {"I.1.1", "I.2.1", "II.1.1", "I.1.2"};
    static const char *const required[] = {"I.1.1", "I.1.3", "I.1.2", "III.1.1"};
    static const char *const gas[] = {"CO2", "CO2", "CO2", "CO2"};
    static const double amount[] = {1, 2, 4, 0};
    static const int32_t scope[] = {1, 1, 1, 2}, key[] = {0, 0, 0, SKPI_CARBON_KEY_NOT_OCCURRING};
    const skpi_carbon_inventory_total_in in = {.size = sizeof in,
                                               .n = 4,
                                               .reference = reference,
                                               .gas = gas,
                                               .amount = amount,
                                               .scope = scope,
                                               .key = key,
                                               .n_required = 4,
                                               .required = required};
    double basic, complete;
    skpi_carbon_inventory_total_out o = {.size = sizeof o, .basic = &basic, .completeness = &complete};
    ck_assert_int_eq(skpi_carbon_inventory_total(&in, SKPI_CARBON_GWP_AR6_100, &o), SKPI_OK);
    ck_assert(basic == 7 && complete == .5);
}
END_TEST

/* Each contribution is a double, their sum is not. */
START_TEST(uncertainty_beyond_a_double)
{
    static const double emission[] = {.5, .5}, far[] = {2.4e154, 2.4e154}, near[] = {2, 2};
    double total = -7, sum;
    skpi_carbon_inventory_uncertainty_out o = {.size = sizeof o, .total = &total, .sum = &sum};
    ck_fails(skpi_carbon_inventory_uncertainty(2, 1, emission, far, &o), SKPI_EOVERFLOW, "out->total");
    ck_assert(total == -7);
    ck_assert_int_ge(skpi_carbon_inventory_uncertainty(2, 1, emission, near, &o), SKPI_OK);
    ck_near(total, sqrt(2), 1e-15);
    ck_assert(sum == 1);
}
END_TEST

/* A sector that is repeated 40 times has 40 times the effect. */
START_TEST(many_equal_sectors)
{
    enum { SECTORS = 40 };
    double x0[SECTORS][2], x1[SECTORS][2], one[2], all[2];
    for (int i = 0; i < SECTORS; i++) x0[i][0] = 3, x0[i][1] = 5, x1[i][0] = 4, x1[i][1] = 2;
    skpi_carbon_lmdi_out o = {.size = sizeof o, .effect = one};
    ck_assert_int_eq(skpi_carbon_lmdi(1, 1, 2, x0[0], x1[0], SKPI_CARBON_LMDI_FORM_ADDITIVE, &o, NULL), SKPI_OK);
    o.effect = all;
    ck_assert_int_eq(skpi_carbon_lmdi(1, SECTORS, 2, x0[0], x1[0], SKPI_CARBON_LMDI_FORM_ADDITIVE, &o, NULL), SKPI_OK);
    const double mean = (8 - 15) / log(8. / 15);
    ck_near(one[0], mean * log(4. / 3), 1e-14);
    for (int k = 0; k < 2; k++) ck_near(all[k], SECTORS * one[k], 1e-12);
}
END_TEST

/* A row that fails has NaN in what is wanted, and the effects may not be. */
START_TEST(a_failed_row_without_effects)
{
    static const double x0[] = {2, 3, 2, 3}, x1[] = {4, 3, 2, -3};
    double total[2];
    int32_t status[2];
    skpi_carbon_lmdi_out o = {.size = sizeof o, .total = total};
    ck_assert_int_eq(skpi_carbon_lmdi(2, 1, 2, x0, x1, SKPI_CARBON_LMDI_FORM_ADDITIVE, &o, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_EDOM && total[0] == 6 && isnan(total[1]));
}
END_TEST

START_TEST(sectors_whose_sum_is_too_large)
{
    static const double x0[] = {4e304, 4e304}, x1[] = {4e304, 4e304};
    double total = -7;
    skpi_carbon_lmdi_out o = {.size = sizeof o, .total = &total};
    ck_fails(skpi_carbon_lmdi(1, 2, 1, x0, x1, SKPI_CARBON_LMDI_FORM_ADDITIVE, &o, NULL), SKPI_EOVERFLOW, "factor1");
    ck_assert(total == -7);
}
END_TEST

START_TEST(chains_beyond_a_double)
{
    enum { CYCLES = 40, YEARS = 4 * CYCLES };
    static const double rising[] = {1e-300, 1, 1e300, 1e300};
    /* sector after sector: a product of a million moves from one factor to the other, beside a total of 1 */
    static const double steep[][4] = {
        {1, 1e6, -1, 999999}, {1, 1e6, -1, 999999}, {1e6, 1, -1, 999999}, {1e6, 1, -1, 999999}};
    static double cycle[YEARS][3], effect[YEARS][3];
    skpi_carbon_lmdi_chain_out o = {.size = sizeof o, .effect = effect[0]};
    ck_fails_at(skpi_carbon_lmdi_chain(4, 1, 1, rising, SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE, &o), SKPI_EOVERFLOW,
                "out->effect", 2);
    ck_assert_int_eq(skpi_carbon_lmdi_chain(3, 1, 1, rising + 1, SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE, &o), SKPI_OK);
    ck_fails_at(skpi_carbon_lmdi_chain(4, 2, 2, steep[0], SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE, &o), SKPI_EOVERFLOW,
                "out->effect", 2);
    /* The first factor rises while the product is 1e304 and falls while it is 1, so that its effect grows by 6.9e306 a
     * cycle, and the second one's falls as much. */
    for (int i = 0; i < YEARS; i++) {
        const int up = i % 4 == 1 || i % 4 == 2, small = i % 4 > 1;
        cycle[i][0] = up ? 1e150 : 1e-150;
        cycle[i][1] = up ? 1 : 1e300;
        cycle[i][2] = small ? 1e-150 : 1e154;
    }
    ck_assert_int_eq(skpi_carbon_lmdi_chain(4 * 26, 1, 3, cycle[0], SKPI_CARBON_LMDI_FORM_ADDITIVE, &o), SKPI_OK);
    ck_near(effect[4 * 25][0] / 1e304, 26 * 300 * log(10), 300 * log(10));
    ck_fails_at(skpi_carbon_lmdi_chain(YEARS, 1, 3, cycle[0], SKPI_CARBON_LMDI_FORM_ADDITIVE, &o), SKPI_EOVERFLOW,
                "out->effect", 4 * 26 + 1);
}
END_TEST

/* Sums of annual values have the same path whether they are wanted or not. */
START_TEST(milestones_without_a_sum)
{
    static const int32_t year[] = {2020, 2030, 2050};
    static const double value[] = {10, 12, 0};
    const skpi_table t = {.size = sizeof t, .n = 1, .m = 3, .year = year, .value = value};
    double alone[4], with[4], sum[4];
    ck_assert_int_eq(
        skpi_carbon_path_milestones(&t, SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE, NULL, 2030, 4, with, sum, NULL),
        SKPI_OK);
    ck_assert_int_eq(
        skpi_carbon_path_milestones(&t, SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE, NULL, 2030, 4, alone, NULL, NULL),
        SKPI_OK);
    for (int j = 0; j < 4; j++) ck_assert(alone[j] == with[j]);
    for (int j = 1; j < 4; j++) ck_near(sum[j] - sum[j - 1], with[j], 1e-12);
    ck_assert(with[0] == 12);
}
END_TEST

/* A line to a residual of -30 with budgets below -u E0 and above; the budget of a rate c is (E0^2 - R^2)/(2 c) - u E0 + c u^2/2. */
START_TEST(a_line_far_below_zero)
{
    static const double t0 = 2020, e0 = 10, residual = -30, later = 2025, rates[] = {2, 2.5, 3, 4, 6, 7};
    const skpi_carbon_path path = {.size = sizeof path,
                                   .n = 1,
                                   .shape = SKPI_CARBON_SHAPE_LINEAR,
                                   .convention = SKPI_CARBON_CONVENTION_INTEGRAL,
                                   .t0 = &t0,
                                   .e0 = &e0,
                                   .residual = &residual,
                                   .t_budget = &later};
    for (int i = 0; i < 6; i++) {
        const double c = rates[i], budget = (e0 * e0 - residual * residual) / (2 * c) - 5 * e0 + c * 25 / 2;
        double rate = -7;
        ck_assert_int_ge(skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_BUDGET, &budget, &rate, NULL), SKPI_OK);
        ck_near(rate, c, 1e-13);
    }
}
END_TEST

/* The smooth path's budget from a date inside the decline, h years long of which the part u is left, is R u h +
 * (Ep - R) h (u^3 - u^4/2), whatever the sign of Ep + R. */
START_TEST(a_decline_to_far_below_zero)
{
    static const double t0 = 2020, e0 = 8, t_peak = 2028, e_peak = 10, plateau = 2, later = 2035;
    static const double residuals[] = {-3, -10, -25};
    skpi_carbon_path path = {.size = sizeof path,
                             .n = 1,
                             .shape = SKPI_CARBON_SHAPE_HERMITE,
                             .convention = SKPI_CARBON_CONVENTION_INTEGRAL,
                             .t0 = &t0,
                             .e0 = &e0,
                             .t_peak = &t_peak,
                             .e_peak = &e_peak,
                             .plateau = &plateau};
    for (int i = 0; i < 3; i++)
        for (double zero = 2060; zero <= 2300; zero += 60) {
            const double r = residuals[i], h = zero - 2030, u = (zero - later) / h;
            const double budget = r * u * h + (e_peak - r) * h * (u * u * u * (1 - u / 2));
            double found = -7;
            path.residual = &r;
            path.t_budget = &later;
            const skpi_status s = skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_BUDGET, &budget, &found, NULL);
            if ((e_peak + r > 0) == (budget > 0)) {
                ck_assert_int_eq(s, SKPI_OK);
                ck_near(found, zero, 1e-8);
            } else {
                ck_assert_msg(s == SKPI_EINFEASIBLE || s == SKPI_ENOTBINDING, "%s", skpi_status_name(s));
            }
        }
    /* ten years before the last possible date all budgets are below 0, where two dates would meet one */
    const double late = SKPI__YEAR_MAX - 10;
    double low = -7, high = -7;
    path.residual = residuals;
    path.t_budget = &late;
    ck_assert_int_eq(skpi_carbon_path_range(&path, SKPI_CARBON_TARGET_BUDGET, &low, &high, NULL), SKPI_OK);
    ck_assert(low == 0 && high == 0);
    /* from before the decline on a residual of -Ep leaves nothing to choose */
    path.residual = residuals + 1;
    path.t_budget = NULL;
    const double budget = 100;
    double found = -7;
    ck_fails(skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_BUDGET, &budget, &found, NULL), SKPI_EDOM,
             "path->e_peak");
}
END_TEST

/* Between a peak and net zero in the next year no annual value depends on the power, and net zero within a year has none: 1 + 1.05 + 1.1 + 1.15 + 1.2. */
START_TEST(a_decline_without_a_whole_year)
{
    const double t0 = 2020, e0 = 1, peak[] = {2024, 2023, 2023}, high[] = {1.2, 1.2, 1.2}, end[] = {2025, 2025, 2025.5};
    for (size_t k = 0; k < 3; k++) {
        const skpi_carbon_path path = {.size = sizeof path,
                                       .shape = SKPI_CARBON_SHAPE_PEAK,
                                       .convention = SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE,
                                       .n = 1,
                                       .t0 = &t0,
                                       .e0 = &e0,
                                       .t_peak = peak + k,
                                       .e_peak = high + k,
                                       .t_net_zero = end + k};
        const double budget = 5;
        double low = -7, most = -7, power = -7;
        const skpi_status range = skpi_carbon_path_range(&path, SKPI_CARBON_TARGET_BUDGET, &low, &most, NULL);
        if (k == 1) {
            ck_assert_int_eq(range, SKPI_OK);
            ck_near(low, 4.4, 1e-15);
            ck_near(most, 5.6, 1e-15);
            continue;
        }
        ck_assert_int_eq(range, SKPI_EDOM);
        ck_assert(low == -7 && most == -7);
        ck_fails(skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_BUDGET, &budget, &power, NULL), SKPI_EDOM,
                 "path->t_net_zero");
    }
}
END_TEST

#define V(x) (&(const double){x})
static skpi_status solved(skpi_carbon_path path, int32_t by, double target, double *unknown)
{
    path.size = sizeof path, path.n = 1;
    if (!path.convention) path.convention = SKPI_CARBON_CONVENTION_INTEGRAL;
    return skpi_carbon_path_solve(&path, by, &target, unknown, NULL);
}

/* A target at an end that cannot be met is refused, and one at an end that can be met is met, whatever the unit. */
START_TEST(targets_at_an_end)
{
    const int32_t budget = SKPI_CARBON_TARGET_BUDGET, end = SKPI_CARBON_TARGET_END;
    for (double unit = 1; unit <= 1e4; unit *= 10) {
        double x = -7;
        skpi_carbon_path peak = {.shape = SKPI_CARBON_SHAPE_PEAK,
                                 .t0 = V(2023),
                                 .e0 = V(8 / unit),
                                 .t_peak = V(2026),
                                 .e_peak = V(8 / unit),
                                 .plateau = V(2),
                                 .t_net_zero = V(2042),
                                 .residual = V(7 / unit)};
        ck_fails(solved(peak, budget, 138 / unit, &x), SKPI_EINFEASIBLE, "target"); /* 8 * 5 + 7 * 14 */
        ck_fails(solved(peak, budget, 152 / unit, &x), SKPI_ENOTBINDING, "target"); /* 8 * 19 */
        ck_fails(solved(peak, budget, 138 * (1 + 3e-16) / unit, &x), SKPI_EINFEASIBLE, "target");
        ck_fails(solved(peak, budget, 152 * (1 - 3e-16) / unit, &x), SKPI_ENOTBINDING, "target");
        ck_assert(x == -7);
        ck_assert_int_eq(solved(peak, budget, 138 * (1 + 1e-12) / unit, &x), SKPI_OK);
        /* the residual cancels what is before the decline: (10 + 20)/2 - 5 * 3, and 30 - 10 * 3 as a sum */
        peak = (skpi_carbon_path){.shape = SKPI_CARBON_SHAPE_PEAK,
                                  .t0 = V(2020),
                                  .e0 = V(10 / unit),
                                  .t_peak = V(2021),
                                  .e_peak = V(20 / unit),
                                  .t_net_zero = V(2024),
                                  .residual = V(-5 / unit)};
        ck_fails(solved(peak, budget, 0, &x), SKPI_EINFEASIBLE, "target");
        peak.e_peak = V(30 / unit), peak.residual = V(-10 / unit);
        peak.convention = SKPI_CARBON_CONVENTION_ANNUAL_AFTER_BASE;
        ck_fails(solved(peak, budget, 0, &x), SKPI_EINFEASIBLE, "target");
        const skpi_carbon_path smooth = {.shape = SKPI_CARBON_SHAPE_HERMITE,
                                         .t0 = V(2330),
                                         .e0 = V(3 / unit),
                                         .t_peak = V(2330),
                                         .e_peak = V(3 / unit),
                                         .plateau = V(10),
                                         .residual = V(-4 / unit)};
        ck_fails(solved(smooth, budget, 0, &x), SKPI_EINFEASIBLE, "target"); /* 30 - 60/2 */
        const skpi_carbon_path through = {.shape = SKPI_CARBON_SHAPE_HERMITE,
                                          .t0 = V(2023),
                                          .e0 = V(25 / unit),
                                          .t_peak = V(2023),
                                          .e_peak = V(25 / unit),
                                          .t_net_zero = V(2031),
                                          .residual = V(5 / unit),
                                          .t_waypoint = V(2026),
                                          .waypoint = V(.28)};
        ck_assert_int_eq(solved(through, budget, 76.4 / unit, &x), SKPI_OK); /* 78 - 1.2 (25 - 9)/12 */
        ck_near(x * unit, 1.2, 1e-12);
        ck_assert_int_eq(solved(through, budget, 78 / unit, &x), SKPI_OK);
        ck_near(x * unit, 0, 1e-12);
        const skpi_carbon_path line = {.shape = SKPI_CARBON_SHAPE_LINEAR,
                                       .t0 = V(2020),
                                       .t_end = V(2030),
                                       .e0 = V(5 / unit),
                                       .residual = V(1 / unit + 2 / unit)};
        ck_assert_int_eq(solved(line, end, 3 / unit, &x), SKPI_OK);
        ck_near(x * unit, .2, 1e-14);
        const skpi_carbon_path capped = {
            .shape = SKPI_CARBON_SHAPE_CAPPED, .t0 = V(2020), .t_end = V(2023), .e0 = V(7 / unit)};
        ck_assert_int_eq(solved(capped, budget, 21 / unit, &x), SKPI_OK);
        ck_near(x, 0, 1e-8); /* a budget of nearly no mitigation has a small slope */
        ck_fails(solved(capped, budget, 21 * (1 + 1e-12) / unit, &x), SKPI_ENOTBINDING, "target");
        /* both limits of a logistic decline, of an end and of a budget, are 0 but for rounding */
        skpi_carbon_path curve = {.shape = SKPI_CARBON_SHAPE_LOGISTIC,
                                  .t0 = V(2020),
                                  .t_end = V(2030),
                                  .rate = V(log(2) / 10),
                                  .e0 = V(.5 / unit),
                                  .residual = V(-.5 / unit)};
        ck_fails(solved(curve, end, 1e-16 / unit, &x), SKPI_EINFEASIBLE, "target");
        curve.rate = V(.1), curve.e0 = V(exp(-1) / unit), curve.residual = V(expm1(-1) / unit);
        ck_fails(solved(curve, budget, 2e-15 / unit, &x), SKPI_EINFEASIBLE, "target");
    }
}
END_TEST

UNIT_MAIN("carbon_ends", UNIT_CASE("dates", a_budget_used_up_at_a_year, equivalents_need_their_years),
          UNIT_CASE("harmonise", harmonised_to_a_zero_at_a_year),
          UNIT_CASE("inventory", required_sub_sectors, uncertainty_beyond_a_double),
          UNIT_CASE("lmdi", many_equal_sectors, a_failed_row_without_effects, sectors_whose_sum_is_too_large,
                    chains_beyond_a_double),
          UNIT_CASE("paths", milestones_without_a_sum, a_line_far_below_zero, a_decline_to_far_below_zero,
                    a_decline_without_a_whole_year, targets_at_an_end))
