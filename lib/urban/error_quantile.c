/* Quantiles of a forecast from the errors of earlier forecasts.
 *
 * e_q(h), the q-quantile of logit(observed) - logit(forecast) h years ahead, is linear between the rows of a table,
 * from 0 at h = 0; beyond its last row the last slope is continued, which is a guess and gives a warning.  The
 * q-quantile of the forecast p is logistic(logit p + e_q(h)).  The errors are not centred, and neither is the result.
 *
 * The library's table has errors of the United Nations' method with its norm estimated again at each origin, origins
 * 1970 to 2005 every five years, all areas with 0 < p < 1 of the World Urbanization Prospects 2018, pooled.
 */
#include "urban/error_quantile.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/logistic.h"
#include <smartkpi/urban.h>

#define SHIPPED_ROWS 6
#define SHIPPED_QUANTILES 5
static const double shipped_prob[SHIPPED_QUANTILES] = {.05, .10, .50, .90, .95};
static const int32_t shipped_horizon[SHIPPED_ROWS] = {5, 10, 15, 20, 25, 30};
static const double shipped_error[SHIPPED_ROWS * SHIPPED_QUANTILES] = {
    -0.132, -0.084, -0.0067, 0.056, 0.114, /*  5 years */
    -0.297, -0.199, -0.0245, 0.134, 0.235, /* 10 */
    -0.474, -0.339, -0.0634, 0.215, 0.399, /* 15 */
    -0.647, -0.491, -0.1281, 0.273, 0.492, /* 20 */
    -0.837, -0.652, -0.2122, 0.313, 0.551, /* 25 */
    -0.988, -0.808, -0.3030, 0.350, 0.594, /* 30 */
};

/* A table of errors: rows of n_prob columns. */
typedef struct error_quantile_table {
    size_t n_horizons, n_prob;
    const int32_t *horizon;
    const double *value;
    int shipped;
} error_quantile_table;

static const error_quantile_table shipped = {SHIPPED_ROWS, SHIPPED_QUANTILES, shipped_horizon, shipped_error, 1};

static int error_quantile_shipped(double prob, size_t *column)
{
    for (size_t q = 0; q < SHIPPED_QUANTILES; q++)
        if (fabs(prob - shipped_prob[q]) <= 1e-12) { /* (1 - .8)/2 is not .1 to the bit */
            *column = q;
            return 1;
        }
    return 0;
}

/* Where h lies: error_at is weight below times row k - 1 (0 = the origin) plus weight above times row k. */
typedef struct error_quantile_place {
    size_t k;
    double below, above;
    int beyond;
} error_quantile_place;

static error_quantile_place error_quantile_locate(const error_quantile_table *e, int32_t h)
{
    size_t k = 0;
    while (k + 1 < e->n_horizons && e->horizon[k] < h) k++;
    const double from = k ? e->horizon[k - 1] : 0, t = ((double)h - from) / ((double)e->horizon[k] - from);
    return (error_quantile_place){k, 1 - t, t, h > e->horizon[k]};
}

static double error_quantile_at(const error_quantile_table *e, const error_quantile_place *at, size_t q)
{
    const double upper = e->value[at->k * e->n_prob + q], lower = at->k ? e->value[(at->k - 1) * e->n_prob + q] : 0;
    return at->beyond ? upper + (upper - lower) * (at->above - 1) : at->below * lower + at->above * upper;
}

/* The caller's table or the shipped one: arrays and their sizes. */
static skpi_status error_quantile_table_take(skpi__at at, const skpi_urban_error_quantile_options *options,
                                             size_t n_prob, error_quantile_table *e)
{
    skpi_urban_error_quantile_options o;
    skpi_status s;
    if ((s = SKPI__STRUCT_OR_NULL(at, options, 0, &o))) return s;
    *e = shipped;
    if (!o.n_horizons && (o.horizon || o.error))
        return skpi__refuse(at, SKPI_EINVAL, "options->n_horizons", "is 0 although options->%s is given",
                            o.horizon ? "horizon" : "error");
    if (!o.n_horizons) return SKPI_OK;
    if ((s = skpi__array(at, "options->horizon", o.horizon, o.n_horizons, 1)) ||
        (s = skpi__array(at, "options->error", o.error, o.n_horizons, n_prob)))
        return s;
    *e = (error_quantile_table){o.n_horizons, n_prob, o.horizon, o.error, 0};
    return SKPI_OK;
}

skpi_status skpi__urban_horizons(skpi__at at, const char *name, size_t n_horizons, const int32_t *horizon)
{
    for (size_t k = 0; k < n_horizons; k++) {
        const skpi__at here = skpi__element(at, k);
        const int32_t h = horizon[k];
        if (h < 1) return skpi__fail(here, SKPI_ERANGE, name, h, "is not a number of years from 1 on");
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
static skpi_status error_quantile_table_check(skpi__at at, const error_quantile_table *e, size_t n_prob,
                                              const double *prob)
{
    skpi_status s;
    size_t column;
    if ((s = skpi__probabilities(at, "prob", n_prob, prob))) return s;
    for (size_t q = 0; e->shipped && q < n_prob; q++)
        if (!error_quantile_shipped(prob[q], &column))
            return skpi__fail(skpi__element(at, q), SKPI_ENOTFOUND, "prob", prob[q],
                              "is not a quantile of the shipped table (0.05, 0.1, 0.5, 0.9, 0.95)");
    if (e->shipped) return SKPI_OK;
    if ((s = skpi__urban_horizons(at, "options->horizon", e->n_horizons, e->horizon))) return s;
    for (size_t k = 0; k < e->n_horizons; k++)
        for (size_t q = 0; q < n_prob; q++)
            if ((s = skpi__finite(skpi__cell(at, k, q), "options->error", e->value[k * n_prob + q]))) return s;
    return SKPI_OK;
}

static size_t error_quantile_column(const error_quantile_table *e, const double *prob, size_t q)
{
    size_t column = q;
    if (e->shipped) error_quantile_shipped(prob[q], &column);
    return column;
}

typedef struct error_quantile_call {
    error_quantile_table errors;
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
