/* LU factors and solves, the spectral radius: residuals, bits, singular matrices. */
#include "unit/unit.h"
#include <float.h>
#include <numeric/gram.h>
#include <numeric/lu.h>
#include <numeric/lu_solve.h>
#include <numeric/lu_kernel.h>
#include <numeric/slopes.h>
#include <numeric/spectral.h>
#include <numeric/spectral_nonnegative.h>

static const size_t sizes[] = {1, 2, 3, 5, 8, 31, 32, 33, 48, 64, 65, 100, 130};
enum { SIZES = sizeof sizes / sizeof *sizes, MOST = 130 };

/* Fractions from a linear congruential sequence, which are the same doubles on every machine. */
static double next(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (double)(*state >> 11) * 0x1p-53 - .5;
}

static void fill(size_t n, uint64_t seed, double *a)
{
    for (size_t i = 0; i < n; i++) a[i] = next(&seed);
}

/* The largest |A x - b| (A' if transposed) over n eps (|A| |x| + |b|); it is below about 1 for a stable solve. */
static double backward_error(size_t n, const double *a, int transposed, const double *x, const double *b)
{
    double worst = 0;
    for (size_t i = 0; i < n; i++) {
        long double r = -(long double)b[i], scale = fabsl((long double)b[i]);
        for (size_t j = 0; j < n; j++) {
            const long double t = (long double)a[transposed ? j * n + i : i * n + j] * x[j];
            r += t, scale += fabsl(t);
        }
        worst = fmax(worst, (double)(fabsl(r) / (scale * (long double)n * DBL_EPSILON)));
    }
    return worst;
}

START_TEST(solves)
{
    static double a[MOST * MOST], lu[MOST * MOST], b[MOST], x[MOST];
    size_t pivot[MOST];
    for (size_t s = 0; s < SIZES; s++) {
        const size_t n = sizes[s];
        fill(n * n, 7 + s, a), fill(n, 99 + s, b);
        memcpy(lu, a, n * n * sizeof *a), memcpy(x, b, n * sizeof *x);
        ck_assert_uint_eq(skpi__lu_factor(n, lu, pivot), 0);
        skpi__lu_solve(n, lu, pivot, 1, x);
        ck_assert_double_lt(backward_error(n, a, 0, x, b), 2);
        memcpy(x, b, n * sizeof *x);
        skpi__lu_solve_transposed(n, lu, pivot, x);
        ck_assert_double_lt(backward_error(n, a, 1, x, b), 2);
    }
}
END_TEST

/* With a condition of 1.5e10 the solution is poor, but the residual is small. */
START_TEST(hilbert)
{
    enum { N = 8 };
    double a[N * N], lu[N * N], b[N], x[N];
    size_t pivot[N];
    for (size_t i = 0; i < N; i++) {
        b[i] = 0;
        for (size_t j = 0; j < N; j++) b[i] += a[i * N + j] = lu[i * N + j] = 1 / (double)(i + j + 1);
        x[i] = b[i];
    }
    ck_assert_uint_eq(skpi__lu_factor(N, lu, pivot), 0);
    skpi__lu_solve(N, lu, pivot, 1, x);
    ck_assert_double_lt(backward_error(N, a, 0, x, b), 1);
    for (size_t i = 0; i < N; i++) ck_near(x[i], 1, 1e-5);
}
END_TEST

/* Computed by hand: rows must be exchanged.  The pivot is the largest element, and the first of equal ones. */
START_TEST(pivots)
{
    double a[] = {0, 2, 1, /**/ 1, 1, 0, /**/ -4, 0, 3}, b[] = {7, 3, 5}, t[] = {-10, 4, 10};
    size_t pivot[3];
    ck_assert_uint_eq(skpi__lu_factor(3, a, pivot), 0);
    ck_assert_uint_eq(pivot[0], 2);
    ck_assert_uint_eq(pivot[1], 2);
    ck_assert_uint_eq(pivot[2], 2);
    skpi__lu_solve(3, a, pivot, 1, b);
    for (size_t i = 0; i < 3; i++) ck_near(b[i], (double)i + 1, 1e-15);
    skpi__lu_solve_transposed(3, a, pivot, t);
    for (size_t i = 0; i < 3; i++) ck_near(t[i], (double)i + 1, 1e-15);
}
END_TEST

