/* Spectral radius of a matrix without negative elements, by powers between two bounds.
 *
 * For any v > 0 the radius lies between the least and the largest (v'A)_j / v_j (Collatz, Wielandt).  If A is
 * irreducible and primitive, repeated multiplication v'A brings both bounds together, at the speed of the second
 * eigenvalue.  If that is near the first (many regions that trade little), further steps use the inverse, v' (high 1 -
 * A)^-1 with high the larger bound; they converge quadratically and each costs a factorisation.  If a row or column has
 * no element outside the diagonal, its diagonal element is an eigenvalue.  Such lines are taken out first, repeatedly,
 * because that can empty other lines.  Matrices that do not converge are left to skpi__spectral_radius.
 *
 * Source: Collatz, Math. Z. 48 (1942) 221; Noda, Numer. Math. 17 (1971) 382 (steps of the inverse); Horn & Johnson, Matrix Analysis (2nd ed. 2013), 8.1.26 to 8.1.31.
 */
#include "numeric/spectral_nonnegative.h"
#include <math.h>
#include "core/steps.h"
#include "numeric/lu.h"
#include "numeric/lu_solve.h"

enum { POWERS = 40, INVERSES = 12 };
#define CLOSE 1e-15 /* relative to the radius: as near as rounding allows */
#define NEAR 1e-12  /* relative to the radius: near enough if a step does not halve it, because the rest is rounding */

/* Takes out lines without elements outside the diagonal.  v[i] = 0 marks them; v of the others is 1.  rows and columns
 * count the elements outside the diagonal.  Returns the largest diagonal element taken out. */
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
        i = (size_t)-1; /* start again from the first line */
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

typedef struct bounds {
    double low, high;
} bounds;

/* w = v'A, and the bounds of the radius that follow. */
static bounds power_bounds(size_t n, const double *a, const double *v, double *w)
{
    bounds b = {INFINITY, 0};
    power_multiply(n, a, v, w);
    for (size_t j = 0; j < n; j++) {
        if (v[j] == 0) continue;
        b.low = fmin(b.low, w[j] / v[j]);
        b.high = fmax(b.high, w[j] / v[j]);
    }
    return b;
}

/* v = w over its largest element, for elements that were not taken out.  Returns 0 if an element vanishes, because
 * another block outgrows its own. */
static int power_scaled(size_t n, double *v, const double *w)
{
    double largest = 0;
    for (size_t j = 0; j < n; j++) largest = v[j] != 0 ? fmax(largest, w[j]) : largest;
    for (size_t j = 0; j < n; j++) {
        if (v[j] == 0) continue;
        v[j] = w[j] / largest;
        if (!(v[j] > 0)) return 0;
    }
    return 1;
}

/* w' = v' (high 1 - A)^-1 without the lines taken out.  Returns 0 if the matrix is singular. */
static int power_inverse(size_t n, const double *a, double high, const double *v, double *w, double *square,
                         size_t *pivot)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            square[i * n + j] = v[i] == 0 || v[j] == 0 ? (double)(i == j) : (i == j ? high : 0) - a[i * n + j];
    if (skpi__lu_factor(n, square, pivot)) return 0;
    for (size_t j = 0; j < n; j++) w[j] = v[j];
    skpi__lu_solve_transposed(n, square, pivot, w);
    return 1;
}

double skpi__spectral_radius_nonnegative(size_t n, const double *a, double *work, double *square, size_t *pivot)
{
    double *v = work, *w = work + n, width = INFINITY;
    const double apart = power_peeled(n, a, v, w, work + 2 * n);
    int any = 0;
    for (size_t j = 0; j < n; j++) any |= v[j] != 0;
    if (!any) return apart;
    for (int k = 0; k < POWERS + INVERSES; k++) {
        SKPI__STEP();
        const bounds b = power_bounds(n, a, v, w);
        const double now = (b.high - b.low) / b.high, radius = b.low + (b.high - b.low) / 2;
        if (!(now >= 0)) break; /* overflow */
        if (now <= CLOSE || (now <= NEAR && now >= width / 2)) return fmax(apart, radius);
        width = now;
        if (k >= POWERS && !power_inverse(n, a, b.high, v, w, square, pivot))
            return now <= NEAR ? fmax(apart, radius) : (double)NAN;
        if (!power_scaled(n, v, w)) break;
    }
    return (double)NAN;
}
