/* Widths that intervals of the converging and the cautious method would have needed. */
#ifndef SKPI_URBAN_CONVERGING_SPREAD_H
#define SKPI_URBAN_CONVERGING_SPREAD_H
#include "urban/converging_pairs.h"

/* C of n_coverage coverages from all pairs but those of one group; without = SIZE_MAX: from all.  by, part: constants
 * of the forecasts.  width: of the converging and of the cautious method, each NULL if not wanted; NaN if no pair is
 * left.  room: 6 values a pair. */
void skpi__urban_spread(const skpi__urban_pairs *pairs, size_t without, double by, double part, size_t n_coverage,
                        const double *coverage, double *room, double *const width[2]);

#endif
