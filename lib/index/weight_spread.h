/* Weights by how much the units differ. */
#ifndef SKPI_INDEX_WEIGHT_SPREAD_H
#define SKPI_INDEX_WEIGHT_SPREAD_H
#include "index/weighing.h"

/* best[j] of a table whose columns are not all constant, not yet divided by the sum; 0 of a constant column. */
skpi_status skpi__index_weight_entropy(skpi__at at, const skpi__index_weigh *w, int raw);
skpi_status skpi__index_weight_spread(skpi__at at, const skpi__index_weigh *w, int critic);

#endif
