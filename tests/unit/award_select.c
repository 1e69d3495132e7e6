/* Winners: ties, quotas, and that no other selection is better. */
#include "unit/award_jury.h"

enum { FEW = 8 };

typedef struct winners {
    int32_t selected[MOST], tied[MOST], n;
    double lowest;
} winners;

static skpi_status select_winners(size_t n, const double *score, const double *second, const int32_t *track,
                                  skpi_award_line line, winners *w)
{
    skpi_award_select_out out = {sizeof out, 0, w->selected, w->tied, &w->n, &w->lowest};
    line.size = sizeof line;
    return skpi_award_select(n, score, second, track, &line, &out);
}
static void select_equals(const int32_t *found, const char *expected)
{
    for (size_t i = 0; expected[i]; i++) ck_assert_int_eq(found[i], expected[i] - '0');
}

/* After a report: who is in when several tie at the line. */
START_TEST(ties_at_the_line)
{
    const double score[] = {90, 88, 88, 85, 85, 85, 80, 70}, second[] = {0, 0, 0, 3, 2, 1, 0, 0};
    const int32_t track[] = {0, 0, 1, 1, 0, 1, 0, 1}, least[] = {1, 3}, most[] = {3, 3};
    skpi_award_line line = {.n_winners = 4, .tie = SKPI_AWARD_TIE_IN};
    winners w;
    ck_assert_int_eq(select_winners(FEW, score, NULL, NULL, line, &w), SKPI_OK);
    select_equals(w.selected, "11111100");
    select_equals(w.tied, "00011100");
    ck_assert_int_eq(w.n, 6);
    ck_assert_double_eq(w.lowest, 85);
    line.tie = SKPI_AWARD_TIE_OUT;
    ck_assert_int_eq(select_winners(FEW, score, NULL, NULL, line, &w), SKPI_OK);
    select_equals(w.selected, "11100000");
    line.tie = SKPI_AWARD_TIE_SECOND;
    ck_assert_int_eq(select_winners(FEW, score, second, NULL, line, &w), SKPI_OK);
    select_equals(w.selected, "11110000");
    select_equals(w.tied, "00011100");
    line.n_tracks = 2;
    line.least = least;
    line.most = most;
    line.tie = SKPI_AWARD_TIE_IN;
    ck_assert_int_eq(select_winners(FEW, score, NULL, track, line, &w), SKPI_OK);
    select_equals(w.selected, "10110100");
}
END_TEST

/* Two places, two tracks and three entries that tie: without a most an entry wins in the place of another track's unless
 * that leaves the track below its least. */
START_TEST(ties_across_tracks)
{
    const double score[] = {5, 5, 5};
    const int32_t track[] = {0, 1, 0}, least[] = {0, 1};
    skpi_award_line line = {.n_winners = 2, .n_tracks = 2, .least = least, .tie = SKPI_AWARD_TIE_IN};
    winners w;
    ck_assert_int_eq(select_winners(3, score, NULL, track, line, &w), SKPI_OK);
    select_equals(w.selected, "111");
    select_equals(w.tied, "101"); /* the only entry of the second track wins in any case */
    line.least = (const int32_t[]){0, 0};
    ck_assert_int_eq(select_winners(3, score, NULL, track, line, &w), SKPI_OK);
    select_equals(w.tied, "111");
}
END_TEST

/* A second score that is missing is below all others, and two of them tie. */
START_TEST(second_scores_missing)
{
    const double score[] = {8, 8, 8, 9, 8}, second[] = {NAN, -1e300, 3, NAN, NAN};
    skpi_award_line line = {.n_winners = 3, .tie = SKPI_AWARD_TIE_SECOND};
    winners w;
    ck_assert_int_eq(select_winners(5, score, second, NULL, line, &w), SKPI_OK);
    select_equals(w.selected, "01110");
    line.n_winners = 4;
    ck_assert_int_eq(select_winners(5, score, second, NULL, line, &w), SKPI_OK);
    select_equals(w.selected, "01110");
    select_equals(w.tied, "11101");
    ck_assert_int_eq(w.n, 3);
}
END_TEST

