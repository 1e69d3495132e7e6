/* The tree of indicators. */
#ifndef SKPI_INDEX_TREE_H
#define SKPI_INDEX_TREE_H
#include <smartkpi/index.h>
#include "core/error.h"

/* Written by new alone: many threads may read it.  Numbers of nodes are those of the caller. */
struct skpi_index_tree {
    size_t n_nodes, n_indicators;
    char *text;                        /* all codes, one behind the other */
    const char **code;                 /* n_nodes */
    int32_t *parent, *height, *column; /* n_nodes; SKPI_NONE where there is none */
    int32_t *direction;                /* n_nodes */
    int32_t *normalise, *aggregate;    /* n_nodes: 0 = as the options say */
    double *weight, *effective;        /* n_nodes */
    double *post_low, *post_high;      /* n_nodes: NaN = none */
    double *target, *min_present;      /* n_nodes: NaN = none */
    size_t *first, *child;             /* children of node k: child[first[k]] .. child[first[k + 1] - 1], by code */
    size_t *indicator;                 /* n_indicators: the node of each column */
    size_t *upward;                    /* n_nodes: every node behind its children */
};

static inline int skpi__index_is_indicator(const skpi_index_tree *t, size_t k) { return t->column[k] != SKPI_NONE; }
/* The method of a node: its own, or that of the options. */
static inline int32_t skpi__index_own(const int32_t *own, size_t k, int32_t usual) { return own[k] ? own[k] : usual; }

/* A weight above 0 lies between these, so that its products with scores keep their digits, and no sum is beyond a double. */
#define SKPI__INDEX_WEIGHT_LEAST 1e-100
#define SKPI__INDEX_WEIGHT_MOST 1e100
skpi_status skpi__index_weight_check(skpi__at at, const char *name, double weight);
/* The sum of the weights of the children of node k, refused if it is 0; weight: of all nodes. */
skpi_status skpi__index_sibling_weight(skpi__at at, const char *name, const skpi_index_tree *t, size_t k,
                                       const double *weight, double *sum);

#endif
