/* Weights by the correlations of the columns. */
#ifndef SKPI_INDEX_WEIGHT_BALANCED_H
#define SKPI_INDEX_WEIGHT_BALANCED_H
#include "index/weighing.h"

/* best[j] of a table, not yet divided by the sum: of a balanced index; squared loadings of the first component. */
skpi_status skpi__index_weight_balanced(skpi__at at, const skpi__index_weigh *w);
skpi_status skpi__index_weight_principal(skpi__at at, const skpi__index_weigh *w);

#endif
