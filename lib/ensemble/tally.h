/* A block of draws goes from year to year; in each year it adds to sums, bins and events. */
#ifndef SKPI_ENSEMBLE_TALLY_H
#define SKPI_ENSEMBLE_TALLY_H
#include "ensemble/work.h"

/* One block of a model: columns at the place of the block in hand, then start (k < 0) or step. */
void skpi__carry(const skpi__run *run, skpi__worker *w, size_t model, size_t place, ptrdiff_t k, uint64_t block,
                 size_t offset);
/* A variable of the block in hand, of which n draws count, in a year: sums, bins, events.  offset: where the block's
 * draws stand in the worker.  Status: SKPI_OK, SKPI_EOVERFLOW. */
skpi_status skpi__tally(const skpi__run *run, skpi__worker *w, size_t series, size_t place, size_t k, size_t n,
                        size_t offset, uint16_t *id, uint32_t *count);
/* Draws of the worker in which each event happened, added to count; only the first `blocks` blocks are looked at. */
void skpi__count_events(const skpi__run *run, skpi__worker *w, size_t blocks, uint64_t *count);
/* The ranges of all series of a place into w->range. */
void skpi__ranges(const skpi__run *run, skpi__worker *w, size_t place);
/* values of order statistics: x -> value, in place */
void skpi__form_values(const skpi__block_kernel *kernel, skpi__form form, size_t n, double *x);
double skpi__mean_of(skpi__form form, double unit, skpi__total total, uint64_t n);

#endif
