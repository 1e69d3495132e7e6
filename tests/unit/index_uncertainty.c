/* Uncertainty of an index: the same bits for any number of threads, cancelling, replays, noise; published tables are
 * compared in tests/conformance/index_sensitivity.py. */
#include "unit/index_tree.h"
#include "unit/no_threads.h"

#define FROZEN UINT64_C(0x262fde81f9d33601)
enum { UNITS = 30, DRAWS = 200, FACTORS = 4, RUNS = DRAWS * (2 + FACTORS), SETS = 3 };

typedef struct analysis {
    int32_t nominal[UNITS];
    double mean[UNITS], median[UNITS], quantile[2 * UNITS], top[UNITS], above[UNITS * UNITS], frequency[UNITS * UNITS],
        score[RUNS * UNITS], shift[RUNS];
    double first[FACTORS], total[FACTORS], first_low[FACTORS], first_high[FACTORS], total_low[FACTORS],
        total_high[FACTORS], unit_first[UNITS * FACTORS], unit_total[UNITS * FACTORS];
} analysis;

static skpi_index_tree_uncertainty_out outputs(analysis *a)
{
    return (skpi_index_tree_uncertainty_out){.size = sizeof(skpi_index_tree_uncertainty_out),
                                             .nominal = a->nominal,
                                             .mean = a->mean,
                                             .median = a->median,
                                             .quantile = a->quantile,
                                             .top = a->top,
                                             .above = a->above,
                                             .frequency = a->frequency,
                                             .score = a->score,
                                             .shift = a->shift,
                                             .first = a->first,
                                             .total = a->total,
                                             .first_low = a->first_low,
                                             .first_high = a->first_high,
                                             .total_low = a->total_low,
                                             .total_high = a->total_high,
                                             .unit_first = a->unit_first,
                                             .unit_total = a->unit_total};
}

static const int32_t all_factors[] = {SKPI_INDEX_FACTOR_TREATMENT, SKPI_INDEX_FACTOR_NORMALISATION,
                                      SKPI_INDEX_FACTOR_WEIGHTS, SKPI_INDEX_FACTOR_AGGREGATION};
static const int32_t limits[] = {0, 1, 5},
                     normalisations[] = {SKPI_INDEX_NORMALISE_MINMAX, SKPI_INDEX_NORMALISE_ZSCORE};
static const int32_t two_means[] = {SKPI_INDEX_AGGREGATE_ARITHMETIC, SKPI_INDEX_AGGREGATE_GEOMETRIC};
static const double range_low[] = {1, 10}, range_high[] = {100, 2}, some_noise[NODES] = {.25, .25, .25, .25, .5, .5, 0};
static const double sets[SETS * NODES] = {1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 3, 1, 1, 1, 4, 1, 1, .5, 1};

static skpi_index_tree_uncertainty_in listed(void)
{
    return (skpi_index_tree_uncertainty_in){.size = sizeof(skpi_index_tree_uncertainty_in),
                                            .n_factors = FACTORS,
                                            .factor = all_factors,
                                            .n_treatments = 3,
                                            .treatment = limits,
                                            .n_normalisations = 2,
                                            .normalisation = normalisations,
                                            .range_low = range_low,
                                            .range_high = range_high,
                                            .n_weight_sets = SETS,
                                            .weight_set = sets,
                                            .n_aggregations = 2,
                                            .aggregation = two_means};
}
static skpi_index_tree_uncertainty_in noisy(void)
{
    skpi_index_tree_uncertainty_in in = listed();
    in.n_weight_sets = 0;
    in.weight_set = NULL;
    in.weight_noise = some_noise;
    return in;
}

/* Values in whole steps, so that they are the same on every machine; two are far from all others, so that they are
 * treated. */
static double value[UNITS * INDICATORS];
static skpi_index_data table_of_steps(void)
{
    uint32_t state = 2463534242u;
    for (size_t i = 0; i < UNITS * INDICATORS; i++) {
        state ^= state << 13, state ^= state >> 17, state ^= state << 5;
        const uint32_t step = state % 64;
        value[i] = step * step / 8.;
    }
    value[0] = 50000;
    value[3 * INDICATORS + 1] = 90000;
    return small_data(UNITS, value);
}

