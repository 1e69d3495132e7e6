/* The panel of forecast_skill: annual shares, groups, and the dated observations behind the shares. */
#include "skill.h"
#include "../common/cells.h"
#include "../common/program.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PANEL_FIRST = 1500, PANEL_LAST = 2400 };

/* A column of a file, and the column with the names of its places. */
typedef struct panel_lookup {
    csv *table;
    size_t names, column;
} panel_lookup;

/* A column of SHARES, which may be missing, or of a file of its own. */
static panel_lookup panel_lookup_in(csv *shares, const char *path, const char *name)
{
    panel_lookup l = {path ? csv_read(path) : shares, 0, 0};
    l.names = csv_column(l.table, "place");
    l.column = path ? csv_column(l.table, name) : csv_exact(l.table, name);
    csv_unique(l.table, 1, &l.names);
    return l;
}

/* The row of a place; CSV_NONE if the file does not have it. */
static size_t panel_row(const panel_lookup *l, const char *place)
{
    for (size_t i = 0; i < csv_rows(l->table); i++)
        if (!strcmp(csv_raw(l->table, i, l->names), place)) return i;
    return CSV_NONE;
}

static void panel_years(skill_panel *p, skill_settings *s, size_t *column)
{
    for (int32_t year = PANEL_FIRST; year <= (s->end ? s->end : PANEL_LAST); year++) {
        char name[16];
        snprintf(name, sizeof name, "%d", (int)year);
        if ((column[p->m] = csv_exact(p->table, name)) != CSV_NONE) p->year[p->m++] = year;
    }
    if (!p->m) csv_fail(p->table, CSV_WHOLE, 0, "no column is named by a year%s", s->end ? " up to --end" : "");
    if (s->end && p->year[p->m - 1] != s->end)
        csv_fail(p->table, CSV_WHOLE, 0, "column \"%d\" is missing", (int)s->end);
    s->end = p->year[p->m - 1];
}

/* The row of a file that must have the place of this row of SHARES. */
static size_t panel_row_needed(const skill_panel *p, const panel_lookup *l, size_t names, size_t row)
{
    const char *place = csv_text(p->table, row, names);
    const size_t at = panel_row(l, place);
    if (at == CSV_NONE) csv_fail(p->table, row, names, "\"%s\" is not in %s", place, csv_name(l->table));
    return at;
}

/* The name of the group of a row of SHARES; without groups each place is its own. */
static const char *panel_group(const skill_panel *p, const panel_lookup *groups, size_t names, size_t row)
{
    const char *place = csv_text(p->table, row, names);
    if (groups->column == CSV_NONE) return place;
    return csv_text(groups->table, panel_row_needed(p, groups, names, row), groups->column);
}

/* The rows that are places, group by group in the order in which the groups first occur. */
static void panel_places(skill_panel *p, const panel_lookup *groups, size_t names, size_t *row)
{
    const size_t n = csv_rows(p->table), kind = csv_optional(p->table, "kind");
    const char **group = program_memory(n, sizeof *group);
    for (size_t i = 0; i < n; i++)
        if (strcmp(csv_raw(p->table, i, kind), "aggregate")) group[i] = panel_group(p, groups, names, i);
    for (size_t i = 0; i < n; i++) {
        const char *this = group[i];
        if (!this) continue;
        for (size_t k = i; k < n; k++)
            if (group[k] && !strcmp(group[k], this)) {
                p->group[p->n] = (int32_t)p->n_groups;
                row[p->n++] = k;
                group[k] = NULL;
            }
        p->n_groups++;
    }
    free(group);
    if (!p->n) csv_fail(p->table, CSV_WHOLE, 0, "no row is a place");
}

static void panel_shares(skill_panel *p, const size_t *row, const size_t *column)
{
    double most = 0;
    p->share = program_memory(p->n * p->m, sizeof *p->share);
    for (size_t i = 0; i < p->n; i++)
        for (size_t j = 0; j < p->m; j++) {
            const double percent = csv_number(p->table, row[i], column[j]);
            if (!(percent >= 0 && percent <= SKILL_POINTS))
                csv_fail(p->table, row[i], column[j], "\"%s\" is not a percentage in 0..100",
                         csv_raw(p->table, row[i], column[j]));
            p->share[i * p->m + j] = percent / SKILL_POINTS;
            if (j) csv_zero(p->table, row[i], column[j], p->share[i * p->m + j - 1], percent);
            most = fmax(most, percent);
        }
    if (most <= 1) csv_fail(p->table, CSV_WHOLE, 0, "no value is above 1: percent is needed, not fractions");
}

/* Populations in the years of SHARES; their unit does not matter. */
static void panel_people(skill_panel *p, const char *path, size_t names, const size_t *row)
{
    if (!path) return;
    const panel_lookup l = panel_lookup_in(NULL, path, "place");
    p->people = program_memory(p->n * p->m, sizeof *p->people);
    for (size_t j = 0; j < p->m; j++) {
        char name[16];
        snprintf(name, sizeof name, "%d", (int)p->year[j]);
        const size_t column = csv_column(l.table, name);
        for (size_t i = 0; i < p->n; i++) {
            const size_t at = panel_row_needed(p, &l, names, row[i]);
            const double people = p->people[i * p->m + j] = csv_number(l.table, at, column);
            if (!(people >= 0))
                csv_fail(l.table, at, column, "\"%s\" is a negative population", csv_raw(l.table, at, column));
            if (j) csv_zero(l.table, at, column, p->people[i * p->m + j - 1], people);
        }
    }
    csv_free(l.table);
}

