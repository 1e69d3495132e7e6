/* Projections at the limits: one output alone, shares and growth beyond a double, thresholds that are met at once. */
#include "numeric/logistic.h"
#include "unit/urban_calls.h"
#include "urban/decay.h"
#include "urban/state.h"
#include "urban/un.h"

enum { PLACES = 19, YEARS = 31 };

static int32_t sizes[PLACES]; /* large and small in turn */

/* Places whose last years are all the same (a batch that is written evenly), or are not. */
static void places(int even, int32_t *last_year, double *share, double *urgd)
{
    for (int i = 0; i < PLACES; i++) {
        last_year[i] = even ? 2020 : 2015 + i % 7;
        share[i] = .05 + .045 * i;
        urgd[i] = .001 * (i - 5);
        sizes[i] = i % 2 ? L : S;
    }
}

/* Each output alone is what both are together. */
START_TEST(one_output_alone)
{
    static double both[2][PLACES * YEARS], alone[PLACES * YEARS];
    int32_t last_year[PLACES];
    double share[PLACES], urgd[PLACES];
    for (int even = 0; even < 2; even++) {
        places(even, last_year, share, urgd);
        ck_assert_int_eq(call_project(PLACES, last_year, share, urgd, sizes, 2022, YEARS, NULL,
                                      &(skpi_urban_project_out){sizeof(skpi_urban_project_out), 0, both[0], both[1]},
                                      NULL),
                         SKPI_OK);
        for (int second = 0; second < 2; second++) {
            memset(alone, 0, sizeof alone);
            skpi_urban_project_out out = {
                .size = sizeof out, .share = second ? NULL : alone, .urgd = second ? alone : NULL};
            ck_assert_int_eq(call_project(PLACES, last_year, share, urgd, sizes, 2022, YEARS, NULL, &out, NULL),
                             SKPI_OK);
            ck_assert_mem_eq(alone, both[second], sizeof alone);
        }
    }
}
END_TEST

/* A year that is none is told of the place that has it, among places that are computed together. */
START_TEST(a_last_year_too_early)
{
    static double out[PLACES * YEARS];
    int32_t last_year[PLACES];
    double share[PLACES], urgd[PLACES];
    places(1, last_year, share, urgd);
    last_year[7] = 1499;
    skpi_urban_project_out shares = {.size = sizeof shares, .share = out};
    ck_fails_at(call_project(PLACES, last_year, share, urgd, sizes, 2022, YEARS, NULL, &shares, NULL), SKPI_ERANGE,
                "in->last_year", 7);
}
END_TEST

/* A norm that is .1 at one half, and beyond measure at every other share: its growth adds up to more than a double. */
START_TEST(a_norm_beyond_a_double)
{
    static const double norm[] = {.1, -0x1p1022, 0x1p1023};
    const int32_t last_year = 2020;
    const double share = .5, urgd = .01;
    double out[20];
    skpi_urban_project_out shares = {.size = sizeof shares, .share = out};
    const skpi_urban_options options = {
        .size = sizeof options, .method = SKPI_URBAN_METHOD_BOCQUIER, .n_sizes = 1, .n_terms = 3, .norm = norm};
    ck_fails(call_project(1, &last_year, &share, &urgd, NULL, 2021, 20, &options, &shares, NULL), SKPI_EOVERFLOW,
             "out->urgd");
}
END_TEST

/* A place of which one observation alone is between 0 and 1 has no growth. */
START_TEST(one_open_share)
{
    ck_assert(isnan(skpi__urban_state_of(3, (const double[]){2000, 2005, 2010}, (const double[]){0, 0, .5}, 1).start));
    ck_near(skpi__urban_state_of(3, (const double[]){2000, 2005, 2010}, (const double[]){.4, .45, .5}, 1).start,
            -skpi__logit(.45) / 5, 1e-15);
}
END_TEST

/* A logit that is there already is met at once; one that is never met has no lead. */
START_TEST(logits_that_are_there)
{
    static const double norm[] = {.02, 0};
    const skpi__urban_rules rules = {.method = SKPI_URBAN_METHOD_UN, .n_sizes = 1, .n_terms = 2, .norm = norm};
    const skpi__urban_un un = skpi__urban_un_begin(&rules, .5, .01, SKPI_URBAN_SIZE_LARGE, 0);
    ck_assert(skpi__urban_un_reach(un, un.logit, 10) == 0);
    ck_near(skpi__urban_un_reach(un, skpi__logit(.505), 10), 1.6, .4);
    ck_assert(isnan(skpi__urban_un_reach(un, -1, 10)));
    const skpi__urban_decay still = skpi__urban_decay_begin(.5, 0, 0, 1),
                            rising = skpi__urban_decay_begin(.5, .02, 0, .9);
    ck_assert(skpi__urban_decay_reach(&still, 0, 10) == 0);
    ck_assert(isnan(skpi__urban_decay_reach(&still, 1, 10)));
    ck_assert(isnan(skpi__urban_decay_reach(&rising, 5, 10)));
}
END_TEST

static skpi_status regions(double urban, double rural, double natural, size_t n_years, double *out, double *stable)
{
    const double none = 0;
    const skpi_urban_two_region_in in = {.size = sizeof in,
                                         .n = 1,
                                         .urban = &urban,
                                         .rural = &rural,
                                         .natural_urban = &natural,
                                         .natural_rural = &natural,
                                         .to_rural = &none,
                                         .to_urban = &none};
    skpi_urban_two_region_out o = {.size = sizeof o, .urban = out, .stable = stable};
    return skpi_urban_two_region(&in, n_years, &o, NULL);
}

/* Two regions that grow alike: their share stays, and the people of either may leave the range of a double. */
START_TEST(regions_that_grow_alike)
{
    static double urban[900];
    double stable;
    ck_assert_int_eq(regions(3, 1, .01, 2, urban, &stable), SKPI_OK);
    ck_assert(stable == .75);
    ck_near(urban[1], 3 * 1.01 * 1.01, 1e-14);
    ck_assert_int_eq(regions(1, 3, .01, 2, urban, &stable), SKPI_OK);
    ck_assert(stable == .25);
    ck_assert_int_eq(regions(0, .5, .01, 2, urban, &stable), SKPI_OK); /* a place of any size, in any unit */
    ck_assert(urban[1] == 0 && stable == 0);
    ck_assert_int_eq(regions(3, 1, .5, 900, urban, &stable), SKPI_WUNUSUAL);
    ck_near(urban[899] / (3 * pow(1.5, 900)), 1, 1e-12);
    ck_fails(regions(1.75e308, 1, .04, 2, urban, &stable), SKPI_EOVERFLOW, "out->urban");
    ck_fails(regions(1, 1.75e308, .04, 2, urban, &stable), SKPI_EOVERFLOW, "out->rural");
}
END_TEST

UNIT_MAIN("urban_limits", UNIT_CASE("projections", one_output_alone, a_last_year_too_early, a_norm_beyond_a_double),
          UNIT_CASE("regions", regions_that_grow_alike), UNIT_CASE("thresholds", logits_that_are_there, one_open_share))
