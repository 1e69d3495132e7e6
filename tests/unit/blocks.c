/* Kernels over blocks and order statistics: accuracy, exact sums, monotone bins, selection against a full sort, and the
 * same bits of all variants. */
#include "unit/unit.h"
#include <core/dispatch.h>
#include <numeric/block.h>
#include <numeric/order.h>

enum { N = SKPI__BLOCK_VALUES, FIRST = SKPI__PLAIN, LAST = SKPI__X86_64_V4 };

static uint64_t bits(double x)
{
    uint64_t b;
    memcpy(&b, &x, sizeof b);
    return b;
}
/* FNV-1a over whole numbers instead of bytes, so that the hash is the same on every machine. */
static const uint64_t BASIS = 14695981039346656037u;
static uint64_t mix(uint64_t hash, uint64_t value) { return (hash ^ value) * 1099511628211u; }

/* A number from -1 to 1. */
static double next(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (double)(int64_t)(*state & ~UINT64_C(0x7ff)) * 0x1p-63;
}
static void fill(size_t n, double scale, uint64_t seed, double *x)
{
    for (size_t i = 0; i < n; i++) x[i] = scale * next(&seed);
}
static const skpi__block_kernel *best(void) { return skpi__block_kernel_at(SKPI__BEST); }

/* The accuracy that block.h promises, tested against long double.  At both ends the values stay those at 690. */
START_TEST(accuracy)
{
    static const double scale[] = {1e-300, 1e-3, 1, 5, 40, 690, 690, 690}, bound[] = {2e-14, 1.2e-13};
    double x[N], u[N], e[N], worst[2] = {0};
    for (size_t s = 0; s < 8; s++)
        for (int r = 0; r < 10; r++) {
            fill(N, scale[s], s + 10 * (uint64_t)r, x);
            x[0] = scale[s], x[1] = -scale[s], x[2] = 0;
            best()->logistic(x, u);
            best()->exp(x, e);
            for (size_t i = 0; i < N; i++) {
                const long double truth = expl(x[i]), share = 1 / (1 + expl(-(long double)x[i]));
                const double off = (double)fmaxl(fabsl(e[i] / truth - 1), fabsl(u[i] / share - 1));
                worst[s > 4] = fmax(worst[s > 4], off);
            }
        }
    for (size_t k = 0; k < 2; k++) ck_assert_double_lt(worst[k], bound[k]);
    ck_assert_double_gt(worst[0], 1.2e-14); /* a smaller error would mean that something else was measured */
    for (size_t i = 0; i < N; i++) x[i] = i % 2 ? 1e300 : -1e300;
    best()->logistic(x, u);
    best()->exp(x, e);
    ck_assert(u[1] == 1 && u[0] > 0 && u[0] < 1e-299 && e[1] < 1e300 && e[0] > 0);
}
END_TEST

/* The kernel without a clamp gives the same bits for arguments within its range. */
START_TEST(near)
{
    double x[N], u[N], v[N];
    for (uint64_t r = 0; r < 20; r++) {
        fill(N, SKPI__LOGISTIC_NEAR, r, x);
        x[5] = SKPI__LOGISTIC_NEAR, x[6] = -SKPI__LOGISTIC_NEAR;
        best()->logistic(x, u);
        best()->logistic_near(x, v);
        ck_assert_mem_eq(u, v, sizeof u);
    }
}
END_TEST

static const size_t counts[] = {0, 1, 2, 31, 32, 33, 63, 64, 65, 255, 500, 511, 512};
enum { COUNTS = sizeof counts / sizeof *counts };

