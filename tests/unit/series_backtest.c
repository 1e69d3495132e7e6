/* Forecasts from earlier years against what came. */
#include "unit/unit.h"

#define OPTIONS(fit_, coverage_)            \
    (&(const skpi_series_backtest_options){ \
        .size = sizeof(skpi_series_backtest_options), .fit = (fit_), .coverage = (coverage_)})

/* CAICT's share of China's digital economy; cases/digital/methods.json "share_forecast_caict" */
static const int32_t year[] = {2012, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023};
static const double share[] = {.216, .303, .329, .348, .362, .386, .398, .415, .428};
static const skpi_table table = {.size = sizeof table, .n = 1, .m = 9, .year = year, .value = share};
static const int32_t every[] = {SKPI_SERIES_MODEL_PERSISTENCE, SKPI_SERIES_MODEL_LINE,     SKPI_SERIES_MODEL_LOGIT_LINE,
                                SKPI_SERIES_MODEL_LOGISTIC,    SKPI_SERIES_MODEL_GOMPERTZ, SKPI_SERIES_MODEL_BASS,
                                SKPI_SERIES_MODEL_HOLT};
enum { MODELS = sizeof every / sizeof *every };

START_TEST(known)
{
    /* backtest_origin_2020: forecasts of 2021 to 2023 in percent, and mean absolute errors in points */
    static const int32_t models[] = {SKPI_SERIES_MODEL_LOGISTIC, SKPI_SERIES_MODEL_LOGIT_LINE, SKPI_SERIES_MODEL_HOLT},
                         origin[] = {2020};
    static const double forecast[] = {40.0854825041231,   41.60477233109001,  42.97605015024544,
                                      41.667666291389004, 44.193662539338185, 46.750064174644244,
                                      40.8970048,         43.1665856,         45.4361664},
                        mae[] = {.188768328486186, 2.8371310017904796, 1.799918933333333};
    double f[9], e[3];
    int32_t count[3];
    const skpi_series_fit_options weights = {.size = sizeof weights, .alpha = .8, .beta = .2};
    skpi_series_backtest_out out = {.size = sizeof out, .forecast = f, .mae = e, .count = count};
    ck_assert_int_eq(skpi_series_backtest(&table, 1, origin, 3, models, 3, OPTIONS(&weights, 0), &out), SKPI_WADJUSTED);
    for (int c = 0; c < 9; c++) ck_near(100 * f[c], forecast[c], c < 3 ? 1e-5 : 1e-9);
    for (int k = 0; k < 3; k++) {
        ck_near(100 * e[k], mae[k], k ? 1e-9 : 1e-5);
        ck_assert_int_eq(count[k], 3);
    }
}
END_TEST

/* Every model, origins 2019 to 2022 on two series: each forecast is skpi_series_forecast's of the years up to the origin,
 * and the scores are skpi_series_score's of the pairs. */
