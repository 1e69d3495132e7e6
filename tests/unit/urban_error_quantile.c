/* Quantiles of forecast shares: known answers, tables of the caller's, bad input. */
#include "unit/urban_calls.h"

START_TEST(interval_values)
{
    /* 50-digit arithmetic on the printed decimals of the table; the year 2028 is 10 years after 2018 */
    const double prob[] = {.05, .10, .50, .90, .95};
    static const struct {
        double share, h, p[5];
    } known[] = {
        {.5, 0, {.5, .5, .5, .5, .5}},
        {.5, 10, {.42629102139254998, .45041353157496045, .49387530635921497, .53344996267842775, .55848111243816137}},
        {.312,
         12,
         {.23892437488298374, .26003519247807183, .30346629160070015, .34878466206423156, .37984983420731799}},
        {.6, 30, {.35834952388665913, .40070345751684763, .52559388821526218, .68036835096767744, .73095339950435238}},
        {.6, 40, {.29223892006941242, .32859757030529635, .48022659491767939, .69624181786871615, .74752681040125064}},
        {.99, 7, {.98783700843926527, .98862750441851321, .98986225138634257, .99082740252497599, .99148622698672482}},
    };
    for (size_t i = 0; i < COUNT(known); i++) {
        double q[5];
        const int32_t last = 2050 - (int32_t)known[i].h;
        ck_assert_int_eq(call_error_quantile(1, 1, &last, 2050, &known[i].share, 0, NULL, NULL, 5, prob, q, NULL),
                         known[i].h > 30 ? SKPI_WHORIZON : SKPI_OK);
        for (int k = 0; k < 5; k++) ck_near(q[k], known[i].p[k], 1e-15);
    }
}
END_TEST

/* Of the table of revisions: the coverage of an interval, and the line of its half in logits. */
static const struct {
    double coverage, at_0, a_year;
} line[] = {{.5, .0060904060562786255, .010324263322330968},
            {.8, .14969224311994811, .014566100196688496},
            {.9, .36974418471830933, .016787542615926927},
            {.95, .73114672368511846, .010159397797441017}};

START_TEST(realtime_values)
{
    /* lines of urban_realtime_error_quantiles.csv, rounded to three decimals in rows five years apart; straight between
     * the rows; symmetric, and not 0 at 0 years */
    const int32_t last = 1980;
    const double middle = .5;
    for (int32_t h = 0; h <= 45; h++)
        for (size_t k = 0; k < COUNT(line); k++) {
            const double prob[] = {(1 - line[k].coverage) / 2, .5, (1 + line[k].coverage) / 2};
            const int32_t row = h > 25 ? 25 : h - h % 5;
            double edge[2], q[3];
            for (int j = 0; j < 2; j++) edge[j] = round(1e3 * (line[k].at_0 + (row + 5 * j) * line[k].a_year)) / 1e3;
            const double half = edge[0] + (edge[1] - edge[0]) * (h - row) / 5;
            const skpi_urban_error_quantile_in in = {.size = sizeof in, .n = 1, .last_year = &last, .share = &middle};
            ck_assert_int_eq(skpi_urban_error_quantile(&in, last + h, 1, 3, prob, NULL, q, NULL),
                             h > 30 ? SKPI_WHORIZON : SKPI_OK);
            ck_near(q[0], 1 / (1 + exp(half)), 1e-15);
            ck_assert_double_eq(q[1], .5);
            ck_near(q[2], 1 / (1 + exp(-half)), 1e-15);
        }
}
END_TEST

START_TEST(row_of_no_years)
{
    const int32_t last = 2018, h[] = {0, 10}, below[] = {-1, 10};
    const double share[] = {.5, .5, .5}, t[] = {.2, .7}, prob = .9;
    double q[3];
    ck_assert_int_eq(call_error_quantile(1, 3, &last, 2018, share, 2, h, t, 1, &prob, q, NULL), SKPI_OK);
    for (int k = 0; k < 3; k++) ck_near(q[k], 1 / (1 + exp(-.2 - .05 * k)), 1e-15);
    /* alone it holds for all years, with a warning */
    ck_assert_int_eq(call_error_quantile(1, 1, &last, 2018, share, 1, h, t, 1, &prob, q, NULL), SKPI_OK);
    ck_assert_int_eq(call_error_quantile(1, 2, &last, 2025, share, 1, h, t, 1, &prob, q + 1, NULL), SKPI_WHORIZON);
    for (int k = 0; k < 3; k++) ck_near(q[k], 1 / (1 + exp(-.2)), 1e-15);
    ck_fails_at(call_error_quantile(1, 1, &last, 2018, share, 2, below, t, 1, &prob, q, NULL), SKPI_ERANGE,
                "options->horizon", 0);
    const skpi_urban_error_quantile_in in = {.size = sizeof in, .n = 1, .last_year = &last, .share = share};
    const skpi_urban_error_quantile_options both = {
        .size = sizeof both, .n_horizons = 2, .horizon = h, .error = t, .source = SKPI_URBAN_ERROR_SOURCE_REALTIME};
    ck_fails(skpi_urban_error_quantile(&in, 2018, 1, 1, &prob, &both, q, NULL), SKPI_EINCONSISTENT, "options->source");
}
END_TEST

