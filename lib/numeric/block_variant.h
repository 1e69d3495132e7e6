/* The kernels over a block for one machine: a template of block.c (core/variants.h).
 *
 * Inner loops are separate and have a fixed number of iterations, because a single body for all of them is slower. */

SKPI__TARGET static void SKPI__VARIANT(clamped)(const double *restrict x, double low, double high, double *restrict y)
{
    for (size_t i = 0; i < N; i++) y[i] = skpi__clamped(x[i], low, high);
}

SKPI__TARGET static void SKPI__VARIANT(logistic_near)(const double *restrict x, double *restrict u)
{
    for (size_t i = 0; i < N; i++) u[i] = skpi__share_of(x[i]);
}

SKPI__TARGET static void SKPI__VARIANT(logistic)(const double *restrict x, double *restrict u)
{
    double y[N];
    SKPI__VARIANT(clamped)(x, -SKPI__LOGISTIC_NEAR, SKPI__LOGISTIC_NEAR, y);
    SKPI__VARIANT(logistic_near)(y, u);
}

SKPI__TARGET static void SKPI__VARIANT(exponential)(const double *restrict x, double *restrict e)
{
    double y[N];
    SKPI__VARIANT(clamped)(x, -SKPI__LOGISTIC_NEAR, SKPI__LOGISTIC_NEAR, y);
    for (size_t i = 0; i < N; i++) e[i] = skpi__power(y[i] * SKPI__LOG2_E);
}

SKPI__TARGET static void SKPI__VARIANT(bin)(const double *restrict x, size_t n, const skpi__bins *restrict bins,
                                            uint16_t *restrict id, uint32_t *restrict count)
{
    const double low = bins->low, high = bins->high, scale = bins->scale, start = bins->start;
    if (bins->octaves)
        for (size_t i = 0; i < N; i++)
            id[i] = (uint16_t)skpi__place_of(skpi__octave_of(x[i] - start), low, high, scale);
    else
        for (size_t i = 0; i < N; i++) id[i] = (uint16_t)skpi__place_of(x[i], low, high, scale);
    for (size_t i = 0; i < n; i++) count[id[i]]++;
}

SKPI__TARGET static uint64_t SKPI__VARIANT(sum_of_shares)(const double *restrict u, size_t n)
{
    uint64_t lane[LANES] = {0}, sum = 0;
    size_t i = 0;
    for (; i + LANES <= n; i += LANES)
        for (size_t l = 0; l < LANES; l++) lane[l] += skpi__share_bits(u[i + l]);
    for (; i < n; i++) sum += skpi__share_bits(u[i]);
    for (size_t l = 0; l < LANES; l++) sum += lane[l];
    return sum - n * SKPI__SHARE_ZERO;
}

SKPI__TARGET static uint64_t SKPI__VARIANT(share_sum)(const double *restrict x, size_t n, int near)
{
    double u[N];
    if (near)
        SKPI__VARIANT(logistic_near)(x, u);
    else
        SKPI__VARIANT(logistic)(x, u);
    return SKPI__VARIANT(sum_of_shares)(u, n);
}

SKPI__TARGET static void SKPI__VARIANT(gather)(const double *restrict x, const skpi__addition *to)
{
    const double factor = to->factor;
    int64_t *restrict sum = to->sum;
    if (to->first)
        for (size_t i = 0; i < N; i++) sum[i] = skpi__added(0, x[i] * factor);
    else
        for (size_t i = 0; i < N; i++) sum[i] = skpi__added(sum[i], x[i] * factor);
}

SKPI__TARGET static void SKPI__VARIANT(scatter)(const int64_t *restrict sum, double unit, double *restrict x)
{
    for (size_t i = 0; i < N; i++) x[i] = skpi__whole_value(sum[i]) * unit;
}

