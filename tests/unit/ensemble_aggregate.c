/* Aggregates of places: sums with known quantiles, numbers of events, the same bits however they are split. */
#include "core/dispatch.h"
#include "ensemble/hash.h"
#include "unit/ensemble_plan.h"

enum { N = 2, T = 20, MANY = 1048576, QUANTILES = 5 };
static const int32_t zero[4] = {0};
static const uint64_t both[N] = {0, 1};
static const double emission[N] = {100, 50}, rise[N] = {.01, -.01}, noise[N] = {.04, .04}, shock[N] = {.0175, .0175};
static const double drift[N] = {.015, .02}, none[N] = {0}, wide[N] = {.02, .02};

static double logistic(double x) { return 1 / (1 + exp(-x)); }

static skpi_ensemble_plan *begin(int32_t mode, uint64_t draws, size_t years)
{
    const skpi_ensemble_plan_options o = {
        .size = sizeof o, .seed = 2026, .n_draws = draws, .mode = mode, .n_places = N};
    skpi_ensemble_plan *plan = NULL;
    ck_assert_int_eq(skpi_ensemble_plan_new(2021, years, &o, &plan), SKPI_OK);
    return plan;
}

/* Urban shares of two places, whose logits begin at .2 and -.5. */
static int32_t add_urban(skpi_ensemble_plan *plan)
{
    const double share[N] = {logistic(.2), logistic(-.5)};
    const skpi_urban_ensemble_add_in in = {
        .size = sizeof in, .share = share, .drift = drift, .sigma = none, .growth = drift, .drift_sigma = wide};
    int32_t model;
    ck_assert_int_eq(skpi_urban_ensemble_add(plan, &in, &model), SKPI_OK);
    return model;
}

/* Emissions of the two places, whose logarithms have the medians ln 100 + .2 and ln 50 - .2 after 20 years. */
static int32_t add_carbon(skpi_ensemble_plan *plan)
{
    const skpi_carbon_ensemble_add_in in = {
        .size = sizeof in, .emission = emission, .drift = rise, .sigma = noise, .growth = rise, .drift_sigma = shock};
    int32_t model;
    ck_assert_int_eq(skpi_carbon_ensemble_add(plan, &in, &model), SKPI_OK);
    return model;
}

/* A factor of both places, on which the shocks of a model load so that they have this correlation. */
static void correlate(skpi_ensemble_plan *plan, int32_t model, double c)
{
    const double a[N] = {sqrt(c), sqrt(c)};
    int32_t f;
    ck_assert_int_eq(skpi_ensemble_plan_factor(plan, NULL, &f), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_load(plan, model, 0, f, a), SKPI_OK);
}

static skpi_ensemble_result *values_of(const skpi_ensemble_result *r, int32_t aggregate)
{
    skpi_ensemble_result *values = NULL;
    ck_assert_int_eq(skpi_ensemble_result_aggregate(r, aggregate, &values), SKPI_OK);
    ck_assert_uint_eq(skpi_ensemble_result_n_places(values), 1);
    return values;
}

/* Known: two-place integrals by Gauss-Legendre quadrature, which agree to 1e-11 for 250 and 400 nodes.  Without the
 * correlation the 5 per cent quantile of the shares is 3.993, not 3.478. */
START_TEST(quantiles_of_sums)
{
    static const double urban[2][QUANTILES] = {
        {3.477733988533, 4.733500552531, 5.632024264719, 6.489621988401, 7.565967564015},
        {3.993390886512, 4.958398208279, 5.621409586182, 6.253634452918, 7.088011429652}};
    static const double carbon[2][QUANTILES] = {
        {70.485475339, 116.316459570, 164.806270388, 233.568075819, 385.909992009},
        {86.888405747, 128.910786214, 170.617117895, 227.420300924, 349.751843565}};
    const uint64_t draws = (uint64_t)unit_few(100) * (MANY / 100);
    double weight[N][T];
    for (int k = 0; k < T; k++) weight[0][k] = 6, weight[1][k] = 4;
    for (int m = 0; m < 2; m++)
        for (int i = 0; i < 2; i++) {
            skpi_ensemble_plan *plan = begin(SKPI_ENSEMBLE_MODE_STREAM, draws, T);
            const int32_t model = m ? add_carbon(plan) : add_urban(plan);
            int32_t a;
            correlate(plan, model, i ? 0 : .8);
            ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, N, zero, zero, both, m ? NULL : weight[0], &a),
                             SKPI_OK);
            ck_assert_int_eq(a, 0);
            const skpi_ensemble_result_run_options o = {.size = sizeof o, .threads = 2};
            skpi_ensemble_result *r = plan_run(plan, &o), *values = values_of(r, a);
            double q[T][QUANTILES], mean[T], of_place[N][T];
            ck_assert_int_eq(skpi_ensemble_result_quantile(values, 0, 0, QUANTILES, plan_prob, q[0]), SKPI_OK);
            for (int p = 0; p < QUANTILES; p++) {
                const double known = m ? carbon[i][p] : urban[i][p], spread = m ? known : 1;
                /* five standard errors: the density is at least .1 of the normal one's at its quartiles */
                ck_near(q[T - 1][p], known, 12 * spread / sqrt((double)draws));
            }
            ck_assert_int_eq(skpi_ensemble_result_mean(values, 0, 0, mean), SKPI_OK);
            ck_assert_int_eq(skpi_ensemble_result_mean(r, 0, 0, of_place[0]), SKPI_OK);
            for (int k = 0; k < T; k++) {
                const double sum = m ? of_place[0][k] + of_place[1][k] : 6 * of_place[0][k] + 4 * of_place[1][k];
                ck_near(mean[k], sum, 2e-10);
            }
            skpi_ensemble_result_free(values);
            skpi_ensemble_result_free(r);
            skpi_ensemble_plan_free(plan);
        }
}
END_TEST

