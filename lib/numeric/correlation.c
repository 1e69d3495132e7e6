/* Correlation matrices: a symmetric elimination with the largest pivot first (outer-product Cholesky, Golub and Van
 * Loan, Matrix Computations, 4th edition, 4.2.8); after the last positive pivot, all remaining elements must be 0. */
#include "numeric/correlation.h"
#include <math.h>

static double *correlation_cell(size_t k, double *a, size_t i, size_t j)
{
    return i > j ? a + i * k + j : a + j * k + i;
}

/* Exchanges rows and columns p < q of the lower triangle. */
static void correlation_exchange(size_t k, double *a, size_t p, size_t q)
{
    for (size_t j = 0; j < k; j++)
        if (j != p && j != q) {
            double *x = correlation_cell(k, a, p, j), *y = correlation_cell(k, a, q, j);
            const double t = *x;
            *x = *y;
            *y = t;
        }
    const double t = a[p * k + p];
    a[p * k + p] = a[q * k + q];
    a[q * k + q] = t;
}

int skpi__semidefinite(size_t k, double *a)
{
    const double tiny = 1e-12 * (double)k; /* what rounding can leave of a diagonal of 1 */
    for (size_t p = 0; p < k; p++) {
        size_t most = p;
        for (size_t i = p; i < k; i++) {
            if (a[i * k + i] < -tiny) return 0;
            if (a[i * k + i] > a[most * k + most]) most = i;
        }
        if (most != p) correlation_exchange(k, a, p, most);
        const double pivot = a[p * k + p];
        if (pivot <= tiny) { /* the remaining elements are 0, because |a_ij|^2 <= a_ii a_jj */
            for (size_t i = p; i < k; i++)
                for (size_t j = p; j < i; j++)
                    if (fabs(a[i * k + j]) > 2 * tiny) return 0;
            return 1;
        }
        for (size_t i = p + 1; i < k; i++)
            for (size_t j = p + 1; j <= i; j++) a[i * k + j] -= a[i * k + p] * a[j * k + p] / pivot;
    }
    return 1;
}
