/* Scores and ranks of alternatives by several criteria, with weights that are given or found in the data. */
#include "common/cells.h"
#include "common/csv.h"

#include <math.h>
#include <smartkpi.h>
#include <stdlib.h>
#include <string.h>

enum { BENEFIT = 1, GIVEN = 2 };       /* besides the choices of the library */
static const double same_rank = 1e-12; /* benefit scores this close tie */

typedef struct table { /* the two files */
    csv *matrix, *parameters;
    size_t n, m;
    const char **alternative; /* n */
    size_t *column;           /* m: of the matrix */
    double *value;            /* n x m */
    double *weight;           /* m */
    int32_t *direction;       /* m */
} table;

static int32_t chosen(const char *option, int32_t usual, size_t n, const program_word *words)
{
    const char *given = program_option(option);
    if (!given) return usual;
    return program_word_value(option, given, strlen(given), n, words);
}

/* The column of the matrix that has the name of a criterion. */
static size_t criterion_column(const table *t, size_t row, size_t column)
{
    const char *name = csv_text(t->parameters, row, column);
    const size_t found = csv_exact(t->matrix, name);
    if (found == CSV_NONE) csv_fail(t->parameters, row, column, "%s has no column %s", csv_name(t->matrix), name);
    return found;
}

/* Values may be missing unless all are needed. */
static table read_table(const char *matrix, const char *parameters, int complete)
{
    table t = {csv_read(matrix), csv_read(parameters), 0, 0, NULL, NULL, NULL, NULL, NULL};
    const size_t alternative = csv_column(t.matrix, "place"), criterion = csv_column(t.parameters, "indicator");
    const size_t weight = csv_optional(t.parameters, "weight"), direction = csv_optional(t.parameters, "direction");
    csv_unique(t.matrix, 1, &alternative);
    csv_compared(t.matrix, alternative);
    csv_unique(t.parameters, 1, &criterion);
    t.n = csv_rows(t.matrix);
    csv_least(t.matrix, 1, "place");
    csv_least(t.parameters, 1, "indicator");
    t.m = csv_rows(t.parameters);
    t.alternative = program_memory(t.n, sizeof *t.alternative);
    t.column = program_memory(t.m, sizeof *t.column);
    t.value = program_memory(t.n * t.m, sizeof *t.value);
    t.weight = program_memory(t.m, sizeof *t.weight);
    t.direction = program_memory(t.m, sizeof *t.direction);
    for (size_t j = 0; j < t.m; j++) {
        t.column[j] = criterion_column(&t, j, criterion);
        t.weight[j] = weight == CSV_NONE ? 1 : csv_number(t.parameters, j, weight);
        const double sign = direction == CSV_NONE ? 1 : csv_number(t.parameters, j, direction);
        if (fabs(sign) != 1) csv_fail(t.parameters, j, direction, "a direction is 1, or -1 where less is better");
        t.direction[j] = sign > 0 ? 1 : -1;
    }
    for (size_t i = 0; i < t.n; i++) {
        t.alternative[i] = csv_text(t.matrix, i, alternative);
        if (csv_empty(t.matrix, i, t.m, t.column))
            csv_fail(t.matrix, i, alternative, "\"%s\" has no value of any indicator", t.alternative[i]);
        for (size_t j = 0; j < t.m; j++)
            t.value[i * t.m + j] =
                complete ? csv_number(t.matrix, i, t.column[j]) : csv_number_or(t.matrix, i, t.column[j], (double)NAN);
    }
    return t;
}

static void free_table(table *t)
{
    free(t->alternative);
    free(t->column);
    free(t->value);
    free(t->weight);
    free(t->direction);
    csv_free(t->matrix);
    csv_free(t->parameters);
}

/* Ends the program with the words of a failure, at its cell. */
static void tell(const table *t, skpi_status status)
{
    skpi_error e = {.size = sizeof e};
    if (status >= 0 || skpi_last_error_get(&e)) return;
    const size_t row = e.row < 0 ? CSV_WHOLE : (size_t)e.row, column = e.column < 0 ? 0 : (size_t)e.column;
    const int value = strcmp(e.name, "value") == 0 && column < t->m;
    char words[400], in_column[40];
    snprintf(in_column, sizeof in_column, "column %zu", column);
    const cells_name names[] = {
        {"value", value && e.column >= 0 ? csv_title(t->matrix, t->column[column]) : "the table"},
        {"share_low", "the lower bound of --share"},
        {"share_high", "the upper bound of --share"},
        {in_column, "this column"},
        {e.name, e.name}};
    cells_named(words, sizeof words, sizeof names / sizeof *names, names);
    if (value) csv_fail(t->matrix, row, t->column[column], "%s", words);
    if (strncmp(e.name, "share_", 6) == 0) program_fail(PROGRAM_DATA, "%s", words);
    const size_t named = csv_exact(t->parameters, e.name);
    csv_fail(t->parameters, row, named == CSV_NONE ? 0 : named, "%s", words);
}

