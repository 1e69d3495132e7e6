/* Values that are missing or all the same: what imputation and the choice of a constant make of them, by hand. */
#include "unit/index_tree.h"

enum { N = 5, A = 0 };
/* Indicators a and b have one parent, c and d another; a has two gaps. */
static const double gaps[N * INDICATORS] = {1, 0, 1,   1, /**/ 2, 5, 2,        3,  /**/ 9, 10,
                                            3, 2, NAN, 5, 4,      5, /**/ NAN, 10, 5,      4};

static double imputed[N * INDICATORS], score[N * NODES];

static skpi_status compute(const double *value, const int32_t *group, skpi_index_options o)
{
    skpi_index_tree *tree = small_tree(NULL);
    skpi_index_data data = small_data(N, value);
    skpi_index_tree_compute_out out = {.size = sizeof out, .imputed = imputed, .score = score};
    data.group = group;
    o.size = sizeof o;
    const skpi_status s = skpi_index_tree_compute(tree, &data, &o, &out);
    skpi_index_tree_free(tree);
    return s;
}

static void check_a(double fourth, double fifth)
{
    ck_near(imputed[3 * INDICATORS + A], fourth, 1e-14);
    ck_near(imputed[4 * INDICATORS + A], fifth, 1e-14);
    ck_assert(imputed[2 * INDICATORS + A] == 9);
}

START_TEST(columns_and_groups)
{
    static const int32_t group[N] = {1, 1, 2, 1, 2}, alone[N] = {1, 1, 1, 1, 3}, same[N] = {1, 1, 1, 1, 1};
    ck_assert_int_ge(compute(gaps, NULL, (skpi_index_options){.impute = SKPI_INDEX_IMPUTE_MEAN}), SKPI_OK);
    check_a(4, 4);
    ck_assert_int_ge(compute(gaps, NULL, (skpi_index_options){.impute = SKPI_INDEX_IMPUTE_MEDIAN}), SKPI_OK);
    check_a(2, 2);
    ck_assert_int_ge(compute(gaps, group, (skpi_index_options){.impute = SKPI_INDEX_IMPUTE_GROUP_MEAN}), SKPI_OK);
    check_a(1.5, 9);
    ck_assert_int_ge(compute(gaps, same, (skpi_index_options){.impute = SKPI_INDEX_IMPUTE_GROUP_MEDIAN}), SKPI_OK);
    check_a(2, 2);
    /* a group of which no unit has a value gives none */
    ck_assert_int_eq(compute(gaps, alone, (skpi_index_options){.impute = SKPI_INDEX_IMPUTE_GROUP_MEDIAN}) &
                         SKPI_WMISSING,
                     SKPI_WMISSING);
    ck_near(imputed[3 * INDICATORS + A], 2, 0);
    ck_assert(isnan(imputed[4 * INDICATORS + A]));
}
END_TEST

/* The sibling b is half of the way, and all of it: so is a, from 1 to 9.  A sibling that is missing, or constant, has
 * nothing to say; a column that is constant itself is filled with its one value. */
START_TEST(siblings)
{
    const skpi_index_options o = {.impute = SKPI_INDEX_IMPUTE_PARENT_MEAN, .constant = SKPI_INDEX_CONSTANT_MIDPOINT};
    double value[N * INDICATORS];
    ck_assert_int_ge(compute(gaps, NULL, o), SKPI_OK);
    check_a(5, 9);
    memcpy(value, gaps, sizeof value);
    value[3 * INDICATORS + 1] = NAN;
    ck_assert_int_ge(compute(value, NULL, o), SKPI_OK);
    ck_assert(isnan(imputed[3 * INDICATORS + A]));
    for (size_t i = 0; i < N; i++) value[i * INDICATORS + 1] = 7;
    ck_assert_int_ge(compute(value, NULL, o), SKPI_OK);
    ck_assert(isnan(imputed[4 * INDICATORS + A]));
    memcpy(value, gaps, sizeof value);
    for (size_t i = 0; i < 3; i++) value[i * INDICATORS + A] = 3;
    ck_assert_int_ge(compute(value, NULL, o), SKPI_OK);
    ck_near(imputed[3 * INDICATORS + A], 3, 0);
    ck_near(imputed[4 * INDICATORS + A], 3, 0);
    value[3 * INDICATORS + 1] = NAN; /* a unit without another indicator of the parent has nothing to impute from */
    ck_assert_int_ge(compute(value, NULL, o), SKPI_OK);
    ck_assert(isnan(imputed[3 * INDICATORS + A]) && imputed[4 * INDICATORS + A] == 3);
    for (size_t i = 0; i < N; i++) value[i * INDICATORS + 1] = i == 3 ? (double)NAN : 7; /* both are constant */
    ck_assert_int_ge(compute(value, NULL, o), SKPI_OK);
    ck_assert(isnan(imputed[3 * INDICATORS + A]) && imputed[4 * INDICATORS + A] == 3);
}
END_TEST

