/* Origins, leads and grid of the fit of the converging method. */
#ifndef SKPI_URBAN_CONVERGING_CHOICES_H
#define SKPI_URBAN_CONVERGING_CHOICES_H
#include "core/error.h"
#include "urban/converging_loss.h"

/* Checks the options, of which NULL is the usual ones.  Left to the history: known_to if it is 0, origins if there are
 * none. */
skpi_status skpi__urban_choices_take(skpi__at at, const skpi_urban_converging_fit_options *options,
                                     skpi__urban_panel *panel, skpi__urban_grid *grid);

#endif
