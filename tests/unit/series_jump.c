/* Breaks in series: the rule by hand, and every function that tells of one. */
#include "series/jump.h"
#include "unit/unit.h"
#include "unit/urban_calls.h"

enum { YEARS = 21 };
static int32_t year[YEARS];
static double t[YEARS], steady[YEARS], broken[YEARS], share[YEARS];

/* A series that grows by about 2 % a year, 2000 to 2020.  In broken, all but a sixth is lost between 2012 and 2013.  In
 * share, a third of the urban people of an area become rural in 2013. */
static void series(void)
{
    for (int i = 0; i < YEARS; i++) {
        year[i] = 2000 + i;
        t[i] = year[i];
        steady[i] = 1000.123 * exp(.02 * i + .002 * (i % 3));
        broken[i] = steady[i] * (i < 13 ? 1 : .1666);
        share[i] = i < 13 ? .4 + .011 * i + .001 * (i % 2) : .34 + .005 * i;
    }
}

START_TEST(rule)
{
    series();
    skpi__jump jump = skpi__jump_of(YEARS, t, steady, 0, 0);
    ck_assert_uint_eq(jump.to, 0);
    jump = skpi__jump_of(YEARS, t, broken, 0, 0);
    ck_assert_uint_eq(jump.to, 13);
    ck_near(jump.factor, .1666 * steady[13] / steady[12], 1e-12);
    ck_assert(jump.times > 90 && jump.times < 100); /* the step of 1.8 over .15/8 */
    ck_assert_uint_eq(skpi__jump_of(YEARS, NULL, broken, 0, 0).to, 13);
    /* only steps that end after a given value are tested */
    ck_assert_uint_eq(skpi__jump_of(YEARS, t, broken, 0, 12).to, 13);
    ck_assert_uint_eq(skpi__jump_of(YEARS, t, broken, 0, 13).to, 0);
    /* a step must exceed the usual change by .15, whatever the noise; by hand: all changes are 0 except one of ln 1.17
     * or ln 1.16 */
    double y[YEARS];
    for (int i = 0; i < YEARS; i++) y[i] = i < 8 ? 1 : 1.17;
    ck_assert_uint_eq(skpi__jump_of(YEARS, t, y, 0, 0).to, 8);
    for (int i = 8; i < YEARS; i++) y[i] = 1.16;
    ck_assert_uint_eq(skpi__jump_of(YEARS, t, y, 0, 0).to, 0);
    /* and by eight deviations: changes of -.1, 0 and .1 in turn have the deviation .1, and 8 x 1.4826 x .1 is 1.19 */
    for (int k = 0; k < 2; k++) {
        double level = 0;
        for (int i = 0; i < YEARS; i++) y[i] = exp(level += i == 10 ? (k ? 1.18 : 1.19) : .1 * (i % 3 - 1));
        ck_assert_uint_eq(skpi__jump_of(YEARS, t, y, 0, 0).to, k ? 0 : 10);
    }
    /* at least five other steps are needed */
    ck_assert_uint_eq(skpi__jump_of(7, t + 7, broken + 7, 0, 0).to, 6);
    ck_assert_uint_eq(skpi__jump_of(6, t + 8, broken + 8, 0, 0).to, 0);
    /* a step over a gap is divided by its years: six years of 20 % each are no jump among years of 15 % */
    for (int i = 0; i < 10; i++) {
        t[i] = 2000 + (i < 5 ? i : i + 5);
        y[i] = exp(.15 * (t[i] - 2000) + (i < 5 ? 0 : .3));
    }
    ck_assert_uint_eq(skpi__jump_of(10, t, y, 0, 0).to, 0);
    /* values without a logarithm are left out */
    series();
    broken[4] = 0;
    broken[5] = -3;
    ck_assert_uint_eq(skpi__jump_of(YEARS, t, broken, 0, 0).to, 13);
}
END_TEST

