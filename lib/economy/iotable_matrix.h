/* Columns of the Leontief inverse. */
#ifndef SKPI_ECONOMY_IOTABLE_MATRIX_H
#define SKPI_ECONOMY_IOTABLE_MATRIX_H
#include "economy/iotable.h"

/* b = columns first .. first + width - 1 of L (n x width). */
void skpi__iotable_columns(const skpi_economy_iotable *t, size_t first, size_t width, double *b);

#endif
