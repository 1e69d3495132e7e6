/* The inner kernels of the LU factorisation on a strip of columns: C -= A B, and L^-1 B.  Products are subtracted in
 * the order of k. */
#ifndef SKPI_NUMERIC_LU_KERNEL_H
#define SKPI_NUMERIC_LU_KERNEL_H
#include <stddef.h>
#include "core/dispatch.h"

#define SKPI__LU_STRIP 16 /* columns of the widest strip */

typedef struct skpi__lu_kernel {
    size_t strip; /* columns taken together */
    /* c (rows x columns) -= a (rows x depth) b (depth x strip).  Rows of a and c are n elements apart; columns <=
     * strip. */
    void (*update)(size_t rows, size_t columns, size_t depth, const double *a, double *c, size_t n, const double *b);
    /* Replaces b (depth x strip) by L^-1 b.  L is the unit lower triangle of l, whose rows are n elements apart. */
    void (*solve)(size_t depth, const double *l, size_t n, double *b);
} skpi__lu_kernel;

/* The kernels for a dispatch choice (core/dispatch.h), NULL if there are none. */
const skpi__lu_kernel *skpi__lu_kernel_at(int32_t dispatch);

#endif
