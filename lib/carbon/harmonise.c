/* Harmonisation: a model's path is moved onto an inventory in the base year; some methods return to the model later.
 *
 *   d = h - m(y0), q = h/m(y0), f(y) = 1 - (y - y0)/(Y - y0) up to Y, 0 after
 *   offset m + d;  ratio m q;  reduce offset m + d f;  reduce ratio m (1 - f + q f)
 *   interpolate  h + (m(Y) - h)(y - y0)/(Y - y0) up to Y, m after
 *   keep zero    m + d (z - y)/(z - y0) up to the date z at which m is 0, m after
 *   budget       harmonise_path.c
 *
 * Source: M. J. Gidden et al., Environmental Modelling and Software 105 (2018) 187 (the first five and the budget);
 * keep zero is this library's own, because an offset moves the date of net zero.
 */
#include "carbon/harmonise_path.h"
#include <smartkpi/carbon.h>
#include <string.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/table.h"
#include "numeric/product.h"

typedef struct harmonise_call {
    skpi_table model;
    const double *history;
    skpi_carbon_harmonise_options o;
    int32_t base_year;
    double *emission, *zero_date;
} harmonise_call;

static skpi__harmonise harmonise_row(const harmonise_call *c, size_t i)
{
    skpi__harmonise h = {.m = c->model.m,
                         .year = c->model.year,
                         .model = c->model.value + i * c->model.m,
                         .base_year = c->base_year,
                         .history = c->history[i]};
    while (h.year[h.first] < c->base_year) h.first++; /* the model has years up to the base year at least */
    h.base = skpi__model_at(&h, c->base_year);
    return h;
}

static int harmonise_reduces(int32_t method)
{
    return method == SKPI_CARBON_HARMONISE_METHOD_REDUCE_OFFSET ||
           method == SKPI_CARBON_HARMONISE_METHOD_REDUCE_RATIO || method == SKPI_CARBON_HARMONISE_METHOD_INTERPOLATE;
}
static int harmonise_divides(int32_t method)
{
    return method == SKPI_CARBON_HARMONISE_METHOD_RATIO || method == SKPI_CARBON_HARMONISE_METHOD_REDUCE_RATIO;
}

/* Whether a method defines no values before the base year. */
static int harmonise_forward(int32_t method)
{
    return method == SKPI_CARBON_HARMONISE_METHOD_BUDGET || method == SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO;
}

/* Computes the path of a row.  Values before the base year are NaN if the method does not define them. z is the date of
 * zero. */
static void harmonise_path(const harmonise_call *c, const skpi__harmonise *h, size_t i, double z, double *out)
{
    const double d = h->history - h->base, end = c->o.end_year;
    if (c->o.method == SKPI_CARBON_HARMONISE_METHOD_BUDGET) {
        skpi__set_nan(out, h->first);
        skpi__harmonise_budget(h, c->o.budget ? c->o.budget[i] : skpi__model_budget(h), out);
        return;
    }
    for (size_t j = 0; j < h->m; j++) {
        const double m = h->model[j], y = h->year[j];
        const double f = y <= end ? 1 - (y - h->base_year) / (end - h->base_year) : 0;
        switch (c->o.method) {
        case SKPI_CARBON_HARMONISE_METHOD_OFFSET: out[j] = m + d; break;
        case SKPI_CARBON_HARMONISE_METHOD_RATIO: out[j] = skpi__part_of(h->history, h->base, m); break;
        case SKPI_CARBON_HARMONISE_METHOD_REDUCE_OFFSET: out[j] = m + d * f; break;
        case SKPI_CARBON_HARMONISE_METHOD_REDUCE_RATIO: /* f is 1 before the base year */
            out[j] = m * (1 - fmin(f, 1)) + skpi__part_of(h->history, h->base, m) * fmin(f, 1);
            break;
        case SKPI_CARBON_HARMONISE_METHOD_INTERPOLATE:
            out[j] = y < end ? h->history * f + skpi__model_at(h, end) * (1 - f) : m;
            break;
        default: out[j] = y < h->base_year ? (double)NAN : y < z ? m + d * ((z - y) / (z - h->base_year)) : m;
        }
        if (y == h->base_year) out[j] = h->history;
    }
}

