/* Ensembles of walks whose drift fades and changes: gains, closed forms, emissions and their sums. */
#include "core/dispatch.h"
#include "ensemble/hash.h"
#include "ensemble/walk_model.h"
#include "numeric/block.h"
#include "numeric/logit.h"
#include "series/walk_gains.h"
#include "unit/ensemble_plan.h"

static const int32_t modes[] = {SKPI_ENSEMBLE_MODE_EXACT, SKPI_ENSEMBLE_MODE_STREAM};
static const double normal[PROBS] = {-1.6448536269514722, -.6744897501960817, 0, .6744897501960817, 1.6448536269514722};

/* Known: computed in 40 digits from the recursion of walk_gains.h. */
START_TEST(gains_of_the_innovations)
{
    static const int year[] = {1, 2, 3, 10, 41};
    static const double s[] = {.0436606229914, .0459832560403, .0471335762139, .0479688106906, .0479700521578};
    static const double k[] = {.00631289663581, .0100691837058, .0118687494346, .0131524236286, .0131543178552};
    const skpi__walk w = {.growth = .004, .excess = .02, .sigma = .04, .drift_sigma = .0175};
    skpi__walk_gain g[41];
    skpi__walk_gains(&w, 41, g);
    for (int i = 0; i < 5; i++) {
        ck_near(g[year[i] - 1].s, s[i], 6e-14);
        ck_near(g[year[i] - 1].gain, k[i], 6e-14);
    }
    ck_near(g[1].drift, .004 + .02 * .81, 1e-17);
}
END_TEST

/* The innovations have the variance of the two noises: the squares of their weights add up to the closed form. */
START_TEST(weights_of_the_innovations)
{
    enum { T = 60 };
    static const double sigma[] = {.04, 0, .2, .001, .04}, shock[] = {.0175, .02, .0001, .5, 0};
    skpi__walk_lead lead[T];
    skpi__walk_gain g[T];
    skpi__walk_leads(T, lead);
    for (int i = 0; i < 5; i++) {
        const skpi__walk w = {.sigma = sigma[i], .drift_sigma = shock[i]};
        skpi__walk_gains(&w, T, g);
        for (int h = 1; h <= T; h++) {
            double sum = 0, c = 0; /* c: (1 - rho^(h - t))/(1 - rho) */
            for (int t = h; t >= 1; t--) {
                const double psi = g[t - 1].s + g[t - 1].gain * c;
                sum += psi * psi;
                c = 1 + SKPI__WALK_FADING * c;
            }
            const double closed = skpi__walk_deviation(&w, lead + h - 1);
            ck_near(sum, closed * closed, 1e-13 * closed * closed);
        }
    }
    ck_near(lead[40].drift_variance, 2750.18537714, 5e-9);
}
END_TEST

enum { N = 40, T = 20 };
static double level[N], drift[N], growth[N], sigma[N], shock[N], earlier[N];

static void parameters(void)
{
    for (int i = 0; i < N; i++) {
        level[i] = (i + 1.) / (N + 1);
        drift[i] = .04 - .001 * i;
        growth[i] = .005;
        sigma[i] = i % 4 ? .01 + .002 * i : 0;
        shock[i] = i % 3 ? .005 + .0005 * i : 0;
        earlier[i] = 2 * i;
    }
    sigma[0] = .03; /* not both are 0 */
    sigma[12] = sigma[24] = sigma[36] = .02;
}

static skpi_ensemble_plan *plan_new(int32_t mode, uint64_t draws, size_t places, size_t years, uint32_t flags)
{
    const skpi_ensemble_plan_options o = {
        .size = sizeof o, .flags = flags, .seed = 2026, .n_draws = draws, .mode = mode, .n_places = places};
    skpi_ensemble_plan *plan = NULL;
    ck_assert_int_eq(skpi_ensemble_plan_new(FIRST, years, &o, &plan), SKPI_OK);
    return plan;
}