START_TEST(put_together)
{
    enum { ORIGINS = 4, YEARS = 3, PAIRS = ORIGINS * 2 * YEARS };
    static const int32_t origin[] = {2019, 2020, 2021, 2022};
    double value[18], f[MODELS * PAIRS], low[MODELS * PAIRS], high[MODELS * PAIRS], truth[PAIRS];
    int32_t count[MODELS], pairs[MODELS], intervals[MODELS], intervals_want[MODELS];
    for (int j = 0; j < 9; j++) value[j] = share[j], value[9 + j] = .3 + .02 * j + .01 * (j % 3);
    value[9 + 7] = (double)NAN; /* 2022 of the second */
    double score[7][MODELS], score_want[7][MODELS];
    const skpi_table y = {.size = sizeof y, .n = 2, .m = 9, .year = year, .value = value};
    skpi_series_backtest_out out = {.size = sizeof out,
                                    .rmse = score[0],
                                    .mae = score[1],
                                    .median = score[2],
                                    .bias = score[3],
                                    .coverage = score[4],
                                    .interval_score = score[5],
                                    .quantile_crps = score[6],
                                    .count = count,
                                    .n_interval = intervals,
                                    .forecast = f,
                                    .low = low,
                                    .high = high};
    skpi_status s = skpi_series_backtest(&y, ORIGINS, origin, MODELS, every, YEARS, OPTIONS(NULL, .9), &out);
    ck_assert(s > 0 && s & SKPI_WMISSING);
    for (int a = 0, c = 0; a < ORIGINS; a++)
        for (int i = 0; i < 2; i++)
            for (int h = 1; h <= YEARS; h++, c++) {
                truth[c] = (double)NAN;
                for (int j = 0; j < 9; j++)
                    if (year[j] == origin[a] + h) truth[c] = value[9 * i + j];
            }
    for (int k = 0; k < MODELS; k++) {
        const skpi_series_fit_options options = {.size = sizeof options, .model = every[k]};
        for (int a = 0; a < ORIGINS; a++)
            for (int i = 0; i < 2; i++) {
                double mean[YEARS], q[YEARS][2];
                const double prob[] = {.05, .95};
                skpi_series_forecast_out one = {.size = sizeof one, .mean = mean, .quantile = q[0]};
                const skpi_table past = {
                    .size = sizeof past, .n = 1, .m = (size_t)(5 + a), .year = year, .value = value + 9 * i};
                const size_t at = (size_t)k * PAIRS + (size_t)(a * 2 + i) * YEARS;
                s = skpi_series_forecast(&past, origin[a] + 1, YEARS, 2, prob, &options, &one, NULL);
                for (size_t h = 0; h < YEARS; h++) {
                    if (s < 0) {
                        ck_assert(s == SKPI_ENODATA && isnan(f[at + h]) && isnan(low[at + h]) && isnan(high[at + h]));
                        continue;
                    }
                    ck_assert_double_eq(f[at + h], mean[h]);
                    ck_near(low[at + h], q[h][0], 1e-14);
                    ck_near(high[at + h], q[h][1], 1e-14);
                }
            }
    }
    skpi_series_score_out by_score = {.size = sizeof by_score,
                                      .rmse = score_want[0],
                                      .mae = score_want[1],
                                      .median = score_want[2],
                                      .bias = score_want[3],
                                      .coverage = score_want[4],
                                      .interval_score = score_want[5],
                                      .quantile_crps = score_want[6],
                                      .count = pairs,
                                      .n_interval = intervals_want};
    ck_assert_int_eq(skpi_series_score(MODELS, PAIRS, f, low, high, truth, .9, &by_score), SKPI_WMISSING);
    for (int k = 0; k < MODELS; k++) {
        ck_assert_int_eq(count[k], pairs[k]);
        ck_assert_int_eq(intervals[k], intervals_want[k]);
        ck_assert_int_gt(count[k], 8);
        for (int j = 0; j < 7; j++) ck_near(score[j][k], score_want[j][k], 1e-15);
    }
}
END_TEST

START_TEST(knows_no_future)
{
    static const int32_t origin[] = {2020};
    double value[9], f[MODELS * 3], again[MODELS * 3];
    memcpy(value, share, sizeof value);
    value[6] = -17, value[7] = 1e6, value[8] = (double)NAN; /* values that no model takes */
    const skpi_table other = {.size = sizeof other, .n = 1, .m = 9, .year = year, .value = value};
    skpi_series_backtest_out out = {.size = sizeof out, .forecast = f},
                             later = {.size = sizeof later, .forecast = again};
    ck_assert_int_ge(skpi_series_backtest(&table, 1, origin, MODELS, every, 3, NULL, &out), 0);
    ck_assert_int_ge(skpi_series_backtest(&other, 1, origin, MODELS, every, 3, NULL, &later), 0);
    ck_assert_mem_eq(f, again, sizeof f);
}
END_TEST

