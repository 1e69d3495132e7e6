/* Scores and ranks: properties, policies and bad inputs; the tables of a published program are compared in
 * tests/conformance/index_pipeline.py. */
#include "unit/index_tree.h"

enum { UNITS = 40 };

typedef struct scored {
    double score[UNITS * NODES], imputed[UNITS * INDICATORS], treated[UNITS * INDICATORS];
    int32_t rank[UNITS * NODES], change[UNITS * INDICATORS];
} scored;

static skpi_status small_compute(const skpi_index_tree *tree, const skpi_index_data *data, skpi_index_options o,
                                 scored *s)
{
    skpi_index_tree_compute_out out = {sizeof out, 0, s->imputed, s->treated, s->change, s->score, s->rank};
    o.size = sizeof o;
    return skpi_index_tree_compute(tree, data, &o, &out);
}

/* Numbers from a generator of Lehmer's, 16807 mod 2^31 - 1. */
static uint64_t lehmer_state;
static double lehmer(void)
{
    lehmer_state = lehmer_state * 16807 % 2147483647;
    return (double)lehmer_state / 2147483647;
}
static void small_values(uint64_t seed, size_t n, double *value)
{
    lehmer_state = seed;
    for (size_t i = 0; i < n * INDICATORS; i++) value[i] = 5 + 20 * lehmer() * lehmer();
}

static const int32_t means[] = {SKPI_INDEX_AGGREGATE_ARITHMETIC, SKPI_INDEX_AGGREGATE_GEOMETRIC,
                                SKPI_INDEX_AGGREGATE_HARMONIC, SKPI_INDEX_AGGREGATE_POWER};
enum { MEANS = sizeof means / sizeof *means };

/* Places are counted from the lowest; two of six units share one. */
START_TEST(equal_values_share_a_place)
{
    double value[6 * INDICATORS];
    static const double first[] = {3, 8, 5, 5, 9, 1}, place[] = {2, 5, 3, 3, 6, 1};
    skpi_index_tree *tree = small_tree(NULL);
    scored s;
    small_values(7, 6, value);
    for (size_t i = 0; i < 6; i++) value[i * INDICATORS] = first[i];
    const skpi_index_data data = small_data(6, value);
    ck_assert_int_eq(small_compute(tree, &data, (skpi_index_options){.normalise = SKPI_INDEX_NORMALISE_RANK}, &s),
                     SKPI_OK);
    for (size_t i = 0; i < 6; i++) ck_assert_double_eq(s.score[i * NODES], place[i]);
    skpi_index_tree_free(tree);
}
END_TEST

START_TEST(means_lie_between_their_children)
{
    const double weight[NODES] = {1, 2.5, .3, 4, 1.7, .9, 1};
    skpi_index_tree *tree = small_tree(weight);
    double value[UNITS * INDICATORS];
    scored s;
    for (uint64_t seed = 1; seed <= 20; seed++)
        for (size_t a = 0; a < MEANS; a++) {
            small_values(seed, UNITS, value);
            for (size_t i = 0; i < UNITS; i += 7) value[i * INDICATORS + i % INDICATORS] = NAN;
            const skpi_index_data data = small_data(UNITS, value);
            const skpi_index_options o = {
                .aggregate = means[a], .score_low = 1, .score_high = 100, .power = a % 2 ? -2 : 3};
            ck_assert_int_eq(small_compute(tree, &data, o, &s), SKPI_WMISSING);
            for (size_t i = 0; i < UNITS; i++) {
                const double *x = s.score + i * NODES, *root = x + ROOT;
                const double low = fmin(x[4], x[5]), high = fmax(x[4], x[5]);
                ck_assert(*root >= low * (1 - 1e-14) && *root <= high * (1 + 1e-14));
            }
        }
    skpi_index_tree_free(tree);
}
END_TEST

/* The power mean of exponents 1 and -1 is the arithmetic and the harmonic mean; near 0 it is the geometric one. */
START_TEST(power_means_meet_the_others)
{
    skpi_index_tree *tree = small_tree(NULL);
    double value[UNITS * INDICATORS];
    scored power, mean;
    small_values(5, UNITS, value);
    const skpi_index_data data = small_data(UNITS, value);
    const double exponent[] = {1, 1e-7, -1}, bar[] = {1e-13, 1e-5, 1e-13};
    for (size_t k = 0; k < 3; k++) {
        skpi_index_options o = {
            .aggregate = SKPI_INDEX_AGGREGATE_POWER, .power = exponent[k], .score_low = 1, .score_high = 100};
        ck_assert_int_eq(small_compute(tree, &data, o, &power), SKPI_OK);
        o.aggregate = means[k];
        ck_assert_int_eq(small_compute(tree, &data, o, &mean), SKPI_OK);
        for (size_t i = 0; i < UNITS * NODES; i++) ck_near(power.score[i] / mean.score[i], 1, bar[k]);
    }
    const double zeros[] = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1};
    const skpi_index_data some = small_data(3, zeros); /* a child of 0, and all children of 0 */
    const skpi_index_options o = {
        .aggregate = SKPI_INDEX_AGGREGATE_POWER, .power = 2, .score_high = 1, .normalise = SKPI_INDEX_NORMALISE_AS_IS};
    ck_assert_int_eq(small_compute(tree, &some, o, &power), SKPI_OK);
    ck_assert_double_eq(power.score[ROOT], 0);
    ck_near(power.score[NODES + 4], sqrt(.5), 1e-15);
    ck_fails(small_compute(tree, &some, (skpi_index_options){.aggregate = SKPI_INDEX_AGGREGATE_POWER}, &power),
             SKPI_EDOM, "options->power");
    const skpi_index_options negative = {
        .aggregate = SKPI_INDEX_AGGREGATE_POWER, .power = -2, .normalise = SKPI_INDEX_NORMALISE_AS_IS};
    ck_fails_at(small_compute(tree, &some, negative, &power), SKPI_EDOM, "out->score", 0);
    skpi_index_tree_free(tree);
}
END_TEST

/* Of two children of the same weight, with g their geometric mean and h half the logarithm of their quotient, the mean is
 * g cosh(p h)^(1/p); for large p the larger one times 2^(-1/p), for p far below 0 the smaller one. */
