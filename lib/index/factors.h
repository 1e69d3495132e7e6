/* Factors of an uncertainty analysis and their alternatives, read and checked. */
#ifndef SKPI_INDEX_FACTORS_H
#define SKPI_INDEX_FACTORS_H
#include "index/tree.h"

enum { SKPI__INDEX_FACTORS = 5 };

typedef struct skpi__index_factors {
    skpi_index_tree_uncertainty_in in;
    skpi_index_tree_uncertainty_options draw;
    size_t k;                           /* factors that are listed */
    size_t levels[SKPI__INDEX_FACTORS]; /* alternatives of each; 0: endless, new in every draw */
    size_t place[SKPI__INDEX_FACTORS];  /* of each kind of factor among those listed; k: it is not */
    uint64_t runs;
} skpi__index_factors;

/* The place of a kind of factor, k if it is not listed. */
static inline size_t skpi__index_place(const skpi__index_factors *f, int32_t factor)
{
    return f->place[factor - SKPI_INDEX_FACTOR_TREATMENT];
}
skpi_status skpi__index_factors_read(skpi__at at, const skpi_index_tree_uncertainty_in *alternatives,
                                     const skpi_index_tree *t, const skpi_index_data *d, const skpi_index_options *o,
                                     skpi__index_factors *f);
/* Mode, draws, choices: after the factors. */
skpi_status skpi__index_draw_read(skpi__at at, const skpi_index_tree_uncertainty_options *draw,
                                  const skpi_index_data *d, skpi__index_factors *f);

#endif
