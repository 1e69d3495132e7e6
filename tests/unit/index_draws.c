/* Uncertainty of an index: alternatives that are refused, errors of values, what few draws leave unknown. */
#include "unit/index_tree.h"

enum { UNITS = 6 };
static const double value[UNITS * INDICATORS] = {1, 5, 3, 7, /**/ 4, 2, 6, 6, /**/ 9, 3, 1, 4,
                                                 2, 8, 7, 1, /**/ 6, 6, 2, 9, /**/ 8, 1, 5, 3};

typedef struct drawn {
    int32_t nominal[UNITS];
    double mean[UNITS], first[4], first_low[4], first_high[4];
} drawn;

static skpi_status draws_of(const skpi_index_tree *tree, const double *x, skpi_index_tree_uncertainty_in in,
                            skpi_index_options o, skpi_index_tree_uncertainty_options draw, drawn *d)
{
    const skpi_index_data data = small_data(UNITS, x);
    skpi_index_tree_uncertainty_out out = {.size = sizeof out,
                                           .nominal = d->nominal,
                                           .mean = d->mean,
                                           .first = draw.mode ? d->first : NULL,
                                           .first_low = draw.mode ? d->first_low : NULL,
                                           .first_high = draw.mode ? d->first_high : NULL};
    in.size = sizeof in, o.size = sizeof o, draw.size = sizeof draw;
    return skpi_index_tree_uncertainty(tree, &data, &in, &o, &draw, &out);
}

static const int32_t by_weights[] = {SKPI_INDEX_FACTOR_WEIGHTS}, by_normalisation[] = {SKPI_INDEX_FACTOR_NORMALISATION};
static const int32_t by_aggregation[] = {SKPI_INDEX_FACTOR_AGGREGATION}, by_errors[] = {SKPI_INDEX_FACTOR_ERRORS};
static const int32_t minmax[] = {SKPI_INDEX_NORMALISE_MINMAX}, mean[] = {SKPI_INDEX_AGGREGATE_ARITHMETIC};
static const skpi_index_options usual = {.tie = 0};
static const skpi_index_tree_uncertainty_options few = {.n_draws = 4};

START_TEST(alternatives_refused)
{
    skpi_index_tree *tree = small_tree(NULL), *deducting = NULL;
    drawn d;
    const double far_low[] = {-1.7e308}, far_high[] = {1.7e308}, unknown[NODES] = {.1, NAN},
                 negative[NODES] = {.1, -.1};
    const int32_t power[] = {SKPI_INDEX_AGGREGATE_POWER}, below[] = {-1, 0, 0, 0};
    skpi_index_tree_uncertainty_in in = {.n_factors = 1,
                                         .factor = by_normalisation,
                                         .n_normalisations = 1,
                                         .normalisation = minmax,
                                         .range_low = far_low,
                                         .range_high = far_high};
    ck_fails_at(draws_of(tree, value, in, usual, few, &d), SKPI_EINCONSISTENT, "alternatives->range_low", 0);
    in = (skpi_index_tree_uncertainty_in){.n_factors = 1, .factor = by_weights, .weight_noise = unknown};
    ck_fails_at(draws_of(tree, value, in, usual, few, &d), SKPI_ENOTFINITE, "alternatives->weight_noise", 1);
    in.weight_noise = negative;
    ck_fails_at(draws_of(tree, value, in, usual, few, &d), SKPI_ERANGE, "alternatives->weight_noise", 1);
    const double noise[NODES] = {.1, .1, .1, .1, .1, .1, .1};
    in.weight_noise = noise;
    skpi_index_tree_uncertainty_options chosen = {.n_draws = 4, .n_runs = 4, .choice = below};
    ck_fails_at(draws_of(tree, value, in, usual, chosen, &d), SKPI_ERANGE, "draw->choice", 0);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "is negative"));
    in = (skpi_index_tree_uncertainty_in){
        .n_factors = 1, .factor = by_aggregation, .n_aggregations = 1, .aggregation = power};
    ck_fails(draws_of(tree, value, in, usual, few, &d), SKPI_EDOM, "options->power");
    skpi_index_tree_free(tree);
    /* a group that is deducted, and its parent as a mean */
    const int32_t direction[NODES] = {1, 1, 1, 1, 1, -1, 1};
    skpi_index_tree_new_in nodes = small_nodes();
    nodes.direction = direction;
    ck_assert_int_eq(skpi_index_tree_new(&nodes, &deducting), SKPI_OK);
    in.aggregation = mean;
    ck_fails_at(draws_of(deducting, value, in, (skpi_index_options){.aggregate = SKPI_INDEX_AGGREGATE_SUM}, few, &d),
                SKPI_EINVAL, "alternatives->aggregation", 0);
    skpi_index_tree_free(deducting);
}
END_TEST

