/* Values of emission paths, year by year; the equations stand with each shape (path.h says how). */
#include "carbon/path.h"
#include "core/check.h"
#include "numeric/sum.h"

/* No year lies before t0, and no emission on the way to the last year is too large. */
static skpi_status check_axis(skpi__at at, const skpi__carbon_shape *shape, const skpi__carbon_row *k,
                              int32_t first_year, size_t n_years)
{
    const double last = (double)first_year + (double)n_years - 1;
    double e, c, t_peak;
    skpi_status s;
    if (n_years == 0) return SKPI_OK;
    if ((double)first_year < k->t0)
        return skpi__fail(at, SKPI_EDOM, "path->t0", k->t0, "is after first_year = %d: the path is undefined before t0",
                          (int)first_year);
    if (!shape->grows) return SKPI_OK;
    shape->at(k, last, &e, &c);
    if ((s = skpi__carbon_bounded(at, "emission", e)) || (s = skpi__result(at, "cumulative", c))) return s;
    shape->peak(k, &t_peak, &e);
    return t_peak > k->t0 && t_peak < last ? skpi__carbon_bounded(at, "emission", e) : SKPI_OK;
}

static void fill(const skpi__carbon_shape *shape, const skpi__carbon_row *k, int32_t first_year, size_t n_years,
                 double *emission, double *cumulative)
{
    const int annual = k->convention != SKPI_CARBON_CONVENTION_INTEGRAL;
    skpi__sum sum = {k->convention == SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE ? k->e0 : 0, 0};
    double e, c;
    if (annual && cumulative)
        for (double t = k->t0 + 1; t < (double)first_year; t++) { /* the years before the first that is asked for */
            shape->at(k, t, &e, &c);
            skpi__sum_add(&sum, e);
        }
    for (size_t j = 0; j < n_years; j++) {
        const double t = (double)first_year + (double)j;
        shape->at(k, t, &e, &c);
        if (annual) {
            if (t > k->t0) skpi__sum_add(&sum, e);
            c = skpi__sum_value(&sum);
        }
        skpi__put(emission, j, e);
        skpi__put(cumulative, j, c);
    }
}

/* Emission in each year and cumulative from t0 to it.
 *
 * Given:    n          places
 *           path       shape, convention (neither has a default) and the parameters of each place
 *           first_year, n_years  whole years, common to all places; a year is the date year.0
 * Returned: emission   the caller's unit per year (n x n_years), or NULL
 *           cumulative by the path's convention: the integral from t0 to each year, or the sum of the annual values from
 *                      t0 + 1, or from t0, to it; the caller's unit (n x n_years), or NULL
 *           status     each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null; a choice that is none; a member that the shape does not use),
 *           SKPI_ESTRUCT, SKPI_ENOTFINITE, SKPI_ERANGE (a date outside the window; a negative emission, plateau or
 *           power; a compound cut above 1), SKPI_EDOM (a year before t0; power 0; peak or start not above the residual;
 *           mitigation below minus growth; a sum of annual values from a t0 that is no whole year), SKPI_ENOTSORTED
 *           (dates of the path), SKPI_EINCONSISTENT (the peak is below the start), SKPI_EOVERFLOW, SKPI_ENOMEM
 * Source:   each shape's file: linear.c, exponential.c, logistic.c, capped.c, peak.c, hermite.c
 */
skpi_status skpi_carbon_path_value(size_t n, const skpi_carbon_path *path, int32_t first_year, size_t n_years,
                                   double *emission, double *cumulative, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    const skpi__carbon_shape *shape = NULL;
    skpi_carbon_path own;
    skpi_status s;
    if ((s = skpi__carbon_take(r.at, path, &own, &shape)) || (s = skpi__carbon_given(&r, shape, &own, 0)) ||
        (s = skpi__axis(r.at, "first_year", first_year, n_years)) || (s = skpi__fits(r.at, "emission", n, n_years)) ||
        (s = skpi__fits(r.at, "cumulative", n, n_years)))
        return s;
    for (size_t i = 0; i < n; i++) { /* every row before the first write */
        const skpi__carbon_row k = skpi__carbon_load(&own, i);
        const skpi__at at = skpi__row_at(&r, i);
        s = skpi__carbon_check(at, shape, &own, &k, 0);
        if (!s) s = check_axis(at, shape, &k, first_year, n_years);
        if ((s = skpi__row(&r, i, s))) return s;
    }
    for (size_t i = 0; i < n; i++) {
        const skpi__carbon_row k = skpi__carbon_load(&own, i);
        double *e = emission ? emission + i * n_years : NULL, *c = cumulative ? cumulative + i * n_years : NULL;
        if (skpi__row_good(&r, i))
            fill(shape, &k, first_year, n_years, e, c);
        else {
            skpi__put_nan(e, n_years);
            skpi__put_nan(c, n_years);
        }
    }
    return skpi__rows_end(&r);
}
