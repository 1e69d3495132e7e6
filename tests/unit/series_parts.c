/* Compositions, and scores of forecasts. */
#include "unit/unit.h"

/* CAICT's parts in percent: digital industrialisation, industrial digitalisation, rest; cases/digital/methods.json */
static const int32_t year[] = {2016, 2019, 2021, 2022, 2023};
static const double parts[] = {6.9, 23.4, 69.7, 7.2, 29.0, 63.8, 7.3, 32.5, 60.2, 7.6, 33.9, 58.5, 8.01, 34.77, 57.22};

START_TEST(logratios)
{
    static const double alr[] = {-2.3126789061632644, -1.0914642954028224, -2.1816721643287345, -0.78845736036427},
                        ilr[] = {-0.8635291325527986, -1.3897356425335363, -0.9851516355327591, -1.2125503009121652};
    double z[10], back[15];
    ck_assert_int_eq(skpi_series_logratios(5, 3, parts, SKPI_SERIES_ALR, z, NULL), SKPI_OK);
    for (int i = 0; i < 4; i++) ck_near(z[i], alr[i], 1e-14);
    ck_assert_int_eq(skpi_series_logratios(5, 3, parts, SKPI_SERIES_ILR, z, NULL), SKPI_OK);
    for (int i = 0; i < 4; i++) ck_near(z[i], ilr[i], 1e-14);
    /* and back, for two to six parts */
    for (int32_t form = SKPI_SERIES_ALR; form <= SKPI_SERIES_ILR; form++)
        for (size_t k = 2; k <= 6; k++) {
            ck_assert_int_eq(skpi_series_logratios(2, k, parts, form, z, NULL), SKPI_OK);
            ck_assert_int_eq(skpi_series_from_logratios(2, k, z, form, back, NULL), SKPI_OK);
            for (size_t i = 0; i < 2; i++) {
                double sum = 0, total = 0;
                for (size_t j = 0; j < k; j++) sum += parts[i * k + j], total += back[i * k + j];
                ck_near(total, 1, 1e-14);
                for (size_t j = 0; j < k; j++) ck_near(back[i * k + j], parts[i * k + j] / sum, 1e-15);
            }
        }
    /* far apart: still a composition */
    ck_assert_int_eq(skpi_series_from_logratios(1, 3, (const double[]){9e5, -9e5}, SKPI_SERIES_ALR, back, NULL), SKPI_OK);
    ck_assert(back[0] == 1 && back[1] == 0 && back[2] == 0);
}
END_TEST

START_TEST(closure)
{
    double out[15], big[] = {1e308, 1e308, 1e308}, many[1000];
    ck_assert_int_eq(skpi_series_closure(5, 3, parts, out, NULL), SKPI_OK);
    for (int i = 0; i < 5; i++) ck_near(out[3 * i] + out[3 * i + 1] + out[3 * i + 2], 1, 1e-14);
    ck_assert_int_eq(skpi_series_closure(1, 3, big, big, NULL), SKPI_OK); /* in place, no overflow */
    ck_near(big[1], 1 / 3., 1e-16);
    double sum = 0;
    for (int i = 0; i < 1000; i++) many[i] = 1 / (1. + i);
    ck_assert_int_eq(skpi_series_closure(1, 1000, many, many, NULL), SKPI_OK);
    for (int i = 999; i >= 0; i--) sum += many[i];
    ck_near(sum, 1, 1e-14);
}
END_TEST

