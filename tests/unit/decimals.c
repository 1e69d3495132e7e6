/* Decimal numbers are doubles only nearly: what is equal, constant or a limit but for their rounding is taken as such, so
 * that the same figures in tenths and in whole numbers have the same answer. */
#include <math.h>
#include <smartkpi.h>
#include "unit.h"

static void agree(double unit, double icc[6], double square[2])
{
    static const int32_t entry[] = {0, 0, 0, 1, 1, 1}, judge[] = {0, 1, 2, 0, 1, 2};
    static const double whole[] = {7, 8, 8, 8, 7, 8};
    double score[6], w;
    for (size_t i = 0; i < 6; i++) score[i] = whole[i] / unit;
    const skpi_award_scores s = {
        .size = sizeof s, .n_scores = 6, .n_entries = 2, .n_judges = 3, .entry = entry, .judge = judge, .score = score};
    skpi_award_agreement_out out = {.size = sizeof out,
                                    .w = &w,
                                    .entry_square = square,
                                    .judge_square = square + 1,
                                    .icc_one_way = icc,
                                    .icc_two_way = icc + 1,
                                    .icc_fixed = icc + 2,
                                    .icc_one_way_mean = icc + 3,
                                    .icc_two_way_mean = icc + 4,
                                    .icc_fixed_mean = icc + 5};
    ck_assert_int_eq(skpi_award_agreement(&s, &out), SKPI_WWEAKFIT);
}

/* By hand: MS of entries 0, of judges 1/6, of residuals 1/2, within 1/3. */
START_TEST(equal_means)
{
    static const double expected[6] = {-.5, -1, -.5, (double)NAN, 3, (double)NAN};
    for (double unit = 1; unit < 2000; unit *= 10) {
        double icc[6], square[2];
        agree(unit, icc, square);
        ck_assert_double_eq(square[0], 0);
        ck_assert_double_eq_tol(square[1] * unit * unit, 1. / 6, 1e-13);
        for (size_t i = 0; i < 6; i++)
            if (isnan(expected[i]))
                ck_assert_double_nan(icc[i]);
            else
                ck_assert_double_eq_tol(icc[i], expected[i], 1e-12);
    }
}
END_TEST

/* MS of entries 7/6, of judges 8/3, of residuals 37/6: the mean of two judges has the denominator 7/6 - 7/2/3 = 0. */
START_TEST(no_denominator)
{
    static const int32_t entry[] = {0, 0, 1, 1, 2, 2}, judge[] = {0, 1, 0, 1, 0, 1};
    static const double score[] = {2, 1, 3, -2, 1, 3};
    const skpi_award_scores s = {
        .size = sizeof s, .n_scores = 6, .n_entries = 3, .n_judges = 2, .entry = entry, .judge = judge, .score = score};
    double mean, fixed;
    skpi_award_agreement_out out = {.size = sizeof out, .icc_two_way_mean = &mean, .icc_fixed = &fixed};
    ck_assert_int_eq(skpi_award_agreement(&s, &out), SKPI_WWEAKFIT);
    ck_assert_double_nan(mean);
    ck_assert_double_eq_tol(fixed, -15. / 22, 1e-13);
}
END_TEST

/* A judge who gives the same to all has no spread, and standardises nothing; neither has an entry. */
START_TEST(one_score)
{
    enum { MOST = 30 };
    int32_t entry[2 * MOST], judge[2 * MOST];
    double score[2 * MOST], standardised[MOST], sd[2], mean[2], spread[2];
    for (int n = 2; n <= MOST; n++)
        for (int tenths = 1; tenths <= 100; tenths++) {
            for (int i = 0; i < 2 * n; i++) {
                entry[i] = i / 2;
                judge[i] = i % 2;
                score[i] = i % 2 ? i : tenths / 10.;
            }
            const skpi_award_scores s = {.size = sizeof s,
                                         .n_scores = (size_t)(2 * n),
                                         .n_entries = (size_t)n,
                                         .n_judges = 2,
                                         .entry = entry,
                                         .judge = judge,
                                         .score = score};
            skpi_award_summary_out out = {
                .size = sizeof out, .standardised = standardised, .judge_sd = sd, .judge_mean = mean};
            ck_assert_int_ge(skpi_award_summary(&s, 0, &out), 0);
            ck_assert_double_eq(sd[0], 0);
            ck_assert_double_eq(mean[0], tenths / 10.);
            ck_assert_double_eq_tol(standardised[n - 1], (n - 1) / sd[1], 1e-12);
            const skpi_award_scores turned = {.size = sizeof s,
                                              .n_scores = (size_t)(2 * n),
                                              .n_entries = 2,
                                              .n_judges = (size_t)n,
                                              .entry = judge,
                                              .judge = entry,
                                              .score = score};
            out = (skpi_award_summary_out){.size = sizeof out, .sd = spread, .mean = mean};
            ck_assert_int_ge(skpi_award_summary(&turned, 0, &out), 0);
            ck_assert_double_eq(spread[0], 0);
            ck_assert_double_eq(mean[0], tenths / 10.);
        }
}
END_TEST

/* 29 of 100 scores are left out at each end, not 28. */
START_TEST(parts_of_a_count)
{
    int32_t entry[100] = {0}, judge[100];
    double score[100], trimmed;
    for (int i = 0; i < 100; i++) {
        judge[i] = i;
        score[i] = i < 29 ? -1e6 : i;
    }
    const skpi_award_scores s = {.size = sizeof s,
                                 .n_scores = 100,
                                 .n_entries = 1,
                                 .n_judges = 100,
                                 .entry = entry,
                                 .judge = judge,
                                 .score = score};
    skpi_award_summary_out out = {.size = sizeof out, .trimmed = &trimmed};
    ck_assert_int_ge(skpi_award_summary(&s, .29, &out), 0);
    ck_assert_double_eq(trimmed, (29 + 70) / 2.);
}
END_TEST

