/* Ends of what ensembles take: draws beyond what a model declares, emissions at the ends of the doubles, plans of 600
 * years, many draws, groups of factors, shocks of one model, runs that are stopped between places.
 *
 * Known answers: closed forms, and the same draws in another mode or in other parts.
 */
#include "ensemble/model.h"
#include "ensemble/plan.h"
#include "random/sobol.h"
#include "unit/ensemble_plan.h"

enum { EXACT = SKPI_ENSEMBLE_MODE_EXACT, STREAM = SKPI_ENSEMBLE_MODE_STREAM };
static const int32_t modes[] = {EXACT, STREAM};
static const int32_t zero[4] = {0};
static const uint64_t place_of[4] = {0, 1, 2, 3};

static skpi_ensemble_plan *plan_new(int32_t mode, int32_t sampling, uint64_t draws, uint64_t places, size_t years,
                                    int32_t first, uint32_t flags)
{
    const skpi_ensemble_plan_options o = {.size = sizeof o,
                                          .flags = flags,
                                          .seed = 17,
                                          .n_draws = draws,
                                          .mode = mode,
                                          .sampling = sampling,
                                          .n_places = places};
    skpi_ensemble_plan *plan = NULL;
    ck_assert_int_eq(skpi_ensemble_plan_new(first, years, &o, &plan), SKPI_OK);
    return plan;
}

/* n places that begin at a share of one half. */
static int32_t add_urban(skpi_ensemble_plan *plan, size_t n, double drift, double sigma)
{
    double share[8], drifts[8], sigmas[8];
    int32_t model = -1;
    for (size_t i = 0; i < n; i++) share[i] = .5, drifts[i] = drift, sigmas[i] = sigma;
    const skpi_urban_ensemble_add_in in = {.size = sizeof in, .share = share, .drift = drifts, .sigma = sigmas};
    ck_assert_int_ge(skpi_urban_ensemble_add(plan, &in, &model), 0);
    return model;
}

static int32_t add_event(skpi_ensemble_plan *plan, int32_t model, int32_t variable, int32_t year, size_t n, double at)
{
    double threshold[8];
    int32_t event = -1;
    for (size_t i = 0; i < n; i++) threshold[i] = at;
    ck_assert_int_eq(
        skpi_ensemble_plan_event(plan, model, variable, SKPI_ENSEMBLE_EVENT_ABOVE, year, threshold, &event), SKPI_OK);
    return event;
}

/* ---- draws beyond what a model declares ---- */

static double large_draw; /* of the second year */

static void large_start(const void *parameters, const skpi__model_block *block)
{
    (void)parameters;
    for (size_t i = 0; i < SKPI__BLOCK; i++) block->column[0][i] = block->column[1][i] = 1;
}
static void large_step(const void *parameters, const skpi__model_block *block)
{
    (void)parameters;
    for (size_t i = 0; i < SKPI__BLOCK; i++) block->column[0][i] = block->k == 1 && i == 7 ? large_draw : 1 + (double)i;
}
static void large_range(const void *parameters, size_t place, size_t variable, size_t n_years, skpi__model_range *range)
{
    (void)parameters, (void)place, (void)variable;
    for (size_t k = 0; k < n_years; k++)
        range[k] = (skpi__model_range){.centre = 0, .spread = 400, .bound = (double)INFINITY, .scale = 1};
}

static int32_t add_large(skpi_ensemble_plan *plan)
{
    static const skpi__form values[] = {SKPI__FORM_VALUE, SKPI__FORM_VALUE};
    const skpi__model model = {.fingerprint = 1,
                               .n_variables = 2,
                               .n_columns = 2,
                               .form = values,
                               .free = free,
                               .start = large_start,
                               .step = large_step,
                               .range = large_range};
    int32_t index = -1;
    ck_assert_int_eq(skpi__model_add(skpi__here("skpi_ensemble_draw"), plan, &model, &index), SKPI_OK);
    return index;
}