static int32_t choose_weights(void)
{
    static const program_word words[] = {{"given", GIVEN},
                                         {"entropy", SKPI_INDEX_WEIGHT_ENTROPY},
                                         {"entropy-raw", SKPI_INDEX_WEIGHT_ENTROPY_RAW},
                                         {"critic", SKPI_INDEX_WEIGHT_CRITIC},
                                         {"std", SKPI_INDEX_WEIGHT_DEVIATION},
                                         {"balanced", SKPI_INDEX_WEIGHT_BALANCED},
                                         {"pca", SKPI_INDEX_WEIGHT_PRINCIPAL}};
    return chosen("--weights", GIVEN, sizeof words / sizeof *words, words);
}

static void print_weights(const table *t, const char *path)
{
    FILE *file = fopen(path, "w");
    if (!file) program_fail(PROGRAM_DATA, "%s cannot be written", path);
    fprintf(file, "indicator,weight\n");
    for (size_t j = 0; j < t->m; j++) {
        csv_put_text(file, 1, csv_text(t->parameters, j, csv_column(t->parameters, "indicator")));
        csv_put_number(file, 0, t->weight[j]);
        putc('\n', file);
    }
    program_close(file, path);
}

/* The weights of benefit differ from unit to unit, and every criterion must be one of which more is better. */
static void benefit(const table *t, const char *bounds, double *score, int32_t *rank)
{
    double low = 0, high = 1, *const share = program_memory(2 * t->m, sizeof *share);
    char rest;
    if (bounds && sscanf(bounds, "%lf,%lf%c", &low, &high, &rest) != 2)
        program_fail(PROGRAM_USAGE, "--share: two numbers with a comma between them are needed");
    for (size_t j = 0; j < t->m; j++) {
        if (t->direction[j] < 0)
            csv_fail(t->parameters, j, csv_column(t->parameters, "direction"),
                     "benefit of the doubt needs criteria of which more is better");
        share[j] = low;
        share[t->m + j] = high;
    }
    tell(t, skpi_index_benefit(t->n, t->m, t->value, share, share + t->m, score, NULL, NULL));
    tell(t, skpi_index_rank(t->n, 1, score, same_rank, rank));
    free(share);
}

int main(int argc, char **argv)
{
    static const program_word methods[] = {{"topsis", SKPI_INDEX_DECIDE_TOPSIS},
                                           {"vikor", SKPI_INDEX_DECIDE_VIKOR},
                                           {"promethee", SKPI_INDEX_DECIDE_PROMETHEE},
                                           {"copeland", SKPI_INDEX_DECIDE_COPELAND},
                                           {"benefit", BENEFIT}};
    static const program_word scales[] = {{"vector", SKPI_INDEX_DECIDE_SCALE_VECTOR},
                                          {"minmax", SKPI_INDEX_DECIDE_SCALE_MINMAX}};
    program_begin(
        argc, argv,
        "usage: index_decide [options] MATRIX PARAMS\n"
        "Scores and ranks alternatives by several criteria.\n"
        "MATRIX has the column place and one column for each indicator; an empty cell is missing, for copeland.\n"
        "PARAMS has the column indicator (the name of a column of MATRIX) and, if known, weight and direction (1,\n"
        "or -1 where less is better); without the whole column all are 1.  Prints place,score,rank.\n"
        "--method topsis|vikor|promethee|copeland|benefit    topsis if it is not given\n"
        "--weights given|entropy|entropy-raw|critic|std|balanced|pca\n"
        "--scale vector|minmax    how topsis makes criteria comparable\n"
        "--share L,U              bounds of each criterion's part in a score, for benefit\n"
        "--print-weights FILE     writes indicator,weight\n");
    const int32_t method = chosen("--method", SKPI_INDEX_DECIDE_TOPSIS, sizeof methods / sizeof *methods, methods);
    const skpi_index_decide_options options = {.size = sizeof options,
                                               .scale = chosen("--scale", 0, sizeof scales / sizeof *scales, scales)};
    const char *bounds = program_option("--share"), *weights = program_option("--print-weights");
    const int32_t by = choose_weights();
    char **file;
    program_operands(2, 2, &file);
    table t = read_table(file[0], file[1], method != SKPI_INDEX_DECIDE_COPELAND || by != GIVEN);
    double *score = program_memory(t.n, sizeof *score);
    int32_t *rank = program_memory(t.n, sizeof *rank);
    if (by != GIVEN) tell(&t, skpi_index_weight(t.n, t.m, t.value, t.direction, by, NULL, t.weight));
    skpi_index_decide_out out = {.size = sizeof out, .score = score, .rank = rank};
    if (method == BENEFIT)
        benefit(&t, bounds, score, rank);
    else
        tell(&t, skpi_index_decide(t.n, t.m, t.value, t.weight, t.direction, method, &options, &out));
    if (weights) print_weights(&t, weights);
    printf("place,score,rank\n");
    for (size_t i = 0; i < t.n; i++) {
        csv_put_text(stdout, 1, t.alternative[i]);
        csv_put_number(stdout, 0, score[i]);
        printf(",%d\n", (int)rank[i]);
    }
    free(score);
    free(rank);
    free_table(&t);
    return program_end();
}
