/* Indices at the limits: means that refuse a score, weights of 0, outliers that stay, ranges beyond a double. */
#include "unit/index_tree.h"

enum { N = 12 };

typedef struct scored {
    double score[N * NODES], treated[N * INDICATORS], imputed[N * INDICATORS];
    int32_t change[N * INDICATORS];
} scored;

static skpi_status limits_compute(const skpi_index_tree *tree, size_t n, const double *value, skpi_index_options o,
                                  scored *s)
{
    const skpi_index_data data = small_data(n, value);
    skpi_index_tree_compute_out out = {
        .size = sizeof out, .imputed = s->imputed, .treated = s->treated, .change = s->change, .score = s->score};
    o.size = sizeof o;
    return skpi_index_tree_compute(tree, &data, &o, &out);
}

/* A mean that cannot take 0 names the unit, the child and itself, also beside a unit that is missing. */
START_TEST(means_that_refuse)
{
    const double value[] = {NAN, 4, 1, 1, /**/ 0, 2, 3, 4, /**/ 5, 6, 7, 8};
    static const struct {
        int32_t aggregate;
        double power;
        const char *word;
    } cases[] = {{SKPI_INDEX_AGGREGATE_GEOMETRIC, 0, "geometric"},
                 {SKPI_INDEX_AGGREGATE_HARMONIC, 0, "harmonic"},
                 {SKPI_INDEX_AGGREGATE_POWER, -1, "power"}};
    skpi_index_tree *tree = small_tree(NULL);
    scored s;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const skpi_index_options o = {
            .normalise = SKPI_INDEX_NORMALISE_AS_IS, .aggregate = cases[i].aggregate, .power = cases[i].power};
        ck_fails_at(limits_compute(tree, 3, value, o, &s), SKPI_EDOM, "out->score", 1);
        ck_assert_ptr_nonnull(strstr(skpi_last_error(), cases[i].word));
        ck_assert_ptr_nonnull(strstr(skpi_last_error(), "\"a\""));
    }
    skpi_index_tree_free(tree);
}
END_TEST

/* A power mean: a child of weight 0 does not count; a 0 beside a value that is missing is missing if all are needed. */
START_TEST(powers_of_nothing)
{
    const double value[] = {0, NAN, 3, 4, /**/ 0, 0, 1, 7}, weight[NODES] = {1, 1, 0, 1, 1, 1, 1};
    const skpi_index_options o = {
        .normalise = SKPI_INDEX_NORMALISE_AS_IS, .aggregate = SKPI_INDEX_AGGREGATE_POWER, .power = 2, .min_present = 1};
    skpi_index_tree *tree = small_tree(weight);
    scored s;
    ck_assert_int_eq(limits_compute(tree, 2, value, o, &s), SKPI_WMISSING);
    ck_assert(isnan(s.score[4]) && isnan(s.score[ROOT]));
    ck_near(s.score[5], 4, 1e-14);
    ck_assert_double_eq(s.score[NODES + 4], 0);
    ck_near(s.score[NODES + ROOT], 7 * sqrt(.5), 1e-14);
    skpi_index_tree_free(tree);
}
END_TEST

/* The same beside exponent 0: what does not count, what is missing everywhere, and a 0 that is refused. */
START_TEST(small_powers_of_nothing)
{
    const double value[] = {9, NAN, 3, 4, /**/ NAN, 5, 1, 7}, zero[] = {1, 1, 2, 0, /**/ 1, 1, 3, 4};
    const double weight[NODES] = {1, 0, 1, 1, 1, 1, 1};
    skpi_index_options o = {
        .normalise = SKPI_INDEX_NORMALISE_AS_IS, .aggregate = SKPI_INDEX_AGGREGATE_POWER, .power = 1e-9};
    skpi_index_tree *tree = small_tree(weight);
    scored s;
    ck_assert_int_eq(limits_compute(tree, 2, value, o, &s), SKPI_WMISSING);
    ck_assert(isnan(s.score[NODES + 4]));
    ck_near(s.score[4], 9, 1e-14);
    ck_near(s.score[5], sqrt(12), 1e-8);
    ck_near(s.score[NODES + ROOT], sqrt(7), 1e-8);
    o.power = -1e-9;
    ck_fails_at(limits_compute(tree, 2, zero, o, &s), SKPI_EDOM, "out->score", 0);
    skpi_index_tree_free(tree);
}
END_TEST