START_TEST(options_go_to_their_models)
{
    static const int32_t origin[] = {2020}, anchored[] = {SKPI_SERIES_MODEL_LINE, SKPI_SERIES_MODEL_HOLT};
    double f[MODELS * 3], plain[MODELS * 3];
    const skpi_series_fit_options ceiling = {.size = sizeof ceiling, .ceiling = .6},
                                  through = {.size = sizeof through, .anchor = 1};
    skpi_series_backtest_out out = {.size = sizeof out, .forecast = f},
                             usual = {.size = sizeof usual, .forecast = plain};
    ck_assert_int_ge(skpi_series_backtest(&table, 1, origin, MODELS, every, 3, OPTIONS(&ceiling, 0), &out), 0);
    ck_assert_int_ge(skpi_series_backtest(&table, 1, origin, MODELS, every, 3, NULL, &usual), 0);
    for (int k = 0; k < MODELS; k++) {
        const int takes = every[k] >= SKPI_SERIES_MODEL_LOGIT_LINE && every[k] <= SKPI_SERIES_MODEL_BASS;
        ck_assert_msg(takes == (f[3 * k + 2] != plain[3 * k + 2]), "model %d", every[k]);
    }
    ck_assert_int_ge(skpi_series_backtest(&table, 1, origin, 2, anchored, 3, OPTIONS(&through, 0), &out), 0);
    ck_assert(f[0] != plain[3] && f[3] == plain[3 * (MODELS - 1)]);
}
END_TEST

/* What came may stand in another table: a later revision, with years and even an origin of its own. */
START_TEST(truth_of_another_revision)
{
    static const int32_t origin[] = {2022, 2023}, model[] = {SKPI_SERIES_MODEL_LINE}, later[] = {2023, 2024};
    static const double came[] = {.41, .43}, strange[] = {(double)INFINITY, .4};
    double f[4], rmse, own;
    int32_t count;
    const skpi_table revised = {.size = sizeof revised, .n = 1, .m = 2, .year = later, .value = came},
                     bad = {.size = sizeof bad, .n = 1, .m = 2, .year = later, .value = strange},
                     two = {.size = sizeof two, .n = 2, .m = 1, .year = later, .value = came};
    skpi_series_backtest_options options = {.size = sizeof options, .truth = &revised};
    skpi_series_backtest_out out = {.size = sizeof out, .rmse = &rmse, .count = &count, .forecast = f};
    ck_assert_int_eq(skpi_series_backtest(&table, 2, origin, 1, model, 2, &options, &out), SKPI_WMISSING);
    ck_assert_int_eq(count, 3); /* 2023 and 2024 from 2022, 2024 from 2023 */
    ck_near(rmse, sqrt((pow(f[0] - .41, 2) + pow(f[1] - .43, 2) + pow(f[2] - .43, 2)) / 3), 1e-15);
    ck_fails_at(skpi_series_backtest(&table, 2, origin, 1, model, 2, NULL, &out), SKPI_ENODATA, "origin", 1);
    /* the table itself as truth changes nothing */
    options.truth = &table;
    ck_assert_int_ge(skpi_series_backtest(&table, 1, origin, 1, model, 1, &options, &out), 0);
    out.rmse = &own;
    ck_assert_int_ge(skpi_series_backtest(&table, 1, origin, 1, model, 1, NULL, &out), 0);
    ck_assert(own == rmse && own != 0);
    options.truth = &bad;
    ck_fails_at(skpi_series_backtest(&table, 1, origin, 1, model, 1, &options, &out), SKPI_ENOTFINITE,
                "options->truth->value", 0);
    options.truth = &two;
    ck_fails(skpi_series_backtest(&table, 1, origin, 1, model, 1, &options, &out), SKPI_EINCONSISTENT,
             "options->truth->n");
    /* vintage and revision may differ, the definition not */
    const skpi_basis old = {.size = sizeof old, .definition = SKPI_DIGITAL_DEFINITION_CAICT, .vintage = 2020},
                     next = {.size = sizeof next,
                             .definition = SKPI_DIGITAL_DEFINITION_CAICT,
                             .vintage = 2024,
                             .revision = SKPI_BASIS_REVISION_CENSUS},
                     other = {.size = sizeof other, .definition = SKPI_DIGITAL_DEFINITION_ADB};
    skpi_table before = table, truth = revised;
    before.basis = &old, truth.basis = &next;
    options.truth = &truth;
    ck_assert_int_ge(skpi_series_backtest(&before, 1, origin, 1, model, 1, &options, &out), 0);
    truth.basis = &other;
    ck_fails(skpi_series_backtest(&before, 1, origin, 1, model, 1, &options, &out), SKPI_EDEFMIX,
             "options->truth->basis");
}
END_TEST

