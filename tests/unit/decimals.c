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

UNIT_MAIN("decimals",
          UNIT_CASE("equal", equal_means, no_denominator, one_score, residuals_that_tie, constant_sums,
                    medoids_of_tenths),
          UNIT_CASE("limits", parts_of_a_count, thresholds, points_at_a_limit))
