/* ln(b/a) of many pairs at once: see log_ratio.h for one. */
#ifndef SKPI_NUMERIC_LOG_RATIOS_H
#define SKPI_NUMERIC_LOG_RATIOS_H
#include <stddef.h>

/* out[i] = ln(b[i]/a[i]) where both have one sign and neither is 0, anything elsewhere.  Small changes, ratios from 2/3 to
 * 3/2, keep their digits and are fast.  The same bits with every vector unit.  out may be neither input. */
void skpi__log_ratios(size_t n, const double *a, const double *b, double *out);

#endif
