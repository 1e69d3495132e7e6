/* Sampling: antithetic draws and Sobol's points in anchor years, rebuilt from the plain stream, and what they are worth. */
#include "core/dispatch.h"
#include "ensemble/hash.h"
#include "random/single.h"
#include "random/sobol.h"
#include "unit/ensemble_plan.h"

enum {
    ANTITHETIC = SKPI_ENSEMBLE_SAMPLING_ANTITHETIC,
    SOBOL = SKPI_ENSEMBLE_SAMPLING_SOBOL,
    N = 2,
    T = 20,
    BLOCK = 512,
    GROUP = 2048
};
static const double level[N] = {1, 2}, drift[N] = {.01, .02}, sigma[N] = {.04, .04}, shock[N] = {.0175, .0175};
static const double share[N] = {.4, .6}, none[N] = {0}, wide[N] = {.02, .02};

/* Emissions (model 0) and urban shares (model 1) of two places, 11 and 12. */
static skpi_ensemble_plan *plan_sampled(int32_t sampling, int32_t mode, uint64_t draws, size_t anchors,
                                        const int32_t *anchor)
{
    static const uint64_t id[N] = {11, 12};
    const skpi_ensemble_plan_options o = {.size = sizeof o,
                                          .seed = 2026,
                                          .n_draws = draws,
                                          .mode = mode,
                                          .n_places = N,
                                          .place_id = id,
                                          .sampling = sampling,
                                          .n_anchors = anchors,
                                          .anchor = anchor};
    const skpi_carbon_ensemble_add_in carbon = {
        .size = sizeof carbon, .emission = level, .drift = drift, .sigma = sigma, .drift_sigma = shock};
    const skpi_urban_ensemble_add_in urban = {
        .size = sizeof urban, .share = share, .drift = drift, .sigma = none, .drift_sigma = wide};
    skpi_ensemble_plan *plan = NULL;
    int32_t model;
    ck_assert_int_eq(skpi_ensemble_plan_new(2020, T, &o, &plan), SKPI_OK);
    ck_assert_int_eq(skpi_carbon_ensemble_add(plan, &carbon, &model), SKPI_OK);
    ck_assert_int_eq(skpi_urban_ensemble_add(plan, &urban, &model), SKPI_OK);
    return plan;
}

/* A factor of both places, with loadings of both models. */
static void add_factor(skpi_ensemble_plan *plan)
{
    const double a[N] = {.6, -.5}, b[N] = {.3, .8};
    int32_t f;
    ck_assert_int_eq(skpi_ensemble_plan_factor(plan, NULL, &f), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_load(plan, 0, 0, f, a), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_load(plan, 1, 0, f, b), SKPI_OK);
}

static void numbers(const skpi_ensemble_plan *plan, int32_t model, uint64_t place, int32_t year, uint64_t first,
                    size_t n, double *z)
{
    ck_assert_int_eq(skpi_ensemble_plan_shock(plan, n, model, 0, place, year, first, z), SKPI_OK);
}

/* ---- antithetic ---- */

