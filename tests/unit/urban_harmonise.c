/* A published path of shares moved onto an observation.  Known answers: 25-digit arithmetic (mpmath 1.2.1). */
#include "unit/unit.h"

enum { M = 5 };
static const int32_t year[M] = {2015, 2020, 2025, 2030, 2050};
static const double path[M] = {.52, .56, .60, .64, .75};

static void moved(double date, double observed, double fade, const double *expected)
{
    const skpi_table table = {.size = sizeof table, .n = 1, .m = M, .year = year, .value = path};
    const skpi_urban_harmonise_options o = {.size = sizeof o, .fade = fade};
    double share[M];
    ck_assert_int_eq(skpi_urban_harmonise(&table, &date, &observed, &o, share, NULL), SKPI_OK);
    for (int j = 0; j < M; j++) ck_near(share[j], expected[j], 2e-16);
}

START_TEST(known_answers)
{
    moved(2020, .58, 0, (const double[]){.52, .58, .61941747572815534, .658580645161290323, .764988009592326139});
    moved(2022.5, .57, 0, (const double[]){.52, .56, .590009022981271654, .630392664283628542, .742145502891553381});
    moved(2022.5, .57, 20, (const double[]){.52, .56, .591262147413628135, .634008006621879478, .75});
    moved(2020, .56, 0, path);
    moved(2050, .8, 0, (const double[]){.52, .56, .60, .64, .8});
}
END_TEST

/* Where the difference stays, growth differences are kept.  A table may be changed in place; 0 and 1 stay. */
START_TEST(properties)
{
    double share[2 * M] = {.52, .56, .60, .64, .75, 0, .9, .95, 1, 1}, urgd[2];
    const double date[] = {2021, 2020}, observed[] = {.5, .92};
    const skpi_table table = {.size = sizeof table, .n = 2, .m = M, .year = year, .value = share};
    ck_assert_int_eq(skpi_urban_harmonise(&table, date, observed, NULL, share, NULL), SKPI_OK);
    const double t0[] = {2025, 2025}, t1[] = {2050, 2050}, s0[] = {.6, share[2]}, s1[] = {.75, share[4]};
    ck_assert_int_eq(skpi_urban_urgd(2, t0, s0, t1, s1, urgd, NULL), SKPI_OK);
    ck_near(urgd[0], urgd[1], 1e-15);
    ck_assert(share[5] == 0 && share[6] == .92 && share[8] == 1 && share[9] == 1);
}
END_TEST

START_TEST(bad_input)
{
    double share[2 * M] = {.52, .56, .60, .64, .75, 0, .9, .95, 1, 1}, out[2 * M];
    double date[] = {2021, 2014.5}, observed[] = {.5, .92};
    int32_t status[2];
    const skpi_table table = {.size = sizeof table, .n = 2, .m = M, .year = year, .value = share};
    out[0] = -7;
    ck_fails_at(skpi_urban_harmonise(&table, date, observed, NULL, out, NULL), SKPI_EDOM, "date", 1);
    ck_assert_str_eq(skpi_last_error(), "skpi_urban_harmonise: date[1] = 2014.5 is outside the path, 2015 to 2050");
    ck_assert(out[0] == -7);
    ck_assert_int_eq(skpi_urban_harmonise(&table, date, observed, NULL, out, status), SKPI_WROWS);
    ck_assert(out[0] == .52 && isnan(out[M]) && status[1] == SKPI_EDOM);
    static const int32_t two[] = {2020, 2030};
    const skpi_table rising = {.size = sizeof rising, .n = 1, .m = 2, .year = two, .value = (double[]){0, .5}};
    ck_fails_at(skpi_urban_harmonise(&rising, (double[]){2025}, observed, NULL, out, NULL), SKPI_EDOM, "path->value",
                0);
    date[1] = 2028; /* between .95 and 1 */
    ck_fails_at(skpi_urban_harmonise(&table, date, observed, NULL, out, NULL), SKPI_EDOM, "path->value", 1);
    date[1] = 2025;
    observed[0] = 57; /* a percentage */
    ck_fails_at(skpi_urban_harmonise(&table, date, observed, NULL, out, NULL), SKPI_ERANGE, "observed", 0);
}
END_TEST

UNIT_MAIN("urban harmonise", UNIT_CASE("harmonise", known_answers, properties, bad_input))
