/* Constants of the converging method that make the errors of earlier forecasts small. */
#ifndef SKPI_URBAN_CONVERGING_LOSS_H
#define SKPI_URBAN_CONVERGING_LOSS_H
#include "urban/converging_pairs.h"

/* phi and c, g = c m, m the mean growth difference at the origin. */
typedef struct skpi__urban_grid {
    size_t n_by, n_part;
    const double *by, *part;
} skpi__urban_grid;
typedef struct skpi__urban_constants {
    double by, part;                    /* means over the grid, weighted by the loss */
    double least, least_by, least_part; /* the smallest loss, and where it is */
} skpi__urban_constants;

/* loss[n_groups][n_by][n_part]: sums of each group.  room: two values a pair. */
void skpi__urban_losses(const skpi__urban_pairs *pairs, size_t n_groups, const skpi__urban_grid *grid, double *room,
                        double *loss);
/* Of all groups but one; without = n_groups: of all.  sum: room for n_by n_part values. */
skpi__urban_constants skpi__urban_constants_of(size_t n_groups, size_t without, const skpi__urban_grid *grid,
                                               const double *loss, double *sum);

#endif
