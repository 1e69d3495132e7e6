/* Rows of distances for one machine: a template of linkage.c (core/variants.h). */

SKPI__TARGET static void SKPI__VARIANT(single)(size_t n, const double *x, const double *y, double *restrict row)
{
    for (size_t k = 0; k < n; k++) row[k] = x[k] < y[k] ? x[k] : y[k];
}

SKPI__TARGET static void SKPI__VARIANT(complete)(size_t n, const double *x, const double *y, double *restrict row)
{
    for (size_t k = 0; k < n; k++) row[k] = x[k] < y[k] ? y[k] : x[k];
}

SKPI__TARGET static void SKPI__VARIANT(average)(size_t n, const double *x, const double *y, double count_a,
                                                double count_b, double *restrict row)
{
    const double a = count_a / (count_a + count_b), b = count_b / (count_a + count_b);
    for (size_t k = 0; k < n; k++) {
        const double least = x[k] < y[k] ? x[k] : y[k], mean = x[k] * a + y[k] * b;
        row[k] = mean > least ? mean : least;
    }
}

SKPI__TARGET static void SKPI__VARIANT(ward)(size_t n, const double *x, const double *y, const double *count,
                                             double count_a, double count_b, double between, double *restrict row)
{
    const double both = count_a + count_b;
    for (size_t k = 0; k < n; k++) {
        const double own = count[k], least = x[k] < y[k] ? x[k] : y[k];
        const double mean = ((count_a + own) * x[k] + (count_b + own) * y[k] - own * between) / (both + own);
        row[k] = mean > least ? mean : least;
    }
}

SKPI__TARGET static void SKPI__VARIANT(scaled)(size_t n, const double *x, double factor, int squares,
                                               double *restrict row)
{
    for (size_t k = 0; k < n; k++) row[k] = x[k] * factor;
    for (size_t k = 0; squares && k < n; k++) row[k] *= row[k];
}

/* least and most keep a number in each element of four vectors. */
SKPI__TARGET SKPI__INLINE SKPI__VECTOR SKPI__VARIANT(lesser)(SKPI__VECTOR a, SKPI__VECTOR b)
{
    const SKPI__WHOLE_VECTOR less = a < b;
    return (SKPI__VECTOR)((less & (SKPI__WHOLE_VECTOR)a) | (~less & (SKPI__WHOLE_VECTOR)b));
}

SKPI__TARGET static double SKPI__VARIANT(most)(size_t n, const double *x)
{
    SKPI__VECTOR v[4] = {{0}};
    double most = 0;
    size_t k = 0;
    for (; k + 4 * SKPI__LANES <= n; k += 4 * SKPI__LANES)
        for (size_t i = 0; i < 4; i++) v[i] = SKPI__VARIANT(lesser)(v[i], -SKPI__VECTOR_AT(x + k + i * SKPI__LANES));
    for (; k < n; k++) most = x[k] > most ? x[k] : most;
    for (size_t i = 0; i < 4; i++)
        for (size_t l = 0; l < SKPI__LANES; l++) most = -v[i][l] > most ? -v[i][l] : most;
    return most;
}

SKPI__TARGET static size_t SKPI__VARIANT(least)(size_t n, const double *x, const double *out)
{
    const SKPI__VECTOR far = (double)INFINITY - (SKPI__VECTOR){0};
    SKPI__VECTOR v[4] = {far, far, far, far};
    SKPI__WHOLE_VECTOR first[4] = {{0}}, now = {0}; /* the step of each, and that of now */
    double least = (double)INFINITY;
    size_t k = 0, best = n;
    for (; k + 4 * SKPI__LANES <= n; k += 4 * SKPI__LANES, now += 1)
        for (size_t i = 0; i < 4; i++) {
            const size_t at = k + i * SKPI__LANES;
            const SKPI__VECTOR own = SKPI__VECTOR_AT(x + at) + SKPI__VECTOR_AT(out + at);
            const SKPI__WHOLE_VECTOR less = own < v[i];
            v[i] = (SKPI__VECTOR)((less & (SKPI__WHOLE_VECTOR)own) | (~less & (SKPI__WHOLE_VECTOR)v[i]));
            first[i] = (less & now) | (~less & first[i]);
        }
    const SKPI__VECTOR all =
        SKPI__VARIANT(lesser)(SKPI__VARIANT(lesser)(v[0], v[1]), SKPI__VARIANT(lesser)(v[2], v[3]));
    for (size_t l = 0; l < SKPI__LANES; l++) least = all[l] < least ? all[l] : least;
    for (size_t i = 0; i < 4 && least < (double)INFINITY; i++)
        for (size_t l = 0; l < SKPI__LANES; l++) {
            const size_t at = ((size_t)first[i][l] * 4 + i) * SKPI__LANES + l;
            if (v[i][l] == least && at < best) best = at;
        }
    for (; k < n; k++)
        if (x[k] + out[k] < least) {
            least = x[k] + out[k];
            best = k;
        }
    return best;
}

/* Vectors are only asked whether there is one among four. */
SKPI__TARGET static size_t SKPI__VARIANT(first)(size_t n, const double *x, const double *out, double most)
{
    size_t k = 0;
    for (; k + 4 * SKPI__LANES <= n; k += 4 * SKPI__LANES) {
        SKPI__WHOLE_VECTOR found = {0};
        int64_t any = 0;
        for (size_t i = 0; i < 4; i++) {
            const size_t at = k + i * SKPI__LANES;
            found |= SKPI__VECTOR_AT(x + at) + SKPI__VECTOR_AT(out + at) <= most;
        }
        for (size_t l = 0; l < SKPI__LANES; l++) any |= found[l];
        if (any) break;
    }
    while (k < n && !(x[k] + out[k] <= most)) k++;
    return k;
}

static const skpi__linkage_kernel SKPI__VARIANT(kernel) = {
    SKPI__VARIANT(single), SKPI__VARIANT(complete), SKPI__VARIANT(average), SKPI__VARIANT(ward),
    SKPI__VARIANT(scaled), SKPI__VARIANT(most),     SKPI__VARIANT(least),   SKPI__VARIANT(first)};
