/* Ends of what the urban functions take: histories of one year, places at a share of 0 or 1, tables without an
 * observation, norms of unusual form, outputs beyond a double.
 *
 * Known answers: closed forms in each test.
 */
#include "numeric/logistic.h"
#include "series/jump.h"
#include "unit/urban_calls.h"
#include "urban/cubic_stretch.h"
#include "urban/decay.h"
#include "urban/huber.h"
#include "urban/knots.h"
#include "urban/scurve.h"
#include "urban/state.h"

enum { AREAS = 3, YEARS = 6, FIRST = 2000 };
static int32_t year[YEARS];
static double share[AREAS][YEARS], people[AREAS][YEARS];

static void make(skpi_table *p, skpi_table *n)
{
    for (int k = 0; k < YEARS; k++) {
        year[k] = FIRST + k;
        for (int i = 0; i < AREAS; i++) share[i][k] = .3 + .1 * i + .01 * (i + 1) * k, people[i][k] = 3e6;
    }
    *p = (skpi_table){.size = sizeof *p, .n = AREAS, .m = YEARS, .year = year, .value = share[0]};
    *n = *p;
    n->value = people[0];
}

static skpi_status backtest(int32_t origin, const skpi_urban_options *project, int32_t method, double *forecast,
                            int32_t *fallback)
{
    skpi_table p, n;
    make(&p, &n);
    const skpi_urban_backtest_options o = {.size = sizeof o, .project = project};
    skpi_urban_backtest_out out = {.size = sizeof out, .forecast = forecast, .n_fallback = fallback};
    return skpi_urban_backtest(&p, &n, origin, FIRST + 5, 1, &method, &o, &out);
}

/* A mean of methods that need no norm, in a record too short for one. */
START_TEST(a_mean_without_a_norm)
{
    static const int32_t mean[] = {SKPI_URBAN_METHOD_PERSISTENCE, SKPI_URBAN_METHOD_LINEAR},
                         growth[] = {SKPI_URBAN_METHOD_DAMPED, SKPI_URBAN_METHOD_CONSTANT},
                         far[] = {SKPI_URBAN_METHOD_PERSISTENCE, SKPI_URBAN_METHOD_CONSTANT};
    skpi_urban_options o = {.size = sizeof o, .n_mean = 2, .mean_method = mean};
    double forecast[AREAS] = {0};
    int32_t fallback = -7;
    ck_assert_int_ge(backtest(FIRST + 2, &o, SKPI_URBAN_METHOD_MEAN, forecast, &fallback), 0);
    for (int i = 0; i < AREAS; i++) ck_near(forecast[i], .3 + .1 * i + .01 * (i + 1) * (2 + 5) / 2, 1e-14);
    ck_assert_int_eq(fallback, 0);
    o.mean_method = growth;
    ck_fails(backtest(FIRST, &o, SKPI_URBAN_METHOD_MEAN, forecast, &fallback), SKPI_ENODATA, "origin");
    o.mean_method = far;
    ck_fails(backtest(FIRST, &o, SKPI_URBAN_METHOD_MEAN, forecast, &fallback), SKPI_ENODATA, "origin");
    /* what is the share itself needs no year before, and what needs one falls back */
    ck_assert_int_ge(backtest(FIRST, NULL, SKPI_URBAN_METHOD_PERSISTENCE, forecast, &fallback), 0);
    ck_assert(fallback == 0 && forecast[1] == .4);
    ck_assert_int_ge(backtest(FIRST, NULL, SKPI_URBAN_METHOD_CONVERGING, forecast, &fallback), 0);
    ck_assert_int_eq(fallback, AREAS);
    o.urgd_min = 1.6e308; /* growth that limits make too fast for a double */
    o.urgd_max = 1.7e308;
    forecast[0] = -7;
    ck_fails(backtest(FIRST + 2, &o, SKPI_URBAN_METHOD_MEAN, forecast, &fallback), SKPI_EOVERFLOW, "out->forecast");
    ck_assert(forecast[0] == -7);
}
END_TEST

