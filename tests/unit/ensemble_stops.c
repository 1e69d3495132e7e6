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
            skpi_ensemble_result_free(stopped);
            skpi_ensemble_plan_free(plan);
        }
}
END_TEST

UNIT_MAIN("ensemble_stops", UNIT_CASE("stops", stopped_within_an_area))