static int32_t add_urban(skpi_ensemble_plan *plan)
{
    const skpi_urban_ensemble_add_in in = {
        .size = sizeof in, .share = level, .drift = drift, .sigma = sigma, .growth = growth, .drift_sigma = shock};
    int32_t model = -1;
    ck_assert_int_eq(skpi_urban_ensemble_add(plan, &in, &model), SKPI_OK);
    return model;
}
static int32_t add_carbon(skpi_ensemble_plan *plan)
{
    const skpi_carbon_ensemble_add_in in = {.size = sizeof in,
                                            .emission = level,
                                            .drift = drift,
                                            .sigma = sigma,
                                            .growth = growth,
                                            .drift_sigma = shock,
                                            .cumulative = earlier};
    int32_t model = -1;
    ck_assert_int_eq(skpi_carbon_ensemble_add(plan, &in, &model), SKPI_OK);
    return model;
}

static skpi__walk walk_of(int i)
{
    return (skpi__walk){
        .growth = growth[i], .excess = drift[i] - growth[i], .sigma = sigma[i], .drift_sigma = shock[i]};
}

/* Standard errors between quantiles that were found, on the scale of the walk, and the closed form of its walk. */
static double errors_of(const skpi__walk *w, double start, const double *found, double draws, int logit)
{
    skpi__walk_lead lead[T];
    double sum = 0;
    skpi__walk_leads(T, lead);
    for (int k = 0; k < T; k++)
        for (int q = 0; q < PROBS; q++) {
            const double p = found[k * PROBS + q], x = logit ? log(p / (1 - p)) : log(p);
            const double s = skpi__walk_deviation(w, lead + k), z = normal[q];
            const double density = exp(-z * z / 2) / sqrt(2 * acos(-1));
            const double error = (x - start - skpi__walk_change(w, lead + k) - z * s) / s;
            const double e = error / (sqrt(plan_prob[q] * (1 - plan_prob[q]) / draws) / density);
            ck_assert_msg(fabs(e) < 5.5, "year %d, quantile %d: %g standard errors", k, q, e);
            sum += e * e;
        }
    return sum;
}

