/* Tests whether an input-output table contradicts itself, by rules that were tried on published tables and on damaged
 * ones. */
#ifndef SKPI_ECONOMY_IOTABLE_CONSISTENCY_H
#define SKPI_ECONOMY_IOTABLE_CONSISTENCY_H
#include "economy/iotable_sums.h"

/* Tests a source that was read.  Room is allocated and freed; is_total (n) may be NULL.  Status: SKPI_OK,
 * SKPI_ENOMEM. */
skpi_status skpi__iotable_consistent(skpi__at at, const skpi_economy_iotable_source *s, int32_t *is_total,
                                     skpi__iotable_consistency *c);

#endif
