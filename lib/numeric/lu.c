/* Blocked right-looking LU with partial pivoting.
 *
 * Step for step: factor a panel of columns, by the same steps on panels of NARROW columns and those row by row; exchange
 * rows; for each strip of columns to its right solve with the panel's unit triangle and subtract the product.  Element
 * (i,j) always receives its products l_ik u_kj one at a time in the order k = 0, 1, 2 ..., each rounded, so that
 * blocking changes no bit (and this file must be compiled without contraction to fused multiply-add).  The products are
 * vectorised over j only.
 *
 * Source: Golub & Van Loan, Matrix Computations (4th ed. 2013), 3.2 and 3.4; Higham, Accuracy and Stability of
 * Numerical Algorithms (2nd ed. 2002), ch. 9 (backward error, hence the bar below which a pivot is rounding).
 */
#include "numeric/lu.h"
#include <float.h>
#include <math.h>
#include <string.h>
#include "numeric/lu_kernel.h"

enum { NARROW = 8 }; /* columns eliminated element by element */

static void lu_swap_rows(double *restrict a, double *restrict b, size_t n)
{
    for (size_t j = 0; j < n; j++) {
        const double t = a[j];
        a[j] = b[j];
        b[j] = t;
    }
}

/* Is this pivot of column k above the rounding of the column's elimination? */
static int lu_above_rounding(size_t n, const double *a, size_t k, double pivot)
{
    double above = 0;
    for (size_t i = 0; i < k; i++)
        if (fabs(a[i * n + k]) > above) above = fabs(a[i * n + k]);
    return pivot > (double)n * DBL_EPSILON * above;
}

/* Columns begin .. end-1 of rows begin .. n-1; rows are exchanged over their whole length. */
static size_t lu_factor_narrow(size_t n, double *a, size_t *pivot, size_t begin, size_t end)
{
    size_t p = begin; /* row of the largest element of column k, found while column k-1 was eliminated */
    double largest = 0;
    for (size_t i = begin; i < n; i++)
        if (fabs(a[i * n + begin]) > largest) largest = fabs(a[(p = i) * n + begin]);
    for (size_t k = begin; k < end; k++) {
        if (!lu_above_rounding(n, a, k, largest)) return k + 1;
        pivot[k] = p;
        if (p != k) lu_swap_rows(a + k * n, a + p * n, n);
        const double *u = a + k * n;
        const double divisor = u[k];
        p = k + 1, largest = 0;
        for (size_t i = k + 1; i < n; i++) {
            double *restrict row = a + i * n;
            const double l = row[k] /= divisor;
            for (size_t j = k + 1; j < end; j++) row[j] -= l * u[j];
            if (k + 1 < end && fabs(row[k + 1]) > largest) largest = fabs(row[k + 1]), p = i;
        }
    }
    return 0;
}

/* Columns j .. end-1 receive the products of the pivots k .. k+width-1. */
static void lu_eliminate(const skpi__lu_kernel *kernel, size_t n, double *a, size_t k, size_t width, size_t j,
                         size_t end)
{
    double strip[SKPI__LU_BLOCK * SKPI__LU_STRIP]; /* of U in one place: its rows may lie a power of two apart */
    for (; j < end; j += kernel->strip) {
        const size_t columns = end - j < kernel->strip ? end - j : kernel->strip, first = k + width;
        memset(strip, 0, width * kernel->strip * sizeof *strip);
        for (size_t r = 0; r < width; r++)
            memcpy(strip + r * kernel->strip, a + (k + r) * n + j, columns * sizeof *strip);
        kernel->solve(width, a + k * n + k, n, strip);
        for (size_t r = 0; r < width; r++)
            memcpy(a + (k + r) * n + j, strip + r * kernel->strip, columns * sizeof *strip);
        kernel->update(n - first, columns, width, a + first * n + k, a + first * n + j, n, strip);
    }
}

size_t skpi__lu_factor_by(size_t n, double *a, size_t *pivot, size_t block)
{
    const skpi__lu_kernel *kernel = skpi__lu_kernel_at(SKPI__BEST);
    for (size_t begin = 0; begin < n; begin += block) {
        const size_t end = n - begin < block ? n : begin + block;
        for (size_t k = begin; k < end; k += NARROW) {
            const size_t width = end - k < NARROW ? end - k : NARROW, bad = lu_factor_narrow(n, a, pivot, k, k + width);
            if (bad) return bad;
            lu_eliminate(kernel, n, a, k, width, k + width, end);
        }
        lu_eliminate(kernel, n, a, begin, end - begin, end, n);
    }
    return 0;
}

size_t skpi__lu_factor(size_t n, double *a, size_t *pivot) { return skpi__lu_factor_by(n, a, pivot, SKPI__LU_BLOCK); }
