/* Harmonisation: a model's path is moved onto an inventory in the base year; some methods return to the model later.
 *
 *   d = h - m(y0), q = h/m(y0), f(y) = 1 - (y - y0)/(Y - y0) up to Y, 0 after
 *   offset m + d;  ratio m q;  reduce offset m + d f;  reduce ratio m (1 + (q - 1) f)
 *   interpolate  h + (m(Y) - h)(y - y0)/(Y - y0) up to Y, m after
 *   keep zero    m + d (z - y)/(z - y0) up to the date z at which m is 0, m after
 *   budget       harmonise_path.c
 *
 * Source: M. J. Gidden et al., Environmental Modelling and Software 105 (2018) 187 (the first five and the budget);
 * keep zero is this library's own, because an offset moves the date of net zero.
 */
#include "carbon/harmonise_path.h"
#include <smartkpi/carbon.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/table.h"

typedef struct work { /* of one call */
    skpi_table model;
    const double *history;
    skpi_carbon_harmonise_options o;
    int32_t base_year;
} work;

static skpi__harmonise harmonise_row(const work *w, size_t i)
{
    skpi__harmonise h = {.m = w->model.m,
                         .year = w->model.year,
                         .model = w->model.value + i * w->model.m,
                         .base_year = w->base_year,
                         .history = w->history[i]};
    while (h.first < h.m && h.year[h.first] < w->base_year) h.first++;
    h.base = skpi__model_at(&h, w->base_year);
    return h;
}

static int reduces(int32_t method)
{
    return method == SKPI_CARBON_HARMONISE_METHOD_REDUCE_OFFSET ||
           method == SKPI_CARBON_HARMONISE_METHOD_REDUCE_RATIO || method == SKPI_CARBON_HARMONISE_METHOD_INTERPOLATE;
}
static int divides(int32_t method)
{
    return method == SKPI_CARBON_HARMONISE_METHOD_RATIO || method == SKPI_CARBON_HARMONISE_METHOD_REDUCE_RATIO;
}

/* The date of zero: given, or that of the path. */
static double zero_of(const work *w, const skpi__harmonise *h, size_t i)
{
    return w->o.zero_date ? w->o.zero_date[i] : skpi__model_zero(h);
}

/* Row i; values before the base year are NaN where the method has none. */
static void harmonise_fill(const work *w, size_t i, double *out)
{
    const skpi__harmonise h = harmonise_row(w, i);
    const double d = h.history - h.base, q1 = divides(w->o.method) ? d / h.base : 0; /* q - 1 */
    const double end = w->o.end_year, z = zero_of(w, &h, i);
    if (w->o.method == SKPI_CARBON_HARMONISE_METHOD_BUDGET) {
        skpi__set_nan(out, h.first);
        skpi__harmonise_budget(&h, w->o.budget ? w->o.budget[i] : skpi__model_budget(&h), out);
        return;
    }
    for (size_t j = 0; j < h.m; j++) {
        const double m = h.model[j], y = h.year[j];
        const double f = y <= end ? 1 - (y - h.base_year) / (end - h.base_year) : 0;
        switch (w->o.method) {
        case SKPI_CARBON_HARMONISE_METHOD_OFFSET: out[j] = m + d; break;
        case SKPI_CARBON_HARMONISE_METHOD_RATIO: out[j] = m + m * q1; break;
        case SKPI_CARBON_HARMONISE_METHOD_REDUCE_OFFSET: out[j] = m + d * f; break;
        case SKPI_CARBON_HARMONISE_METHOD_REDUCE_RATIO: out[j] = m + m * q1 * (f < 1 ? f : 1); break;
        case SKPI_CARBON_HARMONISE_METHOD_INTERPOLATE:
            out[j] = y < end ? h.history * f + skpi__model_at(&h, end) * (1 - f) : m;
            break;
        default: out[j] = y < h.base_year ? (double)NAN : y < z ? m + d * ((z - y) / (z - h.base_year)) : m;
        }
        if (y == h.base_year) out[j] = h.history;
    }
}

static skpi_status harmonise_check(skpi__at at, const work *w, size_t i, double *room)
{
    const size_t m = w->model.m;
    const skpi__at here = at;
    skpi_status s;
    for (size_t j = 0; j < m; j++)
        if ((s = skpi__finite(skpi__column(at, j), "model->value", w->model.value[i * m + j]))) return s;
    if ((s = skpi__finite(at, "history", w->history[i]))) return s;
    const skpi__harmonise h = harmonise_row(w, i);
    if (divides(w->o.method) && h.base == 0)
        return skpi__fail(at, SKPI_EZERODIV, "model->value", h.base,
                          "is the model in the base year: there is no ratio");
    if (divides(w->o.method) && (h.base < 0) != (h.history < 0) && h.history != 0)
        return skpi__fail(at, SKPI_EDOM, "history", h.history, "has not the sign of the model, %g: no ratio", h.base);
    if (w->o.method == SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO) {
        if (w->o.zero_date && (s = skpi__date(at, "options->zero_date", w->o.zero_date[i]))) return s;
        if (!w->o.zero_date && h.base <= 0)
            return skpi__fail(at, SKPI_EDOM, "model->value", h.base, "in the base year: it is not above 0 any more");
        const double z = zero_of(w, &h, i);
        if (isnan(z))
            return skpi__refuse(at, SKPI_ENOTFOUND, "model->value", "never reaches 0: give options->zero_date");
        if (z <= h.base_year)
            return skpi__fail(at, SKPI_EDOM, "options->zero_date", z, "is not after the base year, %g", h.base_year);
    }
    if (w->o.method == SKPI_CARBON_HARMONISE_METHOD_BUDGET && w->o.budget &&
        (s = skpi__finite(at, "options->budget", w->o.budget[i])))
        return s;
    harmonise_fill(w, i, room);
    for (size_t j = 0; j < m; j++)
        if (h.year[j] >= h.base_year && (s = skpi__result(skpi__column(here, j), "emission", room[j]))) return s;
    return SKPI_OK;
}

