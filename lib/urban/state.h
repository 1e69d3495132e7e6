/* What is known of a place when a forecast is made from its history. */
#ifndef SKPI_URBAN_STATE_H
#define SKPI_URBAN_STATE_H
#include "core/error.h"
#include <smartkpi/urban.h>

static inline double skpi__urban_within(double urgd, double limit)
{
    return urgd < -limit ? -limit : urgd > limit ? limit : urgd;
}

typedef struct skpi__urban_state {
    double date, share, logit; /* the last observation */
    double urgd;               /* the mean over the windows of the converging method, within its limits */
    double start;              /* over the shortest window, unlimited; NaN: the place has no state */
} skpi__urban_state;
/* The state after n observations: at least two, the last between 0 and 1, the first four years older.  limit: of urgd,
 * on both sides. */
skpi__urban_state skpi__urban_state_of(size_t n, const double *date, const double *share, double limit);

/* All places together. */
typedef struct skpi__urban_states {
    double mean;    /* growth difference of all, each within [-.03, .08] */
    double norm[2]; /* straight line by Huber's loss; NaN: too few places determine it */
    size_t n;       /* places that have a state */
} skpi__urban_states;
/* room: four values a place. */
skpi__urban_states skpi__urban_states_of(size_t n, const skpi__urban_state *state, double *room);

#endif
