/* Size classes, last observations of published tables, norms of one's own. */
#include "unit/urban_calls.h"

START_TEST(size_values)
{
    const double people[] = {0, 1930000, 1999999, 2e6, 2068000, -1, (double)NAN};
    int32_t size_class[7], status[7];
    ck_assert_int_eq(skpi_urban_size_class(5, people, 0, size_class, NULL), SKPI_WUNUSUAL); /* a population of 0 */
    ck_assert_int_eq(skpi_urban_size_class(4, people + 1, 0, size_class + 1, NULL), SKPI_OK);
    const int32_t expected[] = {S, S, S, L, L};
    for (int i = 0; i < 5; i++) ck_assert_int_eq(size_class[i], expected[i]);
    ck_assert_int_eq(skpi_urban_size_class(7, people, 1e6, size_class, status), SKPI_WROWS);
    ck_assert(size_class[0] == S && size_class[1] == L && size_class[5] == SKPI_NONE && size_class[6] == SKPI_NONE);
    ck_assert(status[5] == SKPI_ERANGE && status[6] == SKPI_ENOTFINITE);
    static const double tenths[] = {.1 + .7, .8, .7999999};
    ck_assert_int_eq(skpi_urban_size_class(3, tenths, .8, size_class, NULL), SKPI_OK);
    ck_assert(size_class[0] == SKPI_URBAN_SIZE_LARGE && size_class[1] == SKPI_URBAN_SIZE_LARGE);
    ck_assert_int_eq(size_class[2], SKPI_URBAN_SIZE_SMALL);
    ck_fails(skpi_urban_size_class(1, NULL, 0, size_class, NULL), SKPI_EINVAL, "population");
    ck_fails(skpi_urban_size_class(1, people, -1, size_class, NULL), SKPI_ERANGE, "threshold");
    ck_fails(skpi_urban_size_class(1, people, 0, NULL, NULL), SKPI_EINVAL, "size_class");
    ck_assert_int_eq(skpi_urban_size_class(0, NULL, 0, NULL, NULL), SKPI_OK);
}
END_TEST

enum { years = 31 };
static int32_t year[years]; /* 1990 .. 2020 */
static double rounded(double p) { return round(p * 1e5) / 1e5; }

/* A table like the published ones: linear in the logit up to the last observation, then a projection. */
static void published(int32_t last, double share, double urgd, double *p)
{
    const double logit = log(share / (1 - share));
    skpi_urban_project_out out = {.size = sizeof out};
    for (int j = 0; j < years; j++) year[j] = 1990 + j;
    for (int j = 0; j <= last - 1990; j++) p[j] = rounded(1 / (1 + exp(-(logit + urgd * (j - (last - 1990))))));
    if (last == 2020) return;
    out.share = p + (last - 1989);
    ck_assert_int_eq(call_project(1, &last, &share, &urgd, (int32_t[]){SKPI_URBAN_SIZE_LARGE}, last + 1,
                                  (size_t)(2020 - last), NULL, &out, NULL),
                     SKPI_OK);
    for (int j = last - 1989; j < years; j++) p[j] = rounded(p[j]);
}

