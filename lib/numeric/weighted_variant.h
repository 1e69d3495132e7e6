/* Weighted sums and counts for one machine: a template of weighted.c (core/variants.h). */

SKPI__TARGET static void SKPI__VARIANT(sum)(size_t n, size_t k, const double *const *x, const double *w,
                                            double *restrict sum)
{
    size_t i = 0;
    for (; i + 4 * SKPI__LANES <= n; i += 4 * SKPI__LANES) {
        SKPI__VECTOR a = w[0] * SKPI__VECTOR_AT(x[0] + i), b = w[0] * SKPI__VECTOR_AT(x[0] + i + SKPI__LANES);
        SKPI__VECTOR c = w[0] * SKPI__VECTOR_AT(x[0] + i + 2 * SKPI__LANES);
        SKPI__VECTOR d = w[0] * SKPI__VECTOR_AT(x[0] + i + 3 * SKPI__LANES);
        for (size_t t = 1; t < k; t++) {
            const double *own = x[t] + i;
            a += w[t] * SKPI__VECTOR_AT(own);
            b += w[t] * SKPI__VECTOR_AT(own + SKPI__LANES);
            c += w[t] * SKPI__VECTOR_AT(own + 2 * SKPI__LANES);
            d += w[t] * SKPI__VECTOR_AT(own + 3 * SKPI__LANES);
        }
        SKPI__VECTOR_AT(sum + i) = a;
        SKPI__VECTOR_AT(sum + i + SKPI__LANES) = b;
        SKPI__VECTOR_AT(sum + i + 2 * SKPI__LANES) = c;
        SKPI__VECTOR_AT(sum + i + 3 * SKPI__LANES) = d;
    }
    for (; i < n; i++) {
        double a = w[0] * x[0][i];
        for (size_t t = 1; t < k; t++) a += w[t] * x[t][i];
        sum[i] = a;
    }
}

/* The last vector may overlap the one before; its lanes that count are those that no other has. */
SKPI__TARGET static void SKPI__VARIANT(above)(size_t n, const double *score, double by, int32_t *restrict above)
{
    const size_t rest = n % SKPI__LANES, whole = n < SKPI__LANES ? 0 : n - rest;
    SKPI__WHOLE_VECTOR counts = {0};
    for (size_t l = SKPI__LANES - rest; l < SKPI__LANES; l++) counts[l] = -1;
    for (size_t i = 0; i < n; i++) {
        const double own = score[i] + by;
        const SKPI__VECTOR all = (SKPI__VECTOR){0} + own;
        SKPI__WHOLE_VECTOR found = {0};
        int64_t sum = 0;
        for (size_t j = 0; j < whole; j += SKPI__LANES) found -= SKPI__VECTOR_AT(score + j) > all; /* true is -1 */
        if (whole) found -= (SKPI__VECTOR_AT(score + n - SKPI__LANES) > all) & counts;
        for (size_t l = 0; l < SKPI__LANES; l++) sum += found[l];
        for (size_t j = 0; j < rest && !whole; j++) sum += score[j] > own;
        above[i] = (int32_t)sum;
    }
}

SKPI__TARGET SKPI__INLINE SKPI__VECTOR SKPI__VARIANT(larger)(SKPI__VECTOR x, SKPI__VECTOR most)
{
    const SKPI__VECTOR size = (SKPI__VECTOR)((SKPI__WHOLE_VECTOR)x & INT64_MAX);
    const SKPI__WHOLE_VECTOR up = size > most; /* of NaN never */
    return (SKPI__VECTOR)((up & (SKPI__WHOLE_VECTOR)size) | (~up & (SKPI__WHOLE_VECTOR)most));
}