/* An aggregate of one member with weight 1 is the variable; with weight 2 it is twice the variable; with a weight of 0
 * in some year it is 0. */
START_TEST(one_member)
{
    static const uint64_t second = 1;
    double weight[T], q[N][T][QUANTILES], mine[T][QUANTILES], mean[N][T], of[T];
    for (int k = 0; k < T; k++) weight[k] = k == 3 ? 0 : 2;
    skpi_ensemble_plan *plan = begin(SKPI_ENSEMBLE_MODE_EXACT, 3000, T);
    const int32_t model = add_urban(plan);
    int32_t a[2];
    ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, 1, &model, zero, &second, NULL, a), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, 1, &model, zero, &second, weight, a + 1), SKPI_OK);
    skpi_ensemble_result *r = plan_run(plan, NULL);
    ck_assert_int_eq(skpi_ensemble_result_quantile(r, model, 0, QUANTILES, plan_prob, q[0][0]), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_result_mean(r, model, 0, mean[0]), SKPI_OK);
    for (int i = 0; i < 2; i++) {
        skpi_ensemble_result *values = values_of(r, a[i]);
        ck_assert_int_eq(skpi_ensemble_result_quantile(values, 0, 0, QUANTILES, plan_prob, mine[0]), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_result_mean(values, 0, 0, of), SKPI_OK);
        for (int k = 0; k < T; k++) {
            const double times = i ? weight[k] : 1;
            ck_near(of[k], times * mean[1][k], 1e-11); /* the mean of a share is kept in units of 2^-36 */
            for (int p = 0; p < QUANTILES; p++) ck_near(mine[k][p], times * q[1][k][p], 1e-14);
        }
        skpi_ensemble_result_free(values);
    }
    skpi_ensemble_result_free(r);
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* Half of the draws are above the median; a path of thresholds; the year of the largest sum. */
START_TEST(events_of_a_sum)
{
    double path[T], q[T][QUANTILES], p, error;
    const double low = 1e-6;
    for (int32_t mode = SKPI_ENSEMBLE_MODE_EXACT; mode <= SKPI_ENSEMBLE_MODE_STREAM; mode++) {
        skpi_ensemble_plan *plan = begin(mode, 4000, T);
        const int32_t model = add_carbon(plan);
        int32_t a, e[5];
        ck_assert_int_eq(
            skpi_ensemble_plan_aggregate(plan, N, &(const int32_t[]){model, model}[0], zero, both, NULL, &a), SKPI_OK);
        skpi_ensemble_result *r = plan_run(plan, NULL), *values = values_of(r, a);
        ck_assert_int_eq(skpi_ensemble_result_quantile(values, 0, 0, QUANTILES, plan_prob, q[0]), SKPI_OK);
        skpi_ensemble_result_free(values);
        skpi_ensemble_result_free(r);
        for (int k = 0; k < T; k++) path[k] = q[k][4]; /* 95 per cent in each year */
        ck_assert_int_eq(
            skpi_ensemble_plan_aggregate_event(plan, a, SKPI_ENSEMBLE_EVENT_ABOVE, 2040, 1, &q[T - 1][2], e), SKPI_OK);
        ck_assert_int_eq(
            skpi_ensemble_plan_aggregate_event(plan, a, SKPI_ENSEMBLE_EVENT_KEPT_BELOW, 2030, T, path, e + 1), SKPI_OK);
        ck_assert_int_eq(
            skpi_ensemble_plan_aggregate_event(plan, a, SKPI_ENSEMBLE_EVENT_REACHED_ABOVE, 2030, T, path, e + 2),
            SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_plan_aggregate_event(plan, a, SKPI_ENSEMBLE_EVENT_PEAKED, 2040, 0, NULL, e + 3),
                         SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_plan_aggregate_event(plan, a, SKPI_ENSEMBLE_EVENT_BELOW, 2040, 1, &low, e + 4),
                         SKPI_OK);
        for (int32_t i = 0; i < 5; i++) ck_assert_int_eq(e[i], i);
        r = plan_run(plan, NULL), values = values_of(r, a);
        ck_assert_int_eq(skpi_ensemble_result_probability(values, 0, &p), SKPI_OK);
        ck_near(p, .5, mode == SKPI_ENSEMBLE_MODE_EXACT ? 0 : .002); /* streamed: within a bin */
        ck_assert_int_eq(skpi_ensemble_result_standard_error(values, 0, &error), SKPI_OK);
        ck_near(error, sqrt(.25 / 4000), 1e-6);
        ck_assert_int_eq(skpi_ensemble_result_probability(values, 1, &p), SKPI_OK);
        ck_assert(p > .75 && p < .95); /* less than one of its years, more than all of them if they were independent */
        ck_assert_int_eq(skpi_ensemble_result_probability(values, 2, &p), SKPI_OK);
        ck_assert(p > .05 && p < .25);
        ck_assert_int_eq(skpi_ensemble_result_probability(values, 3, &p), SKPI_OK);
        ck_assert_double_eq(p, 1);
        ck_assert_int_eq(skpi_ensemble_result_probability(values, 4, &p), SKPI_OK);
        ck_assert_double_eq(p, 0);
        skpi_ensemble_result_free(values);
        skpi_ensemble_result_free(r);
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

/* One year on, each of four shocks is above its median with probability 1/2: independent, the number is binomial; with
 * one common shock it is 0 or all. */
START_TEST(numbers_of_events)
{
    enum { CITIES = 4, D = 20000 };
    static const double share[CITIES] = {.3, .4, .5, .6}, still[CITIES] = {0}, sd[CITIES] = {.1, .1, .1, .1};
    static const double one[CITIES] = {1, 1, 1, 1}, binomial[CITIES + 1] = {1, 15. / 16, 11. / 16, 5. / 16, 1. / 16};
    static const int32_t event[CITIES] = {0};
    static const uint64_t place[CITIES] = {3, 1, 0, 2};
    for (int32_t mode = SKPI_ENSEMBLE_MODE_EXACT; mode <= SKPI_ENSEMBLE_MODE_STREAM; mode++)
        for (int common = 0; common < 2; common++) {
            const skpi_ensemble_plan_options o = {
                .size = sizeof o, .seed = 5, .n_draws = D, .mode = mode, .n_places = CITIES};
            const skpi_urban_ensemble_add_in in = {.size = sizeof in, .share = share, .drift = still, .sigma = sd};
            skpi_ensemble_plan *plan = NULL;
            int32_t model, e, f, a, k;
            double p, mean, q[QUANTILES];
            ck_assert_int_eq(skpi_ensemble_plan_new(2021, 1, &o, &plan), SKPI_OK);
            ck_assert_int_eq(skpi_urban_ensemble_add(plan, &in, &model), SKPI_OK);
            ck_assert_int_eq(skpi_ensemble_plan_factor(plan, NULL, &f), SKPI_OK);
            if (common) ck_assert_int_eq(skpi_ensemble_plan_load(plan, model, 0, f, one), SKPI_OK);
            ck_assert_int_eq(skpi_ensemble_plan_event(plan, model, 0, SKPI_ENSEMBLE_EVENT_ABOVE, 2021, share, &e),
                             SKPI_OK);
            ck_assert_int_eq(skpi_ensemble_plan_aggregate_count(plan, CITIES, event, place, &a), SKPI_OK);
            for (int least = 0; least <= CITIES; least++) {
                const double threshold = least - .5;
                ck_assert_int_eq(
                    skpi_ensemble_plan_aggregate_event(plan, a, SKPI_ENSEMBLE_EVENT_ABOVE, 2021, 1, &threshold, &k),
                    SKPI_OK);
                ck_assert_int_eq(k, least);
            }
            skpi_ensemble_result *r = plan_run(plan, NULL), *values = values_of(r, a);
            ck_assert_uint_eq(skpi_ensemble_result_n_years(values), 1);
            for (int32_t least = 0; least <= CITIES; least++) {
                const double known = !common ? binomial[least] : least ? .5 : 1;
                ck_assert_int_eq(skpi_ensemble_result_probability(values, least, &p), SKPI_OK);
                ck_near(p, known, 4 * sqrt(known * (1 - known) / D));
            }
            ck_assert_int_eq(skpi_ensemble_result_mean(values, 0, 0, &mean), SKPI_OK);
            ck_near(mean, 2, 4 * sqrt((common ? 4 : 1.) / D));
            ck_assert_int_eq(skpi_ensemble_result_quantile(values, 0, 0, QUANTILES, plan_prob, q), SKPI_OK);
            for (int i = 0; i < QUANTILES; i++)
                if (i != 2 || !common) /* half of the draws are 0 */
                    ck_near(q[i],
                            common ? i < 2 ? 0 : 4
                            : i    ? i < 4 ? i : 4
                                   : 0,
                            mode == SKPI_ENSEMBLE_MODE_EXACT ? 0 : .002);
            skpi_ensemble_result_free(values);
            skpi_ensemble_result_free(r);
            skpi_ensemble_plan_free(plan);
        }
}
END_TEST

enum { SHARDS = 5, SPLIT_DRAWS = 21 * 512 + 100 };

/* Five places with urban shares, emissions and their sums, a factor, sums of both models, and a number of events.
 * Aggregates connect places 0, 1, 2 and 4; 3 is on its own. */
static skpi_ensemble_plan *plan_split(int32_t mode, uint64_t draws)
{
    static const double share[SHARDS] = {.3, .4, .5, .6, .7}, move[SHARDS] = {.02, .01, 0, -.01, .03};
    static const double sd[SHARDS] = {.02, .03, .04, .05, .06}, level[SHARDS] = {3, 1, 4, 1, 5};
    static const double a[SHARDS] = {.9, .8, 0, -.5, .6}, most[SHARDS] = {.31, .42, .5, .6, .8};
    static const int32_t model[4] = {0, 1, 1, 1}, variable[4] = {0, 0, 1, 0}, event[3] = {0, 0, 1};
    static const uint64_t place[4] = {0, 1, 1, 2}, city[3] = {1, 4, 4};
    const skpi_ensemble_plan_options o = {
        .size = sizeof o, .seed = 9, .n_draws = draws, .mode = mode, .n_places = SHARDS};
    const skpi_urban_ensemble_add_in urban = {.size = sizeof urban, .share = share, .drift = move, .sigma = sd};
    const skpi_carbon_ensemble_add_in carbon = {
        .size = sizeof carbon, .emission = level, .drift = move, .sigma = sd, .drift_sigma = sd};
    skpi_ensemble_plan *plan = NULL;
    double weight[4][YEARS];
    int32_t m[2], f, e[2], k, x;
    const double threshold = 15, one = .5;
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < YEARS; j++) weight[i][j] = i + 1. + .1 * j;
    ck_assert_int_eq(skpi_ensemble_plan_new(FIRST, YEARS, &o, &plan), SKPI_OK);
    ck_assert_int_eq(skpi_urban_ensemble_add(plan, &urban, m), SKPI_OK);
    ck_assert_int_eq(skpi_carbon_ensemble_add(plan, &carbon, m + 1), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_factor(plan, NULL, &f), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_load(plan, 0, 0, f, a), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_load(plan, 1, 0, f, a), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_event(plan, 0, 0, SKPI_ENSEMBLE_EVENT_ABOVE, FIRST + 2, most, e), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_event(plan, 1, 0, SKPI_ENSEMBLE_EVENT_PEAKED, FIRST + 3, NULL, e + 1), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, 4, model, variable, place, weight[0], &k), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_aggregate_count(plan, 3, event, city, &k), SKPI_OK);
    ck_assert_int_eq(
        skpi_ensemble_plan_aggregate_event(plan, 0, SKPI_ENSEMBLE_EVENT_KEPT_ABOVE, FIRST + 2, 1, &threshold, &x),
        SKPI_OK);
    ck_assert_int_eq(
        skpi_ensemble_plan_aggregate_event(plan, 1, SKPI_ENSEMBLE_EVENT_ABOVE, FIRST + YEARS - 1, 1, &one, &x),
        SKPI_OK);
    return plan;
}

