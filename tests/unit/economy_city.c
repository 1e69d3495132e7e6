/* City tables: location quotients, RAS and GRAS. */
#include <float.h>
#include "unit/unit.h"

/* Three industries; the city has a tenth of the nation's jobs, 10 of 100. */
static const double A[] = {.1, .2, .05, /**/ .2, .1, .1, /**/ .05, .15, .2};
static const double nation[] = {50, 30, 20}, city[] = {2, 4, 4};

static double q[9], r[9], slq[3], lambda;
static skpi_economy_location_quotient_out regional = {
    .size = sizeof regional, .coefficient = r, .quotient = q, .slq = slq, .factor = &lambda};

START_TEST(quotients)
{
    ck_assert_int_eq(skpi_economy_location_quotient(3, A, city, nation, SKPI_ECONOMY_QUOTIENT_SLQ, 0, &regional),
                     SKPI_OK);
    const double s[] = {.2 / .5, .4 / .3, .4 / .2};
    for (int i = 0; i < 9; i++) {
        ck_near(slq[i / 3], s[i / 3], 1e-15);
        ck_near(q[i], s[i / 3], 1e-15);
        ck_near(r[i], fmin(1, s[i / 3]) * A[i], 1e-16);
    }
    ck_assert_double_eq(lambda, 1);
    ck_assert_int_eq(skpi_economy_location_quotient(3, A, city, nation, SKPI_ECONOMY_QUOTIENT_CILQ, 0, &regional),
                     SKPI_OK);
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++) ck_near(q[3 * i + j], i == j ? s[i] : s[i] / s[j], 1e-15);
    ck_assert_int_eq(skpi_economy_location_quotient(3, A, city, nation, SKPI_ECONOMY_QUOTIENT_FLQ, .3, &regional),
                     SKPI_OK);
    const double size = pow(log2(1.1), .3);
    ck_near(lambda, size, 1e-15);
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++) {
            const double flq = size * (i == j ? s[i] : s[i] / s[j]);
            ck_near(q[3 * i + j], flq, 1e-15);
            ck_near(r[3 * i + j], fmin(1, flq) * A[3 * i + j], 1e-16);
        }
    /* the augmentation is applied before the cap; after it, r would be min(1, flq) log2(1 + slq) a */
    ck_assert_int_eq(skpi_economy_location_quotient(3, A, city, nation, SKPI_ECONOMY_QUOTIENT_AFLQ, .3, &regional),
                     SKPI_OK);
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++) {
            const double more = s[j] > 1 ? log2(1 + s[j]) : 1, aflq = size * (i == j ? s[i] : s[i] / s[j]) * more;
            ck_near(q[3 * i + j], aflq, 1e-15);
            ck_near(r[3 * i + j], fmin(1, aflq) * A[3 * i + j], 1e-16);
        }
    ck_assert(q[3 * 2 + 2] > 1 && r[3 * 2 + 2] == A[3 * 2 + 2]);
}
END_TEST

/* The whole nation as its own region: nothing is scaled. */
START_TEST(nation_itself)
{
    for (int32_t kind = SKPI_ECONOMY_QUOTIENT_SLQ; kind <= SKPI_ECONOMY_QUOTIENT_AFLQ; kind++) {
        ck_assert_int_eq(skpi_economy_location_quotient(3, A, nation, nation, kind,
                                                        kind >= SKPI_ECONOMY_QUOTIENT_FLQ ? .3 : 0, &regional),
                         SKPI_OK);
        ck_near(lambda, 1, 1e-15);
        for (int i = 0; i < 9; i++) ck_near(r[i], A[i], 1e-16);
    }
}
END_TEST

/* lambda of a city with 10 % of all jobs by Flegg and Webber's formula, log2(1.1) = .1375035 to the power of .3; and of
 * a city so small that 1 + R/N is 1 as a double. */
