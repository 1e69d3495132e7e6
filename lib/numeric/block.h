/* Kernels over blocks of 512 values: logistic, bins, fixed-point sums, flags.
 *
 * Elementary operations in a fixed order and no libm, so that every compiled variant gives the same bits.  Arrays of a
 * block hold SKPI__BLOCK_VALUES elements: elements after the first n may be any finite numbers.  No value may be NaN.
 * Inputs and outputs never overlap.
 */
#ifndef SKPI_NUMERIC_BLOCK_H
#define SKPI_NUMERIC_BLOCK_H
#include <stddef.h>
#include <stdint.h>

enum { SKPI__BLOCK_VALUES = 512, SKPI__BINS = 2048 };
#define SKPI__LOGISTIC_NEAR 690 /* the kernels without a clamp serve |x| up to here */

/* SKPI__BINS bins over low .. high; what lies outside falls into the first and the last.  Bins are monotone: a larger
 * value never has a smaller bin. */
typedef struct skpi__bins {
    double low, high, scale;
} skpi__bins;
/* Any finite low <= high; where the width is 0 or overflows there is one bin. */
skpi__bins skpi__bins_over(double low, double high);

/* Sums of shares: whole numbers in this unit, at most 2^36 a value, so that any order of adding gives the same. */
#define SKPI__SHARE_UNIT 0x1p-36

typedef struct skpi__block_kernel {
    /* u = 1/(1 + exp(-x)), to 2e-14 of itself for |x| <= 40 and 1.2e-13 up to SKPI__LOGISTIC_NEAR, where it stays beyond.
     * The second only for |x| <= SKPI__LOGISTIC_NEAR, same bits. */
    void (*logistic)(const double *x, double *u);
    void (*logistic_near)(const double *x, double *u);
    /* e = exp(x), just so. */
    void (*exp)(const double *x, double *e);
    /* Bins of n values into id (of all 512), and one more in count[bin] for each of the n. */
    void (*bin)(const double *x, size_t n, const skpi__bins *bins, uint16_t *id, uint32_t *count);
    /* Logistic, bins of x and sum at once: returns the sum of n shares in SKPI__SHARE_UNIT; near as above.  The second
     * gives the sum alone, the third a sum of shares at hand. */
    uint64_t (*share)(const double *x, size_t n, int near, const skpi__bins *bins, uint16_t *id, uint32_t *count);
    uint64_t (*share_sum)(const double *x, size_t n, int near);
    uint64_t (*sum_of_shares)(const double *u, size_t n);
    /* The sum of rint(scale x), scale a power of two with |scale x| <= 2^51. */
    int64_t (*sum)(const double *x, size_t n, double scale);
    /* Bit i % 64 of mask[i / 64]: x[i] >= threshold and i < n. */
    void (*above)(const double *x, size_t n, double threshold, uint64_t mask[8]);
    /* The least and the largest of n >= 1 values. */
    void (*range)(const double *x, size_t n, double *low, double *high);
    /* flag[i] = 1 if id[i] is one of k targets, else 0; n any multiple of 512. */
    void (*flag)(size_t n, const uint16_t *id, size_t k, const uint16_t *target, uint8_t *flag);
} skpi__block_kernel;

/* The kernels of a dispatch choice (core/dispatch.h), NULL where there are none. */
const skpi__block_kernel *skpi__block_kernel_at(int32_t dispatch);

#endif
