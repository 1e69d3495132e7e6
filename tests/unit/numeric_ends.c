/* lib/numeric at its ends: loops that converge where nothing does, and arguments at the ends of their ranges. */
#include "numeric/association.h"
#include "numeric/eigen.h"
#include "numeric/lambert.h"
#include "numeric/nonnegative_qp.h"
#include "numeric/order.h"
#include "numeric/perron.h"
#include "numeric/product.h"
#include "numeric/root.h"
#include "numeric/select.h"
#include "numeric/simplex.h"
#include "numeric/spectral.h"
#include "numeric/spectral_nonnegative.h"
#include "numeric/weighted_quantile.h"
#include "unit/unit.h"

/* Elements that are no numbers never vanish: the sweeps have an end. */
START_TEST(eigenvalues_of_no_numbers)
{
    double a[9] = {1, NAN, NAN, NAN, 1, NAN, NAN, NAN, 1}, value[3], vector[9];
    skpi__eigen_symmetric(3, a, value, vector);
    for (int i = 0; i < 3; i++) ck_assert(isnan(value[i]));
}
END_TEST

START_TEST(perron)
{
    double vector[2], room[10];
    /* the first row vanishes beside the second: the value is that of the second */
    ck_near(skpi__perron(2, (double[]){5e-324, 5e-324, 1, .1}, vector, room), .1, 1e-12);
    /* 1 and 1 + 1e-150 and 1 - 1e-150: squaring does not part them, but both are 1 */
    ck_near(skpi__perron(2, (double[]){1, 1, 1e-300, 1}, vector, room), 1, 1e-12);
    ck_near(vector[0], 1, 1e-12);
}
END_TEST

START_TEST(radius_beyond_range)
{
    double a[4] = {INFINITY, 1, 1, 1}, work[8], square[16];
    size_t pivot[4];
    ck_assert(isnan(skpi__spectral_radius(2, a, work)));
    ck_assert(isnan(skpi__spectral_radius_nonnegative(2, (double[]){1e308, 1e308, 1e308, 1e308}, work, square, pivot)));
}
END_TEST

/* 16 powers: each cycle of two has its own radius, and the bounds stay those of both. */
START_TEST(radius_of_two_cycles)
{
    double work[12], square[16];
    size_t pivot[4];
    const double apart[16] = {0, 2, 0, 0, 2, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0};
    const double alike[16] = {0, 2, 0, 0, 2, 0, 0, 0, 0, 0, 0, 2 - 1e-12, 0, 0, 2 - 1e-12, 0};
    ck_assert(isnan(skpi__spectral_radius_nonnegative(4, apart, work, square, pivot)));
    ck_near(skpi__spectral_radius_nonnegative(4, alike, work, square, pivot), 2, 2e-12);
}
END_TEST

/* The larger bound is the radius to the last digits, so that no inverse is left to take. */
START_TEST(radius_that_is_a_bound)
{
    static const double a[][9] = {
        {1, 0x1p-11, 0x1p-10, 0x1p-9, 1, 0x1p-6, 0x1p-9, 1, 1},
        {1, 0x1p-7, 0x1p-10, 1, 1, 0x1p-9, 0x1p-6, 0x1p-5, 1},
    };
    for (size_t k = 0; k < sizeof a / sizeof *a; k++) {
        double work[9], square[9], other[9];
        size_t pivot[3];
        memcpy(other, a[k], sizeof other);
        const double radius = skpi__spectral_radius_nonnegative(3, a[k], work, square, pivot);
        /* the characteristic polynomial at it, as 1 + x */
        const double x = radius - 1, p = a[k][1] * a[k][3] + a[k][2] * a[k][6] + a[k][5] * a[k][7],
                     q = a[k][1] * a[k][5] * a[k][6] + a[k][2] * a[k][3] * a[k][7];
        ck_near(x * x * x - p * x - q, 0, 1e-14);
        ck_near(skpi__spectral_radius(3, other, square), radius, 1e-12);
    }
}
END_TEST

/* A line without others beside a cycle that converges slowly, which inverses shorten: [1 1; 4 0], of radius (1 + sqrt
 * 17)/2, would be found by powers; that of [0 1; 1 1e-3] is (1e-3 + sqrt(4 + 1e-6))/2. */
