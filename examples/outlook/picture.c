/* The figure around a picture, and texts that fit into it. */
#include "picture.h"
#include "markup.h"

#include <string.h>

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
