/* Blocked right-looking LU with partial pivoting.
 *
 * Step for step: factor a panel of columns row by row; exchange rows; for each strip of columns to its right solve
 * with the panel's unit triangle and subtract the product.  Element (i,j) always receives its products l_ik u_kj one
 * at a time in the order k = 0, 1, 2 ..., each rounded, so that blocking changes no bit (and this file must be
 * compiled without contraction to fused multiply-add).  The products are vectorised over j only.
 *
 * Source: Golub & Van Loan, Matrix Computations (4th ed. 2013), 3.2 and 3.4; Higham, Accuracy and Stability of
 * Numerical Algorithms (2nd ed. 2002), ch. 9 (backward error, hence the bar below which a pivot is rounding).
 */
#include "numeric/lu.h"
#include <float.h>
#include <math.h>
#include <string.h>
#include "numeric/lu_kernel.h"

static void swap_rows(double *restrict a, double *restrict b, size_t n)
{
    for (size_t j = 0; j < n; j++) {
        const double t = a[j];
        a[j] = b[j];
        b[j] = t;
    }
}

/* Columns k .. end-1 of rows k .. n-1; rows are exchanged over their whole length. */
static size_t panel(size_t n, double *a, size_t *pivot, size_t begin, size_t end)
{
    for (size_t k = begin; k < end; k++) {
        size_t p = k;
        double largest = fabs(a[k * n + k]), above = 0;
        for (size_t i = k + 1; i < n; i++)
            if (fabs(a[i * n + k]) > largest) largest = fabs(a[(p = i) * n + k]);
        for (size_t i = 0; i < k; i++)
            if (fabs(a[i * n + k]) > above) above = fabs(a[i * n + k]);
        if (!(largest > (double)n * DBL_EPSILON * above)) return k + 1;
        pivot[k] = p;
        if (p != k) swap_rows(a + k * n, a + p * n, n);
        const double *u = a + k * n;
        const double divisor = u[k];
        for (size_t i = k + 1; i < n; i++) {
            double *restrict row = a + i * n;
            const double l = row[k] /= divisor;
            for (size_t j = k + 1; j < end; j++) row[j] -= l * u[j];
        }
    }
    return 0;
}

size_t skpi__lu_factor_by(size_t n, double *a, size_t *pivot, size_t block)
{
    const skpi__lu_kernel *kernel = skpi__lu_kernel_best();
    double strip[SKPI__LU_BLOCK * SKPI__LU_STRIP];
    for (size_t k = 0; k < n; k += block) {
        const size_t width = n - k < block ? n - k : block;
        const size_t bad = panel(n, a, pivot, k, k + width);
        if (bad) return bad;
        for (size_t j = k + width; j < n; j += kernel->strip) {
            const size_t columns = n - j < kernel->strip ? n - j : kernel->strip;
            /* the strip of U in one place: its rows may lie a power of two apart */
            memset(strip, 0, sizeof strip);
            for (size_t r = 0; r < width; r++) {
                double *to = strip + r * kernel->strip;
                memcpy(to, a + (k + r) * n + j, columns * sizeof *to);
                for (size_t q = 0; q < r; q++) {
                    const double l = a[(k + r) * n + k + q], *from = strip + q * kernel->strip;
                    for (size_t c = 0; c < kernel->strip; c++) to[c] -= l * from[c];
                }
                memcpy(a + (k + r) * n + j, to, columns * sizeof *to);
            }
            const size_t first = k + width;
            kernel->update(n - first, columns, width, a + first * n + k, a + first * n + j, n, strip);
        }
    }
    return 0;
}

size_t skpi__lu_factor(size_t n, double *a, size_t *pivot) { return skpi__lu_factor_by(n, a, pivot, SKPI__LU_BLOCK); }