START_TEST(base_values)
{
    /* in these tables the last observation is found where the recursion bends by more than the rounding */
    double p[4 * years], share[4], urgd[4];
    int32_t last[4], status[4];
    const struct {
        int32_t last;
        double share, urgd;
    } from[] = {{2010, .45, .06}, {2005, .7, -.03}, {2020, .3, .03}, {2000, .99999, .0}};
    for (int i = 0; i < 4; i++) published(from[i].last, from[i].share, from[i].urgd, p + i * years);
    p[3 * years + years - 1] = 1; /* 1 in the last year, and so for ever */
    const skpi_table t = {.size = sizeof t, .n = 4, .m = years, .year = year, .value = p};
    skpi_urban_last_observation_out out = {.size = sizeof out, .last_year = last, .share = share, .urgd = urgd};
    ck_assert_int_eq(call_last_observation(&t, 5e-6, 0, &out, status), SKPI_OK);
    for (int i = 0; i < 3; i++) {
        ck_assert_int_eq(last[i], from[i].last);
        ck_assert_double_eq(share[i], rounded(from[i].share));
        ck_near(urgd[i], from[i].urgd, 5e-5);
    }
    ck_assert(last[3] == 2020 && share[3] == 1 && isnan(urgd[3]));
    /* values after known_to are not read */
    p[years - 1] = 41.5;
    ck_assert_int_eq(call_last_observation(&t, 5e-6, 2009, &out, status), SKPI_OK);
    ck_assert_int_eq(last[0], 2009);
    ck_near(urgd[0], .06, 5e-5);
    ck_assert_int_eq(call_last_observation(&t, 5e-6, 0, &out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_ERANGE && last[0] == SKPI_NONE && isnan(share[0]) && status[1] == SKPI_OK);
    /* only the outputs that are wanted */
    skpi_urban_last_observation_out one = {.size = sizeof one, .urgd = urgd};
    ck_assert_int_eq(call_last_observation(&t, 5e-6, 2009, &one, NULL), SKPI_OK);
}
END_TEST

START_TEST(base_rule)
{
    /* by hand: with the ratios p/(1 - p) = 1, 2, 4, 8, 16 nothing bends; with 1, 2, 4, 8, 4 the last year bends */
    const double line[] = {1. / 2, 2. / 3, 4. / 5, 8. / 9, 16. / 17}, bend[] = {1. / 2, 2. / 3, 4. / 5, 8. / 9, 4. / 5};
    const double never[] = {.1, .2, .1, .2, .1};
    double urgd;
    int32_t last;
    for (int j = 0; j < 5; j++) year[j] = 2014 + j;
    skpi_table t = {.size = sizeof t, .n = 1, .m = 5, .year = year, .value = line};
    skpi_urban_last_observation_out out = {.size = sizeof out, .last_year = &last, .urgd = &urgd};
    ck_assert_int_eq(call_last_observation(&t, 1e-12, 0, &out, NULL), SKPI_OK);
    ck_assert_int_eq(last, 2018);
    ck_near(urgd, log(2), 1e-15);
    t.value = bend;
    ck_assert_int_eq(call_last_observation(&t, 1e-12, 0, &out, NULL), SKPI_OK);
    ck_assert_int_eq(last, 2017);
    /* rounding so coarse that it hides the bend */
    ck_assert_int_eq(call_last_observation(&t, .5, 0, &out, NULL), SKPI_OK);
    ck_assert_int_eq(last, 2018);
    t.value = never; /* straight nowhere, so the last year is taken */
    ck_assert_int_eq(call_last_observation(&t, 1e-12, 0, &out, NULL), SKPI_OK);
    ck_assert_int_eq(last, 2018);
    ck_near(urgd, 0, 1e-15);
}
END_TEST

/* A table like the later ones, 1995 to 2020: cubics that meet at 2001.2 and 2010.86 on the scale on which annual values
 * belong to whole years.  The values of the observations' own years lie off both cubics. */
enum { cubic_years = 26 };
static int32_t cubic_year[cubic_years];
static void cubics(double *p, double digits)
{
    for (int j = 0; j < cubic_years; j++) {
        const double t = cubic_year[j] = 1995 + j, x = t - 2001.2, y = t - 2010.86;
        p[j] = .3 + .012 * (t - 1995) - 2e-4 * pow(t - 1995, 2) + 5e-6 * pow(t - 1995, 3);
        if (x > 0) p[j] += x * x * (-2e-4 + 1e-5 * x);
        if (y > 0) p[j] += y * y * (4e-4 - 2e-5 * y);
        if (t == 2001 || t == 2011) p[j] += 1e-5;
        if (digits > 0) p[j] = round(p[j] * digits) / digits;
    }
}
#define ck_rule(t, rounding, known, given, status)                                                                  \
    do {                                                                                                            \
        const skpi_urban_last_observation_options ck_o = {.size = sizeof ck_o, .known_to = (known), .rule = given}; \
        ck_assert_int_eq(skpi_urban_last_observation(&(t), rounding, &ck_o, &out, NULL), status);                   \
    } while (0)

/* Of ten years with two before them four are straight, which is just enough. */
START_TEST(straight_in_just_enough_years)
{
    enum { N = 12 };
    double p[N];
    int32_t when[N], rule;
    const skpi_table t = {.size = sizeof t, .n = 1, .m = N, .year = when, .value = p};
    skpi_urban_last_observation_out out = {.size = sizeof out, .rule = &rule};
    for (int j = 0; j < N; j++) {
        when[j] = 2000 + j;
        p[j] = 1 / (1 + exp(1 - .05 * j - (j > 5 ? .03 * (j - 5) * (j - 5) * (j % 2 ? -1 : 1) : 0)));
    }
    ck_assert_int_ge(skpi_urban_last_observation(&t, 1e-12, NULL, &out, NULL), 0);
    ck_assert_int_eq(rule, SKPI_URBAN_LAST_OBSERVATION_RULE_LOGIT);
}
END_TEST

START_TEST(cubic_values)
{
    double p[cubic_years], share, urgd, date;
    int32_t last, rule;
    const int32_t is_cubic = SKPI_URBAN_LAST_OBSERVATION_RULE_CUBIC, is_logit = SKPI_URBAN_LAST_OBSERVATION_RULE_LOGIT;
    skpi_table t = {.size = sizeof t, .n = 1, .m = cubic_years, .year = cubic_year, .value = p};
    skpi_urban_last_observation_out out = {
        .size = sizeof out, .last_year = &last, .share = &share, .urgd = &urgd, .date = &date, .rule = &rule};
    cubics(p, 0);
    for (int given = 0; given < 2; given++) { /* the rule is found, then given */
        ck_rule(t, 0, 0, given ? is_cubic : 0, SKPI_OK);
        ck_assert(last == 2011 && rule == is_cubic && share == p[16]);
        ck_near(date, 2011.36, 1e-6);
        const double logit1 = log(p[16] / (1 - p[16])), logit0 = log(p[6] / (1 - p[6]));
        ck_near(urgd, (logit1 - logit0) / 10, 1e-15); /* back to 2001, the previous observation */
    }
    /* the previous observation is outside the table, so the period is ten years, or as many as there are */
    t.value = p + 9;
    t.year = cubic_year + 9;
    t.m = cubic_years - 9;
    ck_rule(t, 0, 0, 0, SKPI_OK);
    ck_assert(last == 2011);
    ck_near(urgd, (log(p[16] / (1 - p[16])) - log(p[9] / (1 - p[9]))) / 7, 1e-15); /* seven years, all that there are */
    /* an observation too late; none; one after known_to; rounding that hides the cubics */
    t.m = 12;
    ck_fails_at(skpi_urban_last_observation(&t, 0, NULL, &out, NULL), SKPI_ENODATA, "share->value", 0);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "last five years"));
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "share->value[0][11]"));
    t.value = p + 17;
    t.year = cubic_year + 17;
    t.m = 9;
    ck_rule(t, 0, 0, is_cubic, SKPI_ENODATA);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "one cubic"));
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "share->value[0][8]"));
    t = (skpi_table){.size = sizeof t, .n = 1, .m = cubic_years, .year = cubic_year, .value = p};
    ck_rule(t, 0, 2010, 0, SKPI_ENODATA);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "after options->known_to"));
    char words[40];
    for (int j = 0; j < cubic_years; j++)
        if (cubic_year[j] == 2011) snprintf(words, sizeof words, "share->value[0][%d]", j);
    ck_assert_msg(strstr(skpi_last_error(), words) != NULL, "%s", skpi_last_error());
    ck_rule(t, 0, 2010, is_logit, SKPI_OK); /* the logit rule takes the last known year */
    ck_assert(last == 2010 && rule == is_logit && date == 2010.5);
    /* six decimals show the date within the year, three show no cubic */
    cubics(p, 1e6);
    ck_rule(t, 5e-7, 0, 0, SKPI_OK);
    ck_assert(last == 2011 && rule == is_cubic && date == 2011.5);
    cubics(p, 1e3);
    ck_rule(t, 5e-4, 0, is_cubic, SKPI_ENODATA);
    ck_fails(skpi_urban_last_observation(&t, 5e-4, &(skpi_urban_last_observation_options){.size = 16, .rule = is_cubic},
                                         &out, NULL),
             SKPI_ENODATA, "rounding");
    ck_fails(skpi_urban_last_observation(&t, 0, &(skpi_urban_last_observation_options){.size = 16, .rule = 5101}, &out,
                                         NULL),
             SKPI_EINVAL, "options->rule");
    /* a value that is no share is refused only if the rule reads it */
    cubics(p, 0);
    p[cubic_years - 1] = 41.5;
    ck_rule(t, 0, 2012, 0, SKPI_ERANGE);
    ck_rule(t, 0, 2012, is_logit, SKPI_OK);
}
END_TEST

