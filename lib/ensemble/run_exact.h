/* Exact runs: all draws of a place, year by year. */
#ifndef SKPI_ENSEMBLE_RUN_EXACT_H
#define SKPI_ENSEMBLE_RUN_EXACT_H
#include "ensemble/run.h"

/* Runs all draws of a place, and puts its record into the result.  Status: SKPI_OK, SKPI_ENOMEM, SKPI_EOVERFLOW,
 * SKPI_ECANCELED. */
skpi_status skpi__run_exact_place(skpi__run *run, skpi__worker *w, const skpi__part *part, skpi__watch *watch);

#endif