/* Residuals on Sen's line tie; by exact fractions the variances are 125, and 76/18 of six values in steps. */
START_TEST(residuals_that_tie)
{
    static const double whole[] = {137, 45, 20, 1, 194, 43, 195, 59, 121, 190};
    static const int32_t year[] = {2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019};
    double variance, value[10];
    skpi_series_trend_out out = {.size = sizeof out, .modified_variance = &variance};
    for (double unit = 1; unit < 2000; unit *= 10) {
        for (size_t i = 0; i < 10; i++) value[i] = whole[i] / unit;
        const skpi_table y = {.size = sizeof y, .n = 1, .m = 10, .year = year, .value = value};
        ck_assert_int_ge(skpi_series_trend(&y, &out, NULL), 0);
        ck_assert_double_eq_tol(variance, 125, 1e-9);
    }
    static const double step[] = {-.7, -.7, .6, .6, 1.9, 1.9};
    const skpi_table y = {.size = sizeof y, .n = 1, .m = 6, .year = year, .value = step};
    ck_assert_int_ge(skpi_series_trend(&y, &out, NULL), 0);
    ck_assert_double_eq_tol(variance, 76. / 18, 1e-12);
}
END_TEST

/* Values that are equal but for their rounding neither rise nor fall.  Ten of them are one group, which has no variance;
 * 0 and .3 - .2 - .1 are one of three groups of two. */
START_TEST(trends_of_ties)
{
    static const double level[] = {.3, .3, .3, .3, .3, .1 + .2, .1 + .2, .1 + .2, .1 + .2, .1 + .2};
    static const double left[] = {.3, .1 + .2, 0, .3 - .2 - .1, .1, .7 - .6};
    static const int32_t year[] = {2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019};
    double sign, variance, slope, p;
    skpi_series_trend_out out = {.size = sizeof out, .s = &sign, .variance = &variance, .slope = &slope, .p = &p};
    skpi_table y = {.size = sizeof y, .n = 1, .m = 10, .year = year, .value = level};
    ck_assert_int_eq(skpi_series_trend(&y, &out, NULL), SKPI_OK);
    ck_assert_double_eq(sign, 0);
    ck_assert_double_eq(slope, 0);
    ck_assert_double_eq(p, 1);
    ck_assert_double_eq_tol(variance, 0, 1e-12);
    y.m = 6;
    y.value = left;
    ck_assert_int_eq(skpi_series_trend(&y, &out, NULL), SKPI_OK);
    ck_assert_double_eq(sign, 4 - 8);
    ck_assert_double_eq_tol(variance, (6 * 5 * 17 - 3 * 2 * 1 * 9) / 18., 1e-12);
}
END_TEST

/* A share that is at the threshold but for its rounding is there, by every method, although it rises from there on; one
 * that is clearly above it is never at it again. */
START_TEST(shares_at_a_threshold)
{
    static const int32_t method[] = {SKPI_URBAN_METHOD_UN, SKPI_URBAN_METHOD_CONVERGING, SKPI_URBAN_METHOD_CAUTIOUS,
                                     SKPI_URBAN_METHOD_CONSTANT, SKPI_URBAN_METHOD_DAMPED};
    static const double share[] = {.3, .1 + .2, .3 * (1 + 1e-12)}, last = 2020, urgd = .03, threshold = .3;
    static const int32_t size = SKPI_URBAN_SIZE_LARGE;
    for (size_t k = 0; k < 5; k++)
        for (size_t j = 0; j < 3; j++) {
            const skpi_urban_options o = {.size = sizeof o, .method = method[k]};
            const skpi_urban_crossing_in in = {.size = sizeof in,
                                               .n = 1,
                                               .last_date = &last,
                                               .share = &share[j],
                                               .urgd = &urgd,
                                               .size_class = &size,
                                               .threshold = &threshold};
            double date = 0;
            ck_assert_int_eq(skpi_urban_crossing(&in, &o, &date, NULL), j < 2 ? SKPI_OK : SKPI_ENOTFOUND);
            ck_assert_double_eq(date, j < 2 ? 2020 : 0);
        }
}
END_TEST

/* A share beside its complement has no alpha. */
START_TEST(constant_sums)
{
    static const double tenths[][4] = {{1, 2, 7, 4}, {537, 612, 708, 999}, {3, 14, 15, 92}};
    for (size_t k = 0; k < 3; k++) {
        double value[8], alpha;
        for (size_t i = 0; i < 4; i++) {
            value[2 * i] = tenths[k][i] / 10;
            value[2 * i + 1] = (1000 - tenths[k][i]) / 10;
        }
        skpi_index_structure_out out = {.size = sizeof out, .alpha = &alpha};
        ck_assert_int_ge(skpi_index_structure(4, 2, value, SKPI_INDEX_CORRELATION_PEARSON, &out), 0);
        ck_assert_double_nan(alpha);
    }
}
END_TEST