START_TEST(power_means_of_any_exponent)
{
    static const double size[] = {1e-300, 1e-16, 1e-12, 1e-8, 1e-4, .0099, .011, 1, 30, 1000, 15000, 30000, 1e6, 1e306};
    static const double pair[][2] = {{1, 20.8}, {50.5, 1}, {100, 100}, {1e-3, 4e-3}, {1e-3, 100}, {1e-30, 1e30}};
    enum { PAIRS = sizeof pair / sizeof *pair, ROWS = PAIRS + 3, SIZES = sizeof size / sizeof *size };
    double value[ROWS * INDICATORS];
    skpi_index_tree *tree = small_tree(NULL);
    const skpi_index_data data = small_data(ROWS, value);
    scored s;
    for (size_t k = 0; k < 2 * SIZES; k++) {
        const double p = k % 2 ? -size[k / 2] : size[k / 2];
        const skpi_index_options o = {
            .aggregate = SKPI_INDEX_AGGREGATE_POWER, .normalise = SKPI_INDEX_NORMALISE_AS_IS, .power = p};
        for (size_t i = 0; i < ROWS; i++)
            for (size_t j = 0; j < INDICATORS; j++) value[i * INDICATORS + j] = i < PAIRS ? pair[i][j % 2] : 1;
        double *const rest = value + PAIRS * INDICATORS;
        rest[0] = NAN, rest[1] = 8; /* one child is missing, one is 0, both are */
        if (p > 0) rest[INDICATORS] = 0, rest[INDICATORS + 1] = 8;
        if (p > 0) rest[2 * INDICATORS] = rest[2 * INDICATORS + 1] = 0;
        ck_assert_int_eq(small_compute(tree, &data, o, &s), SKPI_WMISSING);
        for (size_t i = 0; i < PAIRS; i++) {
            const double *x = pair[i], g = sqrt(x[0] * x[1]), h = fabs(log(x[0] / x[1])) / 2, ph = p * h;
            const double far = (p > 0 ? fmax(x[0], x[1]) : fmin(x[0], x[1])) * exp2(-1 / p);
            const double half = sinh(ph / 2), near = g * exp(size[k / 2] < 1e-200 ? 0 : log1p(2 * half * half) / p);
            ck_near(s.score[i * NODES + 4] / (fabs(ph) > 40 ? far : near), 1, 1e-13);
        }
        const double *const last = s.score + PAIRS * NODES;
        ck_near(last[4], 8, 1e-13);
        if (p > 0) ck_near(last[NODES + 4] / fmax(8 * exp2(-1 / p), 1e-300), last[NODES + 4] > 0, 1e-12);
        if (p > 0) ck_assert_double_eq(last[2 * NODES + 4], 0);
    }
    skpi_index_tree_free(tree);
}
END_TEST

/* Scores of children that cancel leave 0, in tenths as in whole numbers, and share a rank; what is small of itself
 * stays. */
START_TEST(scores_that_cancel)
{
    enum { ROWS = 5 };
    static const double by[] = {1, .1, .3, .7, 10};
    const int32_t ways[] = {SKPI_INDEX_AGGREGATE_ARITHMETIC, SKPI_INDEX_AGGREGATE_SUM};
    const int32_t direction[NODES] = {1, 1, 1, 1, 1, -1, 1};
    double value[ROWS * INDICATORS];
    const skpi_index_data data = small_data(ROWS, value);
    skpi_index_tree *tree = small_tree(NULL);
    skpi_index_tree_new_in deducting = small_nodes();
    scored s;
    for (size_t k = 0; k < 10; k++) {
        const skpi_index_options o = {.normalise = SKPI_INDEX_NORMALISE_ZSCORE, .aggregate = ways[k % 2]};
        for (size_t i = 0; i < ROWS; i++)
            for (size_t j = 0; j < INDICATORS; j++)
                value[i * INDICATORS + j] = (j % 2 ? 5. - (double)i : 1. + (double)i) * by[k / 2];
        ck_assert_int_eq(small_compute(tree, &data, o, &s), SKPI_OK);
        for (size_t i = 0; i < ROWS; i++)
            for (size_t c = 4; c < NODES; c++) ck_assert(s.score[i * NODES + c] == 0 && s.rank[i * NODES + c] == 1);
        ck_assert_double_eq(s.score[2 * NODES], 0); /* the mean of the column */
    }
    const double cancels[] = {.3,  -.1, -.2,    4,       /**/ -1e-13, -1e-13, 2,      2, /**/ .1, .2,
                              -.3, NAN, 1e-300, -1e-300, 1,           1,      /**/ 1, 1, 1,       1};
    const double weight[NODES] = {1, 3, 1, 1, 1, 1, 1};
    skpi_index_tree_free(tree);
    tree = small_tree(weight);
    memcpy(value, cancels, sizeof cancels);
    const skpi_index_options o = {.normalise = SKPI_INDEX_NORMALISE_AS_IS};
    ck_assert_int_eq(small_compute(tree, &data, o, &s), SKPI_WMISSING);
    ck_assert_double_eq(s.score[4], 0); /* (.3 - 3 x .1)/4 */
    ck_near(s.score[NODES + 4] / -1e-13, 1, 1e-12);
    ck_near(s.score[3 * NODES + 4] / -5e-301, 1, 1e-12);
    ck_assert_double_eq(s.score[2 * NODES + 5], -.3);
    skpi_index_tree_free(tree);
    deducting.direction = direction; /* .1 + .2 less .3, in a sum without a negative score below it */
    const double points[] = {.1, .2, .3, 0, /**/ 1, 2, 2.5, .75, /**/ 1, 1, 1, 1, /**/ 2, 2, 2, 2, /**/ 3, 4, 5, 1};
    memcpy(value, points, sizeof points);
    ck_assert_int_eq(skpi_index_tree_new(&deducting, &tree), SKPI_OK);
    const skpi_index_options total = {.normalise = SKPI_INDEX_NORMALISE_AS_IS, .aggregate = SKPI_INDEX_AGGREGATE_SUM};
    ck_assert_int_eq(small_compute(tree, &data, total, &s), SKPI_WNEGATIVE);
    ck_assert(s.score[ROOT] == 0 && s.score[NODES + ROOT] == -.25);
    value[INDICATORS + 2] = 2;
    ck_assert_int_eq(small_compute(tree, &data, total, &s), SKPI_OK);
    skpi_index_tree_free(tree);
}
END_TEST