/* The date of zero for the method that keeps it: the given one, or that of the path.  NaN for other methods. */
static skpi_status harmonise_zero(skpi__at at, const harmonise_call *c, const skpi__harmonise *h, size_t i, double *z)
{
    skpi_status s;
    *z = (double)NAN;
    if (c->o.method != SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO) return SKPI_OK;
    if (c->o.zero_date && (s = skpi__date(at, "options->zero_date", c->o.zero_date[i]))) return s;
    if (h->base <= 0)
        return skpi__fail(at, SKPI_EDOM, "model->value", h->base,
                          "is the model in the base year: it must be above 0 there to reach 0 later");
    *z = c->o.zero_date ? c->o.zero_date[i] : skpi__model_zero(h);
    if (isnan(*z)) return skpi__refuse(at, SKPI_ENOTFOUND, "model->value", "never reaches 0: give options->zero_date");
    if (*z <= h->base_year)
        return skpi__fail(at, SKPI_EDOM, "options->zero_date", *z, "is not after the base year, %g", h->base_year);
    return SKPI_OK;
}

/* `kept` receives the m values of the path, then the date of zero. */
static skpi_status harmonise_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const harmonise_call *c = call;
    const size_t m = c->model.m;
    double *path = kept;
    skpi_status s;
    for (size_t j = 0; j < m; j++)
        if ((s = skpi__finite(skpi__column(at, j), "model->value", c->model.value[i * m + j]))) return s;
    if ((s = skpi__finite(at, "history", c->history[i]))) return s;
    const skpi__harmonise h = harmonise_row(c, i);
    if (harmonise_divides(c->o.method) && h.base == 0)
        return skpi__fail(at, SKPI_EZERODIV, "model->value", h.base,
                          "is the model in the base year: there is no ratio");
    if (harmonise_divides(c->o.method) && (h.base < 0) != (h.history < 0) && h.history != 0)
        return skpi__fail(at, SKPI_EDOM, "history", h.history, "differs in sign from the model, %g: there is no ratio",
                          h.base);
    if ((s = harmonise_zero(at, c, &h, i, path + m))) return s;
    if (c->o.method == SKPI_CARBON_HARMONISE_METHOD_BUDGET && c->o.budget &&
        (s = skpi__finite(at, "options->budget", c->o.budget[i])))
        return s;
    harmonise_path(c, &h, i, path[m], path);
    for (size_t j = harmonise_forward(c->o.method) ? h.first : 0; j < m; j++)
        if ((s = skpi__result(skpi__column(at, j), "emission", path[j]))) return s;
    return harmonise_divides(c->o.method) && h.history == 0 ? SKPI_WADJUSTED : SKPI_OK;
}

static skpi_status harmonise_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const harmonise_call *c = call;
    const size_t m = c->model.m;
    const double *path = kept;
    (void)at;
    memcpy(c->emission + i * m, path, m * sizeof *path);
    skpi__set(c->zero_date, i, path[m]);
    return SKPI_OK;
}

static void harmonise_fail(const void *call, size_t i)
{
    const harmonise_call *c = call;
    skpi__set_nan_row(c->emission, i, c->model.m);
    skpi__set(c->zero_date, i, (double)NAN);
}

