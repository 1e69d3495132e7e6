/* A total that was left among the parts whose sum is wanted. */
#ifndef SKPI_ECONOMY_TOTAL_AMONG_H
#define SKPI_ECONOMY_TOTAL_AMONG_H
#include <stddef.h>

/* The value of part i in a cell, NaN if it is missing. */
typedef double skpi__part_value(const void *parts, size_t i, size_t cell);
/* The number of the part that is the sum of all others in each of n_cells cells, but for the rounding of printed
 * figures; n_parts if there is none.  Cells where a part is missing or all are 0 tell nothing.  Two equal parts are not
 * the sum of each other: at least two others differ from 0, each in some cell.  *cell (NULL = not wanted) is the first
 * cell that tells. */
size_t skpi__total_among(size_t n_parts, size_t n_cells, skpi__part_value *value, const void *parts, size_t *cell);

#endif