static uint64_t hash_of(const skpi_ensemble_result *r)
{
    size_t n;
    uint64_t h = SKPI__HASH_START;
    unsigned char *bytes = plan_bytes(r, &n);
    for (size_t i = 0; i < n; i++) h = skpi__hash(h, bytes[i]);
    free(bytes);
    return h;
}

/* One hash for every number of threads, compiled variant, split, order of merging and way through bytes. */
START_TEST(one_hash)
{
    static const uint64_t frozen[] = {UINT64_C(0x239ab60ec390e965), UINT64_C(0x169785b777530252)};
    static const uint64_t orders[4][SHARDS] = {{0, 1, 2, 3, 4}, {4, 3, 2, 1, 0}, {2, 4, 0, 1, 3}, {3, 0, 4, 2, 1}};
    static const uint64_t cut[SHARDS + 1] = {0, 512, 5 * 512, 6 * 512, 20 * 512, SPLIT_DRAWS};
    for (int m = 0; m < 2; m++) {
        const int32_t mode = m ? SKPI_ENSEMBLE_MODE_STREAM : SKPI_ENSEMBLE_MODE_EXACT;
        skpi_ensemble_plan *plan = plan_split(mode, SPLIT_DRAWS);
        for (int32_t threads = 1; threads <= unit_few(3); threads++)
            for (int32_t dispatch = SKPI_ENSEMBLE_DISPATCH_BEST; dispatch <= SKPI_ENSEMBLE_DISPATCH_X86_64_V4;
                 dispatch++) {
                const skpi_ensemble_result_run_options o = {.size = sizeof o, .threads = threads, .dispatch = dispatch};
                if (!skpi__dispatch(dispatch)) continue;
                skpi_ensemble_result *r = plan_run(plan, &o);
                ck_assert_msg(hash_of(r) == frozen[m], "mode %d, %d threads, dispatch %d: %016llx", (int)mode,
                              (int)threads, (int)dispatch, (unsigned long long)hash_of(r));
                skpi_ensemble_result_free(r);
            }
        for (int t = 0; t < 4; t++) {
            skpi_ensemble_result *sum = plan_result(plan);
            for (int i = 0; i < SHARDS; i++) {
                const uint64_t s = orders[t][i];
                skpi_ensemble_result_run_options o = {.size = sizeof o, .threads = 1 + t % 2};
                if (m)
                    o.first_draw = cut[s], o.n_draws = cut[s + 1] - cut[s];
                else
                    o.first_place = s, o.n_places = 1;
                plan_add_bytes(plan, sum, plan_run(plan, &o));
            }
            ck_assert_uint_eq(hash_of(sum), frozen[m]);
            skpi_ensemble_result_free(sum);
        }
        skpi_ensemble_plan_free(plan);
    }
}
END_TEST

