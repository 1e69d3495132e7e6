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
/* HISTORY_QUANTITY: not below 0; a row without a value says that the year's is not known, and is left out. */
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

/* The next position from `from` on before which years are missing, given the smallest step of the series; n: none is. */
size_t history_gap(const history *h, size_t from);
/* Warns of years that are missing before a position, or anywhere, and returns 1, unless the table has rows of them
 * without a value. */
int history_gap_tell(const history *h, size_t position);
int history_gaps_tell(const history *h);
/* "2004, 2006-2009"; empty: none is missing.  For free(). */
char *history_gaps(const history *h);

#endif
