/* The words of a finding about an input-output table. */
#ifndef SKPI_ECONOMY_IOTABLE_WORDS_H
#define SKPI_ECONOMY_IOTABLE_WORDS_H
#include "economy/iotable_sums.h"

/* Reports a finding as EINCONSISTENT or WUNUSUAL; SKPI_OK if there is none.  handle is the name of a factored table;
 * NULL if the figures are those of source. */
skpi_status skpi__iotable_tell(skpi__at at, const skpi__iotable_finding *f, const char *handle);

#endif
