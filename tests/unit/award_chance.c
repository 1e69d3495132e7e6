/* Chances from draws: known answers, the same bits for any number of threads, quotas. */
#include "unit/award_jury.h"
#include "unit/no_threads.h"
#include "award/draws_kernel.h"
#include "core/dispatch.h"

typedef struct chances {
    double probability[MOST], expected[MOST], low[MOST], high[MOST];
} chances;

static skpi_status jury_chance(const skpi_award_scores *s, const skpi_award_adjust_options *model,
                               const skpi_award_line *line, skpi_award_chance_options o, chances *c)
{
    skpi_award_chance_out out = {sizeof out, 0, c->probability, c->expected, c->low, c->high};
    o.size = sizeof o;
    return skpi_award_chance(s, line, model, &o, &out);
}

/* Two entries and one judge whose variances are known: by hand, the difference of the qualities is normal. */
START_TEST(two_entries)
{
    const double score[] = {70, 64, 52};
    const jury j = jury_table(3, 1, score);
    const skpi_award_scores s = jury_scores(&j);
    const skpi_award_adjust_options model = {
        .size = sizeof model, .entry_variance = 64, .judge_variance = 25, .residual_variance = 36};
    const skpi_award_line line = {.size = sizeof line, .n_winners = 1};
    chances c;
    ck_assert_int_eq(jury_chance(&s, &model, &line, (skpi_award_chance_options){.n_draws = 200000}, &c), SKPI_OK);
    const double shrink = 64. / 100, sd = sqrt(2 * 64 * 36. / 100);
    double rank[3] = {1, 1, 1};
    for (size_t a = 0; a < 3; a++)
        for (size_t b = 0; b < 3; b++)
            if (a != b) rank[a] += .5 * erfc(shrink * (score[a] - score[b]) / sd * M_SQRT1_2);
    for (size_t a = 0; a < 3; a++) ck_near(c.expected[a], rank[a], 1e-12);
    ck_near(c.probability[0] + c.probability[1] + c.probability[2], 1, 1e-12);
    ck_assert(c.low[0] == 1 && c.high[2] == 3);
}
END_TEST

/* A table of the R package ERforResearch (award_adjust.c): its printed expected ranks are means of a Monte Carlo run. */
START_TEST(printed_ranks)
{
    static const double grants[] = {6, 6, 6, 5, 2, 6, 6, 5, 5, 1, 6, 5, 6, 4, 2, 6, 4, 5, 6, 2, 6, 5, 5, 4, 2,
                                    6, 4, 6, 3, 2, 6, 5, 4, 3, 2, 6, 2, 5, 5, 2, 6, 4, 3, 4, 2, 6, 3, 5, 2, 2,
                                    5, 4, 3, 3, 2, 5, 3, 4, 2, 2, 5, 2, 3, 3, 1, 5, 4, 3, 1, 1, 5, 2, 2, 3, 1};
    static const double printed[] = {2.44, 4.06, 4.09, 4.12, 5.08, 6.19, 7.34, 7.26,
                                     8.43, 9.42, 10.4, 11.4, 13,   13,   13.7};
    const jury j = jury_table(15, 5, grants);
    const skpi_award_scores s = jury_scores(&j);
    const skpi_award_adjust_options model = {.size = sizeof model, .judge_variance = .25};
    const skpi_award_line line = {.size = sizeof line, .n_winners = 5};
    chances c;
    double mean = 0;
    ck_assert_int_eq(jury_chance(&s, &model, &line, (skpi_award_chance_options){.seed = 4}, &c), SKPI_OK);
    for (size_t i = 0; i < 15; i++) {
        ck_near(c.expected[i], printed[i], .2);
        mean += c.expected[i] / 15;
    }
    ck_near(mean, 8, 1e-12);
    ck_near(c.expected[0], 2.2930448301296216, 1e-9);
}
END_TEST

/* FNV-1a of the counts. */
static uint64_t chance_hash(const chances *c, size_t n, double draws)
{
    uint64_t h = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < n; i++) {
        h = (h ^ (uint64_t)(c->probability[i] * draws + .5)) * UINT64_C(1099511628211);
        h = (h ^ (uint64_t)(2 * c->low[i])) * UINT64_C(1099511628211);
        h = (h ^ (uint64_t)(2 * c->high[i])) * UINT64_C(1099511628211);
    }
    return h;
}