START_TEST(interval_tables)
{
    const int32_t h1[] = {10}, h2[] = {10, 20}, last[] = {2018, 1990};
    const double share[] = {.5, .6, .7, .5, .6, .7}, t1[] = {1}, t2[] = {-1, 1, -3, 2}, prob[] = {.2, .8};
    double q[12], back[2];
    int32_t status[2];
    /* a single column: a line through the origin, and a warning beyond it */
    ck_assert_int_eq(call_error_quantile(1, 3, last, 2027, share, 1, h1, t1, 1, prob, q, NULL), SKPI_WHORIZON);
    ck_near(q[0], 1 / (1 + exp(-.9)), 1e-15);
    ck_near(q[1], 1 / (1 + 2. / 3 * exp(-1)), 1e-15);
    ck_near(q[2], 1 / (1 + 3. / 7 * exp(-1.1)), 1e-15);
    /* the caller's columns, which only the second row exceeds */
    ck_assert_int_eq(call_error_quantile(2, 3, last, 2031, share, 2, h2, t2, 2, prob, q, status), SKPI_WHORIZON);
    ck_assert_int_eq(status[0], SKPI_OK);
    ck_assert_int_eq(status[1], SKPI_WHORIZON);
    ck_near(q[0], 1 / (1 + exp(1.6)), 1e-15);  /* h = 13: -1 - .3 x 2 */
    ck_near(q[1], 1 / (1 + exp(-1.3)), 1e-15); /* 1 + .3 x 1 */
    ck_near(q[6], 1 / (1 + exp(7.2)), 1e-15);  /* h = 41: -3 - 2.1 x 2 */
    ck_near(q[7], 1 / (1 + exp(-4.1)), 1e-15);
    /* (1 - .8)/2 counts as the table's .1; probabilities may stand in any order */
    ck_assert_int_eq(
        call_error_quantile(1, 1, last, 2028, share, 0, NULL, NULL, 2, (double[]){.9, (1 - .8) / 2}, back, NULL),
        SKPI_OK);
    ck_near(back[0], .53344996267842775, 1e-15);
    ck_near(back[1], .45041353157496045, 1e-15);
    const double steep[] = {-1e308, 1e308};
    ck_fails_at(call_error_quantile(1, 1, last, 2039, share, 2, h2, steep, 1, prob, q, NULL), SKPI_EOVERFLOW,
                "quantile", 0);
    ck_assert_int_eq(call_error_quantile(1, 1, last, 2033, share, 2, h2, steep, 1, prob, q, NULL), SKPI_OK);
    ck_assert_double_eq(q[0], .5); /* in the middle between the two */
}
END_TEST

START_TEST(interval_of_nothing)
{
    const int32_t year = 2000;
    ck_assert_int_eq(call_error_quantile(0, 5, NULL, 2019, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL), SKPI_OK);
    ck_assert_int_eq(call_error_quantile(1, 0, &year, 2019, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL), SKPI_OK);
}
END_TEST

START_TEST(bad_interval)
{
    const int32_t last = 2018, h[] = {5, 10}, twice[] = {5, 5}, back[] = {5, 4};
    const double p0 = .5, t[] = {1, 2}, nan[] = {1, (double)NAN}, prob = .1, odd = .25, one = 1, end = 1;
    double q = 7;
#define INTERVAL(first, share, n_horizons, h, t, n_prob, prob) \
    call_error_quantile(1, 1, &last, first, share, n_horizons, h, t, n_prob, prob, &q, NULL)
    ck_fails_at(INTERVAL(2017, &p0, 0, NULL, NULL, 1, &prob), SKPI_ENOTSORTED, "in->last_year", 0);
    ck_fails_at(INTERVAL(2019, &end, 0, NULL, NULL, 1, &prob), SKPI_EDOM, "in->share", 0);
    ck_fails(INTERVAL(2019, &p0, 0, NULL, t, 1, &prob), SKPI_EINVAL, "options->n_horizons");
    ck_fails(INTERVAL(2019, &p0, 2, NULL, t, 1, &prob), SKPI_EINVAL, "options->horizon");
    ck_fails_at(INTERVAL(2019, &p0, 2, twice, t, 1, &prob), SKPI_EDUPLICATE, "options->horizon", 1);
    ck_fails_at(INTERVAL(2019, &p0, 2, back, t, 1, &prob), SKPI_ENOTSORTED, "options->horizon", 1);
    ck_fails(INTERVAL(2019, &p0, 2, h, NULL, 1, &prob), SKPI_EINVAL, "options->error");
    ck_fails_at(INTERVAL(2019, &p0, 2, h, nan, 1, &prob), SKPI_ENOTFINITE, "options->error", 1);
    ck_fails(INTERVAL(2019, &p0, 0, NULL, NULL, 1, NULL), SKPI_EINVAL, "prob");
    ck_fails_at(INTERVAL(2019, &p0, 0, NULL, NULL, 1, &one), SKPI_ERANGE, "prob", 0);
    ck_fails_at(INTERVAL(2019, &p0, 0, NULL, NULL, 1, &odd), SKPI_ENOTFOUND, "prob", 0);
    ck_assert_msg(strstr(skpi_last_error(), "0.05, 0.1, 0.5, 0.9, 0.95"), "%s", skpi_last_error());
    ck_fails(INTERVAL(2019, &p0, 0, NULL, NULL, (size_t)-1, &prob), SKPI_ENOMEM, "prob");
    ck_assert_double_eq(q, 7);
}
END_TEST

UNIT_MAIN("urban_error_quantile", UNIT_CASE("values", interval_values, realtime_values),
          UNIT_CASE("tables", row_of_no_years, interval_tables),
          UNIT_CASE("bad input", interval_of_nothing, bad_interval))
