/* A picture of the page, drawn from the rows of the table beside which it stands. */
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

/* A figure element around a picture: between these two the picture is drawn. */
svg picture_begin(picture *p, double height, const char *title, const char *text);
void picture_end(picture *p, const svg *canvas, const char *caption);
const char *picture_shortened(report *r, const char *text, double width); /* "Long na..." */

#endif