/* Shards of neighbours, a tree of merges, and places that join a result in several runs. */
START_TEST(trees_of_shards)
{
    skpi_ensemble_plan *plan = plan_split(SKPI_ENSEMBLE_MODE_EXACT, 700);
    skpi_ensemble_result *all = plan_run(plan, NULL), *part[3], *joined = plan_result(plan);
    for (uint64_t i = 0; i < 3; i++) {
        const skpi_ensemble_result_run_options o = {.size = sizeof o, .first_place = 2 * i, .n_places = i < 2 ? 2 : 1};
        part[i] = plan_run(plan, &o);
        ck_assert_int_eq(skpi_ensemble_result_run(joined, plan, &o), SKPI_OK);
    }
    ck_same(all, joined);
    plan_add_bytes(plan, part[1], part[2]);
    ck_assert_int_eq(skpi_ensemble_result_merge(part[0], part[1]), SKPI_OK);
    ck_same(all, part[0]);
    ck_fails(skpi_ensemble_result_merge(part[0], part[1]), SKPI_EDUPLICATE, "other");
    ck_same(all, part[0]);
    skpi_ensemble_result_free(part[0]);
    skpi_ensemble_result_free(part[1]);
    skpi_ensemble_result_free(joined);
    skpi_ensemble_result_free(all);
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* A run that is stopped in the middle of a place has added a part of it to the sums, and takes it back. */
START_TEST(stopped_and_taken_up_again)
{
    for (int32_t mode = SKPI_ENSEMBLE_MODE_EXACT; mode <= SKPI_ENSEMBLE_MODE_STREAM; mode++)
        for (int32_t threads = 1; threads <= 2; threads++) {
            skpi_ensemble_plan *plan = plan_split(mode, 80 * 512);
            skpi_ensemble_result *all = plan_run(plan, NULL), *r = plan_result(plan);
            int runs = 0;
            for (skpi_status s = SKPI_ECANCELED; s; runs++) {
                int calls = 1 + 2 * runs;
                const skpi_ensemble_result_run_options o = {
                    .size = sizeof o, .threads = threads, .progress = plan_stop, .user = &calls};
                s = skpi_ensemble_result_run(r, plan, &o);
                ck_assert(!s || s == SKPI_ECANCELED);
            }
            ck_assert(runs > 1);
            ck_same(all, r);
            skpi_ensemble_result_free(r);
            skpi_ensemble_result_free(all);
            skpi_ensemble_plan_free(plan);
        }
}
END_TEST

/* A run leaves out the draws that are there, wherever they lie. */
START_TEST(around_earlier_draws)
{
    skpi_ensemble_plan *plan = plan_split(SKPI_ENSEMBLE_MODE_STREAM, 8 * 512);
    skpi_ensemble_result *all = plan_run(plan, NULL), *r = plan_result(plan);
    for (uint64_t first = 2; first <= 6; first += 3) {
        const skpi_ensemble_result_run_options o = {.size = sizeof o, .first_draw = first * 512, .n_draws = 512};
        ck_assert_int_eq(skpi_ensemble_result_run(r, plan, &o), SKPI_OK);
    }
    ck_assert_int_eq(skpi_ensemble_result_run(r, plan, NULL), SKPI_OK);
    ck_same(all, r);
    skpi_ensemble_result_free(r);
    skpi_ensemble_result_free(all);
    skpi_ensemble_plan_free(plan);
}
END_TEST

START_TEST(unfinished)
{
    skpi_ensemble_plan *plan = plan_split(SKPI_ENSEMBLE_MODE_EXACT, 700);
    skpi_ensemble_result *r = plan_result(plan), *values = NULL;
    skpi_ensemble_result_run_options o = {.size = sizeof o, .first_place = 1, .n_places = 1};
    ck_fails(skpi_ensemble_result_aggregate(r, 0, &values), SKPI_ENODATA, "aggregate");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "4 of its 4 members"));
    ck_assert_int_eq(skpi_ensemble_result_run(r, plan, &o), SKPI_OK);
    ck_fails(skpi_ensemble_result_aggregate(r, 0, &values), SKPI_ENODATA, "aggregate");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "2 of its 4 members"));
    ck_fails(skpi_ensemble_result_aggregate(r, 2, &values), SKPI_ENOTFOUND, "aggregate");
    o.first_place = 2;
    ck_assert_int_eq(skpi_ensemble_result_run(r, plan, &o), SKPI_OK);
    o.first_place = 0;
    ck_assert_int_eq(skpi_ensemble_result_run(r, plan, &o), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_result_aggregate(r, 0, &values), SKPI_OK);
    ck_fails(skpi_ensemble_result_aggregate(r, 1, &values), SKPI_ENODATA, "aggregate"); /* place 4 is missing */
    skpi_ensemble_result_free(values);
    skpi_ensemble_result_free(r);
    skpi_ensemble_plan_free(plan);
    /* one draw is enough for values */
    plan = plan_split(SKPI_ENSEMBLE_MODE_EXACT, 1);
    r = plan_run(plan, NULL);
    skpi_ensemble_result_free(values_of(r, 0));
    skpi_ensemble_result_free(r);
    skpi_ensemble_plan_free(plan);
    /* a stream has values of the draws that were run */
    double mean[YEARS];
    plan = plan_split(SKPI_ENSEMBLE_MODE_STREAM, 1200);
    r = plan_result(plan);
    values = values_of(r, 0);
    ck_assert_int_eq(skpi_ensemble_result_mean(values, 0, 0, mean), SKPI_WMISSING);
    ck_assert(isnan(mean[0]));
    skpi_ensemble_result_free(values);
    const skpi_ensemble_result_run_options some = {.size = sizeof some, .n_draws = 512};
    ck_assert_int_eq(skpi_ensemble_result_run(r, plan, &some), SKPI_OK);
    values = values_of(r, 0);
    ck_assert_int_eq(skpi_ensemble_result_mean(values, 0, 0, mean), SKPI_WMISSING);
    ck_assert(mean[0] > 1);
    skpi_ensemble_result_free(values);
    skpi_ensemble_result_free(r);
    skpi_ensemble_plan_free(plan);
}
END_TEST

