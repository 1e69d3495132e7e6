/* The values of units, column by column: read, divided by their denominators, filled in. */
#ifndef SKPI_INDEX_COLUMNS_H
#define SKPI_INDEX_COLUMNS_H
#include "index/tree.h"

/* Column j of n units: x + j n, and what was done to its values: change + j n. */
typedef struct skpi__index_columns {
    size_t n, m;
    double *x;
    int32_t *change;
} skpi__index_columns;

/* The data, checked, against the tree. */
skpi_status skpi__index_data_read(skpi__at at, const skpi_index_data *data, const skpi_index_tree *t,
                                  skpi_index_data *d);
/* Values over denominators into new columns, which skpi__index_columns_free frees. */
skpi_status skpi__index_columns_new(skpi__at at, const skpi_index_data *d, skpi__index_columns *c);
void skpi__index_columns_free(skpi__index_columns *c);

#endif
