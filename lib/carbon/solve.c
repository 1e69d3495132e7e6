/* The parameter of an emission path that meets a target, and the targets that can be met; the equations stand with each
 * shape (path.h says how). */
#include "carbon/path.h"
#include "core/check.h"

static skpi_status outside(skpi__at at, int32_t by, double target, double low, double high, int below)
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
    if (!(target > low || (target == low && inside & SKPI__LOW_INSIDE))) return outside(at, by, target, low, high, 1);
    if (!(target < high || (target == high && inside & SKPI__HIGH_INSIDE)))
        return outside(at, by, target, low, high, 0);
    return SKPI_OK;
}

/* The free parameter of the path that meets the target.
 *
 * Given:    n          places
 *           path       as for skpi_carbon_path_value; the member that is the unknown is NULL; t_end where the target
 *                      holds, if the shape does not say itself
 *           by         what the target is: SKPI_CARBON_TARGET_BUDGET, the cumulative emission by the path's convention;
 *                      SKPI_CARBON_TARGET_END, the emission at t_end; SKPI_CARBON_TARGET_NET_ZERO, the date of net zero
 *           target     the caller's unit, or a date (n)
 * Returned: unknown    linear, exponential, compound: rate; logistic: t_mid; capped: mitigation; peak: power; Hermite:
 *                      t_net_zero (n; may be the array target)
 *           status     each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null; a choice that is none, or that this shape cannot be solved by; the
 *           unknown given), SKPI_ESTRUCT, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM, SKPI_ENOTSORTED, SKPI_EINCONSISTENT
 *           (as for skpi_carbon_path_value, and of t_end), SKPI_EINFEASIBLE (below the interval of
 *           skpi_carbon_path_range), SKPI_ENOTBINDING (above it), SKPI_EOVERFLOW (emissions, or the unknown),
 *           SKPI_ENOMEM
 * Source:   each shape's file: linear.c, exponential.c, logistic.c, capped.c, peak.c, hermite.c
 */
skpi_status skpi_carbon_path_solve(size_t n, const skpi_carbon_path *path, int32_t by, const double *target,
                                   double *unknown, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    const skpi__carbon_shape *shape = NULL;
    skpi_carbon_path own;
    skpi_status s;
    if ((s = skpi__carbon_take(r.at, path, &own, &shape)) || /* by says which members must be absent */
        (s = skpi__carbon_by(r.at, shape, &own, by)) || (s = skpi__carbon_given(&r, shape, &own, by)) ||
        (s = skpi__given(&r, "target", target)) || (s = skpi__given(&r, "unknown", unknown)))
        return s;
    for (size_t i = 0; i < n; i++) /* every row before the first write */
        if ((s = skpi__row(&r, i, solve_check(skpi__row_at(&r, i), shape, &own, i, by, target[i])))) return s;
    for (size_t i = 0; i < n; i++) {
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

/* Open interval of the targets that can be met.
 *
 * Given:    n          places
 *           path       as for skpi_carbon_path_solve
 *           by         what the target is, as there
 * Returned: low, high  a target can be met if low < target < high, the caller's unit or a date (n); either may be NULL;
 *                      infinite: there is no bound
 *           status     each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null; a choice that is none, or that this shape cannot be solved by; the
 *           unknown given), SKPI_ESTRUCT, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM, SKPI_ENOTSORTED, SKPI_EINCONSISTENT
 *           (as for skpi_carbon_path_value, and of t_end), SKPI_EOVERFLOW, SKPI_ENOMEM
 * Source:   each shape's file: linear.c, exponential.c, logistic.c, capped.c, peak.c, hermite.c
 */
skpi_status skpi_carbon_path_range(size_t n, const skpi_carbon_path *path, int32_t by, double *low, double *high,
                                   int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    const skpi__carbon_shape *shape = NULL;
    skpi_carbon_path own;
    skpi_status s;
    if ((s = skpi__carbon_take(r.at, path, &own, &shape)) || (s = skpi__carbon_by(r.at, shape, &own, by)) ||
        (s = skpi__carbon_given(&r, shape, &own, by)))
        return s;
    for (size_t i = 0; i < n; i++) {
        const skpi__carbon_row k = skpi__carbon_load(&own, i);
        if ((s = skpi__row(&r, i, skpi__carbon_check(skpi__row_at(&r, i), shape, &own, &k, by)))) return s;
    }
    for (size_t i = 0; i < n; i++) {
        double lo = (double)NAN, hi = (double)NAN;
        if (skpi__row_good(&r, i)) {
            const skpi__carbon_row k = skpi__carbon_load(&own, i);
            (void)shape->range(&k, by, &lo, &hi);
        }
        skpi__put(low, i, lo);
        skpi__put(high, i, hi);
    }
    return skpi__rows_end(&r);
}
