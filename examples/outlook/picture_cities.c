/* City populations, and the years of the records of their CO2. */
#include "picture_cities.h"
#include "figures.h"
#include "picture_rows.h"

#include <string.h>

enum { NAME_ROOM = 176 };

/* The rows of one city after another: where the next one begins. */
static size_t city_end(const report_sheet *t, size_t i)
{
    size_t to = i + 1;
    while (to < t->rows && !strcmp(sheet_text(t, to, "place"), sheet_text(t, i, "place"))) to++;
    return to;
}

void cities_picture(picture *p, const report_section *s, const report_sheet *beside)
{
    const report_sheet *t = sheet_find(s, "cities");
    (void)beside;
    if (!t) return;
    const double *year = sheet_values(p->r, t, "year", NULL),
                 *people = sheet_values(p->r, t, "population_thousand", NULL);
    const double top = values_largest(t->rows, people);
    svg canvas =
        picture_begin(p, CHART_HEIGHT, "City populations, thousand inhabitants",
                      report_words(p->r, "A line for each city, from %.0f to %.0f; the largest is %s thousand.",
                                   values_smallest(t->rows, year), values_largest(t->rows, year), number(top, 0)));
    chart c =
        chart_begin(&canvas, values_smallest(t->rows, year), values_largest(t->rows, year), 0, 1.05 * top, NAME_ROOM);
    chart_scale(&c, "thousand inhabitants");
    chart_years(&c);
    const double *x = rows_across(p, &c, t), *y = rows_upwards(p, &c, t, "population_thousand", NULL, SHEET_NONE, 0);
    for (size_t i = 0, to; i < t->rows; i = to) {
        to = city_end(t, i);
        const char *local = sheet_text(t, i, "name_local"), *shown = number(people[to - 1], 0);
        const char *name = report_words(p->r, "%s%s%s", sheet_text(t, i, "name"), *local ? " " : "", local);
        svg_line(&canvas, i ? "line-b" : "line-c", to - i, x + i, y + i);
        svg_dot(&canvas, i ? "dot-b" : "dot-c", x[to - 1], y[to - 1], 3);
        chart_name(
            &c, people[to - 1], i ? "words-b" : "words-c",
            report_words(p->r, "%s %s", picture_shortened(p->r, name, NAME_ROOM - 16 - svg_text_width(shown)), shown));
    }
    chart_names_put(&c);
    picture_end(p, &canvas, "Observed in the first year, projected after it. Built-up areas, not municipalities.");
}

enum { PEAK_STEP = 36 };

void peaks_picture(picture *p, const report_section *s, const report_sheet *t)
{
    const size_t n = t->rows;
    (void)s;
    if (!n) return;
    const double *from = sheet_values(p->r, t, "first_year", NULL), *to = sheet_values(p->r, t, "last_year", NULL);
    svg canvas =
        picture_begin(p, PEAK_STEP * (double)n + 40, "Years of the record and the year of the largest CO2",
                      "A line is the record of a municipality, the dot its largest year; the verdict is beside "
                      "its name.");
    chart c = chart_begin(&canvas, values_smallest(n, from), values_largest(n, to), 0, 1, 14);
    c.left = 20;
    chart_years(&c);
    for (size_t i = 0; i < n; i++) {
        const double y = PEAK_STEP * (double)i + 24, x[] = {chart_x(&c, from[i]), chart_x(&c, to[i])};
        svg_text(
            &canvas, "words", SVG_START, 2, y - 9,
            picture_shortened(p->r,
                              report_words(p->r, "%s: %s, %s %s in %.0f", sheet_text(t, i, "name"),
                                           sheet_text(t, i, "verdict"), sheet_shown(p->r, t, i, sheet_column(t, "co2")),
                                           sheet_text(t, i, "co2_unit"), sheet_value(t, i, "peak_year")),
                              CHART_WIDTH - 4));
        svg_line(&canvas, "line-b", 2, x, (double[]){y, y});
        svg_dot(&canvas, "dot-c", chart_x(&c, sheet_value(t, i, "peak_year")), y, 4.5);
    }
    picture_end(p, &canvas,
                "The years of each record (line) and the year of the largest CO2 (dot). A late dot is no peak.");
}
