/* Weighted sums under many sets of weights for one machine: a template of weighted_runs.c (core/variants.h).  The sums of a
 * tile, four runs of some vectors of units, stay in registers. */

SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(tile)(size_t vectors, size_t runs, size_t n, size_t k, size_t i,
                                                   const double *const *x, const double *w, double *sum)
{
    SKPI__VECTOR s[4][4];
    for (size_t r = 0; r < runs; r++)
        for (size_t v = 0; v < vectors; v++) s[r][v] = w[r * k] * SKPI__VECTOR_AT(x[0] + i + v * SKPI__LANES);
    for (size_t t = 1; t < k; t++) {
        const double *own = x[t] + i;
        for (size_t r = 0; r < runs; r++)
            for (size_t v = 0; v < vectors; v++) s[r][v] += w[r * k + t] * SKPI__VECTOR_AT(own + v * SKPI__LANES);
    }
    for (size_t r = 0; r < runs; r++)
        for (size_t v = 0; v < vectors; v++) SKPI__VECTOR_AT(sum + r * n + i + v * SKPI__LANES) = s[r][v];
}

/* Units from i on, in strips of some vectors; returns the first unit that is left. */
SKPI__TARGET SKPI__INLINE size_t SKPI__VARIANT(strips)(size_t vectors, size_t n, size_t k, size_t i,
                                                       const double *const *x, size_t runs, const double *w,
                                                       double *sum)
{
    for (; i + vectors * SKPI__LANES <= n; i += vectors * SKPI__LANES) {
        size_t r = 0;
        for (; r + 4 <= runs; r += 4) SKPI__VARIANT(tile)(vectors, 4, n, k, i, x, w + r * k, sum + r * n);
        for (; r < runs; r++) SKPI__VARIANT(tile)(vectors, 1, n, k, i, x, w + r * k, sum + r * n);
    }
    return i;
}

SKPI__TARGET static void SKPI__VARIANT(sums)(size_t n, size_t k, const double *const *x, size_t runs, const double *w,
                                             double *restrict sum)
{
    size_t i = SKPI__VARIANT(strips)(SKPI__LANES > 4 ? 4 : 2, n, k, 0, x, runs, w, sum); /* as many as registers hold */
    i = SKPI__VARIANT(strips)(1, n, k, i, x, runs, w, sum);
    for (; i < n; i++)
        for (size_t r = 0; r < runs; r++) {
            double s = w[r * k] * x[0][i];
            for (size_t t = 1; t < k; t++) s += w[r * k + t] * x[t][i];
            sum[r * n + i] = s;
        }
}

static const skpi__weighted_runs_kernel SKPI__VARIANT(kernel) = {SKPI__VARIANT(sums)};
