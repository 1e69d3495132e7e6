/* Ensembles: the same bytes however they were run, shards, and what is refused. */
#include "core/dispatch.h"
#include "ensemble/hash.h"
#include "ensemble/model_add.h"
#include "unit/ensemble_plan.h"
#include <pthread.h>

enum { DRAWS = 40 * 512 + 100 }; /* more than one part of a stream */
static const int32_t modes[] = {SKPI_ENSEMBLE_MODE_EXACT, SKPI_ENSEMBLE_MODE_STREAM};

static uint64_t hash_of(const skpi_ensemble_result *a)
{
    size_t n;
    uint64_t h = SKPI__HASH_START;
    unsigned char *b = plan_bytes(a, &n);
    for (size_t i = 0; i < n; i++) h = skpi__hash(h, b[i]);
    free(b);
    return h;
}

/* The means, quantiles and counts of the exact plan have a frozen hash: no compiler, processor or number of threads
 * changes a bit. */
START_TEST(one_hash)
{
    static const uint64_t frozen[] = {UINT64_C(0x0d03e468d24e9c16), UINT64_C(0xdb62fdcbf282d393)};
    for (int m = 0; m < 2; m++) {
        skpi_ensemble_plan *plan = plan_of(modes[m], DRAWS, 2026, 0);
        for (int32_t threads = 1; threads <= 3; threads++)
            for (int32_t dispatch = SKPI_ENSEMBLE_DISPATCH_BEST; dispatch <= SKPI_ENSEMBLE_DISPATCH_X86_64_V4;
                 dispatch++) {
                const skpi_ensemble_result_run_options o = {.size = sizeof o, .threads = threads, .dispatch = dispatch};
                if (!skpi__dispatch(dispatch)) continue;
                skpi_ensemble_result *a = plan_run(plan, &o);
                ck_assert_msg(hash_of(a) == frozen[m], "mode %d, %d threads, dispatch %d: %016llx", (int)modes[m],
                              (int)threads, (int)dispatch, (unsigned long long)hash_of(a));
                skpi_ensemble_result_free(a);
            }
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

/* Places one by one, merged from the last to the first, through buffers. */
START_TEST(shards_by_place)
{
    for (int m = 0; m < 2; m++) {
        skpi_ensemble_plan *plan = plan_of(modes[m], DRAWS, 9, 0), *other = plan_of(modes[m], DRAWS, 9, 0);
        skpi_ensemble_result *all = plan_run(plan, NULL), *sum = plan_result(plan);
        skpi_ensemble_plan_free(plan); /* results do not need the plan */
        for (uint64_t i = PLACES; i-- > 0;) {
            const skpi_ensemble_result_run_options o = {
                .size = sizeof o, .first_place = i, .n_places = 1, .threads = 2};
            plan_add_bytes(other, sum, plan_run(other, &o));
        }
        ck_same(all, sum);
        skpi_ensemble_result_free(all);
        skpi_ensemble_result_free(sum);
        skpi_ensemble_plan_free(other);
    }
}
END_TEST

START_TEST(shards_by_draw)
{
    static const uint64_t cut[] = {0, 512, 1536, 20 * 512, DRAWS};
    static const int orders[3][4] = {{0, 1, 2, 3}, {3, 1, 0, 2}, {2, 3, 1, 0}};
    skpi_ensemble_plan *plan = plan_of(SKPI_ENSEMBLE_MODE_STREAM, DRAWS, 9, 0);
    skpi_ensemble_result *all = plan_run(plan, NULL);
    for (int t = 0; t < 3; t++) {
        skpi_ensemble_result *sum = plan_result(plan);
        uint64_t drawn = 0, missing = 0;
        for (int i = 0; i < 4; i++) {
            const int s = orders[t][i];
            const skpi_ensemble_result_run_options o = {
                .size = sizeof o, .first_draw = cut[s], .n_draws = cut[s + 1] - cut[s], .threads = t + 1};
            skpi_ensemble_result *a = plan_run(plan, &o);
            ck_assert_int_eq(skpi_ensemble_result_merge(sum, a), SKPI_OK);
            ck_assert_int_eq(skpi_ensemble_result_covered(sum, &drawn, &missing), SKPI_OK);
            ck_assert_uint_eq(drawn + missing, (uint64_t)PLACES * DRAWS);
            ck_fails_at(skpi_ensemble_result_merge(sum, a), SKPI_EDUPLICATE, "other", 0);
            skpi_ensemble_result_free(a);
        }
        ck_assert_uint_eq(missing, 0);
        ck_same(all, sum);
        ck_fails(skpi_ensemble_result_merge(sum, sum), SKPI_EDUPLICATE, "other");
        skpi_ensemble_result_free(sum);
    }
    /* the first block alone equals a plan of 512 draws */
    skpi_ensemble_plan *small = plan_of(SKPI_ENSEMBLE_MODE_STREAM, 512, 9, 0);
    const skpi_ensemble_result_run_options block = {.size = sizeof block, .n_draws = 512};
    skpi_ensemble_result *part = plan_run(plan, &block), *alone = plan_run(small, NULL);
    double of_part[PLACES * YEARS * PROBS], of_small[PLACES * YEARS * PROBS];
    ck_assert_int_eq(skpi_ensemble_result_mean(part, 1, 0, of_part), SKPI_WMISSING);
    ck_assert_int_eq(skpi_ensemble_result_mean(alone, 1, 0, of_small), SKPI_OK);
    ck_assert_int_eq(memcmp(of_part, of_small, PLACES * YEARS * sizeof *of_part), 0);
    ck_assert_int_eq(skpi_ensemble_result_quantile(part, 1, 0, PROBS, plan_prob, of_part), SKPI_WMISSING);
    ck_assert_int_eq(skpi_ensemble_result_quantile(alone, 1, 0, PROBS, plan_prob, of_small), SKPI_OK);
    ck_assert_int_eq(memcmp(of_part, of_small, sizeof of_part), 0);
    for (int32_t e = 0; e < 5; e++) {
        ck_assert_int_eq(skpi_ensemble_result_probability(part, e, of_part), SKPI_WMISSING);
        ck_assert_int_eq(skpi_ensemble_result_probability(alone, e, of_small), SKPI_OK);
        ck_assert_int_eq(memcmp(of_part, of_small, PLACES * sizeof *of_part), 0);
    }
    skpi_ensemble_result_free(part);
    skpi_ensemble_result_free(alone);
    skpi_ensemble_plan_free(small);
    /* a run draws only what is missing */
    skpi_ensemble_result *rest = plan_result(plan);
    for (int i = 1; i < 4; i += 2) {
        const skpi_ensemble_result_run_options o = {
            .size = sizeof o, .first_place = 1, .first_draw = cut[i], .n_draws = cut[i + 1] - cut[i]};
        ck_assert_int_eq(skpi_ensemble_result_run(rest, plan, &o), SKPI_OK);
    }
    ck_assert_int_eq(skpi_ensemble_result_run(rest, plan, NULL), SKPI_OK);
    ck_same(all, rest);
    ck_assert_int_eq(skpi_ensemble_result_run(rest, plan, NULL), SKPI_OK);
    ck_same(all, rest);
    skpi_ensemble_result_free(rest);
    skpi_ensemble_result_free(all);
    skpi_ensemble_plan_free(plan);
}
END_TEST

typedef struct stops {
    uint64_t calls, stop_at, last, total;
} stops;
static int32_t stop(uint64_t done, uint64_t total, void *user)
{
    stops *s = user;
    s->last = done, s->total = total;
    s->calls += done > 0;
    return s->calls >= s->stop_at;
}

START_TEST(canceled_and_taken_up_again)
{
    for (int m = 0; m < 2; m++)
        for (int32_t threads = 1; threads <= 2; threads++) {
            skpi_ensemble_plan *plan = plan_of(modes[m], DRAWS, 9, 0);
            skpi_ensemble_result *all = plan_run(plan, NULL), *a = plan_result(plan);
            stops s = {.stop_at = 1};
            skpi_ensemble_result_run_options o = {.size = sizeof o, .threads = threads, .progress = stop, .user = &s};
            uint64_t drawn, missing;
            double out[PLACES * YEARS];
            ck_fails(skpi_ensemble_result_run(a, plan, &o), SKPI_ECANCELED, "options->progress");
            ck_assert_int_eq(skpi_ensemble_result_covered(a, &drawn, &missing), SKPI_OK);
            ck_assert(drawn > 0);
            if (threads == 1) { /* with more threads another one may have begun the last part before the stop */
                ck_assert(missing > 0);
                ck_assert_int_eq(skpi_ensemble_result_mean(a, 0, 0, out), SKPI_WMISSING);
                ck_assert(isnan(out[(PLACES - 1) * YEARS]) && out[0] > 0);
            }
            s.stop_at = UINT64_MAX;
            ck_assert_int_eq(skpi_ensemble_result_run(a, plan, &o), SKPI_OK);
            if (missing) ck_assert_uint_eq(s.last, s.total);
            ck_same(all, a);
            skpi_ensemble_result_free(a);
            skpi_ensemble_result_free(all);
            skpi_ensemble_plan_free(plan);
        }
}
END_TEST

/* A plan that differs in anything has shards of its own. */
START_TEST(shards_of_other_plans)
{
    skpi_ensemble_plan *plan = plan_of(SKPI_ENSEMBLE_MODE_STREAM, 600, 1, 0);
    skpi_ensemble_plan *other[] = {plan_of(SKPI_ENSEMBLE_MODE_STREAM, 600, 2, 0),
                                   plan_of(SKPI_ENSEMBLE_MODE_STREAM, 601, 1, 0),
                                   plan_of(SKPI_ENSEMBLE_MODE_EXACT, 600, 1, 0),
                                   plan_of(SKPI_ENSEMBLE_MODE_STREAM, 600, 1, SKPI_ENSEMBLE_FLAG_NO_QUANTILES),
                                   plan_of(SKPI_ENSEMBLE_MODE_STREAM, 600, 1, 0),
                                   plan_of(SKPI_ENSEMBLE_MODE_STREAM, 600, 1, 0)};
    int32_t e;
    plan_urban(other[4]);
    ck_assert_int_eq(skpi_ensemble_plan_event(other[5], 0, 0, SKPI_ENSEMBLE_EVENT_PEAKED, FIRST, NULL, &e), SKPI_OK);
    skpi_ensemble_result *a = plan_run(plan, NULL), *b = NULL;
    size_t n;
    unsigned char *bytes = plan_bytes(a, &n);
    for (size_t i = 0; i < sizeof other / sizeof *other; i++) {
        skpi_ensemble_result *c = plan_result(other[i]);
        ck_fails(skpi_ensemble_result_run(a, other[i], NULL), SKPI_EINCONSISTENT, "result");
        ck_fails(skpi_ensemble_result_merge(c, a), SKPI_EINCONSISTENT, "other");
        ck_fails(skpi_ensemble_result_read(other[i], n, bytes, &b), SKPI_ECORRUPT, "buffer");
        skpi_ensemble_result_free(c);
        skpi_ensemble_plan_free(other[i]);
    }
    ck_assert_ptr_null(b);
    free(bytes);
    skpi_ensemble_result_free(a);
    skpi_ensemble_plan_free(plan);
}
END_TEST

START_TEST(options_that_are_refused)
{
    const uint64_t twice[] = {3, 1, 3}, large[] = {1, UINT64_C(1) << 32, 2};
    const double unsorted[] = {.5, .25};
    skpi_ensemble_plan *p = NULL;
    skpi_ensemble_plan_options o = {.size = sizeof o, .n_places = 3};
    o.place_id = twice;
    ck_fails_at(skpi_ensemble_plan_new(2020, 5, &o, &p), SKPI_EDUPLICATE, "options->place_id", 2);
    o.place_id = large;
    ck_fails_at(skpi_ensemble_plan_new(2020, 5, &o, &p), SKPI_ERANGE, "options->place_id", 1);
    o = (skpi_ensemble_plan_options){.size = sizeof o, .place_id = twice};
    ck_fails(skpi_ensemble_plan_new(2020, 5, &o, &p), SKPI_EINVAL, "options->n_places");
    o = (skpi_ensemble_plan_options){.size = sizeof o, .n_prob = 2, .prob = unsorted};
    ck_fails_at(skpi_ensemble_plan_new(2020, 5, &o, &p), SKPI_ENOTSORTED, "options->prob", 1);
    o = (skpi_ensemble_plan_options){.size = sizeof o, .n_prob = 2};
    ck_fails(skpi_ensemble_plan_new(2020, 5, &o, &p), SKPI_EINVAL, "options->prob");
    o = (skpi_ensemble_plan_options){.size = sizeof o, .n_draws = (UINT64_C(1) << 34) + 1};
    ck_fails(skpi_ensemble_plan_new(2020, 5, &o, &p), SKPI_ERANGE, "options->n_draws");
    o = (skpi_ensemble_plan_options){.size = sizeof o, .n_draws = (UINT64_C(1) << 31) + 1};
    ck_fails(skpi_ensemble_plan_new(2020, 5, &o, &p), SKPI_ERANGE, "options->n_draws");
    o = (skpi_ensemble_plan_options){.size = sizeof o, .mode = SKPI_ENSEMBLE_EVENT_ABOVE};
    ck_fails(skpi_ensemble_plan_new(2020, 5, &o, &p), SKPI_EINVAL, "options->mode");
    ck_fails(skpi_ensemble_plan_new(2020, 0, NULL, &p), SKPI_ENODATA, "n_years");
    o = (skpi_ensemble_plan_options){.size = sizeof o, .stream_version = 2};
    ck_fails(skpi_ensemble_plan_new(2020, 5, &o, &p), SKPI_EINVAL, "options->stream_version");
    ck_assert_ptr_null(p);
    skpi_ensemble_result *a = NULL;
    ck_assert_int_eq(skpi_ensemble_plan_new(2020, 5, NULL, &p), SKPI_OK);
    ck_assert_uint_eq(skpi_ensemble_plan_n_places(p), 1);
    ck_assert_uint_eq(skpi_ensemble_plan_n_years(p), 5);
    ck_fails(skpi_ensemble_result_new(p, &a), SKPI_ENODATA, "plan");
    skpi_ensemble_plan_free(p);
    skpi_ensemble_plan_free(NULL);
    skpi_ensemble_result_free(NULL);
}
END_TEST

START_TEST(events_that_are_refused)
{
    skpi_ensemble_plan *p = plan_of(SKPI_ENSEMBLE_MODE_EXACT, 1100, 1, 0);
    const double far[PLACES] = {.5, INFINITY, .5}, half[PLACES] = {.5, .5, .5};
    int32_t e = -1, all[2] = {4, 5};
    ck_fails_at(skpi_ensemble_plan_all(p, 2, all, &e), SKPI_ENOTFOUND, "event", 1);
    ck_fails(skpi_ensemble_plan_all(p, 0, all, &e), SKPI_ENODATA, "n_events");
    ck_fails(skpi_ensemble_plan_event(p, 0, 0, SKPI_ENSEMBLE_EVENT_ABOVE, FIRST + YEARS, half, &e), SKPI_ERANGE,
             "year");
    ck_fails(skpi_ensemble_plan_event(p, 0, 0, SKPI_ENSEMBLE_EVENT_ABOVE, FIRST - 1, half, &e), SKPI_ERANGE, "year");
    ck_fails(skpi_ensemble_plan_event(p, 0, 0, SKPI_ENSEMBLE_EVENT_PEAKED, FIRST, half, &e), SKPI_EINVAL, "threshold");
    ck_fails(skpi_ensemble_plan_event(p, 0, 0, 5, FIRST, half, &e), SKPI_EINVAL, "kind");
    ck_fails_at(skpi_ensemble_plan_event(p, 0, 0, SKPI_ENSEMBLE_EVENT_BELOW, FIRST, far, &e), SKPI_ENOTFINITE,
                "threshold", 1);
    ck_assert_int_eq(e, -1);
    ck_assert_int_eq(skpi_ensemble_plan_all(p, 1, all, &e), SKPI_OK); /* an event made of others can be used too */
    ck_assert_int_eq(e, 5);
    skpi_ensemble_result *a = plan_run(p, NULL);
    double four[PLACES], five[PLACES];
    ck_assert_int_eq(skpi_ensemble_result_probability(a, 4, four), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_result_probability(a, 5, five), SKPI_OK);
    ck_assert_int_eq(memcmp(four, five, sizeof four), 0);
    skpi_ensemble_result_free(a);
    skpi_ensemble_plan_free(p);
}
END_TEST

START_TEST(runs_that_are_refused)
{
    skpi_ensemble_plan *exact = plan_of(SKPI_ENSEMBLE_MODE_EXACT, 1100, 1, 0),
                       *stream = plan_of(SKPI_ENSEMBLE_MODE_STREAM, 1100, 1, 0);
    skpi_ensemble_result *a = plan_result(exact), *b = plan_result(stream);
#define RUN(plan, to, ...)    \
    skpi_ensemble_result_run( \
        to, plan, &(skpi_ensemble_result_run_options){.size = sizeof(skpi_ensemble_result_run_options), __VA_ARGS__})
    ck_fails(RUN(exact, a, .first_place = 3), SKPI_ERANGE, "options->first_place");
    ck_fails(RUN(exact, a, .first_place = 1, .n_places = 3), SKPI_ERANGE, "options->n_places");
    ck_fails(RUN(exact, a, .first_draw = 512), SKPI_EINVAL, "options->first_draw");
    ck_fails(RUN(exact, a, .n_draws = 512), SKPI_EINVAL, "options->n_draws");
    ck_fails(RUN(stream, b, .first_draw = 1100), SKPI_ERANGE, "options->first_draw");
    ck_fails(RUN(stream, b, .first_draw = 100), SKPI_EINVAL, "options->first_draw");
    ck_fails(RUN(stream, b, .n_draws = 100), SKPI_EINVAL, "options->n_draws");
    ck_fails(RUN(stream, b, .n_draws = 1101), SKPI_ERANGE, "options->n_draws");
    ck_fails(RUN(stream, b, .threads = -1), SKPI_ERANGE, "options->threads");
    ck_fails(RUN(stream, b, .dispatch = SKPI_ENSEMBLE_MODE_EXACT), SKPI_EINVAL, "options->dispatch");
    ck_assert_int_eq(RUN(stream, b, .n_draws = 1100, .n_places = 3), SKPI_OK);
    double out[PLACES * YEARS];
    const double other = .1;
    ck_assert_int_eq(skpi_ensemble_result_quantile(a, 0, 0, 1, plan_prob, out), SKPI_WMISSING);
    ck_assert(isnan(out[0]));
    ck_fails_at(skpi_ensemble_result_quantile(a, 0, 0, 1, &other, out), SKPI_ENOTFOUND, "prob", 0);
    /* a stream gives any probability */
    ck_assert_int_eq(skpi_ensemble_result_quantile(b, 0, 0, 1, &other, out), SKPI_OK);
    ck_fails(skpi_ensemble_result_mean(a, 2, 0, out), SKPI_ENOTFOUND, "model");
    ck_fails(skpi_ensemble_result_mean(a, 0, 1, out), SKPI_ENOTFOUND, "variable");
    ck_fails(skpi_ensemble_result_probability(a, 5, out), SKPI_ENOTFOUND, "event");
    ck_assert_int_eq(skpi_ensemble_result_probability(a, 4, out), SKPI_WMISSING);
    skpi_ensemble_plan *bare = plan_of(SKPI_ENSEMBLE_MODE_EXACT, 10, 1, SKPI_ENSEMBLE_FLAG_NO_QUANTILES);
    skpi_ensemble_result *c = plan_run(bare, NULL);
    ck_fails(skpi_ensemble_result_quantile(c, 0, 0, 1, plan_prob, out), SKPI_ESTATE, "result");
    ck_assert_uint_eq(skpi_ensemble_result_n_places(c), PLACES);
    ck_assert_uint_eq(skpi_ensemble_result_n_years(c), YEARS);
    skpi_ensemble_result_free(a);
    skpi_ensemble_result_free(b);
    skpi_ensemble_result_free(c);
    skpi_ensemble_plan_free(exact);
    skpi_ensemble_plan_free(stream);
    skpi_ensemble_plan_free(bare);
}
END_TEST

static double large_draw;

static void large_start(const void *parameters, const skpi__model_block *block)
{
    (void)parameters;
    for (size_t i = 0; i < SKPI__BLOCK; i++) block->column[0][i] = i % 2 ? 1 : large_draw;
}

static void large_step(const void *parameters, const skpi__model_block *block) { (void)parameters, (void)block; }

static void large_range(const void *parameters, size_t place, size_t variable, size_t n_years, skpi__model_range *range)
{
    (void)parameters, (void)place, (void)variable, (void)n_years;
    *range = (skpi__model_range){.centre = 0, .spread = 1, .bound = (double)INFINITY, .scale = 1};
}

/* A model whose draws are far larger than it declared. */
START_TEST(draws_too_large_for_sums)
{
    static const skpi__form value = SKPI__FORM_VALUE;
    const skpi__model model = {.fingerprint = 1,
                               .n_variables = 1,
                               .n_columns = 1,
                               .form = &value,
                               .free = free,
                               .start = large_start,
                               .step = large_step,
                               .range = large_range};
    for (int c = 0; c < 4; c++) {
        const skpi_ensemble_plan_options o = {
            .size = sizeof o, .n_draws = 10, .mode = c % 2 ? SKPI_ENSEMBLE_MODE_STREAM : SKPI_ENSEMBLE_MODE_EXACT};
        skpi_ensemble_plan *plan = NULL;
        int32_t index;
        skpi_error e = {.size = sizeof e};
        large_draw = c / 2 ? -1e300 : 1e300;
        ck_assert_int_eq(skpi_ensemble_plan_new(FIRST, YEARS, &o, &plan), SKPI_OK);
        ck_assert_int_eq(skpi__model_add(skpi__here("skpi_ensemble_draw"), plan, &model, &index), SKPI_OK);
        skpi_ensemble_result *result = plan_result(plan);
        ck_fails(skpi_ensemble_result_run(result, plan, NULL), SKPI_EOVERFLOW, "plan");
        ck_assert_int_eq(skpi_last_error_get(&e), SKPI_OK);
        ck_assert(e.value == large_draw);
        skpi_ensemble_result_free(result);
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

START_TEST(bytes_read_by_a_plan_without_a_model)
{
    static char bytes[8];
    const skpi_ensemble_plan_options o = {.size = sizeof o};
    skpi_ensemble_plan *plan = NULL;
    skpi_ensemble_result *result = NULL;
    ck_assert_int_eq(skpi_ensemble_plan_new(FIRST, YEARS, &o, &plan), SKPI_OK);
    ck_fails(skpi_ensemble_result_read(plan, sizeof bytes, bytes, &result), SKPI_ENODATA, "plan");
    ck_assert_ptr_null(result);
    skpi_ensemble_plan_free(plan);
}
END_TEST

#ifdef __GLIBC__
/* The system cannot give a thread a stack of this size. */
START_TEST(threads_that_do_not_start)
{
    skpi_ensemble_plan *plan = plan_of(SKPI_ENSEMBLE_MODE_EXACT, 1100, 1, 0);
    skpi_ensemble_result *result = plan_result(plan);
    pthread_attr_t before, after;
    ck_assert_int_eq(pthread_getattr_default_np(&before), 0);
    ck_assert_int_eq(pthread_getattr_default_np(&after), 0);
    ck_assert_int_eq(pthread_attr_setstacksize(&after, SIZE_MAX / 4), 0);
    ck_assert_int_eq(pthread_setattr_default_np(&after), 0);
    ck_fails(RUN(plan, result, .threads = 2), SKPI_ETHREAD, "options->threads");
    ck_assert_int_eq(pthread_setattr_default_np(&before), 0);
    ck_assert_int_eq(RUN(plan, result, .threads = 2), SKPI_OK);
    pthread_attr_destroy(&before);
    pthread_attr_destroy(&after);
    skpi_ensemble_result_free(result);
    skpi_ensemble_plan_free(plan);
}
END_TEST
#define THREADS_CASE , UNIT_CASE("threads", threads_that_do_not_start)
#else
#define THREADS_CASE
#endif

/* One draw, a draw less than two words of a mask, one block, and one draw more than a block. */
START_TEST(few_draws)
{
    static const uint64_t n[] = {1, 2, 127, 511, 512, 513};
    static const double all[PLACES] = {.999, .999, .999};
    for (size_t i = 0; i < sizeof n / sizeof *n; i++)
        for (int m = 0; m < 2; m++) {
            skpi_ensemble_plan *plan = plan_of(modes[m], n[i], 3, 0);
            int32_t below;
            ck_assert_int_eq(
                skpi_ensemble_plan_event(plan, 0, 0, SKPI_ENSEMBLE_EVENT_BELOW, FIRST + YEARS - 1, all, &below),
                SKPI_OK);
            skpi_ensemble_result *a = plan_run(plan, NULL);
            double q[PLACES][YEARS][PROBS], mean[PLACES][YEARS], p_below[PLACES];
            ck_assert_int_eq(skpi_ensemble_result_probability(a, below, p_below), SKPI_OK);
            for (int p = 0; p < PLACES; p++) ck_assert(p_below[p] == 1); /* no draw more than there are */
            ck_assert_int_eq(skpi_ensemble_result_quantile(a, 0, 0, PROBS, plan_prob, q[0][0]), SKPI_OK);
            ck_assert_int_eq(skpi_ensemble_result_mean(a, 0, 0, mean[0]), SKPI_OK);
            for (int p = 0; p < PLACES; p++)
                for (int k = 0; k < YEARS; k++) {
                    for (int j = 1; j < PROBS; j++) ck_assert_double_ge(q[p][k][j], q[p][k][j - 1]);
                    if (n[i] == 1) ck_near(q[p][k][2], mean[p][k], m ? .001 : 1e-11);
                }
            skpi_ensemble_result_free(a);
            skpi_ensemble_plan_free(plan);
        }
}
END_TEST

UNIT_MAIN("ensemble_shards",
          UNIT_CASE("bits", one_hash, shards_by_place, shards_by_draw, canceled_and_taken_up_again, few_draws),
          UNIT_CASE("refusals", shards_of_other_plans, options_that_are_refused, events_that_are_refused,
                    runs_that_are_refused, draws_too_large_for_sums, bytes_read_by_a_plan_without_a_model) THREADS_CASE)
