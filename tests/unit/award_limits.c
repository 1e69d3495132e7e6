/* Juries at the limits of a double: weights that differ by powers of ten, scores that are far spread. */
#include "unit/award_jury.h"

typedef struct row {
    size_t entry, judge;
    double score, weight;
} row;

static jury limits_jury(size_t entries, size_t judges, size_t n, const row *rows)
{
    jury j = {.entries = entries, .judges = judges};
    for (size_t r = 0; r < n; r++) {
        jury_add(&j, rows[r].entry, rows[r].judge, rows[r].score);
        j.weight[r] = rows[r].weight;
    }
    return j;
}
#define LIMITS_JURY(entries, judges, rows) limits_jury(entries, judges, sizeof(rows) / sizeof *(rows), rows)

typedef struct found {
    double adjusted[4], error[4], leniency[4];
} found;

static skpi_status limits_adjust(const jury *j, skpi_award_adjust_options o, found *f)
{
    skpi_award_scores s = jury_scores(j);
    skpi_award_adjust_out out = {
        .size = sizeof out, .adjusted = f->adjusted, .error = f->error, .leniency = f->leniency};
    s.weight = j->weight;
    o.size = sizeof o;
    return skpi_award_adjust(&s, &o, &out);
}
static const skpi_award_adjust_options squares = {.model = SKPI_AWARD_MODEL_LEAST_SQUARES};

/* One entry: its quality is the mean of its scores, whatever their weights, and the rest is the judges'. */
START_TEST(least_squares_of_one_entry)
{
    static const row steep[] = {{0, 0, 1, 765}, {0, 1, 0, .0142}, {0, 2, 2, 390}};
    static const row steeper[] = {{0, 0, 3, 1e177}, {0, 1, 0, 1e192}};
    found f;
    jury j = LIMITS_JURY(1, 3, steep);
    ck_assert_int_eq(limits_adjust(&j, squares, &f), SKPI_WWEAKFIT);
    ck_near(f.adjusted[0], 1, 1e-12);
    ck_near(f.leniency[0], 0, 1e-12);
    ck_near(f.leniency[1], -1, 1e-12);
    ck_near(f.leniency[2], 1, 1e-12);
    j = LIMITS_JURY(1, 2, steeper);
    ck_assert_int_eq(limits_adjust(&j, squares, &f), SKPI_WWEAKFIT);
    ck_near(f.adjusted[0], 1.5, 1e-12);
    ck_near(f.leniency[0], 1.5, 1e-12);
}
END_TEST

/* One judge: the qualities are the scores, and their errors are not known, however small they are beside the constant that
 * was added to the equations. */
START_TEST(least_squares_of_one_judge)
{
    static const row rows[] = {{0, 0, 0, 1e86}, {1, 0, 0, 1e5}, {2, 0, 1, .1}};
    found f;
    const jury j = LIMITS_JURY(3, 1, rows);
    ck_assert_int_eq(limits_adjust(&j, squares, &f), SKPI_WWEAKFIT);
    for (size_t i = 0; i < 3; i++) {
        ck_near(f.adjusted[i], rows[i].score, 1e-15);
        ck_assert(isnan(f.error[i]));
    }
}
END_TEST

/* Two pairs of judges whom only a weight of next to nothing connects. */
START_TEST(least_squares_hardly_connected)
{
    static const row rows[] = {{0, 0, 1, 1},     {0, 1, 2, 1}, {1, 1, 3, 1e-30},
                               {1, 2, 4, 1e-30}, {2, 2, 5, 1}, {2, 3, 6, 1}};
    found f;
    const jury j = LIMITS_JURY(3, 4, rows);
    ck_fails(limits_adjust(&j, squares, &f), SKPI_ESINGULAR, "scores->weight");
}
END_TEST

