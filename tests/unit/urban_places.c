/* Places together: city sums, groups, three-way shares, two regions, stages, doubling times. */
#include "unit/urban_calls.h"

/* cases/urban/city_sum.csv "exceeds", 50-digit arithmetic: 700, 220 and 50 (thousands) in a country of 1000 */
START_TEST(city_sum)
{
    enum { years = 6 };
    const double start[] = {700, 220, 50}, growth[] = {.05, .03, 0};
    double urban[years + 1], city[3 * years], factor[years], before[years];
    int32_t first = 7;
    for (int k = 0; k <= years; k++) urban[k] = 1000 * exp(.005 * k);
    ck_assert_int_eq(skpi_urban_cities_project(3, years, start, growth, urban, city, NULL), SKPI_OK);
    ck_assert_int_eq(skpi_urban_cities_check(3, years, city, urban + 1, &first, factor), SKPI_OK);
    ck_assert_int_eq(first, 0);
    ck_near(factor[0], .99402873288932697, 1e-15);
    ck_near(factor[1], .96112001275478066, 1e-15);
    ck_near(factor[5], .87825852579474447, 1e-15);
    /* the factor reduces the sum to that of the country, and another country is unchanged */
    for (int k = 0; k < years; k++)
        ck_near(factor[k] * (city[k] + city[years + k] + city[2 * years + k]), urban[k + 1], 1e-9);
    ck_assert_int_eq(skpi_urban_cities_check(1, years, city, urban + 1, &first, factor), SKPI_OK);
    ck_assert_int_eq(first, SKPI_NONE);
    for (int k = 0; k < years; k++) ck_assert_double_eq(factor[k], 1);
    /* the tolerance on both sides; no people at all; written over the input */
    const double two[] = {1 + 5e-10, 1 + 2e-9}, one[] = {1, 1};
    ck_assert_int_eq(skpi_urban_cities_check(1, 2, two, one, &first, NULL), SKPI_OK);
    ck_assert_int_eq(first, 1);
    ck_assert_int_eq(skpi_urban_cities_check(1, 2, one, (const double[]){1, 0}, &first, factor), SKPI_OK);
    ck_assert(first == 1 && factor[0] == 1 && factor[1] == 0);
    memcpy(before, urban + 1, sizeof before);
    ck_assert_int_eq(skpi_urban_cities_check(3, years, city, before, NULL, before), SKPI_OK);
    ck_near(before[5], .87825852579474447, 1e-15);
    ck_assert_int_eq(skpi_urban_cities_check(0, 2, NULL, one, &first, NULL), SKPI_OK);
    ck_assert_int_eq(first, SKPI_NONE);
}
END_TEST

START_TEST(bad_city_sum)
{
    const double one[] = {1, 1}, bad[] = {1, -1}, big[] = {1e308, 1e308};
    double factor[2] = {7, 7};
    int32_t first = 7;
    ck_fails(skpi_urban_cities_check(1, 2, NULL, one, &first, factor), SKPI_EINVAL, "city");
    ck_fails(skpi_urban_cities_check(1, 2, one, NULL, &first, factor), SKPI_EINVAL, "urban");
    ck_fails_at(skpi_urban_cities_check(1, 2, bad, one, &first, factor), SKPI_ERANGE, "city", 0);
    ck_fails_at(skpi_urban_cities_check(1, 2, one, bad, &first, factor), SKPI_ERANGE, "urban", 1);
    ck_fails(skpi_urban_cities_check(2, 1, big, one, &first, factor), SKPI_EOVERFLOW, "city");
    ck_fails(skpi_urban_cities_check((size_t)-1, 2, one, one, &first, factor), SKPI_ENOMEM, "city");
    ck_assert(!strchr(skpi_last_error(), '-')); /* a count, not -1 */
    ck_assert(first == 7 && factor[0] == 7 && factor[1] == 7);
}
END_TEST