START_TEST(size_of_the_city)
{
    ck_assert_int_eq(skpi_economy_location_quotient(3, A, city, nation, SKPI_ECONOMY_QUOTIENT_FLQ, .3, &regional),
                     SKPI_OK);
    ck_near(lambda, exp(.3 * log(.13750352374993491)), 1e-15);
    const double few[] = {1e-17, 1e-17, 1e-17};
    ck_assert_int_eq(skpi_economy_location_quotient(3, A, few, nation, SKPI_ECONOMY_QUOTIENT_FLQ, 1, &regional),
                     SKPI_OK);
    ck_near(lambda / (3e-19 / log(2)), 1, 1e-15);
}
END_TEST

START_TEST(absent_industries)
{
    const double none[] = {0, 4, 6}, all[] = {50, 30, 20}, neither[] = {0, 60, 40};
    ck_assert_int_eq(skpi_economy_location_quotient(3, A, none, all, SKPI_ECONOMY_QUOTIENT_FLQ, .3, &regional),
                     SKPI_OK);
    for (int k = 0; k < 3; k++) ck_assert(r[k] == 0 && r[3 * k] == 0 && q[k] == 0 && q[3 * k] == 0);
    ck_assert(slq[0] == 0 && r[4] > 0);
    ck_assert_int_eq(skpi_economy_location_quotient(3, A, none, all, SKPI_ECONOMY_QUOTIENT_SLQ, 0, &regional), SKPI_OK);
    ck_assert(r[0] == 0 && r[1] == 0 && r[3] > 0); /* SLQ depends on the seller only */
    ck_assert_int_eq(skpi_economy_location_quotient(3, A, none, neither, SKPI_ECONOMY_QUOTIENT_CILQ, 0, &regional),
                     SKPI_OK);
    ck_assert(isnan(slq[0]) && r[0] == 0 && r[3] == 0);
}
END_TEST

/* Coefficients in percent, one by one or only in their sum; a city that is the nation but for rounding. */
START_TEST(coefficients_in_percent)
{
    double a[] = {.2, .3, .4, .5}, out_a[4];
    const double here[] = {.1 + .2, 1}, all[] = {.3, 5};
    skpi_economy_location_quotient_out out = {.size = sizeof out, .coefficient = out_a};
#define CALL skpi_economy_location_quotient(2, a, here, all, SKPI_ECONOMY_QUOTIENT_FLQ, .3, &out)
    ck_assert_int_eq(CALL, SKPI_OK);
    a[1] = 30;
    ck_assert_int_eq(CALL, SKPI_WUNUSUAL);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "coefficient[0][1] = 30 is unusual"));
    ck_assert(out_a[1] > 1); /* and computed all the same */
    a[1] = -30;
    ck_assert_int_eq(CALL, SKPI_WUNUSUAL);
    a[1] = .3, a[2] = .9;
    ck_assert_int_eq(CALL, SKPI_WUNUSUAL);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "coefficient[*][0] = 1.1 is what the sector buys in all"));
    a[2] = .8004; /* rounding */
    ck_assert_int_eq(CALL, SKPI_OK);
#undef CALL
}
END_TEST

/* Coefficients that add up to 1.001 in any order are as printed; those that add up to more are not. */
START_TEST(coefficients_in_any_order)
{
    static const int part[] = {206, 69, 434, 292};
    const double jobs[] = {1, 2, 3, 4}, all[] = {10, 20, 30, 40};
    for (int order = 0; order < 256; order++) {
        const int k[] = {order & 3, order >> 2 & 3, order >> 4 & 3, order >> 6 & 3};
        double a[16] = {0};
        if ((1 << k[0] | 1 << k[1] | 1 << k[2] | 1 << k[3]) != 15) continue;
        for (int i = 0; i < 4; i++) a[4 * i] = part[k[i]] / 1000.;
        skpi_economy_location_quotient_out out = {.size = sizeof out};
#define CALL skpi_economy_location_quotient(4, a, jobs, all, SKPI_ECONOMY_QUOTIENT_SLQ, 0, &out)
        ck_assert_int_eq(CALL, SKPI_OK);
        a[0] += 1e-9;
        ck_assert_int_eq(CALL, SKPI_WUNUSUAL);
#undef CALL
    }
}
END_TEST