START_TEST(weights_beyond_the_range)
{
    static const row of_quality[] = {{0, 0, 0, 1e-282}, {0, 1, 3, 1e-38}, {0, 2, 4, 1e276}};
    static const row of_errors[] = {{0, 0, 1, 1e144}, {1, 0, 1, 1e-135}, {1, 1, 2, 1e-37}};
    found f = {.adjusted = {7}};
    jury j = LIMITS_JURY(1, 3, of_quality);
    const skpi_award_adjust_options held = {.entry_variance = 1e223, .judge_variance = 1e249};
    ck_fails(limits_adjust(&j, held, &f), SKPI_EOVERFLOW, "scores->weight");
    j = LIMITS_JURY(2, 2, of_errors);
    ck_fails(limits_adjust(&j, (skpi_award_adjust_options){.zero = 0}, &f), SKPI_EOVERFLOW, "scores->weight");
    ck_assert_double_eq(f.adjusted[0], 7);
}
END_TEST

/* The search for variances says so if it meets equations without digits; what it found is between the scores. */
START_TEST(search_without_digits)
{
    static const row moving[] = {
        {0, 1, 1, 41.294649145623929}, {1, 0, 0, 0.090051693867696375}, {1, 1, 1, 922.35126222351676}};
    static const row ending[] = {
        {0, 1, 1, 183.50777603924118}, {1, 0, 3, 0.015077257500154767}, {1, 1, 1, 0.0042700969888700077}};
    static const row flat[] = {{0, 0, 2, 4}, {0, 1, 3, .1}, {1, 0, 2, 400}};
    static const row falling[] = {{0, 0, 3, 20000}, {0, 1, 1, 4e-8}, {1, 1, 1, 2e-4}};
    static const row steep[] = {{0, 0, 0, 2}, {1, 0, 2, 6}, {1, 1, 3, .3}};
    const struct {
        jury jury;
        double least, most;
        skpi_status status;
    } tries[] = {{LIMITS_JURY(2, 2, moving), 0, 1, SKPI_WWEAKFIT},
                 {LIMITS_JURY(2, 2, ending), 1, 3, SKPI_WWEAKFIT},
                 {LIMITS_JURY(2, 2, flat), 2, 3, SKPI_WWEAKFIT | SKPI_WNOTCONVERGED},
                 {LIMITS_JURY(2, 2, falling), 2.5, 3.5, SKPI_WWEAKFIT | SKPI_WNOTCONVERGED},
                 {LIMITS_JURY(2, 2, steep), 0, 3, SKPI_WNOTCONVERGED}};
    for (size_t k = 0; k < sizeof tries / sizeof *tries; k++) {
        found f;
        const skpi_status s = limits_adjust(&tries[k].jury, (skpi_award_adjust_options){.zero = 0}, &f);
        ck_assert_msg(s == tries[k].status, "jury %zu: status %d", k, (int)s);
        for (size_t i = 0; i < 2; i++) ck_assert(f.adjusted[i] > tries[k].least && f.adjusted[i] < tries[k].most);
    }
}
END_TEST

/* Quality and leniency explain every score: nothing is left, and 0/0 is no residual. */
START_TEST(scores_without_error)
{
    static const row rows[] = {{0, 0, 2, 2}, {0, 1, 4, 2}, {1, 0, 2, 1}, {2, 0, 1, 1}, {2, 1, 3, 2}, {3, 1, 4, 3}};
    static const double quality[] = {3, 3, 2, 3};
    const jury j = LIMITS_JURY(4, 2, rows);
    skpi_award_scores s = jury_scores(&j);
    double adjusted[4], residual[6], rest, freedom;
    skpi_award_adjust_options o = squares;
    skpi_award_adjust_out out = {.size = sizeof out,
                                 .adjusted = adjusted,
                                 .residual = residual,
                                 .residual_variance = &rest,
                                 .freedom = &freedom};
    o.size = sizeof o;
    s.weight = j.weight;
    ck_assert_int_eq(skpi_award_adjust(&s, &o, &out), SKPI_OK);
    for (size_t i = 0; i < 4; i++) ck_near(adjusted[i], quality[i], 1e-14);
    for (size_t r = 0; r < 6; r++) ck_assert(fabs(residual[r]) <= 2);
    ck_near(rest, 0, 1e-28);
    ck_assert_double_eq(freedom, 1);
}
END_TEST

