/* Forecasts of series and curves from parameters: known answers with their sources, what must hold, bad input. */
#include "series/model.h"
#include "unit/unit.h"

#define OPTIONS(...) (&(const skpi_series_fit_options){.size = sizeof(skpi_series_fit_options), __VA_ARGS__})

/* Share of the digital economy in China's GDP, China Academy of Information and Communications Technology. */
static const int32_t years[] = {2012, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023};
static const double shares[] = {.216, .303, .329, .348, .362, .386, .398, .415, .428};
static const double interval[] = {.025, .5, .975};

/* The mean and three quantiles of each year from first_year on. */
static skpi_status forecast(size_t m, int32_t first_year, size_t n_years, const skpi_series_fit_options *options,
                            double *mean, double (*quantile)[3])
{
    const skpi_table table = {.size = sizeof table, .n = 1, .m = m, .year = years + 9 - m, .value = shares + 9 - m};
    skpi_series_forecast_out out = {.size = sizeof out, .mean = mean, .quantile = quantile ? quantile[0] : NULL};
    return skpi_series_forecast(&table, first_year, n_years, 3, interval, options, &out, NULL);
}

START_TEST(digital_shares)
{
    double mean[12], q[12][3];
    /* logit line: 40-digit arithmetic */
    ck_assert_int_eq(forecast(9, 2024, 12, OPTIONS(.model = SKPI_SERIES_MODEL_LOGIT_LINE), mean, q), SKPI_OK);
    ck_near(mean[1], .48803499775655685, 1e-13);
    ck_near(q[1][0], .4516161120075009, 1e-13);
    ck_near(q[1][2], .52458135771317379, 1e-13);
    ck_near(mean[11], .70027508695596619, 1e-13);
    ck_near(q[11][0], .64864505628851301, 1e-13);
    ck_near(q[11][2], .74727429323070727, 1e-13);
    ck_near(q[11][1], mean[11], 1e-15);
    /* curves: 40-digit arithmetic, delta method with t of 6 degrees of freedom */
    ck_assert_int_eq(forecast(9, 2024, 12, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC), mean, q), SKPI_OK);
    ck_near(mean[6], .4850906590347052, 1e-12);
    ck_near(q[6][2], .5020295765657634, 1e-10);
    ck_near(q[6][0], 2 * .4850906590347052 - .5020295765657634, 1e-10);
    ck_assert_int_eq(forecast(9, 2024, 12, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC, .anchor = 1), mean, q),
                     SKPI_OK);
    ck_near(mean[6], .4853114932955184, 1e-12);
    ck_near(q[6][2], .5027497410550909, 1e-10);
    ck_assert_int_eq(forecast(9, 2024, 12, OPTIONS(.model = SKPI_SERIES_MODEL_GOMPERTZ), mean, NULL), SKPI_OK);
    ck_near(mean[1], .4537152679174534, 1e-7); /* SciPy, converged to 1e-8 */
    ck_near(mean[11], .5286187254880171, 1e-7);
    /* Holt: SciPy.  Three steps ahead the variance is s^2 (1 + (a + ab)^2 + (a + 2ab)^2) with b = 1 and four degrees of
     * freedom. */
    ck_assert_int_eq(forecast(8, 2024, 7, OPTIONS(.model = SKPI_SERIES_MODEL_HOLT), mean, q), SKPI_WWEAKFIT);
    ck_near(mean[0], .44282796601133256, 1e-9);
    ck_near(mean[6], .5261007058207986, 1e-8);
    const double a = .6120413065393555, s = sqrt(2.0426414152499923e-4 / 4);
    ck_near(q[0][2] - mean[0], 2.7764451051977987 * s, 1e-9);
    ck_near(q[2][2] - mean[2], 2.7764451051977987 * s * sqrt(1 + 4 * a * a + 9 * a * a), 1e-8);
    /* persistence: the error grows with the square root of time */
    ck_assert_int_eq(forecast(9, 2024, 4, OPTIONS(.model = SKPI_SERIES_MODEL_PERSISTENCE), mean, q), SKPI_OK);
    ck_assert_double_eq(mean[3], .428);
    ck_near(q[3][2] - .428, 2 * (q[0][2] - .428), 1e-15);
}
END_TEST

