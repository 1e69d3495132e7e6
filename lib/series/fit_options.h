/* Checks of the options of fits and of the values that each model takes; shared by skpi_series_fit, _forecast and
 * _backtest. */
#ifndef SKPI_SERIES_FIT_OPTIONS_H
#define SKPI_SERIES_FIT_OPTIONS_H
#include "core/error.h"
#include "series/fit_rules.h"

/* Reads the options of one fit, which name its model.  Status: SKPI_OK; SKPI_EINVAL (NULL; no such model; an anchor
 * that is not 0 or 1; a member that the model does not use); SKPI_ESTRUCT; SKPI_ENOTFINITE; SKPI_ERANGE;
 * SKPI_EINCONSISTENT (a lower bound above the upper one; a ceiling that is both given and bounded). */
skpi_status skpi__fit_options(skpi__at at, const skpi_series_fit_options *options, skpi__fit_rules *rules, int *anchor);

/* Reads options for several models; they name no model.  Each model takes the members that it uses, and a member that
 * no model uses is refused.  Errors name the struct options->fit.  given is a copy of this library's size. */
skpi_status skpi__fit_common(skpi__at at, size_t n_models, const int32_t *model, const skpi_series_fit_options *options,
                             skpi_series_fit_options *given);
/* The rules for one of these models. */
skpi_status skpi__fit_one_of(skpi__at at, int32_t model, const skpi_series_fit_options *given, skpi__fit_rules *rules,
                             int *anchor);

/* Checks the models of a backtest. */
skpi_status skpi__fit_models(skpi__at at, const char *name, size_t n_models, const int32_t *model);
/* Checks one value of a backtest for the model. */
skpi_status skpi__fit_value(skpi__at at, const skpi__fit_rules *rules, int32_t year, double v);
/* Checks row i of the table: the model takes every value, and there are enough values. */
skpi_status skpi__fit_check(skpi__at at, const skpi__fit_rules *rules, const skpi_table *y, size_t i);

#endif
