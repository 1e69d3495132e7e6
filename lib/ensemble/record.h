/* The record of one place in a result: which draws were run, and their sums, bins and events. */
#ifndef SKPI_ENSEMBLE_RECORD_H
#define SKPI_ENSEMBLE_RECORD_H
#include "ensemble/sizes.h"
#include "ensemble/total.h"

typedef struct skpi__span {
    uint64_t from, to;
} skpi__span; /* draws from .. to - 1 */

typedef struct skpi__record {
    size_t n_spans, room; /* spans are in order and do not touch */
    skpi__span *span;
    uint64_t *count;     /* number of draws in which each event happened */
    uint64_t *pair;      /* antithetic: number of pairs of draws in both of which each event happened */
    uint64_t *milestone; /* for each milestone the number of draws of each year, and of those without */
    double *mean;        /* EXACT, cells */
    double *quantile;    /* EXACT, cells x n_prob */
    skpi__total *total;  /* STREAM, cells: sums of rint(value / unit) */
    double *unit;        /* STREAM, cells */
    double *low, *high;  /* STREAM with quantiles, cells: ends of the bins */
    uint64_t *bin;       /* STREAM with quantiles, cells x SKPI__BINS */
} skpi__record;

/* An empty record with room for one span; NULL if there is no memory. */
skpi__record *skpi__record_new(const skpi__sizes *sizes);
void skpi__record_free(skpi__record *record);
/* Makes room for so many further spans; returns 0 if there is no memory. */
int skpi__record_reserve(skpi__record *record, size_t more);
uint64_t skpi__record_draws(const skpi__record *record); /* 0 if record is NULL */
uint64_t skpi__record_pairs(const skpi__record *record); /* pairs of antithetic draws: 256 draws apart in a block */
/* The first draw from `from` to `to` - 1 that the record has; `to` if there is none. */
uint64_t skpi__record_next(const skpi__record *record, uint64_t from, uint64_t to);
/* The first draw from `from` on that the record does not have. */
uint64_t skpi__record_gap(const skpi__record *record, uint64_t from);
/* Adds draws that the record did not have; there must be room for a span. */
void skpi__record_cover(skpi__record *record, uint64_t from, uint64_t to);

#endif
