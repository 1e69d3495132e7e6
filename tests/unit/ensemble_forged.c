/* Bytes of results that somebody else put together, with a checksum that fits: parts of two results, records cut short,
 * values that no draws have.  Each is refused for its own reason.
 */
#include "ensemble/hash.h"
#include "ensemble/result_format.h"
#include "unit/ensemble_plan.h"

enum { N = 2, T = 2, DRAWS = 1100, CELLS = 2 * T, WORDS = 4096 };
/* Words of a record, after its place: the number of spans, the spans, and what follows them. */
enum { PLACE = SKPI__HEAD, SPANS, FROM, TO, VALUES };

typedef struct bytes {
    size_t n; /* words, with the checksum */
    uint64_t word[WORDS];
} bytes;

static skpi_ensemble_plan *plan_with(int32_t mode, int counted)
{
    static const double emission[N] = {100, 50}, rise[N] = {.01, -.01}, noise[N] = {.04, .04}, median = .5,
                        level[N] = {100, 50};
    static const int32_t zero[N] = {0};
    static const uint64_t both[N] = {0, 1};
    const skpi_ensemble_plan_options o = {.size = sizeof o,
                                          .flags =
                                              mode == SKPI_ENSEMBLE_MODE_STREAM ? SKPI_ENSEMBLE_FLAG_NO_QUANTILES : 0,
                                          .seed = 11,
                                          .n_draws = DRAWS,
                                          .mode = mode,
                                          .n_places = N,
                                          .n_prob = mode == SKPI_ENSEMBLE_MODE_STREAM ? 0 : 1,
                                          .prob = mode == SKPI_ENSEMBLE_MODE_STREAM ? NULL : &median};
    const skpi_carbon_ensemble_add_in in = {.size = sizeof in, .emission = emission, .drift = rise, .sigma = noise};
    skpi_ensemble_plan *plan = NULL;
    int32_t index;
    ck_assert_int_eq(skpi_ensemble_plan_new(FIRST, T, &o, &plan), SKPI_OK);
    ck_assert_int_eq(skpi_carbon_ensemble_add(plan, &in, &index), SKPI_OK);
    if (counted) {
        ck_assert_int_eq(skpi_ensemble_plan_event(plan, 0, 0, SKPI_ENSEMBLE_EVENT_ABOVE, FIRST + 1, level, &index),
                         SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_plan_aggregate_count(plan, N, zero, both, &index), SKPI_OK);
    } else {
        ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, N, zero, zero, both, NULL, &index), SKPI_OK);
    }
    return plan;
}

static void take(const skpi_ensemble_result *a, bytes *b)
{
    size_t size;
    unsigned char *from = plan_bytes(a, &size);
    ck_assert_uint_le(size, sizeof b->word);
    b->n = size / 8;
    for (size_t i = 0; i < b->n; i++) {
        b->word[i] = 0;
        for (unsigned j = 0; j < 8; j++) b->word[i] |= (uint64_t)from[8 * i + j] << 8 * j;
    }
    free(from);
}

static skpi_status read_forged(const skpi_ensemble_plan *plan, bytes *b, size_t words)
{
    static unsigned char to[8 * WORDS];
    uint64_t h = SKPI__HASH_START;
    skpi_ensemble_result *a = NULL;
    b->word[2] = words;
    for (size_t i = 0; i < words; i++) {
        if (i + 1 == words) b->word[i] = h;
        for (unsigned j = 0; j < 8; j++) to[8 * i + j] = (unsigned char)(b->word[i] >> 8 * j & 255);
        h = skpi__hash(h, b->word[i]);
    }
    const skpi_status s = skpi_ensemble_result_read(plan, 8 * words, to, &a);
    skpi_ensemble_result_free(a);
    return s;
}
#define ck_forged(plan, b, words, why)                                                        \
    do {                                                                                      \
        ck_fails(read_forged(plan, b, words), SKPI_ECORRUPT, "buffer");                       \
        ck_assert_msg(strstr(skpi_last_error(), why), "%s, not: %s", skpi_last_error(), why); \
    } while (0)

static uint64_t word_of(double x)
{
    uint64_t w;
    memcpy(&w, &x, sizeof w);
    return w;
}