/* Scores next to nothing beside those of other units, of a unit whose other child is missing or does not count: they are
 * no rounding of terms that cancel. */
START_TEST(small_scores_that_stay)
{
    const double value[] = {1e-14, NAN, 1e-14, 5, /**/ -2, 3, -4, 5}, weight[NODES] = {.25, .5, 1, 0, .5, .25, 1};
    const int32_t ways[] = {SKPI_INDEX_AGGREGATE_ARITHMETIC, SKPI_INDEX_AGGREGATE_SUM};
    skpi_index_tree *tree = small_tree(weight);
    scored s;
    for (size_t k = 0; k < 2; k++) {
        const skpi_index_options o = {.normalise = SKPI_INDEX_NORMALISE_AS_IS, .aggregate = ways[k]};
        ck_assert_int_ge(limits_compute(tree, 2, value, o, &s), SKPI_OK);
        ck_assert_double_eq(s.score[4], k ? .25e-14 : 1e-14);
        ck_assert_double_eq(s.score[5], 1e-14);
        ck_near(s.score[ROOT] / 1e-14, k ? .375 : 1, 1e-14);
    }
    skpi_index_tree_free(tree);
}
END_TEST

/* The second unit has a sum beyond a double; rounding leaves scores that have no fractions, and a mean of logarithms. */
START_TEST(large_scores)
{
    const double value[] = {1, 1, 1, 1, /**/ 1.7e308, 1.7e308, 1, 1}, whole[] = {1e300, 1e300, 4, 9, /**/ 2, 8, 1, 1};
    skpi_index_tree *tree = small_tree(NULL);
    scored s;
    skpi_index_options o = {.normalise = SKPI_INDEX_NORMALISE_AS_IS, .aggregate = SKPI_INDEX_AGGREGATE_SUM};
    ck_fails_at(limits_compute(tree, 2, value, o, &s), SKPI_EOVERFLOW, "out->score", 1);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "\"left\""));
    o.aggregate = SKPI_INDEX_AGGREGATE_ARITHMETIC, o.round = .5;
    ck_assert_int_ge(limits_compute(tree, 2, whole, o, &s), SKPI_OK);
    ck_assert(s.score[4] == 1e300 && s.score[5] == 6.5);
    o.aggregate = SKPI_INDEX_AGGREGATE_GEOMETRIC, o.round = .25;
    ck_assert_int_ge(limits_compute(tree, 2, whole, o, &s), SKPI_OK);
    ck_assert(s.score[5] == 6 && s.score[NODES + 4] == 4 && s.score[NODES + 5] == 1 && s.score[NODES + ROOT] == 2);
    skpi_index_tree_free(tree);
}
END_TEST

