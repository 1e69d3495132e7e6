/* The ranks of an index under other assumptions: weights, the scale of the scores, and the kind of mean. */
#include "index_uncertainty.h"

#include <math.h>
#include <stdlib.h>

enum { TOP = 10, DRAWS = 4096, SEED = 1, ENDS = 3, SCALES = 2, MEANS = 2 };
/* The scale from 1 to 100 of indicators that are no scores, and z-scores that are positive as far as a mean needs it. */
static const double minmax_low = 1, minmax_high = 100, z_mean = 10, z_sd = 2;

static skpi_index_tree *index_tree(const city_index *x)
{
    const size_t nodes = x->m + 1;
    const char **code = program_memory(nodes, sizeof *code), **parent = program_memory(nodes, sizeof *parent);
    double *weight = program_memory(nodes, sizeof *weight);
    int32_t *direction = program_memory(nodes, sizeof *direction);
    skpi_index_tree *tree = NULL;
    code[0] = "index"; /* which is no dimension's */
    parent[0] = "";
    weight[0] = 1;
    direction[0] = 1;
    for (size_t j = 0; j < x->m; j++) {
        code[j + 1] = x->dimension[j].code;
        parent[j + 1] = code[0];
        weight[j + 1] = x->dimension[j].weight;
        direction[j + 1] = x->dimension[j].direction;
    }
    const skpi_index_tree_new_in in = {
        .size = sizeof in, .n_nodes = nodes, .code = code, .parent = parent, .weight = weight, .direction = direction};
    index_tell(x, skpi_index_tree_new(&in, &tree));
    free(code);
    free(parent);
    free(weight);
    free(direction);
    return tree;
}

/* A geometric mean needs scores above 0, as they are and as z-scores: otherwise the score that has none is kept. */
static void means_choose(city_index *x)
{
    double *mean = program_memory(x->m, sizeof *mean), *sd = program_memory(x->m, sizeof *sd);
    skpi_index_describe_out out = {.size = sizeof out, .mean = mean, .sd = sd};
    index_tell(x, skpi_index_describe(x->n, x->m, x->value, &out));
    for (size_t i = 0; i < x->n * x->m && !x->one_mean; i++) {
        const size_t j = i % x->m;
        const double z = x->dimension[j].direction * (x->value[i] - mean[j]) / sd[j];
        if ((x->printed == CSV_NONE || x->value[i] > 0) && z_mean + z_sd * z > 0) continue;
        x->one_mean = 1;
        x->low_city = i / x->m;
        x->low_dimension = j;
    }
    free(mean);
    free(sd);
}

static void scores_compute(city_index *x, const skpi_index_tree *tree, const skpi_index_data *data,
                           const skpi_index_options *options)
{
    const size_t nodes = x->m + 1;
    double *score = program_memory(x->n * nodes, sizeof *score);
    skpi_index_tree_compute_out out = {.size = sizeof out, .score = score};
    index_tell(x, skpi_index_tree_compute(tree, data, options, &out));
    for (size_t i = 0; i < x->n; i++) x->city[i].score = score[i * nodes] * x->sum;
    free(score);
}

void index_uncertainty_compute(city_index *x)
{
    static const double prob[ENDS] = {(1 - INDEX_COVERAGE) / 2, .5, (1 + INDEX_COVERAGE) / 2};
    static const int32_t factor[INDEX_ASSUMPTIONS] = {[INDEX_WEIGHTS] = SKPI_INDEX_FACTOR_WEIGHTS,
                                                      [INDEX_SCALE] = SKPI_INDEX_FACTOR_NORMALISATION,
                                                      [INDEX_MEAN] = SKPI_INDEX_FACTOR_AGGREGATION};
    static const int32_t mean[MEANS] = {SKPI_INDEX_AGGREGATE_ARITHMETIC, SKPI_INDEX_AGGREGATE_GEOMETRIC};
    const size_t n = x->n;
    means_choose(x);
    x->top = n > TOP ? TOP : 1;
    const size_t factors = x->one_mean ? INDEX_MEAN : INDEX_ASSUMPTIONS;
    const int32_t usual = x->printed == CSV_NONE ? SKPI_INDEX_NORMALISE_MINMAX : SKPI_INDEX_NORMALISE_AS_IS;
    const int32_t scale[SCALES] = {usual, SKPI_INDEX_NORMALISE_ZSCORE};
    const double low[SCALES] = {minmax_low, z_mean}, high[SCALES] = {minmax_high, z_sd};
    double *noise = program_memory(x->m + 1, sizeof *noise);
    for (size_t j = 1; j <= x->m; j++) noise[j] = INDEX_NOISE;
    skpi_index_tree *tree = index_tree(x);
    const skpi_index_data data = {.size = sizeof data, .n_units = n, .n_indicators = x->m, .value = x->value};
    const skpi_index_options options = {
        .size = sizeof options, .normalise = usual, .score_low = minmax_low, .score_high = minmax_high};
    const skpi_index_tree_uncertainty_in in = {.size = sizeof in,
                                               .n_factors = factors,
                                               .factor = factor,
                                               .n_normalisations = SCALES,
                                               .normalisation = scale,
                                               .range_low = low,
                                               .range_high = high,
                                               .weight_noise = noise,
                                               .n_aggregations = x->one_mean ? 0 : MEANS,
                                               .aggregation = x->one_mean ? NULL : mean};
    const uint64_t runs = DRAWS * (2 + factors);
    const skpi_index_tree_uncertainty_options draw = {.size = sizeof draw,
                                                      .seed = SEED,
                                                      .n_draws = DRAWS,
                                                      .n_runs = runs,
                                                      .n_prob = ENDS,
                                                      .prob = prob,
                                                      .mode = SKPI_INDEX_MODE_SALTELLI,
                                                      .top = x->top};
    int32_t *rank = program_memory(n, sizeof *rank);
    double *end = program_memory(n * ENDS, sizeof *end), *top = program_memory(n, sizeof *top);
    double *by = program_memory(n * factors, sizeof *by), *shift = program_memory(runs, sizeof *shift);
    for (size_t f = 0; f < INDEX_ASSUMPTIONS; f++) x->by[f] = (double)NAN;
    skpi_index_tree_uncertainty_out out = {.size = sizeof out,
                                           .nominal = rank,
                                           .quantile = end,
                                           .top = top,
                                           .shift = shift,
                                           .total = x->by,
                                           .unit_total = by};
    scores_compute(x, tree, &data, &options);
    index_tell(x, skpi_index_tree_uncertainty(tree, &data, &in, &options, &draw, &out));
    for (size_t i = 0; i < n; i++) {
        index_city *c = &x->city[i];
        c->rank = rank[i];
        c->low = end[i * ENDS];
        c->median = end[i * ENDS + 1];
        c->high = end[i * ENDS + 2];
        c->top = top[i];
        for (size_t f = 0; f < INDEX_ASSUMPTIONS; f++) c->by[f] = f < factors ? by[i * factors + f] : (double)NAN;
    }
    for (size_t k = 0; k < 2 * DRAWS; k++) x->shift += shift[k] / (2 * DRAWS); /* A and B */
    skpi_index_tree_free(tree);
    free(noise);
    free(rank);
    free(end);
    free(top);
    free(by);
    free(shift);
}
