/* City populations in the report. */
#include "cities.h"

#include <math.h>
#include <string.h>

enum { PLACE, NAME, NAME_LOCAL, YEAR, POPULATION_COLUMN, OTHER, KIND, COLUMNS };
static const report_column city_file_column[COLUMNS] = {
    [PLACE] = {.key = "place", .form = REPORT_TEXT},
    [NAME] = {.key = "name", .title = "city", .form = REPORT_TEXT},
    [NAME_LOCAL] = {.key = "name_local", .form = REPORT_TEXT},
    [YEAR] = {.key = "year", .title = "year", .form = REPORT_YEAR},
    [POPULATION_COLUMN] = {.key = "population_thousand", .title = "thousand", .decimals = 0},
    [OTHER] = {.key = "mean_growth_thousand", .title = "by mean growth before", .decimals = 0},
    [KIND] = {.key = "kind", .title = "kind", .form = REPORT_TEXT},
};

/* The columns of the short table. */
enum { SHORT_CITY, SHORT_BASE, SHORT_END, SHORT_OTHER, SHORT_AREA, SHORT_COLUMNS };

/* A line a city: the base year and the last one. */
static void cities_short(const cities *all, report_section *s)
{
    report *r = s->all;
    const size_t area = csv_column(all->table, "area");
    report_column *column = report_memory(r, SHORT_COLUMNS, sizeof *column);
    column[SHORT_CITY] = (report_column){.title = "city, thousand inhabitants", .form = REPORT_TEXT};
    column[SHORT_BASE] = (report_column){.title = report_words(r, "%d", (int)all->base)};
    column[SHORT_END] = (report_column){.title = report_words(r, "%d", (int)all->end)};
    column[SHORT_OTHER] = (report_column){.title = "by mean growth before"};
    column[SHORT_AREA] = (report_column){.title = "area", .form = REPORT_TEXT};
    report_sheet *t = report_sheet_add(s, REPORT_ALWAYS, NULL, NULL, column, SHORT_COLUMNS);
    for (size_t i = 0; i < all->rows; i++) {
        const city *c = &all->row[i];
        sheet_row(t, REPORT_ALWAYS);
        sheet_say(t, SHORT_CITY, "%s", c->place->name);
        sheet_put(t, SHORT_BASE, c->base);
        sheet_put(t, SHORT_END, c->population[all->steps]);
        sheet_put(t, SHORT_OTHER, c->other[all->steps]);
        sheet_say(t, SHORT_AREA, "%s", csv_raw(all->table, c->row, area));
    }
}

static void cities_years(const cities *all, report_section *s)
{
    report_sheet *t = report_sheet_add(s, REPORT_FULL, "cities", NULL, city_file_column, COLUMNS);
    for (size_t i = 0; i < all->rows; i++)
        for (size_t y = 0; y <= all->steps; y++) {
            const city *c = &all->row[i];
            sheet_row(t, REPORT_ALWAYS);
            sheet_say(t, PLACE, "%s", c->place->key);
            sheet_say(t, NAME, "%s", c->place->name);
            sheet_say(t, NAME_LOCAL, "%s", c->place->name_local);
            sheet_put(t, YEAR, all->base + (double)y);
            sheet_put(t, POPULATION_COLUMN, c->population[y]);
            sheet_put(t, OTHER, c->other[y]);
            sheet_say(t, KIND, "%s", y ? "projected" : "observed");
        }
}

static void cities_headline(const cities *all, report_section *s)
{
    report *r = s->all;
    const city *c = &all->row[0];
    const double a = c->population[all->steps], b = c->other[all->steps];
    const char *range = "unknown: there is only one growth rate";
    if (!isnan(b) && c->own_first)
        range = report_words(r, "%s to %s by two growth rates", number(a < b ? a : b, 0), number(a < b ? b : a, 0));
    report_headline_add(
        s, (report_headline){.figure = report_words(r, "%s thousand", number(a, 0)),
                             .what = report_words(r, "inhabitants of %s in %d, from %d, %s", c->place->name,
                                                  (int)all->end, (int)all->base,
                                                  csv_raw(all->table, c->row, csv_column(all->table, "area"))),
                             .kind = "projected",
                             .range = range,
                             .source = row_source(all->table, c->row)});
}

void cities_report(const cities *all, report_section *s)
{
    cities_headline(all, s);
    cities_short(all, s);
    cities_years(all, s);
    for (size_t i = 0; i < all->rows; i++)
        if (!all->row[i].own_first)
            report_say(s, REPORT_RESULT, REPORT_ALWAYS,
                       "%s has no population of %d: its projection starts from the mean growth since %d.",
                       all->row[i].place->name, (int)all->base + 1, (int)all->row[i].before);
    report_say(s, REPORT_METHOD, REPORT_FULL,
               "The growth rate of each city moves within 25 years to that of the country's urban population. For 544 "
               "cities above a million the median difference from the UN's projection of 2018 for 2035 is 0.18 %% on "
               "its urban path.");
    for (size_t i = 0; i < csv_rows(all->table); i++) report_source_add(s, row_source(all->table, i));
    report_figure_add(s, "cities", (double)all->rows);
    report_figure_add(s, "city_base_year", all->base);
    report_figure_add(s, "city_last_year", all->end);
}
