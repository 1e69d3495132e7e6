/* Rule C: rows that do not add up. */
#ifndef SKPI_ECONOMY_IOTABLE_ROWS_H
#define SKPI_ECONOMY_IOTABLE_ROWS_H
#include "economy/iotable_sums.h"

/* Keeps its finding in c if it is more telling than the one there. */
void skpi__iotable_rows(skpi__iotable_consistency *c);

#endif
