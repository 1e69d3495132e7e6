/* The digital economy at the limits: shares beyond a double or below 0, names that are none, tables that are singular. */
#include "series/walk_correlation.h"
#include "unit/economy_table.h"

/* Value added so large beside GDP that the share, its error or an end of its interval has no double: 20 sectors that are
 * digital by a hundredth, with errors of .09 that go together. */
START_TEST(coefficients_beyond_a_double)
{
    enum { SECTORS = 20 };
    double value[SECTORS], coefficient[SECTORS], error[SECTORS], gdp = 1, share;
    const skpi_digital_coefficient_options together = {.size = sizeof together, .correlation = 1},
                                           wide = {.size = sizeof wide, .correlation = 1, .coverage = .9999};
    const skpi_digital_coefficient_in in = {.size = sizeof in,
                                            .n = 1,
                                            .n_sectors = SECTORS,
                                            .value_added = value,
                                            .coefficient = coefficient,
                                            .coefficient_error = error,
                                            .gdp = &gdp};
    skpi_digital_coefficient_out out = {.size = sizeof out, .share = &share};
    for (int k = 0; k < SECTORS; k++) value[k] = .01, coefficient[k] = .01, error[k] = .09;
    ck_assert_int_eq(skpi_digital_coefficient(&in, &together, &out, NULL), SKPI_OK);
    ck_near(share, .002, 1e-15);
    for (int k = 0; k < SECTORS; k++) value[k] = 1.2e308;
    ck_fails(skpi_digital_coefficient(&in, &together, &out, NULL), SKPI_EOVERFLOW, "out->error");
    for (int k = 0; k < SECTORS; k++) value[k] = 9e307;
    ck_fails(skpi_digital_coefficient(&in, &wide, &out, NULL), SKPI_EOVERFLOW, "out->low");
    for (int k = 0; k < SECTORS; k++) value[k] = 7.5e307; /* 1.5e307, and 1.28 of 1.35e308 above it */
    ck_fails(skpi_digital_coefficient(&in, &together, &out, NULL), SKPI_EOVERFLOW, "out->high");
    gdp = 1e-2;
    ck_fails(skpi_digital_coefficient(&in, &together, &out, NULL), SKPI_EOVERFLOW, "out->share");
}
END_TEST

/* Quantiles keep their digits whatever the size of the share, down to the smallest numbers there are. */
START_TEST(quantiles_of_any_size)
{
    const double coefficient[] = {.3, .4}, error[] = {.1, .15}, prob[] = {.1, .5, .9}, gdp = 1;
    const double size[] = {1, 0x1p-500, 0x1p-1000, 0x1p-1070};
    const skpi_digital_coefficient_options o = {.size = sizeof o, .n_prob = 3, .prob = prob};
    double quantile[4][3];
    for (int k = 0; k < 4; k++) {
        const double value[] = {.25 * size[k], .5 * size[k]};
        const skpi_digital_coefficient_in in = {.size = sizeof in,
                                                .n = 1,
                                                .n_sectors = 2,
                                                .value_added = value,
                                                .coefficient = coefficient,
                                                .coefficient_error = error,
                                                .gdp = &gdp};
        skpi_digital_coefficient_out out = {.size = sizeof out, .quantile = quantile[k]};
        ck_assert_int_eq(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_OK);
        for (int i = 0; i < 3; i++) ck_near(quantile[k][i], quantile[0][i] * size[k], 1e-15 * size[k] + 0x1p-1073);
    }
}
END_TEST

/* Value added times its weight may be beyond a double. */
START_TEST(quantiles_of_heavy_sectors)
{
    const double value = 0x1p1000, weight = 0x1p30, gdp = 0x1p1020, coefficient = 0x1p-12, prob = .5;
    const double error = sqrt(1. / 12) * 0x1p-14, one = 1;
    double heavy, light;
    const skpi_digital_coefficient_options o = {.size = sizeof o, .n_prob = 1, .prob = &prob};
    skpi_digital_coefficient_out out = {.size = sizeof out, .quantile = &heavy};
    skpi_digital_coefficient_in in = {.size = sizeof in,
                                      .n = 1,
                                      .n_sectors = 1,
                                      .value_added = &value,
                                      .weight = &weight,
                                      .coefficient = &coefficient,
                                      .coefficient_error = &error,
                                      .gdp = &gdp};
    ck_assert_int_eq(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_OK);
    const double ten_bits = 0x1p10;
    in.value_added = &ten_bits, in.weight = NULL, in.gdp = &one, out.quantile = &light;
    ck_assert_int_eq(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_OK);
    ck_assert(heavy == light);
}
END_TEST

