/* Runs that a caller stops within one task, of which nothing is kept. */
#include "unit/ensemble_plan.h"

static int32_t stop_at_once(uint64_t done, uint64_t total, void *user)
{
    ((uint64_t *)user)[0] = done, ((uint64_t *)user)[1] = total;
    return 1;
}

/* An area of many draws, and the sum of all, in both modes. */
START_TEST(stopped_within_an_area)
{
    static const int32_t zero[PLACES] = {0};
    static const uint64_t place[PLACES] = {0, 1, 2};
    for (int streamed = 0; streamed < 2; streamed++)
        for (int summed = 0; summed < 2; summed++) {
            const int32_t mode = streamed ? SKPI_ENSEMBLE_MODE_STREAM : SKPI_ENSEMBLE_MODE_EXACT;
            skpi_ensemble_plan *plan = plan_of(mode, 300000, 5, 0);
            skpi_ensemble_result *stopped;
            uint64_t seen[2] = {7, 7}, drawn = 7, missing; /* parts done, and all */
            int32_t aggregate;
            if (summed) {
                ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, PLACES, zero, zero, place, NULL, &aggregate),
                                 SKPI_OK);
            }
            stopped = plan_result(plan);
            const skpi_ensemble_result_run_options o = {.size = sizeof o, .progress = stop_at_once, .user = seen};
            ck_fails(skpi_ensemble_result_run(stopped, plan, &o), SKPI_ECANCELED, "options->progress");
            ck_assert_uint_eq(seen[0], 0);
            ck_assert(summed ||
                      (streamed ? seen[1] > PLACES : seen[1] <= PLACES)); /* streamed draws of an area are cut */
            ck_assert_int_eq(skpi_ensemble_result_covered(stopped, &drawn, &missing), SKPI_OK);
            ck_assert(streamed ? drawn < PLACES * UINT64_C(300000) : drawn == 0);
            skpi_ensemble_result *other = plan_result(plan); /* sums may have bins, and no draw yet */
            uint64_t merged = 7;
            ck_assert_int_eq(skpi_ensemble_result_merge(other, stopped), SKPI_OK);
            ck_assert_int_eq(skpi_ensemble_result_covered(other, &merged, &missing), SKPI_OK);
            ck_assert_uint_eq(merged, drawn);
            skpi_ensemble_result_free(other);
            skpi_ensemble_result_free(stopped);
            skpi_ensemble_plan_free(plan);
        }
}
END_TEST

typedef struct drawn {
    skpi_ensemble_plan *plan;
    skpi_ensemble_result *result, *other;
    uint64_t calls;
} drawn;

