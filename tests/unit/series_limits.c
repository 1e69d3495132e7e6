/* Series at the limits: numbers beyond a double, values that a model does not take, parameters of which a part is held. */
#include "series/curve.h"
#include "series/curve_fit.h"
#include "series/student.h"
#include "unit/unit.h"

#define OPTIONS(...) (&(const skpi_series_fit_options){.size = sizeof(skpi_series_fit_options), __VA_ARGS__})

enum { M = 8 };
static const int32_t years[M] = {2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017};

static skpi_table table_of(size_t n, const double *value)
{
    return (skpi_table){.size = sizeof(skpi_table), .n = n, .m = M, .year = years, .value = value};
}

static skpi_status fit(const double *value, const skpi_series_fit_options *options, double *parameter,
                       int32_t *at_bound)
{
    const skpi_table y = table_of(1, value);
    skpi_series_fit_out out = {.size = sizeof out, .n_parameters = 4, .parameter = parameter, .at_bound = at_bound};
    return skpi_series_fit(&y, options, &out, NULL);
}

START_TEST(what_is_no_model)
{
    double gradient[4];
    ck_assert_uint_eq(skpi__curve_parameters(SKPI_SERIES_MODEL_HOLT), 0);
    ck_assert(isnan(skpi__curve_value(SKPI_SERIES_MODEL_HOLT, (double[]){1, 1, 1, 1}, 1)));
    ck_assert_uint_eq(skpi__curve_gradient(SKPI_SERIES_MODEL_HOLT, (double[]){1, 1, 1, 1}, 1, gradient), 0);
}
END_TEST

/* Bass's curve has no value before its launch, and none from dates that are all the launch. */
START_TEST(launches)
{
    skpi__fit_rules rules = {.model = SKPI_SERIES_MODEL_BASS, .launch = 2010};
    skpi__fit found;
    ck_assert_int_eq(skpi__fit_curve(&rules, 3, (double[]){2009, 2011, 2012}, (double[]){1, 2, 3}, &found), SKPI_EDOM);
    ck_assert_int_eq(skpi__fit_curve(&rules, 1, (double[]){2010}, (double[]){1}, &found), SKPI_ESINGULAR);
    double value;
    ck_assert_int_eq(
        skpi_series_curve_value(1, 4, (double[]){5, 0, .3, 2000}, SKPI_SERIES_MODEL_BASS, 2010, 1, &value, NULL),
        SKPI_OK); /* nobody is the first: p = 0 */
    ck_assert(value == 0);
    ck_fails(skpi_series_curve_value(1, 4, (double[]){5, 0, 0, 2000}, SKPI_SERIES_MODEL_BASS, 2010, 1, &value, NULL),
             SKPI_EDOM, "parameter");
    const double y[M] = {1, 2, 4, 7, 11, 14, 16, 17};
    double parameter[4];
    ck_fails(fit(y, OPTIONS(.model = SKPI_SERIES_MODEL_BASS, .launch = 2010.5), parameter, NULL), SKPI_EDOM,
             "options->launch");
}
END_TEST

/* A logit line below another ceiling than 1. */
START_TEST(values_under_a_ceiling)
{
    double y[M] = {1, 2, 4, 7, 11, 14, 16, 17}, parameter[4];
    const skpi_series_fit_options *const options = OPTIONS(.model = SKPI_SERIES_MODEL_LOGIT_LINE, .ceiling = 20);
    ck_assert_int_eq(fit(y, options, parameter, NULL), SKPI_OK);
    ck_assert(parameter[3] == 20);
    y[3] = -1;
    ck_fails(fit(y, options, parameter, NULL), SKPI_ERANGE, "y->value");
    y[3] = 0;
    ck_fails(fit(y, options, parameter, NULL), SKPI_EDOM, "y->value");
    y[3] = 20;
    ck_fails(fit(y, options, parameter, NULL), SKPI_EDOM, "y->value");
    y[3] = 21;
    ck_fails(fit(y, options, parameter, NULL), SKPI_ERANGE, "y->value");
}
END_TEST