/* A whole block.  The histogram of a chunk is scalar; it is computed during the divisions of the next chunk. */
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(whole_share)(const double *restrict x, int near, skpi__counted *of,
                                                          share_use use, double *restrict values,
                                                          const skpi__addition *to)
{
    const double low = of->bins.low, high = of->bins.high, scale = of->bins.scale, far = SKPI__LOGISTIC_NEAR;
    const double factor = to ? to->factor : 0;
    int64_t *restrict added = to ? to->sum : NULL;
    uint16_t *restrict id = of->id;
    uint32_t *restrict count = of->count;
    uint64_t lane[LANES] = {0}, sum = 0;
    for (size_t c = 0; c < N; c += LANES) {
        double u[LANES];
        uint64_t place[LANES];
        if (near)
            for (size_t i = 0; i < LANES; i++) u[i] = skpi__share_of(x[c + i]);
        else
            for (size_t i = 0; i < LANES; i++) u[i] = skpi__share_of(skpi__clamped(x[c + i], -far, far));
        for (size_t i = 0; i < LANES; i++) place[i] = skpi__place_of(x[c + i], low, high, scale);
        if (use == WRITTEN)
            for (size_t i = 0; i < LANES; i++) values[c + i] = u[i];
        if (use == ADDED)
            for (size_t i = 0; i < LANES; i++) added[c + i] = skpi__added(added[c + i], u[i] * factor);
        if (use == FIRST_ADDED)
            for (size_t i = 0; i < LANES; i++) added[c + i] = skpi__added(0, u[i] * factor);
        if (c)
            for (size_t i = 0; i < LANES; i++) count[id[c - LANES + i]]++;
        for (size_t i = 0; i < LANES; i++) id[c + i] = (uint16_t)place[i];
        for (size_t i = 0; i < LANES; i++) lane[i] += skpi__share_bits(u[i]);
    }
    for (size_t i = 0; i < LANES; i++) count[id[N - LANES + i]]++;
    for (size_t i = 0; i < LANES; i++) sum += lane[i];
    of->sum = (int64_t)(sum - N * SKPI__SHARE_ZERO);
}

SKPI__TARGET static void SKPI__VARIANT(share)(const double *restrict x, size_t n, int near, skpi__counted *of,
                                              double *restrict u, const skpi__addition *to)
{
    double v[N];
    if (n == N && to && to->first) {
        near ? SKPI__VARIANT(whole_share)(x, 1, of, FIRST_ADDED, NULL, to)
             : SKPI__VARIANT(whole_share)(x, 0, of, FIRST_ADDED, NULL, to);
    } else if (n == N && to) {
        near ? SKPI__VARIANT(whole_share)(x, 1, of, ADDED, NULL, to)
             : SKPI__VARIANT(whole_share)(x, 0, of, ADDED, NULL, to);
    } else if (n == N && u) {
        near ? SKPI__VARIANT(whole_share)(x, 1, of, WRITTEN, u, NULL)
             : SKPI__VARIANT(whole_share)(x, 0, of, WRITTEN, u, NULL);
    } else if (n == N) {
        near ? SKPI__VARIANT(whole_share)(x, 1, of, NEITHER, NULL, NULL)
             : SKPI__VARIANT(whole_share)(x, 0, of, NEITHER, NULL, NULL);
    } else {
        u = u ? u : v;
        SKPI__VARIANT(bin)(x, n, &of->bins, of->id, of->count);
        SKPI__VARIANT(logistic)(x, u);
        if (to) SKPI__VARIANT(gather)(u, to);
        of->sum = (int64_t)SKPI__VARIANT(sum_of_shares)(u, n);
    }
}

SKPI__TARGET static int64_t SKPI__VARIANT(sum)(const double *restrict x, size_t n, double scale)
{
    uint64_t lane[LANES] = {0}, sum = 0;
    size_t i = 0;
    for (; i + LANES <= n; i += LANES)
        for (size_t l = 0; l < LANES; l++) lane[l] += skpi__whole_bits(x[i + l] * scale);
    for (; i < n; i++) sum += skpi__whole_bits(x[i] * scale);
    for (size_t l = 0; l < LANES; l++) sum += lane[l];
    return (int64_t)(sum - n * SKPI__WHOLE_ZERO);
}

/* Most bins of a few thousand draws are empty, and come in long runs. */
SKPI__TARGET static void SKPI__VARIANT(collect)(size_t n, const uint32_t *restrict count, int first,
                                                uint64_t *restrict bin)
{
    for (size_t c = 0; c < n; c += LANES) {
        uint32_t any = 0;
        for (size_t i = 0; i < LANES; i++) any |= count[c + i];
        for (size_t i = 0; any && first && i < LANES; i++) bin[c + i] = count[c + i];
        for (size_t i = 0; any && !first && i < LANES; i++) bin[c + i] += count[c + i];
    }
}

