/* Kernels over blocks of 512 values: logistic, bins, fixed-point sums, flags.
 *
 * The kernels use elementary operations in a fixed order and no libm, so that every compiled variant gives the same
 * bits.  Arrays of a block hold SKPI__BLOCK_VALUES elements; elements after the first n may be any finite numbers.  No
 * value may be NaN. Inputs and outputs never overlap.
 */
#ifndef SKPI_NUMERIC_BLOCK_H
#define SKPI_NUMERIC_BLOCK_H
#include <stddef.h>
#include <stdint.h>

enum { SKPI__BLOCK_VALUES = 512, SKPI__BINS = 2048 };
#define SKPI__LOGISTIC_NEAR 690 /* the kernels named near accept |x| up to here */
#define SKPI__PARTS_FAR 300     /* logarithms of quotients of two parts, so that no sum of quotients overflows */

/* SKPI__BINS bins over low .. high, or by octaves over the octaves low .. high.  Values below low fall into the first
 * bin, values above high into the last.  Bins are monotone: a larger value never has a lower bin. */
typedef struct skpi__bins {
    double low, high, scale;
    int octaves;
    double start; /* octaves are those of what values are above it */
} skpi__bins;
/* Bins for any finite low <= high.  If the width is 0 or overflows, there is one bin. */
skpi__bins skpi__bins_over(double low, double high);
/* The octave of a number that is not below 0: a whole number that grows by 2^41 from a power of two to the next, and
 * evenly in between; 0 has the octave 0. */
double skpi__octave(double value);
/* The least number of that octave.  Fractions are cut off, and what is no octave of a finite number is an end. */
double skpi__octave_value(double octave);

/* Unit of sums of shares.  A share is a whole number of units, at most 2^36, so that every order of addition gives the
 * same sum. */
#define SKPI__SHARE_UNIT 0x1p-36

/* Where a block of one variable is counted. */
typedef struct skpi__counted {
    skpi__bins bins;
    uint16_t *id;    /* the bins of the block */
    uint32_t *count; /* SKPI__BINS */
    double scale;    /* a power of two */
    int64_t sum;     /* output: the sum of rint(scale value), or of shares in their unit */
} skpi__counted;

/* Where the values of a block are added: sum[i] = sum[i] + rint(factor value[i]), |factor value[i]| <= 2^51. */
typedef struct skpi__addition {
    double factor;
    int first; /* 1: sum is not set, and counts as 0 */
    int64_t *sum;
} skpi__addition;

typedef struct skpi__block_kernel {
    /* u = 1/(1 + exp(-x)), with a relative error of 2e-14 for |x| <= 40 and 1.2e-13 up to SKPI__LOGISTIC_NEAR; beyond
     * it u keeps its value there.  logistic_near gives the same bits, only for |x| <= SKPI__LOGISTIC_NEAR. */
    void (*logistic)(const double *x, double *u);
    void (*logistic_near)(const double *x, double *u);
    /* e = exp(x), with the same errors and limit. */
    void (*exp)(const double *x, double *e);
    /* Writes the bins of all 512 values into id, and adds 1 to count[bin] for each of the first n.  By octaves, values
     * below the start count as it. */
    void (*bin)(const double *x, size_t n, const skpi__bins *bins, uint16_t *id, uint32_t *count);
    /* share computes the logistic and the bins of x in one pass, and the sum of n shares in SKPI__SHARE_UNIT;
     * near: |x| <= SKPI__LOGISTIC_NEAR.  It writes the shares into u, or adds all 512 to sums, unless these are NULL;
     * one of them is.  share_sum gives only the sum; sum_of_shares takes the shares themselves. */
    void (*share)(const double *x, size_t n, int near, skpi__counted *of, double *u, const skpi__addition *to);
    uint64_t (*share_sum)(const double *x, size_t n, int near);
    uint64_t (*sum_of_shares)(const double *u, size_t n);
    /* The sum of rint(scale x), scale a power of two with |scale x| <= 2^51. */
    int64_t (*sum)(const double *x, size_t n, double scale);
    /* bin[i] = bin[i] + count[i]; n is a multiple of 32.  first: bins are 0, and are not read, because a page of memory
     * that is read before it is written comes twice. */
    void (*collect)(size_t n, const uint32_t *count, int first, uint64_t *bin);
    /* Adds all 512 values; scatter gives those of 512 sums, x = unit sum, |sum| <= 2^51. */
    void (*gather)(const double *x, const skpi__addition *to);
    void (*scatter)(const int64_t *sum, double unit, double *x);
    /* A whole block of logarithms x of values that are also summed up over the years: e = exp(x), run = run + e; bins of
     * x, never by octaves, and of run, sums of e and of run.  near: |x| <= SKPI__LOGISTIC_NEAR.  Returns 0 if a value
     * times its scale is not below 2^51, and the sums are then of no use. */
    int (*emit)(const double *x, int near, double *e, double *run, skpi__counted *of_e, skpi__counted *of_run);
    /* Bit i % 64 of mask[i / 64] is set if x[i] >= threshold and i < n. */
    void (*above)(const double *x, size_t n, double threshold, uint64_t mask[8]);
    /* sum[i] = sum[i] + x[i]. */
    void (*add)(const double *x, double *sum);
    /* A bit as of above is set if x[i] > top[i], and top[i] becomes the larger of both. */
    void (*rise)(const double *x, double *top, uint64_t mask[8]);
    /* year[i] = k where the bit of i is set in mask. */
    void (*stamp)(const uint64_t mask[8], uint16_t k, uint16_t *year);
    /* The least and the largest of n >= 1 values. */
    void (*range)(const double *x, size_t n, double *low, double *high);
    /* flag[i] = 1 if id[i] is one of the k targets, else 0.  n is a multiple of 512. */
    void (*flag)(size_t n, const uint16_t *id, size_t k, const uint16_t *target, uint8_t *flag);
    /* A whole block of three parts from y[j] = ln p[j]/p[2], j = 0, 1: p[2] = 1/((1 + exp y[0]) + exp y[1]),
     * p[j] = exp y[j] p[2]; beyond SKPI__PARTS_FAR y keeps its value there.  With `of`, one for each part, bins of the
     * parts and sums of them in SKPI__SHARE_UNIT; near: |y| <= SKPI__PARTS_FAR. */
    void (*parts)(const double *const *y, int near, double *const *p, skpi__counted *of);
} skpi__block_kernel;

/* The kernels for a dispatch choice (core/dispatch.h), NULL if there are none. */
const skpi__block_kernel *skpi__block_kernel_at(int32_t dispatch);

#endif
