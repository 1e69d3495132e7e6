/* What a finding about an input-output table says. */
#ifndef SKPI_ECONOMY_IOTABLE_WORDS_H
#define SKPI_ECONOMY_IOTABLE_WORDS_H
#include "economy/iotable_sums.h"

/* Tells a finding, SKPI_OK if there is none: EINCONSISTENT or WUNUSUAL.  handle: the name of a factored table, NULL
 * where the figures are those of source. */
skpi_status skpi__iotable_tell(skpi__at at, const skpi__iotable_finding *f, const char *handle);

#endif