START_TEST(what_is_refused)
{
    skpi_ensemble_plan *plan = plan_split(SKPI_ENSEMBLE_MODE_STREAM, 1200);
    skpi_ensemble_result *r = plan_result(plan);
    static const uint64_t far[N] = {0, SHARDS}, twice[N] = {2, 2};
    static const int32_t none_of[N] = {0, 2};
    const double minus[N * YEARS] = {1, 1, 1, 1, 1, 1, 1, -1}, large[YEARS] = {1, 1e308, 1}, half = .5, no = 0;
    int32_t a = -1;
#define RUN(...)              \
    skpi_ensemble_result_run( \
        r, plan, &(skpi_ensemble_result_run_options){.size = sizeof(skpi_ensemble_result_run_options), __VA_ARGS__})
    ck_fails(RUN(.n_places = 2), SKPI_EINVAL, "options->n_places");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "aggregate 0"));
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "place 2"));
    ck_fails(RUN(.first_place = 2), SKPI_EINVAL, "options->first_place");
    ck_assert_int_eq(RUN(.first_place = 3, .n_places = 1), SKPI_OK); /* is in no aggregate */
    ck_fails(skpi_ensemble_plan_aggregate(plan, 0, zero, zero, both, NULL, &a), SKPI_ENODATA, "n_members");
    ck_fails_at(skpi_ensemble_plan_aggregate(plan, N, none_of, zero, both, NULL, &a), SKPI_ENOTFOUND, "model", 1);
    ck_fails_at(skpi_ensemble_plan_aggregate(plan, N, zero, none_of, both, NULL, &a), SKPI_ENOTFOUND, "variable", 1);
    ck_fails_at(skpi_ensemble_plan_aggregate(plan, N, zero, zero, far, NULL, &a), SKPI_ENOTFOUND, "place", 1);
    ck_fails_at(skpi_ensemble_plan_aggregate(plan, N, zero, zero, twice, NULL, &a), SKPI_EDUPLICATE, "place", 1);
    ck_fails_at(skpi_ensemble_plan_aggregate(plan, N, zero, zero, both, minus, &a), SKPI_ERANGE, "weight", 1);
    ck_fails_at(skpi_ensemble_plan_aggregate(plan, 1, zero, zero, both, large, &a), SKPI_EOVERFLOW, "weight", 0);
    const double most[YEARS] = {1, 0x1p1000, 1};
    ck_fails_at(skpi_ensemble_plan_aggregate(plan, 1, zero, zero, both, most, &a), SKPI_EOVERFLOW, "weight", 0);
    ck_fails_at(skpi_ensemble_plan_aggregate_count(plan, N, none_of, both, &a), SKPI_ENOTFOUND, "event", 1);
    ck_fails_at(skpi_ensemble_plan_aggregate_count(plan, N, zero, far, &a), SKPI_ENOTFOUND, "place", 1);
    ck_fails_at(skpi_ensemble_plan_aggregate_count(plan, N, zero, twice, &a), SKPI_EDUPLICATE, "place", 1);
    ck_assert_int_eq(a, -1);
