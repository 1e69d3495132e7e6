/* Quantiles of a forecast from the errors of earlier forecasts.
 *
 * e_q(h), the q-quantile of logit(truth) - logit(forecast) h years ahead, is linear between the rows of a table, from 0
 * at h = 0 if the table has no row of 0 years; beyond its last row the last slope is continued, which is a guess and
 * gives a warning.  The q-quantile of the forecast p is logistic(logit p + e_q(h)).  Errors that are not centred are
 * taken as they are.  The library's tables stand in error_source.c.
 */
#include "urban/error_quantile.h"
#include "urban/error_source.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/logistic.h"
#include <smartkpi/urban.h>

static const int32_t sources[] = {SKPI_URBAN_ERROR_SOURCE_REALTIME, SKPI_URBAN_ERROR_SOURCE_RECORD, 0};

/* Where h lies: its error is weight below times row k - 1 (0 = no error at 0 years) plus weight above times row k. */
typedef struct error_quantile_place {
    size_t k;
    double below, above;
    int beyond;
} error_quantile_place;

static error_quantile_place error_quantile_locate(const skpi__error_table *e, int32_t h)
{
    size_t k = 0;
    while (k + 1 < e->n_horizons && e->horizon[k] < h) k++;
    const double to = e->horizon[k], from = k ? e->horizon[k - 1] : 0;
    const double t = to > from ? ((double)h - from) / (to - from) : 1; /* 1: a first row of 0 years */
    return (error_quantile_place){k, 1 - t, t, h > to};
}

static double error_quantile_at(const skpi__error_table *e, const error_quantile_place *at, size_t q)
{
    const double upper = e->error[at->k * e->n_prob + q], lower = at->k ? e->error[(at->k - 1) * e->n_prob + q] : 0;
    return at->beyond ? upper + (upper - lower) * (at->above - 1) : at->below * lower + at->above * upper;
}

/* The caller's table or one of the library's: arrays and their sizes. */
static skpi_status error_quantile_table_take(skpi__at at, const skpi_urban_error_quantile_options *options,
                                             size_t n_prob, skpi__error_table *e)
{
    skpi_urban_error_quantile_options o;
    skpi_status s;
    if ((s = SKPI__STRUCT_OR_NULL(at, options, 0, &o))) return s;
    if (!o.n_horizons && (o.horizon || o.error))
        return skpi__refuse(at, SKPI_EINVAL, "options->n_horizons", "is 0 although options->%s is given",
                            o.horizon ? "horizon" : "error");
    if ((s = skpi__array(at, "options->horizon", o.horizon, o.n_horizons, 1)) ||
        (s = skpi__array(at, "options->error", o.error, o.n_horizons, n_prob)) ||
        (o.source && (s = skpi__choice(at, "options->source", o.source, sources,
                                       "a table of the library's (enum skpi_urban_error_source)"))) ||
        (s = skpi__reserved(at, "options->zero", o.zero)))
        return s;
    if (o.n_horizons && o.source)
        return skpi__fail(at, SKPI_EINCONSISTENT, "options->source", o.source,
                          "is given beside a table of the caller's");
    *e = o.n_horizons ? (skpi__error_table){o.n_horizons, n_prob, o.horizon, o.error, NULL, NULL}
                      : *skpi__error_source(o.source);
    return SKPI_OK;
}

skpi_status skpi__urban_horizons(skpi__at at, const char *name, int32_t least, size_t n_horizons,
                                 const int32_t *horizon)
{
    for (size_t k = 0; k < n_horizons; k++) {
        const skpi__at here = skpi__element(at, k);
        const int32_t h = horizon[k];
        if (h < least) return skpi__fail(here, SKPI_ERANGE, name, h, "is not a number of years from %d on", (int)least);
        if (k && h == horizon[k - 1]) return skpi__fail(here, SKPI_EDUPLICATE, name, h, "is given twice");
        if (k && h < horizon[k - 1])
            return skpi__fail(here, SKPI_ENOTSORTED, name, h, "is below the one before, %d", (int)horizon[k - 1]);
    }
    return SKPI_OK;
}

skpi_status skpi__urban_open_shares(skpi__at at, size_t n_years, const double *share)
{
    skpi_status s = SKPI_OK;
    for (size_t k = 0; !s && k < n_years; k++) {
        at.column = (int64_t)k;
        s = skpi__open_share(at, "in->share", share[k]);
    }
    return s;
}

