/* Rule B: a whole table that adds up if it is read otherwise. */
#ifndef SKPI_ECONOMY_IOTABLE_READINGS_H
#define SKPI_ECONOMY_IOTABLE_READINGS_H
#include "economy/iotable_sums.h"

/* Keeps its finding in c if it is more telling than the one there. */
void skpi__iotable_readings(skpi__iotable_consistency *c);

#endif
