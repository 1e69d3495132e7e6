/* Limits that are met, and sums that are nothing, but for the rounding of decimal numbers: the answers in tenths are those
 * in whole numbers. */
#include <math.h>
#include <smartkpi.h>
#include "unit/award_jury.h"
#include "unit/unit.h"

#define NEARLY_3 (.1 + .2) /* a bit more than .3 */
#define NEARLY_8 (.1 + .7) /* a bit less than .8 */

static const int32_t years[] = {2020, 2021, 2022, 2023, 2024, 2025};

static skpi_table table(size_t m, const double *value)
{
    return (skpi_table){.size = sizeof(skpi_table), .n = 1, .m = m, .year = years, .value = value};
}

/* ---- limits ---- */

/* The target is met by the first two measures; by all of the last of them. */
START_TEST(abatement_that_is_met)
{
    static const double cost[] = {1, 2, 3}, potential[] = {.7, .1, .2}, tenths[] = {.1, .2, .3};
    double use[3], marginal, total;
    skpi_carbon_abatement_out out = {.size = sizeof out, .use = use, .marginal = &marginal, .total = &total};
    ck_assert_int_eq(skpi_carbon_abatement(3, cost, potential, .8, SKPI_CARBON_ABATEMENT_MODE_EXACT, &out), SKPI_OK);
    ck_assert(use[1] == .1 && use[2] == 0);
    ck_assert_double_eq(marginal, 2);
    ck_assert_int_eq(skpi_carbon_abatement(3, cost, tenths, .3, SKPI_CARBON_ABATEMENT_MODE_EXACT, &out), SKPI_OK);
    ck_assert(use[0] == .1 && use[1] == .2 && use[2] == 0);
    ck_assert_int_eq(skpi_carbon_abatement(3, cost, tenths, .29, SKPI_CARBON_ABATEMENT_MODE_EXACT, &out), SKPI_OK);
    ck_assert_double_eq_tol(use[1], .19, 1e-15);
    ck_assert_double_eq_tol(total, .29, 1e-15);
}
END_TEST

static double verdict(size_t m, const int32_t *year, const double *path, double date, double threshold)
{
    double net_zero = NAN;
    const skpi_carbon_verdict_probability_in in = {.size = sizeof in, .net_zero_date = &date, .threshold = &threshold};
    skpi_carbon_verdict_probability_out out = {.size = sizeof out, .net_zero = &net_zero};
    ck_assert_int_ge(skpi_carbon_verdict_probability(1, 1, m, year, path, &in, &out, NULL), 0);
    return net_zero;
}

/* A straight line from .7 to 0 in ten years falls by .07 a year; values at the threshold are not above it, and of two values that
 * are the same the first is the peak. */
START_TEST(paths_at_a_threshold)
{
    static const int32_t peak = 2020, decade[] = {2020, 2030};
    static const double line[] = {.7, 0}, steep[] = {10, 0}, flat[] = {1, NEARLY_3, NEARLY_3},
                        twice[] = {.3, NEARLY_3, .2};
    double peaked = NAN;
    for (int k = 1; k < 10; k++) {
        ck_assert_double_eq(verdict(2, decade, line, 2020 + k, .7 - 7 * k / 100.), 1);
        ck_assert_double_eq(verdict(2, decade, steep, 2029 + k / 10., 1 - k / 10.), 1); /* dates are rounded, too */
        ck_assert_double_eq(verdict(2, decade, steep, 2029 + k / 10. - .001, 1 - k / 10.), 0);
        ck_assert_double_eq(verdict(2, decade, line, 2020 + k, .7 - 7 * k / 100. - 1e-9), 0);
    }
    ck_assert_double_eq(verdict(3, years, flat, 2021, .3), 1);
    ck_assert_double_eq(verdict(3, years, flat, 2022, .3), 1);
    ck_assert_double_eq(verdict(3, years, flat, 2021, .2999999), 0);
    ck_assert_double_eq(verdict(3, years, flat, 2022, .2999999), 0);
    const skpi_carbon_verdict_probability_in in = {.size = sizeof in, .peak_year = &peak};
    skpi_carbon_verdict_probability_out out = {.size = sizeof out, .peaked = &peaked};
    ck_assert_int_ge(skpi_carbon_verdict_probability(1, 1, 3, years, twice, &in, &out, NULL), 0);
    ck_assert_double_eq(peaked, 1);
    const skpi_table y = table(3, twice);
    int32_t first = 0;
    skpi_carbon_peaked_out when = {.size = sizeof when, .peak_year = &first};
    ck_assert_int_ge(skpi_carbon_peaked(&y, NULL, &when, NULL), 0);
    ck_assert_int_eq(first, 2020);
}
END_TEST

