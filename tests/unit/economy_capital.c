/* Capital: profiles of efficiency, perpetual inventory. */
#include "unit/unit.h"

static const int32_t years[] = {2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023};
enum {
    YEARS = sizeof years / sizeof *years,
    SURVIVAL = SKPI_ECONOMY_PROFILE_SURVIVAL,
    COHORT = SKPI_ECONOMY_PROFILE_COHORT,
    GEOMETRIC = SKPI_ECONOMY_PROFILE_GEOMETRIC
};

static skpi_table table(size_t n, size_t m, const double *value)
{
    return (skpi_table){.size = sizeof(skpi_table), .n = n, .m = m, .year = years, .value = value};
}

static double one(int32_t profile, double life, double beta, size_t age)
{
    double e[64];
    ck_assert_int_eq(skpi_economy_capital_efficiency(1, age + 1, &life, &beta, profile, e, NULL), SKPI_OK);
    return e[age];
}

/* Computed with SciPy, by adaptive quadrature and its normal distribution. */
START_TEST(profiles)
{
    const double life[] = {7, 3, 15, 7}, beta[] = {.5, .5, .5, .8};
    const double at[] = {3, 1, 10, 5};
    const double survival[] = {0.7191967115448997, 0.7969608400314541, 0.4544073378055223, 0.5823164682277834};
    const double cohort[] = {0.6896408506553094, 0.7744525315692093, 0.4414922472479868, 0.5605996457045225};
    double s[4 * 16], c[4 * 16];
    ck_assert_int_eq(skpi_economy_capital_efficiency(4, 16, life, beta, SURVIVAL, s, NULL), SKPI_OK);
    ck_assert_int_eq(skpi_economy_capital_efficiency(4, 16, life, beta, COHORT, c, NULL), SKPI_OK);
    for (size_t i = 0; i < 4; i++) {
        const size_t a = i * 16 + (size_t)at[i];
        ck_near(s[a], survival[i], 1e-15);
        ck_near(c[a], cohort[i], 1e-15);
        ck_assert(s[i * 16] == 1 && c[i * 16] == 1);
        for (size_t j = i * 16 + 1; j < (i + 1) * 16; j++)
            ck_assert(s[j] <= s[j - 1] && c[j] <= c[j - 1] && s[j] >= 0 && c[j] >= 0);
    }
    ck_near(c[13], 1.3020631359216107e-05, 1e-17);                /* accurate in the far tail too */
    ck_assert(s[6] > 0 && s[7] == 0 && c[14] == 0 && c[15] == 0); /* nothing is left from T on, and from 2T on */
    double half[16];
    ck_assert_int_eq(skpi_economy_capital_efficiency(1, 16, life, NULL, COHORT, half, NULL), SKPI_OK);
    for (size_t j = 0; j < 16; j++) ck_assert_double_eq(half[j], c[j]); /* NULL: beta is .5 */
}
END_TEST

/* Without truncation, or without renormalisation, the values would be off by 2e-6 to 6e-5. */
START_TEST(truncated_and_renormalised)
{
    const double u = 6. / 7, v = (u - 1) * 4, h = (7 - 6) / (7 - 3.);
    const double phi = erfc(-v / sqrt(2.)) / 2, low = erfc(4 / sqrt(2.)) / 2, mass = 1 - 2 * low;
    ck_near(one(SURVIVAL, 7, .5, 6), h * (1 - (phi - low) / mass), 1e-15);
    ck_assert(fabs(one(SURVIVAL, 7, .5, 6) - h * (1 - phi)) > 2e-6);
    ck_assert(fabs(one(SURVIVAL, 7, .5, 6) - h * (1 - (phi - low))) > 2e-6);
}
END_TEST

/* The pole is near the end of the range.  The integral has the logarithm of X - beta a as its variable, in which there
 * is no pole; Simpson's rule with 200,000 intervals was added up exactly (Python's fsum). */
START_TEST(near_the_pole)
{
    const struct {
        double life, beta;
        size_t age;
        double expected;
    } known[] = {{15, .5, 1, 0.962378418817368},          {100, .9, 1, 0.9988984858178171},
                 {30, .99, 2, 0.9991489655031008},        {7, .999, 6, 0.7084265557903441},
                 {7, .999999, 13, 0.0002716469796888104}, {10, -2, 5, 0.23928966022570866},
                 {40, .5, 1, 0.9862489608890613}};
    for (size_t k = 0; k < sizeof known / sizeof *known; k++)
        ck_near(one(COHORT, known[k].life, known[k].beta, known[k].age), known[k].expected, 2e-15);
}
END_TEST

