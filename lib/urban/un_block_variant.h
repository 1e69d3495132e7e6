/* The United Nations' recursion in blocks for one machine: a template of un_block.c (core/variants.h). */

SKPI__TARGET static void SKPI__VARIANT(walk)(skpi__urban_block *b, size_t steps)
{
    const size_t places = b->n, last = b->n_terms - 1, keep = b->urgd_kept ? N : 0;
    double *before = b->share[0], *rate = b->urgd[0];
    block_ready(b);
    for (size_t s = 0; s < steps; s++, before += N, rate += keep) {
        const int32_t j = ++b->year;
        const int bends = j <= SKPI__URBAN_UN_FREEZE, nears = j <= SKPI__URBAN_UN_REACH;
        const double part = nears ? 1. / (SKPI__URBAN_UN_REACH + 1 - j) : 0;
        for (size_t g = 0; g < places; g += SKPI__LANES) {
            SKPI__VECTOR p = SKPI__VECTOR_AT(before + g), r = SKPI__VECTOR_AT(rate + g);
            SKPI__VECTOR x = SKPI__VECTOR_AT(b->logit + g), h;
            if (bends) {
                h = SKPI__VECTOR_AT(b->c[last] + g);
                for (size_t k = last; k-- > 0;) h = h * p + SKPI__VECTOR_AT(b->c[k] + g);
                SKPI__VECTOR_AT(b->h + g) = h;
            } else {
                h = SKPI__VECTOR_AT(b->h + g);
            }
            if (nears) r += (h - r) * part;
            x += r;
            const SKPI__VECTOR shifted = x * SKPI__EXP_PER_LN2 + SKPI__EXP_SHIFT, k = shifted - SKPI__EXP_SHIFT;
            const SKPI__VECTOR y = (x - k * SKPI__EXP_LN2_HIGH) - k * SKPI__EXP_LN2_LOW, y2 = y * y;
            const SKPI__VECTOR even = SKPI__EXP_EVEN(y2), odd = SKPI__EXP_ODD(y, y2);
            const SKPI__VECTOR e =
                (SKPI__VECTOR)((SKPI__WHOLE_VECTOR)(even + odd) + ((SKPI__WHOLE_VECTOR)shifted << 52));
            p = e / ((even - odd) + e);
            SKPI__VECTOR_AT(before + N + g) = p;
            SKPI__VECTOR_AT(rate + keep + g) = r;
            SKPI__VECTOR_AT(b->logit + g) = x;
        }
    }
}

#if SKPI__LANES >= 4 && (defined(__clang__) || __GNUC__ >= 12)
typedef double SKPI__VARIANT(four) __attribute__((vector_size(32), aligned(8), may_alias));

/* Transposes tiles of four places by four years: first pairs, then halves of vectors are exchanged. */
SKPI__TARGET static void SKPI__VARIANT(turn)(const double (*row)[N], size_t steps, size_t first, size_t n,
                                             double *const *to)
{
    typedef SKPI__VARIANT(four) four;
    const size_t whole = steps & ~(size_t)3;
    size_t l = first;
    for (; l + 4 <= first + n; l += 4) {
        for (size_t s = 0; s < whole; s += 4) {
            const four a = *(const four *)(const void *)&row[s][l], b = *(const four *)(const void *)&row[s + 1][l];
            const four c = *(const four *)(const void *)&row[s + 2][l], d = *(const four *)(const void *)&row[s + 3][l];
            const four ab0 = __builtin_shufflevector(a, b, 0, 4, 2, 6), ab1 = __builtin_shufflevector(a, b, 1, 5, 3, 7);
            const four cd0 = __builtin_shufflevector(c, d, 0, 4, 2, 6), cd1 = __builtin_shufflevector(c, d, 1, 5, 3, 7);
            *(four *)(void *)(to[l] + s) = __builtin_shufflevector(ab0, cd0, 0, 1, 4, 5);
            *(four *)(void *)(to[l + 1] + s) = __builtin_shufflevector(ab1, cd1, 0, 1, 4, 5);
            *(four *)(void *)(to[l + 2] + s) = __builtin_shufflevector(ab0, cd0, 2, 3, 6, 7);
            *(four *)(void *)(to[l + 3] + s) = __builtin_shufflevector(ab1, cd1, 2, 3, 6, 7);
        }
        for (size_t s = whole; s < steps; s++)
            for (size_t i = l; i < l + 4; i++) to[i][s] = row[s][i];
    }
    if (l < first + n) turn_places(row, steps, l, first + n - l, to);
}
#else
SKPI__TARGET static void SKPI__VARIANT(turn)(const double (*row)[N], size_t steps, size_t first, size_t n,
                                             double *const *to)
{
    turn_places(row, steps, first, n, to);
}
#endif

static const skpi__urban_kernel SKPI__VARIANT(kernel) = {SKPI__VARIANT(walk), SKPI__VARIANT(turn)};