/* 3 x .7 is 2.1, which is the last value. */
START_TEST(target_of_the_last_year)
{
    static const double value[] = {3, 2.8, 2.6, 2.4, 2.3, 2.1};
    const skpi_table y = table(6, value);
    double crossing, required, last, target = 3 * .7;
    int32_t found;
    skpi_carbon_progress_out out = {
        .size = sizeof out, .verdict = &found, .crossing = &crossing, .required = &required, .last = &last};
    for (int32_t due = 2025; due <= 2030; due += 5) {
        ck_assert_int_ge(skpi_carbon_progress(&y, &due, &target, NULL, NULL, &out, NULL), 0);
        ck_assert_int_eq(found, SKPI_CARBON_VERDICT_ALREADY_MET);
        ck_assert_double_nan(crossing);
        ck_assert_double_eq(last, 2.1);
        if (due > 2025) ck_assert_double_eq(required, 0);
    }
}
END_TEST

START_TEST(series_at_a_threshold)
{
    static const double up[] = {.5, NEARLY_8}, down[] = {1, .5, NEARLY_3}, touch[] = {.2, NEARLY_3, .2}, level = .3;
    skpi_table y = table(2, up);
    double date = NAN, permanent = NAN;
    int32_t found;
    ck_assert_int_eq(skpi_series_crossing(&y, .8, SKPI_SERIES_SCALE_LINEAR, &date, NULL), SKPI_OK);
    ck_assert_double_eq(date, 2021);
    y = table(3, touch);
    ck_assert_int_eq(skpi_series_crossing(&y, .3, SKPI_SERIES_SCALE_LINEAR, &date, NULL), SKPI_OK);
    ck_assert_double_eq(date, 2021);
    skpi_carbon_net_zero_out out = {.size = sizeof out, .first = &date, .permanent = &permanent, .verdict = &found};
    ck_assert_int_eq(skpi_carbon_net_zero(&y, &level, &out, NULL), SKPI_OK);
    ck_assert(date == 2020 && permanent == 2020);
    ck_assert_int_eq(found, SKPI_CARBON_NET_ZERO_VERDICT_ALREADY);
    y = table(3, down);
    ck_assert_int_eq(skpi_carbon_net_zero(&y, &level, &out, NULL), SKPI_OK);
    ck_assert(date == 2022 && permanent == 2022);
    ck_assert_int_eq(found, SKPI_CARBON_NET_ZERO_VERDICT_REACHED);
}
END_TEST

/* An interval includes its ends. */
START_TEST(truths_at_an_end)
{
    static const double forecast[] = {8.1, .7}, truth[] = {8.3, .8}, low[] = {8.1 - .2, NEARLY_8 - .2},
                        high[] = {8.1 + .2, NEARLY_8}, below[] = {.3, 1}, from[] = {NEARLY_3, 1}, to[] = {.5, 2};
    double coverage = NAN;
    skpi_series_score_out out = {.size = sizeof out, .coverage = &coverage};
    ck_assert_int_eq(skpi_series_score(1, 2, forecast, low, high, truth, .8, &out), SKPI_OK);
    ck_assert_double_eq(coverage, 1);
    ck_assert_int_eq(skpi_series_score(1, 2, below, from, to, below, .8, &out), SKPI_OK);
    ck_assert_double_eq(coverage, 1);
}
END_TEST