/* 8.3 - 8.1 is 0.2, and .8 - .6 too; what is above by more is not. */
START_TEST(thresholds)
{
    static const double score[][3] = {{8.3, 8.1, 7}, {8.5, 8.3, 7}, {8.3, 8.0999999, 7}};
    for (size_t k = 0; k < 3; k++) {
        int32_t selected[3], rank[3];
        const skpi_award_line line = {.size = sizeof line, .n_winners = 1, .close = .2, .tie = SKPI_AWARD_TIE_IN};
        skpi_award_select_out out = {.size = sizeof out, .selected = selected};
        ck_assert_int_ge(skpi_award_select(3, score[k], NULL, NULL, &line, &out), 0);
        ck_assert_int_eq(selected[0], 1);
        ck_assert_int_eq(selected[1], k < 2);
        ck_assert_int_eq(selected[2], 0);
        ck_assert_int_eq(skpi_index_rank(3, 1, score[k], .2, rank), SKPI_OK);
        ck_assert_int_eq(rank[1], k < 2 ? 1 : 2);
    }
    static const double value[] = {.8, .6, .3, .1}, indifference = .2, weight = 1;
    double pair[16];
    const skpi_index_decide_options o = {.size = sizeof o, .indifference = &indifference};
    skpi_index_decide_out out = {.size = sizeof out, .pair = pair};
    ck_assert_int_ge(skpi_index_decide(4, 1, value, &weight, NULL, SKPI_INDEX_DECIDE_PROMETHEE, &o, &out), 0);
    ck_assert_double_eq(pair[1], 0);
    ck_assert_double_eq(pair[4 * 2 + 3], 0);
    ck_assert_double_eq(pair[4 * 1 + 2], 1);
}
END_TEST

/* A target that is reached by 33, 66 or 95 per cent has the higher points, whatever the target. */
START_TEST(points_at_a_limit)
{
    static const int parts[] = {33, 66, 95};
    for (int target = 1; target <= 300; target++)
        for (int32_t k = 0; k < 3; k++) {
            const double value = target * parts[k] / 1000., less = nextafter(value * (1 - 1e-12), 0),
                         aim = target / 10.;
            int32_t points;
            skpi_catalogue_score_out out = {.size = sizeof out, .points = &points};
            ck_assert_int_eq(skpi_catalogue_score(1, 1, &value, &aim, NULL, &out, NULL), SKPI_OK);
            ck_assert_int_eq(points, k + 2);
            ck_assert_int_eq(skpi_catalogue_score(1, 1, &less, &aim, NULL, &out, NULL), SKPI_OK);
            ck_assert_int_eq(points, k + 1);
        }
}
END_TEST

/* Of equal choices the lowest index is a medoid, in tenths as in whole numbers. */
START_TEST(medoids_of_tenths)
{
    enum { N = 9, K = 3 };
    uint64_t state = 20261201;
    for (int trial = 0; trial < 500; trial++) {
        double whole[N * N] = {0}, tenths[N * N];
        int32_t medoid[2][K];
        for (size_t i = 0; i < N; i++)
            for (size_t j = 0; j < i; j++) {
                state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
                whole[i * N + j] = whole[j * N + i] = (double)(1 + (state >> 60));
            }
        for (size_t c = 0; c < N * N; c++) tenths[c] = whole[c] / 10;
        for (size_t k = 0; k < 2; k++) {
            skpi_peers_medoids_out out = {.size = sizeof out, .medoid = medoid[k]};
            ck_assert_int_eq(skpi_peers_medoids(N, K, k ? tenths : whole, &out), SKPI_OK);
        }
        ck_assert_mem_eq(medoid[0], medoid[1], sizeof medoid[0]);
    }
}
END_TEST

/* A path that is exactly on its budget uses it up at its end, in tenths as in whole numbers. */
START_TEST(on_a_budget)
{
    enum { M = 7 };
    static const int32_t year[M] = {2020, 2021, 2022, 2023, 2024, 2025, 2026};
    uint64_t state = 7;
    for (int trial = 0; trial < 1000; trial++) {
        double whole[M], tenths[M], sum = 0, from = 2020, date = 0, within = 0;
        for (size_t j = 0; j < M; j++) {
            state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
            whole[j] = (double)(1 + (state >> 57));
            tenths[j] = whole[j] / 10;
            sum += j ? whole[j] / 2 + whole[j - 1] / 2 : 0;
        }
        const double budget = sum / 10;
        const skpi_table y = {.size = sizeof y, .n = 1, .m = M, .year = year, .value = tenths};
        ck_assert_int_ge(skpi_carbon_budget_date(&y, &from, &budget, &date, NULL), 0);
        ck_assert_double_eq_tol(date, 2026, 1e-9);
        const skpi_carbon_verdict_probability_in in = {
            .size = sizeof in, .budget = &budget, .convention = SKPI_CARBON_CONVENTION_INTEGRAL};
        skpi_carbon_verdict_probability_out out = {.size = sizeof out, .within = &within};
        ck_assert_int_ge(skpi_carbon_verdict_probability(1, 1, M, year, tenths, &in, &out, NULL), 0);
        ck_assert_double_eq(within, 1);
    }
    const double even[] = {.3, .3, .3, .3}, from = 2020, more = .9000001;
    double date = 0;
    const skpi_table y = {.size = sizeof y, .n = 1, .m = 4, .year = year, .value = even};
    ck_assert_int_ge(skpi_carbon_budget_date(&y, &from, &more, &date, NULL), 0);
    ck_assert_double_nan(date); /* one that is larger is not used up */
}
END_TEST