/* Few units are enough for a step that is large beside one: by hand, logit .85 - logit .64 = 1.16 is ten units of 1/15, a
 * step of ln 2.8 ten of 1/10, but ln 2.6 is not; over two years both are half.  20 units are 20 although .7 - .5 is below
 * .2. */
START_TEST(few_units)
{
    static const double high[] = {.60, .61, .62, .62, .63, .64, .85, .86, .86, .87, .87, .88};
    double y[12], twice[12], date[12];
    for (int i = 0; i < 12; i++) date[i] = 2000 + i + (i > 5);
    ck_assert_uint_eq(skpi__jump_of(12, NULL, high, 1, 0).to, 6);
    ck_assert_uint_eq(skpi__jump_of(12, date, high, 1, 0).to, 6);    /* 1.16/2 beside 10/15/2 */
    for (int i = 0; i < 12; i++) y[i] = high[i] + (i > 5 ? .07 : 0); /* .92 is 8 units from 1, and the step 1.87 */
    ck_assert_uint_eq(skpi__jump_of(12, NULL, y, 1, 0).to, 6);
    for (int k = 0; k < 2; k++) {
        for (int i = 0; i < 12; i++) twice[i] = i < 6 ? 10 : k ? 26 : 28;
        ck_assert_uint_eq(skpi__jump_of(12, NULL, twice, 0, 0).to, k ? 0 : 6);
        ck_assert_uint_eq(skpi__jump_of(12, date, twice, 0, 0).to, k ? 0 : 6);
    }
    for (int i = 0; i < 12; i++) y[i] = i < 6 ? .7 - .5 : .24;
    ck_assert(y[0] < .2);
    ck_assert_uint_eq(skpi__jump_of(12, NULL, y, 0, 0).to, 6);
}
END_TEST

/* The quick answer never misses a break of the rule. */
START_TEST(possible)
{
    enum { N = 21 };
    uint64_t state = 7;
    int found = 0, quick = 0;
    for (int trial = 0; trial < 20000; trial++) {
        double v[N], change[N - 1];
        const size_t n = 7 + (size_t)(trial % 15);
        v[0] = 100;
        for (size_t k = 1; k < n; k++) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            const double u = (double)(state >> 11) * 0x1p-53 - .5;
            change[k - 1] = .04 * u + (trial % 3 && k == n / 2 ? .17 : 0);
            v[k] = v[k - 1] * exp(change[k - 1]);
        }
        const int is = skpi__jump_of(n, NULL, v, 0, 0).to > 0, may = skpi__jump_possible(n - 1, change);
        ck_assert_msg(may || !is, "trial %d", trial);
        found += is;
        quick += may;
    }
    ck_assert_int_gt(found, 5000);
    ck_assert_int_lt(quick, 20000 * 2 / 3 + 1);
}
END_TEST

