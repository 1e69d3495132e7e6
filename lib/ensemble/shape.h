/* What a plan and the results of its draws have in common: sizes, probabilities, and the plan's fingerprint.
 *
 * The variables of all models, one model after another, are series; a series in a year is a cell, series x n_years +
 * year. */
#ifndef SKPI_ENSEMBLE_SHAPE_H
#define SKPI_ENSEMBLE_SHAPE_H
#include <smartkpi/ensemble.h>
#include "core/error.h"
#include "ensemble/model.h"

typedef struct skpi__shape {
    uint64_t fingerprint; /* of everything on which results depend */
    uint64_t n_draws;
    int32_t mode, first_year;
    int quantiles; /* 0: the plan has only means and events */
    size_t n_places, n_years, n_models, n_series, n_events, n_prob;
    double *prob;     /* n_prob */
    size_t *first;    /* n_models + 1: the first series of each model */
    skpi__form *form; /* n_series */
} skpi__shape;

/* Returns 0 if there is no memory; copy is then empty. */
int skpi__shape_copy(const skpi__shape *shape, skpi__shape *copy);
void skpi__shape_free(skpi__shape *shape);
static inline size_t skpi__shape_cells(const skpi__shape *s) { return s->n_series * s->n_years; }
/* The series of a variable: ENOTFOUND if there is no such model or variable. */
skpi_status skpi__shape_series(skpi__at at, const skpi__shape *s, int32_t model, int32_t variable, size_t *series);

#endif