START_TEST(more_methods_than_memory_has)
{
    skpi_table p, n;
    const int32_t method = SKPI_URBAN_METHOD_PERSISTENCE;
    make(&p, &n);
    skpi_urban_backtest_out out = {.size = sizeof out};
    ck_fails(skpi_urban_backtest(&p, &n, FIRST + 2, FIRST + 5, SIZE_MAX / 20, &method, NULL, &out), SKPI_ENOMEM,
             "out->forecast");
}
END_TEST

/* An origin between two that the tables have. */
START_TEST(an_origin_that_the_tables_lack)
{
    static const int32_t years[] = {1990, 1995, 2000, 2010, 2015}, horizon = 10;
    static const double half = .5;
    skpi_table p, n;
    double error;
    make(&p, &n);
    p.m = n.m = 5;
    p.year = n.year = years;
    ck_fails(skpi_urban_error_table(&p, &n, 1, 1, &horizon, &half, NULL, &error), SKPI_ENODATA, "share->year");
}
END_TEST

/* a - b of two cubics that are b + d: with d = x + x^3 their slopes are equal nowhere, with d = .1 + x^2 they are where
 * the values differ, with d = (x - .3)^2 they meet. */
START_TEST(cubics_that_do_not_meet)
{
    const double d[3][4] = {{0, 1e-3, 0, 1e-3}, {.1, 0, 1e-3, 0}, {9e-5, -6e-4, 1e-3, 0}};
    for (int k = 0; k < 3; k++) {
        double p[13];
        for (int j = 0; j < 13; j++) {
            const double x = j - 6, b = .3 + .01 * x - 1e-4 * x * x + 1e-5 * x * x * x;
            p[j] = j < 6 ? b + d[k][0] + x * (d[k][1] + x * (d[k][2] + x * d[k][3])) : b;
        }
        const double meet = skpi__urban_stretch_meet(p, 0, 6, 6, 7, 13);
        if (k < 2)
            ck_assert(isnan(meet));
        else
            ck_near(meet, .3, 1e-6);
    }
}
END_TEST

/* One cubic to the end of the table, and no stretch before it: growth is that of ten years, or from the first year. */
START_TEST(observations_without_a_stretch)
{
    enum { M = 24 };
    int32_t years[M], last;
    double p[M], urgd, date;
    for (int before = 8; before <= 14; before += 6) {
        const int m = before + 8;
        for (int j = 0; j < m; j++) {
            const double x = j - before;
            years[j] = 1990 + j;
            p[j] = .4 + .01 * x + 1e-4 * x * x - 1e-5 * x * x * x + (x < 0 ? .01 * (j * j % 7) : 0);
        }
        p[before] += .005; /* the observation lies on no cubic */
        const skpi_table t = {.size = sizeof t, .n = 1, .m = (size_t)m, .year = years, .value = p};
        const skpi_urban_last_observation_options o = {.size = sizeof o,
                                                       .rule = SKPI_URBAN_LAST_OBSERVATION_RULE_CUBIC};
        skpi_urban_last_observation_out out = {.size = sizeof out, .last_year = &last, .urgd = &urgd, .date = &date};
        ck_assert_int_eq(skpi_urban_last_observation(&t, 0, &o, &out, NULL), SKPI_OK);
        ck_assert_int_eq(last, 1990 + before);
        ck_near(date, last + .5, 0);
        const int from = before > 10 ? before - 10 : 0;
        ck_near(urgd, (skpi__logit(p[before]) - skpi__logit(p[from])) / (before - from), 1e-14);
        p[before] = 1;
        ck_fails(skpi_urban_last_observation(&t, 0, &o, &out, NULL), SKPI_EDOM, "share->value");
    }
}
END_TEST

/* Two exact cubics whose values differ at the observation: its day is not known. */
START_TEST(stretches_that_do_not_meet)
{
    enum { M = 20 };
    int32_t years[M], last;
    double p[M], date;
    for (int j = 0; j < M; j++) {
        const double x = j - 10;
        years[j] = 1990 + j;
        p[j] = .4 + .01 * x + 1e-4 * x * x - 1e-5 * x * x * x + (x > 0 ? .05 + .001 * x * x : x < 0 ? 0 : .02);
    }
    const skpi_table t = {.size = sizeof t, .n = 1, .m = M, .year = years, .value = p};
    const skpi_urban_last_observation_options o = {.size = sizeof o, .rule = SKPI_URBAN_LAST_OBSERVATION_RULE_CUBIC};
    skpi_urban_last_observation_out out = {.size = sizeof out, .last_year = &last, .date = &date};
    ck_assert_int_eq(skpi_urban_last_observation(&t, 0, &o, &out, NULL), SKPI_OK);
    ck_assert(last == 2000 && date == 2000.5);
}
END_TEST

