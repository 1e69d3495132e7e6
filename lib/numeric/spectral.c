/* Spectral radius by repeated squaring.
 *
 * rho(A) = lim |A^m|^(1/m) (Gelfand); with m = 2^k the quotients e_k = (|A^(2m)| / |A^m|)^(1/m) converge too, without
 * the constant that a norm carries, quadratically in k for a simple dominant eigenvalue and like 2^-k for complex pairs
 * and defective matrices: 52 squarings are enough for every matrix.  Signed, reducible and defective matrices need no
 * special care, and each squaring halves the weight of the rounding in earlier ones.  The norm is the largest row sum
 * of absolute values; a power of two is divided out before each squaring.  Two quotients may agree while a block with a
 * small norm has not yet outgrown the others; at least SQUARINGS_LEAST squarings are therefore made.
 *
 * Source: Gelfand's formula, Horn & Johnson, Matrix Analysis (2nd ed. 2013), 5.6.14.
 */
#include "numeric/spectral.h"
#include <math.h>
#include <string.h>
#include "core/steps.h"
#include "numeric/lu_kernel.h"

#define LN2 .693147180559945309417
enum { SQUARINGS_LEAST = 14, SQUARINGS_MOST = 56, DEPTH = 32 };

static double spectral_norm(size_t n, const double *a)
{
    double largest = 0;
    for (size_t i = 0; i < n; i++) {
        double sum = 0;
        for (size_t j = 0; j < n; j++) sum += fabs(a[i * n + j]);
        if (sum > largest) largest = sum;
    }
    return largest;
}

/* to = -a a; the sign does not change a norm. */
static void spectral_square(size_t n, const double *a, double *to)
{
    const skpi__lu_kernel *kernel = skpi__lu_kernel_at(SKPI__BEST);
    double strip[DEPTH * SKPI__LU_STRIP] = {0};
    memset(to, 0, n * n * sizeof *to);
    for (size_t j = 0; j < n; j += kernel->strip) {
        const size_t columns = n - j < kernel->strip ? n - j : kernel->strip;
        for (size_t k = 0; k < n; k += DEPTH) {
            const size_t depth = n - k < DEPTH ? n - k : DEPTH;
            for (size_t r = 0; r < depth; r++)
                memcpy(strip + r * kernel->strip, a + (k + r) * n + j, columns * sizeof *strip);
            kernel->update(n, columns, depth, a + k, to + j, n, strip);
        }
    }
}

/* Scales the norm into [.5, 1), exactly except for underflow.  Returns the power of two that was divided out. */
static int spectral_scale(size_t n, double *a, double size)
{
    int power;
    frexp(size, &power);
    for (size_t i = 0; i < n * n; i++) a[i] = ldexp(a[i], -power);
    return power;
}

double skpi__spectral_radius(size_t n, double *a, double *work)
{
    double size = 0;
    for (size_t i = 0; i < n * n; i++) size = fmax(size, fabs(a[i]));
    if (size == 0) return 0;
    const int unit = spectral_scale(n, a, size); /* scales the elements first, because their sums might overflow */
    size = spectral_norm(n, a);
    /* |A^m| = |a| 2^taken, before = ln |A^m|, last = ln e_(k-1), root = 1/m */
    double taken = 0, before = log(size), last = (double)NAN, root = 1;
    for (int k = 0; k < SQUARINGS_MOST; k++, root /= 2) {
        SKPI__STEP();
        taken += spectral_scale(n, a, size);
        spectral_square(n, a, work);
        double *t = a;
        a = work, work = t;
        taken *= 2;
        size = spectral_norm(n, a);
        if (size == 0) return 0; /* nilpotent */
        const double now = log(size) + taken * LN2, e = (now - before) * root;
        if (k >= SQUARINGS_LEAST && fabs(e - last) <= 1e-15 * fmax(1, fabs(e))) return ldexp(exp(e), unit);
        before = now;
        last = e;
    }
    return ldexp(exp(last), unit);
}
