/* Scores of the forecasts of several methods (score.h). */
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "series/score.h"

static skpi_status score_methods_check(skpi__at at, const skpi__forecasts *f)
{
    skpi_status s;
    for (size_t i = 0; i < f->n; i++) {
        at.column = (int64_t)i;
        if ((s = skpi__score_value(at, "forecast", f->forecast[i], f->truth[i])) ||
            (f->low && (s = skpi__score_value(at, "low", f->low[i], (double)NAN))) ||
            (f->high && (s = skpi__score_value(at, "high", f->high[i], (double)NAN))))
            return s;
        if (!f->low) continue;
        if (f->low[i] > f->high[i])
            return skpi__fail(at, SKPI_EINCONSISTENT, "low", f->low[i], "is above high = %g", f->high[i]);
        if (isnan(f->truth[i]) || isnan(f->low[i]) || isnan(f->high[i])) continue;
        if ((s = skpi__result(at, "low", skpi__interval_score(f->low[i], f->high[i], f->coverage, f->truth[i]))))
            return s;
    }
    return SKPI_OK;
}

skpi_status skpi_series_score(size_t n_methods, size_t n, const double *forecast, const double *low, const double *high,
                              const double *truth, double coverage, skpi_series_score_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi_series_score_out o;
    int32_t warnings = 0;
    skpi_status s;
    if ((s = skpi__count(at, "n", n)) || (s = skpi__array(at, "forecast", forecast, n_methods, n))) return s;
    if (!low != !high) return skpi__refuse(at, SKPI_EINVAL, low ? "high" : "low", "is NULL: both ends or none");
    if ((s = skpi__array(at, "truth", truth, n, 1))) return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__score_value(skpi__element(at, i), "truth", truth[i], (double)NAN))) return s;
    if ((s = skpi__coverage(at, "coverage", &coverage)) || (s = SKPI__STRUCT(at, out, 0, &o))) return s;
    skpi__forecasts f = {.n = n, .truth = truth, .coverage = coverage};
    double *room = skpi__alloc(n, 1, sizeof *room);
    if (!room) return skpi__no_memory(at, "n", n);
    for (int write = 0; write < 2; write++)
        for (size_t k = 0; k < n_methods && !s; k++) {
            f.forecast = forecast + k * n;
            f.low = low ? low + k * n : NULL;
            f.high = high ? high + k * n : NULL;
            if (!write) {
                s = score_methods_check(skpi__element(at, k), &f);
                continue;
            }
            const skpi__score r = skpi__score_of(&f, room);
            if (r.count < (int64_t)n) warnings |= SKPI_WMISSING;
            skpi__score_write(&SKPI__SCORE_OUTPUTS(&o), k, &r);
        }
    free(room);
    return s ? s : (skpi_status)warnings;
}
