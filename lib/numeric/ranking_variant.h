/* Ranks of many scores for one machine: a template of ranking.c (core/variants.h). */

SKPI__TARGET SKPI__INLINE SKPI__VECTOR SKPI__VARIANT(chosen)(SKPI__WHOLE_VECTOR first, SKPI__VECTOR a, SKPI__VECTOR b)
{
    return (SKPI__VECTOR)((first & (SKPI__WHOLE_VECTOR)a) | (~first & (SKPI__WHOLE_VECTOR)b));
}

SKPI__TARGET static int SKPI__VARIANT(range)(size_t n, const double *score, double *low, double *high)
{
    SKPI__VECTOR least = (SKPI__VECTOR){0} + score[0], most = least;
    SKPI__WHOLE_VECTOR missing = {0};
    size_t i = 0;
    int found = 0;
    for (; i + SKPI__LANES <= n; i += SKPI__LANES) {
        const SKPI__VECTOR x = SKPI__VECTOR_AT(score + i);
        least = SKPI__VARIANT(chosen)(x < least, x, least);
        most = SKPI__VARIANT(chosen)(x > most, x, most);
        missing |= x != x;
    }
    double l = score[0], h = score[0];
    for (; i < n; i++) {
        l = score[i] < l ? score[i] : l;
        h = score[i] > h ? score[i] : h;
        found |= score[i] != score[i];
    }
    for (size_t v = 0; v < SKPI__LANES; v++) {
        l = least[v] < l ? least[v] : l;
        h = most[v] > h ? most[v] : h;
        found |= missing[v] != 0;
    }
    *low = l;
    *high = h;
    return found;
}

/* Adding 2^52 leaves the nearest whole number in the lowest bits. */
SKPI__TARGET static int SKPI__VARIANT(parts)(size_t n, const double *score, double high, double scale, double near,
                                             int64_t *restrict part)
{
    SKPI__WHOLE_VECTOR apart = {0};
    size_t i = 0;
    int64_t found = 0;
    for (; i + SKPI__LANES <= n; i += SKPI__LANES) {
        const SKPI__VECTOR x = (high - SKPI__VECTOR_AT(score + i)) * scale;
        const SKPI__WHOLE_VECTOR own = (SKPI__WHOLE_VECTOR)(x + 0x1p52);
        apart |= own ^ (SKPI__WHOLE_VECTOR)(x + near + 0x1p52);
        *(SKPI__WHOLE_VECTOR *)(void *)(part + i) = own & UINT32_MAX;
    }
    for (; i < n; i++) {
        const double x = (high - score[i]) * scale, own = x + 0x1p52, next = x + near + 0x1p52;
        int64_t bits;
        memcpy(&bits, &own, sizeof bits);
        part[i] = bits & UINT32_MAX;
        found |= own != next;
    }
    for (size_t l = 0; l < SKPI__LANES; l++) found |= apart[l];
    return found != 0;
}

SKPI__TARGET static void SKPI__VARIANT(above)(size_t n, size_t reach, const double *sorted, double by,
                                              int64_t *restrict above)
{
    for (size_t i = 0; i < n; i += SKPI__LANES) {
        const SKPI__VECTOR own = SKPI__VECTOR_AT(sorted + i) + by;
        SKPI__WHOLE_VECTOR found = {0};
        for (size_t d = 1; d <= reach; d++) { /* true is -1 */
            found -= SKPI__VECTOR_AT(sorted + i + d) > own;
            found += SKPI__VECTOR_AT(sorted + i - d) <= own;
        }
        *(SKPI__WHOLE_VECTOR *)(void *)(above + i) = found;
    }
}

static const ranking_kernel SKPI__VARIANT(kernel) = {SKPI__VARIANT(range), SKPI__VARIANT(parts), SKPI__VARIANT(above)};
