/* The variance of S of Mann and Kendall in an autocorrelated series, as a multiple of that in independent years.
 *
 *   n/n* = 1 + 2/(n (n-1) (n-2)) sum over lags k of (n-k)(n-k-1)(n-k-2) rho_k
 *
 * rho_k is the autocorrelation of the ranks of the residuals of Sen's line.  Only lags are used at which it differs
 * from 0 at the level of 95 %, |rho_k| > 1.96/sqrt n.  Negative rho_k can make n/n* negative, although a ratio of
 * variances is positive; n/n* is therefore set to at least 1/n.  Residuals that differ by rounding errors are equal: the
 * line goes through two points at least.  Lags are counted in values; the dates must therefore be equidistant.
 *
 * Source: K. H. Hamed and A. R. Rao, Journal of Hydrology 204 (1998) 182.
 */
#include "series/trend_serial.h"
#include <math.h>
#include <stdint.h>
#include "numeric/decimal.h"

#define NORMAL_95 1.959963984540054

double skpi__trend_serial(size_t n, const double *t, const double *y, double slope, double *room)
{
    double *rest = room, *rank = room + n;
    double low = INFINITY, high = -INFINITY, most = 0, squares = 0, sum = 0;
    for (size_t i = 2; i < n; i++)
        if (t[i] - t[i - 1] != t[1] - t[0]) return (double)NAN;
    if (n < 4) return 1; /* every lag would have the weight 0 */
    for (size_t i = 0; i < n; i++) {
        const double line = slope * (t[i] - t[0]);
        rest[i] = y[i] - line;
        low = fmin(low, rest[i]);
        high = fmax(high, rest[i]);
        most = fmax(most, fmax(fabs(y[i]), fabs(line)));
    }
    /* the slope is a difference of values over that of dates, perhaps of neighbours, and is followed over all n */
    const double rounding = SKPI__DECIMAL / 2 * most * (double)n;
    if (!(high - low > rounding)) return 1;
    for (size_t i = 0; i < n; i++) {
        int64_t twice = 0; /* twice the rank less the mean rank; equal values have the mean of their ranks */
        for (size_t j = 0; j < n; j++) twice += (rest[i] - rest[j] > rounding) - (rest[j] - rest[i] > rounding);
        rank[i] = (double)twice / 2;
        squares += rank[i] * rank[i];
    }
    const double count = (double)n, limit = NORMAL_95 / sqrt(count);
    for (size_t k = 1; k + 2 < n; k++) {
        const double left = (double)(n - k);
        double rho = 0;
        for (size_t i = 0; i + k < n; i++) rho += rank[i] * rank[i + k];
        rho /= squares;
        if (fabs(rho) > limit) sum += left * (left - 1) * (left - 2) * rho;
    }
    return fmax(1 + 2 / (count * (count - 1) * (count - 2)) * sum, 1 / count);
}
