/* Exact runs: all draws of a place, year by year. */
#ifndef SKPI_ENSEMBLE_RUN_EXACT_H
#define SKPI_ENSEMBLE_RUN_EXACT_H
#include "ensemble/run.h"

/* Runs all draws of n places, with a worker for each, and puts their records into the result.  Status: SKPI_OK,
 * SKPI_ENOMEM, SKPI_EOVERFLOW, SKPI_ECANCELED. */
skpi_status skpi__run_exact_places(skpi__run *run, skpi__worker *const *w, size_t n, const skpi__part *part,
                                   skpi__watch *watch);

#endif
