/* Compositions, and scores of forecasts. */
#include "unit/unit.h"

/* years, parts, year, part */
#define DAMPED_YEARS_OF(m_, k_, year_, part_, damping_)                                                \
    (&(const skpi_series_composition_forecast_in){.size = sizeof(skpi_series_composition_forecast_in), \
                                                  .m = (m_),                                           \
                                                  .n_parts = (k_),                                     \
                                                  .year = (year_),                                     \
                                                  .part = (part_),                                     \
                                                  .damping = (damping_)})
#define YEARS_OF(m_, k_, year_, part_) DAMPED_YEARS_OF(m_, k_, year_, part_, 0)

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

/* Lines read at the damped date: with phi + phi^2 = 1 the second year beyond is the first one of the line, quantiles and
 * all. */
START_TEST(damped)
{
    static const int32_t when[] = {2016, 2018, 2019, 2021};
    static const double known[] = {.07, .3, .63, .08, .29, .63, .1, .31, .59, .11, .34, .55}, prob[] = {.1, .9};
    double line[3][6], read[11][6], share[11][3];
    const double golden = (sqrt(5) - 1) / 2;
    skpi_series_composition_forecast_out o = {.size = sizeof o, .quantile = line[0]},
                                         d = {.size = sizeof d, .share = share[0], .quantile = read[0]};
    ck_assert_int_eq(skpi_series_composition_forecast(YEARS_OF(4, 3, when, known), 2015, 1, 2, prob, &o), SKPI_OK);
    o.quantile = line[1];
    ck_assert_int_eq(skpi_series_composition_forecast(YEARS_OF(4, 3, when, known), 2017, 1, 2, prob, &o), SKPI_OK);
    o.quantile = line[2];
    ck_assert_int_eq(skpi_series_composition_forecast(YEARS_OF(4, 3, when, known), 2022, 1, 2, prob, &o), SKPI_OK);
    ck_assert_int_eq(
        skpi_series_composition_forecast(DAMPED_YEARS_OF(4, 3, when, known, golden), 2014, 11, 2, prob, &d), SKPI_OK);
    for (int k = 0; k < 6; k++) {
        ck_near(read[0][k], line[0][k], 1e-14);
        ck_near(read[3][k], line[1][k], 1e-16); /* between the years nothing changes */
        ck_near(read[9][k], line[2][k], 1e-14);
    }
    for (int k = 0; k < 11; k++) ck_near(share[k][0] + share[k][1] + share[k][2], 1, 1e-15);
    /* of two years it is the three-way line of their shares */
    static const double date0 = 2016, date1 = 2018;
    double three[3];
    const skpi_urban_three_way_in in = {
        .size = sizeof in, .n = 1, .date0 = &date0, .part0 = known, .date1 = &date1, .part1 = known + 3};
    const skpi_urban_three_way_options by = {.size = sizeof by, .damping = .94};
    d.quantile = NULL;
    ck_assert_int_eq(skpi_series_composition_forecast(DAMPED_YEARS_OF(2, 3, when, known, .94), 2050, 1, 0, NULL, &d),
                     SKPI_OK);
    ck_assert_int_eq(skpi_urban_three_way(&in, 2050, 1, &by, three, NULL), SKPI_OK);
    for (int k = 0; k < 3; k++) ck_near(share[0][k], three[k], 1e-14);
    ck_fails(skpi_series_composition_forecast(DAMPED_YEARS_OF(2, 3, when, known, 1.5), 2050, 1, 0, NULL, &d),
             SKPI_ERANGE, "in->damping");
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

/* cases/series/forecast_scores.csv "inside", "below", "above", "nine": 50-digit arithmetic */
START_TEST(quantile_scores)
{
    static const double prob[] = {.1, .5, .9}, forecast[] = {.5, .5, .5}, truth[] = {.53, .3, .61},
                        quantile[] = {.42, .5, .58, .42, .5, .58, .42, .5, .58}, low[] = {.42, .42, .42},
                        high[] = {.58, .58, .58}, nine[] = {.025, .05, .1, .25, .5, .75, .9, .95, .975},
                        of_nine[] = {.39, .4, .42, .46, .5, .54, .58, .6, .61}, at = .45, middle = .5;
    double crps, three, interval;
    int32_t count, n_interval;
    skpi_series_score_out score = {.size = sizeof score,
                                   .interval_score = &interval,
                                   .count = &count,
                                   .n_interval = &n_interval,
                                   .quantile_crps = &three};
    ck_assert_int_eq(skpi_series_score(1, 3, forecast, low, high, truth, .8, &score), SKPI_OK);
    ck_near(interval, (.16 + 1.36 + .46) / 3, 1e-15);
    ck_near(three, (.0216 + .1616 + .0716) / 3, 1e-15); /* of the ends and the forecast */
    ck_assert(count == 3 && n_interval == 3);
    double inside; /* the ends are inside */
    skpi_series_score_out ends = {.size = sizeof ends, .coverage = &inside};
    ck_assert_int_eq(skpi_series_score(1, 3, forecast, low, high, (double[]){.42, .58, .61}, .8, &ends), SKPI_OK);
    ck_near(inside, 2. / 3, 1e-16);
    const double rest[] = {.1 + .2 - .3, .3 - .1 - .2}, half[] = {.3, -.3}, far[] = {.6, -.6}, none[] = {0, 0};
    ck_assert(rest[0] > 0 && rest[1] < 0); /* an end is 0 but for the rounding of the figures that cancel */
    ck_assert_int_eq(skpi_series_score(1, 1, &half[0], &rest[0], &far[0], none, .8, &ends), SKPI_OK);
    ck_assert_double_eq(inside, 1);
    ck_assert_int_eq(skpi_series_score(1, 1, &half[1], &far[1], &rest[1], none, .8, &ends), SKPI_OK);
    ck_assert_double_eq(inside, 1);
    ck_assert_int_eq(skpi_series_score(1, 3, forecast, NULL, NULL, truth, .8, &score), SKPI_OK);
    ck_assert(isnan(interval) && isnan(three) && n_interval == 0);
    skpi_series_crps_in in = {
        .size = sizeof in, .n_methods = 1, .n = 3, .truth = truth, .n_prob = 3, .prob = prob, .quantile = quantile};
    skpi_series_crps_out out = {.size = sizeof out, .quantile_crps = &crps};
    ck_assert_int_eq(skpi_series_crps(&in, &out), SKPI_OK);
    ck_near(crps, (.0216 + .1616 + .0716) / 3, 1e-15);
    in.n = 1, in.truth = &at, in.n_prob = 9, in.prob = nine, in.quantile = of_nine;
    ck_assert_int_eq(skpi_series_crps(&in, &out), SKPI_OK);
    ck_near(crps, .0288625, 1e-16);
    in.n_prob = 1, in.prob = &middle, in.quantile = &middle; /* the median alone: the absolute error */
    ck_assert_int_eq(skpi_series_crps(&in, &out), SKPI_OK);
    ck_near(crps, .05, 1e-16);
    /* a sure forecast, 2 below the truth: 4 (.15 x .1 + .85 x .2), and the error itself of probabilities about 1/2 */
    static const double few[] = {.1, .2}, about[] = {.1, .5, .9}, sure[] = {1, 1, 1}, later = 3;
    in.truth = &later, in.n_prob = 2, in.prob = few, in.quantile = sure;
    ck_assert_int_eq(skpi_series_crps(&in, &out), SKPI_OK);
    ck_near(crps, .74, 1e-15);
    in.n_prob = 3, in.prob = about;
    ck_assert_int_eq(skpi_series_crps(&in, &out), SKPI_OK);
    ck_near(crps, 2, 1e-15);
    in.truth = &at;
    static const double falls[] = {.1, .9, .5}, twice[] = {.1, .1, .9}, crossed[] = {.42, .58, .5};
    crps = 7;
    in.n_prob = 3, in.prob = falls, in.quantile = quantile;
    ck_fails_at(skpi_series_crps(&in, &out), SKPI_ENOTSORTED, "in->prob", 2);
    in.prob = twice;
    ck_fails_at(skpi_series_crps(&in, &out), SKPI_EDUPLICATE, "in->prob", 1);
    in.prob = prob, in.quantile = crossed;
    ck_fails_at(skpi_series_crps(&in, &out), SKPI_EINCONSISTENT, "in->quantile", 0);
    in.prob = NULL;
    ck_fails(skpi_series_crps(&in, &out), SKPI_EINVAL, "in->prob");
    ck_assert(crps == 7);
}
END_TEST

/* the same file, "n_mean", "n_1", "n_far", "e_4", "e_ties" */
START_TEST(distribution_scores)
{
    static const double mean[] = {0, 0, 0}, one[] = {1, 1, 1}, zero[] = {0, 0, 0}, at[] = {0, 1, 6},
                        draw[] = {.4, .55, .47, .52, .1, .2, (double)NAN, .4}, y[] = {.5, .5}, ties[] = {3, 1, 2, 1, 2},
                        two = 2, most = 1.5e308, far[] = {1.7e308, -1.7e308, 0, 1, 2};
    double normal_crps, draw_crps;
    skpi_series_crps_in in = {.size = sizeof in, .n_methods = 1, .n = 3, .truth = at, .mean = mean, .deviation = one};
    skpi_series_crps_out out = {.size = sizeof out, .normal_crps = &normal_crps, .draw_crps = &draw_crps};
    ck_assert_int_eq(skpi_series_crps(&in, &out), SKPI_OK);
    ck_near(normal_crps, (0.23369497725510907 + 0.60244135762761631 + 5.4358104167649577) / 3, 1e-15);
    ck_assert(isnan(draw_crps));
    for (int which = 0; which < 3; which++) { /* a missing number leaves its forecast out */
        double part[3][3];
        memcpy(part[0], at, sizeof at), memcpy(part[1], mean, sizeof mean), memcpy(part[2], one, sizeof one);
        part[which][1] = (double)NAN;
        in.truth = part[0], in.mean = part[1], in.deviation = part[2];
        ck_assert_int_eq(skpi_series_crps(&in, &out) & ~SKPI_WMISSING, SKPI_OK);
        ck_near(normal_crps, (0.23369497725510907 + 5.4358104167649577) / 2, 1e-15);
    }
    in.truth = at, in.mean = mean;
    in.deviation = zero; /* a forecast that is sure: the absolute error */
    ck_assert_int_eq(skpi_series_crps(&in, &out), SKPI_OK);
    ck_near(normal_crps, 7 / 3., 1e-15);
    static const double tiny[] = {1e-310, 1e-310, 1e-310}; /* in whose units the errors are beyond a double */
    in.deviation = tiny;
    ck_assert_int_eq(skpi_series_crps(&in, &out), SKPI_OK);
    ck_near(normal_crps, 7 / 3., 1e-15);
    in.deviation = NULL;
    ck_fails(skpi_series_crps(&in, &out), SKPI_EINVAL, "in->deviation");
    in = (skpi_series_crps_in){.size = sizeof in, .n_methods = 1, .n = 2, .truth = y, .n_draws = 4, .draw = draw};
    ck_assert_int_eq(skpi_series_crps(&in, &out), SKPI_OK);
    ck_near(draw_crps, .01875, 1e-16); /* a missing draw leaves its forecast out */
    in.n = 1, in.n_draws = 5, in.draw = ties, in.truth = &two;
    ck_assert_int_eq(skpi_series_crps(&in, &out), SKPI_OK);
    ck_near(draw_crps, .2, 1e-15);
    in.draw = far, in.truth = zero;
    ck_assert_int_eq(skpi_series_crps(&in, &out), SKPI_OK);
    ck_assert(isfinite(draw_crps));
    in.truth = &most;
    ck_fails_at(skpi_series_crps(&in, &out), SKPI_EOVERFLOW, "in->draw", 0);
}
END_TEST

UNIT_MAIN("series_parts",
          UNIT_CASE("compositions", logratios, closure, compositions_refuse, forecasts, damped, intervals,
                    intervals_cover),
          UNIT_CASE("scores", scores, quantile_scores, distribution_scores))