/* Two maxima are faster than one, which waits for itself; the last vector may overlap the one before. */
SKPI__TARGET static double SKPI__VARIANT(largest)(size_t n, const double *score)
{
    SKPI__VECTOR a = {0}, b = {0};
    double largest = 0;
    for (size_t i = 0; i < n && n < SKPI__LANES; i++) largest = fabs(score[i]) > largest ? fabs(score[i]) : largest;
    if (n < SKPI__LANES) return largest;
    for (size_t i = 0; i + 2 * SKPI__LANES <= n; i += 2 * SKPI__LANES) {
        a = SKPI__VARIANT(larger)(SKPI__VECTOR_AT(score + i), a);
        b = SKPI__VARIANT(larger)(SKPI__VECTOR_AT(score + i + SKPI__LANES), b);
    }
    const size_t rest = n % (2 * SKPI__LANES);
    if (rest > SKPI__LANES) a = SKPI__VARIANT(larger)(SKPI__VECTOR_AT(score + n - rest), a);
    b = SKPI__VARIANT(larger)(SKPI__VECTOR_AT(score + n - SKPI__LANES), b);
    a = SKPI__VARIANT(larger)(a, b);
    for (size_t l = 0; l < SKPI__LANES; l++) largest = a[l] > largest ? a[l] : largest;
    return largest;
}

/* True is -1. */
SKPI__TARGET static void SKPI__VARIANT(beat)(size_t n, double own, const double *score, double by,
                                             uint64_t *restrict beaten)
{
    const SKPI__VECTOR all = (SKPI__VECTOR){0} + own, near = (SKPI__VECTOR){0} + by;
    size_t j = 0;
    for (; j + SKPI__LANES <= n; j += SKPI__LANES) {
        const SKPI__VECTOR apart = all - SKPI__VECTOR_AT(score + j);
        *(SKPI__WHOLE_VECTOR *)(void *)(beaten + j) -= (apart >= -near) + (apart > near);
    }
    for (; j < n; j++) beaten[j] += (uint64_t)(own - score[j] >= -by) + (uint64_t)(own - score[j] > by);
}

SKPI__TARGET static int SKPI__VARIANT(seen)(size_t n, const double *x, double near, double far)
{
    const SKPI__VECTOR least = (SKPI__VECTOR){0} + near, most = (SKPI__VECTOR){0} + far;
    SKPI__WHOLE_VECTOR missing = {0}, low = {0}, close = {0}, beyond = {0};
    size_t i = 0;
    int seen = 0;
    for (; i + SKPI__LANES <= n; i += SKPI__LANES) {
        const SKPI__VECTOR v = SKPI__VECTOR_AT(x + i);
        const SKPI__VECTOR size = (SKPI__VECTOR)((SKPI__WHOLE_VECTOR)v & INT64_MAX);
        missing |= v != v;
        low |= v <= 0;
        close |= size < least;
        beyond |= size > most;
    }
    const SKPI__WHOLE_VECTOR bits =
        (missing & SKPI__SEEN_MISSING) | (low & SKPI__SEEN_LOW) | (close & SKPI__SEEN_NEAR) | (beyond & SKPI__SEEN_FAR);
    for (size_t l = 0; l < SKPI__LANES; l++) seen |= (int)bits[l];
    for (; i < n; i++)
        seen |= (x[i] != x[i] ? SKPI__SEEN_MISSING : 0) | (x[i] <= 0 ? SKPI__SEEN_LOW : 0) |
                (fabs(x[i]) < near ? SKPI__SEEN_NEAR : 0) | (fabs(x[i]) > far ? SKPI__SEEN_FAR : 0);
    return seen;
}

/* Without branches: the signs of differences cannot be foreseen. */
SKPI__TARGET static int64_t SKPI__VARIANT(distance)(size_t n, const int32_t *a, const int32_t *b, int32_t missing,
                                                    int64_t *common)
{
    int64_t sum = 0, both = 0;
    for (size_t i = 0; i < n; i++) {
        const int there = (a[i] != missing) & (b[i] != missing);
        const int64_t apart = (int64_t)a[i] - b[i];
        sum += there ? (apart < 0 ? -apart : apart) : 0;
        both += there;
    }
    *common = both;
    return sum;
}

static const skpi__weighted_kernel SKPI__VARIANT(kernel) = {SKPI__VARIANT(sum),     SKPI__VARIANT(above),
                                                            SKPI__VARIANT(largest), SKPI__VARIANT(beat),
                                                            SKPI__VARIANT(seen),    SKPI__VARIANT(distance)};
