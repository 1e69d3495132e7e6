/* Series of figures whose scales are compared: with their neighbours, with other series, and with what such a quantity
 * can be. */
#ifndef OUTLOOK_SCALE_H
#define OUTLOOK_SCALE_H
#include "../common/csv.h"

#include <math.h>

/* What a series counts, by which the message guesses the unit that was meant. */
enum scale_kind { SCALE_PEOPLE, SCALE_CO2, SCALE_MONEY, SCALE_ENERGY, SCALE_SHARE };

typedef struct scale_series {
    const csv *table;
    const void *place;   /* what tells the series of one column from each other */
    size_t column, unit; /* unit: the column of its unit, CSV_NONE = none */
    enum scale_kind kind;
    int fixed; /* 1: of a table that is never told to be wrong */
    size_t n, room;
    size_t *row;
    int32_t *year;
    double *value; /* in persons, t, units of money, TJ, or as a fraction */
} scale_series;

/* Two series and the range of their quotient; or one series and the range of its values. */
typedef struct scale_relation {
    size_t a, b;             /* b = a: pairs of its own rows; b = SCALE_ALONE: its values */
    double low, high;        /* of pairs of own rows: for a year between them */
    double slack;            /* beyond the range by this factor or more: refused; before that only a doubt */
    int32_t apart;           /* years that may lie between the two figures */
    const char *what, *unit; /* "CO2 per head", "t"; NULL: both are figures of the same thing */
    size_t also;             /* a third series on which the quotient depends, its number + 1; 0 = none */
} scale_relation;
#define SCALE_ALONE ((size_t)-1)
#define SCALE_DOUBT HUGE_VAL  /* slack: never refused */
#define SCALE_EVIDENCE (-1.0) /* slack: never told either; says only which of two others is wrong */

typedef struct scale {
    scale_series *series;
    scale_relation *relation;
    size_t n_series, n_relations, series_room, relations_room;
} scale;

size_t scale_series_add(scale *s, const csv *t, const void *place, size_t column, size_t unit, enum scale_kind kind);
void scale_point(scale *s, size_t series, size_t row, int32_t year, double value);
/* The value of the year, or of the nearest one; NaN where none is near enough. */
double scale_value(const scale *s, size_t series, int32_t year, int32_t apart);
/* Nothing is compared where a series is empty. */
void scale_compare(scale *s, scale_relation r);
/* Ends the program at the figure that most of the comparisons speak against; warns of what is unusual.  proved, of each
 * series: 1 = figures of another kind, or a table that is never told, would contradict another unit of it. */
void scale_tell(const scale *s, int *proved);
void scale_release(scale *s);

#endif
