/* Room for the scores of all nodes of a tree. */
#ifndef SKPI_INDEX_ROOM_H
#define SKPI_INDEX_ROOM_H
#include "index/tree.h"
#include "numeric/weighted.h"

/* The scores of a node. */
typedef struct skpi__index_node {
    const double *score; /* n; NaN = missing */
    const double *log;   /* n: their logarithms, where they are at hand; else NULL */
    int positive;        /* are all that are present above 0? */
    int missing;         /* is one missing? */
} skpi__index_node;

/* What is known of the scores of all nodes so far. */
typedef struct skpi__index_bounds {
    double size;  /* none is larger, of either sign */
    int negative; /* may one be below 0? */
} skpi__index_bounds;

/* Room for the nodes of n units: skpi__index_room_free frees it. */
typedef struct skpi__index_room {
    size_t n;
    skpi__index_node *node;                 /* n_nodes; those of the indicators are set by the caller */
    skpi__index_bounds bounds;              /* and these, of all indicators */
    double *score, *log;                    /* n_nodes x n: of the nodes that are made */
    double *sum, *weight, *present, *spare; /* n each */
    double *power;                          /* most children of a node x n */
    const double **term;                    /* most children of a node: what is summed up ... */
    double *factor;                         /* ... and the weights */
    const double *const *given;             /* n_nodes: sums that are known already, NULL: not; NULL: of no node */
} skpi__index_room;

skpi_status skpi__index_room_new(skpi__at at, const skpi_index_tree *t, size_t n, skpi__index_room *room);
void skpi__index_room_free(skpi__index_room *room);

/* What is known of scores: of bits of SKPI__SEEN_ (numeric/weighted.h), and of n scores that nobody looked at yet. */
static inline skpi__index_node skpi__index_node_seen(const double *score, int seen)
{
    return (skpi__index_node){score, NULL, !(seen & SKPI__SEEN_LOW), (seen & SKPI__SEEN_MISSING) != 0};
}
skpi__index_node skpi__index_node_of(size_t n, const double *score);
/* Bounds that hold for n more scores, too. */
void skpi__index_bounds_add(skpi__index_bounds *bounds, size_t n, const double *score);
/* Scores to multiples of unit (0: left), halves away from 0. */
void skpi__index_round(size_t n, double unit, double *score);

#endif