START_TEST(decays_that_turn)
{
    const double phi = .9, to = 1e-15;
    /* the growth turns soon: the logit is for a while the same double, then rises by 1e-15 a year */
    const skpi__urban_decay d = {.share = skpi__logistic(1), .logit = 1, .urgd = -.06 * to, .to = to, .by = phi};
    const double lead = skpi__urban_decay_reach(&d, 1 + 5e-13, 1000);
    ck_assert(lead > 450 && lead < 550);
    /* it falls to its turn and rises again: below the least value it never is */
    const skpi__urban_decay dip = {.share = .5, .logit = 0, .urgd = -.05, .to = .01, .by = phi};
    ck_assert(isnan(skpi__urban_decay_reach(&dip, -5, 500)));
    const double down = skpi__urban_decay_reach(&dip, -.1, 500), up = skpi__urban_decay_reach(&dip, .1, 500);
    ck_near(skpi__urban_decay_logit(&dip, down), -.1, 1e-12);
    ck_near(skpi__urban_decay_logit(&dip, up), .1, 1e-12);
    ck_assert(down < 4 && up > 50);
    /* it stays */
    const skpi__urban_decay still = {.share = .5, .logit = 0, .urgd = 0, .to = 0, .by = phi};
    ck_assert(isnan(skpi__urban_decay_reach(&still, .1, 500)));
}
END_TEST

/* The shares at whole years are reached in these years. */
START_TEST(crossings_at_a_year)
{
    static const int32_t mean[] = {SKPI_URBAN_METHOD_PERSISTENCE, SKPI_URBAN_METHOD_DAMPED}, last_year = 2020;
    const skpi_urban_options o = {
        .size = sizeof o, .method = SKPI_URBAN_METHOD_MEAN, .n_mean = 2, .mean_method = mean, .n_sizes = 0};
    const double from = .6, last_date = 2020;
    int found = 0;
    for (int falls = 0; falls < 2; falls++) {
        const double urgd = falls ? -.02 : .02;
        double shares[30], date;
        skpi_urban_project_out out = {.size = sizeof out, .share = shares};
        const int32_t size = L;
        ck_assert_int_ge(call_project(1, &last_year, &from, &urgd, &size, 2021, 30, &o, &out, NULL), 0);
        for (int j = 0; j < 30; j++) {
            ck_assert_int_ge(call_crossing(1, &last_date, &from, &urgd, &size, shares + j, &o, &date, NULL), 0);
            ck_near(date, 2021 + j, 1e-9);
            found += date == 2021 + j;
        }
    }
    ck_assert_int_eq(found, 60);
}
END_TEST

/* The areas at .9 are so far from any line that their weights vanish, and the rest determines none. */
START_TEST(weights_that_vanish)
{
    const double p[] = {.5, .5, .5, .5, .5, .9, .9}, h[] = {.01, .011, .012, .013, .014, 1e30, -1e30};
    double room[14], c[2] = {0};
    ck_assert_int_eq(skpi__urban_huber_fit(7, 2, p, h, room, c), SKPI_WNOTCONVERGED);
    ck_assert(isfinite(c[0]) && isfinite(c[1]));
}
END_TEST

