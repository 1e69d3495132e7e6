/* What the ways to decide work on, and the ways; decide.c chooses. */
#ifndef SKPI_INDEX_DECISION_H
#define SKPI_INDEX_DECISION_H
#include "core/error.h"
#include <smartkpi/index.h>

/* A decision that was checked.  score, first and second have n values of the call's own; pair, n x n, is the caller's and
 * may be NULL. */
typedef struct skpi__index_decision {
    size_t n, m;
    const double *value; /* n x m */
    int missing;         /* is one missing?  never but for Copeland */
    const int32_t *direction;
    double *weight;     /* m, of sum 1 */
    double *low, *high; /* m: smallest and largest values of the columns */
    skpi_index_decide_options options;
    double *score, *first, *second;   /* n, 0 at first */
    double *unit, *by, *best, *worst; /* m: room */
    double *column, *margin;          /* m x n and n, of Copeland: room */
    double *pair;
} skpi__index_decision;

/* Whether more is better. */
static inline int skpi__index_decision_up(const skpi__index_decision *d, size_t j)
{
    return !d->direction || d->direction[j] > 0;
}

#endif
