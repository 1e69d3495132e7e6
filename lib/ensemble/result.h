/* A result: the records of all places, from the draws that were run. */
#ifndef SKPI_ENSEMBLE_RESULT_H
#define SKPI_ENSEMBLE_RESULT_H
#include "ensemble/record.h"

struct skpi_ensemble_result {
    skpi__shape shape;
    skpi__record **record; /* one a place; NULL: no draw yet */
};

/* Refuses a result that is NULL. */
skpi_status skpi__result_given(skpi__at at, const skpi_ensemble_result *result);

#endif
