/* The growth difference of dated observations over windows of years. */
#include "core/check.h"
#include "core/rows.h"
#include "core/usual.h"
#include "urban/history.h"
#include "urban/history_break.h"
#include "urban/window.h"

typedef struct window_urgd_call {
    skpi_urban_history history;
    size_t n_windows;
    const double *window;
    double *urgd;
} window_urgd_call;

static skpi_status window_urgd_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const skpi_urban_history *h = &((const window_urgd_call *)call)->history;
    const size_t first = h->first[i], n = h->first[i + 1] - first;
    skpi_status s = skpi__urban_history_check(at, h, i);
    (void)kept;
    if (s) return s;
    at.column = (int64_t)n - 1;
    if ((s = skpi__open_share(at, "history->share", h->share[first + n - 1]))) return s;
    at.column = -1;
    for (size_t k = 0; k + 1 < n; k++)
        if (h->share[first + k] > 0 && h->share[first + k] < 1) return SKPI_OK;
    return skpi__fail(at, SKPI_ENODATA, "history->share", h->share[first + n - 1],
                      "is the only observation between 0 and 1: a slope needs two");
}

static skpi_status window_urgd_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const window_urgd_call *c = call;
    const size_t first = c->history.first[i], n = c->history.first[i + 1] - first;
    const double *date = c->history.date + first, *share = c->history.share + first;
    size_t from = n - 1;
    int skipped = 0;
    skpi_status s = SKPI_OK;
    (void)kept;
    for (size_t k = 0; k < c->n_windows; k++) {
        const double urgd = skpi__urban_window_logit(n, date, share, c->window[k]);
        const size_t begins = skpi__urban_window_from(n, date, share, c->window[k], 1, &skipped);
        if (begins < from) from = begins;
        c->urgd[i * c->n_windows + k] = urgd;
        if (!s) s = skpi__unusual(skpi__column(at, k), "urgd", urgd, &skpi__urgd);
    }
    at.warned |= s != SKPI_OK;
    return (skpi_status)(s | skpi__urban_history_break(at, n, date, share, from, skipped));
}

static void window_urgd_fail(const void *call, size_t i)
{
    const window_urgd_call *c = call;
    skpi__set_nan_row(c->urgd, i, c->n_windows);
}

skpi_status skpi_urban_window_urgd(const skpi_urban_history *history, size_t n_windows, const double *window,
                                   double *urgd, int32_t *status)
{
    static const skpi__rows_steps steps = {0, window_urgd_check, window_urgd_compute, window_urgd_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    window_urgd_call c = {.n_windows = n_windows, .window = window, .urgd = urgd};
    skpi_status s;
    if ((s = skpi__urban_history_take(r.at, history, &c.history)) ||
        (s = skpi__array(r.at, "window", window, n_windows, 1)))
        return s;
    r.n = c.history.n;
    if ((s = skpi__rows_matrix(&r, "urgd", urgd, n_windows)) || (s = skpi__urban_history_places(r.at, &c.history)))
        return s;
    for (size_t k = 0; k < n_windows; k++)
        if ((s = skpi__positive(skpi__element(r.at, k), "window", window[k]))) return s;
    return skpi__rows_run(&r, &steps, &c);
}