START_TEST(quantiles_are_the_closed_form)
{
    static double found[N * T * PROBS];
    const uint64_t draws = unit_draws(4096);
    parameters();
    for (int m = 0; m < 2; m++) {
        skpi_ensemble_plan *plan = plan_new(modes[m], draws, N, T, 0);
        const int32_t model[2] = {add_urban(plan), add_carbon(plan)};
        skpi_ensemble_result *a = plan_run(plan, NULL);
        for (int j = 0; j < 2; j++) {
            double sum = 0;
            ck_assert_int_eq(skpi_ensemble_result_quantile(a, model[j], 0, PROBS, plan_prob, found), SKPI_OK);
            for (int i = 0; i < N; i++) {
                const skpi__walk w = walk_of(i);
                const double start = j ? log(level[i]) : log(level[i] / (1 - level[i]));
                sum += errors_of(&w, start, found + i * T * PROBS, (double)draws, j == 0);
            }
            ck_near(sqrt(sum / (N * T * PROBS)), 1, .15);
        }
        skpi_ensemble_result_free(a);
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

/* Emissions and their sums, replayed year by year from the stream and the recursion on the page. */
enum { DRAWS = 1300, ROOM = 1536 };
static double emission[N][T][ROOM], sums[N][T][ROOM];

static void replay(int32_t model, const double *path)
{
    static double z[ROOM], x[ROOM], h[ROOM];
    for (int i = 0; i < 3; i++) {
        double p = shock[i] * shock[i], v = drift[i] - growth[i], before = skpi__ln_same(level[i]);
        for (int d = 0; d < ROOM; d++) x[d] = skpi__ln_same(level[i]), h[d] = 0;
        for (int k = 0; k < T; k++) {
            const double s = shock[i] > 0 ? sqrt(p + sigma[i] * sigma[i]) : sigma[i];
            const double gain = shock[i] > 0 ? .9 * p / s : 0;
            v = .9 * v;
            const double step = path ? skpi__ln_same(path[i * T + k]) - before : growth[i] + v;
            before = path ? skpi__ln_same(path[i * T + k]) : before;
            if (shock[i] > 0) p = .9 * .9 * (p - p * p / (s * s)) + shock[i] * shock[i];
            ck_assert_int_eq(skpi_ensemble_draw(ROOM, 2026, model, (uint64_t)i, FIRST + k, 0, 0, z), SKPI_OK);
            for (int d = 0; d < ROOM; d++) {
                x[d] = x[d] + (step + (h[d] + s * z[d]));
                h[d] = .9 * h[d] + gain * z[d];
            }
            for (int d = 0; d < ROOM; d += 512)
                skpi__block_kernel_at(SKPI_ENSEMBLE_DISPATCH_PLAIN)->exp(x + d, emission[i][k] + d);
            for (int d = 0; d < ROOM; d++) sums[i][k][d] = (k ? sums[i][k - 1][d] : earlier[i]) + emission[i][k][d];
        }
    }
}

static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Every quantile is exactly that of a full sort of the replayed draws. */
START_TEST(emissions_of_the_replayed_draws)
{
    double q[3][T][PROBS], mean[3][T], bare[3][T], path[3 * T];
    parameters();
    for (int i = 0; i < 3 * T; i++) path[i] = level[i / T] * (1.2 - .03 * (i % T));
    for (int with = 0; with < 2; with++) {
        skpi_ensemble_plan *plan[2];
        const skpi_carbon_ensemble_add_in in = {.size = sizeof in,
                                                .emission = level,
                                                .sigma = sigma,
                                                .drift_sigma = shock,
                                                .path = path,
                                                .cumulative = earlier};
        int32_t model = -1;
        for (uint32_t flags = 0; flags < 2; flags++) {
            plan[flags] = plan_new(SKPI_ENSEMBLE_MODE_EXACT, DRAWS, 3, T, flags);
            plan_urban(plan[flags]); /* so that the model's number is not 0 */
            if (with)
                ck_assert_int_eq(skpi_carbon_ensemble_add(plan[flags], &in, &model), SKPI_OK);
            else
                model = add_carbon(plan[flags]);
        }
        replay(model, with ? path : NULL);
        skpi_ensemble_result *a = plan_run(plan[0], NULL), *b = plan_run(plan[1], NULL);
        for (int32_t v = 0; v < 2; v++) {
            ck_assert_int_eq(skpi_ensemble_result_quantile(a, model, v, PROBS, plan_prob, q[0][0]), SKPI_OK);
            ck_assert_int_eq(skpi_ensemble_result_mean(a, model, v, mean[0]), SKPI_OK);
            ck_assert_int_eq(skpi_ensemble_result_mean(b, model, v, bare[0]), SKPI_OK);
            ck_assert_int_eq(memcmp(mean, bare, sizeof mean), 0); /* one pass or several: the same bits */
            for (int i = 0; i < 3; i++)
                for (int k = 0; k < T; k++) {
                    double u[DRAWS], sum = 0;
                    memcpy(u, v ? sums[i][k] : emission[i][k], sizeof u);
                    qsort(u, DRAWS, sizeof *u, ascending);
                    for (int d = 0; d < DRAWS; d++) sum += u[d];
                    ck_near(mean[i][k], sum / DRAWS, 1e-12 * (1 + fabs(mean[i][k])));
                    for (int p = 0; p < PROBS; p++) {
                        const double place = (DRAWS - 1) * plan_prob[p], part = place - floor(place);
                        const double low = u[(int)place], high = u[(int)place + 1];
                        ck_assert_double_eq(q[i][k][p],
                                            part < .5 ? low + part * (high - low) : high - (1 - part) * (high - low));
                    }
                }
        }
        skpi_ensemble_result_free(a);
        skpi_ensemble_result_free(b);
        for (int j = 0; j < 2; j++) skpi_ensemble_plan_free(plan[j]);
    }
}
END_TEST

/* A streamed quantile is within the width of a bin of the exact one, and means are the same whole numbers. */
START_TEST(the_stream_agrees_with_the_exact)
{
    enum { D = 20000 };
    skpi_ensemble_result *a[2];
    double mean[2][3 * T], q[2][3][T][PROBS];
    parameters();
    for (int m = 0; m < 2; m++) {
        skpi_ensemble_plan *plan = plan_new(modes[m], D, 3, T, 0);
        add_carbon(plan);
        a[m] = plan_run(plan, NULL);
        skpi_ensemble_plan_free(plan);
    }
    for (int32_t v = 0; v < 2; v++) {
        for (int m = 0; m < 2; m++) {
            ck_assert_int_eq(skpi_ensemble_result_mean(a[m], 0, v, mean[m]), SKPI_OK);
            ck_assert_int_eq(skpi_ensemble_result_quantile(a[m], 0, v, PROBS, plan_prob, q[m][0][0]), SKPI_OK);
        }
        for (int c = 0; c < 3 * T; c++) ck_assert_double_eq(mean[0][c], mean[1][c]);
        for (int i = 0; i < 3; i++)
            for (int k = 0; k < T; k++)
                for (int p = 0; p < PROBS; p++)
                    ck_near(q[1][i][k][p], q[0][i][k][p], .005 * (q[0][i][k][PROBS - 1] - q[0][i][k][0]));
    }
    for (int m = 0; m < 2; m++) skpi_ensemble_result_free(a[m]);
}
END_TEST

/* A drift that does not change is the walk without it, to the last bit. */
START_TEST(without_shocks_to_the_drift)
{
    double q[2][N * T * PROBS];
    const double none[N] = {0};
    parameters();
    for (int j = 0; j < 2; j++) {
        const skpi_urban_ensemble_add_in in = {.size = sizeof in,
                                               .share = level,
                                               .drift = drift,
                                               .sigma = sigma,
                                               .growth = j ? drift : NULL,
                                               .drift_sigma = j ? none : NULL};
        skpi_ensemble_plan *plan = plan_new(SKPI_ENSEMBLE_MODE_EXACT, DRAWS, N, T, 0);
        int32_t model;
        ck_assert_int_eq(skpi_urban_ensemble_add(plan, &in, &model), SKPI_OK);
        skpi_ensemble_result *a = plan_run(plan, NULL);
        ck_assert_int_eq(skpi_ensemble_result_quantile(a, model, 0, PROBS, plan_prob, q[j]), SKPI_OK);
        skpi_ensemble_result_free(a);
        skpi_ensemble_plan_free(plan);
    }
    ck_assert_int_eq(memcmp(q[0], q[1], sizeof q[0]), 0);
}
END_TEST

/* Histories of 21 values, and the closed form of skpi_series_fan, from the same histories. */
START_TEST(histories_and_their_fans)
{
    enum { M = 21 };
    static double value[2][N * M], found[N * T * PROBS];
    static double width[N], change[N];
    int32_t year[M], model[2];
    const uint64_t draws = unit_draws(4096);
    for (int k = 0; k < M; k++) year[k] = FIRST - M + k;
    for (int i = 0; i < N; i++)
        for (int k = 0; k < M; k++) {
            const double wave = .03 * sin(1.7 * k + i);
            value[0][i * M + k] = 1 / (1 + exp(-(.1 * (i - 20) + .02 * k + .1 * wave)));
            value[1][i * M + k] = (1 + i) * exp((.03 - .002 * i) * k + wave);
        }
    const skpi_table share = {.size = sizeof share, .n = N, .m = M, .year = year, .value = value[0]};
    const skpi_table emitted = {.size = sizeof emitted, .n = N, .m = M, .year = year, .value = value[1]};
    skpi_ensemble_plan *plan = plan_new(SKPI_ENSEMBLE_MODE_EXACT, draws, N, T, 0);
    ck_assert_int_eq(skpi_urban_ensemble_add_history(plan, &share, model), SKPI_OK);
    ck_assert_int_eq(skpi_carbon_ensemble_add_history(plan, &emitted, NULL, model + 1), SKPI_OK);
    skpi_ensemble_result *a = plan_run(plan, NULL);
    for (int j = 0; j < 2; j++) {
        const skpi_series_fan_options o = {.size = sizeof o,
                                           .form = j ? SKPI_SERIES_FAN_FORM_CARBON : SKPI_SERIES_FAN_FORM_URBAN};
        static double closed[N * T * PROBS];
        skpi_series_fan_out out = {.size = sizeof out, .quantile = closed, .sigma = change, .drift_sigma = width};
        double sum = 0;
        ck_assert_int_eq(skpi_series_fan(j ? &emitted : &share, FIRST, T, PROBS, plan_prob, &o, &out, NULL), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_result_quantile(a, model[j], 0, PROBS, plan_prob, found), SKPI_OK);
        skpi__walk_lead lead[T];
        skpi__walk_leads(T, lead);
        for (int c = 0; c < N * T * PROBS; c++) {
            const skpi__walk w = {.sigma = change[c / PROBS / T], .drift_sigma = width[c / PROBS / T]};
            const double s = skpi__walk_deviation(&w, lead + c / PROBS % T), z = normal[c % PROBS];
            const double off =
                j ? log(found[c] / closed[c]) : log(found[c] / (1 - found[c])) - log(closed[c] / (1 - closed[c]));
            const double p = plan_prob[c % PROBS], density = exp(-z * z / 2) / sqrt(2 * acos(-1));
            const double e = off / s / (sqrt(p * (1 - p) / (double)draws) / density);
            ck_assert_msg(fabs(e) < 5.5, "%g standard errors", e);
            sum += e * e;
        }
        ck_near(sqrt(sum / (N * T * PROBS)), 1, .15);
    }
    skpi_ensemble_result_free(a);
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* The bytes of urban shares and emissions have a frozen hash, whatever draws them. */
START_TEST(one_hash)
{
    static const uint64_t frozen[] = {UINT64_C(0x595ad9e910bb2d78), UINT64_C(0x0a1a79b47082112a)};
    parameters();
    for (int m = 0; m < 2; m++) {
        skpi_ensemble_plan *plan = plan_new(modes[m], 5 * 512 + 100, 5, T, 0);
        add_urban(plan);
        add_carbon(plan);
        for (int32_t threads = 1; threads <= unit_few(4); threads *= 2)
            for (int32_t dispatch = SKPI_ENSEMBLE_DISPATCH_BEST; dispatch <= SKPI_ENSEMBLE_DISPATCH_X86_64_V4;
                 dispatch++) {
                const skpi_ensemble_result_run_options o = {.size = sizeof o, .threads = threads, .dispatch = dispatch};
                if (!skpi__dispatch(dispatch)) continue;
                skpi_ensemble_result *a = plan_run(plan, &o), *b = NULL;
                size_t n;
                uint64_t h = SKPI__HASH_START;
                unsigned char *bytes = plan_bytes(a, &n);
                for (size_t i = 0; i < n; i++) h = skpi__hash(h, bytes[i]);
                ck_assert_msg(h == frozen[m], "mode %d, %d threads, dispatch %d: %016llx", (int)modes[m], (int)threads,
                              (int)dispatch, (unsigned long long)h);
                ck_assert_int_eq(skpi_ensemble_result_read(plan, n, bytes, &b), SKPI_OK);
                ck_same(a, b);
                free(bytes);
                skpi_ensemble_result_free(a);
                skpi_ensemble_result_free(b);
            }
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

START_TEST(models_that_are_refused)
{
    const double one = 1, wide = 200, none = 0;
    const int32_t size_class = SKPI_URBAN_SIZE_LARGE;
    int32_t model = -1;
    skpi_ensemble_plan *plan = plan_new(SKPI_ENSEMBLE_MODE_EXACT, 10, 1, T, 0);
    const double half = .5, small = .01;
    skpi_urban_ensemble_add_in u = {.size = sizeof u,
                                    .share = &half,
                                    .drift = &small,
                                    .sigma = &small,
                                    .size_class = &size_class,
                                    .growth = &small};
    ck_fails(skpi_urban_ensemble_add(plan, &u, &model), SKPI_EINVAL, "in->growth");
    u.growth = NULL, u.drift_sigma = &small;
    ck_fails(skpi_urban_ensemble_add(plan, &u, &model), SKPI_EINVAL, "in->drift_sigma");
    u.size_class = NULL, u.drift_sigma = &one;
    ck_assert_int_eq(skpi_urban_ensemble_add(plan, &u, &model), SKPI_WUNUSUAL);
    skpi_carbon_ensemble_add_in c = {.size = sizeof c, .emission = &one, .sigma = &wide};
    ck_fails_at(skpi_carbon_ensemble_add(plan, &c, &model), SKPI_EOVERFLOW, "in->sigma", 0);
    c.sigma = &none;
    double path[T];
    for (int k = 0; k < T; k++) path[k] = 1 - .04 * k;
    c.path = path, c.growth = &small;
    ck_fails(skpi_carbon_ensemble_add(plan, &c, &model), SKPI_EINVAL, "in->growth");
    c.growth = NULL;
    ck_assert_int_eq(skpi_carbon_ensemble_add(plan, &c, &model), SKPI_OK);
    /* without any noise every draw is the path */
    skpi_ensemble_result *a = plan_run(plan, NULL);
    double mean[T], total = 0;
    ck_assert_int_eq(skpi_ensemble_result_mean(a, model, 0, mean), SKPI_OK);
    for (int k = 0; k < T; k++) ck_near(mean[k], path[k], 1e-13);
    ck_assert_int_eq(skpi_ensemble_result_mean(a, model, 1, mean), SKPI_OK);
    for (int k = 0; k < T; k++) ck_near(mean[k], total += path[k], 1e-12);
    skpi_ensemble_result_free(a);
    int32_t year[7];
    double value[7] = {1, 2, 3, 4, 5, 6, 7};
    for (int k = 0; k < 7; k++) year[k] = FIRST - 8 + k; /* ends a year too early */
    const skpi_table y = {.size = sizeof y, .n = 1, .m = 7, .year = year, .value = value};
    ck_fails_at(skpi_carbon_ensemble_add_history(plan, &y, NULL, &model), SKPI_EINCONSISTENT, "emission->year", 0);
    for (int k = 0; k < 7; k++) year[k]++;
    ck_assert_int_gt(skpi_carbon_ensemble_add_history(plan, &y, NULL, &model), 0);
    const skpi_table two = {.size = sizeof two, .n = 2, .m = 3, .year = year, .value = value};
    ck_fails(skpi_carbon_ensemble_add_history(plan, &two, NULL, &model), SKPI_EINCONSISTENT, "emission->n");
    ck_fails(skpi_urban_ensemble_add_history(plan, &two, &model), SKPI_EINCONSISTENT, "share->n");
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* The bound is what the largest normal numbers lead to, by hand for three years. */
START_TEST(bounds_of_draws)
{
    skpi__walk_model *m = skpi__walk_model_new(1, 3, 0);
    ck_assert_ptr_nonnull(m);
    const double q = .03, e = .04, rho = SKPI__WALK_FADING;
    m->place[0].walk = (skpi__walk){.start = 1, .growth = .02, .sigma = e, .drift_sigma = q};
    double var = q * q, h = 0, far = 0;
    for (int k = 0; k < 3; k++) { /* a number moves the level by s and the expected drift by gain */
        const double s = sqrt(var + e * e), gain = rho * var / s;
        far += h + s, h = rho * h + gain;
        var = rho * rho * (var - var * var / (s * s)) + q * q;
    }
    ck_near(skpi__walk_model_bound(m, 0), 1.06 + far * SKPI__NORMAL_MAX, 1e-13);
    skpi__walk_model_free(m);
}
END_TEST

UNIT_MAIN("ensemble_walk",
          UNIT_CASE("walks", gains_of_the_innovations, weights_of_the_innovations, quantiles_are_the_closed_form,
                    without_shocks_to_the_drift, histories_and_their_fans),
          UNIT_CASE("emissions", emissions_of_the_replayed_draws, the_stream_agrees_with_the_exact),
          UNIT_CASE("bits", one_hash, bounds_of_draws, models_that_are_refused))
