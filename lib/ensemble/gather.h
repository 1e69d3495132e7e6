/* Aggregates of a run: while places are drawn, their members are added to the sums of the draws. */
#ifndef SKPI_ENSEMBLE_GATHER_H
#define SKPI_ENSEMBLE_GATHER_H
#include <pthread.h>
#include "ensemble/aggregate.h"
#include "ensemble/run.h"

enum { SKPI__STRIPES = 32 };
typedef struct skpi__gathered {
    size_t aggregate, member;
} skpi__gathered;

struct skpi__gathers {
    size_t *first; /* n_places + 1: where the members of each place begin in of */
    skpi__gathered *of;
    int64_t **sum; /* exact: the sums of each aggregate in the result; NULL: it gets no member */
    uint8_t **set; /* exact: whether each of their blocks is set, n_years x blocks */
    size_t *left;  /* exact: the members of each aggregate that were not run */
    pthread_mutex_t stripe[SKPI__STRIPES];
};

/* Lists the members by place, and for an exact plan allocates the sums of the aggregates that the run adds to.  Nothing
 * if the plan has no aggregate.  Status: SKPI_OK, SKPI_ENOMEM. */
skpi_status skpi__gathers_begin(skpi__at at, skpi__run *run);
void skpi__gathers_end(skpi__run *run);
/* Sets the blocks of sums to 0 that are not set. */
void skpi__gather_clear(size_t blocks, const uint8_t *set, int64_t *sum);
/* Marks the values that aggregates need. */
void skpi__gathers_mark(const skpi_ensemble_plan *plan, uint8_t *need);
/* Adds a block of values u of a series in year k to the sums. */
void skpi__gather_values(const skpi__run *run, skpi__worker *w, size_t series, size_t place, size_t k, size_t offset,
                         const double *u);
/* Computes a block of shares as skpi__block_kernel's share does; if they are used for one aggregate and nothing else, adds
 * them to its sums in the same pass.  Returns 0 if not. */
int skpi__gather_shares(const skpi__run *run, skpi__worker *w, size_t series, size_t place, size_t k, size_t n,
                        size_t offset, int near, const double *x, skpi__counted *of);
/* Adds the events that happened in the worker's first blocks to the numbers of events. */
void skpi__gather_events(const skpi__run *run, const skpi__worker *w, size_t place, size_t blocks);

#endif