START_TEST(scores)
{
    /* Student's t by 40-digit arithmetic (2, 4, 6); the tails by the closed forms for 1 and 2 degrees of freedom */
    skpi__fit f = {.freedom = 6};
    ck_near(skpi__fit_score(&f, .975), 2.4469118511449692, 1e-12);
    ck_near(skpi__fit_score(&f, .025), -2.4469118511449692, 1e-12);
    f.freedom = 4;
    ck_near(skpi__fit_score(&f, .975), 2.7764451051977987, 1e-12);
    f.freedom = 1;
    ck_near(skpi__fit_score(&f, .75), 1, 1e-14);
    ck_near(skpi__fit_score(&f, 5e-9) * tan(5e-9 * 3.141592653589793), -1, 1e-13);
    ck_near(skpi__fit_score(&f, 1e-25) * 1e-25 * 3.141592653589793, -1, 1e-14);
    f.freedom = 2;
    ck_near(skpi__fit_score(&f, 1e-25) * sqrt(2e-25), -1, 1e-14);
    ck_near(skpi__fit_score(&f, .9), .8 / sqrt(2 * .9 * .1), 1e-14);
    for (double freedom = 1; freedom < 3000; freedom = floor(freedom * 1.7) + 1)
        for (int e = -16; e < 0; e++) {
            f.freedom = freedom;
            const double p = pow(10, e) / 3, z = skpi__fit_score(&f, p);
            ck_assert_msg(isfinite(z) && z < 0, "t of %g with %g degrees is %g", p, freedom, z);
        }
}
END_TEST

START_TEST(anchored)
{
    /* every anchored model passes through the last value, seen at a step of length 0 */
    for (int32_t model = SKPI_SERIES_MODEL_PERSISTENCE; model <= SKPI_SERIES_MODEL_BASS; model++) {
        double t[9];
        for (int i = 0; i < 9; i++) t[i] = years[i];
        skpi__fit_rules rules = skpi__fit_free(model);
        skpi__fit f;
        ck_assert_int_ge(skpi__fit_series(&rules, 9, t, shares, &f), 0);
        ck_near(skpi__fit_mean(&f, 1, 2023), .428, 1e-15);
        if (model == SKPI_SERIES_MODEL_PERSISTENCE || model == SKPI_SERIES_MODEL_BASS) continue;
        const double wide = skpi__fit_quantile(&f, 1, 2040, 2) - skpi__fit_mean(&f, 1, 2040);
        ck_assert(wide > skpi__fit_quantile(&f, 0, 2024, 2) - skpi__fit_mean(&f, 0, 2024));
    }
}
END_TEST

START_TEST(covers)
{
    /* a line with normal errors: 80 % of the next values lie in the interval, with and without an anchor */
    uint64_t seed = 7;
    int inside[2] = {0, 0};
    enum { SERIES = 4000 };
    for (int c = 0; c < SERIES; c++) {
        double t[13], y[13];
        for (int i = 0; i < 13; i++) {
            double u[2];
            for (int k = 0; k < 2; k++) {
                seed = seed * 6364136223846793005u + 1442695040888963407u;
                u[k] = ((double)(seed >> 11) + .5) / 9007199254740992.;
            }
            t[i] = 2000 + i + (i == 12 ? 3 : 0);
            y[i] = 5 + .1 * t[i] + sqrt(-2 * log(u[0])) * cos(6.283185307179586 * u[1]);
        }
        const skpi__fit_rules rules = skpi__fit_free(SKPI_SERIES_MODEL_LINE);
        skpi__fit f;
        ck_assert_int_ge(skpi__fit_series(&rules, 12, t, y, &f), 0);
        for (int anchor = 0; anchor < 2; anchor++)
            inside[anchor] += y[12] > skpi__fit_quantile(&f, anchor, t[12], skpi__fit_score(&f, .1)) &&
                              y[12] < skpi__fit_quantile(&f, anchor, t[12], skpi__fit_score(&f, .9));
    }
    for (int anchor = 0; anchor < 2; anchor++) /* three standard errors are .019 */
        ck_near((double)inside[anchor] / SERIES, .8, .019);
}
END_TEST

