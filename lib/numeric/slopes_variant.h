/* Slopes between all pairs of points for one machine: a template of slopes.c (core/variants.h). */

SKPI__TARGET static skpi__slope_counts SKPI__VARIANT(all)(size_t n, const double *t, const double *y, double tie,
                                                          double *slope)
{
    skpi__slope_counts counts = {0, 0};
    for (size_t i = 0; i < n; i++) {
        const SKPI__VECTOR first = y[i] - (SKPI__VECTOR){0};
        SKPI__WHOLE_VECTOR rise = {0}, fall = {0}; /* a comparison that holds is -1 */
        size_t j = i + 1;
        for (; j + SKPI__LANES <= n; j += SKPI__LANES, slope += SKPI__LANES) {
            const SKPI__VECTOR step = SKPI__VECTOR_AT(y + j) - first;
            const SKPI__WHOLE_VECTOR up = (SKPI__WHOLE_VECTOR)(step > tie), down = (SKPI__WHOLE_VECTOR)(step < -tie);
            const SKPI__VECTOR apart = (SKPI__VECTOR)((SKPI__WHOLE_VECTOR)step & (up | down));
            SKPI__VECTOR_AT(slope) = apart / (SKPI__VECTOR_AT(t + j) - t[i]);
            rise -= up;
            fall -= down;
        }
        int64_t above = 0, below = 0;
        for (; j < n; j++) {
            const double step = y[j] - y[i];
            const int up = step > tie, down = step < -tie;
            *slope++ = (up || down ? step : 0) / (t[j] - t[i]);
            above += up;
            below += down;
        }
        for (size_t k = 0; k < SKPI__LANES; k++) {
            above += rise[k];
            below += fall[k];
        }
        /* y[i] and its equals behind it: those of a group of k are k, k-1 ... 1 */
        const double ties = (double)((int64_t)(n - i) - above - below);
        counts.sign += (double)(above - below);
        counts.tied += (ties - 1) * (ties + 1);
    }
    return counts;
}

static const slopes_kernel SKPI__VARIANT(kernel) = {SKPI__VARIANT(all)};
