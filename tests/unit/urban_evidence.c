/* What is known of the future, and what was: intervals of the converging method, random walks, fitted tables of errors,
 * backtests. */
#include "unit/unit.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))
static const double nan_ = (double)NAN;

START_TEST(converging_values)
{
    /* 50-digit arithmetic; the last observation stands lead years before 2050 */
    static const double level[] = {.50, .80, .90, .95};
    static const struct { double share, slope, lead, p[8]; } known[] = {
        {.50712451776573194, .03, 1,
         {.5034660221665204, .51078225049913113, .49977800062708286, .51446795941104103, .49706664163588664,
          .51717663024997169, .49348094200066456, .52075748995360602}},
        {.34552564359875951, .25, 12.5,
         {.22652544396562852, .48762862975309743, .13919396144081693, .63285158245304728, .094604141493621599,
          .727334343357313, .055398924272743462, .82616263006108885}},
        {.92321696506326167, -.05, 40,
         {.88417274994476438, .94984632928124884, .82843902729601524, .96767816657824555, .77520370587528056,
          .97670236026465393, .68840082902063896, .98494843764972689}},
        {.5, .03, 0, {.5, .5, .5, .5, .5, .5, .5, .5}},
        {.82527881042468402, 0, 50,
         {.76163319095987682, .87472576363882179, .68301543956744031, .91192709928531778, .61727825607829289,
          .93258217763017396, .52371285782444968, .9530299837610955}},
    };
    for (size_t i = 0; i < COUNT(known); i++)
        for (size_t k = 0; k < 4; k++) {
            const double last = 2050 - known[i].lead;
            double low = known[i].share, high = 7;
            ck_assert_int_eq(skpi_urban_interval_converging(1, 1, &last, 2050, &low, &known[i].slope, level[k], &low, &high,
                                                            NULL), /* in place */
                             known[i].lead > 40 ? SKPI_WHORIZON : SKPI_OK);
            ck_near(low, known[i].p[2 * k], 1e-15);
            ck_near(high, known[i].p[2 * k + 1], 1e-15);
        }
}
END_TEST

START_TEST(converging_rows)
{
    const double last[] = {2018, 2020.5, 1979}, share[] = {.5, .6, .5, .6, .5, .6}, slope[] = {.01, 0, .02};
    double low[6], high[6];
    int32_t status[3];
    ck_assert_int_eq(skpi_urban_interval_converging(3, 2, last, 2019, share, slope, .8, low, high, status),
                     SKPI_WROWS | SKPI_WHORIZON);
    ck_assert_int_eq(status[0], SKPI_OK);
    ck_assert_int_eq(status[1], SKPI_EDOM);
    ck_assert_int_eq(status[2], SKPI_WHORIZON); /* 2020 is 41 years on, 2019 is 40 */
    ck_assert(isnan(low[2]) && isnan(high[3]));
    ck_assert(low[1] < .6 && high[1] > .6 && low[4] < low[0] && high[4] > high[0]);
    ck_assert_int_eq(skpi_urban_interval_converging(1, 1, last + 2, 2019, share, slope, .8, low, high, NULL), SKPI_OK);
    ck_assert_int_eq(skpi_urban_interval_converging(0, 1, NULL, 2019, NULL, NULL, .8, NULL, NULL, NULL), SKPI_OK);
    ck_assert_int_eq(skpi_urban_interval_converging(1, 1, last, 2019, share, slope, 1 - .2, low, high, NULL), SKPI_OK);
}
END_TEST

