/* Arrays that no memory could hold are refused by their sizes, before any of them is read: one value stands for each. */
#include "unit/unit.h"

#define FAR ((size_t)1 << (sizeof(size_t) * 4 - 1)) /* its square has no bytes for each element */
#define MOST ((size_t)PTRDIFF_MAX / 8)              /* as many doubles as an array may have */

static const double one = 1;
static double out;
static const int32_t year = 2020, flag = 1;

START_TEST(squares_of_columns)
{
    skpi_index_structure_out structure = {.size = sizeof structure};
    ck_fails(skpi_index_benefit(1, FAR, &one, NULL, NULL, &out, NULL, NULL), SKPI_ENOMEM, "m");
    ck_fails(skpi_index_structure(1, FAR, &one, SKPI_INDEX_CORRELATION_PEARSON, &structure), SKPI_ENOMEM, "m");
}
END_TEST

START_TEST(supply_and_use)
{
    skpi_economy_supply_use_in in = {.size = sizeof in,
                                     .n_industries = FAR,
                                     .n_commodities = 1,
                                     .n_categories = 1,
                                     .make = &one,
                                     .use = &one,
                                     .final_use = &one};
    skpi_economy_supply_use_out tables = {.size = sizeof tables};
    ck_fails(skpi_economy_supply_use(&in, NULL, &tables), SKPI_ENOMEM, "in->make");
    in.n_industries = 1 << 10;
    in.n_categories = MOST / 2;
    ck_fails(skpi_economy_supply_use(&in, NULL, &tables), SKPI_ENOMEM, "in->final_use");
}
END_TEST

START_TEST(definitions_of_the_same_tables)
{
    const skpi_table t = {.size = sizeof t, .n = MOST / 2, .m = 1, .year = &year, .value = &one};
    const skpi_table *const tables[] = {&t, &t, &t, &t};
    skpi_digital_compare_out compared = {.size = sizeof compared};
    ck_fails(skpi_digital_compare(4, tables, tables, &compared, NULL), SKPI_ENOMEM, "out->share");
    skpi_digital_sum_of_parts_out sums = {.size = sizeof sums};
    ck_fails(skpi_digital_sum_of_parts(4, tables, NULL, 0, &sums, NULL), SKPI_ENOMEM, "out->mix");
}
END_TEST

START_TEST(forecasts)
{
    const skpi_table y = {.size = sizeof y, .n = MOST / 2, .m = 1, .year = &year, .value = &one};
    skpi_series_fan_out fan = {.size = sizeof fan};
    const skpi_series_fan_options options = {.size = sizeof options, .form = SKPI_SERIES_FAN_FORM_URBAN};
    ck_fails(skpi_series_fan(&y, 2021, 100, 0, NULL, &options, &fan, NULL), SKPI_ENOMEM, "out->median");
}
END_TEST

START_TEST(revisions)
{
    const size_t first[] = {0, 1};
    const double date = 2020;
    skpi_urban_history history = {
        .size = sizeof history, .n = 1, .n_observations = 1, .first = first, .date = &date, .share = &one};
    const int32_t years[] = {2021, 2022, 2023, 2024};
    const skpi_table truth = {.size = sizeof truth, .n = 1, .m = 4, .year = years, .value = &one};
    skpi_urban_revision_error_out error = {.size = sizeof error};
    ck_fails(skpi_urban_revision_error(&history, &truth, &year, FAR, &one, FAR, &one, &error), SKPI_ENOMEM,
             "out->quantile");
}
END_TEST

START_TEST(peers_of_all)
{
    skpi_peers_challenge_out challenge = {.size = sizeof challenge};
    ck_fails(skpi_peers_challenge(INT32_MAX, 1, INT32_MAX - 1, &one, &flag, &one, &challenge), SKPI_ENOMEM, "n_peers");
}
END_TEST

/* Ranks and counts of units are int32_t. */
START_TEST(more_units_than_a_count)
{
    if (sizeof(size_t) < 8) return;
    const size_t n = (size_t)INT32_MAX + 1;
    int32_t rank;
    skpi_index_structure_out structure = {.size = sizeof structure};
    skpi_index_describe_out described = {.size = sizeof described};
    skpi_index_decide_out decided = {.size = sizeof decided};
    ck_fails(skpi_index_structure(n, 1, &one, SKPI_INDEX_CORRELATION_PEARSON, &structure), SKPI_ENOMEM, "n");
    ck_fails(skpi_index_describe(n, 1, &one, &described), SKPI_ENOMEM, "n");
    ck_fails(skpi_index_decide(n, 1, &one, &one, &flag, SKPI_INDEX_DECIDE_TOPSIS, NULL, &decided), SKPI_ENOMEM, "n");
    ck_fails(skpi_index_rank(n, 1, &one, 0, &rank), SKPI_ENOMEM, "n");
}
END_TEST

/* An array that a memory could just hold is not refused by its size: what follows it is looked at. */
START_TEST(arrays_that_fit)
{
    const double no = (double)NAN;
    const skpi_carbon_budget_share_options grandfather = {.size = sizeof grandfather,
                                                          .rule = SKPI_CARBON_BUDGET_RULE_GRANDFATHER};
    ck_fails(skpi_carbon_budget_share(MOST, NULL, &one, no, &grandfather, &out), SKPI_ENOTFINITE, "budget");
    ck_fails(skpi_carbon_budget_share(MOST, &one, NULL, no, NULL, &out), SKPI_ENOTFINITE, "budget");
    ck_fails(skpi_carbon_budget_share(MOST + 1, &one, NULL, no, NULL, &out), SKPI_ENOMEM, "population");
}
END_TEST

UNIT_MAIN("sizes", UNIT_CASE("sizes", squares_of_columns, supply_and_use, definitions_of_the_same_tables, forecasts,
                             revisions, peers_of_all, more_units_than_a_count, arrays_that_fit))