/* Means of children far beyond what one exponential reaches. */
START_TEST(means_of_extreme_scores)
{
    skpi_index_tree *tree = small_tree(NULL);
    const double value[] = {1e308, 1e308, 1e308, 1e308, 1e-308, 1e-308, 1e-320, 1e-320};
    const skpi_index_data data = small_data(2, value);
    scored s;
    const int32_t two[] = {SKPI_INDEX_AGGREGATE_GEOMETRIC, SKPI_INDEX_AGGREGATE_POWER};
    for (size_t k = 0; k < 2; k++) {
        const skpi_index_options o = {.aggregate = two[k], .normalise = SKPI_INDEX_NORMALISE_AS_IS, .power = -1};
        ck_assert_int_eq(small_compute(tree, &data, o, &s), SKPI_OK);
        ck_near(s.score[4] / 1e308, 1, 1e-12);
        ck_near(s.score[NODES + 4] / 1e-308, 1, 1e-12);
        ck_near(s.score[NODES + 5] / 1e-320, 1, 1e-3); /* 1e-320 has three digits */
    }
    const skpi_index_options sum = {.aggregate = SKPI_INDEX_AGGREGATE_SUM, .normalise = SKPI_INDEX_NORMALISE_AS_IS};
    ck_fails_at(small_compute(tree, &data, sum, &s), SKPI_EOVERFLOW, "out->score", 0);
    ck_fails(small_compute(tree, &data, (skpi_index_options){.score_low = -1e308, .score_high = 1e308}, &s),
             SKPI_EINCONSISTENT, "options->score_low");
    skpi_index_tree_free(tree);
}
END_TEST

/* Weights below a node times a power of two, and the scores have the same bits. */
START_TEST(weights_times_two)
{
    double weight[NODES] = {1, 2.5, .3, 4, 1.7, .9, 1}, value[UNITS * INDICATORS];
    static scored before, after;
    small_values(3, UNITS, value);
    const skpi_index_data data = small_data(UNITS, value);
    for (size_t a = 0; a < MEANS; a++) {
        const skpi_index_options o = {.aggregate = means[a], .score_low = 1, .score_high = 100, .power = 3};
        skpi_index_tree *tree = small_tree(weight);
        ck_assert_int_eq(small_compute(tree, &data, o, &before), SKPI_OK);
        skpi_index_tree_free(tree);
        weight[0] *= 8, weight[1] *= 8, weight[4] /= 4, weight[5] /= 4;
        tree = small_tree(weight);
        ck_assert_int_eq(small_compute(tree, &data, o, &after), SKPI_OK);
        skpi_index_tree_free(tree);
        ck_assert_mem_eq(before.score, after.score, sizeof before.score);
    }
}
END_TEST

/* Units in another order: the same scores, bit by bit, in that order. */
START_TEST(units_in_another_order)
{
    skpi_index_tree *tree = small_tree(NULL);
    double value[UNITS * INDICATORS], turned[UNITS * INDICATORS];
    static scored before, after;
    small_values(11, UNITS, value);
    value[9] = NAN;
    for (size_t i = 0; i < UNITS; i++)
        memcpy(turned + i * INDICATORS, value + (i * 7 % UNITS) * INDICATORS, INDICATORS * sizeof *value);
    const skpi_index_data data = small_data(UNITS, value), other = small_data(UNITS, turned);
    const int32_t all[] = {SKPI_INDEX_AGGREGATE_COPELAND, SKPI_INDEX_AGGREGATE_GEOMETRIC,
                           SKPI_INDEX_AGGREGATE_HARMONIC};
    for (size_t a = 0; a < 3; a++) {
        const skpi_index_options o = {.aggregate = all[a], .score_low = 1, .score_high = 100};
        ck_assert_int_eq(small_compute(tree, &data, o, &before), SKPI_WMISSING);
        ck_assert_int_eq(small_compute(tree, &other, o, &after), SKPI_WMISSING);
        for (size_t i = 0; i < UNITS; i++) {
            const size_t j = i * 7 % UNITS;
            ck_assert_mem_eq(after.score + i * NODES, before.score + j * NODES, NODES * sizeof(double));
            ck_assert_mem_eq(after.rank + i * NODES, before.rank + j * NODES, NODES * sizeof(int32_t));
        }
    }
    skpi_index_tree_free(tree);
}
END_TEST

/* Nodes, and with them the columns of the data, in another order: the same results, bit by bit, in that order. */
enum { FIVE = 5, SETS = 3 };
typedef struct ordered {
    const char *code[NODES], *parent[NODES];
    double weight[NODES], set[SETS * NODES], value[UNITS * FIVE], score[UNITS * NODES], mean[UNITS],
        frequency[UNITS * UNITS], unit_total[UNITS * 2], first[2];
    int32_t direction[NODES], rank[UNITS * NODES];
} ordered;

/* Node k of the table stands at place[k]. */
static void in_order(const size_t *place, ordered *o)
{
    static const char *const code[NODES] = {"a", "b", "c", "d", "e", "low", "all"};
    static const char *const parent[NODES] = {"low", "low", "low", "all", "all", "all", ""};
    static const double weight[NODES] = {.1, .7, .3, 1.1, .2, .9, 1};
    double value[UNITS * FIVE];
    size_t column = 0;
    lehmer_state = 23;
    for (size_t i = 0; i < UNITS * FIVE; i++) value[i] = i % 41 == 9 ? (double)NAN : 5 + 20 * lehmer() * lehmer();
    for (size_t k = 0; k < NODES; k++) {
        o->code[place[k]] = code[k];
        o->parent[place[k]] = parent[k];
        o->weight[place[k]] = weight[k];
        o->direction[place[k]] = k % 3 == 1 ? -1 : 1;
        for (size_t r = 0; r < SETS; r++) o->set[r * NODES + place[k]] = 1 + (double)(k * (r + 1) % 5) / 7;
    }
    for (size_t at = 0; at < NODES; at++)
        for (size_t k = 0; k < FIVE; k++) {
            if (place[k] != at) continue;
            for (size_t i = 0; i < UNITS; i++) o->value[i * FIVE + column] = value[i * FIVE + k];
            column++;
        }
}

