/* Options of fits and the values that each model takes, checked: shared by skpi_series_fit, _forecast and _backtest. */
#ifndef SKPI_SERIES_FIT_OPTIONS_H
#define SKPI_SERIES_FIT_OPTIONS_H
#include "core/error.h"
#include "series/fit_rules.h"

/* Options of one fit, which name its model.  Status: SKPI_OK, SKPI_EINVAL (null; no such model; an anchor that is not 0
 * or 1; a member that the model does not use), SKPI_ESTRUCT, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EINCONSISTENT (bounds
 * that cross; a ceiling given and bounded) */
skpi_status skpi__fit_options(skpi__at at, const skpi_series_fit_options *options, skpi__fit_rules *rules, int *anchor);

/* Options for several models, none of which they name: each takes the members that it uses, and every member is used by
 * one.  Errors name them options->fit.  given: a copy, of this library's size. */
skpi_status skpi__fit_common(skpi__at at, size_t n_models, const int32_t *model, const skpi_series_fit_options *options,
                             skpi_series_fit_options *given);
/* The rules of one of them. */
skpi_status skpi__fit_one_of(skpi__at at, int32_t model, const skpi_series_fit_options *given, skpi__fit_rules *rules,
                             int *anchor);

/* The models of a backtest: each is one. */
skpi_status skpi__fit_models(skpi__at at, const char *name, size_t n_models, const int32_t *model);
/* One value of a backtest, as the model takes it. */
skpi_status skpi__fit_value(skpi__at at, const skpi__fit_rules *rules, int32_t year, double v);
/* Row i of the table: every value one that the model takes, and enough of them. */
skpi_status skpi__fit_check(skpi__at at, const skpi__fit_rules *rules, const skpi_table *y, size_t i);

#endif