START_TEST(units_at_a_threshold)
{
    static const double value[] = {NEARLY_8, 1, .8, 2, .9, 3}, limit[] = {.8, 1.5},
                        over[] = {NEARLY_3, 1, .2, 2, .4, 3}, most[] = {.3, 1.5};
    static const int32_t sense[] = {-1, 1};
    int32_t challenge[6];
    skpi_peers_challenge_out out = {.size = sizeof out, .challenge = challenge};
    ck_assert_int_eq(skpi_peers_challenge(3, 2, 1, value, NULL, limit, &out), SKPI_OK);
    ck_assert(!challenge[0] && challenge[1] && !challenge[2] && !challenge[4]);
    ck_assert_int_eq(skpi_peers_challenge(3, 2, 1, over, sense, most, &out), SKPI_OK);
    ck_assert(!challenge[0] && challenge[1] && !challenge[2] && challenge[4]);
}
END_TEST

/* The sector's intensity falls by .1 in the last year: half of .2 before, which is no fast end.  A place at the sector's
 * end is not below it, and a sector that stays has no path. */
START_TEST(end_of_a_sector)
{
    static const double falling[] = {.6, .4, .3}, level[] = {.3, .4, NEARLY_3}, one[] = {1, 1, 1};
    double own = .8, intensity[3], emission[3];
    const double high[] = {1, .6, NEARLY_3};
    skpi_carbon_target_sda_in in = {.size = sizeof in,
                                    .n = 1,
                                    .n_years = 3,
                                    .intensity = &own,
                                    .activity = one,
                                    .sector_intensity = falling,
                                    .sector_activity = one};
    ck_assert_int_eq(skpi_carbon_target_sda(&in, intensity, emission, NULL), SKPI_OK);
    in.sector_intensity = level;
    ck_fails(skpi_carbon_target_sda(&in, intensity, emission, NULL), SKPI_EZERODIV, "in->sector_intensity");
    in.sector_intensity = high;
    own = .3;
    ck_assert_int_eq(skpi_carbon_target_sda(&in, intensity, emission, NULL), SKPI_WUNUSUAL);
    own = .29;
    ck_assert_int_eq(skpi_carbon_target_sda(&in, intensity, emission, NULL), SKPI_WUNUSUAL | SKPI_WADJUSTED);
}
END_TEST

/* All who live there leave. */
START_TEST(all_leave)
{
    static const double one = 1, natural = .1, none = 0, leave = 1.1;
    const skpi_urban_two_region_in in = {.size = sizeof in,
                                         .n = 1,
                                         .urban = &one,
                                         .rural = &one,
                                         .natural_urban = &natural,
                                         .natural_rural = &none,
                                         .to_rural = &leave,
                                         .to_urban = &none};
    double urban = NAN;
    skpi_urban_two_region_out out = {.size = sizeof out, .urban = &urban};
    ck_assert_int_eq(skpi_urban_two_region(&in, 1, &out, NULL), SKPI_WUNUSUAL);
    ck_assert_double_eq(urban, 0);
}
END_TEST

/* ---- sums ---- */