START_TEST(aggregates)
{
    /* by hand: (.2 30 + .6 10)/40 and (.5 4)/4; then a place that is empty in the second year */
    const double share[] = {.2, .3, .6, .7, .5, 1}, total[] = {30, 30, 10, 0, 4, 5};
    const int32_t group[] = {1, 1, 0};
    double out[4] = {7, 7, 7, 7}, all[2], urban[6], rural[6];
    ck_assert_int_eq(skpi_urban_aggregate(3, 2, 2, share, total, group, out), SKPI_OK);
    ck_near(out[2], .3, 1e-16);
    ck_near(out[3], .3, 1e-16);
    ck_assert_double_eq(out[0], .5);
    ck_assert_double_eq(out[1], 1);
    /* one group of all places: urban people over people; aggregating the groups again gives the same */
    const int32_t one[] = {0, 0, 0}, halves[] = {0, 0};
    const double people[] = {4, 5, 40, 30};
    double again[2];
    ck_assert_int_eq(skpi_urban_aggregate(3, 2, 1, share, total, one, all), SKPI_OK);
    ck_assert_int_eq(skpi_urban_population(3, 2, share, total, urban, rural), SKPI_OK);
    ck_near(all[0], (urban[0] + urban[2] + urban[4]) / 44, 1e-15);
    ck_assert_int_eq(skpi_urban_aggregate(2, 2, 1, out, people, halves, again), SKPI_OK);
    for (int k = 0; k < 2; k++) ck_near(again[k], all[k], 1e-15);
    /* the share of many wholly urban places is 1 exactly */
    double full[999], crowd[999];
    int32_t same[999] = {0};
    for (int i = 0; i < 999; i++) full[i] = 1 - 0x1p-53, crowd[i] = 1 / (i + 3.);
    ck_assert_int_eq(skpi_urban_aggregate(999, 1, 1, full, crowd, same, out), SKPI_OK);
    ck_assert(out[0] <= 1);
    ck_near(out[0], 1, 1e-15);
    ck_assert_int_eq(skpi_urban_aggregate(3, 0, 2, NULL, NULL, group, NULL), SKPI_OK);
}
END_TEST

START_TEST(bad_aggregates)
{
    const double share[] = {.2, .3}, total[] = {3, 0}, percent[] = {.2, 30}, big[] = {1e308, 1e308};
    const int32_t both[] = {0, 0}, apart[] = {0, 1}, wrong[] = {0, 2}, below[] = {-1, 0};
    double out[2] = {7, 7};
    ck_fails_at(skpi_urban_aggregate(2, 1, 1, percent, total, both, out), SKPI_ERANGE, "share", 1);
    ck_assert(strstr(skpi_last_error(), "percent?"));
    ck_fails_at(skpi_urban_aggregate(2, 1, 2, share, total, wrong, out), SKPI_ERANGE, "group", 1);
    ck_fails_at(skpi_urban_aggregate(2, 1, 2, share, total, below, out), SKPI_ERANGE, "group", 0);
    ck_fails(skpi_urban_aggregate(2, 1, 2, share, total, apart, out), SKPI_EZERODIV, "total");
    ck_fails(skpi_urban_aggregate(1, 2, 1, share, total, both, out), SKPI_EZERODIV, "total");
    ck_fails(skpi_urban_aggregate(0, 1, 1, NULL, NULL, NULL, out), SKPI_ENODATA, "n");
    ck_fails(skpi_urban_aggregate(1, 1, 0, share, total, both, out), SKPI_ENODATA, "n_groups");
    ck_fails(skpi_urban_aggregate(2, 1, 1, share, big, both, out), SKPI_EOVERFLOW, "total");
    ck_fails(skpi_urban_aggregate(2, 1, (size_t)-1, share, total, both, out), SKPI_ENOMEM, "group_share");
    ck_assert(out[0] == 7 && out[1] == 7);
}
END_TEST

