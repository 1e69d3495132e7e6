/* Numbers about many values at once: logarithms, moments, ranks. */
#include "numeric/logs.h"
#include "numeric/moments.h"
#include "numeric/ranking.h"
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
    skpi__ranked room[14];
    int32_t rank[7];
    const int32_t exact[] = {4, 2, -1, 2, 6, 4, 1}, wide[] = {4, 1, -1, 1, 6, 4, 1}, all[] = {1, 1, -1, 1, 1, 1, 1};
    const double ties[] = {0, 2, 8};
    const int32_t *const expected[] = {exact, wide, all};
    for (size_t k = 0; k < 3; k++) {
        skpi__ranking(7, score, 1, ties[k], -1, room, rank);
        for (size_t i = 0; i < 7; i++) ck_assert_int_eq(rank[i], expected[k][i]);
    }
    ck_assert_uint_eq(skpi__ranking_sort(7, score, 1, room), 6);
    const size_t order[] = {6, 1, 3, 0, 5, 4};
    for (size_t i = 0; i < 6; i++) ck_assert_uint_eq(room[i].at, order[i]);
}
END_TEST

UNIT_MAIN("samples", UNIT_CASE("many values", logarithms, moments_of_a_sample, competition_ranks))
