/* The model of three parts of a whole: two log-ratios to the last part, each a walk of series/walk.h, with a shock each. */
#ifndef SKPI_DIGITAL_PARTS_MODEL_H
#define SKPI_DIGITAL_PARTS_MODEL_H
#include "ensemble/walk_model.h"

enum { SKPI__RATIOS = SKPI__PARTS - 1 };

typedef struct skpi__parts {
    size_t n_places, n_years;
    skpi__walk_model *ratio[SKPI__RATIOS]; /* the walks of each log-ratio */
    double *correlation;                   /* n_places: of both shocks */
} skpi__parts;

/* Parameters for so many places, all 0; NULL if there is no memory. */
skpi__parts *skpi__parts_new(size_t n_places, size_t n_years);
void skpi__parts_free(void *parameters);
skpi__model skpi__parts_model(skpi__parts *m);

#endif
