/* Dates at which an emission path is at net zero or at another threshold; each shape has its equations (shape.h). */
#include "carbon/path_members.h"
#include "core/check.h"

typedef struct net_zero_call {
    const skpi__carbon_paths *paths;
    const double *threshold;
    double *first, *permanent;
} net_zero_call;

typedef struct net_zero_found {
    double first, permanent;
} net_zero_found;

static skpi_status net_zero_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const net_zero_call *c = call;
    const skpi__carbon_row k = skpi__carbon_load(c->paths, i);
    const skpi_status unusual = skpi__carbon_check(at, c->paths, &k, 0);
    net_zero_found *f = kept;
    skpi_status s = unusual;
    if (s < 0 || (c->threshold && (s = skpi__finite(at, "threshold", c->threshold[i])))) return s;
    double limit = c->threshold ? c->threshold[i] : 0;
    limit = skpi__carbon_level(skpi__carbon_level(skpi__carbon_level(limit, k.e0), k.e_peak), k.residual);
    f->permanent = c->paths->shape->settle(&k, limit);
    f->first = k.e0 <= limit ? k.t0 : f->permanent;
    return isinf(f->permanent) ? skpi__result(at, "permanent", f->permanent) : unusual;
}

static skpi_status net_zero_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const net_zero_call *c = call;
    const net_zero_found *f = kept;
    (void)at;
    skpi__set(c->first, i, f->first);
    skpi__set(c->permanent, i, f->permanent);
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
    static const skpi__rows_steps steps = {sizeof(net_zero_found), net_zero_check, net_zero_compute, net_zero_fail};
    skpi__carbon_paths own;
    skpi_status s = skpi__carbon_take(skpi__here(__func__), path, &own);
    if (s) return s;
    skpi__rows r = skpi__rows_begin(__func__, own.path.n, status);
    r.count = "path->n";
    if ((s = skpi__carbon_given(&r, &own, 0))) return s;
    return skpi__rows_run(&r, &steps, &(net_zero_call){&own, threshold, first, permanent});
}