START_TEST(radius_by_inverses)
{
    double work[9], square[9];
    size_t pivot[3];
    const double a[9] = {0, 1, 0, 1, 1e-3, 0, 0, 5, 0.5};
    ck_near(skpi__spectral_radius_nonnegative(3, a, work, square, pivot), (1e-3 + sqrt(4 + 1e-6)) / 2, 1e-12);
}
END_TEST

/* A first sector that buys from itself alone is not part of the cycle of the others, on which its bounds would not
 * close: [.2 .3; .4 .1] has the radius .5. */
START_TEST(radius_beside_a_first_line)
{
    double work[9], square[9];
    size_t pivot[3];
    for (int down = 0; down < 2; down++) {
        const double a[9] = {.1, down ? 0 : .7, down ? 0 : .3, down ? .7 : 0, .2, .3, down ? .3 : 0, .4, .1};
        ck_near(skpi__spectral_radius_nonnegative(3, a, work, square, pivot), .5, 1e-15);
    }
}
END_TEST

typedef struct rising {  /* x^3 - value, and what the search has asked for */
    double value, slope; /* slope: by what the true one is multiplied */
    double low, high;
    int steps;
} rising;

static double rising_at(const void *context, double x, double *slope)
{
    rising *r = *(rising *const *)context;
    ck_assert(r->low < x && x < r->high);
    r->steps++;
    *slope = r->slope * 3 * x * x;
    return x > 1e5 ? (double)NAN : x * x * x - r->value;
}

static double root_of(double value, double slope, double low, double high, double guess, int *steps)
{
    rising r = {value, slope, low, high, 0}, *const p = &r;
    const double x = skpi__root(rising_at, &p, low, high, guess);
    *steps = r.steps;
    return x;
}

/* A search asks only inside its bracket, takes few steps, and finds the root from any guess, without a slope too. */
START_TEST(roots)
{
    static const double guesses[] = {1.26, -4, 0, 7, 8, 1e9}, slopes[] = {1, -1, 0};
    int steps;
    for (int g = 0; g < 6; g++)
        for (int s = 0; s < 3; s++) {
            ck_near(root_of(2, slopes[s], 0, 8, guesses[g], &steps), 1.2599210498948731648, 2.3e-16);
            ck_assert_int_le(steps, s == 0 && g == 0 ? 3 : s == 0 ? 9 : 70);
        }
    ck_near(root_of(2, 1, 0, 1e6, 1e3, &steps), 1.2599210498948731648, 2.3e-16);
    ck_assert_int_le(steps, 24); /* two thirds a step, then twice the digits */
    ck_near(root_of(2, 1, 0, 1e6, 5e5, &steps), 1.2599210498948731648, 2.3e-16); /* beyond it there is no number */
    ck_assert_double_eq(root_of(.125, 1, .25, .75, 7, &steps), .5);              /* the middle */
    ck_assert_int_eq(steps, 1);
    ck_assert_double_eq(root_of(-.125, 0, -1, .5, -.6, &steps), -.5); /* halves of the rest */
    ck_assert_int_le(steps, 60);
    ck_assert_double_eq(root_of(-7, 1, .5, 3, 1, &steps), .5);
    ck_assert_double_eq(root_of(70, 1, .5, 3, 1, &steps), 3);
}
END_TEST

/* Rounding that takes every unknown out of the set again, as a number that is none does: the search ends. */
START_TEST(programme_of_no_numbers)
{
    const double r[9] = {1, NAN, 0, .5, 1, 0, 0, 0, 1}, t[3] = {1, 1, .5};
    double w[3], factor[9], spare[6];
    size_t held[3];
    int place[3];
    const skpi__qp_room room = {factor, spare, held, place};
    ck_assert_int_eq(skpi__nonnegative_qp(3, r, t, w, &room), 1);
    for (int i = 0; i < 3; i++) ck_assert(w[i] >= 0);
}
END_TEST

