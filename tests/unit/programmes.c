/* Programmes that end exactly: the conditions of an optimum hold for random ones, degenerate ones among them. */
#include "numeric/eigen.h"
#include "numeric/gram.h"
#include "numeric/nonnegative_qp.h"
#include "numeric/perron.h"
#include "numeric/simplex.h"
#include "unit/unit.h"

enum { TABLES = 1000, MOST = 12, ROWS = 30 };
#define BAR 1e-12

/* Numbers from a generator of Lehmer's, 16807 mod 2^31 - 1. */
static uint64_t lehmer_state;
static double lehmer(void)
{
    lehmer_state = lehmer_state * 16807 % 2147483647;
    return (double)lehmer_state / 2147483647;
}

/* A table of n units and k columns of one common factor, some of them copies, sums or whole numbers. */
static void random_columns(size_t n, size_t k, double *x)
{
    for (size_t i = 0; i < n; i++) {
        const double common = lehmer();
        for (size_t j = 0; j < k; j++) x[i * k + j] = (j % 3 != 2) * common + lehmer();
    }
    const size_t from = (size_t)(lehmer() * (double)k), to = (size_t)(lehmer() * (double)k);
    const size_t also = (size_t)(lehmer() * (double)k), kind = (size_t)(lehmer() * 5);
    for (size_t i = 0; i < n; i++) {
        double *row = x + i * k;
        if (kind == 1) row[to] = 3 * row[from];             /* a copy */
        if (kind == 2) row[to] = row[from] + 2 * row[also]; /* a sum */
        if (kind == 3) row[to] = -row[from];                /* an opposite, with which the index can vanish */
        for (size_t j = 0; kind == 4 && j < k; j++) row[j] = floor(3 * row[j]); /* few values */
    }
}

START_TEST(quadratic_programmes_are_optimal)
{
    double x[ROWS * MOST], length[MOST], spare[3 * MOST], r[MOST * MOST], factor[MOST * MOST], t[MOST], w[MOST];
    size_t held[MOST];
    int place[MOST], unbounded = 0, singular = 0;
    const skpi__qp_room room = {factor, spare, held, place};
    lehmer_state = 7;
    for (int table = 0; table < unit_trials(TABLES); table++) {
        const size_t k = 1 + (size_t)(lehmer() * MOST), n = 2 + (size_t)(lehmer() * (ROWS - 1));
        double sum = 0, variance = 0;
        random_columns(n, k, x);
        skpi__unit_columns(n, k, x, length, spare);
        size_t good = 1;
        for (size_t j = 0; j < k; j++) good = good && length[j] > 0;
        if (!good) continue; /* a constant column: refused before */
        skpi__gram_correlations(n, k, x, r);
        singular += n <= k;
        for (size_t j = 0; j < k; j++) t[j] = table % 2 ? 1 : .1 + lehmer();
        const int bounded = skpi__nonnegative_qp(k, r, t, w, &room);
        for (size_t j = 0; j < k; j++) {
            ck_assert(w[j] >= 0);
            sum += t[j] * w[j];
        }
        if (!bounded) {
            unbounded++;
            continue;
        }
        for (size_t i = 0; i < k; i++) { /* of weights for which t'w is 1 */
            double covariance = 0;
            for (size_t j = 0; j < k; j++) covariance += r[i * k + j] * w[j] / sum;
            variance += covariance * w[i] / sum;
            if (w[i] > 0)
                ck_near(covariance / t[i], 1 / sum, BAR);
            else
                ck_assert(covariance / t[i] >= 1 / sum - BAR);
        }
        ck_near(variance, 1 / sum, BAR);
    }
    /* few tables, under valgrind and sanitizers, need not have both */
    if (!unit_slow()) ck_assert(unbounded > TABLES / 20 && singular > TABLES / 50);
}
END_TEST

/* An unbounded programme is one: a smaller index variance than any positive one is met by the opposite columns. */
START_TEST(opposite_columns_have_no_end)
{
    const double r[] = {1, -1, -1, 1}, t[] = {1, 1};
    double factor[4], spare[4], w[2];
    size_t held[2];
    int place[2];
    const skpi__qp_room room = {factor, spare, held, place};
    ck_assert_int_eq(skpi__nonnegative_qp(2, r, t, w, &room), 0);
    const double same[] = {1, 1, 1, 1}, more[] = {1, 2};
    ck_assert_int_eq(skpi__nonnegative_qp(2, same, more, w, &room), 1); /* a copy of twice the worth */
    ck_near(w[0], 0, 0);
    ck_near(w[1], 2, 1e-15);
}
END_TEST

