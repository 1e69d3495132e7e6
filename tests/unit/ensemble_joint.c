/* Joint worlds: factors, loadings, matrices of correlations, recovered from shocks and from probabilities. */
#include "core/dispatch.h"
#include "ensemble/hash.h"
#include "unit/ensemble_plan.h"

enum { N = 2, T = 20, MANY = 1048576 };
static const double level[N] = {1, 2}, drift[N] = {.01, .02}, sigma[N] = {.04, .04}, shock[N] = {.0175, .0175};
static const double share[N] = {.4, .6}, none[N] = {0}, wide[N] = {.02, .02};

/* Emissions (model 0) and urban shares (model 1) of two places, 11 and 12. */
static skpi_ensemble_plan *plan_joint(int32_t mode, uint64_t draws, int32_t first, uint32_t flags)
{
    static const uint64_t id[N] = {11, 12};
    const skpi_ensemble_plan_options o = {
        .size = sizeof o, .flags = flags, .seed = 2026, .n_draws = draws, .mode = mode, .n_places = N, .place_id = id};
    const skpi_carbon_ensemble_add_in carbon = {
        .size = sizeof carbon, .emission = level, .drift = drift, .sigma = sigma, .drift_sigma = shock};
    const skpi_urban_ensemble_add_in urban = {
        .size = sizeof urban, .share = share, .drift = drift, .sigma = none, .drift_sigma = wide};
    skpi_ensemble_plan *plan = NULL;
    int32_t model;
    ck_assert_int_eq(skpi_ensemble_plan_new(first, T, &o, &plan), SKPI_OK);
    ck_assert_int_eq(skpi_carbon_ensemble_add(plan, &carbon, &model), SKPI_OK);
    ck_assert_int_eq(skpi_urban_ensemble_add(plan, &urban, &model), SKPI_OK);
    return plan;
}

static double draw(const skpi_ensemble_plan *plan, int32_t model, uint64_t place, int32_t year, uint64_t first)
{
    double z;
    ck_assert_int_eq(skpi_ensemble_plan_shock(plan, 1, model, 0, place, year, first, &z), SKPI_OK);
    return z;
}

/* Known: an independent program computed these numbers of the stream. */
START_TEST(numbers_of_the_stream)
{
    static const uint64_t three[N] = {3, 3};
    const double a[N] = {sqrt(.8), sqrt(.8)};
    double z[257];
    int32_t f;
    ck_assert_int_eq(skpi_ensemble_draw(257, 2026, -1, 3, 2020, 0, 0, z), SKPI_OK);
    ck_near(z[0], -.329466516083158, 1e-14);
    ck_near(z[1], .138342199492635, 1e-14);
    ck_near(z[256], 1.20886047287968, 1e-14);
    ck_assert_int_eq(skpi_ensemble_draw(1, 2026, -1, 3, 2020, 1, 0, z), SKPI_OK);
    ck_near(z[0], -.7005369108174, 1e-13);
    ck_assert_int_eq(skpi_ensemble_draw(1, 2026, -1, 3, 2021, 0, 0, z), SKPI_OK);
    ck_near(z[0], -.134177791604379, 1e-14);
    skpi_ensemble_plan *plan = plan_joint(SKPI_ENSEMBLE_MODE_EXACT, 600, 2020, 0);
    ck_near(draw(plan, 0, 0, 2020, 0), .996878188011743, 1e-14);
    ck_near(draw(plan, 0, 0, 2020, 1), -.0263993956997751, 1e-14);
    ck_assert_int_eq(skpi_ensemble_plan_factor(plan, three, &f), SKPI_OK);
    ck_assert_int_eq(f, 0);
    ck_assert_int_eq(skpi_ensemble_plan_load(plan, 0, 0, f, a), SKPI_OK);
    ck_near(draw(plan, 0, 0, 2020, 0), .151133668227427, 1e-14);
    ck_near(draw(plan, 0, 0, 2021, 0), -.760877171509432, 1e-14);
    skpi_ensemble_plan_free(plan);
}
END_TEST

static double correlation(const skpi_ensemble_plan *plan, int32_t model0, uint64_t place0, int32_t model1,
                          uint64_t place1)
{
    static double x[MANY], y[MANY];
    const size_t n = (size_t)unit_few(100) * (MANY / 100);
    double xx = 0, yy = 0, xy = 0;
    ck_assert_int_eq(skpi_ensemble_plan_shock(plan, n, model0, 0, place0, 2030, 0, x), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_shock(plan, n, model1, 0, place1, 2030, 0, y), SKPI_OK);
    for (size_t i = 0; i < n; i++) xx += x[i] * x[i], yy += y[i] * y[i], xy += x[i] * y[i];
    return xy / sqrt(xx * yy);
}
#define NEAR_CORRELATION(a, b) ck_near(a, b, .005 * sqrt(100. / unit_few(100)))