START_TEST(blocks_change_no_bit)
{
    static double a[MOST * MOST], one[MOST * MOST], lu[MOST * MOST];
    size_t pivot_one[MOST], pivot[MOST];
    const size_t blocks[] = {2, 7, 16, 31, SKPI__LU_BLOCK};
    for (size_t s = 0; s < SIZES; s++) {
        const size_t n = sizes[s];
        fill(n * n, 1000 + s, a);
        memcpy(one, a, n * n * sizeof *a);
        ck_assert_uint_eq(skpi__lu_factor_by(n, one, pivot_one, 1), 0);
        for (size_t k = 0; k < sizeof blocks / sizeof *blocks; k++) {
            memcpy(lu, a, n * n * sizeof *a);
            ck_assert_uint_eq(skpi__lu_factor_by(n, lu, pivot, blocks[k]), 0);
            ck_assert_mem_eq(lu, one, n * n * sizeof *lu);
            ck_assert_mem_eq(pivot, pivot_one, n * sizeof *pivot);
        }
    }
}
END_TEST

START_TEST(kernels_agree)
{
    enum { ROWS = 11, DEPTH = 13, N = 40 };
    static double a[ROWS * N], c0[ROWS * N], c[ROWS * N], b[DEPTH * N], strip[DEPTH * SKPI__LU_STRIP];
    fill(ROWS * N, 5, a), fill(ROWS * N, 6, c0), fill(DEPTH * N, 8, b);
    for (int32_t v = SKPI__PLAIN; v <= skpi__dispatch(SKPI__BEST); v++) {
        const skpi__lu_kernel *kernel = skpi__lu_kernel_at(v);
        for (size_t rows = 1; rows <= ROWS; rows++)
            for (size_t columns = 1; columns <= kernel->strip; columns++) {
                memset(strip, 0, sizeof strip);
                for (size_t d = 0; d < DEPTH; d++) memcpy(strip + d * kernel->strip, b + d * N, columns * sizeof *b);
                memcpy(c, c0, sizeof c);
                kernel->update(rows, columns, DEPTH, a, c, N, strip);
                for (size_t i = 0; i < ROWS; i++)
                    for (size_t j = 0; j < N; j++) {
                        double expected = c0[i * N + j];
                        for (size_t d = 0; d < DEPTH && i < rows && j < columns; d++) {
                            const volatile double product = a[i * N + d] * b[d * N + j];
                            expected -= product;
                        }
                        ck_assert_msg(c[i * N + j] == expected, "variant %d, %zu x %zu", (int)v, rows, columns);
                    }
            }
    }
}
END_TEST

/* Solves with the unit triangle agree too. */
START_TEST(triangles_agree)
{
    enum { DEPTH = 13, N = 40 };
    static double l[DEPTH * N], b[DEPTH * SKPI__LU_STRIP], expected[DEPTH * SKPI__LU_STRIP];
    fill(DEPTH * N, 3, l);
    for (int32_t v = SKPI__PLAIN; v <= skpi__dispatch(SKPI__BEST); v++) {
        const skpi__lu_kernel *kernel = skpi__lu_kernel_at(v);
        for (size_t depth = 1; depth <= DEPTH; depth++) {
            const size_t strip = kernel->strip;
            fill(DEPTH * strip, 4, b), memcpy(expected, b, sizeof b);
            for (size_t i = 0; i < depth; i++)
                for (size_t q = 0; q < i; q++)
                    for (size_t j = 0; j < strip; j++) {
                        const volatile double product = l[i * N + q] * expected[q * strip + j];
                        expected[i * strip + j] -= product;
                    }
            kernel->solve(depth, l, N, b);
            ck_assert_mem_eq(b, expected, DEPTH * strip * sizeof *b);
        }
    }
}
END_TEST

/* Several right-hand sides together give the bits of each one alone. */
START_TEST(together_and_alone)
{
    enum { N = 37, K = 21 };
    double lu[N * N], b[N * K], alone[N];
    size_t pivot[N];
    fill(N * N, 3, lu);
    ck_assert_uint_eq(skpi__lu_factor(N, lu, pivot), 0);
    for (size_t k = 1; k <= K; k++) {
        fill(N * k, 4, b);
        double before[N * K];
        memcpy(before, b, sizeof before);
        skpi__lu_solve(N, lu, pivot, k, b);
        for (size_t c = 0; c < k; c++) {
            for (size_t i = 0; i < N; i++) alone[i] = before[i * k + c];
            skpi__lu_solve(N, lu, pivot, 1, alone);
            for (size_t i = 0; i < N; i++) ck_assert(alone[i] == b[i * k + c]);
        }
    }
}
END_TEST

