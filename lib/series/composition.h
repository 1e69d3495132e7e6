/* Compositions of k parts, one at a time; only the checks write error words. */
#ifndef SKPI_SERIES_COMPOSITION_H
#define SKPI_SERIES_COMPOSITION_H
#include <smartkpi/series.h>
#include "core/error.h"

skpi_status skpi__two_parts(skpi__at at, const char *name, size_t n_parts);
/* One part a column: above 0, or with zero allowed at least one above 0. */
skpi_status skpi__parts_of(skpi__at at, const char *name, size_t k, const double *x, int zero_allowed);
void skpi__to_logratios(size_t k, const double *x, int32_t form, double *out /* k - 1 */);
void skpi__from_logratios(size_t k, const double *z, int32_t form, double *out /* k, may be z */);

#endif
