/* Logarithms of quotients near 1, in vectors: 2 artanh z by its series, z = (b - a)/(b + a).
 *
 * For |z| <= 1/5 the difference b - a is exact, and eleven terms leave a remainder below 2e-17.  Every lane has the
 * same operations in the same order, none fused, so that all vector units give the same bits.
 */
#include "numeric/log_ratios.h"
#include <string.h>
#include "numeric/log_ratio.h"

#define FARTHEST .4054651081081644 /* 2 artanh(1/5) = ln 1.5 */

/* Vectors never cross a function's border: no ABI depends on them. */
#define KERNEL(name, lanes, attribute)                                                         \
    typedef double name##_v __attribute__((vector_size(8 * (lanes)), aligned(8), may_alias));  \
    attribute static size_t name(size_t n, const double *a, const double *b, double *out)      \
    {                                                                                          \
        size_t i = 0;                                                                          \
        for (; i + (lanes) <= n; i += (lanes)) {                                               \
            const name##_v x = *(const name##_v *)(const void *)(a + i);                       \
            const name##_v t = *(const name##_v *)(const void *)(b + i);                       \
            const name##_v z = (t - x) / (t + x), y = z * z, y2 = y * y, y4 = y2 * y2;         \
            const name##_v low = (1 + y * (1. / 3)) + y2 * (1. / 5 + y * (1. / 7));            \
            const name##_v middle = (1. / 9 + y * (1. / 11)) + y2 * (1. / 13 + y * (1. / 15)); \
            const name##_v high = (1. / 17 + y * (1. / 19)) + y2 * (1. / 21);                  \
            *(name##_v *)(void *)(out + i) = 2 * z * (low + y4 * (middle + y4 * high));        \
        }                                                                                      \
        return i;                                                                              \
    }

KERNEL(two_lanes, 2, )
#if defined(__x86_64__)
KERNEL(four_lanes, 4, __attribute__((target("avx"))))
#endif

static size_t near_one(size_t n, const double *a, const double *b, double *out)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx")) return four_lanes(n, a, b, out);
#endif
    return two_lanes(n, a, b, out);
}

void skpi__log_ratios(size_t n, const double *a, const double *b, double *out)
{
    const size_t done = near_one(n, a, b, out);
    if (done < n) { /* what fills no vector, beside ones */
        double x[4] = {1, 1, 1, 1}, t[4] = {1, 1, 1, 1}, log[4];
        memcpy(x, a + done, (n - done) * sizeof *x);
        memcpy(t, b + done, (n - done) * sizeof *t);
        (void)near_one(4, x, t, log);
        memcpy(out + done, log, (n - done) * sizeof *log);
    }
    for (size_t i = 0; i < n; i++) /* far from 1, or a sum that overflowed */
        if (!(fabs(out[i]) <= FARTHEST && (out[i] != 0 || a[i] == b[i])))
            out[i] = skpi__log_ratio(fabs(a[i]), fabs(b[i]));
}