START_TEST(rounding)
{
    /* 19 and 22 differ by the rounding of 19 units; in tenths of the unit the difference is a change */
    double y[YEARS];
    series();
    for (int i = 0; i < YEARS; i++) y[i] = i < 10 ? 17 + i % 2 : 24 + i % 2;
    ck_assert_uint_eq(skpi__jump_of(YEARS, t, y, 0, 0).to, 0);
    for (int i = 0; i < YEARS; i++) y[i] *= 10;
    ck_assert_uint_eq(skpi__jump_of(YEARS, t, y, 0, 0).to, 0); /* still figures with two digits */
    y[0] += 1;
    ck_assert_uint_eq(skpi__jump_of(YEARS, t, y, 0, 0).to, 10);
    /* the same figures in hundreds of millions and in ten-millionths */
    for (int k = 0; k < 2; k++) {
        for (int i = 0; i < YEARS; i++) y[i] = (i < 10 ? 17 + i % 2 : 24 + i % 2) * (k ? 1e8 : 1e-7);
        ck_assert_uint_eq(skpi__jump_of(YEARS, t, y, 0, 0).to, 0);
        y[0] *= 1.01;
        ck_assert_uint_eq(skpi__jump_of(YEARS, t, y, 0, 0).to, 10);
    }
    /* the smallest value is itself the unit, of which the others are multiples; a tenth more and the unit is smaller */
    for (int i = 0; i < YEARS; i++) y[i] = i == 0 ? 1000 : i < 10 ? 5000 : 8000;
    ck_assert_uint_eq(skpi__jump_of(YEARS, t, y, 0, 5).to, 0);
    y[0] = 1100;
    ck_assert_uint_eq(skpi__jump_of(YEARS, t, y, 0, 5).to, 10);
    /* shares of .002 and 1 - .002 with three decimals change by their rounding */
    for (int i = 0; i < YEARS; i++) y[i] = i < 10 ? .002 : .004;
    ck_assert_uint_eq(skpi__jump_of(YEARS, t, y, 1, 0).to, 0);
    for (int i = 0; i < YEARS; i++) y[i] = 1 - y[i];
    ck_assert_uint_eq(skpi__jump_of(YEARS, t, y, 1, 0).to, 0);
    for (int i = 0; i < YEARS; i++) y[i] += 1e-5 * (i % 3);
    ck_assert_uint_eq(skpi__jump_of(YEARS, t, y, 1, 0).to, 10);
    ck_assert_uint_eq(skpi__jump_of(YEARS, t, y, 0, 0).to, 0); /* the logarithm does not show it */
}
END_TEST

START_TEST(long_series)
{
    enum { LONG = 300 };
    double y[LONG];
    for (size_t to = 1; to < LONG; to++) {
        for (size_t i = 0; i < LONG; i++) y[i] = (1000 + (double)(i % 7)) * (i < to ? 1 : .5);
        ck_assert_uint_eq(skpi__jump_of(LONG, NULL, y, 0, 0).to, to);
        ck_assert_uint_eq(skpi__jump_of(LONG, NULL, y, 0, to - 1).to, to);
        ck_assert_uint_eq(skpi__jump_of(LONG, NULL, y, 0, to).to, 0);
    }
}
END_TEST

static const char told[] = "between 2012 and 2013 the series changes by a factor 0.17, 95 times its usual change";

/* Asserts that a call warns of the break, with this argument and position. */
#define ck_tells(call, expected_status, expected_name, expected_row, expected_column)                           \
    do {                                                                                                        \
        skpi_error ck_e = {.size = sizeof ck_e};                                                                \
        ck_assert_int_eq(call, expected_status);                                                                \
        ck_assert_int_eq(skpi_last_error_get(&ck_e), SKPI_OK);                                                  \
        ck_assert_int_eq(ck_e.status, SKPI_WUNUSUAL);                                                           \
        ck_assert_str_eq(ck_e.name, expected_name);                                                             \
        ck_assert_msg(ck_e.row == (expected_row) && ck_e.column == (expected_column), "%s", skpi_last_error()); \
    } while (0)

