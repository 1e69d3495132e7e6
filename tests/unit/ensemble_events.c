/* Events that look at several years, thresholds by year, and milestones: against draws replayed one by one. */
#include "numeric/block.h"
#include "numeric/logit.h"
#include "unit/ensemble_plan.h"

enum { DRAWS = 1300, ROOM = 1536, KINDS = 8 };
static const int32_t kinds[KINDS] = {SKPI_ENSEMBLE_EVENT_ABOVE,         SKPI_ENSEMBLE_EVENT_BELOW,
                                     SKPI_ENSEMBLE_EVENT_REACHED_ABOVE, SKPI_ENSEMBLE_EVENT_REACHED_BELOW,
                                     SKPI_ENSEMBLE_EVENT_KEPT_ABOVE,    SKPI_ENSEMBLE_EVENT_KEPT_BELOW,
                                     SKPI_ENSEMBLE_EVENT_SUM_BELOW,     SKPI_ENSEMBLE_EVENT_PEAKED};
static const double threshold[PLACES] = {.37, .63, .915}, sums[PLACES] = {1.6, 2.6, 3.7};
static double path[PLACES][YEARS], drawn[PLACES][YEARS][ROOM];

/* The first urban model of plan_of, replayed from the stream. */
static void replay(uint64_t seed)
{
    static const uint64_t id[PLACES] = {7, 3, 4000000000u};
    static double z[ROOM], x[ROOM];
    for (int i = 0; i < PLACES; i++) {
        for (int d = 0; d < ROOM; d++) x[d] = skpi__logit_same(plan_share[i]);
        for (int k = 0; k < YEARS; k++) {
            path[i][k] = threshold[i] + .005 * (k - 2);
            ck_assert_int_eq(skpi_ensemble_draw(ROOM, seed, 0, id[i], FIRST + k, 0, 0, z), SKPI_OK);
            for (int d = 0; d < ROOM; d++) x[d] = x[d] + (plan_drift[i] + plan_sigma[i] * z[d]);
            for (int d = 0; d < ROOM; d += 512)
                skpi__block_kernel_at(SKPI_ENSEMBLE_DISPATCH_PLAIN)->logistic(x + d, drawn[i][k] + d);
        }
    }
}

static int at(int32_t kind, double u, double t)
{
    const int above = kind == SKPI_ENSEMBLE_EVENT_ABOVE || kind == SKPI_ENSEMBLE_EVENT_REACHED_ABOVE ||
                      kind == SKPI_ENSEMBLE_EVENT_KEPT_ABOVE;
    return above ? u >= t : u <= t;
}

/* Whether an event of this kind happens in a draw by a year, with thresholds t[0] or, by year, t[k]. */
static int happens(int32_t kind, int i, int d, int year, const double *t, int by_year)
{
    double sum = 0, top = -1;
    int first = YEARS, kept = 0, peak = 0;
    for (int k = 0; k < YEARS; k++) {
        const double u = drawn[i][k][d];
        if (k <= year) sum += u;
        if (u > top) top = u, peak = k;
        if (at(kind, u, t[by_year ? k : 0])) {
            if (k < first) first = k;
        } else {
            kept = k + 1;
        }
    }
    switch (kind) {
    case SKPI_ENSEMBLE_EVENT_ABOVE:
    case SKPI_ENSEMBLE_EVENT_BELOW: return at(kind, drawn[i][year][d], t[by_year ? year : 0]);
    case SKPI_ENSEMBLE_EVENT_REACHED_ABOVE:
    case SKPI_ENSEMBLE_EVENT_REACHED_BELOW: return first <= year;
    case SKPI_ENSEMBLE_EVENT_KEPT_ABOVE:
    case SKPI_ENSEMBLE_EVENT_KEPT_BELOW: return kept <= year;
    case SKPI_ENSEMBLE_EVENT_SUM_BELOW: return sum <= t[by_year ? year : 0];
    default: return peak <= year;
    }
}

