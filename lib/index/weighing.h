/* What the ways to find weights work on. */
#ifndef SKPI_INDEX_WEIGHING_H
#define SKPI_INDEX_WEIGHING_H
#include "core/error.h"

/* A table that was checked, and room. */
typedef struct skpi__index_weigh {
    size_t n, m;
    const double *value; /* n x m, finite */
    const int32_t *direction;
    const double *importance;
    double *low, *high;            /* m: smallest and largest values of the columns */
    double *x;                     /* n x m */
    double *length, *spare, *best; /* m, 3 m, m */
    double *gram, *square;         /* m x m */
    size_t *held;                  /* m */
    int *place;                    /* m */
} skpi__index_weigh;

#endif
