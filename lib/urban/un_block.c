/* The United Nations' recursion for many places at once (un_block.h), compiled for several vector units.
 *
 * Operations and their order are those of un.c and logistic.h, never fused, so that every kernel gives the same bits.
 */
#include "urban/un_block.h"
#include "numeric/logistic.h"
#include <string.h>

enum { N = SKPI__URBAN_BLOCK, WIDEST = 8 };

void skpi__urban_block_begin(skpi__urban_block *block, const skpi__urban_rules *rules, int urgd_kept)
{
    block->n = 0;
    block->n_terms = rules->n_terms;
    block->year = 0;
    block->urgd_kept = urgd_kept;
}

/* The years before are the start of these; what is left of the last vector repeats the first place. */
static void ready(skpi__urban_block *b)
{
    if (b->year) {
        memcpy(b->share[0], b->share[SKPI__URBAN_BLOCK_STEPS], sizeof b->share[0]);
        if (b->urgd_kept) memcpy(b->urgd[0], b->urgd[SKPI__URBAN_BLOCK_STEPS], sizeof b->urgd[0]);
        return;
    }
    for (size_t l = b->n; l % WIDEST; l++) {
        b->share[0][l] = b->share[0][0];
        b->logit[l] = b->logit[0];
        b->urgd[0][l] = b->urgd[0][0];
        for (size_t k = 0; k < b->n_terms; k++) b->c[k][l] = b->c[k][0];
    }
}

/* One walk for vectors of LANES doubles.  Vectors never cross a function's border: no ABI depends on them. */
#define WALK(name, lanes, attribute)                                                                             \
    typedef double name##_v __attribute__((vector_size(8 * (lanes)), aligned(8), may_alias));                    \
    typedef int64_t name##_i __attribute__((vector_size(8 * (lanes)), aligned(8), may_alias));                   \
    attribute static void name(skpi__urban_block *b, size_t steps)                                               \
    {                                                                                                            \
        const size_t places = b->n, last = b->n_terms - 1, keep = b->urgd_kept ? N : 0;                          \
        double *before = b->share[0], *rate = b->urgd[0];                                                        \
        ready(b);                                                                                                \
        for (size_t s = 0; s < steps; s++, before += N, rate += keep) {                                          \
            const int32_t j = ++b->year;                                                                         \
            const int bends = j <= SKPI__URBAN_UN_FREEZE, nears = j <= SKPI__URBAN_UN_REACH;                     \
            const double part = nears ? 1. / (SKPI__URBAN_UN_REACH + 1 - j) : 0;                                 \
            for (size_t g = 0; g < places; g += (lanes)) {                                                       \
                name##_v p = *(name##_v *)(void *)(before + g), r = *(name##_v *)(void *)(rate + g);             \
                name##_v x = *(name##_v *)(void *)(b->logit + g), h;                                             \
                if (bends) {                                                                                     \
                    h = *(name##_v *)(void *)(b->c[last] + g);                                                   \
                    for (size_t k = last; k-- > 0;) h = h * p + *(name##_v *)(void *)(b->c[k] + g);              \
                    *(name##_v *)(void *)(b->h + g) = h;                                                         \
                } else {                                                                                         \
                    h = *(name##_v *)(void *)(b->h + g);                                                         \
                }                                                                                                \
                if (nears) r += (h - r) * part;                                                                  \
                x += r;                                                                                          \
                const name##_v shifted = x * SKPI__EXP_PER_LN2 + SKPI__EXP_SHIFT, k = shifted - SKPI__EXP_SHIFT; \
                const name##_v y = (x - k * SKPI__EXP_LN2_HIGH) - k * SKPI__EXP_LN2_LOW, y2 = y * y;             \
                const name##_v even = SKPI__EXP_EVEN(y2), odd = SKPI__EXP_ODD(y, y2);                            \
                const name##_v e = (name##_v)((name##_i)(even + odd) + ((name##_i)shifted << 52));               \
                p = e / ((even - odd) + e);                                                                      \
                *(name##_v *)(void *)(before + N + g) = p;                                                       \
                *(name##_v *)(void *)(rate + keep + g) = r;                                                      \
                *(name##_v *)(void *)(b->logit + g) = x;                                                         \
            }                                                                                                    \
        }                                                                                                        \
    }

WALK(two_lanes, 2, )

static void turn(const double (*row)[N], size_t steps, size_t first, size_t n, double *const *to)
{
    for (size_t l = first; l < first + n; l++)
        for (size_t s = 0; s < steps; s++) to[l][s] = row[s][l];
}

#if defined(__x86_64__)
#define AVX2 __attribute__((target("avx2")))
#define AVX512 __attribute__((target("avx512f")))
WALK(four_lanes, 4, AVX2)
WALK(eight_lanes, 8, AVX512)

#if defined(__clang__) || __GNUC__ >= 12
#define TILE __builtin_shufflevector
/* Tiles of four places by four years: pairs, then halves, change places. */
AVX2 static void turn_tiles(const double (*row)[N], size_t steps, size_t first, size_t n, double *const *to)
{
    const size_t whole = steps & ~(size_t)3;
    size_t l = first;
    for (; l + 4 <= first + n; l += 4) {
        for (size_t s = 0; s < whole; s += 4) {
            const four_lanes_v a = *(const four_lanes_v *)(const void *)&row[s][l];
            const four_lanes_v b = *(const four_lanes_v *)(const void *)&row[s + 1][l];
            const four_lanes_v c = *(const four_lanes_v *)(const void *)&row[s + 2][l];
            const four_lanes_v d = *(const four_lanes_v *)(const void *)&row[s + 3][l];
            const four_lanes_v ab0 = TILE(a, b, 0, 4, 2, 6), ab1 = TILE(a, b, 1, 5, 3, 7);
            const four_lanes_v cd0 = TILE(c, d, 0, 4, 2, 6), cd1 = TILE(c, d, 1, 5, 3, 7);
            *(four_lanes_v *)(void *)(to[l] + s) = TILE(ab0, cd0, 0, 1, 4, 5);
            *(four_lanes_v *)(void *)(to[l + 1] + s) = TILE(ab1, cd1, 0, 1, 4, 5);
            *(four_lanes_v *)(void *)(to[l + 2] + s) = TILE(ab0, cd0, 2, 3, 6, 7);
            *(four_lanes_v *)(void *)(to[l + 3] + s) = TILE(ab1, cd1, 2, 3, 6, 7);
        }
        for (size_t s = whole; s < steps; s++)
            for (size_t i = l; i < l + 4; i++) to[i][s] = row[s][i];
    }
    if (l < first + n) turn(row, steps, l, first + n - l, to);
}
#else
#define turn_tiles turn
#endif
#endif

const skpi__urban_kernel *skpi__urban_kernel_at(size_t i)
{
    static const skpi__urban_kernel two = {two_lanes, turn};
    if (i == 0) return &two;
#if defined(__x86_64__)
    static const skpi__urban_kernel four = {four_lanes, turn_tiles}, eight = {eight_lanes, turn_tiles};
    if (i == 1 && __builtin_cpu_supports("avx2")) return &four;
    if (i == 2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx2")) return &eight;
#endif
    return NULL;
}

const skpi__urban_kernel *skpi__urban_kernel_best(void)
{
    const skpi__urban_kernel *best = skpi__urban_kernel_at(0), *next;
    for (size_t i = 1; (next = skpi__urban_kernel_at(i)); i++) best = next;
    return best;
}