/* Compared with integers summed one by one; a sum that is split gives the same. */
START_TEST(sums)
{
    double x[N], u[N];
    uint16_t id[N];
    static uint32_t count[SKPI__BINS];
    skpi__counted of = {.bins = skpi__bins_over(-5, 5), .id = id, .count = count};
    for (size_t c = 0; c < 2 * COUNTS; c++) {
        const int near_all = c < COUNTS;
        const size_t n = counts[c % COUNTS];
        uint64_t shares = 0;
        fill(N, near_all ? 30 : 3 * SKPI__LOGISTIC_NEAR, 3, x);
        best()->logistic(x, u);
        int64_t wholes = 0;
        for (size_t i = 0; i < n; i++) {
            shares += (uint64_t)llrint(u[i] * 0x1p36);
            wholes += llrint(x[i] * 0x1p40);
        }
        ck_assert_uint_eq(best()->sum_of_shares(u, n), shares);
        ck_assert_uint_eq(best()->share_sum(x, n, 0), shares);
        if (near_all) ck_assert_uint_eq(best()->share_sum(x, n, 1), shares);
        for (int close = 0; close <= near_all; close++) {
            of.sum = -1;
            best()->share(x, n, close, &of, NULL, NULL);
            ck_assert_int_eq(of.sum, (int64_t)shares);
        }
        if (near_all) ck_assert_int_eq(best()->sum(x, n, 0x1p40), wholes);
    }
    for (size_t i = 0; i < N; i++) u[i] = 1;
    ck_assert_uint_eq(best()->sum_of_shares(u, N), N * (UINT64_C(1) << 36));
}
END_TEST

/* Shares that are added to sums in the pass that computes them are those that are written, and bins and the sum of all
 * are the same.  The first shares do not read the sums. */
static void add_to(size_t n, int close, int first, const double *x)
{
    double u[N], back[N];
    uint16_t id[2][N];
    static uint32_t count[2][SKPI__BINS];
    int64_t sum[2][N];
    const skpi__addition to[2] = {{-0x1p40, first, sum[0]}, {-0x1p40, first, sum[1]}};
    skpi__counted of[2];
    memset(count, 0, sizeof count);
    for (size_t k = 0; k < 2; k++) {
        of[k] = (skpi__counted){.bins = skpi__bins_over(-5, 5), .id = id[k], .count = count[k]};
        for (size_t i = 0; i < N; i++) sum[k][i] = (int64_t)(i * i) << 28;
    }
    best()->share(x, n, close, of, u, NULL);
    best()->share(x, n, close, of + 1, NULL, to + 1);
    best()->gather(u, to);
    best()->scatter(sum[0], -0x1p-40, back);
    for (size_t i = 0; i < N; i++) {
        const int64_t before = first ? 0 : (int64_t)(i * i) << 28, own = sum[0][i] - before;
        ck_assert_int_eq(own, -llrint(u[i] * 0x1p40));
        ck_assert_double_eq(back[i], (double)sum[0][i] * -0x1p-40);
    }
    ck_assert_mem_eq(sum[0], sum[1], sizeof sum[0]);
    ck_assert_mem_eq(id[0], id[1], sizeof id[0]);
    ck_assert_mem_eq(count[0], count[1], sizeof count[0]);
    ck_assert_int_eq(of[0].sum, of[1].sum);
}

START_TEST(added)
{
    double x[N];
    fill(N, 30, 3, x);
    for (size_t c = 0; c < COUNTS; c++)
        for (int way = 0; way < 4; way++) add_to(counts[c], way & 1, way >> 1, x);
    const int64_t end[2] = {INT64_C(1) << 51, -(INT64_C(1) << 51)};
    int64_t sum[N] = {0};
    memcpy(sum, end, sizeof end);
    best()->scatter(sum, .5, x);
    ck_assert_double_eq(x[0], 0x1p50);
    ck_assert_double_eq(x[1], -0x1p50);
    ck_assert_double_eq(x[2], 0);
    ck_assert(!signbit(x[2]));
}
END_TEST

/* Bins are collected one by one, and those of an empty row stay. */
START_TEST(collected)
{
    static uint32_t count[SKPI__BINS];
    static uint64_t bin[SKPI__BINS];
    for (size_t i = 0; i < SKPI__BINS; i++) {
        count[i] = i / 32 % 3 ? 0 : i % 5 ? (uint32_t)i << 21 : 0;
        bin[i] = (uint64_t)i << 40;
    }
    count[40] = 7; /* alone in its row */
    best()->collect(SKPI__BINS - 32, count, 0, bin);
    for (size_t i = 0; i < SKPI__BINS; i++)
        ck_assert_uint_eq(bin[i], ((uint64_t)i << 40) + (i < SKPI__BINS - 32 ? count[i] : 0));
    memset(bin, 0, sizeof bin);
    best()->collect(SKPI__BINS - 32, count, 1, bin);
    for (size_t i = 0; i < SKPI__BINS; i++) ck_assert_uint_eq(bin[i], i < SKPI__BINS - 32 ? count[i] : 0);
}
END_TEST

