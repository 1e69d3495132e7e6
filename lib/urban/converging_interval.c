/* Interval of the converging and the cautious method around a forecast; its width stands in converging_width.c. */
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/usual.h"
#include "numeric/logistic.h"
#include "urban/converging_width.h"
#include "urban/error_quantile.h"
#include "urban/window.h"
#include <smartkpi/urban.h>

typedef struct converging_interval_call {
    skpi_urban_converging_interval_in in;
    int32_t first_year;
    size_t n_years;
    double width;
    double *low, *high;
} converging_interval_call;

static double converging_interval_lead(const converging_interval_call *c, size_t i, size_t k)
{
    return fmax((double)c->first_year - c->in.last_date[i] + (double)k, 0);
}

static skpi_status converging_interval_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const converging_interval_call *c = call;
    const skpi_urban_converging_interval_in *in = &c->in;
    skpi_status s;
    (void)kept;
    if ((s = skpi__date(at, "in->last_date", in->last_date[i]))) return s;
    if (in->last_date[i] > c->first_year + SKPI__MINUTE)
        return skpi__fail(at, SKPI_ENOTSORTED, "in->last_date", in->last_date[i], "is after first_year = %d",
                          (int)c->first_year);
    if ((s = skpi__open_share(at, "in->last_share", in->last_share[i]))) return s;
    if (c->n_years && (s = skpi__urban_open_shares(at, c->n_years, in->share + i * c->n_years))) return s;
    const double urgd = in->urgd[i];
    if (!isnan(urgd) && (s = skpi__finite(at, "in->urgd", urgd))) return s;
    const int beyond = c->n_years && converging_interval_lead(c, i, c->n_years - 1) > SKPI__URBAN_CONVERGING_HORIZON;
    s = isnan(urgd) ? SKPI_WADJUSTED : skpi__unusual(at, "in->urgd", urgd, &skpi__urgd);
    return beyond ? (skpi_status)(s | SKPI_WHORIZON) : s;
}

static skpi_status converging_interval_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const converging_interval_call *c = call;
    const double place = c->width * skpi__urban_converging_place(c->in.last_share[i], c->in.urgd[i]);
    (void)at, (void)kept;
    for (size_t k = 0; k < c->n_years; k++) {
        const size_t cell = i * c->n_years + k;
        const double logit = skpi__logit(c->in.share[cell]);
        const double half = place * skpi__urban_converging_lead(converging_interval_lead(c, i, k));
        c->low[cell] = skpi__logistic(logit - half);
        c->high[cell] = skpi__logistic(logit + half);
    }
    return SKPI_OK;
}

static void converging_interval_fail(const void *call, size_t i)
{
    const converging_interval_call *c = call;
    skpi__set_nan_row(c->low, i, c->n_years);
    skpi__set_nan_row(c->high, i, c->n_years);
}

static skpi_status converging_interval_width(skpi__at at, const skpi_urban_converging_interval_options *options,
                                             double *width)
{
    static const int32_t methods[] = {SKPI_URBAN_METHOD_CONVERGING, SKPI_URBAN_METHOD_CAUTIOUS, 0};
    skpi_urban_converging_interval_options o;
    skpi_status s;
    if ((s = SKPI__STRUCT_OR_NULL(at, options, 0, &o)) ||
        (s = skpi__urban_coverage(at, "options->coverage", &o.coverage)) ||
        (o.method &&
         (s = skpi__choice(at, "options->method", o.method, methods, "a method that has such intervals"))) ||
        (s = skpi__reserved(at, "options->zero", o.zero)) || (s = skpi__quantity(at, "options->width", o.width)))
        return s;
    *width = o.width > 0 ? o.width : skpi__urban_converging_width(o.method == SKPI_URBAN_METHOD_CAUTIOUS, o.coverage);
    return SKPI_OK;
}

skpi_status skpi_urban_converging_interval(const skpi_urban_converging_interval_in *in, int32_t first_year,
                                           size_t n_years, const skpi_urban_converging_interval_options *options,
                                           double *low, double *high, int32_t *status)
{
    static const skpi__rows_steps steps = {0, converging_interval_check, converging_interval_compute,
                                           converging_interval_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    converging_interval_call c = {.first_year = first_year, .n_years = n_years, .low = low, .high = high};
    skpi_status s;
    if ((s = SKPI__STRUCT(r.at, in, 0, &c.in))) return s;
    r.n = c.in.n;
    if ((s = skpi__rows_array(&r, "in->last_date", c.in.last_date)) ||
        (s = skpi__rows_array(&r, "in->last_share", c.in.last_share)) ||
        (s = skpi__rows_array(&r, "in->urgd", c.in.urgd)) ||
        (s = skpi__axis(r.at, "first_year", first_year, n_years)) ||
        (s = skpi__rows_matrix(&r, "in->share", c.in.share, n_years)) ||
        (s = converging_interval_width(r.at, options, &c.width)) || (s = skpi__rows_matrix(&r, "low", low, n_years)) ||
        (s = skpi__rows_matrix(&r, "high", high, n_years)))
        return s;
    return skpi__rows_run(&r, &steps, &c);
}
