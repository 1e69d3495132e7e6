/* ln(b/a) of many pairs at once; log_ratio.h has that of one pair. */
#ifndef SKPI_NUMERIC_LOG_RATIOS_H
#define SKPI_NUMERIC_LOG_RATIOS_H
#include <stddef.h>

/* out[i] = ln(b[i]/a[i]) if both have the same sign and neither is 0; otherwise out[i] is undefined.  Ratios from 2/3
 * to 3/2 are fast and keep the digits of a small change.  Every vector unit gives the same bits.  out must not be one
 * of the inputs. */
void skpi__log_ratios(size_t n, const double *a, const double *b, double *out);

#endif
