/* The nearest units of one unit. */
#ifndef SKPI_PEERS_NEAREST_H
#define SKPI_PEERS_NEAREST_H
#include <stddef.h>
#include <stdint.h>
#include "core/error.h"

/* The count of peers is at least 1 (ENODATA) and at most n - 1 (ERANGE). */
skpi_status skpi__peers_count_check(skpi__at at, size_t n, size_t n_peers);
/* The k nearest of the units 0 .. n - 1 but `own` into peer[k], by the distances of a row of which none is NaN; an
 * infinite one is no peer.  Of distances that are equal but for their rounding the lower number is nearer.  Returns how many there are; the others are
 * SKPI_NONE. */
size_t skpi__peers_nearest_of(size_t n, size_t own, const double *distance, size_t k, int32_t *peer);

#endif
