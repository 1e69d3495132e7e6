/* Rule A: totals among the sectors. */
#ifndef SKPI_ECONOMY_IOTABLE_SUBTOTAL_H
#define SKPI_ECONOMY_IOTABLE_SUBTOTAL_H
#include "economy/iotable_sums.h"

/* Keeps its finding in c if it is more telling than the one there. */
void skpi__iotable_subtotal(skpi__iotable_consistency *c);

#endif