static const double prob[] = {.05, .95};
static const skpi_index_options scoring = {.size = sizeof scoring, .treat = SKPI_INDEX_TREAT_WINSORISE_LOG};
static skpi_index_tree_uncertainty_options drawing(int32_t mode)
{
    return (skpi_index_tree_uncertainty_options){.size = sizeof(skpi_index_tree_uncertainty_options),
                                                 .seed = 7,
                                                 .n_draws = DRAWS,
                                                 .n_runs = mode == SKPI_INDEX_MODE_SALTELLI  ? RUNS
                                                           : mode == SKPI_INDEX_MODE_SAMPLED ? DRAWS
                                                                                             : 3 * 2 * SETS * 2,
                                                 .n_resamples = 50,
                                                 .n_prob = 2,
                                                 .mode = mode,
                                                 .top = 5,
                                                 .prob = prob};
}

/* FNV-1a over all outputs. */
static uint64_t print_of(const analysis *a)
{
    const unsigned char *bytes = (const unsigned char *)a;
    uint64_t h = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < sizeof *a; i++) h = (h ^ bytes[i]) * UINT64_C(0x100000001b3);
    return h;
}

static analysis first_of_all, other;

START_TEST(the_same_bits_for_any_number_of_threads)
{
    skpi_index_tree *tree = small_tree(NULL);
    const skpi_index_data data = table_of_steps();
    const int32_t modes[] = {SKPI_INDEX_MODE_SALTELLI, SKPI_INDEX_MODE_SAMPLED};
    uint64_t print = 0;
    for (size_t m = 0; m < 2; m++)
        for (size_t noise = 0; noise < 2; noise++) {
            const skpi_index_tree_uncertainty_in in = noise ? noisy() : listed();
            for (int32_t threads = 0; threads <= 4; threads++) {
                analysis *a = threads ? &other : &first_of_all;
                skpi_index_tree_uncertainty_out out = outputs(a);
                skpi_index_tree_uncertainty_options draw = drawing(modes[m]);
                draw.threads = threads;
                memset(a, 0, sizeof *a);
                ck_assert_int_eq(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_OK);
                ck_assert_mem_eq(a, &first_of_all, sizeof *a);
            }
            if (m == 0 && noise) print = print_of(&first_of_all);
        }
    /* frozen: any compiler, machine and kernel gives these bits */
    ck_assert_msg(print == FROZEN, "the outputs have the fingerprint %#llx", (unsigned long long)print);
    skpi_index_tree_free(tree);
}
END_TEST

static int32_t stop_at(uint64_t done, uint64_t total, void *user)
{
    (void)total;
    return done >= *(uint64_t *)user;
}

START_TEST(canceled_at_every_call)
{
    skpi_index_tree *tree = small_tree(NULL);
    const skpi_index_data data = table_of_steps();
    const skpi_index_tree_uncertainty_in in = listed();
    skpi_index_tree_uncertainty_options draw = drawing(SKPI_INDEX_MODE_SALTELLI);
    skpi_index_tree_uncertainty_out out = outputs(&other);
    uint64_t at = 0;
    draw.progress = stop_at;
    draw.user = &at;
    memset(&other, 0x5a, sizeof other);
    const double untouched = other.mean[0];
    for (int32_t threads = 1; threads <= 2; threads++)
        for (at = 0; at <= (DRAWS + 31) / 32; at++) {
            draw.threads = threads;
            ck_fails(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_ECANCELED,
                     "draw->progress");
            ck_assert_double_eq(other.mean[0], untouched);
        }
    at = UINT64_MAX; /* the tree is as it was */
    ck_assert_int_eq(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_OK);
    skpi_index_tree_free(tree);
}
END_TEST

