/* Nonlinear least squares with bounds, on problems whose answers are certified or known. */
#include "numeric/least_squares.h"
#include "unit/unit.h"

typedef struct problem {
    size_t n;
    const double *x, *y;
} problem;

/* Misra1a of the Statistical Reference Datasets of the National Institute of Standards and Technology: y = b1 (1 -
 * exp(-b2 x)), here with b2 in thousandths.  Certified values: b1 2.3894212918E+02, b2 5.5015643181E-04, deviations
 * 2.7070075241E+00 and 7.2668688436E-06, residual sum of squares 1.2455138894E-01. */
static const double misra_y[] = {10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02,
                                 44.82, 50.76, 55.05, 61.01, 66.40, 75.47, 81.78};
static const double misra_x[] = {77.6,  114.9, 141.1, 190.8, 239.9, 289.0, 332.8,
                                 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0};

static void misra(const void *context, const double *b, skpi__ls_sums *sums)
{
    if (context) ++**(int *const *)context; /* how often it was asked */
    for (size_t i = 0; i < 14; i++) {
        const double e = exp(-b[1] * misra_x[i] / 1000), gradient[] = {1 - e, b[0] * e * misra_x[i] / 1000};
        skpi__ls_row(sums, b[0] * (1 - e) - misra_y[i], gradient);
    }
}

START_TEST(misra1a)
{
    static const double starts[][2] = {{500, .1}, {250, .5}, {100, 3}, {10, 1}};
    static const int most[] = {66, 22, 34, 40};
    const double lower[] = {0, 0}, upper[] = {1e6, 1e3};
    int asked, *const counted = &asked;
    const skpi__ls p = {2, lower, upper, misra, &counted};
    for (size_t i = 0; i < 4; i++) { /* from every start */
        skpi__ls_result r;
        asked = 0;
        skpi__ls_solve(&p, starts[i], &r);
        ck_assert_int_le(asked, most[i]); /* steps of rounding are not taken */
        ck_assert(r.converged && !r.singular);
        ck_assert_uint_eq(r.bound, 0);
        ck_near(r.x[0], 238.94212918, 6e-9);
        ck_near(r.x[1], .55015643181, 6e-12);
        ck_near(r.sse, .12455138894, 6e-12);
        ck_near(sqrt(r.inverse[0][0] * r.sse / 12), 2.7070075241, 6e-9);
        ck_near(sqrt(r.inverse[1][1] * r.sse / 12), 7.2668688436e-3, 6e-12);
        ck_near(r.inverse[0][1], r.inverse[1][0], 0);
    }
}
END_TEST

START_TEST(at_bounds)
{
    /* with b1 at most 200: the best b2 for b1 = 200, found alone, and no covariance of b1 */
    const double lower[] = {0, 0}, upper[] = {200, 1e3}, held[] = {200, 0};
    const skpi__ls p = {2, lower, upper, misra, NULL}, alone = {2, held, upper, misra, NULL};
    skpi__ls_result r, one;
    skpi__ls_solve(&p, (const double[]){100, .1}, &r);
    skpi__ls_solve(&alone, (const double[]){0, 3}, &one);
    ck_assert(r.converged && one.converged);
    ck_assert_double_eq(r.x[0], 200);
    ck_assert_uint_eq(r.bound, 1);
    ck_assert_uint_eq(one.bound, 0);
    ck_near(r.x[1], one.x[1], 1e-13);
    ck_near(r.inverse[1][1], one.inverse[1][1], 1e-13);
    ck_assert_double_eq(r.inverse[0][0], 0);
    ck_assert_double_eq(r.inverse[0][1], 0);
    const double low[] = {300, .1}, high[] = {310, .3}; /* both parameters end at a bound */
    const skpi__ls corner = {2, low, high, misra, NULL};
    skpi__ls_solve(&corner, (const double[]){305, .2}, &r);
    ck_assert(r.converged);
    ck_assert_double_eq(r.x[0], 310);
    ck_assert_double_eq(r.x[1], .3);
    ck_assert_uint_eq(r.bound, 3);
}
END_TEST

/* A linear case: the line through (0,1), (1,2), (2,4) is 5/6 + 3/2 x. */
static void line(const void *context, const double *b, skpi__ls_sums *sums)
{
    const problem *p = context;
    for (size_t i = 0; i < p->n; i++) skpi__ls_row(sums, b[0] + b[1] * p->x[i] - p->y[i], (const double[]){1, p->x[i]});
}

START_TEST(linear)
{
    const double x[] = {0, 1, 2}, y[] = {1, 2, 4}, lower[] = {-10, -10}, upper[] = {10, 10};
    const problem data = {3, x, y}, same = {3, (const double[]){1, 1, 1}, y};
    skpi__ls_result r;
    skpi__ls_solve(&(const skpi__ls){2, lower, upper, line, &data}, (const double[]){9, -9}, &r);
    ck_assert(r.converged);
    ck_near(r.x[0], 5 / 6., 1e-14);
    ck_near(r.x[1], 1.5, 1e-14);
    ck_near(r.sse, 1 / 6., 1e-15);
    ck_near(r.inverse[0][0], 5 / 6., 1e-14);
    ck_near(r.inverse[0][1], -.5, 1e-14);
    ck_near(r.inverse[1][1], .5, 1e-14);
    skpi__ls_solve(&(const skpi__ls){2, lower, upper, line, &same}, (const double[]){0, 0}, &r); /* two equal columns */
    ck_assert(r.singular);
    ck_assert(isnan(r.inverse[0][0]));
    const double least[] = {0, -10}, below[] = {-1, .5, 2}; /* the line may not begin below 0: 4.5/5 x */
    const problem low = {3, x, below};
    skpi__ls_solve(&(const skpi__ls){2, least, upper, line, &low}, (const double[]){0, 5}, &r);
    ck_assert(r.converged && r.x[0] == 0 && r.bound == 1);
    ck_near(r.x[1], .9, 1e-14);
}
END_TEST

/* Rosenbrock's function, with the residuals 10 (b - a^2) and 1 - a. */
static void valley(const void *context, const double *b, skpi__ls_sums *sums)
{
    (void)context;
    skpi__ls_row(sums, 10 * (b[1] - b[0] * b[0]), (const double[]){-20 * b[0], 10});
    skpi__ls_row(sums, 1 - b[0], (const double[]){-1, 0});
}

START_TEST(bent_valley)
{
    const double lower[] = {-5, -5}, upper[] = {5, 5}, most[] = {.5, 5};
    skpi__ls_result r;
    skpi__ls_solve(&(const skpi__ls){2, lower, upper, valley, NULL}, (const double[]){-1.2, 1}, &r);
    ck_assert(r.converged);
    ck_near(r.x[0], 1, 1e-12);
    ck_near(r.x[1], 1, 1e-12);
    skpi__ls_solve(&(const skpi__ls){2, lower, most, valley, NULL}, (const double[]){-1.2, 1}, &r);
    ck_assert(r.converged);
    ck_assert_double_eq(r.x[0], .5);
    ck_near(r.x[1], .25, 1e-12);
    ck_near(r.sse, .25, 1e-15);
}
END_TEST

UNIT_MAIN("least_squares", UNIT_CASE("least squares", misra1a, at_bounds, linear, bent_valley))