/* .1 + .2 is no more than .3: both tie there too, and do not win. */
START_TEST(second_scores_in_decimals)
{
    const double score[] = {5, 5, 5, 5}, second[] = {.3, .1 + .2, .5, NAN};
    const skpi_award_line line = {.n_winners = 2, .tie = SKPI_AWARD_TIE_SECOND};
    winners w;
    ck_assert_int_eq(select_winners(4, score, second, NULL, line, &w), SKPI_OK);
    select_equals(w.selected, "0010");
}
END_TEST

START_TEST(a_lot)
{
    double score[100];
    int32_t won[100] = {0};
    winners w;
    for (size_t i = 0; i < 100; i++) score[i] = i < 10 ? 9 : 5;
    skpi_award_line line = {.n_winners = 40, .tie = SKPI_AWARD_TIE_LOT};
    for (line.seed = 0; line.seed < 300; line.seed++) {
        ck_assert_int_eq(select_winners(100, score, NULL, NULL, line, &w), SKPI_OK);
        ck_assert_int_eq(w.n, 40);
        for (size_t i = 0; i < 100; i++) {
            won[i] += w.selected[i];
            ck_assert_int_eq(w.tied[i], i >= 10);
        }
    }
    for (size_t i = 0; i < 100; i++) /* 100 expected behind the first ten: 5 standard deviations are 41 */
        ck_assert(i < 10 ? won[i] == 300 : won[i] > 59 && won[i] < 141);
}
END_TEST

/* All selections of few entries within random quotas: none is better, and the tied are those in some of the best. */
START_TEST(no_selection_is_better)
{
    for (int trial = 0; trial < unit_trials(2000); trial++) {
        jury_state = (uint64_t)trial + 1;
        double score[FEW], best = -1;
        int32_t track[FEW], least[2], most[2], some[FEW], all[FEW];
        for (size_t i = 0; i < FEW; i++) {
            score[i] = floor(jury_random() * 5);
            track[i] = jury_random() < .4;
        }
        skpi_award_line line = {
            .n_winners = 1 + (size_t)(jury_random() * 6), .n_tracks = 2, .least = least, .most = most};
        for (size_t t = 0; t < 2; t++) {
            least[t] = (int32_t)(jury_random() * (double)(line.n_winners / 2 + 1));
            most[t] = least[t] + (int32_t)(jury_random() * 6);
        }
        int32_t have[2] = {0, 0};
        for (size_t i = 0; i < FEW; i++) have[track[i]]++;
        for (unsigned set = 0; set < 1u << FEW; set++) {
            int32_t in[2] = {0, 0};
            double sum = 0;
            for (size_t i = 0; i < FEW; i++)
                if (set >> i & 1) {
                    in[track[i]]++;
                    sum += score[i] + 100; /* as many winners as can be, first */
                }
            if (in[0] + in[1] > (int32_t)line.n_winners || in[0] > most[0] || in[1] > most[1]) continue;
            if (in[0] < (least[0] < have[0] ? least[0] : have[0]) || in[1] < (least[1] < have[1] ? least[1] : have[1]))
                continue;
            for (size_t i = 0; i < FEW; i++) {
                if (sum > best) some[i] = 0, all[i] = 1;
                if (sum >= best) some[i] |= (int32_t)(set >> i & 1), all[i] &= (int32_t)(set >> i & 1);
            }
            best = fmax(best, sum);
        }
        winners w;
        for (line.tie = SKPI_AWARD_TIE_IN; line.tie <= SKPI_AWARD_TIE_OUT; line.tie++) {
            ck_assert(select_winners(FEW, score, NULL, track, line, &w) >= 0);
            for (size_t i = 0; i < FEW; i++) {
                ck_assert_int_eq(w.selected[i], line.tie == SKPI_AWARD_TIE_IN ? some[i] : all[i]);
                ck_assert_int_eq(w.tied[i], some[i] && !all[i]);
            }
        }
        line.tie = SKPI_AWARD_TIE_LOT;
        ck_assert(select_winners(FEW, score, NULL, track, line, &w) >= 0);
        double sum = 0;
        for (size_t i = 0; i < FEW; i++) sum += w.selected[i] ? score[i] + 100 : 0;
        ck_assert_double_eq(sum, best);
    }
}
END_TEST

