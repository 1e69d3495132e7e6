/* The pictures of the page, drawn from the rows of the tables beside which they stand. */
#ifndef OUTLOOK_PICTURE_H
#define OUTLOOK_PICTURE_H
#include "chart.h"
#include "sheet.h"

typedef struct picture {
    FILE *f;
    report *r;
    const char *place; /* of the subject */
    svg_box *box;
    int drawn; /* so far, for ids */
} picture;

/* The pictures that stand beside this table; first: it is the first table of its section.  The number drawn. */
int pictures_beside(picture *p, const report_section *s, const report_sheet *t, int first);

/* A figure element around a picture: between these two the picture is drawn. */
svg picture_begin(picture *p, double height, const char *title, const char *text);
void picture_end(picture *p, const svg *canvas, const char *caption);
const char *picture_shortened(report *r, const char *text, double width); /* "Long na..." */

/* picture_bars.c: one bar a row, its words above it */
typedef struct picture_bar {
    const char *words, *shown, *style; /* shown: the figure at the end of the bar */
    double value;
    double part;   /* a darker part from the left; NaN: none */
    double bought; /* a frame; NaN: none */
} picture_bar;
void picture_bars(picture *p, size_t n, const picture_bar *bar, const char *title, const char *caption);
void digital_picture(picture *p, const report_section *s, const report_sheet *t);
void impact_picture(picture *p, const report_section *s, const report_sheet *t);
void sharing_picture(picture *p, const report_section *s, const report_sheet *t);
void causes_picture(picture *p, const report_section *s, const report_sheet *t);
/* picture_urban.c */
void urban_picture(picture *p, const report_section *s, const report_sheet *t);
/* picture_cities.c */
void cities_picture(picture *p, const report_section *s, const report_sheet *t);
void peaks_picture(picture *p, const report_section *s, const report_sheet *t);
/* picture_carbon.c */
void carbon_picture(picture *p, const report_section *s, const report_sheet *t);
/* picture_verdict.c */
void verdict_picture(picture *p, const report_section *s, const report_sheet *t);

#endif
