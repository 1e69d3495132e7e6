/* What a record that was read from bytes must be, so that no field of it can mislead a later run. */
#ifndef SKPI_ENSEMBLE_RECORD_CHECK_H
#define SKPI_ENSEMBLE_RECORD_CHECK_H
#include "ensemble/plan.h"
#include "ensemble/record.h"

/* What is wrong with the sums, units, bins, means or quantiles of a place's record, in words; NULL if nothing is.
 * range has room for all cells. */
const char *skpi__record_wrong(const skpi_ensemble_plan *plan, size_t place, const skpi__record *record,
                               skpi__model_range *range);

#endif
