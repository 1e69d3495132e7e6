/* Sums over places of an ensemble (fan_aggregates.h). */
#include "fan_aggregates.h"
#include "cells.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct fan_aggregates {
    const fan_world *world;
    csv *table;
    size_t weight_column, n_years;
    int32_t first_year;
    size_t n, n_members;
    const char **name;        /* n */
    int32_t *index;           /* n: in the plan */
    size_t *model, *variable; /* n: whose sum it is */
    size_t *of, *row;         /* n_members: the aggregate, and its first row in the table */
    uint64_t *place;          /* n_members */
    double *weight;           /* n_members x n_years; NaN: not yet read */
};

static size_t place_find(const csv *t, size_t row, size_t column, const fan_world *w)
{
    const char *name = csv_text(t, row, column);
    for (size_t i = 0; i < w->n_places; i++)
        if (!strcmp(name, w->place[i])) return i;
    csv_fail(t, row, column, "\"%s\" is not a place of %s", name, csv_name(w->table[0]));
}

size_t fan_aggregates_find(const fan_aggregates *a, const char *name)
{
    for (size_t i = 0; a && i < a->n; i++)
        if (!strcmp(name, a->name[i])) return i;
    return CSV_NONE;
}

void fan_aggregates_variable(const fan_aggregates *a, size_t number, size_t *model, size_t *variable)
{
    *model = a->model[number];
    *variable = a->variable[number];
}

double fan_aggregates_most(const fan_aggregates *a, size_t number)
{
    double most = 0;
    for (size_t k = 0; k < a->n_years; k++) {
        double sum = 0;
        for (size_t i = 0; i < a->n_members; i++)
            if (a->of[i] == number) sum += a->weight[i * a->n_years + k];
        most = fmax(most, sum);
    }
    return most;
}

int32_t fan_aggregates_index(const fan_aggregates *a, size_t number) { return a->index[number]; }

/* The number of a row's aggregate, a new one if its name is new. */
static size_t aggregate_number(fan_aggregates *a, size_t row, size_t name, size_t variable)
{
    const char *text = csv_text(a->table, row, name);
    size_t at = fan_aggregates_find(a, text), model, which;
    fan_world_variable(a->world, a->table, row, variable, &model, &which);
    if (at == CSV_NONE) {
        at = a->n++;
        a->name[at] = text;
        a->model[at] = model;
        a->variable[at] = which;
    } else if (a->model[at] != model || a->variable[at] != which)
        csv_fail(a->table, row, variable, "\"%s\" is a sum of %s", text,
                 a->world->model[a->model[at]].variable[a->variable[at]]);
    return at;
}

static size_t member_find(fan_aggregates *a, size_t of, uint64_t place, size_t row)
{
    for (size_t i = a->n_members; i-- > 0;)
        if (a->of[i] == of && a->place[i] == place) return i;
    const size_t i = a->n_members++;
    a->of[i] = of;
    a->place[i] = place;
    a->row[i] = row;
    a->weight = realloc(a->weight, a->n_members * a->n_years * sizeof *a->weight);
    if (!a->weight) program_fail(PROGRAM_DATA, "out of memory");
    for (size_t k = 0; k < a->n_years; k++) a->weight[i * a->n_years + k] = (double)NAN;
    return i;
}

/* Emissions, and their sums over years, are added up in one unit. */
static void unit_same(const fan_aggregates *a, size_t of, size_t place, size_t row, size_t column)
{
    const fan_model *m = a->world->model + a->model[of];
    size_t first = 0;
    if ((m->kind != &fan_carbon && m->kind != &fan_kaya) || a->variable[of] > 1) return;
    while (a->of[first] != of) first++;
    const char *unit = fan_model_unit(m, place), *other = fan_model_unit(m, (size_t)a->place[first]);
    if (strcmp(unit, other) != 0)
        csv_fail(a->table, row, column,
                 "the co2_unit of \"%s\" is \"%s\", and that of \"%s\" in this sum \"%s\": one is needed",
                 a->world->place[place], unit, a->world->place[a->place[first]], other);
}

/* Reads the weight of a row: of all years, or of its year if the plan has that. */
static void weight_read(fan_aggregates *a, size_t row, size_t member, size_t year)
{
    const double weight = csv_number(a->table, row, a->weight_column);
    if (weight < 0) csv_fail(a->table, row, a->weight_column, "a weight must not be negative");
    double *of = a->weight + member * a->n_years;
    const int64_t k = year == CSV_NONE ? 0 : (int64_t)csv_year(a->table, row, year) - a->first_year;
    for (size_t i = 0; i < a->n_years; i++)
        if (year == CSV_NONE || k == (int64_t)i) of[i] = weight;
}

