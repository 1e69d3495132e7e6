/* Widths that intervals of the converging and the cautious method would have needed. */
#ifndef SKPI_URBAN_CONVERGING_SPREAD_H
#define SKPI_URBAN_CONVERGING_SPREAD_H
#include "urban/converging_pairs.h"

/* C of n_coverage coverages from all pairs but those of one group; without = SIZE_MAX: from all.  by, part: constants
 * of the forecasts.  cautious: of that method.  room: 6 values a pair.  NaN if no pair is left. */
void skpi__urban_spread(const skpi__urban_pairs *pairs, size_t without, double by, double part, int cautious,
                        size_t n_coverage, const double *coverage, double *room, double *width);

#endif