START_TEST(edges)
{
    /* with beta = 1 an asset gives full service until retirement, in both forms; half of the assets retire before the
     * mean life */
    ck_near(one(COHORT, 7, 1, 7), .5, 1e-15);
    for (size_t a = 0; a < 7; a++) ck_near(one(COHORT, 7, 1, a), one(SURVIVAL, 7, 1, a), 1e-15);
    ck_assert(one(SURVIVAL, 7, 1, 7) == 0);
    /* as beta approaches 1, the pole moves to the end of the range of integration */
    const double near[] = {1e-6, 1e-9, 1e-12, 1e-15};
    for (size_t k = 0; k < 4; k++)
        for (size_t a = 1; a < 14; a++) {
            const double gap = one(COHORT, 7, 1, a) - one(COHORT, 7, 1 - near[k], a);
            ck_assert_msg(gap >= -1e-15 && gap < 60 * near[k] + 1e-15, "age %zu, beta 1 - %g: %g", a, near[k], gap);
        }
    /* beta = 0 gives a straight line: the mean of 1 - a/X over X; beta below 0 falls faster, to 0 */
    ck_near(one(SURVIVAL, 10, 0, 5), .5 * one(SURVIVAL, 10, 1, 5), 1e-15);
    ck_assert(one(COHORT, 10, -2, 5) < one(COHORT, 10, 0, 5) && one(COHORT, 10, 0, 5) < one(COHORT, 10, .5, 5));
    ck_assert(one(COHORT, 10, -1e308, 5) < 1e-300 && one(SURVIVAL, 10, -1e308, 5) < 1e-300);
    ck_assert(one(COHORT, 10, -1e308, 0) == 1);
    /* the profile depends only on age/life */
    for (size_t a = 0; a < 20; a++) ck_near(one(COHORT, 5, .3, a), one(COHORT, 15, .3, 3 * a), 1e-15);
    ck_assert(one(COHORT, 1e-300, .5, 0) == 1 && one(COHORT, 1e-300, .5, 1) == 0);
    ck_near(one(COHORT, 1e308, .5, 60), 1, 1e-15);
    ck_assert(one(COHORT, .5, .5, 1) == 0 && one(COHORT, .51, .5, 1) > 0);
    /* geometric */
    ck_near(one(GEOMETRIC, 8, .5, 3), .421875, 1e-15);
    ck_assert(one(GEOMETRIC, 2, .5, 0) == 1 && one(GEOMETRIC, 2, .5, 1) == 0);
    ck_assert_int_eq(skpi_economy_capital_efficiency(1, 0, &(double){3}, NULL, COHORT, NULL, NULL), SKPI_OK);
    ck_assert_int_eq(skpi_economy_capital_efficiency(0, 5, NULL, NULL, COHORT, NULL, NULL), SKPI_OK);
}
END_TEST