/* A path that has just what is required is on track, and so is one with 95 per cent of it. */
START_TEST(on_track)
{
    static const int32_t year[] = {2018, 2019, 2020, 2021, 2022, 2023}, due = 2030;
    static const double path[][6] = {{50, 48, 46, 44, 42, 40}, {537, 518, 499, 480, 461, 442}}, target[] = {26, 302};
    for (int k = 0; k < 4; k++) {
        double value[6], goal = target[k / 2] / (k % 2 ? 10 : 1);
        int32_t verdict = 0;
        for (size_t j = 0; j < 6; j++) value[j] = path[k / 2][j] / (k % 2 ? 10 : 1);
        const skpi_table y = {.size = sizeof y, .n = 1, .m = 6, .year = year, .value = value};
        const skpi_carbon_progress_options o = {.size = sizeof o,
                                                .flags = k < 2 ? SKPI_CARBON_PROGRESS_FLAG_NO_TOLERANCE : 0};
        skpi_carbon_progress_out out = {.size = sizeof out, .verdict = &verdict};
        ck_assert_int_ge(skpi_carbon_progress(&y, &due, &goal, NULL, &o, &out, NULL), 0);
        ck_assert_int_eq(verdict, SKPI_CARBON_VERDICT_ON_TRACK);
        goal *= .999;
        ck_assert_int_ge(skpi_carbon_progress(&y, &due, &goal, NULL, &o, &out, NULL), 0);
        ck_assert_int_eq(verdict, SKPI_CARBON_VERDICT_OFF_TRACK);
    }
}
END_TEST

/* Emissions that are level but for the rounding of sums do not rise. */
START_TEST(level_emissions)
{
    static const int32_t year[] = {2018, 2019, 2020, 2021, 2022}, due = 2030;
    const double value[] = {.3, .3, .1 + .2, .1 + .2, .1 + .2}, goal = .2;
    const skpi_table y = {.size = sizeof y, .n = 1, .m = 5, .year = year, .value = value};
    for (uint32_t compound = 0; compound < 2; compound++) {
        int32_t verdict = 0;
        const skpi_carbon_progress_options o = {.size = sizeof o,
                                                .flags = compound * SKPI_CARBON_PROGRESS_FLAG_COMPOUND};
        skpi_carbon_progress_out out = {.size = sizeof out, .verdict = &verdict};
        ck_assert_int_ge(skpi_carbon_progress(&y, &due, &goal, NULL, &o, &out, NULL), 0);
        ck_assert_int_eq(verdict, SKPI_CARBON_VERDICT_OFF_TRACK);
    }
}
END_TEST

/* A cut by exactly 30 or 55 per cent is one. */
START_TEST(targets_that_are_met)
{
    static const double emission[][2] = {{34, 23.8}, {340, 238}, {2700, 1215}}, gdp[] = {1, 100, 100},
                        cut[] = {.3, .3, .55};
    const double date0 = 2005, date1 = 2020, due = 2030;
    for (size_t k = 0; k < 3; k++) {
        int32_t verdict = 0;
        double more = cut[k] + 1e-9;
        skpi_carbon_target_intensity_in in = {.size = sizeof in,
                                              .n = 1,
                                              .date0 = &date0,
                                              .emission0 = emission[k],
                                              .gdp0 = gdp + k,
                                              .date1 = &date1,
                                              .emission1 = emission[k] + 1,
                                              .gdp1 = gdp + k,
                                              .target_date = &due,
                                              .cut = cut + k};
        skpi_carbon_target_intensity_out out = {.size = sizeof out, .verdict = &verdict};
        ck_assert_int_ge(skpi_carbon_target_intensity(&in, &out, NULL), 0);
        ck_assert_int_eq(verdict, SKPI_CARBON_VERDICT_ALREADY_MET);
        in.cut = &more;
        ck_assert_int_ge(skpi_carbon_target_intensity(&in, &out, NULL), 0);
        ck_assert_int_eq(verdict, SKPI_CARBON_VERDICT_OPEN);
    }
}
END_TEST

/* Sectors that are the whole have the share 1. */
START_TEST(parts_that_are_the_whole)
{
    static const double value_added[] = {96, 161, 308, 377, 9, 255}, one[] = {1, 1, 1, 1, 1, 1}, gdp = 1206,
                        less = 1205.9999;
    double share = 0;
    skpi_digital_coefficient_in in = {
        .size = sizeof in, .n = 1, .n_sectors = 6, .value_added = value_added, .coefficient = one, .gdp = &gdp};
    skpi_digital_coefficient_out out = {.size = sizeof out, .share = &share};
    ck_assert_int_eq(skpi_digital_coefficient(&in, NULL, &out, NULL), SKPI_OK);
    ck_assert_double_eq(share, 1);
    in.gdp = &less;
    ck_fails(skpi_digital_coefficient(&in, NULL, &out, NULL), SKPI_ERANGE, "in->value_added");
}
END_TEST

/* Two entries with the sum 247 tie for the last place, in tenths as in whole numbers. */
START_TEST(means_that_tie)
{
    enum { N = 6, K = 5 };
    static const int whole[N][K] = {{45, 21, 67, 21, 93}, {83, 92, 53, 39, 59}, {49, 15, 51, 33, 50},
                                    {84, 48, 41, 52, 22}, {79, 88, 84, 86, 21}, {41, 38, 12, 41, 61}};
    for (int unit = 1; unit <= 1000; unit *= 10) {
        int32_t entry[N * K], judge[N * K], selected[N];
        double score[N * K], mean[N];
        for (int32_t c = 0; c < N * K; c++) {
            entry[c] = c / K;
            judge[c] = c % K;
            score[c] = whole[c / K][c % K] / (double)unit;
        }
        const skpi_award_scores s = {.size = sizeof s,
                                     .n_scores = N * K,
                                     .n_entries = N,
                                     .n_judges = K,
                                     .entry = entry,
                                     .judge = judge,
                                     .score = score};
        skpi_award_summary_out out = {.size = sizeof out, .mean = mean};
        ck_assert_int_ge(skpi_award_summary(&s, 0, &out), 0);
        const skpi_award_line line = {.size = sizeof line, .n_winners = 3, .tie = SKPI_AWARD_TIE_IN};
        skpi_award_select_out chosen = {.size = sizeof chosen, .selected = selected};
        ck_assert_int_ge(skpi_award_select(N, mean, NULL, NULL, &line, &chosen), 0);
        for (size_t i = 0; i < N; i++) ck_assert_int_eq(selected[i], i != 2 && i != 5);
    }
}
END_TEST

