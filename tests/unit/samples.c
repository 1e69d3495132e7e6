/* Numbers about many values at once: logarithms, moments, ranks. */
#include "numeric/exps.h"
#include "numeric/logs.h"
#include "numeric/moments.h"
#include "numeric/ranking.h"
#include "numeric/sensitivity.h"
#include "unit/unit.h"

START_TEST(logarithms)
{
    enum { MANY = 4003 };
    static double x[MANY], log_x[MANY], alone;
    for (size_t i = 0; i < MANY; i++) x[i] = exp(((double)i - 2000) / 3) * (1 + (double)(i % 7) / 8);
    for (size_t i = 1900; i < 2100; i++) x[i] = 1 + ((double)i - 2000) * 1e-3; /* near 1, whose logarithm is 0 */
    skpi__logs(MANY, x, log_x);
    for (size_t i = 0; i < MANY; i++) {
        const double expected = log(x[i]);
        ck_near(log_x[i], expected, 4.5e-16 * fmax(fabs(expected), 1e-3));
        skpi__logs(1, x + i, &alone);
        ck_assert_double_eq(alone, log_x[i]); /* the same bits in every place */
    }
    double edge[] = {5e-324, 1e-310, 2.2250738585072014e-308, 1, 1.7976931348623157e308}, of[5];
    skpi__logs(5, edge, of);
    for (size_t i = 0; i < 5; i++) ck_near(of[i], log(edge[i]), 2e-13);
    skpi__logs(5, edge, edge);
    ck_assert_mem_eq(edge, of, sizeof of);
}
END_TEST

/* Of 1, 2, 3, 4, 10, every second of a row. */
START_TEST(moments_of_a_sample)
{
    const double x[] = {1, NAN, 2, NAN, 3, NAN, 4, NAN, 10, NAN};
    const skpi__moments m = skpi__moments_of(5, x, 2);
    ck_assert_uint_eq(m.n, 5);
    ck_assert_double_eq(m.low, 1);
    ck_assert_double_eq(m.high, 10);
    ck_near(m.mean, 4, 1e-15);
    ck_near(m.sd, sqrt(12.5), 1e-15);
    /* S2 = 50, S3 = 180, S4 = 1394: G1 = sqrt(20)/3 sqrt(5) 180/50^1.5, G2 = 4/6 (6 (5 1394/2500 - 3) + 6) */
    ck_near(m.skewness, sqrt(20.) / 3 * sqrt(5.) * 180 / pow(50, 1.5), 1e-14);
    ck_near(m.kurtosis, 4. / 6 * (6 * (5 * 1394. / 2500 - 3) + 6), 1e-13);
    const skpi__moments none = skpi__moments_of(1, x + 1, 1), one = skpi__moments_of(1, x, 1);
    ck_assert(none.n == 0 && isnan(none.low) && isnan(none.mean) && isnan(none.sd));
    ck_assert(one.n == 1 && one.mean == 1 && isnan(one.sd) && isnan(one.skewness));
    const double far[] = {-8e307, 8e307, 8e307, -8e307}; /* no sum overflows */
    ck_near(skpi__moments_of(4, far, 1).mean / 8e307, 0, 1e-15);
    ck_near(skpi__moments_of(4, far, 1).sd / 8e307, sqrt(4. / 3), 1e-15);
}
END_TEST

START_TEST(competition_ranks)
{
    const double score[] = {5, 7, NAN, 7, 1, 5, 9};
    skpi__ranked room[SKPI__RANKED * 7];
    int32_t rank[7];
    const int32_t exact[] = {4, 2, -1, 2, 6, 4, 1}, wide[] = {4, 1, -1, 1, 6, 4, 1}, all[] = {1, 1, -1, 1, 1, 1, 1};
    const double ties[] = {0, 2, 8};
    const int32_t *const expected[] = {exact, wide, all};
    for (size_t k = 0; k < 3; k++) {
        skpi__ranking(7, NULL, score, 1, ties[k], -1, room, rank);
        for (size_t i = 0; i < 7; i++) ck_assert_int_eq(rank[i], expected[k][i]);
    }
    ck_assert_uint_eq(skpi__ranking_sort(7, NULL, score, 1, room), 6);
    const size_t order[] = {6, 1, 3, 0, 5, 4};
    for (size_t i = 0; i < 6; i++) ck_assert_uint_eq(room[i].at, order[i]);
}
END_TEST

