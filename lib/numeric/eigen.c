/* Eigenvalues by Jacobi's rotations, row by row (Golub and Van Loan, Matrix Computations, 4th edition, 8.5), which
 * always converge, quadratically in the end; the limit of sweeps is never met. */
#include "numeric/eigen.h"
#include <float.h>
#include <math.h>
#include <string.h>
#include "core/steps.h"

enum { SWEEPS = 60 };

/* Rows and columns p and q of the symmetric a, and rows p and q of the vectors, turned so that a_pq becomes 0. */
static void eigen_rotate(size_t k, double *a, double *vector, size_t p, size_t q)
{
    const double half = (a[q * k + q] - a[p * k + p]) / (2 * a[p * k + q]);
    const double t = copysign(1, half) / (fabs(half) + hypot(1, half)), c = 1 / sqrt(1 + t * t), s = t * c;
    a[p * k + p] -= t * a[p * k + q];
    a[q * k + q] += t * a[p * k + q];
    a[p * k + q] = a[q * k + p] = 0;
    for (size_t i = 0; i < k; i++)
        if (i != p && i != q) {
            const double x = a[p * k + i], y = a[q * k + i];
            a[i * k + p] = a[p * k + i] = c * x - s * y;
            a[i * k + q] = a[q * k + i] = s * x + c * y;
        }
    for (size_t i = 0; i < k; i++) {
        const double x = vector[p * k + i], y = vector[q * k + i];
        vector[p * k + i] = c * x - s * y;
        vector[q * k + i] = s * x + c * y;
    }
}

/* Rotates every pair of rows once; returns how many elements were not yet as good as 0. */
static size_t eigen_sweep(size_t k, double tiny, double *a, double *vector)
{
    size_t left = 0;
    for (size_t p = 0; p < k; p++)
        for (size_t q = p + 1; q < k; q++) {
            if (fabs(a[p * k + q]) <= tiny) continue;
            eigen_rotate(k, a, vector, p, q);
            left++;
        }
    return left;
}

static void eigen_exchange(size_t k, double *value, double *vector, size_t i, size_t j)
{
    const double v = value[i];
    value[i] = value[j];
    value[j] = v;
    for (size_t c = 0; c < k; c++) {
        const double t = vector[i * k + c];
        vector[i * k + c] = vector[j * k + c];
        vector[j * k + c] = t;
    }
}

void skpi__eigen_symmetric(size_t k, double *a, double *value, double *vector)
{
    memset(vector, 0, k * k * sizeof *vector);
    double largest = 0;
    for (size_t i = 0; i < k * k; i++) largest = fmax(largest, fabs(a[i]));
    for (size_t i = 0; i < k; i++) vector[i * k + i] = 1;
    for (int sweep = 0; sweep < SWEEPS && eigen_sweep(k, DBL_EPSILON / 16 * largest, a, vector); sweep++) SKPI__STEP();
    for (size_t i = 0; i < k; i++) value[i] = a[i * k + i];
    for (size_t i = 0; i < k; i++) {
        size_t most = i;
        double sum = 0;
        for (size_t j = i + 1; j < k; j++)
            if (value[j] > value[most]) most = j;
        if (most != i) eigen_exchange(k, value, vector, i, most);
        for (size_t c = 0; c < k; c++) sum += vector[i * k + c];
        for (size_t c = 0; sum < 0 && c < k; c++) vector[i * k + c] = -vector[i * k + c];
    }
}
