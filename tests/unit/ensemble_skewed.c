/* Values that are many times larger in one draw than in another: running sums and sums over places in a stream, units,
 * and parts of a whole beside other models.
 *
 * Known answers: the quantiles of the same draws, selected from all of them, and the same draws in other parts.
 */
#include "unit/ensemble_alike.h"

enum { T75 = 75, DRAWS = 20000 };

static const double probs[PROBS] = {.01, .05, .5, .95, .99};

static skpi_ensemble_plan *plan_skewed(int32_t mode, size_t years)
{
    const skpi_ensemble_plan_options o = {
        .size = sizeof o, .seed = 5, .n_draws = DRAWS, .mode = mode, .n_prob = PROBS, .prob = probs};
    skpi_ensemble_plan *plan = NULL;
    ck_assert_int_eq(skpi_ensemble_plan_new(2026, years, &o, &plan), SKPI_OK);
    return plan;
}

static int32_t add_carbon(skpi_ensemble_plan *plan, double sigma, double drift_sigma, double cumulative)
{
    const double emission = 10;
    const skpi_carbon_ensemble_add_in in = {.size = sizeof in,
                                            .emission = &emission,
                                            .sigma = &sigma,
                                            .drift_sigma = &drift_sigma,
                                            .cumulative = &cumulative};
    int32_t model = -1;
    ck_assert_int_eq(skpi_carbon_ensemble_add(plan, &in, &model), SKPI_OK);
    return model;
}

/* Quantiles of the last year: of a variable of the model, or of an aggregate of its emission. */
static void last_quantiles(const skpi_ensemble_result *r, int32_t variable, size_t years, double q[PROBS])
{
    static double all[T75 * PROBS];
    ck_assert_int_eq(skpi_ensemble_result_quantile(r, 0, variable, PROBS, probs, all), SKPI_OK);
    memcpy(q, all + (years - 1) * PROBS, PROBS * sizeof *q);
}

/* A standard deviation of the logarithm of 2.0: a streamed quantile is within a bin, .02, of that of the draws. */
START_TEST(streamed_sums)
{
    static const double cumulative[] = {0, -20, 2400};
    for (int c = 0; c < 3; c++) {
        double q[2][3][PROBS];
        for (int m = 0; m < 2; m++) {
            skpi_ensemble_plan *plan = plan_skewed(modes[m], T75);
            const int32_t model = add_carbon(plan, .2, .02, cumulative[c]);
            const int32_t both[] = {model, model}, which[] = {0, 1};
            int32_t aggregate, sum;
            ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, 1, &model, zero, place_of, NULL, &aggregate), SKPI_OK);
            ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, 2, both, which, (uint64_t[]){0, 0}, NULL, &sum),
                             SKPI_OK);
            skpi_ensemble_result *r = plan_run(plan, NULL), *a = NULL, *b = NULL;
            ck_assert_int_eq(skpi_ensemble_result_aggregate(r, aggregate, &a), SKPI_OK);
            ck_assert_int_eq(skpi_ensemble_result_aggregate(r, sum, &b), SKPI_OK);
            last_quantiles(r, 1, T75, q[m][0]);
            last_quantiles(a, 0, T75, q[m][1]);
            last_quantiles(b, 0, T75, q[m][2]);
            skpi_ensemble_result_free(a);
            skpi_ensemble_result_free(b);
            skpi_ensemble_result_free(r);
            skpi_ensemble_plan_free(plan);
        }
        for (int k = 0; k < PROBS; k++)
            for (int v = 0; v < (cumulative[c] < 0 ? 2 : 3); v++) { /* a sum that may begin below 0 has equal bins */
                const double start = v ? 0 : fmin(cumulative[c], 0);
                ck_near(q[1][v][k] - start, q[0][v][k] - start, .02 * (q[0][v][k] - start));
            }
    }
}
END_TEST

