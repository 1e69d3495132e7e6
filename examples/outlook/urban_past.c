/* What an earlier record projected, and what the record of today says of these years. */
#include "urban.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The recursion of the revisions to 2018, whose start is the growth difference of the last two years. */
static void past_project(const urban *u, int32_t size_class, size_t n, double *value)
{
    const history *h = &u->earlier;
    const size_t first[] = {0, h->n};
    double *date = program_memory(h->n, sizeof *date);
    for (size_t i = 0; i < h->n; i++) date[i] = h->year[i];
    static const double window = 2;
    const skpi_urban_history observations = {
        .size = sizeof observations, .n = 1, .n_observations = h->n, .first = first, .date = date, .share = h->value};
    const skpi_urban_options options = {
        .size = sizeof options, .flags = SKPI_URBAN_FLAG_FALLBACK, .n_windows = 1, .window = &window};
    skpi_urban_project_out out = {.size = sizeof out, .share = value};
    const cell cells = cell_by_column("history->share", h->table, h->row[h->n - 1], h->column, h->row);
    cells_tell(skpi_urban_project_history(&observations, &size_class, h->year[h->n - 1] + 1, n, &options, &out, NULL),
               1, &cells);
    free(date);
}

void urban_past_compute(urban *u, const tables *in)
{
    u->earlier = history_read(in, URBAN_EARLIER, "share", HISTORY_SHARE, NULL);
    const history *h = &u->earlier;
    const int32_t last = h->year[h->n - 1];
    u->revised = history_share_at(&u->history, last);
    if (last >= u->last) return;
    const size_t n = (size_t)(u->last - last);
    double *value = program_memory(n, sizeof *value), *range[4];
    for (size_t k = 0; k < 4; k++) range[k] = program_memory(n, sizeof *range[k]);
    const double people = u->population.n ? history_at(&u->population, last) : (double)NAN;
    past_project(u, people < URBAN_LARGE_THOUSAND ? SKPI_URBAN_SIZE_SMALL : SKPI_URBAN_SIZE_LARGE, n, value);
    const cell cells = cell_at("in->share", h->table, h->row[h->n - 1], h->column);
    urban_range(&cells, SKPI_URBAN_ERROR_SOURCE_REALTIME, last, last + 1, n, value, range[0], range[1], NULL);
    urban_range(&cells, SKPI_URBAN_ERROR_SOURCE_RECORD, last, last + 1, n, value, range[2], range[3], NULL);
    u->past = program_memory(n, sizeof *u->past);
    for (size_t i = 0; i < n; i++) {
        const size_t at = history_find(&u->history, last + 1 + (int32_t)i);
        if (at == u->history.n) continue; /* only what is in the record, no interpolation */
        u->past[u->pasts++] = (urban_past){.year = last + 1 + (int32_t)i,
                                           .projected = value[i],
                                           .found = u->history.value[at],
                                           .low = range[0][i],
                                           .high = range[1][i],
                                           .record_low = range[2][i],
                                           .record_high = range[3][i]};
    }
    for (size_t k = 0; k < 4; k++) free(range[k]);
    free(value);
}

