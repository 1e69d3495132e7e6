/* Distances between all pairs of rows of a table. */
#ifndef SKPI_NUMERIC_DISTANCES_H
#define SKPI_NUMERIC_DISTANCES_H
#include <stddef.h>

typedef enum skpi__distances_form {
    SKPI__DISTANCES_SUM,    /* sum of absolute differences */
    SKPI__DISTANCES_ROOT,   /* root of the sum of squared differences */
    SKPI__DISTANCES_HALVED, /* half the sum of squared differences: of rows of length 1, 1 less their product */
} skpi__distances_form;

/* distance (n x n, symmetric, 0 on the diagonal): scale times the form of rows i and j of x (n x m, row-major).  The
 * differences are added in the order of the columns: every machine gives the same bits. */
void skpi__distances(size_t n, size_t m, const double *x, skpi__distances_form form, double scale, double *distance);

#endif