/* Quotients and means that are the same but for rounding share a place: .3/.1 and .9/.3, .3 and the mean of .2, .4, .3. */
START_TEST(places_of_decimals)
{
    const double value[N * INDICATORS] = {.3, .2, 1,  1,   /**/ .9, .4, 2,       2,  /**/ .8, .3,
                                          3,  3,  .4, NAN, 4,       4,  /**/ .1, .5, -3,      -.3};
    const double by[N * INDICATORS] = {.1, 1, 1,       1, /**/ .3, 1, 1,       1, /**/ .4, 1,
                                       1,  1, /**/ .1, 1, 1,       1, /**/ .1, 1, 1,       1};
    const int32_t way[] = {SKPI_INDEX_NORMALISE_RANK, SKPI_INDEX_NORMALISE_PERCENTILE}, group[N] = {1, 1, 1, 1, 2};
    static const double place[N] = {3, 3, 2, 5, 1}, filled[N] = {1, 4, 2, 2, 5};
    for (size_t k = 0; k < 2; k++) {
        skpi_index_tree *tree = small_tree(NULL);
        skpi_index_data data = small_data(N, value);
        skpi_index_tree_compute_out out = {.size = sizeof out, .score = score, .imputed = imputed};
        const skpi_index_options o = {
            .size = sizeof o, .impute = SKPI_INDEX_IMPUTE_GROUP_MEAN, .normalise = way[k], .score_high = N - 1};
        data.denominator = by;
        data.group = group;
        ck_assert_int_eq(skpi_index_tree_compute(tree, &data, &o, &out), SKPI_OK);
        for (size_t i = 0; i < N; i++) {
            ck_near(score[i * NODES], place[i] - (double)k, 1e-14);
            ck_near(score[i * NODES + 1], filled[i] - (double)k, 1e-14);
        }
        skpi_index_tree_free(tree);
    }
}
END_TEST

/* Values on both sides of 0 whose mean is 0. */
START_TEST(a_mean_of_0)
{
    double value[N * INDICATORS];
    static const double around[N] = {-.9, 0, .1, NAN, .8};
    memcpy(value, gaps, sizeof value);
    for (size_t i = 0; i < N; i++) value[i * INDICATORS + A] = around[i];
    ck_assert_int_eq(compute(value, NULL, (skpi_index_options){.impute = SKPI_INDEX_IMPUTE_MEAN}), SKPI_OK);
    ck_assert_double_eq(imputed[3 * INDICATORS + A], 0);
}
END_TEST

/* A column of one value has the middle of the range, or the mean of z-scores, or no score; or it is refused. */
START_TEST(constant_columns)
{
    double value[N * INDICATORS];
    memcpy(value, gaps, sizeof value);
    for (size_t i = 0; i < N; i++) value[i * INDICATORS + A] = i ? 3 : NAN;
    ck_fails(compute(value, NULL, (skpi_index_options){.score_low = 0}), SKPI_EDOM, "data->value");
    ck_assert_int_ge(compute(value, NULL, (skpi_index_options){.constant = SKPI_INDEX_CONSTANT_MIDPOINT}), SKPI_OK);
    ck_assert(isnan(score[A]) && score[NODES + A] == 50);
    ck_assert_int_ge(compute(value, NULL,
                             (skpi_index_options){.constant = SKPI_INDEX_CONSTANT_MIDPOINT,
                                                  .normalise = SKPI_INDEX_NORMALISE_ZSCORE,
                                                  .score_mean = 10}),
                     SKPI_OK);
    ck_assert(score[NODES + A] == 10);
    ck_assert_int_eq(compute(value, NULL, (skpi_index_options){.constant = SKPI_INDEX_CONSTANT_MISSING}) &
                         SKPI_WMISSING,
                     SKPI_WMISSING);
    ck_assert(isnan(score[A]) && isnan(score[NODES + A]));
}
END_TEST

/* A child that no mean can take does not matter to a unit of which too few children are present, and is refused, or
 * raised to the floor, of one with enough. */
START_TEST(children_of_missing_units)
{
    static const int32_t method[] = {SKPI_INDEX_AGGREGATE_GEOMETRIC, SKPI_INDEX_AGGREGATE_HARMONIC,
                                     SKPI_INDEX_AGGREGATE_POWER};
    static const double few[N * INDICATORS] = {0,      NAN, 3, 4, /**/ 4, 4, 4, 4, /**/ -1, NAN, 3, 4,
                                               /**/ 2, 2,   2, 2, /**/ 5, 5, 5, 5};
    for (size_t k = 0; k < 3; k++) {
        skpi_index_options o = {.normalise = SKPI_INDEX_NORMALISE_AS_IS,
                                .aggregate = method[k],
                                .power = method[k] == SKPI_INDEX_AGGREGATE_POWER ? -1 : 0,
                                .min_present = .6};
        ck_assert_int_eq(compute(few, NULL, o), SKPI_WMISSING);
        ck_assert(isnan(score[4]) && isnan(score[2 * NODES + 4]));
        ck_near(score[NODES + 4], 4, 1e-14);
        o.floor = .1;
        ck_assert_int_eq(compute(few, NULL, o), SKPI_WMISSING);
        ck_assert(isnan(score[4]) && isnan(score[2 * NODES + 4]));
        o.min_present = .5;
        ck_assert_int_eq(compute(few, NULL, o), SKPI_WMISSING | SKPI_WADJUSTED);
        ck_near(score[4], .1, 1e-14);
        o.floor = 0;
        ck_assert_int_eq(compute(few, NULL, o), SKPI_EDOM);
    }
}
END_TEST

UNIT_MAIN("index_gaps", UNIT_CASE("imputation", columns_and_groups, siblings, places_of_decimals, a_mean_of_0),
          UNIT_CASE("constants", constant_columns), UNIT_CASE("presence", children_of_missing_units))