/* Peers are the same in tenths as in whole numbers. */
START_TEST(peers_of_tenths)
{
    enum { N = 8, M = 3, K = 3 };
    static const int32_t method[] = {SKPI_PEERS_DISTANCE_MANHATTAN, SKPI_PEERS_DISTANCE_GOWER,
                                     SKPI_PEERS_DISTANCE_EUCLID};
    uint64_t state = 11;
    for (int trial = 0; trial < 600; trial++) {
        double value[2][N * M], distance[N * N];
        int32_t peer[2][N * K];
        const skpi_peers_distance_options o = {.size = sizeof o, .method = method[trial % 3]};
        for (size_t c = 0; c < N * M; c++) {
            state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
            value[0][c] = (double)(state >> 61) + (c < M);
            value[1][c] = value[0][c] / 10;
        }
        for (size_t k = 0; k < 2; k++) {
            skpi_peers_nearest_out out = {.size = sizeof out, .peer = peer[k]};
            ck_assert_int_ge(skpi_peers_distance(N, M, value[k], &o, distance), 0);
            ck_assert_int_eq(skpi_peers_nearest(N, K, distance, &out), SKPI_OK);
        }
        ck_assert_mem_eq(peer[0], peer[1], sizeof peer[0]);
    }
}
END_TEST

/* Probabilities, limits and shares that are not the same to the last bit. */
START_TEST(numbers_by_another_way)
{
    double budget = 0, from = 0, other = 0;
    ck_assert_int_ge(skpi_carbon_budget_remaining(1.7, .67, SKPI_CARBON_BUDGET_EDITION_AR6, &budget, &from), 0);
    ck_assert_int_ge(skpi_carbon_budget_remaining(1.1 + .6, 1 - .33, SKPI_CARBON_BUDGET_EDITION_AR6, &other, &from), 0);
    ck_assert_double_eq(budget, other);
    int32_t year[19], last = 0;
    double share[19];
    for (int j = 0; j < 19; j++) { /* damped by .9 a year after 2012 */
        double x = -.5 + .03 * (j < 12 ? j : 12);
        for (int k = 1; k <= j - 12; k++) x += .03 * pow(.9, k);
        year[j] = 2000 + j;
        share[j] = 1 / (1 + exp(-x));
    }
    const skpi_table y = {.size = sizeof y, .n = 1, .m = 19, .year = year, .value = share};
    const skpi_urban_last_observation_options o = {.size = sizeof o, .rule = SKPI_URBAN_LAST_OBSERVATION_RULE_LOGIT};
    skpi_urban_last_observation_out out = {.size = sizeof out, .last_year = &last};
    ck_assert_int_ge(skpi_urban_last_observation(&y, 0, &o, &out, NULL), 0);
    ck_assert_int_eq(last, 2012);
}
END_TEST

/* Parts that are the whole, assets that are as old as they live, and a forecast from just its first year. */
START_TEST(just_at_an_end)
{
    const int32_t year[] = {2020, 2021};
    const double d[] = {.1 + .2, 1}, g[] = {.3, 2}, level[] = {.3, .1 + .2};
    const skpi_table digital = {.size = sizeof digital, .n = 1, .m = 2, .year = year, .value = d};
    const skpi_table gdp = {.size = sizeof gdp, .n = 1, .m = 2, .year = year, .value = g};
    double share[2];
    ck_assert(d[0] > g[0]);
    ck_assert_int_eq(skpi_digital_share(&digital, &gdp, share, NULL, NULL), SKPI_OK);
    ck_assert(share[0] == 1 && share[1] == .5);
    ck_assert_int_eq(skpi_catalogue_check(1, 2, level, SKPI_CATALOGUE_RULE_NESTED, NULL), SKPI_OK);

    const double investment[] = {1, 1}, opening = 10, age = 1.65,
                 life = 2.2; /* 1.65 years are a quarter less than 2.2 */
    double low[2];
    const skpi_table spent = {.size = sizeof spent, .n = 1, .m = 2, .year = year, .value = investment};
    const skpi_economy_capital_stock_options o = {.size = sizeof o,
                                                  .profile = SKPI_ECONOMY_PROFILE_SURVIVAL,
                                                  .life_spread = .25,
                                                  .opening = &opening,
                                                  .opening_age = &age};
    skpi_economy_capital_stock_out out = {.size = sizeof out, .life_low = low};
    ck_assert_int_eq(skpi_economy_capital_stock(&spent, &life, NULL, &o, &out, NULL), SKPI_OK);
    ck_assert_double_nan(low[0]); /* nothing is left of the opening stock */

    const double date = nextafter(2020, 2021), last = .6, forecast = .6, urgd = .03;
    double from[2], to[2];
    const skpi_urban_converging_interval_in in = {
        .size = sizeof in, .n = 1, .last_date = &date, .last_share = &last, .share = &forecast, .urgd = &urgd};
    ck_assert_int_eq(skpi_urban_converging_interval(&in, 2020, 1, NULL, from, to, NULL), SKPI_OK);
    ck_assert_double_eq_tol(from[0], .6, 1e-9);
    ck_assert_double_eq_tol(to[0], .6, 1e-9);
}
END_TEST

