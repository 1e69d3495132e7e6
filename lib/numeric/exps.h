/* exp and the logistic function of many numbers at once. */
#ifndef SKPI_NUMERIC_EXPS_H
#define SKPI_NUMERIC_EXPS_H
#include <stddef.h>

/* out[i] = exp(x[i]) for |x[i]| <= SKPI__EXP_FAR (logistic.h), within 2 units of the last digit.  Every vector unit and
 * every position in the array gives the same bits.  out may be x. */
void skpi__exps(size_t n, const double *x, double *out);
/* out[i] = skpi__logistic(x[i]) for any x[i], to the bit. */
void skpi__logistics(size_t n, const double *x, double *out);

#endif
