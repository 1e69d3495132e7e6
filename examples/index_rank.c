/* A composite index from a table of indicators: scores and ranks of every unit at every aggregate node, and, if wanted, how
 * far the ranks rest on what was assumed.
 *
 * The assumptions that --uncertainty varies: outliers moved at most 1 to 5 in a column, min-max to 1 to 100 or z-scores of
 * mean 10 and standard deviation 2, weights from level 2 upwards times 1 +- 0.25 (or the sets of a file), arithmetic or
 * geometric means. */
#include "common/index_tables.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FACTORS = 4, QUANTILES = 2, TOP = 10, LEVELS_MOST = 16 };

typedef struct choices { /* what the command line says */
    skpi_index_options options;
    int32_t of_level[LEVELS_MOST]; /* aggregation of levels 2, 3 ...; 0: as the options say */
    const char *group;
    uint64_t draws, seed;
    int uncertain, exact;
    const char *sensitivity, *weight_sets, *treatment_log;
} choices;

static double read_number(const char *option, const char **at)
{
    char *end;
    const double x = strtod(*at, &end);
    if (end == *at || !isfinite(x)) program_fail(PROGRAM_USAGE, "%s: %s is no number", option, *at);
    *at = end;
    return x;
}

/* "L,U" */
static void read_pair(const char *option, const char *text, double *first, double *second)
{
    const char *at = text;
    *first = read_number(option, &at);
    if (*at++ != ',') program_fail(PROGRAM_USAGE, "%s: two numbers with a comma between them are needed", option);
    *second = read_number(option, &at);
    if (*at) program_fail(PROGRAM_USAGE, "%s: %s is too much", option, at);
}

static void choose_treatment(choices *c)
{
    const uint64_t cells = program_whole("--winmax", 5, 1, 1000000);
    if (program_flag("--no-treat")) return;
    c->options.treat = SKPI_INDEX_TREAT_WINSORISE_LOG;
    c->options.winsorise_cells = (int32_t)cells;
}

/* The peer's names: borda is the rank from 0, dist2max is min-max from 0 to 1. */
static void choose_normalisation(choices *c)
{
    static const program_word words[] = {{"minmax", SKPI_INDEX_NORMALISE_MINMAX},
                                         {"zscore", SKPI_INDEX_NORMALISE_ZSCORE},
                                         {"rank", SKPI_INDEX_NORMALISE_RANK},
                                         {"prank", SKPI_INDEX_NORMALISE_PERCENTILE},
                                         {"borda", 1},
                                         {"dist2max", 2}};
    const char *name = program_option("--normalise"), *range = program_option("--range");
    if (name)
        c->options.normalise =
            program_word_value("--normalise", name, strlen(name), sizeof words / sizeof *words, words);
    if (c->options.normalise == SKPI_INDEX_NORMALISE_PERCENTILE || c->options.normalise == 2) c->options.score_high = 1;
    if (c->options.normalise == 2) c->options.normalise = SKPI_INDEX_NORMALISE_MINMAX;
    if (range && c->options.normalise == 1)
        program_fail(PROGRAM_USAGE, "--range: borda has the range from 0 to the number of units - 1");
    if (range && c->options.normalise == SKPI_INDEX_NORMALISE_ZSCORE)
        read_pair("--range", range, &c->options.score_mean, &c->options.score_sd);
    else if (range)
        read_pair("--range", range, &c->options.score_low, &c->options.score_high);
}

static void choose_aggregation(choices *c)
{
    static const program_word words[] = {{"amean", SKPI_INDEX_AGGREGATE_ARITHMETIC},
                                         {"gmean", SKPI_INDEX_AGGREGATE_GEOMETRIC},
                                         {"hmean", SKPI_INDEX_AGGREGATE_HARMONIC}};
    const char *given = program_option("--aggregate");
    const int several = given && strchr(given, ',');
    for (size_t level = 0; given; level++) {
        const size_t length = strcspn(given, ",");
        const int32_t method = program_word_value("--aggregate", given, length, sizeof words / sizeof *words, words);
        if (level == LEVELS_MOST) program_fail(PROGRAM_USAGE, "--aggregate: more than %d levels", LEVELS_MOST);
        if (several)
            c->of_level[level] = method;
        else
            c->options.aggregate = method;
        given = given[length] ? given + length + 1 : NULL;
    }
}

