/* The urban share: the record and its projection by the cautious method, beside it the two of which that is the mean. */
#include "urban.h"
#include "units.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { HORIZON = 30 }; /* years */
#define FALL .03       /* of the share, from one observation to the next, that is not usual */

static void urban_record(urban *u, const tables *in)
{
    static const char *const word[] = {"national", "degurba"};
    const csv *t = in->table[URBAN_HISTORY];
    const size_t definition = csv_column(t, "definition");
    u->history = history_read(in, URBAN_HISTORY, "share", HISTORY_SHARE, NULL);
    u->definition = word[csv_choice(t, 0, definition, 2, word)];
    column_uniform(t, definition);
    u->last = u->history.year[u->history.n - 1];
    u->last_share = u->history.value[u->history.n - 1];
}

/* Projection of n years after the record by one method, and its status; window: of the recursion, 0 = the method's own. */
static skpi_status urban_project(const urban *u, int32_t method, double window, int32_t size_class, size_t n,
                                 double *value)
{
    const history *h = &u->history;
    const size_t first[] = {0, h->n};
    double *date = program_memory(h->n, sizeof *date);
    for (size_t i = 0; i < h->n; i++) date[i] = h->year[i];
    const skpi_urban_history observations = {
        .size = sizeof observations, .n = 1, .n_observations = h->n, .first = first, .date = date, .share = h->value};
    const skpi_urban_options options = {.size = sizeof options,
                                        .flags = SKPI_URBAN_FLAG_FALLBACK,
                                        .method = method,
                                        .n_windows = window > 0,
                                        .window = window > 0 ? &window : NULL};
    skpi_urban_project_out out = {.size = sizeof out, .share = value};
    const cell cells = cell_by_column("history->share", h->table, h->row[h->n - 1], h->column, h->row);
    const skpi_status s = skpi_urban_project_history(&observations, &size_class, u->last + 1, n, &options, &out, NULL);
    cells_tell(s, 1, &cells);
    free(date);
    return s;
}

/* Warns where the last share is far below the one before it, unless the library did: the projection starts there. */
static void urban_fall_tell(const urban *u, skpi_status found)
{
    const history *h = &u->history;
    const size_t last = h->n - 1;
    skpi_error e = {.size = sizeof e};
    if (!last || h->value[last - 1] - h->value[last] <= FALL) return;
    if ((found & SKPI_WUNUSUAL) && skpi_last_error_get(&e) >= 0 && !strcmp(e.name, "history->share") &&
        e.column == (int64_t)last)
        return;
    csv_warn(h->table, h->row[last], h->column,
             "share %s of %d is %.2g points below the %s of %d, and the projection starts from it: a new boundary or "
             "definition?",
             csv_raw(h->table, h->row[last], h->column), (int)h->year[last],
             100 * (h->value[last - 1] - h->value[last]), csv_raw(h->table, h->row[last - 1], h->column),
             (int)h->year[last - 1]);
}

