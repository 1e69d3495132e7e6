/* Plans of the urban model for the tests of ensembles. */
#ifndef SKPI_UNIT_ENSEMBLE_PLAN_H
#define SKPI_UNIT_ENSEMBLE_PLAN_H
#include "unit/unit.h"

enum { PLACES = 3, YEARS = 6, FIRST = 2021, PROBS = 5 };
static const double plan_share[PLACES] = {.35, .6, .92}, plan_drift[PLACES] = {.03, .02, -.01};
static const double plan_sigma[PLACES] = {.05, .1, .02};
static const double plan_prob[PROBS] = {.05, .25, .5, .75, .95};

static inline int32_t plan_urban(skpi_ensemble_plan *plan)
{
    const skpi_urban_ensemble_add_in u = {
        .size = sizeof u, .share = plan_share, .drift = plan_drift, .sigma = plan_sigma};
    int32_t model = -1;
    ck_assert_int_eq(skpi_urban_ensemble_add(plan, &u, &model), SKPI_OK);
    return model;
}

/* Two urban models (0 and 1), one event of each kind, and one (4) that is two of them together. */
static inline skpi_ensemble_plan *plan_of(int32_t mode, uint64_t draws, uint64_t seed, uint32_t flags)
{
    static const uint64_t id[PLACES] = {7, 3, 4000000000u};
    static const double half[PLACES] = {.38, .65, .91}, sums[PLACES] = {2.4, 3.9, 5.46};
    const skpi_ensemble_plan_options o = {.size = sizeof o,
                                          .flags = flags,
                                          .seed = seed,
                                          .n_draws = draws,
                                          .mode = mode,
                                          .n_places = PLACES,
                                          .place_id = id};
    skpi_ensemble_plan *plan = NULL;
    int32_t e[5];
    ck_assert_int_eq(skpi_ensemble_plan_new(FIRST, YEARS, &o, &plan), SKPI_OK);
    ck_assert_int_eq(plan_urban(plan), 0);
    ck_assert_int_eq(plan_urban(plan), 1);
    ck_assert_int_eq(skpi_ensemble_plan_event(plan, 0, 0, SKPI_ENSEMBLE_EVENT_ABOVE, FIRST + 4, half, e), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_event(plan, 1, 0, SKPI_ENSEMBLE_EVENT_BELOW, FIRST + 2, half, e + 1), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_event(plan, 1, 0, SKPI_ENSEMBLE_EVENT_PEAKED, FIRST + 3, NULL, e + 2), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_event(plan, 0, 0, SKPI_ENSEMBLE_EVENT_SUM_BELOW, FIRST + 5, sums, e + 3),
                     SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_all(plan, 2, e, e + 4), SKPI_OK);
    for (int32_t i = 0; i < 5; i++) ck_assert_int_eq(e[i], i);
    return plan;
}

static inline skpi_ensemble_result *plan_result(const skpi_ensemble_plan *plan)
{
    skpi_ensemble_result *a = NULL;
    ck_assert_int_eq(skpi_ensemble_result_new(plan, &a), SKPI_OK);
    return a;
}

static inline skpi_ensemble_result *plan_run(const skpi_ensemble_plan *plan, const skpi_ensemble_result_run_options *o)
{
    skpi_ensemble_result *a = plan_result(plan);
    ck_assert_int_eq(skpi_ensemble_result_run(a, plan, o), SKPI_OK);
    return a;
}

/* The bytes of a result, which the caller frees. */
static inline unsigned char *plan_bytes(const skpi_ensemble_result *a, size_t *size)
{
    ck_assert_int_eq(skpi_ensemble_result_size(a, size), SKPI_OK);
    unsigned char *b = malloc(*size);
    ck_assert_ptr_nonnull(b);
    ck_assert_int_eq(skpi_ensemble_result_write(a, *size, b), SKPI_OK);
    return b;
}

/* Asserts that two results have the same bytes. */
#define ck_same(a, b)                                                             \
    do {                                                                          \
        size_t ck_n, ck_m;                                                        \
        unsigned char *ck_x = plan_bytes(a, &ck_n), *ck_y = plan_bytes(b, &ck_m); \
        ck_assert_uint_eq(ck_n, ck_m);                                            \
        ck_assert_int_eq(memcmp(ck_x, ck_y, ck_n), 0);                            \
        free(ck_x);                                                               \
        free(ck_y);                                                               \
    } while (0)

/* Adds a result to a sum after a round trip through its bytes, and frees it. */
static inline void plan_add_bytes(const skpi_ensemble_plan *plan, skpi_ensemble_result *sum, skpi_ensemble_result *a)
{
    skpi_ensemble_result *b = NULL;
    size_t n;
    unsigned char *bytes = plan_bytes(a, &n);
    ck_assert_int_eq(skpi_ensemble_result_read(plan, n, bytes, &b), SKPI_OK);
    ck_same(a, b);
    ck_assert_int_eq(skpi_ensemble_result_merge(sum, b), SKPI_OK);
    free(bytes);
    skpi_ensemble_result_free(a);
    skpi_ensemble_result_free(b);
}

/* A progress function that stops at the call that counts user, a number of calls, down to 0. */
static inline int32_t plan_stop(uint64_t done, uint64_t total, void *user)
{
    (void)done, (void)total;
    return --*(int *)user <= 0;
}

#endif
