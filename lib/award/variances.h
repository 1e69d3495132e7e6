/* Variances of entries, judges and residuals, by restricted maximum likelihood or as they are held. */
#ifndef SKPI_AWARD_VARIANCES_H
#define SKPI_AWARD_VARIANCES_H
#include "award/effects.h"

enum { SKPI__RESIDUAL, SKPI__ENTRY, SKPI__JUDGE, SKPI__VARIANCES };

/* On entry value is 0 where a variance is to be estimated.  On return value has all variances, e their effects, and
 * *warnings the bits of what did not go well. */
void skpi__variances(skpi__effects *e, double value[SKPI__VARIANCES], int32_t *warnings);

#endif