/* Every combination is what skpi_index_tree_compute gives under its alternatives, bit by bit. */
START_TEST(combinations_are_computed_alike)
{
    const skpi_index_data data = table_of_steps();
    const skpi_index_tree_uncertainty_in in = listed();
    skpi_index_tree *tree = small_tree(NULL);
    const skpi_index_tree_uncertainty_options draw = drawing(SKPI_INDEX_MODE_EXACT);
    skpi_index_tree_uncertainty_out out = outputs(&other);
    double score[UNITS * NODES], mean[UNITS] = {0};
    int32_t rank[UNITS * NODES];
    ck_assert_int_eq(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_OK);
    skpi_index_tree_free(tree);
    size_t run = 0;
    for (size_t w = 0; w < 3; w++)
        for (size_t q = 0; q < 2; q++)
            for (size_t s = 0; s < SETS; s++)
                for (size_t a = 0; a < 2; a++, run++) {
                    skpi_index_options o = scoring;
                    skpi_index_tree_compute_out computed = {.size = sizeof computed, .score = score, .rank = rank};
                    o.treat = limits[w] ? scoring.treat : 0;
                    o.winsorise_cells = limits[w];
                    o.normalise = normalisations[q];
                    if (q) o.score_mean = range_low[q], o.score_sd = range_high[q];
                    if (!q) o.score_low = range_low[q], o.score_high = range_high[q];
                    o.aggregate = two_means[a];
                    tree = small_tree(sets + s * NODES);
                    ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &computed), SKPI_OK);
                    skpi_index_tree_free(tree);
                    for (size_t i = 0; i < UNITS; i++) {
                        ck_assert_double_eq(other.score[run * UNITS + i], score[i * NODES + ROOT]);
                        mean[i] += rank[i * NODES + ROOT];
                    }
                }
    for (size_t i = 0; i < UNITS; i++) {
        double sum = 0;
        ck_near(other.mean[i], mean[i] / (double)run, 1e-12);
        for (size_t r = 0; r < UNITS; r++) sum += other.frequency[i * UNITS + r];
        ck_near(sum, 1, 1e-12);
        for (size_t j = 0; j < UNITS; j++) ck_near(other.above[i * UNITS + j] + other.above[j * UNITS + i], 1, 1e-12);
        ck_assert(other.quantile[2 * i] <= other.median[i] && other.median[i] <= other.quantile[2 * i + 1]);
    }
}
END_TEST

/* Runs that differ in their weights alone are made several at a time: each is what skpi_index_tree_compute gives. */
START_TEST(weightings_are_computed_alike)
{
    enum { MANY = 37 };
    static double many[MANY * NODES], found[MANY * UNITS], score[UNITS * NODES];
    const int32_t weights[] = {SKPI_INDEX_FACTOR_WEIGHTS};
    const int32_t methods[] = {SKPI_INDEX_AGGREGATE_ARITHMETIC, SKPI_INDEX_AGGREGATE_GEOMETRIC,
                               SKPI_INDEX_AGGREGATE_HARMONIC, SKPI_INDEX_AGGREGATE_SUM, SKPI_INDEX_AGGREGATE_COPELAND};
    skpi_index_data data = table_of_steps();
    for (size_t i = 0; i < (size_t)MANY * NODES; i++) many[i] = 1 + (double)(i * 7 % 11) / 8;
    many[18 * NODES] = many[19 * NODES + 4] = 0; /* an indicator, a node */
    for (size_t k = 0; k < 2 * sizeof methods / sizeof *methods; k++) {
        skpi_index_tree *tree = small_tree(NULL);
        const skpi_index_options o = {.size = sizeof o,
                                      .score_low = 1,
                                      .score_high = 100,
                                      .aggregate = methods[k / 2],
                                      .floor = k == 3 ? 7 : 0,
                                      .round = k == 1 ? .5 : 0};
        const skpi_index_tree_uncertainty_in in = {
            .size = sizeof in, .n_factors = 1, .factor = weights, .n_weight_sets = MANY, .weight_set = many};
        const skpi_index_tree_uncertainty_options draw = {
            .size = sizeof draw, .mode = SKPI_INDEX_MODE_EXACT, .n_runs = MANY};
        skpi_index_tree_uncertainty_out out = {.size = sizeof out, .score = found};
        if (k == 7) value[5 * INDICATORS + 1] = NAN;
        ck_assert_int_ge(skpi_index_tree_uncertainty(tree, &data, &in, &o, &draw, &out), SKPI_OK);
        skpi_index_tree_free(tree);
        for (size_t r = 0; r < MANY; r++) {
            skpi_index_tree_compute_out computed = {.size = sizeof computed, .score = score};
            tree = small_tree(many + r * NODES);
            ck_assert_int_ge(skpi_index_tree_compute(tree, &data, &o, &computed), SKPI_OK);
            skpi_index_tree_free(tree);
            for (size_t i = 0; i < UNITS; i++)
                ck_assert_mem_eq(&found[r * UNITS + i], &score[i * NODES + ROOT], sizeof(double));
        }
    }
}
END_TEST