START_TEST(events_of_the_replayed_draws)
{
    replay(42);
    for (int32_t mode = SKPI_ENSEMBLE_MODE_EXACT; mode <= SKPI_ENSEMBLE_MODE_STREAM; mode++)
        for (uint32_t flags = 0; flags < 2; flags++) {
            skpi_ensemble_plan *plan = plan_of(mode, DRAWS, 42, flags);
            int32_t event[KINDS][2][2], milestone[KINDS];
            const int year[2] = {1, 4};
            for (int e = 0; e < KINDS; e++) {
                const int peak = kinds[e] == SKPI_ENSEMBLE_EVENT_PEAKED,
                          sum = kinds[e] == SKPI_ENSEMBLE_EVENT_SUM_BELOW;
                for (int y = 0; y < 2; y++) {
                    ck_assert_int_eq(skpi_ensemble_plan_event(plan, 0, 0, kinds[e], FIRST + year[y],
                                                              peak  ? NULL
                                                              : sum ? sums
                                                                    : threshold,
                                                              &event[e][y][0]),
                                     SKPI_OK);
                    if (!peak)
                        ck_assert_int_eq(skpi_ensemble_plan_event_path(plan, 0, 0, kinds[e], FIRST + year[y], path[0],
                                                                       &event[e][y][1]),
                                         SKPI_OK);
                }
                if (e >= 2 && !sum)
                    ck_assert_int_eq(
                        skpi_ensemble_plan_milestone(plan, 0, 0, kinds[e], peak ? NULL : threshold, &milestone[e]),
                        SKPI_OK);
            }
            skpi_ensemble_result *a = plan_run(plan, NULL);
            for (int e = 0; e < KINDS; e++) {
                const int peak = kinds[e] == SKPI_ENSEMBLE_EVENT_PEAKED,
                          sum = kinds[e] == SKPI_ENSEMBLE_EVENT_SUM_BELOW;
                double p[PLACES], error[PLACES], when[PLACES][YEARS + 1];
                for (int y = 0; y < 2; y++)
                    for (int by_year = 0; by_year < 2 - peak; by_year++) {
                        ck_assert_int_eq(skpi_ensemble_result_probability(a, event[e][y][by_year], p), SKPI_OK);
                        ck_assert_int_eq(skpi_ensemble_result_standard_error(a, event[e][y][by_year], error), SKPI_OK);
                        for (int i = 0; i < PLACES; i++) {
                            const double *t = by_year ? path[i] : sum ? sums + i : threshold + i;
                            int n = 0;
                            for (int d = 0; d < DRAWS; d++) n += happens(kinds[e], i, d, year[y], t, by_year);
                            ck_assert_msg(p[i] == n / (double)DRAWS, "kind %d, year %d, place %d: %g, not %d",
                                          (int)kinds[e], year[y], i, p[i] * DRAWS, n);
                            ck_near(error[i], sqrt(p[i] * (1 - p[i]) / DRAWS), 1e-15);
                        }
                    }
                if (e < 2 || sum) continue;
                ck_assert_int_eq(skpi_ensemble_result_milestone(a, milestone[e], when[0]), SKPI_OK);
                for (int i = 0; i < PLACES; i++) {
                    double by = 0;
                    for (int k = 0; k <= YEARS; k++) {
                        int n = 0;
                        for (int d = 0; d < DRAWS; d++) n += k == YEARS || happens(kinds[e], i, d, k, threshold + i, 0);
                        ck_near(by += when[i][k], n / (double)DRAWS, 1e-14);
                    }
                }
            }
            skpi_ensemble_result_free(a);
            skpi_ensemble_plan_free(plan);
        }
}
END_TEST

