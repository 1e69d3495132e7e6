/* The growth difference of dated observations over windows of years. */
#include "core/check.h"
#include "core/rows.h"
#include "urban/history.h"
#include "urban/window.h"

static skpi_status check(skpi__at at, const skpi_urban_history *h, size_t i)
{
    const size_t first = h->first[i], n = h->first[i + 1] - first;
    skpi_status s = skpi__urban_history_check(at, h, i);
    if (s) return s;
    at.column = (int64_t)n - 1;
    if ((s = skpi__open_share(at, "history->share", h->share[first + n - 1]))) return s;
    at.column = -1;
    for (size_t k = 0; k + 1 < n; k++)
        if (h->share[first + k] > 0 && h->share[first + k] < 1) return SKPI_OK;
    return skpi__fail(at, SKPI_ENODATA, "history->share", h->share[first + n - 1],
                      "is the only observation between 0 and 1: a slope needs two");
}

/* Growth difference of each place over windows of years before its last observation, per year.
 *
 * Given:    history    observed urban shares, fractions in [0,1], at increasing decimal dates; the last one of each
 *                      place between 0 and 1.  Earlier observations of 0 and 1 are skipped
 *           n_windows  windows
 *           window     their lengths, years (n_windows): from the last observation back to the latest one at least so
 *                      much earlier, or to the first
 * Returned: slope      of the logit, per year (n x n_windows)
 *           status     each place's own status (n), or NULL: the first bad place fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null), SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA (fewer than two
 *           observations between 0 and 1), SKPI_ENOTFINITE, SKPI_ERANGE (a share outside [0,1], a date outside the
 *           window, a negative window), SKPI_EDOM (a last share of 0 or 1, a window of 0), SKPI_ENOTSORTED,
 *           SKPI_EDUPLICATE
 */
skpi_status skpi_urban_window_urgd(const skpi_urban_history *history, size_t n_windows, const double *window,
                                   double *slope, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi_urban_history h;
    skpi_status s;
    if ((s = skpi__urban_history_take(r.at, history, &h)) || (s = skpi__array(r.at, "window", window, n_windows, 1)))
        return s;
    r.n = h.n;
    if ((s = skpi__given_matrix(&r, "slope", slope, n_windows)) || (s = skpi__urban_history_places(r.at, &h))) return s;
    for (size_t k = 0; k < n_windows; k++)
        if ((s = skpi__positive(skpi__element(r.at, k), "window", window[k]))) return s;
    for (size_t i = 0; i < h.n; i++)
        if ((s = skpi__row(&r, i, check(skpi__row_at(&r, i), &h, i)))) return s;
    for (size_t i = 0; i < h.n; i++) {
        const size_t first = h.first[i], n = h.first[i + 1] - first;
        for (size_t k = 0; k < n_windows; k++)
            slope[i * n_windows + k] = skpi__row_good(&r, i)
                                           ? skpi__urban_window_logit(n, h.date + first, h.share + first, window[k])
                                           : (double)NAN;
    }
    return skpi__rows_end(&r);
}
