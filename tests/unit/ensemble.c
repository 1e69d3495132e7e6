/* Ensembles: what a run gives, against closed forms and against draws replayed one by one. */
#include "ensemble/total.h"
#include "numeric/block.h"
#include "numeric/logit.h"
#include "ensemble/quantile_histogram.h"
#include "unit/ensemble_plan.h"

/* The z of a quantile that was found, for x normal with mean m and deviation s; f is the density at z_p. */
static double score(double found, double closed, double s, double prob, double z, double draws)
{
    const double error = (log(found / (1 - found)) - log(closed / (1 - closed))) / s;
    const double density = exp(-z * z / 2) / sqrt(2 * acos(-1));
    return error / (sqrt(prob * (1 - prob) / draws) / density);
}

static double rms_of(int32_t mode, uint64_t draws)
{
    enum { N = 40, T = 20 };
    static const double z[PROBS] = {-1.6448536269514722, -.6744897501960817, 0, .6744897501960817, 1.6448536269514722};
    static double share[N], drift[N], sigma[N], found[N * T * PROBS], closed[N * T * PROBS];
    const skpi_ensemble_plan_options o = {
        .size = sizeof o, .seed = 2026, .n_draws = draws, .mode = mode, .n_places = N};
    const skpi_urban_ensemble_add_in u = {.size = sizeof u, .share = share, .drift = drift, .sigma = sigma};
    skpi_ensemble_plan *plan = NULL;
    int32_t model;
    double sum = 0;
    for (int i = 0; i < N; i++) share[i] = (i + 1.) / (N + 1), drift[i] = .04 - .001 * i, sigma[i] = .01 + .002 * i;
    ck_assert_int_eq(skpi_ensemble_plan_new(FIRST, T, &o, &plan), SKPI_OK);
    ck_assert_int_eq(skpi_urban_ensemble_add(plan, &u, &model), SKPI_OK);
    skpi_ensemble_result *a = plan_run(plan, NULL);
    ck_assert_int_eq(skpi_ensemble_result_quantile(a, model, 0, PROBS, plan_prob, found), SKPI_OK);
    const skpi_urban_walk_quantile_in walk = {
        .size = sizeof walk, .n = N, .share = share, .drift = drift, .sigma = sigma};
    ck_assert_int_eq(skpi_urban_walk_quantile(&walk, T, PROBS, plan_prob, closed, NULL), SKPI_OK);
    for (int i = 0; i < N; i++)
        for (int k = 0; k < T; k++)
            for (int q = 0; q < PROBS; q++) {
                const int c = (i * T + k) * PROBS + q;
                const double e = score(found[c], closed[c], sigma[i] * sqrt(k + 1), plan_prob[q], z[q], (double)draws);
                ck_assert_msg(fabs(e) < 5.5, "%g standard errors", e);
                sum += e * e;
            }
    skpi_ensemble_result_free(a);
    skpi_ensemble_plan_free(plan);
    return sqrt(sum / (N * T * PROBS));
}

START_TEST(quantiles_are_the_closed_form)
{
    ck_near(rms_of(SKPI_ENSEMBLE_MODE_EXACT, 4096), 1, .12);
    ck_near(rms_of(SKPI_ENSEMBLE_MODE_STREAM, 4096), 1, .12);
}
END_TEST

/* Draws of model 0 or 1 in a place, computed year by year from the documented stream. */
enum { DRAWS = 1300 };
static double replayed[2][PLACES][YEARS][1536];

static void replay(uint64_t seed)
{
    static const uint64_t id[PLACES] = {7, 3, 4000000000u};
    static double z[1536], x[1536];
    for (int32_t m = 0; m < 2; m++)
        for (int i = 0; i < PLACES; i++) {
            for (int d = 0; d < 1536; d++) x[d] = skpi__logit_same(plan_share[i]);
            for (int k = 0; k < YEARS; k++) {
                ck_assert_int_eq(skpi_ensemble_draw(1536, seed, m, id[i], FIRST + k, 0, 0, z), SKPI_OK);
                for (int d = 0; d < 1536; d++) x[d] = x[d] + (plan_drift[i] + plan_sigma[i] * z[d]);
                for (int d = 0; d < 1536; d += 512)
                    skpi__block_kernel_at(SKPI_ENSEMBLE_DISPATCH_PLAIN)->logistic(x + d, replayed[m][i][k] + d);
            }
        }
}

