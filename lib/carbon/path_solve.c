/* The parameter of an emission path that meets a target (a budget, an end, a net-zero date), and the targets that can be
 * met; the equations of each shape are in its file, shape_linear.c and so on (shape.h). */
#include "carbon/path_members.h"
#include "core/check.h"
#include "numeric/decimal.h"

typedef struct solve_call {
    const skpi__carbon_paths *paths;
    int32_t by;
    const double *target;
    double *unknown, *low, *high;
} solve_call;

/* Refuses a target outside the interval; `inside` tells which ends of the interval can be met too. */
static skpi_status solve_outside(skpi__at at, const solve_call *c, double target, double low, double high, int inside,
                                 int below)
{
    const int closed = inside == (SKPI__LOW_INSIDE | SKPI__HIGH_INSIDE);
    const char *why = c->by != SKPI_CARBON_TARGET_BUDGET ? ""
                      : closed                           ? (below ? ": every path through the waypoint takes more"
                                                                  : ": every path through the waypoint takes less")
                      : below                            ? ": even the fastest decline takes more"
                                                         : ": even the slowest decline leaves some of it";
    return skpi__fail(at, below ? SKPI_EINFEASIBLE : SKPI_ENOTBINDING, "target", target,
                      closed ? "is not inside the closed interval [%g, %g] of the targets that this path can meet%s"
                             : "is not inside the open interval (%g, %g) of the targets that this path can meet%s",
                      low, high, why);
}

/* Whether a target is an end of the interval but for rounding; size is that of figures which cancel in the end. */
static int solve_at_end(double target, double end, double size)
{
    return skpi__rounded(target - end, fmax(size, fmax(fabs(target), fabs(end)))) == 0;
}

static skpi_status solve_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const solve_call *c = call;
    const skpi__carbon_row k = skpi__carbon_load(c->paths, i);
    const double target = c->target[i];
    double low, high, size[2] = {0, 0};
    const skpi_status unusual = skpi__carbon_check(at, c->paths, &k, c->by);
    skpi_status s = unusual;
    (void)kept;
    if (s < 0 || (s = c->by == SKPI_CARBON_TARGET_NET_ZERO ? skpi__date(at, "target", target)
                                                           : skpi__finite(at, "target", target)))
        return s;
    const int inside = c->paths->shape->range(&k, c->by, &low, &high, size);
    const int lowest = solve_at_end(target, low, size[0]), highest = solve_at_end(target, high, size[1]);
    if (lowest ? !(inside & SKPI__LOW_INSIDE) : !(target > low))
        return solve_outside(at, c, target, low, high, inside, 1);
    if (highest ? !(inside & SKPI__HIGH_INSIDE) : !(target < high))
        return solve_outside(at, c, target, low, high, inside, 0);
    return unusual;
}

static skpi_status solve_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const solve_call *c = call;
    const skpi__carbon_row k = skpi__carbon_load(c->paths, i);
    const double x = c->paths->shape->solve(&k, c->by, c->target[i]);
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
    skpi__carbon_paths own;
    skpi_status s = skpi__carbon_take(skpi__here(__func__), path, &own);
    if (s) return s;
    skpi__rows r = skpi__rows_begin(__func__, own.path.n, status);
    if ((s = skpi__carbon_by(r.at, &own, by)) || /* checked first, because `by` decides which members must be absent */
        (s = skpi__carbon_given(&r, &own, by)) || (s = skpi__rows_array(&r, "target", target)) ||
        (s = skpi__rows_array(&r, "unknown", unknown)))
        return s;
    return skpi__rows_run(&r, &steps, &(solve_call){&own, by, target, unknown, NULL, NULL});
}

static skpi_status range_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const solve_call *c = call;
    const skpi__carbon_row k = skpi__carbon_load(c->paths, i);
    (void)kept;
    return skpi__carbon_check(at, c->paths, &k, c->by);
}

static skpi_status range_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const solve_call *c = call;
    const skpi__carbon_row k = skpi__carbon_load(c->paths, i);
    double low, high, size[2] = {0, 0};
    (void)at, (void)kept;
    (void)c->paths->shape->range(&k, c->by, &low, &high, size);
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
    skpi__carbon_paths own;
    skpi_status s = skpi__carbon_take(skpi__here(__func__), path, &own);
    if (s) return s;
    skpi__rows r = skpi__rows_begin(__func__, own.path.n, status);
    if ((s = skpi__carbon_by(r.at, &own, by)) || (s = skpi__carbon_given(&r, &own, by))) return s;
    return skpi__rows_run(&r, &steps, &(solve_call){&own, by, NULL, NULL, low, high});
}