/* cases/urban/three_way.csv "grow" and "rural_vanishes", 50-digit arithmetic */
START_TEST(three_way)
{
    const double date0 = 2000, date1 = 2015, a[] = {.25, .2, .55}, b[] = {.4, .25, .35};
    double out[71 * 3];
    ck_assert_int_eq(call_three_way(1, &date0, a, &date1, b, 1990, 71, 1, out, NULL), SKPI_OK);
    ck_near(out[0], .16636250352446608, 1e-15);
    ck_near(out[2], .67673901246227172, 1e-15);
    ck_near(out[20 * 3 + 1], .23657778292678774, 1e-15);
    ck_near(out[70 * 3], .7390578284892476, 1e-15);
    ck_near(out[70 * 3 + 2], .040685774832886619, 1e-15);
    ck_assert(!memcmp(out + 10 * 3, a, sizeof a) && !memcmp(out + 25 * 3, b, sizeof b));
    for (int k = 0; k < 71; k++) ck_near(out[3 * k] + out[3 * k + 1] + out[3 * k + 2], 1, 5e-16);
    /* the reference part does not matter: with the parts in another order the shares are the same */
    const double c[] = {.55, .25, .2}, d[] = {.35, .4, .25};
    double turned[71 * 3];
    ck_assert_int_eq(call_three_way(1, &date0, c, &date1, d, 1990, 71, 1, turned, NULL), SKPI_OK);
    for (int k = 0; k < 71; k++)
        for (int j = 0; j < 3; j++) ck_near(turned[3 * k + (j + 1) % 3], out[3 * k + j], 5e-16);
    /* growth differences between two parts are constant */
    for (int k = 2; k < 71; k++)
        ck_near(log(out[3 * k] / out[3 * k + 1]) - log(out[3 * k - 3] / out[3 * k - 2]),
                log(.4 / .25 / (.25 / .2)) / 15, 1e-14);
    /* differs from the line of the two-way logit */
    ck_assert(fabs(1 - out[70 * 3 + 2] - .955983198298404) > 1e-3);
    /* a part that vanishes: linear in the share, between the observations only */
    const double u1 = 2000, u2 = 2020, before[] = {.6, .3, .1}, gone[] = {.7, .3, 0};
    ck_assert_int_eq(call_three_way(1, &u1, before, &u2, gone, 2000, 21, 1, out, NULL), SKPI_OK);
    ck_near(out[30], .65, 1e-15);
    ck_near(out[32], .05, 1e-15);
    ck_assert(!memcmp(out + 60, gone, sizeof gone));
    /* two observations close together and a year far away still give a composition */
    const double near = 2000 + 1e-9;
    ck_assert_int_eq(call_three_way(1, &date0, a, &near, b, 2400, 1, 1, out, NULL), SKPI_OK);
    ck_assert(out[0] == 1 && out[1] == 0 && out[2] == 0);
}
END_TEST

/* With damping, years beyond an observation count as phi (1 - phi^l)/(1 - phi), here by hand for phi = 1/2.  Between
 * observations nothing changes. */
START_TEST(damped_three_way)
{
    const double date0 = 2000, date1 = 2010, a[] = {.25, .2, .55}, b[] = {.4, .25, .35};
    double plain[15 * 3], damped[15 * 3];
    ck_assert_int_eq(call_three_way(1, &date0, a, &date1, b, 1998, 15, 1, plain, NULL), SKPI_OK);
    ck_assert_int_eq(call_three_way(1, &date0, a, &date1, b, 1998, 15, .5, damped, NULL), SKPI_OK);
    ck_assert_mem_eq(damped + 2 * 3, plain + 2 * 3, 11 * 3 * sizeof *plain);
    const double slope = log(.4 / .35 / (.25 / .55)) / 10;
    ck_near(log(damped[14 * 3] / damped[14 * 3 + 2]), log(.4 / .35) + .75 * slope, 1e-14); /* 2 years: 1/2 + 1/4 */
    ck_near(log(damped[0] / damped[2]), log(.25 / .55) - .75 * slope, 1e-14);
    ck_near(damped[0] + damped[1] + damped[2], 1, 5e-16);
    /* by default .94 a year */
    const double usual = .94 * (1 - .94 * .94) / .06;
    ck_assert_int_eq(call_three_way(1, &date0, a, &date1, b, 1998, 15, 0, damped, NULL), SKPI_OK);
    ck_near(log(damped[14 * 3] / damped[14 * 3 + 2]), log(.4 / .35) + usual * slope, 1e-14);
    ck_assert_int_eq(call_three_way(1, &date0, a, &date1, b, 1998, 15, .94, plain, NULL), SKPI_OK);
    ck_assert_mem_eq(damped, plain, sizeof damped);
    ck_fails(call_three_way(1, &date0, a, &date1, b, 1998, 15, 1.5, plain, NULL), SKPI_ERANGE, "options->damping");
    ck_fails(call_three_way(1, &date0, a, &date1, b, 1998, 15, -.5, plain, NULL), SKPI_ERANGE, "options->damping");
}
END_TEST