START_TEST(sums_of_nothing)
{
    static const double parts[] = {.1, .2, -.3}, other[] = {.1, .3, -.3}, one[] = {1, 1, 1}, half[] = {.1, .1, .1};
    double total, change[3], effect[3], factor;
    skpi_carbon_inventory_uncertainty_out out = {.size = sizeof out, .total = &total};
    ck_fails(skpi_carbon_inventory_uncertainty(3, 1, parts, half, &out), SKPI_EZERODIV, "emission");
    const double apart[] = {1.5e308, -1e308, -1e307};
    ck_assert_int_eq(skpi_carbon_inventory_uncertainty(3, 1, apart, half, &out), SKPI_OK);
    skpi_economy_within_between_in in = {.size = sizeof in,
                                         .n = 1,
                                         .n_sectors = 3,
                                         .value_added0 = parts,
                                         .value_added1 = one,
                                         .share0 = half,
                                         .share1 = half};
    skpi_economy_within_between_out split = {.size = sizeof split, .change = change};
    ck_fails(skpi_economy_within_between(&in, SKPI_ECONOMY_SPLIT_MIDPOINT, &split, NULL), SKPI_EZERODIV,
             "in->value_added0");
    in.value_added0 = one;
    in.value_added1 = parts;
    ck_fails(skpi_economy_within_between(&in, SKPI_ECONOMY_SPLIT_MIDPOINT, &split, NULL), SKPI_EZERODIV,
             "in->value_added1");
    skpi_carbon_lmdi_out lmdi = {.size = sizeof lmdi, .effect = effect};
    ck_fails(skpi_carbon_lmdi(1, 3, 1, parts, other, SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE, &lmdi, NULL), SKPI_EDOM,
             "factor0");
    ck_fails(skpi_carbon_lmdi(1, 3, 1, other, parts, SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE_II, &lmdi, NULL), SKPI_EDOM,
             "factor1");
    const skpi_table older = table(3, parts), newer = table(3, one);
    const skpi_digital_splice_options o = {.size = sizeof o, .method = SKPI_DIGITAL_SPLICE_METHOD_SUMS};
    skpi_digital_splice_out spliced = {.size = sizeof spliced, .factor = &factor};
    ck_fails(skpi_digital_splice(&older, &newer, &o, &spliced, NULL), SKPI_EZERODIV, "table0->value");
    ck_fails(skpi_digital_splice(&newer, &older, &o, &spliced, NULL), SKPI_EDOM, "table1->value");
}
END_TEST

/* Three industries make a commodity whose output is 0 in all; it is used. */
START_TEST(output_of_nothing)
{
    static const double make[] = {.1, 1, .2, 1, -.3, 1}, use[] = {1, -1, 0, 1, 1, 0}, final_use[] = {0, 1};
    const skpi_economy_supply_use_in in = {.size = sizeof in,
                                           .n_industries = 3,
                                           .n_commodities = 2,
                                           .n_categories = 1,
                                           .make = make,
                                           .use = use,
                                           .final_use = final_use};
    double flow[9];
    skpi_economy_supply_use_out out = {.size = sizeof out, .flow = flow};
    ck_fails(skpi_economy_supply_use(&in, NULL, &out), SKPI_EZERODIV, "in->use");
}
END_TEST

/* What is left of decimals is 0, and not negative. */
START_TEST(nothing_is_left)
{
    static const double price[] = {1, 1.1}, rate = .1, none = 0, output[] = {.3, .3}, output_price[] = {.8, 1},
                        input[] = {.9, NEARLY_3}, input_price[] = {2.4, 1};
    double cost, real[2], deflator[2];
    ck_assert_int_eq(skpi_economy_capital_user_cost(1, 1, price, &rate, &none, &cost, NULL), SKPI_OK);
    ck_assert_double_eq(cost, 0);
    const skpi_economy_double_deflation_in in = {.size = sizeof in,
                                                 .n = 1,
                                                 .m = 2,
                                                 .output = output,
                                                 .output_price = output_price,
                                                 .input = input,
                                                 .input_price = input_price};
    skpi_economy_double_deflation_out out = {.size = sizeof out, .real = real, .deflator = deflator};
    ck_assert_int_eq(skpi_economy_double_deflation(&in, SKPI_ECONOMY_DEFLATION_DOUBLE, &out, NULL), SKPI_OK);
    ck_assert(real[0] == 0 && real[1] == 0);
    ck_assert_int_eq(skpi_economy_double_deflation(&in, SKPI_ECONOMY_DEFLATION_SINGLE, &out, NULL), SKPI_WNEGATIVE);
    ck_assert_double_eq(real[1], 0);
    const skpi_economy_double_deflation_in last = {.size = sizeof last,
                                                   .n = 1,
                                                   .m = 1,
                                                   .output = input + 1,
                                                   .output_price = output_price,
                                                   .input = output,
                                                   .input_price = input_price};
    ck_fails(skpi_economy_double_deflation(&last, SKPI_ECONOMY_DEFLATION_TORNQVIST, &out, NULL), SKPI_EDOM,
             "in->output");
}
END_TEST

/* ---- juries ---- */