SKPI__TARGET SKPI__INLINE int SKPI__VARIANT(whole_emit)(const double *restrict x, int near, int octaves,
                                                        double *restrict e, double *restrict run, skpi__counted *of_e,
                                                        skpi__counted *of_run)
{
    const double low = of_e->bins.low, high = of_e->bins.high, by = of_e->bins.scale, unit = of_e->scale;
    const double run_low = of_run->bins.low, run_high = of_run->bins.high, run_by = of_run->bins.scale;
    const double run_unit = of_run->scale, start = of_run->bins.start, far = SKPI__LOGISTIC_NEAR;
    uint16_t *restrict id = of_e->id, *restrict run_id = of_run->id;
    uint32_t *restrict count = of_e->count, *restrict run_count = of_run->count;
    uint64_t lane[LANES] = {0}, run_lane[LANES] = {0}, wrong[LANES] = {0}, sum = 0, run_sum = 0, any = 0;
    for (size_t c = 0; c < N; c += LANES) {
        double v[LANES];
        uint64_t place[LANES], run_place[LANES];
        if (near)
            for (size_t i = 0; i < LANES; i++) v[i] = skpi__power(x[c + i] * SKPI__LOG2_E);
        else
            for (size_t i = 0; i < LANES; i++) v[i] = skpi__power(skpi__clamped(x[c + i], -far, far) * SKPI__LOG2_E);
        for (size_t i = 0; i < LANES; i++) place[i] = skpi__place_of(x[c + i], low, high, by);
        for (size_t i = 0; i < LANES; i++) e[c + i] = v[i];
        for (size_t i = 0; i < LANES; i++) v[i] = run[c + i] = run[c + i] + v[i];
        if (c)
            for (size_t i = 0; i < LANES; i++) count[id[c - LANES + i]]++;
        for (size_t i = 0; i < LANES; i++)
            run_place[i] = skpi__place_of(octaves ? skpi__octave_of(v[i] - start) : v[i], run_low, run_high, run_by);
        if (c)
            for (size_t i = 0; i < LANES; i++) run_count[run_id[c - LANES + i]]++;
        for (size_t i = 0; i < LANES; i++) id[c + i] = (uint16_t)place[i];
        for (size_t i = 0; i < LANES; i++) run_id[c + i] = (uint16_t)run_place[i];
        for (size_t i = 0; i < LANES; i++) {
            const uint64_t bits = skpi__whole_bits(e[c + i] * unit), run_bits = skpi__whole_bits(v[i] * run_unit);
            lane[i] += bits;
            run_lane[i] += run_bits;
            wrong[i] |= (bits ^ SKPI__WHOLE_ZERO) | (run_bits ^ SKPI__WHOLE_ZERO);
        }
    }
    for (size_t i = 0; i < LANES; i++) count[id[N - LANES + i]]++;
    for (size_t i = 0; i < LANES; i++) run_count[run_id[N - LANES + i]]++;
    for (size_t i = 0; i < LANES; i++) sum += lane[i], run_sum += run_lane[i], any |= wrong[i];
    of_e->sum = (int64_t)(sum - N * SKPI__WHOLE_ZERO);
    of_run->sum = (int64_t)(run_sum - N * SKPI__WHOLE_ZERO);
    return any >> 52 == 0;
}

SKPI__TARGET static int SKPI__VARIANT(emit)(const double *restrict x, int near, double *restrict e,
                                            double *restrict run, skpi__counted *of_e, skpi__counted *of_run)
{
    if (of_run->bins.octaves)
        return near ? SKPI__VARIANT(whole_emit)(x, 1, 1, e, run, of_e, of_run)
                    : SKPI__VARIANT(whole_emit)(x, 0, 1, e, run, of_e, of_run);
    return near ? SKPI__VARIANT(whole_emit)(x, 1, 0, e, run, of_e, of_run)
                : SKPI__VARIANT(whole_emit)(x, 0, 0, e, run, of_e, of_run);
}

