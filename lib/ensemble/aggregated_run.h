/* Runs that compute the values of aggregates, when their members were run. */
#ifndef SKPI_ENSEMBLE_AGGREGATED_RUN_H
#define SKPI_ENSEMBLE_AGGREGATED_RUN_H
#include "ensemble/aggregated.h"
#include "ensemble/run.h"

/* Computes the values of an aggregate from the sums of all members.  watch may be NULL.  Status: SKPI_OK, SKPI_ENOMEM,
 * SKPI_ECANCELED. */
skpi_status skpi__aggregated_compute(skpi__aggregated *aggregated, const skpi__block_kernel *kernel,
                                     skpi__watch *watch);
/* Finishes the aggregates whose last run was stopped after all members.  Status: SKPI_OK, SKPI_ENOMEM. */
skpi_status skpi__aggregated_resume(skpi_ensemble_result *result, const skpi__block_kernel *kernel);
/* Exact: counts the members of n places as run, and finishes the aggregates that are then complete.  Status: SKPI_OK,
 * SKPI_ENOMEM, SKPI_ECANCELED. */
skpi_status skpi__aggregated_done(skpi__run *run, size_t n, const skpi__part *part, skpi__watch *watch);

#endif