/* Choices from outside that are the library's own combinations give the same shifts; those of noise name draws. */
START_TEST(choices_from_outside)
{
    const skpi_index_data data = table_of_steps();
    skpi_index_tree *tree = small_tree(NULL);
    skpi_index_tree_uncertainty_in in = noisy();
    const int32_t weights[] = {SKPI_INDEX_FACTOR_WEIGHTS};
    skpi_index_tree_uncertainty_options draw = drawing(SKPI_INDEX_MODE_SAMPLED);
    skpi_index_tree_uncertainty_out out = outputs(&first_of_all);
    int32_t choice[DRAWS];
    in.n_factors = 1;
    in.factor = weights;
    ck_assert_int_eq(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_OK);
    for (int32_t r = 0; r < DRAWS; r++) choice[r] = DRAWS - 1 - r;
    draw.choice = choice;
    out = outputs(&other);
    ck_assert_int_eq(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_OK);
    for (size_t r = 0; r < DRAWS; r++)
        ck_assert_mem_eq(other.score + r * UNITS, first_of_all.score + (DRAWS - 1 - r) * UNITS, UNITS * sizeof(double));
    ck_assert_mem_eq(other.frequency, first_of_all.frequency, sizeof other.frequency);
    ck_assert(isnan(other.first[0]) && isnan(other.total[0]));
    skpi_index_tree_free(tree);
}
END_TEST

/* Choices from outside of several factors: combination r of all is made of the digits of r. */
START_TEST(combinations_from_outside)
{
    enum { ALL = 3 * 2 * SETS * 2 };
    const skpi_index_data data = table_of_steps();
    skpi_index_tree *tree = small_tree(NULL);
    const skpi_index_tree_uncertainty_in in = listed();
    skpi_index_tree_uncertainty_options draw = drawing(SKPI_INDEX_MODE_EXACT);
    skpi_index_tree_uncertainty_out out = outputs(&first_of_all);
    int32_t choice[DRAWS * FACTORS] = {0};
    draw.n_draws = 0;
    ck_assert_int_eq(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_OK);
    for (int32_t r = 0; r < ALL; r++) {
        const int32_t digit[FACTORS] = {r / (4 * SETS), r / (2 * SETS) % 2, r / 2 % SETS, r % 2};
        memcpy(choice + (ALL - 1 - r) * FACTORS, digit, sizeof digit);
    }
    draw = drawing(SKPI_INDEX_MODE_SAMPLED);
    draw.choice = choice;
    out = outputs(&other);
    ck_assert_int_eq(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_OK);
    for (size_t r = 0; r < ALL; r++)
        ck_assert_mem_eq(other.score + r * UNITS, first_of_all.score + (ALL - 1 - r) * UNITS, UNITS * sizeof(double));
    skpi_index_tree_free(tree);
}
END_TEST

