/* Growth over windows of years (window.h). */
#include "urban/window.h"
#include "numeric/logistic.h"

static const double minute = 1e-6; /* years: 2020.3 - 2010.3 need not be 10 in binary */

static int window_open(double p) { return p > 0 && p < 1; }

/* The observation that the window goes back to; n: none. */
static size_t window_from(size_t n, const double *date, const double *share, double window, int logit)
{
    size_t found = n;
    for (size_t i = n - 1; i-- > 0;) {
        if (logit && !window_open(share[i])) continue;
        found = i;
        if (date[n - 1] - date[i] >= window - minute) break;
    }
    return found;
}

double skpi__urban_window_logit(size_t n, const double *date, const double *share, double window)
{
    const size_t i = window_from(n, date, share, window, 1), last = n - 1;
    return i < n ? (skpi__logit(share[last]) - skpi__logit(share[i])) / (date[last] - date[i]) : (double)NAN;
}

double skpi__urban_window_points(size_t n, const double *date, const double *share, double window)
{
    const size_t i = window_from(n, date, share, window, 0), last = n - 1;
    return i < n ? (share[last] - share[i]) / (date[last] - date[i]) : (double)NAN;
}
