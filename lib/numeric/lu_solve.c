/* Solves with the factors of lu.c (lu_solve.h).
 *
 * Forward and backward substitution by rows: x_i = (b_i - sum_j f_ij x_j) with j in a fixed order, one product at a
 * time, so that a right-hand side gives the same bits alone and among others.  Several right-hand sides are solved
 * eight at a time, because their sums are independent and can be vectorised.  For a single one, the independent sums of
 * four rows are computed at a time.
 *
 * Source: Golub & Van Loan, Matrix Computations (4th ed. 2013), 3.1.
 */
#include "numeric/lu_solve.h"

enum { WIDE = SKPI__LU_TOGETHER };

static void lu_exchange(double *b, size_t k, size_t i, size_t p)
{
    for (size_t c = 0; c < k && i != p; c++) {
        const double t = b[i * k + c];
        b[i * k + c] = b[p * k + c];
        b[p * k + c] = t;
    }
}

/* Solves for one right-hand side, every k-th number of b. */
static void lu_forward_one(size_t n, const double *lu, size_t k, double *b)
{
    size_t i = 0;
    for (; i + 4 <= n; i += 4) {
        const double *l0 = lu + i * n, *l1 = l0 + n, *l2 = l1 + n, *l3 = l2 + n;
        double s0 = b[i * k], s1 = b[(i + 1) * k], s2 = b[(i + 2) * k], s3 = b[(i + 3) * k];
        for (size_t j = 0; j < i; j++) {
            const double x = b[j * k];
            s0 -= l0[j] * x, s1 -= l1[j] * x, s2 -= l2[j] * x, s3 -= l3[j] * x;
        }
        s1 -= l1[i] * s0;
        s2 -= l2[i] * s0, s2 -= l2[i + 1] * s1;
        s3 -= l3[i] * s0, s3 -= l3[i + 1] * s1, s3 -= l3[i + 2] * s2;
        b[i * k] = s0, b[(i + 1) * k] = s1, b[(i + 2) * k] = s2, b[(i + 3) * k] = s3;
    }
    for (; i < n; i++)
        for (size_t j = 0; j < i; j++) b[i * k] -= lu[i * n + j] * b[j * k];
}

static void lu_backward_one(size_t n, const double *lu, size_t k, double *b)
{
    size_t i = n; /* rows i .. n-1 are done; products are subtracted in falling order of j */
    for (; i >= 4; i -= 4) {
        const double *u3 = lu + (i - 1) * n, *u2 = u3 - n, *u1 = u2 - n, *u0 = u1 - n;
        double s0 = b[(i - 4) * k], s1 = b[(i - 3) * k], s2 = b[(i - 2) * k], s3 = b[(i - 1) * k];
        for (size_t j = n; j-- > i;) {
            const double x = b[j * k];
            s0 -= u0[j] * x, s1 -= u1[j] * x, s2 -= u2[j] * x, s3 -= u3[j] * x;
        }
        s3 /= u3[i - 1];
        s2 -= u2[i - 1] * s3, s2 /= u2[i - 2];
        s1 -= u1[i - 1] * s3, s1 -= u1[i - 2] * s2, s1 /= u1[i - 3];
        s0 -= u0[i - 1] * s3, s0 -= u0[i - 2] * s2, s0 -= u0[i - 3] * s1, s0 /= u0[i - 4];
        b[(i - 4) * k] = s0, b[(i - 3) * k] = s1, b[(i - 2) * k] = s2, b[(i - 1) * k] = s3;
    }
    while (i-- > 0) {
        for (size_t j = n; j-- > i + 1;) b[i * k] -= lu[i * n + j] * b[j * k];
        b[i * k] /= lu[i * n + i];
    }
}

/* Solves for eight neighbouring right-hand sides. */
static void lu_forward_wide(size_t n, const double *lu, size_t k, double *b)
{
    for (size_t i = 0; i < n; i++) {
        double s[WIDE];
        for (size_t c = 0; c < WIDE; c++) s[c] = b[i * k + c];
        for (size_t j = 0; j < i; j++)
            for (size_t c = 0; c < WIDE; c++) s[c] -= lu[i * n + j] * b[j * k + c];
        for (size_t c = 0; c < WIDE; c++) b[i * k + c] = s[c];
    }
}

static void lu_backward_wide(size_t n, const double *lu, size_t k, double *b)
{
    for (size_t i = n; i-- > 0;) {
        double s[WIDE];
        for (size_t c = 0; c < WIDE; c++) s[c] = b[i * k + c];
        for (size_t j = n; j-- > i + 1;)
            for (size_t c = 0; c < WIDE; c++) s[c] -= lu[i * n + j] * b[j * k + c];
        for (size_t c = 0; c < WIDE; c++) b[i * k + c] = s[c] / lu[i * n + i];
    }
}

void skpi__lu_solve(size_t n, const double *lu, const size_t *pivot, size_t k, double *b)
{
    for (size_t i = 0; i < n; i++) lu_exchange(b, k, i, pivot[i]);
    size_t c = 0;
    for (; c + WIDE <= k; c += WIDE) {
        lu_forward_wide(n, lu, k, b + c);
        lu_backward_wide(n, lu, k, b + c);
    }
    for (; c < k; c++) {
        lu_forward_one(n, lu, k, b + c);
        lu_backward_one(n, lu, k, b + c);
    }
}

/* U' w = b, L' z = w, x = P' z: every step runs along a row of the factors. */
void skpi__lu_solve_transposed(size_t n, const double *lu, const size_t *pivot, double *b)
{
    for (size_t i = 0; i < n; i++) {
        const double *restrict u = lu + i * n;
        const double w = b[i] /= u[i];
        for (size_t j = i + 1; j < n; j++) b[j] -= u[j] * w;
    }
    for (size_t i = n; i-- > 0;) {
        const double *restrict l = lu + i * n;
        const double z = b[i];
        for (size_t j = 0; j < i; j++) b[j] -= l[j] * z;
    }
    for (size_t i = n; i-- > 0;) lu_exchange(b, 1, i, pivot[i]);
}
