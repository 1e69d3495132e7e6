/* Logit and logistic, exp and logit of many numbers: 50-digit values at both ends and around 1/2, and each the inverse
 * of the other. */
#include "numeric/exps.h"
#include "numeric/logistic.h"
#include "numeric/logit.h"
#include "numeric/logs.h"
#include "unit/unit.h"
#include <float.h>

static void ck_relative(double value, double expected)
{
    ck_assert_msg(fabs(value - expected) <= 4 * DBL_EPSILON * fabs(expected), "%.17g is not %.17g", value, expected);
}

START_TEST(logit_values)
{
    ck_relative(skpi__logit(1e-300), -690.77552789821370521);
    ck_relative(skpi__logit(.25), -1.0986122886681096914);
    ck_relative(skpi__logit(.9), 2.1972245773362196296);
    /* the difference of plain logarithms has no correct digit here */
    ck_relative(skpi__logit(.5 + 0x1p-40), 3.6379788070917129517e-12);
    ck_relative(skpi__logit(1 - 0x1p-53), 36.736800569677101288);
    ck_assert_double_eq(skpi__logit(.5), 0);
    /* as of elementary operations only */
    ck_relative(skpi__logit_same(.5 + 0x1p-40), 3.6379788070917129517e-12);
    ck_relative(skpi__logit_same(.5 - 0x1p-40), -3.6379788070917129517e-12);
    ck_relative(skpi__logit_same(.9), 2.1972245773362196296);
    ck_relative(skpi__logit_same(1e-300), -690.77552789821370521);
    ck_relative(skpi__logit_same(1 - 0x1p-53), 36.736800569677101288);
}
END_TEST

START_TEST(logistic_values)
{
    ck_relative(skpi__logistic(-700), 9.8596765437597708567e-305);
    ck_relative(skpi__logistic(-40), 4.2483542552915889773e-18);
    ck_relative(skpi__logistic(-1), .26894142136999512075);
    ck_relative(skpi__logistic(.001), .50024999997916666875);
    ck_relative(skpi__logistic(36), .99999999999999976805);
    ck_assert_double_eq(skpi__logistic(0), .5);
    ck_assert_double_eq(skpi__logistic((double)INFINITY), 1);
    ck_assert_double_eq(skpi__logistic(-(double)INFINITY), 0);
}
END_TEST

START_TEST(inverse)
{
    for (double x = -730; x < 36; x += .37) {
        const double p = skpi__logistic(x);
        if (p < DBL_MIN) continue;
        /* the logit can be no more accurate than p itself */
        ck_near(skpi__logit(p), x, 4 * DBL_EPSILON * (fabs(x) + 1 / (1 - p)));
    }
    for (double x = -36; x < 30; x += .01) ck_assert_double_gt(skpi__logistic(x + .01), skpi__logistic(x));
}
END_TEST

/* Compared with long double; a number alone, among others and in place gives the same. */
START_TEST(exps)
{
    enum { N = 37 };
    double x[N], e[N], p[N], one;
    for (int start = -690; start + N <= 690; start += 7) {
        for (int i = 0; i < N; i++) x[i] = start + i + (i % 3) * .31;
        skpi__exps(N, x, e);
        for (int i = 0; i < N; i++) {
            const double want = (double)expl((long double)x[i]);
            ck_near(e[i], want, 2 * DBL_EPSILON * want);
            skpi__exps(1, x + i, &one);
            ck_assert(one == e[i]);
        }
        skpi__logistics(N, x, p);
        for (int i = 0; i < N; i++) ck_assert(p[i] == skpi__logistic(x[i]));
        skpi__exps(N, x, x);
        ck_assert(memcmp(x, e, sizeof e) == 0);
    }
    ck_assert((skpi__exps(1, (double[]){0}, &one), one) == 1);
    double far[] = {0, 800, -800, INFINITY, -INFINITY, 700, -700}; /* beyond the exponential's range */
    const double known[] = {.5, 1, 0, 1, 0, 1, exp(-700)};
    skpi__logistics(7, far, far);
    ck_assert_mem_eq(far, known, sizeof far);
}
END_TEST

/* Within 2 units of the last digit of the logit in long double, from the least share to the greatest; a share alone and
 * among others gives the same. */
START_TEST(logits)
{
    enum { N = 41 };
    const double units = unit_slow() ? 8 : 2; /* valgrind computes a long double as a double */
    double p[N], logit[N], alone;
    for (int block = 0; block < 3000; block++) {
        for (int i = 0; i < N; i++) {
            const double part = (block * N + i + .5) / (3000 * N);
            p[i] = block % 4 == 0 ? part : pow(10, -305 * part * (block % 4 == 1) - 15 * part);
            if (block % 4 == 2) p[i] = .5 + .5 * p[i] * (i % 2 ? .999 : -.999);
            if (block % 4 == 3) p[i] = 1 - .9 * p[i];
        }
        skpi__logits(N, p, logit);
        for (int i = 0; i < N; i++) {
            const long double x = p[i];
            const double want = (double)(x > .25L && x < .75L ? log1pl((2 * x - 1) / (1 - x)) : logl(x / (1 - x)));
            ck_near(logit[i], want, units * DBL_EPSILON * fabs(want));
            skpi__logits(1, p + i, &alone);
            ck_assert(alone == logit[i]);
        }
    }
    const double edge[] = {.5, 0x1p-1074, 1 - 0x1p-53};
    skpi__logits(3, edge, logit);
    ck_assert(logit[0] == 0);
    ck_relative(logit[1], -744.44007192138126231);
    ck_relative(logit[2], 36.736800569677101288);
}
END_TEST

UNIT_MAIN("logistic", UNIT_CASE("values", logit_values, logistic_values), UNIT_CASE("properties", inverse),
          UNIT_CASE("exponentials", exps), UNIT_CASE("logits", logits))
