/* The model that several domains share: a level whose drift persists and fades (series/walk.h), by its innovations.
 *
 * Its one shock drives x; its variable 0 is x in the form of the domain.  With a sum, variable 1 is the running sum of
 * the values of variable 0. */
#ifndef SKPI_ENSEMBLE_WALK_MODEL_H
#define SKPI_ENSEMBLE_WALK_MODEL_H
#include "core/table.h"
#include "ensemble/model.h"
#include "series/walk_history.h"

typedef struct skpi__walk_place {
    skpi__walk walk;
    double sum; /* the start of the running sum */
} skpi__walk_place;

typedef struct skpi__walk_model {
    size_t n_places, n_years;
    skpi__walk_place *place;
    double *step; /* n_places x n_years: d_t of a path instead of the walk's; NULL: none */
} skpi__walk_model;

/* Parameters for so many places, all 0; NULL if there is no memory. */
skpi__walk_model *skpi__walk_model_new(size_t n_places, size_t n_years, int path);
void skpi__walk_model_free(void *parameters);
/* Fills the places from a table with a history a row, which was checked as a table under that name: its last values are
 * of the year before the plan's first (EINCONSISTENT).  *warnings collects those of the histories. */
skpi_status skpi__walk_model_history(skpi__at at, const skpi_ensemble_plan *plan, const skpi__table_names *names,
                                     const skpi_table *y, int32_t form, skpi__walk_model *m, int32_t *warnings);
/* The largest |x| that any draw of a place can reach. */
double skpi__walk_model_bound(const skpi__walk_model *m, size_t place);
/* The model of these parameters, whose form has two variables with a sum and one without.  Its fingerprint begins with
 * kind. */
skpi__model skpi__walk_model_of(skpi__walk_model *m, uint64_t kind, const skpi__form *form, size_t n_variables);

#endif
