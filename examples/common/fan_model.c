/* One model of an ensemble as files tell it (fan_model.h). */
#include "fan_model.h"
#include "cells.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* letters of a column's name; years of a history that the library needs, and the most that it uses */
enum { TITLE = 40, NEEDED = 6, USED = 21 };

/* The name of a column, which has a number if it is one of several. */
static const char *fan_title(const char *name, size_t wide, size_t k, char *room)
{
    snprintf(room, TITLE, wide ? "%s_%zu" : "%s", name, k + 1);
    return room;
}

size_t fan_width(const fan_model *m, size_t parameter)
{
    const enum fan_width width = m->kind->parameter[parameter].width;
    return width == FAN_ONE ? 1 : width == FAN_EACH ? m->n_wide : m->n_wide - 1;
}

const double *fan_values(const fan_model *m, size_t parameter, size_t first)
{
    return m->value[parameter] ? m->value[parameter] + first * fan_width(m, parameter) : NULL;
}

/* How many of the columns name_1, name_2 ... there are. */
static size_t fan_count(const fan_kind *kind, const csv *t, const char *name)
{
    size_t n = 0;
    char title[TITLE];
    while (n < kind->most && csv_exact(t, fan_title(name, 1, n, title)) != CSV_NONE) n++;
    return n > kind->least ? n : kind->least;
}

static void fan_columns(fan_model *m, size_t parameter, int alone)
{
    const fan_parameter *p = m->kind->parameter + parameter;
    const size_t width = fan_width(m, parameter), wide = p->width == FAN_ONE ? 0 : m->n_wide;
    char title[TITLE];
    int needed = p->needed;
    for (size_t k = 0; k < width; k++) needed |= csv_exact(m->table, fan_title(p->name, wide, k, title)) != CSV_NONE;
    for (size_t k = 0; k < width; k++) {
        fan_title(p->name, wide, k, title);
        m->column[parameter][k] = needed  ? csv_column(m->table, title)
                                  : alone ? csv_optional(m->table, title)
                                          : CSV_NONE;
    }
}

static double fan_number(const fan_model *m, size_t row, size_t column, enum fan_value kind)
{
    const csv *t = m->table;
    const double value = kind == FAN_POSITIVE     ? csv_positive(t, row, column)
                         : kind == FAN_OPEN_SHARE ? csv_share(t, row, column)
                                                  : csv_number(t, row, column);
    if (kind == FAN_OPEN_SHARE && (value <= 0 || value >= 1))
        csv_fail(t, row, column, "%g has no logit: a share between 0 and 1 is needed", value);
    if (kind == FAN_DEVIATION && value < 0) csv_fail(t, row, column, "a standard deviation must not be negative");
    if (kind == FAN_CORRELATION && !(value >= -1 && value <= 1))
        csv_fail(t, row, column, "%s %g is not a correlation in [-1,1]", csv_title(t, column), value);
    return value;
}

/* A parameter that need not be there is given if any of the rows has it; then all must have it. */
static void fan_parameter_read(fan_model *m, size_t parameter, size_t n)
{
    const fan_parameter *p = m->kind->parameter + parameter;
    const size_t width = fan_width(m, parameter), *column = m->column[parameter];
    int given = p->needed;
    for (size_t i = 0; i < n && !given; i++)
        for (size_t k = 0; k < width; k++) given |= !csv_missing(m->table, m->row[i], column[k]);
    if (!given) return;
    m->value[parameter] = program_memory(n * width, sizeof(double));
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < width; k++)
            m->value[parameter][i * width + k] = fan_number(m, m->row[i], column[k], p->value);
}

void fan_model_read(fan_model *m, const fan_kind *kind, csv *t, size_t n, const size_t *row, int alone)
{
    *m = (fan_model){.kind = kind, .table = t};
    m->row = program_memory(n, sizeof *m->row);
    for (size_t i = 0; i < n; i++) m->row[i] = row[i];
    m->n_wide = kind->most ? fan_count(kind, t, kind->parameter->name) : 0;
    for (size_t p = 0; p < kind->n_parameters; p++) fan_columns(m, p, alone);
    for (size_t p = 0; p < kind->n_parameters; p++) fan_parameter_read(m, p, n);
    kind->variables(m);
}

/* The column of a history, k if there are several. */
static size_t fan_past_column(const fan_kind *kind, const csv *t, size_t k)
{
    char title[TITLE];
    const size_t column = csv_exact(t, fan_title(kind->history, kind->most, k, title));
    return column == CSV_NONE && kind->other ? csv_exact(t, kind->other) : column;
}

int fan_model_has_history(const fan_kind *kind, const csv *t)
{
    return kind->history && fan_past_column(kind, t, 0) != CSV_NONE;
}

