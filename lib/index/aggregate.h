/* Nodes made of their children, for all units at once. */
#ifndef SKPI_INDEX_AGGREGATE_H
#define SKPI_INDEX_AGGREGATE_H
#include "index/tree.h"

/* The scores of a node. */
typedef struct skpi__index_node {
    const double *score; /* n; NaN = missing */
    const double *log;   /* n: their logarithms, where they are at hand; else NULL */
    int positive;        /* are all that are present above 0? */
    int missing;         /* is one missing? */
} skpi__index_node;

/* How the nodes are made that have no method of their own. */
typedef struct skpi__index_means {
    int32_t aggregate;
    double power, floor, min_present, round;
} skpi__index_means;

static inline skpi__index_means skpi__index_means_of(const skpi_index_options *o)
{
    return (skpi__index_means){o->aggregate, o->power, o->floor, o->min_present, o->round};
}

/* Room for the nodes of n units: skpi__index_room_free frees it. */
typedef struct skpi__index_room {
    size_t n;
    skpi__index_node *node;                 /* n_nodes; those of the indicators are set by the caller */
    double *score, *log;                    /* n_nodes x n: of the nodes that are made */
    double *sum, *weight, *present, *spare; /* n each */
    double *power;                          /* most children of a node x n */
    const double **term;                    /* most children of a node: what is summed up ... */
    double *factor;                         /* ... and the weights */
} skpi__index_room;

skpi_status skpi__index_room_new(skpi__at at, const skpi_index_tree *t, size_t n, skpi__index_room *room);
void skpi__index_room_free(skpi__index_room *room);

/* What is known of n scores. */
skpi__index_node skpi__index_node_of(size_t n, const double *score);
/* Scores to multiples of unit (0: left), halves away from 0. */
void skpi__index_round(size_t n, double unit, double *score);
/* Every node from those of the indicators up; weight: of all nodes.  Adds to warnings.  EDOM, EOVERFLOW at out->score,
 * unit and node. */
skpi_status skpi__index_aggregate(skpi__at at, const skpi_index_tree *t, const skpi__index_means *means,
                                  const double *weight, skpi__index_room *room, int32_t *warnings);

#endif
