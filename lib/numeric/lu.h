/* LU factors of a square matrix with partial pivoting; solves with them are lu_solve.h.
 *
 * Every element is computed by one fixed sequence of operations, whatever the block size, the compiler's level or the
 * vector unit: results are the same to the bit.  Nothing is allocated.
 */
#ifndef SKPI_NUMERIC_LU_H
#define SKPI_NUMERIC_LU_H
#include <stddef.h>

#define SKPI__LU_BLOCK 32 /* columns eliminated together */

/* Factor a (n x n, row-major) in place into P A = L U, L with unit diagonal; pivot[k] is the row exchanged with row k
 * at step k.  Returns 0, or k + 1 where column k has no pivot: it is 0, or not above the rounding of its own
 * elimination, n eps max |u_ik|, i < k.  Then a is partly factored.  a must be finite; a result that overflows shows
 * in the solution. */
size_t skpi__lu_factor(size_t n, double *a, size_t *pivot);
/* The same with another block size, 1 .. SKPI__LU_BLOCK: for the tests. */
size_t skpi__lu_factor_by(size_t n, double *a, size_t *pivot, size_t block);

#endif
