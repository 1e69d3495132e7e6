/* Copeland's rule within a node. */
#ifndef SKPI_INDEX_COPELAND_H
#define SKPI_INDEX_COPELAND_H
#include "index/aggregate.h"

/* score[i], where it is present: units of which i is better by the weights of the children, less those that are better
 * than i.  whole: the sum of the weights; room: n. */
void skpi__index_copeland(const skpi_index_tree *t, size_t k, const double *weight, double whole,
                          const skpi__index_node *node, size_t n, double *room, double *score);

#endif
