/* Stability of an input-output table. */
#ifndef SKPI_ECONOMY_IOTABLE_CONDITION_H
#define SKPI_ECONOMY_IOTABLE_CONDITION_H
#include <smartkpi/economy.h>

#define SKPI__IOTABLE_STABILITY_WORK 8

/* Computes the radius and the condition; NULL = not wanted.  Room: a and square n x n each, pivot n, work
 * SKPI__IOTABLE_STABILITY_WORK n. */
void skpi__iotable_stability(const skpi_economy_iotable_source *s, double *a, double *square, size_t *pivot,
                             double *work, double *radius, double *condition);

#endif
