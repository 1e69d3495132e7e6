/* Observations behind a table, constants estimated anew, errors against a newer revision. */
#include "unit/unit.h"
#include <numeric/logistic.h>
#include <numeric/weighted_quantile.h>
#include <urban/converging_kernel.h>
#include <urban/converging_loss.h>
#include <urban/converging_spread.h>
#include <urban/state.h>

enum { YEARS = 69 };
static int32_t year[YEARS]; /* 1950 .. 2018 */
static double share[3 * YEARS];

static double rounded(double p) { return round(p * 1e5) / 1e5; }

/* A row of straight lines in the logit through knots, read at whole years. */
static void lines(size_t n, const double *date, const double *logit, int digits, double *row)
{
    size_t k = 0;
    for (int j = 0; j < YEARS; j++) {
        year[j] = 1950 + j;
        while (k + 2 < n && year[j] > date[k + 1]) k++;
        const double at = (year[j] - date[k]) / (date[k + 1] - date[k]);
        const double p = skpi__logistic(logit[k] + at * (logit[k + 1] - logit[k]));
        row[j] = digits ? rounded(p) : p;
    }
}

static const double knot_date[] = {1950, 1960.66, 1975, 1990.25, 2005, 2018};
static const double knot_logit[] = {-1.5, -1.2, -.4, -.2, .5, .6};
enum { KNOTS = 6 };

static skpi_table table_of(size_t n)
{
    return (skpi_table){.size = sizeof(skpi_table), .n = n, .m = YEARS, .year = year, .value = share};
}

