/* The record of areas: shares and populations up to an origin.
 *
 * Inside logits shares are clipped to [0.0005, 0.9995]: areas that were almost wholly rural or urban would otherwise
 * decide every fit and every error by the rounding of their figures.
 */
#ifndef SKPI_URBAN_RECORD_H
#define SKPI_URBAN_RECORD_H
#include "urban/options.h"

typedef struct skpi__urban_record { /* n areas x m years */
    size_t n, m;
    const int32_t *year;
    const double *share, *population;
    double large;              /* two million inhabitants, in the unit of the populations */
    int stated;                /* 1: the unit of the populations is stated */
    const unsigned char *gaps; /* [n] 1: the area has a gap and is left out; set before areas are read one by one */
} skpi__urban_record;

/* Reads the frames of both tables.  Their axes must be equal, and their stated meanings must not differ. */
skpi_status skpi__urban_record_take(skpi__at at, const skpi_table *share, const skpi_table *population,
                                    skpi__urban_record *record);
/* Finds the position of a year; ENODATA, with this name, if the tables do not have it. */
skpi_status skpi__urban_record_column(skpi__at at, const skpi__urban_record *record, const char *name, int32_t year,
                                      size_t *column);
/* Checks the values of the first columns, and no others: shares in [0,1], populations not negative.  A NaN is a gap: it
 * is marked in gaps, which has n zeros before, and the status is SKPI_WMISSING. */
skpi_status skpi__urban_record_check(skpi__at at, const skpi__urban_record *record, size_t columns,
                                     unsigned char *gaps);
/* Whether area i is left out. */
static inline int skpi__urban_record_gap(const skpi__urban_record *record, size_t i) { return record->gaps[i]; }

static inline double skpi__urban_record_share(const skpi__urban_record *record, size_t i, size_t column)
{
    return record->share[i * record->m + column];
}
/* Whether the share of area i at that time is between 0 and 1, so that it has a logit.  0 for an area that is left
 * out. */
static inline int skpi__urban_record_open(const skpi__urban_record *record, size_t i, size_t column)
{
    const double p = skpi__urban_record_share(record, i, column);
    return p > 0 && p < 1 && !skpi__urban_record_gap(record, i);
}
/* Size class by the population at that time. */
int32_t skpi__urban_record_size(const skpi__urban_record *record, size_t i, size_t column);
/* SKPI_WUNUSUAL if the unit of the populations is unstated and no area is large at that time: the figures may be in
 * thousands. */
skpi_status skpi__urban_record_unusual(skpi__at at, const skpi__urban_record *record, size_t column);
/* The logit of the clipped share. */
double skpi__urban_clipped_logit(double share);

/* Copies the observations of an area up to the origin, and returns their number.  With every = 0 these are all years;
 * otherwise the origin and the years that lie a multiple of `every` years before it. date and share have room for m
 * values. */
size_t skpi__urban_record_history(const skpi__urban_record *record, size_t i, size_t origin, int clipped, int32_t every,
                                  double *date, double *share);

#endif
