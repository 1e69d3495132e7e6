/* Rows of distances between groups: the row of a joined group, and the least of a row. */
#ifndef SKPI_PEERS_LINKAGE_H
#define SKPI_PEERS_LINKAGE_H
#include <stddef.h>
#include <stdint.h>

typedef struct skpi__linkage_kernel {
    /* row[k]: distance of group k, of count[k] units, from the union of a and b, of count_a and count_b units, which are
     * `between` apart; x[k] and y[k] are its distances from a and b.  Ward's are squares.  Means are not below the nearer
     * part by rounding. */
    void (*single)(size_t n, const double *x, const double *y, double *row);
    void (*complete)(size_t n, const double *x, const double *y, double *row);
    void (*average)(size_t n, const double *x, const double *y, double count_a, double count_b, double *row);
    void (*ward)(size_t n, const double *x, const double *y, const double *count, double count_a, double count_b,
                 double between, double *row);
    /* row[k] = x[k] factor, or its square. */
    void (*scaled)(size_t n, const double *x, double factor, int squares, double *row);
    double (*most)(size_t n, const double *x); /* at least 0 */
    /* The first of the least x[k] + out[k]; n if all are infinite. */
    size_t (*least)(size_t n, const double *x, const double *out);
    /* The first x[k] + out[k] that is not above `most`, which is finite; n if there is none. */
    size_t (*first)(size_t n, const double *x, const double *out, double most);
} skpi__linkage_kernel;

/* The kernels of a dispatch choice (core/dispatch.h), NULL where there are none. */
const skpi__linkage_kernel *skpi__linkage_kernel_at(int32_t dispatch);

#endif
