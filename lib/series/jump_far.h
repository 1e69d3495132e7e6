/* Changes that are far from most of those around them. */
#ifndef SKPI_SERIES_JUMP_FAR_H
#define SKPI_SERIES_JUMP_FAR_H
#include <stddef.h>

/* The first of n changes, from the one given on, from which half of the others within `side` on either side are farther
 * than step in one direction; n if there is none. */
size_t skpi__jump_far(size_t n, const double *change, size_t from, size_t side, double step);

#endif
