/* A picture in SVG, inside a page: shapes whose colours are classes of the page's style, and labels that meet neither one
 * another nor the lines. */
#ifndef OUTLOOK_SVG_H
#define OUTLOOK_SVG_H
#include <stddef.h>
#include <stdio.h>

enum { SVG_BOXES = 4000 };

typedef struct svg_box {
    double x0, y0, x1, y1;
} svg_box;

typedef struct svg {
    FILE *f;
    double width, height;
    svg_box *box; /* what is drawn already, SVG_BOXES at most */
    size_t boxes;
} svg;

enum svg_anchor { SVG_START, SVG_MIDDLE, SVG_END };
enum { SVG_SIZE = 12 }; /* of letters, in units of the picture */

/* name: an id of the page; title and text: for those who do not see the picture.  box has room for SVG_BOXES. */
svg svg_begin(FILE *f, svg_box *box, const char *name, const char *title, const char *text, double width,
              double height);
void svg_end(const svg *p);
/* A line through points; a NaN interrupts it. */
void svg_line(svg *p, const char *style, size_t n, const double *x, const double *y);
/* The area between two lines; a NaN interrupts it. */
void svg_area(svg *p, const char *style, size_t n, const double *x, const double *low, const double *high);
void svg_dot(svg *p, const char *style, double x, double y, double radius);
void svg_bar(svg *p, const char *style, double x, double y, double width, double height);
void svg_text(svg *p, const char *style, enum svg_anchor anchor, double x, double y, const char *text);
/* A text near a point, where it meets nothing; 1 = it found a place, 0 = it is left out. */
int svg_label(svg *p, const char *style, double x, double y, const char *text);
double svg_text_width(const char *text);

#endif
