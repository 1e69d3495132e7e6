/* Quadrature nodes for a coefficient with a Beta distribution. */
#ifndef SKPI_DIGITAL_BETA_RULE_H
#define SKPI_DIGITAL_BETA_RULE_H
#include <stddef.h>

typedef struct skpi__beta_part { /* the part k b of a share: b has mean c and alpha + beta = nu; nu = 0: b is c */
    double k, c, nu;
} skpi__beta_part;

/* Nodes 0 to last from low to high in v = logit b - logit c, at equal distances. */
typedef struct skpi__beta_nodes {
    size_t last;
    double low, high;
} skpi__beta_nodes;

/* The nodes that resolve as many terms of the Fourier series with the period. */
skpi__beta_nodes skpi__beta_nodes_of(const skpi__beta_part *x, double period, int terms);
/* The weight of node j, which must be divided by the sum of all; *off is (b - c)/(c (1 - c)). */
double skpi__beta_node(const skpi__beta_part *x, const skpi__beta_nodes *r, size_t j, double *off);

#endif