/* Ceiling, speed or midpoint held: the exact curve is found again, and a constant one needs all of them. */
START_TEST(parts_that_are_held)
{
    double y[M], same[M], parameter[4], once = 0, squared = 0;
    int32_t at_bound;
    for (size_t j = 0; j < M; j++) {
        const double g = 1 / (1 + exp(-.4 * (years[j] - 2013.)));
        once += g;
        squared += g * g;
        y[j] = 9 * g;
        same[j] = 3;
    }
    ck_assert_int_ge(
        fit(y, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC, .speed_min = .4, .speed_max = .4), parameter, &at_bound),
        SKPI_OK);
    ck_near(parameter[0], 9, 1e-6);
    ck_assert(parameter[1] == .4);
    ck_near(parameter[2], 2013, 1e-6);
    ck_assert_int_ge(fit(y, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC, .midpoint_min = 2013, .midpoint_max = 2013),
                         parameter, &at_bound),
                     SKPI_OK);
    ck_near(parameter[0], 9, 1e-6);
    ck_near(parameter[1], .4, 1e-6);
    ck_assert(parameter[2] == 2013);
    /* a speed from 0 on, beside a held midpoint: the start without a speed has no argument */
    ck_assert_int_ge(
        fit(y, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC, .speed_max = 1, .midpoint_min = 2000, .midpoint_max = 2030),
            parameter, &at_bound),
        SKPI_OK);
    ck_near(parameter[1], .4, 1e-5);
    ck_fails(fit(same, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC), parameter, NULL), SKPI_ESINGULAR, "y->value");
    ck_fails(fit(same, OPTIONS(.model = SKPI_SERIES_MODEL_BASS), parameter, NULL), SKPI_ESINGULAR, "y->value");
    ck_fails(fit(same, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC, .speed_min = .4, .speed_max = .4), parameter, NULL),
             SKPI_ESINGULAR, "y->value");
    ck_assert_int_ge(fit(same,
                         OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC, .speed_min = .4, .speed_max = .4,
                                 .midpoint_min = 2013, .midpoint_max = 2013),
                         parameter, NULL),
                     SKPI_OK); /* only the ceiling is left: sum(y g)/sum(g g) */
    ck_near(parameter[0], 3 * once / squared, 1e-9);
}
END_TEST

/* A curve that falls, and whose fastest fall is before the first value, is weak. */
START_TEST(a_fall_that_is_nearly_over)
{
    double y[M], parameter[4];
    for (size_t j = 0; j < M; j++) y[j] = 9 * exp(-.4 * (double)j) * (1 + .001 * (double)(j % 2));
    ck_assert_int_eq(fit(y, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC), parameter, NULL), SKPI_WWEAKFIT);
    ck_assert(parameter[1] < 0 && parameter[2] < 2010);
}
END_TEST

START_TEST(fits_beyond_a_double)
{
    double y[M], parameter[4], mean[20];
    for (size_t j = 0; j < M; j++) y[j] = j % 2 ? 1e200 : -1e200;
    ck_fails(fit(y, OPTIONS(.model = SKPI_SERIES_MODEL_PERSISTENCE), parameter, NULL), SKPI_EOVERFLOW, "y->value");
    for (size_t j = 0; j < M; j++) y[j] = 0x1p1020 * (double)(j + 1); /* exactly a line, so that no square overflows */
    const skpi_table rising = table_of(1, y);
    skpi_series_forecast_out out = {.size = sizeof out, .mean = mean};
    ck_fails(skpi_series_forecast(&rising, 2018, 20, 0, NULL, OPTIONS(.model = SKPI_SERIES_MODEL_LINE), &out, NULL),
             SKPI_EOVERFLOW, "out->mean");
    for (size_t j = 0; j < M; j++) y[j] = j < M - 3 ? NAN : (double)j + (j == M - 1);
    double quantile[2];
    out.quantile = quantile;
    ck_fails(skpi_series_forecast(&rising, 2018, 2, 1, (double[]){5e-324}, OPTIONS(.model = SKPI_SERIES_MODEL_LINE),
                                  &out, NULL),
             SKPI_EOVERFLOW, "prob");
}
END_TEST

