/* Events and milestones of the draws of a block, year by year, in masks of one bit a draw. */
#ifndef SKPI_ENSEMBLE_TALLY_EVENTS_H
#define SKPI_ENSEMBLE_TALLY_EVENTS_H
#include "ensemble/run.h"

/* Looks at the first n values u of a series in year k, of a block that begins at offset in the worker. */
void skpi__tally_events(const skpi__run *run, skpi__worker *w, size_t series, size_t place, size_t k, size_t n,
                        size_t offset, const double *u);
/* Adds to count, for each event, the number of draws in the worker's first blocks in which it happened, and if they are
 * antithetic to pair that of the pairs in both of which it did. */
void skpi__tally_count_events(const skpi__run *run, skpi__worker *w, size_t blocks, uint64_t *count, uint64_t *pair);
/* Adds to count, as in a record, the milestones of the worker's first n draws. */
void skpi__tally_count_milestones(const skpi__run *run, const skpi__worker *w, size_t n, uint64_t *count);

#endif