/* A place without a city: the two-way line of its towns; a part that appears is carried no further. */
START_TEST(three_way_without_a_part)
{
    const double date0 = 2000, date1 = 2010, a[] = {0, .2, .8}, b[] = {0, .3, .7}, whole[] = {0, 0, 1};
    const double appears[] = {.1, .3, .6};
    double out[31 * 3];
    ck_assert_int_eq(call_three_way(1, &date0, a, &date1, b, 1990, 31, 1, out, NULL), SKPI_OK);
    for (int k = 0; k < 31; k++) {
        const double logit = log(.2 / .8) + (k - 10) / 10. * log(.3 / .7 / (.2 / .8));
        ck_assert(out[3 * k] == 0);
        ck_near(out[3 * k + 1], 1 / (1 + exp(-logit)), 1e-15);
        ck_near(out[3 * k + 1] + out[3 * k + 2], 1, 5e-16);
    }
    ck_assert_int_eq(call_three_way(1, &date0, whole, &date1, whole, 1990, 31, 0, out, NULL), SKPI_OK);
    ck_assert(out[0] == 0 && out[2] == 1 && out[47] == 1);
    ck_assert_int_eq(call_three_way(1, &date0, a, &date1, appears, 2005, 1, 0, out, NULL), SKPI_OK);
    ck_near(out[0], .05, 1e-16);
    ck_fails_at(call_three_way(1, &date0, a, &date1, appears, 2005, 7, 0, out, NULL), SKPI_EDOM, "in->part0", 0);
    ck_fails_at(call_three_way(1, &date0, appears, &date1, b, 2005, 7, 0, out, NULL), SKPI_EDOM, "in->part1", 0);
}
END_TEST

