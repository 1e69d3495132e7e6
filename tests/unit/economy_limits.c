/* The economy at the limits: arguments that a choice does not take, sectors without output, totals that no cell allows. */
#include "unit/unit.h"

/* delta belongs to FLQ and AFLQ. */
START_TEST(quotients_without_delta)
{
    const double coefficient[] = {.1, .2, .3, .1}, city[] = {1, 2}, nation[] = {10, 10};
    double out[4];
    skpi_economy_location_quotient_out o = {.size = sizeof o, .coefficient = out};
    static const int32_t without[] = {SKPI_ECONOMY_QUOTIENT_SLQ, SKPI_ECONOMY_QUOTIENT_CILQ};
    static const int32_t with[] = {SKPI_ECONOMY_QUOTIENT_FLQ, SKPI_ECONOMY_QUOTIENT_AFLQ};
    for (size_t k = 0; k < 2; k++) {
        ck_fails(skpi_economy_location_quotient(2, coefficient, city, nation, without[k], .3, &o), SKPI_EINVAL,
                 "delta");
        ck_assert_int_eq(skpi_economy_location_quotient(2, coefficient, city, nation, without[k], 0, &o), SKPI_OK);
        ck_assert_int_eq(skpi_economy_location_quotient(2, coefficient, city, nation, with[k], .3, &o), SKPI_OK);
    }
}
END_TEST

/* A sector without output has nothing else either. */
START_TEST(idle_sectors)
{
    const double flow[] = {1, 0, 0, 0}, output[] = {4, 0}, value_added[] = {3, 0}, final_demand[] = {3, 0};
    static double jobs[2], other[2];
    skpi_economy_iotable *table = NULL;
    const skpi_economy_iotable_source source = {.size = sizeof source,
                                                .n_sectors = 2,
                                                .flow = flow,
                                                .output = output,
                                                .value_added = value_added,
                                                .final_demand = final_demand,
                                                .jobs = jobs,
                                                .other_input = other};
    ck_assert_int_ge(skpi_economy_iotable_new(&source, &table), SKPI_OK);
    skpi_economy_iotable_free(table);
    jobs[1] = 1;
    ck_fails_at(skpi_economy_iotable_new(&source, &table), SKPI_EZERODIV, "source->output", 1);
    jobs[1] = 0;
    other[1] = 1;
    ck_fails_at(skpi_economy_iotable_new(&source, &table), SKPI_EZERODIV, "source->output", 1);
}
END_TEST

/* Cells of one sign have no total of the other; cells of 0 have none but 0. */
START_TEST(totals_of_the_other_sign)
{
    const double up[] = {1, 2, 3, 4}, down[] = {-1, -2, -3, -4}, none[] = {0, 0, 1, 1};
    const double sums[] = {1, 1}, losses[] = {-1, -1};
    double cell[4];
    skpi_economy_ras_out out = {.size = sizeof out, .cell = cell};
    const skpi_economy_ras_options o = {.size = sizeof o, .scaling = SKPI_ECONOMY_SCALING_GRAS};
    ck_fails_at(skpi_economy_ras(2, 2, up, losses, losses, &o, &out), SKPI_EINFEASIBLE, "row_total", 0);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "are not negative"));
    ck_fails_at(skpi_economy_ras(2, 2, down, sums, sums, &o, &out), SKPI_EINFEASIBLE, "row_total", 0);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "are not positive"));
    ck_fails_at(skpi_economy_ras(2, 2, none, sums, sums, &o, &out), SKPI_EINFEASIBLE, "row_total", 0);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "are all 0"));
}
END_TEST

/* Cells and totals so far apart that cells vanish, or a factor, or that there is no double: nothing is taken for a table
 * that has the totals. */
START_TEST(totals_far_from_cells)
{
    static const struct {
        double start[4], row[2], column[2];
        skpi_status status;
    } cases[] = {{{-1e212, 1e269, 0, -1e-268}, {-1e-222, -1e-16}, {-1e-222, -1e-16}, SKPI_WNOTCONVERGED},
                 {{1e271, 100, -1e130, 1e292}, {1e-201, 1e27}, {1e-201, 1e27}, SKPI_WNOTCONVERGED},
                 {{-1e-157, 0, 1e-304, -1e-294}, {-1e-267, -1e221}, {0, -1e221}, SKPI_EOVERFLOW},
                 {{-1e-128, -1e207, 1e-140, -1e-117}, {-1e118, 0}, {-1e118, 0}, SKPI_EOVERFLOW}};
    const skpi_economy_ras_options o = {.size = sizeof o, .scaling = SKPI_ECONOMY_SCALING_GRAS, .n_iterations = 20};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        double cell[4], residual = 7;
        skpi_economy_ras_out out = {.size = sizeof out, .cell = cell, .residual = &residual};
        ck_assert_int_eq(skpi_economy_ras(2, 2, cases[k].start, cases[k].row, cases[k].column, &o, &out),
                         cases[k].status);
        ck_assert(cases[k].status < 0 ? residual == 7 : residual > 0);
    }
}
END_TEST

UNIT_MAIN("economy_limits",
          UNIT_CASE("limits", quotients_without_delta, idle_sectors, totals_of_the_other_sign, totals_far_from_cells))
