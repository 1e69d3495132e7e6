/* Ensembles of products of factors and of parts of a whole: gains, closed forms, quadrature, replay, bits. */
#include "core/dispatch.h"
#include "ensemble/hash.h"
#include "numeric/block.h"
#include "numeric/logit.h"
#include "series/walk_correlation.h"
#include "series/walk_gains.h"
#include "series/walk_product.h"
#include "unit/ensemble_plan.h"

enum { N = 40, T = 12, F = 4, PARTS = 3, DRAWS = 1300, ROOM = 1536 };
static const int32_t modes[] = {SKPI_ENSEMBLE_MODE_EXACT, SKPI_ENSEMBLE_MODE_STREAM};
static const double normal[PROBS] = {-1.6448536269514722, -.6744897501960817, 0, .6744897501960817, 1.6448536269514722};
static const double change_of[F * F] = {1, .3, -.2, 0, .3, 1, .5, .1, -.2, .5, 1, -.4, 0, .1, -.4, 1};
static const double noise_of[F * F] = {1, -.1, 0, .2, -.1, 1, -.6, 0, 0, -.6, 1, .3, .2, 0, .3, 1};
static double factor[N * F], drift[N * F], growth[N * F], sigma[N * F], shock[N * F], earlier[N];
static double part[N * PARTS], correlation[N];

static void parameters(void)
{
    for (int i = 0; i < N; i++) {
        for (int f = 0; f < F; f++) {
            const int c = i * F + f;
            factor[c] = (1 + f) * (1 + .1 * i);
            drift[c] = .02 - .01 * f;
            growth[c] = .002 * f;
            sigma[c] = (i + f) % 5 ? .01 + .004 * f : 0;
            shock[c] = (i + 2 * f) % 7 ? .004 + .002 * f : 0;
        }
        for (int j = 0; j < PARTS; j++) part[i * PARTS + j] = 1 + j * (1 + .1 * i);
        correlation[i] = -.9 + .045 * i;
        earlier[i] = 3 * i;
    }
}

static skpi_ensemble_plan *plan_new(int32_t mode, uint64_t draws, size_t places, size_t years, uint32_t flags)
{
    const skpi_ensemble_plan_options o = {
        .size = sizeof o, .flags = flags, .seed = 2026, .n_draws = draws, .mode = mode, .n_places = places};
    skpi_ensemble_plan *plan = NULL;
    ck_assert_int_eq(skpi_ensemble_plan_new(FIRST, years, &o, &plan), SKPI_OK);
    return plan;
}

static skpi_carbon_ensemble_add_kaya_in kaya_in(uint32_t flags)
{
    return (skpi_carbon_ensemble_add_kaya_in){.size = sizeof(skpi_carbon_ensemble_add_kaya_in),
                                              .flags = flags,
                                              .n_factors = F,
                                              .factor = factor,
                                              .drift = drift,
                                              .growth = growth,
                                              .sigma = sigma,
                                              .drift_sigma = shock,
                                              .drift_correlation = change_of,
                                              .noise_correlation = noise_of,
                                              .cumulative = earlier};
}
static int32_t add_kaya(skpi_ensemble_plan *plan, uint32_t flags)
{
    const skpi_carbon_ensemble_add_kaya_in in = kaya_in(flags);
    int32_t model = -1;
    ck_assert_int_eq(skpi_carbon_ensemble_add_kaya(plan, &in, &model), SKPI_OK);
    return model;
}
static int32_t add_parts(skpi_ensemble_plan *plan)
{
    const skpi_digital_ensemble_add_in in = {.size = sizeof in,
                                             .n_parts = PARTS,
                                             .part = part,
                                             .drift = drift,
                                             .growth = growth,
                                             .sigma = sigma,
                                             .drift_sigma = shock,
                                             .correlation = correlation};
    int32_t model = -1;
    ck_assert_int_eq(skpi_digital_ensemble_add(plan, &in, &model), SKPI_OK);
    return model;
}

static void walks_of(size_t i, skpi__walk *walk)
{
    for (size_t f = 0; f < F; f++) {
        const size_t c = i * F + f;
        walk[f] = (skpi__walk){.start = skpi__ln_same(factor[c]),
                               .growth = growth[c],
                               .excess = drift[c] - growth[c],
                               .sigma = sigma[c],
                               .drift_sigma = shock[c]};
    }
}

