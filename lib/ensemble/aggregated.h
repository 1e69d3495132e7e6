/* Aggregates of a result: the sums of the members that were run, and what the sums of all members gave. */
#ifndef SKPI_ENSEMBLE_AGGREGATED_H
#define SKPI_ENSEMBLE_AGGREGATED_H
#include "ensemble/aggregate.h"
#include "ensemble/result.h"

struct skpi__aggregated {
    skpi__aggregate of;
    int64_t *sum;                 /* exact, while members are missing: years of the values x skpi__aggregated_room */
    skpi_ensemble_result *values; /* of the plan of its values */
};

/* The draws of a row of sums, rounded up to whole blocks. */
size_t skpi__aggregated_room(const skpi__aggregated *aggregated);
/* Whether an aggregate has values: an exact one of all draws, a streamed one of some. */
int skpi__aggregated_begun(const skpi__aggregated *aggregated);
/* The number of members of an exact aggregate whose places have no draws in the result. */
size_t skpi__aggregated_left(const skpi_ensemble_result *result, const skpi__aggregated *aggregated);
/* Allocates the sums of an aggregate, some of whose members are missing, if it has none, by skpi__alloc or
 * skpi__alloc_unset: ENOMEM, of an argument of that name, says how many bytes are needed. */
skpi_status skpi__aggregated_sum(skpi__at at, const char *name, skpi_ensemble_result *result, size_t aggregate,
                                 void *(*alloc)(size_t, size_t, size_t));
/* Keeps the values that were computed, if there are any, and frees the sums. */
void skpi__aggregated_keep(skpi__aggregated *aggregated);
/* Drops the values of sums that are still there. */
void skpi__aggregated_drop(skpi__aggregated *aggregated);

#endif
