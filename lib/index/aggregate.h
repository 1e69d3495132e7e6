/* Nodes made of their children, for all units at once. */
#ifndef SKPI_INDEX_AGGREGATE_H
#define SKPI_INDEX_AGGREGATE_H
#include "index/methods.h"
#include "index/room.h"

/* Every node from those of the indicators up; weight: of all nodes.  Adds to warnings.  EDOM, EOVERFLOW at out->score,
 * unit and node. */
skpi_status skpi__index_aggregate(skpi__at at, const skpi_index_tree *t, const skpi__index_means *means,
                                  const double *weight, skpi__index_room *room, int32_t *warnings);

#endif