START_TEST(linear_programmes_are_optimal)
{
    double a[ROWS * MOST], b[ROWS], c[MOST], x[MOST], dual[ROWS], table[(ROWS + 1) * (MOST + 1)], spare[ROWS + MOST];
    size_t row[ROWS], column[MOST];
    const skpi__simplex_room room = {table, spare, row, column};
    int solved = 0;
    lehmer_state = 11;
    for (int trial = 0; trial < unit_trials(TABLES); trial++) {
        const size_t m = 1 + (size_t)(lehmer() * MOST), n = 1 + (size_t)(lehmer() * ROWS),
                     kind = (size_t)(lehmer() * 4);
        for (size_t i = 0; i < n; i++) {
            for (size_t j = 0; j < m; j++) {
                a[i * m + j] = kind == 3 ? floor(3 * lehmer()) / 2 : lehmer();
                if (kind == 2 && i) a[i * m + j] -= .5; /* rows that can be met without end */
            }
            b[i] = kind == 2 && lehmer() < .3 && i ? 0 : 1; /* corners where many rows meet */
        }
        for (size_t j = 0; j < m; j++) {
            a[j] = .1 + .9 * lehmer(); /* a row that bounds all */
            c[j] = lehmer() - .1;
        }
        b[0] = 1;
        ck_assert_int_eq(skpi__simplex(n, m, a, b, c, x, dual, &room), 0);
        double value = 0, price = 0;
        for (size_t j = 0; j < m; j++) {
            double lack = c[j];
            for (size_t i = 0; i < n; i++) lack -= a[i * m + j] * dual[i];
            ck_assert(x[j] >= 0 && lack <= BAR);
            value += c[j] * x[j];
        }
        for (size_t i = 0; i < n; i++) {
            double used = 0;
            for (size_t j = 0; j < m; j++) used += a[i * m + j] * x[j];
            ck_assert(dual[i] >= 0 && used <= b[i] + BAR);
            price += b[i] * dual[i];
        }
        ck_near(value, price, BAR * fmax(1, value));
        solved += value > 0;
    }
    ck_assert(solved > unit_trials(TABLES) / 2);
}
END_TEST

/* Beale's programme, at which the rule of the largest gain turns in a circle: its value is 1/20. */
START_TEST(a_degenerate_programme_ends)
{
    const double a[] = {.25, -60, -1. / 25, 9, .5, -90, -1. / 50, 3, 0, 0, 1, 0}, b[] = {0, 0, 1};
    const double c[] = {.75, -150, 1. / 50, -6};
    double x[4], dual[3], table[20], spare[7];
    size_t row[3], column[4];
    const skpi__simplex_room room = {table, spare, row, column};
    ck_assert_int_eq(skpi__simplex(3, 4, a, b, c, x, dual, &room), 0);
    ck_near(.75 * x[0] - 150 * x[1] + x[2] / 50 - 6 * x[3], .05, 1e-15);
    /* the first pivot is next to 0 and takes half of the digits, which the corrections give back */
    const double tiny[] = {3e-7, -.3, -.4, -.2, 9e-7, 1.2, .4, .7, 0}, most[] = {1e-7, .8, .3}, worth[] = {.7, .5, .7};
    ck_assert_int_eq(skpi__simplex(3, 3, tiny, most, worth, x, dual, &room), 0);
    ck_assert(x[1] == 0 && dual[0] == 0);
    ck_near(x[0], .3 / .4, 1e-15);
    ck_near(x[2], (.8 + .2 * x[0]) / 1.2, 1e-15);
    ck_near(dual[1], .7 / 1.2, 1e-15);
    ck_near(dual[2], (.7 + .2 * dual[1]) / .4, 2e-15);
    const double free[] = {-1, 1}, one[] = {1}, gains[] = {1, 0};
    ck_assert_int_eq(skpi__simplex(1, 2, free, one, gains, x, dual, &room), 1); /* no end */
}
END_TEST

START_TEST(eigenvectors_are_orthogonal)
{
    double x[ROWS * MOST], length[MOST], spare[3 * MOST], r[MOST * MOST], work[MOST * MOST], value[MOST],
        vector[MOST * MOST];
    lehmer_state = 5;
    for (int table = 0; table < unit_trials(200); table++) {
        const size_t k = 1 + (size_t)(lehmer() * MOST), n = 2 + (size_t)(lehmer() * (ROWS - 1));
        random_columns(n, k, x);
        skpi__unit_columns(n, k, x, length, spare);
        skpi__gram_correlations(n, k, x, r);
        memcpy(work, r, k * k * sizeof *r);
        skpi__eigen_symmetric(k, work, value, vector);
        for (size_t i = 0; i < k; i++) {
            double sum = 0;
            ck_assert(!i || value[i - 1] >= value[i]);
            for (size_t j = 0; j < k; j++) {
                double product = 0, image = 0;
                for (size_t l = 0; l < k; l++) {
                    product += vector[i * k + l] * vector[j * k + l];
                    image += r[j * k + l] * vector[i * k + l];
                }
                ck_near(product, i == j, 1e-13);
                ck_near(image, value[i] * vector[i * k + j], 1e-13);
                sum += vector[i * k + j];
            }
            ck_assert(sum >= -1e-13);
        }
    }
}
END_TEST

/* A cycle of comparisons, each 1e6 times the next: the three eigenvalues are nearly as large as each other. */
START_TEST(close_eigenvalues_are_found)
{
    const double e = 1e-12, a[] = {1e-6, 1, e, e, 1e-6, 1, 1, e, 1e-6};
    double vector[3], room[21], b[9];
    ck_near(skpi__perron(3, a, vector, room), 1 + 1e-6 + e, 1e-15);
    for (int j = 0; j < 3; j++) ck_near(vector[j], 1. / 3, 1e-15);
    /* in other units, from a vector that holds anything */
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++) b[3 * i + j] = ldexp(a[3 * i + j], j - i - 1);
    vector[0] = vector[1] = vector[2] = NAN;
    ck_near(skpi__perron(3, b, vector, room), (1 + 1e-6 + e) / 2, 1e-15);
    for (int j = 0; j < 3; j++) ck_near(vector[j], ldexp(4. / 7, -j), 1e-14);
}
END_TEST

UNIT_MAIN("programmes", UNIT_CASE("quadratic", quadratic_programmes_are_optimal, opposite_columns_have_no_end),
          UNIT_CASE("linear", linear_programmes_are_optimal, a_degenerate_programme_ends),
          UNIT_CASE("eigenvectors", eigenvectors_are_orthogonal, close_eigenvalues_are_found))