fan_aggregates *fan_aggregates_read(const char *path, const fan_world *w)
{
    csv *t = csv_read(path);
    const size_t name = csv_column(t, "aggregate"), city = csv_column(t, "place"), year = csv_optional(t, "year");
    const size_t n = csv_rows(t), key[] = {name, city, year}, variable = csv_optional(t, "variable");
    const size_t n_years = w->n_years[0];
    fan_aggregates *a = program_memory(1, sizeof *a);
    *a = (fan_aggregates){.world = w, .table = t, .first_year = w->first_year[0], .n_years = n_years};
    a->weight_column = csv_column(t, "weight");
    a->name = program_memory(n, sizeof *a->name);
    a->model = program_memory(n, sizeof *a->model);
    a->variable = program_memory(n, sizeof *a->variable);
    a->of = program_memory(n, sizeof *a->of);
    a->row = program_memory(n, sizeof *a->row);
    a->place = program_memory(n, sizeof *a->place);
    csv_unique(t, year == CSV_NONE ? 2 : 3, key);
    for (size_t i = 0; i < n; i++) {
        const size_t of = aggregate_number(a, i, name, variable), place = place_find(t, i, city, w);
        weight_read(a, i, member_find(a, of, place, i), year);
        unit_same(a, of, place, i, city);
    }
    for (size_t i = 0; i < a->n_members * n_years; i++)
        if (isnan(a->weight[i]))
            csv_fail(t, a->row[i / n_years], year, "\"%s\" of \"%s\" has no weight in %d",
                     csv_text(t, a->row[i / n_years], city), a->name[a->of[i / n_years]],
                     (int)a->first_year + (int)(i % n_years));
    a->index = program_memory(a->n, sizeof *a->index);
    return a;
}

void fan_aggregates_free(fan_aggregates *a)
{
    if (!a) return;
    free(a->index);
    free(a->variable);
    free(a->model);
    free(a->weight);
    free(a->place);
    free(a->row);
    free(a->of);
    free(a->name);
    csv_free(a->table);
    free(a);
}

void fan_aggregates_add(fan_aggregates *a, const fan_group *g)
{
    const size_t most = a->n_members;
    int32_t *models = program_memory(most, sizeof *models), *variable = program_memory(most, sizeof *variable);
    uint64_t *place = program_memory(most, sizeof *place);
    size_t *row = program_memory(most, sizeof *row);
    double *weight = program_memory(most * a->n_years, sizeof *weight);
    for (size_t i = 0; i < a->n; i++) {
        size_t n = 0;
        for (size_t j = 0; j < a->n_members; j++) {
            if (a->of[j] != i) continue;
            memcpy(weight + n * a->n_years, a->weight + j * a->n_years, a->n_years * sizeof *weight);
            models[n] = g->index[a->model[i]];
            variable[n] = (int32_t)a->variable[i];
            place[n] = a->place[j];
            row[n++] = a->row[j];
        }
        const cell cells[] = {cell_by_row("weight", a->table, 0, a->weight_column, row)};
        cells_tell(skpi_ensemble_plan_aggregate(g->plan, n, models, variable, place, weight, a->index + i), 1, cells);
    }
    free(weight);
    free(row);
    free(place);
    free(variable);
    free(models);
}

void fan_aggregates_print(const fan_aggregates *a, const skpi_ensemble_result *result)
{
    double *mean = program_memory(a->n_years, sizeof *mean);
    double *quantile = program_memory(a->n_years * FAN_QUANTILES, sizeof *quantile);
    const int several = fan_world_variables(a->world) > 1;
    for (size_t i = 0; i < a->n; i++) {
        skpi_ensemble_result *values = NULL;
        if (skpi_ensemble_result_aggregate(result, a->index[i], &values) < 0 ||
            skpi_ensemble_result_mean(values, 0, 0, mean) < 0 ||
            skpi_ensemble_result_quantile(values, 0, 0, FAN_QUANTILES, fan_prob, quantile) < 0)
            program_fail(PROGRAM_DATA, "%s", skpi_last_error());
        for (size_t k = 0; k < a->n_years; k++)
            fan_print_line(a->name[i], several ? a->world->model[a->model[i]].variable[a->variable[i]] : NULL,
                           a->first_year + (int32_t)k, mean[k], quantile + k * FAN_QUANTILES);
        skpi_ensemble_result_free(values);
    }
    free(quantile);
    free(mean);
}