START_TEST(correlations_are_recovered)
{
    static const uint64_t own[N] = {1, 2};
    const double common[N] = {sqrt(.5), sqrt(.5)}, first[N] = {.6, .6}, second[N] = {-.5, -.5};
    int32_t f[2];
    skpi_ensemble_plan *plan = plan_joint(SKPI_ENSEMBLE_MODE_EXACT, 600, 2020, 0);
    ck_assert_int_eq(skpi_ensemble_plan_factor(plan, NULL, f), SKPI_OK);    /* the whole world */
    ck_assert_int_eq(skpi_ensemble_plan_factor(plan, own, f + 1), SKPI_OK); /* each place */
    ck_assert_int_eq(skpi_ensemble_plan_load(plan, 0, 0, f[1], first), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_load(plan, 1, 0, f[1], second), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_load(plan, 0, 0, f[0], common), SKPI_OK);
    NEAR_CORRELATION(correlation(plan, 0, 0, 0, 1), .5);  /* the world's factor */
    NEAR_CORRELATION(correlation(plan, 0, 0, 1, 0), -.3); /* the place's */
    NEAR_CORRELATION(correlation(plan, 0, 0, 1, 1), 0);
    NEAR_CORRELATION(correlation(plan, 1, 0, 1, 1), 0);
    skpi_ensemble_plan_free(plan);
}
END_TEST

START_TEST(a_matrix_is_recovered)
{
    static const int32_t model[4] = {0, 0, 1, 1}, which[4] = {0};
    static const uint64_t place[4] = {0, 1, 0, 1};
    static const double matrix[16] = {1, .8, .3, .1, .8, 1, .2, .4, .3, .2, 1, -.5, .1, .4, -.5, 1};
    skpi_ensemble_plan *plan = plan_joint(SKPI_ENSEMBLE_MODE_EXACT, 600, 2020, 0);
    ck_assert_int_eq(skpi_ensemble_plan_correlate(plan, 4, model, which, place, matrix), SKPI_OK);
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < i; j++)
            NEAR_CORRELATION(correlation(plan, model[i], place[i], model[j], place[j]), matrix[4 * i + j]);
    /* two shocks that are one */
    static const double one[4] = {1, 1, 1, 1};
    static const int32_t zero[2] = {0, 0};
    skpi_ensemble_plan *same = plan_joint(SKPI_ENSEMBLE_MODE_EXACT, 600, 2020, 0);
    ck_assert_int_eq(skpi_ensemble_plan_correlate(same, 2, zero, zero, place, one), SKPI_OK);
    ck_assert_double_eq(draw(same, 0, 0, 2025, 77), draw(same, 0, 1, 2025, 77));
    skpi_ensemble_plan_free(same);
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* One year on, both emissions are above their medians with probability 1/4 + asin(c)/(2 pi); without the factor 1/4.
 * The shares of two places and more are in pairs of groups. */
