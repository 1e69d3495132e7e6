/* A result: what the draws of a plan gave, place by place, as far as they were run. */
#ifndef SKPI_ENSEMBLE_RESULT_H
#define SKPI_ENSEMBLE_RESULT_H
#include "ensemble/record.h"

struct skpi_ensemble_result {
    skpi__shape shape;
    skpi__record **record; /* one a place; NULL: no draw yet */
};

#endif
