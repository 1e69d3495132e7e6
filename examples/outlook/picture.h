/* The pictures of the page, drawn from the rows of the tables beside which they stand. */
#ifndef OUTLOOK_PICTURE_H
#define OUTLOOK_PICTURE_H
#include "chart.h"
#include "sheet_lookup.h"

typedef struct picture {
    FILE *f;
    report *r;
    const char *place; /* of the subject */
    svg_box *box;
    int drawn;     /* so far, for ids */
    double height; /* of the last one */
} picture;

/* The pictures that stand beside this table; first: it is the first table of its section.  The number drawn. */
int pictures_beside(picture *p, const report_section *s, const report_sheet *t, int first);

/* A figure element around a picture: between these two the picture is drawn. */
svg picture_begin(picture *p, double height, const char *title, const char *text);
void picture_end(picture *p, const svg *canvas, const char *caption);
const char *picture_shortened(report *r, const char *text, double width); /* "Long na..." */

#endif