/* Eight rows of 4 x1 + x2^2, with the indices of another program; 1,000 added to every y changes none. */
START_TEST(centred_indices)
{
    const double a[][2] = {{.1875, .3125}, {.8125, .6875}, {.4375, .0625}, {.0625, .4375},
                           {.6875, .8125}, {.3125, .1875}, {.9375, .5625}, {.5625, .9375}};
    const double b[][2] = {{.578125, .47265625}, {.484375, .66015625}, {.390625, .87890625}, {.296875, .00390625},
                           {.953125, .03515625}, {.859375, .09765625}, {.765625, .19140625}, {.671875, .31640625}};
    double y[32], first[2], total[2];
    for (double added = 0; added <= 1000; added += 1000) {
        for (size_t i = 0; i < 8; i++) {
            y[i] = 4 * a[i][0] + a[i][1] * a[i][1] + added;
            y[8 + i] = 4 * b[i][0] + b[i][1] * b[i][1] + added;
            y[16 + i] = 4 * b[i][0] + a[i][1] * a[i][1] + added;
            y[24 + i] = 4 * a[i][0] + b[i][1] * b[i][1] + added;
        }
        skpi__saltelli(8, 2, y, NULL, first, total);
        ck_near(first[0], .21170574102201187, 1e-12);
        ck_near(first[1], -.1117156834198566, 1e-12);
        ck_near(total[0], .5751086840502942, 1e-12);
        ck_near(total[1], .08704022228876598, 1e-12);
    }
    for (size_t i = 0; i < 32; i++) y[i] = .1;
    skpi__saltelli(8, 2, y, NULL, first, total);
    ck_assert(isnan(first[0]) && isnan(total[1]));
}
END_TEST

/* Whole numbers added up row by row give the indices of all of them at once. */
START_TEST(sums_of_whole_numbers)
{
    enum { ROWS = 50, FEW_FACTORS = 3 };
    double y[(2 + FEW_FACTORS) * ROWS], first[2][FEW_FACTORS], total[2][FEW_FACTORS];
    skpi__saltelli_sums sums = {0};
    for (size_t i = 0; i < (2 + FEW_FACTORS) * ROWS; i++) y[i] = (double)(i * i * 2654435761u % 97);
    for (size_t i = 0; i < ROWS; i++) {
        int64_t ab[FEW_FACTORS];
        for (size_t f = 0; f < FEW_FACTORS; f++) ab[f] = (int64_t)y[(2 + f) * ROWS + i];
        skpi__saltelli_add(&sums, FEW_FACTORS, (int64_t)y[i], (int64_t)y[ROWS + i], ab);
    }
    skpi__saltelli(ROWS, FEW_FACTORS, y, NULL, first[0], total[0]);
    skpi__saltelli_of(&sums, ROWS, FEW_FACTORS, first[1], total[1]);
    for (size_t f = 0; f < FEW_FACTORS; f++) {
        ck_near(first[1][f], first[0][f], 1e-13);
        ck_near(total[1][f], total[0][f], 1e-13);
    }
}
END_TEST

/* y = x0 + 2 x1 x2 over 2 x 3 x 2 levels by hand: means and variances of every slice. */
START_TEST(every_combination)
{
    const size_t levels[] = {2, 3, 2};
    double y[12], far[12], first[3], total[3], of_far[3], all_of_far[3];
    for (size_t i = 0; i < 12; i++) y[i] = (double)(i / 6) + 2. * (double)(i / 2 % 3) * (double)(i % 2);
    for (size_t i = 0; i < 12; i++) far[i] = 3e8 + .1 + y[i]; /* with squares that have no digit of the differences */
    skpi__factorial(3, levels, far, 1, of_far, all_of_far);
    skpi__factorial(3, levels, y, 1, first, total);
    for (size_t f = 0; f < 3; f++) ck_near(of_far[f], first[f], 1e-6);
    /* Var x0 = 1/4; x1 x2: E = 1/2, Var(2 x1 x2) = 4 (5/6 - 1/4) = 7/3; E[|x1] = x1: Var 2/3; E[|x2] = 2 x2: Var 1 */
    const double v = .25 + 7. / 3;
    ck_near(first[0], .25 / v, 1e-14);
    ck_near(first[1], 2. / 3 / v, 1e-14);
    ck_near(first[2], 1 / v, 1e-14);
    ck_near(total[0], .25 / v, 1e-14);
    ck_near(total[1], (7. / 3 - 1) / v, 1e-14);
    ck_near(total[2], (7. / 3 - 2. / 3) / v, 1e-14);
}
END_TEST

/* Exponentials of any number of values, in place or not, and of no more than these. */
START_TEST(exponentials)
{
    enum { MORE = 40 };
    double x[MORE], out[MORE + 1];
    for (size_t n = 0; n <= MORE; n++) {
        for (size_t i = 0; i < MORE; i++) x[i] = 3 - .37 * (double)i;
        for (size_t i = 0; i <= MORE; i++) out[i] = -7;
        skpi__exps(n, x, out);
        skpi__exps(n, x, x);
        for (size_t i = 0; i < n; i++) {
            ck_near(out[i] / exp(3 - .37 * (double)i), 1, 1e-14);
            ck_assert(x[i] == out[i]);
        }
        for (size_t i = n; i <= MORE; i++) ck_assert(out[i] == -7);
        for (size_t i = n; i < MORE; i++) ck_assert(x[i] == 3 - .37 * (double)i);
    }
}
END_TEST

UNIT_MAIN("samples", UNIT_CASE("many values", logarithms, exponentials, moments_of_a_sample, competition_ranks),
          UNIT_CASE("sensitivity", centred_indices, sums_of_whole_numbers, every_combination))