START_TEST(bad_converging)
{
    const double last = 2018, p = .5, end = 1, slope = .01, steep = 1e308;
    double low = 7, high = 7;
#define CONVERGING(last, first, share, slope, level) \
    skpi_urban_interval_converging(1, 1, last, first, share, slope, level, &low, &high, NULL)
    ck_fails_at(CONVERGING(&last, 2017, &p, &slope, .8), SKPI_EDOM, "last_date", 0);
    ck_fails_at(CONVERGING(&last, 2019, &end, &slope, .8), SKPI_EDOM, "share", 0);
    ck_fails_at(CONVERGING(&last, 2019, &p, &nan_, .8), SKPI_ENOTFINITE, "slope", 0);
    ck_fails_at(CONVERGING(&last, 2058, &p, &steep, .95), SKPI_EOVERFLOW, "low", 0);
    ck_fails(CONVERGING(&last, 2019, &p, &slope, 80), SKPI_ERANGE, "level");
    ck_fails(CONVERGING(&last, 2019, &p, &slope, .85), SKPI_EINVAL, "level");
    ck_assert_msg(strstr(skpi_last_error(), "0.5, 0.8, 0.9, 0.95"), "%s", skpi_last_error());
    ck_fails(CONVERGING(NULL, 2019, &p, &slope, .8), SKPI_EINVAL, "last_date");
    ck_fails(skpi_urban_interval_converging(1, 1, &last, 2019, &p, &slope, .8, &low, NULL, NULL), SKPI_EINVAL, "high");
    ck_assert_double_eq(low, 7);
    ck_assert_double_eq(high, 7);
}
END_TEST

START_TEST(walk_values)
{
    /* logistic(logit p + mu t + z sigma sqrt t), z(.975) = 1.959963984540054 */
    const double share[] = {.5, .3}, drift[] = {.02, 0}, sigma[] = {.1, 0}, prob[] = {.975, .5, .025};
    double q[2 * 4 * 3];
    ck_assert_int_eq(skpi_urban_walk_quantile(2, share, drift, sigma, 4, 3, prob, q, NULL), SKPI_OK);
    for (int t = 1; t <= 4; t++) {
        const double x = .02 * t, w = 1.959963984540054 * .1 * sqrt(t), *row = q + 3 * (t - 1);
        ck_near(row[0], 1 / (1 + exp(-x - w)), 1e-15);
        ck_near(row[1], 1 / (1 + exp(-x)), 1e-15);
        ck_near(row[2], 1 / (1 + exp(-x + w)), 1e-15);
        for (int k = 0; k < 3; k++) ck_near(row[12 + k], .3, 1e-15); /* it stands still */
    }
}
END_TEST

START_TEST(walk_bounds)
{
    const double share[] = {.5, 0, .5, .5}, drift[] = {.02, 0, 1e308, -.01}, sigma[] = {.1, .1, 0, -1};
    const double prob[] = {.1, 1}, far[] = {1e-300};
    double q[4 * 3];
    int32_t status[4];
    ck_assert_int_eq(skpi_urban_walk_quantile(4, share, drift, sigma, 3, 1, prob, q, status), SKPI_WROWS);
    ck_assert_int_eq(status[0], SKPI_OK);
    ck_assert_int_eq(status[1], SKPI_EDOM);
    ck_assert_int_eq(status[2], SKPI_EOVERFLOW);
    ck_assert_int_eq(status[3], SKPI_ERANGE);
    ck_assert(!isnan(q[2]) && isnan(q[3]) && isnan(q[8]) && isnan(q[11]));
    ck_assert_int_eq(skpi_urban_walk_quantile(1, share, drift, sigma, 1, 1, far, q, NULL), SKPI_OK);
    ck_near(q[0], 1 / (1 + exp(-.02 + 37.0471 * .1)), 1e-6);
    ck_assert_int_eq(skpi_urban_walk_quantile(0, NULL, NULL, NULL, 3, 1, prob, NULL, NULL), SKPI_OK);
    q[0] = 7;
    ck_fails_at(skpi_urban_walk_quantile(1, share, drift, sigma, 3, 2, prob, q, NULL), SKPI_ERANGE, "prob", 1);
    ck_fails(skpi_urban_walk_quantile(1, share, drift, sigma, 3, 1, NULL, q, NULL), SKPI_EINVAL, "prob");
    ck_fails(skpi_urban_walk_quantile(1, share, drift, sigma, (size_t)-1, 1, prob, q, NULL), SKPI_ENOMEM, "n_years");
    ck_assert_double_eq(q[0], 7);
}
END_TEST

UNIT_MAIN("urban_evidence", UNIT_CASE("converging", converging_values, converging_rows, bad_converging),
          UNIT_CASE("walk", walk_values, walk_bounds))
