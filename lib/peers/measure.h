/* Distances of the units of a table by a method: what the options and the values give once, and what weights change. */
#ifndef SKPI_PEERS_MEASURE_H
#define SKPI_PEERS_MEASURE_H
#include <smartkpi/peers.h>
#include "core/error.h"

typedef struct skpi__peers_measure {
    size_t n, m;
    const double *value;
    skpi_peers_distance_options options;
    int weighted;   /* weights will be given: the method must have some */
    int missing;    /* a value is NaN */
    double *base;   /* n x m: the values as the method compares them, without weights */
    double *weight; /* m: of the options, as parts of the largest */
    double most;    /* the largest */
    void *block;    /* both arrays */
} skpi__peers_measure;

/* Checks options and values (n, m, value and weighted are set) and prepares the base.  To be freed even after a failure. */
skpi_status skpi__peers_measure_new(skpi__at at, const skpi_peers_distance_options *options, skpi__peers_measure *p);
void skpi__peers_measure_free(const skpi__peers_measure *p);
/* The distances (n x n) with the weights of the options, or with others, of a sum above 0, of which only the proportions
 * matter.  room: n x m + m. */
void skpi__peers_measure_all(const skpi__peers_measure *p, const double *weight, double *room, double *distance);

#endif
