/* Shocks of one model, groups of factors, Sobol's points over 600 years, parts of a run and runs that are stopped between
 * places.
 *
 * Known answers: the correlations and the distribution that were asked for, and the same draws in other parts.
 */
#include "random/sobol.h"
#include "unit/ensemble_alike.h"

/* ---- shocks and factors ---- */

static void numbers(const skpi_ensemble_plan *plan, size_t n, int32_t model, int32_t shock, uint64_t place, double *z)
{
    ck_assert_int_eq(skpi_ensemble_plan_shock(plan, n, model, shock, place, FIRST, 0, z), SKPI_OK);
}

static double correlation(size_t n, const double *x, const double *y)
{
    double xy = 0, xx = 0, yy = 0;
    for (size_t i = 0; i < n; i++) xy += x[i] * y[i], xx += x[i] * x[i], yy += y[i] * y[i];
    return xy / sqrt(xx * yy);
}

static int32_t add_kaya(skpi_ensemble_plan *plan)
{
    static const double factor[] = {1, 2, 3, 4}, noise[] = {.1, .2, .1, .2};
    const skpi_carbon_ensemble_add_kaya_in in = {.size = sizeof in,
                                                 .flags = SKPI_CARBON_ENSEMBLE_ADD_KAYA_FLAG_SHOCKS,
                                                 .n_factors = 2,
                                                 .factor = factor,
                                                 .sigma = noise};
    int32_t model = -1;
    ck_assert_int_ge(skpi_carbon_ensemble_add_kaya(plan, &in, &model), 0);
    return model;
}

