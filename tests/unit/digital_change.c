/* Change of the digital economy: contributions to growth, shift-share, within and between industries. */
#include "unit/unit.h"

static const int32_t years[] = {2012, 2022, 2023};
enum { MIDPOINT = SKPI_ECONOMY_SPLIT_MIDPOINT, BASE_YEAR = SKPI_ECONOMY_SPLIT_BASE_YEAR };

static skpi_table table(size_t n, size_t m, const double *value, const skpi_basis *basis)
{
    return (skpi_table){.size = sizeof(skpi_table), .n = n, .m = m, .year = years, .value = value, .basis = basis};
}

/* Value added of industries and GDP, United States 2012 and 2022, million dollars (Bureau of Economic Analysis); points
 * and changes of share in percent, computed with NumPy. */
START_TEST(us_2012_2022)
{
    const double d[] = {227912, 298856, 189838, 357601, 372346, 484189, 117734, 412086, 252742, 463908};
    const double g[] = {16253963, 26006889, 16253963, 26006889, 16253963,
                        26006889, 16253963, 26006889, 16253963, 26006889};
    const double points_[] = {0.43647201608616926, 1.0321359781611414, 0.6880968044531662, 1.8109552728771439,
                              1.2991662402578374};
    const double share_[] = {-0.25305174649816586, 0.20707512268585954, -0.4290292398020826, 0.8601860421160807,
                             0.2288327363195737};
    const skpi_table td = table(5, 2, d, NULL), tg = table(5, 2, g, NULL);
    double points[5], rate[5], share[5];
    skpi_digital_growth_contribution_out out = {
        .size = sizeof out, .points = points, .rate = rate, .share_change = share};
    ck_assert_int_eq(skpi_digital_growth_contribution(&td, &tg, &out, NULL), SKPI_OK);
    for (size_t i = 0; i < 5; i++) {
        ck_near(100 * points[i], points_[i], 1e-13);
        ck_near(100 * share[i], share_[i], 1e-13);
        const double s = d[2 * i] / g[0], own = d[2 * i + 1] / d[2 * i] - 1, all = g[1] / g[0] - 1;
        ck_near(points[i], s * own, 1e-15);
        ck_near(share[i], s * (own - all) / (1 + all), 1e-15);
        ck_near(rate[i], points[i] / all, 1e-15);
    }
}
END_TEST

/* China 2022 to 2023, trillion yuan: broad digital economy 50.2 and 53.9; GDP 120.4724 verified and 126.0582 preliminary.
 * From the preliminary 121.0207 of 2022 the rate would be 73.4 %. */
START_TEST(vintages)
{
    const double d[] = {NAN, 50.2, 53.9}, same[] = {NAN, 120.4724, 126.0582}, mixed[] = {NAN, 121.0207, 126.0582};
    skpi_basis first = {.size = sizeof first, .definition = SKPI_DIGITAL_DEFINITION_CAICT, .vintage = 2024};
    skpi_basis second = {.size = sizeof second, .vintage = 2024};
    const skpi_table td = table(1, 3, d, &first), tg = table(1, 3, same, &second), tm = table(1, 3, mixed, &second);
    double rate[2], points[2];
    int32_t status;
    skpi_digital_growth_contribution_out out = {.size = sizeof out, .rate = rate, .points = points};
    ck_assert_int_eq(skpi_digital_growth_contribution(&td, &tg, &out, &status), SKPI_WMISSING);
    ck_assert(isnan(rate[0]) && isnan(points[0]) && status == SKPI_WMISSING);
    ck_near(rate[1], .6623939, 1e-7);
    second.vintage = 2023; /* another release: refused, and nothing is written */
    rate[1] = -7;
    ck_fails(skpi_digital_growth_contribution(&td, &tm, &out, NULL), SKPI_EDEFMIX, "gdp->basis");
    ck_assert_double_eq(rate[1], -7);
    second.vintage = 0; /* not stated: not seen */
    ck_assert_int_eq(skpi_digital_growth_contribution(&td, &tm, &out, NULL), SKPI_WMISSING);
    ck_near(rate[1], .7344913, 1e-7);
}
END_TEST

