/* Does an input-output table contradict itself?  Rules tried on published tables and on damaged ones. */
#ifndef SKPI_ECONOMY_IOTABLE_CONSISTENCY_H
#define SKPI_ECONOMY_IOTABLE_CONSISTENCY_H
#include "economy/iotable_sums.h"

/* Looks at a source that was read.  Room is allocated and freed; is_total (n) may be NULL.  ENOMEM or SKPI_OK. */
skpi_status skpi__iotable_consistent(skpi__at at, const skpi_economy_iotable_source *s, int32_t *is_total,
                                     skpi__iotable_consistency *c);

#endif