/* Two models with two shocks each: what a shock loads does not count for another one, in whatever order. */
START_TEST(shocks_of_one_model)
{
    enum { DRAWS = 4096 };
    static double z[4][DRAWS];
    static const double a[] = {.8, .6}, b[] = {.5, .5}, c[] = {.7, .7};
    skpi_ensemble_plan *plan = plan_new(STREAM, 0, DRAWS, 2, 2, FIRST, 0);
    ck_assert_int_eq(add_kaya(plan), 0);
    ck_assert_int_eq(add_kaya(plan), 1);
    int32_t f, g;
    ck_assert_int_eq(skpi_ensemble_plan_factor(plan, NULL, &f), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_factor(plan, NULL, &g), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_load(plan, 0, 1, f, a), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_load(plan, 0, 0, f, a), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_load(plan, 1, 1, f, a), SKPI_OK);
    ck_fails(skpi_ensemble_plan_load(plan, 0, 1, f, b), SKPI_EDUPLICATE, "factor");
    ck_fails(skpi_ensemble_plan_load(plan, 0, 1, g, c), SKPI_ERANGE, "loading");
    ck_assert_int_eq(skpi_ensemble_plan_load(plan, 0, 1, g, b), SKPI_OK);
    for (int32_t s = 0; s < 2; s++) numbers(plan, DRAWS, 0, s, 0, z[s]);
    numbers(plan, DRAWS, 1, 1, 1, z[2]);
    numbers(plan, DRAWS, 1, 0, 0, z[3]);
    const double close = 5 / sqrt(DRAWS);
    ck_near(correlation(DRAWS, z[0], z[1]), .64, close);
    ck_near(correlation(DRAWS, z[1], z[2]), .48, close);
    ck_near(correlation(DRAWS, z[0], z[3]), 0, close);
    skpi_ensemble_plan_free(plan);
    /* by a matrix: two shocks of one model in one place, and one of another model and place */
    static const int32_t models[] = {0, 0, 1, 0}, shocks[] = {0, 1, 1, 0};
    static const uint64_t places[] = {0, 0, 1, 1};
    static const double matrix[] = {1, .6, .3, .2, .6, 1, -.2, .1, .3, -.2, 1, .4, .2, .1, .4, 1};
    plan = plan_new(STREAM, 0, DRAWS, 2, 2, FIRST, 0);
    ck_assert_int_eq(add_kaya(plan), 0);
    ck_assert_int_eq(add_kaya(plan), 1);
    static const int32_t twice[] = {0, 1, 1, 1};
    static const uint64_t same[] = {0, 0, 1, 0};
    ck_fails_at(skpi_ensemble_plan_correlate(plan, 4, models, twice, same, matrix), SKPI_EDUPLICATE, "place", 3);
    ck_assert_int_eq(skpi_ensemble_plan_correlate(plan, 4, models, shocks, places, matrix), SKPI_OK);
    for (int i = 0; i < 4; i++) numbers(plan, DRAWS, models[i], shocks[i], places[i], z[i]);
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < i; j++) ck_near(correlation(DRAWS, z[i], z[j]), matrix[4 * i + j], close);
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* Factors whose groups are numbered with gaps, of which one is loaded by some places only; Sobol's points, too. */
START_TEST(groups_of_places)
{
    enum { DRAWS = 4096 };
    static double z[3][DRAWS];
    static const uint64_t group[] = {5, 5, 7};
    static const double some[] = {0, .3, .3}, all[] = {.6, .6, .6};
    for (int sobol = 0; sobol < 2; sobol++) {
        skpi_ensemble_plan *plan = plan_new(STREAM, sobol ? SKPI_ENSEMBLE_SAMPLING_SOBOL : 0, DRAWS, 3, 2, FIRST, 0);
        int32_t f, g;
        add_urban(plan, 3, .01, .1);
        ck_assert_int_eq(skpi_ensemble_plan_factor(plan, NULL, &f), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_plan_factor(plan, group, &g), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_plan_load(plan, 0, 0, f, some), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_plan_load(plan, 0, 0, g, all), SKPI_OK);
        for (uint64_t i = 0; i < 3; i++) numbers(plan, DRAWS, 0, 0, i, z[i]);
        ck_near(correlation(DRAWS, z[0], z[1]), .36, 5 / sqrt(DRAWS));
        ck_near(correlation(DRAWS, z[0], z[2]), 0, 5 / sqrt(DRAWS));
        ck_near(correlation(DRAWS, z[1], z[2]), .09, 5 / sqrt(DRAWS));
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

/* Exact runs keep the numbers of factors between places, of each group; of many draws they do not. The events are those
 * of the stream. */
START_TEST(factors_that_are_kept)
{
    static const uint64_t group[] = {1, 2, 1, 2}, many[] = {3000, 132000};
    static const double loading[] = {.6, .7, .8, .9};
    for (int k = 0; k < (unit_slow() ? 1 : 2); k++) {
        double p[2][4];
        for (int m = 0; m < 2; m++) {
            skpi_ensemble_plan *plan = plan_new(modes[m], 0, many[k], 4, 2, FIRST, 0);
            int32_t f;
            const int32_t event = add_event(plan, add_urban(plan, 4, .01, .1), 0, FIRST + 1, 4, .52);
            ck_assert_int_eq(skpi_ensemble_plan_factor(plan, group, &f), SKPI_OK);
            ck_assert_int_eq(skpi_ensemble_plan_load(plan, 0, 0, f, loading), SKPI_OK);
            skpi_ensemble_result *r = plan_run(plan, NULL);
            ck_assert_int_eq(skpi_ensemble_result_probability(r, event, p[m]), SKPI_OK);
            skpi_ensemble_result_free(r);
            skpi_ensemble_plan_free(plan);
        }
        for (int i = 0; i < 4; i++) {
            ck_assert(p[0][i] == p[1][i]);
            ck_near(p[0][i], .5 * erfc((log(.52 / .48) - .02) / (.1 * sqrt(2)) / sqrt(2)),
                    5 * .5 / sqrt((double)many[k]));
        }
    }
}
END_TEST

/* ---- Sobol's points ---- */

START_TEST(more_dimensions_than_there_are)
{
    enum { PLACES_TOO_MANY = SKPI__SOBOL_DIMENSIONS + 1 };
    static double share[PLACES_TOO_MANY], still[PLACES_TOO_MANY];
    for (int i = 0; i < PLACES_TOO_MANY; i++) share[i] = .5, still[i] = .1;
    const int32_t anchor = FIRST;
    const skpi_ensemble_plan_options o = {.size = sizeof o,
                                          .n_draws = 512,
                                          .mode = STREAM,
                                          .sampling = SKPI_ENSEMBLE_SAMPLING_SOBOL,
                                          .n_places = PLACES_TOO_MANY,
                                          .n_anchors = 1,
                                          .anchor = &anchor};
    const skpi_urban_ensemble_add_in in = {.size = sizeof in, .share = share, .drift = still, .sigma = still};
    skpi_ensemble_plan *plan = NULL;
    int32_t model;
    ck_assert_int_eq(skpi_ensemble_plan_new(FIRST, 1, &o, &plan), SKPI_OK);
    ck_assert_int_eq(skpi_urban_ensemble_add(plan, &in, &model), SKPI_OK);
    skpi_ensemble_result *r = NULL;
    ck_fails(skpi_ensemble_result_new(plan, &r), SKPI_ERANGE, "plan");
    ck_assert_ptr_null(r);
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* Dimensions 952 and 971 of Sobol's sequence fill only a part of their square in 8,192 points, which correlated two
 * places by -.38 with this seed. */
START_TEST(places_apart)
{
    enum { P = SKPI__SOBOL_DIMENSIONS, DRAWS = 8192 };
    static double share[P], still[P], z[2][DRAWS];
    for (int i = 0; i < P; i++) share[i] = .5, still[i] = .1;
    const skpi_ensemble_plan_options o = {
        .size = sizeof o, .seed = 3, .n_draws = DRAWS, .sampling = SKPI_ENSEMBLE_SAMPLING_SOBOL, .n_places = P};
    const skpi_urban_ensemble_add_in in = {.size = sizeof in, .share = share, .drift = still, .sigma = still};
    skpi_ensemble_plan *plan = NULL;
    int32_t model;
    double sum = 0;
    ck_assert_int_eq(skpi_ensemble_plan_new(FIRST, 1, &o, &plan), SKPI_OK);
    ck_assert_int_eq(skpi_urban_ensemble_add(plan, &in, &model), SKPI_OK);
    for (int i = 0; i < 2; i++)
        ck_assert_int_eq(skpi_ensemble_plan_shock(plan, DRAWS, model, 0, i ? 971 : 952, FIRST, 0, z[i]), SKPI_OK);
    for (int d = 0; d < DRAWS; d++) sum += z[0][d] * z[1][d];
    ck_near(sum / DRAWS, 0, 4 / sqrt(DRAWS));
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* 600 years are more than a block of responses has; the last year is an anchor year, whose 512 points are spread evenly:
 * its quartiles are nearer to those of the normal distribution than 512 plain draws bring them. */
START_TEST(a_far_anchor)
{
    enum { T = 600, Q = 3 };
    static const double prob[Q] = {.25, .5, .75}, score[Q] = {-.6744897501960817, 0, .6744897501960817};
    double q[T][Q];
    skpi_ensemble_plan *plan = plan_new(STREAM, SKPI_ENSEMBLE_SAMPLING_SOBOL, 512, 1, T, 1600, 0);
    add_urban(plan, 1, 0, .01);
    skpi_ensemble_result *r = plan_run(plan, NULL);
    ck_assert_int_eq(skpi_ensemble_result_quantile(r, 0, 0, Q, prob, q[0]), SKPI_OK);
    for (int i = 0; i < Q; i++) {
        const double z = log(q[T - 1][i] / (1 - q[T - 1][i])) / (.01 * sqrt(T));
        ck_near(z, score[i], .02);
    }
    skpi_ensemble_result_free(r);
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* The numbers of a factor follow from the places that load on it: another one, whose drift changes more, is as good as
 * none. */
START_TEST(places_without_a_factor)
{
    enum { T = 10, DRAWS = 512 };
    static double z[2][T][DRAWS];
    static const double share[] = {.4, .6}, noise[] = {.02, .02}, loading[] = {0, .9};
    for (int k = 0; k < 2; k++) {
        const double wide[] = {k ? .2 : .001, .01};
        const skpi_urban_ensemble_add_in in = {
            .size = sizeof in, .share = share, .drift = noise, .sigma = noise, .drift_sigma = wide};
        skpi_ensemble_plan *plan = plan_new(STREAM, SKPI_ENSEMBLE_SAMPLING_SOBOL, DRAWS, 2, T, FIRST, 0);
        int32_t model, f;
        ck_assert_int_ge(skpi_urban_ensemble_add(plan, &in, &model), 0);
        ck_assert_int_eq(skpi_ensemble_plan_factor(plan, NULL, &f), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_plan_load(plan, model, 0, f, loading), SKPI_OK);
        for (int32_t j = 0; j < T; j++)
            ck_assert_int_eq(skpi_ensemble_plan_shock(plan, DRAWS, model, 0, 1, FIRST + j, 0, z[k][j]), SKPI_OK);
        skpi_ensemble_plan_free(plan);
    }
    ck_assert_int_eq(memcmp(z[0], z[1], sizeof z[0]), 0);
}
END_TEST

/* Groups that change from place to place, two shocks of a model on one factor, a place that no shock moves, and an anchor
 * year beside another: the same draws in any parts, exact and streamed, and plain ones before and after the anchors. */
START_TEST(groups_and_shocks_in_any_parts)
{
    enum { P = 5, T = 40, DRAWS = 2500 };
    static const int32_t anchor[] = {FIRST + 30, FIRST + 29, FIRST + 3};
    static const double part[P][3] = {{1, 2, 7}, {2, 2, 6}, {3, 1, 6}, {1, 1, 8}, {4, 1, 5}};
    static const double sigma[P][2] = {{.03, .04}, {.02, .05}, {0, 0}, {.05, .01}, {.02, .03}};
    static const double both[P] = {.5, .5, .5, .5, .5}, own[P] = {.3, -.6, .6, .2, .7};
    static const uint64_t group[P] = {4, 0, 2, 4, 1};
    static const int32_t shocks[] = {0, 1};
    double mean[2][P][T], z[2][DRAWS];
    int32_t digital, urban, f[2];
    for (int m = 0; m < 2; m++) {
        const skpi_ensemble_plan_options o = {.size = sizeof o,
                                              .seed = 3,
                                              .n_draws = DRAWS,
                                              .mode = modes[m],
                                              .n_places = P,
                                              .sampling = SKPI_ENSEMBLE_SAMPLING_SOBOL,
                                              .n_anchors = 3,
                                              .anchor = anchor};
        const skpi_digital_ensemble_add_in in = {.size = sizeof in, .n_parts = 3, .part = part[0], .sigma = sigma[0]};
        skpi_ensemble_plan *plan = NULL;
        ck_assert_int_eq(skpi_ensemble_plan_new(FIRST, T, &o, &plan), SKPI_OK);
        ck_assert_int_eq(skpi_digital_ensemble_add(plan, &in, &digital), SKPI_OK);
        urban = add_urban(plan, P, .01, .03);
        for (int i = 0; i < 2; i++) ck_assert_int_eq(skpi_ensemble_plan_factor(plan, i ? group : NULL, f + i), SKPI_OK);
        for (int i = 0; i < 2; i++)
            ck_assert_int_eq(skpi_ensemble_plan_load(plan, digital, shocks[i], f[0], both), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_plan_load(plan, digital, 0, f[1], own), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_plan_load(plan, urban, 0, f[1], own), SKPI_OK);
        skpi_ensemble_result *all = plan_run(plan, NULL), *sum = plan_result(plan);
        for (uint64_t i = P; i-- > 0;) {
            const skpi_ensemble_result_run_options one = {.size = sizeof one, .first_place = i, .n_places = 1};
            plan_add_bytes(plan, sum, plan_run(plan, &one));
        }
        ck_same(all, sum);
        ck_assert_int_eq(skpi_ensemble_result_mean(all, digital, 1, mean[m][0]), SKPI_OK);
        for (int32_t year = FIRST - 1; year <= FIRST + 31; year += 32) {
            ck_assert_int_eq(skpi_ensemble_plan_shock(plan, DRAWS, digital, 1, 0, year, 0, z[0]), SKPI_OK);
            ck_assert_int_eq(skpi_ensemble_draw(DRAWS, 3, digital, 0, year, 1, 0, z[1]), SKPI_OK);
            double e[DRAWS];
            ck_assert_int_eq(skpi_ensemble_draw(DRAWS, 3, -1, 0, year, 0, 0, e), SKPI_OK);
            for (int d = 0; d < DRAWS; d++) ck_near(z[0][d], .5 * e[d] + sqrt(.75) * z[1][d], 1e-12);
        }
        skpi_ensemble_result_free(all);
        skpi_ensemble_result_free(sum);
        skpi_ensemble_plan_free(plan);
    }
    for (int i = 0; i < P; i++)
        for (int t = 0; t < T; t++) ck_near(mean[0][i][t], mean[1][i][t], 1e-12);
}
END_TEST

/* ---- parts of a run ---- */

/* Two sums of two places each: each pair can be run alone. */
START_TEST(sums_of_their_own_places)
{
    for (int m = 0; m < 2; m++) {
        skpi_ensemble_plan *plan = plan_new(modes[m], 0, 2000, 4, 3, FIRST, 0);
        int32_t index;
        add_urban(plan, 4, .01, .1);
        for (int k = 0; k < 2; k++)
            ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, 2, zero, zero, place_of + 2 * k, NULL, &index),
                             SKPI_OK);
        skpi_ensemble_result *all = plan_run(plan, NULL), *sum = plan_result(plan);
        for (uint64_t first = 4; first > 0;) {
            first -= 2;
            const skpi_ensemble_result_run_options o = {.size = sizeof o, .first_place = first, .n_places = 2};
            skpi_ensemble_result *r = plan_run(plan, &o);
            plan_add_bytes(plan, sum, r);
        }
        ck_same(sum, all);
        skpi_ensemble_result_free(sum);
        skpi_ensemble_result_free(all);
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

/* More than a million draws of a sum are parts of a limited size, for two threads as for one. */
START_TEST(large_parts_of_a_sum)
{
    skpi_ensemble_plan *plan = plan_new(STREAM, 0, unit_slow() ? 4096 : 1100000, 1, 1, FIRST, 0);
    int32_t index;
    add_urban(plan, 1, .01, .1);
    ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, 1, zero, zero, place_of, NULL, &index), SKPI_OK);
    const skpi_ensemble_result_run_options two = {.size = sizeof two, .threads = 2};
    skpi_ensemble_result *a = plan_run(plan, NULL), *b = plan_run(plan, &two);
    ck_same(a, b);
    skpi_ensemble_result_free(b);
    skpi_ensemble_result_free(a);
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* Six places are drawn together because they have a factor in common.  A run that is stopped between two of them keeps
 * none of the six, and can be taken up again. */
START_TEST(stopped_between_places)
{
    enum { TOGETHER = 6, DRAWS = 16384, MODELS = 6 };
    static const double loading[TOGETHER] = {.5, .5, .5, .5, .5, .5};
    skpi_ensemble_plan *plan = plan_new(EXACT, 0, DRAWS, TOGETHER, 1, FIRST, 0);
    int32_t f;
    for (int k = 0; k < MODELS; k++) add_urban(plan, TOGETHER, .01, .1);
    ck_assert_int_eq(skpi_ensemble_plan_factor(plan, NULL, &f), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_load(plan, 0, 0, f, loading), SKPI_OK);
    skpi_ensemble_result *all = plan_run(plan, NULL);
    int stopped = 0, done = 0;
    for (int calls = 1; !done; calls++) {
        skpi_ensemble_result *r = plan_result(plan);
        int left = calls;
        const skpi_ensemble_result_run_options o = {.size = sizeof o, .progress = plan_stop, .user = &left};
        const skpi_status s = skpi_ensemble_result_run(r, plan, &o);
        uint64_t drawn, missing;
        ck_assert(s == SKPI_OK || s == SKPI_ECANCELED);
        ck_assert_int_eq(skpi_ensemble_result_covered(r, &drawn, &missing), SKPI_OK);
        if (missing) {
            ck_assert_uint_eq(drawn, 0);
            stopped++;
        }
        done = !s;
        ck_assert_int_eq(skpi_ensemble_result_run(r, plan, NULL), SKPI_OK);
        ck_same(r, all);
        skpi_ensemble_result_free(r);
    }
    ck_assert_int_gt(stopped, 1);
    skpi_ensemble_result_free(all);
    skpi_ensemble_plan_free(plan);
}
END_TEST

UNIT_MAIN("ensemble_parts", UNIT_CASE("shocks", shocks_of_one_model, groups_of_places, factors_that_are_kept),
          UNIT_CASE("sobol", more_dimensions_than_there_are, places_apart, a_far_anchor, places_without_a_factor,
                    groups_and_shocks_in_any_parts),
          UNIT_CASE("parts", sums_of_their_own_places, large_parts_of_a_sum, stopped_between_places))