START_TEST(change_refuses)
{
    double d[] = {1, 2, 3, 4}, g[] = {10, 11, 20, 20}, x[2] = {-7, -7}, y[2];
    const int32_t other[] = {2012, 2023};
    int32_t status[2];
    skpi_table td = table(2, 2, d, NULL), tg = table(2, 2, g, NULL), bad = tg;
    skpi_digital_growth_contribution_out out = {.size = sizeof out, .rate = x, .points = y};
#define CALL skpi_digital_growth_contribution(&td, &tg, &out, NULL)
    ck_fails_at(CALL, SKPI_EZERODIV, "gdp->value", 1); /* no change of GDP */
    ck_assert(x[0] == -7 && x[1] == -7);
    ck_assert_int_eq(skpi_digital_growth_contribution(&td, &tg, &out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_EZERODIV && x[0] == 1 && isnan(x[1]) && isnan(y[1]));
    out.rate = NULL; /* points have no such trouble */
    ck_assert_int_eq(CALL, SKPI_OK);
    ck_assert_double_eq(y[1], .05);
    out.rate = x, g[3] = 0;
    ck_fails_at(CALL, SKPI_EZERODIV, "gdp->value", 1);
    g[3] = 3;
    ck_fails_at(CALL, SKPI_ERANGE, "digital->value", 1); /* more than the whole */
    g[3] = 21, d[0] = -1;
    ck_fails_at(CALL, SKPI_ERANGE, "digital->value", 0);
    d[0] = INFINITY;
    ck_fails_at(CALL, SKPI_ENOTFINITE, "digital->value", 0);
    d[0] = 0, d[1] = 1e300, g[0] = 1e-300, g[1] = 1e301;
    ck_fails_at(CALL, SKPI_EOVERFLOW, "out->points", 0);
    bad.year = other;
    ck_fails_at(skpi_digital_growth_contribution(&td, &bad, &out, NULL), SKPI_EINCONSISTENT, "gdp->year", 1);
    td.m = tg.m = 1;
    ck_fails(CALL, SKPI_ENODATA, "digital->m");
    td.m = tg.m = 2;
    ck_fails(skpi_digital_growth_contribution(NULL, &tg, &out, NULL), SKPI_EINVAL, "digital");
    ck_fails(skpi_digital_growth_contribution(&td, NULL, &out, NULL), SKPI_EINVAL, "gdp");
    ck_fails(skpi_digital_growth_contribution(&td, &tg, NULL, NULL), SKPI_EINVAL, "out");
#undef CALL
}
END_TEST

/* Five sectors, computed with 50 digits (mpmath). */
static const double e0[] = {120, 80, 45.5, 200, 0}, e1[] = {131, 75, 61.25, 221, 9};
static const double n0[] = {12000, 9000, 3100, 26000, 50}, n1[] = {12600, 8300, 3900, 28500, 260};

START_TEST(shift_share)
{
    const double national_[] = {8.1595214356929212, 5.4396809571286142, 3.0938185443668993, 13.599202392821535, 0};
    const double mix_[] = {-2.1595214356929212, -11.661903179350836, 8.6481169395040684, 5.6315668379476954, 0};
    const double local_[] = {5, 1.2222222222222222, 4.0080645161290323, 1.7692307692307692, 9};
    const double competitive_[] = {4.4416749750747757, 1.2214606181455633, 2.4258378710023775, 2.0431704885343968};
    double national[5], mix[5], local[5], competitive[5], allocation[5];
    skpi_economy_shift_share_out out = {.size = sizeof out,
                                        .national = national,
                                        .mix = mix,
                                        .local = local,
                                        .competitive = competitive,
                                        .allocation = allocation};
    ck_assert_int_eq(skpi_economy_shift_share(1, 5, e0, e1, n0, n1, &out, NULL), SKPI_OK);
    for (size_t s = 0; s < 5; s++) {
        ck_near(national[s], national_[s], 1e-13);
        ck_near(mix[s], mix_[s], 1e-13);
        ck_near(local[s], local_[s], 1e-13);
        ck_near(national[s] + mix[s] + local[s], e1[s] - e0[s], 1e-13);
        if (s == 4) continue;
        ck_near(competitive[s], competitive_[s], 1e-13);
        ck_near(competitive[s] + allocation[s], local[s], 1e-13);
    }
    ck_assert(local[4] == 9 && national[4] == 0 && mix[4] == 0); /* a sector that is new to the city */
    ck_assert(isnan(competitive[4]) && isnan(allocation[4]));
    /* the nation as its own city: no mix in all, nothing local */
    ck_assert_int_eq(skpi_economy_shift_share(1, 5, n0, n1, n0, n1, &out, NULL), SKPI_OK);
    double sum = 0;
    for (size_t s = 0; s < 5; s++) {
        ck_near(local[s], 0, 1e-11);
        sum += mix[s];
    }
    ck_near(sum, 0, 1e-11);
}
END_TEST

START_TEST(shift_share_refuses)
{
    double a[] = {1, 2, 3, 4}, b[] = {2, 2, 3, 4}, c[] = {10, 0}, d[] = {11, 5}, x[4] = {-7, -7, -7, -7};
    int32_t status[2];
    skpi_economy_shift_share_out out = {.size = sizeof out, .local = x};
#define CALL skpi_economy_shift_share(2, 2, a, b, c, d, &out, NULL)
    a[1] = 0;
    ck_fails_at(CALL, SKPI_EINCONSISTENT, "city0", 1); /* where the nation has nothing */
    ck_assert_double_eq(x[0], -7);
    ck_assert_int_eq(skpi_economy_shift_share(2, 2, a, b, c, d, &out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_EINCONSISTENT && x[1] == 2 && isnan(x[2]) && isnan(x[3]));
    a[3] = 0;
    ck_assert_int_eq(CALL, SKPI_OK);
    c[0] = 0;
    ck_fails(CALL, SKPI_EZERODIV, "nation0");
    c[0] = -1;
    ck_fails_at(CALL, SKPI_ERANGE, "nation0", 0);
    c[0] = 10, d[1] = NAN;
    ck_fails_at(CALL, SKPI_ENOTFINITE, "nation1", 1);
    d[1] = 5, b[2] = -1;
    ck_fails_at(CALL, SKPI_ERANGE, "city1", 1);
    b[2] = 3, c[0] = 1e-300, d[0] = 1e300;
    ck_fails(CALL, SKPI_EOVERFLOW, "nation1");
    ck_fails(skpi_economy_shift_share(1, 0, a, b, c, d, &out, NULL), SKPI_ENODATA, "sectors");
    ck_fails(skpi_economy_shift_share(1, 2, NULL, b, c, d, &out, NULL), SKPI_EINVAL, "city0");
    ck_fails(skpi_economy_shift_share(1, 2, a, NULL, c, d, &out, NULL), SKPI_EINVAL, "city1");
    ck_fails(skpi_economy_shift_share(1, 2, a, b, NULL, d, &out, NULL), SKPI_EINVAL, "nation0");
    ck_fails(skpi_economy_shift_share(1, 2, a, b, c, NULL, &out, NULL), SKPI_EINVAL, "nation1");
    ck_fails(skpi_economy_shift_share(1, 2, a, b, c, d, NULL, NULL), SKPI_EINVAL, "out");
#undef CALL
}
END_TEST

/* Three industries, one of them new; computed with 50 digits (mpmath). */
START_TEST(within_between)
{
    const double va0[] = {60, 40, 0}, va1[] = {55, 45, 10}, d0[] = {.1, .2, 0}, d1[] = {.13, .19, .9};
    double change[3], within[3], between[3], interaction[3], sum = 0;
    skpi_economy_within_between_out out = {
        .size = sizeof out, .change = change, .within = within, .between = between, .interaction = interaction};
    ck_assert_int_eq(skpi_economy_within_between(1, 3, va0, va1, d0, d1, MIDPOINT, &out, NULL), SKPI_OK);
    const double within_[] = {0.0165, -0.004045454545454549, 0.04090909090909091};
    const double between_[] = {-0.0115, 0.0017727272727272728, 0.04090909090909091};
    for (size_t s = 0; s < 3; s++) {
        ck_near(within[s], within_[s], 1e-16);
        ck_near(between[s], between_[s], 1e-16);
        ck_near(within[s] + between[s], change[s], 1e-16);
        ck_assert(interaction[s] == 0);
        sum += change[s];
    }
    ck_near(sum, 0.084545454545454543, 1e-15); /* the change of the share */
    ck_assert_int_eq(skpi_economy_within_between(1, 3, va0, va1, d0, d1, BASE_YEAR, &out, NULL), SKPI_OK);
    ck_near(within[0], .018, 1e-16);
    ck_near(between[0], -.01, 1e-16);
    ck_near(interaction[0], -.003, 1e-16);
    ck_assert(within[2] == 0 && between[2] == 0); /* the new one: all of it interaction */
    ck_near(interaction[2], 0.08181818181818182, 1e-16);
    for (size_t s = 0; s < 3; s++) ck_near(within[s] + between[s] + interaction[s], change[s], 1e-16);
}
END_TEST

START_TEST(within_between_refuses)
{
    double va0[] = {1, 1, 1, 1}, va1[] = {2, 1, 1, 1}, d0[] = {.1, .2, .3, .4}, d1[] = {.1, .2, .3, .4};
    double x[4] = {-7, -7, -7, -7};
    int32_t status[2];
    skpi_economy_within_between_out out = {.size = sizeof out, .within = x};
#define CALL skpi_economy_within_between(2, 2, va0, va1, d0, d1, MIDPOINT, &out, NULL)
    d1[3] = 40;
    ck_fails_at(CALL, SKPI_ERANGE, "share1", 1);
    d1[3] = .4, d0[0] = NAN;
    ck_fails_at(CALL, SKPI_ENOTFINITE, "share0", 0);
    d0[0] = .1, va0[2] = -1;
    ck_fails_at(CALL, SKPI_EZERODIV, "value_added0", 1);
    va0[2] = -2;
    ck_fails_at(CALL, SKPI_ERANGE, "value_added0", 1);
    va0[2] = -.5; /* one may be negative */
    ck_assert_int_eq(CALL, SKPI_OK);
    va0[2] = 1, va1[2] = 1e308, va1[3] = 1e308, x[0] = -7;
    ck_fails_at(CALL, SKPI_EOVERFLOW, "value_added1", 1);
    ck_assert_double_eq(x[0], -7);
    ck_assert_int_eq(skpi_economy_within_between(2, 2, va0, va1, d0, d1, MIDPOINT, &out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_EOVERFLOW && isnan(x[2]) && !isnan(x[0]));
    ck_fails(skpi_economy_within_between(2, 2, va0, va1, d0, d1, 0, &out, NULL), SKPI_EINVAL, "form");
    const double large[] = {1e300, -1e300, 1e-8}, part[] = {.2, .2, .2}, more[] = {.3, .3, .3};
    ck_fails_at(skpi_economy_within_between(1, 3, large, large, part, more, MIDPOINT, &out, NULL), SKPI_EOVERFLOW,
                "out->within", 0); /* weights near the largest double: their sum is beyond it */
    ck_fails(skpi_economy_within_between(2, 0, va0, va1, d0, d1, MIDPOINT, &out, NULL), SKPI_ENODATA, "sectors");
    ck_fails(skpi_economy_within_between(2, 2, NULL, va1, d0, d1, MIDPOINT, &out, NULL), SKPI_EINVAL, "value_added0");
    ck_fails(skpi_economy_within_between(2, 2, va0, va1, d0, NULL, MIDPOINT, &out, NULL), SKPI_EINVAL, "share1");
    ck_fails(skpi_economy_within_between(2, 2, va0, va1, d0, d1, MIDPOINT, NULL, NULL), SKPI_EINVAL, "out");
#undef CALL
}
END_TEST

UNIT_MAIN("digital_change", UNIT_CASE("change", us_2012_2022, vintages, change_refuses),
          UNIT_CASE("shift-share", shift_share, shift_share_refuses),
          UNIT_CASE("within and between", within_between, within_between_refuses))
