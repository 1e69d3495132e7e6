/* City populations from the country's urban population. */
#ifndef OUTLOOK_CITIES_H
#define OUTLOOK_CITIES_H
#include "urban.h"

typedef struct city {
    const place *place;
    size_t row; /* of cities.csv: the base year's */
    double base;
    double *population; /* thousands, base year first, from the growth of the first year */
    double *other;      /* from the mean growth before the base year; NaN = unknown */
    int own_first;      /* 1: the first year's growth was given */
    int32_t before;     /* year from which the mean growth counts; 0 = none */
} city;

typedef struct cities {
    city *row;
    size_t rows, steps; /* years after the base year */
    int32_t base, end;
    const csv *table;
    size_t population; /* the column */
} cities;

void cities_compute(cities *c, const tables *in, const urban *u);
void cities_report(const cities *c, report_section *s);
void cities_release(cities *c);

#endif
