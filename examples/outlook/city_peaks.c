/* Whether the CO2 of each city has peaked: the test of Mann and Kendall in the years since its maximum. */
#include "city_peaks.h"
#include "verdict.h"
#include "../common/cells.h"
#include "../common/one_row.h"

#include <stdlib.h>

void city_peaks_compute(city_peaks *c, const tables *in)
{
    c->unit = co2_unit_read(in->table[CARBON_CITIES]);
    c->row = program_memory(in->places, sizeof *c->row);
    for (size_t i = 0; i < in->places; i++) {
        city_peak *p = &c->row[c->rows];
        *p = (city_peak){.place = &in->place[i],
                         .history = history_read(in, CARBON_CITIES, "co2", HISTORY_QUANTITY, &in->place[i])};
        const history *h = &p->history;
        if (!h->n) {
            history_release(&p->history);
            continue;
        }
        if (!p->place->is_city)
            csv_fail(h->table, h->row[0], csv_column(h->table, "place"), "\"%s\" is the country", p->place->key);
        c->doubted |= history_gaps_tell(h);
        const skpi_table t = one_row(h->n, h->year, h->value, NULL);
        skpi_carbon_peaked_out out = {.size = sizeof out,
                                      .verdict = &p->verdict,
                                      .peak_year = &p->peak_year,
                                      .since = &p->since,
                                      .peak = &p->peak,
                                      .change = &p->change,
                                      .p = &p->p};
        const cell years = cell_by_column("emission->value", h->table, h->row[0], h->column, h->row);
        cells_tell(skpi_carbon_peaked(&t, NULL, &out, NULL), 1, &years);
        c->rows++;
    }
}

void city_peaks_release(city_peaks *c)
{
    for (size_t i = 0; i < c->rows; i++) history_release(&c->row[i].history);
    free(c->row);
}

enum { PLACE, NAME, FIRST, LAST, PEAK, PEAK_YEAR, UNIT, SINCE, CHANGE, P, VERDICT, SOURCE, COLUMNS };
static const report_column peak_column[COLUMNS] = {
    [PLACE] = {.key = "place", .form = REPORT_TEXT},
    [NAME] = {.key = "name", .title = "municipality", .form = REPORT_TEXT},
    [FIRST] = {.key = "first_year", .title = "from", .form = REPORT_YEAR},
    [LAST] = {.key = "last_year", .title = "to", .form = REPORT_YEAR},
    [PEAK] = {.key = "co2", .title = "maximum", .decimals = 1},
    [PEAK_YEAR] = {.key = "peak_year", .title = "in", .form = REPORT_YEAR},
    [UNIT] = {.key = "co2_unit", .title = "unit", .form = REPORT_TEXT},
    [SINCE] = {.key = "since", .title = "years since"},
    [CHANGE] = {.key = "change_percent", .title = "change, %", .form = REPORT_SIGNED, .decimals = 0},
    [P] = {.key = "p", .title = "p", .decimals = 3},
    [VERDICT] = {.key = "verdict", .title = "verdict", .form = REPORT_TEXT},
    [SOURCE] = {.key = "source", .form = REPORT_TEXT},
};

void city_peaks_report(const city_peaks *c, report_section *s)
{
    report_sheet *t = report_sheet_add(s, REPORT_ALWAYS, "carbon_cities", NULL, peak_column, COLUMNS);
    const char *missing = "";
    for (size_t i = 0; i < c->rows; i++) {
        const city_peak *p = &c->row[i];
        const history *h = &p->history;
        sheet_row(t, REPORT_ALWAYS);
        sheet_say(t, PLACE, "%s", p->place->key);
        sheet_say(t, NAME, "%s", p->place->name);
        sheet_put(t, FIRST, h->year[0]);
        sheet_put(t, LAST, h->year[h->n - 1]);
        sheet_put(t, PEAK, p->peak);
        sheet_put(t, PEAK_YEAR, p->peak_year);
        sheet_say(t, UNIT, "%s", c->unit.name);
        sheet_put(t, SINCE, p->since);
        sheet_put(t, CHANGE, in_percent(p->change));
        sheet_put(t, P, p->p);
        sheet_say(t, VERDICT, "%s", peak_word(p->verdict));
        sheet_say(t, SOURCE, "%s", row_source(h->table, h->row[h->n - 1]));
        report_source_add(s, row_source(h->table, h->row[h->n - 1]));
        char *years = history_gaps(h);
        if (*years) missing = report_words(s->all, "%s%s%s %s", missing, *missing ? "; " : "", p->place->name, years);
        free(years);
    }
    if (*missing)
        report_say(s, REPORT_RESULT, c->doubted ? REPORT_ALWAYS : REPORT_FULL,
                   "Years missing, without which a maximum and a verdict may be others: %s.", missing);
    report_say(s, REPORT_METHOD, REPORT_FULL,
               "A place has peaked if its maximum is at least five years old and the years since fall significantly "
               "(Mann and Kendall, p < 0.05). Other data sets differ by up to a factor of two: never join them.");
}
