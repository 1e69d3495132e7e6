/* Factors of a plan: normal numbers that the shocks of several places or models have in common. */
#ifndef SKPI_ENSEMBLE_FACTOR_H
#define SKPI_ENSEMBLE_FACTOR_H
#include "ensemble/plan.h"

/* The sum of squares of the loadings may be above 1, and the shock's own part is left out, by this rounding. */
#define SKPI__LOADING_ROUNDING 0x1p-40

/* The model and shock exist in the plan (ENOTFOUND). */
skpi_status skpi__factor_shock(skpi__at at, const skpi_ensemble_plan *plan, int32_t model, int32_t shock);
/* Adds n factors and n_loads loads, whose memory the plan then owns; on failure (ENOMEM) nothing has changed. */
skpi_status skpi__factor_add(skpi__at at, skpi_ensemble_plan *plan, size_t n, const skpi__common *factor,
                             size_t n_loads, const skpi__load *load);
/* The sum of squares of the loadings of a shock in a place, in the order of the factors. */
double skpi__factor_squares(const skpi_ensemble_plan *plan, size_t model, size_t shock, size_t place);

#endif
