/* Outputs for many final demands at once. */
#ifndef SKPI_ECONOMY_IOTABLE_SOLVE_H
#define SKPI_ECONOMY_IOTABLE_SOLVE_H
#include "economy/iotable.h"

/* Checks that k vectors (k x n) are finite. */
skpi_status skpi__iotable_vectors(skpi__at at, const skpi_economy_iotable *t, const char *name, size_t k,
                                  const double *vector);
/* Computes the outputs L y of k demands (k x n), several at a time, and calls take for each.  The outputs of demand d
 * are every width-th number of x.  The first status that is not SKPI_OK ends the computation. */
typedef skpi_status (*skpi__iotable_take)(skpi__at at, const skpi_economy_iotable *t, size_t d, size_t width,
                                          const double *x, void *to);
skpi_status skpi__iotable_outputs(skpi__at at, const skpi_economy_iotable *t, size_t k, const double *demand,
                                  skpi__iotable_take take, void *to);

#endif
