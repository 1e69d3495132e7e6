/* Quantiles of a forecast from the errors that earlier forecasts had.
 *
 * e_q(h), the q-quantile of logit(observed) - logit(forecast) h years ahead, is linear between the rows of a table,
 * from 0 at h = 0; beyond its last row the last slope goes on, which is a guess and a warning.  The q-quantile of the
 * forecast p is logistic(logit p + e_q(h)).  The errors are not centred, nor is the result.
 *
 * The shipped table: errors of the United Nations' method with its norm estimated again at each origin, origins 1970 to
 * 2005 every five years, all areas with 0 < p < 1 of the World Urbanization Prospects 2018, pooled.
 */
#include "urban/error_quantile.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "numeric/logistic.h"

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

/* A table of errors, n_h rows x width columns. */
typedef struct errors {
    size_t n_h, width;
    const int32_t *horizon;
    const double *value;
    int shipped;
} errors;

static int shipped_column(double prob, size_t *column)
{
    for (size_t q = 0; q < SHIPPED_QUANTILES; q++)
        if (fabs(prob - shipped_prob[q]) <= 1e-12) { /* (1 - .8)/2 is not .1 to the bit */
            *column = q;
            return 1;
        }
    return 0;
}

/* Where h lies: error_at is weight below times row k - 1 (0 = the origin) plus weight above times row k. */
typedef struct place {
    size_t k;
    double below, above;
    int beyond;
} place;

static place locate(const errors *e, int32_t h)
{
    size_t k = 0;
    while (k + 1 < e->n_h && e->horizon[k] < h) k++;
    const double from = k ? e->horizon[k - 1] : 0, t = ((double)h - from) / ((double)e->horizon[k] - from);
    return (place){k, 1 - t, t, h > e->horizon[k]};
}

static double error_at(const errors *e, const place *at, size_t q)
{
    const double upper = e->value[at->k * e->width + q], lower = at->k ? e->value[(at->k - 1) * e->width + q] : 0;
    return at->beyond ? upper + (upper - lower) * (at->above - 1) : at->below * lower + at->above * upper;
}

/* Arrays and their sizes; values only when all sizes are known to be possible. */
static skpi_status given_errors(skpi__at at, size_t n_h, const int32_t *horizon, const double *table, size_t n_prob,
                                const double *prob)
{
    skpi_status s;
    if (table || n_h) {
        if ((s = skpi__some(at, "n_h", n_h)) || (s = skpi__array(at, "horizon", horizon, n_h, 1))) return s;
        if (!table && n_prob)
            return skpi__refuse(at, SKPI_EINVAL, "table", "is NULL (the shipped table goes with n_h = 0)");
        if ((s = skpi__array(at, "table", table, n_h, n_prob))) return s;
    }
    return skpi__array(at, "prob", prob, n_prob, 1);
}

skpi_status skpi__urban_horizons(skpi__at at, size_t n_h, const int32_t *horizon)
{
    for (size_t k = 0; k < n_h; k++) {
        const skpi__at here = skpi__element(at, k);
        const int32_t h = horizon[k];
        if (h < 1) return skpi__fail(here, SKPI_ERANGE, "horizon", h, "is not a number of years from 1 on");
        if (k && h == horizon[k - 1]) return skpi__fail(here, SKPI_EDUPLICATE, "horizon", h, "is there twice");
        if (k && h < horizon[k - 1])
            return skpi__fail(here, SKPI_ENOTSORTED, "horizon", h, "is below the one before, %d", (int)horizon[k - 1]);
    }
    return SKPI_OK;
}

skpi_status skpi__urban_open_shares(skpi__at at, size_t n_years, const double *share)
{
    skpi_status s = SKPI_OK;
    for (size_t k = 0; !s && k < n_years; k++) s = skpi__open_share(skpi__column(at, k), "share", share[k]);
    return s;
}

static skpi_status check_errors(skpi__at at, const errors *e, size_t n_prob, const double *prob)
{
    skpi_status s;
    size_t column;
    if ((s = skpi__urban_horizons(at, e->n_h, e->horizon))) return s;
    for (size_t k = 0; k < e->n_h; k++)
        for (size_t q = 0; q < e->width; q++)
            if ((s = skpi__finite(skpi__cell(at, k, q), "table", e->value[k * e->width + q]))) return s;
    for (size_t q = 0; q < n_prob; q++) {
        const skpi__at here = skpi__element(at, q);
        if ((s = skpi__probability(here, "prob", prob[q]))) return s;
        if (e->shipped && !shipped_column(prob[q], &column))
            return skpi__fail(here, SKPI_EINVAL, "prob", prob[q],
                              "is not a quantile of the shipped table (0.05, 0.1, 0.5, 0.9, 0.95)");
    }
    return SKPI_OK;
}

