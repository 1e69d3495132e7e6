/* The stream's kernels for one machine: a template of stream.c (core/variants.h). */

SKPI__TARGET static void SKPI__VARIANT(words)(const skpi__stream *stream, uint64_t block, uint32_t *restrict word)
{
    const uint32_t year = stream->year, place = stream->place, variable = stream->variable;
    const uint32_t first = (uint32_t)block * SKPI__BLOCK_COUNTERS;
    uint32_t k[5] = {(uint32_t)stream->seed, (uint32_t)(stream->seed >> 32), stream->model, 0, 0};
    k[4] = skpi__parity(k);
    for (uint32_t i = 0; i < SKPI__BLOCK_COUNTERS; i++) {
        const skpi__words out = skpi__threefry(k, first + i, year, place, variable);
        word[i] = out.w[0];
        word[SKPI__BLOCK_COUNTERS + i] = out.w[1];
        word[2 * SKPI__BLOCK_COUNTERS + i] = out.w[2];
        word[3 * SKPI__BLOCK_COUNTERS + i] = out.w[3];
    }
}

/* The three steps for a chunk of pairs: split and radius give the radius, circle the draws.  split ends with a division
 * and radius with a square root, which are slow.  Other chunks are computed between two steps of a chunk, so that no
 * step waits for a slow operation. */
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(split)(const uint32_t *restrict word, double *restrict k,
                                                    double *restrict s)
{
    for (size_t i = 0; i < CHUNK; i++) s[i] = skpi__split(skpi__uniform(word[i]), 32, &k[i]);
}
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(radius)(const double *restrict k, const double *restrict s,
                                                     double *restrict r)
{
    for (size_t i = 0; i < CHUNK; i++) r[i] = __builtin_sqrt(skpi__joined(k[i], s[i]));
}
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(circle)(const uint32_t *restrict word, const double *restrict r,
                                                     skpi__move m, const double *restrict y, double *restrict h,
                                                     double *restrict x)
{
    for (size_t i = 0; i < CHUNK; i++) {
        double first, second;
        skpi__pair(r[i], word[i], &first, &second);
        if (m.with) {
            first = y[i] + m.own * first;
            second = y[PAIRS + i] + m.own * second;
        }
        if (m.what == NORMAL) {
            x[i] = first;
            x[PAIRS + i] = second;
        } else if (m.what == WALK) {
            x[i] = x[i] + (m.drift + m.sigma * first);
            x[PAIRS + i] = x[PAIRS + i] + (m.drift + m.sigma * second);
        } else {
            x[i] = x[i] + (m.drift + (h[i] + m.sigma * first));
            x[PAIRS + i] = x[PAIRS + i] + (m.drift + (h[PAIRS + i] + m.sigma * second));
            h[i] = m.fading * h[i] + m.gain * first;
            h[PAIRS + i] = m.fading * h[PAIRS + i] + m.gain * second;
        }
    }
}
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(pairs)(const uint32_t *restrict word, skpi__move m,
                                                    const double *restrict y, double *restrict h, double *restrict x)
{
    double k[PAIRS], s[PAIRS], r[PAIRS];
    SKPI__VARIANT(split)(word, k, s);
    SKPI__VARIANT(split)(word + CHUNK, k + CHUNK, s + CHUNK);
    SKPI__VARIANT(radius)(k, s, r);
    for (size_t c = 2 * CHUNK; c < PAIRS; c += CHUNK) {
        SKPI__VARIANT(split)(word + c, k + c, s + c);
        SKPI__VARIANT(radius)(k + c - CHUNK, s + c - CHUNK, r + c - CHUNK);
        SKPI__VARIANT(circle)
        (word + PAIRS + c - 2 * CHUNK, r + c - 2 * CHUNK, m, y + c - 2 * CHUNK, h + c - 2 * CHUNK, x + c - 2 * CHUNK);
    }
    SKPI__VARIANT(radius)(k + PAIRS - CHUNK, s + PAIRS - CHUNK, r + PAIRS - CHUNK);
    for (size_t c = PAIRS - 2 * CHUNK; c < PAIRS; c += CHUNK)
        SKPI__VARIANT(circle)(word + PAIRS + c, r + c, m, y + c, h + c, x + c);
}

