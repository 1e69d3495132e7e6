/* Axes of a picture: years to the right, a quantity upwards, names at the ends of lines. */
#ifndef OUTLOOK_CHART_H
#define OUTLOOK_CHART_H
#include "svg.h"

enum { CHART_WIDTH = 380, CHART_HEIGHT = 260, CHART_NAMES = 16 };

typedef struct chart {
    svg *p;
    double left, right, top, bottom; /* of the field of the lines, in the picture */
    double x0, x1, y0, y1;           /* what is at its edges */
    struct {
        double y;
        const char *style, *text;
    } name[CHART_NAMES];
    size_t names;
} chart;

/* room: width for names beside the right edge.  The scale of the figures needs its own room at the left. */
chart chart_begin(svg *p, double x0, double x1, double y0, double y1, double room);
void chart_scale(chart *c, const char *unit); /* horizontal lines with their figures, the unit at the top left */
void chart_years(chart *c);                   /* the axis below */
double chart_x(const chart *c, double x);
double chart_y(const chart *c, double y);
/* A name beside the right edge; all are written by chart_names_put, none on another. */
void chart_name(chart *c, double y, const char *style, const char *text);
void chart_names_put(chart *c);
/* The smallest of 1, 2, 5 x 10^k with at most n steps in a span. */
double chart_step(double span, int n);

#endif