enum {
    PLACE,
    YEAR,
    PROJECTED,
    LOW,
    HIGH,
    RANGE,
    INSIDE,
    RECORD_LOW,
    RECORD_HIGH,
    RECORD_RANGE,
    RECORD_INSIDE,
    FOUND,
    OTHERS,
    COLUMNS
};
static const report_column past_column[COLUMNS] = {
    [PLACE] = {.key = "place", .form = REPORT_TEXT},
    [YEAR] = {.key = "year", .title = "year", .form = REPORT_YEAR},
    [PROJECTED] = {.key = "projected_percent", .title = "projected %", .decimals = 1},
    [LOW] = {.key = "low_percent", .decimals = 1},
    [HIGH] = {.key = "high_percent", .decimals = 1},
    [RANGE] = {.title = "80 % range", .form = REPORT_RANGE, .decimals = 1, .low = LOW, .high = HIGH},
    [RECORD_LOW] = {.key = "record_low_percent", .decimals = 1},
    [RECORD_HIGH] = {.key = "record_high_percent", .decimals = 1},
    [RECORD_RANGE] =
        {.title = "if not revised", .form = REPORT_RANGE, .decimals = 1, .low = RECORD_LOW, .high = RECORD_HIGH},
    [FOUND] = {.key = "found_percent", .title = "found %", .decimals = 1},
    [OTHERS] = {.key = "others_percent", .title = "by others", .decimals = REPORT_TRIMMED + 2},
    [INSIDE] = {.key = "inside", .title = "inside", .form = REPORT_TEXT},
    [RECORD_INSIDE] = {.key = "record_inside", .title = "inside", .form = REPORT_TEXT},
};

/* The last share of a calendar year that others have published; NaN = none. */
static double past_others(const urban *u, const tables *in, int32_t year)
{
    const csv *t = in->table[URBAN_OBSERVED];
    const size_t date = u->others ? csv_column(t, "date") : CSV_NONE;
    double found = (double)NAN;
    for (size_t i = 0; i < u->others; i++)
        if (strtol(csv_raw(t, u->other[i].row, date), NULL, 10) == year) found = u->other[i].share;
    return found;
}

static const char *past_inside(double found, double low, double high)
{
    return found >= low && found <= high ? "yes" : "no";
}

void urban_past_report(const urban *u, const tables *in, report_section *s)
{
    if (!u->pasts) return;
    const history *h = &u->earlier;
    const int revised = fabs(u->revised - h->value[h->n - 1]) > 1e-3;
    const char *title = report_words(s->all, "Projected from the earlier record of %s %% in %d (%s %s %%)",
                                     percent(h->value[h->n - 1], 1), (int)h->year[h->n - 1],
                                     revised ? "since revised to" : "today", percent(u->revised, 1));
    report_sheet *t = report_sheet_add(s, REPORT_FULL, "urban_past", title, past_column, COLUMNS);
    for (size_t i = 0; i < u->pasts; i++) {
        const urban_past *p = &u->past[i];
        sheet_row(t, p->year % 5 == 0 || i + 1 == u->pasts ? REPORT_ALWAYS : REPORT_FULL);
        sheet_say(t, PLACE, "%s", in->place->key);
        sheet_put(t, YEAR, p->year);
        sheet_put(t, PROJECTED, in_percent(p->projected));
        sheet_put(t, LOW, in_percent(p->low));
        sheet_put(t, HIGH, in_percent(p->high));
        sheet_put(t, RECORD_LOW, in_percent(p->record_low));
        sheet_put(t, RECORD_HIGH, in_percent(p->record_high));
        sheet_put(t, FOUND, in_percent(p->found));
        sheet_put(t, OTHERS, in_percent(past_others(u, in, p->year)));
        sheet_say(t, INSIDE, "%s", past_inside(p->found, p->low, p->high));
        sheet_say(t, RECORD_INSIDE, "%s", past_inside(p->found, p->record_low, p->record_high));
    }
    const urban_past *told = &u->past[0]; /* of a round year, or the last */
    for (size_t i = 0; i < u->pasts && told->year % 5; i++)
        if (u->past[i].year % 5 == 0 || i + 1 == u->pasts) told = &u->past[i];
    report_say(s, REPORT_RESULT, REPORT_ALWAYS,
               "The record of %d projected %s %% for %d (%s to %s unless revised); %s: %s %%.", (int)h->year[h->n - 1],
               percent(told->projected, 1), (int)told->year, percent(told->record_low, 1),
               percent(told->record_high, 1), revised ? "revised since" : "found", percent(told->found, 1));
    report_source_add(s, row_source(h->table, h->row[h->n - 1]));
}