START_TEST(regional_refuses)
{
    const double more[] = {51, 4, 4}, zero[] = {0, 0, 0};
    const double before = r[0] = -7;
    ck_fails_at(skpi_economy_location_quotient(3, A, more, nation, SKPI_ECONOMY_QUOTIENT_FLQ, .3, &regional),
                SKPI_ERANGE, "city", 0);
    ck_fails(skpi_economy_location_quotient(3, A, zero, nation, SKPI_ECONOMY_QUOTIENT_FLQ, .3, &regional),
             SKPI_EZERODIV, "city");
    ck_fails(skpi_economy_location_quotient(3, A, city, nation, 5, .3, &regional), SKPI_EINVAL, "quotient");
    ck_fails(skpi_economy_location_quotient(3, A, city, nation, SKPI_ECONOMY_QUOTIENT_FLQ, 1.5, &regional), SKPI_ERANGE,
             "delta");
    ck_fails(skpi_economy_location_quotient(3, A, city, nation, SKPI_ECONOMY_QUOTIENT_SLQ, .3, &regional), SKPI_EINVAL,
             "delta");
    ck_fails(skpi_economy_location_quotient(0, A, city, nation, SKPI_ECONOMY_QUOTIENT_SLQ, 0, &regional), SKPI_ENODATA,
             "n_sectors");
    ck_assert_double_eq(r[0], before);
}
END_TEST

static double cell[1600], residual;
static int32_t made;
static skpi_economy_ras_out ras = {.size = sizeof ras, .cell = cell, .residual = &residual, .n_iterations = &made};
static skpi_economy_ras_options gras = {.size = sizeof gras, .scaling = SKPI_ECONOMY_SCALING_GRAS};

static void meets(size_t rows, size_t columns, const double *start, const double *u, const double *v)
{
    for (size_t i = 0; i < rows; i++) {
        double sum = 0;
        for (size_t j = 0; j < columns; j++) {
            const double a = start[i * columns + j], x = cell[i * columns + j];
            sum += x;
            ck_assert(a > 0 ? x >= 0 : a < 0 ? x <= 0 : x == 0); /* signs and zeros are kept */
        }
        ck_near(sum, u[i], 1e-10);
    }
    for (size_t j = 0; j < columns; j++) {
        double sum = 0;
        for (size_t i = 0; i < rows; i++) sum += cell[i * columns + j];
        ck_near(sum, v[j], 1e-10);
    }
}

/* Limits by 50-digit arithmetic, and the distance from them after each of the first iterations. */
START_TEST(ras_known)
{
    const double a[] = {20, 30, 10, 15, 5, 40, 25, 10, 8}, u[] = {75, 55, 50}, v[] = {66, 52, 62};
    const double x[] = {24.68597751456558, 36.535033575814626, 13.778988909619795,
                        12.773476428563,   4.2010299609887069, 38.025493610448293,
                        28.54054605687142, 11.263936463196667, 10.195517479931913};
    const double log[] = {0.022658271688147051, 0.0055932896143634495, 0.0013960949944143293};
    ck_assert_int_eq(skpi_economy_ras(3, 3, a, u, v, NULL, &ras), SKPI_OK);
    for (int i = 0; i < 9; i++) ck_near(cell[i], x[i], 75e-12);
    ck_assert(made >= 18 && made <= 20 && residual <= 1e-12);
    meets(3, 3, a, u, v);
    for (int32_t i = 1; i < 4; i++) {
        skpi_economy_ras_options few = {.size = sizeof few, .n_iterations = i};
        ck_assert_int_eq(skpi_economy_ras(3, 3, a, u, v, &few, &ras), SKPI_WNOTCONVERGED);
        ck_near(residual, log[i - 1], 1e-6 * log[i - 1]);
        ck_assert_int_eq(made, i);
    }
    /* the method for negative cells gives the same without them */
    ck_assert_int_eq(skpi_economy_ras(3, 3, a, u, v, &gras, &ras), SKPI_OK);
    for (int i = 0; i < 9; i++) ck_near(cell[i], x[i], 75e-12);
    memcpy(cell, a, sizeof a);
    ck_assert_int_eq(skpi_economy_ras(3, 3, cell, u, v, NULL, &ras), SKPI_OK); /* in place */
    for (int i = 0; i < 9; i++) ck_near(cell[i], x[i], 75e-12);
    skpi_economy_ras_out only = {.size = sizeof only, .residual = &residual};
    residual = 1;
    ck_assert_int_eq(skpi_economy_ras(3, 3, a, u, v, NULL, &only), SKPI_OK);
    ck_assert(residual <= 1e-12);
}
END_TEST