START_TEST(curve_values)
{
    /* Bass: F. M. Bass's form in 50-digit arithmetic, p .03, q .38, m 100; the others by hand */
    const double bass[] = {100, .03, .38, 2000}, parameters[] = {.85, log(3) / 20, 2003, (double)NAN};
    double y[21];
    ck_assert_int_eq(skpi_series_curve_value(1, 4, bass, SKPI_SERIES_MODEL_BASS, 2000, 21, y, NULL), SKPI_OK);
    ck_assert_double_eq(y[0], 0);
    ck_near(y[1], 3.5758164256441614, 1e-13);
    ck_near(y[5], 33.11986424913736, 1e-12);
    ck_near(y[10], 81.28032212213462, 1e-12);
    ck_near(y[20], 99.62594145024163, 1e-12);
    ck_assert_int_eq(skpi_series_curve_value(1, 4, bass, SKPI_SERIES_MODEL_BASS, 1995, 6, y, NULL), SKPI_OK);
    for (int k = 0; k < 6; k++) ck_assert_double_eq(y[k], 0);
    ck_near(skpi__curve_inflection(SKPI_SERIES_MODEL_BASS, bass), 2006.192619197703112, 1e-9);
    skpi_error e = {.size = sizeof e};
    ck_fails_at(
        skpi_series_curve_value(1, 4, (const double[]){100, 0, 0, 2000}, SKPI_SERIES_MODEL_BASS, 2000, 1, y, NULL),
        SKPI_EDOM, "parameter", 0);
    ck_assert(skpi_last_error_get(&e) == SKPI_OK && e.column == 1);
    ck_fails_at(skpi_series_curve_value(1, 4, (const double[]){1e308, 1e307, 2000, 0}, SKPI_SERIES_MODEL_LINE, 2000, 99,
                                        y, NULL),
                SKPI_EOVERFLOW, "value", 0);
    ck_assert(skpi_last_error_get(&e) == SKPI_OK && e.column == -1);
    ck_assert_int_eq(skpi_series_curve_value(1, 4, parameters, SKPI_SERIES_MODEL_LOGISTIC, 1983, 21, y, NULL), SKPI_OK);
    ck_near(y[0], .85 / 4, 1e-15);
    ck_near(y[20], .425, 1e-15);
    ck_assert_int_eq(skpi_series_curve_value(1, 4, parameters, SKPI_SERIES_MODEL_GOMPERTZ, 2003, 21, y, NULL), SKPI_OK);
    ck_near(y[0], .85 * exp(-1), 1e-15);
    ck_near(y[20], .85 * exp(-1. / 3), 1e-14);
    ck_assert_int_eq(skpi_series_curve_value(1, 4, (const double[]){0, log(3), 2000, 2}, SKPI_SERIES_MODEL_LOGIT_LINE,
                                             2000, 2, y, NULL),
                     SKPI_OK);
    ck_near(y[0], 1, 0);
    ck_near(y[1], 1.5, 1e-15);
    ck_assert_int_eq(
        skpi_series_curve_value(1, 4, (const double[]){1, -2, 2000, 0}, SKPI_SERIES_MODEL_LINE, 2003, 1, y, NULL),
        SKPI_OK);
    ck_assert_double_eq(y[0], -5);
    ck_assert_int_eq(
        skpi_series_curve_value(1, 4, (const double[]){3, 0, 0, 0}, SKPI_SERIES_MODEL_PERSISTENCE, 2003, 2, y, NULL),
        SKPI_OK);
    ck_assert_double_eq(y[1], 3);
    /* curve_value accepts the parameters that fit gives */
    double p[4], mean[3];
    const skpi_table t = {.size = sizeof t, .n = 1, .m = 9, .year = years, .value = shares};
    for (int32_t model = SKPI_SERIES_MODEL_PERSISTENCE; model <= SKPI_SERIES_MODEL_BASS; model++) {
        skpi_series_fit_out out = {.size = sizeof out, .n_parameters = 4, .parameter = p};
        ck_assert_int_ge(skpi_series_fit(&t, OPTIONS(.model = model), &out, NULL), 0);
        ck_assert_int_ge(forecast(9, 2025, 3, OPTIONS(.model = model), mean, NULL), 0);
        ck_assert_int_eq(skpi_series_curve_value(1, 4, p, model, 2025, 3, y, NULL), SKPI_OK);
        ck_assert_mem_eq(mean, y, sizeof mean);
    }
}
END_TEST

