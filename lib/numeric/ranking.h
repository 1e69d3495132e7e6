/* Competition ranks (1 2 2 4) of scores, the highest first. */
#ifndef SKPI_NUMERIC_RANKING_H
#define SKPI_NUMERIC_RANKING_H
#include <stddef.h>
#include <stdint.h>

enum { SKPI__RANKED = 3 }; /* as much room as scores, so many times */

typedef struct skpi__ranked { /* a score and where it stands */
    double score;
    size_t at;
} skpi__ranked;

/* By how much sums that are the same may differ, of scores of which the largest has this size. */
static inline double skpi__ranking_rounding(double largest) { return 1e-12 * largest; }
#define SKPI__RANKING_SUMS (-1.) /* a tie: scores are sums, and differ only if by more than their rounding */
/* The present scores of n, every stride-th, in descending order, equal ones in that of their places, into the first
 * elements of room (SKPI__RANKED n); returns how many there are.  unit: the n places among more; NULL: 0 to n - 1. */
size_t skpi__ranking_sort(size_t n, const size_t *unit, const double *score, size_t stride, skpi__ranked *room);
/* rank[i stride] of score[i stride]: one more than the number of scores that are above it, with SKPI__RANKING_SUMS by more
 * than skpi__ranking_rounding of the largest.  With a tie above 0: from the best down, a score shares the rank of the
 * group whose first it is within tie of.  Missing (NaN): the number that is given.  room: SKPI__RANKED n. */
void skpi__ranking(size_t n, const size_t *unit, const double *score, size_t stride, double tie, int32_t missing,
                   skpi__ranked *room, int32_t *rank);

#endif
