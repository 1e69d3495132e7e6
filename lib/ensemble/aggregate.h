/* Aggregates of a plan: sums of variables of several places, and numbers of events that happen in several places.
 *
 * A member adds a whole number of units to the sum of each draw, so that any order of members, and any split of them,
 * gives the same bits. */
#ifndef SKPI_ENSEMBLE_AGGREGATE_H
#define SKPI_ENSEMBLE_AGGREGATE_H
#include "ensemble/plan.h"

typedef struct skpi__member {
    size_t place, of; /* of: the series, or the event that is counted */
} skpi__member;

struct skpi__aggregate {
    int counts;   /* 1: members are events */
    int positive; /* 1: the value is above 0 in each draw */
    size_t n_members;
    skpi__member *member;
    double *weight;             /* n_members x n_years; NULL: 1 */
    const double *scale;        /* of each year of the values: a power of two, |scale value| <= 2^51 */
    skpi_ensemble_plan *values; /* a plan of one place, whose model reads the sums (aggregate_values.h) */
};

/* A copy without weights; returns 0 if there is no memory, and the copy is then empty. */
int skpi__aggregate_copy(const skpi__aggregate *aggregate, skpi__aggregate *copy);
void skpi__aggregate_free(skpi__aggregate *aggregate);
/* The aggregate exists in a plan or result that has n (ENOTFOUND). */
skpi_status skpi__aggregate_exists(skpi__at at, size_t n, int32_t aggregate);
/* What a member adds to its aggregate for each unit of its value in year k: a multiple of the unit of the sum. */
static inline double skpi__aggregate_factor(const skpi__aggregate *a, size_t n_years, size_t member, size_t k)
{
    return a->weight ? a->weight[member * n_years + k] * a->scale[k] : a->scale[k];
}

#endif
