/* Bytes of results that were damaged or made by somebody else: refused, or at least harmless. */
#include "ensemble/hash.h"
#include "ensemble/model_add.h"
#include "unit/ensemble_plan.h"

static const int32_t modes[] = {SKPI_ENSEMBLE_MODE_EXACT, SKPI_ENSEMBLE_MODE_STREAM};

/* Sets a checksum that fits. */
static void seal(unsigned char *b, size_t n)
{
    uint64_t h = SKPI__HASH_START;
    for (size_t i = 0; i + 8 <= n; i += 8) {
        uint64_t word = 0;
        for (unsigned j = 0; j < 8; j++)
            word |= (uint64_t)(i + 8 < n ? b[i + j] : (unsigned char)(h >> 8 * j)) << 8 * j;
        if (i + 8 < n)
            h = skpi__hash(h, word);
        else
            for (unsigned j = 0; j < 8; j++) b[i + j] = (unsigned char)(h >> 8 * j & 255);
    }
}

START_TEST(damaged_buffers)
{
    for (int m = 0; m < 2; m++) {
        skpi_ensemble_plan *plan = plan_of(modes[m], 600, 1, 0);
        skpi_ensemble_result *a = plan_run(plan, NULL), *b = NULL;
        size_t n;
        unsigned char *bytes = plan_bytes(a, &n), *bad = malloc(n + 8);
        ck_assert_ptr_nonnull(bad);
        for (size_t i = 0; i < n; i += i < 400 ? 1 : 997) { /* changes one bit */
            memcpy(bad, bytes, n);
            bad[i] ^= (unsigned char)(1 << i % 8);
            ck_fails(skpi_ensemble_result_read(plan, n, bad, &b), SKPI_ECORRUPT, "buffer");
        }
        memcpy(bad, bytes, n);
        memset(bad + n, 0, 8);
        for (size_t i = 0; i <= n + 8; i += i < 100 || i > n - 20 ? 1 : 997) /* too short, or too long */
            if (i != n) ck_fails(skpi_ensemble_result_read(plan, i, bad, &b), SKPI_ECORRUPT, "buffer");
        seal(bad, n);
        ck_assert_int_eq(memcmp(bad, bytes, n), 0); /* the checksum is the library's */
        ck_assert_ptr_null(b);
        int read = 0;
        const size_t step = 800 / (size_t)unit_few(100); /* wrong content with a right checksum must never crash */
        for (size_t i = 0; i < n; i += i < 2048 || i + 2048 > n ? step : 1240)
            for (int v = 0; v < 4; v++) {
                memcpy(bad, bytes, n);
                if (v == 0) memset(bad + i, 255, 8);
                if (v == 1) bad[i]++;
                if (v == 2) bad[i + 7] ^= 64;
                if (v == 3) bad[i + 2] ^= 64;
                seal(bad, n);
                skpi_ensemble_result *c = NULL;
                const skpi_status s = skpi_ensemble_result_read(plan, n, bad, &c);
                ck_assert(s == SKPI_OK || s == SKPI_ECORRUPT);
                if (i < 40) ck_assert_int_eq(s, SKPI_ECORRUPT); /* the header */
                if (s == SKPI_OK) {
                    double q[PLACES * YEARS * PROBS];
                    ck_assert_int_eq(skpi_ensemble_result_quantile(c, 0, 0, PROBS, plan_prob, q), SKPI_OK);
                    read++;
                }
                skpi_ensemble_result_free(c);
            }
        if (step == 8) ck_assert_int_gt(read, 0);
        size_t small = 0;
        ck_assert_int_eq(skpi_ensemble_result_size(a, &small), SKPI_OK);
        ck_fails(skpi_ensemble_result_write(a, n - 1, bad), SKPI_EBUFFER, "size");
        ck_fails(skpi_ensemble_result_read(plan, SIZE_MAX, bad, &b), SKPI_ENOMEM, "size");
        free(bad);
        free(bytes);
        skpi_ensemble_result_free(a);
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

/* A model without a closed form of its range: the ends of its bins are those of the first block. */
static void free_start(const void *parameters, const skpi__model_block *b)
{
    (void)parameters;
    for (size_t i = 0; i < SKPI__BLOCK; i++) b->column[0][i] = .5;
}
static void free_step(const void *parameters, const skpi__model_block *b)
{
    (void)parameters;
    b->random->words(&b->stream, b->number, b->word);
    b->random->walk(b->word, .1, .2, b->column[0]);
}
static void free_range(const void *parameters, size_t place, size_t variable, size_t n_years, skpi__model_range *range)
{
    (void)parameters, (void)place, (void)variable;
    for (size_t k = 0; k < n_years; k++)
        range[k] = (skpi__model_range){.spread = (double)NAN, .bound = (double)INFINITY, .scale = 0x1p30};
}

static void add_pulled(skpi_ensemble_plan *plan)
{
    static const int32_t size_class[PLACES] = {SKPI_URBAN_SIZE_LARGE, SKPI_URBAN_SIZE_SMALL, SKPI_URBAN_SIZE_LARGE};
    const skpi_urban_ensemble_add_in u = {
        .size = sizeof u, .share = plan_share, .drift = plan_drift, .sigma = plan_sigma, .size_class = size_class};
    int32_t model;
    ck_assert_int_eq(skpi_urban_ensemble_add(plan, &u, &model), SKPI_OK);
}
static void add_free(skpi_ensemble_plan *plan)
{
    static const skpi__form value = SKPI__FORM_VALUE;
    const skpi__model model = {.fingerprint = 1,
                               .n_variables = 1,
                               .n_columns = 1,
                               .form = &value,
                               .free = free,
                               .start = free_start,
                               .step = free_step,
                               .range = free_range};
    int32_t index;
    ck_assert_int_eq(skpi__model_add(skpi__here("skpi_ensemble_draw"), plan, &model, &index), SKPI_OK);
}

static uint64_t word_at(const unsigned char *b, size_t i)
{
    uint64_t word = 0;
    for (unsigned j = 0; j < 8; j++) word |= (uint64_t)b[8 * i + j] << 8 * j;
    return word;
}
static void set_word(unsigned char *b, size_t i, uint64_t word)
{
    for (unsigned j = 0; j < 8; j++) b[8 * i + j] = (unsigned char)(word >> 8 * j & 255);
}

enum { DRAWS = 1100, EVENTS = 5 + YEARS + 1 }; /* with the years of a milestone */

/* A word of a result's bytes is replaced, and the checksum made to fit.  The bytes are refused, or a run that adds the
 * missing draws and all answers are safe; the latter is for the sanitizers.  Returns whether they were refused. */
static int refused(const skpi_ensemble_plan *plan, const unsigned char *bytes, size_t n, size_t i, uint64_t word,
                   unsigned char *bad)
{
    skpi_ensemble_result *a = NULL;
    double out[PLACES * YEARS * PROBS];
    memcpy(bad, bytes, n);
    set_word(bad, i, word);
    seal(bad, n);
    if (skpi_ensemble_result_read(plan, n, bad, &a)) return 1;
    ck_assert_int_eq(skpi_ensemble_result_run(a, plan, NULL), SKPI_OK);
    for (int32_t m = 0; m < 4; m++) {
        if (skpi_ensemble_result_mean(a, m, 0, out)) continue;
        for (int c = 0; c < PLACES * YEARS; c++) ck_assert(isfinite(out[c]));
        if (skpi_ensemble_result_quantile(a, m, 0, PROBS, plan_prob, out)) continue;
        for (int c = 0; c < PLACES * YEARS * PROBS; c++) ck_assert(isfinite(out[c]));
    }
    skpi_ensemble_result_free(a);
    return 0;
}

/* Every word of a record before its bins becomes each of these, in both modes, with and without quantiles, for models
 * with a closed form of their range and without.  Its place may be another one of the plan. */
START_TEST(buffers_by_somebody_else)
{
    static const uint64_t word[] = {0,
                                    1,
                                    UINT64_MAX,
                                    UINT64_C(1) << 63,
                                    UINT64_C(1) << 62,
                                    UINT64_C(0x7ff800000000ffff), /* not a number, and its last bits a bin */
                                    UINT64_C(0x7ff0000000000000), /* infinite */
                                    UINT64_C(0xfff0000000000000),
                                    UINT64_C(0x7fefffffffffffff),  /* the largest double */
                                    UINT64_C(0xc08f400000000000)}; /* -1000 */
    enum { WORDS = sizeof word / sizeof *word, HEAD = 5, FRAME = 4 };
    for (int m = 0; m < 2; m++)
        for (uint32_t flags = 0; flags <= SKPI_ENSEMBLE_FLAG_NO_QUANTILES; flags++) {
            skpi_ensemble_plan *plan = plan_of(modes[m], DRAWS, 1, flags);
            add_pulled(plan);
            add_free(plan);
            int32_t milestone;
            ck_assert_int_eq(skpi_ensemble_plan_milestone(plan, 0, 0, SKPI_ENSEMBLE_EVENT_PEAKED, NULL, &milestone),
                             SKPI_OK);
            const size_t cells = 4 * YEARS;
            const skpi_ensemble_result_run_options part = {
                .size = sizeof part, .n_places = 1, .n_draws = modes[m] == SKPI_ENSEMBLE_MODE_STREAM ? 512 : 0};
            skpi_ensemble_result *a = plan_run(plan, &part);
            size_t n;
            unsigned char *bytes = plan_bytes(a, &n), *bad = malloc(n);
            ck_assert_ptr_nonnull(bad);
            const int stream = modes[m] == SKPI_ENSEMBLE_MODE_STREAM;
            const size_t first = HEAD + FRAME + EVENTS; /* of the sums or the means */
            const size_t units = first + 2 * cells, end = n / 8 - 1;
            size_t fields = first + cells * (!stream ? flags ? 1 : 1 + PROBS : flags ? 3 : 5);
            ck_assert_uint_le(fields, end);
            if (flags || !stream) ck_assert_uint_eq(fields, end);
            if (!flags && stream) fields += 8; /* the first bins */
            for (size_t i = 0; i < fields; i += (size_t)(200 / unit_few(200)))
                for (int v = 0; v < WORDS; v++) {
                    if (word[v] == word_at(bytes, i)) continue;
                    const int wrong = refused(plan, bytes, n, i, word[v], bad);
                    const int infinite = (word[v] << 1) >= UINT64_C(0xffe0000000000000);
                    const int divides = stream && i >= units && i < first + cells * (flags ? 3 : 5);
                    const int closed = i < units + cells || (i - units) % cells < 3 * YEARS; /* or a unit */
                    const int value = !stream && i >= first;
                    const int counts = i >= first - (YEARS + 1) && i < first; /* must add up to the draws */
                    if (counts || (i < HEAD + FRAME && i != HEAD) || (divides && closed) ||
                        (infinite && (divides || value)))
                        ck_assert_msg(wrong, "mode %d, flags %u, word %zu is %llx", (int)modes[m], flags, i,
                                      (unsigned long long)word[v]);
                }
            if (stream && !flags) { /* a bound that is off by one bit */
                const size_t low = units + cells + 2 * YEARS, high = low + cells;
                ck_assert(refused(plan, bytes, n, low, word_at(bytes, low) + 1, bad));
                ck_assert(refused(plan, bytes, n, high, word_at(bytes, high) - 1, bad));
            }
            free(bad);
            free(bytes);
            skpi_ensemble_result_free(a);
            skpi_ensemble_plan_free(plan);
        }
}
END_TEST

UNIT_MAIN("ensemble_bytes", UNIT_CASE("bytes", damaged_buffers, buffers_by_somebody_else))
