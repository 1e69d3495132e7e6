/* Copeland's rule: within a node, and its parts for other tables. */
#ifndef SKPI_INDEX_COPELAND_H
#define SKPI_INDEX_COPELAND_H
#include "index/room.h"

/* score[i], where it is present: units of which i is better by the weights of the children, less those that are better
 * than i.  whole: the sum of the weights; room: n, rounding: as many as k has children. */
void skpi__index_copeland(const skpi_index_tree *t, size_t k, const double *weight, double whole,
                          const skpi__index_node *node, size_t n, double *room, double *rounding, double *score);

/* margin[j] += weight where x[i] is above x[j] by more than by, -= weight where it is below by more, for the j above i
 * of n; a missing value adds nothing. */
void skpi__index_margin_add(size_t n, size_t i, const double *x, double by, double weight, double *margin);
/* 1: won by this margin, -1: lost, 0: a tie.  whole: the weight of all that both have. */
int skpi__index_margin_won(double margin, double whole);

#endif
