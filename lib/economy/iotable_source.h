/* Reading an input-output table. */
#ifndef SKPI_ECONOMY_IOTABLE_SOURCE_H
#define SKPI_ECONOMY_IOTABLE_SOURCE_H
#include <smartkpi/economy.h>
#include "core/error.h"

/* Read and check a source: pointers, values, zero outputs, coefficients that overflow. */
skpi_status skpi__iotable_read(skpi__at at, const skpi_economy_iotable_source *source,
                               skpi_economy_iotable_source *copy);
/* a = A, or |A| (n x n).  a_ij = z_ij / x_j; 0 where x_j is 0. */
void skpi__iotable_coefficients(const skpi_economy_iotable_source *s, int absolute, double *a);
/* a -> I - a in place. */
void skpi__iotable_complement(size_t n, double *a);
int skpi__iotable_has_negative(const skpi_economy_iotable_source *s); /* among the flows */

#endif