/* The weights of all numbers in the factors after h years give the covariance sum of V c_i c_j and W, an identity. */
START_TEST(covariances_of_the_innovations)
{
    parameters();
    for (size_t i = 0; i < 6; i++) {
        skpi__walk walk[F];
        skpi__product_step step[T];
        walks_of(i, walk);
        skpi__walk_product p = skpi__walk_product_begin(F, walk, change_of, noise_of);
        for (int k = 0; k < T; k++) skpi__walk_product_next(&p, step + k);
        for (int a = 0; a < F; a++)
            for (int b = 0; b < F; b++) {
                double found = 0, closed = 0, c = 0;
                const size_t ca = i * F + (size_t)a, cb = i * F + (size_t)b;
                for (int t = T - 1; t >= 0; t--) { /* c: (1 - rho^m)/(1 - rho), m years left */
                    for (int j = 0; j < F; j++)
                        found += (step[t].weight[a][j] + step[t].gain[a][j] * c) *
                                 (step[t].weight[b][j] + step[t].gain[b][j] * c);
                    c = 1 + SKPI__WALK_FADING * c;
                    closed += c * c * shock[ca] * shock[cb] * change_of[a * F + b] +
                              sigma[ca] * sigma[cb] * noise_of[a * F + b];
                }
                ck_near(found, closed, 1e-15);
            }
    }
}
END_TEST

/* One factor is the walk of one shock: the same gains to rounding. */
START_TEST(one_factor_is_the_walk)
{
    const skpi__walk w = {.growth = .004, .excess = .02, .sigma = .04, .drift_sigma = .0175};
    const double one = 1;
    skpi__walk_gain g[T];
    skpi__walk_product p = skpi__walk_product_begin(1, &w, &one, &one);
    skpi__walk_gains(&w, T, g);
    for (int k = 0; k < T; k++) {
        skpi__product_step step;
        skpi__walk_product_next(&p, &step);
        ck_near(step.weight[0][0], g[k].s, 1e-16);
        ck_near(step.gain[0][0], g[k].gain, 1e-16);
        ck_near(step.drift, g[k].drift, 1e-17);
    }
}
END_TEST

/* The walk of the product of a place, or of one of its factors. */
static skpi__walk law_of(size_t i, int32_t variable)
{
    skpi__walk walk[F];
    walks_of(i, walk);
    const skpi__walk_product p = skpi__walk_product_begin(F, walk, change_of, noise_of);
    return variable ? walk[variable - 2] : skpi__walk_product_sum(&p);
}

/* Products of lognormal factors are lognormal, whatever the number of shocks: mean and variance of the logarithm in
 * closed form. */
START_TEST(products_are_lognormal)
{
    static double found[N * T * PROBS];
    const uint64_t draws = unit_draws(4096);
    parameters();
    for (uint32_t flags = 0; flags < 3; flags++)
        for (int m = 0; m < 2; m++) {
            skpi_ensemble_plan *plan = plan_new(modes[m], draws, N, T, 0);
            const int32_t model = add_kaya(plan, flags);
            skpi_ensemble_result *a = plan_run(plan, NULL);
            for (int32_t v = 0; v < (flags == 2 ? 2 + F : 1); v++) {
                double sum = 0;
                int n = 0;
                if (v == 1) continue;
                ck_assert_int_eq(skpi_ensemble_result_quantile(a, model, v, PROBS, plan_prob, found), SKPI_OK);
                for (size_t i = 0; i < N; i++) {
                    const skpi__walk w = law_of(i, v);
                    skpi__walk_lead lead[T];
                    skpi__walk_leads(T, lead);
                    for (size_t k = 0; k < T; k++)
                        for (size_t q = 0; q < PROBS; q++) {
                            const double s = skpi__walk_deviation(&w, lead + k), z = normal[q], p = plan_prob[q];
                            const double x = log(found[(i * T + k) * PROBS + q]);
                            const double off = x - w.start - skpi__walk_change(&w, lead + k) - z * s;
                            if (s == 0) {
                                ck_near(off, 0, 1e-12);
                                continue;
                            }
                            const double density = exp(-z * z / 2) / sqrt(2 * acos(-1));
                            const double e = off / s / (sqrt(p * (1 - p) / (double)draws) / density);
                            ck_assert_msg(fabs(e) < 5.5, "variable %d: %g standard errors", (int)v, e);
                            sum += e * e;
                            n++;
                        }
                }
                ck_near(sqrt(sum / n), 1, .2);
            }
            skpi_ensemble_result_free(a);
            skpi_ensemble_plan_free(plan);
        }
}
END_TEST

/* Every draw of a place, replayed from the shocks by the equations of the page. */
static double level[F][T][ROOM], product[T][ROOM], total[T][ROOM], share[PARTS][T][ROOM];

