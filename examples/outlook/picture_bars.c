/* Pictures of bars: one a row of the table, its words above it and its figure at its end. */
#include "picture_bars.h"
#include "figures.h"

#include <math.h>
#include <string.h>

enum { BAR_STEP = 34, BAR_HEIGHT = 11 };

void picture_bars(picture *p, size_t n, const picture_bar *bar, const char *title, const char *caption)
{
    double low = 0, high = 0, room = 0; /* room: for the figure at the end of a bar */
    for (size_t i = 0; i < n; i++) {
        low = fmin(low, bar[i].value);
        high = fmax(fmax(high, bar[i].value), bar[i].bought);
        room = fmax(room, svg_text_width(bar[i].shown) + 8);
    }
    if (!(high > low)) high = low + 1;
    svg canvas = picture_begin(p, BAR_STEP * (double)n + 6, title, caption);
    const double left = low < 0 ? room : 2, scale = (CHART_WIDTH - room - left) / (high - low);
    const double zero = left - low * scale;
    for (size_t i = 0; i < n; i++) {
        const double top = BAR_STEP * (double)i, at = top + 18, value = bar[i].value;
        svg_text(&canvas, "words", SVG_START, 2, top + 13, picture_shortened(p->r, bar[i].words, CHART_WIDTH - 4));
        svg_bar(&canvas, bar[i].style, zero, at, value * scale, BAR_HEIGHT);
        if (bar[i].part > 0) svg_bar(&canvas, "bar-part", zero, at, bar[i].part * scale, BAR_HEIGHT);
        if (bar[i].bought > 0) svg_bar(&canvas, "bar-frame", zero, at, bar[i].bought * scale, BAR_HEIGHT);
        const double end = zero + scale * fmax(value, bar[i].bought > 0 ? bar[i].bought : value);
        svg_text(&canvas, "words", value < 0 ? SVG_END : SVG_START, value < 0 ? end - 5 : end + 5, at + 10,
                 bar[i].shown);
    }
    fprintf(p->f, "<path class=\"tick\" d=\"M%.1f 16V%.1f\"/>\n", zero, BAR_STEP * (double)n);
    picture_end(p, &canvas, caption);
}

/* A name, and that in its own script. */
static const char *bar_name(report *r, const report_sheet *t, size_t row)
{
    const char *local = sheet_text(t, row, "name_local");
    return report_words(r, "%s%s%s", sheet_text(t, row, "name"), *local ? " " : "", local);
}

void digital_picture(picture *p, const report_section *s, const report_sheet *t)
{
    picture_bar *bar = report_memory(p->r, t->rows, sizeof *bar);
    size_t n = 0;
    (void)s;
    for (size_t i = 0; i < t->rows; i++) {
        const char *scope = sheet_text(t, i, "scope");
        if (t->depth[i] != REPORT_ALWAYS || isnan(sheet_value(t, i, "share_percent"))) continue;
        bar[n++] = (picture_bar){.words = report_words(p->r, "%s %.0f, %s", bar_name(p->r, t, i),
                                                       sheet_value(t, i, "year"), sheet_text(t, i, "label")),
                                 .shown = sheet_text(t, i, "shown"),
                                 .style = report_words(p->r, "bar-%s",
                                                       !strcmp(scope, "core")     ? "core"
                                                       : !strcmp(scope, "middle") ? "middle"
                                                       : !strcmp(scope, "broad")  ? "broad"
                                                                                  : "other"),
                                 .value = sheet_value(t, i, "share_percent"),
                                 .part = (double)NAN,
                                 .bought = (double)NAN};
    }
    if (n)
        picture_bars(
            p, n, bar, report_words(p->r, "Digital economy of %s by definition, percent of GDP", p->place),
            "Percent of GDP by definition. Bars of one colour count the same: core is blue, middle green, broad "
            "orange, and grey is not stated. Never compare the colours with one another.");
}

void impact_picture(picture *p, const report_section *s, const report_sheet *t)
{
    picture_bar *bar = report_memory(p->r, t->rows, sizeof *bar);
    (void)s;
    for (size_t i = 0; i < t->rows; i++) {
        const double output = sheet_value(t, i, "output_bn"), part = sheet_value(t, i, "value_added_bn");
        bar[i] = (picture_bar){.words = sheet_text(t, i, "sector_name"),
                               .shown = isnan(part) ? report_words(p->r, "%s", number(output, 2))
                                                    : report_words(p->r, "%s / %s", number(output, 2), number(part, 2)),
                               .style = "bar-output",
                               .value = output,
                               .part = part,
                               .bought = sheet_value(t, i, "bought_bn")};
    }
    if (t->rows)
        picture_bars(p, t->rows, bar,
                     report_words(p->r, "Effects of the investment by sector, bn %s", sheet_text(t, 0, "currency")),
                     report_words(p->r,
                                  "Output, and in it value added (filled), bn %s; a frame is what the projects buy. "
                                  "By the table of %s, which is assumed.",
                                  sheet_text(t, 0, "currency"), sheet_text(t, 0, "table")));
}

void sharing_picture(picture *p, const report_section *s, const report_sheet *t)
{
    picture_bar *bar = report_memory(p->r, t->rows, sizeof *bar);
    const size_t n = t->rows ? t->rows - 1 : 0; /* without the other places */
    (void)s;
    for (size_t i = 0; i < n; i++)
        bar[i] = (picture_bar){.words = bar_name(p->r, t, i),
                               .shown = sheet_shown(p->r, t, i, sheet_column(t, "co2")),
                               .style = i ? "bar-core" : "bar-broad",
                               .value = sheet_value(t, i, "co2"),
                               .part = (double)NAN,
                               .bought = (double)NAN};
    if (n)
        picture_bars(p, n, bar, report_words(p->r, "Budget by heads of cities, %s CO2", sheet_text(t, 0, "co2_unit")),
                     report_words(p->r,
                                  "%s of CO2 by heads; arithmetic and not a target. The part of other places is in "
                                  "the table.",
                                  sheet_text(t, 0, "co2_unit")));
}

void causes_picture(picture *p, const report_section *s, const report_sheet *t)
{
    picture_bar *bar = report_memory(p->r, t->rows, sizeof *bar);
    (void)s;
    for (size_t i = 0; i < t->rows; i++)
        bar[i] = (picture_bar){.words = sheet_text(t, i, "factor"),
                               .shown = sheet_shown(p->r, t, i, sheet_column(t, "change")),
                               .style = i + 1 == t->rows                  ? "bar-other"
                                        : sheet_value(t, i, "change") < 0 ? "bar-core"
                                                                          : "bar-broad",
                               .value = sheet_value(t, i, "change"),
                               .part = (double)NAN,
                               .bought = (double)NAN};
    if (t->rows)
        picture_bars(p, t->rows, bar, report_words(p->r, "Causes of the change of CO2 of %s", p->place),
                     report_words(p->r, "%s: change by cause; orange raises CO2, blue lowers it, grey is the sum.",
                                  t->column[sheet_column(t, "change")].title));
}