START_TEST(profile_refuses)
{
    double life[] = {7, 7}, beta[] = {.5, .5}, e[4] = {-7, -7, -7, -7};
    int32_t status[2];
#define CALL(profile) skpi_economy_capital_efficiency(2, 2, life, beta, profile, e, NULL)
    ck_fails(CALL(0), SKPI_EINVAL, "profile");
    life[1] = 0;
    ck_fails_at(CALL(COHORT), SKPI_EDOM, "life", 1);
    life[1] = -1;
    ck_fails_at(CALL(COHORT), SKPI_ERANGE, "life", 1);
    life[1] = NAN;
    ck_fails_at(CALL(COHORT), SKPI_ENOTFINITE, "life", 1);
    life[1] = 1.9;
    ck_fails_at(CALL(GEOMETRIC), SKPI_EDOM, "life", 1);
    beta[1] = 1.1;
    ck_fails_at(CALL(COHORT), SKPI_ERANGE, "beta", 1);
    beta[1] = INFINITY;
    ck_fails_at(CALL(COHORT), SKPI_ENOTFINITE, "beta", 1);
    ck_assert(e[0] == -7 && e[3] == -7);
    ck_assert_int_eq(skpi_economy_capital_efficiency(2, 2, life, beta, COHORT, e, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_ENOTFINITE && e[0] == 1 && isnan(e[2]) && isnan(e[3]));
    ck_fails(skpi_economy_capital_efficiency(1, 2, NULL, beta, COHORT, e, NULL), SKPI_EINVAL, "life");
    ck_fails(skpi_economy_capital_efficiency(1, 2, life, beta, COHORT, NULL, NULL), SKPI_EINVAL, "efficiency");
#undef CALL
}
END_TEST

/* Computers and electronic products in private equipment, United States, million dollars of 2017 (Bureau of Economic
 * Analysis, nominal investment over the price index of gross output).  The stocks were computed with NumPy. */
static const double hardware[YEARS] = {154503.85917157645, 156199.48802340467, 162562.36503090328, 166589.1436373052,
                                       175055.5172677847,  181018.64899272117, 184164.0825198672,  190183.0,
                                       202447.15791170488, 201572.6450777726,  194194.66029691897, 208377.4400432229,
                                       217451.7820210668,  187777.03598529368};

START_TEST(us_hardware)
{
    double value[2 * YEARS], stock[2 * YEARS], low[2 * YEARS], high[2 * YEARS];
    memcpy(value, hardware, sizeof hardware);
    memcpy(value + YEARS, hardware, sizeof hardware);
    const skpi_table t = table(2, YEARS, value);
    const double life[] = {7, 9}, delta[] = {2 / .315, 2 / .315};
    int32_t complete[2];
    skpi_economy_capital_stock_out out = {
        .size = sizeof out, .stock = stock, .life_low = low, .life_high = high, .complete = complete};
    ck_assert_int_eq(skpi_economy_capital_stock(&t, life, NULL, NULL, &out, NULL), SKPI_OK);
    const size_t last = YEARS - 1;
    ck_near(stock[last], 962729.0869977081, 1e-9 * 962729);
    ck_near(stock[0], hardware[0], 1e-9);
    ck_near(stock[YEARS + last], 1193804.923315046, 1e-9 * 1193805);
    ck_near(low[last], 721903.0143825529, 1e-9 * 721903); /* life of 5 years: -25 % */
    ck_near(high[last], stock[YEARS + last], 1e-6);       /* life of 9 years: +24 % */
    ck_near(low[last] / stock[last] - 1, -.25, .005);
    ck_near(high[last] / stock[last] - 1, .24, .005);
    ck_assert(complete[0] == 2023 && complete[1] == SKPI_NONE); /* 14 and 18 years of investment are needed */
    /* betas of 0 and .8 from the same source, as spreads around .5 and .55 */
    skpi_economy_capital_stock_options o = {.size = sizeof o, .beta_spread = .5};
    double beta[] = {.5, .5};
    out = (skpi_economy_capital_stock_out){.size = sizeof out, .beta_low = low, .beta_high = high};
    ck_assert_int_eq(skpi_economy_capital_stock(&t, life, beta, &o, &out, NULL), SKPI_OK);
    ck_near(low[last], 805319.6094521367, 1e-9 * 805319);
    beta[0] = .55, o.beta_spread = .25;
    ck_assert_int_eq(skpi_economy_capital_stock(&t, life, beta, &o, &out, NULL), SKPI_OK);
    ck_near(high[last], 1145956.6594599138, 1e-9 * 1145956);
    beta[0] = .9, o.profile = SURVIVAL; /* beta must stay below 1 */
    ck_assert_int_eq(skpi_economy_capital_stock(&t, life, beta, &o, &out, NULL), SKPI_OK);
    beta[0] = 1;
    out = (skpi_economy_capital_stock_out){.size = sizeof out, .stock = stock};
    ck_assert_int_eq(skpi_economy_capital_stock(&t, life, beta, &o, &out, NULL), SKPI_OK);
    ck_assert_double_eq(high[last], stock[last]);

    o = (skpi_economy_capital_stock_options){.size = sizeof o, .profile = SURVIVAL};
    out.complete = complete;
    ck_assert_int_eq(skpi_economy_capital_stock(&t, life, NULL, &o, &out, NULL), SKPI_OK);
    ck_near(stock[last], 929753.8129716855, 1e-9 * 929753); /* 3.4 % below the stock by cohorts */
    ck_assert(complete[0] == 2016 && complete[1] == 2018);
    o.profile = GEOMETRIC;
    ck_assert_int_eq(skpi_economy_capital_stock(&t, delta, NULL, &o, &out, NULL), SKPI_OK);
    ck_near(stock[0], 468029.14681048633, 1e-9 * 468029);
    ck_near(stock[last], 630518.2116005706, 1e-9 * 630518);
    ck_assert_int_eq(complete[0], 2010);
}
END_TEST

/* The investment of a year is in the stock in full at the year's end, and then leaves it with its efficiency. */
START_TEST(one_year)
{
    double value[YEARS] = {100}, stock[YEARS], life = 4, e[YEARS];
    const skpi_table t = table(1, YEARS, value);
    const skpi_economy_capital_stock_out out = {.size = sizeof out, .stock = stock};
    ck_assert_int_eq(skpi_economy_capital_stock(&t, &life, NULL, NULL, (skpi_economy_capital_stock_out *)&out, NULL),
                     SKPI_OK);
    ck_assert_int_eq(skpi_economy_capital_efficiency(1, YEARS, &life, NULL, COHORT, e, NULL), SKPI_OK);
    for (size_t j = 0; j < YEARS; j++) ck_near(stock[j], 100 * e[j], 1e-13);
}
END_TEST

START_TEST(missing)
{
    enum { M = 9 };
    double value[M] = {NAN, 10, 10, NAN, 10, 10, 10, 10, 10}, whole[M], stock[M], low[M], life = 2;
    int32_t complete, status;
    const skpi_table t = table(1, M, value);
    skpi_economy_capital_stock_options o = {.size = sizeof o};
    skpi_economy_capital_stock_out out = {.size = sizeof out, .stock = stock, .life_low = low, .complete = &complete};
    ck_assert_int_eq(skpi_economy_capital_stock(&t, &life, NULL, NULL, &out, &status), SKPI_WMISSING);
    ck_assert_int_eq(status, SKPI_WMISSING);
    /* unknown before the first value, and while the unknown investment of 2013 would be in service: ages 0 to 3 */
    for (size_t j = 0; j < M; j++) ck_assert_int_eq(isnan(stock[j]) != 0, j == 0 || (j >= 3 && j <= 6));
    ck_assert_int_eq(isnan(low[6]) != 0, 0); /* with a life of 1.43 years it has left by the third year */
    ck_assert_int_eq(complete, 2014);        /* the four years 2011 to 2014 are in service */
    value[0] = value[3] = 10;
    out = (skpi_economy_capital_stock_out){.size = sizeof out, .stock = whole};
    ck_assert_int_eq(skpi_economy_capital_stock(&t, &life, NULL, NULL, &out, NULL), SKPI_OK);
    ck_assert(whole[8] == stock[8] && whole[7] == stock[7]);
    value[3] = NAN, o.profile = GEOMETRIC; /* with this profile it never leaves entirely */
    ck_assert_int_eq(skpi_economy_capital_stock(&t, &life, NULL, &o, &out, NULL), SKPI_WMISSING);
    for (size_t j = 0; j < M; j++) ck_assert_int_eq(isnan(whole[j]) != 0, j >= 3);
    for (size_t j = 0; j < M; j++) value[j] = NAN;
    ck_fails_at(skpi_economy_capital_stock(&t, &life, NULL, NULL, &out, NULL), SKPI_ENODATA, "investment->value", 0);
}
END_TEST

START_TEST(geometric_start)
{
    double value[] = {100, 110, 121}, stock[3], low[3], high[3], life = 4;
    skpi_table t = table(1, 3, value);
    const skpi_economy_capital_stock_options o = {.size = sizeof o, .profile = GEOMETRIC, .life_spread = .6};
    skpi_economy_capital_stock_out out = {.size = sizeof out, .stock = stock, .life_low = low, .life_high = high};
#define CALL skpi_economy_capital_stock(&t, &life, NULL, &o, &out, NULL)
    ck_assert_int_eq(CALL, SKPI_OK);
    ck_near(stock[0], 100 / .6, 1e-12);
    ck_near(stock[1], .5 * stock[0] + 110, 1e-12);
    ck_near(stock[2], .5 * stock[1] + 121, 1e-12);
    ck_assert(isnan(low[0]) && isnan(low[2])); /* a life of 1.6 years would need a rate above 1 */
    ck_near(high[0], 100 / (.1 + .3125), 1e-12);
    value[1] = 80, value[2] = 64; /* -20 % a year: there is no start for rates 2/life up to .2 */
    ck_assert_int_eq(CALL, SKPI_OK);
    ck_near(stock[0], 100 / .3, 1e-12);
    ck_near(high[0], 100 / (.3125 - .2), 1e-11);
    life = 8;
    ck_assert_int_eq(CALL, SKPI_OK);
    ck_assert(isnan(high[0]) && stock[0] > 0);
    life = 11;
    ck_fails_at(CALL, SKPI_EDOM, "life", 0);
    life = 4, value[2] = 0;
    ck_fails_at(CALL, SKPI_EDOM, "life", 0);
    value[0] = 0, value[2] = 5;
    ck_fails_at(CALL, SKPI_EDOM, "investment->value", 0);
    t.m = 1;
    ck_fails_at(CALL, SKPI_ENODATA, "investment->value", 0);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "investment->value[0] = 1 value in this row is too few"));
    t.m = 2, life = 100, value[0] = value[1] = 1e307; /* 50 times that has no double */
    ck_fails_at(CALL, SKPI_EOVERFLOW, "out->stock", 0);
    t.m = 3, life = 2, value[0] = 100, value[1] = 110, value[2] = 121; /* and so that of the start */
    ck_assert_int_eq(CALL, SKPI_OK);
    ck_near(stock[0], 100 / 1.1, 1e-12);
    ck_assert(stock[1] == 110 && stock[2] == 121);
    life = 4, value[0] = .25, value[1] = .2, value[2] = .36; /* any unit: stocks below 1 */
    ck_assert_int_eq(CALL, SKPI_OK);
    const double start[] = {.25 / .7, .25 / (.2 + .3125)}, rest[] = {.5, .6875}, *const by[] = {stock, high};
    for (int k = 0; k < 2; k++) {
        ck_near(by[k][0], start[k], 1e-15);
        ck_near(by[k][1], rest[k] * start[k] + .2, 1e-15);
        ck_near(by[k][2], rest[k] * (rest[k] * start[k] + .2) + .36, 1e-15);
    }
