/* CO2 and CO2 per GDP, beside the path to the goal. */
#include "picture_verdict.h"
#include "figures.h"
#include "picture_rows.h"

#include <math.h>

/* The record, the target path, and where they end. */
static void target_picture(picture *p, const report_sheet *t, const char *key, const char *way, const char *unit,
                           const char *title)
{
    const double *value = sheet_values(p->r, t, key, "observed"), *target = sheet_values(p->r, t, way, NULL);
    const size_t n = t->rows, last = rows_last(t, "observed"), end = n - 1;
    const double top = fmax(values_largest(n, value), values_largest(n, target));
    svg canvas = picture_begin(p, CHART_HEIGHT, title,
                               report_words(p->r, "Observed to %.0f: %s; the target path ends in %.0f with %s.",
                                            sheet_value(t, last, "year"), number(value[last], 1),
                                            sheet_value(t, end, "year"), number(target[end], 1)));
    chart c = chart_begin(&canvas, sheet_value(t, 0, "year"), sheet_value(t, end, "year"), 0, 1.15 * top, 0);
    chart_scale(&c, unit);
    chart_years(&c);
    const double *x = rows_across(p, &c, t);
    svg_line(&canvas, "line-c", n, x, rows_upwards(p, &c, t, way, NULL, SHEET_NONE, 0));
    svg_line(&canvas, "line-a", n, x, rows_upwards(p, &c, t, key, "observed", SHEET_NONE, 0));
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
    if (!t || rows_last(t, "observed") == SHEET_NONE) return;
    const char *intensity = t->column[sheet_column(t, "intensity_g")].title;
    target_picture(p, t, "intensity_g", "way_intensity_g", intensity,
                   report_words(p->r, "CO2 per GDP of %s, %s, and the path to its goal", p->place, intensity));
    target_picture(p, t, "co2", "way_co2", t->column[sheet_column(t, "co2")].title,
                   report_words(p->r, "CO2 of %s from energy, %s, and the same path with its GDP", p->place,
                                sheet_text(t, 0, "co2_unit")));
}
