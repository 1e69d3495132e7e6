/* Adding a model to a plan. */
#ifndef SKPI_ENSEMBLE_MODEL_ADD_H
#define SKPI_ENSEMBLE_MODEL_ADD_H
#include "ensemble/model.h"

/* Adds a model to a plan: on success the plan owns the parameters, on failure the caller does. */
skpi_status skpi__model_add(skpi__at at, skpi_ensemble_plan *plan, const skpi__model *model, int32_t *index);

/* Refuses a plan that is NULL, or that a run draws from and that no one may change before it returns.  Status: SKPI_OK,
 * SKPI_EINVAL, SKPI_ESTATE. */
skpi_status skpi__plan_open(skpi__at at, const skpi_ensemble_plan *plan);

#endif