static void shocks_of(const skpi_ensemble_plan *plan, int32_t model, int32_t n, size_t place, int k, double (*z)[ROOM])
{
    for (int32_t s = 0; s < n; s++)
        ck_assert_int_eq(skpi_ensemble_plan_shock(plan, ROOM, model, s, place, FIRST + k, 0, z[s]), SKPI_OK);
}

static void exponentials(const double *x, double *e)
{
    for (int d = 0; d < ROOM; d += 512) skpi__block_kernel_at(SKPI_ENSEMBLE_DISPATCH_PLAIN)->exp(x + d, e + d);
}

static void replay_kaya(const skpi_ensemble_plan *plan, int32_t model, size_t place, const double *path)
{
    static double z[F][ROOM], x[ROOM], y[F][ROOM], h[F][ROOM];
    skpi__walk walk[F];
    walks_of(place, walk);
    skpi__walk_product p = skpi__walk_product_begin(F, walk, change_of, noise_of);
    for (int d = 0; d < ROOM; d++) {
        x[d] = 0;
        for (int f = 0; f < F; f++) y[f][d] = walk[f].start, x[d] += y[f][d], h[f][d] = 0;
    }
    for (int k = 0; k < T; k++) {
        skpi__product_step s;
        skpi__walk_product_next(&p, &s);
        for (int f = 0; path && f < F; f++) {
            const double before = k ? skpi__ln_same(path[(k - 1) * F + f]) : walk[f].start;
            s.own_drift[f] = skpi__ln_same(path[k * F + f]) - before;
            s.drift = (f ? s.drift : 0) + s.own_drift[f];
        }
        shocks_of(plan, model, F, place, k, z);
        for (int d = 0; d < ROOM; d++) {
            double all = 0, m[F];
            for (int f = 0; f < F; f++) {
                double w = 0, g = 0;
                for (int j = 0; j <= f; j++) w = w + s.weight[f][j] * z[j][d];
                for (int j = 0; j < F; j++) g = g + s.gain[f][j] * z[j][d];
                m[f] = h[f][d] + w;
                all = f ? all + m[f] : m[f];
                y[f][d] = y[f][d] + (s.own_drift[f] + m[f]);
                h[f][d] = .9 * h[f][d] + g;
            }
            x[d] = x[d] + (s.drift + all);
        }
        exponentials(x, product[k]);
        for (int f = 0; f < F; f++) exponentials(y[f], level[f][k]);
        for (int d = 0; d < ROOM; d++) total[k][d] = (k ? total[k - 1][d] : earlier[place]) + product[k][d];
    }
}

static void replay_parts(const skpi_ensemble_plan *plan, int32_t model, size_t place)
{
    static double z[2][ROOM], y[2][ROOM], h[2][ROOM], e[2][ROOM];
    const double r = correlation[place], rest = sqrt(1 - r * r), *at = part + place * PARTS;
    skpi__walk_gain gain[2][T];
    for (size_t j = 0; j < 2; j++) {
        const size_t c = place * 2 + j;
        const skpi__walk w = {
            .growth = growth[c], .excess = drift[c] - growth[c], .sigma = sigma[c], .drift_sigma = shock[c]};
        skpi__walk_gains(&w, T, gain[j]);
        for (int d = 0; d < ROOM; d++) y[j][d] = skpi__ln_same(at[j]) - skpi__ln_same(at[2]), h[j][d] = 0;
    }
    for (int k = 0; k < T; k++) {
        shocks_of(plan, model, 2, place, k, z);
        for (int d = 0; d < ROOM; d++) z[1][d] = r * z[0][d] + rest * z[1][d];
        for (int j = 0; j < 2; j++) {
            const skpi__walk_gain *g = gain[j] + k;
            for (int d = 0; d < ROOM; d++) {
                y[j][d] = y[j][d] + (g->drift + (h[j][d] + g->s * z[j][d]));
                h[j][d] = .9 * h[j][d] + g->gain * z[j][d];
            }
            exponentials(y[j], e[j]);
        }
        for (int d = 0; d < ROOM; d++) {
            const double last = 1 / ((1 + e[0][d]) + e[1][d]);
            share[0][k][d] = e[0][d] * last;
            share[1][k][d] = e[1][d] * last;
            share[2][k][d] = last;
            ck_near(share[0][k][d] + share[1][k][d] + last, 1, 9e-16);
        }
    }
}

