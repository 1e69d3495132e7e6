/* Spectral radius of a matrix without negative elements, by powers between two bounds.
 *
 * For any v > 0 the radius lies between the least and the largest (v'A)_j / v_j (Collatz, Wielandt); v'A taken again
 * and again brings both together where A is irreducible and primitive, at the speed of the second eigenvalue.  A line
 * that is empty but for its diagonal has that for an eigenvalue and is taken out first, and again where that empties
 * another.  What then does not converge is left to skpi__spectral_radius.
 *
 * Source: Collatz, Math. Z. 48 (1942) 221; Horn & Johnson, Matrix Analysis (2nd ed. 2013), 8.1.26 to 8.1.31.
 */
#include <math.h>
#include "numeric/spectral.h"

enum { ITERATIONS_LEAST = 200 };
#define CLOSE 1e-15 /* of the radius: as near as rounding allows */
#define NEAR 1e-13  /* near enough if it does not get better */

/* Take out lines that are empty but for their diagonal; v[i] = 0 marks them, the others have 1.  rows, columns: counts
 * of their elements outside the diagonal.  Returns the largest diagonal taken out. */
static double power_peeled(size_t n, const double *a, double *v, double *rows, double *columns)
{
    double largest = 0;
    for (size_t i = 0; i < n; i++) v[i] = 1, rows[i] = columns[i] = 0;
    for (size_t i = 0; i < n; i++) {
        double row = 0;
        for (size_t j = 0; j < n; j++) {
            const double one = a[i * n + j] != 0;
            row += one;
            columns[j] += one;
        }
        rows[i] = row - (a[i * n + i] != 0);
    }
    for (size_t i = 0; i < n; i++) columns[i] -= a[i * n + i] != 0;
    for (size_t i = 0; i < n; i++) {
        if (v[i] == 0 || (rows[i] > 0 && columns[i] > 0)) continue;
        v[i] = 0;
        largest = fmax(largest, a[i * n + i]);
        for (size_t j = 0; j < n; j++)
            if (j != i) rows[j] -= a[j * n + i] != 0, columns[j] -= a[i * n + j] != 0;
        i = (size_t)-1; /* from the beginning */
    }
    return largest;
}

/* w = v'A */
static void power_multiply(size_t n, const double *a, const double *v, double *restrict w)
{
    for (size_t j = 0; j < n; j++) w[j] = 0;
    size_t i = 0;
    for (; i + 2 <= n; i += 2) {
        const double *restrict r0 = a + i * n, *restrict r1 = r0 + n, v0 = v[i], v1 = v[i + 1];
        for (size_t j = 0; j < n; j++) w[j] += v0 * r0[j] + v1 * r1[j];
    }
    for (; i < n; i++)
        for (size_t j = 0; j < n; j++) w[j] += v[i] * a[i * n + j];
}

double skpi__spectral_radius_nonnegative(size_t n, const double *a, double *work)
{
    double *v = work, *w = work + n, width = INFINITY;
    const double apart = power_peeled(n, a, v, w, work + 2 * n);
    int any = 0;
    for (size_t j = 0; j < n; j++) any |= v[j] != 0;
    if (!any) return apart;
    const size_t most = n > ITERATIONS_LEAST ? n : ITERATIONS_LEAST;
    for (size_t k = 0; k < most; k++) {
        double low = INFINITY, high = 0, largest = 0;
        power_multiply(n, a, v, w);
        for (size_t j = 0; j < n; j++) {
            if (v[j] == 0) continue;
            const double ratio = w[j] / v[j];
            low = fmin(low, ratio);
            high = fmax(high, ratio);
            largest = fmax(largest, w[j]);
        }
        const double now = (high - low) / high;
        if (!(now >= 0)) return (double)NAN; /* overflow */
        if (now <= CLOSE || (now <= NEAR && now >= width)) return fmax(apart, low + (high - low) / 2);
        width = now;
        for (size_t j = 0; j < n; j++) {
            if (v[j] == 0) continue;
            v[j] = w[j] / largest;
            if (v[j] == 0) return (double)NAN; /* another block outgrows this one */
        }
    }
    return (double)NAN;
}
