/* The record of one place in a result: the draws that were run, and their sums, bins and events. */
#ifndef SKPI_ENSEMBLE_RECORD_H
#define SKPI_ENSEMBLE_RECORD_H
#include "ensemble/shape.h"
#include "ensemble/total.h"

typedef struct skpi__span {
    uint64_t from, to;
} skpi__span; /* draws from .. to - 1 */

typedef struct skpi__record {
    size_t n_spans, room; /* spans in order, with gaps between them */
    skpi__span *span;
    uint64_t *count;    /* draws in which each event happened */
    double *mean;       /* EXACT, cells */
    double *quantile;   /* EXACT, cells x n_prob */
    skpi__total *total; /* STREAM, cells: sums of rint(value / unit) */
    double *unit;       /* STREAM, cells */
    double *low, *high; /* STREAM with quantiles, cells: what the bins go over */
    uint64_t *bin;      /* STREAM with quantiles, cells x SKPI__BINS */
} skpi__record;

/* An empty record with room for one span, or NULL. */
skpi__record *skpi__record_new(const skpi__shape *shape);
void skpi__record_free(skpi__record *record);
/* Room for so many spans more: 0 if there is no memory. */
int skpi__record_reserve(skpi__record *record, size_t more);
uint64_t skpi__record_draws(const skpi__record *record); /* NULL: 0 */
/* The first draw from `from` on, below `to`, that it has; `to` if there is none. */
uint64_t skpi__record_next(const skpi__record *record, uint64_t from, uint64_t to);
/* The first draw from `from` on that it has not. */
uint64_t skpi__record_gap(const skpi__record *record, uint64_t from);
/* Draws that it had not; there is room. */
void skpi__record_cover(skpi__record *record, uint64_t from, uint64_t to);

#endif
