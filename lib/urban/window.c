/* Growth over windows of years (window.h). */
#include "urban/window.h"
#include "numeric/logistic.h"

static int window_open(double p) { return p > 0 && p < 1; }

size_t skpi__urban_window_from(size_t n, const double *date, const double *share, double window, int logit,
                               int *skipped)
{
    size_t found = n;
    for (size_t i = n - 1; i-- > 0;) {
        if (logit && !window_open(share[i])) {
            if (skipped) *skipped = 1;
            continue;
        }
        found = i;
        if (date[n - 1] - date[i] >= window - SKPI__MINUTE) break;
    }
    return found;
}

double skpi__urban_window_logit(size_t n, const double *date, const double *share, double window)
{
    const size_t i = skpi__urban_window_from(n, date, share, window, 1, NULL), last = n - 1;
    return i < n ? (skpi__logit(share[last]) - skpi__logit(share[i])) / (date[last] - date[i]) : (double)NAN;
}

double skpi__urban_window_points(size_t n, const double *date, const double *share, double window)
{
    const size_t i = skpi__urban_window_from(n, date, share, window, 0, NULL), last = n - 1;
    return i < n ? (share[last] - share[i]) / (date[last] - date[i]) : (double)NAN;
}