/* A model without a fit says the last value where that is wanted; it has no interval then, and is counted. */
START_TEST(fallback)
{
    static const int32_t origin[] = {2017, 2020}, model[] = {SKPI_SERIES_MODEL_LOGISTIC, SKPI_SERIES_MODEL_PERSISTENCE};
    double f[2][2][2], low[2][2][2];
    int32_t count[2], intervals[2], fallen[2];
    skpi_series_backtest_options options = {.size = sizeof options, .fallback = 1};
    skpi_series_backtest_out out = {.size = sizeof out,
                                    .count = count,
                                    .n_interval = intervals,
                                    .n_fallback = fallen,
                                    .forecast = f[0][0],
                                    .low = low[0][0]};
    ck_assert_int_eq(skpi_series_backtest(&table, 2, origin, 2, model, 2, &options, &out) & SKPI_WADJUSTED,
                     SKPI_WADJUSTED);
    ck_assert(count[0] == 4 && intervals[0] == 2 && fallen[0] == 2); /* three values make no logistic */
    ck_assert(count[1] == 4 && intervals[1] == 4 && fallen[1] == 0);
    ck_assert(f[0][0][0] == .329 && f[0][0][1] == .329 && isnan(low[0][0][0]) && !isnan(low[0][1][0]));
    ck_assert_int_ge(skpi_series_backtest(&table, 2, origin, 2, model, 2, NULL, &out), 0);
    ck_assert(count[0] == 2 && intervals[0] == 2 && fallen[0] == 0 && isnan(f[0][0][0]));
    const int32_t first = 2012,
                  line = SKPI_SERIES_MODEL_LINE; /* a single value is the last one too, of 2016 and 2017 */
    double alone[5];
    out.forecast = alone, out.low = NULL;
    ck_assert_int_eq(skpi_series_backtest(&table, 1, &first, 1, &line, 5, &options, &out),
                     SKPI_WADJUSTED | SKPI_WMISSING);
    ck_assert(count[0] == 2 && intervals[0] == 0 && fallen[0] == 2);
    for (int h = 0; h < 5; h++) ck_assert_double_eq(alone[h], .216);
    options.fallback = 2;
    ck_fails(skpi_series_backtest(&table, 2, origin, 2, model, 2, &options, &out), SKPI_EINVAL, "options->fallback");
}
END_TEST

