/* A run, and the memory in which one thread computes draws through the years.
 *
 * Exact: a worker holds all draws of a place and computes year after year.  For each draw it needs 8 bytes for each
 * column of the widest model, 2 for each of its variables, 9 for the selection, 8 for each sum or peak on which an
 * event depends, a bit for each event, and 2 1/8
 * bytes for each milestone.  Stream: a worker holds one block, which it carries through all years.
 */
#ifndef SKPI_ENSEMBLE_RUN_H
#define SKPI_ENSEMBLE_RUN_H
#include <pthread.h>
#include <string.h>
#include "core/threads.h"
#include "ensemble/anchors.h"
#include "ensemble/plan.h"
#include "ensemble/result.h"
#include "numeric/order.h"

enum { SKPI__WORKER_BLOCKS = 28, SKPI__BATCH_MOST = 8 };
typedef struct skpi__gathers skpi__gathers; /* gather.h */
typedef struct skpi__sets skpi__sets;       /* run_sets.h */
/* Where a worker adds members of aggregates. */
typedef struct skpi__gather {
    int64_t *const *sum; /* of each aggregate; NULL: nowhere */
    uint8_t *const *set; /* of each aggregate: whether a block of its sums is set; one that is not is not read */
    size_t year, block;  /* how far two years are from each other, and two blocks */
    size_t at;           /* the block with which the worker's columns begin */
    int shared;          /* 1: other workers add to the same sums */
    int back;            /* 1: the last calls are taken back */
    uint64_t calls;      /* blocks that were added */
} skpi__gather;
#define SKPI__VALUE_TIME 4. /* nanoseconds that a draw of a variable takes, about */
typedef struct skpi__worker {
    double *column;           /* n_columns x room */
    double *slot;             /* n_slots x room: sums and largest values up to this year */
    uint64_t *mask;           /* n_events x room / 64: draws in which an event happens; then twice n_events counts */
    uint64_t *open;           /* n_milestones x room / 64: draws that have not reached a milestone */
    uint16_t *year;           /* n_milestones x room: the year of each draw, n_years for none */
    uint64_t *milestone;      /* their counts, as in a record */
    skpi__total *total;       /* cells */
    skpi__bins *bins;         /* cells */
    skpi__model_range *range; /* cells */
    skpi__factor_kept *kept;  /* exact, if they need little memory: those of own, or of the batch's first worker */
    skpi__factor_kept own;
    skpi__gather gather;
    skpi__anchors *anchors; /* NULL unless the sampling has them */
    char *scratch;          /* of the models for the place, each from scratch_at on */
    uint16_t *id;           /* n_variables x room; streamed: n_variables blocks */
    uint32_t *count;        /* SKPI__BINS for each variable (exact) or cell */
    skpi__order_room order;
    double *stat;   /* exact: n_variables x n_years x n_wanted */
    uint32_t *word; /* a block each */
    double *value, *work;
    double **at; /* n_columns: the columns of the current block */
    size_t n_blocks;
    void *block[SKPI__WORKER_BLOCKS]; /* the allocated memory that the members above point into */
} skpi__worker;

typedef struct skpi__part { /* what one task runs */
    size_t place;
    uint64_t from, to;
    size_t set; /* streamed: 1 + the number of a set of places that are drawn together; 0: none */
} skpi__part;

enum { SKPI__NEEDED = 1, SKPI__SUMMED = 2, SKPI__GATHERED = 4 }; /* a cell's value: for an event, a sum, an aggregate */

typedef struct skpi__run {
    const skpi_ensemble_plan *plan;
    skpi_ensemble_result *into;
    const skpi__stream_kernel *random;
    const skpi__block_kernel *kernel;
    size_t room, n_columns, n_variables; /* room: draws held at a time; the others: the largest number of a model */
    size_t *scratch_at;                  /* n_models + 1 */
    double stretch;                      /* how much larger than bound a draw with factors can be */
    uint8_t *need;                       /* cells */
    size_t n_slots, *sum, *top;          /* for each series the slot of its sum and of its largest value */
    size_t n_wanted;                     /* exact quantiles: number of different ranks */
    uint64_t *wanted;                    /* in increasing order; room for 2 n_prob */
    skpi__rank *rank;                    /* n_prob */
    size_t *place_low, *place_high;      /* n_prob: index of the ranks in wanted */
    size_t n_parts;
    skpi__part *part;
    size_t batch;           /* parts that a task runs together, so that they share factors */
    skpi__gathers *gathers; /* NULL: the plan has no aggregate */
    skpi__sets *sets;       /* streamed, the same */
    pthread_mutex_t mutex;  /* guards the records while they grow, and the idle workers */
    pthread_mutex_t *guard; /* of the records; NULL: mutex */
    size_t n_idle;
    skpi__worker **idle;
} skpi__run;

#endif