static void compute_in_order(ordered *o, int32_t aggregate, int32_t impute)
{
    static const int32_t factors[] = {SKPI_INDEX_FACTOR_WEIGHTS, SKPI_INDEX_FACTOR_NORMALISATION};
    static const int32_t two[] = {SKPI_INDEX_NORMALISE_MINMAX, SKPI_INDEX_NORMALISE_RANK};
    const skpi_index_tree_new_in in = {.size = sizeof in,
                                       .n_nodes = NODES,
                                       .code = o->code,
                                       .parent = o->parent,
                                       .weight = o->weight,
                                       .direction = o->direction};
    const skpi_index_data data = {.size = sizeof data, .n_units = UNITS, .n_indicators = FIVE, .value = o->value};
    const skpi_index_options options = {.size = sizeof options,
                                        .impute = impute,
                                        .aggregate = aggregate,
                                        .treat = SKPI_INDEX_TREAT_WINSORISE_LOG,
                                        .score_low = 1,
                                        .score_high = 100,
                                        .power = -2};
    const skpi_index_tree_uncertainty_in alternatives = {.size = sizeof alternatives,
                                                         .n_factors = 2,
                                                         .factor = factors,
                                                         .n_weight_sets = SETS,
                                                         .weight_set = o->set,
                                                         .n_normalisations = 2,
                                                         .normalisation = two};
    const skpi_index_tree_uncertainty_options draw = {.size = sizeof draw, .mode = SKPI_INDEX_MODE_EXACT};
    skpi_index_tree_compute_out out = {.size = sizeof out, .score = o->score, .rank = o->rank};
    skpi_index_tree_uncertainty_out found = {.size = sizeof found,
                                             .mean = o->mean,
                                             .frequency = o->frequency,
                                             .unit_total = o->unit_total,
                                             .first = o->first};
    skpi_index_tree *tree;
    ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
    ck_assert_int_ge(skpi_index_tree_compute(tree, &data, &options, &out), SKPI_OK);
    ck_assert_int_ge(skpi_index_tree_uncertainty(tree, &data, &alternatives, &options, &draw, &found), SKPI_OK);
    skpi_index_tree_free(tree);
}

START_TEST(nodes_in_another_order)
{
    static const size_t as_they_are[NODES] = {0, 1, 2, 3, 4, 5, 6};
    static const size_t turned[3][NODES] = {{6, 5, 4, 3, 2, 1, 0}, {4, 3, 6, 0, 5, 2, 1}, {1, 2, 0, 5, 6, 4, 3}};
    static const int32_t methods[] = {SKPI_INDEX_AGGREGATE_ARITHMETIC, SKPI_INDEX_AGGREGATE_GEOMETRIC,
                                      SKPI_INDEX_AGGREGATE_HARMONIC,   SKPI_INDEX_AGGREGATE_POWER,
                                      SKPI_INDEX_AGGREGATE_SUM,        SKPI_INDEX_AGGREGATE_COPELAND};
    static ordered before, after;
    in_order(as_they_are, &before);
    for (size_t p = 0; p < 3; p++)
        for (size_t a = 0; a < 2 * sizeof methods / sizeof *methods; a++) {
            const int32_t impute = a % 2 ? SKPI_INDEX_IMPUTE_PARENT_MEAN : 0;
            in_order(turned[p], &after);
            compute_in_order(&before, methods[a / 2], impute);
            compute_in_order(&after, methods[a / 2], impute);
            for (size_t i = 0; i < UNITS; i++)
                for (size_t k = 0; k < NODES; k++) {
                    const size_t at = i * NODES + turned[p][k];
                    ck_assert_mem_eq(&after.score[at], &before.score[i * NODES + k], sizeof(double));
                    ck_assert_int_eq(after.rank[at], before.rank[i * NODES + k]);
                }
            ck_assert_mem_eq(after.mean, before.mean, sizeof before.mean);
            ck_assert_mem_eq(after.frequency, before.frequency, sizeof before.frequency);
            ck_assert_mem_eq(after.unit_total, before.unit_total, sizeof before.unit_total);
            ck_assert_mem_eq(after.first, before.first, sizeof before.first);
        }
}
END_TEST

/* Under goalposts a unit that is worse everywhere moves no one's rank. */
START_TEST(a_worse_unit)
{
    skpi_index_tree_new_in in = small_nodes();
    const double low[NODES] = {0, 0, 0, 0, NAN, NAN, NAN}, high[NODES] = {30, 30, 30, 30, NAN, NAN, NAN};
    double value[UNITS * INDICATORS];
    skpi_index_tree *tree;
    static scored before, after;
    in.post_low = low;
    in.post_high = high;
    ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
    small_values(17, UNITS, value);
    for (size_t j = 0; j < INDICATORS; j++) value[(UNITS - 1) * INDICATORS + j] = 1;
    const skpi_index_data some = small_data(UNITS - 1, value), all = small_data(UNITS, value);
    const skpi_index_options o = {.normalise = SKPI_INDEX_NORMALISE_GOALPOSTS};
    ck_assert_int_eq(small_compute(tree, &some, o, &before), SKPI_OK);
    ck_assert_int_eq(small_compute(tree, &all, o, &after), SKPI_OK);
    ck_assert_mem_eq(before.rank, after.rank, (UNITS - 1) * NODES * sizeof(int32_t));
    skpi_index_tree_free(tree);
}
END_TEST

START_TEST(ranks_within_periods)
{
    skpi_index_tree *tree = small_tree(NULL);
    const double value[] = {1, 1, 1, 1, 9, 9, 9, 9, 5, 5, 5, 5, 7, 7, 7, 7};
    const int32_t period[] = {2020, 2021, 2020, 2021};
    skpi_index_data data = small_data(4, value);
    scored s;
    data.period = period;
    ck_assert_int_eq(small_compute(tree, &data, (skpi_index_options){.tie = 0}, &s), SKPI_OK);
    const int32_t rank[] = {2, 1, 1, 2};
    const double score[] = {0, 100, 50, 75};
    for (size_t i = 0; i < 4; i++) {
        ck_assert_int_eq(s.rank[i * NODES + ROOT], rank[i]);
        ck_assert_double_eq(s.score[i * NODES + ROOT], score[i]); /* normalised over both periods */
    }
    skpi_index_tree_free(tree);
}
END_TEST

