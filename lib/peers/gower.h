/* Gower's distance: the mean of the differences of two units over the indicators that both have. */
#ifndef SKPI_PEERS_GOWER_H
#define SKPI_PEERS_GOWER_H
#include <stddef.h>
#include <stdint.h>

/* distance (n x n, symmetric, 0 on the diagonal) of x (n x m): values in units of the range, NaN = missing; weights of the
 * indicators; category, which may be NULL: 1 = equal or not.  NaN where two units have no weight in common. */
void skpi__peers_gower(size_t n, size_t m, const double *x, const double *weight, const int32_t *category,
                       double *distance);

#endif
