/* One year of the logarithms of a product of factors, which normal numbers that the factors have in common move. */
#ifndef SKPI_RANDOM_PRODUCT_H
#define SKPI_RANDOM_PRODUCT_H

enum { SKPI__FACTORS_MOST = 4 };

/* Factors and numbers beyond those that there are have 0 throughout. */
typedef struct skpi__product_step {
    double drift;                                          /* of the logarithm of the product */
    double own_drift[SKPI__FACTORS_MOST];                  /* of the logarithms of the factors */
    double weight[SKPI__FACTORS_MOST][SKPI__FACTORS_MOST]; /* of each number in the step of each factor; lower */
    double gain[SKPI__FACTORS_MOST][SKPI__FACTORS_MOST];   /* of each number in the expected drift of each factor */
} skpi__product_step;

#endif
