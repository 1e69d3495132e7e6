/* Expected ranks of entries. */
#ifndef SKPI_AWARD_EXPECTED_H
#define SKPI_AWARD_EXPECTED_H
#include "award/fit.h"
#include "core/threads.h"

/* The number of parts of which progress is told. */
uint64_t skpi__award_expected_parts(const skpi__award_fit *f);
/* rank[entries]: 1 and the sum of the probabilities that each other entry is better.  The same bits for any number of
 * threads. */
skpi_status skpi__award_expected_ranks(skpi__at at, const skpi__crew *crew, const skpi__award_fit *f, double *rank);

#endif