/* A factor of one alternative, or whose alternatives are the same, moves nothing; without noise nothing moves at all. */
START_TEST(factors_that_move_nothing)
{
    const skpi_index_data data = table_of_steps();
    skpi_index_tree *tree = small_tree(NULL);
    skpi_index_tree_uncertainty_in in = noisy();
    const double silent[NODES] = {0};
    const int32_t weights[] = {SKPI_INDEX_FACTOR_WEIGHTS};
    skpi_index_tree_uncertainty_options draw = drawing(SKPI_INDEX_MODE_SALTELLI);
    skpi_index_tree_uncertainty_out out = outputs(&other);
    in.n_factors = 1;
    in.factor = weights;
    in.weight_noise = silent;
    draw.n_runs = 0;
    ck_assert_int_eq(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_OK);
    ck_assert(isnan(other.first[0]) && isnan(other.total_high[0]) && isnan(other.unit_first[0]));
    for (size_t i = 0; i < UNITS; i++) {
        ck_assert_double_eq(other.mean[i], other.nominal[i]);
        ck_assert_double_eq(other.median[i], other.nominal[i]);
        ck_assert_double_eq(other.top[i], other.nominal[i] <= 5);
    }
    const int32_t two[] = {SKPI_INDEX_FACTOR_AGGREGATION, SKPI_INDEX_FACTOR_WEIGHTS};
    const double same[2 * NODES] = {1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2};
    const skpi_index_options positive = {.size = sizeof positive, .score_low = 1, .score_high = 100};
    in = listed();
    in.n_factors = 2;
    in.factor = two;
    in.n_weight_sets = 2;
    in.weight_set = same;
    draw.mode = SKPI_INDEX_MODE_EXACT;
    ck_assert_int_eq(skpi_index_tree_uncertainty(tree, &data, &in, &positive, &draw, &out), SKPI_OK);
    ck_near(other.first[0], 1, 1e-15);
    ck_near(other.total[0], 1, 1e-15);
    ck_near(other.first[1], 0, 1e-15);
    ck_near(other.total[1], 0, 1e-15);
    skpi_index_tree_free(tree);
}
END_TEST

/* A unit without a score has no rank and none of the numbers, and the others are ranked without it. */
START_TEST(units_that_are_missing)
{
    skpi_index_data data = table_of_steps();
    skpi_index_tree *tree = small_tree(NULL);
    const skpi_index_tree_uncertainty_in in = listed();
    skpi_index_options o = scoring;
    o.min_present = 1;
    value[3 * INDICATORS] = NAN;
    skpi_index_tree_uncertainty_options draw = drawing(SKPI_INDEX_MODE_SALTELLI);
    skpi_index_tree_uncertainty_out out = outputs(&other);
    ck_assert_int_eq(skpi_index_tree_uncertainty(tree, &data, &in, &o, &draw, &out), SKPI_WMISSING);
    ck_assert(other.nominal[3] == SKPI_NONE && isnan(other.mean[3]) && isnan(other.top[3]));
    ck_assert(isnan(other.above[3]) && isnan(other.above[3 * UNITS]) && isnan(other.frequency[3 * UNITS]));
    ck_assert(isnan(other.unit_first[3 * FACTORS]) && isnan(other.score[3]));
    double sum = 0;
    for (size_t i = 0; i < UNITS; i++) sum += i == 3 ? 0 : other.mean[i];
    ck_near(sum / (UNITS - 1), UNITS / 2., 1e-2); /* ranks 1 to 29, but for ties */
    ck_assert(other.first[0] == other.first[0] && other.shift[RUNS - 1] >= 0);
    skpi_index_tree_free(tree);
}
END_TEST

/* A run that ranks none of the nominal units has no shift.  There are then no indices of the shift, and no intervals,
 * although some resamples leave the run out. */
START_TEST(runs_without_ranks)
{
    enum { FEW = 4 };
    const skpi_index_data data = table_of_steps();
    const double left_alone[NODES] = {1, 1, 1, 1, 1, 0, 1};
    const double three[3 * NODES] = {1, 1, 1, 1, 1, 0, 1, 9, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1};
    const int32_t weights[] = {SKPI_INDEX_FACTOR_WEIGHTS}, choice[3 * FEW] = {0, 1, 2, 1, 1, 0, 1, 0, 1, 0, 0, 1};
    for (size_t i = 0; i < UNITS; i++)
        for (size_t j = 0; j < INDICATORS; j++)
            if (i % 2 == j / 2) value[i * INDICATORS + j] = NAN;
    skpi_index_tree *tree = small_tree(left_alone);
    skpi_index_tree_uncertainty_in in = listed();
    in.n_factors = 1;
    in.factor = weights;
    in.weight_set = three;
    skpi_index_tree_uncertainty_options draw = drawing(SKPI_INDEX_MODE_SALTELLI);
    draw.n_draws = FEW;
    draw.n_runs = 3 * FEW;
    draw.choice = choice;
    skpi_index_tree_uncertainty_out out = outputs(&other);
    ck_assert_int_eq(skpi_index_tree_uncertainty(tree, &data, &in, NULL, &draw, &out), SKPI_WMISSING);
    ck_assert(other.shift[0] >= 0 && other.shift[1] > 0 && isnan(other.shift[2]));
    ck_assert(isnan(other.first[0]) && isnan(other.total[0]));
    ck_assert(isnan(other.first_low[0]) && isnan(other.first_high[0]));
    ck_assert(isnan(other.total_low[0]) && isnan(other.total_high[0]));
    skpi_index_tree_free(tree);
}
END_TEST

