/* How a shock of a model moves a place: the responses in the anchor years to a shock of 1 in each year. */
#ifndef SKPI_ENSEMBLE_RESPONSE_H
#define SKPI_ENSEMBLE_RESPONSE_H
#include "ensemble/model.h"

/* Room for a place of any model of a plan. */
typedef struct skpi__response_room {
    double *column, **at; /* n_columns x SKPI__BLOCK, n_columns: the most of a model */
    double *z, *work;     /* a block each */
    uint32_t *word;
    char *scratch;
} skpi__response_room;

/* response[a][t] is how much more x is in anchor year a if the shock is 1 instead of 0 in year t, all other shocks being
 * 0.  x is the first column of the model that the shock moves in an anchor year; without one all responses are 0.  Of
 * `like` only the kernels and the plan are used. */
void skpi__response(const skpi__model_block *like, size_t model, uint32_t shock, size_t place,
                    const skpi__response_room *room, double *response);

#endif
