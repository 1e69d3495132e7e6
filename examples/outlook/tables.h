/* The tables of the outlook, as given: which there are, the places, histories.  What is wrong in one ends the program with
 * file:row:column: text. */
#ifndef OUTLOOK_TABLES_H
#define OUTLOOK_TABLES_H
#include "../common/csv.h"

#include <stddef.h>
#include <stdint.h>

enum table {
    PLACES,
    DIGITAL,
    GDP,
    INVESTMENT,
    IO_SECTORS,
    IO_FLOWS,
    URBAN_HISTORY,
    URBAN_OBSERVED,
    URBAN_PUBLISHED,
    URBAN_EARLIER,
    POPULATION,
    CITIES,
    CARBON,
    CARBON_HISTORY,
    CARBON_SINCE,
    CARBON_WAYPOINTS,
    CARBON_CITIES,
    CARBON_KAYA,
    CARBON_GOALS,
    TABLES
};
extern const char *const table_name[TABLES];

typedef struct place {
    const char *key, *name, *name_local; /* name_local: in its own script, may be empty */
    int is_city;
} place;

typedef struct tables {
    csv *table[TABLES]; /* NULL: there is no such file */
    place *place;       /* the subject first: the country, or the first city where there is none */
    size_t places;
    int has_country;
} tables;

void tables_places(tables *in);
void tables_release(tables *in);
int table_given(const tables *in, enum table t); /* 1: it is there and has rows */
const char *table_file(enum table t);            /* "gdp.csv" */

/* The place of a row, given the column of places. */
const place *row_place(const tables *in, enum table t, size_t row, size_t column);
/* Fails where a row is not about the subject. */
void row_subject(const tables *in, enum table t, size_t row, size_t column);
/* Every row is about the subject, and there is at least one. */
void rows_subject(const tables *in, enum table t);
/* The first row's text of a column of sources, and that of a row. */
const char *row_source(const csv *t, size_t row);

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
