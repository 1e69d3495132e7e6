/* Ranks among the units of a period. */
#ifndef SKPI_INDEX_PERIOD_RANKS_H
#define SKPI_INDEX_PERIOD_RANKS_H
#include "core/error.h"

/* Of m columns of n scores, one behind the other; period: n, NULL = one. */
skpi_status skpi__index_period_ranks(skpi__at at, size_t n, size_t m, const double *score, const int32_t *period,
                                     double tie, int32_t *rank);

#endif
