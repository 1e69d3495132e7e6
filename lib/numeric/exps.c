/* exp of many numbers, in vectors: 2^k (even + odd)/(even - odd), as logistic.h writes it out.
 *
 * Every lane has the same operations in the same order, none fused, so that all vector units give the same bits.
 */
#include "numeric/exps.h"
#include <string.h>
#include "numeric/logistic.h"

/* Vectors never cross a function's border: no ABI depends on them. */
#define KERNEL(name, lanes, attribute)                                                                       \
    typedef double name##_v __attribute__((vector_size(8 * (lanes)), aligned(8), may_alias));                \
    typedef int64_t name##_i __attribute__((vector_size(8 * (lanes)), aligned(8), may_alias));               \
    attribute static size_t name(size_t n, const double *x, double *out)                                     \
    {                                                                                                        \
        size_t i = 0;                                                                                        \
        for (; i + (lanes) <= n; i += (lanes)) {                                                             \
            const name##_v v = *(const name##_v *)(const void *)(x + i);                                     \
            const name##_v shifted = v * SKPI__EXP_PER_LN2 + SKPI__EXP_SHIFT, k = shifted - SKPI__EXP_SHIFT; \
            const name##_v y = (v - k * SKPI__EXP_LN2_HIGH) - k * SKPI__EXP_LN2_LOW, y2 = y * y;             \
            const name##_v even = SKPI__EXP_EVEN(y2), odd = SKPI__EXP_ODD(y, y2);                            \
            const name##_v e = (even + odd) / (even - odd);                                                  \
            *(name##_v *)(void *)(out + i) = (name##_v)((name##_i)e + ((name##_i)shifted << 52));            \
        }                                                                                                    \
        return i;                                                                                            \
    }

KERNEL(two_lanes, 2, )
#if defined(__x86_64__)
KERNEL(four_lanes, 4, __attribute__((target("avx2"))))
#endif

static size_t whole(size_t n, const double *x, double *out)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) return four_lanes(n, x, out);
#endif
    return two_lanes(n, x, out);
}

void skpi__exps(size_t n, const double *x, double *out)
{
    const size_t done = whole(n, x, out);
    if (done < n) { /* what fills no vector, beside zeros */
        double rest[4] = {0, 0, 0, 0};
        memcpy(rest, x + done, (n - done) * sizeof *x);
        (void)whole(4, rest, rest);
        memcpy(out + done, rest, (n - done) * sizeof *x);
    }
}
