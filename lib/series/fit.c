/* Models fitted to series, a series a row. */
#include <smartkpi/series.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/table.h"
#include "numeric/decimal.h"
#include "series/fit.h"
#include "series/fit_options.h"
#include "series/jump.h"
#include "series/row_values.h"

/* Values above a ceiling that is given are noise, or it is too low. */
static skpi_status fit_above(skpi__at at, const skpi__fit_rules *rules, const skpi_table *y, size_t i)
{
    const double ceiling = skpi__fit_held_ceiling(rules);
    for (size_t j = 0; j < y->m; j++) {
        const double v = y->value[i * y->m + j];
        if (v > ceiling && !skpi__same(v, ceiling))
            return skpi__warn(skpi__column(at, j), "y->value", v,
                              "is above the ceiling %g (percent, or a ceiling too low?)", ceiling);
    }
    return SKPI_OK;
}

skpi_status skpi__fit_unusual(skpi__at at, const skpi__fit_rules *rules, const skpi_table *y, size_t i, size_t used,
                              const double *t, const double *v)
{
    const double whole = rules->model == SKPI_SERIES_MODEL_LOGIT_LINE ? rules->ceiling : 0;
    const skpi_status s = fit_above(at, rules, y, i);
    return s ? s : skpi__jump_warn_row(at, "y->value", y, 0, used, t, v, whole, 0);
}

skpi_status skpi__fit_row(skpi__at at, const skpi__fit_rules *rules, const skpi_table *y, size_t i, double *room,
                          skpi__fit *fit)
{
    const size_t used = skpi__row_values(y, i, 0, room, room + y->m);
    const skpi_status s = skpi__fit_series(rules, used, room, room + y->m, fit);
    switch (s) {
    case SKPI_ESINGULAR: return skpi__refuse(at, s, "y->value", "does not determine the curve");
    case SKPI_EOVERFLOW: return skpi__refuse(at, s, "y->value", "is fitted beyond the range of a double");
    default: return (skpi_status)(s | skpi__fit_unusual(at, rules, y, i, used, room, room + y->m));
    }
}

/* Checks that the outputs of parameters have room for those of the model. */
static skpi_status fit_room(skpi__at at, size_t n, const skpi_series_fit_out *o, int32_t model)
{
    const size_t needed = skpi__fit_parameters(model);
    size_t square;
    if (!o->parameter && !o->covariance) return SKPI_OK;
    if (o->n_parameters < needed)
        return skpi__fail(at, SKPI_EBUFFER, "out->n_parameters", (double)o->n_parameters,
                          "columns are too few: the model has %zu parameters", needed);
    if (!skpi__mul(o->n_parameters, o->n_parameters, &square)) square = SIZE_MAX;
    return skpi__array_size(at, o->covariance ? "out->covariance" : "out->parameter", n,
                            o->covariance ? square : o->n_parameters);
}

typedef struct fit_call {
    skpi_table y;
    skpi__fit_rules rules;
    skpi_series_fit_out out;
    double *room; /* dates and values of a row */
} fit_call;

/* Writes a row; fit is NULL if the row failed.  Columns beyond the model's parameters are NaN. */
static void fit_write(const skpi_series_fit_out *o, size_t i, const skpi__fit *fit)
{
    const double none = (double)NAN;
    const size_t columns = o->n_parameters, known = fit ? SKPI__CURVE_MOST : 0;
    double *parameter = o->parameter ? o->parameter + i * columns : NULL;
    double *covariance = o->covariance ? o->covariance + i * columns * columns : NULL;
    for (size_t j = 0; parameter && j < columns; j++) parameter[j] = j < known ? fit->parameter[j] : none;
    for (size_t j = 0; covariance && j < columns; j++)
        for (size_t k = 0; k < columns; k++)
            covariance[j * columns + k] = j < known && k < known ? fit->covariance[j][k] : none;
    skpi__set(o->sse, i, fit ? fit->sse : none);
    skpi__set(o->sigma, i, fit ? fit->sigma : none);
    skpi__set(o->inflection, i, fit ? skpi__curve_inflection(fit->model, fit->parameter) : none);
    skpi__set_int(o->used, i, fit ? (int32_t)fit->used : SKPI_NONE);
    skpi__set_int(o->at_bound, i, fit ? fit->at_bound : SKPI_NONE);
}

static skpi_status fit_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const fit_call *c = call;
    (void)kept;
    return skpi__fit_check(at, &c->rules, &c->y, i);
}

static skpi_status fit_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const fit_call *c = call;
    skpi__fit fit;
    const skpi_status s = skpi__fit_row(at, &c->rules, &c->y, i, c->room, &fit);
    (void)kept;
    if (s >= 0) fit_write(&c->out, i, &fit);
    return s;
}

static void fit_fail(const void *call, size_t i) { fit_write(&((const fit_call *)call)->out, i, NULL); }

skpi_status skpi_series_fit(const skpi_table *y, const skpi_series_fit_options *options, skpi_series_fit_out *out,
                            int32_t *status)
{
    static const skpi__rows_steps steps = {0, fit_check, fit_compute, fit_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    fit_call c;
    skpi_status s;
    int anchor;
    if ((s = SKPI__TABLE(r.at, y, &c.y)) || (s = skpi__fit_options(r.at, options, &c.rules, &anchor)) ||
        (s = SKPI__STRUCT(r.at, out, 0, &c.out)) || (s = fit_room(r.at, c.y.n, &c.out, c.rules.model)))
        return s;
    r.n = c.y.n;
    c.room = skpi__alloc(c.y.m, 2, sizeof *c.room);
    if (!c.room) return skpi__no_memory(r.at, "y->m", c.y.m);
    s = skpi__rows_run(&r, &steps, &c);
    free(c.room);
    return s;
}