#undef CALL
}
END_TEST

/* Investment that falls by just 2/life a year: by a quarter with a life of 8, by a ninth with 18. */
START_TEST(geometric_without_a_start)
{
    static const double value[] = {100, 75, 90, 80};
    double stock[2], high[2], life = 8;
    skpi_table t = table(1, 2, value);
    skpi_economy_capital_stock_options o = {.size = sizeof o, .profile = GEOMETRIC};
    skpi_economy_capital_stock_out out = {.size = sizeof out, .stock = stock, .life_high = high};
    ck_fails_at(skpi_economy_capital_stock(&t, &life, NULL, &o, &out, NULL), SKPI_EDOM, "life", 0);
    life = 5, o.life_spread = .6;
    ck_assert_int_eq(skpi_economy_capital_stock(&t, &life, NULL, &o, &out, NULL), SKPI_OK);
    ck_near(stock[0], 100 / .15, 1e-11);
    ck_assert(isnan(high[0]) && isnan(high[1]));
    t.value = value + 2, life = 14, o.life_spread = 0;
    ck_assert_int_eq(skpi_economy_capital_stock(&t, &life, NULL, &o, &out, NULL), SKPI_OK);
    ck_near(stock[0], 90 / (1. / 7 - 1. / 9), 1e-9);
    ck_assert(isnan(high[0]) && isnan(high[1]));
}
END_TEST

