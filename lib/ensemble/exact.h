/* Exact runs: all draws of a place, year by year. */
#ifndef SKPI_ENSEMBLE_EXACT_H
#define SKPI_ENSEMBLE_EXACT_H
#include "ensemble/work.h"

/* Runs all draws of a place, and puts its record into the result.  Status: SKPI_OK, SKPI_ENOMEM, SKPI_EOVERFLOW. */
skpi_status skpi__exact_place(skpi__run *run, skpi__worker *w, const skpi__part *part);

#endif
