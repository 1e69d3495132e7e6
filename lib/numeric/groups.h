/* Rows in the order of their groups. */
#ifndef SKPI_NUMERIC_GROUPS_H
#define SKPI_NUMERIC_GROUPS_H
#include <stddef.h>
#include <stdint.h>

/* order: the n rows, those of group g at first[g] .. first[g + 1] - 1, as they came; groups are below n_groups, and
 * first has n_groups + 1 values. */
static inline void skpi__groups_order(size_t n, const int32_t *group, size_t n_groups, size_t *first, size_t *order)
{
    for (size_t g = 0; g <= n_groups; g++) first[g] = 0;
    for (size_t i = 0; i < n; i++) first[group[i] + 1]++;
    for (size_t g = 0; g < n_groups; g++) first[g + 1] += first[g];
    for (size_t i = 0; i < n; i++) order[first[group[i]]++] = i;
    for (size_t g = n_groups; g > 0; g--) first[g] = first[g - 1];
    first[0] = 0;
}

#endif
