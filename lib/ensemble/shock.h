/* The shocks of a model: standard normal numbers, and walks by them. */
#ifndef SKPI_ENSEMBLE_SHOCK_H
#define SKPI_ENSEMBLE_SHOCK_H
#include "ensemble/model.h"
#include "series/walk_gains.h"

/* The normal numbers of a shock in the block's year. */
void skpi__shock(const skpi__model_block *block, uint32_t shock, double *z);
/* A step of a walk by its innovations: x = x + (drift + (h + s z)), h = rho h + gain z, z the numbers of the shock.
 * With gain 0 and h 0, h may be NULL. */
void skpi__advance(const skpi__model_block *block, uint32_t shock, const skpi__walk_gain *gain, double *h, double *x);

#endif