/* Each id is counted once, in order, and none beyond the last, for ranges of every kind. */
START_TEST(counted)
{
    static const double range[][2] = {{-2.6, 2.6}, {0, 1},      {1e6, 1e6 + 1e-9}, {3, 3},   {-1e308, 1e308},
                                      {0, 5e-324}, {-1, 1e300}, {.25, .2500001},   {-9, -8}, {1e300, 1.1e300}};
    double x[N];
    uint16_t id[N], other[N];
    for (size_t r = 0; r < 10; r++) {
        const double low = range[r][0], high = range[r][1], width = high / 2 - low / 2;
        const skpi__bins bins = skpi__bins_over(low, high);
        fill(N, 1.2, r, x);
        for (size_t i = 0; i < N; i++) x[i] = low / 2 + high / 2 + width * (i % 50 ? x[i] : 50 * x[i]);
        for (size_t i = 0; i < N; i++) x[i] = x[i] > 1.7e308 ? 1.7e308 : x[i] < -1.7e308 ? -1.7e308 : x[i];
        x[0] = low, x[1] = high, x[2] = -1.7e308, x[3] = 1.7e308;
        for (size_t c = 0; c < COUNTS; c++) {
            uint32_t count[SKPI__BINS] = {0}, own[SKPI__BINS] = {0};
            best()->bin(x, counts[c], &bins, id, count);
            for (size_t i = 0; i < counts[c]; i++) own[id[i]]++;
            ck_assert_mem_eq(count, own, sizeof own);
        }
        for (size_t i = 0; i < N; i++) {
            ck_assert_uint_lt(id[i], SKPI__BINS);
            for (size_t j = 0; j < N; j++)
                if (x[i] < x[j] && id[i] > id[j]) ck_abort_msg("bins of %g and %g", x[i], x[j]);
        }
        ck_assert(id[0] == 0 && id[2] == 0 && id[3] == id[1]);
        ck_assert_uint_eq(id[1], bins.scale > 0 ? SKPI__BINS - 1 : 0);
        uint32_t count[SKPI__BINS] = {0}, again[SKPI__BINS] = {0};
        best()->bin(x, N, &bins, id, count);
        skpi__counted of = {.bins = bins, .id = other, .count = again};
        best()->share(x, N, 0, &of, NULL, NULL);
        ck_assert_mem_eq(id, other, sizeof id);
        ck_assert_mem_eq(count, again, sizeof count);
    }
}
END_TEST

START_TEST(flags)
{
    static double x[N];
    static uint16_t id[4 * N], target[20];
    static uint8_t flag[4 * N];
    uint64_t state = 9, mask[8];
    fill(N, 1, 8, x);
    x[17] = .25, x[18] = -0., x[511] = .25;
    for (size_t c = 0; c < COUNTS; c++) {
        const size_t n = counts[c];
        double low, high, least = INFINITY, most = -INFINITY;
        best()->above(x, n, .25, mask);
        for (size_t i = 0; i < N; i++) ck_assert_int_eq((int)(mask[i / 64] >> i % 64 & 1), i < n && x[i] >= .25);
        if (!n) continue;
        best()->range(x, n, &low, &high);
        for (size_t i = 0; i < n; i++) least = fmin(least, x[i]), most = fmax(most, x[i]);
        ck_assert(low == least && high == most);
    }
    for (size_t i = 0; i < 4 * N; i++) id[i] = (uint16_t)(1024 + 1023 * next(&state));
    for (size_t k = 0; k < 20; k++) target[k] = id[37 * k];
    for (size_t k = 0; k <= 20; k++) {
        best()->flag(4 * N, id, k, target, flag);
        for (size_t i = 0; i < 4 * N; i++) {
            int hit = 0;
            for (size_t j = 0; j < k; j++) hit |= id[i] == target[j];
            ck_assert_int_eq(flag[i], hit);
        }
    }
}
END_TEST

static int compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

enum { MOST = 20 * N };

