/* Moments (moments.h).
 *
 * With S_k the sum of k-th powers about the mean:
 *   G1 = sqrt(n (n - 1))/(n - 2) sqrt(n) S3/S2^1.5
 *   G2 = (n - 1)/((n - 2)(n - 3)) ((n + 1)(n S4/S2^2 - 3) + 6)
 *
 * Source: D. N. Joanes and C. A. Gill, The Statistician 47 (1998) 183.
 */
#include "numeric/moments.h"
#include <math.h>
#include "numeric/decimal.h"

static double moments_mean(size_t n, const double *x, size_t stride, size_t present, double low, double range)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        if (!isnan(x[i * stride])) sum += (x[i * stride] - low) / range;
    return sum / (double)present; /* from 0 to 1 */
}

skpi__moments skpi__moments_of(size_t n, const double *x, size_t stride)
{
    const double none = (double)NAN;
    skpi__moments m = {0, none, none, none, none, none, none};
    for (size_t i = 0; i < n; i++) {
        const double v = x[i * stride];
        if (isnan(v)) continue;
        m.low = m.n && m.low <= v ? m.low : v;
        m.high = m.n && m.high >= v ? m.high : v;
        m.n++;
    }
    const double range = m.high - m.low, count = (double)m.n;
    if (!skpi__varies(m.low, m.high)) {
        m.mean = m.low;
        if (m.n > 1) m.sd = 0;
        return m;
    }
    const double mean = moments_mean(n, x, stride, m.n, m.low, range);
    double s2 = 0, s3 = 0, s4 = 0;
    for (size_t i = 0; i < n; i++) {
        if (isnan(x[i * stride])) continue;
        const double t = (x[i * stride] - m.low) / range - mean, t2 = t * t;
        s2 += t2;
        s3 += t2 * t;
        s4 += t2 * t2;
    }
    m.mean = m.low + range * mean;
    m.sd = range * sqrt(s2 / (count - 1));
    if (m.n > 2) m.skewness = sqrt(count * (count - 1)) / (count - 2) * sqrt(count) * s3 / (s2 * sqrt(s2));
    if (m.n > 3)
        m.kurtosis = (count - 1) / ((count - 2) * (count - 3)) * ((count + 1) * (count * s4 / (s2 * s2) - 3) + 6);
    return m;
}
