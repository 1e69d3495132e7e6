/* Projection from dated observations: known answers with their sources, windows, the fallback, few_observations, bad input. */
#include "unit/urban_calls.h"

/* One place with n observations. */
static skpi_status one(size_t n, const double *date, const double *share, int32_t size_class, int32_t first_year,
                       size_t n_years, const skpi_urban_options *o, double *shares, double *urgds)
{
    const size_t first[] = {0, n};
    const skpi_urban_history h = {
        .size = sizeof h, .n = 1, .n_observations = first[1], .first = first, .date = date, .share = share};
    skpi_urban_project_out out = {.size = sizeof out, .share = shares, .urgd = urgds};
    return skpi_urban_project_history(&h, size_class ? &size_class : NULL, first_year, n_years, o, &out, NULL);
}

static skpi_status by(int32_t method, size_t n, const double *date, const double *share, int32_t first_year,
                      size_t n_years, double *shares, double *urgds)
{
    const skpi_urban_options o = {.size = sizeof o, .method = method};
    return one(n, date, share, L, first_year, n_years, &o, shares, urgds);
}

START_TEST(census_values)
{
    /* 50-digit arithmetic; the dates are chosen so that the leads .5, 1, 10, 26.25 and 40 fall on whole years */
    static const double share[] = {.262, .331, .402, .487};
    static const struct {
        double lead, converging, un, cautious;
    } at[] = {{.5, .49087995449382559, .491069181047989, .49097456777090729},
              {1, .49465803341948321, .49513954584653894, .49489878963301107},
              {10, .54980300496679117, .56446428189359439, .55713364343019278},
              {26.25, .61971161348141537, .66449667440286769, .64210414394214153},
              {40, .66865465028802233, .72969602223075859, .69917533625939046}};
    const double r0 = .032869232689850551;
    for (size_t i = 0; i < COUNT(at); i++) {
        const double shift = ceil(at[i].lead) - at[i].lead - .75; /* the last date is a whole year minus the lead */
        const double date[] = {1990 + shift, 2000 + shift, 2010.25 + shift, 2020.75 + shift};
        const int32_t year = (int32_t)(date[3] + at[i].lead);
        double p;
        ck_assert_double_eq(date[3] + at[i].lead, year);
        ck_assert_int_eq(by(SKPI_URBAN_METHOD_CONVERGING, 4, date, share, year, 1, &p, NULL), SKPI_OK);
        ck_near(p, at[i].converging, 1e-15);
        ck_assert_int_eq(by(SKPI_URBAN_METHOD_CAUTIOUS, 4, date, share, year, 1, &p, NULL), SKPI_OK);
        ck_near(p, at[i].cautious, 1e-15);
        ck_assert_int_eq(by(SKPI_URBAN_METHOD_UN, 4, date, share, year, 1, &p, NULL),
                         SKPI_OK); /* 5 years: the same URGD */
        ck_near(p, at[i].un, 1e-15);
        double r;
        ck_assert_int_eq(by(SKPI_URBAN_METHOD_CONSTANT, 4, date, share, year, 1, NULL, &r), SKPI_OK);
        ck_near(r, r0, 1e-16);
    }
}
END_TEST

START_TEST(shock_and_skips)
{
    /* 50-digit arithmetic: the growth difference over 4 years, .266, and the mean of the windows are limited to .1; an
     * earlier 0 is skipped; a last share of 1 is kept */
    double p[25];
    ck_assert_int_eq(
        by(SKPI_URBAN_METHOD_CAUTIOUS, 3, (double[]){2000, 2010, 2014}, (double[]){.2, .22, .45}, 2015, 25, p, NULL),
        SKPI_WADJUSTED);
    ck_near(p[4], .55522424999056938, 1e-15);
    ck_near(p[24], .74925311792922172, 1e-15);
    ck_assert_int_eq(
        by(SKPI_URBAN_METHOD_CONVERGING, 3, (double[]){1980, 2000, 2010}, (double[]){0, .4, .5}, 2011, 10, p, NULL),
        SKPI_WMISSING);
    ck_near(p[9], .57438163075952022, 1e-15);
    for (int32_t m = SKPI_URBAN_METHOD_UN; m <= SKPI_URBAN_METHOD_CAUTIOUS; m++) {
        if (m == SKPI_URBAN_METHOD_MEAN || m == SKPI_URBAN_METHOD_BOCQUIER) continue;
        double r;
        ck_assert_int_eq(by(m, 2, (double[]){1990, 2000}, (double[]){.9, 1}, 2010, 1, p, &r), SKPI_OK);
        ck_assert(p[0] == 1 && isnan(r));
    }
}
END_TEST

