/* The largest eigenvalue of a positive matrix and its eigenvector (Perron's). */
#ifndef SKPI_NUMERIC_PERRON_H
#define SKPI_NUMERIC_PERRON_H
#include <stddef.h>

/* Of a (k x k, row-major, all elements above 0 and at most 1, one of them 1): returns the eigenvalue and the vector, of
 * sum 1; NaN if it was not found.  room: 2 k x k + k. */
double skpi__perron(size_t k, const double *a, double *vector, double *room);

#endif
