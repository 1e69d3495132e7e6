/* Compositions, and scores of forecasts. */
#include "unit/unit.h"

/* years, parts, year, part */
#define YEARS_OF(...) \
    (&(const skpi_series_composition_forecast_in){sizeof(skpi_series_composition_forecast_in), 0, __VA_ARGS__})

/* CAICT's parts in percent: digital industrialisation, industrial digitalisation, rest; cases/digital/methods.json */
static const int32_t year[] = {2016, 2019, 2021, 2022, 2023};
static const double parts[] = {6.9, 23.4, 69.7, 7.2, 29.0, 63.8, 7.3, 32.5, 60.2, 7.6, 33.9, 58.5, 8.01, 34.77, 57.22};

START_TEST(logratios)
{
    static const double alr[] = {-2.3126789061632644, -1.0914642954028224, -2.1816721643287345, -0.78845736036427},
                        ilr[] = {-0.8635291325527986, -1.3897356425335363, -0.9851516355327591, -1.2125503009121652};
    double z[10], back[15];
    ck_assert_int_eq(skpi_series_to_logratios(5, 3, parts, SKPI_SERIES_LOGRATIO_ALR, z, NULL), SKPI_OK);
    for (int i = 0; i < 4; i++) ck_near(z[i], alr[i], 1e-14);
    ck_assert_int_eq(skpi_series_to_logratios(5, 3, parts, SKPI_SERIES_LOGRATIO_ILR, z, NULL), SKPI_OK);
    for (int i = 0; i < 4; i++) ck_near(z[i], ilr[i], 1e-14);
    /* the inverse, for two to six parts */
    for (int32_t form = SKPI_SERIES_LOGRATIO_ALR; form <= SKPI_SERIES_LOGRATIO_ILR; form++)
        for (size_t k = 2; k <= 6; k++) {
            ck_assert_int_eq(skpi_series_to_logratios(2, k, parts, form, z, NULL), SKPI_OK);
            ck_assert_int_eq(skpi_series_from_logratios(2, k, z, form, back, NULL), SKPI_OK);
            for (size_t i = 0; i < 2; i++) {
                double sum = 0, total = 0;
                for (size_t j = 0; j < k; j++) sum += parts[i * k + j], total += back[i * k + j];
                ck_near(total, 1, 1e-14);
                for (size_t j = 0; j < k; j++) ck_near(back[i * k + j], parts[i * k + j] / sum, 1e-15);
            }
        }
    /* parts of very different size are still a composition */
    ck_assert_int_eq(
        skpi_series_from_logratios(1, 3, (const double[]){9e5, -9e5}, SKPI_SERIES_LOGRATIO_ALR, back, NULL), SKPI_OK);
    ck_assert(back[0] == 1 && back[1] == 0 && back[2] == 0);
}
END_TEST

