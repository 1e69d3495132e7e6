/* Probabilities of verdicts by draws.  Known answers: counted by hand; Wilson's intervals made with 30-digit arithmetic
 * (mpmath 1.2.1).
 */
#include "unit/unit.h"
#include <gsl/gsl_cdf.h>

enum { PEAKED, NET_ZERO, WITHIN, ALL, EVENTS }; /* intervals are stored by event, then by place */

typedef struct found {
    double peaked[2], net_zero[2], within[2], all[2], low[EVENTS][2], high[EVENTS][2];
} found;

static skpi_status probability(size_t n, size_t k, size_t m, const int32_t *year, const double *e,
                               skpi_carbon_verdict_probability_in in, found *f, int32_t *status)
{
    skpi_carbon_verdict_probability_out out = {.size = sizeof out,
                                               .peaked = f->peaked,
                                               .peaked_low = f->low[PEAKED],
                                               .peaked_high = f->high[PEAKED],
                                               .net_zero = f->net_zero,
                                               .net_zero_low = f->low[NET_ZERO],
                                               .net_zero_high = f->high[NET_ZERO],
                                               .within = f->within,
                                               .within_low = f->low[WITHIN],
                                               .within_high = f->high[WITHIN],
                                               .all = f->all,
                                               .all_low = f->low[ALL],
                                               .all_high = f->high[ALL]};
    in.size = sizeof in;
    return skpi_carbon_verdict_probability(n, k, m, year, e, &in, &out, status);
}

static const int32_t year[] = {2020, 2022, 2023};
static const double draw[] = {
    5, 4, 0,  /* integral 11; annual after 2020: 4.5 + 4 + 0 = 8.5; with 2020 13.5 */
    5, 6, -1, /* integral 13.5; annual 5.5 + 6 - 1 = 10.5; with 2020 15.5 */
    5, 5, 1,  /* integral 13; annual 11; with 2020 16 */
    2, 0, 0,  /* integral 2; annual 1; with 2020 3 */
};

START_TEST(counted)
{
    found f;
    const int32_t by = 2020;
    const double zero_by = 2022.9, budget[] = {13, 10.5, 15.5}, within[] = {.75, .75, .75}, left = .4;
    skpi_carbon_verdict_probability_in events = {
        .peak_year = &by, .net_zero_date = &zero_by, .threshold = &left, .coverage = .95};
    static const int32_t convention[] = {SKPI_CARBON_CONVENTION_INTEGRAL, SKPI_CARBON_CONVENTION_ANNUAL_AFTER_BASE,
                                         SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE};
    for (int c = 0; c < 3; c++) {
        events.budget = budget + c;
        events.convention = convention[c];
        ck_assert_msg(probability(1, 4, 3, year, draw, events, &f, NULL) == SKPI_OK, "%s", skpi_last_error());
        ck_assert_msg(f.within[0] == within[c], "%d: %g", (int)convention[c], f.within[0]);
    }
    ck_assert(f.peaked[0] == .75);   /* the first of two equal maxima counts */
    ck_assert(f.net_zero[0] == .75); /* values at 2022.9: .4, -.3, 1.4, 0 */
    ck_assert(f.all[0] == .5);
    ck_near(f.low[PEAKED][0], .30064184258240187770, 1e-15);
    ck_near(f.high[PEAKED][0], .95441273919029944141, 1e-15);
    ck_near(f.low[ALL][0], .15003898915214949270, 1e-15);
    ck_near(f.high[ALL][0], .84996101084785050730, 1e-15);
    found usual, four_fifths;
    events.coverage = 0;
    ck_assert_int_eq(probability(1, 4, 3, year, draw, events, &usual, NULL), SKPI_OK);
    events.coverage = .8;
    ck_assert_int_eq(probability(1, 4, 3, year, draw, events, &four_fifths, NULL), SKPI_OK);
    for (int c = 0; c < EVENTS; c++)
        ck_assert(usual.low[c][0] == four_fifths.low[c][0] && usual.high[c][0] == four_fifths.high[c][0]);
    ck_near(usual.low[PEAKED][0], .432541450369077496821, 1e-15);
    ck_near(usual.high[PEAKED][0], .921919252314882191853, 1e-15);
    events.threshold = NULL;
    ck_assert_int_eq(probability(1, 4, 3, year, draw, events, &f, NULL), SKPI_OK);
    ck_assert(f.net_zero[0] == .5);
}
END_TEST