/* Judges with one score each have no spread; the entry that they scored has. */
START_TEST(spread_of_an_entry)
{
    static const row rows[] = {{0, 0, 1.7e308, 1}, {0, 1, -1.7e308, 1}};
    const jury j = LIMITS_JURY(1, 2, rows);
    const skpi_award_scores s = jury_scores(&j);
    double sd = 7;
    skpi_award_summary_out out = {.size = sizeof out, .sd = &sd};
    ck_fails(skpi_award_summary(&s, 0, &out), SKPI_EOVERFLOW, "out->sd");
    ck_assert_double_eq(sd, 7);
    /* scores whose squares have no digit of their differences */
    static const row near[] = {{0, 0, 3e15 + 1, 1}, {0, 1, 3e15 + 2, 1}, {0, 2, 3e15 + 5, 1}, {0, 3, 3e15 + 8, 1}};
    const jury k = LIMITS_JURY(1, 4, near);
    const skpi_award_scores t = jury_scores(&k);
    ck_assert_int_ge(skpi_award_summary(&t, 0, &out), 0);
    ck_near(sd, sqrt(10), 1e-14);
}
END_TEST

/* Sums and squares at the ends of the range of a double: what leaves it is named, and a small spread beside a large one is
 * kept. */
START_TEST(far_scores)
{
    static const row wide[] = {{0, 0, 1.7e308, 1}, {1, 0, -1.7e308, 1}},
                     sums[] = {{0, 0, 1.7e308, 1}, {1, 0, 1.6e308, 1}},
                     squares_only[] = {{0, 0, 1e300, 1},
                                       {1, 0, -1e300, 1},
                                       {2, 0, 3, 1},
                                       {0, 1, 1e-200, 1},
                                       {1, 1, 3e-200, 1}},
                     parts[] = {{0, 0, -1.2e308, 1}, {0, 1, 8.9e307, 1}, {0, 2, 9.1e307, 1}, {0, 3, 9.1e307, 1}};
    double sd[4] = {7, 7, 7, 7}, middle[3] = {7, 7, 7};
    skpi_award_summary_out out = {.size = sizeof out, .judge_sd = sd, .middle = middle};
    jury j = LIMITS_JURY(2, 1, wide);
    skpi_award_scores s = jury_scores(&j);
    ck_fails(skpi_award_summary(&s, 0, &out), SKPI_EOVERFLOW, "out->judge_sd");
    j = LIMITS_JURY(2, 1, sums);
    ck_fails(skpi_award_summary(&s, 0, &out), SKPI_EOVERFLOW, "scores->score");
    j = LIMITS_JURY(1, 4, parts);
    s = jury_scores(&j);
    ck_fails(skpi_award_summary(&s, 0, &out), SKPI_EOVERFLOW, "out->middle");
    ck_assert(sd[0] == 7 && middle[0] == 7);
    j = LIMITS_JURY(3, 2, squares_only);
    s = jury_scores(&j);
    ck_assert_int_eq(skpi_award_summary(&s, 0, &out), SKPI_OK);
    ck_near(sd[0] / 1e300, 1, 1e-15);
    ck_near(sd[1] * 1e200, sqrt(2), 1e-15);
}
END_TEST

UNIT_MAIN("award_limits",
          UNIT_CASE("weights", least_squares_of_one_entry, least_squares_of_one_judge, least_squares_hardly_connected,
                    weights_beyond_the_range, search_without_digits),
          UNIT_CASE("scores", scores_without_error, spread_of_an_entry, far_scores))