static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The quantiles of a variable in a place are those of a full sort, and its means those of the draws. */
static void same_as_sorted(const skpi_ensemble_result *a, const skpi_ensemble_result *bare, int32_t model, int32_t v,
                           size_t place, double (*draw)[ROOM])
{
    double q[3][T][PROBS], mean[3][T], other[3][T];
    ck_assert_int_eq(skpi_ensemble_result_quantile(a, model, v, PROBS, plan_prob, q[0][0]), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_result_mean(a, model, v, mean[0]), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_result_mean(bare, model, v, other[0]), SKPI_OK);
    ck_assert_int_eq(memcmp(mean, other, sizeof mean), 0); /* one pass or several: the same bits */
    for (int k = 0; k < T; k++) {
        double u[DRAWS], sum = 0;
        memcpy(u, draw[k], sizeof u);
        qsort(u, DRAWS, sizeof *u, ascending);
        for (int d = 0; d < DRAWS; d++) sum += u[d];
        ck_near(mean[place][k], sum / DRAWS, 2e-11 * (1 + fabs(mean[place][k])));
        for (int p = 0; p < PROBS; p++) {
            const double at = (DRAWS - 1) * plan_prob[p], to = at - floor(at), low = u[(int)at], high = u[(int)at + 1];
            ck_assert_double_eq(q[place][k][p], to < .5 ? low + to * (high - low) : high - (1 - to) * (high - low));
        }
    }
}

START_TEST(the_replayed_draws)
{
    double path[3 * T * F];
    parameters();
    for (int i = 0; i < 3 * T * F; i++) path[i] = factor[i / T / F * F + i % F] * (1 + .01 * (i / F % T));
    for (int with = 0; with < 2; with++) {
        skpi_ensemble_plan *plan[2];
        skpi_carbon_ensemble_add_kaya_in in = kaya_in(SKPI_CARBON_ENSEMBLE_ADD_KAYA_FLAG_FACTORS);
        int32_t model = -1, other = -1, parts = -1, all;
        const double loading[3] = {.6, -.8, 0};
        if (with) in.drift = in.growth = NULL, in.path = path;
        for (uint32_t flags = 0; flags < 2; flags++) {
            plan[flags] = plan_new(SKPI_ENSEMBLE_MODE_EXACT, DRAWS, 3, T, flags);
            parts = add_parts(plan[flags]);
            ck_assert_int_eq(skpi_carbon_ensemble_add_kaya(plan[flags], &in, &model), SKPI_OK);
            other = add_kaya(plan[flags], SKPI_CARBON_ENSEMBLE_ADD_KAYA_FLAG_SHOCKS);
            ck_assert_int_eq(skpi_ensemble_plan_factor(plan[flags], NULL, &all), SKPI_OK);
            ck_assert_int_eq(skpi_ensemble_plan_load(plan[flags], model, 1, all, loading), SKPI_OK);
            ck_assert_int_eq(skpi_ensemble_plan_load(plan[flags], parts, 0, all, loading), SKPI_OK);
        }
        skpi_ensemble_result *a = plan_run(plan[0], NULL), *b = plan_run(plan[1], NULL);
        for (size_t i = 0; i < 3; i++) {
            replay_kaya(plan[0], model, i, with ? path + i * T * F : NULL);
            same_as_sorted(a, b, model, 0, i, product);
            same_as_sorted(a, b, model, 1, i, total);
            for (int32_t f = 0; f < F; f++) same_as_sorted(a, b, model, 2 + f, i, level[f]);
            replay_parts(plan[0], parts, i);
            for (int32_t j = 0; j < PARTS; j++) same_as_sorted(a, b, parts, j, i, share[j]);
            replay_kaya(plan[0], other, i, NULL);
            same_as_sorted(a, b, other, 0, i, product);
        }
        skpi_ensemble_result_free(a);
        skpi_ensemble_result_free(b);
        for (int j = 0; j < 2; j++) skpi_ensemble_plan_free(plan[j]);
    }
}
END_TEST

/* The probability that part 0 is at most u: y_0 has mean and deviation m, s, and y_1 given y_0 is normal too.  p_0 <= u
 * means e^y_0 (1 - u)/u - 1 <= e^y_1; the trapezoid rule over y_0 is exact to 1e-12. */
static double part_below(double u, double m0, double m1, double s, double r)
{
    enum { STEPS = 4000 };
    double sum = 0;
    for (int i = 0; i <= STEPS; i++) {
        const double z = -10 + 20. * i / STEPS, least = exp(m0 + s * z) * (1 - u) / u - 1;
        const double w = exp(-z * z / 2) / sqrt(2 * acos(-1)) * (i % STEPS ? 1 : .5) * 20 / STEPS;
        const double to = least > 0 ? (log(least) - m1 - s * r * z) / (s * sqrt(1 - r * r)) : -1e3;
        sum += w * .5 * erfc(to / sqrt(2));
    }
    return sum;
}

