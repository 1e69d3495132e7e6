/* The date at which a series has used up a budget.
 *
 * Known answers: the quadratic of each step in 30-digit arithmetic (mpmath 1.2.1).
 */
#include "unit/unit.h"

enum { M = 5 };
static const int32_t year[M] = {2020, 2021, 2025, 2030, 2040};
static const double down[M] = {10, 8, 6, -2, -4}, up[M] = {-3, -1, 2, 5, 1}, level[M] = {4, 4, 4, 4, 4},
                    dip[M] = {1, -1, 1, 1, 1}, late[M] = {0, 0, 0, 1, 1};

static skpi_table series(const double *value)
{
    return (skpi_table){.size = sizeof(skpi_table), .n = 1, .m = M, .year = year, .value = value};
}

START_TEST(dates)
{
    const struct {
        const double *value;
        double t_budget, budget, date;
    } each[] = {{down, 2020, 20, 2022.43978022143896},
                {down, 2020.25, 20, 2022.77853734667211},
                {down, 2022, 25, 2025.89956143725216},
                {down, 2020, 48, 2028.19098300562505},
                {down, 2020, 48.25, 2028.75}, /* the whole budget ever used */
                {up, 2020, 1, 2025.46725141699713},
                {up, 2020.5, 4.5, 2026.35115644085173},
                {level, 2023.75, 25, 2030},
                {dip, 2020, .25, 2020.5}, /* the excess is given back afterwards */
                {dip, 2020, .2499, 2020.49},
                {late, 2020, 2.5, 2030},
                {down, 2020, 49, NAN},
                {down, 2040, 1, NAN},
                {down, 2035.5, 1, NAN},
                {down, 2030.5, 0, 2030.5},
                {down, 2030.5, -7, 2030.5}};
    for (size_t k = 0; k < sizeof each / sizeof *each; k++) {
        const skpi_table y = series(each[k].value);
        double date = -7;
        ck_assert_int_eq(skpi_carbon_budget_date(&y, &each[k].t_budget, &each[k].budget, &date, NULL), SKPI_OK);
        if (isnan(each[k].date))
            ck_assert(isnan(date));
        else
            ck_near(date, each[k].date, 1e-11);
    }
}
END_TEST

/* A missing year is interpolated linearly.  The budget of a date is what was used until then. */
START_TEST(missing_and_back)
{
    const double gap[M] = {10, NAN, 6, NAN, -4}, full[M] = {10, 9.2, 6, 2 + 2. / 3, -4};
    skpi_table y = series(gap), z = series(full);
    for (int k = 0; k < 60; k++) {
        const double t_budget = 2020 + k / 7., budget = k * .8;
        double one = -7, other = -7;
        ck_assert_int_eq(skpi_carbon_budget_date(&y, &t_budget, &budget, &one, NULL), SKPI_WMISSING);
        ck_assert_int_eq(skpi_carbon_budget_date(&z, &t_budget, &budget, &other, NULL), SKPI_OK);
        ck_assert(isnan(one) == isnan(other) && (isnan(one) || fabs(one - other) < 1e-9));
    }
    /* a constant emission of e uses up e times the years */
    const double t_budget = 2020.5, budget = 4 * 13.3;
    double date;
    z = series(level);
    ck_assert_int_eq(skpi_carbon_budget_date(&z, &t_budget, &budget, &date, NULL), SKPI_OK);
    ck_near(date, 2033.8, 1e-11);
}
END_TEST

/* A budget that is used up exactly where the cumulative emission is highest, in whole numbers and in tenths. */
START_TEST(at_a_peak)
{
    const int32_t years[] = {2020, 2021, 2022, 2023};
    static const struct {
        double e[4], budget, date;
    } each[] = {{{7, 6, 3, -6}, 11.5, 2022 + 1. / 3},
                {{9, 4, 3, -6}, 10.5, 2022 + 1. / 3},
                {{-7, -6, 3, -6}, -7.5, 2020},
                {{-7, 9, 3, -3}, 7.75, 2022.5},
                {{-70.1, 2.3, 71.2, -71.2}, 20.65, 2022.5},
                {{7, 6, 3, -6}, 11.50001, NAN}};
    for (size_t k = 0; k < sizeof each / sizeof *each; k++)
        for (int unit = 1; unit <= 1000; unit *= 10) {
            double e[4], budget = each[k].budget / unit, date = -7;
            const double from = 2020;
            for (int j = 0; j < 4; j++) e[j] = each[k].e[j] / unit;
            const skpi_table y = {.size = sizeof y, .n = 1, .m = 4, .year = years, .value = e};
            ck_assert_int_eq(skpi_carbon_budget_date(&y, &from, &budget, &date, NULL), SKPI_OK);
            if (isnan(each[k].date))
                ck_assert(isnan(date));
            else
                ck_assert_msg(fabs(date - each[k].date) < 1e-6, "%zu, %d: %.17g", k, unit, date);
        }
}
END_TEST

START_TEST(bad_input)
{
    skpi_table y = series(down);
    const double before = 2019.5, after = 2040.5, good = 2020, one = 1, nan = NAN;
    double date = -7;
    int32_t status;
    ck_fails(skpi_carbon_budget_date(&y, &before, &one, &date, NULL), SKPI_EDOM, "t_budget");
    ck_fails(skpi_carbon_budget_date(&y, &after, &one, &date, NULL), SKPI_EDOM, "t_budget");
    ck_assert_str_eq(
        skpi_last_error(),
        "skpi_carbon_budget_date: t_budget[0] = 2040.5 is outside the years of the row's values, 2020 to 2040");
    ck_fails(skpi_carbon_budget_date(&y, &good, &nan, &date, NULL), SKPI_ENOTFINITE, "budget");
    ck_assert(date == -7);
    ck_assert_int_eq(skpi_carbon_budget_date(&y, &before, &one, &date, &status), SKPI_WROWS);
    ck_assert(isnan(date) && status == SKPI_EDOM);
}
END_TEST

UNIT_MAIN("carbon budget date", UNIT_CASE("date", dates, missing_and_back, at_a_peak, bad_input))
