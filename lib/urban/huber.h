/* A polynomial in the share through growth differences, by least squares or by Huber's loss. */
#ifndef SKPI_URBAN_HUBER_H
#define SKPI_URBAN_HUBER_H
#include "core/error.h"

/* h(p) = c_0 + c_1 p + ... of n_terms, at most SKPI__LS_MOST, by least squares; weight NULL = 1.  0: the shares do not
 * determine the coefficients. */
int skpi__urban_squares_fit(size_t n, size_t n_terms, const double *share, const double *urgd, const double *weight,
                            double *c);
/* The same by Huber's loss; room holds 2 n values.  SKPI_OK, SKPI_WNOTCONVERGED (c is the last step's), SKPI_ESINGULAR. */
skpi_status skpi__urban_huber_fit(size_t n, size_t n_terms, const double *share, const double *urgd, double *room,
                                  double *c);

#endif