static size_t column_of(const errors *e, const double *prob, size_t q)
{
    size_t column = q;
    if (e->shipped) shipped_column(prob[q], &column);
    return column;
}

/* What all rows share. */
typedef struct plan {
    const errors *e;
    int32_t first_year;
    size_t n_years, n_prob;
    const double *share, *prob;
    double *out;
} plan;

static skpi_status check(const plan *p, skpi__at at, size_t i, int32_t last_year)
{
    skpi_status s;
    if ((s = skpi__year(at, "last_year", last_year))) return s;
    if (last_year > p->first_year)
        return skpi__fail(at, SKPI_EDOM, "last_year", last_year, "is after first_year = %d", (int)p->first_year);
    if (!p->n_years) return SKPI_OK;
    if ((s = skpi__urban_open_shares(at, p->n_years, p->share + i * p->n_years))) return s;
    /* Inside the table errors are weighted means; beyond it they are largest in the last year. */
    const place end = locate(p->e, p->first_year - last_year + (int32_t)p->n_years - 1);
    if (!end.beyond) return SKPI_OK;
    for (size_t q = 0; q < p->n_prob; q++)
        if ((s = skpi__result(at, "out", error_at(p->e, &end, column_of(p->e, p->prob, q))))) return s;
    return SKPI_WHORIZON;
}

static void quantiles(const plan *p, size_t i, int32_t last_year)
{
    for (size_t k = 0; k < p->n_years; k++) {
        const size_t cell = i * p->n_years + k;
        const place at = locate(p->e, p->first_year - last_year + (int32_t)k);
        const double logit = skpi__logit(p->share[cell]);
        for (size_t q = 0; q < p->n_prob; q++)
            p->out[cell * p->n_prob + q] = skpi__logistic(logit + error_at(p->e, &at, column_of(p->e, p->prob, q)));
    }
}

/* Quantiles of each forecast share.
 *
 * Given:    n           places
 *           n_years     years of the axis
 *           last_year   year of each place's last observation, not after first_year (n)
 *           first_year  first year of the axis
 *           share       forecast shares, fractions in (0,1) (n x n_years)
 *           n_h         rows of the caller's table; 0: the shipped table
 *           horizon     years ahead of each row, from 1 on, increasing (n_h)
 *           table       quantiles of logit(observed) - logit(forecast) (n_h x n_prob); NULL with n_h = 0: the shipped
 *                       table
 *           n_prob      quantiles wanted
 *           prob        their probabilities: the columns of table; with the shipped one 0.05, 0.1, 0.5, 0.9, 0.95
 * Returned: out         quantiles, fractions (n x n_years x n_prob; must not overlap the inputs)
 *           status      each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_WHORIZON (years beyond the last row of the table), SKPI_EINVAL (null; a quantile
 *           the shipped table has not), SKPI_ENOMEM (sizes), SKPI_ENODATA (a table of no rows), SKPI_ENOTFINITE,
 *           SKPI_ERANGE (a share or probability outside its interval, a year outside the window, a horizon below 1),
 *           SKPI_EDOM (a share of 0 or 1, last_year after first_year), SKPI_ENOTSORTED, SKPI_EDUPLICATE (horizons),
 *           SKPI_EOVERFLOW (beyond the caller's table)
 */
skpi_status skpi_urban_error_quantile(size_t n, size_t n_years, const int32_t *last_year, int32_t first_year,
                                      const double *share, size_t n_h, const int32_t *horizon, const double *table,
                                      size_t n_prob, const double *prob, double *out, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    const errors shipped = {SHIPPED_ROWS, SHIPPED_QUANTILES, shipped_horizon, shipped_error, 1};
    const errors e = table || n_h ? (errors){n_h, n_prob, horizon, table, 0} : shipped;
    size_t width;
    skpi_status s;
    if ((s = skpi__given(&r, "last_year", last_year)) || (s = skpi__axis(r.at, "first_year", first_year, n_years)) ||
        (s = skpi__given_matrix(&r, "share", share, n_years)) ||
        (s = given_errors(r.at, n_h, horizon, table, n_prob, prob)))
        return s;
    if (!skpi__mul(n_years, n_prob, &width)) width = SIZE_MAX; /* more than memory holds: refused just below */
    if ((s = skpi__given_matrix(&r, "out", out, width)) || (s = check_errors(r.at, &e, n_prob, prob))) return s;
    const plan p = {&e, first_year, n_years, n_prob, share, prob, out};
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, check(&p, skpi__row_at(&r, i), i, last_year[i])))) return s;
    for (size_t i = 0; i < n; i++) {
        if (skpi__row_good(&r, i))
            quantiles(&p, i, last_year[i]);
        else
            skpi__put_nan(width ? out + i * width : NULL, width);
    }
    return skpi__rows_end(&r);
}