/* .1 + .2 against .3: a tie, in any order of units. */
START_TEST(copeland_ties)
{
    const char *const code[] = {"x", "y", "z", "all"}, *const parent[] = {"all", "all", "all", ""};
    const double weight[] = {.1, .2, .3, 1}, value[] = {1, 1, 0, 0, 0, 1};
    const skpi_index_tree_new_in in = {
        .size = sizeof in, .n_nodes = 4, .code = code, .parent = parent, .weight = weight};
    const skpi_index_data data = {.size = sizeof data, .n_units = 2, .n_indicators = 3, .value = value};
    const skpi_index_options o = {.size = sizeof o, .aggregate = SKPI_INDEX_AGGREGATE_COPELAND};
    double score[8];
    skpi_index_tree_compute_out out = {.size = sizeof out, .score = score};
    skpi_index_tree *tree;
    ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
    ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &out), SKPI_OK);
    ck_assert_double_eq(score[3], 0);
    ck_assert_double_eq(score[7], 0);
    /* by hand: the first unit wins against both others, and the second against the third; a fourth has no value */
    const double four[] = {3, 3, 1, 2, 2, 2, 1, 1, 3, NAN, NAN, NAN};
    const skpi_index_data more = {.size = sizeof more, .n_units = 4, .n_indicators = 3, .value = four};
    const skpi_index_options odd = {.size = sizeof odd, .aggregate = SKPI_INDEX_AGGREGATE_COPELAND};
    double of_four[16];
    out.score = of_four;
    skpi_index_tree_free(tree);
    skpi_index_tree_new_in equal = in;
    equal.weight = NULL;
    ck_assert_int_eq(skpi_index_tree_new(&equal, &tree), SKPI_OK);
    ck_assert_int_eq(skpi_index_tree_compute(tree, &more, &odd, &out), SKPI_WMISSING);
    ck_assert(of_four[3] == 2 && of_four[7] == 0 && of_four[11] == -2 && isnan(of_four[15]));
    /* the child that two units have in common counts however small its weight is beside the others */
    const double small[] = {1e-13, 1, 1, 1}, common[] = {5, 1, 2, 4, NAN, NAN, 5, 0, 2, NAN, NAN, NAN};
    const skpi_index_data apart = {.size = sizeof apart, .n_units = 4, .n_indicators = 3, .value = common};
    const skpi_index_options as_is = {
        .size = sizeof as_is, .aggregate = SKPI_INDEX_AGGREGATE_COPELAND, .normalise = SKPI_INDEX_NORMALISE_AS_IS};
    skpi_index_tree_free(tree);
    equal.weight = small;
    ck_assert_int_eq(skpi_index_tree_new(&equal, &tree), SKPI_OK);
    ck_assert_int_eq(skpi_index_tree_compute(tree, &apart, &as_is, &out), SKPI_WMISSING);
    ck_assert(of_four[3] == 2 && of_four[7] == -2 && of_four[11] == 0);
    skpi_index_tree_free(tree);
}
END_TEST

/* A child of weight 0 is left out, whatever it holds, and does not count as a child. */
START_TEST(children_of_weight_0)
{
    const double weight[NODES] = {0, 1, 1, 1, 1, 1, 1}, value[] = {-5, 2, 3, 4, NAN, 3, 4, 5};
    skpi_index_tree *tree = small_tree(weight);
    const skpi_index_data data = small_data(2, value);
    scored s;
    const skpi_index_options o = {
        .aggregate = SKPI_INDEX_AGGREGATE_GEOMETRIC, .normalise = SKPI_INDEX_NORMALISE_AS_IS, .min_present = 1};
    ck_assert_int_eq(small_compute(tree, &data, o, &s), SKPI_WMISSING);
    ck_near(s.score[4], 2, 1e-15);
    ck_near(s.score[NODES + 4], 3, 1e-15);
    skpi_index_tree_free(tree);
}
END_TEST

START_TEST(rounded_scores)
{
    skpi_index_tree *tree = small_tree(NULL);
    const double value[] = {13.345, -13.345, 2.675, 1.005, 1, 1, 1, 1};
    const skpi_index_data data = small_data(2, value);
    scored s;
    const skpi_index_options o = {.normalise = SKPI_INDEX_NORMALISE_AS_IS, .round = .01};
    ck_assert_int_eq(small_compute(tree, &data, o, &s), SKPI_OK);
    const double rounded[] = {13.35, -13.35, 2.68, 1.01, 0, 1.85, .93};
    for (size_t k = 0; k < NODES; k++) ck_assert_double_eq(s.score[k], rounded[k]);
    skpi_index_tree_free(tree);
}
END_TEST

START_TEST(missing_everywhere)
{
    skpi_index_tree *tree = small_tree(NULL);
    const double none[] = {NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN};
    const double column[] = {NAN, 1, 2, 3, NAN, 2, 1, 4}, row[] = {NAN, NAN, NAN, NAN, 1, 2, 3, 4, 2, 1, 4, 5};
    skpi_index_data data = small_data(2, none);
    scored s;
    ck_fails(small_compute(tree, &data, (skpi_index_options){.tie = 0}, &s), SKPI_ENODATA, "data->value");
    data.value = column;
    ck_assert_int_eq(small_compute(tree, &data, (skpi_index_options){.impute = SKPI_INDEX_IMPUTE_MEAN}, &s),
                     SKPI_WMISSING);
    ck_assert(isnan(s.score[0]) && s.score[4] == 0 && s.score[NODES + 4] == 100);
    data = small_data(3, row);
    ck_assert_int_eq(small_compute(tree, &data, (skpi_index_options){.tie = 0}, &s), SKPI_WMISSING);
    ck_assert(isnan(s.score[ROOT]) && s.rank[ROOT] == SKPI_NONE && s.rank[NODES + ROOT] == 2);
    skpi_index_tree_free(tree);
}
END_TEST

