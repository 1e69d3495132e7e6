/* Variances of entries, judges and residuals, by restricted maximum likelihood or as they are held. */
#ifndef SKPI_AWARD_VARIANCES_H
#define SKPI_AWARD_VARIANCES_H
#include "award/effects.h"

enum { SKPI__AWARD_RESIDUAL, SKPI__AWARD_ENTRY, SKPI__AWARD_JUDGE, SKPI__AWARD_VARIANCES };

/* On entry value is 0 where a variance is to be estimated.  On return value has all variances, e their effects, and
 * *warnings the bits of what did not go well. */
void skpi__award_variances(skpi__award_effects *e, double value[SKPI__AWARD_VARIANCES], int32_t *warnings);

#endif