static void choose_imputation(choices *c)
{
    static const program_word words[] = {{"mean", SKPI_INDEX_IMPUTE_MEAN},
                                         {"median", SKPI_INDEX_IMPUTE_MEDIAN},
                                         {"group-mean", SKPI_INDEX_IMPUTE_GROUP_MEAN},
                                         {"group-median", SKPI_INDEX_IMPUTE_GROUP_MEDIAN}};
    const char *given = program_option("--impute");
    if (!given) return;
    const size_t length = strcspn(given, "=");
    c->options.impute = program_word_value("--impute", given, length, sizeof words / sizeof *words, words);
    const int grouped = strncmp(given, "group-", 6) == 0;
    if (grouped != (given[length] == '='))
        program_fail(PROGRAM_USAGE,
                     grouped ? "--impute: group-mean=COLUMN names the column of the groups"
                             : "--impute: %s has no column",
                     given);
    if (grouped) c->group = given + length + 1;
}

static choices choose(void)
{
    choices c = {.options = {.size = sizeof c.options}};
    const char *uncertainty = program_option("--uncertainty");
    choose_treatment(&c);
    choose_normalisation(&c);
    choose_aggregation(&c);
    choose_imputation(&c);
    c.options.min_present = program_number("--min-share", 0, -1e-300, 1 + 1e-15);
    c.options.round = program_number("--round", 0, -1e-300, 1e300);
    c.treatment_log = program_option("--treatment-log");
    c.sensitivity = program_option("--sensitivity");
    c.weight_sets = program_option("--weight-sets");
    c.exact = program_flag("--exact");
    c.uncertain = uncertainty || c.exact;
    if (uncertainty) {
        double draws, seed;
        read_pair("--uncertainty", uncertainty, &draws, &seed);
        if (draws != rint(draws) || draws < 1 || draws > 1e9 || seed != rint(seed) || seed < 0 || seed > 0x1p53)
            program_fail(PROGRAM_USAGE, "--uncertainty: a number of draws and a seed are needed, 1000,1");
        c.draws = (uint64_t)draws;
        c.seed = (uint64_t)seed;
    }
    if (c.exact && !c.weight_sets) program_fail(PROGRAM_USAGE, "--exact: noise has no list: give --weight-sets");
    if (c.treatment_log && c.sensitivity && !strcmp(c.treatment_log, c.sensitivity))
        program_fail(PROGRAM_USAGE, "--treatment-log and --sensitivity are the same file");
    if (!c.uncertain && (c.sensitivity || c.weight_sets))
        program_fail(PROGRAM_USAGE, "--sensitivity and --weight-sets need --uncertainty or --exact");
    return c;
}

/* ---- the index ---- */

static skpi_index_tree *make_tree(const index_tables *t, const choices *c)
{
    int32_t *aggregate = program_memory(t->n_nodes, sizeof *aggregate);
    skpi_index_tree_new_in in = {.size = sizeof in,
                                 .n_nodes = t->n_nodes,
                                 .code = t->code,
                                 .parent = t->parent,
                                 .weight = t->weight,
                                 .direction = t->direction,
                                 .aggregate = aggregate};
    skpi_index_tree *tree = NULL;
    for (size_t k = 0; k < t->n_nodes; k++)
        if (t->level[k] >= 2 && t->level[k] < LEVELS_MOST + 2) aggregate[k] = c->of_level[t->level[k] - 2];
    index_tables_tell(t, skpi_index_tree_new(&in, &tree));
    index_tables_check_levels(t);
    free(aggregate);
    return tree;
}