/* Ratios of which one is 3 to the last bit and another is not, beside other figures; threes beside them. */
static void ratios(double *value, int exact)
{
    static const double three[] = {.3 / .1, .6 / .2, .9 / .3, 1.2 / .4}, other[] = {1, 2, 4, 3};
    for (size_t i = 0; i < 4; i++) {
        value[2 * i] = exact ? 3 : three[i];
        value[2 * i + 1] = other[i];
    }
    ck_assert(exact || value[0] < value[4]);
}

/* What does not vary has no weight. */
START_TEST(weights_of_ratios)
{
    static const int32_t spread[] = {SKPI_INDEX_WEIGHT_DEVIATION, SKPI_INDEX_WEIGHT_ENTROPY,
                                     SKPI_INDEX_WEIGHT_ENTROPY_RAW},
                         refuse[] = {SKPI_INDEX_WEIGHT_CRITIC, SKPI_INDEX_WEIGHT_PRINCIPAL, SKPI_INDEX_WEIGHT_BALANCED};
    for (int exact = 0; exact < 2; exact++)
        for (size_t k = 0; k < 3; k++) {
            double value[8], alone[4], weight[2];
            ratios(value, exact);
            for (size_t i = 0; i < 4; i++) alone[i] = value[2 * i];
            ck_assert_int_eq(skpi_index_weight(4, 2, value, NULL, spread[k], NULL, weight), SKPI_OK);
            ck_assert(weight[0] == 0 && weight[1] == 1);
            ck_fails(skpi_index_weight(4, 2, value, NULL, refuse[k], NULL, weight), SKPI_EDOM, "value");
            ck_fails(skpi_index_weight(4, 1, alone, NULL, spread[k], NULL, weight), SKPI_EDOM, "value");
        }
}
END_TEST

/* And it correlates with nothing. */
START_TEST(structure_of_ratios)
{
    static const int32_t method[] = {SKPI_INDEX_CORRELATION_PEARSON, SKPI_INDEX_CORRELATION_SPEARMAN,
                                     SKPI_INDEX_CORRELATION_KENDALL};
    for (int exact = 0; exact < 2; exact++)
        for (size_t k = 0; k < 3; k++) {
            double value[8], r[4], alpha, variance[2];
            ratios(value, exact);
            skpi_index_structure_out out = {.size = sizeof out, .correlation = r, .alpha = &alpha};
            ck_assert_int_eq(skpi_index_structure(4, 2, value, method[k], &out), SKPI_OK);
            ck_assert(isnan(r[0]) && isnan(r[1]) && isnan(r[2]) && r[3] == 1);
            ck_assert_double_eq(alpha, 0);
            out.eigenvalue = variance;
            ck_fails(skpi_index_structure(4, 2, value, method[k], &out), SKPI_EDOM, "value");
            double sd[2], skewness[2], kurtosis[2];
            skpi_index_describe_out figures = {
                .size = sizeof figures, .sd = sd, .skewness = skewness, .kurtosis = kurtosis};
            ck_assert_int_eq(skpi_index_describe(4, 2, value, &figures), SKPI_OK);
            ck_assert(sd[0] == 0 && isnan(skewness[0]) && isnan(kurtosis[0]));
            ck_assert(sd[1] > 1);
        }
}
END_TEST

static const char *const table_code[] = {"a", "b", "c", "root"}, *const table_parent[] = {"root", "root", "root", ""};

/* A column that is divided by its denominators into one value is one of one value. */
START_TEST(scores_of_ratios)
{
    static const double value[] = {.3, 1, .6, 2, .9, 4}, by[] = {.1, 1, .2, 1, .3, 1}, target[] = {5, 5, NAN};
    static const int32_t refused[] = {SKPI_INDEX_NORMALISE_MINMAX, SKPI_INDEX_NORMALISE_ZSCORE,
                                      SKPI_INDEX_NORMALISE_TARGET, SKPI_INDEX_NORMALISE_CAPPED},
                         factor = SKPI_INDEX_FACTOR_NORMALISATION;
    const char *const code[] = {"a", "b", "root"}, *const parent[] = {"root", "root", ""};
    const skpi_index_tree_new_in in = {
        .size = sizeof in, .n_nodes = 3, .code = code, .parent = parent, .target = target};
    skpi_index_data data = {.size = sizeof data, .n_units = 3, .n_indicators = 2, .value = value, .denominator = by};
    skpi_index_tree *tree;
    double score[9], mean[3];
    skpi_index_tree_compute_out out = {.size = sizeof out, .score = score};
    ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
    for (size_t k = 0; k < 4; k++) {
        skpi_index_options o = {.size = sizeof o, .normalise = refused[k], .score_mean = 50};
        ck_fails(skpi_index_tree_compute(tree, &data, &o, &out), SKPI_EDOM, "data->value");
        const skpi_index_tree_uncertainty_in varied = {.size = sizeof varied,
                                                       .n_factors = 1,
                                                       .factor = &factor,
                                                       .n_normalisations = 1,
                                                       .normalisation = refused + k};
        skpi_index_tree_uncertainty_out ranks = {.size = sizeof ranks, .mean = mean};
        ck_fails(skpi_index_tree_uncertainty(tree, &data, &varied, NULL, NULL, &ranks), SKPI_EDOM, "data->value");
        o.constant = SKPI_INDEX_CONSTANT_MIDPOINT;
        ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &out), SKPI_OK);
        for (size_t i = 0; i < 3; i++) ck_assert_double_eq(score[3 * i], 50);
    }
    /* it says nothing of a sibling's gap, and its own has its value */
    const double gaps[] = {.3, 1, NAN, 2, .9, NAN, .6, 4}, of_gaps[] = {.1, 1, 1, 1, .3, 1, .2, 1};
    const skpi_index_options impute = {
        .size = sizeof impute, .impute = SKPI_INDEX_IMPUTE_PARENT_MEAN, .constant = SKPI_INDEX_CONSTANT_MIDPOINT};
    data.n_units = 4, data.value = gaps, data.denominator = of_gaps;
    double more[12], filled[8];
    out = (skpi_index_tree_compute_out){.size = sizeof out, .score = more, .imputed = filled};
    ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &impute, &out), SKPI_WMISSING);
    ck_assert_double_eq_tol(filled[2], 3, 1e-15);
    ck_assert_double_nan(filled[5]);
    skpi_index_tree_free(tree);
}
END_TEST