START_TEST(exact_records)
{
    enum { RECORD = 4 + 2 * CELLS, SUM = PLACE + N * RECORD }; /* SUM: the aggregate */
    skpi_ensemble_plan *plan = plan_with(SKPI_ENSEMBLE_MODE_EXACT, 0);
    skpi_ensemble_result *a = plan_run(plan, NULL);
    bytes all, b;
    take(a, &all);
    ck_assert_uint_eq(all.n, SUM + 4 + 2 * T + 1);
    b = all;
    ck_assert_int_eq(read_forged(plan, &b, b.n), SKPI_OK);
    b.word[TO] = 512;
    ck_forged(plan, &b, b.n, "a part of a place's draws");
    b = all; /* a record that ends within its means */
    b.word[4] = 1;
    ck_forged(plan, &b, VALUES + 2 + 1, "is too short for what it has");
    b = all; /* an aggregate that does */
    ck_forged(plan, &b, SUM + 4 + 1 + 1, "is too short for what it has");
    b.word[SUM] = SKPI__AGGREGATE_NONE;
    ck_forged(plan, &b, SUM + 1 + 1, "members of an aggregate, but not their sums");
    for (int j = 0; j < 2 * T; j++) { /* a sum of emissions below 0, as a mean and as a quantile */
        b = all;
        b.word[SUM + 4 + j] = word_of(-1);
        ck_forged(plan, &b, b.n, "an aggregate that no draws of the plan have");
    }
    skpi_ensemble_result_free(a);
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* A number of events in two places is at most 2. */
START_TEST(exact_numbers)
{
    enum { RECORD = 4 + 1 + 2 * CELLS, SUM = PLACE + N * RECORD };
    skpi_ensemble_plan *plan = plan_with(SKPI_ENSEMBLE_MODE_EXACT, 1);
    skpi_ensemble_result *a = plan_run(plan, NULL);
    bytes all, b;
    take(a, &all);
    ck_assert_uint_eq(all.n, SUM + 4 + 2 + 1);
    for (int j = 0; j < 2; j++) {
        b = all;
        b.word[SUM + 4 + j] = word_of(2.5);
        ck_forged(plan, &b, b.n, "an aggregate that no draws of the plan have");
        b.word[SUM + 4 + j] = word_of(2);
        ck_assert_int_eq(read_forged(plan, &b, b.n), SKPI_OK);
        b.word[SUM + 4 + j] = word_of(-.5);
        ck_forged(plan, &b, b.n, "an aggregate that no draws of the plan have");
    }
    skpi_ensemble_result_free(a);
    skpi_ensemble_plan_free(plan);
}
END_TEST

START_TEST(exact_sums)
{
    enum { RECORD = 4 + 2 * CELLS, SUM = PLACE + RECORD };
    skpi_ensemble_plan *plan = plan_with(SKPI_ENSEMBLE_MODE_EXACT, 0);
    const skpi_ensemble_result_run_options one = {.size = sizeof one, .n_places = 1};
    skpi_ensemble_result *a = plan_run(plan, &one), *empty = plan_result(plan);
    bytes b;
    take(a, &b);
    ck_assert_uint_eq(b.n, SUM + 1 + T * DRAWS + 1);
    ck_forged(plan, &b, SUM + 1 + T * DRAWS, "is too short for them");
    take(empty, &b);
    ck_assert_uint_eq(b.n, PLACE + 1 + 1);
    b.word[PLACE] = SKPI__AGGREGATE_SUMS;
    ck_forged(plan, &b, b.n, "sums of an aggregate without members");
    b.word[PLACE] = 7;
    ck_forged(plan, &b, b.n, "a form that this library does not know");
    skpi_ensemble_result_free(empty);
    skpi_ensemble_result_free(a);
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* The same of numbers of events: one cannot happen in three of two places. */
START_TEST(exact_numbers_so_far)
{
    enum { RECORD = 4 + 1 + 2 * CELLS, SUM = PLACE + RECORD };
    skpi_ensemble_plan *plan = plan_with(SKPI_ENSEMBLE_MODE_EXACT, 1);
    const skpi_ensemble_result_run_options one = {.size = sizeof one, .n_places = 1};
    skpi_ensemble_result *a = plan_run(plan, &one);
    bytes b;
    take(a, &b);
    ck_assert_uint_eq(b.n, SUM + 1 + DRAWS + 1);
    b.word[SUM + DRAWS] = 2;
    ck_assert_int_eq(read_forged(plan, &b, b.n), SKPI_OK);
    b.word[SUM + DRAWS] = 3;
    ck_forged(plan, &b, b.n, "a sum of an aggregate that no draws of the plan have");
    skpi_ensemble_result_free(a);
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* An event in d draws is in at least d - n/2 of n/2 pairs. */
START_TEST(pairs)
{
    enum { EVENT = VALUES, BOTH };
    const skpi_ensemble_plan_options o = {.size = sizeof o,
                                          .flags = SKPI_ENSEMBLE_FLAG_NO_QUANTILES,
                                          .n_draws = 2048,
                                          .mode = SKPI_ENSEMBLE_MODE_STREAM,
                                          .sampling = SKPI_ENSEMBLE_SAMPLING_ANTITHETIC};
    static const double level = 100, still = 0, noise = .04;
    const skpi_carbon_ensemble_add_in in = {.size = sizeof in, .emission = &level, .drift = &still, .sigma = &noise};
    skpi_ensemble_plan *plan = NULL;
    int32_t index;
    ck_assert_int_eq(skpi_ensemble_plan_new(FIRST, T, &o, &plan), SKPI_OK);
    ck_assert_int_eq(skpi_carbon_ensemble_add(plan, &in, &index), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_event(plan, 0, 0, SKPI_ENSEMBLE_EVENT_ABOVE, FIRST + 1, &level, &index),
                     SKPI_OK);
    skpi_ensemble_result *a = plan_run(plan, NULL);
    bytes b;
    take(a, &b);
    b.word[EVENT] = 1500;
    b.word[BOTH] = 476;
    ck_assert_int_eq(read_forged(plan, &b, b.n), SKPI_OK);
    b.word[BOTH] = 475;
    ck_forged(plan, &b, b.n, "more or fewer pairs of draws than there are");
    b.word[BOTH] = 751;
    ck_forged(plan, &b, b.n, "more or fewer pairs of draws than there are");
    skpi_ensemble_result_free(a);
    skpi_ensemble_plan_free(plan);
}
END_TEST

static skpi_ensemble_result *run_two(const skpi_ensemble_plan *plan, uint64_t first)
{
    skpi_ensemble_result *a = plan_result(plan);
    const skpi_ensemble_result_run_options o = {.size = sizeof o, .first_draw = first, .n_draws = first ? 0 : 512};
    ck_assert_int_eq(skpi_ensemble_result_run(a, plan, &o), SKPI_OK);
    return a;
}

START_TEST(streamed_records)
{
    enum { RECORD = 6 + 3 * CELLS, SUM = PLACE + N * RECORD }; /* with two spans */
    skpi_ensemble_plan *plan = plan_with(SKPI_ENSEMBLE_MODE_STREAM, 0);
    skpi_ensemble_result *ends = run_two(plan, 0), *last = run_two(plan, 1024);
    const skpi_ensemble_result_run_options middle_of = {.size = sizeof middle_of, .first_draw = 512, .n_draws = 512};
    skpi_ensemble_result *middle = plan_run(plan, &middle_of);
    ck_assert_int_eq(skpi_ensemble_result_merge(ends, last), SKPI_OK);
    bytes all, b, other;
    take(ends, &all);
    ck_assert_uint_eq(all.n, SUM + 1 + 5 + 3 * T + 1);
    b = all;
    ck_assert_int_eq(read_forged(plan, &b, b.n), SKPI_OK);
    static const uint64_t spans[][4] = {{0, 512, 512, 1100}, /* they touch */
                                        {0, 512, 0, 1100},    {0, 512, 1024, 1024}, {0, 512, 1024, 1536},
                                        {0, 512, 1000, 1100}, {0, 511, 1024, 1100}};
    for (size_t k = 0; k < sizeof spans / sizeof *spans; k++) {
        b = all;
        memcpy(b.word + FROM, spans[k], sizeof spans[k]);
        ck_forged(plan, &b, b.n, "draws that the plan does not have");
    }
    b = all; /* a sum of emissions below 0 */
    b.word[FROM + 4] = (uint64_t)-5;
    b.word[FROM + 5] = UINT64_MAX;
    ck_forged(plan, &b, b.n, "a sum that no draws of the plan have");
    b = all; /* a unit that is twice that of the plan */
    b.word[FROM + 4 + 2 * CELLS] += UINT64_C(1) << 52;
    ck_forged(plan, &b, b.n, "another unit than the plan");
    b = all; /* a sum below 0 in an aggregate */
    b.word[SUM + 6] = (uint64_t)-5;
    b.word[SUM + 7] = UINT64_MAX;
    ck_forged(plan, &b, b.n, "an aggregate that no draws of the plan have");
    b = all;
    b.word[SUM + 1] = 0;
    ck_forged(plan, &b, b.n, "an aggregate without draws");
    b.word[SUM] = SKPI__AGGREGATE_SUMS;
    ck_forged(plan, &b, b.n, "sums of an aggregate that is streamed");
    /* the second place has other draws than the sum */
    take(middle, &other);
    b = all;
    enum { SECOND = PLACE + RECORD, SHORT = RECORD - 2 };
    memcpy(b.word + SECOND, other.word + PLACE + SHORT, SHORT * sizeof *b.word);
    memcpy(b.word + SECOND + SHORT, all.word + SUM, (all.n - SUM) * sizeof *b.word);
    ck_forged(plan, &b, all.n - 2, "draws that a member does not have");
    skpi_ensemble_result_free(middle);
    skpi_ensemble_result_free(last);
    skpi_ensemble_result_free(ends);
    skpi_ensemble_plan_free(plan);
}
END_TEST

static int32_t stop_at_once(uint64_t done, uint64_t total, void *user)
{
    (void)done, (void)total, (void)user;
    return 1;
}

/* A run that is stopped at once leaves records without draws, which are like none. */
START_TEST(records_without_draws)
{
    enum { MANY = 100000, YEARS_OF = 60 };
    static const int32_t zero[N] = {0};
    static const uint64_t both[N] = {0, 1};
    for (int summed = 0; summed < 2; summed++) {
        const skpi_ensemble_plan_options o = {
            .size = sizeof o, .n_draws = MANY, .mode = SKPI_ENSEMBLE_MODE_STREAM, .n_places = N};
        static const double share[N] = {.3, .6}, sigma[N] = {.05, .05};
        const skpi_urban_ensemble_add_in in = {.size = sizeof in, .share = share, .drift = sigma, .sigma = sigma};
        skpi_ensemble_plan *plan = NULL;
        int32_t index;
        ck_assert_int_eq(skpi_ensemble_plan_new(FIRST, YEARS_OF, &o, &plan), SKPI_OK);
        ck_assert_int_eq(skpi_urban_ensemble_add(plan, &in, &index), SKPI_OK);
        if (summed) ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, N, zero, zero, both, NULL, &index), SKPI_OK);
        skpi_ensemble_result *stopped = plan_result(plan), *none = plan_result(plan), *sum = plan_result(plan);
        const skpi_ensemble_result_run_options stop = {.size = sizeof stop, .progress = stop_at_once},
                                               some = {.size = sizeof some, .n_draws = 512};
        ck_assert_int_eq(skpi_ensemble_result_run(stopped, plan, &stop), SKPI_ECANCELED);
        ck_same(stopped, none); /* nothing was drawn: its bytes are those of a new result */
        skpi_ensemble_result *drawn = plan_run(plan, &some);
        ck_assert_int_eq(skpi_ensemble_result_merge(sum, stopped), SKPI_OK);
        ck_same(sum, none);
        ck_assert_int_eq(skpi_ensemble_result_merge(sum, drawn), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_result_merge(sum, stopped), SKPI_OK);
        ck_same(sum, drawn);
        ck_assert_int_eq(skpi_ensemble_result_merge(stopped, drawn), SKPI_OK);
        ck_same(stopped, drawn);
        skpi_ensemble_result_free(drawn);
        skpi_ensemble_result_free(sum);
        skpi_ensemble_result_free(none);
        skpi_ensemble_result_free(stopped);
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

/* One that is exact leaves sums to which no member was added. */
START_TEST(sums_without_members)
{
    static const double share[N] = {.3, .6}, sigma[N] = {.05, .05};
    static const int32_t zero[N] = {0};
    static const uint64_t both[N] = {0, 1};
    const skpi_ensemble_plan_options o = {.size = sizeof o, .n_draws = 300000, .n_places = N};
    const skpi_urban_ensemble_add_in in = {.size = sizeof in, .share = share, .drift = sigma, .sigma = sigma};
    skpi_ensemble_plan *plan = NULL;
    int32_t index;
    ck_assert_int_eq(skpi_ensemble_plan_new(FIRST, T, &o, &plan), SKPI_OK);
    ck_assert_int_eq(skpi_urban_ensemble_add(plan, &in, &index), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, N, zero, zero, both, NULL, &index), SKPI_OK);
    skpi_ensemble_result *stopped = plan_result(plan), *none = plan_result(plan);
    const skpi_ensemble_result_run_options stop = {.size = sizeof stop, .progress = stop_at_once};
    ck_assert_int_eq(skpi_ensemble_result_run(stopped, plan, &stop), SKPI_ECANCELED);
    ck_same(stopped, none);
    skpi_ensemble_result_free(none);
    skpi_ensemble_result_free(stopped);
    skpi_ensemble_plan_free(plan);
}
END_TEST

UNIT_MAIN("ensemble_forged", UNIT_CASE("exact", exact_records, exact_numbers, exact_sums, exact_numbers_so_far),
          UNIT_CASE("streamed", streamed_records, pairs, records_without_draws, sums_without_members))