static FILE *create_file(const char *path)
{
    FILE *file = fopen(path, "wb");
    if (!file) program_fail(PROGRAM_DATA, "%s: %s", path, strerror(errno));
    return file;
}

static double rank_or_nan(int32_t rank) { return rank == SKPI_NONE ? (double)NAN : (double)rank; }

static void print_ranks(const index_tables *t, const double *score, const int32_t *rank)
{
    puts("place,node,score,rank");
    for (size_t i = 0; i < t->n_units; i++)
        for (size_t k = 0; k < t->n_nodes; k++) {
            const size_t at = i * t->n_nodes + k;
            if (t->level[k] < 2) continue;
            csv_put_text(stdout, 1, t->unit[i]);
            csv_put_text(stdout, 0, t->code[k]);
            csv_put_number(stdout, 0, score[at]);
            csv_put_number(stdout, 0, rank_or_nan(rank[at]));
            putchar('\n');
        }
}

static void print_treatment(const index_tables *t, const char *path, const double *before, const double *after,
                            const int32_t *change)
{
    FILE *file = create_file(path);
    fputs("indicator,place,old,new,treatment\n", file);
    for (size_t j = 0; j < t->n_indicators; j++)
        for (size_t i = 0; i < t->n_units; i++) {
            const size_t at = i * t->n_indicators + j;
            const char *what = change[at] & SKPI_INDEX_CHANGE_FLAG_LOGGED    ? "log"
                               : change[at] & SKPI_INDEX_CHANGE_FLAG_LOWERED ? "winhi"
                               : change[at] & SKPI_INDEX_CHANGE_FLAG_RAISED  ? "winlo"
                                                                             : NULL;
            if (!what) continue;
            csv_put_text(file, 1, t->code[t->node_of[j]]);
            csv_put_text(file, 0, t->unit[i]);
            csv_put_number(file, 0, before[at]);
            csv_put_number(file, 0, after[at]);
            csv_put_text(file, 0, what);
            putc('\n', file);
        }
    program_close(file, path);
}

static void compute(const index_tables *t, const skpi_index_tree *tree, const skpi_index_data *data, const choices *c)
{
    const size_t cells = t->n_units * t->n_indicators, scores = t->n_units * t->n_nodes;
    double *score = program_memory(scores, sizeof *score), *before = program_memory(cells, sizeof *before),
           *after = program_memory(cells, sizeof *after);
    int32_t *rank = program_memory(scores, sizeof *rank), *change = program_memory(cells, sizeof *change);
    skpi_index_tree_compute_out out = {sizeof out, 0, before, after, change, score, rank};
    index_tables_tell(t, skpi_index_tree_compute(tree, data, &c->options, &out));
    if (!c->uncertain) print_ranks(t, score, rank);
    if (c->treatment_log) print_treatment(t, c->treatment_log, before, after, change);
    free(score);
    free(before);
    free(after);
    free(rank);
    free(change);
}

/* ---- under other assumptions ---- */

/* No set is without a row. */
static void read_numbers(const csv *file, size_t set, size_t n_sets)
{
    char *named = program_memory(n_sets, 1);
    for (size_t row = 0; row < csv_rows(file); row++) named[(size_t)csv_number(file, row, set) - 1] = 1;
    for (size_t i = 0; i < n_sets; i++)
        if (!named[i]) csv_fail(file, CSV_WHOLE, set, "set %zu of %zu has no row", i + 1, n_sets);
    free(named);
}

