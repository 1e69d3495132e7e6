/* Spectral radius of a real matrix. */
#ifndef SKPI_NUMERIC_SPECTRAL_H
#define SKPI_NUMERIC_SPECTRAL_H
#include <stddef.h>

/* The largest modulus of an eigenvalue of a (n x n, row-major, finite); a and work (n x n) are overwritten. */
double skpi__spectral_radius(size_t n, double *a, double *work);

#endif
