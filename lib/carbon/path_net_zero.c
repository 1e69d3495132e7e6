/* Dates at which an emission path is at net zero or at another threshold; each shape has its equations (shape.h). */
#include "carbon/path_members.h"
#include "core/check.h"

typedef struct net_zero_call {
    skpi__carbon_paths own;
    const double *threshold; /* NULL = 0 */
    double *first, *permanent;
} net_zero_call;

typedef struct net_zero_dates {
    double first, permanent;
} net_zero_dates;

static skpi_status net_zero_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const net_zero_call *c = call;
    const skpi__carbon_row k = skpi__carbon_load(&c->own, i);
    const double threshold = c->threshold ? c->threshold[i] : 0;
    net_zero_dates *found = kept;
    skpi_status s;
    if ((s = skpi__carbon_check(at, &c->own, &k, 0)) || (s = skpi__finite(at, "threshold", threshold))) return s;
    found->permanent = c->own.shape->settle(&k, threshold);
    found->first = k.e0 <= threshold ? k.t0 : found->permanent;
    return isinf(found->permanent) ? skpi__result(at, "permanent", found->permanent) : SKPI_OK;
}

static skpi_status net_zero_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const net_zero_call *c = call;
    const net_zero_dates *found = kept;
    (void)at;
    skpi__set(c->first, i, found->first);
    skpi__set(c->permanent, i, found->permanent);
    return SKPI_OK;
}

static void net_zero_fail(const void *call, size_t i)
{
    const net_zero_call *c = call;
    skpi__set(c->first, i, (double)NAN);
    skpi__set(c->permanent, i, (double)NAN);
}

skpi_status skpi_carbon_path_net_zero(const skpi_carbon_path *path, const double *threshold, double *first,
                                      double *permanent, int32_t *status)
{
    static const skpi__rows_steps steps = {sizeof(net_zero_dates), net_zero_check, net_zero_compute, net_zero_fail};
    net_zero_call c = {.threshold = threshold, .first = first, .permanent = permanent};
    skpi__rows r;
    skpi_status s;
    if ((s = skpi__carbon_take(__func__, path, status, &c.own, &r)) || (s = skpi__carbon_given(&r, &c.own, 0)) ||
        (s = skpi__array_size(r.at, "threshold", r.n, 1)))
        return s;
    return skpi__rows_run(&r, &steps, &c);
}