/* Every judge gives all entries the same. */
START_TEST(judges_without_a_spread)
{
    static const double same[] = {NEARLY_3, .3, .15 + .15, .3};
    jury j = {.entries = 4, .judges = 3};
    double w, standardised[4], sd[4], mean[4], judge_sd[3];
    for (size_t i = 0; i < 4; i++)
        for (size_t k = 0; k < 3; k++) jury_add(&j, i, k, same[k ? i : 0]);
    const skpi_award_scores s = jury_scores(&j);
    skpi_award_agreement_out out = {.size = sizeof out, .w = &w};
    ck_fails(skpi_award_agreement(&s, &out), SKPI_EDOM, "scores->score");
    skpi_award_summary_out summary = {
        .size = sizeof summary, .standardised = standardised, .sd = sd, .mean = mean, .judge_sd = judge_sd};
    ck_assert_int_eq(skpi_award_summary(&s, 0, &summary), SKPI_OK);
    for (size_t i = 0; i < 4; i++) {
        ck_assert_double_nan(standardised[i]);
        ck_assert_double_eq(sd[i], 0);
        ck_assert_double_eq(mean[i], fmin(same[i], NEARLY_3));
    }
    for (size_t k = 0; k < 3; k++) ck_assert_double_eq(judge_sd[k], 0);
}
END_TEST

/* ---- digital economy ---- */

/* Value added that cancels, in tenths and in whole numbers; 100 - 99.6 is .4, the whole. */
START_TEST(digital_parts_that_cancel)
{
    static const double tenths[] = {.5, -.8, -.3, .6}, ones[] = {5, -8, -3, 6}, all[] = {1, 1, 1, 1},
                        below[] = {.5, -.8, -.3, .59}, far[] = {100, -99.6}, over[] = {100, -99.6 + 1e-9};
    static const int32_t flags[] = {1, 1, 1, 1};
    static const double part = .4, ten = 10;
    double share = NAN, median = NAN, value = NAN;
    static const double half = .5;
    const skpi_digital_coefficient_options o = {.size = sizeof o, .n_prob = 1, .prob = &half};
    skpi_digital_coefficient_out out = {.size = sizeof out, .share = &share, .quantile = &median};
    skpi_digital_coefficient_in in = {
        .size = sizeof in, .n = 1, .n_sectors = 4, .value_added = tenths, .coefficient = all, .gdp = &ten};
    skpi_digital_definitions_in d = {
        .size = sizeof d, .n_sectors = 4, .gdp = 10, .value_added = tenths, .digital = flags};
    skpi_digital_definitions_out found = {.size = sizeof found, .n_definitions = 1, .value = &value, .share = &share};
    ck_assert_int_eq(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_OK);
    ck_assert(share == 0 && median == 0);
    share = NAN;
    ck_assert_int_eq(skpi_digital_definitions(&d, &found), SKPI_OK);
    ck_assert(share == 0 && value == 0);
    in.value_added = d.value_added = ones;
    ck_assert_int_eq(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_OK);
    ck_assert(share == 0 && median == 0);
    ck_assert_int_eq(skpi_digital_definitions(&d, &found), SKPI_OK);
    in.value_added = d.value_added = below;
    ck_fails(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_ERANGE, "in->value_added");
    ck_fails(skpi_digital_definitions(&d, &found), SKPI_ERANGE, "in->value_added");
    in.n_sectors = d.n_sectors = 2, in.gdp = &part, d.gdp = .4;
    in.value_added = d.value_added = far;
    ck_assert_double_gt(far[0] + far[1], .4 + 1e-15);
    ck_assert_int_eq(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_OK);
    ck_assert(share == 1 && median == 1);
    ck_assert_int_eq(skpi_digital_definitions(&d, &found), SKPI_OK);
    ck_assert(share == 1 && value == .4);
    in.value_added = d.value_added = over;
    ck_fails(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_ERANGE, "in->value_added");
    ck_fails(skpi_digital_definitions(&d, &found), SKPI_ERANGE, "in->value_added");
}
END_TEST

