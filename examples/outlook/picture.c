/* Which picture stands beside which table, and the figure around it. */
#include "picture_bars.h"
#include "picture_carbon.h"
#include "picture_cities.h"
#include "picture_index.h"
#include "picture_urban.h"
#include "picture_verdict.h"
#include "markup.h"

#include <string.h>

typedef struct picture_where {
    const char *section, *file; /* beside the first table of this file; NULL: the first of the section */
    void (*draw)(picture *p, const report_section *s, const report_sheet *t);
} picture_where;

static const picture_where picture_at[] = {
    {"digital", "digital", digital_picture},
    {"investment", "impact", impact_picture},
    {"urban", "urban", urban_picture},
    {"cities", NULL, cities_picture},
    {"carbon", "carbon", carbon_picture},
    {"sharing", "carbon_shares", sharing_picture},
    {"city_peaks", "carbon_cities", peaks_picture},
    {"verdict", NULL, verdict_picture},
    {"verdict", "verdict_causes", causes_picture},
    {"index", "index", index_picture},
    {"peers", "peers", peers_picture},
};

int pictures_beside(picture *p, const report_section *s, const report_sheet *t, int first)
{
    const int before = p->drawn;
    for (size_t i = 0; i < sizeof picture_at / sizeof *picture_at; i++) {
        const picture_where *w = &picture_at[i];
        if (strcmp(w->section, s->key) || (w->file ? sheet_find(s, w->file) != t : !first)) continue;
        w->draw(p, s, t);
    }
    return p->drawn - before;
}

svg picture_begin(picture *p, double height, const char *title, const char *text)
{
    fputs("<figure>\n", p->f);
    p->height = height;
    return svg_begin(p->f, p->box, report_words(p->r, "picture-%d", ++p->drawn), title, text, CHART_WIDTH, height);
}

void picture_end(picture *p, const svg *canvas, const char *caption)
{
    svg_end(canvas);
    fputs("<figcaption>", p->f);
    markup_prose(p->f, caption);
    fputs("</figcaption>\n</figure>\n", p->f);
}

const char *picture_shortened(report *r, const char *text, double width)
{
    if (svg_text_width(text) <= width) return text;
    size_t n = strlen(text);
    const char *out = "";
    while (n) {
        while (n && (text[--n] & 0xC0) == 0x80) continue;
        out = report_words(r, "%.*s…", (int)n, text);
        if (svg_text_width(out) <= width) break;
    }
    return out;
}