START_TEST(windows)
{
    /* slopes by hand: logit .5 = 0, logit .2 = -ln 4, logit .1 = -ln 9; each window uses the latest observation that is
     * old enough */
    const double date[] = {1990, 1995.5, 2000, 2006, 2010}, share[] = {.1, 0, .2, .25, .5}, ln4 = log(4), ln9 = log(9);
    const double window[] = {3.9, 4, 4.1, 10, 10.5, 14.5, 20, 99};
    const double expected[] = {log(3) / 4, log(3) / 4, ln4 / 10, ln4 / 10, ln9 / 20, ln9 / 20, ln9 / 20, ln9 / 20};
    const size_t first[] = {0, 5};
    const skpi_urban_history h = {
        .size = sizeof h, .n = 1, .n_observations = first[1], .first = first, .date = date, .share = share};
    double urgd[8], mean;
    ck_assert_int_eq(skpi_urban_window_urgd(&h, 8, window, urgd, NULL),
                     SKPI_WUNUSUAL | SKPI_WMISSING); /* 27 % a year in the first place; the 0 of 1995.5 is skipped */
    for (int k = 0; k < 8; k++) ck_near(urgd[k], expected[k], 1e-16);
    /* decimal dates ten years apart count as ten years, although their binary difference may differ */
    const double decimal[] = {2000.3, 2010.3, 2020.3}, ten = 10, quarter[] = {.1, .25, .5};
    const skpi_urban_history d = {
        .size = sizeof d, .n = 1, .n_observations = 3, .first = (size_t[]){0, 3}, .date = decimal, .share = quarter};
    ck_assert_int_eq(skpi_urban_window_urgd(&d, 1, &ten, urgd, NULL), SKPI_WUNUSUAL);
    ck_near(urgd[0], log(3) / 10, 1e-14);
    /* no observation at all, and no array of them */
    const skpi_urban_history nothing = {.size = sizeof nothing, .n = 1, .first = (size_t[]){0, 0}};
    ck_fails_at(skpi_urban_window_urgd(&nothing, 1, &ten, urgd, NULL), SKPI_ENODATA, "history->first", 0);
    /* the caller's windows; the United Nations' half of CAUTIOUS uses the shortest */
    const skpi_urban_options two = {
        .size = sizeof two, .method = SKPI_URBAN_METHOD_CONSTANT, .n_windows = 2, .window = (double[]){10, 4}};
    ck_assert_int_eq(one(5, date, share, 0, 2011, 1, &two, NULL, &mean), SKPI_WUNUSUAL);
    ck_near(mean, (log(3) / 4 + ln4 / 10) / 2, 1e-16);
    const skpi_urban_options cautious = {.size = sizeof cautious,
                                         .method = SKPI_URBAN_METHOD_CAUTIOUS,
                                         .n_windows = 3,
                                         .window = (double[]){10, 9, 4},
                                         .urgd_min = -1,
                                         .urgd_max = 1};
    double got, converging, un;
    ck_assert_int_eq(one(5, date, share, L, 2020, 1, &cautious, &got, NULL), SKPI_WUNUSUAL);
    skpi_urban_options half = cautious;
    half.method = SKPI_URBAN_METHOD_CONVERGING;
    ck_assert_int_eq(one(5, date, share, L, 2020, 1, &half, &converging, NULL), SKPI_WUNUSUAL);
    half = (skpi_urban_options){.size = sizeof half, .n_windows = 1, .window = (double[]){4}};
    ck_assert_int_eq(one(5, date, share, L, 2020, 1, &half, &un, NULL), SKPI_WUNUSUAL);
    ck_assert_double_eq(got, (converging + un) / 2);
}
END_TEST