static void urban_projections(urban *u)
{
    const history *h = &u->history;
    const size_t n = (size_t)((u->last + HORIZON) / 5 * 5 - u->last);
    const cell cells = cell_at("in->share", h->table, h->row[h->n - 1], h->column);
    double *value[5];
    int *beyond = program_memory(n, sizeof *beyond);
    for (size_t k = 0; k < 5; k++) value[k] = program_memory(n, sizeof *value[k]);
    const double people = u->population.n ? history_at(&u->population, u->last) : (double)NAN;
    const int32_t size_class = people < URBAN_LARGE_THOUSAND ? SKPI_URBAN_SIZE_SMALL : SKPI_URBAN_SIZE_LARGE;
    const skpi_status found = urban_project(u, SKPI_URBAN_METHOD_CAUTIOUS, 0, size_class, n, value[0]);
    if (found >= 0) urban_fall_tell(u, found);
    u->weak = (found & (SKPI_WADJUSTED | SKPI_WWEAKFIT)) != 0;
    urban_project(u, SKPI_URBAN_METHOD_UN, 4, size_class, n, value[1]); /* the half of the cautious method */
    urban_project(u, SKPI_URBAN_METHOD_CONVERGING, 0, size_class, n, value[2]);
    urban_range(&cells, SKPI_URBAN_ERROR_SOURCE_REALTIME, u->last, u->last + 1, n, value[0], value[3], value[4],
                beyond);
    u->years = h->n + n;
    u->year = program_memory(u->years, sizeof *u->year);
    for (size_t i = 0; i < u->years; i++) {
        urban_year *y = &u->year[i];
        *y = (urban_year){.low = (double)NAN,
                          .high = (double)NAN,
                          .recursion = (double)NAN,
                          .converging = (double)NAN,
                          .urban = (double)NAN,
                          .rural = (double)NAN,
                          .observed = i < h->n,
                          .people = ""};
        if (y->observed) {
            y->year = h->year[i];
            y->share = h->value[i];
            continue;
        }
        const size_t k = i - h->n;
        y->year = u->last + 1 + (int32_t)k;
        y->share = value[0][k];
        y->recursion = value[1][k];
        y->converging = value[2][k];
        y->low = value[3][k];
        y->high = value[4][k];
        y->beyond = beyond[k];
    }
    for (size_t k = 0; k < 5; k++) free(value[k]);
    free(beyond);
}

/* Warns where a year is missing among years that follow each other; further apart, years may be left out. */
static void urban_people_gaps(const history *h)
{
    for (size_t i = 2; i + 1 < h->n; i++)
        if (h->year[i] - h->year[i - 1] > 1 && h->year[i - 1] - h->year[i - 2] == 1 && h->year[i + 1] - h->year[i] == 1)
            history_gap_tell(h, i);
}

static void urban_heads(urban *u)
{
    const history *h = &u->population;
    const size_t kind = h->n ? csv_optional(h->table, "kind") : CSV_NONE;
    for (size_t i = 0; u->population.n && i < u->years; i++) {
        urban_year *y = &u->year[i];
        const double people = history_at(&u->population, y->year);
        if (isnan(people)) continue;
        const size_t at = history_find(h, y->year);
        y->people = at == h->n ? "interpolated" : csv_raw(h->table, h->row[at], kind);
        size_t row = 0; /* of the year, or the next one that the table has */
        while (h->year[row] < y->year) row++;
        const cell cells[] = {cell_at("total", h->table, h->row[row], h->column),
                              cell_at("share", u->history.table,
                                      u->history.row[i < u->history.n ? i : u->history.n - 1], u->history.column)};
        cells_tell(skpi_urban_population(1, 1, &y->share, &people, &y->urban, &y->rural), 2, cells);
    }
}

void urban_compute(urban *u, const tables *in)
{
    if (table_given(in, POPULATION)) {
        static const char *const kind[] = {"observed", "projected", "assumed"};
        const csv *t = in->table[POPULATION];
        u->population = history_read(in, POPULATION, "population_thousand", HISTORY_POSITIVE, NULL);
        const size_t kinds = csv_optional(t, "kind");
        for (size_t i = 0; kinds != CSV_NONE && i < u->population.n; i++) csv_choice(t, i, kinds, 3, kind);
    }
    urban_record(u, in);
    urban_projections(u);
    urban_heads(u);
    urban_people_gaps(&u->population);
    u->revised = (double)NAN;
    if (table_given(in, URBAN_EARLIER)) urban_past_compute(u, in);
    if (table_given(in, URBAN_OBSERVED)) urban_others_compute(u, in);
}

double urban_thousand(const urban *u, int32_t year)
{
    for (size_t i = 0; i < u->years; i++)
        if (u->year[i].year == year) return u->year[i].urban;
    if (year > u->last || !u->population.n) return (double)NAN;
    return history_share_at(&u->history, year) * history_at(&u->population, year); /* between two observations */
}

void urban_release(urban *u)
{
    history_release(&u->history);
    history_release(&u->earlier);
    history_release(&u->population);
    free(u->year);
    free(u->other);
    free(u->past);
}
