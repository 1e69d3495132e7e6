/* The places and models of an ensemble (fan_world.h). */
#include "fan_world.h"
#include "names.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const double fan_prob[FAN_QUANTILES] = {.05, .25, .5, .75, .95};
static const fan_kind *const kinds[FAN_MODELS] = {&fan_urban, &fan_carbon, &fan_kaya, &fan_digital};
static const char *const kind_names[FAN_MODELS] = {"urban", "carbon", "kaya", "digital"};
static const char joint[] = "joint";

int32_t fan_mode(void)
{
    static const program_word known[] = {{"exact", SKPI_ENSEMBLE_MODE_EXACT}, {"stream", SKPI_ENSEMBLE_MODE_STREAM}};
    const char *name = program_option("--mode");
    return name ? program_word_value("--mode", name, strlen(name), 2, known) : SKPI_ENSEMBLE_MODE_EXACT;
}

/* The kind of a model's name; NULL: it is joint. */
static const fan_kind *kind_named(const char *name)
{
    for (size_t k = 0; k < FAN_MODELS; k++)
        if (!strcmp(name, kind_names[k])) return kinds[k];
    if (strcmp(name, joint) != 0)
        program_fail(PROGRAM_USAGE, "\"%s\" is not a model: urban, carbon, kaya, digital or joint (see --help)", name);
    return NULL;
}

static fan_world *world_new(void)
{
    fan_world *w = program_memory(1, sizeof *w);
    w->last_year = w->end_year = CSV_NONE;
    return w;
}

/* Room for so many places. */
static void world_room(fan_world *w, size_t most)
{
    w->place = program_memory(most, sizeof *w->place);
    w->first_year = program_memory(most, sizeof *w->first_year);
    w->n_years = program_memory(most, sizeof *w->n_years);
}

void fan_world_free(fan_world *w)
{
    for (size_t k = 0; k < w->n_models; k++) fan_model_free(w->model + k);
    for (size_t k = 0; k < w->n_tables; k++) csv_free(w->table[k]);
    free(w->n_years);
    free(w->first_year);
    free(w->place);
    free(w);
}

/* The number of each row's place, in the order in which they come first. */
static int32_t *places_number(fan_world *w, const csv *t, size_t column, names *known)
{
    int32_t *place = program_memory(csv_rows(t), sizeof *place);
    for (size_t i = 0; i < csv_rows(t); i++) place[i] = names_add(known, csv_text(t, i, column));
    w->n_places = known->n;
    for (size_t i = 0; i < known->n; i++) w->place[i] = known->name[i];
    return place;
}

static void places_free(names *known, int32_t *place)
{
    free(place);
    free(known->slot);
    free(known->name);
    free(known);
}

/* The years of each place, which are the same in all its rows. */
static void years_read(fan_world *w, const csv *t, const int32_t *place)
{
    w->last_year = csv_column(t, "last_year");
    w->end_year = csv_column(t, "end_year");
    for (size_t i = 0; i < csv_rows(t); i++) {
        const int32_t last = csv_year(t, i, w->last_year), end = csv_year_after(t, i, w->end_year, last);
        const size_t at = (size_t)place[i];
        if (w->n_years[at] && w->first_year[at] != last + 1)
            csv_fail(t, i, w->last_year, "is not %d as elsewhere for the place", (int)w->first_year[at] - 1);
        if (w->n_years[at] && w->n_years[at] != (size_t)(end - last))
            csv_fail(t, i, w->end_year, "is not %d as elsewhere for the place",
                     (int)w->first_year[at] - 1 + (int)w->n_years[at]);
        w->first_year[at] = last + 1;
        w->n_years[at] = (size_t)(end - last);
    }
}

/* The row of each place that has the model; every place must have one if any has. */
static size_t kind_rows(const fan_world *w, const csv *t, size_t k, size_t model, const int32_t *place, size_t *row)
{
    size_t n = 0;
    for (size_t i = 0; i < w->n_places; i++) row[i] = CSV_NONE;
    for (size_t i = 0; i < csv_rows(t); i++)
        if (csv_choice(t, i, model, FAN_MODELS, kind_names) == k) {
            row[place[i]] = i;
            n++;
        }
    for (size_t i = 0; n && i < w->n_places; i++)
        if (row[i] == CSV_NONE)
            csv_fail(t, CSV_WHOLE, model, "\"%s\" has no row of the model %s, which other places have", w->place[i],
                     kind_names[k]);
    return n;
}