/* Ends of a range, posts, and a target beside the farthest value, that are one number but for rounding. */
START_TEST(ranges_of_nothing)
{
    static const double low[] = {.3}, high[] = {.1 + .2}, values[][2] = {{.1 + .2, .4}, {.3, .4}},
                        targets[] = {.3, .1 + .2};
    static const int32_t normalisation = SKPI_INDEX_NORMALISE_MINMAX, factor = SKPI_INDEX_FACTOR_NORMALISATION;
    const char *const code[] = {"a"}, *const parent[] = {""};
    skpi_index_tree_new_in in = {.size = sizeof in, .n_nodes = 1, .code = code, .parent = parent};
    skpi_index_tree *tree = NULL;
    double score[2], mean[2];
    skpi_index_tree_compute_out out = {.size = sizeof out, .score = score};
    skpi_index_data data = {.size = sizeof data, .n_units = 2, .n_indicators = 1, .value = values[0]};
    in.post_low = low, in.post_high = high;
    ck_fails(skpi_index_tree_new(&in, &tree), SKPI_EINCONSISTENT, "in->post_low");
    in.post_low = in.post_high = NULL;
    for (size_t k = 0; k < 2; k++) {
        const skpi_index_options o = {.size = sizeof o, .normalise = SKPI_INDEX_NORMALISE_TARGET};
        in.target = targets + k, data.value = values[k];
        ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
        ck_fails(skpi_index_tree_compute(tree, &data, &o, &out), SKPI_EZERODIV, "data->value");
        skpi_index_tree_free(tree);
    }
    ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
    const skpi_index_options o = {.size = sizeof o, .score_low = .3, .score_high = .1 + .2};
    ck_fails(skpi_index_tree_compute(tree, &data, &o, &out), SKPI_EINCONSISTENT, "options->score_low");
    const skpi_index_tree_uncertainty_in varied = {.size = sizeof varied,
                                                   .n_factors = 1,
                                                   .factor = &factor,
                                                   .n_normalisations = 1,
                                                   .normalisation = &normalisation,
                                                   .range_low = low,
                                                   .range_high = high};
    skpi_index_tree_uncertainty_out ranks = {.size = sizeof ranks, .mean = mean};
    ck_fails(skpi_index_tree_uncertainty(tree, &data, &varied, NULL, NULL, &ranks), SKPI_EINCONSISTENT,
             "alternatives->range_low");
    skpi_index_tree_free(tree);
}
END_TEST

enum { CITIES = 120, PARTS = 3, SCORE = 2520 }; /* of all fractions with denominators up to 10 */

/* Whole figures from 0 to 10, of each indicator one of 0 and one of at least 8. */
static void whole_figures(size_t n, uint64_t *state, double *value)
{
    for (size_t c = 0; c < n * PARTS; c++) {
        *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        value[c] = c < PARTS ? 0 : c < 2 * PARTS ? 10 - (double)(c % PARTS) : (double)((*state >> 33) % 9);
    }
}

/* Scores of whole figures from 0 to 10, min-max, without rounding. */
static void whole_scores(size_t n, const double *value, int64_t part[PARTS][CITIES], int64_t *score)
{
    for (size_t i = 0; i < n; i++) score[i] = 0;
    for (size_t j = 0; j < PARTS; j++) {
        int64_t low = 10, high = 0;
        for (size_t i = 0; i < n; i++) {
            const int64_t x = (int64_t)value[i * PARTS + j];
            low = x < low ? x : low;
            high = x > high ? x : high;
        }
        for (size_t i = 0; i < n; i++)
            score[i] += part[j][i] = ((int64_t)value[i * PARTS + j] - low) * (SCORE / (high - low));
    }
}

static int32_t whole_rank(size_t n, const int64_t *score, size_t i)
{
    int32_t rank = 1;
    for (size_t j = 0; j < n; j++) rank += score[j] > score[i];
    return rank;
}

/* Cities with the same sum of fractions share a rank, in tenths, whole numbers and tens: few and many, in one period or
 * all, with a tie or none. */
