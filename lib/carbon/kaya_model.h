/* The model of a product of factors whose logarithms are walks (series/walk_product.h), with a shock for each factor. */
#ifndef SKPI_CARBON_KAYA_MODEL_H
#define SKPI_CARBON_KAYA_MODEL_H
#include "ensemble/walk_model.h"
#include "series/walk_product.h"

typedef struct skpi__kaya {
    size_t n_places, n_years, n; /* n: factors */
    int levels;
    skpi__walk *walk; /* n_places x n */
    double *sum;      /* n_places: the start of the running sum */
    double *step;     /* n_places x n_years x n: drifts of a path; NULL: none */
    double change[SKPI__FACTORS_MOST * SKPI__FACTORS_MOST],
        noise[SKPI__FACTORS_MOST * SKPI__FACTORS_MOST]; /* correlations */
} skpi__kaya;

void skpi__kaya_free(void *parameters);
/* The closed form of the product (variables 0 and 1) or of a factor in all years of a place. */
void skpi__kaya_range(const void *parameters, size_t place, size_t variable, size_t n_years, skpi__model_range *range);
/* The model, and that of the product alone: a walk of one shock.  The latter gives NULL if there is no memory. */
skpi__model skpi__kaya_model_of(skpi__kaya *m);
skpi__walk_model *skpi__kaya_product(const skpi__kaya *m);

#endif