#define EVENT(aggregate, kind, year, n, threshold) \
    skpi_ensemble_plan_aggregate_event(plan, aggregate, SKPI_ENSEMBLE_EVENT_##kind, year, n, threshold, &a)
    ck_fails(EVENT(2, ABOVE, FIRST, 1, &half), SKPI_ENOTFOUND, "aggregate");
    ck_fails(EVENT(0, ABOVE, FIRST - 1, 1, &half), SKPI_ERANGE, "year");
    ck_fails(EVENT(0, ABOVE, FIRST, 2, &half), SKPI_EINVAL, "n_thresholds");
    ck_fails(EVENT(0, ABOVE, FIRST, 0, NULL), SKPI_EINVAL, "n_thresholds");
    ck_fails(EVENT(0, PEAKED, FIRST, 1, &half), SKPI_EINVAL, "n_thresholds");
    ck_fails(EVENT(1, KEPT_ABOVE, FIRST + YEARS - 1, 1, &half), SKPI_EINVAL, "kind");
    ck_fails(EVENT(1, ABOVE, FIRST, 1, &half), SKPI_ERANGE, "year");
    ck_fails(EVENT(1, ABOVE, FIRST + YEARS - 1, 2, &half), SKPI_EINVAL, "n_thresholds");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "number of events"));
    const int32_t carbon[N] = {1, 1};
    ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, N, carbon, zero, both, NULL, &a), SKPI_OK);
    ck_fails_at(EVENT(2, BELOW, FIRST, 1, &no), SKPI_EDOM, "threshold", 0);
    ck_fails(RUN(.threads = 1), SKPI_EINCONSISTENT, "result");
    skpi_ensemble_result_free(r);
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* The unit of a sum is that of the members' own places, in whatever order these are given: the second emission of place
 * 0 is beyond what that of place 1 would leave room for. */