/* Adds the models that rows of the table name. */
static void models_named(fan_world *w, csv *t, size_t model, const int32_t *place)
{
    size_t *row = program_memory(w->n_places, sizeof *row);
    for (size_t k = 0; k < FAN_MODELS; k++) {
        if (!kind_rows(w, t, k, model, place, row)) continue;
        for (size_t i = 0; i < w->n_models; i++)
            if (w->model[i].kind == kinds[k] || (kinds[k] == &fan_kaya && w->model[i].kind == &fan_carbon))
                csv_fail(t, row[0], model, "the model %s is there already%s", kind_names[k],
                         w->model[i].kind == kinds[k] ? "" : ": carbon, of the same emission");
        fan_model_read(w->model + w->n_models++, kinds[k], t, w->n_places, row, 0);
    }
    free(row);
}

static void model_alone(fan_world *w, csv *t, const fan_kind *kind)
{
    size_t *row = program_memory(w->n_places, sizeof *row);
    for (size_t i = 0; i < w->n_places; i++) row[i] = i;
    fan_model_read(w->model + w->n_models++, kind, t, w->n_places, row, 1);
    free(row);
}

fan_world *fan_world_read(const char *name, const char *path)
{
    const fan_kind *kind = kind_named(name);
    csv *t = csv_read(path);
    const size_t column = csv_column(t, "place"), model = kind ? CSV_NONE : csv_column(t, "model");
    const size_t key[] = {column, model};
    fan_world *w = world_new();
    world_room(w, csv_rows(t));
    names *known = names_new(csv_rows(t));
    w->table[w->n_tables++] = t;
    csv_unique(t, kind ? 1 : 2, key);
    int32_t *place = places_number(w, t, column, known);
    if (kind)
        model_alone(w, t, kind);
    else
        models_named(w, t, model, place);
    years_read(w, t, place);
    places_free(known, place);
    return w;
}

size_t fan_world_same_years(const fan_world *w)
{
    const csv *t = w->table[0];
    if (!w->n_places) csv_fail(t, CSV_WHOLE, 0, "has no places");
    for (size_t i = 1; i < w->n_places && w->last_year != CSV_NONE; i++) {
        const int32_t last = w->first_year[0] - 1, end = last + (int32_t)w->n_years[0];
        const size_t row = w->model[0].row[i];
        if (w->first_year[i] - 1 != last)
            csv_fail(t, row, w->last_year, "is not %d as in the first row: these places need the same years",
                     (int)last);
        if (w->n_years[i] != w->n_years[0])
            csv_fail(t, row, w->end_year, "is not %d as in the first row: these places need the same years", (int)end);
    }
    return w->n_places;
}

/* ---- histories ---- */

/* Opens the next file of a list with commas; NULL after the last one. */
static csv *history_open(const char **paths)
{
    const size_t length = strcspn(*paths, ",");
    if (!length) return NULL;
    char *path = program_memory(length + 1, 1);
    memcpy(path, *paths, length);
    csv *t = csv_read(path);
    free(path);
    *paths += length + ((*paths)[length] == ',');
    return t;
}

typedef struct history_part { /* a model and where its history is */
    const fan_kind *kind;
    csv *table;
    size_t year;
    int32_t *place; /* of each row */
} history_part;

static size_t history_models(fan_world *w, const fan_kind *kind, const char *paths, history_part *part)
{
    size_t n = 0;
    for (csv *t; n < FAN_MODELS && (t = history_open(&paths)) != NULL;) {
        const size_t key[] = {csv_column(t, "place"), csv_column(t, "year")}, before = n;
        csv_unique(t, 2, key);
        w->table[w->n_tables++] = t;
        for (size_t k = 0; k < FAN_MODELS; k++) {
            if ((kind && kinds[k] != kind) || !fan_model_has_history(kinds[k], t)) continue;
            for (size_t i = 0; i < n; i++)
                if (part[i].kind == kinds[k])
                    csv_fail(t, CSV_WHOLE, 0, "the history of %s is also in %s", kinds[k]->name,
                             csv_name(part[i].table));
            part[n++] = (history_part){.kind = kinds[k], .table = t, .year = key[1]};
        }
        if (n == before)
            csv_fail(t, CSV_WHOLE, 0,
                     "has no history of %s: columns share (urban), emission or co2 (carbon), part_1, "
                     "part_2 and part_3 (digital)",
                     kind ? kind->name : "any model");
    }
    if (*paths) program_fail(PROGRAM_USAGE, "--history has more than %d files", FAN_MODELS);
    return n;
}