START_TEST(draws_that_are_refused)
{
    const skpi_index_data data = table_of_steps();
    skpi_index_tree *tree = small_tree(NULL);
    skpi_index_tree_uncertainty_in in = listed();
    skpi_index_tree_uncertainty_options draw = drawing(SKPI_INDEX_MODE_SALTELLI);
    skpi_index_tree_uncertainty_out out = outputs(&other);
    draw.n_runs = RUNS - 1;
    ck_fails(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_EINVAL, "draw->n_runs");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "1200")); /* the right number */
    draw.n_runs = 0;
    draw.top = UNITS + 1;
    ck_fails(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_ERANGE, "draw->top");
    draw.top = 0;
    in.weight_noise = some_noise;
    ck_fails(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_EINVAL,
             "alternatives->weight_noise");
    in = noisy();
    const double loud[NODES] = {.25, 1}, percent[NODES] = {25};
    in.weight_noise = loud;
    ck_fails_at(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_ERANGE,
                "alternatives->weight_noise", 1);
    in.weight_noise = percent;
    ck_fails_at(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_ERANGE,
                "alternatives->weight_noise", 0);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "percent?"));
    in.weight_noise = some_noise;
    draw.mode = SKPI_INDEX_MODE_EXACT;
    ck_fails(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_EINVAL,
             "alternatives->weight_noise");
    const double error[UNITS * INDICATORS] = {0};
    const int32_t errors[] = {SKPI_INDEX_FACTOR_ERRORS};
    in = listed();
    in.n_factors = 1;
    in.factor = errors;
    ck_fails_at(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_EINVAL,
                "alternatives->factor", 0);
    in.error = error;
    ck_fails(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_EINVAL, "alternatives->error");
    static double empty[SETS * NODES];
    memcpy(empty, sets, sizeof empty);
    empty[NODES + 2] = empty[NODES + 3] = 0;
    in = listed();
    in.weight_set = empty;
    ck_fails_at(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_EINCONSISTENT,
                "alternatives->weight_set", 1);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "\"right\""));
    for (int large = 0; large < 2; large++) {
        empty[NODES + 2] = large ? 1.1e100 : 9e-101, empty[NODES + 3] = 1;
        ck_fails_at(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_ERANGE,
                    "alternatives->weight_set", 1);
        ck_assert_ptr_nonnull(strstr(skpi_last_error(), "(\"c\")"));
    }
    in = listed();
    const double equal[] = {1, 10}, flat[] = {1, 0};
    in.range_high = equal;
    ck_fails_at(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_EINCONSISTENT,
                "alternatives->range_low", 0);
    const double below[] = {0, 10};
    in.range_low = below;
    in.range_high = flat;
    ck_fails_at(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_EDOM,
                "alternatives->range_high", 1);
    skpi_index_tree_free(tree);
}
END_TEST

#ifdef __GLIBC__
START_TEST(threads_that_do_not_start)
{
    const skpi_index_data data = table_of_steps();
    skpi_index_tree *tree = small_tree(NULL);
    const skpi_index_tree_uncertainty_in in = listed();
    skpi_index_tree_uncertainty_options draw = drawing(SKPI_INDEX_MODE_SALTELLI);
    skpi_index_tree_uncertainty_out out = outputs(&other);
    draw.threads = 2;
    no_threads_begin();
    ck_fails(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_ETHREAD, "draw->threads");
    no_threads_end();
    ck_assert_int_eq(skpi_index_tree_uncertainty(tree, &data, &in, &scoring, &draw, &out), SKPI_OK);
    skpi_index_tree_free(tree);
}
END_TEST
#define THREADS_REFUSED , threads_that_do_not_start
#else
#define THREADS_REFUSED
#endif