/* The bits are the same at every optimisation level of every compiler (FNV-1a over the factors and the solutions). */
START_TEST(bits)
{
    enum { N = 77 };
    static double lu[N * N], x[2 * N];
    size_t pivot[N];
    fill(N * N, 2026, lu), fill(2 * N, 1122, x);
    ck_assert_uint_eq(skpi__lu_factor(N, lu, pivot), 0);
    skpi__lu_solve(N, lu, pivot, 1, x);
    skpi__lu_solve_transposed(N, lu, pivot, x + N);
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < N * N + 2 * N; i++) {
        uint64_t u;
        memcpy(&u, i < N * N ? lu + i : x + (i - N * N), sizeof u);
        for (int byte = 0; byte < 8; byte++) hash = (hash ^ (u >> 8 * byte & 255)) * 1099511628211u;
    }
    ck_assert_msg(hash == UINT64_C(0xca468bd437b2b222), "%016llx", (unsigned long long)hash);
}
END_TEST

START_TEST(singular)
{
    size_t pivot[40];
    double zero[4] = {0}, line[] = {1, 2, 3, /**/ 4, 5, 6, /**/ 7, 8, 9}, tenths[9];
    ck_assert_uint_eq(skpi__lu_factor(2, zero, pivot), 1);
    for (size_t i = 0; i < 9; i++) tenths[i] = line[i] / 10; /* rank 2 except for rounding */
    ck_assert_uint_eq(skpi__lu_factor(3, line, pivot), 3);
    ck_assert_uint_eq(skpi__lu_factor(3, tenths, pivot), 3);
    static double a[40 * 40]; /* column 35 is a copy of column 3 and lies beyond the first block */
    fill(1600, 12, a);
    for (size_t i = 0; i < 40; i++) a[i * 40 + 35] = a[i * 40 + 3];
    ck_assert_uint_eq(skpi__lu_factor(40, a, pivot), 36);
    double small[] = {1, 1, 1, 1 + 1e-10}; /* small, but larger than rounding */
    ck_assert_uint_eq(skpi__lu_factor(2, small, pivot), 0);
    ck_assert_uint_eq(skpi__lu_factor(0, NULL, NULL), 0);
}
END_TEST

static double radius(size_t n, const double *a)
{
    static double copy[MOST * MOST], work[MOST * MOST];
    memcpy(copy, a, n * n * sizeof *a);
    return skpi__spectral_radius(n, copy, work);
}

START_TEST(spectral_radius)
{
    static const double one[] = {-.3}, fibonacci[] = {1, 1, 1, 0}, swap[] = {0, 100, .01, 0},
                        turn[] = {.54, -.72, .72, .54};
    static const double jordan[] = {.5, 1e6, 0, .5}, nilpotent[] = {0, 1, 5, 0, 0, 2, 0, 0, 0}, zero[] = {0, 0, 0, 0};
    static const double signs[] = {2, 0, 0, -3}, huge[] = {1e308, 1e308, 1e308, 0},
                        tiny[] = {1e-300, 1e-300, 1e-300, 0};
    ck_near(radius(1, one), .3, 1e-16);
    ck_near(radius(2, fibonacci), (1 + sqrt(5)) / 2, 4e-16);
    ck_near(radius(2, swap), 1, 1e-15);    /* periodic: eigenvalues +1 and -1 */
    ck_near(radius(2, turn), .9, 1e-15);   /* two complex eigenvalues */
    ck_near(radius(2, jordan), .5, 1e-14); /* a defective matrix */
    ck_near(radius(2, signs), 3, 1e-15);
    ck_assert_double_eq(radius(3, nilpotent), 0);
    ck_assert_double_eq(radius(2, zero), 0);
    ck_near(radius(2, huge) / 1e308, (1 + sqrt(5)) / 2, 1e-13);
    ck_near(radius(2, tiny) / 1e-300, (1 + sqrt(5)) / 2, 1e-13);
    /* a small slow block and a large fast one: the first quotients are those of the large block */
    static const double hidden[] = {.5, 1e6, 0, /**/ 0, 0, 0, /**/ 0, 0, .9};
    ck_near(radius(3, hidden), .9, 1e-14);
}
END_TEST

/* A random positive matrix: its radius lies between the smallest and the largest row sum, and is that of its
 * transpose. */
START_TEST(spectral_radius_large)
{
    enum { N = 67 };
    static double a[N * N], t[N * N];
    fill(N * N, 31, a);
    double low = INFINITY, high = 0;
    for (size_t i = 0; i < N; i++) {
        double sum = 0;
        for (size_t j = 0; j < N; j++) sum += a[i * N + j] = (a[i * N + j] + .5) / N, t[j * N + i] = a[i * N + j];
        low = fmin(low, sum), high = fmax(high, sum);
    }
    const double rho = radius(N, a);
    ck_assert(low < rho && rho < high);
    ck_near(radius(N, t), rho, 1e-14);
    for (size_t i = 0; i < N * N; i++) a[i] = -2 * a[i];
    ck_near(radius(N, a), 2 * rho, 1e-14);
}
END_TEST

