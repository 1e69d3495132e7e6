/* A composite index of cities: its scores, and how far its ranks rest on what was assumed. */
#ifndef OUTLOOK_CITY_INDEX_H
#define OUTLOOK_CITY_INDEX_H
#include "report.h"
#include "input_tables.h"

#include <smartkpi.h>

/* What is assumed and varied. */
enum index_assumption { INDEX_WEIGHTS, INDEX_SCALE, INDEX_MEAN, INDEX_ASSUMPTIONS };
/* Where weights are from. */
enum index_weights { INDEX_FOUND, INDEX_GIVEN, INDEX_EQUAL };

typedef struct index_dimension {
    const char *code, *name;
    size_t row, column; /* in the tables of dimensions and of cities */
    int32_t direction;
    double weight;
    double correlation; /* with the index; above 0 if better goes with a higher index */
    double balanced;    /* weight of its z-score that would balance the correlations; NaN = there is no balance */
} index_dimension;

typedef struct index_city {
    const char *key, *name, *country;
    int own;        /* 1: one of the report's places, or of its country */
    double printed; /* NaN = none */
    double score;   /* computed, on the scale of the printed one */
    int32_t rank;
    double low, median, high;     /* of its rank: 90 % */
    double top;                   /* probability of being among the best */
    double by[INDEX_ASSUMPTIONS]; /* part of its rank's variance that each moves; NaN: not varied, or no move */
} index_city;

typedef struct city_index {
    const csv *cities, *dimensions;
    size_t n, m;
    index_city *city;           /* n */
    index_dimension *dimension; /* m */
    double *value;              /* n x m, as in the table */
    size_t *order;              /* n: cities from the first on */
    size_t whole;               /* row of the index as a whole; CSV_NONE = none */
    size_t printed;             /* column; CSV_NONE = none */
    double step;                /* one printed point */
    double sum;                 /* of the weights, so that a mean times it is on the printed scale */
    enum index_weights weights;
    double off;              /* largest difference from a printed index */
    size_t off_city, beyond; /* whose it is, and how many differ by more than a printed point */
    int one_mean;            /* 1: a geometric mean cannot be taken, because of this score */
    size_t low_city, low_dimension;
    int32_t top;                  /* how many are the best */
    double by[INDEX_ASSUMPTIONS]; /* the same of the mean shift of all ranks */
    double shift;                 /* mean places from the rank, over runs and cities */
} city_index;

void city_index_compute(city_index *x, const tables *in);
void city_index_report(const city_index *x, report_section *s);
void index_dimensions_report(const city_index *x, report_section *s); /* its part about the dimensions */
void city_index_release(city_index *x);

const char *index_name(const city_index *x); /* of the whole */
const char *index_words(const city_index *x,
                        const char *column); /* of the whole, in a column of its table; may be "" */
/* What the library says about the values, at the cell that it speaks of; ends the program after a failure. */
void index_tell(const city_index *x, skpi_status status);

#endif
