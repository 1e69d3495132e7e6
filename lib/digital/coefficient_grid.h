/* Quantiles of a sum of Beta distributions on a grid. */
#ifndef SKPI_DIGITAL_COEFFICIENT_GRID_H
#define SKPI_DIGITAL_COEFFICIENT_GRID_H
#include "digital/beta_rule.h"

enum {
    SKPI__GRID_CELLS = 4096,
    SKPI__GRID_ROOM = 2 * (SKPI__GRID_CELLS + 1) + 2 * (SKPI__GRID_CELLS + 1) + 1 /* numbers of work */
};

/* Points 0 to SKPI__GRID_CELLS of an interval from start on, with the probability of each. */
typedef struct skpi__grid {
    double start, cell;
    double *probability, *next, *kernel;
    int parts; /* number of parts that were added */
} skpi__grid;

/* A grid without parts; the sum of k (b - c) lies in the interval. */
skpi__grid skpi__grid_of(double start, double length, double *work);
/* Adds the part k (b - c). */
void skpi__grid_add(skpi__grid *g, const skpi__beta_part *x);
/* The sum at a probability, less start. */
double skpi__grid_quantile(const skpi__grid *g, double prob);

#endif
