/* Sums and orders of draws for one machine: a template of draws_kernel.c (core/variants.h). */

enum { SKPI__VARIANT(TOGETHER) = 4 * SKPI__LANES };

SKPI__TARGET static void SKPI__VARIANT(add)(double factor, const double *y, double *x)
{
    for (size_t d = 0; d < SKPI__BLOCK; d += SKPI__LANES)
        SKPI__VECTOR_AT(x + d) = SKPI__VECTOR_AT(x + d) + factor * SKPI__VECTOR_AT(y + d);
}

SKPI__TARGET SKPI__INLINE SKPI__VECTOR SKPI__VARIANT(chosen)(SKPI__WHOLE_VECTOR which, SKPI__VECTOR a, SKPI__VECTOR b)
{
    return (SKPI__VECTOR)((which & (SKPI__WHOLE_VECTOR)a) | (~which & (SKPI__WHOLE_VECTOR)b));
}

SKPI__TARGET static void SKPI__VARIANT(quality)(double mean, double sd, size_t n_terms, const double *factor,
                                                const double *const *x, double *z, double *low, double *high)
{
    for (size_t d = 0; d < SKPI__BLOCK; d += SKPI__VARIANT(TOGETHER)) {
        SKPI__VECTOR sum[4];
        for (size_t i = 0; i < 4; i++) sum[i] = mean + sd * SKPI__VECTOR_AT(z + d + i * SKPI__LANES);
        for (size_t t = 0; t < n_terms; t++) {
            const double *const own = x[t] + d;
            for (size_t i = 0; i < 4; i++) sum[i] += factor[t] * SKPI__VECTOR_AT(own + i * SKPI__LANES);
        }
        for (size_t i = 0; i < 4; i++) {
            double *const least = low + d + i * SKPI__LANES, *const most = high + d + i * SKPI__LANES;
            const SKPI__VECTOR below = SKPI__VECTOR_AT(least), above = SKPI__VECTOR_AT(most);
            SKPI__VECTOR_AT(least) = SKPI__VARIANT(chosen)(sum[i] < below, sum[i], below);
            SKPI__VECTOR_AT(most) = SKPI__VARIANT(chosen)(sum[i] > above, sum[i], above);
            SKPI__VECTOR_AT(z + d + i * SKPI__LANES) = sum[i];
        }
    }
}

SKPI__TARGET static void SKPI__VARIANT(spread)(size_t n, const double *quality, double *tile, size_t apart)
{
    for (size_t d = 0; d < SKPI__BLOCK; d += SKPI__LANES, tile += apart)
        for (size_t i = 0; i < n; i++)
            SKPI__VECTOR_AT(tile + i * SKPI__LANES) = SKPI__VECTOR_AT(quality + i * SKPI__BLOCK + d);
}

/* Puts the lesser of two vectors into the first place. */
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(exchange)(double *first, double *second)
{
    const SKPI__VECTOR a = SKPI__VECTOR_AT(first), b = SKPI__VECTOR_AT(second);
    const SKPI__WHOLE_VECTOR less = a < b;
    SKPI__VECTOR_AT(first) = SKPI__VARIANT(chosen)(less, a, b);
    SKPI__VECTOR_AT(second) = SKPI__VARIANT(chosen)(less, b, a);
}

/* The same for n vectors behind each other. */
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(exchanges)(size_t n, double *first, double *second)
{
    size_t i = 0;
    for (; i + 4 <= n; i += 4, first += 4 * SKPI__LANES, second += 4 * SKPI__LANES)
        for (size_t k = 0; k < 4; k++) SKPI__VARIANT(exchange)(first + k * SKPI__LANES, second + k * SKPI__LANES);
    for (; i < n; i++, first += SKPI__LANES, second += SKPI__LANES) SKPI__VARIANT(exchange)(first, second);
}

/* Batcher's merge exchange (Knuth, The Art of Computer Programming, volume 3 (1998), 5.2.2, algorithm M): exchanges i and
 * i + apart where i has bit p as r has it. */
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(network)(size_t n, double *tile)
{
    size_t half = 1;
    while (2 * half < n) half *= 2;
    for (size_t p = half; n > 1 && p > 0; p /= 2)
        for (size_t q = half, r = 0, apart = p;; apart = q - p, q /= 2, r = p) {
            double *const second = tile + apart * SKPI__LANES;
            const size_t end = n - apart;
            for (size_t first = r; p < 4 && first < r + p; first++)
                for (size_t i = first; i < end; i += 2 * p)
                    SKPI__VARIANT(exchange)(tile + i * SKPI__LANES, second + i * SKPI__LANES);
            for (size_t i = r; p >= 4 && i < end; i += 2 * p)
                SKPI__VARIANT(exchanges)(i + p < end ? p : end - i, tile + i * SKPI__LANES, second + i * SKPI__LANES);
            if (q == p) break;
        }
}

SKPI__TARGET static void SKPI__VARIANT(sort)(size_t n, int bits, const double *low, const double *high, double *tile,
                                             uint32_t *order)
{
    const int most = bits > KEY_BITS - QUALITY_BITS ? KEY_BITS - bits : QUALITY_BITS;
    const double units = (double)(INT64_C(1) << most) * (1 - 1e-9);
    const SKPI__VECTOR top = SKPI__VECTOR_AT(high);
    const int64_t last = (INT64_C(1) << bits) - 1;
    SKPI__VECTOR scale;
    for (size_t l = 0; l < SKPI__LANES; l++) scale[l] = high[l] > low[l] ? units / (high[l] - low[l]) : 0;
    for (size_t i = 0; i < n; i++) {
        double *const own = tile + i * SKPI__LANES;
        const SKPI__VECTOR away = (top - SKPI__VECTOR_AT(own)) * scale + WHOLE;
        const SKPI__WHOLE_VECTOR whole = (SKPI__WHOLE_VECTOR)away & WHOLE_BITS;
        SKPI__VECTOR_AT(own) = (SKPI__VECTOR)((whole << bits | (int64_t)i) + FIRST_KEY);
    }
    SKPI__VARIANT(network)(n, tile);
    for (size_t k = 0; k < n; k++, order += SKPI__BLOCK) {
        const SKPI__WHOLE_VECTOR number = (SKPI__WHOLE_VECTOR)SKPI__VECTOR_AT(tile + k * SKPI__LANES) & last;
        for (size_t l = 0; l < SKPI__LANES; l++) order[l] = (uint32_t)number[l];
    }
}

static const skpi__draws_kernel SKPI__VARIANT(kernel) = {SKPI__LANES, SKPI__VARIANT(add), SKPI__VARIANT(quality),
                                                         SKPI__VARIANT(spread), SKPI__VARIANT(sort)};