/* Columns that have outliers, or would: two values are left alone, and so is a step that leaves one. */
START_TEST(outliers_that_stay)
{
    enum { UNITS = 12 };
    double value[UNITS * INDICATORS];
    scored s;
    skpi_index_tree *tree = small_tree(NULL);
    for (size_t i = 0; i < UNITS; i++) {
        value[i * INDICATORS] = i ? 1 : 9;                         /* two values */
        value[i * INDICATORS + 1] = i == 0 ? 9 : i == 1 ? 8 : 1;   /* 9 becomes 8, then nothing but 1 would be left */
        value[i * INDICATORS + 2] = i == 0 ? -9 : i == 1 ? -8 : 1; /* the same below */
        value[i * INDICATORS + 3] = (double)i;
    }
    skpi_index_options o = {.treat = SKPI_INDEX_TREAT_WINSORISE, .skewness = 1, .kurtosis = 1};
    ck_assert_int_ge(limits_compute(tree, UNITS, value, o, &s), SKPI_OK);
    for (size_t i = 0; i < UNITS; i++) {
        const double *x = s.treated + i * INDICATORS, *from = value + i * INDICATORS;
        ck_assert(x[0] == from[0] && x[3] == from[3]);
        ck_assert(x[1] == (i < 2 ? 8 : 1) && x[2] == (i < 2 ? -8 : 1));
    }
    o.kurtosis = 100; /* skewed, and not steep enough */
    ck_assert_int_ge(limits_compute(tree, UNITS, value, o, &s), SKPI_OK);
    for (size_t c = 0; c < UNITS * INDICATORS; c++) ck_assert_double_eq(s.treated[c], value[c]);
    skpi_index_tree_free(tree);
}
END_TEST

/* What a normalisation needs: posts, more than one value, a target. */
START_TEST(normalisations)
{
    const double value[] = {1, 2, 3, 4, /**/ NAN, 3, 5, 6, /**/ NAN, 7, 8, 9};
    const double low[NODES] = {0, 0, 0, 0, NAN, NAN, NAN}, high[NODES] = {NAN, 10, 10, 10, NAN, NAN, NAN},
                 target[NODES] = {2, 5, 6, 8};
    const int32_t direction[NODES] = {1, 1, -1, 1, 1, 1, 1}, fraction[NODES] = {SKPI_INDEX_NORMALISE_FRACTION};
    skpi_index_tree_new_in in = small_nodes();
    skpi_index_tree *tree = NULL;
    scored s;
    in.post_low = low, in.post_high = high, in.target = target;
    ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
    ck_fails(limits_compute(tree, 3, value, (skpi_index_options){.normalise = SKPI_INDEX_NORMALISE_LINEAR}, &s),
             SKPI_ENODATA, "tree");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "no posts for \"a\""));
    skpi_index_options o = {.normalise = SKPI_INDEX_NORMALISE_PERCENTILE};
    ck_fails_at(limits_compute(tree, 3, value, o, &s), SKPI_EDOM, "data->value", -1);
    o.constant = SKPI_INDEX_CONSTANT_MIDPOINT;
    ck_assert_int_ge(limits_compute(tree, 3, value, o, &s), SKPI_OK);
    ck_assert(s.score[0] == .5 * (s.score[1] + s.score[2 * NODES + 1]));
    o.normalise = SKPI_INDEX_NORMALISE_CAPPED;
    ck_assert_int_ge(limits_compute(tree, 3, value, o, &s), SKPI_OK);
    ck_near(s.score[NODES + 1] / s.score[2 * NODES + 1], 1. / 3, 1e-14); /* from 2 to 5, and beyond */
    ck_assert_double_eq(s.score[2 * NODES + 2], s.score[2 * NODES + 1]);
    skpi_index_tree_free(tree);
    in.direction = direction, in.post_low = in.post_high = in.target = NULL;
    ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
    ck_fails(limits_compute(tree, 3, value, (skpi_index_options){.normalise = SKPI_INDEX_NORMALISE_FRACTION}, &s),
             SKPI_EINVAL, "options->normalise");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "\"c\""));
    skpi_index_tree_free(tree);
    o.normalise = SKPI_INDEX_NORMALISE_MINMAX;
    in.normalise = fraction; /* of a node of which more is better */
    ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
    ck_assert_int_ge(limits_compute(tree, 3, value, o, &s), SKPI_OK);
    ck_assert(isfinite(s.score[0]) && isnan(s.score[NODES]));
    skpi_index_tree_free(tree);
}
END_TEST

