/* Numbers of years with given sums (ensemble/bridge.h), and numbers on strata (random/strata.h). */
#include "core/dispatch.h"
#include "ensemble/bridge.h"
#include "random/single.h"
#include "random/strata.h"
#include "unit/unit.h"

enum { MOST = 8, YEARS = 30 };

/* A number between -1 and 1. */
static double uneven(int i) { return sin(i * 12.9898 + 1) * cos(i * i * .37); }

/* What is drawn is linear in the numbers of the stream and in the sums' independent numbers: e_t = sum over j of
 * map[t][j] times number j, first those of all years, then those of the sums. */
static void map_of(size_t n, const double *weight, const double *gain, const double *spread, const double *factor,
                   double map[YEARS][YEARS + MOST])
{
    double rest[MOST][YEARS + MOST] = {{0}};
    for (size_t k = 0; k < n; k++)
        for (size_t j = 0; j <= k; j++) rest[k][YEARS + j] = factor[k * n + j];
    memset(map, 0, sizeof(double[YEARS][YEARS + MOST]));
    for (size_t t = 0; t < YEARS; t++)
        for (size_t j = 0; j < YEARS + n; j++) {
            map[t][j] = j == t ? spread[t] : 0;
            for (size_t k = 0; k < n; k++) map[t][j] += gain[k * YEARS + t] * rest[k][j];
            for (size_t k = 0; k < n; k++) rest[k][j] -= weight[k * YEARS + t] * map[t][j];
        }
}

static void check_bridge(size_t n, double *weight, double rounding)
{
    static double gain[MOST * YEARS], spread[YEARS], factor[MOST * MOST], map[YEARS][YEARS + MOST];
    skpi__bridge(n, YEARS, weight, gain, spread, factor);
    map_of(n, weight, gain, spread, factor, map);
    for (size_t t = 0; t < YEARS; t++) /* the numbers of two years are independent, and standard normal */
        for (size_t u = 0; u <= t; u++) {
            double sum = 0;
            for (size_t j = 0; j < YEARS + n; j++) sum += map[t][j] * map[u][j];
            ck_near(sum, t == u, rounding);
        }
    for (size_t k = 0; k < n; k++) /* and make the sums, whatever the numbers of the stream are */
        for (size_t j = 0; j < YEARS + n; j++) {
            double sum = 0;
            for (size_t t = 0; t < YEARS; t++) sum += weight[k * YEARS + t] * map[t][j];
            ck_near(sum, j < YEARS || j - YEARS > k ? 0 : factor[k * n + j - YEARS], rounding);
        }
}

/* Sums that end in different years, in any order, next to each other, twice the same, and of nothing. */
START_TEST(normal_with_the_sums)
{
    static const size_t end[][MOST] = {
        {30}, {30, 15}, {5, 30}, {30, 29, 28, 1}, {1, 2, 3, 4, 5, 6, 7, 8}, {30, 26, 22, 18, 14, 10, 6, 2}};
    static const size_t n[] = {1, 2, 2, 4, 8, 8};
    double weight[MOST * YEARS];
    for (size_t c = 0; c < 6; c++)
        for (int shape = 0; shape < 4; shape++) {
            for (size_t k = 0; k < n[c]; k++)
                for (size_t t = 0; t < YEARS; t++)
                    weight[k * YEARS + t] = t >= end[c][k] ? 0
                                            : shape == 0   ? .02
                                            : shape == 1   ? .04 + .01 * pow(.9, (double)(end[c][k] - t))
                                                         : uneven((int)(k * YEARS + t)) + (shape == 3 && k % 2 ? 1 : 0);
            check_bridge(n[c], weight, shape < 2 ? 1e-11 : 1e-7); /* eight uneven sums of eight years */
        }
    for (size_t k = 0; k < 4; k++)
        for (size_t t = 0; t < YEARS; t++)
            weight[k * YEARS + t] = k == 0 ? 0 : k == 2 ? 3 * weight[YEARS + t] : uneven((int)(k + t));
    check_bridge(4, weight, 1e-11);
}
END_TEST

/* ---- strata ---- */

static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* 16 groups have one number in each of 2^15 equal parts of (0,1); order is kept but for numbers in one cell. */
START_TEST(one_number_in_each_part)
{
    enum { GROUPS = 16, ALL = GROUPS * SKPI__STRATA };
    static double x[ALL], y[ALL];
    for (int dispatch = SKPI_ENSEMBLE_DISPATCH_BEST; dispatch <= SKPI_ENSEMBLE_DISPATCH_X86_64_V4; dispatch++) {
        const skpi__stream_kernel *kernel = skpi__stream_kernel_at(dispatch);
        if (!kernel) continue;
        for (int i = 0; i < ALL; i++) x[i] = y[i] = 40 * uneven(i) * uneven(i) * uneven(i); /* cells beyond 6.5, too */
        for (uint32_t g = 0; g < GROUPS; g++) {
            const skpi__strata_shift shift = {UINT32_C(2654435769), UINT32_C(0x12345678)};
            double *of = y + g * SKPI__STRATA;
            const double *from = x + g * SKPI__STRATA;
            skpi__strata(kernel, 32 + g, shift, of);
            for (int i = 1; i < SKPI__STRATA; i++) {
                const double apart = fmax(fmin(from[i], 6.5), -6.5) - fmax(fmin(from[i - 1], 6.5), -6.5);
                if (fabs(apart) > 1. / 128) ck_assert_int_eq(of[i] > of[i - 1], apart > 0);
            }
        }
        qsort(y, ALL, sizeof *y, ascending);
        for (int i = 0; i < ALL; i++) ck_assert_int_eq((int)floor(erfc(-y[i] / sqrt(2)) / 2 * ALL), i);
    }
}
END_TEST

/* Two parts have independent shifts: over many hashes, their places within a part are uncorrelated and even. */
START_TEST(independent_places_within_parts)
{
    enum { HASHES = 4000 };
    static double x[SKPI__STRATA];
    double sum[2] = {0}, square = 0, product = 0;
    for (int n = 0; n < HASHES; n++) {
        const skpi__stream stream = {7, 0, 2020, (uint32_t)n, 0};
        const skpi__strata_shift shift = {skpi__stream_word(&stream, 0), skpi__stream_word(&stream, 1)};
        for (int i = 0; i < SKPI__STRATA; i++) x[i] = i / 256. - 4;
        skpi__strata(skpi__stream_kernel_at(SKPI__BEST), 0, shift, x);
        double at[2];
        for (int i = 0; i < 2; i++) {
            const double u = erfc(-x[700 + 400 * i] / sqrt(2)) / 2 * SKPI__STRATA;
            at[i] = u - floor(u) - .5;
            sum[i] += at[i] / HASHES;
        }
        square += at[0] * at[0] / HASHES;
        product += at[0] * at[1] / HASHES;
    }
    ck_near(sum[0], 0, .02);
    ck_near(sum[1], 0, .02);
    ck_near(square, 1. / 12, .005);
    ck_near(product, 0, .006);
}
END_TEST

UNIT_MAIN("ensemble_bridge", UNIT_CASE("bridge", normal_with_the_sums),
          UNIT_CASE("strata", one_number_in_each_part, independent_places_within_parts))
