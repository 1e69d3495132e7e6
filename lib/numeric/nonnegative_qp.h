/* A quadratic programme without negative unknowns. */
#ifndef SKPI_NUMERIC_NONNEGATIVE_QP_H
#define SKPI_NUMERIC_NONNEGATIVE_QP_H
#include <stddef.h>

typedef struct skpi__qp_room {
    double *factor; /* k x k */
    double *spare;  /* 2 k */
    size_t *held;   /* k */
    int *place;     /* k */
} skpi__qp_room;

/* The minimum of w'Rw/2 - t'w over w without a negative element.  R: k x k, row-major, symmetric, no negative eigenvalue,
 * diagonal 1; t: k, above 0.  At the minimum (Rw)_i = t_i where w_i is above 0, and not below t_i elsewhere.
 * Returns 1, or 0 if there is no minimum, because some w has w'Rw = 0 up to rounding. */
int skpi__nonnegative_qp(size_t k, const double *r, const double *t, double *w, const skpi__qp_room *room);

#endif