/* Values selected by rank through bins over low .. high are those at these ranks after a full sort. */
static void selected(size_t n, const double *value, double low, double high, size_t n_rank, const uint64_t *rank)
{
    static double x[MOST], sorted[MOST], scratch[MOST], found[MOST];
    static uint16_t id[MOST];
    static uint8_t flag[MOST];
    const skpi__order_room room = {flag, scratch};
    const skpi__bins bins = skpi__bins_over(low, high);
    memcpy(sorted, value, n * sizeof *value);
    qsort(sorted, n, sizeof *sorted, compare);
    for (int32_t v = FIRST; v <= LAST; v++) {
        const skpi__block_kernel *kernel = skpi__block_kernel_at(v);
        uint32_t count[SKPI__BINS] = {0};
        if (!kernel) continue;
        /* fills the room behind the values with others, which must not count */
        for (size_t i = 0; i < MOST; i++) x[i] = i < n ? value[i] : value[i % n];
        for (size_t b = 0; b < n; b += N) kernel->bin(x + b, n - b < N ? n - b : N, &bins, id + b, count);
        skpi__order(kernel, n, x, id, count, n_rank, rank, &room, found);
        for (size_t j = 0; j < n_rank; j++)
            if (bits(found[j]) != bits(sorted[rank[j]]))
                ck_abort_msg("variant %d, n = %zu, rank %llu: %g, not %g", v, n, (unsigned long long)rank[j], found[j],
                             sorted[rank[j]]);
    }
}

START_TEST(order)
{
    static const size_t size[] = {1, 2, 3, 511, 512, 513, 1000, 5120, MOST - 1, MOST};
    static double x[MOST];
    static uint64_t rank[MOST];
    const size_t sizes = unit_few(100) < 100 ? 6 : 10;
    for (size_t s = 0; s < sizes; s++)
        for (int kind = 0; kind < 6; kind++) {
            const size_t n = size[s];
            fill(n, 1, s, x);
            for (size_t i = 0; i < n; i++) switch (kind) {
                case 1: x[i] = floor(20 * x[i]); break; /* ties */
                case 2: x[i] = .125; break;             /* all equal */
                case 3: x[i] = x[i] < .9 ? .5 : x[i]; break;
                case 4: x[i] = x[i] * x[i] * x[i] * 50; break; /* tails outside the bins */
                case 5: x[i] = 1 + x[i] * 1e-15; break;        /* all in one bin */
                default: break;
                }
            const double probs[] = {0, .001, .05, .25, .25, .5, .75, .95, .999, 1};
            size_t k = 0;
            for (size_t j = 0; j < 10; j++) {
                const skpi__rank r = skpi__rank_of(n, probs[j]);
                rank[k++] = r.low;
                if (r.high > rank[k - 1] && (j == 9 || r.high <= skpi__rank_of(n, probs[j + 1]).low))
                    rank[k++] = r.high;
            }
            selected(n, x, -.9, .9, k, rank);
            selected(n, x, .49, .51, k, rank);
            selected(n, x, 0, 0, k, rank);
            /* all ranks: far more than the number of bins that are selected at once */
            for (size_t j = 0; j < n; j++) rank[j] = j;
            selected(n, x, -1, 1, n, rank);
        }
}
END_TEST

/* Type 7: h = (n - 1) p.  These are the four cases of numpy.quantile([1, 2, 4, 8], p) that can be computed by hand. */
START_TEST(ranks)
{
    static const double x[] = {1, 2, 4, 8}, prob[] = {0, .25, .5, 5. / 6, 1}, want[] = {1, 1.75, 3, 6, 8};
    for (size_t i = 0; i < 5; i++) {
        const skpi__rank r = skpi__rank_of(4, prob[i]);
        ck_near(skpi__rank_between(&r, x[r.low], x[r.high]), want[i], 1e-14);
    }
    const skpi__rank one = skpi__rank_of(1, .3), end = skpi__rank_of(UINT64_C(1) << 34, 1);
    ck_assert(one.low == 0 && one.high == 0 && one.part >= 0);
    ck_assert(end.low == (UINT64_C(1) << 34) - 1 && end.high == end.low);
    const skpi__rank almost = {0, 1, .9999};
    ck_assert_double_eq(skpi__rank_between(&almost, 7, 7), 7);
}
END_TEST

