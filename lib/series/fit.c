/* Models fitted to series, a series a row. */
#include <smartkpi/series.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/table.h"
#include "series/fit_options.h"

static void put(const skpi_series_fit_out *o, size_t i, const skpi__fit *fit) /* fit NULL: a failed row */
{
    const double none = (double)NAN;
    for (size_t j = 0; j < SKPI__CURVE_MOST; j++) {
        if (o->parameters) o->parameters[i * SKPI__CURVE_MOST + j] = fit ? fit->parameter[j] : none;
        for (size_t k = 0; o->covariance && k < SKPI__CURVE_MOST; k++)
            o->covariance[(i * SKPI__CURVE_MOST + j) * SKPI__CURVE_MOST + k] = fit ? fit->covariance[j][k] : none;
    }
    skpi__put(o->sse, i, fit ? fit->sse : none);
    skpi__put(o->sigma, i, fit ? fit->sigma : none);
    skpi__put(o->inflection, i, fit ? skpi__curve_inflection(fit->model, fit->parameter) : none);
    if (o->used) o->used[i] = fit ? (int32_t)fit->used : SKPI_NONE;
    if (o->at_bound) o->at_bound[i] = fit ? fit->at_bound : SKPI_NONE;
}

/* Fit of one model to each series.
 *
 * Given:    y                a series a row (n x m); NaN = missing, skipped.  Logit line: between 0 and the ceiling;
 *                            curves: not negative
 *           options          the model, which ceiling, bounds and weights; not NULL
 * Returned: out->parameters  in the order of series.h (n x 4; each NULL: not wanted); unused ones NaN
 *           out->covariance  sigma^2 (J'J)^-1 (n x 4 x 4); 0 for what is held or at a bound; NaN: persistence, Holt
 *           out->sse         sum of squared residuals (n); of the logit line, of logits; of persistence, dy^2/dt; of
 *                            Holt, of the errors one step ahead
 *           out->sigma       sqrt(SSE/(values - fitted parameters)) (n)
 *           out->inflection  date of fastest growth (n); NaN where the model has none
 *           out->used        values used (n)
 *           out->at_bound    bit j: parameter j lies at a bound (n)
 *           status           each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_WWEAKFIT (a parameter at a bound; a fitted ceiling above 1 of values that are
 *           not; ceiling, speed, slope, p or q below its standard error), SKPI_WNOTCONVERGED, SKPI_WMISSING,
 *           SKPI_WADJUSTED (Holt: values before a gap left out), SKPI_EINVAL, SKPI_ESTRUCT, SKPI_EDOM (0 or the
 *           ceiling, logit line; a value before the launch), SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_ENOTSORTED,
 *           SKPI_EDUPLICATE (years), SKPI_ENODATA (too few values), SKPI_EINCONSISTENT (options), SKPI_EOVERFLOW,
 *           SKPI_ESINGULAR (constant values determine no curve), SKPI_ENOMEM
 * Source:   curve.c, line.c, holt.c, curve_fit.c
 */
skpi_status skpi_series_fit(const skpi_table *y, const skpi_series_fit_options *options, skpi_series_fit_out *out,
                            int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi__fit_rules rules;
    skpi_series_fit_out o;
    skpi_table t;
    skpi_status s;
    int anchor;
    if ((s = SKPI__TABLE(r.at, y, &t)) || (s = skpi__fit_options(r.at, options, &rules, &anchor)) ||
        (s = SKPI__NEED(r.at, out, 0, &o)) || (s = skpi__fits(r.at, "out->covariance", t.n, 16)))
        return s;
    r.n = t.n;
    double *room = skpi__alloc(t.m, 2, sizeof *room);
    if (!room) return skpi__fail(r.at, SKPI_ENOMEM, "y->m", (double)t.m, "years: no memory for a row");
    for (size_t i = 0; i < t.n; i++)
        if ((s = skpi__row(&r, i, skpi__fit_check(skpi__row_at(&r, i), &rules, &t, i)))) goto end;
    for (size_t i = 0; i < t.n; i++) {
        if (skpi__row_good(&r, i)) {
            skpi__fit fit;
            const size_t used = skpi__fit_gather(&t, i, room, room + t.m);
            const int32_t missing = used < t.m ? SKPI_WMISSING : SKPI_OK;
            s = skpi__fit_row(skpi__row_at(&r, i), &rules, used, room, room + t.m, &fit);
            if ((s = skpi__row(&r, i, s < 0 ? s : (skpi_status)((int32_t)s | missing)))) goto end;
            if (skpi__row_good(&r, i)) put(&o, i, &fit);
        }
        if (!skpi__row_good(&r, i)) put(&o, i, NULL);
    }
    s = skpi__rows_end(&r);
end:
    free(room);
    return s;
}