START_TEST(bad_base)
{
    double p[years], urgd = 7;
    published(2010, .45, .06, p);
    skpi_table t = {.size = sizeof t, .n = 1, .m = years, .year = year, .value = p};
    skpi_urban_last_observation_out out = {.size = sizeof out, .urgd = &urgd};
    ck_fails(call_last_observation(NULL, 0, 0, &out, NULL), SKPI_EINVAL, "share");
    ck_fails(call_last_observation(&t, -1, 0, &out, NULL), SKPI_ERANGE, "rounding");
    ck_fails(call_last_observation(&t, 0, 2021, &out, NULL), SKPI_ERANGE, "options->known_to");
    ck_fails(call_last_observation(&t, 0, 1991, &out, NULL), SKPI_ENODATA, "options->known_to");
    ck_fails(call_last_observation(&t, 0, 0, NULL, NULL), SKPI_EINVAL, "out");
    year[5]++;
    t.m = 6;
    ck_fails_at(call_last_observation(&t, 0, 0, &out, NULL), SKPI_EINCONSISTENT, "share->year", 5);
    year[5]--;
    p[3] = 0; /* 0 in 1993, and no three straight years: 1995 is the last */
    p[4] = .3;
    p[5] = .2;
    ck_fails_at(call_last_observation(&t, 0, 0, &out, NULL), SKPI_EDOM, "share->value", 0);
    p[2] = (double)NAN;
    ck_fails_at(call_last_observation(&t, 0, 0, &out, NULL), SKPI_ENOTFINITE, "share->value", 0);
    ck_assert_double_eq(urgd, 7);
}
END_TEST

