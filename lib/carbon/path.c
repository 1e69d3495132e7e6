/* Emission paths: values, the parameter that meets a target, the targets that can be met.
 *
 * What all shapes share; the equations stand with each shape (path.h says how).
 */
#include "carbon/path.h"
#include "core/check.h"
#include "core/struct.h"
#include <float.h>

static const skpi__carbon_shape *const shapes[] = {&skpi__carbon_peak_shape};

skpi_status skpi__carbon_absent(skpi__at at, const char *name, const double *member, const char *why)
{
    return member ? skpi__refuse(at, SKPI_EINVAL, name, "must be NULL here: %s", why) : SKPI_OK;
}

skpi_status skpi__carbon_bounded(skpi__at at, const char *name, double value)
{
    /* 4096 is above four times the 900 years of the window: sums of pieces stay finite too */
    return fabs(value) <= DBL_MAX / 4096
               ? SKPI_OK
               : skpi__fail(at, SKPI_EOVERFLOW, name, value, "is so large that a cumulative could overflow");
}

/* The caller's struct, its shape and convention. */
static skpi_status take(skpi__at at, const skpi_carbon_path *path, skpi_carbon_path *own,
                        const skpi__carbon_shape **shape)
{
    skpi_status s = SKPI__NEED(at, path, 0, own);
    if (s) return s;
    *shape = NULL;
    for (size_t k = 0; k < sizeof shapes / sizeof *shapes; k++)
        if (shapes[k]->shape == own->shape) *shape = shapes[k];
    if (!*shape)
        return skpi__fail(at, SKPI_EINVAL, "path->shape", own->shape,
                          "is not a shape of path (enum skpi_carbon_shape)");
    return skpi__choice(at, "path->convention", own->convention, (*shape)->convention,
                        "a convention of this shape (enum skpi_carbon_convention)");
}

/* Emission in each year and cumulative from t0 to it.
 *
 * Given:    n          places
 *           path       shape, convention (neither has a default) and the parameters of each place
 *           first_year, n_years  whole years, common to all places; a year is the date year.0
 * Returned: emission   the caller's unit per year (n x n_years), or NULL
 *           cumulative integral of the emission from t0 to each year, the caller's unit (n x n_years), or NULL
 *           status     each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null; a choice that is none), SKPI_ESTRUCT, SKPI_ENOTFINITE,
 *           SKPI_ERANGE (a date outside the window; a negative emission, plateau or power), SKPI_EDOM (a year before
 *           t0; power 0; peak not above the residual), SKPI_ENOTSORTED (dates of the path), SKPI_EINCONSISTENT (the
 *           peak is below the start), SKPI_EOVERFLOW, SKPI_ENOMEM
 * Source:   peak shape: peak.c
 */
skpi_status skpi_carbon_path_value(size_t n, const skpi_carbon_path *path, int32_t first_year, size_t n_years,
                                   double *emission, double *cumulative, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    const skpi__carbon_shape *shape;
    skpi_carbon_path own;
    skpi_status s;
    if ((s = take(r.at, path, &own, &shape)) || (s = shape->given(&r, &own, 0)) ||
        (s = skpi__axis(r.at, "first_year", first_year, n_years)) || (s = skpi__fits(r.at, "emission", n, n_years)) ||
        (s = skpi__fits(r.at, "cumulative", n, n_years)))
        return s;
    for (size_t i = 0; i < n; i++) { /* every row before the first write */
        skpi__at at = skpi__row_at(&r, i);
        s = shape->check(at, &own, i, 0);
        if (!s && n_years && (double)first_year < own.t0[i])
            s = skpi__fail(at, SKPI_EDOM, "path->t0", own.t0[i],
                           "is after first_year = %d: the path is undefined before t0", (int)first_year);
        if ((s = skpi__row(&r, i, s))) return s;
    }
    for (size_t i = 0; i < n; i++) {
        double *e = emission ? emission + i * n_years : NULL, *c = cumulative ? cumulative + i * n_years : NULL;
        if (skpi__row_good(&r, i))
            shape->value(&own, i, first_year, n_years, e, c);
        else {
            skpi__put_nan(e, n_years);
            skpi__put_nan(c, n_years);
        }
    }
    return skpi__rows_end(&r);
}

