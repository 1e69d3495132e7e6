/* The parameter of an emission path that meets a target (a budget, an emission at the end, a net-zero date), and the
 * targets that can be met; the equations of each shape are in its file (shape_linear.c ..., see shape.h). */
#include "carbon/path_members.h"
#include "core/check.h"

static skpi_status solve_outside(skpi__at at, int32_t by, double target, double low, double high, int below)
{
    const char *why = by != SKPI_CARBON_TARGET_BUDGET ? ""
                      : below                         ? ": even the fastest decline takes more"
                                                      : ": even the slowest decline leaves some of it";
    return skpi__fail(at, below ? SKPI_EINFEASIBLE : SKPI_ENOTBINDING, "target", target,
                      "is not inside the open interval (%g, %g) of the targets that this path can meet%s", low, high,
                      why);
}

typedef struct solve_call {
    skpi__carbon_paths own;
    int32_t by;
    const double *target;
    double *unknown;    /* of skpi_carbon_path_solve */
    double *low, *high; /* of skpi_carbon_path_range */
} solve_call;

static skpi_status solve_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const solve_call *c = call;
    const skpi__carbon_row k = skpi__carbon_load(&c->own, i);
    const int32_t by = c->by;
    const double target = c->target[i];
    double low, high;
    skpi_status s;
    (void)kept;
    if ((s = skpi__carbon_check(at, &c->own, &k, by)) ||
        (s = by == SKPI_CARBON_TARGET_NET_ZERO ? skpi__date(at, "target", target) : skpi__finite(at, "target", target)))
        return s;
    const int inside = c->own.shape->range(&k, by, &low, &high);
    if (!(target > low || (target == low && inside & SKPI__LOW_INSIDE)))
        return solve_outside(at, by, target, low, high, 1);
    if (!(target < high || (target == high && inside & SKPI__HIGH_INSIDE)))
        return solve_outside(at, by, target, low, high, 0);
    return SKPI_OK;
}

static skpi_status solve_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const solve_call *c = call;
    const skpi__carbon_row k = skpi__carbon_load(&c->own, i);
    const double x = c->own.shape->solve(&k, c->by, c->target[i]);
    const skpi_status s = skpi__result(at, "unknown", x);
    (void)kept;
    if (!s) c->unknown[i] = x;
    return s;
}

static void solve_fail(const void *call, size_t i) { ((const solve_call *)call)->unknown[i] = (double)NAN; }

skpi_status skpi_carbon_path_solve(const skpi_carbon_path *path, int32_t by, const double *target, double *unknown,
                                   int32_t *status)
{
    static const skpi__rows_steps steps = {0, solve_check, solve_compute, solve_fail};
    solve_call c = {.by = by, .target = target, .unknown = unknown};
    skpi__rows r;
    skpi_status s;
    if ((s = skpi__carbon_take(__func__, path, status, &c.own, &r)) ||
        (s = skpi__carbon_by(r.at, &c.own, by)) || /* it says which members must be absent */
        (s = skpi__carbon_given(&r, &c.own, by)) || (s = skpi__rows_array(&r, "target", target)) ||
        (s = skpi__rows_array(&r, "unknown", unknown)))
        return s;
    return skpi__rows_run(&r, &steps, &c);
}

static skpi_status range_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const solve_call *c = call;
    const skpi__carbon_row k = skpi__carbon_load(&c->own, i);
    (void)kept;
    return skpi__carbon_check(at, &c->own, &k, c->by);
}

static skpi_status range_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const solve_call *c = call;
    const skpi__carbon_row k = skpi__carbon_load(&c->own, i);
    double low, high;
    (void)at, (void)kept;
    (void)c->own.shape->range(&k, c->by, &low, &high);
    skpi__set(c->low, i, low);
    skpi__set(c->high, i, high);
    return SKPI_OK;
}

static void range_fail(const void *call, size_t i)
{
    const solve_call *c = call;
    skpi__set(c->low, i, (double)NAN);
    skpi__set(c->high, i, (double)NAN);
}

skpi_status skpi_carbon_path_range(const skpi_carbon_path *path, int32_t by, double *low, double *high, int32_t *status)
{
    static const skpi__rows_steps steps = {0, range_check, range_compute, range_fail};
    solve_call c = {.by = by, .low = low, .high = high};
    skpi__rows r;
    skpi_status s;
    if ((s = skpi__carbon_take(__func__, path, status, &c.own, &r)) || (s = skpi__carbon_by(r.at, &c.own, by)) ||
        (s = skpi__carbon_given(&r, &c.own, by)))
        return s;
    return skpi__rows_run(&r, &steps, &c);
}