/* The first half of a block has the draws of the first 64 counters, the second half their negatives. */
START_TEST(antithetic_from_the_plain_stream)
{
    skpi_ensemble_plan *plan = plan_sampled(ANTITHETIC, 0, 2000, 0, NULL);
    double z[3 * BLOCK], e[3 * BLOCK];
    numbers(plan, 1, 0, 2025, 0, 3 * BLOCK, z);
    ck_assert_int_eq(skpi_ensemble_draw(3 * BLOCK, 2026, 1, 11, 2025, 0, 0, e), SKPI_OK);
    for (int i = 0; i < 3 * BLOCK; i++) {
        const int b = i / BLOCK * BLOCK, j = i % (BLOCK / 2), from = j / 64 * 128 + j % 64;
        ck_assert_double_eq(z[i], i % BLOCK < BLOCK / 2 ? e[b + from] : -e[b + from]);
    }
    add_factor(plan); /* factors are mirrored too */
    numbers(plan, 0, 1, 2025, BLOCK, BLOCK, z);
    for (int i = 0; i < BLOCK / 2; i++) ck_assert_double_eq(z[i], -z[i + BLOCK / 2]);
    numbers(plan, 0, 1, 2025, BLOCK + 300, 7, e); /* from within a block */
    ck_assert_mem_eq(e, z + 300, 7 * sizeof *e);
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* What is known of a probability does not depend on who has run which draws. */
START_TEST(antithetic_pairs_of_parts)
{
    static const double middle[N] = {1.02, 2.07};
    skpi_ensemble_plan *plan = plan_sampled(ANTITHETIC, SKPI_ENSEMBLE_MODE_STREAM, 2 * BLOCK, 0, NULL);
    int32_t event;
    ck_assert_int_eq(skpi_ensemble_plan_event(plan, 0, 0, SKPI_ENSEMBLE_EVENT_ABOVE, 2021, middle, &event), SKPI_OK);
    skpi_ensemble_result *whole = plan_run(plan, NULL), *sum = plan_result(plan);
    for (uint64_t first = 0; first < 2 * BLOCK; first += BLOCK) {
        const skpi_ensemble_result_run_options part = {.size = sizeof part, .first_draw = first, .n_draws = BLOCK};
        plan_add_bytes(plan, sum, plan_run(plan, &part));
    }
    ck_same(whole, sum);
    skpi_ensemble_result_free(whole);
    skpi_ensemble_result_free(sum);
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* ---- Sobol's points ---- */

/* What innovations of year t move x in year h, both counted from 1, in closed form. */
static double weight(double drift_sigma, double noise, int h, int t)
{
    double p = drift_sigma * drift_sigma, s = 0, k = 0;
    for (int i = 1; i <= t; i++) {
        s = sqrt(p + noise * noise);
        k = .9 * p / s;
        p = .81 * (p - p * p / (s * s)) + drift_sigma * drift_sigma;
    }
    return t > h ? 0 : s + k * (1 - pow(.9, h - t)) / .1;
}

static uint32_t reverse(uint32_t v)
{
    uint32_t r = 0;
    for (int i = 0; i < 32; i++) r = r * 2 + (v >> i) % 2;
    return r;
}

/* The numbers of a group become quantiles of its strata, as smartkpi_ensemble(7) says. */
static void on_strata(uint32_t group, const skpi__stream *stream, double x[GROUP])
{
    static uint32_t word[GROUP];
    static double cell[GROUP];
    const uint32_t b = skpi__stream_word(stream, 33), a = skpi__stream_word(stream, 34);
    for (int i = 0; i < GROUP; i++) cell[i] = floor(fmin(fmax(128 * x[i] + 832, 0), 1663));
    for (int i = 0; i < GROUP; i++) {
        uint32_t rank = 0;
        for (int j = 0; j < GROUP; j++) rank += cell[j] < cell[i] || (cell[j] == cell[i] && j < i);
        word[i] = rank * 2097152 + (reverse(group) ^ (a * rank + b)) / 2048;
    }
    for (int i = 0; i < GROUP; i += BLOCK) skpi__stream_kernel_at(SKPI__BEST)->inverse(word + i, x + i);
}

/* The two sums of a source: their weights made orthonormal, and the even numbers of a group. */
typedef struct evens {
    double v[2][T], even[2][GROUP];
} evens;

/* The order of a source's points in a block: word j is output j / 128 of counter j % 128. */
static void shuffle(uint32_t source, uint32_t number, int order[BLOCK])
{
    for (int i = 0; i < BLOCK; i++) order[i] = i;
    for (int i = BLOCK - 1; i > 0; i--) {
        const skpi__stream stream = {2026, UINT32_MAX - 1, 1, source, 0};
        const uint64_t word = skpi__stream_word(&stream, number * UINT64_C(512) + (uint64_t)i);
        const int j = (int)(word * (uint64_t)(i + 1) >> 32);
        const int at = order[i];
        order[i] = order[j];
        order[j] = at;
    }
}

static double dot(const double *a, const double *b)
{
    double sum = 0;
    for (int t = 0; t < T; t++) sum += a[t] * b[t];
    return sum;
}

/* The numbers e of all years become those of a source with these dimensions, which has a loading on a factor; of two sums
 * of them, w . e, the even numbers make w . v each. */
static void follow(uint64_t block, const int h[2], const uint32_t dimension[2], uint32_t first, uint32_t sources,
                   double drift_sigma, double noise, double loading, const evens *factor, evens *own,
                   double e[T][BLOCK])
{
    const skpi__stream_kernel *kernel = skpi__stream_kernel_at(SKPI__BEST);
    static double x[GROUP], other[GROUP];
    double w[2][T], q[T + 1][3] = {{0}};
    const double by = sqrt(1 - loading * loading);
    for (int k = 0; k < 2; k++) {
        uint32_t direction[32], word[BLOCK];
        for (int t = 0; t < T; t++) w[k][t] = weight(drift_sigma, noise, h[k], t + 1);
        const double length = sqrt(dot(w[k], w[k]));
        for (int t = 0; t < T; t++) own->v[k][t] = w[k][t] = w[k][t] / length;
        const double joined = k ? dot(w[1], own->v[0]) : 0;
        for (int t = 0; t < T; t++) own->v[k][t] -= joined * own->v[0][t];
        const double rest = sqrt(dot(own->v[k], own->v[k]));
        for (int t = 0; t < T; t++) own->v[k][t] /= rest;
        const skpi__stream stream = {2026, UINT32_MAX - 1, 0, dimension[k], 0};
        const uint32_t shift = skpi__sobol_random(&stream, (uint32_t)k * sources + dimension[0] - first, direction);
        for (int i = 0; i < GROUP; i += BLOCK) {
            const uint32_t number = (uint32_t)(block / 4 * 4) + (uint32_t)(i / BLOCK);
            double z[BLOCK];
            int order[BLOCK];
            shuffle(first, number, order);
            skpi__sobol_block(direction, number, shift, word);
            kernel->inverse(word, z);
            for (int j = 0; j < BLOCK; j++) own->even[k][i + j] = z[order[j]];
        }
        if (k == 0 && loading == 0) continue;
        double variance = by * by;
        for (int i = 0; i < GROUP; i++) other[i] = k ? by * joined * own->even[0][i] : 0;
        for (int j = 0; j < 2 && loading != 0; j++) {
            const double r = loading * dot(w[k], factor->v[j]);
            variance += r * r;
            for (int i = 0; i < GROUP; i++) other[i] += r * factor->even[j][i];
        }
        ck_assert_double_gt(by * by * rest * rest / variance, 1. / 16);
        for (int i = 0; i < GROUP; i++) x[i] = (other[i] + by * rest * own->even[k][i]) / sqrt(variance);
        on_strata((uint32_t)(block / 4), &stream, x);
        for (int i = 0; i < GROUP; i++) own->even[k][i] = (x[i] * sqrt(variance) - other[i]) / (by * rest);
    }
    for (int t = T - 1; t >= 0; t--)
        for (int k = 0; k < 3; k++) q[t][k] = q[t + 1][k] + w[k / 2][t] * w[(k + 1) / 2][t];
    for (int i = 0; i < BLOCK; i++) {
        double r[2];
        for (int k = 0; k < 2; k++)
            r[k] = dot(w[k], own->v[0]) * own->even[0][(int)(block % 4) * BLOCK + i] +
                   (k ? dot(w[k], own->v[1]) * own->even[1][(int)(block % 4) * BLOCK + i] : 0);
        for (int t = 0; t < h[0]; t++) { /* the second sum ends before the first */
            const double det = q[t][0] * q[t][2] - q[t][1] * q[t][1], v = w[0][t], u = w[1][t];
            const double g = t < h[1] ? (q[t][2] * v - q[t][1] * u) / det : v / q[t][0];
            const double f = t < h[1] ? (q[t][0] * u - q[t][1] * v) / det : 0;
            const double left = 1 - v * g - u * f;
            e[t][i] = (left > 1e-9 ? sqrt(left) : 0) * e[t][i] + g * r[0] + f * r[1];
            r[0] -= v * e[t][i];
            r[1] -= u * e[t][i];
        }
    }
}

static void plain(int32_t model, uint64_t place, uint64_t block, double e[T][BLOCK])
{
    for (int t = 0; t < T; t++)
        ck_assert_int_eq(skpi_ensemble_draw(BLOCK, 2026, model, place, 2020 + t, 0, block * BLOCK, e[t]), SKPI_OK);
}

/* Dimensions: two anchors, one factor of one group, two places with two shocks. */
START_TEST(points_from_the_plain_stream)
{
    static const int32_t anchor[] = {2039, 2029};
    static const int h[] = {20, 10};
    static const double noise[] = {.04, 0}, drift_sigma[] = {.0175, .02};
    static double f[T][BLOCK], e[T][BLOCK];
    static evens factor, mine;
    skpi_ensemble_plan *plan = plan_sampled(SOBOL, 0, 8192, 2, anchor);
    double z[BLOCK];
    add_factor(plan);
    for (uint64_t block = 0; block < 8; block += 5) {
        static const uint32_t common[] = {0, 5};
        plain(-1, 0, block, f);
        follow(block, h, common, 0, 1, .0175, .04, 0, NULL, &factor,
               f); /* the factor follows the first shock of the first place */
        for (int32_t m = 0; m < 2; m++)
            for (uint32_t i = 0; i < N; i++) {
                static const double loading[2][N] = {{.6, -.5}, {.3, .8}};
                const uint32_t own = 1 + 2 * i + (uint32_t)m, dimension[] = {own, 5 + own};
                const double a = loading[m][i];
                plain(m, 11 + i, block, e);
                follow(block, h, dimension, 1 + 2 * i, 2, drift_sigma[m], noise[m], a, &factor, &mine, e);
                for (int t = 0; t < T; t++) {
                    numbers(plan, m, i, 2020 + t, block * BLOCK, BLOCK, z);
                    for (int d = 0; d < BLOCK; d++) ck_near(z[d], a * f[t][d] + sqrt(1 - a * a) * e[t][d], 1e-9);
                }
            }
    }
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* Without anchor years they are the last and the middle one; years after the last anchor are plain. */
START_TEST(anchors_by_default)
{
    static const int32_t anchor[] = {2039, 2029}, early[] = {2022};
    skpi_ensemble_plan *a = plan_sampled(SOBOL, 0, 8192, 0, NULL), *b = plan_sampled(SOBOL, 0, 8192, 2, anchor);
    skpi_ensemble_plan *c = plan_sampled(SOBOL, 0, 8192, 1, early), *d = plan_sampled(0, 0, 8192, 0, NULL);
    double x[BLOCK], y[BLOCK];
    skpi_ensemble_result *r = plan_result(a);
    numbers(a, 0, 0, 2030, 0, BLOCK, x);
    numbers(b, 0, 0, 2030, 0, BLOCK, y);
    ck_assert_mem_eq(x, y, sizeof x); /* the middle of 20 years is the tenth */
    ck_assert_int_eq(skpi_ensemble_result_run(r, b, NULL), SKPI_OK);
    numbers(c, 0, 0, 2022, 0, BLOCK, x);
    numbers(d, 0, 0, 2022, 0, BLOCK, y);
    ck_assert_int_ne(memcmp(x, y, sizeof x), 0);
    numbers(c, 0, 0, 2023, 0, BLOCK, x);
    numbers(d, 0, 0, 2023, 0, BLOCK, y);
    ck_assert_mem_eq(x, y, sizeof x);
    skpi_ensemble_result_free(r);
    skpi_ensemble_plan_free(a);
    skpi_ensemble_plan_free(b);
    skpi_ensemble_plan_free(c);
    skpi_ensemble_plan_free(d);
}
END_TEST

/* Numbers that follow the points are standard normal, and independent from year to year. */
START_TEST(still_standard_normal)
{
    enum { DRAWS = 65536 };
    static double z[3][DRAWS];
    static const int32_t year[3] = {2020, 2029, 2039};
    skpi_ensemble_plan *plan = plan_sampled(SOBOL, 0, DRAWS, 0, NULL);
    add_factor(plan);
    for (int32_t m = 0; m < 2; m++) {
        for (int i = 0; i < 3; i++) numbers(plan, m, 1, year[i], 0, DRAWS, z[i]);
        for (int i = 0; i < 3; i++)
            for (int j = 0; j <= i; j++) {
                double sum = 0, product = 0, fourth = 0;
                for (int d = 0; d < DRAWS; d++) {
                    sum += z[i][d];
                    product += z[i][d] * z[j][d];
                    fourth += z[i][d] * z[i][d] * z[i][d] * z[i][d];
                }
                ck_near(sum / DRAWS, 0, 5 / 256.);
                ck_near(product / DRAWS, i == j, (i == j ? 7 : 5) / 256.);
                ck_near(fourth / DRAWS, 3, 5 * 10 / 256.);
            }
    }
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* ---- what it is worth ---- */

enum { PLACES_MANY = 32, YEARS_MANY = 41, DRAWS_MANY = 8192 };
typedef struct worth {
    double tail, quarter, median, mean; /* sums of squares of errors, in standard deviations, in the last year */
    double middle_tail, middle_median, middle_mean; /* and in the middle one */
    double z, sure; /* sums of squared standard errors: of quantiles, and of probabilities */
    int n_z, n_sure;
} worth;

/* Urban walks of 32 places beside their closed form.  A quantile's standard error is that of a probability at it; in a
 * pair of antithetic draws at most one is below a quantile in the lower half. */
static worth worth_of(int32_t sampling, int32_t mode, double loading)
{
    static const double z[PROBS] = {-1.6448536269514722, -.6744897501960817, 0, .6744897501960817, 1.6448536269514722};
    static double start[PLACES_MANY], move[PLACES_MANY], noise[PLACES_MANY], limit[PLACES_MANY];
    static double load[PLACES_MANY];
    static double q[PLACES_MANY][YEARS_MANY][PROBS], mean[PLACES_MANY][YEARS_MANY], p[PLACES_MANY], error[PLACES_MANY];
    const skpi_ensemble_plan_options o = {.size = sizeof o,
                                          .seed = 5,
                                          .n_draws = DRAWS_MANY,
                                          .mode = mode,
                                          .n_places = PLACES_MANY,
                                          .sampling = sampling};
    const skpi_urban_ensemble_add_in u = {.size = sizeof u, .share = start, .drift = move, .sigma = noise};
    skpi_ensemble_plan *plan = NULL;
    int32_t model, event, factor;
    worth w = {0};
    for (int i = 0; i < PLACES_MANY; i++) {
        start[i] = (i + 1.) / (PLACES_MANY + 1), move[i] = .02 - .0005 * i, noise[i] = .02 + .001 * i;
        const double x = log(start[i] / (1 - start[i])) + 41 * move[i] - (i % 2 ? 1 : .3) * sqrt(41) * noise[i];
        limit[i] = 1 / (1 + exp(-x));
    }
    ck_assert_int_eq(skpi_ensemble_plan_new(2020, YEARS_MANY, &o, &plan), SKPI_OK);
    ck_assert_int_eq(skpi_urban_ensemble_add(plan, &u, &model), SKPI_OK);
    for (int i = 0; i < PLACES_MANY; i++) load[i] = loading;
    if (loading != 0) {
        ck_assert_int_eq(skpi_ensemble_plan_factor(plan, NULL, &factor), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_plan_load(plan, model, 0, factor, load), SKPI_OK);
    }
    ck_assert_int_eq(skpi_ensemble_plan_event(plan, 0, 0, SKPI_ENSEMBLE_EVENT_BELOW, 2060, limit, &event), SKPI_OK);
    const skpi_ensemble_result_run_options run = {.size = sizeof run, .threads = 2};
    skpi_ensemble_result *r = plan_run(plan, &run);
    ck_assert_int_eq(skpi_ensemble_result_quantile(r, 0, 0, PROBS, plan_prob, q[0][0]), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_result_mean(r, 0, 0, mean[0]), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_result_probability(r, event, p), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_result_standard_error(r, event, error), SKPI_OK);
    for (int i = 0; i < PLACES_MANY; i++)
        for (int k = 0; k < YEARS_MANY; k++) {
            const double x = log(start[i] / (1 - start[i])) + (k + 1) * move[i], s = noise[i] * sqrt(k + 1);
            double expected = 0;
            for (int g = -400; g <= 400; g++) /* the trapezoidal rule: exact to 1e-14 for what falls so fast */
                expected += exp(-g * g / 5000.) / (1 + exp(-(x + s * g / 50))) / 50 / sqrt(2 * acos(-1));
            const double off = (mean[i][k] - expected) / s;
            if (k == 20) w.middle_mean += off * off;
            if (k == 40) w.mean += off * off;
            for (int j = 0; j < PROBS; j++) {
                const double prob = plan_prob[j], e = (log(q[i][k][j] / (1 - q[i][k][j])) - x) / s - z[j];
                const double near = prob < .5 ? prob : 1 - prob, density = exp(-z[j] * z[j] / 2) / sqrt(2 * acos(-1));
                const double one = near * (1 - (sampling == ANTITHETIC ? 2 : 1) * near) / DRAWS_MANY;
                if (k == 20 && j % 4 == 0) w.middle_tail += e * e;
                if (k == 20 && j == 2) w.middle_median += e * e;
                if (k == 40 && j % 4 == 0) w.tail += e * e;
                if (k == 40 && j % 2 == 1) w.quarter += e * e;
                if (k == 40 && j == 2) w.median += e * e;
                if (one > 0) w.z += e * e * density * density / one, w.n_z++;
            }
        }
    for (int i = 0; i < PLACES_MANY; i++) {
        const double e = (p[i] - (i % 2 ? .15865525393145707 : .38208857781104733)) / error[i];
        if (sampling == SOBOL)
            ck_assert(isnan(error[i]));
        else
            w.sure += e * e, w.n_sure++;
    }
    skpi_ensemble_result_free(r);
    skpi_ensemble_plan_free(plan);
    return w;
}

/* The ratio of errors of plain draws to those of others. */
static double times(double of_plain, double of_other) { return sqrt(of_plain / of_other); }

START_TEST(what_each_is_worth)
{
    if (unit_slow()) return; /* fewer draws say nothing of it */
    for (int32_t mode = SKPI_ENSEMBLE_MODE_EXACT; mode <= SKPI_ENSEMBLE_MODE_STREAM; mode++) {
        const worth one = worth_of(0, mode, 0), two = worth_of(ANTITHETIC, mode, 0);
        const worth even[] = {worth_of(SOBOL, mode, 0), worth_of(SOBOL, mode, .7)};
        ck_near(sqrt(one.z / one.n_z), 1, .2);
        ck_near(sqrt(two.z / two.n_z), 1, .2);
        ck_near(sqrt(one.sure / one.n_sure), 1, .35); /* of 32 places: three standard deviations */
        ck_near(sqrt(two.sure / two.n_sure), 1, .35);
        ck_assert_double_gt(times(one.mean, two.mean), 4);
        ck_assert_double_gt(times(one.median, two.median), mode == SKPI_ENSEMBLE_MODE_EXACT ? 1000 : 2);
        for (int i = 0; i < 2; i++) { /* alone, and with a factor */
            ck_assert_double_gt(times(one.tail, even[i].tail), 20);
            ck_assert_double_gt(times(one.quarter, even[i].quarter), 20);
            ck_assert_double_gt(times(one.median, even[i].median), 20);
            ck_assert_double_gt(times(one.mean, even[i].mean), 20);
            ck_assert_double_gt(times(one.middle_tail, even[i].middle_tail), 20);
            ck_assert_double_gt(times(one.middle_median, even[i].middle_median), 20);
            ck_assert_double_gt(times(one.middle_mean, even[i].middle_mean), 20);
        }
    }
}
END_TEST

/* ---- the same bits ---- */

/* Models get what skpi_ensemble_plan_shock says, in blocks of any number, whoever keeps the factors. */
START_TEST(draws_by_the_shocks)
{
    enum { DRAWS = 700 };
    for (int32_t sampling = ANTITHETIC; sampling <= SOBOL; sampling++)
        for (int32_t mode = SKPI_ENSEMBLE_MODE_EXACT; mode <= SKPI_ENSEMBLE_MODE_STREAM; mode++) {
            skpi_ensemble_plan *plan = plan_sampled(sampling, mode, DRAWS, 0, NULL);
            double z[DRAWS], mean[N][T];
            add_factor(plan);
            skpi_ensemble_result *r = plan_run(plan, NULL);
            ck_assert_int_eq(skpi_ensemble_result_mean(r, 0, 0, mean[0]), SKPI_OK);
            for (uint64_t i = 0; i < N; i++) {
                double x[DRAWS], h[DRAWS] = {0}, p = shock[i] * shock[i];
                for (int d = 0; d < DRAWS; d++) x[d] = log(level[i]);
                for (int k = 0; k < T; k++) {
                    const double s = sqrt(p + sigma[i] * sigma[i]), gain = .9 * p / s;
                    double sum = 0;
                    p = .81 * (p - p * p / (s * s)) + shock[i] * shock[i];
                    numbers(plan, 0, i, 2020 + k, 0, DRAWS, z);
                    for (int d = 0; d < DRAWS; d++) {
                        x[d] += drift[i] + h[d] + s * z[d];
                        h[d] = .9 * h[d] + gain * z[d];
                        sum += exp(x[d]);
                    }
                    ck_near(mean[i][k], sum / DRAWS, 1e-12);
                }
            }
            skpi_ensemble_result_free(r);
            skpi_ensemble_plan_free(plan);
        }
}
END_TEST

static skpi_ensemble_plan *plan_with_events(int32_t sampling, int32_t mode, uint64_t draws)
{
    static const int32_t anchor[] = {2030, 2039, 2024};
    const double limit[N] = {1.2, 2.9}, half[N] = {.45, .7};
    skpi_ensemble_plan *plan =
        plan_sampled(sampling, mode, draws, sampling == SOBOL ? 3 : 0, sampling == SOBOL ? anchor : NULL);
    int32_t e[3];
    add_factor(plan);
    ck_assert_int_eq(skpi_ensemble_plan_event(plan, 0, 0, SKPI_ENSEMBLE_EVENT_ABOVE, 2033, limit, e), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_event(plan, 1, 0, SKPI_ENSEMBLE_EVENT_ABOVE, 2036, half, e + 1), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_all(plan, 2, e, e + 2), SKPI_OK);
    return plan;
}

/* The bytes have a frozen hash, whatever draws them and however it is split. */
START_TEST(one_hash)
{
    static const uint64_t frozen[2][2] = {{UINT64_C(0x4855372f881dba50), UINT64_C(0x9197d4da7b386fba)},
                                          {UINT64_C(0x6989293a8c5fe69e), UINT64_C(0xfe6300e4fc4ec04c)}};
    for (int c = 0; c < 4; c++) {
        const int32_t sampling = c / 2 ? SOBOL : ANTITHETIC;
        const int32_t mode = c % 2 ? SKPI_ENSEMBLE_MODE_STREAM : SKPI_ENSEMBLE_MODE_EXACT;
        skpi_ensemble_plan *plan = plan_with_events(sampling, mode, 3 * 512 + 300);
        for (int32_t threads = 1; threads <= unit_few(4); threads *= 2)
            for (int32_t dispatch = SKPI_ENSEMBLE_DISPATCH_BEST; dispatch <= SKPI_ENSEMBLE_DISPATCH_X86_64_V4;
                 dispatch++) {
                if (!skpi__dispatch(dispatch)) continue;
                skpi_ensemble_result *r = plan_result(plan);
                for (uint64_t i = N; i-- > 0;) /* places one by one, from the last, and draws in two parts */
                    for (uint64_t part = 2; part-- > (c % 2 ? 0 : 1);) {
                        const skpi_ensemble_result_run_options o = {.size = sizeof o,
                                                                    .threads = threads,
                                                                    .dispatch = dispatch,
                                                                    .first_place = i,
                                                                    .n_places = 1,
                                                                    .first_draw = c % 2 ? 1024 * part : 0,
                                                                    .n_draws = part ? 0 : 1024};
                        plan_add_bytes(plan, r, plan_run(plan, &o));
                    }
                size_t n;
                uint64_t h = SKPI__HASH_START;
                unsigned char *bytes = plan_bytes(r, &n);
                for (size_t i = 0; i < n; i++) h = skpi__hash(h, bytes[i]);
                ck_assert_msg(h == frozen[c / 2][c % 2], "case %d, %d threads, dispatch %d: %016llx", c, (int)threads,
                              (int)dispatch, (unsigned long long)h);
                const skpi_ensemble_result_run_options all = {
                    .size = sizeof all, .threads = threads, .dispatch = dispatch};
                skpi_ensemble_result *whole = plan_run(plan, &all);
                ck_same(r, whole);
                skpi_ensemble_result_free(whole);
                free(bytes);
                skpi_ensemble_result_free(r);
            }
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

static int32_t stop(uint64_t done, uint64_t total, void *user)
{
    (void)done, (void)total;
    return ++*(int *)user >= 2;
}

START_TEST(canceled_and_taken_up_again)
{
    for (int c = 0; c < 4; c++) {
        skpi_ensemble_plan *plan = plan_with_events(
            c / 2 ? SOBOL : ANTITHETIC, c % 2 ? SKPI_ENSEMBLE_MODE_STREAM : SKPI_ENSEMBLE_MODE_EXACT, 20000);
        skpi_ensemble_result *all = plan_run(plan, NULL), *r = plan_result(plan);
        int calls = 1;
        const skpi_ensemble_result_run_options o = {.size = sizeof o, .progress = stop, .user = &calls};
        ck_fails(skpi_ensemble_result_run(r, plan, &o), SKPI_ECANCELED, "options->progress");
        ck_assert_int_eq(skpi_ensemble_result_run(r, plan, NULL), SKPI_OK);
        ck_same(all, r);
        skpi_ensemble_result_free(r);
        skpi_ensemble_result_free(all);
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

/* The pairs of antithetic draws are counted, and those without a partner in a last, broken block are not pairs. */
START_TEST(standard_errors_of_pairs)
{
    static const uint64_t draws[] = {1024, 1024 + 100, 1024 + 200, 1024 + 300};
    for (int c = 0; c < 8; c++) {
        const int32_t mode = c % 2 ? SKPI_ENSEMBLE_MODE_STREAM : SKPI_ENSEMBLE_MODE_EXACT;
        const int n = (int)draws[c / 2];
        static double z[1024 + 300], x[1024 + 300];
        skpi_ensemble_plan *plan = plan_sampled(ANTITHETIC, mode, draws[c / 2], 0, NULL);
        const double limit[N] = {.4, .6};
        int32_t event;
        double error[N], p[N];
        ck_assert_int_eq(skpi_ensemble_plan_event(plan, 1, 0, SKPI_ENSEMBLE_EVENT_ABOVE, 2020, limit, &event), SKPI_OK);
        skpi_ensemble_result *r = plan_run(plan, NULL);
        ck_assert_int_eq(skpi_ensemble_result_standard_error(r, event, error), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_result_probability(r, event, p), SKPI_OK);
        for (int i = 0; i < N; i++) {
            double happened = 0, both = 0, pairs = 0;
            numbers(plan, 1, (uint64_t)i, 2020, 0, (size_t)n, z);
            for (int d = 0; d < n; d++) happened += x[d] = drift[i] + .02 * z[d] >= 0;
            for (int d = 0; d + 256 < n; d++)
                if (d % 512 < 256) pairs++, both += x[d] > 0 && x[d + 256] > 0;
            const double q = happened / n, twice = pairs * (2 * q - 4 * q * q) + 2 * both;
            ck_assert_double_eq(p[i], q);
            ck_near(error[i], sqrt(twice + (n - 2 * pairs) * q * (1 - q)) / n, 1e-15);
            if (c < 2) ck_near(error[i], sqrt((happened / 4 + both / 2) / pairs - q * q) / sqrt(pairs), 1e-15);
            ck_assert_double_lt(error[i], .95 * sqrt(q * (1 - q) / n));
        }
        skpi_ensemble_result_free(r);
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

/* ---- refusals ---- */

START_TEST(what_is_refused)
{
    static const int32_t anchor[] = {2039, 2019, 2025, 2025},
                         one[] = {2039, 2038, 2037, 2036, 2035, 2034, 2033, 2032, 2031};
    skpi_ensemble_plan *plan = NULL;
    skpi_ensemble_plan_options o = {.size = sizeof o, .sampling = SKPI_ENSEMBLE_MODE_EXACT};
    ck_fails(skpi_ensemble_plan_new(2020, T, &o, &plan), SKPI_EINVAL, "options->sampling");
    o = (skpi_ensemble_plan_options){.size = sizeof o, .sampling = ANTITHETIC, .n_anchors = 1, .anchor = anchor};
    ck_fails(skpi_ensemble_plan_new(2020, T, &o, &plan), SKPI_EINVAL, "options->anchor");
    o = (skpi_ensemble_plan_options){.size = sizeof o, .sampling = SOBOL, .anchor = anchor};
    ck_fails(skpi_ensemble_plan_new(2020, T, &o, &plan), SKPI_EINVAL, "options->n_anchors");
    o.n_anchors = 2;
    ck_fails_at(skpi_ensemble_plan_new(2020, T, &o, &plan), SKPI_ERANGE, "options->anchor", 1);
    o.anchor = anchor + 2;
    ck_fails_at(skpi_ensemble_plan_new(2020, T, &o, &plan), SKPI_EDUPLICATE, "options->anchor", 1);
    o.anchor = one;
    o.n_anchors = 9;
    ck_fails(skpi_ensemble_plan_new(2020, T, &o, &plan), SKPI_ERANGE, "options->n_anchors");
    o.n_anchors = 8;
    o.mode = SKPI_ENSEMBLE_MODE_STREAM;
    o.n_draws = (UINT64_C(1) << 32) + 512;
    ck_fails(skpi_ensemble_plan_new(2020, T, &o, &plan), SKPI_ERANGE, "options->n_draws");
    ck_assert_ptr_null(plan);

    /* 8 anchors, 2 places, 2 models: 32 dimensions; each factor has 8 more */
    plan = plan_sampled(SOBOL, 0, 600, 8, one);
    skpi_ensemble_result *r = NULL;
    double z[2];
    int32_t f;
    for (int i = 0; i < 134; i++) ck_assert_int_eq(skpi_ensemble_plan_factor(plan, NULL, &f), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_result_new(plan, &r), SKPI_OK); /* 1,104 */
    skpi_ensemble_result_free(r);
    ck_fails(skpi_ensemble_plan_shock(plan, 2, 0, 0, 0, 2020, (UINT64_C(1) << 32) - 1, z), SKPI_ERANGE, "first_draw");
    ck_assert_int_eq(skpi_ensemble_plan_factor(plan, NULL, &f), SKPI_OK);
    ck_fails(skpi_ensemble_result_new(plan, &r), SKPI_ERANGE, "plan");
    ck_assert_msg(strstr(skpi_last_error(), "1112") != NULL, "%s", skpi_last_error());
    ck_fails(skpi_ensemble_plan_shock(plan, 2, 0, 0, 0, 2020, 0, z), SKPI_ERANGE, "plan");
    ck_fails(skpi_ensemble_result_read(plan, 8, z, &r), SKPI_ERANGE, "plan");
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* Another sampling is another plan. */
START_TEST(shards_of_other_samplings)
{
    static const int32_t turned[] = {2029, 2039};
    skpi_ensemble_plan *plan[] = {plan_sampled(0, 0, 600, 0, NULL), plan_sampled(ANTITHETIC, 0, 600, 0, NULL),
                                  plan_sampled(SOBOL, 0, 600, 0, NULL), plan_sampled(SOBOL, 0, 600, 2, turned),
                                  plan_sampled(SOBOL, 0, 600, 1, turned)};
    for (int i = 0; i < 5; i++)
        for (int j = 0; j < i; j++) {
            skpi_ensemble_result *a = plan_result(plan[i]), *b = plan_result(plan[j]);
            ck_fails(skpi_ensemble_result_merge(a, b), SKPI_EINCONSISTENT, "other");
            skpi_ensemble_result_free(a);
            skpi_ensemble_result_free(b);
        }
    for (int i = 0; i < 5; i++) skpi_ensemble_plan_free(plan[i]);
}
END_TEST

UNIT_MAIN("ensemble_sampling",
          UNIT_CASE("numbers", antithetic_from_the_plain_stream, antithetic_pairs_of_parts,
                    points_from_the_plain_stream, anchors_by_default, still_standard_normal),
          UNIT_CASE("draws", what_each_is_worth, draws_by_the_shocks, one_hash, canceled_and_taken_up_again,
                    standard_errors_of_pairs, what_is_refused, shards_of_other_samplings))