START_TEST(observations)
{
    static double date[3 * YEARS], p[3 * YEARS];
    int32_t count[3], status[3];
    skpi_urban_observation_out out = {.size = sizeof out, .count = count, .date = date, .share = p};
    skpi_urban_observation_options o = {.size = sizeof o, .known_to = (const double[]){2018, 1990.25, 1940}};
    for (int i = 0; i < 3; i++) lines(KNOTS, knot_date, knot_logit, i == 0, share + i * YEARS);
    share[2 * YEARS] = 0; /* the first run begins a year later */
    skpi_table t = table_of(3);
    ck_assert_int_eq(skpi_urban_observation(&t, 5e-6, &o, &out, status), SKPI_OK);
    ck_assert_int_eq(count[0], KNOTS);
    for (int k = 0; k < KNOTS; k++) {
        ck_near(date[k], knot_date[k], .01); /* three decimals of per cent */
        ck_near(p[k], skpi__logistic(knot_logit[k]), 1e-4);
    }
    ck_assert_int_eq(count[1], 4);
    ck_assert_int_eq(count[2], 0);
    ck_assert(isnan(date[KNOTS]) && isnan(p[YEARS + 4]) && isnan(date[2 * YEARS]));
    /* all digits: the dates to the rounding of a double */
    ck_assert_int_eq(skpi_urban_observation(&t, 0, NULL, &out, status), SKPI_OK);
    ck_assert_int_eq(count[1], KNOTS);
    for (int k = 0; k < KNOTS; k++) ck_near(date[YEARS + k], knot_date[k], 1e-10);
    ck_assert_double_eq(date[2 * YEARS], 1951);
    for (int j = 0; j < YEARS; j += 2) share[j] = 1;
    ck_assert_int_eq(skpi_urban_observation(&t, 0, NULL, &out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_ENODATA && count[0] == SKPI_NONE && isnan(date[0]) && count[1] == KNOTS);
    year[YEARS - 1]++;
    ck_fails(skpi_urban_observation(&t, 0, NULL, &out, NULL), SKPI_EINCONSISTENT, "share->year");
}
END_TEST

/* A panel whose growth differences are constant. */
enum { PLACES = 12, DATES = 8, GROUPS = 4 };
static size_t first[PLACES + 1];
static int32_t group[PLACES];
static double when[PLACES * DATES], seen[PLACES * DATES];

static skpi_urban_history panel(double noise)
{
    for (size_t i = 0; i <= PLACES; i++) first[i] = i * DATES;
    for (int i = 0; i < PLACES; i++) {
        group[i] = i % GROUPS;
        for (int k = 0; k < DATES; k++) {
            when[i * DATES + k] = 1950 + 9.5 * k;
            seen[i * DATES + k] = skpi__logistic(-2 + .2 * i + (.01 + .002 * i) * 9.5 * k + noise * sin(3 * k + i));
        }
    }
    return (skpi_urban_history){sizeof(skpi_urban_history), 0, PLACES, PLACES * DATES, first, when, seen};
}

START_TEST(constant_growth)
{
    const skpi_urban_history h = panel(0);
    const double by[] = {.8, .9, 1}, coverage[] = {.5, .9};
    const skpi_urban_converging_fit_options o = {.size = sizeof o, .n_by = 3, .by = by};
    double phi, loss, loss_by, mean, width[2], norm[2], without[GROUPS];
    int32_t places, pairs, groups, usable[PLACES];
    skpi_urban_converging_fit_out out = {.size = sizeof out,
                                         .usable = usable,
                                         .place_count = &places,
                                         .pair_count = &pairs,
                                         .group_count = &groups,
                                         .mean = &mean,
                                         .norm = norm,
                                         .by = &phi,
                                         .loss = &loss,
                                         .loss_by = &loss_by,
                                         .width = width,
                                         .without_by = without};
    ck_assert_int_eq(skpi_urban_converging_fit(&h, GROUPS, group, 2, coverage, &o, &out, NULL), SKPI_OK);
    ck_assert_int_eq(places, PLACES);
    ck_assert_int_eq(groups, GROUPS);
    ck_assert_int_eq(usable[0], 1);
    ck_near(mean, .01 + .002 * 5.5, 1e-12);
    ck_near(loss, 0, 1e-20); /* what does not decay is forecast without an error */
    ck_assert_double_eq(loss_by, 1);
    ck_assert(phi > .9 && phi <= 1 && without[0] > .9);
    ck_assert(width[0] >= 0 && width[0] <= width[1]);
    skpi_urban_converging_fit_options limited = o; /* growth of .01, .012 .. .032 a year */
    limited.urgd_max = .02;
    ck_assert_int_eq(skpi_urban_converging_fit(&h, GROUPS, group, 2, coverage, &limited, &out, NULL), SKPI_OK);
    ck_near(mean, .0175, 1e-12);
    ck_assert(loss > 1);
    limited.urgd_max = -.02;
    ck_fails(skpi_urban_converging_fit(&h, GROUPS, group, 2, coverage, &limited, &out, NULL), SKPI_ERANGE,
             "options->urgd_max");
    int32_t status[PLACES]; /* a place in error is left out whole */
    when[PLACES * DATES - 3] = 3000;
    ck_assert_int_eq(skpi_urban_converging_fit(&h, GROUPS, group, 2, coverage, &o, &out, status), SKPI_WROWS);
    ck_assert(status[PLACES - 1] < 0 && places == PLACES - 1);
    ck_near(mean, .01 + .002 * 5, 1e-12);
}
END_TEST

/* Default origins end four years before the last observation that was known, of 1997.5, whenever places are observed
 * later and for the first time. */
START_TEST(known_before)
{
    skpi_urban_history h = panel(.1);
    const double coverage[] = {.8};
    skpi_urban_converging_fit_options o = {.size = sizeof o, .known_to = 2000};
    double origin[19], phi[3], width[3];
    int32_t pairs[3], usable[PLACES];
    for (int k = 0; k < 19; k++) origin[k] = 1956 + 2 * k;
    for (int k = 0; k < 3; k++) {
        o.n_origins = k ? 0 : 19; /* 1956, 1958 to 1992 are the default */
        o.origin = k ? NULL : origin;
        skpi_urban_converging_fit_out out = {
            .size = sizeof out, .by = phi + k, .width = width + k, .pair_count = pairs + k, .usable = usable};
        for (int i = 0; i < PLACES; i++) { /* the last two observations are later */
            when[i * DATES + 5] = 1997.5;
            when[i * DATES + 6] = k == 1 ? 2011 : 2001;
            when[i * DATES + 7] = k == 1 ? 2049 : 2001.5;
        }
        for (int d = 0; k == 2 && d < DATES; d++) when[(PLACES - 1) * DATES + d] = 2010 + d;
        ck_assert_int_eq(skpi_urban_converging_fit(&h, GROUPS, group, 1, coverage, &o, &out, NULL), SKPI_OK);
        ck_assert_int_eq(usable[0], 1);
        ck_assert_int_eq(usable[PLACES - 1], k < 2); /* nothing of it is known */
    }
    ck_assert_int_eq(pairs[0], pairs[1]);
    ck_assert_double_eq(phi[0], phi[1]);
    ck_assert_double_eq(width[0], width[1]);
    ck_assert_int_eq(pairs[2], pairs[0] / PLACES * (PLACES - 1));
}
END_TEST

/* At the first origin one place alone has a share of which a norm can be made: it gives no pairs. */
START_TEST(origin_without_a_norm)
{
    const skpi_urban_history h = panel(.01);
    const double coverage[] = {.8}, both[] = {1979, 2000};
    skpi_urban_converging_fit_options o = {.size = sizeof o, .n_origins = 1, .origin = both + 1};
    double width[2];
    int32_t pairs[2];
    skpi_urban_converging_fit_out out = {.size = sizeof out, .pair_count = pairs, .width = width};
    for (int k = 0; k < PLACES * DATES; k++)
        if (k >= DATES && k % DATES < 4) seen[k] = .004;
    ck_assert_int_eq(skpi_urban_converging_fit(&h, GROUPS, group, 1, coverage, &o, &out, NULL), SKPI_OK);
    o.n_origins = 2, o.origin = both, out.pair_count++, out.width++;
    ck_assert_int_eq(skpi_urban_converging_fit(&h, GROUPS, group, 1, coverage, &o, &out, NULL), SKPI_OK);
    ck_assert(pairs[0] == pairs[1] && width[0] == width[1]);
}
END_TEST

START_TEST(errors_of_the_fit)
{
    const double coverage[] = {.8}, by[] = {.9}, part[] = {.5};
    double phi, error, part_error, width, width_error, without_width[GROUPS], without_by[GROUPS], to, mean,
        without_part[GROUPS];
    skpi_urban_history h = panel(.1);
    skpi_urban_converging_fit_out out = {.size = sizeof out,
                                         .by = &phi,
                                         .by_error = &error,
                                         .part_error = &part_error,
                                         .width = &width,
                                         .width_error = &width_error,
                                         .without_by = without_by,
                                         .without_width = without_width,
                                         .without_part = without_part,
                                         .to = &to,
                                         .mean = &mean};
    ck_assert_int_eq(skpi_urban_converging_fit(&h, GROUPS, group, 1, coverage, NULL, &out, NULL), SKPI_OK);
    double sum[3] = {0}, squares[3] = {0};
    for (int pass = 0; pass < 2; pass++)
        for (int g = 0; g < GROUPS; g++) {
            const double x[] = {without_by[g], without_part[g], without_width[g]};
            for (int k = 0; k < 3; k++) {
                if (!pass) sum[k] += x[k] / GROUPS;
                if (pass) squares[k] += (x[k] - sum[k]) * (x[k] - sum[k]);
            }
        }
    ck_near(error, sqrt(.75 * squares[0]), 1e-12);
    ck_near(part_error, sqrt(.75 * squares[1]), 1e-12);
    ck_near(width_error, sqrt(.75 * squares[2]), 1e-12);
    /* a group left out is a panel without it */
    int32_t status[PLACES];
    for (size_t i = 0; i < PLACES; i++)
        if (group[i] == 2) seen[first[i]] = -1; /* the rows fail */
    double left, only;
    out = (skpi_urban_converging_fit_out){.size = sizeof out, .by = &phi, .part = &only, .width = &left};
    const skpi_urban_converging_fit_options one = {.size = sizeof one, .n_by = 1, .by = by, .n_part = 1, .part = part};
    ck_assert_int_eq(skpi_urban_converging_fit(&h, GROUPS, group, 1, coverage, &one, &out, status), SKPI_WROWS);
    ck_assert(status[2] == SKPI_ERANGE && status[0] == SKPI_OK && phi == .9 && only == .5);
    h = panel(.1);
    out = (skpi_urban_converging_fit_out){.size = sizeof out, .without_width = without_width};
    ck_assert_int_eq(skpi_urban_converging_fit(&h, GROUPS, group, 1, coverage, &one, &out, status), SKPI_OK);
    ck_assert(fabs(without_width[2] - left) > 1e-6); /* the mean at the origin is that of all, the group too */
    ck_near(without_width[2], left, .1 * left);
    ck_fails(skpi_urban_converging_fit(&h, 2, (const int32_t[PLACES]){0, 1}, 1, coverage, NULL, &out, NULL),
             SKPI_ENODATA, "group");
}
END_TEST

/* A truth that differs from the forecast by a given error has that error, whatever the weights. */
START_TEST(revision)
{
    enum { N = 3, M = 10 };
    static const size_t offset[] = {0, 3, 6, 9};
    static const double date[] = {1980, 1990, 2000, 1980, 1990, 2000, 1980, 1990, 2000};
    static const double p[] = {.3, .4, .45, .5, .6, .65, .2, .3, .45};
    static const int32_t pair[] = {0, 0, 0};
    const double bin[] = {0, 5, 10}, coverage[] = {.5, .95}, window = 4;
    double urgd[N], norm[2], truth[N * M], error[N * M], lead[2], quantile[4], at_0[2], per_year[2];
    int32_t years[M], errors[2], places[2];
    const skpi_urban_history h = {sizeof h, 0, N, 9, offset, date, p};
    for (int j = 0; j < M; j++) years[j] = 2001 + j;
    ck_assert_int_eq(skpi_urban_window_urgd(&h, 1, &window, urgd, NULL), SKPI_OK);
    const double last[] = {p[2], p[5], p[8]};
    ck_assert_int_eq(skpi_urban_norm_fit(N, 0, 2, last, urgd, NULL, NULL, norm), SKPI_OK);
    const skpi_urban_options o = {
        .size = sizeof o, .method = SKPI_URBAN_METHOD_CAUTIOUS, .n_sizes = 1, .n_terms = 2, .norm = norm};
    skpi_urban_project_out forecast = {.size = sizeof forecast, .share = truth};
    ck_assert_int_ge(skpi_urban_project_history(&h, NULL, 2001, M, &o, &forecast, NULL), 0);
    for (int i = 0; i < N * M; i++) truth[i] = skpi__logistic(skpi__logit(truth[i]) + (i % 2 ? .1 : -.1));
    truth[2 * M + 3] = (double)NAN;
    truth[2 * M + 4] = 1;
    for (int i = 0; i < N; i++) truth[i * M + 7] = (double)NAN; /* the mean lead of the second bin */
    const skpi_table t = {.size = sizeof t, .n = N, .m = M, .year = years, .value = truth};
    skpi_urban_revision_error_out out = {.size = sizeof out,
                                         .lead = lead,
                                         .error_count = errors,
                                         .place_count = places,
                                         .quantile = quantile,
                                         .at_0 = at_0,
                                         .per_year = per_year,
                                         .error = error};
    ck_assert_int_eq(skpi_urban_revision_error(&h, &t, pair, 2, bin, 2, coverage, &out), SKPI_OK);
    for (int k = 0; k < 4; k++) ck_near(quantile[k], .1, 1e-12);
    ck_near(error[1], .1, 1e-12);
    ck_near(error[M], -.1, 1e-12);
    ck_assert(isnan(error[2 * M + 3]) && isnan(error[2 * M + 4]));
    ck_assert(errors[0] == 13 && errors[1] == 12 && places[0] == N && places[1] == N);
    ck_near(lead[0], (3 + 3 + 2) / 3., 1e-12); /* places weigh the same: one has the leads 1, 2 and 3 */
    ck_near(lead[1], 8, 1e-12);
    for (int q = 0; q < 2; q++) {
        ck_near(at_0[q], .1, 1e-11);
        ck_near(per_year[q], 0, 1e-12);
    }
    /* errors that fall with the lead: the line is level; that rise from below 0: it goes through the origin */
    for (int fall = 0; fall < 2; fall++) {
        for (int i = 0; i < N * M; i++) {
            const double e = (i % M < 5) == fall ? .3 : .1 * .1; /* of forecasts as they were */
            truth[i] = skpi__logistic(skpi__logit(truth[i]) - error[i] + e);
            if (isnan(truth[i])) truth[i] = .5;
        }
        ck_assert_int_eq(skpi_urban_revision_error(&h, &t, pair, 2, bin, 1, coverage, &out), SKPI_OK);
        ck_assert(fall ? per_year[0] == 0 && at_0[0] > .01 : at_0[0] == 0 && per_year[0] > 0);
        /* weighted by 1/y^2: sums of 1/y over sums of 1/y^2, or of l/y over sums of l^2/y^2 */
        const double y[] = {quantile[0], quantile[1]}, a = lead[0] / y[0], b = lead[1] / y[1];
        if (fall)
            ck_near(at_0[0], (1 / y[0] + 1 / y[1]) / (1 / (y[0] * y[0]) + 1 / (y[1] * y[1])), 1e-13);
        else
            ck_near(per_year[0], (a + b) / (a * a + b * b), 1e-13);
    }
    ck_assert_int_eq(skpi_urban_revision_error(&h, &t, pair, 2, (const double[]){1, 5, 9}, 1, coverage, &out), SKPI_OK);
    ck_assert(isnan(error[0]) && !isnan(error[1]) && !isnan(error[8]) && isnan(error[9])); /* years outside all bins */
    ck_fails(skpi_urban_revision_error(&h, &t, pair, 2, (const double[]){0, .5, 9}, 2, coverage, &out), SKPI_ENODATA,
             "bin");
}
END_TEST

/* One forecast and its truth: histories are tried until the two are equal to the last bit. */
START_TEST(no_error)
{
    enum { N = 3 };
    static const size_t offset[] = {0, 2, 4, 6};
    static const double date[] = {1990, 2000, 1990, 2000, 1990, 2000}, bin[] = {0, 5, 10}, coverage[] = {.5};
    static const int32_t pair[N], years[] = {2003, 2008};
    double p[] = {.4, .45, .6, .65, .3, .45}, truth[2 * N] = {.47, .5, NAN, NAN, NAN, NAN}, error[2 * N], at_0;
    const skpi_urban_history h = {sizeof h, 0, N, 2 * N, offset, date, p};
    const skpi_table t = {.size = sizeof t, .n = N, .m = 2, .year = years, .value = truth};
    skpi_urban_revision_error_out out = {.size = sizeof out, .error = error, .at_0 = &at_0};
    skpi_status s = SKPI_OK;
    for (int i = 0; i < 2000 && s == SKPI_OK; i++) {
        if (i % 2 == 0) p[0] = .4 + i * 1e-5;
        s = skpi_urban_revision_error(&h, &t, pair, 2, bin, 1, coverage, &out);
        truth[0] = skpi__logistic(skpi__logit(truth[0]) - error[0]);
    }
    unit_record("skpi_urban_revision_error", s);
    ck_assert_msg(s == SKPI_EZERODIV, "%s: %s", skpi_status_name(s), skpi_last_error());
}
END_TEST

START_TEST(weighted)
{
    enum { N = 500 };
    static double x[N], w[N], room[3 * N];
    const double prob[] = {1e-9, .1, .5, .8, 1 - 1e-9};
    uint32_t state = 7;
    for (int round = 0; round < 40; round++) {
        double total = 0, found[5];
        for (int i = 0; i < N; i++) {
            state = state * 1664525u + 1013904223u;
            x[i] = round % 4 == 3 ? 2 : (double)(state >> 20) * (round % 4 == 2 && i == 9 ? 1e12 : 1);
            w[i] = exp2(-(double)(state >> 9 & 15));
            total += w[i];
        }
        skpi__weighted_quantiles(N, x, w, 5, prob, room, found);
        for (int q = 0; q < 5; q++) {
            double below = 0, upto = 0;
            for (int i = 0; i < N; i++) below += x[i] < found[q] ? w[i] : 0, upto += x[i] <= found[q] ? w[i] : 0;
            ck_assert(upto >= (prob[q] - 2e-12) * total && below < prob[q] * total);
        }
    }
}
END_TEST

START_TEST(kernel)
{
    skpi__urban_loss_block b = {.n = 61}, far;
    for (size_t i = 0; i < b.n; i++) {
        b.logit[i] = -5 + .17 * (double)i;
        b.step[i] = .3;
        b.truth[i] = .5;
        b.scale[i] = .1 * (double)i;
    }
    far = b;
    far.most = 1e3; /* one after another */
    skpi__urban_loss_block_at(&b, .5);
    skpi__urban_loss_block_at(&far, .5);
    for (size_t i = 0; i < b.n; i++) {
        const double e = fabs(skpi__logistic(b.logit[i] + .15) - .5) * b.scale[i];
        ck_assert_double_eq(b.loss[i], far.loss[i]);
        ck_near(b.loss[i], e < .7 ? e * e / 2 : .7 * (e - .35), 1e-14);
    }
}
END_TEST

/* The sum over the pairs of a group, from its definition. */
START_TEST(sums_of_losses)
{
    enum { PAIRS = 75, SETS = 3 };
    static const double by[] = {.8, .95}, part[] = {0, .4, 1};
    size_t begin[SETS + 1] = {0, 3, 9, PAIRS};
    double lead[PAIRS], logit[PAIRS], urgd[PAIRS], mean[PAIRS], truth[PAIRS], room[2 * PAIRS], loss[SETS * 6];
    for (int i = 0; i < PAIRS; i++) {
        lead[i] = 1 + i % 7, logit[i] = .1 * (i % 11) - .4, urgd[i] = .02 + .001 * (i % 5), mean[i] = .01 * (1 + i % 3);
        truth[i] = skpi__logistic(logit[i] + .015 * lead[i]);
    }
    const skpi__urban_pairs p = {
        .n = PAIRS, .first = begin, .lead = lead, .logit = logit, .urgd = urgd, .mean = mean, .truth = truth};
    const skpi__urban_grid grid = {2, 3, by, part};
    skpi__urban_losses(&p, SETS, &grid, room, loss);
    for (int g = 0; g < SETS; g++)
        for (int b = 0; b < 2; b++)
            for (int k = 0; k < 3; k++) {
                double sum = 0;
                for (size_t i = begin[g]; i < begin[g + 1]; i++) {
                    double years = 0;
                    for (int l = 1; l <= (int)lead[i]; l++) years += pow(by[b], l);
                    const double to = part[k] * mean[i];
                    const double off = skpi__logistic(logit[i] + urgd[i] * years + to * (lead[i] - years)) - truth[i];
                    const double e = 100 * fabs(off) / pow(lead[i], .85);
                    sum += e < .7 ? e * e / 2 : .7 * (e - .35);
                }
                ck_near(loss[(g * 2 + b) * 3 + k], sum, 1e-13 * (1 + sum));
            }
}
END_TEST

/* The norm leaves out the shares at an edge and beyond, and so does the mean the places without a state. */
START_TEST(norm_of_states)
{
    enum { N = 7 };
    const double level[N] = {.3, .7, .5, .005, .995, .001, .4}, start[N] = {.05, .01, .03, .4, .4, .4, NAN};
    skpi__urban_state state[N];
    double room[4 * N];
    for (int i = 0; i < N; i++)
        state[i] = (skpi__urban_state){2000, level[i], skpi__logit(level[i]), start[i], start[i]};
    const skpi__urban_states all = skpi__urban_states_of(N, state, room);
    ck_assert_uint_eq(all.n, N - 1);
    ck_near(all.mean, (.05 + .01 + .03 + 3 * .08) / 6, 1e-16);
    ck_near(all.norm[0] + .3 * all.norm[1], .05, 1e-12);
    ck_near(all.norm[0] + .7 * all.norm[1], .01, 1e-12);
}
END_TEST

/* A place has a state for 20 years after its last observation, to the day. */
START_TEST(states_that_are_old)
{
    const size_t of[] = {0, 2};
    const double dates[] = {1990, 2000}, p[] = {.3, .35};
    const int32_t good = SKPI_OK;
    const skpi__urban_panel panel = {
        .history = {sizeof panel.history, 0, 1, 2, of, dates, p}, .status = &good, .limit = .1};
    skpi__urban_state state;
    double room[4];
    ck_assert_uint_eq(skpi__urban_states_at(&panel, 2020, &state, room).n, 1);
    ck_assert_uint_eq(skpi__urban_states_at(&panel, 2020.01, &state, room).n, 0);
    ck_assert_uint_eq(skpi__urban_states_at(&panel, 1999.99, &state, room).n, 0); /* one observation is none */
    ck_assert_uint_eq(skpi__urban_states_at(&panel, 2000, &state, room).n, 1);
}
END_TEST

/* Widths from all pairs, and from those of all groups but one: the least of the misses, in shapes, that enough of the
 * others do not exceed. */
START_TEST(widths_without_a_group)
{
    enum { PAIRS = 7 };
    static const double miss[PAIRS] = {.7, -.1, .3, -.9, .2, .5, -.4}, coverage[] = {.5, .8};
    size_t begin[] = {0, 2, 5, PAIRS};
    double lead[PAIRS], logit[PAIRS], none[PAIRS] = {0}, truth[PAIRS], shape[PAIRS], weight[PAIRS], room[6 * PAIRS];
    for (int i = 0; i < PAIRS; i++) {
        lead[i] = 5 + i, logit[i] = .1 * i, shape[i] = 1 + i % 2, weight[i] = 1;
        truth[i] = logit[i] + miss[i] * shape[i];
    }
    const skpi__urban_pairs pairs = {.n = PAIRS,
                                     .first = begin,
                                     .lead = lead,
                                     .logit = logit,
                                     .urgd = none,
                                     .mean = none,
                                     .truth_logit = truth,
                                     .shape = shape,
                                     .weight = weight};
    for (size_t without = 0; without < 4; without++) {
        const size_t leave = without < 3 ? begin[without] : PAIRS, resume = without < 3 ? begin[without + 1] : PAIRS;
        double width[2], *const widths[2] = {width, NULL};
        skpi__urban_spread(&pairs, without < 3 ? without : SIZE_MAX, .9, .1, 2, coverage, room, widths);
        for (int q = 0; q < 2; q++) {
            double least = INFINITY;
            for (size_t i = 0; i < PAIRS; i++) {
                size_t all = 0, within = 0;
                for (size_t j = 0; j < PAIRS; j++) {
                    if (j >= leave && j < resume) continue;
                    all++;
                    within += fabs(miss[j]) <= fabs(miss[i]) + 1e-9;
                }
                if ((i < leave || i >= resume) && (double)within >= coverage[q] * (double)all)
                    least = fmin(least, fabs(miss[i]));
            }
            ck_near(width[q], least, 1e-12);
        }
    }
}
END_TEST

/* Dates that are off by their rounding, 2010 - 2^-42 and 2005 - 2000.3, are no others. */
START_TEST(dates_to_the_minute)
{
    enum { N = 30, M = 7, TRUTH = 20 };
    static const double tenth[] = {4.7, 9.7}, quarter[] = {4.75, 9.75};
    double date[N * M], p[N * M], truth[3 * TRUTH];
    size_t offset[N + 1] = {0};
    int32_t of[N], years[TRUTH], pairs[3], counts[2][2];
    const double coverage = .8;
    for (int way = 0; way < 3; way++) {
        for (size_t i = 0; i < N; i++) {
            offset[i + 1] = (i + 1) * M;
            of[i] = (int32_t)i % 3;
            for (size_t k = 0; k < M; k++) {
                date[i * M + k] = 1950 + 10. * (double)k + (way - 1) * (k == 0 || k == M - 1 ? 0x1p-42 : 0);
                p[i * M + k] = skpi__logistic(-1 + .05 * (double)i + .2 * (double)k + .03 * (double)(i * k % 3));
            }
        }
        const skpi_urban_history h = {sizeof h, 0, N, N * M, offset, date, p};
        skpi_urban_converging_fit_out out = {.size = sizeof out, .pair_count = pairs + way};
        ck_assert_int_ge(skpi_urban_converging_fit(&h, 3, of, 1, &coverage, NULL, &out, NULL), 0);
    }
    ck_assert(pairs[0] == pairs[1] && pairs[1] == pairs[2] && pairs[1] > 0);
    for (int j = 0; j < TRUTH; j++) {
        years[j] = 2001 + j;
        for (int i = 0; i < 3; i++) truth[i * TRUTH + j] = .42 + .15 * i + (.004 - .001 * i) * j;
    }
    for (int way = 0; way < 2; way++) {
        const double last = way ? 2000.25 : 2000.3, bin[] = {0, (way ? quarter : tenth)[0], (way ? quarter : tenth)[1]};
        const double few[] = {.3, .36, .42, .55, .6, .64, .72, .75, .77};
        for (size_t k = 0; k < 9; k++) date[k] = last - 20 + 10. * (double)(k % 3);
        const size_t three[] = {0, 3, 6, 9};
        const skpi_urban_history h = {sizeof h, 0, 3, 9, three, date, few};
        const skpi_table t = {.size = sizeof t, .n = 3, .m = TRUTH, .year = years, .value = truth};
        skpi_urban_revision_error_out out = {.size = sizeof out, .error_count = counts[way]};
        ck_assert_int_ge(skpi_urban_revision_error(&h, &t, (const int32_t[]){0, 0, 0}, 2, bin, 1, &coverage, &out), 0);
    }
    ck_assert(counts[0][0] == 15 && counts[0][1] == 15 && counts[1][0] == 15 && counts[1][1] == 15);
}
END_TEST

UNIT_MAIN("urban evidence", UNIT_CASE("observations", observations),
          UNIT_CASE("converging fit", constant_growth, known_before, origin_without_a_norm, errors_of_the_fit, weighted,
                    kernel, sums_of_losses, norm_of_states, states_that_are_old, widths_without_a_group),
          UNIT_CASE("revisions", revision, no_error, dates_to_the_minute))