/* A single coefficient that is 0 or 1 nearly surely, flatter than an incomplete Beta function can be computed: its
 * quantiles are those of two figures, within a thousandth. */
START_TEST(quantiles_of_a_coin)
{
    const double value = .2, coefficient = .5, error = .49999999, gdp = 1, prob[] = {.1, .4, .6, .9};
    double quantile[4];
    const skpi_digital_coefficient_options o = {.size = sizeof o, .n_prob = 4, .prob = prob};
    const skpi_digital_coefficient_in in = {.size = sizeof in,
                                            .n = 1,
                                            .n_sectors = 1,
                                            .value_added = &value,
                                            .coefficient = &coefficient,
                                            .coefficient_error = &error,
                                            .gdp = &gdp};
    skpi_digital_coefficient_out out = {.size = sizeof out, .quantile = quantile};
    ck_assert_int_eq(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_WNOTCONVERGED);
    for (int i = 0; i < 4; i++) ck_near(quantile[i], prob[i] < .5 ? 0 : .2, .2 * .005);
}
END_TEST

START_TEST(codes_of_classes)
{
    ck_assert_str_eq(skpi_digital_nbs_class_name("01", 0), "manufacture of digital products");
    ck_assert_ptr_nonnull(skpi_digital_nbs_class_name("0101", 0));
    static const char *const none[] = {"01:", "010", "0100", "010:", "01011", "0111", "06", "0/", "1101"};
    for (size_t k = 0; k < sizeof none / sizeof *none; k++) ck_assert_ptr_null(skpi_digital_nbs_class_name(none[k], 0));
}
END_TEST

/* An industry of negative value added makes the digital part larger than the whole. */
START_TEST(satellites_of_negative_value_added)
{
    const double make[] = {1, 0, 0, 1}, share[] = {1, 0}, value[] = {3, -2};
    double found = 7;
    skpi_digital_satellite_out out = {.size = sizeof out, .share = &found};
    ck_fails(skpi_digital_satellite(2, 2, make, share, value, &out), SKPI_ERANGE, "out->share");
    ck_assert(found == 7);
    const double other[] = {0, 1};
    ck_fails(skpi_digital_satellite(2, 2, make, other, value, &out), SKPI_ERANGE, "out->share");
}
END_TEST

/* A region that sells itself just what it makes has no table of its own: I - A is singular there, and not in whole. */
START_TEST(region_without_a_table)
{
    const economy e = {
        .n = 2, .z = {100, 50, -50, 0}, .x = {100, 100}, .va = {50, 50}, .y = {-50, 150}, .digital = {0, 1}};
    const int32_t region[] = {0, 1};
    double gdp[2], block[2], own[2], any[2];
    skpi_digital_adb_region_out out = {
        .size = sizeof out, .gdp = gdp, .share_own_block = block, .share_own_product = own, .share_any_product = any};
    skpi_economy_iotable *t = NULL;
    ck_assert_int_ge(make(&e, &t), 0);
    ck_assert_int_ge(skpi_digital_adb_region(t, 2, region, e.digital, &out), 0);
    ck_assert(gdp[0] == 50 && gdp[1] == 50);
    ck_assert(isnan(block[0]) && own[0] == 0);
    ck_near(any[0], 3, 1e-14); /* w = (2 1)', of which the second, times y, is 150 */
    ck_near(block[1], 1, 1e-14);
    skpi_economy_iotable_free(t);
}
END_TEST