/* Every variant gives the same bits, and they are those of the frozen hash. */
START_TEST(frozen)
{
    for (int32_t v = FIRST; v <= LAST; v++) {
        const skpi__block_kernel *kernel = skpi__block_kernel_at(v);
        if (!kernel) continue;
        uint64_t hash = BASIS, mask[8];
        static double x[N], u[N], e[N];
        for (uint64_t r = 0; r < 60; r++) {
            const double scale = ldexp(1, (int)(r % 12) - 2), least = -.7 * scale - .1 * (double)(r % 3);
            const size_t n = r % 5 ? N : N - r;
            const skpi__bins bins = skpi__bins_over(least, .8 * scale);
            uint16_t id[N];
            uint32_t count[SKPI__BINS] = {0};
            double low, high;
            fill(N, scale, r, x);
            kernel->logistic(x, u);
            kernel->exp(x, e);
            for (size_t i = 0; i < N; i++) hash = mix(mix(hash, bits(u[i])), bits(e[i]));
            if (scale < SKPI__LOGISTIC_NEAR) {
                kernel->logistic_near(x, u);
                for (size_t i = 0; i < N; i++) hash = mix(hash, bits(u[i]));
            }
            skpi__counted of = {.bins = bins, .id = id, .count = count};
            kernel->share(x, n, scale < SKPI__LOGISTIC_NEAR, &of, NULL, NULL);
            hash = mix(hash, (uint64_t)of.sum);
            for (size_t i = 0; i < N; i++) hash = mix(hash, id[i]);
            kernel->bin(x, n, &bins, id, count);
            for (size_t i = 0; i < SKPI__BINS; i++) hash = mix(hash, count[i]);
            hash = mix(mix(hash, (uint64_t)kernel->sum(x, n, 0x1p30)), kernel->sum_of_shares(u, n));
            kernel->above(x, n, .1, mask);
            kernel->range(x, n, &low, &high);
            for (size_t i = 0; i < 8; i++) hash = mix(hash, mask[i]);
            hash = mix(mix(hash, bits(low)), bits(high));
        }
        ck_assert_msg(hash == UINT64_C(0x507522fc41448e87), "variant %d: %llx", v, (unsigned long long)hash);
    }
    ck_assert_ptr_null(skpi__block_kernel_at(4));
    ck_assert_ptr_null(skpi__block_kernel_at(-1));
}
END_TEST

typedef struct half { /* of a kernel that counts, once as if its values were far */
    double e[N], run[N], part[3][N];
    uint16_t id[3][N];
    uint32_t count[3][SKPI__BINS];
    skpi__counted of[3];
} half;

static void half_begin(half *h, double low, double high, double scale)
{
    memset(h, 0, sizeof *h);
    for (int k = 0; k < 3; k++)
        h->of[k] =
            (skpi__counted){.bins = skpi__bins_over(low, high), .id = h->id[k], .count = h->count[k], .scale = scale};
}

/* Parts of N numbers leave what follows them alone. */
START_TEST(parts_and_no_more)
{
    static half h;
    static double x[N], p[3][N + 8];
    fill(N, 3, 9, x);
    half_begin(&h, 0, 1, 1);
    for (int k = 0; k < 3; k++)
        for (size_t i = N; i < N + 8; i++) p[k][i] = -7;
    best()->parts((const double *const[]){x, x}, 1, (double *const[]){p[0], p[1], p[2]}, h.of);
    for (int k = 0; k < 3; k++)
        for (size_t i = N; i < N + 8; i++) ck_assert(p[k][i] == -7);
}
END_TEST

/* What is only faster for values that are near gives the same bits; parts that are far keep their value there, and none
 * is above 1. */
START_TEST(far_and_near)
{
    static half far, close;
    static double x[N], y[N];
    fill(N, 20, 7, x);
    fill(N, 20, 8, y);
    half_begin(&far, -20, 20, 0x1p20);
    half_begin(&close, -20, 20, 0x1p20);
    ck_assert_int_eq(best()->emit(x, 0, far.e, far.run, far.of, far.of + 1), 1);
    ck_assert_int_eq(best()->emit(x, 1, close.e, close.run, close.of, close.of + 1), 1);
    ck_assert_mem_eq(far.e, close.e, sizeof far.e);
    ck_assert_mem_eq(far.run, close.run, sizeof far.run);
    ck_assert_mem_eq(far.id, close.id, sizeof far.id);
    ck_assert_mem_eq(far.count, close.count, sizeof far.count);
    ck_assert(far.of[0].sum == close.of[0].sum && far.of[1].sum == close.of[1].sum && far.of[0].sum > 0);
    best()->share(x, N, 0, far.of, far.e, NULL);
    best()->share(x, N, 1, close.of, close.e, NULL);
    ck_assert_int_eq(far.of[0].sum, close.of[0].sum);
    ck_assert_mem_eq(far.e, close.e, sizeof far.e);
    const double *const both[2] = {x, y};
    half_begin(&far, 0, 1, 1);
    half_begin(&close, 0, 1, 1);
    best()->parts(both, 0, (double *const[]){far.part[0], far.part[1], far.part[2]}, far.of);
    best()->parts(both, 1, (double *const[]){close.part[0], close.part[1], close.part[2]}, close.of);
    ck_assert_mem_eq(far.part, close.part, sizeof far.part);
    ck_assert_mem_eq(far.id, close.id, sizeof far.id);
    for (int k = 0; k < 3; k++) ck_assert(far.of[k].sum == close.of[k].sum);
    for (size_t i = 0; i < N; i++) x[i] = 20 * (double)(i + 1), y[i] = -x[i]; /* from 20 to far beyond 300 */
    half_begin(&far, 0, 1, 1);
    best()->parts(both, 0, (double *const[]){far.part[0], far.part[1], far.part[2]}, far.of);
    for (size_t i = 0; i < N; i++) ck_assert(far.part[0][i] <= 1 && far.part[0][i] >= 1 - 1e-8);
    ck_assert(far.part[2][N - 1] == far.part[2][15] && far.part[2][15] > 0);
}
END_TEST

