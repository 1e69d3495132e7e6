/* Natural logarithms, and logits, of many numbers at once. */
#ifndef SKPI_NUMERIC_LOGS_H
#define SKPI_NUMERIC_LOGS_H
#include <stddef.h>

/* out[i] = ln(x[i]) where x[i] is above 0 and finite, anything elsewhere; within 2 units of the last digit.  The same bits
 * with every vector unit and in every place; out may be x. */
void skpi__logs(size_t n, const double *x, double *out);
/* out[i] = ln(p[i]/(1 - p[i])) where 0 < p[i] < 1, anything elsewhere; in other respects the same, but out must not be p.
 * It keeps the digits of a small logit, and is more exact than that of logistic.h. */
void skpi__logits(size_t n, const double *p, double *out);

#endif