START_TEST(ends_and_what_is_not_asked)
{
    found f;
    const double none[] = {1e9, -1e9}, date[] = {2020, 2020}, two[] = {1, 2, 3, 4, 5, 6, -1, 2, -3, -4, -5, -6};
    ck_assert_int_eq(
        probability(2, 2, 3, year, two,
                    (skpi_carbon_verdict_probability_in){.budget = none, .convention = SKPI_CARBON_CONVENTION_INTEGRAL},
                    &f, NULL),
        SKPI_OK);
    ck_assert(f.within[0] == 1 && f.within[1] == 0 && isnan(f.peaked[0]) && isnan(f.net_zero[1]));
    ck_assert(f.all[0] == 1 && f.all[1] == 0 && f.high[WITHIN][0] == 1 && f.low[WITHIN][1] == 0);
    ck_assert(isnan(f.low[PEAKED][0]) && isnan(f.high[NET_ZERO][0]));
    ck_near(f.high[ALL][1], 1 - f.low[ALL][0], 1e-15); /* the interval of 0 of 2 mirrors that of 2 of 2 */
    /* at or below the threshold from the first year on and ever after */
    ck_assert_int_eq(
        probability(2, 2, 3, year, two, (skpi_carbon_verdict_probability_in){.net_zero_date = date}, &f, NULL),
        SKPI_OK);
    ck_assert(f.net_zero[0] == 0 && f.net_zero[1] == .5);
    /* a coverage of one half gives a narrower interval than the default, .8 */
    const skpi_carbon_verdict_probability_in half = {.net_zero_date = date, .coverage = .5};
    const double wide = f.high[NET_ZERO][1] - f.low[NET_ZERO][1];
    ck_assert_int_eq(probability(2, 2, 3, year, two, half, &f, NULL), SKPI_OK);
    ck_assert(f.high[NET_ZERO][1] - f.low[NET_ZERO][1] < .7 * wide);
}
END_TEST

/* The logarithm of the emission in 2060 is normal: with stratified draws the counts agree with it to one draw. */
START_TEST(lognormal)
{
    enum { K = 2000 };
    static double e[K * 3];
    found f;
    const int32_t years[] = {2023, 2024, 2060};
    const double date = 2060;
    for (size_t j = 0; j < K; j++) {
        e[3 * j] = 10;
        e[3 * j + 1] = j % 4 ? 9.9 : 10.1;
        e[3 * j + 2] = exp(.5 + .8 * gsl_cdf_ugaussian_Pinv(((double)j + .5) / K));
    }
    for (double left = .25; left < 9; left *= 1.5) {
        ck_assert_int_eq(probability(1, K, 3, years, e,
                                     (skpi_carbon_verdict_probability_in){.net_zero_date = &date, .threshold = &left},
                                     &f, NULL),
                         SKPI_OK);
        ck_near(f.net_zero[0], gsl_cdf_ugaussian_P((log(left) - .5) / .8), .5001 / K);
        ck_assert(f.low[NET_ZERO][0] < f.net_zero[0] && f.net_zero[0] < f.high[NET_ZERO][0]);
    }
    const int32_t by = 2023; /* three of four begin to fall at once; a few of these rise above 10 in the end */
    ck_assert_int_eq(probability(1, K, 3, years, e, (skpi_carbon_verdict_probability_in){.peak_year = &by}, &f, NULL),
                     SKPI_OK);
    ck_near(f.peaked[0], .75 * gsl_cdf_ugaussian_P((log(10) - .5) / .8), 1. / K);
}
END_TEST

