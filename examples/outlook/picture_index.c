/* Ranks of an index: a bar for the range of each city, its name beside it; and how surely cities are peers. */
#include "picture_index.h"
#include "figures.h"
#include "picture_bars.h"

#include <math.h>
#include <string.h>

enum { RANK_STEP = 15, RANK_BAR = 8, RANK_ROWS = 60, RANK_HEAD = 20, RANK_FOOT = 24 };

/* All cities, or of many the first ones and the report's own. */
static size_t ranks_chosen(const report_sheet *t, size_t *row)
{
    size_t n = 0, own = 0;
    for (size_t i = 0; i < t->rows; i++) own += sheet_value(t, i, "own") > 0;
    for (size_t i = 0; i < t->rows && n < RANK_ROWS; i++) {
        const int mine = sheet_value(t, i, "own") > 0;
        own -= mine != 0;
        if (mine || n + own < RANK_ROWS) row[n++] = i;
    }
    return n;
}

static void ranks_scale(svg *canvas, double left, double right, double bottom, size_t n)
{
    const double step = chart_step((double)n - 1, 6);
    for (double rank = 1; rank <= (double)n; rank = rank == 1 ? fmax(step, 2) : rank + step) {
        const double at = left + (rank - 1) / ((double)n - 1) * (right - left);
        fprintf(canvas->f, "<path class=\"rule\" d=\"M%.1f %dV%.1f\"/>\n", at, RANK_HEAD - 2, bottom);
        if (rank == 1 || rank > step / 2) svg_text(canvas, "quiet", SVG_MIDDLE, at, bottom + 15, number(rank, 0));
    }
}

/* A name behind its bar or before it, where there is more room; on the bar where it fits on neither side. */
static void rank_name(picture *p, svg *canvas, const char *style, double low, double high, double y, const char *name)
{
    const double gap = 6, before = low - gap - 2, behind = CHART_WIDTH - 2 - high - gap;
    const double room = fmax(before, behind);
    if (svg_text_width(name) > room && high - low - gap > room)
        svg_text(canvas, style, SVG_START, low + gap, y, picture_shortened(p->r, name, high - low - gap));
    else if (behind >= before)
        svg_text(canvas, style, SVG_START, high + gap, y, picture_shortened(p->r, name, behind));
    else
        svg_text(canvas, style, SVG_END, low - gap, y, picture_shortened(p->r, name, before));
}

void index_picture(picture *p, const report_section *s, const report_sheet *t)
{
    size_t *row = report_memory(p->r, RANK_ROWS, sizeof *row);
    const size_t n = ranks_chosen(t, row), last = t->rows;
    const double left = 14, right = CHART_WIDTH - 14, bottom = RANK_HEAD + RANK_STEP * (double)n;
    (void)s;
    const size_t name = sheet_column(t, "name");
    svg canvas = picture_begin(p, bottom + RANK_FOOT, report_words(p->r, "Ranks of cities: %s", t->column[name].title),
                               report_words(p->r,
                                            "A row for each city, from the first rank down; a bar is the range of its "
                                            "rank under other assumptions, a dot its rank. First is %s, rank %s to %s.",
                                            sheet_text(t, 0, "name"), number(sheet_value(t, 0, "rank_low"), 0),
                                            number(sheet_value(t, 0, "rank_high"), 0)));
    svg_text(&canvas, "quiet", SVG_START, 2, 12, "rank");
    ranks_scale(&canvas, left, right, bottom, last);
    for (size_t k = 0; k < n; k++) {
        const size_t i = row[k];
        const int own = sheet_value(t, i, "own") > 0;
        const double scale = (right - left) / ((double)last - 1), top = RANK_HEAD + RANK_STEP * (double)k;
        const double low = left + (sheet_value(t, i, "rank_low") - 1) * scale - 3,
                     high = left + (sheet_value(t, i, "rank_high") - 1) * scale + 3;
        const double dot = left + (sheet_value(t, i, "rank") - 1) * scale;
        svg_bar(&canvas, own ? "bar-broad" : "bar-output", low, top + (RANK_STEP - RANK_BAR) / 2.0, high - low,
                RANK_BAR);
        svg_dot(&canvas, own ? "mark" : "dot-b", dot, top + RANK_STEP / 2.0, 2.6);
        rank_name(p, &canvas, own ? "words-c" : "words", fmin(low, dot - 3), fmax(high, dot + 3),
                  top + RANK_STEP / 2.0 + 4, sheet_text(t, i, "name"));
    }
    picture_end(p, &canvas,
                report_words(p->r,
                             "Ranks: %s. A bar is the %s of a rank under other weights, scales of the scores and "
                             "means, a dot the rank itself; orange: cities of this report%s.",
                             t->column[name].title, t->column[sheet_column(t, "rank_high") + 1].title,
                             n < t->rows ? report_words(p->r, "; %zu cities are not drawn", t->rows - n) : ""));
}

enum { PEER_ROWS = 25 };

/* How often each peer stays one, and where it is ahead. */
void peers_picture(picture *p, const report_section *s, const report_sheet *t)
{
    const size_t n = t->rows < PEER_ROWS ? t->rows : PEER_ROWS, lead = sheet_column(t, "lead");
    picture_bar *bar = report_memory(p->r, n, sizeof *bar);
    (void)s;
    for (size_t i = 0; i < n; i++) {
        const double stays = sheet_value(t, i, "stability_percent");
        const char *ahead = isnan(sheet_value(t, i, "lead")) ? ""
                                                             : report_words(p->r, " (%s %s)", sheet_text(t, i, "ahead"),
                                                                            sheet_shown(p->r, t, i, lead));
        bar[i] = (picture_bar){
            .words = report_words(p->r, "%s: %s%s", sheet_text(t, i, "name"), sheet_text(t, i, "peer_name"), ahead),
            .shown = report_words(p->r, "%s %%", number(stays, 0)),
            .style = stays < 50 ? "bar-other" : "bar-core",
            .value = stays,
            .part = (double)NAN,
            .bought = (double)NAN};
    }
    picture_bars(
        p, n, bar, "Peer cities: in how many weightings each stays a peer",
        "Percent of the weightings in which a city stays among the nearest; in brackets the dimension in which "
        "it is ahead most, and by how much. Grey: in fewer than half, not to be relied on.");
}
