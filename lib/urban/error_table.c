/* A table of errors for skpi_urban_error_quantile, from the record.
 *
 * At each origin o the norm is fitted to the ten years before it (record_norm.h), every area with 0 < p_o < 1 is projected by the
 * method of the United Nations, growth difference over five years, size class by the population of o, and h years later
 *   e = logit(observed) - logit(forecast),   p clipped to [0.0005, 0.9995]
 * Errors of all areas and origins of a horizon are pooled; the table holds their quantiles, linear between order
 * statistics.  The library's table was made in this manner from the complete record, with least squares for large and
 * for small areas.  An area with a missing value is
 * left out.
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/select.h"
#include "urban/error_quantile.h"
#include "urban/trial.h"
#include <stdlib.h>

enum { STEP = 5, LEAST_YEARS = 10 /* least number of years before the first origin */ };

/* Reads the origins and the last target; *columns is the number of years that are read. */
static skpi_status error_table_options(skpi__at at, const skpi_urban_error_table_options *options,
                                       const skpi__urban_record *record, skpi__urban_trial *trial, size_t *columns)
{
    skpi_urban_error_table_options o;
    const int32_t last = record->year[record->m - 1];
    size_t column;
    skpi_status s;
    if ((s = SKPI__STRUCT_OR_NULL(at, options, 0, &o))) return s;
    trial->first = record->year[0] + LEAST_YEARS;
    trial->last_target = last;
    trial->step = STEP;
    if (o.first_origin) {
        if ((s = skpi__year(at, "options->first_origin", o.first_origin))) return s;
        trial->first = o.first_origin;
        if (o.first_origin - LEAST_YEARS < record->year[0])
            return skpi__fail(at, SKPI_ENODATA, "options->first_origin", o.first_origin,
                              "must have ten years before it: share begins in %d", (int)record->year[0]);
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
    if ((s = skpi__urban_norm_rules_take(at, o.loss, o.n_sizes, &trial->fit))) return s;
    return skpi__reserved(at, "options->zero", o.zero);
}

/* The largest number of origins that a horizon has, which is that of the first horizon.  Every horizon must have at
 * least one. */
static skpi_status error_table_origins(skpi__at at, const skpi__urban_trial *trial, size_t n_horizons,
                                       const int32_t *horizon, size_t *most)
{
    *most = n_horizons ? skpi__urban_trial_origins(trial, horizon[0]) : 0;
    for (size_t k = 0; k < n_horizons; k++)
        if (!skpi__urban_trial_origins(trial, horizon[k]))
            return skpi__fail(skpi__element(at, k), SKPI_ENODATA, "horizon", horizon[k],
                              "years after the first origin, %d, lie beyond the last target, %d", (int)trial->first,
                              (int)trial->last_target);
    return SKPI_OK;
}

skpi_status skpi_urban_error_table(const skpi_table *share, const skpi_table *population, size_t n_horizons,
                                   size_t n_prob, const int32_t *horizon, const double *prob,
                                   const skpi_urban_error_table_options *options, double *error)
{
    const skpi__at at = skpi__here(__func__);
    skpi__urban_record record;
    skpi__urban_trial trial = {.record = &record};
    size_t columns, origins = 0, n;
    double *errors = NULL, *found = NULL;
    unsigned char *gaps;
    int32_t fit = 0;
    skpi_status s, missing;
    if ((s = skpi__urban_record_take(at, share, population, &record)) ||
        (s = skpi__array(at, "horizon", horizon, n_horizons, 1)) || (s = skpi__array(at, "prob", prob, n_prob, 1)))
        return s;
    columns = record.m;
    if ((s = error_table_options(at, options, &record, &trial, &columns)) ||
        (s = skpi__array(at, "error", error, n_horizons, n_prob)))
        return s;
    (void)skpi__urban_rules_take(at, NULL, &trial.rules); /* those of no options */
    if (!(gaps = skpi__alloc(record.n, 1, sizeof *gaps))) return skpi__no_memory(at, "share->n", record.n);
    if ((s = missing = skpi__urban_record_check(at, &record, columns, gaps)) < 0 ||
        (s = skpi__urban_horizons(at, "horizon", 1, n_horizons, horizon)) ||
        (s = skpi__probabilities(at, "prob", n_prob, prob)) ||
        (s = error_table_origins(at, &trial, n_horizons, horizon, &origins)))
        goto done;
    record.gaps = gaps;
    /* the whole table is kept beside the errors of one horizon, so that nothing is written until all of it is known */
    errors = skpi__alloc(origins, record.n, sizeof *errors);
    found = skpi__alloc(n_horizons, n_prob, sizeof *found);
    trial.room = skpi__urban_trial_room(&record);
    if (!errors || !found || !trial.room) s = skpi__no_memory(at, "share->n", record.n);
    for (size_t k = 0; s >= 0 && k < n_horizons; k++) {
        if ((s = skpi__urban_trial_errors(at, &trial, horizon[k], errors, &n)) >= 0) fit |= (int32_t)s;
        if (s >= 0 && !n)
            s = skpi__refuse(at, SKPI_ENODATA, "share->value",
                             "has no area with a share between 0 and 1 at any origin");
        for (size_t q = 0; s >= 0 && q < n_prob; q++) found[k * n_prob + q] = skpi__quantile(n, errors, prob[q]);
    }
    for (size_t c = 0; s >= 0 && c < n_horizons * n_prob; c++) error[c] = found[c];
done:
    free(gaps);
    free(errors);
    free(found);
    free(trial.room);
    return s < 0 ? s : (skpi_status)(fit | missing | skpi__urban_record_unusual(at, &record, columns - 1));
}
