/* Changes far from others for one machine: a template of jump_far.c (core/variants.h). */

SKPI__TARGET static size_t SKPI__VARIANT(far)(size_t n, const double *change, size_t from, size_t side, double step)
{
    double least = change[0], most = change[0];
    for (size_t k = 1; k < n; k++) {
        least = change[k] < least ? change[k] : least;
        most = change[k] > most ? change[k] : most;
    }
    for (size_t k = from; k < n; k++) {
        const double low = change[k] - step, high = change[k] + step;
        if (low <= least && high >= most) continue; /* far from none */
        size_t j = k > side ? k - side : 0, below = 0, above = 0;
        const size_t end = n - k > side ? k + side + 1 : n, others = end - j - 1;
        SKPI__WHOLE_VECTOR lower = {0}, higher = {0}; /* a comparison that holds is -1 */
        for (; j + SKPI__LANES <= end; j += SKPI__LANES) {
            const SKPI__VECTOR own = SKPI__VECTOR_AT(change + j);
            lower -= (SKPI__WHOLE_VECTOR)(own < low);
            higher -= (SKPI__WHOLE_VECTOR)(own > high);
        }
        for (size_t l = 0; l < SKPI__LANES; l++) {
            below += (size_t)lower[l];
            above += (size_t)higher[l];
        }
        for (; j < end; j++) {
            below += change[j] < low;
            above += change[j] > high;
        }
        if (2 * below >= others || 2 * above >= others) return k;
    }
    return n;
}

static const jump_far_kernel SKPI__VARIANT(kernel) = {SKPI__VARIANT(far)};
