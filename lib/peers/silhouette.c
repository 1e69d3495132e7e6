/* Silhouettes (P. J. Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987) 53): (b - a)/max(a, b), a the
 * mean distance to the others of the unit's group, b the least mean distance to another group. */
#include "peers/silhouette.h"
#include <math.h>
#include <stdlib.h>
#include "core/size.h"
#include "numeric/decimal.h"

static double silhouette_of(size_t k, size_t own, const double *sum, const double *size)
{
    const double a = sum[own] / (size[own] - 1);
    double b = (double)INFINITY;
    if (k < 2 || size[own] < 2) return 0;
    for (size_t g = 0; g < k; g++)
        if (g != own) b = fmin(b, sum[g] / size[g]);
    return fmax(a, b) > 0 ? skpi__less(b, a) / fmax(a, b) : 0; /* decimals that are the same are between two groups */
}

int skpi__peers_silhouette(size_t n, size_t k, const double *distance, const int32_t *group, double *silhouette)
{
    double *const sum = skpi__alloc(k, 2, sizeof *sum);
    if (!sum) return 0;
    double *const size = sum + k;
    for (size_t i = 0; i < n; i++) size[group[i]]++;
    for (size_t i = 0; i < n; i++) {
        for (size_t g = 0; g < k; g++) sum[g] = 0;
        for (size_t j = 0; j < n; j++) sum[group[j]] += distance[i * n + j];
        silhouette[i] = silhouette_of(k, (size_t)group[i], sum, size);
    }
    free(sum);
    return 1;
}