START_TEST(series_functions)
{
    double both[2 * YEARS], slope[2], mean[2];
    int32_t status[2];
    series();
    memcpy(both, steady, sizeof steady);
    memcpy(both + YEARS, broken, sizeof broken);
    both[YEARS + 3] = (double)NAN; /* columns are those of the table */
    const skpi_table y = {.size = sizeof y, .n = 2, .m = YEARS, .year = year, .value = both};
    const skpi_series_fit_options line = {.size = sizeof line, .model = SKPI_SERIES_MODEL_LINE};
    const int32_t gap = SKPI_WUNUSUAL | SKPI_WMISSING;
    skpi_series_fit_out fit = {.size = sizeof fit, .sigma = slope};
    ck_tells(skpi_series_fit(&y, &line, &fit, status), gap, "y->value", 1, 13);
    ck_assert_msg(strstr(skpi_last_error(), told), "%s", skpi_last_error());
    ck_assert(status[0] == SKPI_OK && status[1] == gap);
    skpi_series_forecast_out forecast = {.size = sizeof forecast, .mean = mean};
    ck_tells(skpi_series_forecast(&y, 2021, 1, 0, NULL, &line, &forecast, status), gap, "y->value", 1, 13);
    skpi_series_trend_out trend = {.size = sizeof trend, .slope = slope};
    ck_tells(skpi_series_trend(&y, &trend, status), gap, "y->value", 1, 13);
    ck_assert_msg(strstr(skpi_last_error(), told), "%s", skpi_last_error());
    double rate[2 * (YEARS - 1)], rmse;
    both[YEARS + 3] = steady[3];
    ck_tells(skpi_series_growth(&y, rate, NULL, status), SKPI_WUNUSUAL, "y->value", 1, 13);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_WUNUSUAL);
    const int32_t origin = 2016, models[] = {SKPI_SERIES_MODEL_LINE};
    skpi_series_backtest_out scores = {.size = sizeof scores, .rmse = &rmse};
    ck_tells(skpi_series_backtest(&y, 1, &origin, 1, models, 2, NULL, &scores), SKPI_WUNUSUAL, "y->value", 1, 13);
    ck_assert_msg(strstr(skpi_last_error(), told), "%s", skpi_last_error());
    /* for a logit line the break is one in the logit */
    const skpi_table p = {.size = sizeof p, .n = 1, .m = YEARS, .year = year, .value = share};
    const skpi_series_fit_options logits = {.size = sizeof logits, .model = SKPI_SERIES_MODEL_LOGIT_LINE};
    ck_tells(skpi_series_fit(&p, &logits, &fit, NULL), SKPI_WUNUSUAL | SKPI_WWEAKFIT, "y->value", 0, 13);
    /* a backtest judges a row by each of its models: near 1 only the logit shows the step */
    static const double high[] = {.900, .902, .905, .906, .908, .910, .911, .970, .971, .9712, .972, .9725};
    const skpi_table h = {.size = sizeof h, .n = 1, .m = 12, .year = year, .value = high};
    const int32_t last = 2009, both_models[] = {SKPI_SERIES_MODEL_LINE, SKPI_SERIES_MODEL_LOGIT_LINE};
    for (size_t k = 0; k < 2; k++)
        ck_assert_int_eq(skpi_series_backtest(&h, 1, &last, k + 1, both_models, 1, NULL,
                                              &(skpi_series_backtest_out){.size = sizeof scores}) &
                             SKPI_WUNUSUAL,
                         k ? SKPI_WUNUSUAL : 0);
}
END_TEST

START_TEST(carbon_functions)
{
    const int32_t target_year = 2040;
    const double target = 10;
    double achieved;
    int32_t verdict, base_year = 2005;
    series();
    const skpi_table y = {.size = sizeof y, .n = 1, .m = YEARS, .year = year, .value = broken};
    skpi_carbon_progress_out progress = {.size = sizeof progress, .achieved = &achieved};
    ck_tells(skpi_carbon_progress(&y, &target_year, &target, NULL, NULL, &progress, NULL), SKPI_WUNUSUAL,
             "emission->value", 0, 13);
    ck_tells(skpi_carbon_progress(&y, &target_year, &target, &base_year, NULL, &progress, NULL), SKPI_WUNUSUAL,
             "emission->value", 0, 13);
    base_year = 2013; /* neither the line from 2013 nor the window of five years contains the break */
    const skpi_carbon_progress_options five = {.size = sizeof five, .window = 5};
    ck_assert_int_eq(skpi_carbon_progress(&y, &target_year, &target, &base_year, &five, &progress, NULL), SKPI_OK);
    /* the break lies after the maximum */
    skpi_carbon_peaked_out peaked = {.size = sizeof peaked, .verdict = &verdict};
    ck_tells(skpi_carbon_peaked(&y, NULL, &peaked, NULL), SKPI_WUNUSUAL, "emission->value", 0, 13);
    double equivalent;
    ck_tells(skpi_carbon_gwp_star(&y, 28, 2020, 1, &equivalent, NULL), SKPI_WUNUSUAL, "emission->value", 0, 13);
    broken[14] = 2000;
    for (int i = 15; i < YEARS; i++) broken[i] = 2000 * exp(-.02 * (i - 14));
    ck_assert_int_eq(skpi_carbon_peaked(&y, NULL, &peaked, NULL), SKPI_OK);
}
END_TEST

