/* Solves with LU factors.
 *
 * As in lu.h, every element is computed by one fixed sequence of operations, also if there are other right-hand sides.
 * Nothing is allocated.
 */
#ifndef SKPI_NUMERIC_LU_SOLVE_H
#define SKPI_NUMERIC_LU_SOLVE_H
#include <stddef.h>

#define SKPI__LU_TOGETHER 8 /* number of right-hand sides for which the cost of each is least */

/* Solves A X = B in place.  b is n x k, row-major; its columns are the right-hand sides. */
void skpi__lu_solve(size_t n, const double *lu, const size_t *pivot, size_t k, double *b);
/* Solves A' x = b in place. */
void skpi__lu_solve_transposed(size_t n, const double *lu, const size_t *pivot, double *b);

#endif
