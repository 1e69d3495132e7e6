/* The United Nations' recursion in blocks for one machine: a template of un_block.c (core/variants.h).
 *
 * Eight vectors of places go through the years together: one step needs the result of the step before, and the others
 * fill the time until it is there.  They are written out, because compilers keep an array of vectors in registers only
 * if no loop runs over it.
 */

/* The state of as many places as a vector has elements. */
typedef struct SKPI__VARIANT(state) {
    SKPI__VECTOR p, r, logit, h;
} SKPI__VARIANT(state);

SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(take)(SKPI__VARIANT(state) * u, const skpi__urban_block *b, size_t l)
{
    u->p = SKPI__VECTOR_AT(b->p + l);
    u->r = SKPI__VECTOR_AT(b->r + l);
    u->logit = SKPI__VECTOR_AT(b->logit + l);
    u->h = SKPI__VECTOR_AT(b->h + l);
}

SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(put)(const SKPI__VARIANT(state) * u, skpi__urban_block *b, size_t l)
{
    SKPI__VECTOR_AT(b->p + l) = u->p;
    SKPI__VECTOR_AT(b->r + l) = u->r;
    SKPI__VECTOR_AT(b->logit + l) = u->logit;
    SKPI__VECTOR_AT(b->h + l) = u->h;
}

/* One year of the places from l on, written to their places in the rows. */
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(step)(SKPI__VARIANT(state) * u, const skpi__urban_block *b, size_t l,
                                                   block_year year, double *share, double *urgd)
{
    if (year.bends) {
        u->h = SKPI__VECTOR_AT(b->c[year.last] + l);
        for (size_t k = year.last; k-- > 0;) u->h = u->h * u->p + SKPI__VECTOR_AT(b->c[k] + l);
    }
    if (year.nears) u->r = SKPI__URBAN_UN_NEARER(u->r, u->h, year.part);
    const SKPI__VECTOR x = u->logit + u->r;
    const SKPI__VECTOR shifted = x * SKPI__EXP_PER_LN2 + SKPI__EXP_SHIFT, k = shifted - SKPI__EXP_SHIFT;
    const SKPI__VECTOR y = (x - k * SKPI__EXP_LN2_HIGH) - k * SKPI__EXP_LN2_LOW, y2 = y * y;
    const SKPI__VECTOR even = SKPI__EXP_EVEN(y2), odd = SKPI__EXP_ODD(y, y2);
    const SKPI__VECTOR e = (SKPI__VECTOR)((SKPI__WHOLE_VECTOR)(even + odd) + ((SKPI__WHOLE_VECTOR)shifted << 52));
    u->logit = x;
    u->p = e / ((even - odd) + e);
    SKPI__VECTOR_AT(share + l) = u->p;
    SKPI__VECTOR_AT(urgd + l) = u->r;
}

/* The steps from .. to - 1 of eight vectors. */
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(years)(SKPI__VARIANT(state) * u, skpi__urban_block *b, size_t l,
                                                    const block_steps *steps, block_year year, size_t from, size_t to)
{
    const size_t keep = b->urgd_kept ? N : 0;
    double *share = b->share[from], *urgd = b->urgd[keep ? from : 0];
    for (size_t s = from; s < to; s++, share += N, urgd += keep) {
        if (year.nears) year.part = skpi__urban_un_part(b->year + (int32_t)s + 1);
        steps_fetch(steps, l, s);
        SKPI__VARIANT(step)(u, b, l, year, share, urgd);
        SKPI__VARIANT(step)(u + 1, b, l + SKPI__LANES, year, share, urgd);
        SKPI__VARIANT(step)(u + 2, b, l + 2 * SKPI__LANES, year, share, urgd);
        SKPI__VARIANT(step)(u + 3, b, l + 3 * SKPI__LANES, year, share, urgd);
        SKPI__VARIANT(step)(u + 4, b, l + 4 * SKPI__LANES, year, share, urgd);
        SKPI__VARIANT(step)(u + 5, b, l + 5 * SKPI__LANES, year, share, urgd);
        SKPI__VARIANT(step)(u + 6, b, l + 6 * SKPI__LANES, year, share, urgd);
        SKPI__VARIANT(step)(u + 7, b, l + 7 * SKPI__LANES, year, share, urgd);
    }
}

/* All steps of eight vectors, in registers. */
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(group)(skpi__urban_block *b, size_t l, const block_steps *steps,
                                                    size_t last)
{
    SKPI__VARIANT(state) u[8];
    SKPI__VARIANT(take)(u, b, l);
    SKPI__VARIANT(take)(u + 1, b, l + SKPI__LANES);
    SKPI__VARIANT(take)(u + 2, b, l + 2 * SKPI__LANES);
    SKPI__VARIANT(take)(u + 3, b, l + 3 * SKPI__LANES);
    SKPI__VARIANT(take)(u + 4, b, l + 4 * SKPI__LANES);
    SKPI__VARIANT(take)(u + 5, b, l + 5 * SKPI__LANES);
    SKPI__VARIANT(take)(u + 6, b, l + 6 * SKPI__LANES);
    SKPI__VARIANT(take)(u + 7, b, l + 7 * SKPI__LANES);
    SKPI__VARIANT(years)(u, b, l, steps, (block_year){.last = last, .bends = 1, .nears = 1}, 0, steps->bent);
    SKPI__VARIANT(years)(u, b, l, steps, (block_year){.last = last, .nears = 1}, steps->bent, steps->near);
    SKPI__VARIANT(years)(u, b, l, steps, (block_year){.last = last}, steps->near, steps->n);
    SKPI__VARIANT(put)(u, b, l);
    SKPI__VARIANT(put)(u + 1, b, l + SKPI__LANES);
    SKPI__VARIANT(put)(u + 2, b, l + 2 * SKPI__LANES);
    SKPI__VARIANT(put)(u + 3, b, l + 3 * SKPI__LANES);
    SKPI__VARIANT(put)(u + 4, b, l + 4 * SKPI__LANES);
    SKPI__VARIANT(put)(u + 5, b, l + 5 * SKPI__LANES);
    SKPI__VARIANT(put)(u + 6, b, l + 6 * SKPI__LANES);
    SKPI__VARIANT(put)(u + 7, b, l + 7 * SKPI__LANES);
}

