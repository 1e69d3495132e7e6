/* Supply and use tables: model D. */
#include <float.h>
#include "unit/unit.h"

/* Five industries and seven commodities, one of them neither made nor used.  The expected values were computed by
 * 50-digit arithmetic. */
static const double V[] = {100, 5, 0, 0, 2, 0, 0,   0, 240, 12, 0, 0, 3, 0, 0, 8,  310, 0,
                           15,  0, 0, 1, 0, 4, 150, 6, 20,  0,  0, 0, 0, 9, 3, 95, 0};
static const double U[] = {12, 40, 8, 3, 5, 15, 60, 55, 10, 8,  9,  30, 70, 22, 12, 4, 12, 25,
                           18, 11, 2, 5, 6, 4,  3,  3,  11, 20, 14, 16, 0,  0,  0,  0, 0};
static const double Y[] = {30, 3, 60, 45, 123, 60, 84, 5, 10, -4, 34, 20, 0, 0}, M[] = {6, 18, 25, 9, 5};
static double flow[25], final[10], demand[5], output[5], added[5], market[35];
static skpi_economy_supply_use_out made = {.size = sizeof made,
                                           .flow = flow,
                                           .final_use = final,
                                           .final_demand = demand,
                                           .output = output,
                                           .value_added = added,
                                           .market_share = market};

static skpi_economy_supply_use_in tables(void)
{
    return (skpi_economy_supply_use_in){.size = sizeof(skpi_economy_supply_use_in),
                                        .n_industries = 5,
                                        .n_commodities = 7,
                                        .n_categories = 2,
                                        .make = V,
                                        .use = U,
                                        .final_use = Y,
                                        .other_input = M};
}

START_TEST(model_d)
{
    const skpi_economy_supply_use_in s = tables();
    ck_assert_int_eq(skpi_economy_supply_use(&s, NULL, &made), SKPI_OK);
    const double first[] = {12.331476960405071, 41.174346531643131, 9.4692870624855128, 3.4756177958933017,
                            5.3393670470726002};
    const double last[] = {2.872438562396989, 10.112100563331775, 18.209096947184571, 12.75159282674473,
                           13.850151287791198};
    const double g[] = {107, 255, 333, 181, 107}, va_known[] = {56, 79, 124, 101, 47};
    double whole = 0;
    for (int j = 0; j < 5; j++) {
        ck_near(flow[j], first[j], 333e-13);
        ck_near(flow[20 + j], last[j], 333e-13);
        ck_near(output[j], g[j], 333e-13);
        ck_near(added[j], va_known[j], 333e-13);
        double sold = demand[j], bought = M[j] + added[j];
        for (int k = 0; k < 5; k++) sold += flow[5 * j + k], bought += flow[5 * k + j];
        ck_near(sold, g[j], 333e-13);
        ck_near(bought, g[j], 333e-13);
        ck_near(demand[j], final[2 * j] + final[2 * j + 1], 1e-13);
        ck_assert_double_eq(market[7 * j + 6], 0);
        whole += added[j];
    }
    ck_near(whole, 407, 1e-12);
    ck_near(final[8], 33.281444490910433, 333e-13);
    ck_near(market[1], 0.019762845849802372, 1e-17);
    skpi_economy_iotable *t = NULL; /* the result can be made into a table */
    const skpi_economy_iotable_source source = {.size = sizeof source,
                                                .n_sectors = 5,
                                                .flow = flow,
                                                .output = output,
                                                .value_added = added,
                                                .final_demand = demand};
    double x[5];
    ck_assert_int_eq(skpi_economy_iotable_new(&source, &t), SKPI_OK);
    ck_assert_int_eq(skpi_economy_iotable_leontief(t, 1, demand, x), SKPI_OK);
    for (int j = 0; j < 5; j++) ck_near(x[j], g[j], 333e-13);
    skpi_economy_iotable_free(t);
}
END_TEST

/* Each industry makes one commodity alone: nothing changes. */
START_TEST(one_to_one)
{
    const double v[] = {10, 0, 0, 20}, u[] = {2, 3, 4, 5}, y[] = {5, 11};
    const skpi_economy_supply_use_in s = {.size = sizeof s,
                                          .n_industries = 2,
                                          .n_commodities = 2,
                                          .n_categories = 1,
                                          .make = v,
                                          .use = u,
                                          .final_use = y};
    ck_assert_int_eq(skpi_economy_supply_use(&s, NULL, &made), SKPI_OK);
    for (int i = 0; i < 4; i++) ck_assert_double_eq(flow[i], u[i]);
    ck_assert(demand[0] == 5 && demand[1] == 11 && added[0] == 4 && added[1] == 12);
}
END_TEST