START_TEST(same_bits_for_any_threads)
{
    const jury j = jury_any(11, 150, 20, 4, 8, 5, 6);
    const skpi_award_scores s = jury_scores(&j);
    const skpi_award_line line = {.size = sizeof line, .n_winners = 40};
    const skpi_award_adjust_options models[] = {{.size = sizeof *models},
                                                {.size = sizeof *models, .model = SKPI_AWARD_MODEL_LEAST_SQUARES}};
    const uint64_t frozen[] = {UINT64_C(15313795735185062315), UINT64_C(15211466801599941961)};
    for (size_t m = 0; m < 2; m++)
        for (int32_t threads = 0; threads <= 4; threads += threads ? threads : 1) {
            chances c;
            const skpi_award_chance_options o = {.seed = 7, .n_draws = 5003, .threads = threads, .coverage = .9};
            ck_assert_int_eq(jury_chance(&s, models + m, &line, o, &c), SKPI_OK);
            ck_assert_uint_eq(chance_hash(&c, 150, 5003), frozen[m]);
        }
}
END_TEST

/* Every vector unit gives the same sums and orders: the best first, of equal ones the lower number. */
START_TEST(kernels_agree)
{
    enum { ENTRIES = 1100, DRAWS = SKPI__BLOCK };
    static const size_t some[] = {1, 2, 3, 5, 16, 17, 100, ENTRIES};
    static double x[3][DRAWS], y[ENTRIES][DRAWS], tile[ENTRIES * DRAWS];
    static uint32_t order[ENTRIES * DRAWS];
    double low[DRAWS], high[DRAWS];
    const double factor[] = {.5, -2, .125}, *const term[] = {x[0], x[1], x[2]};
    jury_state = 5;
    for (size_t i = 0; i < 3 * DRAWS; i++) x[i / DRAWS][i % DRAWS] = jury_random();
    for (int32_t v = SKPI__PLAIN; v <= skpi__dispatch(SKPI__BEST); v++) {
        const skpi__draws_kernel *kernel = skpi__draws_kernel_at(v);
        for (size_t c = 0; c < sizeof some / sizeof *some; c++) {
            const size_t n = some[c], lanes = kernel->lanes;
            int bits = 4, good = 1;
            while (n >> bits) bits++;
            jury_state = 7;
            for (size_t d = 0; d < DRAWS; d++) low[d] = INFINITY, high[d] = -INFINITY;
            for (size_t i = 0; i < n; i++) {
                double z[DRAWS];
                for (size_t d = 0; d < DRAWS; d++) y[i][d] = z[d] = floor(50 * jury_random()); /* with equal ones */
                kernel->quality(3, .25, i % 4, factor, term, y[i], low, high);
                for (size_t d = 0; d < DRAWS; d++) {
                    double sum = 3 + .25 * z[d];
                    for (size_t t = 0; t < i % 4; t++) sum += factor[t] * x[t][d];
                    good &= y[i][d] == sum && low[d] <= sum && sum <= high[d];
                }
                kernel->spread(1, y[i], tile + i * lanes, n * lanes);
            }
            for (size_t d = 0; d < DRAWS; d += lanes) kernel->sort(n, bits, low + d, high + d, tile + d * n, order + d);
            for (size_t d = 0; d < DRAWS; d++)
                for (size_t k = 1; k < n; k++) {
                    const uint32_t a = order[(k - 1) * DRAWS + d], b = order[k * DRAWS + d];
                    good &= a < n && b < n && (y[a][d] > y[b][d] || (y[a][d] == y[b][d] && a < b));
                }
            ck_assert_msg(good, "variant %d, %zu entries", (int)v, n);
        }
    }
}
END_TEST

