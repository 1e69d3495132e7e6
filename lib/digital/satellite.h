/* The satellite account of one place, for all functions that need it. */
#ifndef SKPI_DIGITAL_SATELLITE_H
#define SKPI_DIGITAL_SATELLITE_H
#include "core/error.h"

typedef struct skpi__account { /* arrays that were given */
    size_t n_industries, n_commodities;
    const double *make, *share, *value_added;
    const char *name_make, *name_share, *name_value_added, *name_total; /* the last: of the digital value added */
} skpi__account;

/* Check all values and the result: digital value added, value added of all; total / gdp is the share. */
skpi_status skpi__satellite(skpi__at at, const skpi__account *a, double *total, double *gdp);

#endif
