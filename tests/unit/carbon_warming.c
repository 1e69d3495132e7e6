/* Warming by cumulative CO2.
 *
 * Known answers: TCRE 0.45 (likely 0.27 to 0.63) degrees C per 1000 GtCO2, IPCC AR6 WG1 (2021), SPM D.1.1.
 */
#include "unit/unit.h"

START_TEST(warming)
{
    /* China to net zero in 2060: cumulative from 2024, TCRE 0.45 (0.27 to 0.63), printed to eight digits */
    double gt[] = {83.661256, 177.06751, 232.34876, 249.50501}, prob[] = {0.17, 0.5, 0.83}, best[4], q[12];
    static const double expected[] = {0.037647565, 0.079680378, 0.10455694, 0.11227725};
    static const double low[] = {0.022588539, 0.047808227, 0.062734164, 0.067366352};
    static const double high[] = {0.052706591, 0.11155253, 0.14637972, 0.15718815};
    ck_assert_int_eq(skpi_carbon_warming(4, 3, gt, prob, best, q), SKPI_OK);
    for (int i = 0; i < 4; i++) {
        ck_near(best[i], expected[i], 5e-8 * expected[i]);
        ck_near(q[3 * i], low[i], 5e-8 * low[i]);
        ck_near(q[3 * i + 1], best[i], 1e-17);
        ck_near(q[3 * i + 2], high[i], 5e-8 * high[i]);
    }
    double thousand = 1000, at = 0.95, budget = 1.9384266155919698;
    ck_assert_int_eq(skpi_carbon_warming(1, 3, &thousand, prob, best, q), SKPI_OK);
    ck_assert(best[0] == 0.45);
    ck_near(q[0], 0.27, 2e-16);
    ck_near(q[2], 0.63, 2e-16);
    ck_assert_int_eq(skpi_carbon_warming(1, 1, &budget, &at, NULL, q), SKPI_OK);
    ck_near(q[0], 0.0014737779847808042, 1e-17);
}
END_TEST

START_TEST(warming_by_removal)
{
    double gt[] = {-1000, 0}, prob[] = {0.05, 0.17, 0.83}, best[2], q[6];
    ck_assert_int_eq(skpi_carbon_warming(2, 3, gt, prob, best, q), SKPI_OK);
    ck_assert(best[0] == -0.45 && best[1] == 0);
    ck_assert(q[0] < q[1] && q[1] < q[2]); /* the quantiles rise with the probability */
    ck_near(q[1], -0.63, 2e-16);
    ck_near(q[2], -0.27, 2e-16);
    for (int j = 3; j < 6; j++) ck_assert(q[j] == 0);
}
END_TEST

START_TEST(warming_unit)
{
    double mt[] = {249.5, 20000, 249505, -20001}, best[4];
    ck_assert_int_eq(skpi_carbon_warming(2, 0, mt, NULL, best, NULL), SKPI_OK);
    ck_assert_int_eq(skpi_carbon_warming(4, 0, mt, NULL, best, NULL), SKPI_WUNUSUAL);
    ck_assert_msg(strstr(skpi_last_error(), "cumulative[2] = 249505 is unusual") && strstr(skpi_last_error(), "(Mt?)"),
                  "%s", skpi_last_error());
    ck_near(best[2], 112.27725, 1e-12);
}
END_TEST

START_TEST(warming_bad_input)
{
    double gt[] = {1, NAN}, good = 1, prob[] = {0.5, 1}, out[4] = {-7, -7, -7, -7}, half = 0.5;
    ck_fails_at(skpi_carbon_warming(2, 1, gt, &half, out, NULL), SKPI_ENOTFINITE, "cumulative", 1);
    ck_fails_at(skpi_carbon_warming(1, 2, &good, prob, out, out + 1), SKPI_ERANGE, "prob", 1);
    prob[1] = 0;
    ck_fails_at(skpi_carbon_warming(1, 2, &good, prob, out, out + 1), SKPI_ERANGE, "prob", 1);
    ck_fails(skpi_carbon_warming(1, 0, NULL, NULL, out, NULL), SKPI_EINVAL, "cumulative");
    ck_fails(skpi_carbon_warming(1, 2, &good, NULL, out, out + 1), SKPI_EINVAL, "prob");
    ck_fails(skpi_carbon_warming((size_t)-1, 0, &good, NULL, out, NULL), SKPI_ENOMEM, "cumulative");
    const size_t many = (size_t)1 << (5 * sizeof many); /* its square exceeds size_t */
    ck_fails(skpi_carbon_warming(many, many, &good, &half, NULL, out), SKPI_ENOMEM, "quantile");
    ck_assert(out[0] == -7 && out[1] == -7);
    ck_assert_int_eq(skpi_carbon_warming(0, 0, NULL, NULL, NULL, NULL), SKPI_OK);
    ck_assert_int_eq(skpi_carbon_warming(1, 0, &good, NULL, &good, NULL), SKPI_OK); /* in place */
    ck_near(good, 0.00045, 1e-19);
}
END_TEST

UNIT_MAIN("carbon warming", UNIT_CASE("warming", warming, warming_by_removal, warming_unit, warming_bad_input))
