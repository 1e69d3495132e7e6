/* Reading an input-output table. */
#ifndef SKPI_ECONOMY_IOTABLE_SOURCE_H
#define SKPI_ECONOMY_IOTABLE_SOURCE_H
#include <smartkpi/economy.h>
#include "core/error.h"

/* Reads a source and checks it: pointers, values, outputs of 0, coefficients that overflow. */
skpi_status skpi__iotable_read(skpi__at at, const skpi_economy_iotable_source *source,
                               skpi_economy_iotable_source *copy);
/* Writes A or |A| into a (n x n).  a_ij = z_ij / x_j; 0 if x_j is 0. */
void skpi__iotable_coefficients(const skpi_economy_iotable_source *s, int absolute, double *a);
/* Replaces a by I - a. */
void skpi__iotable_complement(size_t n, double *a);
int skpi__iotable_has_negative(const skpi_economy_iotable_source *s); /* whether a flow is negative */

#endif
