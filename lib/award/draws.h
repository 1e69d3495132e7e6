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

typedef struct skpi__award_drawing skpi__award_drawing;
/* The number of parts in which so many draws are made. */
uint64_t skpi__award_draws_parts(uint64_t draws);
/* Room for so many threads, of which each makes parts of the draws; d must outlive it. */
skpi_status skpi__award_drawing_new(skpi__at at, int32_t threads, const skpi__award_draws *d, skpi__award_drawing **w);
/* Makes part i and counts it.  The counts of all parts are the same for any number of threads. */
skpi_status skpi__award_drawing_task(skpi__award_drawing *w, uint64_t i, skpi__watch *watch);
void skpi__award_drawing_free(skpi__award_drawing *w);

#endif
