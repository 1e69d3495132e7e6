/* Rule D: columns counted twice or in another unit. */
#ifndef SKPI_ECONOMY_IOTABLE_PROJECTED_H
#define SKPI_ECONOMY_IOTABLE_PROJECTED_H
#include "economy/iotable_sums.h"

/* Keeps its finding in c if it is more telling than the one there. */
void skpi__iotable_projected(skpi__iotable_consistency *c);

#endif