static double nonnegative(size_t n, const double *a)
{
    static double work[3 * MOST], square[MOST * MOST];
    static size_t pivot[MOST];
    return skpi__spectral_radius_nonnegative(n, a, work, square, pivot);
}

/* Radii between bounds: known ones, empty rows, regions that hardly trade; NaN if the bounds cannot meet. */
START_TEST(spectral_nonnegative)
{
    static const double one[] = {.3}, fibonacci[] = {1, 1, 1, 0}, zero[] = {0, 0, 0, 0};
    static const double triangle[] = {.2, 5, 7, 0, .7, 3, 0, 0, .1}, nilpotent[] = {0, 1, 5, 0, 0, 2, 0, 0, 0};
    static const double beside[] = {.1, .2, 9, /**/ .3, .1, 9, /**/ 0, 0, .2};
    ck_near(nonnegative(1, one), .3, 1e-16);
    ck_near(nonnegative(2, fibonacci), (1 + sqrt(5)) / 2, 1e-15);
    ck_assert_double_eq(nonnegative(2, zero), 0);
    ck_assert_double_eq(nonnegative(3, triangle), .7);
    ck_assert_double_eq(nonnegative(3, nilpotent), 0);
    ck_near(nonnegative(3, beside), .1 + sqrt(.06), 1e-15);
    static const double blocks[] = {.1, .2, 0, 0, /**/ .3, .1, 0, 0, /**/ 0, 0, .2, .3, /**/ 0, 0, .1, .2};
    /* two separate economies: the bounds do not meet, and no wrong radius is given */
    const double alone = nonnegative(4, blocks);
    ck_assert(isnan(alone) || fabs(alone - (.2 + sqrt(.03))) < 1e-12);
    enum { N = 60, REGIONS = 6 };
    static double a[N * N];
    fill(N * N, 5, a);
    for (size_t i = 0; i < N; i++)
        for (size_t j = 0; j < N; j++) {
            const int home = i / (N / REGIONS) == j / (N / REGIONS);
            a[i * N + j] = (a[i * N + j] + .5) * (home ? .05 + .001 * (double)(i / (N / REGIONS)) : 1e-5);
        }
    ck_near(nonnegative(N, a), radius(N, a), 1e-13);
}
END_TEST

/* In vectors as one by one: the same bits, in the same order. */
START_TEST(slopes)
{
    enum { N = 21 };
    double t[N], y[N], slope[N * (N - 1) / 2];
    for (size_t n = 0; n <= N; n++) {
        fill(N, n, y);
        for (size_t i = 0; i < N; i++) {
            t[i] = 2000 + (double)(i * i);
            y[i] = floor(10 * y[i]); /* ties */
        }
        const skpi__slope_counts counts = skpi__slopes(n, t, y, slope);
        double sign = 0, tied = 0;
        size_t pair = 0;
        for (size_t i = 0; i < n; i++) {
            double same = 1;
            for (size_t j = i + 1; j < n; j++) {
                ck_assert(slope[pair++] == (y[j] - y[i]) / (t[j] - t[i]));
                sign += (y[j] > y[i]) - (y[j] < y[i]);
                same += y[j] == y[i];
            }
            tied += (same - 1) * (same + 1);
        }
        ck_assert(counts.sign == sign && counts.tied == tied);
    }
}
END_TEST

/* Products of columns, of any number of rows, beside the definition. */
START_TEST(products_of_columns)
{
    enum { ROWS = 11, COLUMNS = 4 };
    double x[ROWS * COLUMNS], g[COLUMNS * COLUMNS];
    for (int c = 0; c < ROWS * COLUMNS; c++) x[c] = (c * 7 % 11 - 5) / 4.;
    for (size_t n = 0; n <= ROWS; n++)
        for (size_t m = 1; m <= COLUMNS; m++) {
            skpi__gram(n, m, x, g);
            for (size_t j = 0; j < m; j++)
                for (size_t k = 0; k < m; k++) {
                    double sum = 0;
                    for (size_t i = 0; i < n; i++) sum += x[i * m + j] * x[i * m + k];
                    ck_assert(g[j * m + k] == sum); /* of multiples of 1/16 */
                }
        }
}
END_TEST

UNIT_MAIN("numeric",
          UNIT_CASE("LU", solves, hilbert, pivots, blocks_change_no_bit, kernels_agree, triangles_agree,
                    together_and_alone, bits, singular),
          UNIT_CASE("spectral radius", spectral_radius, spectral_radius_large, spectral_nonnegative),
          UNIT_CASE("slopes", slopes, products_of_columns))