START_TEST(urban_functions)
{
    double urgd, people = 100, growth = .02, city[YEARS - 1], p;
    series();
    skpi_urban_history h = {.size = sizeof h, .n = 1, .n_observations = YEARS, .first = (size_t[]){0, YEARS}};
    h.date = t;
    h.share = share;
    ck_tells(skpi_urban_window_urgd(&h, 1, (double[]){10}, &urgd, NULL), SKPI_WUNUSUAL, "history->share", 0, 13);
    ck_assert_msg(strstr(skpi_last_error(), "between 2012 and 2013"), "%s", skpi_last_error());
    /* the window begins after the break */
    ck_assert_int_eq(skpi_urban_window_urgd(&h, 1, (double[]){5}, &urgd, NULL), SKPI_OK);
    skpi_urban_project_out out = {.size = sizeof out, .share = &p};
    skpi_urban_options o = {.size = sizeof o, .method = SKPI_URBAN_METHOD_CONVERGING};
    ck_tells(skpi_urban_project_history(&h, NULL, 2021, 1, &o, &out, NULL), SKPI_WUNUSUAL, "history->share", 0, 13);
    o.method = SKPI_URBAN_METHOD_CONSTANT;
    /* windows of five years */
    ck_assert_int_eq(skpi_urban_project_history(&h, NULL, 2021, 1, &o, &out, NULL), SKPI_OK);
    o.method = SKPI_URBAN_METHOD_LINEAR;
    ck_tells(skpi_urban_project_history(&h, NULL, 2021, 1, &o, &out, NULL), SKPI_WUNUSUAL, "history->share", 0, 13);
    o.method = SKPI_URBAN_METHOD_LOGISTIC;
    ck_assert_int_ne(skpi_urban_project_history(&h, NULL, 2021, 1, &o, &out, NULL) & SKPI_WUNUSUAL, 0);
    o.method = SKPI_URBAN_METHOD_PERSISTENCE;
    ck_assert_int_eq(skpi_urban_project_history(&h, NULL, 2021, 1, &o, &out, NULL), SKPI_OK);
    /* zeros inside a window are skipped with a warning; a curve uses them */
    share[17] = 0;
    ck_assert_int_eq(skpi_urban_window_urgd(&h, 1, (double[]){5}, &urgd, NULL), SKPI_WMISSING);
    ck_assert_int_eq(skpi_urban_window_urgd(&h, 1, (double[]){3}, &urgd, NULL), SKPI_WMISSING);
    ck_assert_int_eq(skpi_urban_window_urgd(&h, 1, (double[]){2}, &urgd, NULL), SKPI_OK);
    o.method = SKPI_URBAN_METHOD_CONSTANT;
    ck_assert_int_eq(skpi_urban_project_history(&h, NULL, 2021, 1, &o, &out, NULL), SKPI_WMISSING);
    o.method = SKPI_URBAN_METHOD_LOGISTIC;
    ck_assert_int_eq(skpi_urban_project_history(&h, NULL, 2021, 1, &o, &out, NULL) & SKPI_WMISSING, 0);
    /* a break in the urban population to which the cities are tied */
    ck_tells(skpi_urban_cities_project(1, YEARS - 1, &people, &growth, broken, city, NULL), SKPI_WUNUSUAL, "urban", 13,
             -1);
    ck_assert_int_eq(skpi_urban_cities_project(1, YEARS - 1, &people, &growth, steady, city, NULL), SKPI_OK);
}
END_TEST