/* The table of Junius and Oosterhaven (2003), with a row and a column of negative total. */
START_TEST(gras_known)
{
    const double a[] = {7, 3, 5, -3, 2, 9, 8, 1, -2, 0, 2, 1}, u[] = {15, 26, -1}, v[] = {9, 16, 17, -2};
    const double x[] = {
        8.9764403099891462, 3.7431602450133602, 5.7217284398952255,  -3.4413289948977319, 2.7993354035998243,
        12.25683975498664,  9.9923136628055562, 0.95151117860797961, -2.7757757135889705, 0,
        1.2859578972992182, 0.48981781628975226};
    ck_assert_int_eq(skpi_economy_ras(3, 4, a, u, v, &gras, &ras), SKPI_OK);
    for (int i = 0; i < 12; i++) ck_near(cell[i], x[i], 26e-12);
    ck_assert(made >= 16 && made <= 18);
    meets(3, 4, a, u, v);
    const double b[] = {-3, -1, 6, 5}, ub[] = {-5, 12}, vb[] = {3, 4}; /* a row in which all cells are negative */
    ck_assert_int_eq(skpi_economy_ras(2, 2, b, ub, vb, &gras, &ras), SKPI_OK);
    ck_near(cell[0], -3.7004098488506384, 12e-12);
    ck_near(cell[3], 5.2995901511493616, 12e-12);
}
END_TEST

START_TEST(ras_properties)
{
    static double a[1600], u[40], v[40], t[1600];
    uint64_t seed = 7;
    for (int round = 0; round < 20; round++) {
        for (int i = 0; i < 40; i++) u[i] = v[i] = 0;
        for (int i = 0; i < 1600; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            a[i] = (double)(seed >> 60);
            u[i / 40] += a[i] * (1 + .5 * (double)(seed >> 40 & 15));
            v[i % 40] += a[i] * (1 + .5 * (double)(seed >> 40 & 15));
        }
        ck_assert_int_eq(skpi_economy_ras(40, 40, a, u, v, NULL, &ras), SKPI_OK);
        for (int i = 0; i < 1600; i++) t[i] = cell[i];
        const double one = cell[41] * cell[0] * a[1] * a[40], other = cell[1] * cell[40] * a[41] * a[0];
        /* cross products are kept: x = r a s */
        ck_near(one, other, 1e-11 * (fabs(one) + 1));
        ck_assert_int_eq(skpi_economy_ras(40, 40, t, u, v, NULL, &ras), SKPI_OK); /* the totals are already met */
        ck_assert_int_eq(made, 1);
        for (int i = 0; i < 1600; i++) ck_near(cell[i], t[i], 1e-11 * t[i] + 1e-300);
    }
}
END_TEST

/* Zeros make the totals impossible: the result is the last iterate and its distance from the totals, whatever the
 * number of iterations. */