/* What is drawn is refused by all that would read or change it; the plan may be drawn by others. */
static int32_t use_what_is_drawn(uint64_t done, uint64_t total, void *user)
{
    drawn *const d = user;
    static const double threshold[PLACES] = {.5, .5, .5};
    static const int32_t zero[PLACES] = {0};
    static const uint64_t place[PLACES] = {0, 1, 2};
    static const double loading[PLACES] = {0}, one = 1;
    double value[PLACES * YEARS * PROBS];
    char bytes[9];
    uint64_t n[PLACES * (YEARS + 1)];
    size_t size;
    int32_t index;
    skpi_ensemble_result *made = NULL;
    if (d->calls++ > 2 && done < total) return 0;
#define IN_USE(name, call) ck_fails(call, SKPI_ESTATE, name)
    IN_USE("result", skpi_ensemble_result_run(d->result, d->plan, NULL));
    IN_USE("result", skpi_ensemble_result_covered(d->result, n, n + 1));
    IN_USE("result", skpi_ensemble_result_mean(d->result, 0, 0, value));
    IN_USE("result", skpi_ensemble_result_quantile(d->result, 0, 0, 1, &one, value));
    IN_USE("result", skpi_ensemble_result_probability(d->result, 0, value));
    IN_USE("result", skpi_ensemble_result_standard_error(d->result, 0, value));
    IN_USE("result", skpi_ensemble_result_milestone(d->result, 0, value));
    IN_USE("result", skpi_ensemble_result_aggregate(d->result, 0, &made));
    IN_USE("result", skpi_ensemble_result_merge(d->result, d->other));
    IN_USE("other", skpi_ensemble_result_merge(d->other, d->result));
    IN_USE("result", skpi_ensemble_result_size(d->result, &size));
    IN_USE("result", skpi_ensemble_result_write(d->result, sizeof bytes, bytes));
    IN_USE("plan", skpi_ensemble_plan_event(d->plan, 0, 0, SKPI_ENSEMBLE_EVENT_ABOVE, FIRST, threshold, &index));
    IN_USE("plan", skpi_ensemble_plan_event_path(d->plan, 0, 0, SKPI_ENSEMBLE_EVENT_ABOVE, FIRST, threshold, &index));
    IN_USE("plan", skpi_ensemble_plan_milestone(d->plan, 0, 0, SKPI_ENSEMBLE_EVENT_REACHED_ABOVE, threshold, &index));
    IN_USE("plan", skpi_ensemble_plan_all(d->plan, 1, zero, &index));
    IN_USE("plan", skpi_ensemble_plan_factor(d->plan, NULL, &index));
    IN_USE("plan", skpi_ensemble_plan_load(d->plan, 0, 0, 0, loading));
    IN_USE("plan", skpi_ensemble_plan_correlate(d->plan, 1, zero, zero, place, &one));
    IN_USE("plan", skpi_ensemble_plan_aggregate(d->plan, PLACES, zero, zero, place, NULL, &index));
    IN_USE("plan", skpi_ensemble_plan_aggregate_count(d->plan, 1, zero, place, &index));
    IN_USE("plan", skpi_ensemble_plan_aggregate_event(d->plan, 0, SKPI_ENSEMBLE_EVENT_ABOVE, FIRST, 1, &one, &index));
    IN_USE("plan", skpi_urban_ensemble_add(d->plan, NULL, &index));
    IN_USE("plan", skpi_urban_ensemble_add_history(d->plan, NULL, &index));
    IN_USE("plan", skpi_carbon_ensemble_add(d->plan, NULL, &index));
    IN_USE("plan", skpi_carbon_ensemble_add_history(d->plan, NULL, NULL, &index));
    IN_USE("plan", skpi_carbon_ensemble_add_kaya(d->plan, NULL, &index));
    IN_USE("plan", skpi_digital_ensemble_add(d->plan, NULL, &index));
    IN_USE("plan", skpi_digital_ensemble_add_history(d->plan, NULL, &index));
#undef IN_USE
    ck_assert_int_eq(skpi_ensemble_result_run(d->other, d->plan, NULL), SKPI_OK);
    return 0;
}

START_TEST(used_by_its_progress_function)
{
    static const int32_t zero[PLACES] = {0};
    static const uint64_t place[PLACES] = {0, 1, 2};
    for (int32_t mode = SKPI_ENSEMBLE_MODE_EXACT; mode <= SKPI_ENSEMBLE_MODE_STREAM; mode++)
        for (int32_t threads = 1; threads < 3; threads++) {
            skpi_ensemble_plan *plan = plan_of(mode, 1024, 5, 0);
            int32_t index;
            ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, PLACES, zero, zero, place, NULL, &index), SKPI_OK);
            drawn d = {.plan = plan, .result = plan_result(plan), .other = plan_result(plan)};
            const skpi_ensemble_result_run_options o = {
                .size = sizeof o, .threads = threads, .progress = use_what_is_drawn, .user = &d};
            ck_assert_int_eq(skpi_ensemble_result_run(d.result, plan, &o), SKPI_OK);
            ck_assert_uint_gt(d.calls, 0);
            ck_same(d.result, d.other);
            ck_assert_int_eq(skpi_ensemble_plan_factor(plan, NULL, &index), SKPI_OK); /* now it may be changed */
            skpi_ensemble_result_free(d.result);
            skpi_ensemble_result_free(d.other);
            skpi_ensemble_plan_free(plan);
        }
}
END_TEST

UNIT_MAIN("ensemble_stops", UNIT_CASE("stops", stopped_within_an_area, used_by_its_progress_function))
