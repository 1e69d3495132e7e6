/* Parts of I - A. */
#ifndef SKPI_ECONOMY_IOTABLE_BLOCK_H
#define SKPI_ECONOMY_IOTABLE_BLOCK_H
#include "economy/iotable.h"

/* where[i] = the row of the factors that stands for row i of I - A. */
void skpi__iotable_rows_of(const skpi_economy_iotable *t, size_t *where);
/* block (n_members x n_members) = rows and columns of I - A of these sectors. */
void skpi__iotable_block(const skpi_economy_iotable *t, const size_t *where, size_t n_members, const size_t *member,
                         double *block);

#endif