/* Sets of weights: set numbers the sets; nodes that a set does not name have the weight of META. */
static double *read_weight_sets(const index_tables *t, const char *path, size_t *n_sets)
{
    csv *file = csv_read(path);
    const size_t set = csv_column(file, "set"), code = csv_column(file, "node"), weight = csv_column(file, "weight"),
                 unique[] = {set, code};
    double *weights = NULL;
    csv_unique(file, 2, unique);
    *n_sets = 0;
    for (int pass = 0; pass < 2; pass++) { /* count, then read */
        for (size_t row = 0; row < csv_rows(file); row++) {
            const double number = csv_positive(file, row, set);
            if (number != rint(number) || number > 1e6) csv_fail(file, row, set, "is not the number of a set");
            if (number > (double)*n_sets) *n_sets = (size_t)number;
            if (pass)
                weights[((size_t)number - 1) * t->n_nodes + index_tables_node(t, file, row, code)] =
                    csv_number(file, row, weight);
        }
        if (pass) continue;
        read_numbers(file, set, *n_sets);
        weights = program_memory(*n_sets * t->n_nodes, sizeof *weights);
        for (size_t i = 0; i < *n_sets * t->n_nodes; i++) weights[i] = t->weight[i % t->n_nodes];
    }
    csv_free(file);
    return weights;
}

static void print_sensitivity(const char *path, const skpi_index_tree_uncertainty_out *out)
{
    static const char *const factor[FACTORS] = {"winmax", "normalisation", "weights", "aggregation"};
    FILE *file = create_file(path);
    fputs("factor,first,first_low,first_high,total,total_low,total_high\n", file);
    for (size_t f = 0; f < FACTORS; f++) {
        csv_put_text(file, 1, factor[f]);
        const double shown[] = {out->first[f], out->first_low[f], out->first_high[f],
                                out->total[f], out->total_low[f], out->total_high[f]};
        for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) csv_put_number(file, 0, shown[i]);
        putc('\n', file);
    }
    program_close(file, path);
}

static void print_uncertainty(const index_tables *t, const skpi_index_tree_uncertainty_out *out)
{
    puts("place,rank,rank_median,rank_q5,rank_q95,p_top10");
    for (size_t i = 0; i < t->n_units; i++) {
        const double shown[] = {rank_or_nan(out->nominal[i]), out->median[i], out->quantile[QUANTILES * i],
                                out->quantile[QUANTILES * i + 1], out->top[i]};
        csv_put_text(stdout, 1, t->unit[i]);
        for (size_t k = 0; k < sizeof shown / sizeof *shown; k++) csv_put_number(stdout, 0, shown[k]);
        putchar('\n');
    }
}

static void vary(const index_tables *t, const skpi_index_tree *tree, const skpi_index_data *data, const choices *c,
                 int32_t threads)
{
    static const int32_t factor[] = {SKPI_INDEX_FACTOR_TREATMENT, SKPI_INDEX_FACTOR_NORMALISATION,
                                     SKPI_INDEX_FACTOR_WEIGHTS, SKPI_INDEX_FACTOR_AGGREGATION};
    static const int32_t cells[] = {1, 2, 3, 4, 5};
    static const int32_t normalisation[] = {SKPI_INDEX_NORMALISE_MINMAX, SKPI_INDEX_NORMALISE_ZSCORE};
    static const int32_t means[] = {SKPI_INDEX_AGGREGATE_ARITHMETIC, SKPI_INDEX_AGGREGATE_GEOMETRIC};
    static const double low[] = {1, 10}, high[] = {100, 2}, prob[QUANTILES] = {.05, .95};
    const size_t n = t->n_units;
    size_t n_sets = 0;
    double *sets = c->weight_sets ? read_weight_sets(t, c->weight_sets, &n_sets) : NULL;
    double *noise = program_memory(t->n_nodes, sizeof *noise);
    for (size_t k = 0; k < t->n_nodes; k++) noise[k] = t->level[k] >= 2 ? .25 : 0;
    const skpi_index_tree_uncertainty_in in = {.size = sizeof in,
                                               .n_factors = FACTORS,
                                               .factor = factor,
                                               .n_treatments = 5,
                                               .treatment = cells,
                                               .n_normalisations = 2,
                                               .normalisation = normalisation,
                                               .range_low = low,
                                               .range_high = high,
                                               .n_weight_sets = n_sets,
                                               .weight_set = sets,
                                               .weight_noise = sets ? NULL : noise,
                                               .n_aggregations = 2,
                                               .aggregation = means};
    const skpi_index_tree_uncertainty_options draw = {.size = sizeof draw,
                                                      .seed = c->seed,
                                                      .n_draws = c->draws,
                                                      .n_prob = QUANTILES,
                                                      .prob = prob,
                                                      .mode = c->exact         ? SKPI_INDEX_MODE_EXACT
                                                              : c->sensitivity ? SKPI_INDEX_MODE_SALTELLI
                                                                               : SKPI_INDEX_MODE_SAMPLED,
                                                      .threads = threads,
                                                      .top = n < TOP ? 0 : TOP};
    double index[6][FACTORS];
    skpi_index_tree_uncertainty_out out = {.size = sizeof out,
                                           .nominal = program_memory(n, sizeof(int32_t)),
                                           .median = program_memory(n, sizeof(double)),
                                           .quantile = program_memory(QUANTILES * n, sizeof(double)),
                                           .top = program_memory(n, sizeof(double)),
                                           .first = index[0],
                                           .total = index[1],
                                           .first_low = index[2],
                                           .first_high = index[3],
                                           .total_low = index[4],
                                           .total_high = index[5]};
    index_tables_tell(t, skpi_index_tree_uncertainty(tree, data, &in, &c->options, &draw, &out));
    print_uncertainty(t, &out);
    if (c->sensitivity) print_sensitivity(c->sensitivity, &out);
    free(out.nominal);
    free(out.median);
    free(out.quantile);
    free(out.top);
    free(sets);
    free(noise);
}

