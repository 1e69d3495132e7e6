/* Probabilities of verdicts by draws.  Known answers: counted by hand; Wilson's intervals made with 30-digit arithmetic
 * (mpmath 1.2.1).
 */
#include "unit/unit.h"
#include <gsl/gsl_cdf.h>

typedef struct found {
    double peaked[2], net_zero[2], within[2], all[2], low[8], high[8];
} found;

static skpi_status probability(size_t n, size_t k, size_t m, const double *e, const int32_t *year,
                               skpi_carbon_verdict_probability_in events, found *f, int32_t *status)
{
    skpi_carbon_verdict_probability_out out = {.size = sizeof out,
                                               .peaked = f->peaked,
                                               .net_zero = f->net_zero,
                                               .within = f->within,
                                               .all = f->all,
                                               .low = f->low,
                                               .high = f->high};
    events.size = sizeof events;
    return skpi_carbon_verdict_probability(n, k, m, e, year, &events, &out, status);
}

static const int32_t year[] = {2020, 2022, 2023};
static const double draw[] = {
    5, 4, 0,  /* integral 11; annual after 2020: 4.5 + 4 + 0 = 8.5, with it 13.5 */
    5, 6, -1, /* 13.5; 5.5 + 6 - 1 = 10.5; 15.5 */
    5, 5, 1,  /* 13; 11; 16 */
    2, 0, 0,  /* 2; 1; 3 */
};

START_TEST(counted)
{
    found f;
    const int32_t by = 2020;
    const double zero_by = 2022.9, budget[] = {13, 10.5, 15.5}, within[] = {.75, .75, .75}, level = .4;
    skpi_carbon_verdict_probability_in events = {.peak_year = &by, .net_zero_date = &zero_by, .threshold = &level};
    for (int32_t convention = 1; convention <= 3; convention++) {
        events.budget = budget + convention - 1;
        events.convention = convention;
        ck_assert_msg(probability(1, 4, 3, draw, year, events, &f, NULL) == SKPI_OK, "%s", skpi_last_error());
        ck_assert_msg(f.within[0] == within[convention - 1], "%d: %g", convention, f.within[0]);
    }
    ck_assert(f.peaked[0] == .75);   /* the first of two equal maxima counts */
    ck_assert(f.net_zero[0] == .75); /* 2022.9: .4, -.3, 1.4, 0 */
    ck_assert(f.all[0] == .5);
    ck_near(f.low[0], .30064184258240187770, 1e-15);
    ck_near(f.high[0], .95441273919029944141, 1e-15);
    ck_near(f.low[3], .15003898915214949270, 1e-15);
    ck_near(f.high[3], .84996101084785050730, 1e-15);
    events.threshold = NULL;
    ck_assert_int_eq(probability(1, 4, 3, draw, year, events, &f, NULL), SKPI_OK);
    ck_assert(f.net_zero[0] == .5);
}
END_TEST

START_TEST(ends_and_what_is_not_asked)
{
    found f;
    const double none[] = {1e9, -1e9}, date[] = {2020, 2020}, two[] = {1, 2, 3, 4, 5, 6, -1, 2, -3, -4, -5, -6};
    ck_assert_int_eq(probability(2, 2, 3, two, year,
                                 (skpi_carbon_verdict_probability_in){.budget = none, .convention = 1}, &f, NULL),
                     SKPI_OK);
    ck_assert(f.within[0] == 1 && f.within[1] == 0 && isnan(f.peaked[0]) && isnan(f.net_zero[1]));
    ck_assert(f.all[0] == 1 && f.all[1] == 0 && f.high[2] == 1 && f.low[4 + 2] == 0);
    ck_assert(isnan(f.low[0]) && isnan(f.high[1]));
    ck_near(f.high[7], 1 - f.low[3], 1e-15); /* none of two beside both of two */
    /* at or below from the first year on, and for good */
    ck_assert_int_eq(
        probability(2, 2, 3, two, year, (skpi_carbon_verdict_probability_in){.net_zero_date = date}, &f, NULL),
        SKPI_OK);
    ck_assert(f.net_zero[0] == 0 && f.net_zero[1] == .5);
    /* half the level, half the width, nearly */
    const skpi_carbon_verdict_probability_in half = {.net_zero_date = date, .level = .5};
    const double wide = f.high[5] - f.low[5];
    ck_assert_int_eq(probability(2, 2, 3, two, year, half, &f, NULL), SKPI_OK);
    ck_assert(f.high[5] - f.low[5] < .7 * wide);
}
END_TEST

/* ln E of 2060 is normal: stratified draws of it meet the normal distribution to one draw. */
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
    for (double level = .25; level < 9; level *= 1.5) {
        ck_assert_int_eq(probability(1, K, 3, e, years,
                                     (skpi_carbon_verdict_probability_in){.net_zero_date = &date, .threshold = &level},
                                     &f, NULL),
                         SKPI_OK);
        ck_near(f.net_zero[0], gsl_cdf_ugaussian_P((log(level) - .5) / .8), .5001 / K);
        ck_assert(f.low[1] < f.net_zero[0] && f.net_zero[0] < f.high[1]);
    }
    const int32_t by = 2023; /* three of four fall at once; of these a few rise above 10 in the end */
    ck_assert_int_eq(probability(1, K, 3, e, years, (skpi_carbon_verdict_probability_in){.peak_year = &by}, &f, NULL),
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
    ck_fails_at(probability(2, 2, 3, e, year, events, &f, NULL), SKPI_ERANGE, "events->peak_year", 1);
    ck_assert(f.all[0] == -7);
    ck_assert_int_eq(probability(2, 2, 3, e, year, events, &f, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_ERANGE && f.all[0] == 0 && isnan(f.all[1]) && isnan(f.low[7]));
    events = (skpi_carbon_verdict_probability_in){.net_zero_date = date};
    ck_fails_at(probability(2, 2, 3, e, year, events, &f, NULL), SKPI_ERANGE, "events->net_zero_date", 0);
    events = (skpi_carbon_verdict_probability_in){.budget = budget};
    ck_fails(probability(2, 2, 3, e, year, events, &f, NULL), SKPI_EINVAL, "events->convention");
    events.convention = SKPI_CARBON_CONVENTION_INTEGRAL;
    ck_fails(probability(2, 2, 3, e, twice, events, &f, NULL), SKPI_EDUPLICATE, "year");
    ck_fails(probability(2, 0, 3, e, year, events, &f, NULL), SKPI_ENODATA, "n_draws");
    ck_fails(probability(2, 2, 1, e, year, events, &f, NULL), SKPI_ENODATA, "m");
    ck_fails(probability(2, 2, 3, e, year, (skpi_carbon_verdict_probability_in){.threshold = date}, &f, NULL),
             SKPI_EINVAL, "events");
    ck_fails_at(probability(1, 1, 3, huge, year, events, &f, NULL), SKPI_EOVERFLOW, "emission", 0);
    e[8] = NAN;
    ck_fails_at(probability(2, 2, 3, e, year, events, &f, NULL), SKPI_ENOTFINITE, "emission", 1);
    ck_assert_int_eq(probability(0, 2, 3, NULL, year, events, &f, NULL), SKPI_OK);
}
END_TEST

UNIT_MAIN("carbon probability", UNIT_CASE("draws", counted, ends_and_what_is_not_asked, lognormal, refused))