/* Klee and Minty's cube: the rule of the steepest column goes through all of its 2^13 corners, more than are allowed. */
START_TEST(too_many_corners)
{
    enum { N = 13 };
    double a[N * N] = {0}, b[N], c[N], x[N], dual[N], table[(N + 1) * (N + 1)], spare[2 * N];
    size_t row[N], column[N];
    const skpi__simplex_room room = {table, spare, row, column};
    for (int i = 0; i < N; i++) {
        for (int j = 0; j < i; j++) a[i * N + j] = 2 * pow(10, i - j);
        a[i * N + i] = 1;
        b[i] = pow(100, i);
        c[i] = pow(10, N - 1 - i);
    }
    ck_assert_int_eq(skpi__simplex(N, N, a, b, c, x, dual, &room), 1);
    ck_assert_int_eq(
        skpi__simplex(3, 3, (double[]){1, 0, 0, 20, 1, 0, 200, 20, 1}, b, (double[]){100, 10, 1}, x, dual, &room), 0);
    ck_near(x[0], 0, 1e-9);
    ck_near(x[1], 0, 1e-9);
    ck_near(x[2], 10000, 1e-6);
}
END_TEST

START_TEST(constant_columns_have_no_correlation)
{
    const double same[3] = {4, 4, 4}, other[3] = {1, 2, 3};
    skpi__ranked room[3 * SKPI__RANKED];
    double spare[6];
    const double none[] = {skpi__kendall(3, same, other, room, spare), skpi__kendall(3, other, same, room, spare)};
    for (int k = 0; k < 2; k++) ck_assert(isnan(none[k]) && !signbit(none[k])); /* which prints as nan */
    ck_near(skpi__kendall(3, other, other, room, spare), 1, 1e-15);
}
END_TEST

/* Parts of a whole whose quotient leaves the range: each value is exact. */
START_TEST(parts_of_a_whole)
{
    ck_assert(skpi__part_of(0, 5, 3) == 0);
    ck_assert(skpi__part_of(0x1p-1000, 0x1p50, 0x1p60) == 0x1p-990);
    ck_assert(skpi__part_of(0x1p1000, 0x1p-20, 0x1p-900) == 0x1p120);
    ck_assert(skpi__part_of(0x1p-1000, 0x1p50, (double)INFINITY) == (double)INFINITY);
    ck_assert(skpi__part_of((double)INFINITY, 1, 2) == (double)INFINITY);
}
END_TEST

START_TEST(ends_of_orders)
{
    /* 2^54 - 1 has no double; the next one is above the last rank */
    const skpi__rank last = skpi__rank_of(UINT64_C(1) << 54, 1);
    ck_assert(last.low == (UINT64_C(1) << 54) - 1 && last.high == last.low);
    double x[3] = {3, 1, 2}, room[9], quantile;
    ck_assert(skpi__quantile(3, x, 1) == 3);
    ck_assert(skpi__quantile(3, x, 0.25) == 1.5);
    /* the smallest value has no weight */
    skpi__weighted_quantiles(3, (double[]){1, 2, 3}, (double[]){0, 1, 1}, 1, (double[]){0}, room, &quantile);
    ck_assert(quantile == 2);
}
END_TEST

/* Products whose exponent is far beyond that of any double. */
START_TEST(products_far_beyond)
{
    skpi__far large = skpi__far_of(1), small = large;
    for (int k = 0; k < 6; k++) {
        large = skpi__far_times(large, skpi__far_of(1e300));
        small = skpi__far_times(small, skpi__far_of(1e-300));
    }
    ck_assert(skpi__far_value(large) == INFINITY && skpi__far_value(small) == 0);
    ck_near(skpi__far_value(skpi__far_times(large, small)), 1, 1e-14);
}
END_TEST

/* w exp(w) is z again. */
START_TEST(lambert)
{
    ck_assert(skpi__lambert(0) == 0);
    ck_near(skpi__lambert(1), .56714329040978387300, 1e-15); /* the omega constant */
    for (double z = 1e-300; z < 1e300; z *= 7) {
        const double w = skpi__lambert(z);
        ck_near(w + log(w), log(z), 4e-15 * fmax(1, fabs(log(z))));
    }
}
END_TEST

UNIT_MAIN("numeric_ends",
          UNIT_CASE("loops", eigenvalues_of_no_numbers, perron, radius_beyond_range, radius_of_two_cycles,
                    radius_by_inverses, radius_that_is_a_bound, radius_beside_a_first_line, roots,
                    programme_of_no_numbers, too_many_corners),
          UNIT_CASE("arguments", constant_columns_have_no_correlation, parts_of_a_whole, ends_of_orders,
                    products_far_beyond, lambert))