SKPI__TARGET static void SKPI__VARIANT(above)(const double *restrict x, size_t n, double threshold, uint64_t mask[8])
{
    for (size_t w = 0; w < N / 64; w++) {
        uint64_t bits = 0;
        for (size_t i = 0; i < 64; i++) bits |= (uint64_t)(x[64 * w + i] >= threshold) << i;
        mask[w] = bits & (n >= 64 * w + 64 ? UINT64_MAX : n > 64 * w ? (UINT64_C(1) << (n - 64 * w)) - 1 : 0);
    }
}

SKPI__TARGET static void SKPI__VARIANT(add)(const double *restrict x, double *restrict sum)
{
    for (size_t i = 0; i < N; i++) sum[i] = sum[i] + x[i];
}

SKPI__TARGET static void SKPI__VARIANT(rise)(const double *restrict x, double *restrict top, uint64_t mask[8])
{
    for (size_t w = 0; w < N / 64; w++) {
        uint64_t bits = 0;
        for (size_t i = 0; i < 64; i++) bits |= (uint64_t)(x[64 * w + i] > top[64 * w + i]) << i;
        mask[w] = bits;
        for (size_t i = 64 * w; i < 64 * w + 64; i++) top[i] = x[i] > top[i] ? x[i] : top[i];
    }
}

SKPI__TARGET static void SKPI__VARIANT(stamp)(const uint64_t mask[8], uint16_t k, uint16_t *restrict year)
{
    for (size_t w = 0; w < N / 64; w++) {
        const uint64_t bits = mask[w];
        if (!bits) continue;
        for (size_t b = 0; b < 4; b++) {
            const uint16_t part = (uint16_t)(bits >> 16 * b);
            uint16_t *restrict at = year + 64 * w + 16 * b;
            for (uint16_t i = 0; i < 16; i++) at[i] = part & (uint16_t)(1u << i) ? k : at[i];
        }
    }
}

SKPI__TARGET static void SKPI__VARIANT(range)(const double *restrict x, size_t n, double *restrict low,
                                              double *restrict high)
{
    double least[LANES], most[LANES];
    size_t i = 0;
    for (size_t l = 0; l < LANES; l++) least[l] = most[l] = x[0];
    for (; i + LANES <= n; i += LANES)
        for (size_t l = 0; l < LANES; l++) {
            least[l] = x[i + l] < least[l] ? x[i + l] : least[l];
            most[l] = x[i + l] > most[l] ? x[i + l] : most[l];
        }
    for (size_t l = 0; i + l < n; l++) {
        least[l] = x[i + l] < least[l] ? x[i + l] : least[l];
        most[l] = x[i + l] > most[l] ? x[i + l] : most[l];
    }
    for (size_t l = 1; l < LANES; l++) {
        least[0] = least[l] < least[0] ? least[l] : least[0];
        most[0] = most[l] > most[0] ? most[l] : most[0];
    }
    *low = least[0];
    *high = most[0];
}

SKPI__TARGET static void SKPI__VARIANT(flag)(size_t n, const uint16_t *restrict id, size_t k,
                                             const uint16_t *restrict target, uint8_t *restrict flag)
{
    for (size_t i = 0; i < n; i += N) {
        uint16_t hit[N] = {0};
        for (size_t j = 0; j < k; j++)
            for (size_t l = 0; l < N; l++) hit[l] |= id[i + l] == target[j];
        for (size_t l = 0; l < N; l++) flag[i + l] = (uint8_t)hit[l];
    }
}

#include "numeric/parts_variant.h"

static const skpi__block_kernel SKPI__VARIANT(kernel) = {
    SKPI__VARIANT(logistic), SKPI__VARIANT(logistic_near), SKPI__VARIANT(exponential),   SKPI__VARIANT(bin),
    SKPI__VARIANT(share),    SKPI__VARIANT(share_sum),     SKPI__VARIANT(sum_of_shares), SKPI__VARIANT(sum),
    SKPI__VARIANT(collect),  SKPI__VARIANT(gather),        SKPI__VARIANT(scatter),       SKPI__VARIANT(emit),
    SKPI__VARIANT(above),    SKPI__VARIANT(add),           SKPI__VARIANT(rise),          SKPI__VARIANT(stamp),
    SKPI__VARIANT(range),    SKPI__VARIANT(flag),          SKPI__VARIANT(parts)};
