/* Gower's distance (J. C. Gower, Biometrics 27 (1971) 857): 1 less his similarity.  A constant column is a difference of
 * 0 that counts. */
#include "peers/gower.h"
#include <math.h>

static double gower_pair(size_t m, const double *a, const double *b, const double *weight, const int32_t *category)
{
    double sum = 0, all = 0;
    for (size_t j = 0; j < m; j++) {
        const double d = fabs(a[j] - b[j]);
        if (isnan(d)) continue;
        sum += weight[j] * (category && category[j] ? (double)(d > 0) : d);
        all += weight[j];
    }
    return all > 0 ? fmin(1, sum / all) : (double)NAN;
}

void skpi__peers_gower(size_t n, size_t m, const double *x, const double *weight, const int32_t *category,
                       double *distance)
{
    for (size_t i = 0; i < n; i++) {
        distance[i * n + i] = 0;
        for (size_t j = 0; j < i; j++)
            distance[i * n + j] = distance[j * n + i] = gower_pair(m, x + i * m, x + j * m, weight, category);
    }
}