/* The run fails, and takes back what it had added to a sum, so that another one with better draws is whole. */
START_TEST(draws_beyond_the_range)
{
    for (int m = 0; m < 2; m++)
        for (int summed = 0; summed < 2; summed++) {
            skpi_ensemble_plan *plan = plan_new(modes[m], 0, 1100, 2, 3, FIRST, 0);
            int32_t index;
            add_large(plan);
            add_urban(plan, 2, .01, .1);
            if (summed)
                ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, 2, zero, zero, place_of, NULL, &index), SKPI_OK);
            skpi_ensemble_result *r = plan_result(plan);
            large_draw = 1e300;
            ck_fails(skpi_ensemble_result_run(r, plan, NULL), SKPI_EOVERFLOW, "plan");
            large_draw = 5;
            if (modes[m] == EXACT) {
                skpi_ensemble_result *all = plan_run(plan, NULL);
                ck_assert_int_eq(skpi_ensemble_result_run(r, plan, NULL), SKPI_OK);
                ck_same(r, all);
                double mean[2 * 3];
                ck_assert_int_eq(skpi_ensemble_result_mean(r, 0, 0, mean), SKPI_OK);
                /* two blocks of 1 to 512 and 76 draws of the next, in year 2 one of each is 5 and not 8 */
                ck_near(mean[0], (2 * 512 * 513 / 2 + 76 * 77 / 2) / 1100., 1e-12);
                ck_near(mean[1], mean[0] - 9 / 1100., 1e-12);
                skpi_ensemble_result_free(all);
            }
            skpi_ensemble_result_free(r);
            skpi_ensemble_plan_free(plan);
        }
}
END_TEST

static double cold;
static void cold_start(const void *parameters, const skpi__model_block *block)
{
    (void)parameters;
    for (size_t i = 0; i < SKPI__BLOCK; i++) block->column[0][i] = cold;
}
static void cold_step(const void *parameters, const skpi__model_block *block) { (void)parameters, (void)block; }
static void cold_range(const void *parameters, size_t place, size_t variable, size_t n_years, skpi__model_range *range)
{
    (void)parameters, (void)place, (void)variable;
    for (size_t k = 0; k < n_years; k++)
        range[k] = (skpi__model_range){.centre = cold, .spread = .1, .bound = 1 - cold, .scale = 1};
}