START_TEST(supply_use_refuses)
{
    double v[40], u[40], y[14];
    memcpy(v, V, sizeof V), memcpy(u, U, sizeof U), memcpy(y, Y, sizeof Y);
    skpi_economy_supply_use_in s = tables();
    s.use = u, s.final_use = y, s.make = v;
    flow[0] = -7;
    u[30] = 1;
    ck_fails_at(skpi_economy_supply_use(&s, NULL, &made), SKPI_EZERODIV, "in->use", 6);
    u[30] = 0, u[0] = 12.001;
    ck_fails_at(skpi_economy_supply_use(&s, NULL, &made), SKPI_EINCONSISTENT, "in->use", 0);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "commodity 0"));
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "tolerance, 3.1e-06")); /* .001 of 326 */
    u[5] += .01; /* commodity 1 is farther off: the error names it, not the first one */
    ck_fails_at(skpi_economy_supply_use(&s, NULL, &made), SKPI_EINCONSISTENT, "in->use", 1);
    skpi_economy_supply_use_options enough = {.size = sizeof enough, .tolerance = 3.1e-5};
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "tolerance, 3.1e-05"));
    ck_assert_int_eq(skpi_economy_supply_use(&s, &enough, &made), SKPI_OK);
    u[5] -= .01;
    skpi_economy_supply_use_options o = {.size = sizeof o, .tolerance = 1e-5}; /* 1e-5 of 326 */
    ck_assert_int_eq(skpi_economy_supply_use(&s, &o, &made), SKPI_OK);
    flow[0] = -7, u[0] = 12;
    /* the tolerance is written with two digits and is enough, whatever the units */
    for (double off = .84; off < 9; off *= 1.07) {
        u[0] = 12 + off, o.tolerance = 0;
        ck_fails_at(skpi_economy_supply_use(&s, &o, &made), SKPI_EINCONSISTENT, "in->use", 0);
        const char *told = strstr(skpi_last_error(), "tolerance, ");
        ck_assert_ptr_nonnull(told);
        ck_assert_msg(strlen(told + 11) <= 6, "%s", told);
        o.tolerance = strtod(told + 11, NULL);
        ck_assert_int_eq(skpi_economy_supply_use(&s, &o, &made), SKPI_OK);
    }
    flow[0] = -7, u[0] = 12;
    o.tolerance = -1;
    ck_fails(skpi_economy_supply_use(&s, &o, &made), SKPI_ERANGE, "options->tolerance");
    o = (skpi_economy_supply_use_options){.size = sizeof o, .flags = 1};
    ck_fails(skpi_economy_supply_use(&s, &o, &made), SKPI_ESTRUCT, "options->flags");
    s.n_categories = 0;
    ck_fails(skpi_economy_supply_use(&s, NULL, &made), SKPI_ENODATA, "in->n_categories");
    s.n_categories = 2, s.n_industries = 0;
    ck_fails(skpi_economy_supply_use(&s, NULL, &made), SKPI_ENODATA, "in->n_industries");
    s.n_industries = 5, s.n_commodities = 0;
    ck_fails(skpi_economy_supply_use(&s, NULL, &made), SKPI_ENODATA, "in->n_commodities");
    /* totals of all industries as a sixth industry, balanced: a row of make and a column of use */
    const double vt[] = {10, 4, 6, 20, 16, 24}, ut[] = {2, 3, 5, 4, 5, 9}, yt[] = {22, 30};
    const skpi_economy_supply_use_in with = {.size = sizeof with,
                                             .n_industries = 3,
                                             .n_commodities = 2,
                                             .n_categories = 1,
                                             .make = vt,
                                             .use = ut,
                                             .final_use = yt};
    ck_fails_at(skpi_economy_supply_use(&with, NULL, &made), SKPI_EINCONSISTENT, "in->make", 2);
    ck_assert_double_eq(flow[0], -7);
}
END_TEST