START_TEST(too_many_combinations)
{
    enum { MANY = 50000 };
    static int32_t treatment[MANY], normalisation[MANY];
    static const int32_t factors[] = {SKPI_INDEX_FACTOR_TREATMENT, SKPI_INDEX_FACTOR_NORMALISATION};
    skpi_index_tree *tree = small_tree(NULL);
    drawn d;
    for (size_t i = 0; i < MANY; i++) normalisation[i] = SKPI_INDEX_NORMALISE_MINMAX;
    const skpi_index_tree_uncertainty_in in = {.n_factors = 2,
                                               .factor = factors,
                                               .n_treatments = MANY,
                                               .treatment = treatment,
                                               .n_normalisations = MANY,
                                               .normalisation = normalisation};
    const skpi_index_options o = {.treat = SKPI_INDEX_TREAT_WINSORISE};
    ck_fails(draws_of(tree, value, in, o, (skpi_index_tree_uncertainty_options){.mode = SKPI_INDEX_MODE_EXACT}, &d),
             SKPI_ERANGE, "alternatives->factor");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "2^31 combinations"));
    skpi_index_tree_free(tree);
}
END_TEST

/* A value that is missing, or known without an error, has none; without any, the ranks are those of the index. */
START_TEST(errors_of_values)
{
    skpi_index_tree *tree = small_tree(NULL);
    double gaps[UNITS * INDICATORS], error[UNITS * INDICATORS] = {0};
    drawn d;
    const skpi_index_tree_uncertainty_in in = {.n_factors = 1, .factor = by_errors, .error = error};
    memcpy(gaps, value, sizeof gaps);
    gaps[0] = NAN;
    for (int large = 0; large < 2; large++) {
        if (large) gaps[2] = 1.5e308; /* beyond half the range, but without an error */
        ck_assert_int_eq(draws_of(tree, gaps, in, usual, few, &d), SKPI_WMISSING);
        for (size_t i = 0; i < UNITS; i++) ck_assert_double_eq(d.mean[i], d.nominal[i]);
    }
    gaps[2] = value[2];
    for (size_t j = 0; j < INDICATORS; j++) gaps[3 * INDICATORS + j] = NAN; /* a unit without a value has no rank */
    ck_assert_int_eq(draws_of(tree, gaps, in, usual, few, &d), SKPI_WMISSING);
    for (size_t i = 0; i < UNITS; i++) ck_assert(isnan(d.mean[i]) == (i == 3));
    memcpy(gaps + 3 * INDICATORS, value + 3 * INDICATORS, INDICATORS * sizeof *gaps);
    error[0] = 1, error[5] = 1.7e308; /* some draw is beyond half the range */
    d.mean[0] = 7;
    ck_fails_at(draws_of(tree, gaps, in, usual, (skpi_index_tree_uncertainty_options){.n_draws = 64}, &d),
                SKPI_EOVERFLOW, "alternatives->error", 1);
    ck_assert_double_eq(d.mean[0], 7);
    skpi_index_tree_free(tree);
}
END_TEST

/* Two threads count ranks without comparisons of units; the sums are those of one. */
START_TEST(threads_without_comparisons)
{
    const double noise[NODES] = {.5, .5, .5, .5, .5, .5, 0};
    skpi_index_tree *tree = small_tree(NULL);
    drawn one, two;
    const skpi_index_tree_uncertainty_in in = {.n_factors = 1, .factor = by_weights, .weight_noise = noise};
    skpi_index_tree_uncertainty_options draw = {.n_draws = 500};
    ck_assert_int_eq(draws_of(tree, value, in, usual, draw, &one), SKPI_OK);
    draw.threads = 2;
    ck_assert_int_eq(draws_of(tree, value, in, usual, draw, &two), SKPI_OK);
    ck_assert_int_eq(memcmp(one.mean, two.mean, sizeof one.mean), 0);
    skpi_index_tree_free(tree);
}
END_TEST