static int by_size(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Shares so near each other that the last digits of the coefficients are rounding: the search ends where its steps do
 * not shrink, and the weights of that norm give it again. */
START_TEST(weights_that_only_round)
{
    enum { N = 11 };
    uint64_t state = 7;
    for (int trial = 0; trial < 40; trial++) {
        double p[N], h[N], room[2 * N], size[N], weight[N], c[2], again[2];
        for (int i = 0; i < 2 * N; i++) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            const double u = (double)(state >> 11) * 0x1p-53 - .5;
            if (i % 2)
                p[i / 2] = .5 + .002 * u;
            else
                h[i / 2] = i == 4 ? .5 : .02 + .002 * u;
        }
        if (skpi__urban_huber_fit(N, 2, p, h, room, c)) continue; /* it moves to and fro */
        for (int i = 0; i < N; i++) size[i] = weight[i] = fabs(h[i] - c[0] - c[1] * p[i]);
        qsort(size, N, sizeof *size, by_size);
        const double bend = 1.345 * 1.4826 * size[N / 2];
        for (int i = 0; i < N; i++) weight[i] = weight[i] > bend ? bend / weight[i] : 1;
        ck_assert_int_eq(skpi__urban_squares_fit(N, 2, p, h, weight, again), 1);
        for (int k = 0; k < 2; k++) ck_near(again[k], c[k], 1e-8 * fmax(1, fabs(c[k])));
    }
}
END_TEST

/* Where the lines before and after a pair of years meet outside of it, or the one after is a year long, both years are
 * knots. */
START_TEST(knots_of_pairs)
{
    static const double early[] = {0, 1, 2, 3, 2.5, 2.6, 2.7, 2.8}, late[] = {0, 1, 2, 3, 4.5, 4.6, 4.7, 4.8},
                        inside[] = {0, 1, 2, 3, 3.5, 3.6, 3.7, 3.8}, brief[] = {0, 1, 2, 3, 3.2, 5, 5.1, 5.2, 5.3};
    const struct {
        size_t n;
        const double *logit;
        size_t knots;
        double second;
    } each[] = {{8, early, 4, 3}, {8, late, 4, 3}, {8, inside, 3, 3 + .4 / .9}, {9, brief, 5, 3}};
    for (size_t k = 0; k < COUNT(each); k++) {
        double printed[9], room[27], lead[9], of[9];
        for (size_t j = 0; j < each[k].n; j++) printed[j] = skpi__logistic(each[k].logit[j]);
        ck_assert_uint_eq(skpi__urban_knots(each[k].n, printed, 0, room, lead, of), each[k].knots);
        ck_assert(lead[0] == 0);
        ck_near(lead[1], each[k].second, 1e-9);
        ck_near(of[1], skpi__logistic(each[k].second), 1e-9);
        ck_assert(lead[each[k].knots - 1] == (double)each[k].n - 1);
    }
}
END_TEST

/* Areas on a parabola have no residual, so that each scenario is the parabola; one of five coefficients of which the
 * last is 0 projects as one of four. */
START_TEST(norms_of_more_terms)
{
    enum { N = 7 };
    double p[N], h[N], c[3];
    for (int i = 0; i < N; i++) p[i] = .1 + .1 * i, h[i] = .03 - .02 * p[i] + .01 * p[i] * p[i];
    for (int32_t k = 0; k < 2; k++) {
        const skpi_urban_norm_fit_options o = {.size = sizeof o,
                                               .scenario = k ? SKPI_URBAN_SCENARIO_FAST : SKPI_URBAN_SCENARIO_SLOW};
        ck_assert_int_ge(skpi_urban_norm_fit(N, 1, 3, p, h, NULL, &o, c), 0);
        ck_near(c[0], .03, 1e-13);
        ck_near(c[1], -.02, 1e-13);
        ck_near(c[2], .01, 1e-13);
    }
    static const double norm[] = {.03, -.02, .01, -.005, 0};
    static const int32_t last = 2020;
    const double from = .4, urgd = .02;
    double shares[2][30];
    for (size_t k = 0; k < 2; k++) {
        const skpi_urban_options o = {.size = sizeof o, .n_sizes = 1, .n_terms = 4 + k, .norm = norm};
        skpi_urban_project_out out = {.size = sizeof out, .share = shares[k]};
        ck_assert_int_eq(call_project(1, &last, &from, &urgd, NULL, 2021, 30, &o, &out, NULL), SKPI_OK);
    }
    for (int j = 0; j < 30; j++) ck_near(shares[1][j], shares[0][j], 1e-14);
}
END_TEST

