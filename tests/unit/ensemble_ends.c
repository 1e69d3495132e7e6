/* Draws beyond what a model declares, emissions at the ends of the doubles, variables that follow from others, the same
 * events in every mode.
 *
 * Known answers: closed forms, and the same draws in another mode.
 */
#include "ensemble/model_add.h"
#include "ensemble/plan.h"
#include "unit/ensemble_alike.h"

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
            if (modes[m] != EXACT) { /* the first block gives the ends of bins, too */
                const skpi_ensemble_result_run_options later = {.size = sizeof later, .first_draw = 512};
                skpi_ensemble_result *rest = plan_result(plan);
                ck_fails(skpi_ensemble_result_run(rest, plan, &later), SKPI_EOVERFLOW, "plan");
                skpi_ensemble_result_free(rest);
            }
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

/* Emissions whose bound, exp(25) times the median, is beyond the range of exp. */
START_TEST(noise_that_is_wide)
{
    static const double large = 1e290, wide = 2.5, half = .5;
    double median;
    int32_t model;
    skpi_ensemble_plan *plan = plan_new(EXACT, 0, 4096, 1, 1, FIRST, 0);
    const skpi_carbon_ensemble_add_in in = {.size = sizeof in, .emission = &large, .sigma = &wide};
    ck_assert_int_eq(skpi_carbon_ensemble_add(plan, &in, &model), SKPI_WUNUSUAL);
    skpi_ensemble_result *r = plan_run(plan, NULL);
    ck_assert_int_eq(skpi_ensemble_result_quantile(r, 0, 0, 1, &half, &median), SKPI_OK);
    ck_near(log(median / large) / wide, 0, 5 * 1.2533 / sqrt(4096)); /* the standard error of a median */
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

/* A plan of one year: what was emitted before, and a little more. */
START_TEST(sum_of_one_year)
{
    static const double emission = 1, sigma = .1, before = 1e15;
    const skpi_carbon_ensemble_add_in in = {
        .size = sizeof in, .emission = &emission, .sigma = &sigma, .cumulative = &before};
    for (int m = 0; m < 2; m++) {
        skpi_ensemble_plan *plan = plan_new(modes[m], 0, 512, 1, 1, FIRST, 0);
        int32_t index;
        double mean, year;
        ck_assert_int_eq(skpi_carbon_ensemble_add(plan, &in, &index), SKPI_OK);
        skpi_ensemble_result *r = plan_run(plan, NULL);
        ck_assert_int_eq(skpi_ensemble_result_mean(r, 0, 0, &year), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_result_mean(r, 0, 1, &mean), SKPI_OK);
        ck_near(year, exp(.005), .02);
        ck_near(mean, before + year, .25);
        skpi_ensemble_result_free(r);
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

/* Shares so near to 0 that their sum is 0 go through bytes. */
START_TEST(bytes_of_next_to_nothing)
{
    static const double share = 1e-15, still = 0;
    const skpi_urban_ensemble_add_in in = {.size = sizeof in, .share = &share, .drift = &still, .sigma = &still};
    for (int m = 0; m < 2; m++) {
        skpi_ensemble_plan *plan = plan_new(modes[m], 0, 512, 1, 2, FIRST, 0);
        int32_t index;
        ck_assert_int_ge(skpi_urban_ensemble_add(plan, &in, &index), SKPI_OK);
        skpi_ensemble_result *sum = plan_result(plan);
        plan_add_bytes(plan, sum, plan_run(plan, NULL));
        skpi_ensemble_result_free(sum);
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

UNIT_MAIN("ensemble_ends",
          UNIT_CASE("draws", draws_beyond_the_range, logarithms_far_below, noise_that_is_wide, sum_of_one_year,
                    bytes_of_next_to_nothing, emissions_beyond_the_range),
          UNIT_CASE("variables", thresholds_of_multiples, thresholds_of_a_number, events_in_every_mode))
