/* Checks a matrix of distances. */
#ifndef SKPI_PEERS_MATRIX_H
#define SKPI_PEERS_MATRIX_H
#include "core/error.h"

/* distance (n x n) holds quantities (ENOTFINITE, ERANGE), is symmetric and 0 on the diagonal (EINCONSISTENT). */
skpi_status skpi__peers_matrix_check(skpi__at at, size_t n, const double *distance);

#endif
