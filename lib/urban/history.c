/* Dated observations, read and checked (history.h). */
#include "urban/history.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"

skpi_status skpi__urban_history_take(skpi__at at, const skpi_urban_history *history, skpi_urban_history *copy)
{
    static const double none = 0; /* an offset of 0 needs an array */
    skpi_status s;
    if ((s = SKPI__STRUCT(at, history, 0, copy)) || (s = skpi__array(at, "history->first", copy->first, copy->n, 1)) ||
        (s = skpi__array(at, "history->date", copy->date, copy->n_observations, 1)) ||
        (s = skpi__array(at, "history->share", copy->share, copy->n_observations, 1)))
        return s;
    if (!copy->n_observations) copy->date = copy->share = &none;
    return SKPI_OK;
}

skpi_status skpi__urban_history_places(skpi__at at, const skpi_urban_history *history)
{
    const skpi_urban_history *h = history;
    if (!h->n) return SKPI_OK;
    for (size_t i = 0; i < h->n; i++)
        if (h->first[i + 1] < h->first[i])
            return skpi__fail(skpi__element(at, i + 1), SKPI_ENOTSORTED, "history->first", (double)h->first[i + 1],
                              "is below the one before, %zu", h->first[i]);
    if (h->first[h->n] > h->n_observations)
        return skpi__fail(skpi__element(at, h->n), SKPI_ERANGE, "history->first", (double)h->first[h->n],
                          "is beyond history->n_observations = %zu", h->n_observations);
    return SKPI_OK;
}

skpi_status skpi__urban_history_check(skpi__at at, const skpi_urban_history *history, size_t i)
{
    const size_t first = history->first[i], n = history->first[i + 1] - first;
    const double *date = history->date + first, *share = history->share + first;
    skpi_status s;
    if (!n) return skpi__fail(at, SKPI_ENODATA, "history->first", (double)first, "begins a place without observations");
    for (size_t k = 0; k < n; k++) {
        at.column = (int64_t)k;
        if ((s = skpi__date(at, "history->date", date[k]))) return s;
        if (k && date[k] == date[k - 1])
            return skpi__fail(at, SKPI_EDUPLICATE, "history->date", date[k], "is given twice");
        if (k && date[k] < date[k - 1])
            return skpi__fail(at, SKPI_ENOTSORTED, "history->date", date[k], "comes after %g: dates must increase",
                              date[k - 1]);
    }
    for (size_t k = 0; k < n; k++) {
        at.column = (int64_t)k;
        if ((s = skpi__share(at, "history->share", share[k]))) return s;
    }
    return SKPI_OK;
}