START_TEST(closure)
{
    double out[15], big[] = {1e308, 1e308, 1e308}, many[1000];
    ck_assert_int_eq(skpi_series_closure(5, 3, parts, out, NULL), SKPI_OK);
    for (int i = 0; i < 5; i++) ck_near(out[3 * i] + out[3 * i + 1] + out[3 * i + 2], 1, 1e-14);
    ck_assert_int_eq(skpi_series_closure(1, 3, big, big, NULL), SKPI_OK); /* in place, without overflow */
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
    ck_fails(skpi_series_closure(1, 1, bad, out, NULL), SKPI_ENODATA, "n_parts");
    ck_fails_at(skpi_series_closure(3, 3, bad, out, NULL), SKPI_EZERODIV, "part", 1);
    ck_assert_double_eq(out[0], 7);
    ck_assert_int_eq(skpi_series_closure(3, 3, bad, out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_EZERODIV && status[2] == SKPI_ERANGE && isnan(out[3]));
    ck_fails_at(skpi_series_to_logratios(3, 3, bad, SKPI_SERIES_LOGRATIO_ALR, z, NULL), SKPI_EDOM, "part", 0);
    ck_fails(skpi_series_to_logratios(3, 3, bad, 3, z, NULL), SKPI_EINVAL, "form");
    ck_fails_at(skpi_series_from_logratios(1, 3, (const double[]){0, 2e6}, SKPI_SERIES_LOGRATIO_ILR, out, NULL),
                SKPI_ERANGE, "logratio", 0);
    const double prob[] = {.1, 5e-324};
    skpi_series_composition_forecast_out o = {.size = sizeof o, .share = out};
    ck_fails(skpi_series_composition_forecast(YEARS_OF(1, 3, year, parts), 2024, 1, 0, NULL, &o), SKPI_ENODATA,
             "in->m");
    ck_fails_at(skpi_series_composition_forecast(YEARS_OF(3, 3, year, bad), 2024, 1, 0, NULL, &o), SKPI_EDOM,
                "in->part", 0);
    const int32_t twice[] = {2020, 2020};
    ck_fails_at(skpi_series_composition_forecast(YEARS_OF(2, 3, twice, parts), 2024, 1, 0, NULL, &o), SKPI_EDUPLICATE,
                "in->year", 1);
    ck_fails(skpi_series_composition_forecast(YEARS_OF(3, 3, year, parts), 2024, 1, 0, NULL, NULL), SKPI_EINVAL, "out");
    o.quantile = z; /* two years leave no residuals */
    ck_fails(skpi_series_composition_forecast(YEARS_OF(2, 3, year, parts), 2024, 1, 1, prob, &o), SKPI_ENODATA,
             "in->m");
    ck_fails_at(skpi_series_composition_forecast(YEARS_OF(3, 3, year, parts), 2024, 1, 2, prob, &o), SKPI_EOVERFLOW,
                "prob", 1);
    ck_fails_at(skpi_series_composition_forecast(YEARS_OF(3, 3, year, parts), 2024, 1, 1, bad, &o), SKPI_ERANGE, "prob",
                0);
    o.quantile = NULL;
    ck_assert_int_eq(skpi_series_composition_forecast(YEARS_OF(2, 3, year, parts), 2024, 1, 1, prob, &o), SKPI_OK);
}
END_TEST

/* cases/digital/methods.json "compositional": 7.935265608817439, 39.32653394614856, 52.73820044503401 percent in 2025 */
START_TEST(forecasts)
{
    double out[18], turned[15], again[18];
    skpi_series_composition_forecast_out o = {.size = sizeof o, .share = out}, p = {.size = sizeof p, .share = again};
    ck_assert_int_eq(skpi_series_composition_forecast(YEARS_OF(5, 3, year, parts), 2025, 6, 0, NULL, &o), SKPI_OK);
    ck_near(out[0], .07935265608817439, 1e-13);
    ck_near(out[1], .3932653394614856, 1e-13);
    ck_near(out[15], .0815825134393563, 1e-13);
    ck_near(out[17], .4274784931172792, 1e-13);
    for (int i = 0; i < 6; i++) ck_near(out[3 * i] + out[3 * i + 1] + out[3 * i + 2], 1, 1e-14);
    for (int i = 0; i < 5; i++) /* another part is the last */
        for (int j = 0; j < 3; j++) turned[3 * i + j] = parts[3 * i + (j + 1) % 3];
    ck_assert_int_eq(skpi_series_composition_forecast(YEARS_OF(5, 3, year, turned), 2025, 6, 0, NULL, &p), SKPI_OK);
    for (int i = 0; i < 6; i++)
        for (int j = 0; j < 3; j++) ck_near(again[3 * i + j], out[3 * i + (j + 1) % 3], 1e-14);
}
END_TEST

static double uniform(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return ((double)(*seed >> 11) + .5) / 9007199254740992.;
}

static double normal(uint64_t *seed)
{
    const double radius = sqrt(-2 * log(uniform(seed)));
    return radius * cos(6.283185307179586 * uniform(seed));
}

START_TEST(intervals)
{
    /* two parts give the logit line: cases/digital/methods.json "logit_linear_cap100", 2030, percent */
    static const int32_t years[] = {2012, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023};
    static const double share[] = {21.6, 30.3, 32.9, 34.8, 36.2, 38.6, 39.8, 41.5, 42.8}, prob[] = {.025, .5, .975};
    double two[18], q[9], again[9], point[3], turned[15];
    skpi_series_composition_forecast_out o = {.size = sizeof o, .share = point, .quantile = q};
    for (int i = 0; i < 9; i++) two[2 * i] = share[i], two[2 * i + 1] = 100 - share[i];
    ck_assert_int_eq(skpi_series_composition_forecast(YEARS_OF(9, 2, years, two), 2030, 1, 3, prob, &o), SKPI_OK);
    ck_near(q[0], .5533358618638326, 1e-10);
    ck_near(q[1], .5987764325019751, 1e-12);
    ck_near(q[2], .6425802327304756, 1e-10);
    for (int j = 0; j < 3; j++) ck_near(q[j] + q[5 - j], 1, 1e-15); /* the quantiles of the other part are mirrored */
    /* with three parts the median is the forecast, and the order of the parts does not matter */
    ck_assert_int_eq(skpi_series_composition_forecast(YEARS_OF(5, 3, year, parts), 2030, 1, 3, prob, &o), SKPI_OK);
    for (int j = 0; j < 3; j++) {
        ck_near(q[3 * j + 1], point[j], 1e-15);
        ck_assert(0 < q[3 * j] && q[3 * j] < point[j] && point[j] < q[3 * j + 2] && q[3 * j + 2] < 1);
    }
    for (int i = 0; i < 5; i++)
        for (int j = 0; j < 3; j++) turned[3 * i + j] = parts[3 * i + (j + 1) % 3];
    skpi_series_composition_forecast_out r = {.size = sizeof r, .quantile = again};
    ck_assert_int_eq(skpi_series_composition_forecast(YEARS_OF(5, 3, year, turned), 2030, 1, 3, prob, &r), SKPI_OK);
    for (int j = 0; j < 9; j++) ck_near(again[j], q[(j + 3) % 9], 1e-14);
    /* parts that are negligible beside each other: no quantile leaves [0,1] */
    const double far[] = {1e-200, 1, 1e200, 1, 2, 1, 1e200, 3, 1e-200};
    ck_assert_int_eq(skpi_series_composition_forecast(YEARS_OF(3, 3, year, far), 2400, 1, 3, prob, &o), SKPI_OK);
    for (int j = 0; j < 9; j++) ck_assert(q[j] >= 0 && q[j] <= 1);
}
END_TEST

START_TEST(intervals_cover)
{
    /* lines of log-ratios with correlated normal errors: 80 % of the next parts lie in their intervals */
    enum { SERIES = 3000, YEARS = 7 };
    const double prob[] = {.1, .9};
    int32_t years[YEARS];
    double x[(YEARS + 1) * 3], q[6];
    skpi_series_composition_forecast_out o = {.size = sizeof o, .quantile = q};
    uint64_t seed = 11;
    int inside[3] = {0, 0, 0};
    for (int c = 0; c < SERIES; c++) {
        for (int t = 0; t <= YEARS; t++) {
            const int when = t == YEARS ? YEARS + 3 : t;
            const double e = normal(&seed);
            if (t < YEARS) years[t] = 2000 + t;
            x[3 * t] = exp(-1.5 + .1 * when + .07 * e);
            x[3 * t + 1] = exp(-.4 + .02 * when - .05 * e + .05 * normal(&seed));
            x[3 * t + 2] = 1;
        }
        const double *last = x + 3 * (size_t)YEARS, sum = last[0] + last[1] + last[2];
        ck_assert_int_eq(
            skpi_series_composition_forecast(YEARS_OF(YEARS, 3, years, x), 2000 + YEARS + 3, 1, 2, prob, &o), SKPI_OK);
        for (int j = 0; j < 3; j++) inside[j] += last[j] / sum > q[2 * j] && last[j] / sum < q[2 * j + 1];
    }
    for (int j = 0; j < 3; j++) ck_near((double)inside[j] / SERIES, .8, .022); /* three standard errors */
}
END_TEST

START_TEST(scores)
{
    static const double forecast[] = {1, 2, 3, 4, 5, 5, 5, 5}, truth[] = {2, 2, 1, 8};
    static const double low[] = {0, 1, 2, 3, 4, 4, 4, (double)NAN}, high[] = {2, 3, 4, 5, 6, 6, 6, 6};
    double rmse[2], mae[2], median[2], bias[2], coverage[2], interval[2];
    int32_t count[2];
    skpi_series_score_out out = {.size = sizeof out,
                                 .rmse = rmse,
                                 .mae = mae,
                                 .median = median,
                                 .bias = bias,
                                 .coverage = coverage,
                                 .interval_score = interval,
                                 .count = count};
    ck_assert_int_eq(skpi_series_score(2, 4, forecast, low, high, truth, .8, &out), SKPI_OK);
    ck_near(rmse[0], sqrt((1 + 0 + 4 + 16) / 4.), 1e-15); /* errors -1, 0, 2, -4 */
    ck_assert_double_eq(mae[0], 7 / 4.);
    ck_assert_double_eq(median[0], 1.5);
    ck_assert_double_eq(bias[0], -3 / 4.);
    ck_assert_double_eq(coverage[0], .5); /* 2 is at the end of [0,2] and counts as inside; 1 and 8 are outside */
    ck_near(interval[0], (2 + 2 + (2 + 10 * 1) + (2 + 10 * 3)) / 4., 1e-12);
    ck_assert_double_eq(coverage[1], 0); /* of the three pairs with an interval */
    ck_near(interval[1], (2 + 10 * 2 + 2 + 10 * 2 + 2 + 10 * 3) / 3., 1e-12);
    ck_assert_int_eq(count[1], 4);
    static const double gaps[] = {2, (double)NAN, 1, 8};
    ck_assert_int_eq(skpi_series_score(1, 4, forecast, NULL, NULL, gaps, 0, &out), SKPI_WMISSING);
    ck_assert(count[0] == 3 && isnan(coverage[0]) && isnan(interval[0]));
    ck_assert_double_eq(median[0], 2);
    /* neither squares nor sums may leave the range of a double */
    static const double large[] = {3e200, 4e200, 0, 0}, tiny[] = {3e-200, 4e-200, 0, 0}, zero[] = {0, 0, 0, 0};
    ck_assert_int_eq(skpi_series_score(1, 4, large, NULL, NULL, zero, 0, &out), SKPI_OK);
    ck_near(rmse[0] / 2.5e200, 1, 1e-15);
    ck_assert_int_eq(skpi_series_score(1, 4, tiny, NULL, NULL, zero, 0, &out), SKPI_OK);
    ck_near(rmse[0] / 2.5e-200, 1, 1e-15);
    static const double most[] = {1.5e308, 1.5e308, 1.5e308, 1.5e308},
                        least[] = {-1.5e308, -1.5e308, -1.5e308, -1.5e308};
    ck_assert_int_eq(skpi_series_score(1, 4, most, NULL, NULL, zero, 0, &out), SKPI_OK);
    ck_near(mae[0] / 1.5e308, 1, 1e-15);
    ck_fails_at(skpi_series_score(1, 4, most, NULL, NULL, least, 0, &out), SKPI_EOVERFLOW, "forecast", 0);
    ck_fails_at(skpi_series_score(1, 4, zero, least, most, zero, .8, &out), SKPI_EOVERFLOW, "low", 0);
    static const double none[] = {(double)NAN, (double)NAN, (double)NAN, (double)NAN};
    ck_assert_int_eq(skpi_series_score(1, 4, forecast, NULL, NULL, none, 0, &out), SKPI_WMISSING);
    ck_assert(count[0] == 0 && isnan(rmse[0]));
    ck_fails(skpi_series_score(1, 4, forecast, low, NULL, truth, .8, &out), SKPI_EINVAL, "high");
    ck_fails(skpi_series_score(1, 4, forecast, low, high, truth, 80, &out), SKPI_ERANGE, "coverage");
    ck_fails_at(skpi_series_score(1, 4, forecast, high, low, truth, .8, &out), SKPI_EINCONSISTENT, "low", 0);
    ck_fails(skpi_series_score(1, 0, NULL, NULL, NULL, NULL, 0, &out), SKPI_ENODATA, "n");
}
END_TEST

UNIT_MAIN("series_parts",
          UNIT_CASE("compositions", logratios, closure, compositions_refuse, forecasts, intervals, intervals_cover),
          UNIT_CASE("scores", scores))
