/* The memory of a run, and its workers. */
#ifndef SKPI_ENSEMBLE_RUN_MEMORY_H
#define SKPI_ENSEMBLE_RUN_MEMORY_H
#include "ensemble/run.h"

/* Allocates the memory of a run; returns 0 if there is none. */
int skpi__run_begin(skpi__run *run, size_t workers);
void skpi__run_end(skpi__run *run);
/* Takes n workers, and gives them back. */
void skpi__run_take(skpi__run *run, size_t n, skpi__worker **worker);
void skpi__run_give(skpi__run *run, size_t n, skpi__worker *const *worker);
/* How many parts a task runs together: several if factors are kept, which they then share. */
size_t skpi__run_batch(const skpi_ensemble_plan *plan);

#endif