/* Scores that are 0 or below: raised to the floor, or deducted. */
START_TEST(runs_that_warn)
{
    skpi_index_data data = table_of_steps();
    skpi_index_tree_new_in nodes = small_nodes();
    const int32_t direction[NODES] = {1, 1, 1, 1, 1, -1, 1}, sum[] = {SKPI_INDEX_AGGREGATE_SUM};
    skpi_index_tree *tree = small_tree(NULL);
    skpi_index_tree_uncertainty_in in = listed();
    skpi_index_options o = scoring;
    const skpi_index_tree_uncertainty_options draw = drawing(SKPI_INDEX_MODE_SAMPLED);
    skpi_index_tree_uncertainty_out out = outputs(&other);
    o.floor = 5;
    ck_assert_int_eq(skpi_index_tree_uncertainty(tree, &data, &in, &o, &draw, &out), SKPI_WADJUSTED);
    skpi_index_tree_free(tree);
    nodes.direction = direction;
    o = scoring;
    o.aggregate = SKPI_INDEX_AGGREGATE_SUM;
    in.n_aggregations = 1;
    in.aggregation = sum;
    ck_assert_int_eq(skpi_index_tree_new(&nodes, &tree), SKPI_OK);
    ck_assert_int_eq(skpi_index_tree_uncertainty(tree, &data, &in, &o, &draw, &out), SKPI_WNEGATIVE);
    double score[UNITS * NODES];
    skpi_index_tree_compute_out computed = {.size = sizeof computed, .score = score};
    ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &computed), SKPI_WNEGATIVE);
    skpi_index_tree_free(tree);
    tree = small_tree(NULL);
    o = (skpi_index_options){.size = sizeof o, .aggregate = SKPI_INDEX_AGGREGATE_GEOMETRIC, .floor = 1};
    ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &computed), SKPI_WADJUSTED);
    /* the first unit alone is below the floor, or at it */
    o.normalise = SKPI_INDEX_NORMALISE_AS_IS;
    for (size_t i = 0; i < UNITS * INDICATORS; i++) value[i] = i < INDICATORS ? .5 : 2 + (double)i;
    ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &computed), SKPI_WADJUSTED);
    o.floor = .5;
    ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &computed), SKPI_OK);
    value[0] = NAN;
    ck_assert_int_eq(skpi_index_tree_compute(tree, &data, NULL, &computed), SKPI_WMISSING);
    skpi_index_tree_free(tree);
}
END_TEST

/* Scores that cancel are 0 in every run, also where the sums of several runs are made together. */
START_TEST(scores_that_cancel_in_runs)
{
    const skpi_index_data data = small_data(5, value);
    const int32_t weights[] = {SKPI_INDEX_FACTOR_WEIGHTS};
    const double same[2 * NODES] = {1, 1, 1, 1, 1, 1, 1, .1, .1, .7, .7, .3, .3, 1};
    const skpi_index_tree_uncertainty_in in = {
        .size = sizeof in, .n_factors = 1, .factor = weights, .n_weight_sets = 2, .weight_set = same};
    const skpi_index_tree_uncertainty_options draw = {.size = sizeof draw, .n_runs = 2, .mode = SKPI_INDEX_MODE_EXACT};
    const skpi_index_options o = {.size = sizeof o, .normalise = SKPI_INDEX_NORMALISE_ZSCORE};
    skpi_index_tree_uncertainty_out out = outputs(&other);
    skpi_index_tree *tree = small_tree(NULL);
    for (size_t i = 0; i < 5; i++)
        for (size_t j = 0; j < INDICATORS; j++)
            value[i * INDICATORS + j] = (j % 2 ? 5. - (double)i : 1. + (double)i) / 10;
    out.quantile = NULL;
    ck_assert_int_eq(skpi_index_tree_uncertainty(tree, &data, &in, &o, &draw, &out), SKPI_OK);
    for (size_t r = 0; r < 2 * 5; r++) ck_assert_double_eq(other.score[r], 0);
    for (size_t i = 0; i < 5; i++) ck_assert(other.mean[i] == 1 && other.nominal[i] == 1);
    skpi_index_tree_free(tree);
}
END_TEST