static skpi_status harmonise_options_check(skpi__at at, const work *w)
{
    static const int32_t methods[] = {
        SKPI_CARBON_HARMONISE_METHOD_OFFSET,        SKPI_CARBON_HARMONISE_METHOD_RATIO,
        SKPI_CARBON_HARMONISE_METHOD_REDUCE_OFFSET, SKPI_CARBON_HARMONISE_METHOD_REDUCE_RATIO,
        SKPI_CARBON_HARMONISE_METHOD_INTERPOLATE,   SKPI_CARBON_HARMONISE_METHOD_BUDGET,
        SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO,     0};
    const int32_t *year = w->model.year, last = year[w->model.m - 1], end = w->o.end_year;
    skpi_status s;
    if ((s = skpi__choice(at, "options->method", w->o.method, methods, "a method (enum skpi_carbon_harmonise_method)")))
        return s;
    if (!reduces(w->o.method) && end)
        return skpi__fail(at, SKPI_EINVAL, "options->end_year", end, "must be 0: this method has none");
    if (reduces(w->o.method)) {
        if (!end) return skpi__refuse(at, SKPI_EINVAL, "options->end_year", "is 0: this method needs it");
        if ((s = skpi__year(at, "options->end_year", end))) return s;
        if (end <= w->base_year)
            return skpi__fail(at, SKPI_ENOTSORTED, "options->end_year", end, "is not after base_year = %d",
                              (int)w->base_year);
        if (w->o.method == SKPI_CARBON_HARMONISE_METHOD_INTERPOLATE && end > last)
            return skpi__fail(at, SKPI_EDOM, "options->end_year", end, "is after the last year of the model, %d",
                              (int)last);
    }
    if (w->o.zero_date && w->o.method != SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO)
        return skpi__refuse(at, SKPI_EINVAL, "options->zero_date", "must be NULL: only keep zero has it");
    if (w->o.budget && w->o.method != SKPI_CARBON_HARMONISE_METHOD_BUDGET)
        return skpi__refuse(at, SKPI_EINVAL, "options->budget", "must be NULL: only the budget method has it");
    return SKPI_OK;
}

/* The base year lies inside the model's years, and none is before it unless that was asked for. */
static skpi_status harmonise_base_check(skpi__at at, const work *w)
{
    const int32_t *year = w->model.year, last = year[w->model.m - 1];
    if (w->base_year < year[0] || w->base_year > last ||
        (w->o.method == SKPI_CARBON_HARMONISE_METHOD_BUDGET && w->base_year == last))
        return skpi__fail(at, SKPI_EDOM, "base_year", w->base_year, "has no model around it: its years are %d to %d",
                          (int)year[0], (int)last);
    if (year[0] < w->base_year && !(w->o.flags & SKPI_CARBON_HARMONISE_FLAG_PAST))
        return skpi__fail(skpi__element(at, 0), SKPI_EDOM, "model->year", year[0],
                          "is before base_year = %d (a flag allows it)", (int)w->base_year);
    return SKPI_OK;
}

skpi_status skpi_carbon_harmonise(const skpi_table *model, const double *history, int32_t base_year,
                                  const skpi_carbon_harmonise_options *options, double *emission, double *zero_date,
                                  int32_t *status)
{
    const skpi__at at = skpi__here(__func__);
    work w = {.history = history, .base_year = base_year};
    skpi_status s;
    if ((s = SKPI__TABLE(at, model, &w.model))) return s;
    skpi__rows r = skpi__rows_begin(__func__, w.model.n, status);
    if ((s = skpi__rows_array(&r, "history", history)) || (s = skpi__year(at, "base_year", base_year)) ||
        (s = SKPI__STRUCT(at, options, SKPI_CARBON_HARMONISE_FLAG_PAST, &w.o)) || (s = harmonise_base_check(at, &w)) ||
        (s = harmonise_options_check(at, &w)) || (s = skpi__rows_matrix(&r, "emission", emission, w.model.m)))
        return s;
    double *room = skpi__alloc(w.model.m, 1, sizeof *room);
    if (!room) return skpi__fail(at, SKPI_ENOMEM, "model->m", (double)w.model.m, "years have no memory");
    for (size_t i = 0; i < w.model.n; i++)
        if ((s = skpi__row(&r, i, harmonise_check(skpi__row_at(&r, i), &w, i, room)))) goto end;
    for (size_t i = 0; i < w.model.n; i++) {
        const int good = skpi__row_good(&r, i);
        double z = (double)NAN;
        if (good) {
            const skpi__harmonise h = harmonise_row(&w, i);
            if (w.o.method == SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO) z = zero_of(&w, &h, i);
            harmonise_fill(&w, i, emission + i * w.model.m);
        } else
            skpi__set_nan(emission + i * w.model.m, w.model.m);
        skpi__set(zero_date, i, z);
    }
    s = skpi__rows_end(&r);
end:
    free(room);
    return s;
}