START_TEST(ras_cannot)
{
    const double a[] = {1, 0, 1, 1}, u[] = {2, 1}, v[] = {1, 2};
    ck_assert_int_eq(skpi_economy_ras(2, 2, a, u, v, NULL, &ras), SKPI_WNOTCONVERGED);
    ck_assert_int_eq(made, 1000);
    ck_near(residual, .5, 1e-12);
    ck_near(cell[0], 1, 1e-12);
    ck_assert(cell[1] == 0 && cell[2] >= 0 && cell[2] < 1e-200);
    ck_near(cell[3], 2, 1e-12);
    const double w[] = {0, 3}; /* a column that must become 0 has the only cell of the first row */
    ck_assert_int_eq(skpi_economy_ras(2, 2, a, u, w, NULL, &ras), SKPI_WNOTCONVERGED);
    ck_near(residual, 1, 1e-12);
    for (int i = 0; i < 4; i++) ck_assert(isfinite(cell[i]));
    const double vanish[] = {0, 3}, from[] = {1, 2, 0, 1}; /* a column that can become 0 */
    const double rows[] = {2, 1};
    ck_assert_int_eq(skpi_economy_ras(2, 2, from, rows, vanish, NULL, &ras), SKPI_OK);
    ck_assert(cell[0] == 0 && cell[1] == 2 && cell[3] == 1);
    const double nothing[] = {0, 0}, both[] = {1, -2, 3, -1};
    ck_assert_int_eq(skpi_economy_ras(2, 2, a, nothing, nothing, NULL, &ras), SKPI_OK);
    for (int i = 0; i < 4; i++) ck_assert(cell[i] == 0);
    ck_assert_int_eq(skpi_economy_ras(2, 2, both, (double[]){1, -1}, (double[]){3, -3}, &gras, &ras), SKPI_OK);
    meets(2, 2, both, (double[]){1, -1}, (double[]){3, -3});
    const double minus[] = {-1, 2, -3, 4}; /* a column of negative cells that must become 0 */
    ck_assert_int_eq(skpi_economy_ras(2, 2, minus, (double[]){1, 2}, (double[]){0, 3}, &gras, &ras), SKPI_OK);
    ck_assert(cell[0] == 0 && cell[2] == 0 && fabs(cell[1] - 1) < 1e-12);
    const double apart[] = {2, DBL_MAX, DBL_MAX, 1e-321, 3, 3.5};
    const skpi_economy_ras_options once = {.size = sizeof once, .n_iterations = 1};
    ck_fails(skpi_economy_ras(2, 3, apart, (double[]){75, 55}, (double[]){40, 40, 50}, &once, &ras), SKPI_EOVERFLOW,
             "start");
    /* rows of 0 are held against the column totals; by hand, the first round makes .4, 1, -1 and 1.6, -1, -1 */
    const double unlike[] = {1, 1, -1, 4, -1, -1}, sold[] = {2, 0, -2};
    skpi_economy_ras_options round = gras;
    round.n_iterations = 1;
    ck_assert_int_eq(skpi_economy_ras(2, 3, unlike, nothing, sold, &round, &ras), SKPI_WNOTCONVERGED);
    ck_near(residual, .4 / 2, 1e-15);
    ck_near(cell[3], 1.6, 1e-15);
}
END_TEST

/* The unit of a table is of no account, nor is it where all totals are 0. */
START_TEST(gras_of_nothing)
{
    static const double unit[] = {1, 0x1p-43, 0x1p30};
    const double a[] = {4, -2, 7, -3, 5, -6, 2, -8, 1}, u[] = {0, 0, 0}, gone[] = {1, 0, 0, 1};
    double first[9], b[9];
    for (int k = 0; k < 3; k++) {
        for (int i = 0; i < 9; i++) b[i] = a[i] * unit[k];
        ck_assert_int_eq(skpi_economy_ras(3, 3, b, u, u, &gras, &ras), SKPI_OK);
        ck_assert_double_le(residual, 1e-12);
        for (int i = 0; i < 3; i++) ck_near(cell[3 * i] + cell[3 * i + 1] + cell[3 * i + 2], 0, 1e-11 * unit[k]);
        for (int i = 0; i < 9; i++) {
            if (k == 0) first[i] = cell[i];
            ck_near(cell[i] / unit[k], first[i], 1e-14);
        }
    }
    ck_assert_int_eq(skpi_economy_ras(2, 2, gone, u, u, NULL, &ras), SKPI_OK);
    ck_assert(residual == 0 && cell[0] == 0 && cell[3] == 0);
    /* .1 + .2 - .3 is nothing; 3 % of the totals is not */
    ck_assert_int_eq(skpi_economy_ras(3, 3, a, u, (double[]){.1, .2, -.3}, &gras, &ras), SKPI_OK);
    ck_fails(skpi_economy_ras(3, 3, a, u, (double[]){.1, .2, -.31}, &gras, &ras), SKPI_EINCONSISTENT, "column_total");
    ck_fails(skpi_economy_ras(3, 3, a, u, (double[]){.1, .2, -.301}, &gras, &ras), SKPI_EINCONSISTENT, "column_total");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "no table has both"));
    ck_fails(skpi_economy_ras(3, 3, a, (double[]){100, -99, 0}, u, &gras, &ras), SKPI_EINCONSISTENT, "column_total");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "no table has both"));
}
END_TEST

