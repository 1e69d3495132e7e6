/* Nodes made of their children, for all units at once. */
#ifndef SKPI_INDEX_AGGREGATE_H
#define SKPI_INDEX_AGGREGATE_H
#include "index/room.h"

/* How the nodes are made that have no method of their own. */
typedef struct skpi__index_means {
    int32_t aggregate;
    double power, floor, min_present, round;
} skpi__index_means;

static inline skpi__index_means skpi__index_means_of(const skpi_index_options *o)
{
    return (skpi__index_means){o->aggregate, o->power, o->floor, o->min_present, o->round};
}

/* Every node from those of the indicators up; weight: of all nodes.  Adds to warnings.  EDOM, EOVERFLOW at out->score,
 * unit and node. */
skpi_status skpi__index_aggregate(skpi__at at, const skpi_index_tree *t, const skpi__index_means *means,
                                  const double *weight, skpi__index_room *room, int32_t *warnings);

#endif
