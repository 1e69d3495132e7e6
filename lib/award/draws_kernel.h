/* What a block of draws costs: sums of its effects, and the orders of its qualities.
 *
 * Qualities stand in tiles: LANES draws of all entries, one vector an entry.  A tile is sorted by a network, that is by
 * exchanges whose places do not depend on the values, for all of its draws at once. */
#ifndef SKPI_AWARD_DRAWS_KERNEL_H
#define SKPI_AWARD_DRAWS_KERNEL_H
#include <stddef.h>
#include <stdint.h>
#include "random/stream.h"

typedef struct skpi__draws_kernel {
    size_t lanes; /* draws of a tile */
    /* x += factor y, of a block. */
    void (*add)(double factor, const double *y, double *x);
    /* z becomes mean + sd z + factor[0] x[0] + factor[1] x[1] + ..., of a block; low and high become those of all entries
     * so far. */
    void (*quality)(double mean, double sd, size_t n_terms, const double *factor, const double *const *x, double *z,
                    double *low, double *high);
    /* Copies the blocks of n entries to their places in all tiles, which are `apart` doubles apart. */
    void (*spread)(size_t n, const double *quality, double *tile, size_t apart);
    /* Sorts a tile of n qualities whose lowest and highest are low and high, and writes the numbers of the entries, the
     * best first: order[k][draw], whose rows are a block apart.  bits: of a number. */
    void (*sort)(size_t n, int bits, const double *low, const double *high, double *tile, uint32_t *order);
} skpi__draws_kernel;

/* The kernels for a dispatch choice (core/dispatch.h), NULL if there are none. */
const skpi__draws_kernel *skpi__draws_kernel_at(int32_t dispatch);

#endif
