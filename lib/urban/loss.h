/* What a fitted norm makes small. */
#ifndef SKPI_URBAN_LOSS_H
#define SKPI_URBAN_LOSS_H
#include "core/error.h"

/* Reads options->loss, 0: Huber's: EINVAL. */
skpi_status skpi__urban_loss_take(skpi__at at, int32_t given, int32_t *loss);
/* Coefficients c of n_terms by that loss; room holds 2 n values.  SKPI_OK, SKPI_WNOTCONVERGED (c is the last step's),
 * SKPI_ESINGULAR. */
skpi_status skpi__urban_loss_fit(int32_t loss, size_t n, size_t n_terms, const double *share, const double *urgd,
                                 double *room, double *c);

#endif