START_TEST(sizes_that_are_needed)
{
    static const int32_t methods[] = {SKPI_URBAN_METHOD_UN, SKPI_URBAN_METHOD_BOCQUIER, SKPI_URBAN_METHOD_CAUTIOUS,
                                      SKPI_URBAN_METHOD_DAMPED},
                         last = 2020;
    static const double norm[] = {.03, -.02, .02, -.01};
    static const size_t first[] = {0, 2};
    static const double date[] = {2010, 2020}, p[] = {.4, .5};
    const skpi_urban_history h = {
        .size = sizeof h, .n = 1, .n_observations = 2, .first = first, .date = date, .share = p};
    const double from = .5, urgd = .02;
    double out_share[2];
    skpi_urban_project_out out = {.size = sizeof out, .share = out_share};
    for (size_t k = 0; k < COUNT(methods); k++) {
        skpi_urban_options o = {.size = sizeof o, .method = methods[k], .n_sizes = 2, .n_terms = 2, .norm = norm};
        if (k < 3) {
            ck_fails(call_project(1, &last, &from, &urgd, NULL, 2021, 2, &o, &out, NULL), SKPI_EINVAL,
                     "in->size_class");
            ck_fails(skpi_urban_project_history(&h, NULL, 2021, 2, &o, &out, NULL), SKPI_EINVAL, "size_class");
        } else {
            ck_assert_int_eq(call_project(1, &last, &from, &urgd, NULL, 2021, 2, &o, &out, NULL), SKPI_OK);
            ck_assert_int_eq(skpi_urban_project_history(&h, NULL, 2021, 2, &o, &out, NULL), SKPI_OK);
            o.flags = SKPI_URBAN_FLAG_FALLBACK;
            ck_fails(skpi_urban_project_history(&h, NULL, 2021, 2, &o, &out, NULL), SKPI_EINVAL, "size_class");
        }
    }
}
END_TEST

/* A straight line needs a slope; a growth difference that is unusual is used, and told. */
START_TEST(one_observation)
{
    static const size_t first[] = {0, 1};
    static const double date = 2020, p = .4, urgd = .3;
    static const int32_t last = 2020, size = L;
    const skpi_urban_history h = {
        .size = sizeof h, .n = 1, .n_observations = 1, .first = first, .date = &date, .share = &p};
    skpi_urban_options o = {.size = sizeof o, .method = SKPI_URBAN_METHOD_LINEAR};
    double out_share[2] = {-7, -7};
    skpi_urban_project_out out = {.size = sizeof out, .share = out_share};
    ck_fails(skpi_urban_project_history(&h, NULL, 2021, 2, &o, &out, NULL), SKPI_ENODATA, "history->share");
    ck_assert(out_share[0] == -7);
    ck_assert_int_eq(call_project(1, &last, &p, &urgd, &size, 2021, 2, NULL, &out, NULL), SKPI_WUNUSUAL);
    ck_assert(out_share[0] > .46 && out_share[1] > out_share[0]);
}
END_TEST

START_TEST(states_of_short_histories)
{
    static const double date[] = {2016.5, 2018, 2020}, p[] = {.45, .5, .51}, closed[] = {0, 0, .5};
    ck_assert(isnan(skpi__urban_state_of(2, date + 1, p + 1, .1).start));
    ck_assert(isnan(skpi__urban_state_of(3, date, p, .1).start));
    ck_assert(isnan(skpi__urban_state_of(3, date, closed, .1).start));
    static const double longer[] = {2016, 2018, 2020};
    const skpi__urban_state s = skpi__urban_state_of(3, longer, p, .1);
    ck_near(s.start, (skpi__logit(.51) - skpi__logit(.45)) / 4, 1e-15);
}
END_TEST

/* A falling curve, moved to the last value, ends below 0. */
START_TEST(a_curve_below_zero)
{
    const skpi__urban_scurve c = {.model = SKPI_SERIES_MODEL_LOGISTIC,
                                  .parameter = {.6, -.3, 2025},
                                  .share = .1,
                                  .date = 2020,
                                  .at_date = .6 / (1 + exp(-1.5))};
    ck_assert(!skpi__urban_scurve_limited(&c, 0) && skpi__urban_scurve_limited(&c, 30));
    ck_assert(skpi__urban_scurve_at(&c, 30) == 0);
}
END_TEST

