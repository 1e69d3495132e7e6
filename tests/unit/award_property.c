/* Awards: other numbers of entries and judges, and another order of the rows, permute everything. */
#include "unit/award_jury.h"

enum { ENTRIES = 60, JUDGES = 9, WINNERS = 20, TRACKS = 3 };

/* The same scores with other numbers: entry i is 7 i, judge k is 2 k. */
static size_t entry_now(size_t i) { return i * 7 % ENTRIES; }
static size_t judge_now(size_t k) { return k * 2 % JUDGES; }
static jury jury_turned(const jury *j)
{
    jury turned = {.entries = ENTRIES, .judges = JUDGES};
    for (size_t r = j->n; r-- > 0;)
        jury_add(&turned, entry_now((size_t)j->entry[r]), judge_now((size_t)j->judge[r]), j->score[r]);
    return turned;
}

typedef struct findings {
    int32_t entry_count[ENTRIES], judge_count[JUDGES], entry_part[ENTRIES], judge_part[JUDGES], n_parts;
    double entry[6][ENTRIES], judge[2][JUDGES];
    double probability[ENTRIES], expected[ENTRIES], low[ENTRIES], high[ENTRIES];
    int32_t selected[ENTRIES], tied[ENTRIES], place[2][ENTRIES], prefer[ENTRIES * ENTRIES];
    double points[2][ENTRIES], cost[2];
} findings;

static void find_all(const jury *j, const int32_t *track, findings *f)
{
    const int32_t least[TRACKS] = {2, 9, 0}, most[TRACKS] = {30, 30, 4};
    skpi_award_scores s = jury_scores(j);
    skpi_award_line line = {
        .size = sizeof line, .n_winners = WINNERS, .n_tracks = TRACKS, .least = least, .most = most};
    skpi_award_summary_out summary = {
        .size = sizeof summary, .entry_count = f->entry_count, .judge_count = f->judge_count};
    skpi_award_chance_out chance = {sizeof chance, 0, f->probability, f->expected, f->low, f->high};
    skpi_award_select_out select = {.size = sizeof select, .selected = f->selected, .tied = f->tied};
    const skpi_award_chance_options o = {.size = sizeof o, .n_draws = 20000, .coverage = .9};
    s.n_tracks = TRACKS;
    s.track = track;
    line.tie = SKPI_AWARD_TIE_IN;
    line.close = .5; /* so that some tie */
    summary.mean = f->entry[0], summary.median = f->entry[1], summary.sd = f->entry[2], summary.middle = f->entry[3];
    summary.trimmed = f->entry[4], summary.standardised = f->entry[5];
    summary.judge_mean = f->judge[0], summary.judge_sd = f->judge[1];
    summary.entry_part = f->entry_part, summary.judge_part = f->judge_part, summary.n_parts = &f->n_parts;
    ck_assert_int_eq(skpi_award_summary(&s, .2, &summary), SKPI_OK);
    ck_assert_int_eq(skpi_award_chance(&s, &line, NULL, &o, &chance), SKPI_OK);
    ck_assert_int_eq(skpi_award_select(ENTRIES, f->entry[0], NULL, track, &line, &select), SKPI_OK);
    for (size_t k = 0; k < 2; k++) {
        skpi_award_order_out order = {sizeof order, 0, f->place[k], f->points[k], f->prefer, &f->cost[k]};
        const int32_t rule = k ? SKPI_AWARD_RULE_COPELAND : SKPI_AWARD_RULE_BORDA;
        ck_assert_int_eq(skpi_award_order(&s, rule, &order), SKPI_OK);
    }
}

