/* Rows of years in a picture. */
#ifndef OUTLOOK_PICTURE_ROWS_H
#define OUTLOOK_PICTURE_ROWS_H
#include "picture.h"

size_t rows_last(const report_sheet *t, const char *kind); /* the last row of this kind; SHEET_NONE = none */
double values_largest(size_t n, const double *value);      /* NaN are left out */
double values_smallest(size_t n, const double *value);
double *rows_across(picture *p, const chart *c, const report_sheet *t); /* the years, in the picture */
/* A column upwards.  A projection is drawn on from the last observation: join is its row and value is what stands there;
 * SHEET_NONE = nothing is joined. */
double *rows_upwards(picture *p, const chart *c, const report_sheet *t, const char *key, const char *kind, size_t join,
                     double value);

#endif
