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

typedef struct curve_value_call {
    size_t n_parameters;
    const double *parameter;
    int32_t model, first_year;
    size_t n_years;
    double *value;
} curve_value_call;

static skpi_status curve_value_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const curve_value_call *c = call;
    const int32_t model = c->model;
    const double *parameter = c->parameter + i * c->n_parameters;
    const int line = model == SKPI_SERIES_MODEL_LINE, bass = model == SKPI_SERIES_MODEL_BASS;
    skpi_status s;
    (void)kept;
    for (size_t j = 0; j < skpi__curve_parameters(model); j++) {
        at.column = (int64_t)j;
        if ((s = skpi__finite(at, "parameter", parameter[j]))) return s;
        if (model == SKPI_SERIES_MODEL_PERSISTENCE || line) continue;
        if (j == (model == SKPI_SERIES_MODEL_LOGIT_LINE ? 3 : 0) && (s = skpi__positive(at, "parameter", parameter[j])))
            return s;
        if (bass && (j == 1 || j == 2) && (s = skpi__quantity(at, "parameter", parameter[j]))) return s;
    }
    if (bass && parameter[1] == 0 && parameter[2] == 0) {
        at.column = 1;
        return skpi__fail(at, SKPI_EDOM, "parameter", 0, "and q = 0: p + q must be above 0");
    }
    at.column = -1;
    if (!line && !bass) return SKPI_OK;                              /* the curve stays between 0 and the ceiling */
    const size_t step = line && c->n_years > 1 ? c->n_years - 1 : 1; /* a line is largest at an end */
    for (size_t k = 0; k < c->n_years; k += step)
        if ((s = skpi__result(at, "value", skpi__curve_value(model, parameter, c->first_year + (double)k)))) return s;
    return SKPI_OK;
}

static skpi_status curve_value_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const curve_value_call *c = call;
    const double *parameter = c->parameter + i * c->n_parameters;
    (void)at, (void)kept;
    for (size_t k = 0; k < c->n_years; k++)
        c->value[i * c->n_years + k] = skpi__curve_value(c->model, parameter, c->first_year + (double)k);
    return SKPI_OK;
}

static void curve_value_fail(const void *call, size_t i)
{
    const curve_value_call *c = call;
    skpi__set_nan_row(c->value, i, c->n_years);
}

skpi_status skpi_series_curve_value(size_t n, size_t n_parameters, const double *parameter, int32_t model,
                                    int32_t first_year, size_t n_years, double *value, int32_t *status)
{
    static const skpi__rows_steps steps = {0, curve_value_check, curve_value_compute, curve_value_fail};
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
                          "columns are too few: the model has %zu parameters", needed);
    return skpi__rows_run(&r, &steps, &(curve_value_call){n_parameters, parameter, model, first_year, n_years, value});
}
