/* Stability of an input-output table: spectral radius of A, condition of I - A.
 *
 * spectral_radius  largest modulus of an eigenvalue of A; productive below 1
 * condition        |I - A| |(I - A)^-1| in the 1-norm (largest sum of a column's absolute values)
 *
 * With A >= 0 powers between two bounds give the radius.  If moreover w = (I - A)'^-1 1 is positive, the inverse has no
 * negative element; w then holds its column sums, and the largest is the norm, for the cost of one solve.  With
 * negative cells, and if A is not productive, the radius is found by squaring.  The norm is then computed from all
 * columns for up to 200 sectors.  For more it is Hager's estimate, which takes five solves: a lower bound, seldom more
 * than a few per cent too low.
 *
 * Source: Miller & Blair, Input-Output Analysis (2nd ed. 2009), 2.2; Hager, SIAM J. Sci. Stat. Comput. 5 (1984) 311;
 * Higham, Accuracy and Stability of Numerical Algorithms (2nd ed. 2002), 7.1, algorithm 15.1.
 */
#include "economy/iotable_condition.h"
#include <math.h>
#include "core/steps.h"
#include "economy/iotable_source.h"
#include "numeric/lu.h"
#include "numeric/lu_solve.h"
#include "numeric/spectral.h"
#include "numeric/spectral_nonnegative.h"

enum { SOLVES = 5, EXACT_MOST = 200 }; /* sectors up to which all columns take milliseconds */

static double condition_norm(size_t n, const double *a, double *column)
{
    double largest = 0;
    for (size_t j = 0; j < n; j++) column[j] = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) column[j] += fabs(a[i * n + j]);
    for (size_t j = 0; j < n; j++) largest = column[j] > largest ? column[j] : largest;
    return largest;
}

/* Hager's estimate of the norm of the inverse.  It computes columns of the inverse; the gradient of the norm at each
 * column selects the next. */
static double condition_estimate(size_t n, const double *lu, const size_t *pivot, double *x, double *z)
{
    double norm = 0;
    size_t at = n; /* x is column `at` of the unit matrix; at = n: all elements are 1/n */
    for (size_t i = 0; i < n; i++) x[i] = 1 / (double)n;
    for (int solve = 1;; solve += 2) { /* each turn takes two solves */
        SKPI__STEP();
        double sum = 0, slope = 0, most = 0;
        size_t steepest = 0;
        skpi__lu_solve(n, lu, pivot, 1, x);
        for (size_t i = 0; i < n; i++) sum += fabs(x[i]), z[i] = x[i] < 0 ? -1 : 1;
        if (isnan(sum)) return INFINITY;
        norm = fmax(norm, sum);
        if (solve == SOLVES) return norm;
        skpi__lu_solve_transposed(n, lu, pivot, z);
        for (size_t i = 0; i < n; i++) {
            slope += at == n ? z[i] / (double)n : at == i ? z[i] : 0;
            if (fabs(z[i]) > most) most = fabs(z[i]), steepest = i;
        }
        if (!(most > slope)) return norm;
        at = steepest;
        for (size_t i = 0; i < n; i++) x[i] = i == at;
    }
}

/* The norm of the inverse from all its columns, a few at a time.  b has room for n x SKPI__LU_TOGETHER. */
static double condition_exact(size_t n, const double *lu, const size_t *pivot, double *b)
{
    double norm = 0;
    for (size_t first = 0; first < n; first += SKPI__LU_TOGETHER) {
        const size_t width = n - first < SKPI__LU_TOGETHER ? n - first : SKPI__LU_TOGETHER;
        for (size_t c = 0; c < n * width; c++) b[c] = c / width == first + c % width;
        skpi__lu_solve(n, lu, pivot, width, b);
        for (size_t c = 0; c < width; c++) {
            double sum = 0;
            for (size_t i = 0; i < n; i++) sum += fabs(b[i * width + c]);
            if (!(sum <= norm)) norm = isnan(sum) ? INFINITY : sum;
        }
    }
    return norm;
}

/* a holds A and is overwritten. */
static double condition_of(size_t n, int negative, double *a, size_t *pivot, double *work)
{
    double *w = work, largest = 0;
    int positive = !negative;
    skpi__iotable_complement(n, a);
    const double size = condition_norm(n, a, w);
    if (skpi__lu_factor(n, a, pivot)) return INFINITY;
    for (size_t i = 0; i < n; i++) w[i] = 1;
    if (positive) skpi__lu_solve_transposed(n, a, pivot, w);
    for (size_t i = 0; i < n; i++) {
        positive &= w[i] > 0 && isfinite(w[i]);
        largest = fmax(largest, w[i]);
    }
    const double inverse = positive          ? largest
                           : n <= EXACT_MOST ? condition_exact(n, a, pivot, work)
                                             : condition_estimate(n, a, pivot, w, work + n);
    return isfinite(inverse) ? size * inverse : INFINITY;
}

void skpi__iotable_stability(const skpi_economy_iotable_source *s, double *a, double *square, size_t *pivot,
                             double *work, double *radius, double *condition)
{
    const size_t n = s->n_sectors;
    const int negative = skpi__iotable_has_negative(s);
    if (radius || condition) skpi__iotable_coefficients(s, 0, a);
    if (radius) {
        *radius = negative ? (double)NAN : skpi__spectral_radius_nonnegative(n, a, work, square, pivot);
        if (isnan(*radius)) {
            *radius = skpi__spectral_radius(n, a, square);
            if (condition) skpi__iotable_coefficients(s, 0, a);
        }
    }
    if (condition) *condition = condition_of(n, negative, a, pivot, work);
}