START_TEST(probabilities_of_quadrants)
{
    const double a[N] = {sqrt(.8), sqrt(.8)}, median[N] = {exp(.01), 2 * exp(.02)};
    const uint64_t draws = (uint64_t)unit_few(100) * (MANY / 100);
    for (int with = 0; with < 2; with++) {
        skpi_ensemble_plan *plan = plan_joint(SKPI_ENSEMBLE_MODE_STREAM, draws, 2020, SKPI_ENSEMBLE_FLAG_NO_QUANTILES);
        const double half[N] = {1 / (1 + exp(-(log(.4 / .6) + .01))), 1 / (1 + exp(-(log(.6 / .4) + .02)))};
        int32_t f, e[2], both;
        ck_assert_int_eq(skpi_ensemble_plan_factor(plan, NULL, &f), SKPI_OK);
        for (int32_t m = 0; m < 2 && with; m++) ck_assert_int_eq(skpi_ensemble_plan_load(plan, m, 0, f, a), SKPI_OK);
        for (int32_t m = 0; m < 2; m++)
            ck_assert_int_eq(
                skpi_ensemble_plan_event(plan, m, 0, SKPI_ENSEMBLE_EVENT_ABOVE, 2020, m ? half : median, e + m),
                SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_plan_all(plan, 2, e, &both), SKPI_OK);
        const skpi_ensemble_result_run_options o = {.size = sizeof o, .threads = 2};
        skpi_ensemble_result *r = plan_run(plan, &o);
        double p[N], error[N];
        ck_assert_int_eq(skpi_ensemble_result_probability(r, both, p), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_result_standard_error(r, both, error), SKPI_OK);
        for (int i = 0; i < N; i++) ck_near(p[i], with ? .397583617650 : .25, 4 * error[i]);
        skpi_ensemble_result_free(r);
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

/* Models get what skpi_ensemble_plan_shock says, whether a worker keeps the factors or draws them again. */
START_TEST(draws_by_the_shocks)
{
    enum { DRAWS = 700 };
    static const uint64_t group[N] = {5, 5};
    const double a[N] = {.9, -.4};
    for (int32_t mode = SKPI_ENSEMBLE_MODE_EXACT; mode <= SKPI_ENSEMBLE_MODE_STREAM; mode++) {
        skpi_ensemble_plan *plan = plan_joint(mode, DRAWS, 2020, 0);
        int32_t f;
        double z[DRAWS], mean[N][T];
        ck_assert_int_eq(skpi_ensemble_plan_factor(plan, group, &f), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_plan_load(plan, 0, 0, f, a), SKPI_OK);
        skpi_ensemble_result *r = plan_run(plan, NULL);
        ck_assert_int_eq(skpi_ensemble_result_mean(r, 0, 0, mean[0]), SKPI_OK);
        for (uint64_t i = 0; i < N; i++) {
            double x[DRAWS], h[DRAWS] = {0}, p = shock[i] * shock[i];
            for (int d = 0; d < DRAWS; d++) x[d] = log(level[i]);
            for (int k = 0; k < T; k++) {
                const double s = sqrt(p + sigma[i] * sigma[i]), gain = .9 * p / s;
                double sum = 0;
                p = .81 * (p - p * p / (s * s)) + shock[i] * shock[i];
                ck_assert_int_eq(skpi_ensemble_plan_shock(plan, DRAWS, 0, 0, i, 2020 + k, 0, z), SKPI_OK);
                for (int d = 0; d < DRAWS; d++) {
                    x[d] += drift[i] + h[d] + s * z[d];
                    h[d] = .9 * h[d] + gain * z[d];
                    sum += exp(x[d]);
                }
                ck_near(mean[i][k], sum / DRAWS, 1e-12);
            }
        }
        skpi_ensemble_result_free(r);
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

/* The bytes of a joint plan have a frozen hash, whatever draws them and however it is split. */
START_TEST(one_hash)
{
    static const uint64_t frozen[] = {UINT64_C(0x59752aeeb258ee7e), UINT64_C(0xfb6ef591ce22d76f)};
    static const int32_t model[3] = {0, 0, 1}, which[3] = {0};
    static const uint64_t place[3] = {0, 1, 0};
    static const double matrix[9] = {1, .8, .3, .8, 1, .2, .3, .2, 1}, a[N] = {0, .7};
    for (int m = 0; m < 2; m++) {
        skpi_ensemble_plan *plan =
            plan_joint(m ? SKPI_ENSEMBLE_MODE_STREAM : SKPI_ENSEMBLE_MODE_EXACT, 3 * 512 + 100, 2020, 0);
        int32_t f;
        ck_assert_int_eq(skpi_ensemble_plan_correlate(plan, 3, model, which, place, matrix), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_plan_factor(plan, NULL, &f), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_plan_load(plan, 1, 0, f, a), SKPI_OK);
        for (int32_t threads = 1; threads <= unit_few(4); threads *= 2)
            for (int32_t dispatch = SKPI_ENSEMBLE_DISPATCH_BEST; dispatch <= SKPI_ENSEMBLE_DISPATCH_X86_64_V4;
                 dispatch++) {
                if (!skpi__dispatch(dispatch)) continue;
                skpi_ensemble_result *r = plan_result(plan);
                for (uint64_t i = N; i-- > 0;) { /* places one by one, from the last */
                    const skpi_ensemble_result_run_options o = {
                        .size = sizeof o, .threads = threads, .dispatch = dispatch, .first_place = i, .n_places = 1};
                    skpi_ensemble_result *one = plan_run(plan, &o);
                    ck_assert_int_eq(skpi_ensemble_result_merge(r, one), SKPI_OK);
                    skpi_ensemble_result_free(one);
                }
                size_t n;
                uint64_t h = SKPI__HASH_START;
                unsigned char *bytes = plan_bytes(r, &n);
                for (size_t i = 0; i < n; i++) h = skpi__hash(h, bytes[i]);
                ck_assert_msg(h == frozen[m], "mode %d, %d threads, dispatch %d: %016llx", m, (int)threads,
                              (int)dispatch, (unsigned long long)h);
                const skpi_ensemble_result_run_options all = {
                    .size = sizeof all, .threads = threads, .dispatch = dispatch};
                skpi_ensemble_result *whole = plan_run(plan, &all);
                ck_same(r, whole);
                skpi_ensemble_result_free(whole);
                free(bytes);
                skpi_ensemble_result_free(r);
            }
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

START_TEST(what_is_refused)
{
    skpi_ensemble_plan *plan = plan_joint(SKPI_ENSEMBLE_MODE_EXACT, 600, 2020, 0);
    const uint64_t large[N] = {1, UINT64_C(1) << 32}, place[3] = {0, 1, 1}, far[2] = {0, 2};
    const double a[N] = {.8, .8}, b[N] = {.5, .7}, nan[N] = {.1, (double)NAN};
    const int32_t zero[3] = {0, 0, 0}, one[3] = {0, 0, 1};
    const double odd[4] = {1, .5, .4, 1}, two[4] = {1, .5, .5, 2}, more[4] = {1, 1.5, 1.5, 1}, good[4] = {1, .5, .5, 1};
    const double indefinite[9] = {1, .9, -.9, .9, 1, .9, -.9, .9, 1};
    int32_t f = -1, g = -1;
    double z[2];
    ck_fails_at(skpi_ensemble_plan_factor(plan, large, &f), SKPI_ERANGE, "group", 1);
    ck_fails(skpi_ensemble_plan_load(plan, 0, 0, 0, a), SKPI_ENOTFOUND, "factor");
    ck_assert_int_eq(skpi_ensemble_plan_factor(plan, NULL, &f), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_factor(plan, NULL, &g), SKPI_OK);
    ck_fails(skpi_ensemble_plan_load(plan, 2, 0, f, a), SKPI_ENOTFOUND, "model");
    ck_fails(skpi_ensemble_plan_load(plan, 0, 1, f, a), SKPI_ENOTFOUND, "shock");
    ck_fails_at(skpi_ensemble_plan_load(plan, 0, 0, f, nan), SKPI_ENOTFINITE, "loading", 1);
    ck_assert_int_eq(skpi_ensemble_plan_load(plan, 0, 0, f, a), SKPI_OK);
    ck_fails(skpi_ensemble_plan_load(plan, 0, 0, f, b), SKPI_EDUPLICATE, "factor");
    ck_fails_at(skpi_ensemble_plan_load(plan, 0, 0, g, b), SKPI_ERANGE, "loading", 1);
    ck_fails_at(skpi_ensemble_plan_correlate(plan, 2, zero, zero, place, good), SKPI_ERANGE, "place", 0);
    skpi_ensemble_plan_free(plan);
    plan = plan_joint(SKPI_ENSEMBLE_MODE_EXACT, 600, 2020, 0);
    skpi_ensemble_result *before = plan_result(plan);
    ck_fails(skpi_ensemble_plan_correlate(plan, 0, zero, zero, place, good), SKPI_ENODATA, "n_shocks");
    ck_fails(skpi_ensemble_plan_correlate(plan, 65, zero, zero, place, good), SKPI_ERANGE, "n_shocks");
    ck_fails_at(skpi_ensemble_plan_correlate(plan, 2, zero, zero, far, good), SKPI_ENOTFOUND, "place", 1);
    ck_fails_at(skpi_ensemble_plan_correlate(plan, 3, zero, zero, place, indefinite), SKPI_EDUPLICATE, "place", 2);
    ck_fails_at(skpi_ensemble_plan_correlate(plan, 2, zero, zero, place, odd), SKPI_EDOM, "matrix", 0);
    ck_fails_at(skpi_ensemble_plan_correlate(plan, 2, zero, zero, place, more), SKPI_ERANGE, "matrix", 0);
    ck_fails_at(skpi_ensemble_plan_correlate(plan, 3, one, zero, place, indefinite), SKPI_EDOM, "matrix", 2);
    ck_fails_at(skpi_ensemble_plan_correlate(plan, 2, zero, zero, place, two), SKPI_ERANGE, "matrix", 1);
    ck_assert_int_eq(skpi_ensemble_plan_correlate(plan, 2, zero, zero, place, good), SKPI_OK);
    ck_fails(skpi_ensemble_result_run(before, plan, NULL), SKPI_EINCONSISTENT, "result");
    ck_fails(skpi_ensemble_plan_shock(plan, 2, 0, 1, 0, 2020, 0, z), SKPI_ENOTFOUND, "shock");
    ck_fails(skpi_ensemble_plan_shock(plan, 2, 0, 0, 2, 2020, 0, z), SKPI_ENOTFOUND, "place");
    ck_fails(skpi_ensemble_plan_shock(plan, 2, 0, 0, 0, 2020, (UINT64_C(1) << 34) - 1, z), SKPI_ERANGE, "first_draw");
    skpi_ensemble_result_free(before);
    skpi_ensemble_plan_free(plan);
}
END_TEST

UNIT_MAIN("ensemble_joint",
          UNIT_CASE("shocks", numbers_of_the_stream, correlations_are_recovered, a_matrix_is_recovered),
          UNIT_CASE("draws", probabilities_of_quadrants, draws_by_the_shocks, one_hash, what_is_refused))
