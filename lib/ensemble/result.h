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
    int running; /* 1: a run draws into it */
};

/* Refuses a result that is NULL, or that a run draws into and that no one may use before it returns.  Status: SKPI_OK,
 * SKPI_EINVAL, SKPI_ESTATE. */
skpi_status skpi__result_idle(skpi__at at, const char *name, const skpi_ensemble_result *result);

/* SKPI_WMISSING if some draws of a place were not run. */
skpi_status skpi__result_missing(const skpi_ensemble_result *result);

#endif
