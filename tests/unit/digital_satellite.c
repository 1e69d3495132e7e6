/* Satellite account: digital shares of commodities, carried to industries. */
#include "unit/unit.h"

static double ratio[8], digital[8], total, gdp, share;
static skpi_digital_satellite_out account = {
    .size = sizeof account, .ratio = ratio, .digital = digital, .total = &total, .gdp = &gdp, .share = &share};

/* Computed by hand: the second industry makes 50 of a digital commodity in its output of 200, and 40 of one that is
 * half digital. */
static const double make[] = {100, 0, 0, /**/ 110, 50, 40, /**/ 0, 30, 10}, d[] = {0, 1, .5}, va[] = {60, 120, 20};

START_TEST(satellite)
{
    ck_assert_int_eq(skpi_digital_satellite(3, 3, make, d, va, &account), SKPI_OK);
    ck_near(ratio[0], 0, 0);
    ck_near(ratio[1], .35, 1e-16);
    ck_near(ratio[2], .875, 1e-16);
    ck_near(digital[1], 42, 1e-14);
    ck_near(total, 59.5, 1e-13);
    ck_assert_double_eq(gdp, 200);
    ck_near(share, .2975, 1e-16);
    double over[3];
    memcpy(over, va, sizeof va);
    skpi_digital_satellite_out in_place = {.size = sizeof in_place, .digital = over};
    ck_assert_int_eq(skpi_digital_satellite(3, 3, make, d, over, &in_place), SKPI_OK);
    for (int i = 0; i < 3; i++) ck_assert_double_eq(over[i], digital[i]);
    const double all[] = {1, 1, 1}, none[] = {0, 0, 0};
    ck_assert_int_eq(skpi_digital_satellite(3, 3, make, all, va, &account), SKPI_OK);
    ck_assert_double_eq(share, 1);
    ck_assert_int_eq(skpi_digital_satellite(3, 3, make, none, va, &account), SKPI_OK);
    ck_assert_double_eq(share, 0);
}
END_TEST

/* A part of the output that has lost digits is refused, unless negative cells may have cancelled it. */
START_TEST(satellite_ratios_that_vanish)
{
    const double tiny[] = {1e-310, 0}, one = 1, most[] = {1, 2}, less[] = {-1, 3};
    ck_fails_at(skpi_digital_satellite(1, 2, most, tiny, &one, &account), SKPI_EOVERFLOW, "make", 0);
    const double parts[] = {1e-310, 0, 1}, two[] = {1, 1}, cancelled[] = {3, -1, 0, /**/ 0, 0, 5};
    ck_assert_int_eq(skpi_digital_satellite(2, 3, cancelled, parts, two, &account), SKPI_OK);
    ck_assert(ratio[0] > 0 && ratio[0] < 2e-310 && ratio[1] == 1);
    ck_assert_int_eq(skpi_digital_satellite(1, 2, less, (double[]){0, 0}, &one, &account), SKPI_OK);
}
END_TEST

/* A column of totals has no digital share: if it is left in, it halves every ratio without a warning. */
START_TEST(satellite_totals)
{
    double with[16], dt[4] = {0, 1, .5, 0}, vat[4] = {60, 120, 20, 200};
    for (int i = 0; i < 3; i++) {
        with[4 * i + 3] = 0;
        for (int c = 0; c < 3; c++) with[4 * i + c] = make[3 * i + c], with[4 * i + 3] += make[3 * i + c];
    }
    share = -7;
    ck_fails(skpi_digital_satellite(3, 4, with, dt, va, &account), SKPI_EINCONSISTENT, "make");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "column 3"));
    for (int c = 0; c < 3; c++) with[9 + c] = make[c] + make[3 + c] + make[6 + c];
    ck_fails_at(
        skpi_digital_satellite(4, 3, (double[]){100, 0, 0, 110, 50, 40, 0, 30, 10, 210, 80, 50}, d, vat, &account),
        SKPI_EINCONSISTENT, "make", 3);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "row 3"));
    const double front[] = {100, 100, 0, 0, 200.1, 110, 50, 40, 40, 0, 30, 10}; /* rounded totals in the first column */
    ck_fails(skpi_digital_satellite(3, 4, front, (double[]){0, 0, 1, .5}, va, &account), SKPI_EINCONSISTENT, "make");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "column 0"));
    ck_assert_double_eq(share, -7);
    /* a diagonal table, and an industry that makes the sum of two others, but in a single cell */
    const double single[] = {10, 0, 0, 0, 20, 0, 0, 0, 30};
    ck_assert_int_eq(skpi_digital_satellite(3, 3, single, d, va, &account), SKPI_OK);
    ck_assert_int_eq(skpi_digital_satellite(1, 3, (double[]){10, 20, 30}, d, va, &account), SKPI_OK);
}
END_TEST

START_TEST(satellite_refuses)
{
    double bad[9], idle[9], v[] = {60, 120, 20};
    memcpy(bad, make, sizeof make);
    memcpy(idle, make, sizeof make);
    ck_fails_at(skpi_digital_satellite(3, 3, make, (double[]){0, 100, 50}, va, &account), SKPI_ERANGE,
                "commodity_share", 1);
    bad[4] = -300;
    ck_fails_at(skpi_digital_satellite(3, 3, bad, d, va, &account), SKPI_ERANGE, "make", 1);
    idle[0] = 0;
    ck_fails_at(skpi_digital_satellite(3, 3, idle, d, va, &account), SKPI_EZERODIV, "make", 0);
    v[0] = 0;
    ck_assert_int_eq(skpi_digital_satellite(3, 3, idle, d, v, &account), SKPI_OK);
    ck_assert(ratio[0] == 0 && digital[0] == 0);
    idle[0] = 5, idle[1] = -5;
    ck_fails_at(skpi_digital_satellite(3, 3, idle, d, va, &account), SKPI_EZERODIV, "make", 0);
    ck_fails(skpi_digital_satellite(3, 3, make, d, (double[]){0, 0, 0}, &account), SKPI_EZERODIV, "value_added");
    ck_fails(skpi_digital_satellite(3, 3, make, d, (double[]){100, -40, 1}, &account), SKPI_ERANGE, "out->share");
    ck_fails(skpi_digital_satellite(0, 3, make, d, va, &account), SKPI_ENODATA, "n_industries");
    ck_fails(skpi_digital_satellite(3, 0, make, d, va, &account), SKPI_ENODATA, "n_commodities");
}
END_TEST

UNIT_MAIN("digital_satellite",
          UNIT_CASE("satellite", satellite, satellite_totals, satellite_refuses, satellite_ratios_that_vanish))
