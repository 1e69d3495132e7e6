/* Curves from their parameters, a curve a row. */
#include <smartkpi/series.h>
#include "core/check.h"
#include "core/rows.h"
#include "series/curve.h"

static const int32_t models[] = {SKPI_SERIES_MODEL_PERSISTENCE,
                                 SKPI_SERIES_MODEL_LINE,
                                 SKPI_SERIES_MODEL_LOGIT_LINE,
                                 SKPI_SERIES_MODEL_LOGISTIC,
                                 SKPI_SERIES_MODEL_GOMPERTZ,
                                 SKPI_SERIES_MODEL_BASS,
                                 0};

static skpi_status check(skpi__at at, int32_t model, const double *parameter, int32_t first_year, size_t n_years)
{
    const size_t known = skpi__curve_parameters(model);
    const int bass = model == SKPI_SERIES_MODEL_BASS;
    skpi_status s;
    for (size_t j = 0; j < known; j++) {
        at.column = (int64_t)j;
        if ((s = skpi__finite(at, "parameters", parameter[j]))) return s;
        if (model == SKPI_SERIES_MODEL_PERSISTENCE || model == SKPI_SERIES_MODEL_LINE) continue;
        if (j == (model == SKPI_SERIES_MODEL_LOGIT_LINE ? 3 : 0) &&
            (s = skpi__positive(at, "parameters", parameter[j])))
            return s;
        if (bass && (j == 1 || j == 2) && (s = skpi__quantity(at, "parameters", parameter[j]))) return s;
    }
    if (bass && parameter[1] == 0 && parameter[2] == 0) {
        at.column = 1;
        return skpi__fail(at, SKPI_EDOM, "parameters", 0, "and q = 0: p + q must be above 0");
    }
    at.column = -1;
    for (size_t k = 0; k < n_years; k++)
        if ((s = skpi__result(at, "out", skpi__curve_value(model, parameter, (double)first_year + (double)k))))
            return s;
    return SKPI_OK;
}

/* Values of a curve in each year.
 *
 * Given:    model       persistence, line, logit line, logistic, Gompertz or Bass
 *           n           curves
 *           parameters  of each (n x 4), in the order of series.h; those that the model does not have are not read
 *           first_year  first year of the output
 *           n_years     number of years
 * Returned: out         values (n x n_years), in the unit of the ceiling, level or intercept; Bass's curve is
 *                       cumulative
 *           status      each curve's own status (n), or NULL: the first bad one fails the call
 *           The output must not overlap the input.
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null, model), SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_ERANGE (negative
 *           ceiling, p or q; a year), SKPI_EDOM (ceiling 0, p + q = 0), SKPI_EOVERFLOW
 * Source:   curve.c
 */
skpi_status skpi_series_curve_value(int32_t model, size_t n, const double *parameters, int32_t first_year,
                                    size_t n_years, double *out, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = skpi__choice(r.at, "model", model, models, "a curve (enum skpi_series_model, not Holt's)")) ||
        (s = skpi__given_matrix(&r, "parameters", parameters, 4)) ||
        (s = skpi__axis(r.at, "first_year", first_year, n_years)) || (s = skpi__given_matrix(&r, "out", out, n_years)))
        return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, check(skpi__row_at(&r, i), model, parameters + 4 * i, first_year, n_years))))
            return s;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n_years; k++)
            out[i * n_years + k] = skpi__row_good(&r, i)
                                       ? skpi__curve_value(model, parameters + 4 * i, (double)first_year + (double)k)
                                       : (double)NAN;
    return skpi__rows_end(&r);
}