START_TEST(bad_three_way)
{
    const double date0[] = {2000, 2000, 2000}, date1[] = {2020, 2020, 2000}, late = 2020;
    const double a[] = {.6, .3, .1, 0, .3, .7, .6, .3, .1}, b[] = {.7, .2, .1, .1, .35, .55, .7, .2, .1};
    const double percent[] = {60, 30, 10}, less[] = {.6, .3, .05};
    double out[3 * 2 * 3];
    int32_t status[3];
    for (int k = 0; k < 18; k++) out[k] = 7;
    ck_fails_at(call_three_way(3, date0, a, date1, b, 2020, 2, 0, out, NULL), SKPI_EDOM, "in->part0", 1);
    ck_fails_at(call_three_way(1, date0, percent, date1, b, 2020, 2, 0, out, NULL), SKPI_ERANGE, "in->part0", 0);
    ck_assert(strstr(skpi_last_error(), "percent?"));
    ck_fails_at(call_three_way(1, date0, a, date1, less, 2020, 2, 0, out, NULL), SKPI_EINCONSISTENT, "in->part1", 0);
    ck_fails_at(call_three_way(1, &late, a, date0, b, 2020, 2, 0, out, NULL), SKPI_ENOTSORTED, "in->date0", 0);
    ck_fails(call_three_way(1, date0, a, date1, b, 2399, 3, 0, out, NULL), SKPI_ERANGE, "first_year");
    ck_fails(call_three_way(1, date0, a, date1, b, 2020, 2, 0, NULL, NULL), SKPI_EINVAL, "share");
    for (int k = 0; k < 18; k++) ck_assert_double_eq(out[k], 7);
    ck_assert_int_eq(call_three_way(3, date0, a, date1, b, 2020, 2, 0, out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_EDOM && status[2] == SKPI_ENOTSORTED);
    ck_assert(out[0] == .7 && isnan(out[6]) && isnan(out[17]));
    ck_assert_int_eq(call_three_way(0, NULL, NULL, NULL, NULL, 2020, 2, 0, NULL, NULL), SKPI_OK);
}
END_TEST

static double place(double u, double r, double nu, double nr, double to_rural, double to_urban, size_t n_years,
                    double *years, double *stable)
{
    double growth;
    skpi_urban_two_region_in in = {.size = sizeof in,
                                   .n = 1,
                                   .urban = &u,
                                   .rural = &r,
                                   .natural_urban = &nu,
                                   .natural_rural = &nr,
                                   .to_rural = &to_rural,
                                   .to_urban = &to_urban};
    skpi_urban_two_region_out out = {.size = sizeof out, .growth = &growth, .stable = stable};
    if (years)
        out.urban = years, out.rural = years + n_years, out.natural = years + 2 * n_years,
        out.migration = years + 3 * n_years;
    ck_assert_int_ge(skpi_urban_two_region(&in, n_years, &out, NULL), SKPI_OK); /* large rates warn */
    return growth;
}

/* cases/urban/rogers_two_region.csv: 50-digit arithmetic, eigenvalues checked with NumPy */
START_TEST(two_regions)
{
    enum { n = 5000 };
    static double y[4 * n];
    double stable;
    ck_near(place(300, 700, .018, .024, .004, .022, n, y, &stable), 1.01913552872566, 1e-14);
    ck_near(stable, .81074521238999267, 1e-14);
    ck_near(y[0], 319.6, 1e-12);
    ck_near(y[n], 702.6, 1e-12);
    ck_near(y[2 * n], 5.4, 1e-14); /* the step that leads to the first year */
    ck_near(y[3 * n], 14.2, 1e-14);
    ck_near(y[49], 1847.5447489816195, 1e-9);
    ck_near(y[n + 49], 969.70386809771879, 1e-9);
    /* after many years: the stable share, and growth by the eigenvalue; the accounts of every step balance */
    ck_near(y[2999] / (y[2999] + y[n + 2999]), stable, 1e-12);
    ck_near(y[3000] / y[2999], 1.01913552872566, 1e-12);
    for (int k = 1; k < 1000; k++) ck_near((y[k] - y[k - 1] - y[2 * n + k] - y[3 * n + k]) / y[k], 0, 1e-15);
    ck_near(place(80, 20, -.004, -.008, .006, .011, 50, y, &stable), .99478708781050335, 1e-14);
    ck_near(stable, .69677195262583873, 1e-14);
    ck_near(y[49], 57.478986431729766, 1e-11);
    /* special cases: no migration back, no urban people at first, no migration at all */
    ck_near(place(10, 90, .01, .02, 0, .015, 1, NULL, &stable), 1.01, 1e-15);
    ck_assert_double_eq(stable, 1);
    ck_near(place(0, 1000, .01, .02, 0, .01, 50, y, &stable), 1.01, 1e-15);
    ck_assert_double_eq(y[0], 10);
    ck_near(place(50, 50, 0, .01, .03, 0, 1, NULL, &stable), 1.01, 1e-15);
    ck_assert_double_eq(stable, 0);
    place(50, 50, .05, .01, .03, 0, 1, NULL, &stable); /* a = 1.02 > d = 1.01: (a - d)/(a - d + m_ur) */
    ck_near(stable, .25, 1e-14);
    place(40, 60, .012, .02, 0, 0, 1, NULL, &stable);
    ck_assert_double_eq(stable, 0);
    place(40, 60, .02, .012, 0, 0, 1, NULL, &stable);
    ck_assert_double_eq(stable, 1);
    place(40, 60, .02, .02, 0, 0, 1, NULL, &stable);
    ck_near(stable, .4, 1e-16);
    /* a region that begins empty and into which nobody moves stays empty, whatever the other factor is */
    ck_near(place(5.6e6, 0, .01, .02, 0, 0, n, NULL, &stable), 1.01, 1e-15);
    ck_assert_double_eq(stable, 1);
    ck_near(place(5.6e6, 0, .01, .05, 0, .01, n, NULL, &stable), 1.01, 1e-15);
    ck_assert_double_eq(stable, 1);
    ck_near(place(0, 1e6, .05, .02, .01, 0, 50, y, &stable), 1.02, 1e-15);
    ck_assert_double_eq(stable, 0);
    ck_near(y[50 + 49] / y[50 + 48], 1.02, 1e-14);
    ck_near(place(0, 1e6, .05, .02, .01, 1e-9, 1, NULL, &stable), 1.04, 1e-9); /* a few moves, and it is approached */
    ck_assert(stable > .6);
    ck_near(place(1e6, 0, .05, .02, .01, 0, 1, NULL, &stable), 1.04, 1e-14); /* it begins empty, but is moved into */
    ck_near(stable, 2 / 3., 1e-13);
    place(1.5e308, 1.5e308, 0, 0, 0, 0, 1, NULL, &stable);
    ck_assert_double_eq(stable, .5);
    /* small rates keep their digits: m/(m + m) */
    ck_assert_double_eq(place(1, 1, 0, 0, 1e-200, 1e-200, 1, NULL, &stable), 1);
    ck_near(stable, .5, 1e-15);
    place(1, 1, .5, 0, .25, 1e-12, 1, NULL, &stable); /* lambda - a = m_ru m_ur/(lambda - d) */
    ck_near(stable, .5, 1e-11);
}
END_TEST

START_TEST(bad_two_regions)
{
    double u[] = {1, 0, 1, 1.7e308}, r[] = {1, 0, 1, 1}, nu[] = {.01, .01, .01, .5}, nr[] = {0, 0, 0, 0},
           ur[] = {0, 0, 2, 0}, ru[] = {0, 0, 0, 0}, urban[4 * 200], stable[4] = {7, 7, 7, 7};
    int32_t status[4];
    skpi_urban_two_region_in in = {.size = sizeof in,
                                   .n = 4,
                                   .urban = u,
                                   .rural = r,
                                   .natural_urban = nu,
                                   .natural_rural = nr,
                                   .to_rural = ur,
                                   .to_urban = ru};
    skpi_urban_two_region_out out = {.size = sizeof out, .urban = urban, .stable = stable};
    urban[0] = 7;
    ck_fails_at(skpi_urban_two_region(&in, 200, &out, NULL), SKPI_EZERODIV, "in->urban", 1);
    ck_assert(urban[0] == 7 && stable[0] == 7);
    in.n = 1, in.urban = u + 2, in.to_rural = ur + 2;
    ck_fails_at(skpi_urban_two_region(&in, 2, &out, NULL), SKPI_EDOM, "in->to_rural", 0);
    in.n = 4, in.urban = u, in.to_rural = ur;
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "is more than 1 + natural_urban = 1.01:"));
    ck_assert_int_eq(skpi_urban_two_region(&in, 200, &out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_EZERODIV && status[2] == SKPI_EDOM &&
              status[3] == SKPI_EOVERFLOW);
    ck_assert(stable[0] == 1 && isnan(stable[1]) && isnan(stable[3]) && isnan(urban[200]) && isnan(urban[799]));
    ru[0] = 1.5;
    in.n = 1;
    nr[0] = .25;
    ck_fails_at(skpi_urban_two_region(&in, 2, &out, NULL), SKPI_EDOM, "in->to_urban", 0);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "is more than 1 + natural_rural = 1.25:"));
    ru[0] = -.1;
    ck_fails_at(skpi_urban_two_region(&in, 2, &out, NULL), SKPI_ERANGE, "in->to_urban", 0);
    ru[0] = (double)NAN;
    ck_fails_at(skpi_urban_two_region(&in, 2, &out, NULL), SKPI_ENOTFINITE, "in->to_urban", 0);
    ck_fails(skpi_urban_two_region(NULL, 2, &out, NULL), SKPI_EINVAL, "in");
    ck_fails(skpi_urban_two_region(&in, 2, NULL, NULL), SKPI_EINVAL, "out");
    in.to_rural = NULL;
    ck_fails(skpi_urban_two_region(&in, 2, &out, NULL), SKPI_EINVAL, "in->to_rural");
    in.n = 0;
    ck_assert_int_eq(skpi_urban_two_region(&in, 2, &out, NULL), SKPI_OK);
}
END_TEST