static skpi_status harmonise_options_check(skpi__at at, const harmonise_call *c)
{
    static const int32_t methods[] = {
        SKPI_CARBON_HARMONISE_METHOD_OFFSET,        SKPI_CARBON_HARMONISE_METHOD_RATIO,
        SKPI_CARBON_HARMONISE_METHOD_REDUCE_OFFSET, SKPI_CARBON_HARMONISE_METHOD_REDUCE_RATIO,
        SKPI_CARBON_HARMONISE_METHOD_INTERPOLATE,   SKPI_CARBON_HARMONISE_METHOD_BUDGET,
        SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO,     0};
    const int32_t *year = c->model.year, last = year[c->model.m - 1], end = c->o.end_year;
    skpi_status s;
    if ((s = skpi__choice(at, "options->method", c->o.method, methods, "a method (enum skpi_carbon_harmonise_method)")))
        return s;
    if (!harmonise_reduces(c->o.method) && end)
        return skpi__fail(at, SKPI_EINVAL, "options->end_year", end, "must be 0: this method does not use it");
    if (harmonise_reduces(c->o.method)) {
        if (!end) return skpi__refuse(at, SKPI_EINVAL, "options->end_year", "is 0: this method needs it");
        if ((s = skpi__year(at, "options->end_year", end))) return s;
        if (end <= c->base_year)
            return skpi__fail(at, SKPI_ENOTSORTED, "options->end_year", end, "is not after base_year = %d",
                              (int)c->base_year);
        if (c->o.method == SKPI_CARBON_HARMONISE_METHOD_INTERPOLATE && end > last)
            return skpi__fail(at, SKPI_EDOM, "options->end_year", end, "is after the last year of the model, %d",
                              (int)last);
    }
    if (c->o.zero_date && c->o.method != SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO)
        return skpi__refuse(at, SKPI_EINVAL, "options->zero_date",
                            "must be NULL: only SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO uses it");
    if (c->o.budget && c->o.method != SKPI_CARBON_HARMONISE_METHOD_BUDGET)
        return skpi__refuse(at, SKPI_EINVAL, "options->budget",
                            "must be NULL: only SKPI_CARBON_HARMONISE_METHOD_BUDGET uses it");
    return SKPI_OK;
}

/* Checks that the base year lies inside the model's years.  No model year may be before it unless the options allow
 * that. */
static skpi_status harmonise_base_check(skpi__at at, const harmonise_call *c)
{
    const int32_t *year = c->model.year, last = year[c->model.m - 1];
    if (c->base_year < year[0] || c->base_year > last ||
        (c->o.method == SKPI_CARBON_HARMONISE_METHOD_BUDGET && c->base_year == last))
        return skpi__fail(at, SKPI_EDOM, "base_year", c->base_year, "is outside the model's years, %d to %d",
                          (int)year[0], (int)last);
    if (year[0] < c->base_year && !(c->o.flags & SKPI_CARBON_HARMONISE_FLAG_PAST))
        return skpi__fail(skpi__element(at, 0), SKPI_EDOM, "model->year", year[0],
                          "is before base_year = %d (SKPI_CARBON_HARMONISE_FLAG_PAST allows it)", (int)c->base_year);
    return SKPI_OK;
}

skpi_status skpi_carbon_harmonise(const skpi_table *model, const double *history, int32_t base_year,
                                  const skpi_carbon_harmonise_options *options, double *emission, double *zero_date,
                                  int32_t *status)
{
    const skpi__at at = skpi__here(__func__);
    harmonise_call c = {.history = history, .base_year = base_year, .emission = emission, .zero_date = zero_date};
    skpi_status s;
    if ((s = SKPI__TABLE(at, model, &c.model))) return s;
    skpi__rows r = skpi__rows_begin(__func__, c.model.n, status);
    r.count = "model->n";
    if ((s = skpi__rows_array(&r, "history", history)) || (s = skpi__year(at, "base_year", base_year)) ||
        (s = SKPI__STRUCT(at, options, SKPI_CARBON_HARMONISE_FLAG_PAST, &c.o)) || (s = harmonise_base_check(at, &c)) ||
        (s = harmonise_options_check(at, &c)) || (s = skpi__rows_matrix(&r, "emission", emission, c.model.m)))
        return s;
    const skpi__rows_steps steps = {(c.model.m + 1) * sizeof(double), harmonise_check, harmonise_compute,
                                    harmonise_fail};
    return skpi__rows_run(&r, &steps, &c);
}
