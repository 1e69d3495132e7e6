/* Values of emission paths in each year; each shape has its equations (shape.h). */
#include "carbon/path_members.h"
#include "core/check.h"
#include "numeric/sum.h"

/* No year lies before t0, and no emission on the way to the last year is too large. */
static skpi_status value_check_years(skpi__at at, const skpi__carbon_shape *shape, const skpi__carbon_row *k,
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

typedef struct value_call {
    skpi__carbon_paths own;
    int32_t first_year;
    size_t n_years;
    double *emission, *cumulative;
} value_call;

static skpi_status value_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const value_call *c = call;
    const skpi__carbon_row k = skpi__carbon_load(&c->own, i);
    const skpi_status s = skpi__carbon_check(at, &c->own, &k, 0);
    (void)kept;
    return s ? s : value_check_years(at, c->own.shape, &k, c->first_year, c->n_years);
}

static skpi_status value_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const value_call *c = call;
    const skpi__carbon_row k = skpi__carbon_load(&c->own, i);
    (void)at, (void)kept;
    value_fill(c->own.shape, &k, c->first_year, c->n_years, c->emission ? c->emission + i * c->n_years : NULL,
               c->cumulative ? c->cumulative + i * c->n_years : NULL);
    return SKPI_OK;
}

static void value_fail(const void *call, size_t i)
{
    const value_call *c = call;
    skpi__set_nan_row(c->emission, i, c->n_years);
    skpi__set_nan_row(c->cumulative, i, c->n_years);
}

skpi_status skpi_carbon_path_value(const skpi_carbon_path *path, int32_t first_year, size_t n_years, double *emission,
                                   double *cumulative, int32_t *status)
{
    static const skpi__rows_steps steps = {0, value_check, value_compute, value_fail};
    value_call c = {.first_year = first_year, .n_years = n_years, .emission = emission, .cumulative = cumulative};
    skpi__rows r;
    skpi_status s;
    if ((s = skpi__carbon_take(__func__, path, status, &c.own, &r)) || (s = skpi__carbon_given(&r, &c.own, 0)) ||
        (s = skpi__axis(r.at, "first_year", first_year, n_years)) ||
        (s = skpi__array_size(r.at, "emission", r.n, n_years)) ||
        (s = skpi__array_size(r.at, "cumulative", r.n, n_years)))
        return s;
    return skpi__rows_run(&r, &steps, &c);
}
