/* Values of emission paths in each year; each shape has its equations (shape.h). */
#include "carbon/path_members.h"
#include "core/check.h"
#include "numeric/sum.h"

/* No year lies before t0, and no emission on the way to the last year is too large. */
static skpi_status value_check(skpi__at at, const skpi__carbon_shape *shape, const skpi__carbon_row *k,
                               int32_t first_year, size_t n_years)
{
    const double last = (double)first_year + (double)n_years - 1;
    double e, c, t_peak;
    skpi_status s;
    if (n_years == 0) return SKPI_OK;
    if ((double)first_year < k->t0)
        return skpi__fail(at, SKPI_ENOTSORTED, "path->t0", k->t0,
                          "is after first_year = %d: the path is undefined before t0", (int)first_year);
    if (!shape->grows) return SKPI_OK;
    shape->at(k, last, &e, &c);
    if ((s = skpi__carbon_bounded(at, "emission", e)) || (s = skpi__result(at, "cumulative", c))) return s;
    shape->peak(k, &t_peak, &e);
    return t_peak > k->t0 && t_peak < last ? skpi__carbon_bounded(at, "emission", e) : SKPI_OK;
}

static void value_fill(const skpi__carbon_shape *shape, const skpi__carbon_row *k, int32_t first_year, size_t n_years,
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
        skpi__set(emission, j, e);
        skpi__set(cumulative, j, c);
    }
}

skpi_status skpi_carbon_path_value(const skpi_carbon_path *path, int32_t first_year, size_t n_years, double *emission,
                                   double *cumulative, int32_t *status)
{
    const skpi__carbon_shape *shape = NULL;
    skpi_carbon_path own;
    skpi_status s = skpi__carbon_take(skpi__here(__func__), path, &own, &shape);
    if (s) return s;
    skpi__rows r = skpi__rows_begin(__func__, own.n, status);
    if ((s = skpi__carbon_given(&r, shape, &own, 0)) || (s = skpi__axis(r.at, "first_year", first_year, n_years)) ||
        (s = skpi__array_size(r.at, "emission", r.n, n_years)) ||
        (s = skpi__array_size(r.at, "cumulative", r.n, n_years)))
        return s;
    for (size_t i = 0; i < r.n; i++) { /* every row before the first write */
        const skpi__carbon_row k = skpi__carbon_load(&own, i);
        const skpi__at at = skpi__row_at(&r, i);
        s = skpi__carbon_check(at, shape, &own, &k, 0);
        if (!s) s = value_check(at, shape, &k, first_year, n_years);
        if ((s = skpi__row(&r, i, s))) return s;
    }
    for (size_t i = 0; i < r.n; i++) {
        const skpi__carbon_row k = skpi__carbon_load(&own, i);
        double *e = emission ? emission + i * n_years : NULL, *c = cumulative ? cumulative + i * n_years : NULL;
        if (skpi__row_good(&r, i))
            value_fill(shape, &k, first_year, n_years, e, c);
        else {
            skpi__set_nan(e, n_years);
            skpi__set_nan(c, n_years);
        }
    }
    return skpi__rows_end(&r);
}
