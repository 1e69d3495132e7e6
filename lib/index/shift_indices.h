/* Sobol indices of the shift, and their intervals. */
#ifndef SKPI_INDEX_SHIFT_INDICES_H
#define SKPI_INDEX_SHIFT_INDICES_H
#include "index/factors.h"

typedef struct skpi__index_shift_indices {
    double first[SKPI__INDEX_FACTORS], total[SKPI__INDEX_FACTORS];
    double first_low[SKPI__INDEX_FACTORS], first_high[SKPI__INDEX_FACTORS];
    double total_low[SKPI__INDEX_FACTORS], total_high[SKPI__INDEX_FACTORS];
} skpi__index_shift_indices;

/* The number of resamples that the intervals need; 0 if out wants none, or if they are those of no sample. */
uint64_t skpi__index_resamples(const skpi__index_factors *f, const skpi_index_tree_uncertainty_out *out);
/* y: the shift of every run; NULL: NaN of everything.  before: parts of the work that are done. */
skpi_status skpi__index_shift_indices_of(skpi__at at, const skpi__index_factors *f, const double *y,
                                         const skpi_index_tree_uncertainty_out *out, uint64_t before,
                                         skpi__index_shift_indices *found);

#endif
