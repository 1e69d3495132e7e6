/* The plan of an ensemble: sizes, models, events. */
#ifndef SKPI_ENSEMBLE_PLAN_H
#define SKPI_ENSEMBLE_PLAN_H
#include <stdatomic.h>
#include "ensemble/sizes.h"

enum { SKPI__EVENT_ALL = 0 }; /* the kind of skpi_ensemble_plan_all; the enum has the others */

typedef struct skpi__event {
    int32_t kind;
    size_t series, year; /* year: years after the first */
    double *threshold;   /* n_thresholds for each place; NULL if the kind has none */
    size_t n_thresholds; /* 1, or one a year */
    size_t n_of, *of;    /* for SKPI__EVENT_ALL: the events that must all happen, which have smaller numbers */
} skpi__event;

typedef struct skpi__common {
    uint32_t *group; /* of each place; NULL: group 0 */
} skpi__common;
/* How a shock of a model depends on a factor; those of one shock are in the order of the factors. */
typedef struct skpi__load {
    size_t model, shock, factor;
    double *loading; /* of each place; 0: not */
} skpi__load;

typedef struct skpi__aggregate skpi__aggregate; /* aggregate.h */

/* The threshold of a place in year k. */
static inline double skpi__event_threshold(const skpi__event *e, size_t place, size_t k)
{
    return e->n_thresholds > 1 ? e->threshold[place * e->n_thresholds + k] : e->threshold[place];
}

struct skpi_ensemble_plan {
    skpi__sizes sizes;
    uint64_t seed;
    uint64_t *place_id; /* one for each place */
    skpi__model *model;
    skpi__event *event;
    skpi__event *milestone;    /* without year, of and n_of */
    size_t n_anchors, *anchor; /* anchor years, years after the first; 0 unless sampling has them */
    size_t n_factors, n_loads;
    skpi__common *factor;
    skpi__load *load; /* by model, shock and factor */
    size_t n_aggregates;
    skpi__aggregate *aggregate;
    atomic_uint *drawing; /* runs that draw from it */
};

#endif