START_TEST(same_as_from_parameters)
{
    /* a history and its growth difference give the same bits of the shares */
    const double date[] = {2000, 2005, 2010}, share[] = {.30, .35, .42};
    const size_t first[] = {0, 3};
    const skpi_urban_history h = {
        .size = sizeof h, .n = 1, .n_observations = first[1], .first = first, .date = date, .share = share};
    double urgd, p[30], r[30], ps[30], rs[30];
    ck_assert_int_eq(skpi_urban_window_urgd(&h, 1, (double[]){5}, &urgd, NULL), SKPI_OK);
    for (int32_t m = SKPI_URBAN_METHOD_UN; m <= SKPI_URBAN_METHOD_CONSTANT; m++) {
        const skpi_urban_options o = {.size = sizeof o, .method = m};
        skpi_urban_project_out out = {.size = sizeof out, .share = ps, .urgd = rs};
        ck_assert_int_eq(by(m, 3, date, share, 2011, 30, p, r), SKPI_OK);
        ck_assert_int_eq(call_project(1, (int32_t[]){2010}, share + 2, &urgd, (int32_t[]){L}, 2011, 30, &o, &out, NULL),
                         SKPI_OK);
        ck_assert(!memcmp(p, ps, sizeof p) && !memcmp(r, rs, sizeof r));
    }
}
END_TEST

START_TEST(linear_values)
{
    /* by hand: .07 a decade over the last 10 years; then the limit of the share */
    const double date[] = {1980, 1990, 2000, 2010}, share[] = {0, .1, .3, .37}, high[] = {.5, .6, .75, .95};
    double p[30], r[30];
    ck_assert_int_eq(by(SKPI_URBAN_METHOD_LINEAR, 4, date, share, 2011, 30, p, r), SKPI_OK);
    ck_near(p[9], .44, 1e-15);
    ck_near(p[29], .58, 1e-15);
    ck_near(r[0], log(.377 / .623) - log(.37 / .63), 1e-14);
    ck_assert_int_eq(by(SKPI_URBAN_METHOD_LINEAR, 4, date, high, 2011, 2, p, r), SKPI_WUNUSUAL); /* .185 a year */
    ck_assert_int_eq(by(SKPI_URBAN_METHOD_LINEAR, 4, date, high, 2011, 30, p, r), SKPI_WADJUSTED | SKPI_WUNUSUAL);
    ck_assert_double_eq(p[29], 1);
    ck_assert(isnan(r[29]));
}
END_TEST

START_TEST(curves)
{
    /* values on a logistic give it again, K = 0.8, s = 0.06, m = 1990; the same for a Gompertz curve */
    double date[12], logistic[12], gompertz[12], p[20];
    for (int k = 0; k < 12; k++) {
        date[k] = 1955 + 5 * k;
        logistic[k] = .8 / (1 + exp(-.06 * (date[k] - 1990)));
        gompertz[k] = .9 * exp(-exp(-.04 * (date[k] - 1980)));
    }
    ck_assert_int_ge(by(SKPI_URBAN_METHOD_LOGISTIC, 12, date, logistic, 2011, 20, p, NULL), SKPI_OK);
    ck_near(p[0], .8 / (1 + exp(-.06 * 21)), 1e-8);
    ck_near(p[19], .8 / (1 + exp(-.06 * 40)), 1e-8);
    ck_assert_int_ge(by(SKPI_URBAN_METHOD_GOMPERTZ, 12, date, gompertz, 2011, 20, p, NULL), SKPI_OK);
    ck_near(p[19], .9 * exp(-exp(-.04 * 50)), 1e-8);
    /* a given ceiling is kept; the path starts at the last value, not on the curve */
    const skpi_urban_options held = {.size = sizeof held, .method = SKPI_URBAN_METHOD_LOGISTIC, .ceiling = .85};
    ck_assert_int_ge(one(12, date, logistic, 0, 2011, 20, &held, p, NULL), SKPI_OK);
    ck_assert(p[0] > logistic[11] && p[19] > p[0] && p[19] < .85);
    ck_assert(p[19] > .8 / (1 + exp(-.06 * 40)) + .005); /* a fitted one would be .8 */
    ck_fails_at(by(SKPI_URBAN_METHOD_LOGISTIC, 2, date, logistic, 2011, 1, p, NULL), SKPI_ENODATA, "history->share", 0);
    for (int k = 0; k < 12; k++) logistic[k] = .5;
    ck_fails_at(by(SKPI_URBAN_METHOD_LOGISTIC, 12, date, logistic, 2011, 1, p, NULL), SKPI_ESINGULAR, "history->share",
                0);
}
END_TEST

