/* The United Nations' recursion for many places at once (un_block.h), for the vector units that it may meet.
 *
 * Operations and their order are those of un.c and logistic.h, never fused, so that every kernel gives the same bits.
 */
#include "urban/un_block.h"
#include "numeric/logistic.h"

enum { N = SKPI__URBAN_BLOCK };

typedef struct state {
    double p[N], logit[N], r[N], h[N], far[N], c[SKPI__URBAN_BLOCK_NORM][N];
    size_t n_norm;
} state;

/* One kernel for vectors of LANES doubles.  Vectors never cross a function's border: no ABI depends on them. */
#define KERNEL(name, lanes, attribute)                                                                              \
    typedef double name##_v __attribute__((vector_size(8 * (lanes)), aligned(8), may_alias));                       \
    typedef int64_t name##_i __attribute__((vector_size(8 * (lanes)), aligned(8), may_alias));                      \
    attribute static void name(state *s, int32_t steps, skpi__urban_block *block)                                   \
    {                                                                                                               \
        const name##_v zero = {0}, one = zero + 1.;                                                                 \
        for (int32_t j = 1; j <= steps; j++) {                                                                      \
            const double left = SKPI__URBAN_UN_REACH + 1 - j;                                                       \
            for (size_t g = 0; g < N; g += (lanes)) {                                                               \
                name##_v p = *(name##_v *)(void *)(s->p + g), r = *(name##_v *)(void *)(s->r + g);                  \
                name##_v h = *(name##_v *)(void *)(s->h + g), x = *(name##_v *)(void *)(s->logit + g);              \
                name##_v far = *(name##_v *)(void *)(s->far + g);                                                   \
                if (j <= SKPI__URBAN_UN_FREEZE) {                                                                   \
                    h = *(name##_v *)(void *)(s->c[s->n_norm - 1] + g);                                             \
                    for (size_t k = s->n_norm - 1; k-- > 0;) h = h * p + *(name##_v *)(void *)(s->c[k] + g);        \
                }                                                                                                   \
                if (j <= SKPI__URBAN_UN_REACH) r += (h - r) / left;                                                 \
                x += r;                                                                                             \
                const name##_i rising = (name##_i)(x >= zero);                                                      \
                const name##_v a = (name##_v)((name##_i)x & INT64_MAX);                                             \
                const name##_i farther = (name##_i)(a > far);                                                       \
                far = (name##_v)((farther & (name##_i)a) | (~farther & (name##_i)far));                             \
                const name##_v shifted = -a * SKPI__EXP_PER_LN2 + SKPI__EXP_SHIFT, k = shifted - SKPI__EXP_SHIFT;   \
                const name##_v y = (-a - k * SKPI__EXP_LN2_HIGH) - k * SKPI__EXP_LN2_LOW, y2 = y * y, y4 = y2 * y2; \
                const name##_v series = SKPI__EXP_SERIES(y, y2, y4);                                                \
                const name##_v e = (name##_v)((name##_i)series + ((name##_i)shifted << 52));                        \
                p = (name##_v)((rising & (name##_i)one) | (~rising & (name##_i)e)) / (1. + e);                      \
                *(name##_v *)(void *)(s->p + g) = p, *(name##_v *)(void *)(s->r + g) = r;                           \
                *(name##_v *)(void *)(s->h + g) = h, *(name##_v *)(void *)(s->logit + g) = x;                       \
                *(name##_v *)(void *)(s->far + g) = far;                                                            \
                *(name##_v *)(void *)(block->share[j - 1] + g) = p;                                                 \
                *(name##_v *)(void *)(block->urgd[j - 1] + g) = r;                                                  \
            }                                                                                                       \
        }                                                                                                           \
    }

KERNEL(two_lanes, 2, )
#if defined(__x86_64__)
KERNEL(four_lanes, 4, __attribute__((target("avx2"))))
KERNEL(eight_lanes, 8, __attribute__((target("avx512f"))))
#endif

typedef void (*kernel)(state *s, int32_t steps, skpi__urban_block *block);

static kernel kernel_at(size_t i)
{
    if (i == 0) return two_lanes;
#if defined(__x86_64__)
    if (i == 1 && __builtin_cpu_supports("avx2")) return four_lanes;
    if (i == 2 && __builtin_cpu_supports("avx512f")) return eight_lanes;
#endif
    return NULL;
}

int skpi__urban_un_block_by(size_t i, size_t n, const skpi__urban_un *u, int32_t steps, skpi__urban_block *block)
{
    const kernel run = kernel_at(i);
    state s;
    if (!run) return 0;
    s.n_norm = u[0].rules->n_norm;
    for (size_t l = 0; l < N; l++) {
        const skpi__urban_un *from = &u[l < n ? l : 0]; /* what is left of the block repeats the first place */
        const double *c = from->rules->norm + (from->law == SKPI_URBAN_SMALL ? s.n_norm : 0);
        s.p[l] = from->p;
        s.logit[l] = from->logit;
        s.r[l] = from->r;
        s.h[l] = s.far[l] = 0;
        for (size_t k = 0; k < s.n_norm; k++) s.c[k][l] = c[k];
    }
    run(&s, steps, block);
    for (size_t l = 0; l < N; l++) {
        block->logit[l] = s.logit[l];
        block->far[l] = s.far[l];
    }
    return 1;
}

void skpi__urban_un_block(size_t n, const skpi__urban_un *u, int32_t steps, skpi__urban_block *block)
{
    for (size_t i = 3; i-- > 0;)
        if (skpi__urban_un_block_by(i, n, u, steps, block)) return;
}