START_TEST(refusals)
{
    double mean[3], q[3][3], y[5];
    const skpi_series_fit_options *line = OPTIONS(.model = SKPI_SERIES_MODEL_LINE);
    ck_fails_at(forecast(9, 2023, 3, line, mean, q), SKPI_ENOTSORTED, "first_year", 0);
    ck_fails(forecast(9, 2399, 3, line, mean, q), SKPI_ERANGE, "first_year");
    ck_fails(forecast(9, 2024, 3, NULL, mean, q), SKPI_EINVAL, "options");
    ck_fails(forecast(2, 2024, 3, line, mean, q), SKPI_ENODATA, "y->value");
    const skpi_table t = {.size = sizeof t, .n = 1, .m = 9, .year = years, .value = shares};
    skpi_series_forecast_out out = {.size = sizeof out, .mean = mean};
    const double bad[] = {.1, 1};
    ck_fails_at(skpi_series_forecast(&t, 2024, 3, 2, bad, line, &out, NULL), SKPI_ERANGE, "prob", 1);
    ck_fails(skpi_series_forecast(&t, 2024, 3, 2, NULL, line, &out, NULL), SKPI_EINVAL, "prob");
    ck_assert_int_eq(skpi_series_forecast(&t, 2024, 3, 0, NULL, line, &out, NULL), SKPI_OK);
    ck_assert_int_eq(skpi_series_forecast(&t, 2024, 0, 0, NULL, line, &out, NULL), SKPI_OK);
    /* a row that fails is NaN, and the others have their results */
    const double two[] = {1, 2, 3, 4, 1, (double)NAN, (double)NAN, 2};
    const skpi_table rows = {.size = sizeof rows, .n = 2, .m = 4, .year = years + 1, .value = two};
    double means[2][2];
    int32_t status[2];
    skpi_series_forecast_out both = {.size = sizeof both, .mean = means[0]};
    ck_assert_int_eq(skpi_series_forecast(&rows, 2020, 2, 0, NULL, line, &both, status), SKPI_WROWS | SKPI_WWEAKFIT);
    ck_assert(status[0] == SKPI_WWEAKFIT && status[1] == SKPI_ENODATA); /* row 0 has no residuals */
    ck_near(means[0][1], 6, 1e-14);
    ck_assert(isnan(means[1][0]) && isnan(means[1][1]));
    /* curves */
    const double p[] = {100, .03, .38, 2000};
    ck_fails(skpi_series_curve_value(1, 4, p, SKPI_SERIES_MODEL_HOLT, 2000, 5, y, NULL), SKPI_EINVAL, "model");
    ck_fails(skpi_series_curve_value(1, 4, NULL, SKPI_SERIES_MODEL_BASS, 2000, 5, y, NULL), SKPI_EINVAL, "parameter");
    ck_fails(skpi_series_curve_value(1, 4, p, SKPI_SERIES_MODEL_BASS, 2399, 5, y, NULL), SKPI_ERANGE, "first_year");
    ck_fails_at(
        skpi_series_curve_value(1, 4, (const double[]){0, .1, .1, 2000}, SKPI_SERIES_MODEL_BASS, 2000, 5, y, NULL),
        SKPI_EDOM, "parameter", 0);
    ck_fails(
        skpi_series_curve_value(1, 4, (const double[]){1, -.1, .1, 2000}, SKPI_SERIES_MODEL_BASS, 2000, 5, y, NULL),
        SKPI_ERANGE, "parameter");
    ck_fails(skpi_series_curve_value(1, 4, (const double[]){1, 0, 0, 2000}, SKPI_SERIES_MODEL_BASS, 2000, 5, y, NULL),
             SKPI_EDOM, "parameter");
    ck_fails(skpi_series_curve_value(1, 4, (const double[]){1e308, 1e308, 2000, 0}, SKPI_SERIES_MODEL_LINE, 2000, 5, y,
                                     NULL),
             SKPI_EOVERFLOW, "value");
    ck_fails(skpi_series_curve_value(1, 3, p, SKPI_SERIES_MODEL_BASS, 2000, 5, y, NULL), SKPI_ENODATA, "n_parameters");
    ck_assert_int_eq(skpi_series_curve_value(0, 4, NULL, SKPI_SERIES_MODEL_LINE, 2000, 5, NULL, NULL), SKPI_OK);
}
END_TEST

UNIT_MAIN("series_forecast", UNIT_CASE("known answers", digital_shares, scores, curve_values),
          UNIT_CASE("properties", anchored, covers), UNIT_CASE("input", refusals))