/* Nothing is below what was emitted before, and nothing below 0. */
START_TEST(ends)
{
    const double least = 1e-300;
    for (int c = 0; c < 2; c++) {
        double q;
        skpi_ensemble_plan *plan = plan_new(STREAM, 0, 600, 1, 40, 2026, 0);
        const int32_t model = add_carbon(plan, .3, .05, c ? -7 : 0);
        skpi_ensemble_result *r = plan_run(plan, NULL);
        static double all[40];
        ck_assert_int_eq(skpi_ensemble_result_quantile(r, model, 1, 1, &least, all), SKPI_OK);
        q = all[39];
        ck_assert_msg(q > (c ? -7 : 0), "%g", q);
        skpi_ensemble_result_free(r);
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

/* Draws that differ by much have a unit that is small beside all of them; those that differ by more are refused. */
START_TEST(units)
{
    double q[2][PROBS], one = 10, wide = 3, step = .6, none = 0;
    skpi_ensemble_plan *plan = plan_skewed(EXACT, T75);
    int32_t model = add_carbon(plan, .4, 0, 0), aggregate;
    ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, 1, &model, zero, place_of, NULL, &aggregate), SKPI_OK);
    skpi_ensemble_result *r = plan_run(plan, NULL), *a = NULL;
    ck_assert_int_eq(skpi_ensemble_result_aggregate(r, aggregate, &a), SKPI_OK);
    last_quantiles(r, 0, T75, q[0]);
    last_quantiles(a, 0, T75, q[1]);
    for (int k = 0; k < PROBS; k++) ck_near(q[1][k], q[0][k], 1e-3); /* of a median of 10 */
    skpi_ensemble_result_free(a);
    skpi_ensemble_result_free(r);
    skpi_carbon_ensemble_add_in in = {.size = sizeof in, .emission = &one, .sigma = &wide};
    ck_fails_at(skpi_carbon_ensemble_add(plan, &in, &model), SKPI_EOVERFLOW, "in->sigma", 0);
    skpi_ensemble_plan_free(plan);
    plan = plan_skewed(EXACT, 2);
    in.sigma = &step;
    ck_assert_int_eq(skpi_carbon_ensemble_add(plan, &in, &model), SKPI_WUNUSUAL);
    in.sigma = &none;
    in.drift_sigma = &step;
    ck_assert_int_eq(skpi_carbon_ensemble_add(plan, &in, &model), SKPI_WUNUSUAL);
    skpi_carbon_ensemble_add_kaya_in kaya = {.size = sizeof kaya, .n_factors = 1, .factor = &one, .sigma = &step};
    ck_assert_int_eq(skpi_carbon_ensemble_add_kaya(plan, &kaya, &model), SKPI_WUNUSUAL);
    kaya.sigma = &none;
    kaya.drift_sigma = &step;
    ck_assert_int_eq(skpi_carbon_ensemble_add_kaya(plan, &kaya, &model), SKPI_WUNUSUAL);
    kaya.sigma = &wide;
    ck_fails(skpi_carbon_ensemble_add_kaya(plan, &kaya, &model), SKPI_EOVERFLOW, "in->sigma");
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* The sum of emissions is above 0, and has no threshold of 0, unless a weight is 0. */
START_TEST(sums_of_nothing)
{
    const double weight[2] = {1, 0}, nothing = 0;
    skpi_ensemble_plan *plan = plan_skewed(EXACT, 2);
    int32_t model = add_carbon(plan, .1, 0, 0), all, some, event;
    ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, 1, &model, zero, place_of, NULL, &all), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, 1, &model, zero, place_of, weight, &some), SKPI_OK);
    const int32_t kind = SKPI_ENSEMBLE_EVENT_REACHED_BELOW;
    ck_fails(skpi_ensemble_plan_aggregate_event(plan, all, kind, 2027, 1, &nothing, &event), SKPI_EDOM, "threshold");
    ck_assert_int_eq(skpi_ensemble_plan_aggregate_event(plan, some, kind, 2027, 1, &nothing, &event), SKPI_OK);
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* Sobol's anchors of parts do not depend on the model or the place that was drawn before. */
START_TEST(parts_with_anchors)
{
    const double part[] = {10, 33, 57, 10, 33, 57}, sigma[] = {.03, .04, .03, .04}, change[] = {.02, .02, .02, .02};
    const skpi_digital_ensemble_add_in in = {
        .size = sizeof in, .n_parts = 3, .part = part, .sigma = sigma, .drift_sigma = change};
    double mean[2][2 * 5];
    for (int order = 0; order < 2; order++) {
        skpi_ensemble_plan *plan = plan_new(STREAM, SKPI_ENSEMBLE_SAMPLING_SOBOL, 1024, 2, 5, 2026, 0);
        int32_t model;
        if (order) add_urban(plan, 2, .02, .03);
        ck_assert_int_eq(skpi_digital_ensemble_add(plan, &in, &model), SKPI_OK);
        if (!order) add_urban(plan, 2, .02, .03);
        skpi_ensemble_result *whole = plan_run(plan, NULL), *parts = plan_result(plan);
        for (uint64_t i = 2; i-- > 0;) {
            const skpi_ensemble_result_run_options o = {.size = sizeof o, .first_place = i, .n_places = 1};
            ck_assert_int_eq(skpi_ensemble_result_run(parts, plan, &o), SKPI_OK);
        }
        ck_same(whole, parts);
        ck_assert_int_eq(skpi_ensemble_result_mean(whole, model, 0, mean[order]), SKPI_OK);
        skpi_ensemble_result_free(whole);
        skpi_ensemble_result_free(parts);
        skpi_ensemble_plan_free(plan);
    }
    /* with even draws in the last year, the mean is sure to some parts in a million */
    ck_near(mean[0][4], mean[1][4], 2e-5 * mean[0][4]);
}
END_TEST

