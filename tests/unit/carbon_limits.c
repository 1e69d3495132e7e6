/* Carbon at the limits: members that a choice does not take, numbers beyond a double, roots on the other side of 0. */
#include "carbon/cubic.h"
#include "carbon/gwp.h"
#include "carbon/lmdi_row.h"
#include "unit/unit.h"

/* A member is refused where the form or rule does not take it, and changes the shares where it does. */
START_TEST(members_of_a_choice)
{
    const double emission[2] = {3, 1}, population[6] = {1, 1, 1, 3, 3, 3};
    double slow[6], fast[6], allowance[2];
    skpi_carbon_budget_converge_options own = {.size = sizeof own, .speed = 2};
    ck_fails(skpi_carbon_budget_converge(2, emission, population, 2020, 3, 2022, &own, slow), SKPI_EINVAL,
             "options->speed");
    own.form = SKPI_CARBON_BUDGET_CONVERGE_FORM_EXPONENTIAL;
    ck_assert_int_eq(skpi_carbon_budget_converge(2, emission, population, 2020, 3, 2022, &own, slow), SKPI_OK);
    own.speed = 0; /* 4 */
    ck_assert_int_eq(skpi_carbon_budget_converge(2, emission, population, 2020, 3, 2022, &own, fast), SKPI_OK);
    /* in the middle the share has moved exp(-a/2) of the way from 3/4 to 1/4 */
    ck_near(slow[1], .75 - .5 * exp(-1.), 1e-15);
    ck_near(fast[1], .75 - .5 * exp(-2.), 1e-15);
    /* sums below 1 have the same shares */
    const double less[2] = {.375, .125}, people[6] = {.125, .125, .125, .375, .375, .375};
    ck_assert_int_eq(skpi_carbon_budget_converge(2, less, people, 2020, 3, 2022, &own, slow), SKPI_OK);
    ck_assert_mem_eq(slow, fast, sizeof slow);
    const int32_t year = 2019;
    const skpi_table past = {.size = sizeof past, .n = 2, .m = 1, .year = &year, .value = emission};
    skpi_carbon_budget_share_options share = {.size = sizeof share, .history_population = &past};
    ck_fails(skpi_carbon_budget_share(2, population, emission, 100, &share, allowance), SKPI_EINVAL,
             "options->history_population");
}
END_TEST

/* Emissions that begin below 0: the budget of 1/2 is used up where 2 x^2 - x is. */
START_TEST(a_budget_after_removals)
{
    const int32_t year[2] = {2020, 2021};
    const double value[2] = {-1, 3}, from = 2020, budget = .5;
    const skpi_table emission = {.size = sizeof emission, .n = 1, .m = 2, .year = year, .value = value};
    double date;
    ck_assert_int_eq(skpi_carbon_budget_date(&emission, &from, &budget, &date, NULL), SKPI_OK);
    ck_near(date, 2020 + (1 + sqrt(5.)) / 4, 1e-12);
}
END_TEST

/* A segment between equal values, or whose end falls against the rise, has no slope there; a steep one is limited to
 * three times the mean slope. */
START_TEST(limited_cubics)
{
    skpi__cubic even = {.h = 1, .y0 = 1, .y1 = 1, .d0 = 1, .d1 = -1};
    skpi__cubic_limit(&even);
    ck_assert(even.d0 == 0 && even.d1 == 0);
    skpi__cubic against = {.h = 1, .y0 = 0, .y1 = 1, .d0 = 1, .d1 = -1};
    skpi__cubic_limit(&against);
    ck_assert(against.d0 == 1 && against.d1 == 0);
    skpi__cubic along = {.h = 1, .y0 = 0, .y1 = 1, .d0 = .5, .d1 = .25};
    skpi__cubic_limit(&along);
    ck_assert(along.d0 == .5 && along.d1 == .25);
    skpi__cubic steep = {.h = 1, .y0 = 0, .y1 = 1, .d0 = 30, .d1 = 0};
    skpi__cubic_limit(&steep);
    ck_near(steep.d0, 3, 1e-15);
}
END_TEST

START_TEST(names_of_gases)
{
    ck_assert(skpi__same_gas("HFC-134a", "hfc 134A"));
    ck_assert(!skpi__same_gas("CO2~", "CO2~")); /* no gas has such a name */
    ck_assert(!skpi__same_gas("CO2_", "CO2"));
    ck_assert(!skpi__same_gas("CO2", "CH4"));
}
END_TEST

/* (b - a)/ln(b/a) where the product of both leaves the range of a double. */
START_TEST(means_of_small_and_large)
{
    const double by = log(1.25), mean = .25 / by;
    ck_near(skpi__log_mean(1, 1.25, by) / mean, 1, 1e-15);
    ck_near(skpi__log_mean(0x1p-700, 0x1.4p-700, by) / 0x1p-700 / mean, 1, 1e-15);
    ck_near(skpi__log_mean(0x1p700, 0x1.4p700, by) / 0x1p700 / mean, 1, 1e-15);
    ck_near(skpi__log_mean(-1, -1.25, by) / mean, -1, 1e-15);
}
END_TEST

