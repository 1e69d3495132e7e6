/* The two tables of a composite index (index_tables.h). */
#include "index_tables.h"
#include "cells.h"
#include "names.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { INDICATOR, AGGREGATE, NO_NODE };

/* Denominators, groups and other columns of DATA may have rows, which are no nodes. */
static size_t index_type(const csv *meta, size_t row, size_t column)
{
    static const char *const type[] = {"Indicator", "Aggregate", "Denominator", "Group", "Other"};
    const size_t k = csv_choice(meta, row, column, sizeof type / sizeof *type, type);
    return k < NO_NODE ? k : NO_NODE;
}

static int32_t index_whole(const csv *t, size_t row, size_t column)
{
    const double x = csv_number(t, row, column);
    if (x != rint(x) || fabs(x) > 1e6) csv_fail(t, row, column, "%s is not a whole number", csv_raw(t, row, column));
    return (int32_t)x;
}

static void index_read_nodes(index_tables *t)
{
    const size_t code = csv_column(t->meta, "node"), parent = csv_column(t->meta, "parent"),
                 level = csv_column(t->meta, "level"), direction = csv_column(t->meta, "direction"),
                 weight = csv_column(t->meta, "weight"), type = csv_column(t->meta, "type");
    const size_t rows = csv_rows(t->meta);
    csv_unique(t->meta, 1, &code);
    t->node_row = program_memory(rows, sizeof *t->node_row);
    t->code = program_memory(rows, sizeof *t->code);
    t->parent = program_memory(rows, sizeof *t->parent);
    t->level = program_memory(rows, sizeof *t->level);
    t->direction = program_memory(rows, sizeof *t->direction);
    t->weight = program_memory(rows, sizeof *t->weight);
    t->column = program_memory(rows, sizeof *t->column);
    t->node_of = program_memory(rows, sizeof *t->node_of);
    for (size_t row = 0; row < rows; row++) {
        const size_t what = index_type(t->meta, row, type);
        if (what == NO_NODE) continue;
        const size_t k = t->n_nodes++;
        t->node_row[k] = row;
        t->code[k] = csv_text(t->meta, row, code);
        t->parent[k] = csv_raw(t->meta, row, parent);
        t->level[k] = index_whole(t->meta, row, level);
        t->direction[k] = index_whole(t->meta, row, direction);
        t->weight[k] = csv_number(t->meta, row, weight);
        if (what != INDICATOR) continue;
        if (t->level[k] != 1) csv_fail(t->meta, row, level, "level %d of an indicator: it is 1", (int)t->level[k]);
        t->node_of[t->n_indicators] = k;
        t->column[t->n_indicators++] = csv_column(t->data, t->code[k]);
    }
}

static void index_check_nodes(const index_tables *t)
{
    const size_t type = csv_column(t->meta, "type");
    if (!t->n_nodes) csv_fail(t->meta, CSV_WHOLE, type, "no row is an Indicator or an Aggregate");
    if (!t->n_indicators) csv_fail(t->meta, CSV_WHOLE, type, "no row is an Indicator");
}

void index_tables_check_levels(const index_tables *t)
{
    const size_t level = csv_column(t->meta, "level");
    names *codes = names_new(t->n_nodes);
    for (size_t k = 0; k < t->n_nodes; k++) names_add(codes, t->code[k]);
    for (size_t k = 0; k < t->n_nodes; k++) {
        const int32_t parent = names_find(codes, t->parent[k]);
        if (parent >= 0 && t->level[parent] <= t->level[k])
            csv_fail(t->meta, t->node_row[k], level, "level %d of %s is not below level %d of %s, its parent",
                     (int)t->level[k], t->code[k], (int)t->level[parent], t->code[parent]);
    }
    names_free(codes);
}

static void index_read_values(index_tables *t, int denominate)
{
    const size_t unit = csv_column(t->data, "place"), m = t->n_indicators;
    csv_least(t->data, 1, "place");
    csv_unique(t->data, 1, &unit);
    csv_compared(t->data, unit);
    t->n_units = csv_rows(t->data);
    t->unit = program_memory(t->n_units, sizeof *t->unit);
    t->value = program_memory(t->n_units * m, sizeof *t->value);
    if (denominate) t->denominator = program_memory(t->n_units * m, sizeof *t->denominator);
    const size_t over = denominate ? csv_column(t->meta, "denominator") : CSV_NONE;
    for (size_t i = 0; i < t->n_units; i++) {
        t->unit[i] = csv_text(t->data, i, unit);
        for (size_t j = 0; j < m; j++) {
            double *x = t->value + i * m + j;
            *x = csv_number_or(t->data, i, t->column[j], NAN);
            if (!denominate) continue;
            const char *name = csv_raw(t->meta, t->node_row[t->node_of[j]], over);
            double d = *name ? csv_number_or(t->data, i, csv_column(t->data, name), NAN) : 1;
            if (isnan(d)) *x = NAN, d = 1; /* over a missing number: missing */
            t->denominator[i * m + j] = d;
        }
    }
}

