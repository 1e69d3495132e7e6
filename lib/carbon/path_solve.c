/* The parameter of an emission path that meets a target, and the targets that can be met; each shape has its equations
 * (shape.h). */
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

static skpi_status solve_check(skpi__at at, const skpi__carbon_shape *shape, const skpi_carbon_path *path, size_t i,
                               int32_t by, double target)
{
    const skpi__carbon_row k = skpi__carbon_load(path, i);
    double low, high;
    skpi_status s;
    if ((s = skpi__carbon_check(at, shape, path, &k, by)) ||
        (s = by == SKPI_CARBON_TARGET_NET_ZERO ? skpi__date(at, "target", target) : skpi__finite(at, "target", target)))
        return s;
    const int inside = shape->range(&k, by, &low, &high);
    if (!(target > low || (target == low && inside & SKPI__LOW_INSIDE)))
        return solve_outside(at, by, target, low, high, 1);
    if (!(target < high || (target == high && inside & SKPI__HIGH_INSIDE)))
        return solve_outside(at, by, target, low, high, 0);
    return SKPI_OK;
}

skpi_status skpi_carbon_path_solve(const skpi_carbon_path *path, int32_t by, const double *target, double *unknown,
                                   int32_t *status)
{
    const skpi__carbon_shape *shape = NULL;
    skpi_carbon_path own;
    skpi_status s = skpi__carbon_take(skpi__here(__func__), path, &own, &shape);
    if (s) return s;
    skpi__rows r = skpi__rows_begin(__func__, own.n, status);
    if ((s = skpi__carbon_by(r.at, shape, &own, by)) || /* it says which members must be absent */
        (s = skpi__carbon_given(&r, shape, &own, by)) || (s = skpi__rows_array(&r, "target", target)) ||
        (s = skpi__rows_array(&r, "unknown", unknown)))
        return s;
    for (size_t i = 0; i < r.n; i++) /* every row before the first write */
        if ((s = skpi__row(&r, i, solve_check(skpi__row_at(&r, i), shape, &own, i, by, target[i])))) return s;
    for (size_t i = 0; i < r.n; i++) {
        double x = (double)NAN;
        if (skpi__row_good(&r, i)) {
            const skpi__carbon_row k = skpi__carbon_load(&own, i);
            x = shape->solve(&k, by, target[i]);
            if ((s = skpi__result(skpi__row_at(&r, i), "unknown", x))) {
                if ((s = skpi__row(&r, i, s))) return s;
                x = (double)NAN;
            }
        }
        unknown[i] = x;
    }
    return skpi__rows_end(&r);
}

skpi_status skpi_carbon_path_range(const skpi_carbon_path *path, int32_t by, double *low, double *high, int32_t *status)
{
    const skpi__carbon_shape *shape = NULL;
    skpi_carbon_path own;
    skpi_status s = skpi__carbon_take(skpi__here(__func__), path, &own, &shape);
    if (s) return s;
    skpi__rows r = skpi__rows_begin(__func__, own.n, status);
    if ((s = skpi__carbon_by(r.at, shape, &own, by)) || (s = skpi__carbon_given(&r, shape, &own, by))) return s;
    for (size_t i = 0; i < r.n; i++) {
        const skpi__carbon_row k = skpi__carbon_load(&own, i);
        if ((s = skpi__row(&r, i, skpi__carbon_check(skpi__row_at(&r, i), shape, &own, &k, by)))) return s;
    }
    for (size_t i = 0; i < r.n; i++) {
        double lo = (double)NAN, hi = (double)NAN;
        if (skpi__row_good(&r, i)) {
            const skpi__carbon_row k = skpi__carbon_load(&own, i);
            (void)shape->range(&k, by, &lo, &hi);
        }
        skpi__set(low, i, lo);
        skpi__set(high, i, hi);
    }
    return skpi__rows_end(&r);
}