START_TEST(ranks_in_any_unit)
{
    static const double units[] = {1, 10, .1};
    static const int32_t period[CITIES], factor = SKPI_INDEX_FACTOR_AGGREGATION,
                                         aggregation = SKPI_INDEX_AGGREGATE_ARITHMETIC;
    static double whole[CITIES * PARTS], value[CITIES * PARTS], above[CITIES * CITIES];
    static int64_t part[PARTS][CITIES], score[CITIES];
    static int32_t rank[CITIES * (PARTS + 1)];
    const skpi_index_tree_new_in in = {
        .size = sizeof in, .n_nodes = PARTS + 1, .code = table_code, .parent = table_parent};
    skpi_index_tree *tree;
    uint64_t state = 20261201;
    ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
    for (int trial = 0; trial < unit_few(3000); trial++) {
        const size_t n = trial % 20 ? 10 : CITIES;
        whole_figures(n, &state, whole);
        whole_scores(n, whole, part, score);
        for (size_t u = 0; u < 3; u++) {
            for (size_t c = 0; c < n * PARTS; c++) value[c] = whole[c] / units[u];
            const skpi_index_data data = {.size = sizeof data,
                                          .n_units = n,
                                          .n_indicators = PARTS,
                                          .value = value,
                                          .period = trial % 3 == 1 ? period : NULL};
            const skpi_index_options o = {.size = sizeof o, .tie = trial % 7 ? 0 : 1e-15};
            skpi_index_tree_compute_out out = {.size = sizeof out, .rank = rank};
            ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &out), SKPI_OK);
            for (size_t i = 0; i < n; i++) ck_assert_int_eq(rank[i * (PARTS + 1) + PARTS], whole_rank(n, score, i));
            if (trial % 10) continue;
            const skpi_index_tree_uncertainty_in varied = {.size = sizeof varied,
                                                           .n_factors = 1,
                                                           .factor = &factor,
                                                           .n_aggregations = 1,
                                                           .aggregation = &aggregation};
            const skpi_index_tree_uncertainty_options draw = {.size = sizeof draw, .mode = SKPI_INDEX_MODE_EXACT};
            skpi_index_tree_uncertainty_out runs = {.size = sizeof runs, .nominal = rank, .above = above};
            ck_assert_int_eq(skpi_index_tree_uncertainty(tree, &data, &varied, NULL, &draw, &runs), SKPI_OK);
            for (size_t i = 0; i < n; i++) {
                ck_assert_int_eq(rank[i], whole_rank(n, score, i));
                for (size_t j = 0; j < n; j++)
                    ck_assert_double_eq(above[i * n + j], score[i] > score[j] ? 1 : score[i] < score[j] ? 0 : .5);
            }
        }
    }
    skpi_index_tree_free(tree);
}
END_TEST

/* Copeland's rule between the mean of three indicators and a fourth. */
START_TEST(outranked_in_any_unit)
{
    enum { N = 10, OF = 6, COLUMNS = PARTS + 1 };
    static const double units[] = {1, 10, .1};
    const char *const code[] = {"a", "b", "c", "d", "mean", "root"}, *const parent[] = {"mean", "mean", "mean",
                                                                                        "root", "root", ""};
    const int32_t aggregate[OF] = {0, 0, 0, 0, 0, SKPI_INDEX_AGGREGATE_COPELAND};
    const skpi_index_tree_new_in in = {
        .size = sizeof in, .n_nodes = OF, .code = code, .parent = parent, .aggregate = aggregate};
    static int64_t part[PARTS][CITIES], mean[CITIES];
    double whole[N * PARTS], value[N * COLUMNS], score[N * OF];
    skpi_index_tree *tree;
    uint64_t state = 5;
    ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
    for (int trial = 0; trial < unit_few(1000); trial++) {
        whole_figures(N, &state, whole);
        whole_scores(N, whole, part, mean);
        for (size_t u = 0; u < 3; u++) {
            for (size_t c = 0; c < N * COLUMNS; c++)
                value[c] = c % COLUMNS < PARTS ? whole[c / COLUMNS * PARTS + c % COLUMNS] / units[u]
                                               : (double)(c / COLUMNS * 7 % N);
            const skpi_index_data data = {.size = sizeof data, .n_units = N, .n_indicators = COLUMNS, .value = value};
            skpi_index_tree_compute_out out = {.size = sizeof out, .score = score};
            ck_assert_int_eq(skpi_index_tree_compute(tree, &data, NULL, &out), SKPI_OK);
            for (size_t i = 0; i < N; i++) {
                int won = 0;
                for (size_t j = 0; j < N; j++) {
                    const size_t own = i * 7 % N, other = j * 7 % N;
                    const int margin = (mean[i] > mean[j]) - (mean[i] < mean[j]) + (own > other) - (own < other);
                    won += (margin > 0) - (margin < 0);
                }
                ck_assert_double_eq(score[i * OF + OF - 1], won);
            }
        }
    }
    skpi_index_tree_free(tree);
}
END_TEST

UNIT_MAIN("decimals",
          UNIT_CASE("equal", equal_means, no_denominator, one_score, residuals_that_tie, trends_of_ties, constant_sums,
                    medoids_of_tenths),
          UNIT_CASE("limits", parts_of_a_count, thresholds, points_at_a_limit, shares_at_a_threshold, just_at_an_end),
          UNIT_CASE("carbon", on_a_budget, on_track, level_emissions, targets_that_are_met),
          UNIT_CASE("ratios", weights_of_ratios, structure_of_ratios, scores_of_ratios, ranges_of_nothing),
          UNIT_CASE("ranks", ranks_in_any_unit, outranked_in_any_unit),
          UNIT_CASE("others", parts_that_are_the_whole, means_that_tie, peers_of_tenths, numbers_by_another_way))
