/* Runs, merges and copies whose 1st, 2nd, 3rd ... allocation fails: each gives SKPI_ENOMEM, and what it was given is what
 * it was.  The linker hands the library's allocations to this program (-Wl,--wrap=calloc).
 */
#include "unit/ensemble_plan.h"

void *__real_calloc(size_t n, size_t size);
void *__wrap_calloc(size_t n, size_t size);

static uint64_t allowed = UINT64_MAX; /* allocations that succeed */

void *__wrap_calloc(size_t n, size_t size)
{
    if (!allowed) return NULL;
    if (allowed != UINT64_MAX) allowed--;
    return __real_calloc(n, size);
}

/* Calls until enough allocations succeed; after each failure the check holds.  Gives the number of failures. */
#define FAILING(call, check)                                                              \
    __extension__({                                                                       \
        uint64_t f_n = 0;                                                                 \
        for (;; f_n++) {                                                                  \
            allowed = f_n;                                                                \
            const skpi_status f_s = (call);                                               \
            allowed = UINT64_MAX;                                                         \
            ck_assert_msg(f_s == SKPI_OK || f_s == SKPI_ENOMEM, "%s", skpi_last_error()); \
            if (!f_s) break;                                                              \
            check;                                                                        \
        }                                                                                 \
        f_n;                                                                              \
    })

enum { N = 4, DRAWS = 1100 };
static const int32_t zero[N] = {0};
static const uint64_t place[N] = {0, 1, 2, 3};

/* Four places whose shocks have a factor in common, two sums of them, and a number of events; the sums have events. */
static skpi_ensemble_plan *plan_summed(int32_t mode)
{
    static const double share[N] = {.35, .6, .8, .5}, drift[N] = {.03, .02, -.01, 0}, sigma[N] = {.05, .1, .02, .03},
                        level[N] = {.4, .6, .8, .5}, loading[N] = {.5, .4, .3, .2}, half = 2.2, path[3] = {2, 2.1, 2.2};
    const skpi_ensemble_plan_options o = {.size = sizeof o, .seed = 3, .n_draws = DRAWS, .mode = mode, .n_places = N};
    const skpi_urban_ensemble_add_in in = {.size = sizeof in, .share = share, .drift = drift, .sigma = sigma};
    skpi_ensemble_plan *plan = NULL;
    int32_t index;
    ck_assert_int_eq(skpi_ensemble_plan_new(FIRST, 3, &o, &plan), SKPI_OK);
    ck_assert_int_eq(skpi_urban_ensemble_add(plan, &in, &index), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_factor(plan, NULL, &index), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_load(plan, 0, 0, index, loading), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_event(plan, 0, 0, SKPI_ENSEMBLE_EVENT_ABOVE, FIRST + 2, level, &index),
                     SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, N, zero, zero, place, NULL, &index), SKPI_OK);
    ck_assert_int_eq(
        skpi_ensemble_plan_aggregate_event(plan, 0, SKPI_ENSEMBLE_EVENT_ABOVE, FIRST + 2, 1, &half, &index), SKPI_OK);
    ck_assert_int_eq(
        skpi_ensemble_plan_aggregate_event(plan, 0, SKPI_ENSEMBLE_EVENT_REACHED_ABOVE, FIRST + 2, 3, path, &index),
        SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, 2, zero, zero, place, NULL, &index), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_aggregate_count(plan, N, zero, place, &index), SKPI_OK);
    return plan;
}

static skpi_ensemble_result *run_places(const skpi_ensemble_plan *plan, uint64_t first, uint64_t n)
{
    const skpi_ensemble_result_run_options o = {.size = sizeof o, .first_place = first, .n_places = n};
    return plan_run(plan, &o);
}
static skpi_ensemble_result *run_draws(const skpi_ensemble_plan *plan, uint64_t first, uint64_t n)
{
    const skpi_ensemble_result_run_options o = {.size = sizeof o, .first_draw = first, .n_draws = n};
    return plan_run(plan, &o);
}

static int same(const skpi_ensemble_result *a, const unsigned char *bytes, size_t n)
{
    size_t size;
    unsigned char *now = plan_bytes(a, &size);
    const int equal = size == n && !memcmp(now, bytes, n);
    free(now);
    return equal;
}