int main(int argc, char **argv)
{
    program_begin(argc, argv,
                  "usage: index_rank [options] DATA.csv META.csv\n"
                  "Scores and ranks of places in a composite index, one row for each place and aggregate node.\n"
                  "DATA has the column place and one for each indicator; an empty cell is missing.\n"
                  "META has the columns level,node,direction,weight,parent,type (Indicator, Aggregate).\n"
                  "  --denominate            divide by the columns that META names in denominator\n"
                  "  --impute HOW            mean, median, group-mean=COLUMN, group-median=COLUMN\n"
                  "  --winmax N, --no-treat  values moved at most before logarithms (5); outliers are left\n"
                  "  --treatment-log FILE    what was done to outliers\n"
                  "  --normalise HOW         minmax, zscore, rank, prank, borda, dist2max\n"
                  "  --range L,U             range of the scores (0,100); of z-scores mean and standard deviation\n"
                  "  --aggregate HOW         amean, gmean, hmean, or a list of them, one for each level from 2 on\n"
                  "  --min-share F           part of the children that must be present\n"
                  "  --round U               scores are rounded to multiples of U at every level\n"
                  "  --uncertainty N,SEED    ranks at the root under N draws of other assumptions instead\n"
                  "  --weight-sets FILE      sets of weights set,node,weight in place of noise\n"
                  "  --exact                 every combination of the assumptions once\n"
                  "  --sensitivity FILE      which assumption moves the ranks\n"
                  "  --threads N             threads (1)\n");
    const choices c = choose();
    const int denominate = program_flag("--denominate");
    const int32_t threads = (int32_t)program_whole("--threads", 1, 1, 1024);
    char **file;
    program_operands(2, 2, &file);
    index_tables *t = index_tables_read(file[0], file[1], denominate, c.group);
    index_tables_check_units(t, c.options.impute != 0);
    choices own = c;
    if (c.options.normalise == 1) { /* borda */
        own.options.normalise = SKPI_INDEX_NORMALISE_PERCENTILE;
        own.options.score_high = (double)t->n_units - 1;
    }
    const skpi_index_data data = {.size = sizeof data,
                                  .n_units = t->n_units,
                                  .n_indicators = t->n_indicators,
                                  .value = t->value,
                                  .denominator = t->denominator,
                                  .group = t->group};
    skpi_index_tree *tree = make_tree(t, &own);
    compute(t, tree, &data, &own);
    if (own.uncertain) vary(t, tree, &data, &own, threads);
    skpi_index_tree_free(tree);
    index_tables_free(t);
    return program_end();
}