static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Every quantile is exactly that of a full sort of the replayed draws; means agree to the last unit of the sums. */
START_TEST(quantiles_and_means_of_the_replayed_draws)
{
    skpi_ensemble_plan *plan = plan_of(SKPI_ENSEMBLE_MODE_EXACT, DRAWS, 42, 0);
    skpi_ensemble_result *a = plan_run(plan, NULL);
    double q[PLACES][YEARS][PROBS], mean[PLACES][YEARS];
    replay(42);
    for (int32_t m = 0; m < 2; m++) {
        ck_assert_int_eq(skpi_ensemble_result_quantile(a, m, 0, PROBS, plan_prob, q[0][0]), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_result_mean(a, m, 0, mean[0]), SKPI_OK);
        for (int i = 0; i < PLACES; i++)
            for (int k = 0; k < YEARS; k++) {
                double u[DRAWS], sum = 0;
                memcpy(u, replayed[m][i][k], sizeof u);
                qsort(u, DRAWS, sizeof *u, ascending);
                for (int d = 0; d < DRAWS; d++) sum += u[d];
                ck_near(mean[i][k], sum / DRAWS, 0x1p-37 + 1e-15);
                for (int p = 0; p < PROBS; p++) {
                    const double place = (DRAWS - 1) * plan_prob[p], part = place - floor(place);
                    const double low = u[(int)place], high = u[(int)place + 1];
                    ck_assert_double_eq(q[i][k][p],
                                        part < .5 ? low + part * (high - low) : high - (1 - part) * (high - low));
                }
            }
    }
    const double some[2] = {.95, .25};
    double two[PLACES][YEARS][2];
    ck_assert_int_eq(skpi_ensemble_result_quantile(a, 1, 0, 2, some, two[0][0]), SKPI_OK);
    ck_assert_double_eq(two[2][3][0], q[2][3][4]);
    ck_assert_double_eq(two[2][3][1], q[2][3][1]);
    skpi_ensemble_result_free(a);
    skpi_ensemble_plan_free(plan);
}
END_TEST