/* Positions are 32-bit numbers. */
START_TEST(too_many)
{
    const double score = 1;
    const int32_t none = 0;
    const size_t many = (size_t)INT32_MAX + 1;
    winners w;
    ck_fails(select_winners(many, &score, NULL, NULL, (skpi_award_line){.n_winners = 1}, &w), SKPI_ENOMEM, "n_entries");
    static const char *const names[] = {"scores->n_entries", "scores->n_judges", "scores->n_tracks"};
    for (size_t i = 0; i < 3; i++) {
        const skpi_award_scores s = {.size = sizeof s,
                                     .n_scores = 1,
                                     .n_entries = i == 0 ? many : 1,
                                     .n_judges = i == 1 ? many : 1,
                                     .n_tracks = i == 2 ? many : 0,
                                     .entry = &none,
                                     .judge = &none,
                                     .score = &score};
        skpi_award_adjust_out out = {.size = sizeof out};
        ck_fails(skpi_award_adjust(&s, NULL, &out), SKPI_ENOMEM, names[i]);
    }
}
END_TEST

START_TEST(refused)
{
    const double score[] = {3, NAN, 1}, equal[] = {2, 2, 2};
    const int32_t track[] = {0, 1, 1}, two[] = {2, 2}, one[] = {1, 1};
    skpi_award_line line = {.n_winners = 2, .tie = SKPI_AWARD_TIE_OUT};
    winners w;
    ck_assert_int_eq(select_winners(3, score, NULL, NULL, line, &w), SKPI_WMISSING);
    select_equals(w.selected, "101");
    ck_assert_int_eq(select_winners(3, equal, NULL, NULL, line, &w), SKPI_OK); /* a tie over the whole table */
    ck_assert_int_eq(w.n, 0);
    ck_assert(isnan(w.lowest));
    line.close = 1.5;
    ck_assert_int_eq(select_winners(3, (const double[]){3, 2, 1}, NULL, NULL, line, &w), SKPI_OK);
    select_equals(w.selected, "110");
    line.close = 0;
    line.tie = 0;
    ck_fails(select_winners(3, score, NULL, NULL, line, &w), SKPI_EINVAL, "line->tie");
    line.tie = SKPI_AWARD_TIE_SECOND;
    ck_fails(select_winners(3, score, NULL, NULL, line, &w), SKPI_EINVAL, "second");
    line.tie = SKPI_AWARD_TIE_LOT;
    line.n_winners = 0;
    ck_fails(select_winners(3, score, NULL, NULL, line, &w), SKPI_ENODATA, "line->n_winners");
    line.n_winners = 4;
    ck_fails(select_winners(3, score, NULL, NULL, line, &w), SKPI_ERANGE, "line->n_winners");
    line.n_winners = 3;
    line.least = two;
    ck_fails(select_winners(3, score, NULL, track, line, &w), SKPI_EINVAL, "line->n_tracks");
    line.least = NULL, line.most = two;
    ck_fails(select_winners(3, score, NULL, track, line, &w), SKPI_EINVAL, "line->n_tracks");
    line.n_tracks = 2;
    line.least = two, line.most = NULL;
    ck_fails(select_winners(3, score, NULL, track, line, &w), SKPI_EINCONSISTENT, "line->least");
    line.most = one;
    ck_fails_at(select_winners(3, score, NULL, track, line, &w), SKPI_EINCONSISTENT, "line->least", 0);
    line.least = NULL;
    ck_fails(select_winners(3, score, NULL, NULL, line, &w), SKPI_EINVAL, "track");
    ck_assert_int_eq(select_winners(3, equal, NULL, track, line, &w), SKPI_WMISSING); /* one place stays empty */
    ck_assert_int_eq(w.n, 2);
}
END_TEST

UNIT_MAIN("award_select",
          UNIT_CASE("ties", ties_at_the_line, ties_across_tracks, second_scores_missing, second_scores_in_decimals,
                    a_lot),
          UNIT_CASE("quotas", no_selection_is_better, refused, too_many))
