/* Values of emission paths in each year; each shape has its equations (shape.h). */
#include "carbon/path_members.h"
#include "core/check.h"
#include "core/steps.h"
#include "numeric/sum.h"

typedef struct value_call {
    const skpi__carbon_paths *paths;
    int32_t first_year;
    size_t n_years;
    double *emission, *cumulative, *total;
} value_call;

/* Checks that no year lies before t0, and that no emission up to the date last is too large. */
static skpi_status value_bounded(skpi__at at, const skpi__carbon_shape *shape, const skpi__carbon_row *k,
                                 int32_t first_year, double last)
{
    double e, c, t_peak;
    skpi_status s;
    if ((double)first_year < k->t0)
        return skpi__fail(at, SKPI_ENOTSORTED, "path->t0", k->t0,
                          "is after first_year = %d: the path is undefined before t0", (int)first_year);
    if (!shape->grows) return SKPI_OK;
    shape->at(k, last, &e, &c);
    if ((s = skpi__carbon_bounded(at, "emission", e)) || (s = skpi__result(at, "cumulative", c))) return s;
    shape->peak(k, &t_peak, &e);
    return t_peak > k->t0 && t_peak < last ? skpi__carbon_bounded(at, "emission", e) : SKPI_OK;
}

static skpi_status value_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const value_call *c = call;
    const skpi__carbon_row k = skpi__carbon_load(c->paths, i);
    const skpi_status s = skpi__carbon_check(at, c->paths, &k, 0);
    (void)kept;
    if (s < 0 || c->n_years == 0) return s;
    /* a total runs to the end of its year, and what is missing until t_budget is cumulative too */
    double last = (double)c->first_year + (double)c->n_years - (c->total ? 0 : 1);
    if (c->cumulative) last = fmax(last, k.t_budget);
    const skpi_status bounded = value_bounded(at, c->paths->shape, &k, c->first_year, last);
    return bounded ? bounded : s;
}

/* The sum of the annual values from t_budget to first.  It is negative if first is before t_budget. */
static skpi__sum value_sum_before(const skpi__carbon_shape *shape, const skpi__carbon_row *k, double first)
{
    skpi__sum sum = {0, 0};
    double e, c;
    if (k->convention == SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE) {
        shape->at(k, k->t_budget, &e, &c);
        sum.sum = k->t_budget > k->t0 ? e : k->e0;
    }
    for (double t = k->t_budget + 1; t < first; t++) {
        SKPI__STEP();
        shape->at(k, t, &e, &c);
        skpi__sum_add(&sum, e);
    }
    for (double t = first + 1; t <= k->t_budget; t++) {
        SKPI__STEP();
        shape->at(k, t, &e, &c);
        skpi__sum_add(&sum, -e);
    }
    return sum;
}

static void value_fill(const skpi__carbon_shape *shape, const skpi__carbon_row *k, int32_t first_year, size_t n_years,
                       double *emission, double *cumulative)
{
    const int annual = !skpi__is_integral(k), later = k->t_budget > k->t0;
    skpi__sum sum = {0, 0};
    double e, c;
    if (annual && cumulative) sum = value_sum_before(shape, k, first_year);
    for (size_t j = 0; j < n_years; j++) {
        const double t = (double)first_year + (double)j;
        shape->at(k, t, &e, &c);
        if (annual) {
            if (j > 0 || t > k->t_budget) skpi__sum_add(&sum, e);
            c = skpi__sum_value(&sum);
        } else if (later)
            c = t < k->t_budget ? -shape->between(k, t, k->t_budget) : shape->between(k, k->t_budget, t);
        skpi__set(emission, j, e);
        skpi__set(cumulative, j, c);
    }
}

static skpi_status value_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const value_call *c = call;
    const skpi__carbon_row k = skpi__carbon_load(c->paths, i);
    const size_t from = i * c->n_years;
    (void)at, (void)kept;
    if (!c->total)
        value_fill(c->paths->shape, &k, c->first_year, c->n_years, c->emission ? c->emission + from : NULL,
                   c->cumulative ? c->cumulative + from : NULL);
    else
        for (size_t j = 0; j < c->n_years; j++) {
            const double t = (double)c->first_year + (double)j;
            c->total[from + j] = c->paths->shape->between(&k, t, t + 1);
        }
    return SKPI_OK;
}

static void value_fail(const void *call, size_t i)
{
    const value_call *c = call;
    skpi__set_nan_row(c->emission, i, c->n_years);
    skpi__set_nan_row(c->cumulative, i, c->n_years);
    skpi__set_nan_row(c->total, i, c->n_years);
}

static const skpi__rows_steps value_steps = {0, value_check, value_compute, value_fail};

skpi_status skpi_carbon_path_value(const skpi_carbon_path *path, int32_t first_year, size_t n_years, double *emission,
                                   double *cumulative, int32_t *status)
{
    skpi__carbon_paths own;
    skpi_status s = skpi__carbon_take(skpi__here(__func__), path, &own);
    if (s) return s;
    skpi__rows r = skpi__rows_begin(__func__, own.path.n, status);
    if ((s = skpi__carbon_given(&r, &own, 0)) || (s = skpi__axis(r.at, "first_year", first_year, n_years)) ||
        (s = skpi__array_size(r.at, "emission", r.n, n_years)))
        return s;
    return skpi__rows_run(&r, &value_steps, &(value_call){&own, first_year, n_years, emission, cumulative, NULL});
}

skpi_status skpi_carbon_path_total(const skpi_carbon_path *path, int32_t first_year, size_t n_years, double *total,
                                   int32_t *status)
{
    skpi__carbon_paths own;
    skpi_status s = skpi__carbon_take(skpi__here(__func__), path, &own);
    if (s) return s;
    skpi__rows r = skpi__rows_begin(__func__, own.path.n, status);
    if ((s = skpi__carbon_given(&r, &own, 0)) || (s = skpi__axis(r.at, "first_year", first_year, n_years)) ||
        (s = skpi__rows_matrix(&r, "total", total, n_years)))
        return s;
    return skpi__rows_run(&r, &value_steps, &(value_call){&own, first_year, n_years, NULL, NULL, total});
}
