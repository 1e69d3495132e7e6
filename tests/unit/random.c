/* The stream of draws and the Sobol sequences: published vectors, accuracy, distribution, the same bits of all variants. */
#include "unit/unit.h"
#include <core/dispatch.h>
#include <gsl/gsl_cdf.h>
#include <random/inverse.h>
#include <random/single.h>
#include <random/sobol.h>
#include <random/stream.h>
#include <random/threefry.h>

enum { N = SKPI__BLOCK, FIRST = SKPI__PLAIN, LAST = SKPI__X86_64_V4 };

/* FNV-1a over whole numbers instead of bytes, so that the hash is the same on every machine. */
static const uint64_t BASIS = 14695981039346656037u;
static uint64_t mix(uint64_t hash, uint64_t value) { return (hash ^ value) * 1099511628211u; }

static uint32_t next(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 32);
}

/* The known answers of Random123 for threefry4x32 with 20 rounds: zeros, ones, digits of pi. */
START_TEST(vectors)
{
    static const uint32_t known[3][12] = {{0, 0, 0, 0, 0, 0, 0, 0, 0x9c6ca96a, 0xe17eae66, 0xfc10ecd4, 0x5256a7d8},
                                          {0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff,
                                           0xffffffff, 0xffffffff, 0x2a881696, 0x57012287, 0xf6c7446e, 0xa16a6732},
                                          {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0,
                                           0x082efa98, 0xec4e6c89, 0x59cd1dbb, 0xb8879579, 0x86b5d00c, 0xac8b6d84}};
    for (size_t i = 0; i < 3; i++) {
        const uint32_t *c = known[i];
        uint32_t key[5] = {c[4], c[5], c[6], c[7], 0};
        key[4] = skpi__parity(key);
        const skpi__words out = skpi__threefry(key, c[0], c[1], c[2], c[3]);
        ck_assert_mem_eq(out.w, c + 8, sizeof out.w);
    }
}
END_TEST

/* The positions of counters and keys are those of the page. */
START_TEST(layout)
{
    const skpi__stream s = {UINT64_C(0x0123456789abcdef), 5, 2031, 77, 2};
    const uint64_t block = (UINT64_C(1) << 25) - 1; /* the last block */
    uint32_t word[N], key[5] = {0x89abcdef, 0x01234567, 5, 0, 0};
    key[4] = skpi__parity(key);
    skpi__stream_kernel_at(SKPI__BEST)->words(&s, block, word);
    for (uint32_t i = 0; i < 128; i++) {
        const skpi__words out = skpi__threefry(key, (uint32_t)(block * 128 + i), 2031, 77, 2);
        for (uint32_t k = 0; k < 4; k++) ck_assert_uint_eq(word[128 * k + i], out.w[k]);
    }
}
END_TEST

static double off(double value, long double truth) { return fabs((double)((value - truth) / truth)); }

/* The accuracy that normal.h and inverse.h promise, tested against long double at both ends and at random words. */
START_TEST(accuracy)
{
    static const uint32_t ends[] = {0,          1,          2,          3,          0x7ffffffe, 0x7fffffff,
                                    0x80000000, 0x80000001, 0x80000002, 0xfffffffe, 0xffffffff, 0x40000000,
                                    0xbfffffff, 0xc0000000, 0x3fffffff, 0x35413cd0, 0x35413cce};
    const long double half_pi = acosl(-1) / 2;
    const int n = unit_trials(400000);
    double radius = 0, sine = 0, cosine = 0, inverse = 0;
    uint64_t state = 1;
    for (int i = 0; i < n; i++) {
        const uint32_t word = i < 17 ? ends[i] : next(&state) >> (i % 4 ? 0 : next(&state) % 32);
        const long double u = ((int32_t)word + 2147483648.5L) / 4294967296.0L;
        radius = fmax(radius, off(skpi__radius(word), sqrtl(-2 * logl(u))));
        const double y = skpi__folded((int32_t)word + .5);
        if (y != 0) sine = fmax(sine, off(skpi__sine(y), sinl(half_pi * y)));
        cosine = fmax(cosine, fabs((double)(skpi__cosine(y) - cosl(half_pi * y))));
        const double p = ((double)word + .5) * 0x1p-32, z = skpi__inverse(word);
        inverse = fmax(inverse, off(z, word >> 31 ? -gsl_cdf_ugaussian_Pinv(1 - p) : gsl_cdf_ugaussian_Pinv(p)));
        ck_assert_double_eq(skpi__inverse(~word), -z);
        if (word != UINT32_MAX) ck_assert_double_gt(skpi__inverse(word + 1), z);
    }
    ck_assert_double_lt(radius, 1.5e-14);
    ck_assert_double_lt(sine, 6.4e-14);
    ck_assert_double_lt(cosine, 2.3e-15);
    ck_assert_double_lt(inverse, 1e-10);
    /* a smaller error would mean that something else was measured */
    ck_assert_double_gt(radius, 1e-14);
    ck_assert_double_gt(sine, 5e-14);
    ck_assert_double_gt(inverse, 1e-11);
}
END_TEST