/* Factors without and with too much deviation. */
START_TEST(products)
{
    const double mu[2] = {1, 2}, prob = .9, none[2] = {0, 0}, most[2] = {1.7e308, 1.7e308};
    double quantile;
    skpi_carbon_product_quantile_in in = {.size = sizeof in, .n = 1, .n_factors = 2, .mu = mu, .sigma = none};
    ck_assert_int_eq(skpi_carbon_product_quantile(&in, 1, &prob, &quantile, NULL), SKPI_OK);
    ck_near(quantile, exp(3), 1e-13);
    in.sigma = most;
    ck_fails(skpi_carbon_product_quantile(&in, 1, &prob, &quantile, NULL), SKPI_EOVERFLOW, "quantile");
    const double three_mu[3] = {0}, three[3] = {1, 1, 1}, never[9] = {1, -1, -1, -1, 1, -1, -1, -1, 1};
    in.n_factors = 3;
    in.mu = three_mu;
    in.sigma = three;
    in.correlation = never;
    ck_fails(skpi_carbon_product_quantile(&in, 1, &prob, &quantile, NULL), SKPI_EINCONSISTENT, "in->correlation");
}
END_TEST

/* Emissions that rise again after their largest value. */
START_TEST(a_rebound)
{
    enum { M = 14 };
    int32_t year[M], verdict;
    double value[M], s;
    for (int j = 0; j < M; j++) {
        year[j] = 2000 + j;
        value[j] = j ? 50 + j : 100;
    }
    const skpi_table emission = {.size = sizeof emission, .n = 1, .m = M, .year = year, .value = value};
    skpi_carbon_peaked_out out = {.size = sizeof out, .verdict = &verdict, .s = &s};
    ck_assert_int_ge(skpi_carbon_peaked(&emission, NULL, &out, NULL), SKPI_OK);
    ck_assert_int_eq(verdict, SKPI_CARBON_PEAKED_VERDICT_REBOUNDING);
    ck_assert(s > 0);
}
END_TEST

/* A sector whose end is given is not said to be unfinished; one year without it is no path. */
START_TEST(a_sector_with_an_end)
{
    const double intensity = 2, activity[2] = {1, 1}, sector[2] = {1, .5}, end = .4;
    double path[2];
    skpi_carbon_target_sda_in in = {.size = sizeof in,
                                    .n = 1,
                                    .n_years = 2,
                                    .intensity = &intensity,
                                    .activity = activity,
                                    .sector_intensity = sector,
                                    .sector_activity = activity};
    ck_assert_int_eq(skpi_carbon_target_sda(&in, path, NULL, NULL), SKPI_WUNUSUAL);
    ck_near(path[1], .5, 1e-15);
    in.end_intensity = &end;
    ck_assert_int_eq(skpi_carbon_target_sda(&in, path, NULL, NULL), SKPI_OK);
    ck_near(path[1], .4 + (2 - .4) * (.5 - .4) / (1 - .4), 1e-15);
    in.end_intensity = NULL;
    in.n_years = 1;
    ck_fails_at(skpi_carbon_target_sda(&in, path, NULL, NULL), SKPI_EZERODIV, "in->sector_intensity", 0);
}
END_TEST

/* An inventory: potentials without their number, a required sub-sector that does not occur, sums beyond a double. */
START_TEST(inventories)
{
    const char *const reference[] = {"I.1.1", "I.2.1"}, *const gas[] = {"CO2", "CO2"};
    double amount[] = {3, 0}, completeness;
    const int32_t scope[] = {1, 1}, key[] = {SKPI_CARBON_KEY_VALUE, SKPI_CARBON_KEY_NOT_OCCURRING};
    skpi_carbon_inventory_total_in in = {.size = sizeof in,
                                         .n = 2,
                                         .reference = reference,
                                         .gas = gas,
                                         .amount = amount,
                                         .scope = scope,
                                         .key = key,
                                         .n_required = 2,
                                         .required = reference,
                                         .own_gwp = amount};
    skpi_carbon_inventory_total_out out = {.size = sizeof out, .completeness = &completeness};
    ck_fails(skpi_carbon_inventory_total(&in, SKPI_CARBON_GWP_AR5_100, &out), SKPI_EINVAL, "in->n_own");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "in->own_gwp"));
    in.own_gwp = NULL;
    in.own_gas = gas;
    ck_fails(skpi_carbon_inventory_total(&in, SKPI_CARBON_GWP_AR5_100, &out), SKPI_EINVAL, "in->n_own");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "in->own_gas"));
    in.own_gas = NULL;
    ck_assert_int_ge(skpi_carbon_inventory_total(&in, SKPI_CARBON_GWP_AR5_100, &out), SKPI_OK);
    ck_assert(completeness == 1);
    in.key = NULL;
    amount[0] = amount[1] = 1.7e308;
    ck_fails(skpi_carbon_inventory_total(&in, SKPI_CARBON_GWP_AR5_100, &out), SKPI_EOVERFLOW, "in->amount");
}
END_TEST

/* As many sectors as fit into a block of 512 cells, and one where a sector alone is larger. */
START_TEST(blocks_of_sectors)
{
    ck_assert_uint_eq(skpi__lmdi_block(5), 102);
    ck_assert_uint_eq(skpi__lmdi_block(512), 1);
    ck_assert_uint_eq(skpi__lmdi_block(1000), 1);
}
END_TEST

UNIT_MAIN("carbon_limits",
          UNIT_CASE("budgets", members_of_a_choice, a_budget_after_removals, a_sector_with_an_end, a_rebound,
                    inventories),
          UNIT_CASE("numbers", limited_cubics, names_of_gases, means_of_small_and_large, products, blocks_of_sectors))