START_TEST(events_of_the_replayed_draws)
{
    static const double half[PLACES] = {.38, .65, .91}, sums[PLACES] = {2.4, 3.9, 5.46};
    replay(42);
    for (int32_t mode = SKPI_ENSEMBLE_MODE_EXACT; mode <= SKPI_ENSEMBLE_MODE_STREAM; mode++) {
        skpi_ensemble_plan *plan = plan_of(mode, DRAWS, 42, SKPI_ENSEMBLE_FLAG_NO_QUANTILES);
        skpi_ensemble_result *a = plan_run(plan, NULL);
        double found[5][PLACES];
        for (int32_t e = 0; e < 5; e++) ck_assert_int_eq(skpi_ensemble_result_probability(a, e, found[e]), SKPI_OK);
        for (int i = 0; i < PLACES; i++) {
            int n[5] = {0};
            for (int d = 0; d < DRAWS; d++) {
                double sum = 0, top = 0;
                int peak = 0;
                for (int k = 0; k < YEARS; k++) {
                    sum += replayed[0][i][k][d];
                    if (replayed[1][i][k][d] > top) top = replayed[1][i][k][d], peak = k;
                }
                const int above = replayed[0][i][4][d] >= half[i], below = replayed[1][i][2][d] <= half[i];
                n[0] += above, n[1] += below, n[2] += peak <= 3, n[3] += sum <= sums[i], n[4] += above && below;
            }
            for (int e = 0; e < 5; e++) {
                ck_assert_double_eq(found[e][i], n[e] / (double)DRAWS);
                ck_assert(n[e] > 0 && n[e] < DRAWS); /* each event happens in some of the draws */
            }
        }
        skpi_ensemble_result_free(a);
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

/* Without noise every draw is the projection by the United Nations' method.  With speed 1 the rate is the norm itself
 * every year. */
START_TEST(the_pull_is_that_of_the_projection)
{
    enum { N = 4, T = 40 };
    const double share[N] = {.2, .5, .8, .97}, drift[N] = {.06, -.02, .01, .03}, none[N] = {0}, all[N] = {1, 1, 1, 1};
    const int32_t size_class[N] = {SKPI_URBAN_SIZE_LARGE, SKPI_URBAN_SIZE_SMALL, SKPI_URBAN_SIZE_LARGE,
                                   SKPI_URBAN_SIZE_SMALL};
    const int32_t last[N] = {2018, 2018, 2018, 2018};
    static const int32_t mode[] = {SKPI_ENSEMBLE_MODE_EXACT, SKPI_ENSEMBLE_MODE_STREAM};
    double mean[N][T], quantile[N][T][1], expected[N][T];
    const double median[] = {.5};
    for (int pure = 0; pure < 2; pure++)
        for (int m = 0; m < 2; m++) {
            const skpi_ensemble_plan_options o = {.size = sizeof o, .n_draws = 700, .mode = mode[m], .n_places = N};
            const skpi_urban_ensemble_add_in u = {.size = sizeof u,
                                                  .share = share,
                                                  .drift = drift,
                                                  .sigma = none,
                                                  .size_class = size_class,
                                                  .speed = pure ? all : NULL};
            skpi_ensemble_plan *plan = NULL;
            int32_t model;
            ck_assert_int_eq(skpi_ensemble_plan_new(2019, T, &o, &plan), SKPI_OK);
            ck_assert_int_eq(skpi_urban_ensemble_add(plan, &u, &model), SKPI_OK);
            skpi_ensemble_result *a = plan_run(plan, NULL);
            ck_assert_int_eq(skpi_ensemble_result_mean(a, model, 0, mean[0]), SKPI_OK);
            ck_assert_int_eq(skpi_ensemble_result_quantile(a, model, 0, 1, median, quantile[0][0]), SKPI_OK);
            skpi_urban_project_out out = {.size = sizeof out, .share = expected[0]};
            const skpi_urban_project_in in = {
                .size = sizeof in, .n = N, .last_year = last, .share = share, .urgd = drift, .size_class = size_class};
            if (!pure) ck_assert_int_ge(skpi_urban_project(&in, 2019, T, NULL, &out, NULL), 0);
            for (int i = 0; i < N; i++) {
                double p = share[i];
                for (int k = 0; k < T; k++) {
                    if (pure) {
                        double r;
                        ck_assert_int_eq(skpi_urban_norm_urgd(1, &p, size_class + i, NULL, &r, NULL), SKPI_OK);
                        p = 1 / (1 + exp(-(log(p / (1 - p)) + r)));
                        expected[i][k] = p;
                    }
                    ck_near(mean[i][k], expected[i][k], 2e-11); /* tolerance: the unit of the sums */
                    ck_near(quantile[i][k][0], expected[i][k], 2e-13);
                }
            }
            skpi_ensemble_result_free(a);
            skpi_ensemble_plan_free(plan);
        }
}
END_TEST

/* Noise against the pull: after many years the spread is narrower than that of the free walk. */
START_TEST(the_pull_narrows)
{
    const double share = .5, drift = .02, sigma = .05, prob[2] = {.05, .95};
    const int32_t size_class = SKPI_URBAN_SIZE_LARGE;
    double width[2];
    for (int pulled = 0; pulled < 2; pulled++) {
        const skpi_ensemble_plan_options o = {.size = sizeof o, .n_draws = 20000, .n_prob = 2, .prob = prob};
        const skpi_urban_ensemble_add_in u = {.size = sizeof u,
                                              .share = &share,
                                              .drift = &drift,
                                              .sigma = &sigma,
                                              .size_class = pulled ? &size_class : NULL};
        skpi_ensemble_plan *plan = NULL;
        int32_t model;
        double q[60][2];
        ck_assert_int_eq(skpi_ensemble_plan_new(2019, 60, &o, &plan), SKPI_OK);
        ck_assert_int_eq(skpi_urban_ensemble_add(plan, &u, &model), SKPI_OK);
        skpi_ensemble_result *a = plan_run(plan, NULL);
        ck_assert_int_eq(skpi_ensemble_result_quantile(a, model, 0, 2, prob, q[0]), SKPI_OK);
        width[pulled] = log(q[59][1] / (1 - q[59][1])) - log(q[59][0] / (1 - q[59][0]));
        skpi_ensemble_result_free(a);
        skpi_ensemble_plan_free(plan);
    }
    ck_near(width[0], 2 * 1.6448536 * sigma * sqrt(60), .02);
    ck_assert_double_lt(width[1], width[0] * .98);
    ck_assert_double_gt(width[1], width[0] * .8);
}
END_TEST

/* A streamed quantile is within the width of a bin of the exact one; means and counts are the same whole numbers. */
START_TEST(the_stream_agrees_with_the_exact)
{
    enum { D = 20000 };
    skpi_ensemble_plan *plan[2] = {plan_of(SKPI_ENSEMBLE_MODE_EXACT, D, 5, 0),
                                   plan_of(SKPI_ENSEMBLE_MODE_STREAM, D, 5, 0)};
    skpi_ensemble_result *a[2] = {plan_run(plan[0], NULL), plan_run(plan[1], NULL)};
    double mean[2][PLACES * YEARS], p[2][PLACES], q[2][PLACES][YEARS][PROBS], off = 0;
    for (int32_t m = 0; m < 2; m++) {
        for (int j = 0; j < 2; j++) {
            ck_assert_int_eq(skpi_ensemble_result_mean(a[j], m, 0, mean[j]), SKPI_OK);
            ck_assert_int_eq(skpi_ensemble_result_quantile(a[j], m, 0, PROBS, plan_prob, q[j][0][0]), SKPI_OK);
        }
        for (int c = 0; c < PLACES * YEARS; c++) ck_assert_double_eq(mean[0][c], mean[1][c]);
        for (int i = 0; i < PLACES; i++)
            for (int k = 0; k < YEARS; k++)
                for (int r = 0; r < PROBS; r++) {
                    const double one = q[0][i][k][r], two = q[1][i][k][r], width = .00664 * plan_sigma[i] * sqrt(k + 1);
                    ck_near(two, one, .25 * width);
                    off += (log(two / (1 - two)) - log(one / (1 - one))) / width;
                }
    }
    ck_near(off / (2 * PLACES * YEARS * PROBS), 0, .05); /* bins cause no bias */
    for (int32_t e = 0; e < 5; e++) {
        for (int j = 0; j < 2; j++) ck_assert_int_eq(skpi_ensemble_result_probability(a[j], e, p[j]), SKPI_OK);
        for (int i = 0; i < PLACES; i++) ck_assert_double_eq(p[0][i], p[1][i]);
    }
    for (int j = 0; j < 2; j++) {
        skpi_ensemble_result_free(a[j]);
        skpi_ensemble_plan_free(plan[j]);
    }
}
END_TEST

/* Sums that exceed 64 bits in both directions. */
START_TEST(sums_of_whole_numbers)
{
    skpi__total t = {0, 0}, u = {0, 0};
    for (int i = 0; i < 6; i++) skpi__total_add(&t, INT64_MAX);
    ck_assert_double_eq(skpi__total_value(t), 6 * 0x1p63);
    for (int i = 0; i < 14; i++) skpi__total_add(&u, INT64_MIN);
    ck_assert_double_eq(skpi__total_value(u), -14 * 0x1p63);
    skpi__total_join(&t, u);
    ck_assert_double_eq(skpi__total_value(t), -8 * 0x1p63);
    for (int i = 0; i < 8; i++) skpi__total_add(&t, INT64_MAX);
    ck_assert_double_eq(skpi__total_value(t), -14); /* six and eight times 2^63 - 1 */
    for (int i = 0; i < 3; i++) skpi__total_add(&t, 5);
    ck_assert_double_eq(skpi__total_value(t), 1);
}
END_TEST

START_TEST(the_logit_is_the_logit)
{
    for (int i = 1; i < 100000; i++) {
        const double p = i / 100000., expected = p > .25 && p < .75 ? log1p((2 * p - 1) / (1 - p)) : log(p / (1 - p));
        ck_near(skpi__logit_same(p), expected, 5e-16 + 4e-16 * fabs(expected));
        ck_near(skpi__logit_same(p / 65536 / 65536), log(p / 65536 / 65536), 1e-8 * p + 4e-16 * 40);
    }
    ck_near(skpi__ln_same(0x1p-1074), -744.4400719213812, 1e-12);
    ck_assert_double_eq(skpi__logit_same(.5), 0);
}
END_TEST

/* Quantiles of these probabilities, of one small plan. */
static void small_quantiles(size_t n, const double *p, double *q)
{
    const skpi_ensemble_plan_options o = {.size = sizeof o,
                                          .seed = 3,
                                          .n_draws = 600,
                                          .mode = SKPI_ENSEMBLE_MODE_EXACT,
                                          .n_places = PLACES,
                                          .n_prob = n,
                                          .prob = p};
    skpi_ensemble_plan *plan = NULL;
    ck_assert_int_eq(skpi_ensemble_plan_new(FIRST, YEARS, &o, &plan), SKPI_OK);
    plan_urban(plan);
    skpi_ensemble_result *r = plan_run(plan, NULL);
    ck_assert_int_eq(skpi_ensemble_result_quantile(r, 0, 0, n, p, q), SKPI_OK);
    skpi_ensemble_result_free(r);
    skpi_ensemble_plan_free(plan);
}

/* Probabilities that share their ranks: quantiles are those that each has alone. */
START_TEST(quantiles_that_are_neighbours)
{
    enum { NEAR = 7 };
    static const double p[NEAR] = {.1, .4002, .4004, .4006, .401, .402, .9};
    double all[PLACES * YEARS * NEAR], one[PLACES * YEARS];
    small_quantiles(NEAR, p, all);
    for (int i = 0; i < NEAR; i++) {
        small_quantiles(1, p + i, one);
        for (int c = 0; c < PLACES * YEARS; c++) ck_assert_double_eq(all[c * NEAR + i], one[c]);
    }
}
END_TEST

/* Draws are evenly distributed over their bin; the outermost bins have half the width of the others. */
START_TEST(quantiles_of_bins)
{
    static uint64_t bin[SKPI__BINS];
    static const size_t at[] = {0, 7, SKPI__BINS - 1};
    static const double p[] = {1e-9, .5, 1 - 1e-9};
    skpi__form form = SKPI__FORM_VALUE;
    const skpi__sizes sizes = {.n_years = 1, .n_series = 1, .form = &form};
    double low = 2, high = 2 + (SKPI__BINS - 1) * .5, work[6], q[3]; /* bins of .5 */
    skpi__span span = {0, 100};
    const skpi__record record = {.n_spans = 1, .room = 1, .span = &span, .low = &low, .high = &high, .bin = bin};
    for (int k = 0; k < 3; k++) {
        memset(bin, 0, sizeof bin);
        bin[at[k]] = 100;
        skpi__histogram_quantiles(&sizes, &record, 0, 0, 3, p, work, q);
        const double from = k ? low + .5 * (double)at[k] - .25 : low,
                     to = k < 2 ? low + .5 * (double)at[k] + .25 : high;
        ck_near(q[0], from + (to - from) / 200, 1e-9);
        ck_near(q[1], (from + to) / 2, 1e-12);
        ck_near(q[2], to - (to - from) / 200, 1e-9);
    }
}
END_TEST

UNIT_MAIN("ensemble",
          UNIT_CASE("draws", quantiles_are_the_closed_form, quantiles_that_are_neighbours, quantiles_of_bins,
                    quantiles_and_means_of_the_replayed_draws, events_of_the_replayed_draws,
                    the_stream_agrees_with_the_exact),
          UNIT_CASE("urban", the_pull_is_that_of_the_projection, the_pull_narrows, the_logit_is_the_logit,
                    sums_of_whole_numbers))
