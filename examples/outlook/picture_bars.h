/* Pictures of bars: one a row of the table, its words above it and its figure at its end. */
#ifndef OUTLOOK_PICTURE_BARS_H
#define OUTLOOK_PICTURE_BARS_H
#include "picture.h"

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

#endif