int32_t fan_model_last(const fan_kind *kind, csv *t, size_t year)
{
    int32_t last = 0;
    const size_t column = fan_past_column(kind, t, 0);
    for (size_t i = 0; i < csv_rows(t); i++)
        if (!csv_missing(t, i, column) && csv_year(t, i, year) > last) last = csv_year(t, i, year);
    return last;
}

/* Emissions that are in several units are no history. */
static void fan_units(const csv *t, size_t n, const int32_t *place, size_t row, size_t *first)
{
    const size_t unit = csv_optional(t, "co2_unit"), at = (size_t)place[row];
    if (unit == CSV_NONE || at >= n) return;
    if (first[at] == CSV_NONE) first[at] = row;
    if (strcmp(csv_raw(t, row, unit), csv_raw(t, first[at], unit)))
        csv_fail(t, row, unit, "co2_unit \"%s\" is not \"%s\" as in row %zu", csv_raw(t, row, unit),
                 csv_raw(t, first[at], unit), csv_line(t, first[at]));
}

const char *fan_model_unit(const fan_model *m, size_t place)
{
    return csv_raw(m->table, m->row[place], csv_optional(m->table, "co2_unit"));
}

static double fan_past_value(const fan_kind *kind, const csv *t, size_t row, size_t column)
{
    if (csv_missing(t, row, column)) return (double)NAN;
    const double value = kind == &fan_urban ? csv_share(t, row, column) : csv_number(t, row, column);
    if (value < 0) csv_fail(t, row, column, "%s %g is negative", csv_title(t, column), value);
    return value;
}

void fan_model_past(fan_model *m, const fan_kind *kind, csv *t, size_t n, const int32_t *place, size_t year,
                    int32_t last)
{
    const size_t rows = csv_rows(t), wide = kind->most ? kind->least : 1;
    int32_t first = last;
    char title[TITLE];
    *m = (fan_model){.kind = kind, .table = t, .n_wide = kind->most ? kind->least : 0};
    for (size_t k = 0; k < wide; k++) {
        m->column[0][k] = fan_past_column(kind, t, k);
        if (m->column[0][k] == CSV_NONE) csv_column(t, fan_title(kind->history, kind->most, k, title));
    }
    for (size_t i = 0; i < rows; i++) first = csv_year(t, i, year) < first ? csv_year(t, i, year) : first;
    m->m = (size_t)(last - first) + 1;
    m->year = program_memory(m->m, sizeof *m->year);
    for (size_t k = 0; k < m->m; k++) m->year[k] = first + (int32_t)k;
    m->past = program_memory(n * m->m * wide, sizeof *m->past);
    for (size_t k = 0; k < n * m->m * wide; k++) m->past[k] = (double)NAN;
    m->row = program_memory(n, sizeof *m->row);
    size_t *unit = program_memory(n, sizeof *unit);
    for (size_t i = 0; i < n; i++) m->row[i] = unit[i] = CSV_NONE;
    for (size_t i = 0; i < rows; i++) {
        const int32_t when = csv_year(t, i, year);
        const size_t at = (size_t)place[i];
        if (when > last) continue;
        if (kind == &fan_carbon) fan_units(t, n, place, i, unit);
        for (size_t k = 0; k < wide; k++)
            m->past[(at * m->m + (size_t)(when - first)) * wide + k] = fan_past_value(kind, t, i, m->column[0][k]);
        if (m->row[at] == CSV_NONE || when >= csv_year(t, m->row[at], year)) m->row[at] = i;
    }
    free(unit);
    kind->variables(m);
}

static size_t past_width(const fan_model *m) { return m->n_wide ? m->n_wide : 1; }

/* Whether a place has all values of a year, counted back from the last one. */
static int past_there(const fan_model *m, size_t place, size_t back)
{
    const size_t wide = past_width(m);
    int there = back < m->m;
    for (size_t k = 0; there && k < wide; k++) there = !isnan(m->past[((place + 1) * m->m - 1 - back) * wide + k]);
    return there;
}

/* Whether changes from and to this year can be taken: a logarithm or a logit is there. */
static int past_open(const fan_model *m, size_t place, size_t back)
{
    const size_t wide = past_width(m);
    int open = past_there(m, place, back);
    for (size_t k = 0; open && k < wide; k++) {
        const double value = m->past[((place + 1) * m->m - 1 - back) * wide + k];
        open = value > 0 && (m->kind != &fan_urban || value < 1);
    }
    return open;
}

/* The row of a place and year; the last row of the place if there is none. */
static size_t past_row(const fan_model *m, size_t place, int32_t when)
{
    const csv *t = m->table;
    const size_t last = m->row[place], n = csv_rows(t), name = csv_column(t, "place"), year = csv_column(t, "year");
    for (size_t k = 0; k < n; k++) {
        const size_t row = (last + n - k) % n; /* most are just above */
        if (!strcmp(csv_raw(t, row, name), csv_raw(t, last, name)) && csv_year(t, row, year) == when) return row;
    }
    return last;
}

