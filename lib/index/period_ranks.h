/* Ranks among the units of a period. */
#ifndef SKPI_INDEX_PERIOD_RANKS_H
#define SKPI_INDEX_PERIOD_RANKS_H
#include "core/error.h"
#include "numeric/ranking.h"

typedef struct skpi__index_periods { /* the units of each period side by side */
    size_t n, n_periods;
    size_t *unit;  /* n; NULL: one period */
    size_t *first; /* n_periods + 1 */
} skpi__index_periods;

/* period: n, NULL = one. */
skpi_status skpi__index_periods_new(skpi__at at, size_t n, const int32_t *period, skpi__index_periods *p);
void skpi__index_periods_free(skpi__index_periods *p);
/* Of n scores.  room: SKPI__RANKED n. */
void skpi__index_period_ranks(const skpi__index_periods *p, const double *score, double tie, skpi__ranked *room,
                              int32_t *rank);

#endif
