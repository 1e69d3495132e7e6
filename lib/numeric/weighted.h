/* Weighted sums of columns, and how many scores lie above each: kernels for several machines. */
#ifndef SKPI_NUMERIC_WEIGHTED_H
#define SKPI_NUMERIC_WEIGHTED_H
#include <stddef.h>
#include <stdint.h>

enum {
    SKPI__SEEN_MISSING = 1, /* NaN */
    SKPI__SEEN_LOW = 2,     /* 0 or below */
    SKPI__SEEN_NEAR = 4,    /* less than near away from 0 */
    SKPI__SEEN_FAR = 8      /* beyond far on either side */
};

typedef struct skpi__weighted_kernel {
    /* sum[i] = w[0] x[0][i] + w[1] x[1][i] + ..., k >= 1 terms added in this order. */
    void (*sum)(size_t n, size_t k, const double *const *x, const double *w, double *sum);
    /* above[i] = number of scores above score[i] by more than `by`; NaN is above none, and none is above it. */
    void (*above)(size_t n, const double *score, double by, int32_t *above);
    /* The largest |score| of those that are present; 0 if none is. */
    double (*largest)(size_t n, const double *score);
    /* beaten[j] += 2 if own is above score[j] by more than `by`, 1 if they are no farther apart; 0 if one is NaN. */
    void (*beat)(size_t n, double own, const double *score, double by, uint64_t *beaten);
    /* What there is among n values: bits of SKPI__SEEN_. */
    int (*seen)(size_t n, const double *x, double near, double far);
    /* The sum of |a - b| over the elements in which neither is missing; common: their number. */
    int64_t (*distance)(size_t n, const int32_t *a, const int32_t *b, int32_t missing, int64_t *common);
} skpi__weighted_kernel;

/* The kernels of a dispatch choice (core/dispatch.h), NULL where there are none. */
const skpi__weighted_kernel *skpi__weighted_kernel_at(int32_t dispatch);

#endif
