/* Shares of a budget.
 *
 * Known answers: China's part of 400 GtCO2 by its shares of the world's population and fossil CO2 in 2019 (Our World
 * in Data, edition of the Global Carbon Budget 2024), made with 50-digit arithmetic.
 */
#include "unit/unit.h"

static uint64_t state = 20261122;
static double uniform(double a, double b) /* a small generator that gives the same cases on every machine */
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return a + (b - a) * ((double)(state >> 11) * 0x1p-53);
}

START_TEST(share_rules)
{
    double population[] = {0.18223874381380098, 1 - 0.18223874381380098}; /* China's share of 2019, and the rest */
    double emission[] = {0.2887533734995967, 1 - 0.2887533734995967}, out[2];
    skpi_carbon_budget_share_options o = {.size = sizeof o, .rule = SKPI_CARBON_BUDGET_RULE_GRANDFATHER};
    ck_assert_int_eq(skpi_carbon_budget_share(2, population, NULL, 400, NULL, out), SKPI_OK); /* default: per capita */
    ck_near(out[0], 72.8954975255204, 3e-14);
    ck_assert_int_eq(skpi_carbon_budget_share(2, NULL, emission, 400, &o, out), SKPI_OK);
    ck_near(out[0], 115.50134939983867, 3e-14);
    o.rule = SKPI_CARBON_BUDGET_RULE_BLEND, o.weight = 0.3;
    ck_assert_int_eq(skpi_carbon_budget_share(2, population, emission, 400, &o, out), SKPI_OK);
    ck_near(out[0], 102.71959383754319, 3e-14);
    o.weight = 0; /* a blend with the weight 0 or 1 is one of the other rules */
    ck_assert_int_eq(skpi_carbon_budget_share(2, population, emission, 400, &o, out), SKPI_OK);
    ck_near(out[0], 115.50134939983867, 3e-14);
    o.weight = 1;
    ck_assert_int_eq(skpi_carbon_budget_share(2, population, emission, 400, &o, out), SKPI_OK);
    ck_near(out[0], 72.8954975255204, 3e-14);
    /* five cities and the rest of China, thousands in 2023 (UN, World Urbanization Prospects 2018): 260 GtCO2 by head */
    double head[] = {4921, 8237, 29211, 13073, 14284, 1434676 - 69726}, part[6];
    static const double printed[] = {0.892, 1.493, 5.294, 2.369, 2.589, 247.364};
    ck_assert_int_eq(skpi_carbon_budget_share(6, head, NULL, 260, NULL, part), SKPI_OK);
    for (int i = 0; i < 6; i++) ck_near(part[i], printed[i], 5.1e-4);
}
END_TEST

START_TEST(shares_sum_to_one)
{
    enum { N = 5000 };
    static double population[N], emission[N], out[N];
    for (int trial = 0; trial < unit_trials(60); trial++) {
        size_t n = 1 + (size_t)uniform(0, N);
        for (size_t i = 0; i < n; i++) { /* values of eight orders of magnitude, with zeros */
            population[i] = pow(10, uniform(0, 8));
            emission[i] = uniform(0, 1) < 0.1 ? 0 : pow(10, uniform(-4, 4));
        }
        emission[0] = 1;
        static const int32_t rule[] = {SKPI_CARBON_BUDGET_RULE_PER_CAPITA, SKPI_CARBON_BUDGET_RULE_GRANDFATHER,
                                       SKPI_CARBON_BUDGET_RULE_BLEND};
        for (int k = 0; k < 3; k++) {
            skpi_carbon_budget_share_options o = {.size = sizeof o, .rule = rule[k]};
            if (o.rule == SKPI_CARBON_BUDGET_RULE_BLEND) o.weight = uniform(0, 1);
            ck_assert_int_eq(skpi_carbon_budget_share(n, population, emission, 1, &o, out), SKPI_OK);
            double sum = 0, rest = 0; /* compensated, so that the test's own rounding is negligible */
            for (size_t i = 0; i < n; i++) {
                double y = out[i] - rest, t = sum + y;
                rest = (t - sum) - y;
                sum = t;
                ck_assert(out[i] >= 0);
            }
            ck_near(sum, 1, 5e-16);
        }
    }
    /* the order of the terms does not matter: one large value among many small ones */
    for (size_t i = 0; i < N; i++) population[i] = 1e-16;
    population[0] = 1;
    ck_assert_int_eq(skpi_carbon_budget_share(N, population, NULL, 1, NULL, out), SKPI_OK);
    ck_near(out[0], 1 / (1 + (N - 1) * 1e-16), 2e-16);
    ck_assert(out[0] < 1);
}
END_TEST