START_TEST(other_numbers)
{
    static findings a, b;
    int32_t track[ENTRIES], turned_track[ENTRIES];
    for (uint64_t seed = 1; seed <= (uint64_t)unit_trials(4); seed++) {
        jury j = jury_any(seed, ENTRIES, JUDGES, 4, 8, 5, 6);
        for (size_t r = 0; r < j.n; r++) j.score[r] = floor(j.score[r]);
        const jury turned = jury_turned(&j);
        for (size_t i = 0; i < ENTRIES; i++) turned_track[entry_now(i)] = track[i] = (int32_t)(i % TRACKS);
        find_all(&j, track, &a);
        find_all(&turned, turned_track, &b);
        ck_assert_int_eq(a.n_parts, b.n_parts);
        for (size_t i = 0; i < ENTRIES; i++) {
            const size_t t = entry_now(i);
            ck_assert_int_eq(b.entry_count[t], a.entry_count[i]);
            ck_assert_int_eq(b.selected[t], a.selected[i]);
            ck_assert_int_eq(b.tied[t], a.tied[i]);
            for (size_t k = 0; k < 6; k++) ck_near(b.entry[k][t], a.entry[k][i], 1e-12);
            for (size_t k = 0; k < 2; k++) {
                ck_assert_int_eq(b.place[k][t], a.place[k][i]);
                ck_assert_double_eq(b.points[k][t], a.points[k][i]);
            }
            ck_near(b.expected[t], a.expected[i], 1e-7);
            ck_near(b.probability[t], a.probability[i], .03); /* other draws: a standard error of up to .005 */
            ck_near(b.low[t], a.low[i], 2);
            ck_near(b.high[t], a.high[i], 2);
            for (size_t k = 0; k < ENTRIES; k++)
                ck_assert_int_eq(b.prefer[t * ENTRIES + entry_now(k)], a.prefer[i * ENTRIES + k]);
        }
        for (size_t k = 0; k < JUDGES; k++) {
            ck_assert_int_eq(b.judge_count[judge_now(k)], a.judge_count[k]);
            ck_near(b.judge[0][judge_now(k)], a.judge[0][k], 1e-12);
            ck_near(b.judge[1][judge_now(k)], a.judge[1][k], 1e-12);
        }
    }
}
END_TEST

/* Of a complete table, in which Kemeny's order of few entries is one alone. */
START_TEST(agreement_and_one_order)
{
    enum { FEW = 6 };
    for (uint64_t seed = 1; seed <= 20; seed++) {
        jury j = {.entries = FEW, .judges = 5}, turned = {.entries = FEW, .judges = 5};
        double w[2], icc[2], cost[2];
        int32_t place[2][FEW];
        jury_state = seed;
        for (size_t i = 0; i < FEW; i++)
            for (size_t k = 0; k < 5; k++) jury_add(&j, i, k, (k == 4 ? 1 : 9) * (double)(i * i) + jury_random());
        for (size_t r = j.n; r-- > 0;)
            jury_add(&turned, (size_t)j.entry[r] * 5 % FEW, (size_t)j.judge[r] * 2 % 5, j.score[r]);
        for (size_t k = 0; k < 2; k++) {
            const skpi_award_scores s = jury_scores(k ? &turned : &j);
            skpi_award_agreement_out agreement = {.size = sizeof agreement, .w = w + k, .icc_two_way = icc + k};
            skpi_award_order_out order = {.size = sizeof order, .place = place[k], .cost = cost + k};
            ck_assert_int_eq(skpi_award_agreement(&s, &agreement), SKPI_OK);
            ck_assert_int_eq(skpi_award_order(&s, SKPI_AWARD_RULE_KEMENY, &order), SKPI_OK);
        }
        ck_near(w[1], w[0], 1e-12);
        ck_near(icc[1], icc[0], 1e-12);
        ck_assert_double_eq(cost[1], cost[0]);
        for (size_t i = 0; i < FEW; i++) ck_assert_int_eq(place[1][i * 5 % FEW], place[0][i]);
    }
}
END_TEST

UNIT_MAIN("award_property", UNIT_CASE("numbers", other_numbers, agreement_and_one_order))
