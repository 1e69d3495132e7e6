/* Solves with LU factors.
 *
 * As in lu.h every element is computed by one fixed sequence of operations, alone or with other right-hand sides;
 * nothing is allocated.
 */
#ifndef SKPI_NUMERIC_LU_SOLVE_H
#define SKPI_NUMERIC_LU_SOLVE_H
#include <stddef.h>

#define SKPI__LU_TOGETHER 8 /* right-hand sides that cost least each when solved for together */

/* A X = B in place: b is n x k, row-major: right-hand sides are its columns. */
void skpi__lu_solve(size_t n, const double *lu, const size_t *pivot, size_t k, double *b);
/* A' x = b in place. */
void skpi__lu_solve_transposed(size_t n, const double *lu, const size_t *pivot, double *b);

#endif