void index_tables_check_units(const index_tables *t, int imputed)
{
    const size_t unit = csv_column(t->data, "place"), m = t->n_indicators;
    for (size_t i = 0; i < t->n_units; i++) {
        size_t j = 0;
        while (j < m && isnan(t->value[i * m + j])) j++;
        if (j < m) continue;
        if (imputed)
            csv_fail(t->data, i, unit, "\"%s\" has no value of any indicator: none is imputed from nothing",
                     t->unit[i]);
        csv_warn(t->data, i, unit, "\"%s\" has no value of any indicator: it has no rank", t->unit[i]);
    }
}

/* Groups are numbered in the order of their first units; all units whose group is missing are one. */
static void index_read_groups(index_tables *t, const char *name)
{
    const size_t column = csv_column(t->data, name);
    t->group = program_memory(t->n_units, sizeof *t->group);
    for (size_t i = 0; i < t->n_units; i++) {
        size_t like = 0;
        if (csv_missing(t->data, i, column))
            csv_warn(t->data, i, column, "%s is missing: all units without it are one group", name);
        while (strcmp(csv_raw(t->data, like, column), csv_raw(t->data, i, column)) != 0) like++;
        t->group[i] = (int32_t)like;
    }
}

index_tables *index_tables_read(const char *data, const char *meta, int denominate, const char *group)
{
    index_tables *t = program_memory(1, sizeof *t);
    t->data = csv_read(data);
    t->meta = csv_read(meta);
    index_read_nodes(t);
    index_check_nodes(t);
    index_read_values(t, denominate);
    if (group) index_read_groups(t, group);
    return t;
}

void index_tables_free(index_tables *t)
{
    csv_free(t->data);
    csv_free(t->meta);
    free(t->node_row);
    free(t->column);
    free(t->node_of);
    free(t->code);
    free(t->parent);
    free(t->level);
    free(t->direction);
    free(t->weight);
    free(t->unit);
    free(t->value);
    free(t->denominator);
    free(t->group);
    free(t);
}

size_t index_tables_node(const index_tables *t, const csv *table, size_t row, size_t column)
{
    return csv_choice(table, row, column, t->n_nodes, t->code);
}

void index_tables_tell(const index_tables *t, skpi_status status)
{
    static const struct {
        const char *argument, *column;
    } of_meta[] = {
        {"in->code", "node"}, {"in->parent", "parent"}, {"in->weight", "weight"}, {"in->direction", "direction"}};
    skpi_error e = {.size = sizeof e};
    char words[400];
    if (status >= 0) return;
    const int known = skpi_last_error_get(&e) == SKPI_OK;
    const int value = known && strncmp(e.name, "data->", 6) == 0 && e.column >= 0;
    const cells_name of_program[] = {
        {"in->code", "node"},
        {"data->value", value ? csv_title(t->data, t->column[e.column]) : "value"},
        {"out->score", "the score"},
        {"options->score_low", "--range"},
        {"score_high", "its upper end"},
        {": see options->floor", ": --range 1,100 keeps scores above 0"},
        {": options->constant says what becomes of a constant column", ": a constant column ranks nobody"}};
    cells_named(words, sizeof words, sizeof of_program / sizeof *of_program, of_program);
    if (known) {
        for (size_t i = 0; i < sizeof of_meta / sizeof *of_meta; i++)
            if (strcmp(e.name, of_meta[i].argument) == 0)
                csv_fail(t->meta, e.row >= 0 ? t->node_row[e.row] : CSV_WHOLE, csv_column(t->meta, of_meta[i].column),
                         "%s", words);
        if (value) csv_fail(t->data, e.row >= 0 ? (size_t)e.row : CSV_WHOLE, t->column[e.column], "%s", words);
        if (strcmp(e.name, "out->score") == 0 && e.row >= 0)
            csv_fail(t->data, (size_t)e.row, csv_column(t->data, "place"), "%s", words);
    }
    program_fail(PROGRAM_DATA, "%s", words);
}