START_TEST(fallback)
{
    const double date[] = {1990, 2000}, share[] = {0, .4};
    const int32_t methods[] = {SKPI_URBAN_METHOD_UN, SKPI_URBAN_METHOD_DAMPED, SKPI_URBAN_METHOD_CONSTANT};
    double h, got, expected;
    ck_assert_int_eq(skpi_urban_norm_urgd(1, share + 1, (int32_t[]){S}, NULL, &h, NULL), SKPI_OK);
    for (size_t k = 0; k < COUNT(methods); k++) {
        skpi_urban_options o = {.size = sizeof o, .method = methods[k]};
        skpi_urban_project_out out = {.size = sizeof out, .share = &expected};
        ck_fails_at(one(2, date, share, S, 2020, 1, &o, &got, NULL), SKPI_ENODATA, "history->share", 0);
        ck_fails_at(one(1, date + 1, share + 1, S, 2020, 1, &o, &got, NULL), SKPI_ENODATA, "history->share", 0);
        ck_assert(strstr(skpi_last_error(), "SKPI_URBAN_FLAG_FALLBACK"));
        ck_assert_int_eq(call_project(1, (int32_t[]){2000}, share + 1, &h, (int32_t[]){S}, 2020, 1, &o, &out, NULL),
                         SKPI_OK);
        o.flags = SKPI_URBAN_FLAG_FALLBACK;
        ck_assert_int_eq(one(2, date, share, S, 2020, 1, &o, &got, NULL), SKPI_WADJUSTED | SKPI_WMISSING);
        ck_assert_double_eq(got, expected);
        ck_assert_int_eq(one(1, date + 1, share + 1, S, 2020, 1, &o, &got, NULL), SKPI_WADJUSTED);
        ck_assert_double_eq(got, expected);
        ck_fails(one(1, date + 1, share + 1, 0, 2020, 1, &o, &got, NULL), SKPI_EINVAL, "size_class");
    }
    /* in points: h p (1 - p) a year */
    const skpi_urban_options linear = {
        .size = sizeof linear, .method = SKPI_URBAN_METHOD_LINEAR, .flags = SKPI_URBAN_FLAG_FALLBACK};
    ck_assert_int_eq(one(1, date + 1, share + 1, S, 2001, 1, &linear, &got, NULL), SKPI_WADJUSTED);
    ck_near(got, .4 + h * .24, 1e-16);
    /* a method without a growth difference needs no fallback */
    ck_assert_int_eq(by(SKPI_URBAN_METHOD_PERSISTENCE, 1, date + 1, share + 1, 2020, 1, &got, NULL), SKPI_OK);
    ck_assert_double_eq(got, .4);
}
END_TEST

/* Converging and cautious go on from one observation, and warn of histories below four years. */
START_TEST(few_observations)
{
    const double date[] = {1990, 2010.5}, share[] = {0, .45}, r0 = .017;
    const int32_t methods[] = {SKPI_URBAN_METHOD_CONVERGING, SKPI_URBAN_METHOD_CAUTIOUS}, year = 2010;
    double p[40], half[40];
    /* 50-digit arithmetic */
    ck_assert_int_eq(by(methods[0], 1, date + 1, share + 1, 2011, 40, p, NULL), SKPI_WADJUSTED);
    ck_near(p[19], .52685476985639958, 1e-15);
    ck_near(p[39], .60097969828887867, 1e-15);
    for (size_t k = 0; k < COUNT(methods); k++) {
        skpi_urban_options o = {.size = sizeof o, .method = methods[k]};
        skpi_urban_project_out out = {.size = sizeof out, .share = half};
        ck_assert_int_eq(by(methods[k], 2, (double[]){1990, 2010}, share, 2011, 40, p, NULL),
                         SKPI_WADJUSTED | SKPI_WMISSING);
        ck_assert_int_eq(call_project(1, &year, share + 1, &r0, (int32_t[]){L}, 2011, 40, &o, &out, NULL), SKPI_OK);
        for (int j = 0; j < 40; j++) ck_assert_double_eq(p[j], half[j]);
        o.flags = SKPI_URBAN_FLAG_FALLBACK; /* changes nothing */
        ck_assert_int_eq(one(1, (double[]){2010}, share + 1, L, 2011, 40, &o, half, NULL), SKPI_WADJUSTED);
        ck_assert_mem_eq(p, half, sizeof p);
        /* 50-digit arithmetic, from 2015 and 2017 */
        const double close[] = {2015, 2017}, apart[] = {2013.3, 2017.3}, closer[] = {2013.4, 2017.3},
                     later[] = {1990, 2013.4, 2017.3}, two[] = {0, .40, .41};
        ck_assert_int_eq(by(methods[k], 2, close, two + 1, 2018, 13, p, NULL), SKPI_WWEAKFIT);
        if (!k) ck_near(p[12], .46745347590017651, 1e-15);
        ck_assert_int_eq(by(methods[k], 2, apart, two + 1, 2018, 1, p, NULL), SKPI_OK);
        ck_assert_int_eq(by(methods[k], 2, closer, two + 1, 2018, 1, p, NULL), SKPI_WWEAKFIT);
        ck_assert_int_eq(by(methods[k], 3, later, two, 2018, 1, p, NULL), SKPI_WWEAKFIT | SKPI_WMISSING);
    }
    ck_assert_int_eq(by(SKPI_URBAN_METHOD_UN, 2, (double[]){2015, 2017}, (double[]){.4, .41}, 2018, 1, p, NULL),
                     SKPI_OK);
}
END_TEST

