/* Perron's eigenvector by repeated squaring (perron.h).
 *
 * The columns of a^(2^s) tend to the vector, twice as fast with every squaring, however close the second eigenvalue is.
 * Sums of positive products lose nothing to cancellation.  Two steps with a itself then remove the rounding of the
 * squarings.
 */
#include "numeric/perron.h"
#include <float.h>
#include <math.h>
#include <string.h>

enum { SQUARINGS = 64, STEPS = 2 };

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

/* Row sums, of sum 1; returns how far they moved. */
static double perron_rows(size_t k, const double *a, double *vector)
{
    double sum = 0, moved = 0;
    for (size_t i = 0; i < k * k; i++) sum += a[i];
    for (size_t i = 0; i < k; i++) {
        double row = 0;
        for (size_t j = 0; j < k; j++) row += a[i * k + j];
        moved = fmax(moved, fabs(row / sum - vector[i]));
        vector[i] = row / sum;
    }
    return moved;
}

/* One step: next = a vector, which then has the sum 1; returns the sum before. */
static double perron_step(size_t k, const double *a, double *vector, double *next)
{
    double sum = 0;
    for (size_t i = 0; i < k; i++) {
        next[i] = 0;
        for (size_t j = 0; j < k; j++) next[i] += a[i * k + j] * vector[j];
        sum += next[i];
    }
    for (size_t i = 0; i < k; i++) vector[i] = next[i] / sum;
    return sum;
}

double skpi__perron(size_t k, const double *a, double *vector, double *room)
{
    double *from = room, *to = room + k * k, *const next = room + 2 * k * k;
    double moved = 1, value = (double)NAN;
    memcpy(from, a, k * k * sizeof *from);
    memset(vector, 0, k * sizeof *vector);
    perron_rows(k, a, vector);
    for (int s = 0; s < SQUARINGS && moved > 4 * DBL_EPSILON; s++) {
        perron_square(k, from, to);
        double *const t = from;
        from = to;
        to = t;
        moved = perron_rows(k, from, vector);
    }
    if (!(moved <= 64 * DBL_EPSILON)) return value;
    for (int s = 0; s < STEPS; s++) value = perron_step(k, a, vector, next);
    return value;
}
