/* Pictures of the years: observed in the colour of the text, what follows in another one. */
#include "picture.h"
#include "width.h"

#include <math.h>
#include <string.h>

enum { NAME_ROOM = 176 };

/* The last row of this kind; SHEET_NONE = none. */
static size_t last_of_kind(const report_sheet *t, const char *kind)
{
    size_t last = SHEET_NONE;
    for (size_t i = 0; i < t->rows; i++)
        if (!strcmp(sheet_text(t, i, "kind"), kind)) last = i;
    return last;
}

static double largest(size_t n, const double *value)
{
    double top = (double)NAN;
    for (size_t i = 0; i < n; i++) top = fmax(top, value[i]);
    return top;
}

static double smallest(size_t n, const double *value)
{
    double low = (double)NAN;
    for (size_t i = 0; i < n; i++) low = fmin(low, value[i]);
    return low;
}

static double *years_across(picture *p, const chart *c, const report_sheet *t)
{
    double *x = sheet_values(p->r, t, "year", NULL);
    for (size_t i = 0; i < t->rows; i++) x[i] = chart_x(c, x[i]);
    return x;
}

/* A column upwards.  A projection is drawn on from the last observation: join is its row and value is what stands there. */
static double *column_upwards(picture *p, const chart *c, const report_sheet *t, const char *key, const char *kind,
                              size_t join, double value)
{
    double *y = sheet_values(p->r, t, key, kind);
    if (join != SHEET_NONE && isnan(y[join])) y[join] = value;
    for (size_t i = 0; i < t->rows; i++) y[i] = chart_y(c, y[i]);
    return y;
}

static void urban_marks(picture *p, chart *c, const report_section *s, double end)
{
    const report_sheet *others = sheet_find(s, "urban_observed"), *published = sheet_find(s, "urban_published");
    for (size_t i = 0; others && i < others->rows; i++)
        svg_dot(c->p, "mark", chart_x(c, sheet_value(others, i, "decimal_year")),
                chart_y(c, sheet_value(others, i, "share_percent")), 3);
    for (size_t i = 0; published && i < published->rows; i++) {
        const double share = sheet_value(published, i, "share_percent");
        if (sheet_value(published, i, "year") != end) continue;
        svg_dot(c->p, "mark", chart_x(c, end), chart_y(c, share), 3);
        chart_name(c, share, "words",
                   report_words(p->r, "%s %s", sheet_text(published, i, "revision"), number(share, 1)));
    }
}

