/* The inner kernel of the LU factorisation, compiled for several vector units.
 *
 * A tile of C is kept in registers: ROWS rows times two vectors.  Each element receives its products one after the
 * other, multiplied and then subtracted (never fused), so that every kernel gives the same bits.
 */
#include "numeric/lu_kernel.h"
#include <string.h>

#define ROWS 4
/* The kernels for vectors of LANES doubles.  Vectors never cross a function's border: no ABI depends on them.  Full
 * strips go by tiles of ROWS x 2 vectors, half strips by tiles of ROWS x 1; single rows are what tiles leave below, and
 * at the right border. */
#define KERNEL(name, lanes, attribute)                                                                          \
    typedef double name##_v __attribute__((vector_size(8 * (lanes)), aligned(8), may_alias));                   \
    attribute static void name##_row(size_t columns, size_t depth, const double *a, double *c, const double *b) \
    {                                                                                                           \
        double t[2 * (lanes)] = {0};                                                                            \
        memcpy(t, c, columns * sizeof *t);                                                                      \
        name##_v *tv = (name##_v *)(void *)t, t0 = tv[0], t1 = tv[1];                                           \
        for (size_t k = 0; k < depth; k++) {                                                                    \
            const name##_v *bk = (const name##_v *)(const void *)(b + k * 2 * (lanes));                         \
            t0 -= a[k] * bk[0], t1 -= a[k] * bk[1];                                                             \
        }                                                                                                       \
        tv[0] = t0, tv[1] = t1;                                                                                 \
        memcpy(c, t, columns * sizeof *t);                                                                      \
    }                                                                                                           \
    attribute static void name(size_t rows, size_t columns, size_t depth, const double *a, double *c, size_t n, \
                               const double *b)                                                                 \
    {                                                                                                           \
        size_t i = 0;                                                                                           \
        for (; columns == 2 * (lanes) && i + ROWS <= rows; i += ROWS) {                                         \
            const double *a0 = a + i * n, *a1 = a0 + n, *a2 = a1 + n, *a3 = a2 + n;                             \
            name##_v *c0 = (name##_v *)(void *)(c + i * n), *c1 = (name##_v *)(void *)(c + (i + 1) * n),        \
                     *c2 = (name##_v *)(void *)(c + (i + 2) * n), *c3 = (name##_v *)(void *)(c + (i + 3) * n);  \
            name##_v c00 = c0[0], c01 = c0[1], c10 = c1[0], c11 = c1[1], c20 = c2[0], c21 = c2[1], c30 = c3[0], \
                     c31 = c3[1];                                                                               \
            for (size_t k = 0; k < depth; k++) {                                                                \
                const name##_v *bk = (const name##_v *)(const void *)(b + k * 2 * (lanes));                     \
                const name##_v b0 = bk[0], b1 = bk[1];                                                          \
                c00 -= a0[k] * b0, c01 -= a0[k] * b1;                                                           \
                c10 -= a1[k] * b0, c11 -= a1[k] * b1;                                                           \
                c20 -= a2[k] * b0, c21 -= a2[k] * b1;                                                           \
                c30 -= a3[k] * b0, c31 -= a3[k] * b1;                                                           \
            }                                                                                                   \
            c0[0] = c00, c0[1] = c01, c1[0] = c10, c1[1] = c11;                                                 \
            c2[0] = c20, c2[1] = c21, c3[0] = c30, c3[1] = c31;                                                 \
        }                                                                                                       \
        for (; columns == (lanes) && i + ROWS <= rows; i += ROWS) {                                             \
            const double *a0 = a + i * n, *a1 = a0 + n, *a2 = a1 + n, *a3 = a2 + n;                             \
            name##_v *c0 = (name##_v *)(void *)(c + i * n), *c1 = (name##_v *)(void *)(c + (i + 1) * n),        \
                     *c2 = (name##_v *)(void *)(c + (i + 2) * n), *c3 = (name##_v *)(void *)(c + (i + 3) * n);  \
            name##_v c00 = c0[0], c10 = c1[0], c20 = c2[0], c30 = c3[0];                                        \
            for (size_t k = 0; k < depth; k++) {                                                                \
                const name##_v b0 = *(const name##_v *)(const void *)(b + k * 2 * (lanes));                     \
                c00 -= a0[k] * b0, c10 -= a1[k] * b0, c20 -= a2[k] * b0, c30 -= a3[k] * b0;                     \
            }                                                                                                   \
            c0[0] = c00, c1[0] = c10, c2[0] = c20, c3[0] = c30;                                                 \
        }                                                                                                       \
        for (; i < rows; i++) name##_row(columns, depth, a + i * n, c + i * n, b);                              \
    }                                                                                                           \
    attribute static void name##_solve(size_t depth, const double *l, size_t n, double *b)                      \
    {                                                                                                           \
        for (size_t k = 0; k + 1 < depth; k++) {                                                                \
            const name##_v *bk = (const name##_v *)(const void *)(b + k * 2 * (lanes));                         \
            const name##_v b0 = bk[0], b1 = bk[1];                                                              \
            for (size_t i = k + 1; i < depth; i++) {                                                            \
                name##_v *to = (name##_v *)(void *)(b + i * 2 * (lanes));                                       \
                to[0] -= l[i * n + k] * b0, to[1] -= l[i * n + k] * b1;                                         \
            }                                                                                                   \
        }                                                                                                       \
    }

KERNEL(two_lanes, 2, )
#if defined(__x86_64__)
KERNEL(four_lanes, 4, __attribute__((target("avx"))))
KERNEL(eight_lanes, 8, __attribute__((target("avx512f"))))
#endif

const skpi__lu_kernel *skpi__lu_kernel_at(size_t i)
{
    static const skpi__lu_kernel two = {4, two_lanes, two_lanes_solve};
    if (i == 0) return &two;
#if defined(__x86_64__)
    static const skpi__lu_kernel four = {8, four_lanes, four_lanes_solve}, eight = {16, eight_lanes, eight_lanes_solve};
    if (i == 1 && __builtin_cpu_supports("avx")) return &four;
    if (i == 2 && __builtin_cpu_supports("avx512f")) return &eight;
#endif
    return NULL;
}

const skpi__lu_kernel *skpi__lu_kernel_best(void)
{
    const skpi__lu_kernel *best = skpi__lu_kernel_at(0), *next;
    for (size_t i = 1; (next = skpi__lu_kernel_at(i)); i++) best = next;
    return best;
}