START_TEST(norm_values)
{
    /* by hand: three points on a line; a parabola through three points; a norm for each size class */
    const double p[] = {.2, .5, .8, .1, .3, .9}, h[] = {.03, .02, .01, .1, .1, .1};
    const int32_t size_class[] = {L, L, L, S, S, S};
    double c[6];
    ck_assert_int_eq(call_norm_fit(3, p, h, NULL, 0, 2, c), SKPI_OK);
    ck_near(c[0], .11 / 3, 1e-16);
    ck_near(c[1], -1. / 30, 1e-16);
    ck_assert_int_eq(call_norm_fit(6, p, h, size_class, 0, 2, c), SKPI_OK);
    ck_near(c[0], .11 / 3, 1e-16);
    ck_near(c[2], .1, 1e-15);
    ck_near(c[3], 0, 1e-15);
    const double q[] = {0, .5, 1}, parabola[] = {.03, .0375 - .0025, .03}; /* .03 + .02 p - .02 p^2 */
    ck_assert_int_eq(call_norm_fit(3, q, parabola, NULL, 0, 3, c), SKPI_OK);
    ck_near(c[0], .03, 1e-16);
    ck_near(c[1], .02, 1e-15);
    ck_near(c[2], -.02, 1e-15);
    ck_assert_int_eq(call_norm_fit(6, p, h, size_class, 0, 1, c), SKPI_OK); /* means */
    ck_near(c[0], .02, 1e-16);
    ck_near(c[1], .1, 1e-16);
}
END_TEST

START_TEST(norm_scenarios)
{
    /* constant norm: residuals from the mean .05 are -.04 to +.04; the thirds of 7 areas have 2, 3 and 2; ties stay in
     * the given order */
    const double p[] = {.1, .2, .3, .4, .5, .6, .7}, h[] = {.05, .01, .09, .05, .02, .05, .08};
    double c[2];
    ck_assert_int_eq(call_norm_fit(7, p, h, NULL, SKPI_URBAN_SCENARIO_SLOW, 1, c), SKPI_OK);
    ck_near(c[0], .015, 1e-16);
    ck_assert_int_eq(call_norm_fit(7, p, h, NULL, SKPI_URBAN_SCENARIO_FAST, 1, c), SKPI_OK);
    ck_near(c[0], .085, 1e-16);
    ck_assert_int_eq(call_norm_fit(7, p, h, NULL, SKPI_URBAN_SCENARIO_CENTRAL, 1, c), SKPI_OK);
    ck_near(c[0], .05, 1e-16);
    /* China, India and Indonesia, World Urbanization Prospects 2018, share of 2000 and growth difference to 2010.  Of
     * three areas the slow third is the lowest one. */
    const double share[] = {.35877, .27667, .42002},
                 urgd[] = {.05497442189245927, .015764619291421696, .031925128760371346};
    double slow[2], fit[2];
    ck_assert_int_eq(call_norm_fit(3, share, urgd, NULL, 0, 2, fit), SKPI_OK);
    ck_assert_int_eq(call_norm_fit(3, share, urgd, NULL, SKPI_URBAN_SCENARIO_SLOW, 2, slow), SKPI_OK);
    ck_assert_double_eq(slow[1], fit[1]);
    double lowest = INFINITY;
    for (int i = 0; i < 3; i++) lowest = fmin(lowest, urgd[i] - (fit[0] + fit[1] * share[i]));
    ck_near(slow[0], fit[0] + lowest, 1e-16);
}
END_TEST

