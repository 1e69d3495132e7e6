/* A result: the records of all places, from the draws that were run. */
#ifndef SKPI_ENSEMBLE_RESULT_H
#define SKPI_ENSEMBLE_RESULT_H
#include "ensemble/record.h"

struct skpi_ensemble_result {
    skpi__shape shape;
    skpi__record **record; /* one a place; NULL: no draw yet */
};

#endif