START_TEST(share_bad_input)
{
    double p[] = {1, 2, 3}, e[] = {4, 5, 6}, out[] = {-7, -7, -7}, zero[] = {0, 0, 0}, negative[] = {1, -2, 3};
    double missing[] = {1, 2, NAN}, huge[] = {1e308, 1e308, 0};
    skpi_carbon_budget_share_options o = {.size = sizeof o, .rule = SKPI_CARBON_BUDGET_RULE_BLEND, .weight = 0.5};
    ck_fails(skpi_carbon_budget_share(0, NULL, NULL, 1, NULL, NULL), SKPI_ENODATA, "n");
    ck_fails(skpi_carbon_budget_share(3, NULL, e, 1, NULL, out), SKPI_EINVAL, "population");
    ck_fails(skpi_carbon_budget_share(3, p, NULL, 1, &o, out), SKPI_EINVAL, "emission");
    ck_fails(skpi_carbon_budget_share(3, NULL, e, 1, &o, out), SKPI_EINVAL, "population");
    ck_fails(skpi_carbon_budget_share(3, p, e, 1, &o, NULL), SKPI_EINVAL, "allowance");
    ck_fails_at(skpi_carbon_budget_share(3, negative, NULL, 1, NULL, out), SKPI_ERANGE, "population", 1);
    ck_fails_at(skpi_carbon_budget_share(3, p, negative, 1, &o, out), SKPI_ERANGE, "emission", 1);
    ck_fails_at(skpi_carbon_budget_share(3, missing, NULL, 1, NULL, out), SKPI_ENOTFINITE, "population", 2);
    ck_fails(skpi_carbon_budget_share(3, zero, NULL, 1, NULL, out), SKPI_EZERODIV, "population");
    ck_fails(skpi_carbon_budget_share(3, p, zero, 1, &o, out), SKPI_EZERODIV, "emission");
    ck_fails(skpi_carbon_budget_share(3, huge, NULL, 1, NULL, out), SKPI_EOVERFLOW, "population");
    ck_fails(skpi_carbon_budget_share(3, p, NULL, (double)NAN, NULL, out), SKPI_ENOTFINITE, "budget");
    ck_fails(skpi_carbon_budget_share((size_t)-1, p, NULL, 1, NULL, out), SKPI_ENOMEM, "population");
    o.weight = 1.5;
    ck_fails(skpi_carbon_budget_share(3, p, e, 1, &o, out), SKPI_ERANGE, "options->weight");
    o.weight = 0.5, o.rule = 0; /* a weight, but no rule */
    ck_fails(skpi_carbon_budget_share(3, p, e, 1, &o, out), SKPI_EINVAL, "options->weight");
    o.weight = 0, o.rule = 5;
    ck_fails(skpi_carbon_budget_share(3, p, e, 1, &o, out), SKPI_EINVAL, "options->rule");
    o.rule = 0, o.zero = 1;
    ck_fails(skpi_carbon_budget_share(3, p, e, 1, &o, out), SKPI_ESTRUCT, "options->zero");
    o.zero = 0, o.flags = 2;
    ck_fails(skpi_carbon_budget_share(3, p, e, 1, &o, out), SKPI_ESTRUCT, "options->flags");
    ck_assert(out[0] == -7 && out[1] == -7 && out[2] == -7);
    ck_assert_int_eq(skpi_carbon_budget_share(3, p, e, -6, NULL, p),
                     SKPI_OK); /* in place, and with a budget that is already overspent */
    ck_assert(p[0] == -1 && p[1] == -2 && p[2] == -3);
    ck_assert_int_eq(skpi_carbon_budget_share(1, e, NULL, 7, NULL, out), SKPI_OK);
    ck_assert(out[0] == 7);
}
END_TEST

UNIT_MAIN("carbon share", UNIT_CASE("share", share_rules, shares_sum_to_one, share_bad_input))