/* A curved logit whose second differences the rounding hides from year to year, and not over two years. */
START_TEST(rule_over_two_years)
{
    enum { YEARS = 21 };
    const double rounding = 5e-6;
    int32_t annual[YEARS], rule;
    double share[YEARS];
    const skpi_table t = {.size = sizeof t, .n = 1, .m = YEARS, .year = annual, .value = share};
    skpi_urban_last_observation_out out = {.size = sizeof out, .rule = &rule};
    for (int straight = 0; straight < 2; straight++) {
        const double bend = (straight ? 3.5 : 8) * rounding; /* lines are told up to 16 */
        for (int i = 0; i < YEARS; i++) {
            annual[i] = 2000 + i;
            share[i] = 1 / (1 + exp(-bend * (i - 10) * (i - 10) / 2));
        }
        if (straight) {
            ck_assert_int_eq(skpi_urban_last_observation(&t, rounding, NULL, &out, NULL), SKPI_OK);
            ck_assert_int_eq(rule, SKPI_URBAN_LAST_OBSERVATION_RULE_LOGIT);
        } else /* one cubic */
            ck_fails(skpi_urban_last_observation(&t, rounding, NULL, &out, NULL), SKPI_ENODATA, "share->value");
    }
}
END_TEST

START_TEST(norm_huber)
{
    /* the limit of the reweighted fits, made with mpmath at 50 digits; least squares: .0477 + .0068 p */
    const double p[] = {.18, .25, .31, .42, .47, .55, .63, .71, .86},
                 h[] = {.031, .034, .022, .027, .018, .290, .012, .021, .004};
    double c[2], same[2];
    ck_assert_int_eq(skpi_urban_norm_fit(9, 0, 2, p, h, NULL, NULL, c), SKPI_WUNUSUAL);
    ck_near(c[0], 0.038847819281552788256, 1e-14);
    ck_near(c[1], -0.034287116090808090858, 1e-14);
    const int32_t size_class[] = {L, S, L, S, L, S, L, S, L}; /* one norm for all sizes, although they are given */
    ck_assert_int_eq(skpi_urban_norm_fit(9, 1, 2, p, h, size_class, NULL, same), SKPI_WUNUSUAL);
    ck_assert_mem_eq(c, same, sizeof c);
    ck_assert_int_eq(call_norm_fit(9, p, h, NULL, 0, 2, c), SKPI_WUNUSUAL);
    ck_near(c[0], 0.047676838419209587495, 1e-16);
    ck_near(c[1], 0.006828414207103583065, 1e-15);
    /* more than half of the areas on a line */
    const double q[] = {.2, .4, .5, .6, .8}, line[] = {.03, .02, .015, .09, .0};
    ck_assert_int_eq(skpi_urban_norm_fit(5, 1, 2, q, line, NULL, NULL, c), SKPI_OK);
    ck_near(c[0], .04, 1e-14);
    ck_near(c[1], -.05, 1e-14);
    /* a parabola that three of five areas determine: the scale falls to 0 too slowly */
    const double far[] = {1, .5, .3, .777, .8}, slow[] = {-.032, .02, .02, .024, .02};
    double parabola[3];
    ck_assert_int_eq(skpi_urban_norm_fit(5, 1, 3, far, slow, NULL, NULL, parabola), SKPI_WNOTCONVERGED);
    ck_near(parabola[0] + parabola[1] + parabola[2], -.032, 1e-12);
}
END_TEST

