/* The plan of an ensemble: sizes, models, events. */
#ifndef SKPI_ENSEMBLE_PLAN_H
#define SKPI_ENSEMBLE_PLAN_H
#include "ensemble/sizes.h"

enum { SKPI__EVENT_ALL = 0 }; /* the kind of skpi_ensemble_plan_all; the enum has the others */

typedef struct skpi__event {
    int32_t kind;
    size_t series, year; /* year: years after the first */
    double *threshold;   /* one for each place; NULL if the kind has none */
    size_t n_of, *of;    /* for SKPI__EVENT_ALL: the events that must all happen, which have smaller numbers */
} skpi__event;

struct skpi_ensemble_plan {
    skpi__sizes sizes;
    uint64_t seed;
    uint64_t *place_id; /* one for each place */
    skpi__model *model;
    skpi__event *event;
};

#endif
