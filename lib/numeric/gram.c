/* Standardised columns and their products (gram.h).
 *
 * Values are taken about the smallest in units of the range before anything is squared.  Products are added four units at
 * a time, so that the inner loop has no chain of additions and the table is read once.
 */
#include "numeric/gram.h"
#include <math.h>
#include <string.h>
#include "numeric/decimal.h"

void skpi__unit_columns(size_t n, size_t m, double *x, double *length, double *room)
{
    double *const low = room, *const range = room + m, *const mean = room + 2 * m, *const per = low;
    for (size_t j = 0; j < m; j++) low[j] = range[j] = x[j], mean[j] = length[j] = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < m; j++) {
            const double v = x[i * m + j];
            low[j] = v < low[j] ? v : low[j];
            range[j] = v > range[j] ? v : range[j];
        }
    for (size_t j = 0; j < m; j++) range[j] = skpi__varies(low[j], range[j]) ? range[j] - low[j] : 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < m; j++) {
            const double v = range[j] > 0 ? (x[i * m + j] - low[j]) / range[j] : 0;
            x[i * m + j] = v;
            mean[j] += v;
        }
    for (size_t j = 0; j < m; j++) mean[j] /= (double)n;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < m; j++) {
            x[i * m + j] -= mean[j];
            length[j] += x[i * m + j] * x[i * m + j];
        }
    for (size_t j = 0; j < m; j++) {
        length[j] = sqrt(length[j]);
        per[j] = length[j] > 0 ? 1 / length[j] : 0;
    }
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < m; j++) x[i * m + j] *= per[j];
}

void skpi__gram(size_t n, size_t m, const double *x, double *g)
{
    size_t i = 0;
    memset(g, 0, m * m * sizeof *g);
    for (; i + 4 <= n; i += 4) {
        const double *a = x + i * m, *b = a + m, *c = b + m, *d = c + m;
        for (size_t j = 0; j < m; j++) {
            const double aj = a[j], bj = b[j], cj = c[j], dj = d[j];
            double *const restrict to = g + j * m;
            for (size_t k = j; k < m; k++) to[k] += (aj * a[k] + bj * b[k]) + (cj * c[k] + dj * d[k]);
        }
    }
    for (; i < n; i++)
        for (size_t j = 0; j < m; j++)
            for (size_t k = j; k < m; k++) g[j * m + k] += x[i * m + j] * x[i * m + k];
    for (size_t j = 0; j < m; j++)
        for (size_t k = 0; k < j; k++) g[j * m + k] = g[k * m + j];
}

void skpi__gram_correlations(size_t n, size_t m, const double *x, double *g)
{
    skpi__gram(n, m, x, g);
    for (size_t j = 0; j < m; j++)
        for (size_t k = 0; k < m; k++) g[j * m + k] = j == k ? g[j * m + k] > 0 : fmax(-1, fmin(1, g[j * m + k]));
}