static skpi_status outside(skpi__at at, double target, double low, double high)
{
    return target <= low ? skpi__fail(at, SKPI_EINFEASIBLE, "target", target,
                                      "is not inside the open interval (%g, %g) of the targets that this path can "
                                      "meet: even the fastest decline takes more",
                                      low, high)
                         : skpi__fail(at, SKPI_ENOTBINDING, "target", target,
                                      "is not inside the open interval (%g, %g) of the targets that this path can "
                                      "meet: even the slowest decline leaves some of it",
                                      low, high);
}

static skpi_status solve_check(skpi__at at, const skpi__carbon_shape *shape, const skpi_carbon_path *path, size_t i,
                               int32_t by, double target)
{
    double low, high;
    skpi_status s;
    if ((s = shape->check(at, path, i, by)) || (s = skpi__finite(at, "target", target))) return s;
    shape->range(path, i, by, &low, &high);
    if (!(low < target && target < high)) return outside(at, target, low, high);
    return skpi__result(at, "unknown", shape->solve(path, i, by, target));
}

/* The free parameter of the path that meets the target.
 *
 * Given:    n          places
 *           path       as for skpi_carbon_path_value; the member that is the unknown is NULL
 *           by         what the target is: SKPI_CARBON_BY_BUDGET, the integral of the emission from t0 to t_net_zero
 *           target     the caller's unit (n); may be negative where the residual is
 * Returned: unknown    peak shape by budget: power, > 0 (n; may be the array target)
 *           status     each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null; a choice that is none; the unknown given), SKPI_ESTRUCT,
 *           SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM, SKPI_ENOTSORTED, SKPI_EINCONSISTENT (as for
 *           skpi_carbon_path_value), SKPI_EINFEASIBLE (at or below the interval of skpi_carbon_path_range),
 *           SKPI_ENOTBINDING (at or above it), SKPI_EOVERFLOW (emissions, or the power), SKPI_ENOMEM
 * Source:   peak shape: peak.c
 */
skpi_status skpi_carbon_path_solve(size_t n, const skpi_carbon_path *path, int32_t by, const double *target,
                                   double *unknown, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    const skpi__carbon_shape *shape;
    skpi_carbon_path own;
    skpi_status s;
    if ((s = take(r.at, path, &own, &shape)) || /* by says which member must be absent */
        (s = skpi__choice(r.at, "by", by, shape->by, "what this shape is solved by (enum skpi_carbon_unknown)")) ||
        (s = shape->given(&r, &own, by)) || (s = skpi__given(&r, "target", target)) ||
        (s = skpi__given(&r, "unknown", unknown)))
        return s;
    for (size_t i = 0; i < n; i++) /* every row before the first write */
        if ((s = skpi__row(&r, i, solve_check(skpi__row_at(&r, i), shape, &own, i, by, target[i])))) return s;
    for (size_t i = 0; i < n; i++)
        unknown[i] = skpi__row_good(&r, i) ? shape->solve(&own, i, by, target[i]) : (double)NAN;
    return skpi__rows_end(&r);
}

/* Open interval of the targets that can be met.
 *
 * Given:    n          places
 *           path       as for skpi_carbon_path_solve
 *           by         what the target is: SKPI_CARBON_BY_BUDGET
 * Returned: low, high  a target can be met if low < target < high, the caller's unit (n); either may be NULL
 *           status     each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null; a choice that is none; the unknown given), SKPI_ESTRUCT,
 *           SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM, SKPI_ENOTSORTED, SKPI_EINCONSISTENT (as for
 *           skpi_carbon_path_value), SKPI_EOVERFLOW, SKPI_ENOMEM
 * Source:   peak shape: peak.c
 */
skpi_status skpi_carbon_path_range(size_t n, const skpi_carbon_path *path, int32_t by, double *low, double *high,
                                   int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    const skpi__carbon_shape *shape;
    skpi_carbon_path own;
    skpi_status s;
    if ((s = take(r.at, path, &own, &shape)) ||
        (s = skpi__choice(r.at, "by", by, shape->by, "what this shape is solved by (enum skpi_carbon_unknown)")) ||
        (s = shape->given(&r, &own, by)))
        return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, shape->check(skpi__row_at(&r, i), &own, i, by)))) return s;
    for (size_t i = 0; i < n; i++) {
        double lo = (double)NAN, hi = (double)NAN;
        if (skpi__row_good(&r, i)) shape->range(&own, i, by, &lo, &hi);
        skpi__put(low, i, lo);
        skpi__put(high, i, hi);
    }
    return skpi__rows_end(&r);
}