/* The four quarters of the circle, and the draws farthest from 0. */
START_TEST(corners)
{
    double a, b;
    skpi__pair(skpi__radius(0), 0x20000000, &a, &b); /* V = 2^29 + .5: an eighth of the circle */
    ck_assert(a > 0 && b > 0);
    skpi__pair(skpi__radius(0), 0x60000000, &a, &b);
    ck_assert(a < 0 && b > 0);
    skpi__pair(skpi__radius(0), 0xa0000000, &a, &b);
    ck_assert(a < 0 && b < 0);
    skpi__pair(skpi__radius(0), 0xe0000000, &a, &b);
    ck_assert(a > 0 && b < 0);
    skpi__pair(skpi__radius(0x80000000), 0, &a, &b);
    ck_near(a, sqrt(66 * log(2)), 1e-12);
    ck_assert_double_lt(a, SKPI__NORMAL_MAX);
    skpi__pair(skpi__radius(0x7fffffff), 0, &a, &b); /* U 2^-32 = 1 - 2^-33 */
    ck_near(a, sqrt(-2 * log1p(-0x1p-33)), 1e-18);
}
END_TEST

static int compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Moments, Kolmogorov-Smirnov statistic and correlations.  Each lies within 4.5 of its standard deviations (5.2 for the
 * largest of many); sqrt(n) D exceeds 1.95 once in a thousand. */
START_TEST(distribution)
{
    enum { BLOCKS = 400, DRAWS = BLOCKS * N };
    const skpi__stream_kernel *kernel = skpi__stream_kernel_at(SKPI__BEST);
    static double z[DRAWS], other[N];
    double m[5] = {0}, within = 0, pair = 0, square = 0, lag = 0, streams[4] = {0}, ks = 0;
    uint32_t word[N];
    for (size_t b = 0; b < BLOCKS; b++) {
        const skpi__stream s = {20261122, 1, 2030, 9, 0};
        skpi__stream near[4] = {s, s, s, s};
        near[0].seed++, near[1].place++, near[2].year++, near[3].variable++;
        kernel->words(&s, b, word);
        kernel->normals(word, z + b * N);
        for (size_t k = 0; k < 4; k++) {
            kernel->words(&near[k], b, word);
            kernel->normals(word, other);
            for (size_t i = 0; i < N; i++) streams[k] += z[b * N + i] * other[i];
        }
        for (size_t j = 0; j < 256; j++) {
            const double x = z[b * N + j], y = z[b * N + 256 + j];
            pair += x * y, square += (x * x - 1) * (y * y - 1) / 2;
            lag += z[b * N + j] * z[b * N + j + 1];
        }
    }
    for (size_t i = 0; i < DRAWS; i++) {
        double power = 1;
        for (size_t k = 1; k < 5; k++) m[k] += power *= z[i];
        within += fabs(z[i]) < 1;
    }
    const double n = DRAWS, root = sqrt(n);
    ck_assert_double_lt(fabs(m[1]) / root, 4.5);
    ck_assert_double_lt(fabs(m[2] - n) / sqrt(2 * n), 4.5);
    ck_assert_double_lt(fabs(m[3]) / sqrt(15 * n), 4.5);
    ck_assert_double_lt(fabs(m[4] - 3 * n) / sqrt(96 * n), 4.5);
    ck_assert_double_lt(fabs(within - .6826894921370859 * n) / sqrt(.2166 * n), 4.5);
    ck_assert_double_lt(fabs(pair) / sqrt(n / 2), 4.5);
    ck_assert_double_lt(fabs(square) / sqrt(n / 2), 4.5);
    ck_assert_double_lt(fabs(lag) / sqrt(n / 2), 4.5);
    for (size_t k = 0; k < 4; k++) ck_assert_double_lt(fabs(streams[k]) / root, 4.5);
    qsort(z, DRAWS, sizeof *z, compare);
    for (size_t i = 0; i < DRAWS; i++) {
        const double p = .5 * erfc(-z[i] / sqrt(2));
        ks = fmax(ks, fmax(p - (double)i / n, (double)(i + 1) / n - p));
    }
    ck_assert_double_lt(ks * root, 1.95);
    ck_assert_double_gt(ks * root, .3); /* a fit that is too good is not random either */
}
END_TEST

