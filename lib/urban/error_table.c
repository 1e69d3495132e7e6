/* A table of errors for skpi_urban_error_quantile, from the record.
 *
 * At each origin o the norm is fitted to the ten years before it, every area with 0 < p_o < 1 is projected by the
 * method of the United Nations, growth difference over five years, size class by the population of o, and h years later
 *   e = logit(observed) - logit(forecast),   p clipped to [0.0005, 0.9995]
 * Errors of all areas and origins of a horizon are pooled; the table holds their quantiles, linear between order
 * statistics.  The shipped table was made so from the complete record.
 */
#include "urban/evidence.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/select.h"
#include "urban/error_quantile.h"
#include <stdlib.h>

enum { STEP = 5, LEAST_YEARS = 10 /* before the first origin */ };

/* Origins and the last target; columns: how many years are looked at. */
static skpi_status take_options(skpi__at at, const skpi_urban_error_table_options *options,
                                const skpi__urban_record *record, skpi__urban_trial *trial, size_t *columns)
{
    skpi_urban_error_table_options o;
    const int32_t last = record->year[record->m - 1];
    size_t column;
    skpi_status s;
    if ((s = SKPI__TAKE(at, options, 0, &o))) return s;
    trial->first = record->year[0] + LEAST_YEARS;
    trial->last_target = last;
    trial->step = STEP;
    if (o.first_origin) {
        if ((s = skpi__year(at, "options->first_origin", o.first_origin))) return s;
        trial->first = o.first_origin;
        if (o.first_origin - LEAST_YEARS < record->year[0])
            return skpi__fail(at, SKPI_ENODATA, "options->first_origin", o.first_origin,
                              "has not ten years before it: share begins in %d", (int)record->year[0]);
    }
    if (o.last_target) {
        if ((s = skpi__year(at, "options->last_target", o.last_target)) ||
            (s = skpi__urban_record_column(at, record, "options->last_target", o.last_target, &column)))
            return s;
        trial->last_target = o.last_target;
        *columns = column + 1;
    }
    if (o.step < 0) return skpi__fail(at, SKPI_ERANGE, "options->step", o.step, "is negative");
    if (o.step) trial->step = o.step;
    return skpi__hole(at, "options->zero", o.zero);
}

/* The most origins that a horizon has: the first one's.  Every horizon must have one. */
static skpi_status most_origins(skpi__at at, const skpi__urban_trial *trial, size_t n_h, const int32_t *horizon,
                                size_t *most)
{
    *most = n_h ? skpi__urban_trial_origins(trial, horizon[0]) : 0;
    for (size_t k = 0; k < n_h; k++)
        if (!skpi__urban_trial_origins(trial, horizon[k]))
            return skpi__fail(skpi__element(at, k), SKPI_ENODATA, "horizon", horizon[k],
                              "years after the first origin, %d, lie beyond the last target, %d", (int)trial->first,
                              (int)trial->last_target);
    return SKPI_OK;
}

/* A table of logit errors by horizon, for skpi_urban_error_quantile.
 *
 * Given:    share         urban shares, fractions in [0,1], areas x years; an annual table, or one with the years
 *                         that are needed: origins, ten years before them, and targets
 *           population    total population on the same axes, in persons or the scale that its basis states
 *           n_h, horizon  years ahead, from 1 on, increasing (n_h)
 *           n_prob, prob  quantiles wanted, in (0,1) (n_prob)
 *           options       first_origin, last_target, step; NULL: defaults
 * Returned: table         quantiles of logit(observed) - logit(forecast) (n_h x n_prob)
 *           No value after last_target is read.
 * Status:   SKPI_OK, SKPI_EINVAL (null), SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENODATA (no areas or years; a year that is
 *           needed is not there; no origin for a horizon; too few areas for a norm), SKPI_EINCONSISTENT (axes),
 *           SKPI_EDEFMIX (bases), SKPI_ENOTFINITE, SKPI_ERANGE (a share, population, year, horizon, probability or
 *           step), SKPI_ENOTSORTED, SKPI_EDUPLICATE (years, horizons), SKPI_ESINGULAR (areas that do not determine a
 *           norm)
 */
skpi_status skpi_urban_error_table(const skpi_table *share, const skpi_table *population, size_t n_h,
                                   const int32_t *horizon, size_t n_prob, const double *prob,
                                   const skpi_urban_error_table_options *options, double *table)
{
    const skpi__at at = skpi__here(__func__);
    skpi__urban_record record;
    skpi__urban_trial trial = {.record = &record};
    size_t columns, origins = 0, cells = 0, n;
    skpi_status s;
    if ((s = skpi__urban_record_take(at, share, population, &record)) ||
        (s = skpi__array(at, "horizon", horizon, n_h, 1)) || (s = skpi__array(at, "prob", prob, n_prob, 1)))
        return s;
    columns = record.m;
    if ((s = take_options(at, options, &record, &trial, &columns)) ||
        (s = skpi__array(at, "table", table, n_h, n_prob)) || (s = skpi__urban_record_check(at, &record, columns)) ||
        (s = skpi__urban_horizons(at, n_h, horizon)))
        return s;
    for (size_t q = 0; q < n_prob; q++)
        if ((s = skpi__probability(skpi__element(at, q), "prob", prob[q]))) return s;
    if ((s = skpi__urban_rules_take(at, NULL, &trial.rules)) || (s = most_origins(at, &trial, n_h, horizon, &origins)))
        return s;
    /* the whole table beside the errors: nothing is written until all of it is known */
    double *error = skpi__mul(origins, record.n, &cells) ? skpi__alloc(cells, 1, sizeof *error) : NULL;
    double *found = skpi__alloc(n_h, n_prob, sizeof *found);
    trial.room = skpi__alloc(record.m, 2, sizeof *trial.room);
    if (!error || !found || !trial.room)
        s = skpi__fail(at, SKPI_ENOMEM, "share->n", (double)record.n, "areas need more memory than there is");
    for (size_t k = 0; !s && k < n_h; k++) {
        s = skpi__urban_trial_errors(at, &trial, horizon[k], error, &n);
        if (!s && !n) s = skpi__refuse(at, SKPI_ENODATA, "share->value", "has no area between 0 and 1 at any origin");
        for (size_t q = 0; !s && q < n_prob; q++) found[k * n_prob + q] = skpi__quantile(n, error, prob[q]);
    }
    for (size_t c = 0; !s && c < n_h * n_prob; c++) table[c] = found[c];
    free(error);
    free(found);
    free(trial.room);
    return s;
}
