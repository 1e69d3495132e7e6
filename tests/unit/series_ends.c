/* Ends of what series are fitted and interpolated with: parameters at their bounds, values near the largest double,
 * histories with a gap.
 *
 * Known answers: closed forms in each test, Holt's recursion by hand.
 */
#include "numeric/logistic.h"
#include "unit/unit.h"

#define OPTIONS(...) (&(const skpi_series_fit_options){.size = sizeof(skpi_series_fit_options), __VA_ARGS__})
#define PARAMETERS 4

enum { M = 10 };
static const int32_t years[M] = {2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019};

typedef struct found {
    double parameter[PARAMETERS], sse, sigma, inflection;
    int32_t at_bound, used;
} found;

static skpi_status fit(size_t m, const double *value, const skpi_series_fit_options *options, found *f)
{
    const skpi_table y = {.size = sizeof y, .n = 1, .m = m, .year = years, .value = value};
    skpi_series_fit_out out = {.size = sizeof out,
                               .n_parameters = PARAMETERS,
                               .parameter = f->parameter,
                               .sse = &f->sse,
                               .sigma = &f->sigma,
                               .inflection = &f->inflection,
                               .used = &f->used,
                               .at_bound = &f->at_bound};
    return skpi_series_fit(&y, options, &out, NULL);
}

/* With all parameters held one value is enough: what is left is its residual. */
START_TEST(a_curve_through_one_value)
{
    const double y = 6;
    found f;
    ck_assert_int_ge(fit(1, &y,
                         OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC, .ceiling = 10, .speed_min = .3, .speed_max = .3,
                                 .midpoint_min = 2010, .midpoint_max = 2010),
                         &f),
                     0);
    ck_near(f.parameter[0], 10, 1e-14);
    ck_near(f.parameter[1], .3, 1e-15);
    ck_near(f.parameter[2], 2010, 1e-10);
    ck_near(f.sse, 1, 1e-14);
    ck_near(f.sigma, 1, 1e-14);
}
END_TEST

START_TEST(speeds_of_one_sign)
{
    double y[M], sum = 0;
    found f;
    for (int j = 0; j < M; j++) y[j] = 10 * skpi__logistic(-.5 * (years[j] - 2014.25));
    /* the data's own curve, which falls, between bounds that are both below 0 */
    ck_assert_int_ge(fit(M, y, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC, .speed_min = -2, .speed_max = -.1), &f), 0);
    ck_near(f.parameter[0], 10, 1e-6);
    ck_near(f.parameter[1], -.5, 1e-7);
    ck_near(f.parameter[2], 2014.25, 1e-6);
    /* no curve that rises is better than a level one, whose speed is its bound */
    for (int j = 0; j < M; j++) sum += y[j];
    ck_assert_int_ge(fit(M, y,
                         OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC, .speed_min = 0, .speed_max = .5,
                                 .midpoint_min = 2005, .midpoint_max = 2025),
                         &f),
                     0);
    ck_assert(f.at_bound & 2);
    ck_near(f.parameter[0] / 2, sum / M, 1e-4);
    double squares = 0;
    for (int j = 0; j < M; j++) squares += (y[j] - sum / M) * (y[j] - sum / M);
    ck_near(f.sse, squares, 1e-4);
}
END_TEST

