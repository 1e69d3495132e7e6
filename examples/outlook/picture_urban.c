/* The urban share: observed, projected with its range, and what others publish. */
#include "picture_urban.h"
#include "figures.h"
#include "picture_rows.h"

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
    const size_t n = t->rows, last = rows_last(t, "observed"), end = n - 1;
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
    const double *x = rows_across(p, &c, t);
    const double *low = rows_upwards(p, &c, t, "low_percent", NULL, last, share),
                 *high = rows_upwards(p, &c, t, "high_percent", NULL, last, share),
                 *observed = rows_upwards(p, &c, t, "share_percent", "observed", SHEET_NONE, 0),
                 *projected = rows_upwards(p, &c, t, "share_percent", "projected", last, share);
    svg_area(&canvas, "band", n, x, low, high);
    svg_line(&canvas, "edge", n, x, low);
    svg_line(&canvas, "edge", n, x, high);
    static const struct {
        const char *key, *style, *words, *name;
    } other[] = {{"recursion_percent", "line-c", "words-c", "recursion"},
                 {"converging_percent", "line-d", "words-d", "converging"}};
    for (size_t k = 0; k < 2; k++) {
        svg_line(&canvas, other[k].style, n, x, rows_upwards(p, &c, t, other[k].key, NULL, last, share));
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
                report_words(p->r, "Solid: observed. Blue: the cautious method and its 80 %% range.%s",
                             sheet_find(s, "urban_observed") ? " Open circles: published by others." : ""));
}
