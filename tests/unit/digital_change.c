/* Change of the digital economy: contributions to growth. */
#include "unit/unit.h"

static const int32_t years[] = {2012, 2022, 2023};

static skpi_table table(size_t n, size_t m, const double *value, const skpi_basis *basis)
{
    return (skpi_table){.size = sizeof(skpi_table), .n = n, .m = m, .year = years, .value = value, .basis = basis};
}

/* Value added of industries and GDP, United States 2012 and 2022, million dollars (Bureau of Economic Analysis).
 * Points and changes of the share in percent were computed with NumPy. */
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
        .size = sizeof out, .contribution = points, .rate = rate, .share_change = share};
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

/* China 2022 to 2023, trillion yuan: broad digital economy 50.2 and 53.9; GDP 120.4724 verified and 126.0582
 * preliminary.  With the preliminary 121.0207 of 2022 the rate would be 73.4 %. */
START_TEST(vintages)
{
    const double d[] = {NAN, 50.2, 53.9}, same[] = {NAN, 120.4724, 126.0582}, mixed[] = {NAN, 121.0207, 126.0582};
    skpi_basis first = {.size = sizeof first, .definition = SKPI_DIGITAL_DEFINITION_CAICT, .vintage = 2024};
    skpi_basis second = {.size = sizeof second, .vintage = 2024};
    const skpi_table td = table(1, 3, d, &first), tg = table(1, 3, same, &second), tm = table(1, 3, mixed, &second);
    double rate[2], points[2];
    int32_t status;
    skpi_digital_growth_contribution_out out = {.size = sizeof out, .rate = rate, .contribution = points};
    ck_assert_int_eq(skpi_digital_growth_contribution(&td, &tg, &out, &status), SKPI_WMISSING);
    ck_assert(isnan(rate[0]) && isnan(points[0]) && status == SKPI_WMISSING);
    ck_near(rate[1], .6623939, 1e-7);
    second.vintage = 2023; /* another vintage is refused, and nothing is written */
    rate[1] = -7;
    ck_fails(skpi_digital_growth_contribution(&td, &tm, &out, NULL), SKPI_EDEFMIX, "gdp->basis");
    ck_assert_double_eq(rate[1], -7);
    second.vintage = 0; /* a vintage that is not stated cannot be compared */
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
    skpi_digital_growth_contribution_out out = {.size = sizeof out, .rate = x, .contribution = y};
#define CALL skpi_digital_growth_contribution(&td, &tg, &out, NULL)
    ck_fails_at(CALL, SKPI_EZERODIV, "gdp->value", 1); /* GDP did not change */
    ck_assert(x[0] == -7 && x[1] == -7);
    ck_assert_int_eq(skpi_digital_growth_contribution(&td, &tg, &out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_EZERODIV && x[0] == 1 && isnan(x[1]) && isnan(y[1]));
    out.rate = NULL; /* points need no division by the change */
    ck_assert_int_eq(CALL, SKPI_OK);
    ck_assert_double_eq(y[1], .05);
    out.rate = x, g[3] = 0;
    ck_fails_at(CALL, SKPI_EZERODIV, "gdp->value", 1);
    g[3] = 3;
    ck_fails_at(CALL, SKPI_ERANGE, "digital->value", 1); /* larger than the whole */
    g[3] = 21, d[0] = -1;
    ck_fails_at(CALL, SKPI_ERANGE, "digital->value", 0);
    d[0] = INFINITY;
    ck_fails_at(CALL, SKPI_ENOTFINITE, "digital->value", 0);
    d[0] = 0, d[1] = 1e300, g[0] = 1e-300, g[1] = 1e301;
    ck_fails_at(CALL, SKPI_EOVERFLOW, "out->contribution", 0);
    bad.year = other;
    ck_fails_at(skpi_digital_growth_contribution(&td, &bad, &out, NULL), SKPI_EINCONSISTENT, "gdp->year", 1);
    td.m = tg.m = 1;
    ck_fails(CALL, SKPI_ENODATA, "digital->m");
    td.m = tg.m = 2;
    ck_fails(skpi_digital_growth_contribution(NULL, &tg, &out, NULL), SKPI_EINVAL, "digital");
    ck_fails(skpi_digital_growth_contribution(&td, NULL, &out, NULL), SKPI_EINVAL, "gdp");
    ck_fails(skpi_digital_growth_contribution(&td, &tg, NULL, NULL), SKPI_EINVAL, "out");
    const int32_t mixed[] = {2010, 2015, 2016};
    const double three[] = {1, 2, 3, 2, NAN, 3}, of[] = {10, 11, 20, 10, 11, 20};
    double z[4];
    td = tg = table(2, 3, three, NULL);
    tg.value = of;
    td.year = tg.year = mixed;
    out = (skpi_digital_growth_contribution_out){.size = sizeof out, .share_change = z};
    ck_assert_int_eq(skpi_digital_growth_contribution(&td, &tg, &out, status), SKPI_WUNUSUAL | SKPI_WMISSING);
    ck_assert(status[0] == SKPI_WUNUSUAL && status[1] == SKPI_WMISSING); /* the second row has no step left */
    ck_assert_str_eq(skpi_last_error(), "skpi_digital_growth_contribution: digital->year[0][2] = 2016 ends a step that "
                                        "differs in length from the one before: changes are per step");
#undef CALL
}
END_TEST

UNIT_MAIN("digital_change", UNIT_CASE("change", us_2012_2022, vintages, change_refuses))