START_TEST(batch)
{
    /* places of different lengths: the third has no observation, the fourth is unsorted, the fifth ends too late */
    const double date[] = {2000, 2010, 1990, 2000, 2015.5, 2010, 2005, 2000, 2030};
    const double share[] = {.3, .4, .1, .2, .35, .3, .4, .5, .6};
    const size_t first[] = {0, 2, 5, 5, 7, 9};
    const int32_t size_class[] = {L, S, L, L, L};
    const skpi_urban_history h = {
        .size = sizeof h, .n = 5, .n_observations = 9, .first = first, .date = date, .share = share};
    double p[5 * 3], alone[3];
    int32_t status[5];
    skpi_urban_project_out out = {.size = sizeof out, .share = p};
    ck_assert_int_eq(skpi_urban_project_history(&h, size_class, 2020, 3, NULL, &out, status), SKPI_WROWS);
    const int32_t expected[] = {SKPI_OK, SKPI_OK, SKPI_ENODATA, SKPI_ENOTSORTED, SKPI_ENOTSORTED};
    for (int i = 0; i < 5; i++) {
        ck_assert_int_eq(status[i], expected[i]);
        ck_assert_int_eq(isnan(p[3 * i]), expected[i] < 0);
    }
    ck_assert_int_eq(one(3, date + 2, share + 2, S, 2020, 3, NULL, alone, NULL), SKPI_OK);
    ck_assert(!memcmp(alone, p + 3, sizeof alone));
    double urgd[5];
    ck_assert_int_eq(skpi_urban_window_urgd(&h, 1, (double[]){5}, urgd, status), SKPI_WROWS);
    ck_assert(status[2] == SKPI_ENODATA && isnan(urgd[2]) && status[4] == SKPI_OK);
}
END_TEST

START_TEST(nothing)
{
    const skpi_urban_history h = {.size = sizeof h};
    skpi_urban_project_out out = {.size = sizeof out};
    double p;
    ck_assert_int_eq(skpi_urban_project_history(&h, NULL, 2020, 3, NULL, &out, NULL), SKPI_OK);
    ck_assert_int_eq(skpi_urban_window_urgd(&h, 0, NULL, NULL, NULL), SKPI_OK);
    ck_assert_int_eq(by(SKPI_URBAN_METHOD_UN, 2, (double[]){2000, 2010}, (double[]){.3, .4}, 2011, 0, &p, NULL),
                     SKPI_OK);
}
END_TEST

