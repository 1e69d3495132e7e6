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
#include "numeric/decimal.h"

typedef struct net_zero_dates {
    double first, permanent;
    int32_t verdict;
} net_zero_dates;

/* The crossing between the value j and the next one. */
static double net_zero_crossing(const skpi_table *t, const double *e, size_t j, double threshold)
{
    const double x1 = skpi__less(e[j], threshold), x2 = skpi__less(e[j + 1], threshold);
    return t->year[j] + (double)(t->year[j + 1] - t->year[j]) * (x1 / (x1 - x2));
}

static net_zero_dates net_zero_find(const skpi_table *t, size_t i, double threshold)
{
    const double *e = t->value + i * t->m;
    const size_t none = t->m;
    /* columns of the first value at or below the threshold, and of the last value above it */
    size_t first = 0, above = none;
    net_zero_dates d = {(double)NAN, (double)NAN, SKPI_CARBON_NET_ZERO_VERDICT_NEVER};
    while (first < t->m && !skpi__reaches(threshold, e[first], 0)) first++;
    for (size_t j = 0; j < t->m; j++)
        if (!skpi__reaches(threshold, e[j], 0)) above = j;
    if (first == none) return d;
    d.first = first ? net_zero_crossing(t, e, first - 1, threshold) : t->year[0];
    if (above == none)
        d.permanent = t->year[0];
    else if (above + 1 < t->m)
        d.permanent = net_zero_crossing(t, e, above, threshold);
    const int stays = d.permanent == d.first;
    d.verdict = first ? (stays ? SKPI_CARBON_NET_ZERO_VERDICT_REACHED : SKPI_CARBON_NET_ZERO_VERDICT_TEMPORARY)
                      : (stays ? SKPI_CARBON_NET_ZERO_VERDICT_ALREADY : SKPI_CARBON_NET_ZERO_VERDICT_ALREADY_TEMPORARY);
    return d;
}

typedef struct net_zero_call {
    skpi_table t;
    const double *threshold;
    skpi_carbon_net_zero_out out;
} net_zero_call;

static skpi_status net_zero_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const net_zero_call *c = call;
    const double limit = c->threshold ? c->threshold[i] : 0, *e = c->t.value + i * c->t.m;
    skpi_status s = SKPI_OK;
    (void)kept;
    for (size_t j = 0; j < c->t.m; j++)
        if ((s = skpi__finite(skpi__cell(at, i, j), "emission->value", e[j]))) return s;
    if ((s = skpi__finite(at, "threshold", limit))) return s;
    /* the difference of two values must be a double, so twice the distance from the threshold must be one */
    for (size_t j = 0; j < c->t.m && !s; j++)
        s = skpi__result(skpi__cell(at, i, j), "emission->value", 2 * (e[j] - limit));
    return s;
}

static skpi_status net_zero_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const net_zero_call *c = call;
    const net_zero_dates d = net_zero_find(&c->t, i, c->threshold ? c->threshold[i] : 0);
    (void)at, (void)kept;
    skpi__set(c->out.first, i, d.first);
    skpi__set(c->out.permanent, i, d.permanent);
    skpi__set_int(c->out.verdict, i, d.verdict);
    return SKPI_OK;
}

static void net_zero_fail(const void *call, size_t i)
{
    const net_zero_call *c = call;
    skpi__set(c->out.first, i, (double)NAN);
    skpi__set(c->out.permanent, i, (double)NAN);
    skpi__set_int(c->out.verdict, i, SKPI_NONE);
}

skpi_status skpi_carbon_net_zero(const skpi_table *emission, const double *threshold, skpi_carbon_net_zero_out *out,
                                 int32_t *status)
{
    static const skpi__rows_steps steps = {0, net_zero_check, net_zero_compute, net_zero_fail};
    net_zero_call call = {.threshold = threshold};
    skpi_status s = SKPI__TABLE(skpi__here(__func__), emission, &call.t);
    if (s) return s;
    skpi__rows r = skpi__rows_begin(__func__, call.t.n, status);
    if ((s = SKPI__STRUCT(r.at, out, 0, &call.out))) return s;
    return skpi__rows_run(&r, &steps, &call);
}