START_TEST(members_in_any_order)
{
    static const double large[N] = {1e12, 1};
    static const int32_t first[3] = {0, 0, 1}, mixed[3] = {0, 0, 1};
    static const uint64_t sorted[3] = {0, 1, 0}, other[3] = {1, 0, 0};
    double mean[2][YEARS], of[2][N][YEARS];
    skpi_ensemble_plan *plan = begin(SKPI_ENSEMBLE_MODE_STREAM, 100, YEARS);
    const skpi_carbon_ensemble_add_in in = {.size = sizeof in, .emission = large, .sigma = noise};
    int32_t model, a[2];
    ck_assert_int_eq(add_carbon(plan), 0);
    ck_assert_int_eq(skpi_carbon_ensemble_add(plan, &in, &model), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, 3, first, zero, sorted, NULL, a), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, 3, mixed, zero, other, NULL, a + 1), SKPI_OK);
    skpi_ensemble_result *r = plan_run(plan, NULL);
    for (int m = 0; m < 2; m++) ck_assert_int_eq(skpi_ensemble_result_mean(r, m, 0, of[m][0]), SKPI_OK);
    for (int i = 0; i < 2; i++) {
        skpi_ensemble_result *values = values_of(r, a[i]);
        ck_assert_int_eq(skpi_ensemble_result_mean(values, 0, 0, mean[i]), SKPI_OK);
        for (int k = 0; k < YEARS; k++) ck_near(mean[i][k] / (of[0][0][k] + of[0][1][k] + of[1][0][k]), 1, 1e-12);
        skpi_ensemble_result_free(values);
    }
    skpi_ensemble_result_free(r);
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* The sum of one place has the probability and the standard error of the place, whatever the sampling: antithetic draws
 * have errors of pairs, Sobol's points none. */
