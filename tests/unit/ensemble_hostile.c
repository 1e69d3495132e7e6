/* Bytes of results that somebody else made, of plans with every model, aggregates, anchors and pairs: each word becomes
 * hostile values, with a checksum that fits.  Such bytes are refused, or nothing that is done with them is unsafe, and
 * every answer is a value of its variable.  What is unsafe is seen by the sanitizers.
 */
#include "ensemble/hash.h"
#include "unit/ensemble_plan.h"

#include <float.h>

enum { N = 2, T = 3, F = 2, PARTS_OF = 3, DRAWS = 600, WORDS = 14 };

typedef struct shape {
    int32_t mode, sampling;
    uint32_t flags;
} shape;

/* The models: variables, and their domains. */
enum { URBAN, CARBON, KAYA, DIGITAL, MODELS };
static const int32_t variables[MODELS] = {1, 3, 2, PARTS_OF};
static const double least[MODELS][3] = {{0}, {0, -DBL_MAX, -DBL_MAX}, {0, -DBL_MAX}, {0, 0, 0}};
static const double most[MODELS][3] = {{1}, {DBL_MAX, DBL_MAX, DBL_MAX}, {DBL_MAX, DBL_MAX}, {1, 1, 1}};

static void add_models(skpi_ensemble_plan *plan)
{
    static const double share[N] = {.35, .92}, drift[N * F] = {.03, -.01, .02, 0}, sigma[N * F] = {.05, .02, .03, .1};
    static const double emission[N] = {100, 50}, tcre[N] = {.0005, .0005}, part[N * PARTS_OF] = {1, 2, 3, 4, 2, 1};
    static const double wide[N * 2] = {.01, .02, .01, .02};
    static const int32_t size_class[N] = {SKPI_URBAN_SIZE_LARGE, SKPI_URBAN_SIZE_SMALL};
    int32_t model;
    const skpi_urban_ensemble_add_in u = {
        .size = sizeof u, .share = share, .drift = drift, .sigma = sigma, .size_class = size_class};
    ck_assert_int_eq(skpi_urban_ensemble_add(plan, &u, &model), SKPI_OK);
    const skpi_carbon_ensemble_add_in c = {.size = sizeof c,
                                           .emission = emission,
                                           .drift = drift,
                                           .growth = drift,
                                           .sigma = sigma,
                                           .drift_sigma = wide,
                                           .cumulative = emission,
                                           .tcre = tcre};
    ck_assert_int_eq(skpi_carbon_ensemble_add(plan, &c, &model), SKPI_OK);
    const skpi_carbon_ensemble_add_kaya_in k = {
        .size = sizeof k, .n_factors = F, .factor = part, .drift = drift, .sigma = sigma, .cumulative = emission};
    ck_assert_int_eq(skpi_carbon_ensemble_add_kaya(plan, &k, &model), SKPI_OK);
    const skpi_digital_ensemble_add_in d = {
        .size = sizeof d, .n_parts = PARTS_OF, .part = part, .drift = drift, .sigma = sigma, .drift_sigma = wide};
    ck_assert_int_eq(skpi_digital_ensemble_add(plan, &d, &model), SKPI_OK);
}

static skpi_ensemble_plan *plan_with_all(const shape *of)
{
    static const double half[N] = {.38, .93}, peak = 1;
    static const int32_t carbon[N] = {CARBON, CARBON}, zero[N] = {0};
    static const uint64_t both[N] = {0, 1};
    const skpi_ensemble_plan_options o = {.size = sizeof o,
                                          .flags = of->flags,
                                          .seed = 7,
                                          .n_draws = DRAWS,
                                          .mode = of->mode,
                                          .sampling = of->sampling,
                                          .n_places = N};
    skpi_ensemble_plan *plan = NULL;
    int32_t e[2], index;
    ck_assert_int_eq(skpi_ensemble_plan_new(FIRST, T, &o, &plan), SKPI_OK);
    add_models(plan);
    ck_assert_int_eq(skpi_ensemble_plan_event(plan, URBAN, 0, SKPI_ENSEMBLE_EVENT_ABOVE, FIRST + 1, half, e), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_event(plan, CARBON, 0, SKPI_ENSEMBLE_EVENT_PEAKED, FIRST + 1, NULL, e + 1),
                     SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_all(plan, 2, e, &index), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_milestone(plan, CARBON, 0, SKPI_ENSEMBLE_EVENT_PEAKED, NULL, &index), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, N, carbon, zero, both, NULL, &index), SKPI_OK);
    ck_assert_int_eq(
        skpi_ensemble_plan_aggregate_event(plan, 0, SKPI_ENSEMBLE_EVENT_PEAKED, FIRST + 1, 0, NULL, &index), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_aggregate_count(plan, N, zero, both, &index), SKPI_OK);
    ck_assert_int_eq(
        skpi_ensemble_plan_aggregate_event(plan, 1, SKPI_ENSEMBLE_EVENT_ABOVE, FIRST + T - 1, 1, &peak, &index),
        SKPI_OK);
    return plan;
}

