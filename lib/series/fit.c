/* Models fitted to series, a series a row. */
#include <smartkpi/series.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/table.h"
#include "series/fit.h"
#include "series/fit_options.h"
#include "series/row_values.h"

skpi_status skpi__fit_row(skpi__at at, const skpi__fit_rules *rules, size_t n, const double *t, const double *v,
                          skpi__fit *fit)
{
    const skpi_status s = skpi__fit_series(rules, n, t, v, fit);
    switch (s) {
    case SKPI_ENODATA: /* Holt: the gaps are known only here */
        return skpi__refuse(at, s, "y->value", "has too few values after its last gap: the model needs %zu",
                            skpi__fit_least(rules));
    case SKPI_ESINGULAR: return skpi__refuse(at, s, "y->value", "does not determine the curve");
    case SKPI_EOVERFLOW: return skpi__refuse(at, s, "y->value", "is fitted beyond the range of a double");
    default: return s;
    }
}

/* Room for the parameters of the model, if they are wanted. */
static skpi_status fit_room(skpi__at at, size_t n, const skpi_series_fit_out *o, int32_t model)
{
    const size_t needed = skpi__fit_parameters(model);
    size_t square;
    if (!o->parameter && !o->covariance) return SKPI_OK;
    if (o->n_parameters < needed)
        return skpi__fail(at, SKPI_EBUFFER, "out->n_parameters", (double)o->n_parameters,
                          "columns: the model has %zu parameters", needed);
    if (!skpi__mul(o->n_parameters, o->n_parameters, &square)) square = SIZE_MAX;
    return skpi__array_size(at, o->covariance ? "out->covariance" : "out->parameter", n,
                            o->covariance ? square : o->n_parameters);
}

/* Columns that the model does not have are NaN. */
static void fit_put(const skpi_series_fit_out *o, size_t i, const skpi__fit *fit) /* fit NULL: a failed row */
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
    if (o->used) o->used[i] = fit ? (int32_t)fit->used : SKPI_NONE;
    if (o->at_bound) o->at_bound[i] = fit ? fit->at_bound : SKPI_NONE;
}

skpi_status skpi_series_fit(const skpi_table *y, const skpi_series_fit_options *options, skpi_series_fit_out *out,
                            int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi__fit_rules rules;
    skpi_series_fit_out o;
    skpi_table t;
    skpi_status s;
    int anchor;
    if ((s = SKPI__TABLE(r.at, y, &t)) || (s = skpi__fit_options(r.at, options, &rules, &anchor)) ||
        (s = SKPI__STRUCT(r.at, out, 0, &o)) || (s = fit_room(r.at, t.n, &o, rules.model)))
        return s;
    r.n = t.n;
    double *room = skpi__alloc(t.m, 2, sizeof *room);
    if (!room) return skpi__fail(r.at, SKPI_ENOMEM, "y->m", (double)t.m, "years: no memory for a row");
    for (size_t i = 0; i < t.n; i++)
        if ((s = skpi__row(&r, i, skpi__fit_check(skpi__row_at(&r, i), &rules, &t, i)))) goto end;
    for (size_t i = 0; i < t.n; i++) {
        if (skpi__row_good(&r, i)) {
            skpi__fit fit;
            const size_t used = skpi__row_values(&t, i, 0, room, room + t.m);
            const int32_t missing = used < t.m ? SKPI_WMISSING : SKPI_OK;
            s = skpi__fit_row(skpi__row_at(&r, i), &rules, used, room, room + t.m, &fit);
            if ((s = skpi__row(&r, i, s < 0 ? s : (skpi_status)((int32_t)s | missing)))) goto end;
            if (skpi__row_good(&r, i)) fit_put(&o, i, &fit);
        }
        if (!skpi__row_good(&r, i)) fit_put(&o, i, NULL);
    }
    s = skpi__rows_end(&r);
end:
    free(room);
    return s;
}
