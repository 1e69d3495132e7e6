/* Weighted sums of indicators for several runs that differ in their weights alone, made before these runs. */
#ifndef SKPI_INDEX_SUMS_AHEAD_H
#define SKPI_INDEX_SUMS_AHEAD_H
#include "index/scenarios.h"

enum { SKPI__INDEX_RUNS_AHEAD = 16 };

typedef struct skpi__index_ahead {
    size_t runs;           /* for which there are sums; 0: none */
    size_t n_nodes;        /* whose children are all indicators */
    size_t *node;          /* n_nodes */
    double *sum;           /* n_nodes x runs x units */
    unsigned char *has;    /* n_nodes: are there sums? */
    const double **weight; /* runs: of all nodes */
    double *noisy;         /* runs x nodes of the tree: where the weights are drawn */
    double *factor;        /* runs x most children */
    const double **own;    /* nodes of the tree: the sums of one run */
} skpi__index_ahead;

skpi_status skpi__index_ahead_new(skpi__at at, const skpi__index_scenarios *s, skpi__index_ahead *ahead);
void skpi__index_ahead_free(skpi__index_ahead *ahead);
/* Makes the sums of the first runs of n >= 1 that differ in their weights alone; returns how many runs these are. */
size_t skpi__index_ahead_make(const skpi__index_scenarios *s, size_t n, const skpi__index_scenario *scenario,
                              skpi__index_desk *desk, skpi__index_ahead *ahead);
/* The weights and sums of one of these runs are those of the next run at the desk. */
void skpi__index_ahead_take(const skpi__index_scenarios *s, const skpi__index_ahead *ahead, size_t run,
                            skpi__index_desk *desk);

#endif
