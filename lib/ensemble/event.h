/* Events of a plan. */
#ifndef SKPI_ENSEMBLE_EVENT_H
#define SKPI_ENSEMBLE_EVENT_H
#include "ensemble/plan.h"

/* Adds an event with so many thresholds a place: 1, or one a year; a peak has none. */
skpi_status skpi__event_add(skpi__at at, skpi_ensemble_plan *plan, int32_t model, int32_t variable, int32_t kind,
                            int32_t year, size_t n_thresholds, const double *threshold, int32_t *event);
/* The event exists in the plan (ENOTFOUND). */
skpi_status skpi__event_exists(skpi__at at, const skpi_ensemble_plan *plan, int32_t event);

#endif