/* A merge that completes sums computes their values; a failure takes them back, and the parts that were added. */
START_TEST(merges)
{
    for (int32_t mode = SKPI_ENSEMBLE_MODE_EXACT; mode <= SKPI_ENSEMBLE_MODE_STREAM; mode++) {
        const int exact = mode == SKPI_ENSEMBLE_MODE_EXACT;
        skpi_ensemble_plan *plan = plan_summed(mode);
        skpi_ensemble_result *a = exact ? run_places(plan, 0, 1) : run_draws(plan, 0, 512),
                             *b = exact ? run_places(plan, 1, 3) : run_draws(plan, 1024, 0),
                             *all = plan_run(plan, NULL);
        size_t n, m;
        unsigned char *first = plan_bytes(a, &n), *second = plan_bytes(b, &m);
        const uint64_t failed = FAILING(skpi_ensemble_result_merge(a, b), ck_assert(same(a, first, n)));
        ck_assert(failed > 10 || !exact);
        ck_assert(same(b, second, m));
        if (exact) {
            skpi_ensemble_result *some = run_places(plan, 0, 2);
            skpi_status s = SKPI_ENOMEM;
            for (uint64_t k = 0; s; k++) { /* sums into none, which begins anew each time */
                skpi_ensemble_result *none = plan_result(plan);
                allowed = k;
                s = skpi_ensemble_result_merge(none, some);
                allowed = UINT64_MAX;
                if (s)
                    ck_assert_int_eq(s, SKPI_ENOMEM);
                else
                    ck_same(none, some);
                skpi_ensemble_result_free(none);
            }
            /* a sum that is complete stays, whatever becomes of the others */
            skpi_ensemble_result *rest = run_places(plan, 2, 2);
            size_t k;
            unsigned char *before = plan_bytes(some, &k);
            ck_assert_uint_gt(FAILING(skpi_ensemble_result_merge(some, rest), ck_assert(same(some, before, k))), 0);
            ck_same(some, all);
            free(before);
            skpi_ensemble_result_free(rest);
            skpi_ensemble_result_free(some);
            ck_same(a, all);
        } else {
            skpi_ensemble_result *middle = run_draws(plan, 512, 512), *both = plan_result(plan);
            ck_assert_uint_gt(FAILING(skpi_ensemble_result_merge(both, a), (void)0), 0); /* two spans into none */
            ck_same(both, a);
            ck_assert_int_eq(skpi_ensemble_result_merge(both, middle), SKPI_OK);
            ck_same(both, all);
            skpi_ensemble_result_free(both);
            skpi_ensemble_result_free(middle);
        }
        free(second);
        free(first);
        skpi_ensemble_result_free(all);
        skpi_ensemble_result_free(b);
        skpi_ensemble_result_free(a);
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

START_TEST(runs)
{
    for (int32_t mode = SKPI_ENSEMBLE_MODE_EXACT; mode <= SKPI_ENSEMBLE_MODE_STREAM; mode++) {
        const int exact = mode == SKPI_ENSEMBLE_MODE_EXACT;
        skpi_ensemble_plan *plan = plan_summed(mode);
        skpi_ensemble_result *all = plan_run(plan, NULL), *r = plan_result(plan), *none = plan_result(plan);
        size_t n;
        unsigned char *bytes = plan_bytes(none, &n);
        ck_assert_uint_gt(FAILING(skpi_ensemble_result_run(r, plan, NULL), ck_assert(exact || same(r, bytes, n))), 20);
        ck_same(r, all);
        if (!exact) { /* the first block is drawn for the ends of bins alone */
            const skpi_ensemble_result_run_options later = {.size = sizeof later, .first_draw = 512};
            skpi_ensemble_result *rest = plan_result(plan), *drawn = run_draws(plan, 512, 0);
            ck_assert_uint_gt(FAILING(skpi_ensemble_result_run(rest, plan, &later), ck_assert(same(rest, bytes, n))),
                              20);
            ck_same(rest, drawn);
            skpi_ensemble_result_free(drawn);
            skpi_ensemble_result_free(rest);
        }
        double quantile[N * 3 * PROBS];
        const uint64_t failed = FAILING(skpi_ensemble_result_quantile(r, 0, 0, PROBS, plan_prob, quantile), (void)0);
        ck_assert_int_eq((int)failed, !exact);
        free(bytes);
        skpi_ensemble_result_free(none);
        skpi_ensemble_result_free(r);
        skpi_ensemble_result_free(all);
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

/* A stream without sums: each place has a record of its own. */
START_TEST(runs_of_single_places)
{
    skpi_ensemble_plan *plan = plan_of(SKPI_ENSEMBLE_MODE_STREAM, DRAWS, 5, 0);
    skpi_ensemble_result *all = plan_run(plan, NULL), *r = plan_result(plan);
    ck_assert_uint_gt(FAILING(skpi_ensemble_result_run(r, plan, NULL), (void)0), 10);
    ck_same(r, all);
    skpi_ensemble_result_free(r);
    skpi_ensemble_result_free(all);
    skpi_ensemble_plan_free(plan);
}
END_TEST

START_TEST(readings)
{
    for (int32_t mode = SKPI_ENSEMBLE_MODE_EXACT; mode <= SKPI_ENSEMBLE_MODE_STREAM; mode++) {
        const int exact = mode == SKPI_ENSEMBLE_MODE_EXACT;
        skpi_ensemble_plan *plan = plan_summed(mode);
        skpi_ensemble_result *a = exact ? run_places(plan, 0, 2) : run_draws(plan, 0, 512), *read = NULL;
        if (!exact) {
            skpi_ensemble_result *last = run_draws(plan, 1024, 0);
            ck_assert_int_eq(skpi_ensemble_result_merge(a, last), SKPI_OK);
            skpi_ensemble_result_free(last);
        }
        size_t n;
        unsigned char *bytes = plan_bytes(a, &n);
        ck_assert_uint_gt(FAILING(skpi_ensemble_result_read(plan, n, bytes, &read), ck_assert_ptr_null(read)), 10);
        ck_same(read, a);
        skpi_ensemble_result_free(read);
        free(bytes);
        skpi_ensemble_result_free(a);
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

/* A run that is stopped while it computes a sum has all members; the next one finishes the sums first. */
START_TEST(runs_that_are_taken_up_again)
{
    enum { MANY = 300000 };
    static const double share[2] = {.35, .6}, drift[2] = {.03, .02}, sigma[2] = {.05, .1};
    const skpi_ensemble_plan_options o = {.size = sizeof o, .seed = 3, .n_draws = MANY, .n_places = 2};
    const skpi_urban_ensemble_add_in in = {.size = sizeof in, .share = share, .drift = drift, .sigma = sigma};
    skpi_ensemble_plan *plan = NULL;
    int32_t index;
    ck_assert_int_eq(skpi_ensemble_plan_new(FIRST, 2, &o, &plan), SKPI_OK);
    ck_assert_int_eq(skpi_urban_ensemble_add(plan, &in, &index), SKPI_OK);
    for (int k = 0; k < 3; k++)
        ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, 2, zero, zero, place, NULL, &index), SKPI_OK);
    skpi_ensemble_result *all = plan_run(plan, NULL);
    int unfinished = 0, done = 0;
    for (int calls = 1; !done; calls++) {
        skpi_ensemble_result *r = plan_result(plan), *values = NULL;
        int left = calls;
        const skpi_ensemble_result_run_options stopping = {
            .size = sizeof stopping, .progress = plan_stop, .user = &left};
        skpi_status s = skpi_ensemble_result_run(r, plan, &stopping);
        ck_assert(s == SKPI_OK || s == SKPI_ECANCELED);
        done = s == SKPI_OK;
        uint64_t drawn, missing;
        ck_assert_int_eq(skpi_ensemble_result_covered(r, &drawn, &missing), SKPI_OK);
        if (!done && !missing && skpi_ensemble_result_aggregate(r, 2, &values)) {
            unfinished++;
            ck_assert_ptr_nonnull(strstr(skpi_last_error(), "run it again"));
            ck_assert_uint_gt(FAILING(skpi_ensemble_result_run(r, plan, NULL), (void)0), 1);
            ck_same(r, all);
        }
        skpi_ensemble_result_free(values);
        skpi_ensemble_result_free(r);
    }
    ck_assert_int_gt(unfinished, 1);
    skpi_ensemble_result_free(all);
    skpi_ensemble_plan_free(plan);
}
END_TEST

START_TEST(results_and_plans)
{
    for (int32_t mode = SKPI_ENSEMBLE_MODE_EXACT; mode <= SKPI_ENSEMBLE_MODE_STREAM; mode++) {
        skpi_ensemble_plan *plan = plan_summed(mode), *other = NULL;
        skpi_ensemble_result *r = NULL, *values = NULL, *all = plan_run(plan, NULL);
        ck_assert_uint_gt(FAILING(skpi_ensemble_result_new(plan, &r), ck_assert_ptr_null(r)), 20);
        ck_assert_uint_gt(FAILING(skpi_ensemble_result_aggregate(all, 0, &values), ck_assert_ptr_null(values)), 5);
        static const uint64_t id[N] = {9, 4, 7, 1};
        const skpi_ensemble_plan_options o = {
            .size = sizeof o, .n_draws = DRAWS, .mode = mode, .n_places = N, .place_id = id};
        ck_assert_uint_gt(FAILING(skpi_ensemble_plan_new(FIRST, 3, &o, &other), ck_assert_ptr_null(other)), 1);
        skpi_ensemble_plan_free(other);
        skpi_ensemble_result_free(all);
        skpi_ensemble_result_free(values);
        skpi_ensemble_result_free(r);
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

UNIT_MAIN("ensemble_memory", UNIT_CASE("memory", merges, runs, runs_of_single_places, readings,
                                       runs_that_are_taken_up_again, results_and_plans))