START_TEST(missing_and_refused)
{
    static const int32_t early[] = {2016, 2022}, late[] = {2023}, before[] = {2011}, down[] = {2022, 2020},
                         no_model[] = {9};
    static const int32_t logit[] = {SKPI_SERIES_MODEL_LOGIT_LINE}, holt[] = {SKPI_SERIES_MODEL_HOLT};
    double f[2], mae = 7;
    int32_t count;
    skpi_series_backtest_out out = {.size = sizeof out, .forecast = f, .mae = &mae, .count = &count};
    /* two values are too few for a line of logits: no forecast from 2016 */
    ck_assert_int_eq(skpi_series_backtest(&table, 2, early, 1, logit, 1, NULL, &out), SKPI_WMISSING);
    ck_assert(isnan(f[0]) && f[1] > .4 && count == 1);
    mae = 7;
    ck_fails_at(skpi_series_backtest(&table, 1, late, 1, logit, 1, NULL, &out), SKPI_ENODATA, "origin", 0);
    ck_fails_at(skpi_series_backtest(&table, 1, before, 1, logit, 1, NULL, &out), SKPI_ENODATA, "origin", 0);
    ck_fails_at(skpi_series_backtest(&table, 2, down, 1, logit, 1, NULL, &out), SKPI_ENOTSORTED, "origin", 1);
    ck_fails(skpi_series_backtest(&table, 0, NULL, 1, logit, 1, NULL, &out), SKPI_ENODATA, "n_origins");
    ck_fails(skpi_series_backtest(&table, 1, early, 1, logit, 0, NULL, &out), SKPI_ENODATA, "n_years");
    ck_fails(skpi_series_backtest(&table, 1, early, 1, logit, 900, NULL, &out), SKPI_ERANGE, "n_years");
    ck_fails_at(skpi_series_backtest(&table, 1, early, 1, no_model, 1, NULL, &out), SKPI_EINVAL, "model", 0);
    skpi_series_fit_options o = {.size = sizeof o, .model = SKPI_SERIES_MODEL_LINE};
    ck_fails(skpi_series_backtest(&table, 1, early, 1, logit, 1, OPTIONS(&o, 0), &out), SKPI_EINVAL,
             "options->fit->model");
    o = (skpi_series_fit_options){.size = sizeof o, .launch = 2000};
    ck_fails(skpi_series_backtest(&table, 1, early, 1, logit, 1, OPTIONS(&o, 0), &out), SKPI_EINVAL,
             "options->fit->launch");
    o = (skpi_series_fit_options){.size = sizeof o, .anchor = 1};
    ck_fails(skpi_series_backtest(&table, 1, early, 1, holt, 1, OPTIONS(&o, 0), &out), SKPI_EINVAL,
             "options->fit->anchor");
    o = (skpi_series_fit_options){.size = sizeof o, .ceiling = .3}; /* 2017 on is above, 2016 too */
    ck_fails_at(skpi_series_backtest(&table, 1, early, 1, logit, 1, OPTIONS(&o, 0), &out), SKPI_ERANGE, "y->value", 0);
    o = (skpi_series_fit_options){.size = sizeof o, .launch = 2014};
    ck_fails(
        skpi_series_backtest(&table, 1, early, 1, (const int32_t[]){SKPI_SERIES_MODEL_BASS}, 1, OPTIONS(&o, 0), &out),
        SKPI_EDOM, "options->fit->launch");
    ck_fails(skpi_series_backtest(&table, 1, early, 1, logit, 1, OPTIONS(NULL, 80), &out), SKPI_ERANGE,
             "options->coverage");
    o = (skpi_series_fit_options){.size = 7};
    ck_fails(skpi_series_backtest(&table, 1, early, 1, logit, 1, OPTIONS(&o, 0), &out), SKPI_ESTRUCT,
             "options->fit->size");
    const skpi_series_backtest_options hole = {.size = sizeof hole, .zero = 1};
    ck_fails(skpi_series_backtest(&table, 1, early, 1, logit, 1, &hole, &out), SKPI_ESTRUCT, "options->zero");
    ck_fails(skpi_series_backtest(&table, 1, early, 1, logit, 1, NULL, NULL), SKPI_EINVAL, "out");
    ck_assert_double_eq(mae, 7);
    /* a share of 1 is no logit, and matters only up to the origin */
    double value[9];
    memcpy(value, share, sizeof value);
    value[8] = 1;
    const skpi_table full = {.size = sizeof full, .n = 1, .m = 9, .year = year, .value = value};
    ck_assert_int_ge(skpi_series_backtest(&full, 2, early, 1, logit, 1, NULL, &out), 0);
    value[7] = 1;
    ck_fails_at(skpi_series_backtest(&full, 2, early, 1, logit, 1, NULL, &out), SKPI_EDOM, "y->value", 0);
}
END_TEST

/* As in series_fit.c: values that are equal but for noise. */
START_TEST(fits_without_an_end)
{
    enum { ROWS = 300, M = 8 };
    static const int32_t since[M] = {2000, 2001, 2002, 2003, 2004, 2005, 2006, 2007};
    if (unit_slow()) return; /* one of the rows may have no end: all of them have to be tried */
    static double noise[ROWS * M];
    const int32_t origin = 2006, model = SKPI_SERIES_MODEL_LOGISTIC;
    uint32_t state = 1;
    double bias[1];
    for (int i = 0; i < ROWS * M; i++) {
        state = state * 1664525u + 1013904223u;
        noise[i] = .9 * (1 + (state >> 24) % 6 * 1e-6);
    }
    const skpi_table y = {.size = sizeof y, .n = ROWS, .m = M, .year = since, .value = noise};
    skpi_series_backtest_out out = {.size = sizeof out, .bias = bias};
    ck_assert_int_gt(skpi_series_backtest(&y, 1, &origin, 1, &model, 1, NULL, &out) & SKPI_WNOTCONVERGED, 0);
    unit_record("skpi_series_backtest", SKPI_WNOTCONVERGED);
}
END_TEST

UNIT_MAIN("series_backtest", UNIT_CASE("backtest", known, put_together, knows_no_future, options_go_to_their_models,
                                       truth_of_another_revision, fallback, missing_and_refused, fits_without_an_end))
