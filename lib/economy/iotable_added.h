/* Rules E and F: value added, and figures that no economy has. */
#ifndef SKPI_ECONOMY_IOTABLE_ADDED_H
#define SKPI_ECONOMY_IOTABLE_ADDED_H
#include "economy/iotable_sums.h"

/* Keeps its finding in c if it is more telling than the one there. */
void skpi__iotable_added(skpi__iotable_consistency *c);

#endif