START_TEST(what_is_refused)
{
    skpi_index_tree *tree = small_tree(NULL);
    double value[] = {1, 2, 3, 4, 2, 3, 4, 5, 4, 6, 8, 9};
    skpi_index_data data = small_data(3, value);
    scored s;
    const skpi_index_options usual = {.tie = 0};
    data.n_indicators = 3;
    ck_fails(small_compute(tree, &data, usual, &s), SKPI_EINCONSISTENT, "data->n_indicators");
    data = small_data(1, value);
    ck_fails(small_compute(tree, &data, usual, &s), SKPI_EDOM, "data->value"); /* one unit: every column is constant */
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "\"a\""));
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "data->value[*][0] = "));
    data = small_data(3, value);
    ck_fails(small_compute(tree, &data, (skpi_index_options){.normalise = SKPI_INDEX_NORMALISE_LINEAR}, &s),
             SKPI_ENODATA, "tree");
    ck_fails(small_compute(tree, &data, (skpi_index_options){.normalise = SKPI_INDEX_NORMALISE_TARGET}, &s),
             SKPI_ENODATA, "tree");
    ck_fails(small_compute(tree, &data, (skpi_index_options){.impute = SKPI_INDEX_IMPUTE_GROUP_MEDIAN}, &s),
             SKPI_EINVAL, "data->group");
    value[1] = -1;
    ck_fails_at(small_compute(tree, &data, (skpi_index_options){.normalise = SKPI_INDEX_NORMALISE_FRACTION}, &s),
                SKPI_ERANGE, "data->value", 0);
    const double own = value[9];
    value[1] = value[5], value[9] = -1;
    ck_fails_at(small_compute(tree, &data, (skpi_index_options){.normalise = SKPI_INDEX_NORMALISE_FRACTION}, &s),
                SKPI_ERANGE, "data->value", 2);
    value[9] = own;
    value[1] = INFINITY;
    ck_fails_at(small_compute(tree, &data, usual, &s), SKPI_ENOTFINITE, "data->value", 0);
    value[1] = -1.7e308, value[5] = 1.7e308;
    ck_fails(small_compute(tree, &data, usual, &s), SKPI_EOVERFLOW, "data->value");
    value[1] = 1, value[5] = 1;
    const double by[] = {1, 1e-308, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    value[1] = 1e10;
    data.denominator = by;
    ck_fails_at(small_compute(tree, &data, usual, &s), SKPI_EOVERFLOW, "data->denominator", 0);
    skpi_index_tree_free(tree);
    const double target[NODES] = {1, 1, 1, 1}, beyond[NODES] = {.5, 9, 9, 9}, zero[] = {0, 1, 1, 1, 0, 2, 2, 2};
    skpi_index_tree_new_in in = small_nodes();
    in.target = target;
    data = small_data(3, value);
    value[1] = 2;
    ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
    ck_fails(small_compute(tree, &data, (skpi_index_options){.normalise = SKPI_INDEX_NORMALISE_TARGET}, &s),
             SKPI_EZERODIV, "data->value");
    data = small_data(2, zero);
    ck_fails(small_compute(tree, &data, (skpi_index_options){.normalise = SKPI_INDEX_NORMALISE_FRACTION}, &s),
             SKPI_EZERODIV, "data->value");
    skpi_index_tree_free(tree);
    in.target = beyond;
    data = small_data(3, value);
    ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
    ck_fails(small_compute(tree, &data, (skpi_index_options){.normalise = SKPI_INDEX_NORMALISE_CAPPED}, &s), SKPI_EDOM,
             "data->value");
    skpi_index_tree_free(tree);
}
END_TEST

/* Two clusters: a plateau is moved as a whole, past the limit of cells; a lone value below is raised. */
START_TEST(treated_columns)
{
    const char *const code[] = {"x"}, *const parent[] = {""};
    const skpi_index_tree_new_in in = {.size = sizeof in, .n_nodes = 1, .code = code, .parent = parent};
    enum { MANY = 24 };
    double value[MANY], treated[MANY];
    int32_t change[MANY];
    skpi_index_data data = {.size = sizeof data, .n_units = MANY, .n_indicators = 1, .value = value};
    skpi_index_tree_compute_out out = {.size = sizeof out, .treated = treated, .change = change};
    skpi_index_options o = {.size = sizeof o, .treat = SKPI_INDEX_TREAT_WINSORISE, .winsorise_cells = 1};
    skpi_index_tree *tree;
    ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
    for (size_t i = 0; i < MANY; i++) value[i] = (double)i;
    value[3] = value[7] = 900;
    ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &out), SKPI_OK);
    for (size_t i = 0; i < MANY; i++) {
        const int moved = i == 3 || i == 7;
        ck_assert_int_eq(change[i], moved ? SKPI_INDEX_CHANGE_FLAG_LOWERED : 0);
        ck_assert_double_eq(treated[i], moved ? MANY - 1 : value[i]);
    }
    /* a column that just reaches both limits has outliers; next to nothing above either, it has none */
    skpi_index_options just = {.size = sizeof just, .treat = SKPI_INDEX_TREAT_WINSORISE, .winsorise_cells = 1};
    skpi_index_describe_out figures = {.size = sizeof figures, .skewness = &just.skewness, .kurtosis = &just.kurtosis};
    ck_assert_int_eq(skpi_index_describe(MANY, 1, value, &figures), SKPI_OK);
    for (int above = 0; above < 3; above++) {
        if (above == 1) just.skewness *= 1 + 1e-12;
        if (above == 2) just.skewness /= 1 + 2e-12, just.kurtosis *= 1 + 1e-12;
        ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &just, &out), SKPI_OK);
        ck_assert_int_eq(change[3], above ? 0 : SKPI_INDEX_CHANGE_FLAG_LOWERED);
    }
    value[3] = nextafter(900, 0); /* the same but for rounding */
    ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &out), SKPI_OK);
    ck_assert(change[3] == SKPI_INDEX_CHANGE_FLAG_LOWERED && change[7] == SKPI_INDEX_CHANGE_FLAG_LOWERED);
    ck_assert(treated[3] == MANY - 1 && treated[7] == MANY - 1);
    value[7] = 7, value[3] = -900;
    ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &out), SKPI_OK);
    ck_assert_int_eq(change[3], SKPI_INDEX_CHANGE_FLAG_RAISED);
    ck_assert_double_eq(treated[3], 0);
    value[7] = nextafter(-900, 0);
    ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &out), SKPI_OK);
    ck_assert(change[3] == SKPI_INDEX_CHANGE_FLAG_RAISED && change[7] == SKPI_INDEX_CHANGE_FLAG_RAISED);
    ck_assert(treated[3] == 0 && treated[7] == 0);
    for (size_t i = 0; i < MANY; i++) value[i] = i % 2 ? 10 : nextafter(10, 11); /* a step would leave one value */
    value[4] = 15, value[5] = 900;
    o.winsorise_cells = MANY;
    ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &out), SKPI_OK);
    ck_assert(treated[5] == 15 && treated[4] == 15 && change[5] == SKPI_INDEX_CHANGE_FLAG_LOWERED && !change[4]);
    value[4] = 900; /* two values */
    ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &out), SKPI_OK);
    for (size_t i = 0; i < MANY; i++) ck_assert(treated[i] == value[i] && !change[i]);
    o.winsorise_cells = 1;
    for (size_t i = 0; i < MANY; i++) value[i] = exp((double)i); /* still outlying after one cell: logarithms */
    o.treat = SKPI_INDEX_TREAT_WINSORISE_LOG;
    ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &out), SKPI_OK);
    for (size_t i = 0; i < MANY; i++) {
        ck_assert_int_eq(change[i], SKPI_INDEX_CHANGE_FLAG_LOGGED);
        ck_near(treated[i], log(value[i] - value[0] + .01 * (value[MANY - 1] - value[0])), 1e-14);
    }
    value[5] = NAN; /* what is missing stays so */
    ck_assert_int_ge(skpi_index_tree_compute(tree, &data, &o, &out), SKPI_OK);
    for (size_t i = 0; i < MANY; i++) {
        ck_assert(isnan(treated[i]) == (i == 5));
        ck_assert_int_eq(change[i] & SKPI_INDEX_CHANGE_FLAG_LOGGED, i == 5 ? 0 : SKPI_INDEX_CHANGE_FLAG_LOGGED);
    }
    skpi_index_tree_free(tree);
}
END_TEST

