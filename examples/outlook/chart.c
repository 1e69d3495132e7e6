/* Axes of a picture. */
#include "chart.h"
#include "figures.h"

#include <math.h>

double chart_step(double span, int n)
{
    if (!(span > 0)) return 1;
    double step = pow(10, floor(log10(span / n)));
    while (span / step > n) {
        if (span / (2 * step) <= n) return 2 * step;
        if (span / (5 * step) <= n) return 5 * step;
        step *= 10;
    }
    return step;
}

static int step_decimals(double step) { return step < 1 ? (int)ceil(-log10(step) - 1e-9) : 0; }

chart chart_begin(svg *p, double x0, double x1, double y0, double y1, double room)
{
    if (!(x1 > x0)) x0 -= 1, x1 = x0 + 2;
    if (!(y1 > y0)) y1 = y0 + 1;
    const double step = chart_step(y1 - y0, 6);
    const char *text = number(-y0 > y1 ? y0 : y1, step_decimals(step));
    return (chart){.p = p,
                   .left = svg_text_width(text) + 10,
                   .right = p->width - (room > 20 ? room : 20),
                   .top = 26,
                   .bottom = p->height - 26,
                   .x0 = x0,
                   .x1 = x1,
                   .y0 = y0,
                   .y1 = y1};
}

double chart_x(const chart *c, double x) { return c->left + (x - c->x0) / (c->x1 - c->x0) * (c->right - c->left); }

double chart_y(const chart *c, double y) { return c->bottom - (y - c->y0) / (c->y1 - c->y0) * (c->bottom - c->top); }

void chart_scale(chart *c, const char *unit)
{
    const double step = chart_step(c->y1 - c->y0, 6);
    for (double k = ceil(c->y0 / step - 1e-9); k * step <= c->y1 + step * 1e-6; k++) {
        const double at = chart_y(c, k * step);
        fprintf(c->p->f, "<path class=\"rule\" d=\"M%.1f %.1fH%.1f\"/>\n", c->left, at, c->right);
        svg_text(c->p, "quiet", SVG_END, c->left - 5, at + 4, number(k * step, step_decimals(step)));
    }
    svg_text(c->p, "quiet", SVG_START, 2, 12, unit);
}

void chart_years(chart *c)
{
    double step = chart_step(c->x1 - c->x0, (int)((c->right - c->left) / 42));
    if (step < 1) step = 1;
    for (double x = ceil(c->x0 / step) * step; x <= c->x1 + 1e-9; x += step) {
        const double at = chart_x(c, x);
        char text[20];
        snprintf(text, sizeof text, "%.0f", x);
        fprintf(c->p->f, "<path class=\"tick\" d=\"M%.1f %.1fV%.1f\"/>\n", at, c->bottom, c->bottom + 4);
        svg_text(c->p, "quiet", SVG_MIDDLE, at, c->bottom + 17, text);
    }
    fprintf(c->p->f, "<path class=\"tick\" d=\"M%.1f %.1fH%.1f\"/>\n", c->left, c->bottom, c->right);
}

void chart_name(chart *c, double y, const char *style, const char *text)
{
    if (c->names == CHART_NAMES || !isfinite(y)) return;
    size_t i = c->names++;
    const double at = chart_y(c, y);
    for (; i && c->name[i - 1].y > at; i--) c->name[i] = c->name[i - 1];
    c->name[i].y = at;
    c->name[i].style = style;
    c->name[i].text = text;
}

void chart_names_put(chart *c)
{
    const double gap = SVG_SIZE * 1.25;
    for (size_t i = 1; i < c->names; i++) /* downwards */
        if (c->name[i].y < c->name[i - 1].y + gap) c->name[i].y = c->name[i - 1].y + gap;
    double lowest = c->bottom;
    for (size_t i = c->names; i-- > 0; lowest = c->name[i].y - gap) /* and back into the field */
        if (c->name[i].y > lowest) c->name[i].y = lowest;
    for (size_t i = 0; i < c->names; i++)
        svg_text(c->p, c->name[i].style, SVG_START, c->right + 7, c->name[i].y + 4, c->name[i].text);
}