/* Bounds that touch 0 from one side, or lie where no curve has its best: what is fitted is inside them, and at one. */
START_TEST(parameters_inside_their_bounds)
{
    static const double speed[][2] = {{-1, 0}, {-1, 1e-300}, {0, 1}, {-1e-300, 1}, {-2e-9, 1e-10}},
                        ceiling[][2] = {{0, 1e-9}, {1e-12, 1e-10}, {2e4, 3e5}},
                        midpoint[][2] = {{-700, 0}, {-9e9, -8e9}, {1e10, 2e10}, {0, 1e-300}};
    static const int32_t model[] = {SKPI_SERIES_MODEL_LOGISTIC, SKPI_SERIES_MODEL_GOMPERTZ};
    double y[M];
    found f;
    for (int k = 0; k < 4; k++) {
        const double sign = k & 1 ? -1 : 1; /* rising, falling */
        const int32_t m = model[k >> 1];
        for (int j = 0; j < M; j++) y[j] = 10 * skpi__logistic(sign * .5 * (years[j] - 2014.25));
        for (size_t i = 0; i < sizeof speed / sizeof *speed; i++) {
            const double *const b = speed[i];
            ck_assert_int_ge(fit(M, y, OPTIONS(.model = m, .speed_min = b[0], .speed_max = b[1]), &f), 0);
            ck_assert_msg(b[0] <= f.parameter[1] && f.parameter[1] <= b[1], "%g", f.parameter[1]);
            if ((sign > 0) != (b[1] > .5)) ck_assert_msg(f.at_bound & (1 | 2), "%d", f.at_bound);
        }
        for (size_t i = 0; i < sizeof ceiling / sizeof *ceiling; i++) {
            const double *const b = ceiling[i];
            ck_assert_int_ge(fit(M, y, OPTIONS(.model = m, .ceiling_min = b[0], .ceiling_max = b[1]), &f), 0);
            ck_assert_msg(f.parameter[0] == (b[0] > 10 ? b[0] : b[1]), "%g", f.parameter[0]);
            ck_assert(f.at_bound & 1);
        }
        for (size_t i = 0; i < sizeof midpoint / sizeof *midpoint; i++) {
            const double *const b = midpoint[i];
            const skpi_status e = fit(M, y, OPTIONS(.model = m, .midpoint_min = b[0], .midpoint_max = b[1]), &f);
            ck_assert(e >= 0 || (e == SKPI_ESINGULAR && i)); /* so far away a curve may be level */
            if (e < 0) continue;
            ck_assert_msg(b[0] <= f.parameter[2] && f.parameter[2] <= b[1], "%g", f.parameter[2]);
        }
        ck_fails(fit(M, y, OPTIONS(.model = m, .speed_min = -1e-10, .speed_max = 1e-300), &f), SKPI_ERANGE,
                 "options->speed_max");
        ck_fails(fit(M, y, OPTIONS(.model = m, .speed_min = 0, .speed_max = 9e-10), &f), SKPI_ERANGE,
                 "options->speed_max");
    }
}
END_TEST

/* A falling curve that is known only after its inflection does not show its ceiling. */
START_TEST(an_inflection_before_the_first_value)
{
    double y[M];
    found f;
    for (int j = 0; j < M; j++) y[j] = 10 * skpi__logistic(-.5 * (years[j] - 2009.25)) + (j % 2 ? 1e-6 : -1e-6);
    ck_assert_int_eq(fit(M, y, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC), &f), SKPI_WWEAKFIT);
    ck_near(f.inflection, 2009.25, .01);
    ck_assert_int_eq(f.at_bound, 0);
    for (int j = 0; j < M; j++) y[j] = 10 * skpi__logistic(-.5 * (years[j] - 2012.25)) + (j % 2 ? 1e-6 : -1e-6);
    ck_assert_int_eq(fit(M, y, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC), &f), SKPI_OK);
}
END_TEST

/* Bass: all have adopted at once, so that p + q is at its bound; nobody does for 40 years, so that p is. */
START_TEST(adoption_at_once_and_late)
{
    double y[M];
    found f;
    for (int j = 0; j < M; j++) y[j] = j ? 5 : 5 * (1 - 1e-6);
    ck_assert_int_ge(fit(M, y, OPTIONS(.model = SKPI_SERIES_MODEL_BASS), &f), 0);
    ck_assert_int_eq(f.at_bound & 6, 6);
    ck_near(f.parameter[0], 5, 1e-3);
    for (int j = 0; j < M; j++) y[j] = 5 * skpi__logistic(2 * (years[j] - 2014.5));
    ck_assert_int_ge(fit(M, y, OPTIONS(.model = SKPI_SERIES_MODEL_BASS, .launch = 1974.5), &f), 0);
    ck_assert_int_eq(f.at_bound & 6, 2);
    ck_assert(f.parameter[1] > 0 && f.parameter[1] < 1e-12 * f.parameter[2]);
}
END_TEST

/* A launch before the first value is used by backtests, too. */
START_TEST(a_launch_in_a_backtest)
{
    double y[M], forecast;
    for (int j = 0; j < M; j++) {
        const double t = years[j] - 2005, e = exp(-.5 * t);
        y[j] = 20 * (1 - e) / (1 + 9 * e);
    }
    const skpi_table t = {.size = sizeof t, .n = 1, .m = M, .year = years, .value = y};
    const int32_t origin = 2017, model = SKPI_SERIES_MODEL_BASS;
    skpi_series_backtest_options o = {.size = sizeof o, .fit = OPTIONS(.launch = 2005)};
    skpi_series_backtest_out out = {.size = sizeof out, .forecast = &forecast};
    ck_assert_int_ge(skpi_series_backtest(&t, 1, &origin, 1, &model, 1, &o, &out), 0);
    ck_near(forecast, y[8], 1e-6);
    o.fit = OPTIONS(.launch = 2010.5);
    ck_fails(skpi_series_backtest(&t, 1, &origin, 1, &model, 1, &o, &out), SKPI_EDOM, "options->fit->launch");
}
END_TEST