/* Emissions so large that the fan leaves the range of a double, at once or not at all. */
START_TEST(fans_beyond_a_double)
{
    double y[M], median[3], quantile[3][2];
    const double prob[2] = {.5, .999};
    const skpi_series_fan_options options = {.size = sizeof options, .form = SKPI_SERIES_FAN_FORM_CARBON};
    skpi_series_fan_out out = {.size = sizeof out, .median = median, .quantile = quantile[0]};
    for (size_t j = 0; j < M; j++) y[j] = 1.7e308 * exp(.05 * ((double)j - (M - 1)));
    const skpi_table large = table_of(1, y);
    for (size_t j = 0; j < M; j++) y[j] = 1.79e308 * exp(.05 * ((double)j - (M - 1)));
    ck_fails(skpi_series_fan(&large, 2018, 3, 2, prob, &options, &out, NULL), SKPI_EOVERFLOW, "out->median");
    for (size_t j = 0; j < M; j++) y[j] = 1.7e308 * exp(.05 * ((double)j - (M - 1)));
    ck_fails(skpi_series_fan(&large, 2018, 3, 2, prob, &options, &out, NULL), SKPI_EOVERFLOW, "out->quantile");
    for (size_t j = 0; j < M; j++) y[j] *= .1;
    ck_assert_int_ge(skpi_series_fan(&large, 2018, 3, 2, prob, &options, &out, NULL), SKPI_OK);
    ck_assert(median[0] > y[M - 1] && quantile[2][1] > median[2] && isfinite(quantile[2][1]));
}
END_TEST

/* A backtest of a series without a value up to the origin, and of forecasts and errors beyond a double. */
START_TEST(backtests)
{
    double y[2 * M], rmse, forecast[2];
    const int32_t origin = 2015, model = SKPI_SERIES_MODEL_LINE;
    const skpi_series_backtest_options options = {.size = sizeof options, .fallback = 1};
    skpi_series_backtest_out out = {.size = sizeof out, .rmse = &rmse, .forecast = forecast};
    for (size_t j = 0; j < M; j++) y[j] = (double)j, y[M + j] = years[j] > origin ? 1 : NAN;
    const skpi_table two = table_of(2, y), one = table_of(1, y);
    ck_assert_int_eq(skpi_series_backtest(&two, 1, &origin, 1, &model, 1, &options, &out) & SKPI_WMISSING,
                     SKPI_WMISSING);
    ck_near(forecast[0], 6, 1e-12);
    ck_assert(isnan(forecast[1]));
    out.forecast = NULL;
    for (size_t j = 0; j < M; j++) y[j] = j > 5 ? 1 : 0x1p1020 * (double)(j + 10); /* exactly a line, up to 15 */
    ck_fails(skpi_series_backtest(&one, 1, &origin, 1, &model, 2, NULL, &out), SKPI_EOVERFLOW, "out->forecast");
    for (size_t j = 0; j < M; j++) y[j] = j > 5 ? -0x1p1023 : 0x1p1020 * (double)(j + 8);
    ck_fails(skpi_series_backtest(&one, 1, &origin, 1, &model, 2, NULL, &out), SKPI_EOVERFLOW, "out->rmse");
}
END_TEST

/* Three values leave one degree of freedom, whose quantiles are as far as 1/prob. */
START_TEST(quantile_beyond_a_double)
{
    static const double v[] = {1e12, 3e12, 2e12}, prob[] = {1e-300, .5};
    double quantile[2] = {7, 7};
    const skpi_table y = {.size = sizeof y, .n = 1, .m = 3, .year = years, .value = v};
    const skpi_series_fit_options line = {.size = sizeof line, .model = SKPI_SERIES_MODEL_LINE};
    skpi_series_forecast_out out = {.size = sizeof out, .quantile = quantile};
    ck_fails_at(skpi_series_forecast(&y, years[2] + 1, 1, 2, prob, &line, &out, NULL), SKPI_EOVERFLOW, "out->quantile",
                0);
    ck_assert(quantile[0] == 7 && quantile[1] == 7);
}
END_TEST

START_TEST(student)
{
    ck_assert(isnan(skpi__student_quantile(.3, (double)NAN)));
    ck_near(skpi__student_quantile(.975, 3), 3.18244630528371, 1e-13); /* a table's 3.182 */
}
END_TEST

UNIT_MAIN("series_limits",
          UNIT_CASE("fits", what_is_no_model, launches, values_under_a_ceiling, parts_that_are_held,
                    a_fall_that_is_nearly_over, fits_beyond_a_double, quantile_beyond_a_double, student),
          UNIT_CASE("forecasts", fans_beyond_a_double, backtests))