/* Known: quantiles of the first of three parts, by Gauss-Legendre with 250 and 400 nodes, which agree to 1e-11. */
START_TEST(parts_against_the_integral)
{
    enum { H = 20, PLACES_OF = 32 };
    static const double known[PROBS] = {.060433162512, .102432077518, .145017393031, .200999877802, .306419506174};
    static double found[PLACES_OF * H * PROBS], three[PLACES_OF * PARTS], wide[PLACES_OF * 2], more[PLACES_OF * 2];
    static double rate[PLACES_OF * 2], half[PLACES_OF];
    const uint64_t draws = unit_draws(16384);
    skpi__walk_lead lead[H];
    skpi__walk_leads(H, lead);
    const skpi__walk w = {.growth = .015, .sigma = .04, .drift_sigma = .02};
    const double s = skpi__walk_deviation(&w, lead + H - 1), m0 = -2 + .015 * H, m1 = -3 + .015 * H;
    ck_near(s, .606251579447, 1e-12);
    for (int q = 0; q < PROBS; q++) ck_near(part_below(known[q], m0, m1, s, .5), plan_prob[q], 1e-9);
    for (int i = 0; i < PLACES_OF; i++) {
        three[i * PARTS] = exp(-2), three[i * PARTS + 1] = exp(-3), three[i * PARTS + 2] = 1;
        for (int j = 0; j < 2; j++) wide[2 * i + j] = .04, more[2 * i + j] = .02, rate[2 * i + j] = .015;
        half[i] = .5;
    }
    const skpi_digital_ensemble_add_in in = {.size = sizeof in,
                                             .n_parts = PARTS,
                                             .part = three,
                                             .drift = rate,
                                             .sigma = wide,
                                             .drift_sigma = more,
                                             .correlation = half};
    for (int m = 0; m < 2; m++) {
        skpi_ensemble_plan *plan = plan_new(modes[m], draws, PLACES_OF, H, 0);
        int32_t model;
        double sum = 0;
        ck_assert_int_eq(skpi_digital_ensemble_add(plan, &in, &model), SKPI_OK);
        skpi_ensemble_result *a = plan_run(plan, NULL);
        ck_assert_int_eq(skpi_ensemble_result_quantile(a, model, 0, PROBS, plan_prob, found), SKPI_OK);
        const int step = unit_slow() ? PLACES_OF : 1;
        for (int i = 0; i < PLACES_OF; i += step)
            for (int q = 0; q < PROBS; q++) {
                const double p = plan_prob[q], u = found[(i * H + H - 1) * PROBS + q];
                const double e = (part_below(u, m0, m1, s, .5) - p) / sqrt(p * (1 - p) / (double)draws);
                ck_assert_msg(fabs(e) < 5.5, "%g standard errors", e);
                sum += e * e;
            }
        if (!unit_slow()) ck_near(sqrt(sum / (PLACES_OF * PROBS)), 1, .25);
        skpi_ensemble_result_free(a);
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

/* Warming is a line of the cumulative emission: its means, quantiles and events are those of that one. */
START_TEST(warming_is_scaled)
{
    static double q[2][3][T][PROBS], mean[2][3][T], p[2][3];
    const double warm[3] = {.2, 0, 1}, tcre[3] = {.00045, .5, 2}, level_of[3] = {1, 1, 1};
    parameters();
    for (int m = 0; m < 2; m++) {
        double threshold[3], sums[3], of[3], of_sums[3];
        skpi_ensemble_plan *plan = plan_new(modes[m], DRAWS, 3, T, 0);
        skpi_carbon_ensemble_add_kaya_in kaya = kaya_in(SKPI_CARBON_ENSEMBLE_ADD_KAYA_FLAG_FACTORS);
        const skpi_carbon_ensemble_add_in one = {
            .size = sizeof one, .emission = level_of, .sigma = sigma + 1, .warming = warm, .tcre = tcre};
        int32_t model[2], event[4];
        kaya.warming = warm, kaya.tcre = tcre;
        ck_assert_int_eq(skpi_carbon_ensemble_add_kaya(plan, &kaya, model), SKPI_OK);
        ck_assert_int_eq(skpi_carbon_ensemble_add(plan, &one, model + 1), SKPI_OK);
        for (int i = 0; i < 3; i++) {
            of[i] = 5, threshold[i] = warm[i] + tcre[i] * of[i];
            of_sums[i] = 30, sums[i] = 6 * warm[i] + tcre[i] * of_sums[i];
        }
        ck_assert_int_eq(
            skpi_ensemble_plan_event(plan, model[1], 2, SKPI_ENSEMBLE_EVENT_ABOVE, FIRST + 4, threshold, event),
            SKPI_OK);
        ck_assert_int_eq(
            skpi_ensemble_plan_event(plan, model[1], 1, SKPI_ENSEMBLE_EVENT_ABOVE, FIRST + 4, of, event + 1), SKPI_OK);
        ck_assert_int_eq(
            skpi_ensemble_plan_event(plan, model[1], 2, SKPI_ENSEMBLE_EVENT_SUM_BELOW, FIRST + 5, sums, event + 2),
            SKPI_OK);
        ck_assert_int_eq(
            skpi_ensemble_plan_event(plan, model[1], 1, SKPI_ENSEMBLE_EVENT_SUM_BELOW, FIRST + 5, of_sums, event + 3),
            SKPI_OK);
        ck_fails(skpi_ensemble_plan_event(plan, model[1], 3, SKPI_ENSEMBLE_EVENT_ABOVE, FIRST, of, event),
                 SKPI_ENOTFOUND, "variable");
        skpi_ensemble_result *a = plan_run(plan, NULL);
        skpi_ensemble_plan_free(plan);
        for (int j = 0; j < 2; j++) {
            const int32_t v = j ? 2 : 2 + F;
            for (int32_t s = 0; s < 2; s++) {
                ck_assert_int_eq(skpi_ensemble_result_quantile(a, model[j], s ? v : 1, PROBS, plan_prob, q[s][0][0]),
                                 SKPI_OK);
                ck_assert_int_eq(skpi_ensemble_result_mean(a, model[j], s ? v : 1, mean[s][0]), SKPI_OK);
            }
            for (int i = 0; i < 3; i++)
                for (int k = 0; k < T; k++) {
                    ck_assert_double_eq(mean[1][i][k], warm[i] + tcre[i] * mean[0][i][k]);
                    for (int l = 0; l < PROBS; l++)
                        ck_assert_double_eq(q[1][i][k][l], warm[i] + tcre[i] * q[0][i][k][l]);
                }
        }
        for (int e = 0; e < 4; e += 2) {
            for (int s = 0; s < 2; s++)
                ck_assert_int_eq(skpi_ensemble_result_probability(a, event[e + s], p[s]), SKPI_OK);
            for (int i = 0; i < 3; i++) ck_near(p[0][i], p[1][i], .01); /* thresholds differ by rounding */
        }
        skpi_ensemble_result_free(a);
    }
}
END_TEST

/* Histories whose log-ratios are straight lines with waves: the quantiles are those of the fan of their shares. */
START_TEST(histories_of_parts)
{
    enum { M = 21, P = 2 };
    static double value[P * M * PARTS], ratio[P * M], closed[P * T * PROBS], found[P * T * PROBS];
    double wave[2][M - 1];
    int32_t year[M], model;
    for (int k = 0; k < M; k++) year[k] = FIRST - M + k;
    for (int i = 0; i < P; i++)
        for (int k = 0; k < M; k++) {
            double *at = value + (i * M + k) * PARTS;
            at[0] = .1 * exp(.03 * k + .02 * sin(2 * k + i)), at[1] = 0x1p-40, at[2] = 1;
            ratio[i * M + k] = at[0] / (at[0] + at[2]);
        }
    const skpi_table y = {.size = sizeof y, .n = P, .m = M, .year = year, .value = ratio};
    const skpi_series_fan_options o = {.size = sizeof o, .form = SKPI_SERIES_FAN_FORM_DIGITAL};
    skpi_series_fan_out out = {.size = sizeof out, .quantile = closed};
    skpi_digital_ensemble_add_history_in in = {
        .size = sizeof in, .m = M, .n_parts = PARTS, .year = year, .part = value};
    skpi_ensemble_plan *plan = plan_new(SKPI_ENSEMBLE_MODE_EXACT, 65536, P, T, 0);
    ck_assert_int_ge(skpi_series_fan(&y, FIRST, T, PROBS, plan_prob, &o, &out, NULL), 0);
    ck_assert_int_ge(skpi_digital_ensemble_add_history(plan, &in, &model), 0);
    skpi_ensemble_result *a = plan_run(plan, NULL);
    ck_assert_int_eq(skpi_ensemble_result_quantile(a, model, 0, PROBS, plan_prob, found), SKPI_OK);
    for (int c = 0; c < P * T * PROBS; c++)
        ck_near(found[c], closed[c], .02 * closed[c]); /* part 1 is next to nothing */
    skpi_ensemble_result_free(a);
    /* correlations: of changes and a steady rise */
    const skpi__walk_form *form = skpi__walk_form_of(SKPI_SERIES_FAN_FORM_DIGITAL);
    for (int k = 0; k < M - 1; k++) wave[0][k] = .01 + .05 * (k % 2 ? 1 : -1), wave[1][k] = .02;
    const double own = 10 * .05 * .05, sum = 20. / 19 * 20 * .05 * .05;
    ck_near(skpi__walk_correlation(form, M - 1, wave[0], wave[0]), (own / 2 + sum) / (own + sum), 1e-14);
    ck_near(skpi__walk_correlation(form, M - 1, wave[0], wave[1]), own / 2 / sqrt((own + sum) * own), 1e-14);
    ck_near(skpi__walk_correlation(form, M - 1, wave[1], wave[1]), .5, 1e-15);
    /* a zero inside ends the run, one at the end is refused, and a year too early too */
    value[(M - 4) * PARTS] = 0;
    ck_fails_at(skpi_digital_ensemble_add_history(plan, &in, &model), SKPI_ENODATA, "in->part", 0);
    value[(M - 4) * PARTS] = 1, value[(M - 1) * PARTS + 2] = 0;
    ck_fails_at(skpi_digital_ensemble_add_history(plan, &in, &model), SKPI_EDOM, "in->part", 0);
    value[(M - 1) * PARTS + 2] = 1;
    for (int k = 0; k < M; k++) year[k]--;
    ck_fails_at(skpi_digital_ensemble_add_history(plan, &in, &model), SKPI_EINCONSISTENT, "in->year", 0);
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* Frozen hashes of the bytes: the product with one shock, with a shock each, with its factors; the parts.  Whatever code
 * and number of threads draws them, in one run or in two that are merged. */
static void one_hash(uint32_t what)
{
    static const uint64_t frozen[4][2] = {{UINT64_C(0xec64bc2dc9c76eaa), UINT64_C(0x8d9f1c73bef0f8e1)},
                                          {UINT64_C(0xe1b1e149e6c705ef), UINT64_C(0xac169218271ff79f)},
                                          {UINT64_C(0xcb144f73cb6e2b42), UINT64_C(0x8dc199fdd16f80c7)},
                                          {UINT64_C(0x8291222133881137), UINT64_C(0xd0009ea483ca5ec8)}};
    enum { D = 5 * 512 + 100, P = 5 };
    parameters();
    for (int m = 0; m < 2; m++) {
        skpi_ensemble_plan *plan = plan_new(modes[m], D, P, T, 0);
        if (what < 3)
            add_kaya(plan, what);
        else
            add_parts(plan);
        for (int32_t threads = 1; threads <= unit_few(4); threads *= 2)
            for (int32_t dispatch = SKPI_ENSEMBLE_DISPATCH_BEST;
                 dispatch <= (unit_slow() ? SKPI_ENSEMBLE_DISPATCH_BEST : SKPI_ENSEMBLE_DISPATCH_X86_64_V4);
                 dispatch++) {
                skpi_ensemble_result_run_options o = {.size = sizeof o, .threads = threads, .dispatch = dispatch};
                if (!skpi__dispatch(dispatch)) continue;
                skpi_ensemble_result *a = plan_run(plan, &o), *sum = plan_result(plan);
                size_t n;
                uint64_t h = SKPI__HASH_START;
                unsigned char *bytes = plan_bytes(a, &n);
                for (size_t i = 0; i < n; i++) h = skpi__hash(h, bytes[i]);
                ck_assert_msg(h == frozen[what][m], "model %d, mode %d, %d threads, dispatch %d: %016llx", (int)what, m,
                              (int)threads, (int)dispatch, (unsigned long long)h);
                for (int half = 1; half >= 0 && threads < 4; half--) { /* the second half first */
                    if (modes[m] == SKPI_ENSEMBLE_MODE_EXACT)
                        o.first_place = half ? 2 : 0, o.n_places = half ? 0 : 2;
                    else
                        o.first_draw = half ? 1024 : 0, o.n_draws = half ? 0 : 1024;
                    plan_add_bytes(plan, sum, plan_run(plan, &o));
                }
                if (threads < 4) ck_same(a, sum);
                free(bytes);
                skpi_ensemble_result_free(a);
                skpi_ensemble_result_free(sum);
            }
        skpi_ensemble_plan_free(plan);
    }
}
START_TEST(one_hash_of_a_product) { one_hash(0); }
END_TEST
START_TEST(one_hash_of_shocks) { one_hash(1); }
END_TEST
START_TEST(one_hash_of_factors) { one_hash(2); }
END_TEST
START_TEST(one_hash_of_parts) { one_hash(3); }
END_TEST

/* The cell of a deviation that is unusual is told. */
START_TEST(deviations_that_are_unusual)
{
    skpi_ensemble_plan *plan = plan_new(SKPI_ENSEMBLE_MODE_EXACT, 10, 3, T, 0);
    skpi_error e = {.size = sizeof e};
    int32_t model;
    parameters();
    double steady[2 * N], unsteady[2 * N];
    for (int i = 0; i < 2 * N; i++) steady[i] = .01, unsteady[i] = i == 5 ? 7 : .01;
    skpi_digital_ensemble_add_in d = {.size = sizeof d, .n_parts = 3, .part = part, .sigma = unsteady};
    ck_assert_int_eq(skpi_digital_ensemble_add(plan, &d, &model), SKPI_WUNUSUAL);
    ck_assert_int_eq(skpi_last_error_get(&e), SKPI_OK);
    ck_assert(e.row == 2 && e.column == 1);
    d.sigma = steady, d.drift_sigma = unsteady;
    ck_assert_int_eq(skpi_digital_ensemble_add(plan, &d, &model), SKPI_WUNUSUAL);
    ck_assert_int_eq(skpi_last_error_get(&e), SKPI_OK);
    ck_assert_str_eq(e.name, "in->drift_sigma");
    skpi_ensemble_plan_free(plan);
}
END_TEST

START_TEST(models_that_are_refused)
{
    double matrix[F * F];
    const double large[F] = {200, 200, 200, 200}, bad = 1.5;
    int32_t model = -1;
    parameters();
    skpi_ensemble_plan *plan = plan_new(SKPI_ENSEMBLE_MODE_EXACT, 10, 1, T, 0);
    skpi_carbon_ensemble_add_kaya_in in = kaya_in(0);
    in.n_factors = 5;
    ck_fails(skpi_carbon_ensemble_add_kaya(plan, &in, &model), SKPI_ERANGE, "in->n_factors");
    in.n_factors = F, in.path = factor;
    ck_fails(skpi_carbon_ensemble_add_kaya(plan, &in, &model), SKPI_EINVAL, "in->drift");
    in.path = NULL, in.warming = &bad;
    ck_fails(skpi_carbon_ensemble_add_kaya(plan, &in, &model), SKPI_EINVAL, "in->tcre");
    in.warming = NULL, in.sigma = large;
    ck_fails_at(skpi_carbon_ensemble_add_kaya(plan, &in, &model), SKPI_EOVERFLOW, "in->sigma", 0);
    in.sigma = sigma, in.drift_correlation = matrix;
    memcpy(matrix, change_of, sizeof matrix);
    matrix[2 * F + 2] = 1 - 1e-11;
    ck_fails_at(skpi_carbon_ensemble_add_kaya(plan, &in, &model), SKPI_EDOM, "in->drift_correlation", 2);
    matrix[2 * F + 2] = 1, matrix[F] += 1e-11;
    ck_fails_at(skpi_carbon_ensemble_add_kaya(plan, &in, &model), SKPI_EDOM, "in->drift_correlation", 0);
    for (int i = 0; i < F * F; i++) matrix[i] = i % (F + 1) ? -.5 : 1; /* -1/3 is the least for four */
    in.drift_correlation = change_of, in.noise_correlation = matrix;
    ck_fails_at(skpi_carbon_ensemble_add_kaya(plan, &in, &model), SKPI_EDOM, "in->noise_correlation", 3);
    skpi_digital_ensemble_add_in d = {.size = sizeof d, .n_parts = 2, .part = part, .sigma = sigma};
    ck_fails(skpi_digital_ensemble_add(plan, &d, &model), SKPI_ENODATA, "in->n_parts");
    d.n_parts = 4;
    ck_fails(skpi_digital_ensemble_add(plan, &d, &model), SKPI_ERANGE, "in->n_parts");
    d.n_parts = 3, d.correlation = &bad;
    ck_fails_at(skpi_digital_ensemble_add(plan, &d, &model), SKPI_ERANGE, "in->correlation", 0);
    skpi_ensemble_plan_free(plan);
}
END_TEST

UNIT_MAIN("ensemble_models",
          UNIT_CASE("products", covariances_of_the_innovations, one_factor_is_the_walk, products_are_lognormal),
          UNIT_CASE("draws", the_replayed_draws, parts_against_the_integral, warming_is_scaled, histories_of_parts),
          UNIT_CASE("bits", one_hash_of_a_product, one_hash_of_shocks, one_hash_of_factors, one_hash_of_parts,
                    deviations_that_are_unusual, models_that_are_refused))
