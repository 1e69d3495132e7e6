/* Ranks among the units of a period (period_ranks.h). */
#include "index/period_ranks.h"
#include <stdlib.h>
#include "core/size.h"

typedef struct period_unit {
    int32_t period;
    size_t unit;
} period_unit;

static int period_compare(const void *a, const void *b)
{
    const period_unit *x = a, *y = b;
    if (x->period != y->period) return x->period < y->period ? -1 : 1;
    return (x->unit > y->unit) - (x->unit < y->unit);
}

skpi_status skpi__index_periods_new(skpi__at at, size_t n, const int32_t *period, skpi__index_periods *p)
{
    *p = (skpi__index_periods){.n = n, .n_periods = 1};
    if (!period) return SKPI_OK;
    period_unit *sorted = skpi__alloc(n, 1, sizeof *sorted);
    p->unit = skpi__alloc(n, 1, sizeof *p->unit);
    p->first = skpi__alloc(n + 1, 1, sizeof *p->first);
    if (!sorted || !p->unit || !p->first) {
        free(sorted);
        return skpi__no_memory(at, "data->n_units", n);
    }
    for (size_t i = 0; i < n; i++) sorted[i] = (period_unit){period[i], i};
    qsort(sorted, n, sizeof *sorted, period_compare);
    p->n_periods = 0;
    for (size_t i = 0; i < n; i++) {
        p->unit[i] = sorted[i].unit;
        if (i == 0 || sorted[i].period != sorted[i - 1].period) p->first[p->n_periods++] = i;
    }
    p->first[p->n_periods] = n;
    free(sorted);
    return SKPI_OK;
}

void skpi__index_periods_free(skpi__index_periods *p)
{
    free(p->unit);
    free(p->first);
}

void skpi__index_period_ranks(const skpi__index_periods *p, const double *score, double tie, skpi__ranked *room,
                              int32_t *rank)
{
    const double by = tie > 0 ? tie : SKPI__RANKING_SUMS;
    if (!p->unit) {
        skpi__ranking(p->n, NULL, score, 1, by, SKPI_NONE, room, rank);
        return;
    }
    for (size_t g = 0; g < p->n_periods; g++)
        skpi__ranking(p->first[g + 1] - p->first[g], p->unit + p->first[g], score, 1, by, SKPI_NONE, room, rank);
}