/* Leaves out places whose histories are too short. */
static void short_leave_out(fan_world *w)
{
    unsigned char *leave_out = program_memory(w->n_places, 1);
    size_t n = 0;
    for (size_t k = 0; k < w->n_models; k++) fan_model_short(w->model + k, w->n_places, w->place, leave_out);
    for (size_t k = 0; k < w->n_models; k++) fan_model_leave_out(w->model + k, w->n_places, leave_out);
    for (size_t i = 0; i < w->n_places; i++)
        if (!leave_out[i]) w->place[n++] = w->place[i];
    w->n_places = n;
    free(leave_out);
    if (!n) csv_fail(w->table[0], CSV_WHOLE, 0, "all places are left out");
}

/* Adds the models of a file of parameters, of the places and years of the histories. */
static void parameters_add(fan_world *w, csv *t)
{
    const size_t key[] = {csv_column(t, "place"), csv_column(t, "model")};
    int32_t *place = program_memory(csv_rows(t), sizeof *place);
    w->table[w->n_tables++] = t;
    csv_unique(t, 2, key);
    for (size_t i = 0; i < csv_rows(t); i++) {
        size_t at = 0;
        while (at < w->n_places && strcmp(w->place[at], csv_text(t, i, key[0])) != 0) at++;
        if (at == w->n_places) csv_fail(t, i, key[0], "\"%s\" has no history", csv_text(t, i, key[0]));
        place[i] = (int32_t)at;
    }
    models_named(w, t, key[1], place);
    years_read(w, t, place);
    w->last_year = w->end_year = CSV_NONE;
    free(place);
}

fan_world *fan_world_history(const char *name, const fan_histories *given)
{
    const fan_kind *kind = kind_named(name);
    if (kind && !kind->history)
        program_fail(PROGRAM_USAGE, "the model %s has no histories: give it a FILE of parameters", name);
    if (kind && given->file) program_fail(PROGRAM_USAGE, "FILE and --history together are for joint");
    history_part part[FAN_MODELS];
    fan_world *w = world_new();
    const size_t n = history_models(w, kind, given->paths, part);
    csv *file = given->file ? csv_read(given->file) : NULL; /* its years are those of the histories, too */
    if (file && !csv_rows(file))
        csv_fail(file, CSV_WHOLE, 0, "has no rows: beside --history it tells models without one, and the years");
    const int years = file != NULL;
    size_t rows = 0;
    int32_t from = given->from || !years ? given->from : csv_year(file, 0, csv_column(file, "last_year"));
    const int32_t end = given->end || !years ? given->end : csv_year(file, 0, csv_column(file, "end_year"));
    for (size_t k = 0; k < n; k++) {
        const int32_t last = fan_model_last(part[k].kind, part[k].table, part[k].year);
        rows += csv_rows(part[k].table);
        if (!given->from && !years && last > from) from = last;
    }
    names *known = names_new(rows);
    world_room(w, rows);
    for (size_t k = 0; k < n; k++)
        part[k].place = places_number(w, part[k].table, csv_column(part[k].table, "place"), known);
    if (!w->n_places) csv_fail(part[0].table, CSV_WHOLE, 0, "has no places");
    if (end <= from)
        program_fail(PROGRAM_USAGE, "--end %d is not after %d, where the histories end", (int)end, (int)from);
    for (size_t k = 0; k < n; k++) {
        fan_model_past(w->model + w->n_models++, part[k].kind, part[k].table, w->n_places, part[k].place, part[k].year,
                       from);
        free(part[k].place);
    }
    if (given->leave_out) short_leave_out(w);
    for (size_t k = 0; k < n; k++) fan_model_ends(w->model + k, w->n_places, from);
    for (size_t i = 0; i < w->n_places; i++) {
        w->first_year[i] = from + 1;
        w->n_years[i] = (size_t)(end - from);
    }
    places_free(known, NULL);
    if (file) parameters_add(w, file);
    return w;
}

