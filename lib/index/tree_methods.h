/* Whether the choices of normalisation and aggregation suit a tree. */
#ifndef SKPI_INDEX_TREE_METHODS_H
#define SKPI_INDEX_TREE_METHODS_H
#include "index/tree.h"

/* The choice for all nodes that have none of their own. */
skpi_status skpi__index_normalise_suits(skpi__at at, const char *name, const skpi_index_tree *t, int32_t normalise);
skpi_status skpi__index_aggregate_suits(skpi__at at, const char *name, const skpi_index_tree *t, int32_t aggregate);
/* Is any node made by this aggregation? */
int skpi__index_aggregates(const skpi_index_tree *t, int32_t aggregate, int32_t wanted);

#endif