/* Winners of each draw are as many as there are places, and within the quotas. */
START_TEST(quotas)
{
    const jury j = jury_any(12, 60, 9, 3, 8, 5, 6);
    skpi_award_scores s = jury_scores(&j);
    int32_t track[60];
    for (size_t i = 0; i < 60; i++) track[i] = (int32_t)(i % 3);
    s.n_tracks = 3;
    s.track = track;
    const int32_t least[] = {2, 10, 0}, most[] = {4, 20, 3};
    skpi_award_line line = {.size = sizeof line, .n_winners = 20, .n_tracks = 3, .least = least, .most = most};
    chances c;
    double sum[3] = {0, 0, 0};
    ck_assert_int_eq(jury_chance(&s, NULL, &line, (skpi_award_chance_options){.n_draws = 3000}, &c), SKPI_OK);
    for (size_t i = 0; i < 60; i++) {
        sum[i % 3] += c.probability[i];
        ck_assert(c.low[i] >= 1 && c.low[i] <= c.high[i] && c.high[i] <= 60);
    }
    ck_near(sum[0] + sum[1] + sum[2], 20, 1e-10);
    ck_assert(sum[0] >= 2 && sum[0] <= 4 && sum[1] >= 10 && sum[2] <= 3);
    /* the first entry, alone in the track that must have a winner, always wins */
    const int32_t alone[] = {0, 1, 0};
    line.least = alone, line.most = NULL;
    for (size_t i = 0; i < 60; i++) track[i] = i == 0;
    ck_assert_int_ge(jury_chance(&s, NULL, &line, (skpi_award_chance_options){.n_draws = 500}, &c), SKPI_OK);
    ck_assert(c.probability[0] == 1 && c.probability[1] < 1);
    for (size_t i = 0; i < 60; i++) track[i] = (int32_t)(i % 3);
    line.least = least, line.most = most;
    line.n_winners = 60;
    ck_assert_int_eq(jury_chance(&s, NULL, &line, (skpi_award_chance_options){.n_draws = 100}, &c), SKPI_WMISSING);
    line.n_tracks = 2;
    ck_fails(jury_chance(&s, NULL, &line, (skpi_award_chance_options){.n_draws = 100}, &c), SKPI_EINCONSISTENT,
             "line->n_tracks");
    line.n_tracks = 3;
    line.n_winners = 61;
    ck_fails(jury_chance(&s, NULL, &line, (skpi_award_chance_options){.n_draws = 100}, &c), SKPI_ERANGE,
             "line->n_winners");
}
END_TEST

static int32_t chance_stop(uint64_t done, uint64_t total, void *user)
{
    (void)total;
    *(uint64_t *)user = done;
    return done >= 3;
}

/* More places than entries with a score: each of these wins, and has a rank among them. */
START_TEST(places_left_empty)
{
    jury j = jury_table(3, 2, (const double[]){70, 75, 64, 70, 52, 55});
    j.entries = 5;
    const skpi_award_scores s = jury_scores(&j);
    const skpi_award_line line = {.size = sizeof line, .n_winners = 4};
    chances c;
    ck_assert_int_eq(jury_chance(&s, NULL, &line, (skpi_award_chance_options){.n_draws = 1000}, &c), SKPI_WMISSING);
    for (size_t i = 0; i < 3; i++) {
        ck_assert_double_eq(c.probability[i], 1);
        ck_assert(c.low[i] >= 1 && c.low[i] <= c.high[i] && c.high[i] <= 3);
    }
    ck_assert(isnan(c.probability[3]) && isnan(c.expected[4]) && isnan(c.low[3]) && isnan(c.high[4]));
}
END_TEST

/* Entries that the model takes for equal have equal chances; without a degree of freedom there are none. */
START_TEST(nothing_known)
{
    const double equal[] = {5, 5, 5, 5, 5, 5, 5, 5};
    jury j = jury_table(4, 2, equal);
    skpi_award_scores s = jury_scores(&j);
    const skpi_award_line line = {.size = sizeof line, .n_winners = 1};
    chances c;
    ck_assert_int_eq(jury_chance(&s, NULL, &line, (skpi_award_chance_options){.n_draws = 20000}, &c), SKPI_WWEAKFIT);
    for (size_t i = 0; i < 4; i++) {
        ck_near(c.probability[i], .25, .02);
        ck_assert_double_eq(c.expected[i], 2.5);
    }
    j = jury_table(3, 1, equal);
    s = jury_scores(&j);
    const skpi_award_adjust_options squares = {.size = sizeof squares, .model = SKPI_AWARD_MODEL_LEAST_SQUARES};
    ck_assert_int_eq(jury_chance(&s, &squares, &line, (skpi_award_chance_options){.seed = 1}, &c), SKPI_WWEAKFIT);
    ck_assert(isnan(c.probability[0]) && isnan(c.expected[1]) && isnan(c.low[2]));
    j = jury_any(12, 60, 9, 3, 8, 5, 6);
    s = jury_scores(&j);
    uint64_t done = 0;
    c.probability[0] = 77;
    ck_fails(jury_chance(&s, NULL, &line, (skpi_award_chance_options){.progress = chance_stop, .user = &done}, &c),
             SKPI_ECANCELED, "options->progress");
    ck_assert(done >= 3 && c.probability[0] == 77);
}
END_TEST