START_TEST(parts_and_steps_beyond_a_double)
{
    static const int32_t years[] = {2016, 2017, 2019, 2020}, cell[] = {0, 0};
    const double part[] = {1.7e308, 1.7e308}, d[] = {1, 2, 3, 4}, g[] = {10, 11, 12, 13};
    double ordinary = NAN, implied = 7, x[3];
    skpi_digital_oecd_check_out out = {.size = sizeof out, .implied = &implied};
    ck_fails_at(skpi_digital_oecd_check(1, 2, &ordinary, part, cell, 0, &out), SKPI_EOVERFLOW, "part", 0);
    ck_assert(implied == 7);
    /* of two steps that differ from the one before the first is told */
    const skpi_table td = {.size = sizeof td, .n = 1, .m = 4, .year = years, .value = d};
    const skpi_table tg = {.size = sizeof tg, .n = 1, .m = 4, .year = years, .value = g};
    skpi_digital_growth_contribution_out steps = {.size = sizeof steps, .contribution = x};
    ck_assert_int_eq(skpi_digital_growth_contribution(&td, &tg, &steps, NULL), SKPI_WUNUSUAL);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "digital->year[0][2] = 2019"));
    ck_assert_double_eq(x[2], 1. / 12);
}
END_TEST

static skpi_status limits_splice(int32_t method, uint32_t flags, const double *older, const double *newer,
                                 double *value)
{
    static const int32_t years[] = {2016, 2017, 2018};
    const skpi_table a = {.size = sizeof a, .n = 1, .m = 3, .year = years, .value = older};
    const skpi_table b = {.size = sizeof b, .n = 1, .m = 3, .year = years, .value = newer};
    const skpi_digital_splice_options o = {.size = sizeof o, .flags = flags, .method = method};
    skpi_digital_splice_out out = {.size = sizeof out, .value = value};
    return skpi_digital_splice(&a, &b, &o, &out, NULL);
}

/* Sums that nearly vanish give a factor that each year's does not; a difference may take a share below 0. */
START_TEST(links_beyond_their_range)
{
    double value[3] = {7, 7, 7};
    ck_fails_at(limits_splice(SKPI_DIGITAL_SPLICE_METHOD_SUMS, 0, (const double[]){1, 0x1p-40 - 1, 3},
                              (const double[]){1e300, 1e300, NAN}, value),
                SKPI_EOVERFLOW, "out->factor", 0);
    ck_fails_at(limits_splice(SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE, SKPI_DIGITAL_SPLICE_FLAG_SHARES,
                              (const double[]){.1, .5, .6}, (const double[]){NAN, .2, .3}, value),
                SKPI_ERANGE, "table0->value", 0);
    ck_assert_double_eq(value[0], 7);
    ck_assert_int_eq(limits_splice(SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE, 0, (const double[]){.1, .5, .6},
                                   (const double[]){NAN, .2, .3}, value),
                     SKPI_OK);
    ck_near(value[0], -.2, 1e-16);
}
END_TEST

/* A bad row fails alone: its totals are NaN where they are wanted, and a definition is not compared with one that has
 * no meaning. */
