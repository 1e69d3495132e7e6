/* Expected ranks of entries. */
#ifndef SKPI_AWARD_EXPECTED_H
#define SKPI_AWARD_EXPECTED_H
#include "award/fit.h"
#include "core/threads.h"

/* rank[entries]: 1 and the sum of the probabilities that each other entry is better.  The same bits for any number of
 * threads; progress is not told. */
skpi_status skpi__award_expected_ranks(skpi__at at, const skpi__crew *crew, const skpi__award_fit *f, double *rank);

#endif
