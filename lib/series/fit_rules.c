/* Rules of a fit: the defaults, the number of values that a model needs, and the number of its parameters. */
#include "series/fit_rules.h"

skpi__fit_rules skpi__fit_free(int32_t model)
{
    const double none = INFINITY, unset = (double)NAN;
    return (skpi__fit_rules){model, {-none, -none, -none}, {none, none, none}, 1, unset, unset, unset};
}

size_t skpi__fit_least(const skpi__fit_rules *rules)
{
    size_t fitted = 0;
    switch (rules->model) {
    case SKPI_SERIES_MODEL_PERSISTENCE: return 2;
    case SKPI_SERIES_MODEL_LINE:
    case SKPI_SERIES_MODEL_LOGIT_LINE: return 3;
    case SKPI_SERIES_MODEL_HOLT: return isnan(rules->alpha) ? 5 : 3;
    default:
        for (int j = 0; j < 3; j++) fitted += !(rules->lower[j] == rules->upper[j]);
        return fitted + 1;
    }
}

size_t skpi__fit_parameters(int32_t model)
{
    return model == SKPI_SERIES_MODEL_HOLT ? 4 : skpi__curve_parameters(model);
}