START_TEST(sampled)
{
    static const int32_t sampling[] = {SKPI_ENSEMBLE_SAMPLING_PLAIN, SKPI_ENSEMBLE_SAMPLING_ANTITHETIC,
                                       SKPI_ENSEMBLE_SAMPLING_SOBOL};
    static const double limit[N] = {.6, .6};
    double error[3] = {0};
    for (int c = 0; c < 6; c++) {
        const skpi_ensemble_plan_options o = {.size = sizeof o,
                                              .seed = 2026,
                                              .n_draws = 5000,
                                              .mode = c % 2 ? SKPI_ENSEMBLE_MODE_STREAM : SKPI_ENSEMBLE_MODE_EXACT,
                                              .n_places = N,
                                              .sampling = sampling[c / 2]};
        skpi_ensemble_plan *plan = NULL;
        int32_t a, own, of_sum;
        double p[N], e[N], sum_p, sum_e;
        ck_assert_int_eq(skpi_ensemble_plan_new(2021, T, &o, &plan), SKPI_OK);
        add_urban(plan);
        ck_assert_int_eq(skpi_ensemble_plan_event(plan, 0, 0, SKPI_ENSEMBLE_EVENT_ABOVE, 2030, limit, &own), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, 1, zero, zero, both, NULL, &a), SKPI_OK);
        ck_assert_int_eq(
            skpi_ensemble_plan_aggregate_event(plan, a, SKPI_ENSEMBLE_EVENT_ABOVE, 2030, 1, limit, &of_sum), SKPI_OK);
        skpi_ensemble_result *r = plan_run(plan, NULL), *values = values_of(r, a);
        ck_assert_int_eq(skpi_ensemble_result_probability(r, own, p), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_result_standard_error(r, own, e), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_result_probability(values, of_sum, &sum_p), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_result_standard_error(values, of_sum, &sum_e), SKPI_OK);
        ck_assert_double_eq(sum_p, p[0]);
        ck_assert_msg(sum_e == e[0] || (isnan(sum_e) && isnan(e[0])), "%g, of the place %g", sum_e, e[0]);
        error[c / 2] = sum_e;
        skpi_ensemble_result_free(values);
        skpi_ensemble_result_free(r);
        skpi_ensemble_plan_free(plan);
    }
    ck_assert_double_lt(error[1], .9 * error[0]);
    ck_assert(isnan(error[2]));
}
END_TEST

/* The sums of an exact aggregate of 2^31 draws in 900 years would need 15 TB. */
START_TEST(more_than_memory_holds)
{
    skpi_ensemble_plan *plan = NULL;
    const skpi_ensemble_plan_options o = {.size = sizeof o, .n_draws = UINT64_C(1) << 31, .n_places = N};
    int32_t a;
    ck_assert_int_eq(skpi_ensemble_plan_new(1501, 900, &o, &plan), SKPI_OK);
    add_urban(plan);
    ck_assert_int_eq(skpi_ensemble_plan_aggregate(plan, N, zero, zero, both, NULL, &a), SKPI_OK);
    skpi_ensemble_result *r = plan_result(plan);
    ck_fails(skpi_ensemble_result_run(r, plan, NULL), SKPI_ENOMEM, "plan");
    ck_assert_msg(strstr(skpi_last_error(), "15461882265600 bytes"), "%s", skpi_last_error());
    skpi_ensemble_result_free(r);
    skpi_ensemble_plan_free(plan);
}
END_TEST

UNIT_MAIN("ensemble_aggregate",
          UNIT_CASE("values", quantiles_of_sums, one_member, events_of_a_sum, numbers_of_events, sampled,
                    members_in_any_order),
          UNIT_CASE("bits", one_hash, trees_of_shards, stopped_and_taken_up_again, around_earlier_draws),
          UNIT_CASE("refusals", unfinished, what_is_refused, more_than_memory_holds))
