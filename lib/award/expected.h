/* Expected ranks of entries. */
#ifndef SKPI_AWARD_EXPECTED_H
#define SKPI_AWARD_EXPECTED_H
#include "award/fit.h"
#include "core/threads.h"

typedef struct skpi__award_expecting skpi__award_expecting;
/* The number of parts in which the entries are compared. */
uint64_t skpi__award_expected_parts(const skpi__award_fit *f);
skpi_status skpi__award_expecting_new(skpi__at at, const skpi__award_fit *f, skpi__award_expecting **w);
skpi_status skpi__award_expecting_task(skpi__award_expecting *w, uint64_t i, skpi__watch *watch);
/* rank[entries], after all parts: 1 and the sum of the probabilities that each other entry is better.  The same bits for
 * any number of threads. */
void skpi__award_expecting_ranks(const skpi__award_expecting *w, double *rank);
void skpi__award_expecting_free(skpi__award_expecting *w);

#endif
