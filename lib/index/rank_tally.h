/* Ranks of many runs, counted in whole numbers: any order of counting gives the same. */
#ifndef SKPI_INDEX_RANK_TALLY_H
#define SKPI_INDEX_RANK_TALLY_H
#include "index/scenarios.h"
#include "numeric/sensitivity.h"

typedef struct skpi__index_tally {
    size_t n;
    uint64_t runs;             /* that were counted */
    uint64_t *frequency;       /* n x n: runs in which unit i has rank j + 1 */
    uint64_t *above;           /* n x n: twice the runs with i above j, and once those with a tie; NULL: not wanted */
    skpi__saltelli_sums *unit; /* n, of the ranks; NULL: not wanted */
    unsigned char *lost;       /* n: has it had no rank in some run? */
} skpi__index_tally;

skpi_status skpi__index_tally_new(skpi__at at, size_t n, int above, int unit, skpi__index_tally *tally);
void skpi__index_tally_free(skpi__index_tally *tally);
/* The ranks and scores of one run. */
void skpi__index_tally_add(skpi__index_tally *tally, const double *score, const int32_t *rank);
/* Adds another, with the sums of k factors. */
void skpi__index_tally_merge(skpi__index_tally *tally, const skpi__index_tally *other, size_t k);
/* Means, quantiles and probabilities into the outputs. */
void skpi__index_tally_tell(const skpi__index_tally *tally, const skpi__index_factors *f,
                            const skpi_index_tree_uncertainty_out *out);

#endif
