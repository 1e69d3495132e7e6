/* Blocked right-looking LU with partial pivoting.
 *
 * Each step factors a panel of columns, exchanges rows, and for each strip of columns to the right of the panel solves
 * with the panel's unit triangle and subtracts the product.  The panel itself is factored by the same steps on panels
 * of NARROW columns, and those element by element.  Element (i,j) always receives its products l_ik u_kj one at a time
 * in the order k = 0, 1, 2 ..., each rounded.  Blocking therefore changes no bit, provided that this file is compiled
 * without contraction to fused multiply-add.  The products are vectorised over j only.
 *
 * Source: Golub & Van Loan, Matrix Computations (4th ed. 2013), 3.2 and 3.4; Higham, Accuracy and Stability of
 * Numerical Algorithms (2nd ed. 2002), ch. 9 (backward error, from which the size follows below which a pivot is
 * rounding).
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

/* Whether this pivot of column k is larger than the rounding of the column's elimination. */
static int lu_above_rounding(size_t n, const double *a, size_t k, double pivot)
{
    double above = 0;
    for (size_t i = 0; i < k; i++)
        if (fabs(a[i * n + k]) > above) above = fabs(a[i * n + k]);
    return pivot > (double)n * DBL_EPSILON * above;
}

/* Factors columns begin .. end-1 of rows begin .. n-1.  Rows are exchanged over their whole length. */
static size_t lu_factor_narrow(size_t n, double *a, size_t *pivot, size_t begin, size_t end)
{
    size_t p = begin; /* row of the largest element of column k, which is found while column k-1 is eliminated */
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
            if (fabs(row[k + 1]) > largest) largest = fabs(row[k + 1]), p = i; /* not used behind the panel */
        }
    }
    return 0;
}

/* Subtracts the products of the pivots k .. k+width-1 from columns j .. end-1. */
static void lu_eliminate(const skpi__lu_kernel *kernel, size_t n, double *a, size_t k, size_t width, size_t j,
                         size_t end)
{
    /* A copy of a strip of U: if its rows lie a power of two apart, they compete for the same lines of the cache. */
    double strip[SKPI__LU_BLOCK * SKPI__LU_STRIP];
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
