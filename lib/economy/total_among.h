/* A total that was left among the parts whose sum is wanted. */
#ifndef SKPI_ECONOMY_TOTAL_AMONG_H
#define SKPI_ECONOMY_TOTAL_AMONG_H
#include <stddef.h>

/* The value of part i, NaN if it is missing. */
typedef double skpi__part_value(const void *parts, size_t i);
/* The number of the part that is the sum of all others but for the rounding of printed figures; n if there is none. */
size_t skpi__total_among(size_t n, skpi__part_value *value, const void *parts);

#endif
