/* One place of mixed industries and their coefficients, as both functions of it read it. */
#ifndef SKPI_DIGITAL_COEFFICIENT_H
#define SKPI_DIGITAL_COEFFICIENT_H
#include <smartkpi/digital.h>
#include "core/error.h"

typedef struct skpi__coefficient_names {
    const char *value_added, *weight, *coefficient, *error, *correlation, *gdp;
} skpi__coefficient_names;
typedef struct skpi__coefficient_place { /* one row of the inputs; NULL as in the call */
    size_t sectors;
    const double *value_added, *weight, *coefficient, *error;
    double correlation, gdp;
    const skpi__coefficient_names *names;
} skpi__coefficient_place;
typedef struct skpi__coefficient_estimate {
    double share, error, low, high;
} skpi__coefficient_estimate;

skpi__coefficient_place skpi__coefficient_row(size_t i, size_t sectors, const double *value_added, const double *weight,
                                              const double *coefficient, const double *error, double correlation,
                                              const double *gdp);
skpi__coefficient_estimate skpi__coefficient_compute(const skpi__coefficient_place *p, double z);
skpi_status skpi__correlation(skpi__at at, const char *name, double value); /* in [-1,1] */
skpi_status skpi__coefficient_check(skpi__at at, const skpi__coefficient_place *p, double z);

#endif
