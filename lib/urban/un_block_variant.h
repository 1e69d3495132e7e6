/* The United Nations' recursion in blocks for one machine: a template of un_block.c (core/variants.h).
 *
 * Groups of four vectors of places take turns: one step of a place needs the result of the step before, and while the
 * processor divides for one group, the group before moves on.  The state is in memory, because no registers hold that of
 * so many places.
 */
#define GROUP (4 * SKPI__LANES)

/* r and the logit, in a year, of a group from place l on. */
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(move)(skpi__urban_block *b, size_t l, block_year year, double *urgd)
{
    for (const size_t end = l + GROUP; l < end; l += SKPI__LANES) {
        SKPI__VECTOR h = SKPI__VECTOR_AT(b->h + l), r = SKPI__VECTOR_AT(b->r + l);
        if (year.bends) {
            h = SKPI__VECTOR_AT(b->c[year.last] + l);
            for (size_t k = year.last; k-- > 0;) h = h * SKPI__VECTOR_AT(b->p + l) + SKPI__VECTOR_AT(b->c[k] + l);
            SKPI__VECTOR_AT(b->h + l) = h;
        }
        if (year.nears) r = SKPI__URBAN_UN_NEARER(r, h, year.part);
        SKPI__VECTOR_AT(b->r + l) = r;
        SKPI__VECTOR_AT(urgd + l) = r;
        SKPI__VECTOR_AT(b->logit + l) += r;
    }
}

/* The shares that have these logits. */
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(shares)(skpi__urban_block *b, size_t l, double *share)
{
    for (const size_t end = l + GROUP; l < end; l += SKPI__LANES) {
        const SKPI__VECTOR x = SKPI__VECTOR_AT(b->logit + l);
        const SKPI__VECTOR shifted = x * SKPI__EXP_PER_LN2 + SKPI__EXP_SHIFT, k = shifted - SKPI__EXP_SHIFT;
        const SKPI__VECTOR y = (x - k * SKPI__EXP_LN2_HIGH) - k * SKPI__EXP_LN2_LOW, y2 = y * y;
        const SKPI__VECTOR even = SKPI__EXP_EVEN(y2), odd = SKPI__EXP_ODD(y, y2);
        const SKPI__VECTOR e = (SKPI__VECTOR)((SKPI__WHOLE_VECTOR)(even + odd) + ((SKPI__WHOLE_VECTOR)shifted << 52));
        const SKPI__VECTOR p = e / ((even - odd) + e);
        SKPI__VECTOR_AT(share + l) = p;
        SKPI__VECTOR_AT(b->p + l) = p;
    }
}

/* The steps from .. to - 1 of the first n places, at least two groups. */
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(years)(skpi__urban_block *b, size_t n, const block_steps *steps,
                                                    block_year year, size_t from, size_t to)
{
    if (from == to) return;
    const size_t keep = b->urgd_kept ? N : 0;
    double *share = b->share[from], *urgd = b->urgd[keep ? from : 0];
    year.part = skpi__urban_un_part(b->year + (int32_t)from + 1);
    for (size_t l = 0; l + GROUP < n; l += GROUP) SKPI__VARIANT(move)(b, l, year, urgd);
    for (size_t s = from; s < to; s++, share += N, urgd += keep) {
        steps_fetch(steps, s);
        SKPI__VARIANT(shares)(b, 0, share);
        SKPI__VARIANT(move)(b, n - GROUP, year, urgd);
        year.part = skpi__urban_un_part(b->year + (int32_t)s + 2);
        for (size_t l = GROUP; l < n; l += GROUP) {
            SKPI__VARIANT(shares)(b, l, share);
            if (s + 1 < to) SKPI__VARIANT(move)(b, l - GROUP, year, urgd + keep);
        }
    }
}

SKPI__TARGET static void SKPI__VARIANT(walk)(skpi__urban_block *b, size_t n_steps, const size_t *at,
                                             const double *share, const double *urgd)
{
    const block_steps steps = steps_begin(b, n_steps, at, share, urgd);
    const size_t last = b->n_terms - 1, n = (b->n + 2 * GROUP - 1) / (2 * GROUP) * (2 * GROUP);
    if (!b->year) block_start(b);
    if (last == 1) /* a copy for the usual norm, without a loop over coefficients */
        SKPI__VARIANT(years)(b, n, &steps, (block_year){.last = 1, .bends = 1, .nears = 1}, 0, steps.bent);
    else
        SKPI__VARIANT(years)(b, n, &steps, (block_year){.last = last, .bends = 1, .nears = 1}, 0, steps.bent);
    SKPI__VARIANT(years)(b, n, &steps, (block_year){.nears = 1}, steps.bent, steps.near);
    SKPI__VARIANT(years)(b, n, &steps, (block_year){.last = 0}, steps.near, steps.n);
    b->year += (int32_t)n_steps;
}
#undef GROUP

#if defined(__clang__) || __GNUC__ >= 12
#if SKPI__LANES == 8
/* Transposes a tile of eight places by eight years: first pairs of values are exchanged, then pairs of pairs, then
 * halves of vectors. */
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(pair)(const double (*row)[N], size_t l, SKPI__VECTOR *ab)
{
    const SKPI__VECTOR a = SKPI__VECTOR_AT(&row[0][l]), b = SKPI__VECTOR_AT(&row[1][l]);
    ab[0] = __builtin_shufflevector(a, b, 0, 8, 2, 10, 4, 12, 6, 14);
    ab[1] = __builtin_shufflevector(a, b, 1, 9, 3, 11, 5, 13, 7, 15);
}

SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(quad)(const double (*row)[N], size_t l, SKPI__VECTOR *abcd)
{
    SKPI__VECTOR ab[2], cd[2];
    SKPI__VARIANT(pair)(row, l, ab);
    SKPI__VARIANT(pair)(row + 2, l, cd);
    abcd[0] = __builtin_shufflevector(ab[0], cd[0], 0, 1, 8, 9, 4, 5, 12, 13);
    abcd[1] = __builtin_shufflevector(ab[1], cd[1], 0, 1, 8, 9, 4, 5, 12, 13);
    abcd[2] = __builtin_shufflevector(ab[0], cd[0], 2, 3, 10, 11, 6, 7, 14, 15);
    abcd[3] = __builtin_shufflevector(ab[1], cd[1], 2, 3, 10, 11, 6, 7, 14, 15);
}

SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(turn_tile)(const double (*row)[N], size_t l, const size_t *at, double *out)
{
    SKPI__VECTOR a[4], b[4];
    SKPI__VARIANT(quad)(row, l, a);
    SKPI__VARIANT(quad)(row + 4, l, b);
    SKPI__VECTOR_AT(out + at[l]) = __builtin_shufflevector(a[0], b[0], 0, 1, 2, 3, 8, 9, 10, 11);
    SKPI__VECTOR_AT(out + at[l + 1]) = __builtin_shufflevector(a[1], b[1], 0, 1, 2, 3, 8, 9, 10, 11);
    SKPI__VECTOR_AT(out + at[l + 2]) = __builtin_shufflevector(a[2], b[2], 0, 1, 2, 3, 8, 9, 10, 11);
    SKPI__VECTOR_AT(out + at[l + 3]) = __builtin_shufflevector(a[3], b[3], 0, 1, 2, 3, 8, 9, 10, 11);
    SKPI__VECTOR_AT(out + at[l + 4]) = __builtin_shufflevector(a[0], b[0], 4, 5, 6, 7, 12, 13, 14, 15);
    SKPI__VECTOR_AT(out + at[l + 5]) = __builtin_shufflevector(a[1], b[1], 4, 5, 6, 7, 12, 13, 14, 15);
    SKPI__VECTOR_AT(out + at[l + 6]) = __builtin_shufflevector(a[2], b[2], 4, 5, 6, 7, 12, 13, 14, 15);
    SKPI__VECTOR_AT(out + at[l + 7]) = __builtin_shufflevector(a[3], b[3], 4, 5, 6, 7, 12, 13, 14, 15);
}
#elif SKPI__LANES == 4
/* Tiles of four by four: pairs, then halves. */
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(turn_tile)(const double (*row)[N], size_t l, const size_t *at, double *out)
{
    const SKPI__VECTOR a = SKPI__VECTOR_AT(&row[0][l]), b = SKPI__VECTOR_AT(&row[1][l]);
    const SKPI__VECTOR c = SKPI__VECTOR_AT(&row[2][l]), d = SKPI__VECTOR_AT(&row[3][l]);
    const SKPI__VECTOR ab0 = __builtin_shufflevector(a, b, 0, 4, 2, 6), ab1 = __builtin_shufflevector(a, b, 1, 5, 3, 7);
    const SKPI__VECTOR cd0 = __builtin_shufflevector(c, d, 0, 4, 2, 6), cd1 = __builtin_shufflevector(c, d, 1, 5, 3, 7);
    SKPI__VECTOR_AT(out + at[l]) = __builtin_shufflevector(ab0, cd0, 0, 1, 4, 5);
    SKPI__VECTOR_AT(out + at[l + 1]) = __builtin_shufflevector(ab1, cd1, 0, 1, 4, 5);
    SKPI__VECTOR_AT(out + at[l + 2]) = __builtin_shufflevector(ab0, cd0, 2, 3, 6, 7);
    SKPI__VECTOR_AT(out + at[l + 3]) = __builtin_shufflevector(ab1, cd1, 2, 3, 6, 7);
}
#else
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(turn_tile)(const double (*row)[N], size_t l, const size_t *at, double *out)
{
    const SKPI__VECTOR a = SKPI__VECTOR_AT(&row[0][l]), b = SKPI__VECTOR_AT(&row[1][l]);
    SKPI__VECTOR_AT(out + at[l]) = __builtin_shufflevector(a, b, 0, 2);
    SKPI__VECTOR_AT(out + at[l + 1]) = __builtin_shufflevector(a, b, 1, 3);
}
#endif

SKPI__TARGET static void SKPI__VARIANT(turn)(const double (*row)[N], size_t steps, size_t first, size_t n,
                                             const size_t *at, double *out)
{
    const size_t whole = steps - steps % SKPI__LANES;
    size_t l = first;
    for (; l + SKPI__LANES <= first + n; l += SKPI__LANES) {
        for (size_t s = 0; s < whole; s += SKPI__LANES) SKPI__VARIANT(turn_tile)(row + s, l, at, out + s);
        for (size_t s = whole; s < steps; s++)
            for (size_t i = l; i < l + SKPI__LANES; i++) out[at[i] + s] = row[s][i];
    }
    if (l < first + n) turn_places(row, steps, l, first + n - l, at, out);
}
#else
SKPI__TARGET static void SKPI__VARIANT(turn)(const double (*row)[N], size_t steps, size_t first, size_t n,
                                             const size_t *at, double *out)
{
    turn_places(row, steps, first, n, at, out);
}
#endif

static const skpi__urban_kernel SKPI__VARIANT(kernel) = {SKPI__VARIANT(walk), SKPI__VARIANT(turn)};
