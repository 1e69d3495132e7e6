/* Small linear programmes. */
#ifndef SKPI_NUMERIC_SIMPLEX_H
#define SKPI_NUMERIC_SIMPLEX_H
#include <stddef.h>

typedef struct skpi__simplex_room {
    double *table;  /* (n + 1) x (m + 1) */
    double *spare;  /* n + m */
    size_t *row;    /* n */
    size_t *column; /* m */
} skpi__simplex_room;

/* The largest c'x over A x <= b, x >= 0.  A: n x m, row-major, its elements not far above 1; b: n, not below 0.  x: m;
 * dual: n, the prices of the rows, with A'dual >= c and b'dual = c'x.  Returns 0 if x and dual prove each
 * other, or 1 if there is no largest value or rounding kept the search from it. */
int skpi__simplex(size_t n, size_t m, const double *a, const double *b, const double *c, double *x, double *dual,
                  const skpi__simplex_room *room);

#endif