START_TEST(one_weight_of_holt_is_zero)
{
    static const double y[] = {1, 2, 4, 7};
    found f;
    /* alpha .5, beta 0: levels 1, 2, 3.5, 5.75; the trend stays 1; the errors are 0, 1 and 2.5 */
    ck_assert_int_ge(fit(4, y, OPTIONS(.model = SKPI_SERIES_MODEL_HOLT, .alpha = .5), &f), 0);
    ck_near(f.parameter[2], 5.75, 1e-15);
    ck_near(f.parameter[3], 1, 1e-15);
    ck_near(f.sse, 7.25, 1e-14);
    /* alpha 0: level and trend follow the line of the first two; the errors are 0, 1 and 3 */
    ck_assert_int_ge(fit(4, y, OPTIONS(.model = SKPI_SERIES_MODEL_HOLT, .beta = .5), &f), 0);
    ck_near(f.parameter[2], 4, 1e-15);
    ck_near(f.sse, 10, 1e-14);
}
END_TEST

/* What bends by 1e-9 of its values determines hardly any weights; the last level and trend are those of the line. */
START_TEST(weights_that_hardly_matter)
{
    uint64_t state = 3;
    int left = 0;
    for (int trial = 0; trial < 40; trial++) {
        double y[M];
        found f;
        for (int j = 0; j < M; j++) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            y[j] = j + (double)(state >> 11) * 0x1p-53 * 1e-9;
        }
        const skpi_status s = fit(M, y, OPTIONS(.model = SKPI_SERIES_MODEL_HOLT), &f);
        ck_assert_int_ge(s, 0);
        left += (s & SKPI_WNOTCONVERGED) != 0;
        ck_assert(f.parameter[0] >= 0 && f.parameter[0] <= 1 && f.parameter[1] >= 0 && f.parameter[1] <= 1);
        ck_near(f.parameter[2], M - 1, 1e-8);
        ck_near(f.parameter[3], 1, 1e-8);
    }
    ck_assert_int_gt(left, 0);
}
END_TEST

/* The variance of a ceiling is beyond a double before the residuals are. */
START_TEST(covariances_beyond_a_double)
{
    double y[M];
    found f;
    for (int j = 0; j < M; j++) y[j] = 1e157 * skpi__logistic(.5 * (j - 12)) * (1 + (j % 2 ? 1e-4 : -1e-4));
    ck_fails(fit(M, y, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC), &f), SKPI_EOVERFLOW, "y->value");
    for (int j = 0; j < M; j++) y[j] *= 1e-157;
    ck_assert_int_ge(fit(M, y, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC), &f), 0);
}
END_TEST

/* The same values in units of which a square loses its digits are refused; just above, the interval is as wide as in the
 * usual unit. */
START_TEST(squares_below_a_double)
{
    static const double shape[M] = {.1, .14, .2, .29, .36, .42, .47, .5, .53, .54}, prob[2] = {.1, .9};
    static const int32_t model[] = {SKPI_SERIES_MODEL_LINE, SKPI_SERIES_MODEL_LOGISTIC, SKPI_SERIES_MODEL_GOMPERTZ,
                                    SKPI_SERIES_MODEL_BASS, SKPI_SERIES_MODEL_PERSISTENCE};
    static const int exponent[] = {0, -490, -530, -560, -900};
    for (int k = 0; k < 5; k++) {
        double wide = 0;
        for (int e = 0; e < 5; e++) {
            double y[M], q[2];
            for (int j = 0; j < M; j++) y[j] = ldexp(shape[j], exponent[e]);
            const skpi_table t = {.size = sizeof t, .n = 1, .m = M, .year = years, .value = y};
            skpi_series_forecast_out out = {.size = sizeof out, .quantile = q};
            const skpi_status s = skpi_series_forecast(&t, 2025, 1, 2, prob, OPTIONS(.model = model[k]), &out, NULL);
            ck_assert_msg(e < 2 ? s >= 0 : s == SKPI_EOVERFLOW, "model %d, 2^%d: %d", k, exponent[e], s);
            if (e == 0) wide = q[1] - q[0];
            if (e == 1) ck_near(ldexp(q[1] - q[0], -exponent[e]) / wide, 1, 1e-9);
        }
    }
    double y[M]; /* SSE is .0087 x 2^-1008 and still has its digits; the variance of the slope is a 660th of it */
    found f;
    for (int j = 0; j < M; j++) y[j] = ldexp(shape[j], -504);
    ck_fails(fit(M, y, OPTIONS(.model = SKPI_SERIES_MODEL_LINE), &f), SKPI_EOVERFLOW, "y->value");
}
END_TEST

