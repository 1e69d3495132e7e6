/* Correlations of the shocks of an ensemble (fan_correlation.h). */
#include "fan_correlation.h"
#include "cells.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SHOCKS = 64 }; /* the library's, in one matrix */

typedef struct fan_shock {
    size_t model, shock, place, row; /* row of the file that names it first */
} fan_shock;
struct fan_correlation {
    csv *table;
    size_t column;
    int places; /* 1: the file names places */
    double common;
    size_t n;
    fan_shock shock[SHOCKS];
    double matrix[SHOCKS * SHOCKS]; /* [n][SHOCKS], NaN: not given */
};

/* All shocks of a place: of their names those that a file may have. */
static size_t shocks_list(const fan_world *w, fan_shock *list, const char **name)
{
    size_t n = 0;
    for (size_t k = 0; k < w->n_models; k++)
        for (size_t s = 0; s < w->model[k].n_shocks; s++) {
            list[n] = (fan_shock){k, s, 0, CSV_NONE};
            name[n++] = w->model[k].variable[w->model[k].shock[s]];
        }
    return n;
}

/* The shock of a cell, which may be missing if there is one. */
static fan_shock shock_read(const csv *t, size_t row, size_t variable, size_t place, const fan_world *w)
{
    fan_shock list[FAN_MODELS * FAN_WIDE];
    const char *name[FAN_MODELS * FAN_WIDE];
    const size_t n = shocks_list(w, list, name);
    fan_shock one = list[variable == CSV_NONE ? 0 : csv_choice(t, row, variable, n, name)];
    one.row = row;
    if (place == CSV_NONE) return one;
    const char *text = csv_text(t, row, place);
    while (one.place < w->n_places && strcmp(w->place[one.place], text) != 0) one.place++;
    if (one.place == w->n_places) csv_fail(t, row, place, "\"%s\" is not a place of %s", text, csv_name(w->table[0]));
    return one;
}

/* The number of a shock in the matrix, which gets a new row if it is new. */
static size_t shock_number(fan_correlation *c, fan_shock one)
{
    size_t i = 0;
    while (i < c->n &&
           !(c->shock[i].model == one.model && c->shock[i].shock == one.shock && c->shock[i].place == one.place))
        i++;
    if (i == SHOCKS) csv_fail(c->table, one.row, c->column, "names more than %d shocks of places", SHOCKS);
    if (i == c->n) c->shock[c->n++] = one;
    if (c->shock[i].row == CSV_NONE) c->shock[i].row = one.row;
    return i;
}

/* The columns of one end of the pairs. */
static void columns_read(const csv *t, const fan_world *w, int places, const char *variable, const char *place,
                         size_t *column)
{
    column[0] = fan_world_shocks(w) > 1 ? csv_column(t, variable) : csv_optional(t, variable);
    column[1] = places ? csv_column(t, place) : CSV_NONE;
}

static void pairs_read(fan_correlation *c, const fan_world *w)
{
    const csv *t = c->table;
    size_t a[2], b[2];
    c->places = csv_optional(t, "place_a") != CSV_NONE || csv_optional(t, "place_b") != CSV_NONE;
    c->column = csv_column(t, "correlation");
    columns_read(t, w, c->places, "variable_a", "place_a", a);
    columns_read(t, w, c->places, "variable_b", "place_b", b);
    if (c->places) c->n = 0;
    if (c->places && c->common > 0) program_fail(PROGRAM_USAGE, "--common is not for a --correlation FILE with places");
    for (size_t i = 0; i < csv_rows(t); i++) {
        const size_t one = shock_number(c, shock_read(t, i, a[0], a[1], w));
        const size_t two = shock_number(c, shock_read(t, i, b[0], b[1], w));
        const double value = csv_number(t, i, c->column);
        if (!(value >= -1 && value <= 1)) csv_fail(t, i, c->column, "%g is not a correlation in [-1,1]", value);
        if (one == two) csv_fail(t, i, c->column, "is of a shock with itself");
        if (!isnan(c->matrix[one * SHOCKS + two])) csv_fail(t, i, c->column, "is of a pair that is there already");
        c->matrix[one * SHOCKS + two] = c->matrix[two * SHOCKS + one] = value;
    }
}