/* Entries 0, 2, 4 and 6 are equal without the leniency of two judges, and so are 1 and 3: their expected ranks are, too. */
START_TEST(equal_but_for_rounding)
{
    static const int32_t entry[] = {0, 1, 2, 3, 3, 4, 4, 5, 5, 6, 6}, judge[] = {1, 1, 0, 0, 1, 0, 1, 0, 1, 0, 1};
    static const double score[] = {5.8, 6.1, 6.3, 6.6, 6.1, 6.3, 5.8, 6.4, 5.9, 6.3, 5.8};
    static const double expected[] = {5.5, 1.5, 5.5, 1.5, 5.5, 3, 5.5};
    const skpi_award_scores s = {.size = sizeof s,
                                 .n_scores = 11,
                                 .n_entries = 7,
                                 .n_judges = 2,
                                 .entry = entry,
                                 .judge = judge,
                                 .score = score};
    const skpi_award_line line = {.size = sizeof line, .n_winners = 2};
    const skpi_award_adjust_options squares = {.size = sizeof squares, .model = SKPI_AWARD_MODEL_LEAST_SQUARES};
    chances c;
    ck_assert_int_eq(jury_chance(&s, &squares, &line, (skpi_award_chance_options){.n_draws = 20000}, &c), SKPI_OK);
    for (size_t i = 0; i < 7; i++) ck_assert_double_eq(c.expected[i], expected[i]);
}
END_TEST

/* Stops at a call, counted from 1, with so many parts done. */
typedef struct stopping {
    uint64_t done, total;
    int call, calls, varies;
} stopping;

static int32_t chance_stop_at(uint64_t done, uint64_t total, void *user)
{
    stopping *s = user;
    s->varies |= s->total && total != s->total;
    s->total = total;
    s->calls += done == s->done;
    return s->calls == s->call;
}

static void check_stopped(const skpi_award_scores *scores, const skpi_award_adjust_options *model, int ranks,
                          skpi_award_chance_options o, stopping at)
{
    const skpi_award_line line = {.size = sizeof line, .n_winners = 20};
    static double x[MOST];
    skpi_award_chance_out out = {.size = sizeof out};
    *(ranks ? &out.low : &out.expected_rank) = x;
    o.size = sizeof o;
    o.progress = chance_stop_at;
    o.user = &at;
    x[0] = 77;
    ck_fails(skpi_award_chance(scores, &line, model, &o, &out), SKPI_ECANCELED, "options->progress");
    ck_assert(at.calls == at.call && !at.varies && x[0] == 77);
}

/* The fit, a part of the draws, and one of the expected ranks take so long that a caller can stop them on the way. */
START_TEST(stopped_on_the_way)
{
    const jury j = jury_any(12, 1950, 9, 2, 8, 5, 6), many = jury_any(12, 200, 100, 9, 8, 5, 6);
    const skpi_award_scores s = jury_scores(&j), of_many = jury_scores(&many);
    const skpi_award_adjust_options squares = {.size = sizeof squares, .model = SKPI_AWARD_MODEL_LEAST_SQUARES};
    const skpi_award_chance_options few = {.n_draws = 10}, drawn = {.n_draws = 100000};
    check_stopped(&of_many, NULL, 1, few, (stopping){.done = 0, .call = 1});
    check_stopped(&of_many, NULL, 1, few, (stopping){.done = 0, .call = 9});
    check_stopped(&of_many, &squares, 1, few, (stopping){.done = 0, .call = 1});
    check_stopped(&of_many, NULL, 1, few, (stopping){.done = 1, .call = 1}); /* after the fit */
    check_stopped(&s, NULL, 1, drawn, (stopping){.done = 1, .call = 2});
    check_stopped(&s, NULL, 0, few, (stopping){.done = 1, .call = 2});
}
END_TEST

#ifdef __GLIBC__
START_TEST(threads_that_do_not_start)
{
    const jury j = jury_any(12, 60, 9, 3, 8, 5, 6);
    const skpi_award_scores s = jury_scores(&j);
    const skpi_award_line line = {.size = sizeof line, .n_winners = 20};
    chances c;
    no_threads_begin();
    ck_fails(jury_chance(&s, NULL, &line, (skpi_award_chance_options){.n_draws = 3000, .threads = 2}, &c), SKPI_ETHREAD,
             "options->threads");
    no_threads_end();
}
END_TEST
#define THREADS_REFUSED , threads_that_do_not_start
#else
#define THREADS_REFUSED
#endif

UNIT_MAIN("award_chance", UNIT_CASE("known", two_entries, printed_ranks),
          UNIT_CASE("draws", same_bits_for_any_threads, kernels_agree, quotas, places_left_empty, nothing_known,
                    equal_but_for_rounding, stopped_on_the_way THREADS_REFUSED))
