/* Input-output tables for the example programs. */
#include "sectors.h"
#include "cells.h"

#include <stdlib.h>
#include <string.h>

static double *sectors_numbers(const csv *list, size_t column)
{
    double *value = program_memory(csv_rows(list), sizeof *value);
    for (size_t i = 0; i < csv_rows(list); i++) value[i] = csv_number(list, i, column);
    return value;
}

static double *sectors_optional(const csv *list, const char *name)
{
    const size_t column = csv_optional(list, name);
    return column == CSV_NONE ? NULL : sectors_numbers(list, column);
}

static size_t sector_position(const sectors *s, size_t row, size_t code)
{
    const char *text = csv_text(s->z, row, code);
    for (size_t i = 0; i < s->source.n_sectors; i++)
        if (!strcmp(s->code[i], text)) return i;
    csv_fail(s->z, row, code, "no sector \"%s\" in %s", text, csv_name(s->list));
}

static void sectors_flows(sectors *s)
{
    const size_t n = s->source.n_sectors, code = csv_column(s->z, "sector");
    size_t *column = program_memory(n, sizeof *column);
    csv_unique(s->z, 1, &code);
    if (csv_rows(s->z) != n)
        program_fail(PROGRAM_DATA, "%s has %zu sectors, %s %zu", csv_name(s->z), csv_rows(s->z), csv_name(s->list), n);
    for (size_t j = 0; j < n; j++) column[j] = csv_column(s->z, s->code[j]);
    if (csv_columns(s->z) != n + 1)
        program_fail(PROGRAM_DATA, "%s has %zu columns, %s %zu sectors: one column a sector beside its code (a total?)",
                     csv_name(s->z), csv_columns(s->z), csv_name(s->list), n);
    s->flow = program_memory(n, n * sizeof *s->flow);
    for (size_t row = 0; row < n; row++) {
        double *to = s->flow + sector_position(s, row, code) * n;
        for (size_t j = 0; j < n; j++) to[j] = csv_number(s->z, row, column[j]);
    }
    free(column);
}

sectors *sectors_read(const char *z, const char *list, int digital)
{
    static const char *const flags[] = {"0", "1"};
    sectors *s = program_memory(1, sizeof *s);
    s->z = csv_read(z);
    s->list = csv_read(list);
    const size_t n = csv_rows(s->list), code = csv_column(s->list, "sector");
    csv_least(s->list, 1, "sector");
    csv_unique(s->list, 1, &code);
    s->code = program_memory(n, sizeof *s->code);
    for (size_t i = 0; i < n; i++) s->code[i] = csv_text(s->list, i, code);
    s->output = sectors_numbers(s->list, csv_column(s->list, "output"));
    s->value_added = sectors_numbers(s->list, csv_column(s->list, "value_added"));
    s->final_demand = sectors_numbers(s->list, csv_column(s->list, "final_demand"));
    s->investment = sectors_optional(s->list, "investment");
    s->jobs = sectors_optional(s->list, "jobs");
    if (digital) {
        const size_t column = csv_column(s->list, "digital");
        s->digital = program_memory(n, sizeof *s->digital);
        for (size_t i = 0; i < n; i++) s->digital[i] = (int32_t)csv_choice(s->list, i, column, 2, flags);
    }
    s->source.n_sectors = n;
    sectors_flows(s);
    s->source = (skpi_economy_iotable_source){.size = sizeof s->source,
                                              .n_sectors = n,
                                              .flow = s->flow,
                                              .output = s->output,
                                              .value_added = s->value_added,
                                              .final_demand = s->final_demand,
                                              .jobs = s->jobs};
    return s;
}

static const char *sectors_code(const sectors *s, int64_t at)
{
    return at >= 0 && (uint64_t)at < s->source.n_sectors ? s->code[at] : "";
}

/* Prints a failure, or a warning of something unusual, at the figure of the sector, or at the header if it is about the
 * whole table. */
static void sectors_say(const sectors *s, const skpi_error *e, int fails)
{
    const char *member = strstr(e->name, "->"), *name = member ? member + 2 : e->name;
    const int64_t sector = e->row >= 0 ? e->row : e->column;
    const size_t row = sector >= 0 && (uint64_t)sector < s->source.n_sectors ? (size_t)sector : CSV_WHOLE;
    const size_t found = csv_exact(s->list, name), at = found == CSV_NONE ? 0 : found;
    char words[600], at_row[40], at_column[40], row_name[200], column_name[200];
    snprintf(at_row, sizeof at_row, "row %lld", (long long)e->row);
    snprintf(at_column, sizeof at_column, "column %lld", (long long)e->column);
    snprintf(row_name, sizeof row_name, "row %s", sectors_code(s, e->row));
    snprintf(column_name, sizeof column_name, "column %s", sectors_code(s, e->column));
    const cells_name names[] = {{e->name, name}, {at_row, row_name}, {at_column, column_name}};
    cells_named(words, sizeof words, sizeof names / sizeof *names, names);
    const char *word = fails ? "; row " : "; sector ";
    const char *of_row = sectors_code(s, e->row), *of_column = sectors_code(s, e->column);
    (fails ? csv_fail : csv_warn)(s->list, row, at, "%s%s%s%s%s", words, *of_row ? word : "", of_row,
                                  *of_column ? "; column " : "", of_column);
}

void sectors_tell(sectors *s, skpi_status status)
{
    skpi_error e = {.size = sizeof e};
    if (status >= 0 && (s->warned || !(status & SKPI_WUNUSUAL))) return;
    if (skpi_last_error_get(&e) < 0) e.row = e.column = -1, e.name = "";
    s->warned = 1;
    sectors_say(s, &e, status < 0);
}

void sectors_free(sectors *s)
{
    csv_free(s->z);
    csv_free(s->list);
    free(s->code);
    free(s->flow);
    free(s->output);
    free(s->value_added);
    free(s->final_demand);
    free(s->investment);
    free(s->jobs);
    free(s->digital);
    free(s);
}