/* The recursion was done by hand, with profiles by quadrature and the normal distribution of mpmath 1.3.0 at 30
 * digits. */
START_TEST(opening)
{
    const double value[] = {111, 120, 90}, known[] = {802, 0};
    double stock[6], low[6], age[] = {0, 0}, life[] = {2 / .12, 7};
    int32_t complete[2], status;
    skpi_table t = table(1, 3, value);
    skpi_economy_capital_stock_options o = {.size = sizeof o, .profile = GEOMETRIC, .opening = known};
    skpi_economy_capital_stock_out out = {
        .size = sizeof out, .stock = stock, .life_low = low, .complete = complete, .beta_low = NULL};
#define CALL skpi_economy_capital_stock(&t, life, NULL, &o, &out, NULL)
    ck_assert_int_eq(CALL, SKPI_OK);
    ck_near(stock[0], 816.76, 1e-12);
    ck_near(stock[1], 838.7488, 1e-12);
    ck_near(stock[2], 828.098944, 1e-12);
    ck_assert_int_eq(complete[0], 2010);
    life[0] = 2.5; /* there is no variant with the shorter life of 1.8 years */
    ck_assert_int_eq(CALL, SKPI_OK);
    ck_assert(isnan(low[0]) && isnan(low[2]));
    ck_near(stock[0], 802 * .2 + 111, 1e-12);
    life[0] = 2; /* all of it is gone within a year */
    ck_assert_int_eq(CALL, SKPI_OK);
    for (size_t j = 0; j < 3; j++) ck_assert_double_eq(stock[j], value[j]);

    const double cohort[2][3] = {{845.08532522287398, 873.72968084448514, 843.18746855872164},
                                 {744.98575582878648, 674.44579198523109, 572.32946689317998}};
    const double survival[2][3] = {{851.10652894782864, 889.35963418354186, 869.84010497818057},
                                   {751.16940886869119, 655.34057736080793, 492.69750958305409}};
    const double shorter[2][3] = {{576.7607216347802, 416.08293572376297, 331.83174889537468},
                                  {501.09477110484344, 218.60198985586334, 279.16689449181275}};
    life[0] = 7, o.opening_age = age;
    for (size_t k = 0; k < 4; k++) {
        o.profile = k < 2 ? 0 : SURVIVAL;
        age[0] = k % 2 ? 3 : 0;
        ck_assert_int_eq(CALL, SKPI_OK);
        for (size_t j = 0; j < 3; j++) {
            ck_near(stock[j], k < 2 ? cohort[k][j] : survival[k - 2][j], 1e-11);
            if (k % 2) ck_near(low[j], shorter[k / 2][j], 1e-11);
        }
        ck_assert_int_eq(complete[0], 2010);
    }
    age[0] = 6; /* with a life of 5 years nothing is left */
    ck_assert_int_eq(CALL, SKPI_OK);
    ck_assert(isnan(low[0]) && isnan(low[2]) && stock[0] == 111);

    /* without an opening stock the stock is that of investment alone, complete from the first known investment on */
    double gap[] = {NAN, 111, 120}, plain[3], none = 0;
    t.value = gap, o = (skpi_economy_capital_stock_options){.size = sizeof o, .opening = &none};
    ck_assert_int_eq(skpi_economy_capital_stock(&t, life, NULL, &o, &out, &status), SKPI_WMISSING);
    out.stock = plain, out.complete = NULL, o.opening = NULL;
    ck_assert_int_eq(skpi_economy_capital_stock(&t, life, NULL, &o, &out, &status), SKPI_WMISSING);
    ck_assert(isnan(stock[0]) && stock[1] == plain[1] && stock[2] == plain[2] && complete[0] == 2011);
    /* growth at the rate g from the start: the opening stock is I_0/(g + delta) */
    const double growing[] = {100, 110, 121}, start = 100 / (.1 + .25);
    t.value = growing, life[0] = 8, out.stock = stock;
    o = (skpi_economy_capital_stock_options){.size = sizeof o, .profile = GEOMETRIC, .opening = &start};
    ck_assert_int_eq(CALL, SKPI_OK);
    for (size_t j = 0; j < 3; j++) ck_near(stock[j], start * pow(1.1, (double)j + 1), 1e-11);
    o.opening = NULL; /* a start at the end of the first year does not give that */
    ck_assert_int_eq(CALL, SKPI_OK);
    ck_assert(stock[1] / stock[0] > 1.12);
#undef CALL
}
END_TEST

