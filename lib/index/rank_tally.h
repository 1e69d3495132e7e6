/* Ranks of many runs, counted in whole numbers: any order of counting gives the same. */
#ifndef SKPI_INDEX_RANK_TALLY_H
#define SKPI_INDEX_RANK_TALLY_H
#include "index/scenarios.h"
#include "numeric/sensitivity.h"

typedef struct skpi__index_tally {
    size_t n;
    uint64_t runs;             /* fewer than 2^32 */
    uint32_t *frequency;       /* n x (n + 1): runs in which unit i has rank j, 0 for none */
    uint64_t *above;           /* n x n: twice the runs with i above j, and once those with a tie; NULL: not wanted */
    skpi__saltelli_sums *unit; /* n, of the ranks; NULL: not wanted */
    unsigned char *lost;       /* n: has it had no rank in some run? */
    int32_t *waiting;          /* ranks of runs that are not counted yet, 0 for none */
    size_t n_waiting;          /* of how many runs */
    void *block;               /* of all arrays */
} skpi__index_tally;

skpi_status skpi__index_tally_new(skpi__at at, size_t n, int above, int unit, skpi__index_tally *tally);
void skpi__index_tally_free(skpi__index_tally *tally);
/* The mean over units of |rank - nominal rank|; NaN where no unit has both. */
double skpi__index_shift(size_t n, const int32_t *rank, const int32_t *nominal);
/* The ranks and scores of one run. */
void skpi__index_tally_add(skpi__index_tally *tally, const double *score, const int32_t *rank);
/* Adds another, whose ranks are all counted then, with the sums of k factors. */
void skpi__index_tally_merge(skpi__index_tally *tally, skpi__index_tally *other, size_t k);
/* Means, quantiles and probabilities into the outputs. */
void skpi__index_tally_tell(skpi__index_tally *tally, const skpi__index_factors *f,
                            const skpi_index_tree_uncertainty_out *out);

#endif
