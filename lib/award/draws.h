/* Draws of all qualities together, given the scores: how often each entry is above the line, and at which rank. */
#ifndef SKPI_AWARD_DRAWS_H
#define SKPI_AWARD_DRAWS_H
#include "award/fit.h"
#include "award/quota.h"
#include "core/threads.h"

typedef struct skpi__award_draws {
    const skpi__award_fit *f;
    const skpi__award_quota *quota;
    const size_t *track; /* of the fit's entries, for the quotas */
    uint64_t seed, n;
    uint64_t *above; /* entries: draws in which the entry is above the line */
    uint32_t
        *ranks; /* entries x entries: draws in which rank k + 1 is that of entry i, at k entries + i; may be NULL */
} skpi__award_draws;

/* The number of parts in which so many draws are made. */
uint64_t skpi__award_draws_parts(uint64_t draws);
/* Counts all draws.  The counts are the same for any number of threads. */
skpi_status skpi__award_draws_run(skpi__at at, const skpi__crew *crew, const skpi__award_draws *d);

#endif
