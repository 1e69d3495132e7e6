/* The stream's kernels for one machine: a template of stream.c (core/variants.h). */

/* Two vectors of counters go through the rounds side by side. */
enum { SKPI__VARIANT(COUNTERS) = 2 * SKPI__LANES }; /* of a vector */
typedef uint32_t SKPI__VARIANT(counters)
    __attribute__((vector_size(4 * SKPI__VARIANT(COUNTERS)), aligned(4), may_alias));
#define SKPI__COUNTERS_AT(p) (*(SKPI__VARIANT(counters) *)(void *)(p))

/* Of the first `most` counters of a block. */
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(outputs)(const skpi__stream *stream, uint64_t block, uint32_t most,
                                                      uint32_t *restrict word)
{
    const uint32_t first = (uint32_t)block * SKPI__BLOCK_COUNTERS, n = SKPI__VARIANT(COUNTERS);
    uint32_t k[5] = {(uint32_t)stream->seed, (uint32_t)(stream->seed >> 32), stream->model, 0, 0},
             lane[2 * SKPI__LANES];
    k[4] = skpi__parity(k);
    for (uint32_t i = 0; i < n; i++) lane[i] = first + i + k[0];
    const SKPI__VARIANT(counters) start = SKPI__COUNTERS_AT(lane), none = start - start;
    const SKPI__VARIANT(counters) year = none + (stream->year + k[1]), place = none + (stream->place + k[2]);
    const SKPI__VARIANT(counters) variable = none + (stream->variable + k[3]);
    for (uint32_t i = 0; i < most; i += 2 * n) {
        SKPI__VARIANT(counters) a = start + i, b = year, c = place, d = variable;
        SKPI__VARIANT(counters) a_2 = a + n, b_2 = b, c_2 = c, d_2 = d;
        SKPI__THREEFRY(SKPI__MIX_TWO, SKPI__KEY_TWO);
        uint32_t *const restrict to = word + i, *const restrict to_2 = to + n;
        SKPI__COUNTERS_AT(to) = a;
        SKPI__COUNTERS_AT(to + most) = b;
        SKPI__COUNTERS_AT(to + 2 * most) = c;
        SKPI__COUNTERS_AT(to + 3 * most) = d;
        SKPI__COUNTERS_AT(to_2) = a_2;
        SKPI__COUNTERS_AT(to_2 + most) = b_2;
        SKPI__COUNTERS_AT(to_2 + 2 * most) = c_2;
        SKPI__COUNTERS_AT(to_2 + 3 * most) = d_2;
    }
}
#undef SKPI__COUNTERS_AT

SKPI__TARGET static void SKPI__VARIANT(words)(const skpi__stream *stream, uint64_t block, uint32_t *restrict word)
{
    SKPI__VARIANT(outputs)(stream, block, SKPI__BLOCK_COUNTERS, word);
}

