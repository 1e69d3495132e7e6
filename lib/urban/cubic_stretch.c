/* Stretches of a published annual table that lie on one cubic (cubic_stretch.h).
 *
 * The cubic of m years is the least-squares one, in polynomials that are orthogonal on x = i - (m - 1)/2:
 *   1, x, x^2 - (m^2 - 1)/12, x^3 - x (3 m^2 - 7)/20
 */
#include "urban/cubic_stretch.h"
#include <math.h>

enum { TERMS = 4 };
#define MEET 1e-8 /* largest gap in shares between two cubics that meet; in exact tables it is 1e-12 */

typedef struct cubic {
    double centre, m, c[TERMS];
} cubic;

static void cubic_terms(double x, double m, double f[TERMS])
{
    f[0] = 1;
    f[1] = x;
    f[2] = x * x - (m * m - 1) / 12;
    f[3] = x * x * x - x * (3 * m * m - 7) / 20;
}

/* Fits a cubic to the columns first to end - 1, and returns its largest residual. */
static double cubic_fit(const double *share, size_t first, size_t end, cubic *fit)
{
    const double m = (double)(end - first), centre = (double)first + (m - 1) / 2;
    double f[TERMS], length[TERMS] = {0, 0, 0, 0}, most = 0;
    *fit = (cubic){centre, m, {0, 0, 0, 0}};
    for (size_t j = first; j < end; j++) {
        cubic_terms((double)j - centre, m, f);
        for (int k = 0; k < TERMS; k++) {
            fit->c[k] += f[k] * share[j];
            length[k] += f[k] * f[k];
        }
    }
    for (int k = 0; k < TERMS; k++) fit->c[k] /= length[k];
    for (size_t j = first; j < end; j++) {
        double residual = share[j];
        cubic_terms((double)j - centre, m, f);
        for (int k = 0; k < TERMS; k++) residual -= fit->c[k] * f[k];
        most = fmax(most, fabs(residual));
    }
    return most;
}

size_t skpi__urban_stretch(size_t end, const double *share, double tolerance)
{
    cubic fit;
    size_t m = SKPI__URBAN_STRETCH_LEAST;
    while (m <= end && cubic_fit(share, end - m, end, &fit) <= tolerance) m++;
    return m > SKPI__URBAN_STRETCH_LEAST ? m - 1 : 0;
}

/* Coefficients of the powers of t - at. */
static void cubic_powers(const cubic *fit, size_t at, double a[TERMS])
{
    const double x = (double)at - fit->centre, m = fit->m, *c = fit->c;
    const double e = (m * m - 1) / 12, g = (3 * m * m - 7) / 20;
    a[0] = c[0] + c[1] * x + c[2] * (x * x - e) + c[3] * (x * x * x - g * x);
    a[1] = c[1] + 2 * c[2] * x + c[3] * (3 * x * x - g);
    a[2] = c[2] + 3 * c[3] * x;
    a[3] = c[3];
}

double skpi__urban_stretch_meet(const double *share, size_t first0, size_t end0, size_t at, size_t first1, size_t end1)
{
    cubic fit;
    double a[TERMS], b[TERMS], found = (double)NAN, least = MEET;
    (void)cubic_fit(share, first0, end0, &fit);
    cubic_powers(&fit, at, a);
    (void)cubic_fit(share, first1, end1, &fit);
    cubic_powers(&fit, at, b);
    for (int k = 0; k < TERMS; k++) a[k] -= b[k];
    /* the slopes are equal where a1 + 2 a2 x + 3 a3 x^2 = 0; if they are nowhere, the roots are NaN */
    const double inside = a[2] * a[2] - 3 * a[1] * a[3];
    const double q = -(a[2] + copysign(sqrt(inside), a[2])), roots[2] = {q / (3 * a[3]), a[1] / q};
    for (int k = 0; k < 2; k++) {
        const double x = roots[k], apart = fabs(a[0] + x * (a[1] + x * (a[2] + x * a[3])));
        if (!(fabs(x) <= 1) || !(apart < least)) continue;
        least = apart;
        found = x;
    }
    return found;
}