/* The square of an error that is c (1 - c) cannot be that of a fraction: .09 of .1 and .9, .16 of .2 and .8. */
START_TEST(errors_at_their_limit)
{
    static const double c[] = {.1, .9, .2, .8, .5, .02, .98, 1, 0}, e[] = {.3, .3, .4, .4, .5, .14, .14, 1e-9, 1e-9};
    static const double one = 1;
    double share = NAN, error;
    const skpi_digital_coefficient_in in = {
        .size = sizeof in, .n = 1, .n_sectors = 1, .value_added = &one, .gdp = &one, .coefficient_error = &error};
    skpi_digital_coefficient_out out = {.size = sizeof out, .share = &share};
    for (size_t k = 0; k < sizeof c / sizeof *c; k++) {
        skpi_digital_coefficient_in at = in;
        at.coefficient = c + k, error = e[k];
        ck_fails(skpi_digital_coefficient(&at, NULL, &out, NULL), SKPI_EDOM, "in->coefficient_error");
        error *= 1 - 1e-10;
        if (c[k] > 0 && c[k] < 1) ck_assert_int_eq(skpi_digital_coefficient(&at, NULL, &out, NULL), SKPI_OK);
    }
    const double nearly = 1 - 1e-9; /* which varies by 3.2e-5 at most */
    skpi_digital_coefficient_in at = in;
    at.coefficient = &nearly, error = 3.16e-5;
    ck_assert_int_eq(skpi_digital_coefficient(&at, NULL, &out, NULL), SKPI_OK);
    error = 3.17e-5;
    ck_fails(skpi_digital_coefficient(&at, NULL, &out, NULL), SKPI_EDOM, "in->coefficient_error");
}
END_TEST

/* Linked shares of 0 and 1: .3 + (.1 - .4), .28 x .75/.21. */
START_TEST(shares_that_are_linked)
{
    static const double down[] = {.3, .4}, to[] = {NAN, .1};
    double v[3] = {NAN, NAN, NAN}, factor = NAN;
    skpi_digital_splice_out out = {.size = sizeof out, .value = v, .factor = &factor};
    skpi_digital_splice_options o = {
        .size = sizeof o, .flags = SKPI_DIGITAL_SPLICE_FLAG_SHARES, .method = SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE};
    skpi_table a = table(2, down), b = table(2, to);
    ck_assert_int_eq(skpi_digital_splice(&a, &b, &o, &out, NULL), SKPI_OK);
    ck_assert(v[0] == 0 && v[1] == .1);
    o.flags = 0; /* what cancels is 0 of other figures, too */
    ck_assert_int_eq(skpi_digital_splice(&a, &b, &o, &out, NULL), SKPI_OK);
    ck_assert_double_eq(v[0], 0);
    o.flags = SKPI_DIGITAL_SPLICE_FLAG_SHARES;
    static const double low[] = {.3, .4 + 1e-12}, up[] = {.28, .21}, up_to[] = {NAN, .75},
                        beyond[] = {NAN, .75 + 1e-12};
    a = table(2, low);
    ck_fails(skpi_digital_splice(&a, &b, &o, &out, NULL), SKPI_ERANGE, "table0->value");
    a = table(2, up), b = table(2, up_to), o.method = SKPI_DIGITAL_SPLICE_METHOD_FIRST;
    ck_assert_int_eq(skpi_digital_splice(&a, &b, &o, &out, NULL), SKPI_OK);
    ck_assert_double_eq(v[0], 1);
    b = table(2, beyond);
    ck_fails(skpi_digital_splice(&a, &b, &o, &out, NULL), SKPI_ERANGE, "table0->value");
    static const double same[] = {.7, NEARLY_3, .2}, as[] = {NAN, .3, NAN}; /* nothing is added */
    a = table(3, same), b = table(3, as), o.method = SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE;
    ck_assert_int_eq(skpi_digital_splice(&a, &b, &o, &out, NULL), SKPI_OK);
    ck_assert(factor == 0 && v[0] == .7 && v[2] == .2);
}
END_TEST