SKPI__TARGET static void SKPI__VARIANT(half_words)(const skpi__stream *stream, uint64_t block, uint32_t *restrict word)
{
    SKPI__VARIANT(outputs)(stream, block, SKPI__BLOCK_COUNTERS / 2, word);
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
/* n pairs: word[j] and word[n + j] give the draws j and n + j. */
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(circle)(size_t n, const uint32_t *restrict word, const double *restrict r,
                                                     skpi__move m, const double *restrict y, double *restrict h,
                                                     double *restrict x)
{
    for (size_t i = 0; i < CHUNK; i++) {
        double first, second;
        skpi__pair(r[i], word[i], &first, &second);
        if (m.with) {
            first = y[i] + m.own * first;
            second = y[n + i] + m.own * second;
        }
        if (m.what == NORMAL) {
            x[i] = first;
            x[n + i] = second;
        } else if (m.what == WALK) {
            x[i] = x[i] + (m.drift + m.sigma * first);
            x[n + i] = x[n + i] + (m.drift + m.sigma * second);
        } else {
            x[i] = x[i] + (m.drift + (h[i] + m.sigma * first));
            x[n + i] = x[n + i] + (m.drift + (h[n + i] + m.sigma * second));
            h[i] = m.fading * h[i] + m.gain * first;
            h[n + i] = m.fading * h[n + i] + m.gain * second;
        }
    }
}
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(pairs)(size_t n, const uint32_t *restrict word, skpi__move m,
                                                    const double *restrict y, double *restrict h, double *restrict x)
{
    double k[PAIRS], s[PAIRS], r[PAIRS];
    SKPI__VARIANT(split)(word, k, s);
    SKPI__VARIANT(split)(word + CHUNK, k + CHUNK, s + CHUNK);
    SKPI__VARIANT(radius)(k, s, r);
    for (size_t c = 2 * CHUNK; c < n; c += CHUNK) {
        SKPI__VARIANT(split)(word + c, k + c, s + c);
        SKPI__VARIANT(radius)(k + c - CHUNK, s + c - CHUNK, r + c - CHUNK);
        SKPI__VARIANT(circle)
        (n, word + n + c - 2 * CHUNK, r + c - 2 * CHUNK, m, y + c - 2 * CHUNK, h + c - 2 * CHUNK, x + c - 2 * CHUNK);
    }
    SKPI__VARIANT(radius)(k + n - CHUNK, s + n - CHUNK, r + n - CHUNK);
    for (size_t c = n - 2 * CHUNK; c < n; c += CHUNK)
        SKPI__VARIANT(circle)(n, word + n + c, r + c, m, y + c, h + c, x + c);
}

SKPI__TARGET static void SKPI__VARIANT(normals)(const uint32_t *restrict word, double *restrict z)
{
    double none[SKPI__BLOCK]; /* is not touched */
    SKPI__VARIANT(pairs)(PAIRS, word, (skpi__move){.what = NORMAL}, nothing, none, z);
}

SKPI__TARGET static void SKPI__VARIANT(half_normals)(const uint32_t *restrict word, double *restrict z)
{
    double none[SKPI__BLOCK];
    SKPI__VARIANT(pairs)(PAIRS / 2, word, (skpi__move){.what = NORMAL}, nothing, none, z);
    skpi__antithetic(z);
}

SKPI__TARGET static void SKPI__VARIANT(walk)(const uint32_t *restrict word, double drift, double sigma,
                                             double *restrict x)
{
    double none[SKPI__BLOCK];
    SKPI__VARIANT(pairs)(PAIRS, word, (skpi__move){.what = WALK, .drift = drift, .sigma = sigma}, nothing, none, x);
}

SKPI__TARGET static void SKPI__VARIANT(innovate)(const uint32_t *restrict word, double drift, double s, double fading,
                                                 double gain, double *restrict h, double *restrict x)
{
    const skpi__move m = {.what = INNOVATE, .drift = drift, .sigma = s, .fading = fading, .gain = gain};
    SKPI__VARIANT(pairs)(PAIRS, word, m, nothing, h, x);
}

SKPI__TARGET static void SKPI__VARIANT(walk_with)(const uint32_t *restrict word, const double *restrict y, double b,
                                                  double drift, double sigma, double *restrict x)
{
    const skpi__move m = {.what = WALK, .with = 1, .own = b, .drift = drift, .sigma = sigma};
    double none[SKPI__BLOCK];
    SKPI__VARIANT(pairs)(PAIRS, word, m, y, none, x);
}

SKPI__TARGET static void SKPI__VARIANT(innovate_with)(const uint32_t *restrict word, const double *restrict y, double b,
                                                      double drift, double s, double fading, double gain,
                                                      double *restrict h, double *restrict x)
{
    const skpi__move m = {
        .what = INNOVATE, .with = 1, .own = b, .drift = drift, .sigma = s, .fading = fading, .gain = gain};
    SKPI__VARIANT(pairs)(PAIRS, word, m, y, h, x);
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
    SKPI__VARIANT(words),   SKPI__VARIANT(normals),     SKPI__VARIANT(half_words), SKPI__VARIANT(half_normals),
    SKPI__VARIANT(walk),    SKPI__VARIANT(innovate),    SKPI__VARIANT(walk_with),  SKPI__VARIANT(innovate_with),
    SKPI__VARIANT(walk_by), SKPI__VARIANT(innovate_by), SKPI__VARIANT(load),       SKPI__VARIANT(inverse),
    SKPI__VARIANT(product)};
