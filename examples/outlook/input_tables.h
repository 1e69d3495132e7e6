/* The tables of the outlook, as given: which there are, and the places.  What is wrong in one ends the program with
 * file:row:column: text. */
#ifndef OUTLOOK_INPUT_TABLES_H
#define OUTLOOK_INPUT_TABLES_H
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
    INDEX_CITIES,
    INDEX_DIMENSIONS,
    COUNTRIES,
    TABLES
};
extern const char *const table_name[TABLES];

typedef struct place {
    const char *key, *name, *name_local; /* name_local: in its own script, may be empty */
    const char *lang;                    /* language of the name in its own script, BCP 47; may be empty */
    const char *parent;                  /* as it is written; may be empty */
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
void tables_misnamed(const tables *in, const char *directory); /* warns of files whose name is nearly that of a table */
int table_given(const tables *in, enum table t);               /* 1: it is there and has rows */
const char *table_file(enum table t);                          /* "gdp.csv" */
void table_columns(const tables *in, enum table t);            /* fails unless it has all that it needs */

/* The place of a row, given the column of places. */
const place *row_place(const tables *in, enum table t, size_t row, size_t column);
/* Fails where a row is not about the subject. */
void row_subject(const tables *in, enum table t, size_t row, size_t column);
/* Every row is about the subject, and there is at least one. */
void rows_subject(const tables *in, enum table t);
/* The source of a row; empty where the table has no such column. */
const char *row_source(const csv *t, size_t row);

#endif