START_TEST(bad)
{
    const double date[] = {2000, 2010}, share[] = {.3, .4}, one_now[] = {.3, 1}, nan[] = {(double)NAN, .4};
    const size_t first[] = {0, 2}, falls[] = {2, 0}, endless[] = {0, SIZE_MAX};
    double p = 7;
    skpi_urban_project_out out = {.size = sizeof out, .share = &p};
    skpi_urban_history h = {
        .size = sizeof h, .n = 1, .n_observations = first[1], .first = first, .date = date, .share = share};
#define PROJECT(history) skpi_urban_project_history(history, (int32_t[]){L}, 2020, 1, NULL, &out, NULL)
    ck_fails(PROJECT(NULL), SKPI_EINVAL, "history");
    h.first = NULL;
    ck_fails(PROJECT(&h), SKPI_EINVAL, "history->first");
    h.first = falls;
    ck_fails_at(PROJECT(&h), SKPI_ENOTSORTED, "history->first", 1);
    h.first = endless;
    ck_fails_at(PROJECT(&h), SKPI_ERANGE, "history->first", 1);
    h.first = first;
    h.n_observations = 1;
    ck_fails_at(PROJECT(&h), SKPI_ERANGE, "history->first", 1);
    h.n_observations = SIZE_MAX;
    ck_fails(PROJECT(&h), SKPI_ENOMEM, "history->date");
    h.n_observations = 2;
    h.date = NULL;
    ck_fails(PROJECT(&h), SKPI_EINVAL, "history->date");
    h.date = date;
    h.share = NULL;
    ck_fails(PROJECT(&h), SKPI_EINVAL, "history->share");
    h.share = nan;
    ck_fails_at(PROJECT(&h), SKPI_ENOTFINITE, "history->share", 0);
    h.share = share;
    h.date = (double[]){2000, 2000};
    ck_fails_at(PROJECT(&h), SKPI_EDUPLICATE, "history->date", 0);
    h.date = (double[]){2543, 2010};
    ck_fails_at(PROJECT(&h), SKPI_ERANGE, "history->date", 0);
    h.date = (double[]){2000, 2020};
    ck_fails_at(PROJECT(&h), SKPI_ENOTSORTED, "history->date", 0);
    h.date = date;
    h.n = SIZE_MAX;
    ck_fails(PROJECT(&h), SKPI_ENOMEM, "history->first");
    h.n = 1;
    ck_fails(skpi_urban_project_history(&h, NULL, 2020, 1, NULL, &out, NULL), SKPI_EINVAL, "size_class");
    ck_fails_at(skpi_urban_project_history(&h, (int32_t[]){3}, 2020, 1, NULL, &out, NULL), SKPI_EINVAL, "size_class",
                0);
    ck_fails(skpi_urban_window_urgd(&h, 1, NULL, &p, NULL), SKPI_EINVAL, "window");
    ck_fails_at(skpi_urban_window_urgd(&h, 1, (double[]){0}, &p, NULL), SKPI_EDOM, "window", 0);
    ck_fails(skpi_urban_window_urgd(&h, 1, (double[]){5}, NULL, NULL), SKPI_EINVAL, "urgd");
    h.share = one_now;
    ck_fails_at(skpi_urban_window_urgd(&h, 1, (double[]){5}, &p, NULL), SKPI_EDOM, "history->share", 0);
    ck_assert_double_eq(p, 7);
}
END_TEST

/* Shares that are equal except for noise determine no curve well.  Of many such places some fits do not converge, and
 * say so. */
START_TEST(fits_without_an_end)
{
    enum { ROWS = 100, M = 8 };
    static const double when[M] = {1678.84, 1678.85, 1688.85, 1718.85, 1719.85, 1720.85, 1721.85, 1731.85};
    static double date[ROWS * M], noise[ROWS * M], urgd[ROWS];
    static size_t first[ROWS + 1];
    uint32_t state = 1;
    for (int i = 0; i < ROWS * M; i++) {
        state = state * 1664525u + 1013904223u;
        noise[i] = .5 + ((double)(state >> 16) - 32768) / 32768 * 1e-5;
        date[i] = when[i % M];
    }
    for (size_t i = 0; i <= ROWS; i++) first[i] = i * M;
    const skpi_urban_history h = {sizeof h, 0, ROWS, ROWS * M, first, date, noise};
    const skpi_urban_options o = {.size = sizeof o, .method = SKPI_URBAN_METHOD_LOGISTIC};
    skpi_urban_project_out out = {.size = sizeof out, .urgd = urgd};
    static int32_t status[ROWS];
    ck_assert_int_gt(skpi_urban_project_history(&h, NULL, 1740, 1, &o, &out, status) & SKPI_WNOTCONVERGED, 0);
    unit_record("skpi_urban_project_history", SKPI_WNOTCONVERGED);
}
END_TEST

UNIT_MAIN("urban histories", UNIT_CASE("values", census_values, shock_and_skips, linear_values, curves),
          UNIT_CASE("windows", windows, same_as_from_parameters),
          UNIT_CASE("fallback", fallback, few_observations, fits_without_an_end), UNIT_CASE("rows", batch, nothing),
          UNIT_CASE("bad input", bad))
