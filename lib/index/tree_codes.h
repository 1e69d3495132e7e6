/* Codes of nodes: each once, and the parents that they name. */
#ifndef SKPI_INDEX_TREE_CODES_H
#define SKPI_INDEX_TREE_CODES_H
#include <smartkpi/index.h>
#include "core/error.h"

/* The number of the parent of each node, SKPI_NONE at the root, and the nodes in the order of their codes, byte by byte;
 * codes are known to be there. */
skpi_status skpi__index_parents(skpi__at at, const skpi_index_tree_new_in *in, int32_t *parent, size_t *sorted);

#endif
