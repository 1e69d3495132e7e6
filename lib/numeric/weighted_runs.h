/* Weighted sums of the same columns under many sets of weights: kernels for several machines. */
#ifndef SKPI_NUMERIC_WEIGHTED_RUNS_H
#define SKPI_NUMERIC_WEIGHTED_RUNS_H
#include <stddef.h>
#include <stdint.h>

typedef struct skpi__weighted_runs_kernel {
    /* sum[r n + i] = w[r k] x[0][i] + w[r k + 1] x[1][i] + ..., k >= 1 terms added in this order: the bits of
     * skpi__weighted_kernel's sum. */
    void (*sums)(size_t n, size_t k, const double *const *x, size_t runs, const double *w, double *sum);
} skpi__weighted_runs_kernel;

/* The kernels of a dispatch choice (core/dispatch.h), NULL where there are none. */
const skpi__weighted_runs_kernel *skpi__weighted_runs_kernel_at(int32_t dispatch);

#endif