fan_correlation *fan_correlation_read(const char *path, double common, const fan_world *w)
{
    const char *name[FAN_MODELS * FAN_WIDE];
    if (!path && !(common > 0)) return NULL;
    fan_correlation *c = program_memory(1, sizeof *c);
    c->common = common;
    c->n = shocks_list(w, c->shock, name);
    for (size_t i = 0; i < SHOCKS * SHOCKS; i++) c->matrix[i] = (double)NAN;
    if (path) {
        c->table = csv_read(path);
        pairs_read(c, w);
    }
    for (size_t i = 0; i < SHOCKS * SHOCKS; i++)
        if (isnan(c->matrix[i])) c->matrix[i] = i % (SHOCKS + 1) ? 0 : 1;
    return c;
}

void fan_correlation_free(fan_correlation *c)
{
    if (c) csv_free(c->table);
    free(c);
}

int fan_correlation_places(const fan_correlation *c) { return c && c->places; }

/* The lower triangle whose product with itself is the matrix: rows of shocks, columns of factors. */
static void triangle(const fan_correlation *c, double *factor)
{
    for (size_t i = 0; i < c->n; i++)
        for (size_t j = 0; j <= i; j++) {
            double rest = c->matrix[i * SHOCKS + j];
            for (size_t k = 0; k < j; k++) rest -= factor[i * c->n + k] * factor[j * c->n + k];
            const double above = factor[j * c->n + j];
            if (i == j && rest < -1e-12)
                csv_fail(c->table, c->shock[i].row == CSV_NONE ? 0 : c->shock[i].row, c->column,
                         "no shocks have these correlations together: their matrix is not positive semidefinite");
            factor[i * c->n + j] = i == j ? sqrt(rest > 1e-12 ? rest : 0) : above > 0 ? rest / above : 0;
        }
}

/* A factor for each column of the triangle, common to all places or one for each, and the loadings of all shocks. */
static void factors_add(const fan_correlation *c, const fan_group *g, const double *factor, double part, int of_place)
{
    uint64_t *group = program_memory(g->n, sizeof *group);
    double *loading = program_memory(g->n, sizeof *loading);
    for (size_t i = 0; i < g->n; i++) group[i] = g->first + i;
    for (size_t k = 0; part > 0 && k < c->n; k++) {
        int32_t index = -1;
        if (skpi_ensemble_plan_factor(g->plan, of_place ? group : NULL, &index) < 0)
            program_fail(PROGRAM_DATA, "%s", skpi_last_error());
        for (size_t i = k; i < c->n; i++) {
            const double a = part * factor[i * c->n + k];
            for (size_t p = 0; p < g->n; p++) loading[p] = a;
            if (!(a > 0 || a < 0)) continue;
            if (skpi_ensemble_plan_load(g->plan, g->index[c->shock[i].model], (int32_t)c->shock[i].shock, index,
                                        loading) < 0)
                program_fail(PROGRAM_DATA, "%s", skpi_last_error());
        }
    }
    free(loading);
    free(group);
}

static void matrix_add(const fan_correlation *c, const fan_group *g)
{
    int32_t model[SHOCKS], shock[SHOCKS];
    uint64_t place[SHOCKS];
    size_t row[SHOCKS];
    double *matrix = program_memory(c->n * c->n, sizeof *matrix);
    for (size_t i = 0; i < c->n; i++) {
        model[i] = g->index[c->shock[i].model];
        shock[i] = (int32_t)c->shock[i].shock;
        place[i] = c->shock[i].place;
        row[i] = c->shock[i].row;
        for (size_t k = 0; k < c->n; k++) matrix[i * c->n + k] = c->matrix[i * SHOCKS + k];
    }
    const cell cells[] = {cell_by_row("matrix", c->table, 0, c->column, row)};
    if (c->n) cells_tell(skpi_ensemble_plan_correlate(g->plan, c->n, model, shock, place, matrix), 1, cells);
    free(matrix);
}

void fan_correlation_add(const fan_correlation *c, const fan_group *g)
{
    if (c->places) {
        matrix_add(c, g);
        return;
    }
    double *factor = program_memory(c->n * c->n, sizeof *factor);
    triangle(c, factor);
    factors_add(c, g, factor, sqrt(c->common), 0);
    if (c->table) factors_add(c, g, factor, sqrt(1 - c->common), 1); /* without a file each shock's rest is its own */
    free(factor);
}