/* ---- a policy ---- */

/* The unit of a row must be that of the place, or else of the place's first row. */
static void path_unit(const fan_model *m, size_t place, size_t row)
{
    const csv *t = m->path_table;
    const size_t unit = csv_optional(t, "co2_unit"), first = m->path_row[place];
    const char *own = fan_model_unit(m, place), *given = csv_raw(t, row, unit);
    if (*own && *given && strcmp(own, given) != 0)
        csv_fail(t, row, unit, "co2_unit \"%s\" is not \"%s\" as in row %zu of %s", given, own,
                 csv_line(m->table, m->row[place]), csv_name(m->table));
    if (strcmp(csv_raw(t, first, unit), given) != 0)
        csv_fail(t, row, unit, "co2_unit \"%s\" is not \"%s\" as in row %zu", given, csv_raw(t, first, unit),
                 csv_line(t, first));
}

/* Steps as large as no drift may be, e^0.5 in a year, unless little is left: the last ones to net zero. */
static void path_steps(const fan_model *m, size_t place, double last, const size_t *row)
{
    const double *path = m->path + place * m->path_years;
    double largest = last;
    for (size_t k = 0; k < m->path_years; k++) largest = fmax(largest, path[k]);
    for (size_t k = 0; k < m->path_years; k++) {
        const double before = k ? path[k - 1] : last;
        if (before > 0 && fabs(log(path[k] / before)) > .5 && fabs(path[k] - before) > .1 * largest)
            csv_warn(m->path_table, row[place * m->path_years + k], m->path_column,
                     "%g is %.3g times the %s, %g: is it in another unit?", path[k], path[k] / before,
                     k ? "emission of the year before" : "last value before the path", before);
    }
}

void fan_world_path(fan_world *w, const char *path)
{
    fan_model *m = NULL;
    for (size_t k = 0; k < w->n_models; k++)
        if (w->model[k].kind == &fan_carbon) m = w->model + k;
    if (!m) program_fail(PROGRAM_USAGE, "--path is for the model carbon");
    csv *t = m->path_table = csv_read(path);
    const size_t key[] = {csv_column(t, "place"), csv_column(t, "year")}, n = fan_world_same_years(w);
    const size_t value = csv_column(t, "emission"), years = w->n_years[0];
    csv_unique(t, 2, key);
    m->path_column = value;
    m->path_years = years;
    m->path = program_memory(n * years, sizeof *m->path);
    m->path_row = program_memory(n, sizeof *m->path_row);
    size_t *row = program_memory(n * years, sizeof *row);
    for (size_t i = 0; i < n; i++) m->path_row[i] = CSV_NONE;
    for (size_t i = 0; i < csv_rows(t); i++) {
        const int64_t k = (int64_t)csv_year(t, i, key[1]) - w->first_year[0];
        size_t at = 0;
        while (at < n && strcmp(w->place[at], csv_text(t, i, key[0])) != 0) at++;
        if (at == n)
            csv_fail(t, i, key[0], "\"%s\" is not a place of %s", csv_text(t, i, key[0]), csv_name(w->table[0]));
        if (m->path_row[at] == CSV_NONE) m->path_row[at] = i;
        path_unit(m, at, i);
        if (k < 0 || k >= (int64_t)years) continue;
        m->path[at * years + (size_t)k] = csv_positive(t, i, value);
        row[at * years + (size_t)k] = i;
    }
    for (size_t k = 0; k < n * years; k++)
        if (!(m->path[k] > 0))
            csv_fail(t, m->path_row[k / years] == CSV_NONE ? CSV_WHOLE : m->path_row[k / years], key[1],
                     "the path of \"%s\" has no year %d", w->place[k / years],
                     (int)w->first_year[0] + (int)(k % years));
    for (size_t i = 0; i < n; i++) path_steps(m, i, fan_world_last(w, (size_t)(m - w->model), 0, i), row);
    free(row);
}

/* ---- variables ---- */

size_t fan_world_shocks(const fan_world *w)
{
    size_t n = 0;
    for (size_t k = 0; k < w->n_models; k++) n += w->model[k].n_shocks;
    return n;
}

