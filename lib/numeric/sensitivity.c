/* Sobol's indices (sensitivity.h).
 *
 * Saltelli's scheme, with m and V the mean and the variance (n - 1) of the y of A and B together:
 *   S_i = mean((yB - m)(yABi - yA))/V      T_i = mean((yA - yABi)^2)/(2 V)
 * Without m the estimate of S_i is off by m mean(yABi - yA)/V, which grows with the mean of y.  Every combination:
 *   S_i = Var(E[y|x_i])/Var y              T_i = E(Var[y|x_-i])/Var y     (variances of a whole population)
 *
 * Source: A. Saltelli, Computer Physics Communications 145 (2002) 280; M. J. W. Jansen, Computer Physics Communications
 * 117 (1999) 35; I. M. Sobol', Mathematics and Computers in Simulation 55 (2001) 271.
 */
#include "numeric/sensitivity.h"
#include <math.h>

/* What rounding leaves of the variance of equal numbers is none. */
static int sensitivity_varies(double variance, double mean) { return variance > 1e-24 * mean * mean; }

static size_t saltelli_row(const uint32_t *row, size_t i) { return row ? row[i] : i; }

void skpi__saltelli(size_t n, size_t k, const double *y, const uint32_t *row, double *first, double *total)
{
    double mean = 0, variance = 0;
    for (size_t i = 0; i < n; i++) mean += y[saltelli_row(row, i)] + y[n + saltelli_row(row, i)];
    mean /= 2 * (double)n;
    for (size_t i = 0; i < n; i++) {
        const double a = y[saltelli_row(row, i)] - mean, b = y[n + saltelli_row(row, i)] - mean;
        variance += a * a + b * b;
    }
    variance /= 2 * (double)n - 1;
    const int varies = sensitivity_varies(variance, mean);
    for (size_t f = 0; f < k; f++) {
        double cross = 0, far = 0;
        for (size_t i = 0; i < n; i++) {
            const size_t r = saltelli_row(row, i);
            const double step = y[(2 + f) * n + r] - y[r];
            cross += (y[n + r] - mean) * step;
            far += step * step;
        }
        first[f] = varies ? cross / (double)n / variance : (double)NAN;
        total[f] = varies ? far / (double)n / (2 * variance) : (double)NAN;
    }
}

void skpi__saltelli_add(skpi__saltelli_sums *s, size_t k, int64_t a, int64_t b, const int64_t *ab)
{
    s->sum += a + b;
    s->square += a * a + b * b;
    for (size_t f = 0; f < k; f++) {
        const int64_t step = ab[f] - a;
        s->step[f] += step;
        s->cross[f] += b * step;
        s->far[f] += step * step;
    }
}

void skpi__saltelli_of(const skpi__saltelli_sums *s, size_t n, size_t k, double *first, double *total)
{
    const double rows = (double)n, mean = (double)s->sum / (2 * rows);
    const double variance = ((double)s->square - mean * (double)s->sum) / (2 * rows - 1);
    const double least = 1e-9 / rows; /* one rank moved once is far more */
    for (size_t f = 0; f < k; f++) {
        const double cross = (double)s->cross[f] - mean * (double)s->step[f];
        first[f] = variance > least ? cross / rows / variance : (double)NAN;
        total[f] = variance > least ? (double)s->far[f] / rows / (2 * variance) : (double)NAN;
    }
}

/* Mean and population variance of count values from y[at] on, every step-th. */
static double factorial_variance(size_t count, const double *y, size_t step, double *mean)
{
    double sum = 0, square = 0;
    for (size_t i = 0; i < count; i++) sum += y[i * step];
    *mean = sum / (double)count;
    for (size_t i = 0; i < count; i++) square += (y[i * step] - *mean) * (y[i * step] - *mean);
    return square / (double)count;
}

void skpi__factorial(size_t k, const size_t *levels, const double *y, size_t stride, double *first, double *total)
{
    size_t runs = 1;
    double mean, unused;
    for (size_t f = 0; f < k; f++) runs *= levels[f];
    const double variance = factorial_variance(runs, y, stride, &mean);
    const int varies = sensitivity_varies(variance, mean);
    size_t below = runs;
    for (size_t f = 0; f < k; f++) {
        const size_t own = levels[f], above = runs / below;
        below /= own; /* neighbours in this factor are so many runs apart */
        double between = 0, within = 0;
        for (size_t l = 0; l < own; l++) {
            double sum = 0;
            for (size_t a = 0; a < above; a++)
                for (size_t b = 0; b < below; b++) sum += y[((a * own + l) * below + b) * stride];
            const double from_mean = sum / (double)(above * below) - mean;
            between += from_mean * from_mean;
        }
        for (size_t a = 0; a < above; a++)
            for (size_t b = 0; b < below; b++)
                within += factorial_variance(own, y + (a * own * below + b) * stride, below * stride, &unused);
        first[f] = varies ? between / (double)own / variance : (double)NAN;
        total[f] = varies ? within / (double)(above * below) / variance : (double)NAN;
    }
}