/* Octaves grow evenly between powers of two; bins by octaves are monotone, above a start too, and the same in a pass that
 * adds up. */
START_TEST(octaves)
{
    static half both[2];
    static double x[N], y[N];
    const double octave = 0x1p41;
    ck_assert(skpi__octave(0) == 0 && skpi__octave(-0.) == 0 && skpi__octave(-5) == 0);
    for (double v = 0x1p-1000; v < 0x1p1000; v *= 8)
        for (int k = 0; k < 8; k++) {
            const double w = v * (1 + k / 8.), at = skpi__octave(v) + octave * k / 8;
            ck_assert(skpi__octave(w) == at && skpi__octave_value(at) == w && skpi__octave_value(at + .5) == w);
        }
    ck_assert(skpi__octave_value(-1) == 0 && skpi__octave_value(0x1p52) == skpi__octave_value(0x1p60));
    ck_assert(isfinite(skpi__octave_value(0x1p60)) && skpi__octave_value(0x1p60) > 1.79e308);
    fill(N, 12, 5, y);
    for (int c = 0; c < 3; c++) { /* the running sum is 0, far above its start, and not near it */
        const double start = c == 1 ? -300 : 0;
        memset(both, 0, sizeof both);
        for (int far = 0; far < 2; far++) {
            half *h = both + far;
            half_begin(h, -12, 12, 0x1p20);
            h->of[1].bins = skpi__bins_over(skpi__octave(0x1p-4), skpi__octave(0x1p16));
            h->of[1].bins.octaves = 1;
            h->of[1].bins.start = start;
            for (size_t i = 0; i < N; i++) h->run[i] = c == 2 ? 100 : start;
            ck_assert_int_eq(best()->emit(y, !far, h->e, h->run, h->of, h->of + 1), 1);
        }
        ck_assert_mem_eq(both[0].id, both[1].id, sizeof both[0].id);
        ck_assert_mem_eq(both[0].count, both[1].count, sizeof both[0].count);
        uint16_t id[N];
        uint32_t count[SKPI__BINS] = {0};
        memcpy(x, both[0].run, sizeof x);
        best()->bin(x, N, &both[0].of[1].bins, id, count);
        ck_assert_mem_eq(id, both[0].id[1], sizeof id);
        ck_assert_mem_eq(count, both[0].count[1], sizeof count);
        for (size_t i = 0; i < N; i++)
            for (size_t j = 0; j < N; j++)
                if (x[i] < x[j] && id[i] > id[j]) ck_abort_msg("bins of %g and %g", x[i], x[j]);
        for (size_t i = 0; i < N; i++) /* twenty octaves in 2047 steps */
            if (x[i] - start > 0x1p-4 && x[i] - start < 0x1p16) {
                const double at = 2047 / 20. * ((skpi__octave(x[i] - start) - skpi__octave(0x1p-4)) / octave);
                ck_assert_double_le(fabs(id[i] - at), .5 + 1e-9);
            }
    }
}
END_TEST

UNIT_MAIN("blocks",
          UNIT_CASE("kernels", accuracy, near, far_and_near, octaves, parts_and_no_more, sums, added, collected,
                    counted, flags, frozen),
          UNIT_CASE("order", order, ranks))
