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
#include "series/row_values.h"

/* What all rows share. */
typedef struct plan {
    skpi__fit_rules rules;
    int anchor;
    int32_t first_year;
    size_t n_years, n_prob;
    const double *prob;
    double *score; /* of each probability, for the row at hand */
} plan;

static skpi_status forecast_check(skpi__at at, const plan *p, const skpi_table *y, size_t i)
{
    const skpi_status s = skpi__fit_check(at, &p->rules, y, i);
    if (s < 0 || p->n_years == 0) return s;
    for (size_t j = y->m; j-- > 0;)
        if (!isnan(y->value[i * y->m + j])) {
            if (y->year[j] < p->first_year) break;
            return skpi__fail(at, SKPI_ENOTSORTED, "first_year", p->first_year, "is not after the last value, of %d",
                              (int)y->year[j]);
        }
    return s;
}

/* One row: looked through first, written only if all of it is finite. */
static skpi_status forecast_row(skpi__at at, const plan *p, const skpi__fit *fit, double *mean, double *quantile)
{
    skpi_status s;
    for (size_t q = 0; quantile && q < p->n_prob; q++) {
        p->score[q] = skpi__fit_score(fit, p->prob[q]);
        if (!isfinite(p->score[q]))
            return skpi__fail(at, SKPI_EOVERFLOW, "prob", p->prob[q], "has no quantile that a double can hold");
    }
    for (int write = 0; write < 2; write++)
        for (size_t k = 0; k < p->n_years; k++) {
            const double t = (double)p->first_year + (double)k, value = skpi__fit_mean(fit, p->anchor, t);
            if (!write && (s = skpi__result(at, "out->mean", value))) return s;
            if (write && mean) mean[k] = value;
            for (size_t q = 0; quantile && q < p->n_prob; q++) {
                const double x = skpi__fit_quantile(fit, p->anchor, t, p->score[q]);
                if (!write && (s = skpi__result(at, "out->quantile", x))) return s;
                if (write) quantile[k * p->n_prob + q] = x;
            }
        }
    return SKPI_OK;
}

static void forecast_fail(const plan *p, double *mean, double *quantile)
{
    skpi__set_nan(mean, p->n_years);
    skpi__set_nan(quantile, p->n_years * p->n_prob);
}

skpi_status skpi_series_forecast(const skpi_table *y, int32_t first_year, size_t n_years, size_t n_prob,
                                 const double *prob, const skpi_series_fit_options *options,
                                 skpi_series_forecast_out *out, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    plan p = {.first_year = first_year, .n_years = n_years, .n_prob = n_prob, .prob = prob};
    skpi_series_forecast_out o;
    skpi_table t;
    skpi_status s;
    size_t cells;
    if ((s = SKPI__TABLE(r.at, y, &t)) || (s = skpi__axis(r.at, "first_year", first_year, n_years)) ||
        (s = skpi__probabilities(r.at, "prob", n_prob, prob)) ||
        (s = skpi__fit_options(r.at, options, &p.rules, &p.anchor)) || (s = SKPI__STRUCT(r.at, out, 0, &o)) ||
        (s = skpi__array_size(r.at, "out->mean", t.n, n_years)))
        return s;
    if (!skpi__mul(n_years, n_prob, &cells)) cells = SIZE_MAX;
    if ((s = skpi__array_size(r.at, "out->quantile", t.n, cells))) return s;
    r.n = t.n;
    double *room = skpi__alloc(t.m, 2, sizeof *room);
    p.score = skpi__alloc(n_prob, 1, sizeof *p.score);
    if (!room || !p.score) {
        s = skpi__fail(r.at, SKPI_ENOMEM, room ? "n_prob" : "y->m", (double)(room ? n_prob : t.m), "is too large");
        goto end;
    }
    for (size_t i = 0; i < t.n; i++)
        if ((s = skpi__row(&r, i, forecast_check(skpi__row_at(&r, i), &p, &t, i)))) goto end;
    for (size_t i = 0; i < t.n; i++) {
        double *mean = o.mean ? o.mean + i * n_years : NULL, *quantile = o.quantile ? o.quantile + i * cells : NULL;
        if (skpi__row_good(&r, i)) {
            skpi__fit fit;
            const size_t used = skpi__row_values(&t, i, 0, room, room + t.m);
            const int32_t missing = used < t.m ? SKPI_WMISSING : SKPI_OK;
            const skpi__at at = skpi__row_at(&r, i);
            const skpi_status fitted = skpi__fit_row(at, &p.rules, used, room, room + t.m, &fit);
            s = fitted < 0 ? fitted : forecast_row(at, &p, &fit, mean, quantile);
            if ((s = skpi__row(&r, i, s < 0 ? s : (skpi_status)((int32_t)fitted | missing)))) goto end;
        }
        if (!skpi__row_good(&r, i)) forecast_fail(&p, mean, quantile);
    }
    s = skpi__rows_end(&r);
end:
    free(room);
    free(p.score);
    return s;
}