/* Values, once all sizes are known to be possible. */
static skpi_status error_quantile_table_check(skpi__at at, const skpi__error_table *e, size_t n_prob,
                                              const double *prob)
{
    skpi_status s;
    if ((s = skpi__probabilities(at, "prob", n_prob, prob))) return s;
    for (size_t q = 0; e->prob && q < n_prob; q++)
        if (skpi__error_column(e, prob[q]) == e->n_prob)
            return skpi__fail(skpi__element(at, q), SKPI_ENOTFOUND, "prob", prob[q],
                              "is not a quantile of the library's table (%s)", e->prob_words);
    if (e->prob) return SKPI_OK;
    if ((s = skpi__urban_horizons(at, "options->horizon", 0, e->n_horizons, e->horizon))) return s;
    for (size_t k = 0; k < e->n_horizons; k++)
        for (size_t q = 0; q < n_prob; q++)
            if ((s = skpi__finite(skpi__cell(at, k, q), "options->error", e->error[k * n_prob + q]))) return s;
    return SKPI_OK;
}

static size_t error_quantile_column(const skpi__error_table *e, const double *prob, size_t q)
{
    return e->prob ? skpi__error_column(e, prob[q]) : q;
}

typedef struct error_quantile_call {
    skpi__error_table errors;
    skpi_urban_error_quantile_in in;
    int32_t first_year;
    size_t n_years, n_prob;
    const double *prob;
    double *quantile;
} error_quantile_call;

static skpi_status error_quantile_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const error_quantile_call *c = call;
    const int32_t last_year = c->in.last_year[i];
    skpi_status s;
    (void)kept;
    if ((s = skpi__year(at, "in->last_year", last_year))) return s;
    if (last_year > c->first_year)
        return skpi__fail(at, SKPI_ENOTSORTED, "in->last_year", last_year, "is after first_year = %d",
                          (int)c->first_year);
    if (!c->n_years) return SKPI_OK;
    if ((s = skpi__urban_open_shares(at, c->n_years, c->in.share + i * c->n_years))) return s;
    /* Inside the table errors are weighted means; beyond it they are largest in the last year. */
    const error_quantile_place end =
        error_quantile_locate(&c->errors, c->first_year - last_year + (int32_t)c->n_years - 1);
    if (!end.beyond) return SKPI_OK;
    for (size_t q = 0; q < c->n_prob; q++) {
        const double error = error_quantile_at(&c->errors, &end, error_quantile_column(&c->errors, c->prob, q));
        if ((s = skpi__result(at, "quantile", error))) return s;
    }
    return SKPI_WHORIZON;
}

static skpi_status error_quantile_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const error_quantile_call *c = call;
    (void)at, (void)kept;
    for (size_t k = 0; k < c->n_years; k++) {
        const size_t cell = i * c->n_years + k;
        const error_quantile_place place =
            error_quantile_locate(&c->errors, c->first_year - c->in.last_year[i] + (int32_t)k);
        const double logit = skpi__logit(c->in.share[cell]);
        for (size_t q = 0; q < c->n_prob; q++) {
            const size_t column = error_quantile_column(&c->errors, c->prob, q);
            c->quantile[cell * c->n_prob + q] = skpi__logistic(logit + error_quantile_at(&c->errors, &place, column));
        }
    }
    return SKPI_OK;
}

static void error_quantile_fail(const void *call, size_t i)
{
    const error_quantile_call *c = call;
    skpi__set_nan_row(c->quantile, i, c->n_years * c->n_prob);
}

skpi_status skpi_urban_error_quantile(const skpi_urban_error_quantile_in *in, int32_t first_year, size_t n_years,
                                      size_t n_prob, const double *prob,
                                      const skpi_urban_error_quantile_options *options, double *quantile,
                                      int32_t *status)
{
    static const skpi__rows_steps steps = {0, error_quantile_check, error_quantile_compute, error_quantile_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    error_quantile_call c = {
        .first_year = first_year, .n_years = n_years, .n_prob = n_prob, .prob = prob, .quantile = quantile};
    skpi_status s;
    if ((s = SKPI__STRUCT(r.at, in, 0, &c.in))) return s;
    r.n = c.in.n;
    if ((s = skpi__rows_array(&r, "in->last_year", c.in.last_year)) ||
        (s = skpi__axis(r.at, "first_year", first_year, n_years)) ||
        (s = skpi__rows_matrix(&r, "in->share", c.in.share, n_years)) ||
        (s = skpi__array(r.at, "prob", prob, n_prob, 1)) ||
        (s = error_quantile_table_take(r.at, options, n_prob, &c.errors)) ||
        (s = skpi__rows_matrix(&r, "quantile", quantile, skpi__width(n_years, n_prob))) ||
        (s = error_quantile_table_check(r.at, &c.errors, n_prob, prob)))
        return s;
    return skpi__rows_run(&r, &steps, &c);
}
