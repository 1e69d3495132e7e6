/* The choices of normalisation and aggregation. */
#ifndef SKPI_INDEX_METHODS_H
#define SKPI_INDEX_METHODS_H
#include "core/error.h"
#include <smartkpi/index.h>

skpi_status skpi__index_normalise_check(skpi__at at, const char *name, int32_t value);
skpi_status skpi__index_aggregate_check(skpi__at at, const char *name, int32_t value);
/* A mean divides by the sum of the weights, and has no use for a direction of its parts. */
static inline int skpi__index_is_mean(int32_t aggregate) { return aggregate != SKPI_INDEX_AGGREGATE_SUM; }
static inline int skpi__index_needs_posts(int32_t normalise)
{
    return normalise == SKPI_INDEX_NORMALISE_GOALPOSTS || normalise == SKPI_INDEX_NORMALISE_LINEAR;
}
static inline int skpi__index_needs_target(int32_t normalise)
{
    return normalise == SKPI_INDEX_NORMALISE_TARGET || normalise == SKPI_INDEX_NORMALISE_CAPPED;
}
/* Whether scores depend only on how values lie to each other, so that these may be logarithms. */
static inline int skpi__index_takes_logarithms(int32_t normalise)
{
    return normalise == SKPI_INDEX_NORMALISE_MINMAX || normalise == SKPI_INDEX_NORMALISE_ZSCORE ||
           normalise == SKPI_INDEX_NORMALISE_RANK || normalise == SKPI_INDEX_NORMALISE_PERCENTILE;
}

/* How the nodes are made that have no method of their own. */
typedef struct skpi__index_means {
    int32_t aggregate;
    double power, floor, min_present, round;
} skpi__index_means;

static inline skpi__index_means skpi__index_means_of(const skpi_index_options *o)
{
    return (skpi__index_means){o->aggregate, o->power, o->floor, o->min_present, o->round};
}

#endif
