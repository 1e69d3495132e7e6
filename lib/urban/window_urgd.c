/* The growth difference of dated observations over windows of years. */
#include "core/check.h"
#include "core/rows.h"
#include "urban/history.h"
#include "urban/window.h"

static skpi_status place_check(skpi__at at, const skpi_urban_history *h, size_t i)
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

skpi_status skpi_urban_window_urgd(const skpi_urban_history *history, size_t n_windows, const double *window,
                                   double *urgd, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi_urban_history h;
    skpi_status s;
    if ((s = skpi__urban_history_take(r.at, history, &h)) || (s = skpi__array(r.at, "window", window, n_windows, 1)))
        return s;
    r.n = h.n;
    if ((s = skpi__rows_matrix(&r, "urgd", urgd, n_windows)) || (s = skpi__urban_history_places(r.at, &h))) return s;
    for (size_t k = 0; k < n_windows; k++)
        if ((s = skpi__positive(skpi__element(r.at, k), "window", window[k]))) return s;
    for (size_t i = 0; i < h.n; i++)
        if ((s = skpi__row(&r, i, place_check(skpi__row_at(&r, i), &h, i)))) return s;
    for (size_t i = 0; i < h.n; i++) {
        const size_t first = h.first[i], n = h.first[i + 1] - first;
        for (size_t k = 0; k < n_windows; k++)
            urgd[i * n_windows + k] = skpi__row_good(&r, i)
                                          ? skpi__urban_window_logit(n, h.date + first, h.share + first, window[k])
                                          : (double)NAN;
    }
    return skpi__rows_end(&r);
}