/* With two draws a resample may take one of them twice, and then nothing varies: such resamples tell nothing, and if all
 * are such, there is no interval. */
START_TEST(resamples_that_do_not_vary)
{
    const double noise[NODES] = {.9, .9, .9, .9, .9, .9, 0};
    skpi_index_tree *tree = small_tree(NULL);
    int known = 0, unknown = 0;
    const skpi_index_tree_uncertainty_in in = {.n_factors = 1, .factor = by_weights, .weight_noise = noise};
    for (uint64_t seed = 0; seed < 40; seed++) {
        drawn d;
        const skpi_index_tree_uncertainty_options draw = {
            .mode = SKPI_INDEX_MODE_SALTELLI, .n_draws = 2, .n_resamples = 1 + seed % 2 * 8, .seed = seed};
        ck_assert_int_ge(draws_of(tree, value, in, usual, draw, &d), SKPI_OK);
        if (isnan(d.first[0])) continue;
        ck_assert(isnan(d.first_low[0]) == isnan(d.first_high[0]));
        isnan(d.first_low[0]) ? unknown++ : known++;
    }
    ck_assert(known > 0 && unknown > 0);
    skpi_index_tree_free(tree);
}
END_TEST

/* A geometric mean of a score of 0 is refused in whichever run it comes. */
START_TEST(means_among_alternatives)
{
    static const int32_t factors[] = {SKPI_INDEX_FACTOR_WEIGHTS, SKPI_INDEX_FACTOR_AGGREGATION};
    static const int32_t two[] = {SKPI_INDEX_AGGREGATE_ARITHMETIC, SKPI_INDEX_AGGREGATE_GEOMETRIC};
    const double noise[NODES] = {.5, .5, .5, .5, .5, .5, 0};
    skpi_index_tree *tree = small_tree(NULL);
    drawn d = {.mean = {7}};
    const skpi_index_tree_uncertainty_in in = {
        .n_factors = 2, .factor = factors, .weight_noise = noise, .n_aggregations = 2, .aggregation = two};
    for (int32_t mode = SKPI_INDEX_MODE_SAMPLED; mode <= SKPI_INDEX_MODE_SALTELLI; mode++)
        ck_fails(draws_of(tree, value, in, usual,
                          (skpi_index_tree_uncertainty_options){.mode = mode, .n_draws = 100, .n_resamples = 3}, &d),
                 SKPI_EDOM, "out->score");
    ck_assert_double_eq(d.mean[0], 7);
    skpi_index_tree_free(tree);
}
END_TEST

/* The smallest weight that is allowed, under nearly the largest noise: its parent has a score in every draw. */
START_TEST(weights_that_nearly_vanish)
{
    const double weight[NODES] = {1e-100, 0, 1, 1, 1, 1, 1}, noise[NODES] = {1 - 1e-15, 0, 0, 0, 0, 0, 0};
    skpi_index_tree *tree = small_tree(weight);
    drawn d;
    const skpi_index_tree_uncertainty_in in = {.n_factors = 1, .factor = by_weights, .weight_noise = noise};
    double sum = 0;
    ck_assert_int_eq(draws_of(tree, value, in, usual, (skpi_index_tree_uncertainty_options){.n_draws = 64}, &d),
                     SKPI_OK);
    for (size_t i = 0; i < UNITS; i++) {
        ck_assert_double_eq(d.mean[i], d.nominal[i]);
        sum += d.mean[i];
    }
    ck_near(sum, UNITS * (UNITS + 1) / 2, 1e-12);
    skpi_index_tree_free(tree);
}
END_TEST

UNIT_MAIN("index_draws", UNIT_CASE("refused", alternatives_refused, too_many_combinations, means_among_alternatives),
          UNIT_CASE("draws", errors_of_values, threads_without_comparisons, resamples_that_do_not_vary,
                    weights_that_nearly_vanish))
