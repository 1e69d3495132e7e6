/* Net-zero date of a series: dates at which the straight lines between its values are at or below a threshold, first
 * and permanently.
 *
 * With x = E - threshold, the crossing between two years is t1 + x1 (t2 - t1)/(x1 - x2).
 * Source: plane geometry; the verdicts were made for this library, smartkpi_carbon(7).
 */
#include <smartkpi/carbon.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/table.h"

typedef struct dates {
    double first, permanent;
    int32_t verdict;
} dates;

static double crossing(double t1, double x1, double t2, double x2) { return t1 + (t2 - t1) * (x1 / (x1 - x2)); }

static dates dates_of(const skpi_table *t, size_t i, double threshold)
{
    const double *e = t->value + i * t->m;
    const size_t none = t->m;
    size_t first = 0, above = none; /* the first value at or below, the last above */
    dates d = {(double)NAN, (double)NAN, SKPI_CARBON_NET_ZERO_VERDICT_NEVER};
    while (first < t->m && e[first] > threshold) first++;
    for (size_t j = 0; j < t->m; j++)
        if (e[j] > threshold) above = j;
    if (first == none) return d;
    d.first = first ? crossing(t->year[first - 1], e[first - 1] - threshold, t->year[first], e[first] - threshold)
                    : t->year[0];
    if (above == none)
        d.permanent = t->year[0];
    else if (above + 1 < t->m)
        d.permanent = crossing(t->year[above], e[above] - threshold, t->year[above + 1], e[above + 1] - threshold);
    const int stays = d.permanent == d.first;
    d.verdict = first ? (stays ? SKPI_CARBON_NET_ZERO_VERDICT_REACHED : SKPI_CARBON_NET_ZERO_VERDICT_TEMPORARY)
                      : (stays ? SKPI_CARBON_NET_ZERO_VERDICT_ALREADY : SKPI_CARBON_NET_ZERO_VERDICT_ALREADY_TEMPORARY);
    return d;
}

skpi_status skpi_carbon_net_zero(const skpi_table *emission, const double *threshold, skpi_carbon_net_zero_out *out,
                                 int32_t *status)
{
    skpi_table t;
    skpi_carbon_net_zero_out own;
    skpi_status s = SKPI__TABLE(skpi__here(__func__), emission, &t);
    if (s) return s;
    skpi__rows r = skpi__rows_begin(__func__, t.n, status);
    if ((s = skpi__array_size(r.at, "threshold", t.n, 1)) || (s = SKPI__STRUCT(r.at, out, 0, &own))) return s;
    for (size_t i = 0; i < t.n; i++) { /* every row before the first write */
        const skpi__at at = skpi__row_at(&r, i);
        const double limit = threshold ? threshold[i] : 0;
        for (size_t j = 0; j < t.m && !s; j++)
            s = skpi__finite(skpi__cell(at, i, j), "emission->value", t.value[i * t.m + j]);
        if (!s) s = skpi__finite(at, "threshold", limit);
        for (size_t j = 0; j < t.m && !s; j++) /* a difference of two values, each far from the threshold */
            s = skpi__result(skpi__cell(at, i, j), "emission->value", 2 * (t.value[i * t.m + j] - limit));
        if ((s = skpi__row(&r, i, s))) return s;
    }
    for (size_t i = 0; i < t.n; i++) {
        dates d = {(double)NAN, (double)NAN, SKPI_NONE};
        if (skpi__row_good(&r, i)) d = dates_of(&t, i, threshold ? threshold[i] : 0);
        skpi__set(own.first, i, d.first);
        skpi__set(own.permanent, i, d.permanent);
        if (own.verdict) own.verdict[i] = d.verdict;
    }
    return skpi__rows_end(&r);
}
