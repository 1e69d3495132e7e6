/* What a history holds that its reader may not expect (history_break.h).
 *
 * Breaks are those of lib/series/jump.h, in the logit; only those in what is read are told, but the usual change is that
 * of the whole history.
 */
#include "urban/history_break.h"
#include "series/jump.h"
#include "urban/window.h"

skpi_status skpi__urban_history_break(skpi__at at, size_t n, const double *date, const double *share, size_t from,
                                      int skipped)
{
    const skpi_status s = skpi__jump_warn(at, "history->share", n, date, share, 1, from);
    return (skpi_status)(skipped ? s | SKPI_WMISSING : s);
}

/* The first observation that a method reads. */
static size_t history_break_from(const skpi__urban_rules *rules, const skpi__urban_path_source *h, int32_t method,
                                 int *skipped)
{
    const double *window;
    const int points = method == SKPI_URBAN_METHOD_LINEAR,
              last_alone = method == SKPI_URBAN_METHOD_PERSISTENCE || method == SKPI_URBAN_METHOD_BOCQUIER;
    size_t from = h->n - 1;
    if (last_alone) return from;
    if (method == SKPI_URBAN_METHOD_LOGISTIC || method == SKPI_URBAN_METHOD_GOMPERTZ) return 0;
    /* includes the windows of CAUTIOUS */
    if (method == SKPI_URBAN_METHOD_CAUTIOUS) method = SKPI_URBAN_METHOD_CONVERGING;
    const size_t n = skpi__urban_path_windows(rules, method, 0, &window);
    for (size_t k = 0; k < n; k++) {
        const size_t i = skpi__urban_window_from(h->n, h->date, h->share, window[k], !points, skipped);
        if (i < from) from = i;
    }
    return from;
}

skpi_status skpi__urban_path_break(skpi__at at, const skpi__urban_rules *rules, const skpi__urban_path_source *h)
{
    const int mean = rules->method == SKPI_URBAN_METHOD_MEAN;
    const double last = h->share[h->n - 1];
    size_t from = h->n - 1;
    int skipped = 0;
    if (last <= 0 || last >= 1) return SKPI_OK; /* such a share stays as it is */
    for (size_t k = 0; k < (mean ? rules->n_mean : 1); k++) {
        const size_t i = history_break_from(rules, h, mean ? rules->mean_method[k] : rules->method, &skipped);
        if (i < from) from = i;
    }
    return skpi__urban_history_break(at, h->n, h->date, h->share, from, skipped);
}