START_TEST(stages)
{
    /* t = m -+ ln(2 + sqrt 3)/s, to nine digits */
    const double k = .85, s = .045, m = 2003;
    double date[3], share[3], top;
    skpi_urban_stages_out out = {.size = sizeof out,
                                 .start_date = date,
                                 .start_share = share,
                                 .middle_date = date + 1,
                                 .middle_share = share + 1,
                                 .end_date = date + 2,
                                 .end_share = share + 2,
                                 .top_speed = &top};
    ck_assert_int_eq(skpi_urban_stages(1, &k, &s, &m, &out, NULL), SKPI_OK);
    ck_near(date[0], 1973.734269, 5e-7);
    ck_assert_double_eq(date[1], 2003);
    ck_near(date[2], 2032.265731, 5e-7);
    ck_near(share[0], .179626136, 5e-10);
    ck_assert_double_eq(share[1], .425);
    ck_near(share[2], .670373864, 5e-10);
    ck_near(top, .0095625, 1e-16);
    /* the shares lie on the curve, and its third derivative, s^3 p/K (1-p/K)(1 - 6 p/K + 6 (p/K)^2) K, is 0 there */
    for (int j = 0; j < 3; j++) {
        const double q = share[j] / k;
        ck_near(share[j], k / (1 + exp(-s * (date[j] - m))), 1e-14);
        if (j != 1) ck_near(1 - 6 * q + 6 * q * q, 0, 1e-14);
    }
    ck_fails(skpi_urban_stages(1, &k, &s, NULL, &out, NULL), SKPI_EINVAL, "midpoint");
    ck_fails(skpi_urban_stages(1, &k, &s, &m, NULL, NULL), SKPI_EINVAL, "out");
    ck_fails_at(skpi_urban_stages(1, &k, &s, &k, &out, NULL), SKPI_ERANGE, "midpoint", 0);
    const double bad[] = {.85, 0, 1.2, .8, .8, .8}, speed[] = {.04, .04, .04, 0, -1, 5e-324},
                 mid[] = {2003, 2003, 2003, 2003, 2003, 2003};
    double ends[6], tops[6];
    int32_t status[6];
    out = (skpi_urban_stages_out){.size = sizeof out, .end_date = ends, .top_speed = tops};
    ck_assert_int_eq(skpi_urban_stages(6, bad, speed, mid, &out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_EDOM && status[2] == SKPI_ERANGE && status[3] == SKPI_EDOM);
    ck_assert(status[4] == SKPI_ERANGE && status[5] == SKPI_EOVERFLOW && isnan(ends[5]) && isnan(tops[1]));
    ck_fails_at(skpi_urban_stages(6, bad, speed, mid, &out, NULL), SKPI_EDOM, "ceiling", 1);
}
END_TEST

/* cases/urban/doubling_time.csv: 50-digit arithmetic */
START_TEST(doubling)
{
    const double rate[] = {.049643688631389109, 3.3333316666677778e-7, -.0075411444867291818};
    double twice[4], half[4], all[] = {.01, 0, -.02, 5e-324};
    int32_t status[4];
    ck_assert_int_eq(skpi_urban_doubling_time(3, rate, twice, half, NULL), SKPI_OK);
    ck_near(twice[0], 13.962443155798795, 1e-13);
    ck_near(twice[1] / 2079442.5814004335, 1, 1e-15);
    ck_near(half[2], 91.915382576177614, 1e-12);
    ck_assert(isnan(half[0]) && isnan(half[1]) && isnan(twice[2]));
    ck_near(exp(rate[0] * twice[0]), 2, 1e-15);
    ck_fails_at(skpi_urban_doubling_time(2, all, twice, half, NULL), SKPI_ENOTFOUND, "rate", 1);
    ck_assert_int_eq(skpi_urban_doubling_time(4, all, all, half, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_ENOTFOUND && status[2] == SKPI_OK &&
              status[3] == SKPI_EOVERFLOW);
    ck_near(all[0], 100 * log(2), 1e-12);
    ck_assert(isnan(all[1]) && isnan(half[1]) && isnan(all[2]) && isnan(half[3]));
    ck_near(half[2], 50 * log(2), 1e-12);
    ck_fails(skpi_urban_doubling_time(1, NULL, twice, half, NULL), SKPI_EINVAL, "rate");
    ck_fails_at(skpi_urban_doubling_time(1, (const double[]){(double)INFINITY}, twice, half, NULL), SKPI_ENOTFINITE,
                "rate", 0);
}
END_TEST

UNIT_MAIN("urban_places", UNIT_CASE("cities", city_sum, bad_city_sum), UNIT_CASE("groups", aggregates, bad_aggregates),
          UNIT_CASE("three-way", three_way, damped_three_way, three_way_without_a_part, bad_three_way),
          UNIT_CASE("two regions", two_regions, bad_two_regions), UNIT_CASE("stages", stages),
          UNIT_CASE("doubling", doubling))
