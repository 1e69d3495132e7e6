/* One place with partly digital industries and their coefficients: its share, and the distribution of the share. */
#ifndef SKPI_DIGITAL_COEFFICIENT_PLACE_H
#define SKPI_DIGITAL_COEFFICIENT_PLACE_H
#include <smartkpi/digital.h>
#include "core/error.h"

typedef struct skpi__coefficient_names {
    const char *value_added, *weight, *coefficient, *error, *correlation, *gdp;
} skpi__coefficient_names;
/* one row of the inputs; an array that the call leaves NULL is NULL here too */
typedef struct skpi__coefficient_place {
    size_t n_sectors;
    const double *value_added, *weight, *coefficient, *error;
    double correlation, gdp;
    const skpi__coefficient_names *names;
} skpi__coefficient_place;
typedef struct skpi__coefficient_estimate {
    double share, error, low, high;
} skpi__coefficient_estimate;

skpi__coefficient_estimate skpi__coefficient_compute(const skpi__coefficient_place *p, double z);
skpi_status skpi__correlation(skpi__at at, const char *name, double value); /* in [-1,1] */
/* Checks a place, and writes its estimate. */
skpi_status skpi__coefficient_check(skpi__at at, const skpi__coefficient_place *p, double z,
                                    skpi__coefficient_estimate *estimate);
/* Warns (SKPI_WUNUSUAL) of a digital sector that is the sum of all others. */
skpi_status skpi__coefficient_unusual(skpi__at at, const skpi__coefficient_place *p);

#endif
