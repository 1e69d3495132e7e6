/* The plan: sizes, models, events. */
#ifndef SKPI_ENSEMBLE_PLAN_H
#define SKPI_ENSEMBLE_PLAN_H
#include "ensemble/shape.h"

enum { SKPI__EVENT_ALL = 0 }; /* the kind of skpi_ensemble_plan_all, beside those of enum skpi_ensemble_event */

typedef struct skpi__event {
    int32_t kind;
    size_t series, year; /* year: behind the first */
    double *threshold;   /* one a place; NULL where there is none */
    size_t n_of, *of;    /* of SKPI__EVENT_ALL: events with smaller numbers */
} skpi__event;

struct skpi_ensemble_plan {
    skpi__shape shape;
    uint64_t seed;
    uint64_t *place_id; /* one a place */
    skpi__model *model;
    skpi__event *event;
};

#endif
