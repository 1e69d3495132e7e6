/* The continuous ranked probability score (crps.h).
 *
 *   quantiles  2 sum of w_k rho_k, rho_k = p_k (y - q_k) for y >= q_k, else (1 - p_k)(q_k - y); w_k is the length of the
 *              cell between the midpoints of neighbouring probabilities, from 0 and to 1
 *   normal     s (z (2 Phi(z) - 1) + 2 phi(z) - 1/sqrt pi), z = (y - m)/s
 *   draws      mean |x - y| - mean |x - x'|/2 over all pairs: of sorted draws sum of (2 k - n + 1) x_k / n^2, k = 0 ...
 * One median is the absolute error.  Few quantiles score more or less than the distribution they are of, as their
 * probabilities will have it, so that only forecasts with the same probabilities are compared.
 *
 * Source: T. Gneiting and A. E. Raftery, Journal of the American Statistical Association 102 (2007) 359, eqs. 20, 21.
 */
#include "series/crps.h"
#include <gsl/gsl_sort.h>
#include <math.h>
#include "numeric/sum.h"
#include "series/unit.h"

#define SQRT_PI 1.7724538509055160273

void skpi__crps_weights(size_t n, const double *prob, double *weight)
{
    double low = 0;
    for (size_t k = 0; k < n; k++) {
        const double high = k + 1 < n ? .5 * (prob[k] + prob[k + 1]) : 1;
        weight[k] = high - low;
        low = high;
    }
}

double skpi__crps_quantiles(size_t n, const double *prob, const double *weight, const double *quantile, double truth)
{
    double sum = 0;
    for (size_t k = 0; k < n; k++) {
        const double above = truth - quantile[k];
        sum += weight[k] * (above >= 0 ? prob[k] * above : (prob[k] - 1) * above);
    }
    return 2 * sum;
}

double skpi__crps_normal(double mean, double deviation, double truth)
{
    if (!(deviation > 0)) return fabs(truth - mean);
    const double z = (truth - mean) / deviation;
    if (!isfinite(z)) return fabs(truth - mean);
    return deviation * (z * erf(z / sqrt(2)) + sqrt(2) / SQRT_PI * exp(-.5 * z * z) - 1 / SQRT_PI);
}

double skpi__crps_draws(size_t n, const double *draw, double truth, double *room)
{
    skpi__sum away = {0, 0}, apart = {0, 0};
    for (size_t k = 0; k < n; k++) room[k] = draw[k] - truth;
    const double unit = skpi__unit_of(n, room); /* so that no sum leaves the range of a double */
    gsl_sort(room, 1, n);
    for (size_t k = 0; k < n; k++) {
        skpi__sum_add(&away, fabs(room[k] / unit));
        skpi__sum_add(&apart, (2 * (double)k - (double)n + 1) * (room[k] / unit));
    }
    return (skpi__sum_value(&away) - skpi__sum_value(&apart) / (double)n) / (double)n * unit;
}