/* A year in which a part is 0 ends the history of both log-ratios, as a year without it does. */
START_TEST(parts_of_nothing)
{
    enum { M = 15 };
    double part[M * 3], mean[2][3 * 4];
    int32_t year[M], model;
    for (int k = 0; k < M; k++) {
        year[k] = 2011 + k;
        part[3 * k] = 10 * exp(.04 * k + .01 * (k % 3)), part[3 * k + 1] = 30 * exp(.1 * (k < 5 ? k : 5)),
                 part[3 * k + 2] = 60;
    }
    for (int c = 0; c < 2; c++) {
        skpi_ensemble_plan *plan = plan_new(EXACT, 0, 2000, 1, 4, 2026, 0);
        const skpi_digital_ensemble_add_history_in in = {
            .size = sizeof in, .m = M, .n_parts = 3, .year = year, .part = part};
        part[3 * 4] = c ? 0 : (double)NAN;
        ck_assert_int_ge(skpi_digital_ensemble_add_history(plan, &in, &model), 0);
        skpi_ensemble_result *r = plan_run(plan, NULL);
        for (int v = 0; v < 3; v++) ck_assert_int_eq(skpi_ensemble_result_mean(r, model, v, mean[c] + 4 * v), SKPI_OK);
        skpi_ensemble_result_free(r);
        skpi_ensemble_plan_free(plan);
    }
    ck_assert_mem_eq(mean[0], mean[1], sizeof mean[0]);
}
END_TEST

/* Correlations of fewer observations than shocks: of rank 5 among 12, with a least eigenvalue of 0 but for rounding. */
START_TEST(correlations_of_few_observations)
{
    enum { N = 12, SEEN = 6 };
    uint64_t state = 3;
    int32_t model[N];
    uint64_t place[N] = {0};
    for (int trial = 0; trial < 300; trial++) {
        double x[N][SEEN], matrix[N * N];
        for (int i = 0; i < N; i++) {
            double mean = 0, length = 0;
            for (int k = 0; k < SEEN; k++) {
                state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
                mean += (x[i][k] = (double)(state >> 11) * 0x1p-53) / SEEN;
            }
            for (int k = 0; k < SEEN; k++) length += (x[i][k] - mean) * (x[i][k] - mean);
            for (int k = 0; k < SEEN; k++) x[i][k] = (x[i][k] - mean) / sqrt(length);
        }
        for (int i = 0; i < N; i++)
            for (int j = 0; j <= i; j++) {
                double r = 0;
                for (int k = 0; k < SEEN; k++) r += x[i][k] * x[j][k];
                matrix[i * N + j] = matrix[j * N + i] = i == j ? 1 : r;
            }
        skpi_ensemble_plan *plan = plan_new(EXACT, 0, 10, 1, 2, 2026, 0);
        for (int i = 0; i < N; i++) model[i] = add_urban(plan, 1, .01, .1);
        ck_assert_int_eq(skpi_ensemble_plan_correlate(plan, N, model, (int32_t[N]){0}, place, matrix), SKPI_OK);
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

UNIT_MAIN("ensemble_skewed", UNIT_CASE("sums", streamed_sums, ends, units, sums_of_nothing),
          UNIT_CASE("parts", parts_with_anchors, parts_of_nothing),
          UNIT_CASE("matrices", correlations_of_few_observations))
