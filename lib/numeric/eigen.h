/* Eigenvalues and eigenvectors of a symmetric matrix. */
#ifndef SKPI_NUMERIC_EIGEN_H
#define SKPI_NUMERIC_EIGEN_H
#include <stddef.h>

/* Of a (k x k, row-major, symmetric, finite), which is overwritten: values in descending order, vector i, of length 1, in
 * row i of vectors, with the sign that makes the sum of its elements at least 0. */
void skpi__eigen_symmetric(size_t k, double *a, double *value, double *vector);

#endif