size_t fan_world_variables(const fan_world *w)
{
    size_t n = 0;
    for (size_t k = 0; k < w->n_models; k++) n += w->model[k].n_variables;
    return n;
}

double fan_world_last(const fan_world *w, size_t model, size_t variable, size_t place)
{
    const fan_model *m = w->model + model;
    if (variable || (m->kind != &fan_urban && m->kind != &fan_carbon)) return (double)NAN;
    return m->m ? m->past[(place + 1) * m->m - 1] : m->value[0][place];
}

void fan_world_variable(const fan_world *w, const csv *t, size_t row, size_t column, size_t *model, size_t *variable)
{
    const char *name[FAN_MODELS * FAN_VARIABLES];
    size_t n = 0;
    for (size_t k = 0; k < w->n_models; k++)
        for (size_t i = 0; i < w->model[k].n_variables; i++) name[n++] = w->model[k].variable[i];
    if (n > 1 && column == CSV_NONE)
        csv_fail(t, CSV_WHOLE, 0, "column \"variable\" is missing: the places have %zu variables", n);
    size_t at = n > 1 || (column != CSV_NONE && !csv_missing(t, row, column)) ? csv_choice(t, row, column, n, name) : 0;
    for (*model = 0; at >= w->model[*model].n_variables; at -= w->model[(*model)++].n_variables) continue;
    *variable = at;
}

/* ---- plan and print ---- */

void fan_group_plan(const fan_world *w, const skpi_ensemble_plan_options *given, fan_group *g)
{
    skpi_ensemble_plan_options options = *given;
    uint64_t *id = program_memory(g->n, sizeof *id);
    for (size_t i = 0; i < g->n; i++) id[i] = g->first + i;
    options.n_places = g->n;
    options.place_id = id;
    if (skpi_ensemble_plan_new(w->first_year[g->first], w->n_years[g->first], &options, &g->plan) < 0)
        program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    free(id);
    for (size_t k = 0; k < w->n_models; k++) g->index[k] = fan_model_add(w->model + k, g->plan, g->first, g->n);
}

void fan_print_header(const fan_world *w)
{
    if (fan_world_variables(w) > 1)
        puts("place,variable,year,mean,q05,q25,q50,q75,q95");
    else
        puts("place,year,mean,q05,q25,q50,q75,q95");
}

void fan_print_line(const char *place, const char *variable, int32_t year, double mean, const double *quantile)
{
    csv_put_text(stdout, 1, place);
    if (variable) csv_put_text(stdout, 0, variable);
    printf(",%d", (int)year);
    csv_put_number(stdout, 0, mean);
    for (size_t q = 0; q < FAN_QUANTILES; q++) csv_put_number(stdout, 0, quantile[q]);
    putchar('\n');
}

void fan_print(const fan_world *w, const fan_group *g, const skpi_ensemble_result *result)
{
    const size_t all = fan_world_variables(w), years = w->n_years[g->first], n = g->n * years;
    double *mean = program_memory(all * n, sizeof *mean);
    double *quantile = program_memory(all * n, FAN_QUANTILES * sizeof *quantile);
    const char **name = program_memory(all, sizeof *name);
    size_t at = 0;
    for (size_t k = 0; k < w->n_models; k++)
        for (size_t v = 0; v < w->model[k].n_variables; v++, at++) {
            name[at] = w->model[k].variable[v];
            if (skpi_ensemble_result_mean(result, g->index[k], (int32_t)v, mean + at * n) < 0 ||
                skpi_ensemble_result_quantile(result, g->index[k], (int32_t)v, FAN_QUANTILES, fan_prob,
                                              quantile + at * n * FAN_QUANTILES) < 0)
                program_fail(PROGRAM_DATA, "%s", skpi_last_error());
        }
    for (size_t i = 0; i < g->n; i++)
        for (size_t v = 0; v < all; v++)
            for (size_t k = 0; k < years; k++) {
                const size_t cell = v * n + i * years + k;
                fan_print_line(w->place[g->first + i], all > 1 ? name[v] : NULL, w->first_year[g->first] + (int32_t)k,
                               mean[cell], quantile + cell * FAN_QUANTILES);
            }
    free(name);
    free(quantile);
    free(mean);
}