START_TEST(opening_refuses)
{
    double value[] = {0, 5, 0, 0, 1, 2}, life[] = {3, 3}, open[] = {10, 10}, age[] = {0, 0}, stock[6] = {-7};
    int32_t status[2];
    const skpi_table t = table(2, 3, value);
    skpi_economy_capital_stock_options o = {.size = sizeof o, .opening_age = age};
    skpi_economy_capital_stock_out out = {.size = sizeof out, .stock = stock};
#define CALL skpi_economy_capital_stock(&t, life, NULL, &o, &out, NULL)
    ck_fails(CALL, SKPI_EINVAL, "options->opening");
    o.opening = open, open[1] = -1;
    ck_fails_at(CALL, SKPI_ERANGE, "options->opening", 1);
    open[1] = NAN;
    ck_fails_at(CALL, SKPI_ENOTFINITE, "options->opening", 1);
    open[1] = 10, age[1] = -1;
    ck_fails_at(CALL, SKPI_ERANGE, "options->opening_age", 1);
    age[1] = 6; /* cohorts are in service for 2T at most */
    ck_fails_at(CALL, SKPI_EDOM, "options->opening_age", 1);
    ck_assert(stock[0] == -7);
    ck_assert_int_eq(skpi_economy_capital_stock(&t, life, NULL, &o, &out, status), SKPI_WROWS);
    ck_assert(status[1] == SKPI_EDOM && isnan(stock[3]) && stock[0] > 0);
    o.profile = SURVIVAL, age[1] = 3;
    ck_fails_at(CALL, SKPI_EDOM, "options->opening_age", 1);
    o.profile = GEOMETRIC; /* ages are not used, and no growth rate is needed */
    ck_assert_int_eq(CALL, SKPI_OK);
    ck_near(stock[0], 10 / 3., 1e-15);
    open[0] = 1.7e308, value[1] = 1.7e308;
    ck_fails_at(CALL, SKPI_EOVERFLOW, "out->stock", 0);
#undef CALL
}
END_TEST

