/* The satellite account of one place, for all functions that need it. */
#ifndef SKPI_DIGITAL_SATELLITE_H
#define SKPI_DIGITAL_SATELLITE_H
#include "core/error.h"

typedef struct skpi__account { /* arrays of the call */
    size_t n_industries, n_commodities;
    const double *make, *share, *value_added;
    /* names in errors; name_total is the digital value added */
    const char *name_make, *name_share, *name_value_added, *name_total;
} skpi__account;

/* Checks all values and the result. *total is the digital value added, *gdp the value added of all industries; total /
 * gdp is the share. */
skpi_status skpi__satellite(skpi__at at, const skpi__account *a, double *total, double *gdp);

#endif
