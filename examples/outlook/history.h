/* Histories: series of years, which one function reads. */
#ifndef OUTLOOK_HISTORY_H
#define OUTLOOK_HISTORY_H
#include "input_tables.h"

/* A series of one place, in years that increase. */
typedef struct history {
    const csv *table;
    size_t column; /* of the values */
    size_t n;
    size_t *row; /* of the table */
    int32_t *year;
    double *value;
} history;
enum history_kind { HISTORY_SHARE, HISTORY_POSITIVE, HISTORY_QUANTITY };
/* of: NULL = the subject, about which every row must then be. */
history history_read(const tables *in, enum table t, const char *column, enum history_kind kind, const place *of);
void history_release(history *h);
/* Position of a year; n where it has none. */
size_t history_find(const history *h, int32_t year);
/* The value of a year: between two years of the table on a straight line of the logarithm, or of the logit of a share;
 * NaN outside. */
double history_at(const history *h, int32_t year);
double history_share_at(const history *h, int32_t year);

#endif
