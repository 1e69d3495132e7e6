/* Plans whose places are alike, for the tests of the ends of ensembles. */
#ifndef SKPI_UNIT_ENSEMBLE_ALIKE_H
#define SKPI_UNIT_ENSEMBLE_ALIKE_H
#include "unit/ensemble_plan.h"

enum { EXACT = SKPI_ENSEMBLE_MODE_EXACT, STREAM = SKPI_ENSEMBLE_MODE_STREAM };
static const int32_t modes[] = {EXACT, STREAM};
static const int32_t zero[4] = {0};
static const uint64_t place_of[4] = {0, 1, 2, 3};

static inline skpi_ensemble_plan *plan_new(int32_t mode, int32_t sampling, uint64_t draws, uint64_t places,
                                           size_t years, int32_t first, uint32_t flags)
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
static inline int32_t add_urban(skpi_ensemble_plan *plan, size_t n, double drift, double sigma)
{
    double share[8], drifts[8], sigmas[8];
    int32_t model = -1;
    for (size_t i = 0; i < n; i++) share[i] = .5, drifts[i] = drift, sigmas[i] = sigma;
    const skpi_urban_ensemble_add_in in = {.size = sizeof in, .share = share, .drift = drifts, .sigma = sigmas};
    ck_assert_int_ge(skpi_urban_ensemble_add(plan, &in, &model), 0);
    return model;
}

static inline int32_t add_event(skpi_ensemble_plan *plan, int32_t model, int32_t variable, int32_t year, size_t n,
                                double at)
{
    double threshold[8];
    int32_t event = -1;
    for (size_t i = 0; i < n; i++) threshold[i] = at;
    ck_assert_int_eq(
        skpi_ensemble_plan_event(plan, model, variable, SKPI_ENSEMBLE_EVENT_ABOVE, year, threshold, &event), SKPI_OK);
    return event;
}

#endif