/* Every variant has the same frozen hash: the stream never changes. */
START_TEST(frozen)
{
    for (int32_t v = FIRST; v <= LAST; v++) {
        const skpi__stream_kernel *kernel = skpi__stream_kernel_at(v);
        if (!kernel) continue;
        uint64_t words = BASIS, normals = BASIS, walks = BASIS, quantiles = BASIS;
        double x[N], z[N];
        for (size_t i = 0; i < N; i++) x[i] = -1;
        for (uint32_t b = 0; b < 40; b++) {
            const skpi__stream s = {UINT64_C(0xfedcba9876543210) + b, b % 3, 2020 + b, 1000 * b, b % 5};
            uint32_t word[N];
            kernel->words(&s, b * 800000, word);
            for (size_t i = 0; i < N; i++) words = mix(words, word[i]);
            kernel->normals(word, z);
            for (size_t i = 0; i < N; i++) normals = mix(normals, skpi__bits(z[i]));
            for (size_t i = 0; i < N; i++) z[i] = x[i] + (.01 + .05 * z[i]);
            kernel->walk(word, .01, .05, x);
            ck_assert_mem_eq(x, z, sizeof x);
            for (size_t i = 0; i < N; i++) walks = mix(walks, skpi__bits(x[i]));
            kernel->inverse(word, z);
            for (size_t i = 0; i < N; i++) quantiles = mix(quantiles, skpi__bits(z[i]));
        }
        ck_assert_msg(words == UINT64_C(0x582401ab0249151d), "words %d: %llx", v, (unsigned long long)words);
        ck_assert_msg(normals == UINT64_C(0x264b5627da18bfa1), "normals %d: %llx", v, (unsigned long long)normals);
        ck_assert_msg(walks == UINT64_C(0x169922804981f947), "walks %d: %llx", v, (unsigned long long)walks);
        ck_assert_msg(quantiles == UINT64_C(0x459c6b8835ca569d), "quantiles %d: %llx", v,
                      (unsigned long long)quantiles);
    }
}
END_TEST

START_TEST(dispatch)
{
    ck_assert_int_eq(skpi__dispatch(SKPI__PLAIN), SKPI__PLAIN);
    ck_assert_int_eq(skpi__dispatch(4), 0);
    ck_assert_int_eq(skpi__dispatch(-1), 0);
    ck_assert_ptr_null(skpi__stream_kernel_at(4));
    const int32_t best = skpi__dispatch(SKPI__BEST);
    ck_assert_int_ge(best, SKPI__PLAIN);
    for (int32_t v = best + 1; v <= LAST; v++) ck_assert_int_eq(skpi__dispatch(v), 0);
    for (int32_t v = FIRST; v <= best; v++) ck_assert_int_eq(skpi__dispatch(v), v);
    ck_assert_ptr_eq(skpi__stream_kernel_at(SKPI__BEST), skpi__stream_kernel_at(best));
    ck_assert_int_eq(SKPI__BEST, SKPI_ENSEMBLE_DISPATCH_BEST);
    ck_assert_int_eq(SKPI__PLAIN, SKPI_ENSEMBLE_DISPATCH_PLAIN);
    ck_assert_int_eq(SKPI__X86_64_V3, SKPI_ENSEMBLE_DISPATCH_X86_64_V3);
    ck_assert_int_eq(SKPI__X86_64_V4, SKPI_ENSEMBLE_DISPATCH_X86_64_V4);
}
END_TEST

