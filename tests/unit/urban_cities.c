/* Cities of a country: the recursion, rows, bad input. */
#include "unit/urban_calls.h"

START_TEST(cities_values)
{
    /* the recursion in 50-digit arithmetic: 1000 inhabitants, a growth rate of .05, and an urban population that grows
     * by .02 a year */
    enum { years = 30 };
    double urban[years + 1], c[3 * years], alone[years], still[years + 1];
    const double start[] = {1000, 0, 500}, growth[] = {.05, .05, -.01};
    for (int k = 0; k <= years; k++) urban[k] = exp(.02 * k), still[k] = 7;
    ck_assert_int_eq(skpi_urban_cities_project(3, years, start, growth, urban, c, NULL), SKPI_OK);
    ck_near(c[0], 1050.010327673, 1e-9);
    ck_near(c[9], 1413.613959944, 1e-9);
    ck_near(c[24], 1912.840620701, 1e-9);
    ck_near(c[29], 2114.015824912, 1e-9);
    ck_assert_double_eq(c[years + 29], 0);
    ck_assert_int_eq(skpi_urban_cities_project(1, years, start + 2, growth + 2, urban, alone, NULL), SKPI_OK);
    ck_assert(!memcmp(alone, c + 2 * years, sizeof alone));
    ck_assert_double_lt(alone[0], 500);
    ck_assert_double_gt(alone[29], 500);
    ck_assert_int_eq(skpi_urban_cities_project(1, years, start, growth, still, alone, NULL), SKPI_OK);
    ck_near(alone[29], alone[24], 1e-9); /* after 25 years a city grows like the urban population */
    /* quotients beyond a double, and a growth rate of 0, still lead to the right limit */
    ck_assert_int_eq(skpi_urban_cities_project(1, 1, start, (double[]){0}, (double[]){1e-300, 1e300}, alone, NULL),
                     SKPI_OK);
    ck_near(log(alone[0] / 1000), 600 * log(10) / 25, 1e-10);
    int32_t status[3];
    const double wild[] = {.05, .5, .05}, people[] = {1, 1.7e308, 1};
    ck_assert_int_eq(skpi_urban_cities_project(3, 2, people, wild, urban, c, status), SKPI_WROWS);
    ck_assert_int_eq(status[1], SKPI_EOVERFLOW);
    ck_assert(c[1] > 1 && isnan(c[2]) && isnan(c[3]) && c[5] > 1);
}
END_TEST

START_TEST(bad_cities)
{
    const double one = 1, half = .5, urban[] = {1, 0}, good[] = {1, 2};
    double out[2] = {7, 7};
    ck_assert_int_eq(skpi_urban_cities_project(0, 0, NULL, NULL, (double[]){1}, NULL, NULL), SKPI_OK);
    ck_assert_int_eq(skpi_urban_cities_project(1, 0, (double[]){1}, (double[]){0}, (double[]){1}, NULL, NULL), SKPI_OK);
    ck_fails(skpi_urban_cities_project(1, 1, &one, &half, NULL, out, NULL), SKPI_EINVAL, "urban");
    ck_fails_at(skpi_urban_cities_project(1, 1, &one, &half, urban, out, NULL), SKPI_EDOM, "urban", 1);
    ck_fails(skpi_urban_cities_project(1, (size_t)-1, &one, &half, urban, out, NULL), SKPI_ENOMEM, "urban");
    ck_fails_at(skpi_urban_cities_project(1, 1, (double[]){-1}, &half, good, out, NULL), SKPI_ERANGE, "population", 0);
    for (int k = 0; k < 2; k++) ck_assert_double_eq(out[k], 7);
}
END_TEST

UNIT_MAIN("urban_cities", UNIT_CASE("values", cities_values), UNIT_CASE("bad input", bad_cities))
