/* A block of draws goes from year to year; in each year it adds to sums, bins and events. */
#ifndef SKPI_ENSEMBLE_TALLY_H
#define SKPI_ENSEMBLE_TALLY_H
#include "ensemble/run.h"

/* Describes the blocks of a model at a place, and sets their year.  This is done once for all blocks of a year, so that
 * no kernel waits for a store of what it loads. */
skpi__model_block skpi__tally_block(const skpi__run *run, const skpi__worker *w, size_t model, size_t place);
void skpi__tally_year(const skpi__run *run, skpi__model_block *b, size_t k);
/* Writes the state of a block in the year before the first, or carries the block into the year of b.  Its columns begin
 * at offset. */
void skpi__tally_start(const skpi__run *run, skpi__worker *w, skpi__model_block *b, uint64_t number, size_t offset);
void skpi__tally_step(const skpi__run *run, skpi__worker *w, skpi__model_block *b, uint64_t number, size_t offset);
/* Adds the first n draws of a model's variables of the current block in year k to the sums, bins and events.  The draws
 * of the block begin at offset in the worker.  Status: SKPI_OK, SKPI_EOVERFLOW. */
skpi_status skpi__tally_model(const skpi__run *run, skpi__worker *w, size_t model, size_t place, size_t k, size_t n,
                              size_t offset);
/* Carries only the running sums of a model's current block into its year. */
void skpi__tally_sums(const skpi__run *run, skpi__worker *w, size_t model);
/* Computes only the parts of a model's current block, if it has parts. */
void skpi__tally_parts(const skpi__run *run, skpi__worker *w, size_t model);
/* Begins a place: writes the ranges of all series into w->range, and the models' scratch. */
void skpi__tally_begin(const skpi__run *run, skpi__worker *w, size_t place);
/* Converts n order statistics x into values, in place. */
void skpi__tally_values(const skpi__block_kernel *kernel, skpi__form form, size_t n, double *x);
/* The mean of n values from their sum in whole units.  Shares have a unit of their own. */
double skpi__tally_mean(skpi__form form, double unit, skpi__total total, uint64_t n);

#endif
