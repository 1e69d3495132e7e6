/* Rows of years in a picture. */
#include "picture_rows.h"

#include <math.h>
#include <string.h>

size_t rows_last(const report_sheet *t, const char *kind)
{
    size_t last = SHEET_NONE;
    for (size_t i = 0; i < t->rows; i++)
        if (!strcmp(sheet_text(t, i, "kind"), kind)) last = i;
    return last;
}

double values_largest(size_t n, const double *value)
{
    double top = (double)NAN;
    for (size_t i = 0; i < n; i++) top = fmax(top, value[i]);
    return top;
}

double values_smallest(size_t n, const double *value)
{
    double low = (double)NAN;
    for (size_t i = 0; i < n; i++) low = fmin(low, value[i]);
    return low;
}

double *rows_across(picture *p, const chart *c, const report_sheet *t)
{
    double *x = sheet_values(p->r, t, "year", NULL);
    for (size_t i = 0; i < t->rows; i++) x[i] = chart_x(c, x[i]);
    return x;
}

double *rows_upwards(picture *p, const chart *c, const report_sheet *t, const char *key, const char *kind, size_t join,
                     double value)
{
    double *y = sheet_values(p->r, t, key, kind);
    if (join != SHEET_NONE && isnan(y[join])) y[join] = value;
    for (size_t i = 0; i < t->rows; i++) y[i] = chart_y(c, y[i]);
    return y;
}