/* The date of the last observation of each place. */
static double *panel_known(const skill_panel *p, const panel_lookup *last, size_t names, const size_t *row, int32_t end)
{
    double *known = program_memory(p->n, sizeof *known);
    for (size_t i = 0; i < p->n; i++) {
        const size_t at = last->column == CSV_NONE ? CSV_NONE : panel_row(last, csv_raw(p->table, row[i], names));
        known[i] = at == CSV_NONE ? end : fmin(csv_number_or(last->table, at, last->column, end), end);
    }
    return known;
}

/* The size class of each place; what is not in the file is small. */
static void panel_sizes(skill_panel *p, const panel_lookup *sizes, size_t names, const size_t *row)
{
    if (sizes->column == CSV_NONE) return;
    p->size = program_memory(p->n, sizeof *p->size);
    for (size_t i = 0; i < p->n; i++) {
        const size_t at = panel_row(sizes, csv_raw(p->table, row[i], names));
        const char *word = at == CSV_NONE ? "" : csv_raw(sizes->table, at, sizes->column);
        if (*word && strcmp(word, "large") && strcmp(word, "small"))
            csv_fail(sizes->table, at, sizes->column, "\"%s\" is neither large nor small", word);
        p->size[i] = !strcmp(word, "large") ? SKPI_URBAN_SIZE_LARGE : SKPI_URBAN_SIZE_SMALL;
    }
}

/* Keeps the places that have observations. */
static void panel_observe(skill_panel *p, const double *known, double rounding, const size_t *row, size_t column)
{
    const skpi_table share = {.size = sizeof share, .n = p->n, .m = p->m, .year = p->year, .value = p->share};
    const skpi_urban_observation_options options = {.size = sizeof options, .known_to = known};
    int32_t *count = program_memory(p->n, sizeof *count), *status = program_memory(p->n, sizeof *status);
    p->date = program_memory(p->n * p->m, sizeof *p->date);
    p->observed = program_memory(p->n * p->m, sizeof *p->observed);
    p->first = program_memory(p->n + 1, sizeof *p->first);
    skpi_urban_observation_out out = {.size = sizeof out, .count = count, .date = p->date, .share = p->observed};
    const cell cells[] = {cell_at("share->year", p->table, CSV_WHOLE, column),
                          cell_by_row("share->value", p->table, 0, column, row)};
    cells_tell(skpi_urban_observation(&share, rounding, &options, &out, status), 2, cells);
    size_t n = 0, at = 0;
    for (size_t i = 0; i < p->n; i++) {
        if (status[i] < 0 || count[i] < 1) continue;
        const size_t length = (size_t)count[i];
        memmove(p->date + at, p->date + i * p->m, length * sizeof *p->date);
        memmove(p->observed + at, p->observed + i * p->m, length * sizeof *p->observed);
        memmove(p->share + n * p->m, p->share + i * p->m, p->m * sizeof *p->share);
        if (p->people) memmove(p->people + n * p->m, p->people + i * p->m, p->m * sizeof *p->people);
        p->group[n] = p->group[i];
        if (p->size) p->size[n] = p->size[i];
        p->first[++n] = at += length;
    }
    p->n = n;
    if (!n) csv_fail(p->table, CSV_WHOLE, 0, "no place has an observation");
    free(count);
    free(status);
}

skill_panel skill_panel_read(const skill_files *files, skill_settings *settings)
{
    skill_panel p = {.table = csv_read(files->shares)};
    const panel_lookup group = panel_lookup_in(p.table, files->groups, "group"),
                       known = panel_lookup_in(p.table, files->last, "last_date"),
                       sizes = panel_lookup_in(p.table, files->sizes, "size_class");
    const size_t names = csv_column(p.table, "place");
    size_t *row = program_memory(csv_rows(p.table), sizeof *row),
           *column = program_memory(PANEL_LAST - PANEL_FIRST + 2, sizeof *column);
    p.year = program_memory(PANEL_LAST - PANEL_FIRST + 2, sizeof *p.year);
    p.group = program_memory(csv_rows(p.table), sizeof *p.group);
    panel_years(&p, settings, column);
    panel_places(&p, &group, names, row);
    panel_shares(&p, row, column);
    panel_people(&p, files->populations, names, row);
    panel_sizes(&p, &sizes, names, row);
    double *date = panel_known(&p, &known, names, row, settings->end);
    panel_observe(&p, date, settings->rounding, row, column[0]);
    if (group.column == CSV_NONE)
        fputs("note: there are no groups: constants are estimated without the place itself\n", stderr);
    if (files->groups) csv_free(group.table);
    if (files->last) csv_free(known.table);
    if (files->sizes) csv_free(sizes.table);
    free(date);
    free(row);
    free(column);
    return p;
}

void skill_panel_free(skill_panel *p)
{
    csv_free(p->table);
    free(p->year);
    free(p->share);
    free(p->people);
    free(p->group);
    free(p->size);
    free(p->first);
    free(p->date);
    free(p->observed);
}