START_TEST(compositions_refuse)
{
    double bad[] = {1, 0, 2, 0, 0, 0, 1, -1, 3}, out[9] = {7}, z[6];
    int32_t status[3];
    ck_fails(skpi_series_closure(1, 1, bad, out, NULL), SKPI_ENODATA, "k");
    ck_fails_at(skpi_series_closure(3, 3, bad, out, NULL), SKPI_EZERODIV, "parts", 1);
    ck_assert_double_eq(out[0], 7);
    ck_assert_int_eq(skpi_series_closure(3, 3, bad, out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_EZERODIV && status[2] == SKPI_ERANGE && isnan(out[3]));
    ck_fails_at(skpi_series_logratios(3, 3, bad, SKPI_SERIES_ALR, z, NULL), SKPI_EDOM, "parts", 0);
    ck_fails(skpi_series_logratios(3, 3, bad, 3, z, NULL), SKPI_EINVAL, "form");
    ck_fails_at(skpi_series_from_logratios(1, 3, (const double[]){0, 2e6}, SKPI_SERIES_ILR, out, NULL), SKPI_ERANGE, "logratio", 0);
    ck_fails(skpi_series_composition_forecast(1, 3, year, parts, 2024, 1, out), SKPI_ENODATA, "m");
    ck_fails_at(skpi_series_composition_forecast(3, 3, year, bad, 2024, 1, out), SKPI_EDOM, "parts", 0);
    ck_fails_at(skpi_series_composition_forecast(2, 3, (const int32_t[]){2020, 2020}, parts, 2024, 1, out), SKPI_EDUPLICATE,
                "year", 1);
}
END_TEST

/* cases/digital/methods.json "compositional": 7.935265608817439, 39.32653394614856, 52.73820044503401 percent in 2025 */
START_TEST(forecasts)
{
    double out[18], turned[15], again[18];
    ck_assert_int_eq(skpi_series_composition_forecast(5, 3, year, parts, 2025, 6, out), SKPI_OK);
    ck_near(out[0], .07935265608817439, 1e-13);
    ck_near(out[1], .3932653394614856, 1e-13);
    ck_near(out[15], .0815825134393563, 1e-13);
    ck_near(out[17], .4274784931172792, 1e-13);
    for (int i = 0; i < 6; i++) ck_near(out[3 * i] + out[3 * i + 1] + out[3 * i + 2], 1, 1e-14);
    for (int i = 0; i < 5; i++) /* another part last */
        for (int j = 0; j < 3; j++) turned[3 * i + j] = parts[3 * i + (j + 1) % 3];
    ck_assert_int_eq(skpi_series_composition_forecast(5, 3, year, turned, 2025, 6, again), SKPI_OK);
    for (int i = 0; i < 6; i++)
        for (int j = 0; j < 3; j++) ck_near(again[3 * i + j], out[3 * i + (j + 1) % 3], 1e-14);
}
END_TEST

START_TEST(scores)
{
    static const double forecast[] = {1, 2, 3, 4, 5, 5, 5, 5}, truth[] = {2, 2, 1, 8};
    static const double low[] = {0, 1, 2, 3, 4, 4, 4, (double)NAN}, high[] = {2, 3, 4, 5, 6, 6, 6, 6};
    double rmse[2], mae[2], median[2], bias[2], coverage[2], interval[2];
    int32_t count[2];
    skpi_series_score_out out = {.size = sizeof out, .rmse = rmse, .mae = mae, .median = median, .bias = bias,
                                 .coverage = coverage, .interval_score = interval, .count = count};
    ck_assert_int_eq(skpi_series_score(2, 4, forecast, low, high, .8, truth, &out), SKPI_OK);
    ck_near(rmse[0], sqrt((1 + 0 + 4 + 16) / 4.), 1e-15); /* errors -1, 0, 2, -4 */
    ck_assert_double_eq(mae[0], 7 / 4.);
    ck_assert_double_eq(median[0], 1.5);
    ck_assert_double_eq(bias[0], -3 / 4.);
    ck_assert_double_eq(coverage[0], .5); /* 2 at the end of [0,2] counts; 1 and 8 lie outside */
    ck_near(interval[0], (2 + 2 + (2 + 10 * 1) + (2 + 10 * 3)) / 4., 1e-12);
    ck_assert_double_eq(coverage[1], 0); /* of three with an interval */
    ck_near(interval[1], (2 + 10 * 2 + 2 + 10 * 2 + 2 + 10 * 3) / 3., 1e-12);
    ck_assert_int_eq(count[1], 4);
    static const double gaps[] = {2, (double)NAN, 1, 8};
    ck_assert_int_eq(skpi_series_score(1, 4, forecast, NULL, NULL, 0, gaps, &out), SKPI_WMISSING);
    ck_assert(count[0] == 3 && isnan(coverage[0]) && isnan(interval[0]));
    ck_assert_double_eq(median[0], 2);
    /* neither squares nor sums leave the range of a double */
    static const double large[] = {3e200, 4e200, 0, 0}, tiny[] = {3e-200, 4e-200, 0, 0}, zero[] = {0, 0, 0, 0};
    ck_assert_int_eq(skpi_series_score(1, 4, large, NULL, NULL, 0, zero, &out), SKPI_OK);
    ck_near(rmse[0] / 2.5e200, 1, 1e-15);
    ck_assert_int_eq(skpi_series_score(1, 4, tiny, NULL, NULL, 0, zero, &out), SKPI_OK);
    ck_near(rmse[0] / 2.5e-200, 1, 1e-15);
    static const double most[] = {1.5e308, 1.5e308, 1.5e308, 1.5e308}, least[] = {-1.5e308, -1.5e308, -1.5e308, -1.5e308};
    ck_assert_int_eq(skpi_series_score(1, 4, most, NULL, NULL, 0, zero, &out), SKPI_OK);
    ck_near(mae[0] / 1.5e308, 1, 1e-15);
    ck_fails_at(skpi_series_score(1, 4, most, NULL, NULL, 0, least, &out), SKPI_EOVERFLOW, "forecast", 0);
    ck_fails_at(skpi_series_score(1, 4, zero, least, most, .8, zero, &out), SKPI_EOVERFLOW, "low", 0);
    static const double none[] = {(double)NAN, (double)NAN, (double)NAN, (double)NAN};
    ck_assert_int_eq(skpi_series_score(1, 4, forecast, NULL, NULL, 0, none, &out), SKPI_WMISSING);
    ck_assert(count[0] == 0 && isnan(rmse[0]));
    ck_fails(skpi_series_score(1, 4, forecast, low, NULL, .8, truth, &out), SKPI_EINVAL, "high");
    ck_fails(skpi_series_score(1, 4, forecast, low, high, 80, truth, &out), SKPI_ERANGE, "level");
    ck_fails_at(skpi_series_score(1, 4, forecast, high, low, .8, truth, &out), SKPI_EINCONSISTENT, "low", 0);
    ck_fails(skpi_series_score(1, 0, NULL, NULL, NULL, 0, NULL, &out), SKPI_ENODATA, "n");
}
END_TEST

UNIT_MAIN("series_parts", UNIT_CASE("compositions", logratios, closure, compositions_refuse, forecasts),
          UNIT_CASE("scores", scores))
