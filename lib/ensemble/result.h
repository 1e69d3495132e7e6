/* A result: the records of all places, from the draws that were run. */
#ifndef SKPI_ENSEMBLE_RESULT_H
#define SKPI_ENSEMBLE_RESULT_H
#include "ensemble/record.h"

typedef struct skpi__aggregated skpi__aggregated; /* aggregated.h */
struct skpi_ensemble_result {
    skpi__sizes sizes;
    skpi__record **record; /* one for each place; NULL: no draw yet */
    size_t n_aggregates;
    skpi__aggregated *aggregate;
};

/* SKPI_WMISSING if some draws of a place were not run. */
skpi_status skpi__result_missing(const skpi_ensemble_result *result);

#endif