START_TEST(antithetic)
{
    double z[N], before[N];
    for (size_t i = 0; i < N; i++) z[i] = before[i] = (double)i + .25;
    skpi__antithetic(z);
    for (size_t i = 0; i < N / 2; i++) ck_assert(z[i] == before[i] && z[N / 2 + i] == -before[i]);
}
END_TEST

/* The direction numbers of 1,111 dimensions, and 1,024 points in them.  Both hashes were also computed from the numbers
 * of SciPy 1.10.1, scipy.stats.qmc.Sobol(1111, scramble=False, bits=32): all are equal. */
START_TEST(sobol_known)
{
    static const double first[4][8] = {{0, .5, .75, .25, .375, .875, .625, .125},
                                       {0, .5, .25, .75, .375, .875, .125, .625},
                                       {0, .5, .25, .75, .625, .125, .875, .375},
                                       {0, .5, .25, .75, .875, .375, .625, .125}};
    uint64_t hash = BASIS, directions = BASIS;
    for (uint32_t d = 0; d < SKPI__SOBOL_DIMENSIONS; d++) {
        uint32_t v[32], word[2 * N];
        skpi__sobol_directions(d, v);
        for (size_t k = 0; k < 32; k++) directions = mix(directions, v[k]);
        for (uint32_t b = 0; b < 2; b++) skpi__sobol_block(v, b, 0, word + b * N);
        for (size_t i = 0; i < 2 * N; i++) hash = mix(hash, word[i]);
        if (d < 4)
            for (size_t i = 0; i < 8; i++) ck_assert_double_eq(word[i] * 0x1p-32, first[d][i]);
    }
    ck_assert_msg(directions == UINT64_C(0xb184e053c3427c5a), "%llx", (unsigned long long)directions);
    ck_assert_msg(hash == UINT64_C(0xe69886c62c075325), "%llx", (unsigned long long)hash);
}
END_TEST

/* Any 512 points that begin at a multiple of 512 have one point in each 512th of the unit interval, in every dimension,
 * shifted or not, and at any distance from the start.  Every block continues the one before by the Gray code. */
START_TEST(sobol_strata)
{
    for (uint32_t d = 0; d < SKPI__SOBOL_DIMENSIONS; d += unit_slow() ? 300 : 10) {
        uint32_t v[32], word[N];
        skpi__sobol_directions(d, v);
        for (uint32_t b = 0, before = 0; b < 6; b++) {
            const uint32_t block = b < 3 ? b : (1u << 23) - 6 + b, shift = b % 3 ? 0x9e3779b9 * b : 0;
            unsigned char seen[N] = {0};
            skpi__sobol_block(v, block, shift, word);
            for (size_t i = 0; i < N; i++) {
                ck_assert_uint_eq(seen[word[i] >> 23], 0);
                seen[word[i] >> 23] = 1;
            }
            if (b == 1 || b == 2) { /* at point 512 b one bit of the code changes */
                uint32_t low = 0;
                while (!(block * 512 >> low & 1)) low++;
                ck_assert_uint_eq(word[0] ^ shift, before ^ v[low]);
            }
            before = word[N - 1] ^ shift;
        }
    }
}
END_TEST

/* Polynomials are primitive: z has the order 2^s - 1 modulo each.  These are the prime factors of 2^s - 1 up to s =
 * 13. */
static uint32_t power_of_z(uint32_t exponent, uint32_t polynomial, int s)
{
    uint32_t x = 1;
    for (uint32_t i = 0; i < exponent; i++) x = x << 1 ^ ((x >> (s - 1) & 1) ? polynomial : 0);
    return x;
}
START_TEST(sobol_primitive)
{
    static const uint32_t primes[] = {3, 5, 7, 11, 13, 17, 23, 31, 73, 89, 127, 8191};
    size_t of_degree[14] = {0};
    for (size_t d = 0; d + 1 < SKPI__SOBOL_DIMENSIONS; d++) {
        const uint32_t p = skpi__sobol_polynomial[d];
        int s = 0;
        while (p >> (s + 1)) s++;
        of_degree[s]++;
        const uint32_t order = (1u << s) - 1;
        ck_assert(d == 0 || p > skpi__sobol_polynomial[d - 1]);
        if (s == 1) continue;
        ck_assert_uint_eq(power_of_z(order, p, s), 1);
        for (size_t i = 0; i < 12; i++)
            if (order % primes[i] == 0 && order > primes[i]) ck_assert_uint_ne(power_of_z(order / primes[i], p, s), 1);
    }
    static const size_t all[14] = {0, 1, 1, 2, 2, 6, 6, 18, 16, 48, 60, 176, 144, 630}; /* phi(2^s - 1)/s */
    ck_assert_mem_eq(of_degree, all, sizeof all);
}
END_TEST