/* The normalisation of each run says whether a column that keeps outliers is put into logarithms; also in runs of which
 * every one has data of its own. */
START_TEST(outliers_that_runs_keep)
{
    const skpi_index_data data = table_of_steps();
    const double low[NODES] = {0}, high[NODES] = {1e9, 1e5, 1e5, 1e5, 1, 1, 1}, silent[UNITS * INDICATORS] = {0};
    const int32_t ways[] = {SKPI_INDEX_NORMALISE_MINMAX, SKPI_INDEX_NORMALISE_LINEAR};
    const int32_t normal[] = {SKPI_INDEX_FACTOR_NORMALISATION}, errors[] = {SKPI_INDEX_FACTOR_ERRORS};
    skpi_index_tree_new_in nodes = small_nodes();
    skpi_index_options o = {.size = sizeof o, .treat = SKPI_INDEX_TREAT_WINSORISE_LOG, .winsorise_cells = 1};
    skpi_index_tree_uncertainty_in in = {.size = sizeof in,
                                         .n_factors = 1,
                                         .factor = normal,
                                         .n_normalisations = 2,
                                         .normalisation = ways,
                                         .error = silent};
    skpi_index_tree_uncertainty_options draw = {.size = sizeof draw, .n_runs = 2, .mode = SKPI_INDEX_MODE_EXACT};
    skpi_index_tree_uncertainty_out out = outputs(&other);
    double score[UNITS * NODES];
    skpi_index_tree_compute_out computed = {.size = sizeof computed, .score = score};
    skpi_index_tree *tree;
    for (size_t i = 0; i < UNITS; i++) value[i * INDICATORS] = ldexp(1, (int)i);
    nodes.post_low = low, nodes.post_high = high;
    ck_assert_int_eq(skpi_index_tree_new(&nodes, &tree), SKPI_OK);
    out.quantile = NULL;
    ck_assert_int_eq(skpi_index_tree_uncertainty(tree, &data, &in, &o, &draw, &out), SKPI_WUNUSUAL);
    ck_assert_msg(strstr(skpi_last_error(), "data->value[*][0] of \"a\" has outliers") != NULL, "%s",
                  skpi_last_error());
    for (size_t r = 0; r < 2; r++) {
        o.normalise = ways[r];
        ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &computed), r ? SKPI_WUNUSUAL : SKPI_OK);
        for (size_t i = 0; i < UNITS; i++) ck_assert_double_eq(other.score[r * UNITS + i], score[i * NODES + ROOT]);
    }
    in.factor = errors;
    draw = (skpi_index_tree_uncertainty_options){.size = sizeof draw, .n_runs = 4, .n_draws = 4, .threads = 2};
    ck_assert_int_eq(skpi_index_tree_uncertainty(tree, &data, &in, &o, &draw, &out), SKPI_WUNUSUAL);
    for (size_t i = 0; i < UNITS; i++) ck_assert_double_eq(other.score[i], score[i * NODES + ROOT]);
    o.normalise = SKPI_INDEX_NORMALISE_MINMAX;
    ck_assert_int_eq(skpi_index_tree_uncertainty(tree, &data, &in, &o, &draw, &out), SKPI_OK);
    skpi_index_tree_free(tree);
}
END_TEST

UNIT_MAIN("index_uncertainty",
          UNIT_CASE("runs", the_same_bits_for_any_number_of_threads, canceled_at_every_call,
                    combinations_are_computed_alike, weightings_are_computed_alike, choices_from_outside,
                    combinations_from_outside, factors_that_move_nothing, units_that_are_missing, runs_without_ranks,
                    runs_that_warn, scores_that_cancel_in_runs, outliers_that_runs_keep),
          UNIT_CASE("refused", draws_that_are_refused THREADS_REFUSED))
