/* The correlation of two histories (walk_correlation.h).
 *
 * Two log-ratios to one part, whose three logarithms change by themselves and alike, have the correlation 1/2.  With the
 * covariances c of the changes, each within the limit,
 *   C = (10 s_0^2 (1 if i = j, else 1/2) + n c)/(10 + n),  r = C_01 / sqrt(C_00 C_11)
 * C_00 and C_11 are the s^2 of walk_history.c.  Both parts of C are covariances, so that |r| <= 1.
 * This library's own.
 */
#include "series/walk_correlation.h"
#include <math.h>

#define ALIKE .5

static double correlation_within(double x, double limit) { return fmax(-limit, fmin(x, limit)); }

double skpi__walk_correlation(const skpi__walk_form *form, size_t n, const double *change0, const double *change1)
{
    const double limit = form->change_max, years = (double)n, usual = form->usual * form->usual;
    double mean0 = 0, mean1 = 0, sum00 = 0, sum01 = 0, sum11 = 0;
    for (size_t k = 0; k < n; k++) {
        mean0 += correlation_within(change0[k], limit) / years;
        mean1 += correlation_within(change1[k], limit) / years;
    }
    for (size_t k = 0; k < n; k++) {
        const double a = correlation_within(change0[k], limit) - mean0;
        const double b = correlation_within(change1[k], limit) - mean1;
        sum00 += a * a;
        sum01 += a * b;
        sum11 += b * b;
    }
    const double by = years / (years - 1), own = SKPI__WALK_USUAL_YEARS * usual;
    return (own * ALIKE + by * sum01) / sqrt((own + by * sum00) * (own + by * sum11)); /* inside (-1, 1), by own */
}