/* Parts by draws, merged through bytes, have the milestones of the whole, and so have the bytes of another plan not. */
START_TEST(milestones_of_shards)
{
    skpi_ensemble_plan *plan = plan_of(SKPI_ENSEMBLE_MODE_STREAM, DRAWS, 42, 0);
    int32_t milestone;
    ck_assert_int_eq(skpi_ensemble_plan_milestone(plan, 0, 0, SKPI_ENSEMBLE_EVENT_REACHED_ABOVE, threshold, &milestone),
                     SKPI_OK);
    skpi_ensemble_result *all = plan_run(plan, NULL), *sum = plan_result(plan);
    for (int i = 1; i >= 0; i--) {
        const skpi_ensemble_result_run_options o = {
            .size = sizeof o, .first_draw = i ? 512 : 0, .n_draws = i ? 0 : 512, .threads = 2};
        plan_add_bytes(plan, sum, plan_run(plan, &o));
    }
    ck_same(all, sum);
    skpi_ensemble_result_free(all);
    skpi_ensemble_result_free(sum);
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* Two models have independent shocks: conjunctions of their events have the product of the probabilities. */
START_TEST(conjunctions_of_independent_events)
{
    enum { MANY = 100000 };
    skpi_ensemble_plan *plan = plan_of(SKPI_ENSEMBLE_MODE_STREAM, MANY, 7, SKPI_ENSEMBLE_FLAG_NO_QUANTILES);
    int32_t e[2], both;
    for (int32_t m = 0; m < 2; m++)
        ck_assert_int_eq(
            skpi_ensemble_plan_event(plan, m, 0, m ? SKPI_ENSEMBLE_EVENT_KEPT_ABOVE : SKPI_ENSEMBLE_EVENT_REACHED_BELOW,
                                     FIRST + 3, threshold, e + m),
            SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_plan_all(plan, 2, e, &both), SKPI_OK);
    skpi_ensemble_result *a = plan_run(plan, NULL);
    double p[2][PLACES], joint[PLACES];
    for (int m = 0; m < 2; m++) ck_assert_int_eq(skpi_ensemble_result_probability(a, e[m], p[m]), SKPI_OK);
    ck_assert_int_eq(skpi_ensemble_result_probability(a, both, joint), SKPI_OK);
    for (int i = 0; i < PLACES; i++) {
        const double product = p[0][i] * p[1][i];
        ck_assert(product > .01 && product < .9);
        ck_near(joint[i], product, 4 * sqrt(product * (1 - product) / MANY));
    }
    skpi_ensemble_result_free(a);
    skpi_ensemble_plan_free(plan);
}
END_TEST

START_TEST(events_that_are_refused)
{
    skpi_ensemble_plan *plan = plan_of(SKPI_ENSEMBLE_MODE_EXACT, 600, 1, 0);
    const double level[PLACES] = {1, 2, 3}, none[PLACES] = {.5, 0, .5};
    const skpi_carbon_ensemble_add_in c = {.size = sizeof c, .emission = level, .sigma = plan_sigma};
    int32_t model, e = -1;
    double out[PLACES * (YEARS + 1)];
    ck_assert_int_eq(skpi_carbon_ensemble_add(plan, &c, &model), SKPI_OK);
    ck_fails_at(skpi_ensemble_plan_event(plan, model, 0, SKPI_ENSEMBLE_EVENT_KEPT_BELOW, FIRST, none, &e), SKPI_EDOM,
                "threshold", 1);
    ck_fails_at(skpi_ensemble_plan_milestone(plan, model, 0, SKPI_ENSEMBLE_EVENT_KEPT_BELOW, none, &e), SKPI_EDOM,
                "threshold", 1);
    for (int k = 0; k < PLACES * YEARS; k++) out[k] = .5 - .2 * (k == 7);
    out[7] = 0;
    ck_fails_at(skpi_ensemble_plan_event_path(plan, model, 0, SKPI_ENSEMBLE_EVENT_KEPT_BELOW, FIRST, out, &e),
                SKPI_EDOM, "threshold", 1);
    ck_fails(skpi_ensemble_plan_event_path(plan, 0, 0, SKPI_ENSEMBLE_EVENT_PEAKED, FIRST, out, &e), SKPI_EINVAL,
             "kind");
    ck_fails(skpi_ensemble_plan_milestone(plan, 0, 0, SKPI_ENSEMBLE_EVENT_BELOW, none, &e), SKPI_EINVAL, "kind");
    ck_fails(skpi_ensemble_plan_milestone(plan, 0, 0, SKPI_ENSEMBLE_EVENT_PEAKED, none, &e), SKPI_EINVAL, "threshold");
    ck_assert_int_eq(e, -1);
    ck_assert_int_eq(skpi_ensemble_plan_milestone(plan, model, 0, SKPI_ENSEMBLE_EVENT_PEAKED, NULL, &e), SKPI_OK);
    skpi_ensemble_result *a = plan_result(plan);
    ck_fails(skpi_ensemble_result_milestone(a, 1, out), SKPI_ENOTFOUND, "milestone");
    ck_assert_int_eq(skpi_ensemble_result_milestone(a, 0, out), SKPI_WMISSING);
    ck_assert(isnan(out[PLACES * (YEARS + 1) - 1]));
    ck_assert_int_eq(skpi_ensemble_result_standard_error(a, 0, out), SKPI_WMISSING);
    ck_assert(isnan(out[0]));
    skpi_ensemble_result_free(a);
    skpi_ensemble_plan_free(plan);
}
END_TEST

/* A peak by a year, alone in its plan, and the year of a peak, too. */
START_TEST(peaks_alone)
{
    replay(42);
    for (int32_t mode = SKPI_ENSEMBLE_MODE_EXACT; mode <= SKPI_ENSEMBLE_MODE_STREAM; mode++)
        for (int by_year = 0; by_year < 2; by_year++) {
            skpi_ensemble_plan *plan = plan_of(mode, DRAWS, 42, 0);
            int32_t id;
            double when[PLACES][YEARS + 1], p[PLACES];
            ck_assert_int_eq(
                by_year ? skpi_ensemble_plan_milestone(plan, 0, 0, SKPI_ENSEMBLE_EVENT_PEAKED, NULL, &id)
                        : skpi_ensemble_plan_event(plan, 0, 0, SKPI_ENSEMBLE_EVENT_PEAKED, FIRST + 3, NULL, &id),
                SKPI_OK);
            skpi_ensemble_result *a = plan_run(plan, NULL);
            ck_assert_int_eq(by_year ? skpi_ensemble_result_milestone(a, id, when[0])
                                     : skpi_ensemble_result_probability(a, id, p),
                             SKPI_OK);
            for (int i = 0; i < PLACES; i++) {
                int n = 0;
                for (int d = 0; d < DRAWS; d++) n += happens(SKPI_ENSEMBLE_EVENT_PEAKED, i, d, 3, threshold, 0);
                ck_near(by_year ? when[i][0] + when[i][1] + when[i][2] + when[i][3] : p[i], n / (double)DRAWS, 1e-14);
            }
            skpi_ensemble_result_free(a);
            skpi_ensemble_plan_free(plan);
        }
}
END_TEST

/* The fingerprint of a plan is in its results, which another version must be able to read: it is frozen. */
START_TEST(fingerprints_are_kept)
{
    static const int32_t kind_of[] = {SKPI_ENSEMBLE_EVENT_PEAKED, SKPI_ENSEMBLE_EVENT_REACHED_ABOVE,
                                      SKPI_ENSEMBLE_EVENT_REACHED_BELOW, SKPI_ENSEMBLE_EVENT_KEPT_ABOVE,
                                      SKPI_ENSEMBLE_EVENT_KEPT_BELOW};
    static const double half[PLACES] = {.38, .65, .91};
    skpi_ensemble_plan *plan = plan_of(SKPI_ENSEMBLE_MODE_EXACT, 100, 42, 0);
    int32_t milestone, event;
    for (int i = 0; i < 5; i++) {
        ck_assert_int_eq(skpi_ensemble_plan_milestone(plan, 0, 0, kind_of[i], i ? half : NULL, &milestone), SKPI_OK);
        ck_assert_int_eq(skpi_ensemble_plan_event(plan, 1, 0, kind_of[i], FIRST + 3, i ? half : NULL, &event), SKPI_OK);
    }
    skpi_ensemble_result *r = plan_result(plan);
    size_t n;
    unsigned char *bytes = plan_bytes(r, &n);
    uint64_t fingerprint = 0;
    for (unsigned j = 0; j < 8; j++) fingerprint |= (uint64_t)bytes[24 + j] << 8 * j;
    ck_assert_msg(fingerprint == UINT64_C(0x9cab4860b2720161), "%016llx", (unsigned long long)fingerprint);
    free(bytes);
    skpi_ensemble_result_free(r);
    skpi_ensemble_plan_free(plan);
}
END_TEST

UNIT_MAIN("ensemble_events",
          UNIT_CASE("events", events_of_the_replayed_draws, peaks_alone, fingerprints_are_kept, milestones_of_shards,
                    conjunctions_of_independent_events, events_that_are_refused))