/* A mean cannot deduct a group; a tree of one indicator has no siblings, and its root may have less as better. */
START_TEST(directions_of_groups)
{
    const double value[] = {1, 2, 3, 4, /**/ 5, 6, 7, 8};
    const int32_t deducted[NODES] = {1, 1, 1, 1, 1, -1, 1}, less[] = {-1};
    const char *const code[] = {"a"}, *const parent[] = {""};
    const double gap[] = {3, NAN, 1};
    skpi_index_tree_new_in in = small_nodes();
    skpi_index_tree *tree = NULL;
    scored s;
    in.direction = deducted;
    ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
    ck_fails(limits_compute(tree, 2, value, (skpi_index_options){.aggregate = SKPI_INDEX_AGGREGATE_ARITHMETIC}, &s),
             SKPI_EINVAL, "options->aggregate");
    ck_assert_int_ge(limits_compute(tree, 2, value, (skpi_index_options){.aggregate = SKPI_INDEX_AGGREGATE_SUM}, &s),
                     SKPI_OK);
    skpi_index_tree_free(tree);
    in = (skpi_index_tree_new_in){.size = sizeof in, .n_nodes = 1, .code = code, .parent = parent, .direction = less};
    ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
    const skpi_index_data data = {.size = sizeof data, .n_units = 3, .n_indicators = 1, .value = gap};
    const skpi_index_options o = {.size = sizeof o, .impute = SKPI_INDEX_IMPUTE_PARENT_MEAN};
    skpi_index_tree_compute_out out = {.size = sizeof out, .imputed = s.imputed, .score = s.score};
    ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &out), SKPI_WMISSING);
    ck_assert(s.score[0] == 0 && s.score[2] > 0 && isnan(s.imputed[1]) && isnan(s.score[1]));
    skpi_index_tree_free(tree);
}
END_TEST

/* Counts beyond 32 bits; shares of 0 that are fixed; a single indicator; criteria that nearly cancel. */
START_TEST(weights_and_decisions)
{
    const double value[] = {2, 4, 4, 2, 3, 3}, share[] = {0, 1}, one[] = {1, 2, 4};
    double score[3], weight[6], pair[1];
    skpi_index_tree *tree = small_tree(NULL);
    if (SIZE_MAX > UINT32_MAX) {
        skpi_index_data data = small_data((size_t)INT32_MAX + 1, value);
        skpi_index_tree_compute_out computed = {.size = sizeof computed};
        skpi_index_decide_out decided = {.size = sizeof decided, .pair = pair};
        ck_fails(skpi_index_tree_compute(tree, &data, NULL, &computed), SKPI_ENOMEM, "data->n_units");
        ck_fails(skpi_index_decide(SIZE_MAX / 64, 1, value, NULL, NULL, SKPI_INDEX_DECIDE_COPELAND, NULL, &decided),
                 SKPI_ENOMEM, "n");
    }
    skpi_index_tree_free(tree);
    ck_assert_int_eq(skpi_index_benefit(3, 2, value, share, share, score, weight, NULL), SKPI_OK);
    ck_near(score[0], 1, 1e-15);
    ck_near(score[1], .5, 1e-15); /* of the second indicator alone, 2 of 4 */
    ck_assert(weight[0] == 0 && weight[2] == 0);
    ck_assert_int_eq(skpi_index_weight(3, 1, one, NULL, SKPI_INDEX_WEIGHT_PRINCIPAL, NULL, weight), SKPI_OK);
    ck_assert_double_eq(weight[0], 1);
    for (double away = 1e-8; away < 1e-5; away *= 1.25) {
        const double nearly[] = {1, -1, 2, -2, 4, -4 + away, 8, -8};
        ck_fails(skpi_index_weight(4, 2, nearly, NULL, SKPI_INDEX_WEIGHT_BALANCED, NULL, weight), SKPI_EDOM, "value");
    }
}
END_TEST

UNIT_MAIN("index_limits",
          UNIT_CASE("means", means_that_refuse, powers_of_nothing, small_powers_of_nothing, small_scores_that_stay,
                    large_scores),
          UNIT_CASE("columns", outliers_that_stay, normalisations, directions_of_groups),
          UNIT_CASE("weights", weights_and_decisions))