/* Only the years since a gap are used. */
static void past_gap_tell(const fan_model *m, size_t place, int32_t last)
{
    size_t years = 0;
    while (years < USED && past_open(m, place, years)) years++;
    const int there = past_there(m, place, years);
    size_t back = years;
    while (back < m->m && !(there ? past_open : past_there)(m, place, back)) back++;
    if (!years || years == USED || back >= m->m) return;
    const csv *t = m->table;
    const int from = (int)last - (int)back, to = (int)last - (int)years + 1;
    const size_t row = past_row(m, place, there ? to - 1 : to), year = csv_column(t, "year");
    const char *since = "only the years since are used";
    if (there)
        csv_warn(t, row, m->column[0][0], "%d has a value from which no change can be taken: %s", to - 1, since);
    else if (to - from == 2)
        csv_warn(t, row, year, "year %d is missing between %d and %d: %s", from + 1, from, to, since);
    else
        csv_warn(t, row, year, "years %d to %d are missing between %d and %d: %s", from + 1, to - 1, from, to, since);
}

void fan_model_ends(const fan_model *m, size_t n, int32_t last)
{
    for (size_t i = 0; i < n; i++) {
        if (m->row[i] == CSV_NONE)
            csv_fail(m->table, CSV_WHOLE, 0, "a place of the other histories has no year up to %d here", (int)last);
        else if (!past_there(m, i, 0))
            csv_fail(m->table, m->row[i], m->column[0][0],
                     "this history has no value in %d, in which all must end: --from YEAR ends all in a year that all "
                     "have, and --leave-out leaves the place out",
                     (int)last);
        past_gap_tell(m, i, last);
    }
}

void fan_model_short(const fan_model *m, size_t n, const char *const *place, unsigned char *leave_out)
{
    for (size_t i = 0; i < n; i++) {
        size_t years = 0;
        while (years < NEEDED && past_there(m, i, years)) years++;
        if (years == NEEDED || leave_out[i]) continue;
        leave_out[i] = 1;
        csv_warn(m->table, m->row[i] == CSV_NONE ? CSV_WHOLE : m->row[i], m->column[0][0],
                 "%s is left out: up to %d it has values of %zu years without a gap, and %d are needed", place[i],
                 (int)m->year[m->m - 1], years, NEEDED);
    }
}

void fan_model_leave_out(fan_model *m, size_t n, const unsigned char *leave_out)
{
    const size_t size = m->m * past_width(m);
    for (size_t i = 0, to = 0; i < n; i++)
        if (!leave_out[i]) {
            memmove(m->past + to * size, m->past + i * size, size * sizeof *m->past);
            m->row[to++] = m->row[i];
        }
}

void fan_model_variable(fan_model *m, const char *name, size_t number)
{
    snprintf(m->variable[m->n_variables++], FAN_NAME, number ? "%s_%zu" : "%s", name, number);
}

void fan_model_shock(fan_model *m, size_t variable) { m->shock[m->n_shocks++] = variable; }

/* What the library says about the model is told at the cell of its argument. */
static void fan_tell(skpi_status status, const fan_model *m, size_t first)
{
    skpi_error e = {.size = sizeof e};
    cell cells[FAN_PARAMETERS + 3];
    size_t n = 0;
    if (status >= 0 && !(status & SKPI_WUNUSUAL)) return;
    const size_t part = skpi_last_error_get(&e) >= 0 && e.column > 0 ? (size_t)e.column : 0;
    if (m->m) {
        cells[n++] = cell_by_row(m->kind->argument, m->table, 0, m->column[0][0], m->row + first);
    } else
        for (size_t p = m->kind->n_parameters; p-- > 0;)
            if (m->value[p])
                cells[n++] = cell_by_row(m->kind->parameter[p].argument, m->table, 0,
                                         m->column[p][part < fan_width(m, p) ? part : 0], m->row + first);
    if (m->path) {
        cells[n++] = cell_by_row("in->path", m->path_table, 0, m->path_column, m->path_row + first);
        cells[n++] = cell_by_row("options->path", m->path_table, 0, m->path_column, m->path_row + first);
    }
    cells_tell(status, n, cells);
}

int32_t fan_model_add(const fan_model *m, skpi_ensemble_plan *plan, size_t first, size_t n)
{
    int32_t index = -1;
    fan_tell((m->m ? m->kind->add_history : m->kind->add)(plan, m, first, n, &index), m, first);
    return index;
}

void fan_model_free(fan_model *m)
{
    for (size_t p = 0; p < FAN_PARAMETERS; p++) free(m->value[p]);
    free(m->row);
    free(m->year);
    free(m->past);
    free(m->path_row);
    free(m->path);
    csv_free(m->path_table);
}
