/* Errors that the method of the United Nations would have had, for the table of errors and the backtest. */
#ifndef SKPI_URBAN_TRIAL_H
#define SKPI_URBAN_TRIAL_H
#include "core/size.h"
#include "urban/record_norm.h"

/* Errors logit(observed) - logit(forecast) of the United Nations' method, horizon years ahead.  The norm is fitted at
 * each origin, and the errors of all origins are pooled.  Origins are first, first + step, ..., as long as the target
 * year is not after last_target. rules must be of that method; their norm is overwritten. error has room for every area
 * at every origin, and room four values for each area or each year, whichever are more.  SKPI_WNOTCONVERGED: a norm is
 * that of the last step. */
typedef struct skpi__urban_trial {
    const skpi__urban_record *record;
    skpi__urban_rules rules;
    skpi__urban_norm_rules fit;
    int32_t first, step, last_target;
    double norm[4], *room;
} skpi__urban_trial;
/* That room, NULL if there is no memory. */
static inline double *skpi__urban_trial_room(const skpi__urban_record *record)
{
    return skpi__alloc(record->n > record->m ? record->n : record->m, 4, sizeof(double));
}
/* The number of origins for a horizon. */
size_t skpi__urban_trial_origins(const skpi__urban_trial *trial, int32_t horizon);
skpi_status skpi__urban_trial_errors(skpi__at at, skpi__urban_trial *trial, int32_t horizon, double *error, size_t *n);

#endif