START_TEST(capital_refuses)
{
    double value[] = {1, 2, 3, 4, 5, 6}, life[] = {3, 4}, beta[] = {.5, .5}, stock[6];
    const int32_t gap[] = {2010, 2011, 2013};
    skpi_basis basis = {.size = sizeof basis, .prices = SKPI_BASIS_PRICES_CURRENT};
    skpi_table t = table(2, 3, value);
    skpi_economy_capital_stock_options o = {.size = sizeof o};
    skpi_economy_capital_stock_out out = {.size = sizeof out, .stock = stock};
    int32_t status[2];
    for (size_t j = 0; j < 6; j++) stock[j] = -7;
#define CALL skpi_economy_capital_stock(&t, life, beta, &o, &out, NULL)
    t.basis = &basis; /* nominal investment cannot be added up */
    ck_fails(CALL, SKPI_EDEFMIX, "investment->basis");
    basis.prices = 2017, t.year = gap; /* without one of its years, older assets would be too young */
    ck_fails_at(CALL, SKPI_ENODATA, "investment->year", 2);
    t.year = years, o.life_spread = 1;
    ck_fails(CALL, SKPI_ERANGE, "options->life_spread");
    o.life_spread = -.1;
    ck_fails(CALL, SKPI_ERANGE, "options->life_spread");
    o.life_spread = 0, o.beta_spread = -.1;
    ck_fails(CALL, SKPI_ERANGE, "options->beta_spread");
    o.beta_spread = 0, o.profile = 9;
    ck_fails(CALL, SKPI_EINVAL, "options->profile");
    o.profile = 0, o.zero = 1;
    ck_fails(CALL, SKPI_ESTRUCT, "options->zero");
    o.zero = 0, value[4] = -1;
    ck_fails_at(CALL, SKPI_ERANGE, "investment->value", 1);
    value[4] = INFINITY;
    ck_fails_at(CALL, SKPI_ENOTFINITE, "investment->value", 1);
    value[4] = value[5] = 1e308;
    ck_fails_at(CALL, SKPI_EOVERFLOW, "out->stock", 1);
    value[4] = value[5] = 1, life[1] = 0;
    ck_fails_at(CALL, SKPI_EDOM, "life", 1);
    life[1] = 3, beta[0] = 2;
    ck_fails_at(CALL, SKPI_ERANGE, "beta", 0);
    ck_assert(stock[0] == -7 && stock[5] == -7);
    ck_assert_int_eq(skpi_economy_capital_stock(&t, life, beta, &o, &out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_ERANGE && status[1] == SKPI_OK && isnan(stock[2]) && stock[3] == 4);
    beta[0] = .5;
    ck_fails(skpi_economy_capital_stock(NULL, life, beta, &o, &out, NULL), SKPI_EINVAL, "investment");
    ck_fails(skpi_economy_capital_stock(&t, NULL, beta, &o, &out, NULL), SKPI_EINVAL, "life");
    ck_fails(skpi_economy_capital_stock(&t, life, beta, &o, NULL, NULL), SKPI_EINVAL, "out");
#undef CALL
}
END_TEST

UNIT_MAIN("economy_capital",
          UNIT_CASE("profiles", profiles, truncated_and_renormalised, near_the_pole, edges, profile_refuses),
          UNIT_CASE("capital", us_hardware, one_year, missing, geometric_start, geometric_without_a_start, opening,
                    opening_refuses, capital_refuses))
