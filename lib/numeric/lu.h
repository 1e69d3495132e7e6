/* LU factors of a square matrix with partial pivoting; lu_solve.h solves with them.
 *
 * Every element is computed by one fixed sequence of operations.  The block size, the optimisation level and the vector
 * unit therefore do not change a bit.  Nothing is allocated.
 */
#ifndef SKPI_NUMERIC_LU_H
#define SKPI_NUMERIC_LU_H
#include <stddef.h>

#define SKPI__LU_BLOCK 32 /* columns eliminated together */

/* Factors a (n x n, row-major, finite) in place into P A = L U, L with unit diagonal; pivot[k] is the row that was
 * exchanged with row k at step k.  Returns 0, or k + 1 if column k has no pivot: its elements are 0, or not above the
 * rounding of their elimination, n eps max |u_ik|, i < k.  Then a is partly factored.  Overflow is not reported here;
 * it makes the solution not finite. */
size_t skpi__lu_factor(size_t n, double *a, size_t *pivot);
/* The same with another block size, 1 .. SKPI__LU_BLOCK, for the tests. */
size_t skpi__lu_factor_by(size_t n, double *a, size_t *pivot, size_t block);

#endif
