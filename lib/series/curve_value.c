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

static skpi_status curve_value_check(skpi__at at, int32_t model, const double *parameter, int32_t first_year,
                                     size_t n_years)
{
    const size_t known = skpi__curve_parameters(model);
    const int bass = model == SKPI_SERIES_MODEL_BASS;
    skpi_status s;
    for (size_t j = 0; j < known; j++) {
        at.column = (int64_t)j;
        if ((s = skpi__finite(at, "parameter", parameter[j]))) return s;
        if (model == SKPI_SERIES_MODEL_PERSISTENCE || model == SKPI_SERIES_MODEL_LINE) continue;
        if (j == (model == SKPI_SERIES_MODEL_LOGIT_LINE ? 3 : 0) && (s = skpi__positive(at, "parameter", parameter[j])))
            return s;
        if (bass && (j == 1 || j == 2) && (s = skpi__quantity(at, "parameter", parameter[j]))) return s;
    }
    if (bass && parameter[1] == 0 && parameter[2] == 0) {
        at.column = 1;
        return skpi__fail(at, SKPI_EDOM, "parameter", 0, "and q = 0: p + q must be above 0");
    }
    at.column = -1;
    for (size_t k = 0; k < n_years; k++)
        if ((s = skpi__result(at, "value", skpi__curve_value(model, parameter, (double)first_year + (double)k))))
            return s;
    return SKPI_OK;
}

skpi_status skpi_series_curve_value(size_t n, size_t n_parameters, const double *parameter, int32_t model,
                                    int32_t first_year, size_t n_years, double *value, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = skpi__rows_matrix(&r, "parameter", parameter, n_parameters)) ||
        (s = skpi__choice(r.at, "model", model, models, "a curve (enum skpi_series_model, not Holt's)")) ||
        (s = skpi__axis(r.at, "first_year", first_year, n_years)) ||
        (s = skpi__rows_matrix(&r, "value", value, n_years)))
        return s;
    const size_t needed = skpi__curve_parameters(model);
    if (n_parameters < needed)
        return skpi__fail(r.at, SKPI_ENODATA, "n_parameters", (double)n_parameters,
                          "columns: the model has %zu parameters", needed);
    for (size_t i = 0; i < n; i++) {
        const double *p = parameter + i * n_parameters;
        if ((s = skpi__row(&r, i, curve_value_check(skpi__row_at(&r, i), model, p, first_year, n_years)))) return s;
    }
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n_years; k++)
            value[i * n_years + k] = skpi__row_good(&r, i) ? skpi__curve_value(model, parameter + i * n_parameters,
                                                                               (double)first_year + (double)k)
                                                           : (double)NAN;
    return skpi__rows_end(&r);
}