static void set_word(unsigned char *b, size_t i, uint64_t word)
{
    for (unsigned j = 0; j < 8; j++) b[8 * i + j] = (unsigned char)(word >> 8 * j & 255);
}
static uint64_t word_at(const unsigned char *b, size_t i)
{
    uint64_t word = 0;
    for (unsigned j = 0; j < 8; j++) word |= (uint64_t)b[8 * i + j] << 8 * j;
    return word;
}

/* The hash of each beginning, so that a checksum needs only the words from a changed one on. */
static void seal(unsigned char *b, size_t n_words, size_t changed, const uint64_t *hash)
{
    uint64_t h = hash[changed];
    for (size_t i = changed; i + 1 < n_words; i++) h = skpi__hash(h, word_at(b, i));
    set_word(b, n_words - 1, h);
}

/* Asserts that all means and quantiles are values of their variable, and that quantiles do not fall.  Places without
 * draws are NaN.  wide: bins reach beyond the values, and the quantiles with them. */
static void check_values(const skpi_ensemble_result *r, int32_t model, int32_t variable, double low, double high,
                         int wide)
{
    double mean[N * T], quantile[N * T * PROBS];
    const size_t n = skpi_ensemble_result_n_places(r) * T;
    for (size_t i = 0; i < N * T * PROBS; i++) quantile[i] = (double)NAN;
    for (size_t i = 0; i < N * T; i++) mean[i] = (double)NAN;
    if (skpi_ensemble_result_mean(r, model, variable, mean) < 0) ck_abort_msg("%s", skpi_last_error());
    const skpi_status s = skpi_ensemble_result_quantile(r, model, variable, PROBS, plan_prob, quantile);
    ck_assert(s >= 0 || s == SKPI_ESTATE); /* a plan without quantiles */
    for (size_t i = 0; i < n; i++) {
        if (!isnan(mean[i]))
            ck_assert_msg(mean[i] >= low && mean[i] <= high, "%d %d: mean %g", model, variable, mean[i]);
        for (size_t q = i * PROBS; q < (i + 1) * PROBS; q++) {
            const double slack = 1e-12 * fmin(high, 1); /* of the ends of bins */
            if (!isnan(quantile[q]))
                ck_assert_msg(isfinite(quantile[q]) && (wide || quantile[q] >= low - slack) &&
                                  quantile[q] <= high + slack,
                              "%d %d: %g", model, variable, quantile[q]);
            if (q > i * PROBS && !isnan(quantile[q])) ck_assert(quantile[q] >= quantile[q - 1]);
        }
    }
}

static void check_probabilities(const skpi_ensemble_result *r, int32_t n_events)
{
    double p[N], error[N];
    for (int32_t e = 0; e < n_events; e++) {
        ck_assert_int_ge(skpi_ensemble_result_probability(r, e, p), 0);
        ck_assert_int_ge(skpi_ensemble_result_standard_error(r, e, error), 0);
        for (size_t i = 0; i < skpi_ensemble_result_n_places(r); i++) {
            ck_assert(isnan(p[i]) || (p[i] >= 0 && p[i] <= 1));
            ck_assert(isnan(error[i]) || (error[i] >= 0 && isfinite(error[i])));
        }
    }
}

static void check_answers(const skpi_ensemble_result *r, int32_t mode)
{
    double year[N * (T + 1)];
    for (int32_t m = 0; m < MODELS; m++)
        for (int32_t v = 0; v < variables[m]; v++) check_values(r, m, v, least[m][v], most[m][v], 0);
    check_probabilities(r, 3);
    ck_assert_int_ge(skpi_ensemble_result_milestone(r, 0, year), 0);
    for (size_t i = 0; i < N * (T + 1); i++) ck_assert(isnan(year[i]) || (year[i] >= 0 && year[i] <= 1));
    for (int32_t a = 0; a < 2; a++) {
        skpi_ensemble_result *values = NULL;
        if (skpi_ensemble_result_aggregate(r, a, &values)) continue; /* members are missing */
        check_values(values, 0, 0, 0, a ? N : DBL_MAX, !a && mode == SKPI_ENSEMBLE_MODE_STREAM);
        check_probabilities(values, 1);
        skpi_ensemble_result_free(values);
    }
}

/* All that can be done with bytes.  Returns whether they were refused. */
static int used(const skpi_ensemble_plan *plan, int32_t mode, const skpi_ensemble_result *other, size_t n,
                const unsigned char *bytes)
{
    skpi_ensemble_result *a = NULL, *b = NULL, *sum = NULL;
    const skpi_status s = skpi_ensemble_result_read(plan, n, bytes, &a);
    if (s) {
        ck_assert_int_eq(s, SKPI_ECORRUPT);
        return 1;
    }
    check_answers(a, mode);
    size_t again;
    unsigned char *copy = plan_bytes(a, &again);
    ck_assert_int_eq(skpi_ensemble_result_read(plan, again, copy, &b), SKPI_OK); /* what is written can be read */
    free(copy);
    ck_assert_int_eq(skpi_ensemble_result_new(plan, &sum), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_result_merge(sum, b), SKPI_OK);
    if (!skpi_ensemble_result_merge(sum, other)) check_answers(sum, mode);
    if (!skpi_ensemble_result_run(a, plan, NULL)) check_answers(a, mode); /* the rest; a sum may be too large */
    skpi_ensemble_result_free(a);
    skpi_ensemble_result_free(b);
    skpi_ensemble_result_free(sum);
    return 0;
}

