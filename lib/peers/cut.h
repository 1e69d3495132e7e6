/* Groups of a hierarchy. */
#ifndef SKPI_PEERS_CUT_H
#define SKPI_PEERS_CUT_H
#include <stddef.h>
#include <stdint.h>

/* cluster[n][n_cuts]: groups when cut[j] are left, numbered by first appearance.  first and second are the joins, n - 1.
 * Returns 0 if there is no memory. */
int skpi__peers_cut(size_t n, const int32_t *first, const int32_t *second, size_t n_cuts, const int32_t *cut,
                    int32_t *cluster);

#endif
