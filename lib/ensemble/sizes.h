/* What a plan and the results of its draws have in common: sizes, probabilities, and the plan's fingerprint.
 *
 * The variables of all models, one model after another, are series; a series in a year is a cell, series x n_years +
 * year. */
#ifndef SKPI_ENSEMBLE_SIZES_H
#define SKPI_ENSEMBLE_SIZES_H
#include <smartkpi/ensemble.h>
#include "core/error.h"
#include "ensemble/model.h"

/* A variable a + b v of a model, with a line a, b for each place. */
typedef struct skpi__scaled {
    size_t model, series; /* v */
} skpi__scaled;

typedef struct skpi__sizes {
    uint64_t fingerprint; /* of everything on which results depend */
    uint64_t n_draws;
    int32_t mode, sampling, first_year;
    int quantiles; /* 0: the plan has only means and events */
    size_t n_places, n_years, n_models, n_series, n_events, n_milestones, n_prob;
    double *prob;     /* n_prob */
    size_t *first;    /* n_models + 1: the first series of each model */
    skpi__form *form; /* n_series */
    double *start;    /* n_models x n_places: where the running sum of a model begins, if it is below 0, else 0 */
    size_t n_scaled;
    skpi__scaled *scaled; /* n_scaled */
    double *line;         /* n_scaled x n_places x 2 */
} skpi__sizes;

/* Returns 0 if there is no memory; copy is then empty. */
int skpi__sizes_copy(const skpi__sizes *sizes, skpi__sizes *copy);
void skpi__sizes_free(skpi__sizes *sizes);
static inline size_t skpi__sizes_cells(const skpi__sizes *s) { return s->n_series * s->n_years; }
/* Counts of pairs of draws: one an event, if draws are antithetic. */
static inline size_t skpi__sizes_pairs(const skpi__sizes *s)
{
    return s->sampling == SKPI_ENSEMBLE_SAMPLING_ANTITHETIC ? s->n_events : 0;
}
/* Counts of the milestones: of each, one a year and one of the draws without. */
static inline size_t skpi__sizes_milestones(const skpi__sizes *s) { return s->n_milestones * (s->n_years + 1); }
/* The series of a variable: ENOTFOUND if there is no such model or variable.  *line becomes NULL, or the lines a, b of
 * the places, by which the variable follows from the series. */
skpi_status skpi__sizes_variable(skpi__at at, const skpi__sizes *s, int32_t model, int32_t variable, size_t *series,
                                 const double **line);
/* The same for a variable that is drawn: one that follows from another by lines is refused (EINVAL). */
skpi_status skpi__sizes_series(skpi__at at, const skpi__sizes *s, int32_t model, int32_t variable, size_t *series);
/* No value of a sum of the place is below it: 0, or where a running sum begins. */
double skpi__sizes_start(const skpi__sizes *s, size_t series, size_t place);
/* n values of a place become those of the variable. */
static inline void skpi__sizes_scale(const double *line, size_t place, size_t n, double *value)
{
    for (size_t i = 0; line && i < n; i++) value[i] = line[2 * place] + line[2 * place + 1] * value[i];
}

#endif