void urban_picture(picture *p, const report_section *s, const report_sheet *t)
{
    const size_t n = t->rows, last = last_of_kind(t, "observed"), end = n - 1;
    if (!n || last == SHEET_NONE) return;
    const double share = sheet_value(t, last, "share_percent"), year = sheet_value(t, last, "year");
    svg canvas = picture_begin(
        p, CHART_HEIGHT, report_words(p->r, "Urban share of %s, percent", p->place),
        report_words(p->r, "Observed to %.0f, %s percent; projected for %.0f: %s percent, 80 %% range %s to %s.", year,
                     number(share, 1), sheet_value(t, end, "year"), number(sheet_value(t, end, "share_percent"), 1),
                     number(sheet_value(t, end, "low_percent"), 1), number(sheet_value(t, end, "high_percent"), 1)));
    chart c = chart_begin(&canvas, sheet_value(t, 0, "year"), sheet_value(t, end, "year"), 0, 100, 126);
    chart_scale(&c, "percent urban");
    chart_years(&c);
    const double *x = years_across(p, &c, t);
    const double *low = column_upwards(p, &c, t, "low_percent", NULL, last, share),
                 *high = column_upwards(p, &c, t, "high_percent", NULL, last, share),
                 *observed = column_upwards(p, &c, t, "share_percent", "observed", SHEET_NONE, 0),
                 *projected = column_upwards(p, &c, t, "share_percent", "projected", last, share);
    svg_area(&canvas, "band", n, x, low, high);
    svg_line(&canvas, "edge", n, x, low);
    svg_line(&canvas, "edge", n, x, high);
    static const struct {
        const char *key, *style, *words, *name;
    } other[] = {{"recursion_percent", "line-c", "words-c", "recursion"},
                 {"converging_percent", "line-d", "words-d", "converging"}};
    for (size_t k = 0; k < 2; k++) {
        svg_line(&canvas, other[k].style, n, x, column_upwards(p, &c, t, other[k].key, NULL, last, share));
        chart_name(&c, sheet_value(t, end, other[k].key), other[k].words,
                   report_words(p->r, "%s %s", other[k].name, number(sheet_value(t, end, other[k].key), 1)));
    }
    svg_line(&canvas, "line-a", n, x, observed);
    svg_line(&canvas, "line-b", n, x, projected);
    chart_name(&c, sheet_value(t, end, "share_percent"), "words-b",
               report_words(p->r, "cautious %s", number(sheet_value(t, end, "share_percent"), 1)));
    chart_name(&c, sheet_value(t, end, "low_percent"), "words-b",
               report_words(p->r, "80 %%: from %s", number(sheet_value(t, end, "low_percent"), 1)));
    chart_name(&c, sheet_value(t, end, "high_percent"), "words-b",
               report_words(p->r, "80 %%: to %s", number(sheet_value(t, end, "high_percent"), 1)));
    urban_marks(p, &c, s, sheet_value(t, end, "year"));
    chart_names_put(&c);
    svg_dot(&canvas, "dot-a", x[last], observed[last], 3);
    svg_label(&canvas, "words", x[last], observed[last], report_words(p->r, "%s in %.0f", number(share, 1), year));
    svg_label(&canvas, "words", x[last / 2], observed[last / 2], "observed");
    picture_end(p, &canvas,
                report_words(p->r, "Black: observed. Blue: the cautious method and its 80 %% range.%s",
                             sheet_find(s, "urban_observed") ? " Open circles: published by others." : ""));
}

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
    const double top = largest(t->rows, people);
    svg canvas =
        picture_begin(p, CHART_HEIGHT, "City populations, thousand inhabitants",
                      report_words(p->r, "A line for each city, from %.0f to %.0f; the largest is %s thousand.",
                                   smallest(t->rows, year), largest(t->rows, year), number(top, 0)));
    chart c = chart_begin(&canvas, smallest(t->rows, year), largest(t->rows, year), 0, 1.05 * top, NAME_ROOM);
    chart_scale(&c, "thousand inhabitants");
    chart_years(&c);
    const double *x = years_across(p, &c, t), *y = column_upwards(p, &c, t, "population_thousand", NULL, SHEET_NONE, 0);
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

static void waypoints_draw(picture *p, const chart *c, const report_section *s)
{
    const report_sheet *w = sheet_find(s, "carbon_waypoints");
    for (size_t i = 1; w && i < w->rows; i++) { /* the first row is the plain path */
        const double x = chart_x(c, sheet_value(w, i, "year")), y = chart_y(c, sheet_value(w, i, "co2"));
        svg_dot(c->p, "mark", x, y, 3);
        svg_label(c->p, "words", x, y,
                  report_words(p->r, "waypoint %s %% below", trimmed(sheet_value(w, i, "below_peak_percent"), 1)));
    }
}

void carbon_picture(picture *p, const report_section *s, const report_sheet *t)
{
    const size_t n = t->rows, last = last_of_kind(t, "observed"), end = n - 1;
    const char *unit = n ? sheet_text(t, 0, "co2_unit") : "";
    if (!n) return;
    const double *total = sheet_values(p->r, t, "co2", NULL), top = largest(n, total), low = smallest(n, total);
    size_t peak = 0;
    for (size_t i = 0; i < n; i++)
        if (!(total[i] <= total[peak])) peak = i;
    svg canvas = picture_begin(
        p, CHART_HEIGHT, report_words(p->r, "CO2 of %s, %s in each year", p->place, unit),
        report_words(p->r, "Largest in %.0f with %s %s; %s %s in %.0f; %s %s from the first year of the budget.",
                     sheet_value(t, peak, "year"), number(top, 1), unit, number(total[end], 1), unit,
                     sheet_value(t, end, "year"), number(sheet_value(t, end, "cumulative"), 1), unit));
    chart c = chart_begin(&canvas, sheet_value(t, 0, "year"), sheet_value(t, end, "year"), low < 0 ? 1.1 * low : 0,
                          1.15 * top, 0);
    chart_scale(&c, report_words(p->r, "%s CO2 in each year", unit));
    chart_years(&c);
    const double *x = years_across(p, &c, t);
    double *zero = report_memory(p->r, n, sizeof *zero);
    for (size_t i = 0; i < n; i++) zero[i] = chart_y(&c, 0);
    const double join = last == SHEET_NONE ? (double)NAN : total[last];
    const double *assumed = column_upwards(p, &c, t, "co2", "assumed", last, join);
    svg_area(&canvas, "band-c", n, x, zero, assumed);
    svg_line(&canvas, "line-c", n, x, assumed);
    svg_line(&canvas, "line-a", n, x, column_upwards(p, &c, t, "co2", "observed", SHEET_NONE, 0));
    svg_dot(&canvas, "dot-c", x[peak], chart_y(&c, total[peak]), 3);
    waypoints_draw(p, &c, s);
    svg_label(&canvas, "words-c", x[peak], chart_y(&c, total[peak]),
              report_words(p->r, "%s in %.0f", number(top, 1), sheet_value(t, peak, "year")));
    if (last != SHEET_NONE) svg_label(&canvas, "words", x[last / 2], chart_y(&c, total[last / 2]), "observed");
    const size_t middle = (last == SHEET_NONE ? 0 : last) + (end - (last == SHEET_NONE ? 0 : last)) * 3 / 5;
    svg_label(&canvas, "words-c", x[middle], chart_y(&c, total[middle]), "assumed");
    picture_end(p, &canvas,
                sheet_find(s, "carbon_waypoints") ? "Totals of calendar years. Open circles: waypoints of other paths."
                                                  : "Totals of calendar years.");
}

