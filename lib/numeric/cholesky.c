/* Cholesky's factor, row by row (Golub and Van Loan, Matrix Computations, 4th edition, 4.2). */
#include "numeric/cholesky.h"
#include <math.h>

enum { LANES = 8 }; /* sums, so that no addition waits for the one before */

static double cholesky_dot(size_t n, const double *x, const double *y)
{
    double lane[LANES] = {0}, sum = 0;
    size_t i = 0;
    for (; i + LANES <= n; i += LANES)
        for (size_t l = 0; l < LANES; l++) lane[l] += x[i + l] * y[i + l];
    for (; i < n; i++) sum += x[i] * y[i];
    for (size_t l = 0; l < LANES; l++) sum += lane[l];
    return sum;
}

int skpi__cholesky(size_t n, double *a, double tiny)
{
    for (size_t i = 0; i < n; i++) {
        double *row = a + i * n;
        for (size_t j = 0; j < i; j++) row[j] = (row[j] - cholesky_dot(j, row, a + j * n)) / a[j * n + j];
        const double pivot = row[i] - cholesky_dot(i, row, row);
        if (!(pivot > tiny * row[i])) return 0;
        row[i] = sqrt(pivot);
    }
    return 1;
}

void skpi__cholesky_forward(size_t n, const double *l, double *x)
{
    for (size_t i = 0; i < n; i++) x[i] = (x[i] - cholesky_dot(i, l + i * n, x)) / l[i * n + i];
}

void skpi__cholesky_backward(size_t n, const double *l, double *x)
{
    for (size_t i = n; i-- > 0;) {
        x[i] /= l[i * n + i];
        for (size_t j = 0; j < i; j++) x[j] -= l[i * n + j] * x[i];
    }
}

void skpi__cholesky_inverse(size_t n, const double *l, double *inverse)
{
    for (size_t j = 0; j < n; j++) { /* row j of the inverse is column j of it, of which the first j are known */
        double *x = inverse + j * n;
        for (size_t i = 0; i < n; i++) x[i] = i == j;
        for (size_t i = j; i < n; i++) x[i] = (x[i] - cholesky_dot(i - j, l + i * n + j, x + j)) / l[i * n + i];
        for (size_t i = n; i-- > j;) {
            x[i] /= l[i * n + i];
            for (size_t k = j; k < i; k++) x[k] -= l[i * n + k] * x[i];
        }
        for (size_t i = 0; i < j; i++) x[i] = inverse[i * n + j];
    }
}
