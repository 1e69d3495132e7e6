/* A picture in SVG, inside a page. */
#include "svg.h"
#include "markup.h"
#include "width.h"

#include <math.h>

svg svg_begin(FILE *f, svg_box *box, const char *name, const char *title, const char *text, double width, double height)
{
    fprintf(f, "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-describedby=\"%s\" aria-label=\"", width, height,
            name);
    markup_words(f, title);
    fputs("\">\n<title>", f); /* what a pointer shows */
    markup_words(f, title);
    fprintf(f, "</title>\n<desc id=\"%s\">", name);
    markup_words(f, text);
    fputs("</desc>\n", f);
    return (svg){.f = f, .width = width, .height = height, .box = box};
}

void svg_end(const svg *p) { fputs("</svg>\n", p->f); }

static void box_add(svg *p, double x0, double y0, double x1, double y1)
{
    if (p->boxes < SVG_BOXES) p->box[p->boxes++] = (svg_box){fmin(x0, x1), fmin(y0, y1), fmax(x0, x1), fmax(y0, y1)};
}

static int box_free(const svg *p, svg_box b)
{
    if (b.x0 < 1 || b.y0 < 1 || b.x1 > p->width - 1 || b.y1 > p->height - 1) return 0;
    for (size_t i = 0; i < p->boxes; i++) {
        const svg_box *o = &p->box[i];
        if (b.x0 < o->x1 && o->x0 < b.x1 && b.y0 < o->y1 && o->y0 < b.y1) return 0;
    }
    return 1;
}

/* A line occupies a box every three units. */
static void segment_add(svg *p, double x0, double y0, double x1, double y1)
{
    const double length = hypot(x1 - x0, y1 - y0);
    const int n = (int)(length / 3) + 1;
    for (int i = 0; i <= n && n < SVG_BOXES; i++) {
        const double x = x0 + (x1 - x0) * i / n, y = y0 + (y1 - y0) * i / n;
        box_add(p, x - 2, y - 2, x + 2, y + 2);
    }
}

static int point_there(const double *x, const double *y, size_t i) { return isfinite(x[i]) && isfinite(y[i]); }

void svg_line(svg *p, const char *style, size_t n, const double *x, const double *y)
{
    int begun = 0, any = 0;
    for (size_t i = 0; i < n; i++) {
        if (!point_there(x, y, i)) {
            begun = 0;
            continue;
        }
        if (!any) fprintf(p->f, "<path class=\"%s\" d=\"", style);
        any = 1;
        fprintf(p->f, "%s%.1f %.1f", begun ? "L" : "M", x[i], y[i]);
        if (begun) segment_add(p, x[i - 1], y[i - 1], x[i], y[i]);
        begun = 1;
    }
    if (any) fputs("\"/>\n", p->f);
}

void svg_area(svg *p, const char *style, size_t n, const double *x, const double *low, const double *high)
{
    for (size_t i = 0, to; i < n; i = to + 1) {
        for (to = i; to < n && point_there(x, low, to) && point_there(x, high, to);) to++;
        if (to - i < 2) continue;
        fprintf(p->f, "<path class=\"%s\" d=\"", style);
        for (size_t k = i; k < to; k++) fprintf(p->f, "%s%.1f %.1f", k == i ? "M" : "L", x[k], high[k]);
        for (size_t k = to; k-- > i;) fprintf(p->f, "L%.1f %.1f", x[k], low[k]);
        fputs("Z\"/>\n", p->f);
    }
}

void svg_dot(svg *p, const char *style, double x, double y, double radius)
{
    if (!isfinite(x) || !isfinite(y)) return;
    fprintf(p->f, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>\n", style, x, y, radius);
    box_add(p, x - radius - 1, y - radius - 1, x + radius + 1, y + radius + 1);
}

void svg_bar(svg *p, const char *style, double x, double y, double width, double height)
{
    if (!isfinite(x) || !isfinite(width)) return;
    if (width < 0) x += width, width = -width;
    fprintf(p->f, "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>\n", style, x, y, width,
            height);
    box_add(p, x, y, x + width, y + height);
}

/* Letters are seldom wider than 0.64 of their size, the width of a figure in DejaVu Sans. */
double svg_text_width(const char *text) { return 0.64 * SVG_SIZE * (double)text_width(text); }

static svg_box text_box(enum svg_anchor anchor, double x, double y, const char *text)
{
    const double width = svg_text_width(text);
    const double left = anchor == SVG_START ? x : anchor == SVG_MIDDLE ? x - width / 2 : x - width;
    return (svg_box){left, y - 0.8 * SVG_SIZE, left + width, y + 0.25 * SVG_SIZE};
}

void svg_text(svg *p, const char *style, enum svg_anchor anchor, double x, double y, const char *text)
{
    static const char *const name[] = {"start", "middle", "end"};
    const svg_box b = text_box(anchor, x, y, text);
    fprintf(p->f, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", style, x, y, name[anchor]);
    markup_drawn(p->f, text);
    fputs("</text>\n", p->f);
    box_add(p, b.x0, b.y0, b.x1, b.y1);
}

int svg_label(svg *p, const char *style, double x, double y, const char *text)
{
    static const struct {
        double x, y;
        enum svg_anchor anchor;
    } side[] = {{0, -1, SVG_MIDDLE},   {0, 1, SVG_MIDDLE},   {-0.7, -0.7, SVG_END}, {0.7, -0.7, SVG_START},
                {0.7, 0.7, SVG_START}, {-0.7, 0.7, SVG_END}, {1, 0, SVG_START},     {-1, 0, SVG_END}};
    if (!isfinite(x) || !isfinite(y)) return 0;
    for (double far = 9; far < 70; far += 4)
        for (size_t i = 0; i < sizeof side / sizeof *side; i++) {
            const double at = x + side[i].x * far, down = y + side[i].y * far + 0.28 * SVG_SIZE;
            if (!box_free(p, text_box(side[i].anchor, at, down, text))) continue;
            svg_text(p, style, side[i].anchor, at, down, text);
            return 1;
        }
    return 0;
}