/* GDP of .3 and of .1 + .2 is the same; so is the digital part. */
START_TEST(growth_of_nothing)
{
    static const double d[] = {.1, .2}, g[] = {.3, NEARLY_3}, same[] = {.3, NEARLY_3}, more[] = {1, 1.5},
                        above[] = {.3, .3 + 1e-14};
    double rate = NAN, contribution = NAN;
    skpi_digital_growth_contribution_out out = {.size = sizeof out, .rate = &rate, .contribution = &contribution};
    skpi_table a = table(2, d), b = table(2, g);
    ck_fails(skpi_digital_growth_contribution(&a, &b, &out, NULL), SKPI_EZERODIV, "gdp->value");
    b = table(2, above);
    ck_assert_int_ge(skpi_digital_growth_contribution(&a, &b, &out, NULL), 0);
    ck_assert_double_eq_tol(rate, 1e13, 1e11);
    a = table(2, same), b = table(2, more);
    ck_assert_int_ge(skpi_digital_growth_contribution(&a, &b, &out, NULL), 0);
    ck_assert(rate == 0 && contribution == 0);
}
END_TEST

/* Outputs and value added that cancel, in whole numbers and in tenths. */
START_TEST(account_of_nothing)
{
    static const double unit[] = {1, 10}, half[] = {.5, .5, .5}, first[] = {1, 0}, last[] = {0, 1}, va[] = {5, 6},
                        some[] = {1, 1, 1, 0}, others[] = {0, 0, 0, 1}, makes[] = {1, 2, 3, 1, 2, 7},
                        of_four[] = {2, 0, 3, 0, 4, 0, 0, 5};
    double ratio[4], total, share;
    skpi_digital_satellite_out out = {.size = sizeof out, .ratio = ratio, .total = &total, .share = &share};
    for (int k = 0; k < 2; k++) {
        const double u = unit[k], none[] = {1 / u, 2 / u, -3 / u, 40, 10, 10}, zero[] = {1 / u, 2 / u, -3 / u},
                     a[] = {-1 / u, -2 / u, 3 / u, 8 / u, 2, 1, 3, 1}, b[] = {-1 / u, 6 / u, -5 / u, 3 / u, 2, 1, 3, 1};
        ck_fails_at(skpi_digital_satellite(2, 3, none, half, va, &out), SKPI_EZERODIV, "make", 0);
        ck_fails(skpi_digital_satellite(3, 2, makes, first, zero, &out), SKPI_EZERODIV, "value_added");
        ck_assert_int_eq(skpi_digital_satellite(2, 4, a, some, va, &out), SKPI_OK);
        ck_assert_double_eq(ratio[0], 0); /* what is digital cancels */
        ck_assert_int_eq(skpi_digital_satellite(2, 4, b, others, va, &out), SKPI_OK);
        ck_assert_double_eq(ratio[0], 1); /* what is not */
        ck_assert_int_eq(skpi_digital_satellite(4, 2, of_four, first, a, &out), SKPI_OK);
        ck_assert(total == 0 && share == 0);
        ck_assert_int_eq(skpi_digital_satellite(4, 2, of_four, last, b, &out), SKPI_OK);
        ck_assert_double_eq(share, 1);
        const double more[] = {-1 / u, 6 / u, -5.1 / u, 3 / u}, less[] = {-1 / u, -2.1 / u, 3 / u, 8 / u};
        ck_fails(skpi_digital_satellite(4, 2, of_four, last, more, &out), SKPI_ERANGE, "out->share");
        ck_fails(skpi_digital_satellite(4, 2, of_four, first, less, &out), SKPI_ERANGE, "out->share");
        ck_fails_at(skpi_digital_satellite(1, 4, more, others, va, &out), SKPI_ERANGE, "make", 0);
        ck_fails_at(skpi_digital_satellite(1, 4, less, some, va, &out), SKPI_ERANGE, "make", 0);
    }
}
END_TEST

UNIT_MAIN("decimals_met",
          UNIT_CASE("limits", abatement_that_is_met, paths_at_a_threshold, target_of_the_last_year,
                    series_at_a_threshold, truths_at_an_end, units_at_a_threshold, end_of_a_sector, all_leave),
          UNIT_CASE("sums", sums_of_nothing, output_of_nothing, nothing_is_left),
          UNIT_CASE("juries", judges_without_a_spread),
          UNIT_CASE("digital", digital_parts_that_cancel, errors_at_their_limit, shares_that_are_linked,
                    growth_of_nothing, account_of_nothing))