START_TEST(digital_functions)
{
    double gdp[2 * YEARS], parts[2 * YEARS], shares[2 * YEARS], change[2 * YEARS], low[2 * YEARS];
    int32_t status[2];
    series();
    for (int i = 0; i < 2 * YEARS; i++) {
        gdp[i] = 10 * steady[i % YEARS];
        parts[i] = steady[i % YEARS];
    }
    const skpi_table g = {.size = sizeof g, .n = 2, .m = YEARS, .year = year, .value = gdp};
    const skpi_table d = {.size = sizeof d, .n = 2, .m = YEARS, .year = year, .value = parts};
    skpi_digital_growth_contribution_out growth = {.size = sizeof growth, .share_change = change};
    skpi_digital_compare_out compare = {.size = sizeof compare, .low = low};
    const skpi_table *const digital[] = {&d, &d}, *const whole[] = {&g, &g};
    ck_assert_int_eq(skpi_digital_share(&d, &g, shares, NULL, status), SKPI_OK);
    ck_assert_int_eq(skpi_digital_growth_contribution(&d, &g, &growth, status), SKPI_OK);
    ck_assert_int_eq(skpi_digital_compare(2, digital, whole, &compare, status), SKPI_OK);
    for (int k = 0; k < 2; k++) { /* the break is in the part, then in the whole alone */
        memcpy((k ? gdp : parts) + YEARS, broken, sizeof broken);
        for (int i = YEARS; k && i < 2 * YEARS; i++) parts[i] = steady[0] / 50, gdp[i] *= 10;
        const char *const name = k ? "gdp->value" : "digital->value";
        ck_tells(skpi_digital_share(&d, &g, shares, NULL, status), SKPI_WUNUSUAL, name, 1, 13);
        ck_assert(status[0] == SKPI_OK && status[1] == SKPI_WUNUSUAL);
        ck_assert_msg(strstr(skpi_last_error(), told), "%s", skpi_last_error());
        ck_tells(skpi_digital_growth_contribution(&d, &g, &growth, status), SKPI_WUNUSUAL, name, 1, 13);
        ck_tells(skpi_digital_compare(2, digital, whole, &compare, status), SKPI_WUNUSUAL,
                 k ? "gdp[i]->value" : "digital[i]->value", 0, 13);
    }
    memcpy(gdp, gdp + YEARS, YEARS * sizeof *gdp); /* in the first place, too */
    ck_tells(skpi_digital_compare(2, digital, whole, &compare, status), SKPI_WUNUSUAL, "gdp[i]->value", 0, 13);
}
END_TEST

START_TEST(capital)
{
    const double life = 10;
    double stock[YEARS];
    series();
    const skpi_table y = {.size = sizeof y, .n = 1, .m = YEARS, .year = year, .value = broken};
    skpi_economy_capital_stock_out out = {.size = sizeof out, .stock = stock};
    skpi_economy_capital_stock_options o = {.size = sizeof o, .profile = SKPI_ECONOMY_PROFILE_GEOMETRIC};
    ck_tells(skpi_economy_capital_stock(&y, &life, NULL, NULL, &out, NULL), SKPI_WUNUSUAL, "investment->value", 0, 13);
    ck_tells(skpi_economy_capital_stock(&y, &life, NULL, &o, &out, NULL), SKPI_WUNUSUAL, "investment->value", 0, 13);
    memcpy(broken, steady, sizeof broken);
    ck_assert_int_eq(skpi_economy_capital_stock(&y, &life, NULL, &o, &out, NULL), SKPI_OK);
}
END_TEST

UNIT_MAIN("series_jump", UNIT_CASE("rule", rule, long_series, few_units, possible, rounding),
          UNIT_CASE("functions", series_functions, carbon_functions, urban_functions, digital_functions, capital))