START_TEST(bad_norm)
{
    const double p[] = {.2, .5, .8}, same[] = {.2, .2, .2}, h[] = {.03, .02, .01};
    double c[4] = {7, 7, 7, 7};
    ck_fails(call_norm_fit(0, p, h, NULL, 0, 2, c), SKPI_ENODATA, "n");
    ck_fails(call_norm_fit(1, p, h, NULL, 0, 2, c), SKPI_ENODATA, "n");
    ck_fails(call_norm_fit(2, p, h, NULL, SKPI_URBAN_SCENARIO_SLOW, 1, c), SKPI_ENODATA, "n");
    ck_fails(call_norm_fit(3, p, h, (int32_t[]){L, L, S}, 0, 2, c), SKPI_ENODATA, "size_class");
    ck_fails(call_norm_fit(3, same, h, NULL, 0, 2, c), SKPI_ESINGULAR, "share");
    ck_fails(call_norm_fit(3, NULL, h, NULL, 0, 2, c), SKPI_EINVAL, "share");
    ck_fails_at(call_norm_fit(3, p, (double[]){0, NAN, 0}, NULL, 0, 2, c), SKPI_ENOTFINITE, "urgd", 1);
    ck_fails_at(call_norm_fit(3, (double[]){.2, 41.5, .3}, h, NULL, 0, 2, c), SKPI_ERANGE, "share", 1);
    ck_fails_at(call_norm_fit(3, p, h, (int32_t[]){L, S, 3}, 0, 2, c), SKPI_EINVAL, "size_class", 2);
    ck_fails(call_norm_fit(3, p, h, NULL, 4, 2, c), SKPI_EINVAL, "options->scenario");
    const skpi_urban_norm_fit_options other = {.size = sizeof other, .loss = SKPI_URBAN_SCENARIO_SLOW};
    ck_fails(skpi_urban_norm_fit(3, 1, 2, p, h, NULL, &other, c), SKPI_EINVAL, "options->loss");
    ck_fails(call_norm_fit(3, p, h, NULL, 0, 0, c), SKPI_ENODATA, "n_terms");
    ck_fails(call_norm_fit(3, p, h, NULL, 0, 5, c), SKPI_ERANGE, "n_terms");
    ck_fails(call_norm_fit(3, p, h, NULL, 0, 2, NULL), SKPI_EINVAL, "norm");
    ck_fails(skpi_urban_norm_fit(3, 3, 1, p, h, NULL, NULL, c), SKPI_ERANGE, "n_sizes");
    ck_fails(skpi_urban_norm_fit(3, 2, 1, p, h, NULL, NULL, c), SKPI_EINVAL, "size_class");
    ck_fails(call_norm_fit((size_t)-1, p, h, NULL, 0, 2, c), SKPI_ENOMEM, "share");
    ck_fails_at(call_norm_fit(3, p, (double[]){1e308, 0, -1e308}, NULL, 0, 2, c), SKPI_ERANGE, "urgd", 0);
    for (int k = 0; k < 4; k++) ck_assert_double_eq(c[k], 7);
}
END_TEST

/* A row of six years, of which only the first three are on a line. */
START_TEST(straight_at_the_beginning)
{
    static const int32_t at[] = {2000, 2001, 2002, 2003, 2004, 2005};
    static const double logit[] = {-1, -.9, -.8, -.3, .9, 1.3};
    double p[6], share;
    int32_t last;
    for (int k = 0; k < 6; k++) p[k] = rounded(1 / (1 + exp(-logit[k])));
    const skpi_table t = {.size = sizeof t, .n = 1, .m = 6, .year = at, .value = p};
    skpi_urban_last_observation_out out = {.size = sizeof out, .last_year = &last, .share = &share};
    ck_assert_int_ge(call_last_observation(&t, 5e-6, 0, &out, NULL), SKPI_OK);
    ck_assert_int_eq(last, 2002);
    ck_assert_double_eq(share, p[2]);
}
END_TEST

UNIT_MAIN("urban last observation", UNIT_CASE("size_class", size_values),
          UNIT_CASE("base", base_values, straight_at_the_beginning, base_rule, rule_over_two_years,
                    straight_in_just_enough_years, cubic_values, bad_base),
          UNIT_CASE("norm", norm_values, norm_scenarios, norm_huber, bad_norm))