START_TEST(refused)
{
    found f = {.all = {-7, -7}};
    const int32_t late[] = {2022, 2023}, twice[] = {2020, 2020, 2023};
    const double date[] = {2019.9, 2023}, budget[] = {1, 1};
    double e[12], huge[] = {1.7e308, 1.7e308, 1.7e308};
    int32_t status[2];
    for (int i = 0; i < 12; i++) e[i] = i;
    skpi_carbon_verdict_probability_in events = {.peak_year = late};
    ck_fails_at(probability(2, 2, 3, year, e, events, &f, NULL), SKPI_ERANGE, "in->peak_year", 1);
    ck_assert(f.all[0] == -7);
    ck_assert_int_eq(probability(2, 2, 3, year, e, events, &f, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_ERANGE && f.all[0] == 0 && isnan(f.all[1]) &&
              isnan(f.low[ALL][1]));
    events = (skpi_carbon_verdict_probability_in){.net_zero_date = date};
    ck_fails_at(probability(2, 2, 3, year, e, events, &f, NULL), SKPI_ERANGE, "in->net_zero_date", 0);
    events = (skpi_carbon_verdict_probability_in){.budget = budget};
    ck_fails(probability(2, 2, 3, year, e, events, &f, NULL), SKPI_EINVAL, "in->convention");
    events.convention = SKPI_CARBON_CONVENTION_INTEGRAL;
    ck_fails(probability(2, 2, 3, twice, e, events, &f, NULL), SKPI_EDUPLICATE, "year");
    ck_fails(probability(2, 0, 3, year, e, events, &f, NULL), SKPI_ENODATA, "n_draws");
    ck_fails(probability(2, 2, 1, year, e, events, &f, NULL), SKPI_ENODATA, "m");
    ck_fails(probability(2, 2, 3, year, e, (skpi_carbon_verdict_probability_in){.threshold = date}, &f, NULL),
             SKPI_EINVAL, "in");
    ck_fails_at(probability(1, 1, 3, year, huge, events, &f, NULL), SKPI_EOVERFLOW, "emission", 0);
    e[8] = NAN;
    ck_fails_at(probability(2, 2, 3, year, e, events, &f, NULL), SKPI_ENOTFINITE, "emission", 1);
    ck_assert_int_eq(probability(0, 2, 3, year, NULL, events, &f, NULL), SKPI_OK);
}
END_TEST

/* Emissions that cancel use up a budget of 0, in any unit: .1 + .2 - .3 is not 0 as doubles. */
START_TEST(cancelled)
{
    found f;
    const int32_t each[] = {2020, 2021, 2022, 2023};
    const double budget = 0;
    const double draws[] = {0, 1, 2, -3, 0, 3, 6, -9, 0, 1, 2, -2.999999, 0, 7, -5, -2};
    double e[16];
    skpi_carbon_verdict_probability_in events = {.budget = &budget,
                                                 .convention = SKPI_CARBON_CONVENTION_ANNUAL_AFTER_BASE};
    for (int unit = 1; unit <= 1000; unit *= 10) {
        for (int j = 0; j < 16; j++) e[j] = draws[j] / unit;
        ck_assert_int_eq(probability(1, 4, 4, each, e, events, &f, NULL), SKPI_OK);
        ck_assert_msg(f.within[0] == .75, "%d: %g", unit, f.within[0]);
    }
    /* a budget next to the largest double is not that of any emission */
    const double much = 1.7e308, little = -1.7e308, huge[] = {1e308, -1e308, 1e308, -1e308};
    events.budget = &little;
    ck_assert_int_eq(probability(1, 1, 4, each, huge, events, &f, NULL), SKPI_OK);
    ck_assert(f.within[0] == 0);
    events.budget = &much;
    ck_assert_int_eq(probability(1, 1, 4, each, huge, events, &f, NULL), SKPI_OK);
    ck_assert(f.within[0] == 1);
}
END_TEST

UNIT_MAIN("carbon probability", UNIT_CASE("draws", counted, ends_and_what_is_not_asked, lognormal, refused, cancelled))
