/* Forecasts of series with prediction quantiles, a series a row. */
#include <smartkpi/series.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/table.h"
#include "series/fit.h"
#include "series/fit_options.h"

typedef struct forecast_call {
    skpi_table y;
    skpi__fit_rules rules;
    int anchor;
    int32_t first_year;
    size_t n_years, n_prob;
    const double *prob;
    double *mean, *quantile;
    double *score, *room; /* for the row that is computed: Student's t of each probability, dates and values */
} forecast_call;

static skpi_status forecast_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const forecast_call *c = call;
    const skpi_table *y = &c->y;
    const skpi_status s = skpi__fit_check(at, &c->rules, y, i);
    (void)kept;
    if (s < 0 || c->n_years == 0) return s;
    size_t last = y->m - 1;
    while (isnan(y->value[i * y->m + last])) last--; /* there are enough values */
    if (y->year[last] < c->first_year) return s;
    return skpi__fail(at, SKPI_ENOTSORTED, "first_year", c->first_year, "is not after the last value, of %d",
                      (int)y->year[last]);
}

/* Computes a row and checks all of it; writes it only if every number is finite. */
static skpi_status forecast_row(skpi__at at, const forecast_call *c, const skpi__fit *fit, double *mean,
                                double *quantile)
{
    skpi_status s;
    for (size_t q = 0; quantile && q < c->n_prob; q++) {
        c->score[q] = skpi__fit_score(fit, c->prob[q]);
        if (!isfinite(c->score[q]))
            return skpi__fail(at, SKPI_EOVERFLOW, "prob", c->prob[q], "has no quantile that a double can hold");
    }
    for (int write = 0; write < 2; write++)
        for (size_t k = 0; k < c->n_years; k++) {
            const double t = (double)c->first_year + (double)k, value = skpi__fit_mean(fit, c->anchor, t);
            if (!write && (s = skpi__result(at, "out->mean", value))) return s;
            if (write && mean) mean[k] = value;
            for (size_t q = 0; quantile && q < c->n_prob; q++) {
                const double x = skpi__fit_quantile(fit, c->anchor, t, c->score[q]);
                if (!write && (s = skpi__result(at, "out->quantile", x))) return s;
                if (write) quantile[k * c->n_prob + q] = x;
            }
        }
    return SKPI_OK;
}

static skpi_status forecast_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const forecast_call *c = call;
    skpi__fit fit;
    const skpi_status s = skpi__fit_row(at, &c->rules, &c->y, i, c->room, &fit);
    (void)kept;
    if (s < 0) return s;
    double *mean = c->mean ? c->mean + i * c->n_years : NULL;
    double *quantile = c->quantile ? c->quantile + i * c->n_years * c->n_prob : NULL;
    const skpi_status late = forecast_row(at, c, &fit, mean, quantile);
    return late ? late : s;
}

static void forecast_fail(const void *call, size_t i)
{
    const forecast_call *c = call;
    skpi__set_nan_row(c->mean, i, c->n_years);
    skpi__set_nan_row(c->quantile, i, c->n_years * c->n_prob);
}

skpi_status skpi_series_forecast(const skpi_table *y, int32_t first_year, size_t n_years, size_t n_prob,
                                 const double *prob, const skpi_series_fit_options *options,
                                 skpi_series_forecast_out *out, int32_t *status)
{
    static const skpi__rows_steps steps = {0, forecast_check, forecast_compute, forecast_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    forecast_call c = {.first_year = first_year, .n_years = n_years, .n_prob = n_prob, .prob = prob};
    skpi_series_forecast_out o;
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, y, &c.y)) || (s = skpi__axis(r.at, "first_year", first_year, n_years)) ||
        (s = skpi__probabilities(r.at, "prob", n_prob, prob)) ||
        (s = skpi__fit_options(r.at, options, &c.rules, &c.anchor)) || (s = SKPI__STRUCT(r.at, out, 0, &o)) ||
        (s = skpi__array_size(r.at, "out->mean", c.y.n, n_years)) ||
        (s = skpi__array_size(r.at, "out->quantile", c.y.n, skpi__width(n_years, n_prob))))
        return s;
    r.n = c.y.n;
    c.mean = o.mean;
    c.quantile = o.quantile;
    c.room = skpi__alloc(c.y.m, 2, sizeof *c.room);
    c.score = skpi__alloc(n_prob, 1, sizeof *c.score);
    s = !c.room    ? skpi__no_memory(r.at, "y->m", c.y.m)
        : !c.score ? skpi__no_memory(r.at, "n_prob", n_prob)
                   : skpi__rows_run(&r, &steps, &c);
    free(c.room);
    free(c.score);
    return s;
}