/* The record, the target path, and where they end. */
static void target_picture(picture *p, const report_sheet *t, const char *key, const char *way, const char *unit,
                           const char *title)
{
    const double *value = sheet_values(p->r, t, key, "observed"), *target = sheet_values(p->r, t, way, NULL);
    const size_t n = t->rows, last = last_of_kind(t, "observed"), end = n - 1;
    const double top = fmax(largest(n, value), largest(n, target));
    svg canvas = picture_begin(p, CHART_HEIGHT, title,
                               report_words(p->r, "Observed to %.0f: %s; the target path ends in %.0f with %s.",
                                            sheet_value(t, last, "year"), number(value[last], 1),
                                            sheet_value(t, end, "year"), number(target[end], 1)));
    chart c = chart_begin(&canvas, sheet_value(t, 0, "year"), sheet_value(t, end, "year"), 0, 1.15 * top, 0);
    chart_scale(&c, unit);
    chart_years(&c);
    const double *x = years_across(p, &c, t);
    svg_line(&canvas, "line-c", n, x, column_upwards(p, &c, t, way, NULL, SHEET_NONE, 0));
    svg_line(&canvas, "line-a", n, x, column_upwards(p, &c, t, key, "observed", SHEET_NONE, 0));
    svg_dot(&canvas, "dot-a", x[last], chart_y(&c, value[last]), 3);
    svg_dot(&canvas, "dot-c", x[end], chart_y(&c, target[end]), 3);
    const int digits = top < 10 ? 2 : top < 100 ? 1 : 0;
    svg_label(&canvas, "words", x[last], chart_y(&c, value[last]),
              report_words(p->r, "%s in %.0f", number(value[last], digits), sheet_value(t, last, "year")));
    if (isfinite(target[end]))
        svg_label(&canvas, "words-c", x[end], chart_y(&c, target[end]),
                  report_words(p->r, "%s in %.0f", number(target[end], digits), sheet_value(t, end, "year")));
    svg_label(&canvas, "words", x[last / 2], chart_y(&c, value[last / 2]), "observed");
    size_t first = 0;
    while (first < end && isnan(target[first])) first++;
    const size_t middle = first + (end - first) / 3;
    svg_label(&canvas, "words-c", x[middle], chart_y(&c, target[middle]), "target path");
    picture_end(p, &canvas, title);
}

void verdict_picture(picture *p, const report_section *s, const report_sheet *beside)
{
    const report_sheet *t = sheet_find(s, "verdict");
    (void)beside;
    if (!t || last_of_kind(t, "observed") == SHEET_NONE) return;
    const char *intensity = t->column[sheet_column(t, "intensity_g")].title;
    target_picture(p, t, "intensity_g", "way_intensity_g", intensity,
                   report_words(p->r, "CO2 per GDP of %s, %s, and the path to its goal", p->place, intensity));
    target_picture(p, t, "co2", "way_co2", t->column[sheet_column(t, "co2")].title,
                   report_words(p->r, "CO2 of %s from energy, %s, and the same path with its GDP", p->place,
                                sheet_text(t, 0, "co2_unit")));
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
    chart c = chart_begin(&canvas, smallest(n, from), largest(n, to), 0, 1, 14);
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