START_TEST(bad_rows)
{
    static const int32_t years[] = {2016};
    const double value[] = {1, -1, 2, 3}, gdp[] = {10};
    const skpi_table a = {.size = sizeof a, .n = 2, .m = 1, .year = years, .value = value},
                     b = {.size = sizeof b, .n = 2, .m = 1, .year = years, .value = value + 2};
    const skpi_table *part[] = {&a, &b};
    double total[2];
    int32_t status[2], definition[2];
    skpi_digital_sum_of_parts_out sum = {.size = sizeof sum, .total = total};
    ck_assert_int_eq(skpi_digital_sum_of_parts(2, part, NULL, 0, &sum, status), SKPI_WROWS);
    ck_assert(status[0] == 0 && status[1] == SKPI_ERANGE && total[0] == 3 && isnan(total[1]));

    const skpi_basis core = {.size = sizeof core, .definition = SKPI_DIGITAL_DEFINITION_NBS_CORE},
                     caict = {.size = sizeof caict, .definition = SKPI_DIGITAL_DEFINITION_CAICT};
    const skpi_table d = {.size = sizeof d, .n = 1, .m = 1, .year = years, .value = value, .basis = &core};
    const skpi_table g = {.size = sizeof g, .n = 1, .m = 1, .year = years, .value = gdp};
    const skpi_table other = {.size = sizeof other, .n = 1, .m = 1, .year = years, .value = gdp, .basis = &caict};
    const skpi_table *digital[] = {&d, &d}, *gdps[] = {&other, &g};
    skpi_digital_compare_out compared = {.size = sizeof compared, .definition = definition};
    ck_assert_int_eq(skpi_digital_compare(2, digital, gdps, &compared, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_EDEFMIX && status[1] == SKPI_OK);
    ck_assert(definition[0] == SKPI_NONE && definition[1] == SKPI_DIGITAL_DEFINITION_NBS_CORE);
}
END_TEST

/* Sectors of +-1e300 beside a GDP of 1e-20. */
START_TEST(shares_beyond_a_double)
{
    const economy e = {.n = 3,
                       .z = {0, 2e300, 0, /**/ 0, 0, 0, /**/ 0, 0, 0},
                       .x = {1e300, 1e300, 1e-20},
                       .va = {1e300, -1e300, 1e-20},
                       .y = {-1e300, 1e300, 1e-20},
                       .digital = {0, 1, 0}};
    const int32_t one[] = {0, 0, 0};
    double exact = 7, direct = 7;
    skpi_digital_adb_out out = {.size = sizeof out, .share_exact = &exact};
    skpi_digital_adb_region_out regions = {.size = sizeof regions, .share_direct = &direct};
    skpi_economy_iotable *t = NULL;
    ck_assert_int_ge(make(&e, &t), 0);
    ck_fails(skpi_digital_adb(t, e.digital, NULL, &out), SKPI_EOVERFLOW, "out->share_exact");
    ck_fails_at(skpi_digital_adb_region(t, 1, one, e.digital, &regions), SKPI_EOVERFLOW, "out->share_direct", 0);
    ck_assert(exact == 7 && direct == 7);
    skpi_economy_iotable_free(t);
}
END_TEST

enum { YEARS = 9 };

/* The .95 quantile of part 0 after five years, from a history and the correlation of its ratios; NULL: its own. */
static double limits_quantile(const int32_t *year, const double *part, const double *correlation)
{
    static const double prob = .95;
    const skpi_ensemble_plan_options o = {
        .size = sizeof o, .seed = 4, .n_draws = 4000, .mode = SKPI_ENSEMBLE_MODE_EXACT, .n_places = 1};
    const skpi_digital_ensemble_add_history_in in = {
        .size = sizeof in, .m = YEARS, .n_parts = 3, .year = year, .part = part, .correlation = correlation};
    skpi_ensemble_plan *plan = NULL;
    skpi_ensemble_result *result = NULL;
    int32_t model;
    double found[5];
    ck_assert_int_eq(skpi_ensemble_plan_new(2020, 5, &o, &plan), SKPI_OK);
    ck_assert_int_ge(skpi_digital_ensemble_add_history(plan, &in, &model), 0);
    ck_assert_int_eq(skpi_ensemble_result_new(plan, &result), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_result_run(result, plan, NULL), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_result_quantile(result, model, 0, 1, &prob, found), SKPI_OK);
    skpi_ensemble_result_free(result);
    skpi_ensemble_plan_free(plan);
    return found[4];
}

/* The correlation of a history's ratios may be given: that of its own changes changes nothing. */
START_TEST(correlations_of_histories)
{
    int32_t year[YEARS];
    double part[3 * YEARS], change[2][YEARS - 1];
    for (int k = 0; k < YEARS; k++) {
        year[k] = 2011 + k;
        part[3 * k] = .1 * exp(.05 * sin(k)), part[3 * k + 1] = .2 * exp(.06 * cos(3 * k)), part[3 * k + 2] = 1;
    }
    for (int k = 1; k < YEARS; k++) /* the last change first, as the library has them */
        for (int j = 0; j < 2; j++) change[j][YEARS - 1 - k] = log(part[3 * k + j]) - log(part[3 * k - 3 + j]);
    const double own =
        skpi__walk_correlation(skpi__walk_form_of(SKPI_SERIES_FAN_FORM_DIGITAL), YEARS - 1, change[0], change[1]);
    const double opposed = -1, expected = limits_quantile(year, part, NULL);
    ck_near(limits_quantile(year, part, &own), expected, 1e-12);
    ck_assert(fabs(limits_quantile(year, part, &opposed) - expected) > 1e-4);
}
END_TEST

UNIT_MAIN("digital_limits",
          UNIT_CASE("limits", coefficients_beyond_a_double, quantiles_of_any_size, quantiles_of_heavy_sectors,
                    quantiles_of_a_coin, codes_of_classes, satellites_of_negative_value_added, shares_beyond_a_double,
                    correlations_of_histories),
          UNIT_CASE("tables", region_without_a_table, parts_and_steps_beyond_a_double, links_beyond_their_range,
                    bad_rows))
