/* What the models of emissions of an ensemble have in common: paths, cumulative emissions and warming. */
#ifndef SKPI_CARBON_EMISSION_MODEL_H
#define SKPI_CARBON_EMISSION_MODEL_H
#include "core/usual.h"
#include "ensemble/model.h"

#define SKPI__EMISSION_FAR SKPI__LOGISTIC_NEAR /* |ln E| of every draw is below it */
#define SKPI__EMISSION_SPREAD 3.7 /* of ln E in a year: beyond it, the unit of sums is no small part of the median */

extern const skpi__usual skpi__emission_deviation; /* logarithms a year: usual up to 0.5 */

/* Paths of n rows of so many values; NULL: none. */
skpi_status skpi__emission_check_path(skpi__at at, const char *name, const double *path, size_t n, size_t m);
/* Emissions before the plan's first year; NULL: 0. */
skpi_status skpi__emission_check_start(skpi__at at, const char *name, const double *cumulative, size_t n);
/* The warming where the cumulative emission is 0, NULL: 0, and the warming by a unit of it; NULL: none. */
skpi_status skpi__emission_check_warming(skpi__at at, const char *name, const double *warming, const char *name_tcre,
                                         const double *tcre, size_t n);
/* The lines of the warming: *line becomes NULL without tcre; returns 0 if there is no memory. */
int skpi__emission_warming(const double *warming, const double *tcre, size_t n, double **line);
/* bound, the largest magnitude of a draw's logarithm in a place, and its standard deviation in a year are not too large
 * (EOVERFLOW). */
skpi_status skpi__emission_near(skpi__at at, const char *name, double bound, double spread);
/* The steps of a path of n years in logarithms, from that of the year before; its values are stride apart. */
void skpi__emission_steps(double before, size_t n, const double *path, size_t stride, double *step);

#endif