/* Columns that keep outliers after one cell: e^i and, turned round, -e^i. */
static void grown(size_t n, double *value)
{
    for (size_t i = 0; i < n; i++) value[2 * i] = exp((double)i), value[2 * i + 1] = -value[2 * i];
}

/* A column that is skewed to the left is put into logarithms as the same column turned round. */
START_TEST(logarithms_to_the_left)
{
    enum { MANY = 24 };
    const char *const code[] = {"x", "y", "all"}, *const parent[] = {"all", "all", ""};
    const skpi_index_tree_new_in in = {.size = sizeof in, .n_nodes = 3, .code = code, .parent = parent};
    double value[2 * MANY], treated[2 * MANY], skewness[2];
    skpi_index_data data = {.size = sizeof data, .n_units = MANY, .n_indicators = 2, .value = value};
    skpi_index_tree_compute_out out = {.size = sizeof out, .treated = treated};
    skpi_index_describe_out figures = {.size = sizeof figures, .skewness = skewness};
    const skpi_index_options o = {.size = sizeof o, .treat = SKPI_INDEX_TREAT_WINSORISE_LOG, .winsorise_cells = 1};
    skpi_index_tree *tree;
    ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
    grown(MANY, value);
    ck_assert_int_eq(skpi_index_describe(MANY, 2, value, &figures), SKPI_OK);
    const double before = skewness[0];
    ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &out), SKPI_OK);
    for (size_t i = 0; i < MANY; i++) {
        ck_assert_double_eq(treated[2 * i + 1], -treated[2 * i]);
        ck_near(treated[2 * i + 1], -log(value[1] - value[2 * i + 1] + .01 * (value[1] - value[2 * MANY - 1])), 1e-14);
    }
    ck_assert_int_eq(skpi_index_describe(MANY, 2, treated, &figures), SKPI_OK);
    ck_assert(fabs(skewness[0]) < .8 * before && fabs(skewness[1]) < .8 * before);
    value[7] = NAN;
    ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &out), SKPI_WMISSING);
    ck_assert(isnan(treated[7]) && treated[9] < treated[3]);
    skpi_index_tree_free(tree);
}
END_TEST

