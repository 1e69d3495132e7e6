/* The CO2 path with its waypoints. */
#include "picture_carbon.h"
#include "figures.h"
#include "picture_rows.h"

#include <math.h>

/* The column of the path through a waypoint, from 1. */
static const char *waypoint_key(report *r, size_t k) { return report_words(r, "co2_waypoint_%zu", k); }

static void waypoints_draw(picture *p, const chart *c, const report_section *s)
{
    const report_sheet *w = sheet_find(s, "carbon_waypoints");
    for (size_t i = 1; w && i < w->rows; i++) /* the first row is the plain path */
        svg_dot(c->p, "mark", chart_x(c, sheet_value(w, i, "year")), chart_y(c, sheet_value(w, i, "co2")), 3);
    for (size_t i = 1, next; w && i < w->rows; i = next) { /* words for those of a year, beside the highest */
        const double year = sheet_value(w, i, "year");
        const char *below = "";
        double top = (double)NAN;
        for (next = i; next < w->rows && sheet_value(w, next, "year") == year; next++) {
            below = report_words(p->r, "%s%s%s", below, *below ? ", " : "",
                                 trimmed(sheet_value(w, next, "below_peak_percent"), 1));
            top = fmax(top, sheet_value(w, next, "co2"));
        }
        svg_label(c->p, "words", chart_x(c, year), chart_y(c, top),
                  report_words(p->r, "waypoint%s %s %% below", next > i + 1 ? "s" : "", below));
    }
}

void carbon_picture(picture *p, const report_section *s, const report_sheet *t)
{
    const size_t n = t->rows, last = rows_last(t, "observed"), end = n - 1;
    const char *unit = n ? sheet_text(t, 0, "co2_unit") : "";
    if (!n) return;
    const double *total = sheet_values(p->r, t, "co2", NULL), top = values_largest(n, total),
                 low = values_smallest(n, total);
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
    const double *x = rows_across(p, &c, t);
    double *zero = report_memory(p->r, n, sizeof *zero);
    for (size_t i = 0; i < n; i++) zero[i] = chart_y(&c, 0);
    const double join = last == SHEET_NONE ? (double)NAN : total[last];
    const double *assumed = rows_upwards(p, &c, t, "co2", "assumed", last, join);
    svg_area(&canvas, "band-c", n, x, zero, assumed);
    for (size_t k = 1; sheet_column(t, waypoint_key(p->r, k)) != SHEET_NONE; k++)
        if (!isnan(sheet_value(t, end, waypoint_key(p->r, k)))) /* else it cannot be met */
            svg_line(&canvas, "line-d", n, x, rows_upwards(p, &c, t, waypoint_key(p->r, k), "assumed", last, join));
    svg_line(&canvas, "line-c", n, x, assumed);
    svg_line(&canvas, "line-a", n, x, rows_upwards(p, &c, t, "co2", "observed", SHEET_NONE, 0));
    svg_dot(&canvas, "dot-c", x[peak], chart_y(&c, total[peak]), 3);
    waypoints_draw(p, &c, s);
    svg_label(&canvas, "words-c", x[peak], chart_y(&c, total[peak]),
              report_words(p->r, "%s in %.0f", number(top, 1), sheet_value(t, peak, "year")));
    if (last != SHEET_NONE) svg_label(&canvas, "words", x[last / 2], chart_y(&c, total[last / 2]), "observed");
    const size_t middle = (last == SHEET_NONE ? 0 : last) + (end - (last == SHEET_NONE ? 0 : last)) * 3 / 5;
    svg_label(&canvas, "words-c", x[middle], chart_y(&c, total[middle]), "assumed");
    picture_end(p, &canvas,
                sheet_find(s, "carbon_waypoints")
                    ? "Totals of calendar years. Dotted: paths through waypoints (open circles), same budget."
                    : "Totals of calendar years.");
}