/* Logarithms below the range of exp, whose exponentials are those of its end, and above it. */
START_TEST(logarithms_far_below)
{
    static const skpi__form form = SKPI__FORM_EXP;
    const double half = .5;
    const skpi__model model = {.fingerprint = 4,
                               .n_variables = 1,
                               .n_columns = 1,
                               .form = &form,
                               .free = free,
                               .start = cold_start,
                               .step = cold_step,
                               .range = cold_range};
    for (int k = 0; k < 2; k++) {
        double mean, median;
        skpi_ensemble_plan *plan = plan_new(EXACT, 0, 512, 1, 1, FIRST, 0);
        int32_t index;
        cold = k ? -600 : -800;
        ck_assert_int_eq(skpi__model_add(skpi__here("skpi_ensemble_draw"), plan, &model, &index), SKPI_OK);
        skpi_ensemble_result *r = plan_run(plan, NULL);
        ck_assert_int_eq(skpi_ensemble_result_mean(r, 0, 0, &mean), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_result_quantile(r, 0, 0, 1, &half, &median), SKPI_OK);
        if (k) {
            ck_near(mean, exp(cold), 1e-10 * exp(cold));
            ck_near(median, exp(cold), 1e-12 * exp(cold));
        } else {
            ck_assert(mean >= 0 && mean < 1e-299 && median >= 0 && median < 1e-299);
        }
        skpi_ensemble_result_free(r);
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

/* Noise whose tail of twelve deviations is beyond the range of exp. */
START_TEST(noise_that_is_wide)
{
    static const double one = 1, wide = 70, half = .5;
    double median;
    int32_t model;
    skpi_ensemble_plan *plan = plan_new(EXACT, 0, 4096, 1, 1, FIRST, 0);
    const skpi_carbon_ensemble_add_in in = {.size = sizeof in, .emission = &one, .sigma = &wide};
    ck_assert_int_ge(skpi_carbon_ensemble_add(plan, &in, &model), 0);
    skpi_ensemble_result *r = plan_run(plan, NULL);
    ck_assert_int_eq(skpi_ensemble_result_quantile(r, 0, 0, 1, &half, &median), SKPI_OK);
    ck_near(log(median) / wide, 0, 5 * 1.2533 / sqrt(4096)); /* the standard error of a median */
    skpi_ensemble_result_free(r);
    skpi_ensemble_plan_free(plan);
}
END_TEST

static void hot_start(const void *parameters, const skpi__model_block *block)
{
    (void)parameters;
    for (size_t i = 0; i < SKPI__BLOCK; i++) block->column[0][i] = block->column[1][i] = 0;
}
static void hot_step(const void *parameters, const skpi__model_block *block)
{
    (void)parameters;
    for (size_t i = 0; i < SKPI__BLOCK; i++) block->column[0][i] = 0;
    if (block->k == 1) block->column[0][7] = 60;
}
static void hot_range(const void *parameters, size_t place, size_t variable, size_t n_years, skpi__model_range *range)
{
    (void)parameters, (void)place, (void)variable;
    for (size_t k = 0; k < n_years; k++) range[k] = (skpi__model_range){.spread = .1, .bound = 100, .scale = 1};
}

/* An emission and its sum, of which one draw is e^60 although the model declares e^1.2. */
START_TEST(emissions_beyond_the_range)
{
    static const skpi__form forms[] = {SKPI__FORM_EXP, SKPI__FORM_SUMMED};
    const skpi__model model = {.fingerprint = 3,
                               .n_variables = 2,
                               .n_columns = 2,
                               .form = forms,
                               .free = free,
                               .start = hot_start,
                               .step = hot_step,
                               .range = hot_range};
    for (int m = 0; m < 2; m++)
        for (size_t years = 1; years <= 2; years++) {
            skpi_ensemble_plan *plan = plan_new(modes[m], 0, 512, 1, years, FIRST, 0);
            int32_t index;
            ck_assert_int_eq(skpi__model_add(skpi__here("skpi_ensemble_draw"), plan, &model, &index), SKPI_OK);
            skpi_ensemble_result *r = plan_result(plan);
            if (years > 1) {
                ck_fails(skpi_ensemble_result_run(r, plan, NULL), SKPI_EOVERFLOW, "plan");
            } else {
                double mean;
                ck_assert_int_eq(skpi_ensemble_result_run(r, plan, NULL), SKPI_OK);
                ck_assert_int_eq(skpi_ensemble_result_mean(r, 0, 1, &mean), SKPI_OK);
                ck_near(mean, 1, 1e-12);
            }
            skpi_ensemble_result_free(r);
            skpi_ensemble_plan_free(plan);
        }
}
END_TEST

/* ---- variables ---- */

static void level_start(const void *parameters, const skpi__model_block *block)
{
    (void)parameters;
    for (size_t i = 0; i < SKPI__BLOCK; i++) block->column[0][i] = 0;
}
static void level_step(const void *parameters, const skpi__model_block *block) { (void)parameters, (void)block; }
static void level_range(const void *parameters, size_t place, size_t variable, size_t n_years, skpi__model_range *range)
{
    (void)parameters, (void)place, (void)variable;
    for (size_t k = 0; k < n_years; k++) range[k] = (skpi__model_range){.spread = .1, .bound = 1, .scale = 1};
}

/* A variable -2 + v of v = exp 0 = 1 is -1, and has thresholds below 0; v itself has none. */
START_TEST(thresholds_of_multiples)
{
    static const skpi__form form = SKPI__FORM_EXP;
    static const double line[] = {-2, 1};
    const skpi__model model = {.fingerprint = 2,
                               .n_variables = 1,
                               .n_columns = 1,
                               .form = &form,
                               .free = free,
                               .start = level_start,
                               .step = level_step,
                               .range = level_range,
                               .scaled = line};
    skpi_ensemble_plan *plan = plan_new(EXACT, 0, 512, 1, 2, FIRST, 0);
    int32_t index, event;
    const double below = -1.5, above = -.5;
    ck_assert_int_eq(skpi__model_add(skpi__here("skpi_ensemble_draw"), plan, &model, &index), SKPI_OK);
    ck_fails(skpi_ensemble_plan_event(plan, 0, 0, SKPI_ENSEMBLE_EVENT_ABOVE, FIRST + 1, &below, &event), SKPI_EDOM,
             "threshold");
    const int32_t sure = add_event(plan, 0, 1, FIRST + 1, 1, below), never = add_event(plan, 0, 1, FIRST + 1, 1, above);
    skpi_ensemble_result *r = plan_run(plan, NULL);
    double p = -1, mean[2];
    ck_assert_int_eq(skpi_ensemble_result_probability(r, sure, &p), SKPI_OK);
    ck_assert(p == 1);
    ck_assert_int_eq(skpi_ensemble_result_probability(r, never, &p), SKPI_OK);
    ck_assert(p == 0);
    ck_assert_int_eq(skpi_ensemble_result_mean(r, 0, 1, mean), SKPI_OK);
    ck_near(mean[1], -1, 1e-9);
    /* the multiple is not drawn, so that it is no member of a sum */
    const int32_t one = 1;
    ck_fails_at(skpi_ensemble_plan_aggregate(plan, 1, zero, &one, place_of, NULL, &index), SKPI_EINVAL, "variable", 0);
    skpi_ensemble_result_free(r);
    skpi_ensemble_plan_free(plan);
}
END_TEST

START_TEST(thresholds_of_a_number)
{
    skpi_ensemble_plan *plan = plan_new(EXACT, 0, 512, 2, 3, FIRST, 0);
    static const double each[3] = {.5, .5, .5};
    int32_t a, event = -1;
    add_event(plan, add_urban(plan, 2, .01, .1), 0, FIRST + 2, 2, .5);
    ck_assert_int_eq(skpi_ensemble_plan_aggregate_count(plan, 2, zero, place_of, &a), SKPI_OK);
    ck_fails(skpi_ensemble_plan_aggregate_event(plan, a, SKPI_ENSEMBLE_EVENT_ABOVE, FIRST + 2, 3, each, &event),
             SKPI_EINVAL, "n_thresholds");
    ck_assert_int_eq(event, -1);
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* The same draws have the same events, whether all are kept, binned, or only counted; parts too, and shares whose
 * logits may be far. */
START_TEST(events_in_every_mode)
{
    enum { T = 20 };
    static const double part[] = {1, 2, 3}, rise[] = {.02, -.01}, noise[] = {.1, .2};
    double p[3][4];
    for (int k = 0; k < 3; k++) {
        skpi_ensemble_plan *plan =
            plan_new(modes[k > 0], 0, 1100, 1, T, FIRST, k == 2 ? SKPI_ENSEMBLE_FLAG_NO_QUANTILES : 0);
        const skpi_digital_ensemble_add_in in = {
            .size = sizeof in, .n_parts = 3, .part = part, .drift = rise, .sigma = noise};
        int32_t digital;
        ck_assert_int_ge(skpi_digital_ensemble_add(plan, &in, &digital), 0);
        const int32_t near = add_urban(plan, 1, .02, .1), far = add_urban(plan, 1, .02, 6);
        int32_t e[4];
        e[0] = add_event(plan, digital, 0, FIRST + T - 1, 1, .15);
        e[1] = add_event(plan, digital, 2, FIRST + 3, 1, .5);
        e[2] = add_event(plan, near, 0, FIRST + T - 1, 1, .6);
        e[3] = add_event(plan, far, 0, FIRST + T - 1, 1, .6);
        skpi_ensemble_result *r = plan_run(plan, NULL);
        for (int i = 0; i < 4; i++) ck_assert_int_eq(skpi_ensemble_result_probability(r, e[i], &p[k][i]), SKPI_OK);
        skpi_ensemble_result_free(r);
        skpi_ensemble_plan_free(plan);
    }
    for (int i = 0; i < 4; i++) {
        ck_assert(p[0][i] == p[1][i] && p[0][i] == p[2][i] && p[0][i] > .05 && p[0][i] < .95);
    }
    /* the median of the logit is .4, its standard deviation 6 sqrt 20 */
    ck_near(p[0][3], .5 * erfc((log(1.5) - .4) / (6 * sqrt(20.)) / sqrt(2)), 5 * .5 / sqrt(1100));
}
END_TEST

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

static int32_t stop(uint64_t done, uint64_t total, void *user)
{
    (void)done, (void)total;
    return --*(int *)user <= 0;
}

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
        const skpi_ensemble_result_run_options o = {.size = sizeof o, .progress = stop, .user = &left};
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

UNIT_MAIN("ensemble_ends",
          UNIT_CASE("draws", draws_beyond_the_range, logarithms_far_below, noise_that_is_wide,
                    emissions_beyond_the_range),
          UNIT_CASE("variables", thresholds_of_multiples, thresholds_of_a_number, events_in_every_mode),
          UNIT_CASE("shocks", shocks_of_one_model, groups_of_places, factors_that_are_kept),
          UNIT_CASE("sobol", more_dimensions_than_there_are, a_far_anchor),
          UNIT_CASE("parts", sums_of_their_own_places, large_parts_of_a_sum, stopped_between_places))