/* Between a share of 0 or 1 and another one the line is straight in the share, whichever end it is. */
START_TEST(shares_that_have_no_logit)
{
    static const double date[] = {2000, 2001, 2002, 2003, 2004, 2005, 2006}, value[] = {.5, 0, .5, 1, .5, 1, 0},
                        at[] = {2000.5, 2001.5, 2002.5, 2003.5, 2004.5, 2005.5},
                        middle[] = {.25, .25, .75, .75, .75, .5};
    double out[6];
    ck_assert_int_eq(skpi_series_interpolate(6, 7, date, value, at, SKPI_SERIES_SCALE_LOGIT, out, NULL), SKPI_OK);
    for (int j = 0; j < 6; j++) ck_near(out[j], middle[j], 1e-15);
}
END_TEST

START_TEST(forecasts_need_an_output)
{
    const double y[M] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    const skpi_table t = {.size = sizeof t, .n = 1, .m = M, .year = years, .value = y};
    ck_fails(skpi_series_forecast(&t, 2020, 1, 0, NULL, OPTIONS(.model = SKPI_SERIES_MODEL_LINE), NULL, NULL),
             SKPI_EINVAL, "out");
    /* whose size must be one of memory: no value of so many rows is read before */
    skpi_series_forecast_out out = {.size = sizeof out};
    const skpi_table many = {.size = sizeof many, .n = SIZE_MAX / 800, .m = 1, .year = years, .value = y};
    ck_fails(skpi_series_forecast(&many, 2020, 381, 0, NULL, OPTIONS(.model = SKPI_SERIES_MODEL_LINE), &out, NULL),
             SKPI_ENOMEM, "out->mean");
}
END_TEST

/* A table of many rows whose years have a gap gives each row what it gives alone. */
START_TEST(rows_with_a_gap)
{
    enum { N = 16, T = 40 };
    static double v[N][T];
    int32_t year[T];
    static const double prob[] = {.1, .5, .9};
    double all[N][3], one[3];
    for (int gap = 0; gap < 2; gap++) {
        for (int j = 0; j < T; j++) {
            year[j] = 1980 + j + (gap && j > 30);
            for (int i = 0; i < N; i++) v[i][j] = (5 + i) * exp(.01 * j + .02 * sin(j * (1 + i)));
        }
        skpi_table t = {.size = sizeof t, .n = N, .m = T, .year = year, .value = v[0]};
        const skpi_series_fan_options o = {.size = sizeof o, .form = SKPI_SERIES_FAN_FORM_CARBON};
        skpi_series_fan_out out = {.size = sizeof out, .quantile = all[0]};
        ck_assert_int_ge(skpi_series_fan(&t, year[T - 1] + 5, 1, 3, prob, &o, &out, NULL), 0);
        t.n = 1;
        out.quantile = one;
        for (int i = 0; i < N; i++) {
            t.value = v[i];
            ck_assert_int_ge(skpi_series_fan(&t, year[T - 1] + 5, 1, 3, prob, &o, &out, NULL), 0);
            for (int q = 0; q < 3; q++) ck_assert(one[q] == all[i][q]);
        }
        ck_assert(all[0][0] < all[0][1] && all[0][1] < all[0][2]);
    }
}
END_TEST

UNIT_MAIN("series_ends",
          UNIT_CASE("bounds", a_curve_through_one_value, speeds_of_one_sign, parameters_inside_their_bounds,
                    an_inflection_before_the_first_value, adoption_at_once_and_late, a_launch_in_a_backtest),
          UNIT_CASE("values", one_weight_of_holt_is_zero, weights_that_hardly_matter, covariances_beyond_a_double,
                    squares_below_a_double, shares_that_have_no_logit, forecasts_need_an_output, rows_with_a_gap))