/* Moments of a sum of eight dimensions far apart, shifted, over 2^15 points. */
START_TEST(sobol_integral)
{
    enum { POINTS = 1 << 15, DIMENSIONS = 8 };
    static double product[POINTS];
    const skpi__stream_kernel *kernel = skpi__stream_kernel_at(SKPI__BEST);
    for (size_t i = 0; i < POINTS; i++) product[i] = 0;
    for (uint32_t k = 0; k < DIMENSIONS; k++) {
        uint32_t v[32], word[N];
        double z[N];
        skpi__sobol_directions(k * 150, v);
        for (uint32_t b = 0; b < POINTS / N; b++) {
            skpi__sobol_block(v, b, 0x2545f491 * (k + 1), word);
            kernel->inverse(word, z);
            for (size_t i = 0; i < N; i++) product[b * N + i] += z[i] / sqrt(DIMENSIONS);
        }
    }
    double mean = 0, square = 0;
    for (size_t i = 0; i < POINTS; i++) mean += product[i], square += product[i] * product[i];
    ck_assert_double_lt(fabs(mean / POINTS), 4e-4); /* 5.5e-3 with random points */
    ck_near(square / POINTS, 1, 2e-3);              /* 7.8e-3 with random points */
}
END_TEST

/* Single words and normals are those of their block, bit by bit. */
START_TEST(single_numbers)
{
    const skpi__stream stream = {UINT64_C(0x123456789abcdef), 3, 2030, 17, 4};
    const skpi__stream_kernel *kernel = skpi__stream_kernel_at(SKPI__PLAIN);
    uint32_t word[SKPI__BLOCK];
    double z[SKPI__BLOCK];
    for (uint64_t block = 0; block < 3; block++) {
        kernel->words(&stream, block, word);
        kernel->normals(word, z);
        for (uint64_t i = 0; i < SKPI__BLOCK; i++) {
            ck_assert_uint_eq(skpi__stream_word(&stream, block * SKPI__BLOCK + i), word[i]);
            ck_assert_double_eq(skpi__stream_normal(&stream, block * SKPI__BLOCK + i), z[i]);
        }
    }
}
END_TEST

/* Scrambled points stay even: of each 2^k points one lies in each part of length 2^-k; matrix rows without anything above
 * the diagonal change nothing. */
START_TEST(scrambled_points)
{
    const skpi__stream stream = {5, 0, 0, 0, 0};
    const uint32_t nothing[SKPI__SOBOL_BITS] = {0};
    for (uint32_t d = 0; d < 20; d++) {
        uint32_t plain[SKPI__SOBOL_BITS], direction[SKPI__SOBOL_BITS], row[SKPI__SOBOL_BITS], word[512];
        skpi__sobol_directions(d, plain);
        memcpy(direction, plain, sizeof plain);
        skpi__sobol_scramble(nothing, direction);
        ck_assert_mem_eq(direction, plain, sizeof plain);
        for (uint64_t i = 0; i < SKPI__SOBOL_BITS; i++) row[i] = skpi__stream_word(&stream, 100 * d + i);
        skpi__sobol_scramble(row, direction);
        ck_assert_int_ne(memcmp(direction, plain, sizeof plain), 0);
        for (uint32_t block = 0; block < 2; block++) {
            unsigned char met[512] = {0};
            skpi__sobol_block(direction, block, 0x9e3779b9, word);
            for (uint32_t i = 0; i < 512; i++) {
                ck_assert_uint_eq(word[i], skpi__sobol_word(direction, 512 * block + i, 0x9e3779b9));
                ck_assert(!met[word[i] >> 23]);
                met[word[i] >> 23] = 1;
            }
        }
    }
}
END_TEST

UNIT_MAIN("random", UNIT_CASE("stream", vectors, layout, accuracy, corners, distribution, frozen, dispatch, antithetic),
          UNIT_CASE("sobol", sobol_known, sobol_strata, sobol_primitive, sobol_integral),
          UNIT_CASE("single", single_numbers, scrambled_points))
