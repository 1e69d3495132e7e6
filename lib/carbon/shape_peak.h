/* Checks of the members that the shapes with a peak, PEAK and HERMITE, share. */
#ifndef SKPI_CARBON_SHAPE_PEAK_H
#define SKPI_CARBON_SHAPE_PEAK_H
#include "carbon/shape.h"

skpi_status skpi__carbon_peak_check(skpi__at at, const skpi__carbon_row *k, int32_t by);

#endif
