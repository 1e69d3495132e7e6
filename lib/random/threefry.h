/* Threefry4x32-20: a key and a counter of four words each become four words.
 *
 * Source: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, Parallel random numbers: as easy as 1, 2, 3, SC11
 * (2011), section 4.2 and table 2: Threefish's key schedule without tweak, the rotations of Threefry, 20 rounds.
 */
#ifndef SKPI_RANDOM_THREEFRY_H
#define SKPI_RANDOM_THREEFRY_H
#include <stdint.h>
#include "core/variant.h"

typedef struct skpi__words {
    uint32_t w[4];
} skpi__words;

/* One round adds b to a and d to c, and rotates b and d; the key is added after four rounds.  The words may be vectors
 * of words. */
#define SKPI__MIX(a, b, c, d, by_b, by_d)       \
    do {                                        \
        a += b;                                 \
        b = (b << by_b | b >> (32 - by_b)) ^ a; \
        c += d;                                 \
        d = (d << by_d | d >> (32 - by_d)) ^ c; \
    } while (0)
#define SKPI__KEY(a, b, c, d, n)     \
    do {                             \
        a += k[(n) % 5];             \
        b += k[((n) + 1) % 5];       \
        c += k[((n) + 2) % 5];       \
        d += k[((n) + 3) % 5] + (n); \
    } while (0)
/* The same of two counters side by side, a .. d and a_2 .. d_2: neither waits for the last operation of the other. */
#define SKPI__MIX_TWO(a, b, c, d, by_b, by_d)              \
    do {                                                   \
        SKPI__MIX(a, b, c, d, by_b, by_d);                 \
        SKPI__MIX(a##_2, b##_2, c##_2, d##_2, by_b, by_d); \
    } while (0)
#define SKPI__KEY_TWO(a, b, c, d, n)              \
    do {                                          \
        SKPI__KEY(a, b, c, d, n);                 \
        SKPI__KEY(a##_2, b##_2, c##_2, d##_2, n); \
    } while (0)
/* Four rounds and the n-th addition of the key. */
#define SKPI__ROUNDS(MIX, KEY, r0, r1, r2, r3, r4, r5, r6, r7, n) \
    do {                                                          \
        MIX(a, b, c, d, r0, r1);                                  \
        MIX(a, d, c, b, r2, r3);                                  \
        MIX(a, b, c, d, r4, r5);                                  \
        MIX(a, d, c, b, r6, r7);                                  \
        KEY(a, b, c, d, n);                                       \
    } while (0)
#define SKPI__THREEFRY(MIX, KEY)                                   \
    do {                                                           \
        SKPI__ROUNDS(MIX, KEY, 10, 26, 11, 21, 13, 27, 23, 5, 1u); \
        SKPI__ROUNDS(MIX, KEY, 6, 20, 17, 11, 25, 10, 18, 20, 2u); \
        SKPI__ROUNDS(MIX, KEY, 10, 26, 11, 21, 13, 27, 23, 5, 3u); \
        SKPI__ROUNDS(MIX, KEY, 6, 20, 17, 11, 25, 10, 18, 20, 4u); \
        SKPI__ROUNDS(MIX, KEY, 10, 26, 11, 21, 13, 27, 23, 5, 5u); \
    } while (0)

/* k holds the four words of the key and their parity, skpi__parity. */
SKPI__INLINE uint32_t skpi__parity(const uint32_t *k) { return 0x1BD11BDA ^ k[0] ^ k[1] ^ k[2] ^ k[3]; }
SKPI__INLINE skpi__words skpi__threefry(const uint32_t k[5], uint32_t a, uint32_t b, uint32_t c, uint32_t d)
{
    a += k[0];
    b += k[1];
    c += k[2];
    d += k[3];
    SKPI__THREEFRY(SKPI__MIX, SKPI__KEY);
    return (skpi__words){{a, b, c, d}};
}

#endif