SKPI__TARGET static void SKPI__VARIANT(normals)(const uint32_t *restrict word, double *restrict z)
{
    double none[SKPI__BLOCK]; /* is not touched */
    SKPI__VARIANT(pairs)(word, (skpi__move){.what = NORMAL}, nothing, none, z);
}

SKPI__TARGET static void SKPI__VARIANT(walk)(const uint32_t *restrict word, double drift, double sigma,
                                             double *restrict x)
{
    double none[SKPI__BLOCK];
    SKPI__VARIANT(pairs)(word, (skpi__move){.what = WALK, .drift = drift, .sigma = sigma}, nothing, none, x);
}

SKPI__TARGET static void SKPI__VARIANT(innovate)(const uint32_t *restrict word, double drift, double s, double fading,
                                                 double gain, double *restrict h, double *restrict x)
{
    const skpi__move m = {.what = INNOVATE, .drift = drift, .sigma = s, .fading = fading, .gain = gain};
    SKPI__VARIANT(pairs)(word, m, nothing, h, x);
}

SKPI__TARGET static void SKPI__VARIANT(walk_with)(const uint32_t *restrict word, const double *restrict y, double b,
                                                  double drift, double sigma, double *restrict x)
{
    const skpi__move m = {.what = WALK, .with = 1, .own = b, .drift = drift, .sigma = sigma};
    double none[SKPI__BLOCK];
    SKPI__VARIANT(pairs)(word, m, y, none, x);
}

SKPI__TARGET static void SKPI__VARIANT(innovate_with)(const uint32_t *restrict word, const double *restrict y, double b,
                                                      double drift, double s, double fading, double gain,
                                                      double *restrict h, double *restrict x)
{
    const skpi__move m = {
        .what = INNOVATE, .with = 1, .own = b, .drift = drift, .sigma = s, .fading = fading, .gain = gain};
    SKPI__VARIANT(pairs)(word, m, y, h, x);
}

SKPI__TARGET static void SKPI__VARIANT(walk_by)(const double *restrict z, double drift, double sigma,
                                                double *restrict x)
{
    for (size_t i = 0; i < SKPI__BLOCK; i++) x[i] = x[i] + (drift + sigma * z[i]);
}

SKPI__TARGET static void SKPI__VARIANT(innovate_by)(const double *restrict z, double drift, double s, double fading,
                                                    double gain, double *restrict h, double *restrict x)
{
    for (size_t i = 0; i < SKPI__BLOCK; i++) {
        x[i] = x[i] + (drift + (h[i] + s * z[i]));
        h[i] = fading * h[i] + gain * z[i];
    }
}

SKPI__TARGET static void SKPI__VARIANT(load)(double a, const double *restrict f, int first, double *restrict y)
{
    if (first)
        for (size_t i = 0; i < SKPI__BLOCK; i++) y[i] = a * f[i];
    else
        for (size_t i = 0; i < SKPI__BLOCK; i++) y[i] = y[i] + a * f[i];
}

SKPI__TARGET static void SKPI__VARIANT(inverse)(const uint32_t *restrict word, double *restrict z)
{
    for (size_t i = 0; i < SKPI__BLOCK; i++) z[i] = skpi__inverse(word[i]);
}

#include "random/product_variant.h"

static const skpi__stream_kernel SKPI__VARIANT(kernel) = {
    SKPI__VARIANT(words),     SKPI__VARIANT(normals),       SKPI__VARIANT(walk),    SKPI__VARIANT(innovate),
    SKPI__VARIANT(walk_with), SKPI__VARIANT(innovate_with), SKPI__VARIANT(walk_by), SKPI__VARIANT(innovate_by),
    SKPI__VARIANT(load),      SKPI__VARIANT(inverse),       SKPI__VARIANT(product)};
