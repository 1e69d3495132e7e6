/* The record of areas: shares and populations up to an origin, and the norm fitted to them.
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
    double large;              /* two million inhabitants in the unit of population */
    int stated;                /* the unit of population is */
    const unsigned char *gaps; /* [n] 1: a value that is read is missing, the area is left out; NULL: none is */
} skpi__urban_record;

/* The frames of both tables, which must have equal axes and may not state different meanings. */
skpi_status skpi__urban_record_take(skpi__at at, const skpi_table *share, const skpi_table *population,
                                    skpi__urban_record *record);
/* Position of a year; ENODATA, named name, if the tables do not have it. */
skpi_status skpi__urban_record_column(skpi__at at, const skpi__urban_record *record, const char *name, int32_t year,
                                      size_t *column);
/* The values of the first columns: shares in [0,1], populations not negative.  No others are looked at.  NaN is a gap,
 * marked in gaps (n, zeroed), and the status then is SKPI_WMISSING. */
skpi_status skpi__urban_record_check(skpi__at at, const skpi__urban_record *record, size_t columns,
                                     unsigned char *gaps);
/* Area i is left out. */
static inline int skpi__urban_record_gap(const skpi__urban_record *record, size_t i)
{
    return record->gaps && record->gaps[i];
}

static inline double skpi__urban_record_share(const skpi__urban_record *record, size_t i, size_t column)
{
    return record->share[i * record->m + column];
}
/* Whether area i has a future at that time: a share between 0 and 1; one that is left out has none. */
static inline int skpi__urban_record_open(const skpi__urban_record *record, size_t i, size_t column)
{
    const double p = skpi__urban_record_share(record, i, column);
    return p > 0 && p < 1 && !skpi__urban_record_gap(record, i);
}
/* Size class by the population of that time. */
int32_t skpi__urban_record_size(const skpi__urban_record *record, size_t i, size_t column);
/* SKPI_WUNUSUAL if the unit of population is unstated and no area is large at that time: thousands? */
skpi_status skpi__urban_record_unusual(skpi__at at, const skpi__urban_record *record, size_t column);
/* logit of the clipped share */
double skpi__urban_clipped_logit(double share);

/* The norm as it would have been fitted at the origin: for each size class a least-squares line of the growth difference
 * of the last ten years on the share at their beginning, over areas between 0.005 and 0.995 at both ends.  A size class
 * that no open area belongs to is 0.  ENODATA, ESINGULAR; named share. */
skpi_status skpi__urban_record_norm(skpi__at at, const skpi__urban_record *record, size_t origin, double norm[4]);

/* The observations of an area up to the origin.  every: 0 = all, else the origin and each year that lies a multiple of
 * so many years before it.  Returns how many; date and share have room for m. */
size_t skpi__urban_record_history(const skpi__urban_record *record, size_t i, size_t origin, int clipped, int32_t every,
                                  double *date, double *share);

#endif
