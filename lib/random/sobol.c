/* Sobol sequences (sobol.h).
 *
 * With the primitive polynomial z^s + a_1 z^(s-1) + ... + 1 of a dimension and m_1 .. m_s, further numbers follow from
 *   m_k = 2 a_1 m_(k-1) ^ 4 a_2 m_(k-2) ^ ... ^ 2^s m_(k-s) ^ m_(k-s)
 * and direction k is m_k 2^(32-k); dimension 0 has m_k = 1 throughout.
 *
 * Source: P. Bratley and B. L. Fox, Algorithm 659, ACM Transactions on Mathematical Software 14 (1988) 88; S. Joe and
 * F. Y. Kuo, ACM Transactions on Mathematical Software 29 (2003) 49; scrambled: J. Matousek, Journal of Complexity 14
 * (1998) 527.
 */
#include "random/sobol.h"
#include <stddef.h>
#include "random/single.h"

static int sobol_degree(uint32_t polynomial)
{
    int s = 0;
    while (polynomial >> (s + 1)) s++;
    return s;
}

void skpi__sobol_directions(uint32_t dimension, uint32_t direction[SKPI__SOBOL_BITS])
{
    if (dimension == 0) {
        for (int k = 0; k < SKPI__SOBOL_BITS; k++) direction[k] = UINT32_C(1) << (31 - k);
        return;
    }
    const uint16_t *start = skpi__sobol_start;
    for (uint32_t d = 1; d < dimension; d++) start += sobol_degree(skpi__sobol_polynomial[d - 1]) - 1;
    const uint32_t polynomial = skpi__sobol_polynomial[dimension - 1];
    const int s = sobol_degree(polynomial);
    for (int k = 0; k < SKPI__SOBOL_BITS; k++) {
        if (k < s) {
            direction[k] = (uint32_t)(k ? start[k - 1] : 1) << (31 - k);
            continue;
        }
        /* the recurrence for direction k instead of m_k: the factors 2^j are not needed */
        uint32_t v = direction[k - s] ^ direction[k - s] >> s;
        for (int j = 1; j < s; j++)
            if (polynomial >> (s - j) & 1) v ^= direction[k - j];
        direction[k] = v;
    }
}

static uint32_t sobol_parity(uint32_t v)
{
    for (int by = 16; by; by /= 2) v ^= v >> by;
    return v & 1;
}

void skpi__sobol_scramble(const uint32_t row[SKPI__SOBOL_BITS], uint32_t direction[SKPI__SOBOL_BITS])
{
    for (int k = 0; k < SKPI__SOBOL_BITS; k++) { /* points are sums of directions: scrambling these scrambles those */
        uint32_t v = 0;
        for (int i = 0; i < SKPI__SOBOL_BITS; i++) {
            const uint32_t own = UINT32_C(1) << (31 - i), above = ~(own - 1) ^ own;
            v |= sobol_parity(direction[k] & ((row[i] & above) | own)) << (31 - i);
        }
        direction[k] = v;
    }
}

uint32_t skpi__sobol_random(const skpi__stream *stream, uint32_t dimension, uint32_t direction[SKPI__SOBOL_BITS])
{
    uint32_t row[SKPI__SOBOL_BITS];
    for (uint64_t i = 0; i < SKPI__SOBOL_BITS; i++) row[i] = skpi__stream_word(stream, i);
    skpi__sobol_directions(dimension, direction);
    skpi__sobol_scramble(row, direction);
    return skpi__stream_word(stream, SKPI__SOBOL_BITS);
}

uint32_t skpi__sobol_word(const uint32_t direction[SKPI__SOBOL_BITS], uint32_t point, uint32_t shift)
{
    const uint32_t gray = point ^ point >> 1;
    uint32_t x = shift;
    for (int k = 0; k < SKPI__SOBOL_BITS; k++) x ^= (gray >> k & 1) ? direction[k] : 0;
    return x;
}

void skpi__sobol_block(const uint32_t direction[SKPI__SOBOL_BITS], uint32_t block, uint32_t shift, uint32_t word[512])
{
    word[0] = skpi__sobol_word(direction, block << 9, shift);
    /* In the order of the Gray code, points 2^k .. 2^(k+1) - 1 are the points before them in reverse order, with bit k
     * of the code changed. */
    for (uint32_t k = 0, half = 1; half < 512; k++, half *= 2)
        for (uint32_t i = 0; i < half; i++) word[half + i] = word[half - 1 - i] ^ direction[k];
}
