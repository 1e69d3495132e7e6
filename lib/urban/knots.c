/* Breaks of the slope of a logit (knots.h).
 *
 * Between two observations the publisher's series is a straight line in L = logit p, up to the rounding of its figures:
 * L of a year is off by at most e = 1.15 rounding/(p (1 - p)).  From a knot i the slopes that fit all years up to j are
 *   [max (L_k - L_i - e_i - e_k)/(k - i), min (L_k - L_i + e_i + e_k)/(k - i)],  i < k <= j;
 * the first j without a slope shows that j - 1 is the next knot.
 *
 * An observation inside a year bends the line between two printed years, and both become knots.  Where the segments
 * before and after such a pair are two years or longer, both are extended; if they meet between the pair, that date is
 * the observation.
 */
#include "urban/knots.h"
#include "numeric/logistic.h"

#define KNOTS_SLACK 1.15   /* of the rounding: the printed figures of a knot are rounded too */
#define KNOTS_DIGITS 1e-14 /* relative error of a logit: tables that are not rounded */
#define KNOTS_EDGE 1e-9    /* years, by which a date may lie outside its pair */

static int knots_open(double p) { return p > 0 && p < 1; }

skpi__urban_run skpi__urban_run_first(size_t m, const double *share)
{
    size_t first = 0;
    while (first + 1 < m && !(knots_open(share[first]) && knots_open(share[first + 1]))) first++;
    if (first + 1 >= m) return (skpi__urban_run){0, 0};
    size_t end = first + 2;
    while (end < m && knots_open(share[end])) end++;
    return (skpi__urban_run){first, end - first};
}

/* The knot after year i, before the end of n years. */
static size_t knots_next(size_t n, const double *logit, const double *error, size_t i)
{
    double low = -(double)INFINITY, high = (double)INFINITY;
    for (size_t j = i + 1; j < n; j++) {
        const double years = (double)(j - i), rise = logit[j] - logit[i], error_both = error[i] + error[j];
        low = fmax(low, (rise - error_both) / years);
        high = fmin(high, (rise + error_both) / years);
        if (low > high) return j - 1;
    }
    return n - 1;
}

static double knots_slope(const double *logit, double from, double to)
{
    return (logit[(size_t)to] - logit[(size_t)from]) / (to - from);
}

/* Years after the second of four knots at which the segments before it and behind the third meet, and the slope of the
 * one before; NaN: they do not meet between the two. */
static double knots_meet(const double *logit, const double *knot, double *slope)
{
    const double before = *slope = knots_slope(logit, knot[0], knot[1]), after = knots_slope(logit, knot[2], knot[3]);
    const double x = (logit[(size_t)knot[2]] - after - logit[(size_t)knot[1]]) / (before - after);
    return x >= -KNOTS_EDGE && x <= 1 + KNOTS_EDGE ? x : (double)NAN;
}

size_t skpi__urban_knots(size_t n, const double *printed, double rounding, double *room, double *lead, double *share)
{
    double *const logit = room, *const error = room + n, *const knot = room + 2 * n; /* whole years, exact */
    size_t n_knots = 1, found = 0;
    for (size_t i = 0; i < n; i++) {
        logit[i] = skpi__logit(printed[i]);
        error[i] = KNOTS_SLACK * rounding / (printed[i] * (1 - printed[i])) + KNOTS_DIGITS * (1 + fabs(logit[i]));
    }
    knot[0] = 0;
    for (size_t i = 0; i < n - 1; knot[n_knots++] = (double)i) i = knots_next(n, logit, error, i);
    for (size_t m = 0; m < n_knots; m++, found++) {
        const size_t k = (size_t)knot[m];
        double x = (double)NAN, slope = 0;
        if (m > 0 && m + 2 < n_knots && knot[m + 1] == knot[m] + 1 && knot[m] - knot[m - 1] >= 2 &&
            knot[m + 2] - knot[m + 1] >= 2)
            x = knots_meet(logit, knot + m - 1, &slope);
        lead[found] = isnan(x) ? knot[m] : knot[m] + x;
        share[found] = isnan(x) ? printed[k] : skpi__logistic(logit[k] + x * slope);
        if (!isnan(x)) m++; /* one date for both */
    }
    return found;
}
