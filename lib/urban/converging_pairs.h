/* Pairs of a forecast and a truth that were known at a date, for the constants of the converging method. */
#ifndef SKPI_URBAN_CONVERGING_PAIRS_H
#define SKPI_URBAN_CONVERGING_PAIRS_H
#include "urban/state.h"

/* What the pairs are made of; rows that are not read have status[i] < 0. */
typedef struct skpi__urban_panel {
    skpi_urban_history history;
    const int32_t *status;
    size_t n_groups;
    const int32_t *group;
    double known_to, limit; /* limit: of the growth difference at the start, on both sides */
    size_t n_origins, n_leads;
    const double *origin, *lead;
} skpi__urban_panel;

/* Pairs, one array a member, those of group g at first[g] .. first[g + 1] - 1. */
typedef struct skpi__urban_pairs {
    size_t n, *first;
    double *lead;         /* l, years since the last observation */
    double *logit, *urgd; /* the last observation, and the growth difference before it */
    double *mean;         /* of all places at the origin */
    double *truth, *truth_logit;
    double *un;     /* forecast of the United Nations' method */
    double *shape;  /* of the interval (converging_width.h) */
    double *weight; /* halved for every ten years between the origin and known_to */
    void *memory;   /* for skpi__urban_pairs_free */
} skpi__urban_pairs;

/* The states of all places at a date, of those whose last observation is not too old; state and room have room for one
 * and four values a place. */
skpi__urban_states skpi__urban_states_at(const skpi__urban_panel *panel, double date, skpi__urban_state *state,
                                         double *room);
/* years[i] = phi (1 - phi^l)/(1 - phi) of each pair (decay.h). */
void skpi__urban_pairs_years(const skpi__urban_pairs *pairs, double by, double *years);
/* The pairs whose truth was known.  Only ENOMEM; free them whatever it returns. */
skpi_status skpi__urban_pairs_make(skpi__at at, const skpi__urban_panel *panel, skpi__urban_pairs *pairs);
void skpi__urban_pairs_free(skpi__urban_pairs *pairs);

#endif