SKPI__TARGET static void SKPI__VARIANT(walk)(skpi__urban_block *b, size_t n_steps, double *const *share,
                                             double *const *urgd)
{
    const block_steps steps = steps_begin(b, n_steps, 8 * SKPI__LANES, share, urgd);
    if (!b->year) block_start(b);
    for (size_t l = 0; l < b->n; l += 8 * SKPI__LANES) {
        if (b->n_terms == 2) /* a copy for the usual norm, without a loop over coefficients */
            SKPI__VARIANT(group)(b, l, &steps, 1);
        else
            SKPI__VARIANT(group)(b, l, &steps, b->n_terms - 1);
    }
    b->year += (int32_t)n_steps;
}

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

SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(turn_tile)(const double (*row)[N], size_t l, double *const *to, size_t s)
{
    SKPI__VECTOR a[4], b[4];
    SKPI__VARIANT(quad)(row + s, l, a);
    SKPI__VARIANT(quad)(row + s + 4, l, b);
    SKPI__VECTOR_AT(to[l] + s) = __builtin_shufflevector(a[0], b[0], 0, 1, 2, 3, 8, 9, 10, 11);
    SKPI__VECTOR_AT(to[l + 1] + s) = __builtin_shufflevector(a[1], b[1], 0, 1, 2, 3, 8, 9, 10, 11);
    SKPI__VECTOR_AT(to[l + 2] + s) = __builtin_shufflevector(a[2], b[2], 0, 1, 2, 3, 8, 9, 10, 11);
    SKPI__VECTOR_AT(to[l + 3] + s) = __builtin_shufflevector(a[3], b[3], 0, 1, 2, 3, 8, 9, 10, 11);
    SKPI__VECTOR_AT(to[l + 4] + s) = __builtin_shufflevector(a[0], b[0], 4, 5, 6, 7, 12, 13, 14, 15);
    SKPI__VECTOR_AT(to[l + 5] + s) = __builtin_shufflevector(a[1], b[1], 4, 5, 6, 7, 12, 13, 14, 15);
    SKPI__VECTOR_AT(to[l + 6] + s) = __builtin_shufflevector(a[2], b[2], 4, 5, 6, 7, 12, 13, 14, 15);
    SKPI__VECTOR_AT(to[l + 7] + s) = __builtin_shufflevector(a[3], b[3], 4, 5, 6, 7, 12, 13, 14, 15);
}
#elif SKPI__LANES == 4
/* Tiles of four by four: pairs, then halves. */
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(turn_tile)(const double (*row)[N], size_t l, double *const *to, size_t s)
{
    const SKPI__VECTOR a = SKPI__VECTOR_AT(&row[s][l]), b = SKPI__VECTOR_AT(&row[s + 1][l]);
    const SKPI__VECTOR c = SKPI__VECTOR_AT(&row[s + 2][l]), d = SKPI__VECTOR_AT(&row[s + 3][l]);
    const SKPI__VECTOR ab0 = __builtin_shufflevector(a, b, 0, 4, 2, 6), ab1 = __builtin_shufflevector(a, b, 1, 5, 3, 7);
    const SKPI__VECTOR cd0 = __builtin_shufflevector(c, d, 0, 4, 2, 6), cd1 = __builtin_shufflevector(c, d, 1, 5, 3, 7);
    SKPI__VECTOR_AT(to[l] + s) = __builtin_shufflevector(ab0, cd0, 0, 1, 4, 5);
    SKPI__VECTOR_AT(to[l + 1] + s) = __builtin_shufflevector(ab1, cd1, 0, 1, 4, 5);
    SKPI__VECTOR_AT(to[l + 2] + s) = __builtin_shufflevector(ab0, cd0, 2, 3, 6, 7);
    SKPI__VECTOR_AT(to[l + 3] + s) = __builtin_shufflevector(ab1, cd1, 2, 3, 6, 7);
}
#else
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(turn_tile)(const double (*row)[N], size_t l, double *const *to, size_t s)
{
    const SKPI__VECTOR a = SKPI__VECTOR_AT(&row[s][l]), b = SKPI__VECTOR_AT(&row[s + 1][l]);
    SKPI__VECTOR_AT(to[l] + s) = __builtin_shufflevector(a, b, 0, 2);
    SKPI__VECTOR_AT(to[l + 1] + s) = __builtin_shufflevector(a, b, 1, 3);
}
#endif

SKPI__TARGET static void SKPI__VARIANT(turn)(const double (*row)[N], size_t steps, size_t first, size_t n,
                                             double *const *to)
{
    const size_t whole = steps - steps % SKPI__LANES;
    size_t l = first;
    for (; l + SKPI__LANES <= first + n; l += SKPI__LANES) {
        for (size_t s = 0; s < whole; s += SKPI__LANES) SKPI__VARIANT(turn_tile)(row, l, to, s);
        for (size_t s = whole; s < steps; s++)
            for (size_t i = l; i < l + SKPI__LANES; i++) to[i][s] = row[s][i];
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
