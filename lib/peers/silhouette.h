/* Silhouettes: how well units lie in their groups. */
#ifndef SKPI_PEERS_SILHOUETTE_H
#define SKPI_PEERS_SILHOUETTE_H
#include <stddef.h>
#include <stdint.h>

/* silhouette[n] of groups 0 .. k - 1, none of which is empty; 0 of a unit alone, and of a single group.  Returns 0 if
 * there is no memory. */
int skpi__peers_silhouette(size_t n, size_t k, const double *distance, const int32_t *group, double *silhouette);

#endif
