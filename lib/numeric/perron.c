/* Perron's eigenvector by repeated squaring (perron.h).
 *
 * The columns of b^(2^s), b = a + c I, tend to the vector, twice as fast with every squaring, however close the second
 * eigenvalue of a is to the first.  c keeps a cycle of large elements from turning the columns for ever; it is the
 * largest geometric mean of such a cycle of three elements, which is not above the eigenvalue, so that nothing of a is
 * lost.  Sums of positive products lose nothing to cancellation.  Two steps with b then remove the rounding of the
 * squarings.
 */
#include "numeric/perron.h"
#include <float.h>
#include <math.h>
#include <string.h>
#include "core/steps.h"

enum { SQUARINGS = 64, STEPS = 2 };
#define FOUND 1e-12 /* what may be left of a v - lambda v, for each element */

/* to = a a, divided by its largest element. */
static void perron_square(size_t k, const double *a, double *to)
{
    double largest = 0;
    memset(to, 0, k * k * sizeof *to);
    for (size_t i = 0; i < k; i++)
        for (size_t l = 0; l < k; l++) {
            const double own = a[i * k + l];
            for (size_t j = 0; j < k; j++) to[i * k + j] += own * a[l * k + j];
        }
    for (size_t i = 0; i < k * k; i++) largest = to[i] > largest ? to[i] : largest;
    for (size_t i = 0; i < k * k; i++) to[i] /= largest;
}

/* Row sums, of sum 1; returns how far they moved, for each its part. */
static double perron_rows(size_t k, const double *a, double *vector)
{
    double sum = 0, moved = 0;
    for (size_t i = 0; i < k * k; i++) sum += a[i];
    for (size_t i = 0; i < k; i++) {
        double row = 0;
        for (size_t j = 0; j < k; j++) row += a[i * k + j];
        moved = row > 0 ? fmax(moved, fabs(row / sum - vector[i]) / (row / sum)) : moved;
        vector[i] = row / sum;
    }
    return moved;
}

static double perron_cycle(size_t k, const double *a)
{
    double most = 0;
    for (size_t i = 0; i < k; i++)
        for (size_t j = 0; j < k; j++)
            for (size_t l = 0; l < k; l++) most = fmax(most, a[i * k + j] * (a[j * k + l] * a[l * k + i]));
    return cbrt(most);
}

/* next = (a + shift I) vector; returns the sum of its elements. */
static double perron_apply(size_t k, const double *a, double shift, const double *vector, double *next)
{
    double sum = 0;
    for (size_t i = 0; i < k; i++) {
        next[i] = shift * vector[i];
        for (size_t j = 0; j < k; j++) next[i] += a[i * k + j] * vector[j];
        sum += next[i];
    }
    return sum;
}

double skpi__perron(size_t k, const double *a, double *vector, double *room)
{
    double *from = room, *to = room + k * k, *const next = room + 2 * k * k;
    const double shift = perron_cycle(k, a);
    double moved = 1, value, left = 0;
    memset(vector, 0, k * sizeof *vector);
    memcpy(from, a, k * k * sizeof *from);
    for (size_t i = 0; i < k; i++) from[i * k + i] += shift;
    for (int s = 0; s < SQUARINGS && moved > 4 * DBL_EPSILON * (double)k; s++) {
        SKPI__STEP();
        perron_square(k, from, to);
        double *const t = from;
        from = to;
        to = t;
        moved = perron_rows(k, from, vector);
    }
    for (int s = 0; s < STEPS; s++) {
        const double sum = perron_apply(k, a, shift, vector, next);
        for (size_t i = 0; i < k; i++) vector[i] = next[i] / sum;
    }
    value = perron_apply(k, a, 0, vector, next);
    for (size_t i = 0; i < k; i++) left = fmax(left, fabs(next[i] - value * vector[i]) / next[i]);
    return left <= FOUND ? value : (double)NAN;
}