START_TEST(ras_refuses)
{
    const double a[] = {1, 2, 3, 4}, negative[] = {7, -2, 3, 4}, u[] = {3, 7}, v[] = {4, 6}, far[] = {4, 7};
    const double empty[] = {0, 0, 3, 4}, minus[] = {-3, 13}, nan[] = {1, NAN, 3, 4};
    skpi_economy_ras_options bad = {.size = sizeof bad, .scaling = 3};
    cell[0] = -7;
    ck_fails_at(skpi_economy_ras(2, 2, negative, u, v, NULL, &ras), SKPI_EDOM, "start", 0);
    ck_fails(skpi_economy_ras(2, 2, a, u, far, NULL, &ras), SKPI_EINCONSISTENT, "column_total");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "no table has both"));
    double near[] = {4.01, 6.01}; /* rounded totals; the error names the factor that mends them */
    ck_fails(skpi_economy_ras(2, 2, a, u, near, NULL, &ras), SKPI_EINCONSISTENT, "column_total");
    const char *by = strstr(skpi_last_error(), "multiply column_total by ");
    ck_assert_ptr_nonnull(by);
    for (int j = 0; j < 2; j++) near[j] *= strtod(by + strlen("multiply column_total by "), NULL);
    ck_assert_int_eq(skpi_economy_ras(2, 2, a, u, near, NULL, &ras), SKPI_OK);
    /* ten digits are enough, in any unit */
    const double large[] = {3e6, 7e6}, same[] = {4e6 + 5e-4, 6e6 + 4e-4}, other[] = {4e6 + 6e-4, 6e6 + 5e-4};
    ck_assert_int_ge(skpi_economy_ras(2, 2, a, large, same, NULL, &ras), 0);
    ck_fails(skpi_economy_ras(2, 2, a, large, other, NULL, &ras), SKPI_EINCONSISTENT, "column_total");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "perhaps by rounding"));
    cell[0] = -7;
    ck_fails_at(skpi_economy_ras(2, 2, empty, u, v, NULL, &ras), SKPI_EINFEASIBLE, "row_total", 0);
    ck_fails_at(skpi_economy_ras(2, 2, a, minus, v, NULL, &ras), SKPI_EINFEASIBLE, "row_total", 0);
    ck_fails_at(skpi_economy_ras(2, 2, (double[]){0, 3, 0, 4}, u, v, NULL, &ras), SKPI_EINFEASIBLE, "column_total", 0);
    ck_fails_at(skpi_economy_ras(2, 2, (double[]){3, 0, 4, 0}, u, v, NULL, &ras), SKPI_EINFEASIBLE, "column_total", 1);
    ck_fails_at(skpi_economy_ras(2, 2, nan, u, v, NULL, &ras), SKPI_ENOTFINITE, "start", 0);
    ck_fails(skpi_economy_ras(2, 2, a, u, v, &bad, &ras), SKPI_EINVAL, "options->scaling");
    bad.scaling = 0, bad.n_iterations = -1;
    ck_fails(skpi_economy_ras(2, 2, a, u, v, &bad, &ras), SKPI_ERANGE, "options->n_iterations");
    bad.n_iterations = 0, bad.tolerance = -1;
    ck_fails(skpi_economy_ras(2, 2, a, u, v, &bad, &ras), SKPI_ERANGE, "options->tolerance");
    ck_fails(skpi_economy_ras(0, 2, a, u, v, NULL, &ras), SKPI_ENODATA, "n_rows");
    ck_fails(skpi_economy_ras(2, 0, a, u, v, NULL, &ras), SKPI_ENODATA, "n_columns");
    ck_assert_double_eq(cell[0], -7);
}
END_TEST

UNIT_MAIN("economy_city",
          UNIT_CASE("quotients", quotients, nation_itself, size_of_the_city, absent_industries, coefficients_in_percent,
                    coefficients_in_any_order, regional_refuses),
          UNIT_CASE("ras", ras_known, gras_known, ras_properties, ras_cannot, gras_of_nothing, ras_refuses))
