/* Normal numbers that depend only on the seed, the model, the place, the year, the variable and the number of the draw.
 *
 * Threefry4x32-20 (J. K. Salmon et al., SC11, 2011) turns a key and a counter into four words; 128 counters give the
 * 512 normal draws of a block.  Key = (low half of the seed, high half, model, 0); counter i of the block whose first
 * draw is b = (b/4 + i, year, place, variable).  smartkpi_ensemble(7) has the whole definition, to the last bit.
 */
#ifndef SKPI_RANDOM_STREAM_H
#define SKPI_RANDOM_STREAM_H
#include <stddef.h>
#include <stdint.h>
#include "random/product.h"

enum { SKPI__BLOCK = 512, SKPI__BLOCK_COUNTERS = SKPI__BLOCK / 4 };
#define SKPI__NORMAL_MAX 6.77               /* the magnitude of every draw is below it */
#define SKPI__STREAM_FACTORS UINT32_MAX     /* stands for the model in streams of factors; models are below 2^31 */
#define SKPI__STREAM_SOBOL (UINT32_MAX - 1) /* stands for the model in what scrambles Sobol's dimensions */
#define SKPI__DRAWS_MAX (UINT64_C(1) << 34) /* draws of one stream */

/* What identifies a stream; the number of the draw identifies a number in it. */
typedef struct skpi__stream {
    uint64_t seed;
    uint32_t model, year, place, variable;
} skpi__stream;

/* One variant of the kernels.  Blocks are numbered: block k holds draws 512 k .. 512 k + 511, k < 2^25.  Arrays hold
 * SKPI__BLOCK elements, need no alignment, and never overlap. */
typedef struct skpi__stream_kernel {
    /* word[128 k + i] is output k of counter i. */
    void (*words)(const skpi__stream *stream, uint64_t block, uint32_t *word);
    /* The normal draws from the words of a block. */
    void (*normals)(const uint32_t *word, double *z);
    /* Antithetic draws: word[64 k + i] is output k of counter i of the first 64.  Pair j = 0 .. 127 has the radius word[j]
     * and the angle word[128 + j], and gives the draws j and 128 + j; draw 256 + j is the negative of draw j. */
    void (*half_words)(const skpi__stream *stream, uint64_t block, uint32_t *word);
    void (*half_normals)(const uint32_t *word, double *z);
    /* x[i] = x[i] + (drift + sigma z[i]), z the normal draws from the words of a block. */
    void (*walk)(const uint32_t *word, double drift, double sigma, double *x);
    /* The same of a walk whose drift has innovations of its own: x[i] = x[i] + (drift + (h[i] + s z[i])), then
     * h[i] = fading h[i] + gain z[i]. */
    void (*innovate)(const uint32_t *word, double drift, double s, double fading, double gain, double *h, double *x);
    /* The steps of walk and innovate by z[i] = y[i] + b e[i], e the normal draws from the words of a block. */
    void (*walk_with)(const uint32_t *word, const double *y, double b, double drift, double sigma, double *x);
    void (*innovate_with)(const uint32_t *word, const double *y, double b, double drift, double s, double fading,
                          double gain, double *h, double *x);
    /* The steps of walk and innovate by normal numbers z that are given. */
    void (*walk_by)(const double *z, double drift, double sigma, double *x);
    void (*innovate_by)(const double *z, double drift, double s, double fading, double gain, double *h, double *x);
    /* y[i] = a f[i] if first, else y[i] + a f[i]. */
    void (*load)(double a, const double *f, int first, double *y);
    /* z[i] is the normal quantile of (word[i] + 1/2) 2^-32, with a relative error below 1e-10; for Sobol's points. */
    void (*inverse)(const uint32_t *word, double *z);
    /* A year of a product of factors.  With the numbers z[j] of draw i, m[f] = h[f] + weight[f][0] z[0] + ... is the move
     * of factor f: x[i] = x[i] + (drift + (m[0] + m[1] + ...)), level[f] = level[f] + (own_drift[f] + m[f]) if level is
     * given, then h[f] = fading h[f] + (gain[f][0] z[0] + ...).  Sums are made from the left.  z holds a block for each
     * of SKPI__FACTORS_MOST numbers; h and level are as many columns. */
    void (*product)(const skpi__product_step *step, double fading, const double *z, double *const *h, double *x,
                    double *const *level);
} skpi__stream_kernel;

/* The kernels for a dispatch choice (core/dispatch.h), NULL if there are none. */
const skpi__stream_kernel *skpi__stream_kernel_at(int32_t dispatch);

/* The second half of a block becomes the first half with the opposite sign. */
static inline void skpi__antithetic(double *z)
{
    for (size_t i = 0; i < SKPI__BLOCK / 2; i++) z[SKPI__BLOCK / 2 + i] = -z[i];
}

#endif