/* Values that are compared with posts or targets, or are scores already, are no logarithms: the column stays as it is. */
START_TEST(no_logarithms_beside_posts)
{
    enum { MANY = 24 };
    const char *const code[] = {"x", "y", "all"}, *const parent[] = {"all", "all", ""};
    const double low[] = {0, -1e10, NAN}, high[] = {1e10, 0, NAN};
    const int32_t own[] = {SKPI_INDEX_NORMALISE_GOALPOSTS, SKPI_INDEX_NORMALISE_LINEAR, SKPI_INDEX_NORMALISE_TARGET,
                           SKPI_INDEX_NORMALISE_CAPPED,    SKPI_INDEX_NORMALISE_AS_IS,  SKPI_INDEX_NORMALISE_FRACTION};
    const int32_t free_of_unit[] = {SKPI_INDEX_NORMALISE_MINMAX, SKPI_INDEX_NORMALISE_ZSCORE, SKPI_INDEX_NORMALISE_RANK,
                                    SKPI_INDEX_NORMALISE_PERCENTILE};
    skpi_index_tree_new_in in = {.size = sizeof in,
                                 .n_nodes = 3,
                                 .code = code,
                                 .parent = parent,
                                 .post_low = low,
                                 .post_high = high,
                                 .target = high};
    double value[2 * MANY], treated[2 * MANY], score[3 * MANY], plain[3 * MANY];
    int32_t change[2 * MANY];
    const skpi_index_data data = {.size = sizeof data, .n_units = MANY, .n_indicators = 2, .value = value};
    const skpi_index_tree_compute_out out = {.size = sizeof out, .treated = treated, .change = change, .score = score};
    const skpi_index_tree_compute_out bare = {.size = sizeof bare, .score = plain};
    skpi_index_options o = {.size = sizeof o, .winsorise_cells = 1};
    skpi_index_tree *tree;
    grown(MANY, value);
    for (size_t i = 0; i < 10; i++) { /* for FRACTION of the first column alone */
        const int32_t first = i < 6 ? own[i] : free_of_unit[i - 6];
        const int32_t normalise[] = {first, SKPI_INDEX_NORMALISE_MINMAX, 0};
        const int32_t bits = i < 6 ? 0 : SKPI_INDEX_CHANGE_FLAG_LOGGED;
        skpi_index_tree_compute_out put = out, put_bare = bare;
        in.normalise = normalise;
        ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
        o.treat = 0;
        ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &put_bare), SKPI_OK);
        o.treat = SKPI_INDEX_TREAT_WINSORISE_LOG;
        ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &put), i < 6 ? SKPI_WUNUSUAL : SKPI_OK);
        for (size_t u = 0; u < MANY; u++) {
            ck_assert_int_eq(change[2 * u], bits);
            ck_assert_int_eq(change[2 * u + 1], SKPI_INDEX_CHANGE_FLAG_LOGGED); /* each column for itself */
            if (i < 6) ck_assert(treated[2 * u] == value[2 * u] && score[3 * u] == plain[3 * u]);
        }
        skpi_index_tree_free(tree);
    }
    in.normalise = NULL; /* of both columns the first is named */
    o.normalise = SKPI_INDEX_NORMALISE_LINEAR;
    skpi_index_tree_compute_out put = out;
    ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
    ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &put), SKPI_WUNUSUAL);
    ck_assert_str_eq(
        skpi_last_error(),
        "skpi_index_tree_compute: data->value[*][0] of \"x\" has outliers that winsorising leaves, and stays "
        "as it is: its normalisation takes no logarithms");
    o.treat = SKPI_INDEX_TREAT_WINSORISE; /* which has no logarithms */
    ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &put), SKPI_OK);
    ck_assert_int_eq(change[2 * MANY - 2], SKPI_INDEX_CHANGE_FLAG_LOWERED);
    skpi_index_tree_free(tree);
}
END_TEST

/* Values between, beyond and at the goalposts 0 and 30: scores stay in 0 to 100, those of the line do not. */
START_TEST(beyond_the_goalposts)
{
    const char *const code[] = {"x"}, *const parent[] = {""};
    const double low[] = {0}, high[] = {30}, value[] = {15, 45, -3, 30, 0};
    const double within[] = {50, 100, 0, 100, 0}, along[] = {50, 150, -10, 100, 0};
    const skpi_index_tree_new_in in = {
        .size = sizeof in, .n_nodes = 1, .code = code, .parent = parent, .post_low = low, .post_high = high};
    const skpi_index_data data = {.size = sizeof data, .n_units = 5, .n_indicators = 1, .value = value};
    double score[5];
    skpi_index_tree_compute_out out = {.size = sizeof out, .score = score};
    skpi_index_options o = {.size = sizeof o, .normalise = SKPI_INDEX_NORMALISE_GOALPOSTS};
    skpi_index_tree *tree;
    ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
    ck_assert_int_ge(skpi_index_tree_compute(tree, &data, &o, &out), SKPI_OK);
    for (size_t i = 0; i < 5; i++) ck_near(score[i], within[i], 1e-13);
    o.normalise = SKPI_INDEX_NORMALISE_LINEAR;
    ck_assert_int_ge(skpi_index_tree_compute(tree, &data, &o, &out), SKPI_OK);
    for (size_t i = 0; i < 5; i++) ck_near(score[i], along[i], 1e-13);
    skpi_index_tree_free(tree);
}
END_TEST

START_TEST(ranks_of_scores)
{
    const double score[] = {3, 1, 5, NAN, 3, 1 + 1e-11, 5, 2}, sums[] = {.3 - 1e-13, .3, .3 - 1e-11, -.2};
    int32_t rank[8];
    ck_assert_int_eq(skpi_index_rank(4, 2, score, 0, rank), SKPI_OK);
    const int32_t exact[] = {3, 3, 1, SKPI_NONE, 3, 2, 1, 1}, wide[] = {3, 2, 1, SKPI_NONE, 3, 2, 1, 1};
    for (size_t i = 0; i < 8; i++) ck_assert_int_eq(rank[i], exact[i]);
    ck_assert_int_eq(skpi_index_rank(4, 2, score, 1e-10, rank), SKPI_OK);
    for (size_t i = 0; i < 8; i++) ck_assert_int_eq(rank[i], wide[i]);
    const int32_t as_they_are[] = {2, 1, 3, 4}, rounded[] = {1, 1, 3, 4};
    for (int tie = 0; tie < 2; tie++) {
        ck_assert_int_eq(skpi_index_rank(4, 1, sums, tie ? 1e-12 : 0, rank), SKPI_OK);
        ck_assert_mem_eq(rank, tie ? rounded : as_they_are, sizeof rounded);
    }
    const double none[] = {NAN, 1, NAN, 2};
    const int32_t of_none[] = {SKPI_NONE, 2, SKPI_NONE, 1};
    ck_assert_int_eq(skpi_index_rank(2, 2, none, 0, rank), SKPI_OK);
    ck_assert_mem_eq(rank, of_none, sizeof of_none);
    ck_assert_int_eq(skpi_index_rank(0, 2, NULL, 0, NULL), SKPI_OK);
    ck_fails(skpi_index_rank(4, 2, score, -1, rank), SKPI_ERANGE, "tie");
    ck_fails(skpi_index_rank(4, 2, score, NAN, rank), SKPI_ENOTFINITE, "tie");
}
END_TEST

UNIT_MAIN("index_compute",
          UNIT_CASE("means", equal_values_share_a_place, means_lie_between_their_children, power_means_meet_the_others,
                    power_means_of_any_exponent, scores_that_cancel, means_of_extreme_scores, weights_times_two,
                    children_of_weight_0, copeland_ties),
          UNIT_CASE("properties", units_in_another_order, nodes_in_another_order, a_worse_unit, ranks_within_periods,
                    rounded_scores, ranks_of_scores),
          UNIT_CASE("columns", treated_columns, logarithms_to_the_left, no_logarithms_beside_posts,
                    beyond_the_goalposts, missing_everywhere, what_is_refused))