/* whole: of a result with all draws, whose last words are those of the aggregates; only these are tried. */
static void every_word(const shape *of, int whole)
{
    static const uint64_t hostile[WORDS] = {0,
                                            1,
                                            UINT64_MAX,
                                            UINT64_C(1) << 63,
                                            UINT64_C(1) << 62,
                                            UINT64_C(0x7ff800000000ffff), /* not a number, and its last bits a bin */
                                            UINT64_C(0x7ff0000000000000), /* infinite */
                                            UINT64_C(0xfff0000000000000),
                                            UINT64_C(0x7fefffffffffffff), /* the largest double */
                                            UINT64_C(0xffefffffffffffff),
                                            UINT64_C(0xc08f400000000000), /* -1000 */
                                            UINT64_C(0xbe10000000000000), /* -2^-30 */
                                            UINT64_C(0x3ff0000000000001), /* above 1 */
                                            511};
    const int stream = of->mode == SKPI_ENSEMBLE_MODE_STREAM;
    const skpi_ensemble_result_run_options first = {
        .size = sizeof first, .n_places = stream || whole ? 0 : 1, .n_draws = stream && !whole ? 512 : 0};
    const skpi_ensemble_result_run_options rest = {
        .size = sizeof rest, .first_place = stream ? 0 : 1, .first_draw = stream ? 512 : 0};
    skpi_ensemble_plan *plan = plan_with_all(of);
    skpi_ensemble_result *a = plan_run(plan, &first), *other = plan_run(plan, &rest);
    size_t n, taken = 0, wrong = 0;
    unsigned char *bytes = plan_bytes(a, &n), *bad = malloc(n);
    uint64_t *hash = calloc(n / 8, sizeof *hash);
    ck_assert(bad && hash);
    hash[0] = SKPI__HASH_START;
    for (size_t i = 0; i + 1 < n / 8; i++) hash[i + 1] = skpi__hash(hash[i], word_at(bytes, i));
    const size_t slow = (size_t)(100 / unit_few(100));
    ck_assert_int_eq(used(plan, of->mode, other, n, bytes), 0);
    for (size_t i = whole && n > 8 * 101 ? n / 8 - 101 : 0; i < n / 8 - 1;
         i += i < 300 || whole ? 1 : 61 * slow) /* beyond are bins or sums, and what follows them */
        for (size_t v = i % (3 * slow); v < WORDS; v += 3 * slow) {
            if (hostile[v] == word_at(bytes, i)) continue;
            memcpy(bad, bytes, n);
            set_word(bad, i, hostile[v]);
            seal(bad, n / 8, i, hash);
            used(plan, of->mode, other, n, bad) ? wrong++ : taken++;
        }
    ck_assert(wrong > 0 && (taken > 0 || slow > 1)); /* under a slow checker few words are tried */
    free(hash);
    free(bad);
    free(bytes);
    skpi_ensemble_result_free(other);
    skpi_ensemble_result_free(a);
    skpi_ensemble_plan_free(plan);
}

START_TEST(whatever_bytes_of_exact_results_say)
{
    static const shape shapes[] = {
        {SKPI_ENSEMBLE_MODE_EXACT, SKPI_ENSEMBLE_SAMPLING_PLAIN, 0},
        {SKPI_ENSEMBLE_MODE_EXACT, SKPI_ENSEMBLE_SAMPLING_ANTITHETIC, 0},
        {SKPI_ENSEMBLE_MODE_EXACT, SKPI_ENSEMBLE_SAMPLING_SOBOL, SKPI_ENSEMBLE_FLAG_NO_QUANTILES}};
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) every_word(shapes + i, 0), every_word(shapes + i, 1);
}
END_TEST

START_TEST(whatever_bytes_of_streamed_results_say)
{
    static const shape shapes[] = {
        {SKPI_ENSEMBLE_MODE_STREAM, SKPI_ENSEMBLE_SAMPLING_ANTITHETIC, 0},
        {SKPI_ENSEMBLE_MODE_STREAM, SKPI_ENSEMBLE_SAMPLING_PLAIN, SKPI_ENSEMBLE_FLAG_NO_QUANTILES},
        {SKPI_ENSEMBLE_MODE_STREAM, SKPI_ENSEMBLE_SAMPLING_SOBOL, 0}};
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) every_word(shapes + i, 0);
}
END_TEST

UNIT_MAIN("ensemble_hostile",
          UNIT_CASE("bytes", whatever_bytes_of_exact_results_say, whatever_bytes_of_streamed_results_say))
