/* A node while it is made of its children, for all units at once. */
#ifndef SKPI_INDEX_MADE_H
#define SKPI_INDEX_MADE_H
#include "index/methods.h"
#include "index/room.h"

typedef struct skpi__made {
    const skpi_index_tree *t;
    const skpi__index_means *means;
    const double *weight;
    skpi__index_room *room;
    size_t k;
    int32_t method;
    size_t children; /* of a weight above 0 */
    size_t terms;    /* of the sum so far */
    double whole;    /* sum of their weights */
    int missing;     /* is one of their scores? */
    skpi__index_bounds *bounds;
    int32_t *warnings;
} skpi__made;

static inline int skpi__made_uses(const skpi__made *m, size_t c) { return m->weight[c] > 0; }
/* The scores of a child as the method takes them: raised to the floor, in spare, if one is below it. */
skpi_status skpi__made_scores(skpi__at at, const skpi__made *m, size_t c, const double **score, const double **log);
/* Begins the sums of a node some of whose children are missing. */
void skpi__made_clear(const skpi__made *m);
/* One more term of the sum: its weight, what counts of it, and its values, which stay where they are until the sum. */
void skpi__made_add(skpi__made *m, double weight, double counted, const double *x);
/* The sum over all terms: it is there where some are missing, or where it was made ahead. */
const double *skpi__made_sum(const skpi__made *m);
/* The sum of weights of a unit, in the room's weight; NaN where too few children are present. */
void skpi__made_presence(const skpi__made *m);
/* e^a of n numbers, beyond the reach of skpi__exps as the square of the half. */
void skpi__made_exponential(size_t n, const double *a, double *e);
/* Logarithms of n scores, NaN of those that are missing. */
void skpi__made_logarithms(size_t n, const double *x, double *log);

#endif