/* Sales that are finite each may add up to infinity, and an industry may be far above what cancels to a small output. */
START_TEST(supply_use_overflows)
{
    const double ten[] = {10}, none[3] = {0}, huge[] = {DBL_MAX, DBL_MAX}, cancels[] = {1e308, -1e308, 1e-10},
                 tiny[] = {1e-10};
    const skpi_economy_supply_use_options loose = {.size = sizeof loose, .tolerance = DBL_MAX};
    const skpi_economy_supply_use_in far = {.size = sizeof far,
                                            .n_industries = 1,
                                            .n_commodities = 1,
                                            .n_categories = 2,
                                            .make = ten,
                                            .use = none,
                                            .final_use = huge};
    ck_fails_at(skpi_economy_supply_use(&far, &loose, &made), SKPI_EOVERFLOW, "out->final_demand", 0);
    const skpi_economy_supply_use_in close = {.size = sizeof close,
                                              .n_industries = 3,
                                              .n_commodities = 1,
                                              .n_categories = 1,
                                              .make = cancels,
                                              .use = none,
                                              .final_use = tiny};
    ck_fails_at(skpi_economy_supply_use(&close, NULL, &made), SKPI_EZERODIV, "in->use", 0);
    /* industry 0 makes 1e13 times the commodity, of which industries or categories use 1e300 and give it back */
    const double make[] = {1e13, -1e13, 1}, use[] = {1e300, -1e300, 0}, one[] = {1, 0, 0}, back[] = {1e300, -1e300};
    const double credit[] = {-DBL_MAX, 0, 0};
    skpi_economy_supply_use_in far_part = {.size = sizeof far_part,
                                           .n_industries = 3,
                                           .n_commodities = 1,
                                           .n_categories = 2,
                                           .make = make,
                                           .use = use,
                                           .final_use = one};
    ck_fails_at(skpi_economy_supply_use(&far_part, NULL, &made), SKPI_EOVERFLOW, "out->flow", 0);
    far_part.use = one, far_part.final_use = back;
    ck_fails_at(skpi_economy_supply_use(&far_part, NULL, &made), SKPI_EOVERFLOW, "out->final_use", 0);
    const double much[] = {DBL_MAX, 0, 0}, all[] = {DBL_MAX, 0};
    far_part.use = none, far_part.make = much, far_part.final_use = all, far_part.other_input = credit;
    ck_fails_at(skpi_economy_supply_use(&far_part, NULL, &made), SKPI_EOVERFLOW, "out->value_added", 0);
}
END_TEST

/* A commodity that is the sum of the two before it, and not of all others. */
START_TEST(supply_use_subtotal)
{
    const double make[] = {4, 1, 5, 2, /**/ 1, 6, 7, 3, /**/ 2, 2, 4, 9};
    const double use[12] = {0}, final_use[] = {7, 9, 16, 14};
    const skpi_economy_supply_use_in in = {.size = sizeof in,
                                           .n_industries = 3,
                                           .n_commodities = 4,
                                           .n_categories = 1,
                                           .make = make,
                                           .use = use,
                                           .final_use = final_use};
    ck_fails(skpi_economy_supply_use(&in, NULL, &made), SKPI_EINCONSISTENT, "in->make");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "column 2"));
}
END_TEST

/* An imbalance of .1 in 10 is .01 of it, in tenths and in whole numbers; of two that are the same the first is named. */
START_TEST(supply_use_at_the_tolerance)
{
    static const double unit[] = {1, 10};
    const double none[4] = {0};
    skpi_economy_supply_use_out out = {.size = sizeof out};
    for (int k = 0; k < 2; k++) {
        const double u = unit[k], make[] = {10 / u, 0, 0, 100 / u}, final_use[] = {11 / u, 100 / u},
                     both[] = {11 / u, 101 / u}, more[] = {11.001 / u, 100 / u};
        skpi_economy_supply_use_in in = {.size = sizeof in,
                                         .n_industries = 2,
                                         .n_commodities = 2,
                                         .n_categories = 1,
                                         .make = make,
                                         .use = none,
                                         .final_use = final_use};
        skpi_economy_supply_use_options o = {.size = sizeof o, .tolerance = .01};
        ck_assert_int_eq(skpi_economy_supply_use(&in, &o, &out), SKPI_OK);
        o.tolerance = .009;
        ck_fails_at(skpi_economy_supply_use(&in, &o, &out), SKPI_EINCONSISTENT, "in->use", 0);
        ck_assert_ptr_nonnull(strstr(skpi_last_error(), "tolerance, 0.01"));
        ck_assert_ptr_null(strstr(skpi_last_error(), "tolerance, 0.011"));
        in.final_use = both;
        ck_fails_at(skpi_economy_supply_use(&in, &o, &out), SKPI_EINCONSISTENT, "in->use", 0);
        in.final_use = more, o.tolerance = .01;
        ck_fails_at(skpi_economy_supply_use(&in, &o, &out), SKPI_EINCONSISTENT, "in->use", 0);
        ck_assert_ptr_nonnull(strstr(skpi_last_error(), "tolerance, 0.011"));
    }
    const double huge[] = {1e308, 0, 0, 1e308}, half[] = {1e308, .5e308}; /* whose sizes are beyond a double */
    const skpi_economy_supply_use_in far = {.size = sizeof far,
                                            .n_industries = 2,
                                            .n_commodities = 2,
                                            .n_categories = 1,
                                            .make = huge,
                                            .use = none,
                                            .final_use = half};
    ck_fails_at(skpi_economy_supply_use(&far, NULL, &out), SKPI_EINCONSISTENT, "in->use", 1);
}
END_TEST

UNIT_MAIN("economy_supply", UNIT_CASE("model D", model_d, one_to_one, supply_use_refuses, supply_use_overflows,
                                      supply_use_subtotal, supply_use_at_the_tolerance))
