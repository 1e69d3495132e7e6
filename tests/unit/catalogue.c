/* Catalogue: points by target, checks, units of air. */
#include "unit/unit.h"

/* Known scores: points 1 3 4 1 are 56.25, points 3 4 2 are 75; limits belong to the higher class. */
START_TEST(points)
{
    const double value[] = {.1, .7, 1, .2, .66, 2, .33, NAN}, target[] = {1, 1, 1, 1};
    const int32_t right[] = {1, 3, 4, 1, 3, 4, 2, SKPI_NONE};
    int32_t point[8], counted[2];
    double reached[8], score[2];
    skpi_catalogue_score_out out = {sizeof out, 0, reached, point, score, counted};
    ck_assert_int_eq(skpi_catalogue_score(2, 4, value, target, NULL, &out, NULL), SKPI_WMISSING);
    for (size_t i = 0; i < 8; i++) ck_assert_int_eq(point[i], right[i]);
    ck_assert_double_eq(score[0], 56.25);
    ck_assert_double_eq(score[1], 75);
    ck_assert_int_eq(counted[1], 3);
    const double less[] = {0, 200, 95, 96}, aim[] = {90, NAN, 90.25, 30};
    const int32_t direction[] = {-1, 1, -1, -1};
    ck_assert_int_eq(skpi_catalogue_score(1, 4, less, aim, direction, &out, NULL), SKPI_OK);
    ck_assert(isinf(reached[0]));
    ck_assert_int_eq(point[0], 4);
    ck_assert_int_eq(point[1], SKPI_NONE);
    ck_assert_int_eq(point[2], 4);
    ck_assert_int_eq(point[3], 1);
    ck_assert_double_eq(score[0], 75);
    const double below[] = {-1}, zero[] = {0}, tiny[] = {1e-300}, huge[] = {1e300};
    ck_fails(skpi_catalogue_score(1, 1, below, target, NULL, &out, NULL), SKPI_ERANGE, "value");
    ck_fails(skpi_catalogue_score(1, 1, target, zero, NULL, &out, NULL), SKPI_EDOM, "target");
    ck_fails(skpi_catalogue_score(1, 1, huge, tiny, NULL, &out, NULL), SKPI_EOVERFLOW, "value");
}
END_TEST

START_TEST(rules)
{
    const double split[] = {.5, .3, .18, .5, .3, .17}, levels[] = {.9, .8, .8, .9, .7, .8}, percent[] = {50, 30, 20};
    int32_t status[2];
    ck_assert_int_eq(skpi_catalogue_check(2, 3, split, SKPI_CATALOGUE_RULE_WHOLE, status), SKPI_WROWS);
    ck_assert_int_eq(status[0], SKPI_OK);
    ck_assert_int_eq(status[1], SKPI_EINCONSISTENT);
    ck_fails_at(skpi_catalogue_check(2, 3, levels, SKPI_CATALOGUE_RULE_NESTED, NULL), SKPI_EINCONSISTENT, "part", 1);
    ck_fails(skpi_catalogue_check(1, 3, percent, SKPI_CATALOGUE_RULE_WHOLE, NULL), SKPI_ERANGE, "part");
}
END_TEST

START_TEST(air)
{
    double x[] = {.05, 0};
    ck_assert_int_eq(skpi_catalogue_concentration(2, x, SKPI_CATALOGUE_GAS_NO2, x, NULL), SKPI_OK);
    ck_near(x[0], 95, 1e-12);
    ck_assert_double_eq(x[1], 0);
    x[0] = .05;
    ck_assert_int_eq(skpi_catalogue_concentration(1, x, SKPI_CATALOGUE_GAS_SO2, x, NULL), SKPI_OK);
    ck_near(x[0], 131, 1e-12);
    x[0] = .05;
    ck_assert_int_eq(skpi_catalogue_concentration(1, x, SKPI_CATALOGUE_GAS_O3, x, NULL), SKPI_OK);
    ck_near(x[0], 98, 1e-12);
    x[0] = 1e308;
    ck_fails(skpi_catalogue_concentration(1, x, SKPI_CATALOGUE_GAS_O3, x, NULL), SKPI_EOVERFLOW, "concentration");
}
END_TEST

UNIT_MAIN("catalogue", UNIT_CASE("catalogue", points, rules, air))
