/* Sampling of a plan: plain, antithetic, or by Sobol's points in anchor years (anchors.h). */
#ifndef SKPI_ENSEMBLE_SAMPLING_H
#define SKPI_ENSEMBLE_SAMPLING_H
#include "ensemble/plan.h"

enum { SKPI__ANCHORS_MOST = 8 };
#define SKPI__SAMPLING_SOBOL_DRAWS (UINT64_C(1) << 32) /* points of a sequence of 32-bit words */

/* The options of a plan: sampling, anchor years, draws. */
skpi_status skpi__sampling_check(skpi__at at, int32_t first_year, size_t n_years, skpi_ensemble_plan_options *o);
/* Takes checked options into a plan whose sizes are set; returns 0 if there is no memory. */
int skpi__sampling_take(skpi_ensemble_plan *plan, const skpi_ensemble_plan_options *o);
/* Adds the sampling to a fingerprint, unless it is plain. */
uint64_t skpi__sampling_hash(const skpi_ensemble_plan *plan, uint64_t hash);

/* Numbers the groups of a factor in the order of their first places, for each place; returns how many there are. */
size_t skpi__sampling_groups(const skpi__common *factor, size_t n_places, uint32_t *number);
/* The shocks of all models at one place. */
size_t skpi__sampling_shocks(const skpi_ensemble_plan *plan);
/* Whether the plan's shocks and factors have dimensions of their own: ERANGE says how many there would be. */
skpi_status skpi__sampling_dimensions(skpi__at at, const skpi_ensemble_plan *plan);

#endif
