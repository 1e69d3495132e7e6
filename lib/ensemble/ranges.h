/* The ranges of all variables of a place, for bins and units. */
#ifndef SKPI_ENSEMBLE_RANGES_H
#define SKPI_ENSEMBLE_RANGES_H
#include "ensemble/plan.h"

/* Writes a range for each cell. */
void skpi__ranges(const skpi_ensemble_plan *plan, size_t place, skpi__model_range *range);
/* The scale of sums of whole numbers that are at most bound: a power of two, |scale bound| <= 2^51 for a bound below
 * 2^1000. */
double skpi__ranges_scale(double bound);

#endif