/* No ceiling is below the largest share, although it is the first. */
START_TEST(a_ceiling_of_falling_shares)
{
    static const double date[] = {2000, 2005, 2010, 2015}, falling[] = {.8, .78, .75, .7};
    skpi__urban_scurve c;
    ck_assert_int_ge(skpi__urban_scurve_fit(SKPI_SERIES_MODEL_LOGISTIC, 0, COUNT(date), date, falling, &c), 0);
    ck_assert(c.parameter[0] >= 1.0001 * .8);
}
END_TEST

/* Errors of logits need forecasts between 0 and 1. */
START_TEST(forecasts_at_the_ends)
{
    enum { N = 5, M = 20 };
    static const size_t first[] = {0, 3, 6, 9, 12, 15};
    static const int32_t pair[N] = {0};
    static const double bin[] = {0, 5, 20}, coverage = .5;
    double date[3 * N], truth[N * M], error[N * M], quantile[2];
    int32_t years[M];
    const double p[3 * N] = {.3,  .4,          .45,         .5,          .6,        .65,       .2,       .3,
                             .45, 1 - 0x1p-51, 1 - 0x1p-52, 1 - 0x1p-53, 0x1p-1072, 0x1p-1073, 0x1p-1074};
    for (int i = 0; i < 3 * N; i++) date[i] = 1980 + i % 3 * 10;
    for (int j = 0; j < M; j++) years[j] = 2001 + j;
    for (int i = 0; i < N * M; i++) truth[i] = .5;
    const skpi_urban_history h = {
        .size = sizeof h, .n = N, .n_observations = 3 * N, .first = first, .date = date, .share = p};
    const skpi_table t = {.size = sizeof t, .n = N, .m = M, .year = years, .value = truth};
    skpi_urban_revision_error_out out = {.size = sizeof out, .error = error, .quantile = quantile};
    ck_assert_int_ge(skpi_urban_revision_error(&h, &t, pair, 2, bin, 1, &coverage, &out), 0);
    ck_assert(!isnan(error[0]) && !isnan(error[M]));
    ck_assert(isnan(error[3 * M + M - 1]) && isnan(error[4 * M + M - 1]));
    ck_fails(skpi_urban_revision_error(&h, &t, pair, 2, bin, 1, &coverage, NULL), SKPI_EINVAL, "out");
    const size_t far = SIZE_MAX / 16; /* no bin is read before */
    ck_fails(skpi_urban_revision_error(&h, &t, pair, far, bin, 3, &coverage, &out), SKPI_ENOMEM, "out->quantile");
    skpi_urban_history many = h; /* nor a place */
    many.n = SIZE_MAX / 64;
    ck_fails(skpi_urban_revision_error(&many, &t, pair, 2, bin, 1, &coverage, &out), SKPI_ENOMEM, "out->error");
}
END_TEST

/* A step to or from a closed share is no step of the logit. */
START_TEST(steps_to_a_whole)
{
    static const double v[] = {.5, .52, .54, .56, .58, .6, .62, .64, 1, 1, 1},
                        jump[] = {.5, .52, .54, .56, .58, .6, .62, .95, .955, .96, .965};
    ck_assert_int_eq(skpi__jump_warn(skpi__here("skpi_urban_window_urgd"), "share", COUNT(v), NULL, v, 1, 0), SKPI_OK);
    ck_assert_int_eq(skpi__jump_warn(skpi__here("skpi_urban_window_urgd"), "share", COUNT(jump), NULL, jump, 1, 0),
                     SKPI_WUNUSUAL);
}
END_TEST

UNIT_MAIN("urban_ends",
          UNIT_CASE("backtest", a_mean_without_a_norm, more_methods_than_memory_has, an_origin_that_the_tables_lack),
          UNIT_CASE("observations", cubics_that_do_not_meet, observations_without_a_stretch, stretches_that_do_not_meet,
                    knots_of_pairs),
          UNIT_CASE("paths", decays_that_turn, crossings_at_a_year, one_observation, a_curve_below_zero,
                    a_ceiling_of_falling_shares, states_of_short_histories, steps_to_a_whole),
          UNIT_CASE("norms", weights_that_vanish, weights_that_only_round, norms_of_more_terms, sizes_that_are_needed),
          UNIT_CASE("errors", forecasts_at_the_ends))
