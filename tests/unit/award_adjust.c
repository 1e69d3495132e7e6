/* Quality of entries and chances: known answers, properties, bad juries. */
#include "unit/award_jury.h"

typedef struct adjusted {
    double adjusted[MOST], error[MOST], leniency[100], leniency_error[100], residual[MOST], track[10];
    double mean, entry, judge, rest, reliability, freedom;
} adjusted;

static skpi_status jury_adjust(const skpi_award_scores *s, skpi_award_adjust_options o, adjusted *a)
{
    const skpi_award_adjust_out out = {sizeof out,        0,           a->adjusted,     a->error,   a->leniency,
                                       a->leniency_error, a->residual, a->track,        &a->mean,   &a->entry,
                                       &a->judge,         &a->rest,    &a->reliability, &a->freedom};
    skpi_award_adjust_out copy = out;
    o.size = sizeof o;
    return skpi_award_adjust(s, &o, &copy);
}
static const skpi_award_adjust_options mixed = {.model = SKPI_AWARD_MODEL_MIXED};
static const skpi_award_adjust_options squares = {.model = SKPI_AWARD_MODEL_LEAST_SQUARES};

/* 15 proposals x 5 assessors: the first mock panel of the R package ERforResearch 4.0.0.  A complete table has its
 * variances in closed form: (MSR - MSE)/5, (MSC - MSE)/15, MSE. */
static const double grants[] = {6, 6, 6, 5, 2, 6, 6, 5, 5, 1, 6, 5, 6, 4, 2, 6, 4, 5, 6, 2, 6, 5, 5, 4, 2,
                                6, 4, 6, 3, 2, 6, 5, 4, 3, 2, 6, 2, 5, 5, 2, 6, 4, 3, 4, 2, 6, 3, 5, 2, 2,
                                5, 4, 3, 3, 2, 5, 3, 4, 2, 2, 5, 2, 3, 3, 1, 5, 4, 3, 1, 1, 5, 2, 2, 3, 1};

START_TEST(complete_table)
{
    const jury j = jury_table(15, 5, grants);
    const skpi_award_scores s = jury_scores(&j);
    adjusted a;
    ck_assert_int_eq(jury_adjust(&s, mixed, &a), SKPI_OK);
    ck_near(a.entry, 0.42190476190476228, 1e-12);
    ck_near(a.judge, 1.9819047619047463, 1e-12);
    ck_near(a.rest, 0.72476190476190461, 1e-12);
    ck_near(a.mean, 3.84, 1e-12);
    ck_near(a.adjusted[0], 4.7033736559139854, 1e-12);
    ck_near(a.adjusted[14], 2.9170833333333364, 1e-12);
    ck_near(a.reliability, a.entry / (a.entry + a.judge + a.rest), 1e-15);
    ck_assert_double_eq(a.freedom, 74);
    /* the mean of all, and the distance of an entry from it, which do not depend on each other */
    const double of_mean = a.judge / 5 + a.rest / 75, of_distance = 14. / 15 / (1 / a.entry + 5 / a.rest);
    for (int i = 0; i < 15; i++) ck_near(a.error[i], sqrt(of_mean + of_distance), 1e-12);
    skpi_award_adjust_options held = mixed;
    held.judge_variance = .25;
    ck_assert_int_eq(jury_adjust(&s, held, &a), SKPI_OK);
    ck_near(a.entry, 0.41093397422342781, 1e-10);
    ck_assert_double_eq(a.judge, .25);
    ck_near(a.rest, 0.77961584316858268, 1e-10);
    ck_near(a.adjusted[0], 4.680923354509634, 1e-10);
}
END_TEST

/* In a complete table of 15 x 5 the mean of an entry has the variance MSE/5, and a judge's distance from the mean of all
 * judges 4/5 MSE/15. */
START_TEST(errors_of_least_squares)
{
    const jury j = jury_table(15, 5, grants);
    const skpi_award_scores s = jury_scores(&j);
    const double rest = 0.72476190476190461;
    adjusted a;
    ck_assert_int_eq(jury_adjust(&s, squares, &a), SKPI_OK);
    ck_near(a.rest, rest, 1e-12);
    for (int i = 0; i < 15; i++) ck_near(a.error[i], sqrt(rest / 5), 1e-12);
    for (int k = 0; k < 5; k++) ck_near(a.leniency_error[k], sqrt(.8 * rest / 15), 1e-12);
}
END_TEST

/* Scores that are quality and leniency without error: a judge who saw strong entries is not severe.  After a report on
 * z-scores of judges. */
START_TEST(strong_entries_at_one_judge)
{
    const double rows[][3] = {{0, 0, 85}, {1, 0, 75}, {1, 1, 65}, {2, 1, 55},
                              {3, 1, 45}, {2, 2, 60}, {3, 2, 50}, {4, 2, 40}};
    jury j = {.entries = 5, .judges = 3};
    for (size_t r = 0; r < 8; r++) jury_add(&j, (size_t)rows[r][0], (size_t)rows[r][1], rows[r][2]);
    const skpi_award_scores s = jury_scores(&j);
    const double leniency[] = {5, -5, 0}, standardised[] = {0.7071067811865475, 0.14644660940672627, .5, -.5, -1};
    adjusted a;
    double z[5], middle[5];
    skpi_award_summary_out out = {.size = sizeof out, .standardised = z, .middle = middle};
    ck_assert_int_eq(jury_adjust(&s, squares, &a), SKPI_OK);
    ck_assert_int_eq(skpi_award_summary(&s, 0, &out), SKPI_OK);
    for (size_t i = 0; i < 5; i++) {
        ck_near(a.adjusted[i], 80 - 10 * (double)i, 1e-12);
        ck_near(z[i], standardised[i], 1e-12);
        ck_assert(isnan(middle[i]));
    }
    for (size_t k = 0; k < 3; k++) ck_near(a.leniency[k], leniency[k], 1e-12);
    ck_assert_double_eq(a.freedom, 1);
    ck_assert(isnan(a.entry) && isnan(a.judge) && isnan(a.reliability));
}
END_TEST

/* Whatever the design, as long as it is connected: differences without noise come back. */
START_TEST(least_squares_recovers)
{
    static const size_t shape[][3] = {{40, 7, 2}, {12, 11, 3}, {200, 9, 4}, {5, 2, 2}};
    for (size_t c = 0; c < sizeof shape / sizeof *shape; c++) {
        jury j = jury_any(c + 1, shape[c][0], shape[c][1], shape[c][2], 8, 5, 0);
        for (size_t r = 0; r < j.n; r++) j.weight[r] = .1 + 5 * jury_random();
        skpi_award_scores s = jury_scores(&j);
        adjusted a, b;
        ck_assert_int_eq(jury_adjust(&s, squares, &a), SKPI_OK);
        s.weight = j.weight;
        ck_assert_int_eq(jury_adjust(&s, squares, &b), SKPI_OK);
        double sum = 0;
        for (size_t k = 0; k < j.judges; k++) sum += a.leniency[k];
        ck_near(sum, 0, 1e-12);
        for (size_t r = 0; r < j.n; r++) {
            ck_near(a.adjusted[j.entry[r]] + a.leniency[j.judge[r]], j.score[r], 1e-10);
            ck_near(b.adjusted[j.entry[r]] + b.leniency[j.judge[r]], j.score[r], 1e-10);
        }
    }
}
END_TEST

/* A track without an entry has no mean, and changes nothing. */
START_TEST(a_track_without_entries)
{
    const jury j = jury_table(15, 5, grants);
    skpi_award_scores s = jury_scores(&j);
    int32_t track[15];
    adjusted two, three;
    s.track = track;
    for (int i = 0; i < 15; i++) track[i] = i % 2;
    s.n_tracks = 2;
    ck_assert_int_eq(jury_adjust(&s, mixed, &two), SKPI_OK);
    for (int i = 0; i < 15; i++) track[i] = 2 * (i % 2);
    s.n_tracks = 3;
    ck_assert_int_eq(jury_adjust(&s, mixed, &three), SKPI_OK);
    ck_assert_mem_eq(two.adjusted, three.adjusted, 15 * sizeof *two.adjusted);
    ck_assert(three.track[0] == two.track[0] && three.track[2] == two.track[1] && isnan(three.track[1]));
    double mean[2] = {0, 0}; /* in a complete table, of the scores of the track */
    for (int c = 0; c < 75; c++) mean[c / 5 % 2] += grants[c] / (c / 5 % 2 ? 35 : 40);
    for (int t = 0; t < 2; t++) ck_near(two.track[t], mean[t], 1e-12);
}
END_TEST

/* Nothing but a chain of judges connects the entries: every judge scores two of them. */
START_TEST(a_chain_of_judges)
{
    enum { LINKS = 99 };
    double quality[LINKS], most = 0;
    jury j = {.entries = LINKS, .judges = LINKS - 1};
    jury_state = 17;
    for (size_t i = 0; i < LINKS; i++) quality[i] = 100 * jury_random();
    for (size_t k = 0; k + 1 < LINKS; k++) {
        const double leniency = 20 * jury_random();
        jury_add(&j, k, k, quality[k] + leniency);
        jury_add(&j, k + 1, k, quality[k + 1] + leniency);
    }
    skpi_award_scores s = jury_scores(&j);
    for (int weighted = 0; weighted < 2; weighted++) { /* with weights from 1e-6 to 1e6 */
        adjusted a;
        ck_assert_int_eq(jury_adjust(&s, squares, &a), SKPI_WWEAKFIT); /* as many effects as scores */
        for (size_t i = 1; i < LINKS; i++)
            most = fmax(most, fabs(a.adjusted[i] - a.adjusted[0] - (quality[i] - quality[0])));
        ck_assert_msg(most <= 1e-12 * 120, "differences are off by up to %g", most);
        for (size_t r = 0; r < j.n; r++) j.weight[r] = pow(10, 12 * jury_random() - 6);
        s.weight = j.weight;
    }
}
END_TEST

/* Points that a judge gives everybody change his leniency and no difference between entries. */
START_TEST(a_constant_of_one_judge)
{
    jury j = jury_any(5, 40, 8, 4, 8, 5, 6);
    const skpi_award_scores s = jury_scores(&j);
    adjusted a, b;
    ck_assert_int_eq(jury_adjust(&s, squares, &a), SKPI_OK);
    for (size_t r = 0; r < j.n; r++) j.score[r] += j.judge[r] == 3 ? 7 : 0;
    ck_assert_int_eq(jury_adjust(&s, squares, &b), SKPI_OK);
    for (size_t i = 1; i < 40; i++) ck_near(b.adjusted[i] - b.adjusted[0], a.adjusted[i] - a.adjusted[0], 1e-11);
    for (size_t k = 0; k < 8; k++)
        if (k != 3) ck_near(b.leniency[3] - b.leniency[k], a.leniency[3] - a.leniency[k] + 7, 1e-11);
    ck_near(b.rest, a.rest, 1e-10);
}
END_TEST

/* Other numbers and another order of the rows permute the results; another scale scales them. */
START_TEST(numbers_and_scales)
{
    const jury j = jury_any(6, 60, 9, 3, 8, 5, 6);
    jury turned = {.entries = 60, .judges = 9};
    for (size_t r = j.n; r-- > 0;)
        jury_add(&turned, (size_t)(j.entry[r] * 7 % 60), (size_t)(j.judge[r] * 2 % 9), 1000 - 3 * j.score[r]);
    const skpi_award_scores s = jury_scores(&j), t = jury_scores(&turned);
    const skpi_award_adjust_options models[] = {mixed, squares};
    for (size_t m = 0; m < 2; m++) {
        adjusted a, b;
        ck_assert_int_eq(jury_adjust(&s, models[m], &a), SKPI_OK);
        ck_assert_int_eq(jury_adjust(&t, models[m], &b), SKPI_OK);
        for (size_t i = 0; i < 60; i++) {
            ck_near(b.adjusted[i * 7 % 60], 1000 - 3 * a.adjusted[i], 1e-7);
            ck_near(b.error[i * 7 % 60], 3 * a.error[i], 1e-7);
        }
        for (size_t k = 0; k < 9; k++) ck_near(b.leniency[k * 2 % 9], -3 * a.leniency[k], 1e-7);
        ck_near(b.rest, 9 * a.rest, 1e-6);
    }
}
END_TEST

/* At the estimate the derivatives of the criterion are 0: no variance beside it is more likely.  The criterion is
 * computed here from the whole covariance matrix. */
static double criterion(const jury *j, double entry, double judge, double rest)
{
    const size_t n = j->n;
    double *v = malloc(n * n * sizeof *v), one[MOST], y[MOST], log_det = 0, oo = 0, oy = 0, yy = 0;
    for (size_t r = 0; r < n; r++)
        for (size_t c = 0; c <= r; c++)
            v[r * n + c] =
                entry * (j->entry[r] == j->entry[c]) + judge * (j->judge[r] == j->judge[c]) + rest * (r == c);
    for (size_t r = 0; r < n; r++) { /* Cholesky's factor, and what it leaves of the mean and the scores */
        one[r] = 1;
        y[r] = j->score[r] - 60;
        for (size_t c = 0; c <= r; c++) {
            double x = v[r * n + c];
            for (size_t k = 0; k < c; k++) x -= v[r * n + k] * v[c * n + k];
            v[r * n + c] = r == c ? sqrt(x) : x / v[c * n + c];
            if (c < r) {
                one[r] -= v[r * n + c] * one[c];
                y[r] -= v[r * n + c] * y[c];
            }
        }
        one[r] /= v[r * n + r];
        y[r] /= v[r * n + r];
        log_det += 2 * log(v[r * n + r]);
        oo += one[r] * one[r];
        oy += one[r] * y[r];
        yy += y[r] * y[r];
    }
    free(v);
    return log_det + log(oo) + yy - oy * oy / oo;
}

START_TEST(variances_are_most_likely)
{
    for (uint64_t seed = 1; seed <= 5; seed++) {
        const jury j = jury_any(seed, 30, 7, 3, 8, 5, 6);
        const skpi_award_scores s = jury_scores(&j);
        adjusted a;
        ck_assert_int_eq(jury_adjust(&s, mixed, &a), SKPI_OK);
        const double best = criterion(&j, a.entry, a.judge, a.rest), step = 1e-3;
        for (int c = 0; c < 6; c++) {
            const double by = 1 + (c % 2 ? step : -step);
            ck_assert(criterion(&j, a.entry * (c / 2 == 0 ? by : 1), a.judge * (c / 2 == 1 ? by : 1),
                                a.rest * (c / 2 == 2 ? by : 1)) > best);
        }
    }
}
END_TEST

/* Variances of nothing, one judge, one entry, equal scores, no degree of freedom. */
START_TEST(poor_juries)
{
    adjusted a;
    jury j = jury_any(3, 40, 6, 3, 0, 5, 6); /* entries that do not differ: the estimate is 0 in many juries */
    for (size_t r = 0; r < j.n; r++) j.score[r] = 60 + (double)(j.judge[r] * 2) + (r % 3 ? .5 : -1);
    skpi_award_scores s = jury_scores(&j);
    ck_assert_int_eq(jury_adjust(&s, mixed, &a), SKPI_WWEAKFIT);
    ck_assert_double_eq(a.entry, 0);
    ck_assert_double_eq(a.adjusted[0], a.adjusted[39]);
    for (size_t r = 0; r < j.n; r++) j.score[r] = 71;
    ck_assert_int_eq(jury_adjust(&s, mixed, &a), SKPI_WWEAKFIT);
    ck_assert_double_eq(a.adjusted[5], 71);
    ck_assert_double_eq(a.rest, 0);
    ck_assert_int_eq(jury_adjust(&s, squares, &a), SKPI_OK);
    ck_assert_double_eq(a.adjusted[5], 71);
    ck_assert_double_eq(a.residual[0], 0);
    skpi_award_adjust_options known = mixed;
    known.entry_variance = 4;
    ck_assert_int_eq(jury_adjust(&s, known, &a), SKPI_WWEAKFIT);
    ck_assert_double_eq(a.adjusted[5], 71);
    ck_assert(a.entry == 4 && a.judge == 0);
    /* quality and leniency without error: the residual variance is the least that is looked for, 1e-8 of that of all */
    for (size_t r = 0; r < j.n; r++) j.score[r] = 1e6 * (j.entry[r] % 7 + 3 * j.judge[r]);
    ck_assert_int_eq(jury_adjust(&s, mixed, &a), SKPI_WWEAKFIT);
    double mean = 0, square = 0;
    for (size_t r = 0; r < j.n; r++) mean += j.score[r] / (double)j.n;
    for (size_t r = 0; r < j.n; r++) square += (j.score[r] - mean) * (j.score[r] - mean) / (double)j.n;
    ck_near(a.rest / square, 1e-8, 1e-16);
    const double one[] = {3, 5, 9};
    j = jury_table(3, 1, one);
    s = jury_scores(&j);
    ck_fails(jury_adjust(&s, mixed, &a), SKPI_ENODATA, "scores->entry");
    ck_assert_int_eq(jury_adjust(&s, squares, &a), SKPI_WWEAKFIT);
    ck_assert(a.adjusted[2] == 9 && isnan(a.error[2]) && isnan(a.rest));
    j = jury_table(2, 1, (const double[]){4, 4});
    s = jury_scores(&j);
    ck_assert_int_eq(jury_adjust(&s, squares, &a), SKPI_WWEAKFIT);
    ck_assert(a.adjusted[1] == 4 && isnan(a.residual[0]) && isnan(a.residual[1]));
    j = jury_table(3, 1, one);
    s = jury_scores(&j);
    skpi_award_adjust_options held = mixed;
    held.residual_variance = 2;
    held.entry_variance = 4;
    ck_assert_int_eq(jury_adjust(&s, held, &a), SKPI_WWEAKFIT); /* one judge: nothing is known of judges */
    ck_assert_double_eq(a.judge, 0);
    ck_near(a.adjusted[0], 17. / 3 + (3 - 17. / 3) * 4 / 6, 1e-12);
    held = squares, held.judge_variance = 1; /* least squares have no variances to hold */
    ck_fails(jury_adjust(&s, held, &a), SKPI_EINVAL, "options->judge_variance");
    j = jury_table(1, 3, one);
    s = jury_scores(&j);
    ck_fails(jury_adjust(&s, mixed, &a), SKPI_ENODATA, "scores->judge");
    held = mixed, held.judge_variance = 5;
    ck_assert_int_eq(jury_adjust(&s, held, &a), SKPI_WWEAKFIT); /* one entry: nothing is known of entries */
    ck_assert_double_eq(a.entry, 0);
    ck_near(a.rest, 28. / 3 - 5, 1e-9); /* the variance of 3, 5 and 9 less what is the judges' */
    ck_near(a.adjusted[0], 17. / 3, 1e-12);
    j.n = 1;
    s = jury_scores(&j);
    ck_fails(jury_adjust(&s, mixed, &a), SKPI_ENODATA, "scores->n_scores");
    j = jury_table(3, 1, (const double[]){1e308, -1e308, 1e308});
    j.judges = 2;
    jury_add(&j, 0, 1, -1e308);
    jury_add(&j, 1, 1, 1e308);
    s = jury_scores(&j);
    ck_fails(jury_adjust(&s, squares, &a), SKPI_EOVERFLOW, "scores->score");
}
END_TEST

START_TEST(parts)
{
    adjusted a;
    jury j = {.entries = 7, .judges = 7};
    for (size_t i = 0; i < 6; i++)
        for (size_t k = 0; k < 2; k++) jury_add(&j, i, i / 2 * 2 + k, 50 + (double)(i * i + 3 * k * i));
    const skpi_award_scores s = jury_scores(&j);
    int32_t entry[7], judge[7], n;
    skpi_award_summary_out out = {.size = sizeof out, .entry_part = entry, .judge_part = judge, .n_parts = &n};
    ck_assert_int_eq(skpi_award_summary(&s, 0, &out), SKPI_WMISSING);
    ck_assert_int_eq(n, 3);
    for (size_t i = 0; i < 6; i++) {
        ck_assert_int_eq(entry[i], (int32_t)i / 2);
        ck_assert_int_eq(judge[i], (int32_t)i / 2);
    }
    ck_assert_int_eq(entry[6], SKPI_NONE);
    ck_assert_int_eq(judge[6], SKPI_NONE);
    ck_fails(jury_adjust(&s, squares, &a), SKPI_ESINGULAR, "scores->judge");
    ck_fails(jury_adjust(&s, mixed, &a), SKPI_ESINGULAR, "scores->judge");
    skpi_award_adjust_options across = mixed;
    across.flags = SKPI_AWARD_ADJUST_FLAG_ACROSS_PARTS;
    const skpi_status status = jury_adjust(&s, across, &a);
    ck_assert(status >= 0 && (status & SKPI_WMISSING));
    ck_assert(isfinite(a.adjusted[0]) && isnan(a.adjusted[6]) && isnan(a.leniency[6]));
    across.model = SKPI_AWARD_MODEL_LEAST_SQUARES;
    ck_fails(jury_adjust(&s, across, &a), SKPI_EINVAL, "options->model");
}
END_TEST

/* The residual variance, estimated alone beside the estimates of the others, is the same: the last step is taken. */
START_TEST(variances_to_the_last_digits)
{
    for (uint64_t seed = 1; seed <= 5; seed++) {
        const jury j = jury_any(seed, 30, 7, 3, 8, 5, 6);
        const skpi_award_scores s = jury_scores(&j);
        skpi_award_adjust_options held = mixed;
        adjusted a, b;
        ck_assert_int_eq(jury_adjust(&s, mixed, &a), SKPI_OK);
        held.entry_variance = a.entry, held.judge_variance = a.judge;
        ck_assert_int_eq(jury_adjust(&s, held, &b), SKPI_OK);
        ck_near(b.rest / a.rest, 1, 1e-11);
        held = mixed, held.residual_variance = a.rest, held.judge_variance = a.judge;
        ck_assert_int_eq(jury_adjust(&s, held, &b), SKPI_OK);
        ck_near(b.entry / a.entry, 1, 1e-11);
    }
}
END_TEST

/* Many scores to an entry and a judge: a complete table, whose variances are those of its mean squares. */
START_TEST(many_scores)
{
    enum { ENTRIES = 40, JUDGES = 10 };
    const jury j = jury_any(5, ENTRIES, JUDGES, JUDGES, 4, 2, 3);
    const skpi_award_scores s = jury_scores(&j);
    double of_entry[ENTRIES] = {0}, of_judge[JUDGES] = {0}, mean = 0, rows = 0, columns = 0, rest = 0;
    adjusted a;
    for (size_t r = 0; r < j.n; r++) {
        of_entry[j.entry[r]] += j.score[r] / JUDGES;
        of_judge[j.judge[r]] += j.score[r] / ENTRIES;
        mean += j.score[r] / (ENTRIES * JUDGES);
    }
    for (int i = 0; i < ENTRIES; i++) rows += JUDGES * (of_entry[i] - mean) * (of_entry[i] - mean) / (ENTRIES - 1);
    for (int k = 0; k < JUDGES; k++) columns += ENTRIES * (of_judge[k] - mean) * (of_judge[k] - mean) / (JUDGES - 1);
    for (size_t r = 0; r < j.n; r++) {
        const double e = j.score[r] - of_entry[j.entry[r]] - of_judge[j.judge[r]] + mean;
        rest += e * e / ((ENTRIES - 1) * (JUDGES - 1));
    }
    ck_assert_uint_eq(j.n, ENTRIES * JUDGES);
    ck_assert_int_eq(jury_adjust(&s, mixed, &a), SKPI_OK);
    ck_near(a.rest / rest, 1, 1e-10);
    ck_near(a.entry / ((rows - rest) / JUDGES), 1, 1e-10);
    ck_near(a.judge / ((columns - rest) / ENTRIES), 1, 1e-10);
}
END_TEST

/* Nine entries, two scores each of five judges: the restricted likelihood has a maximum inside, whose criterion is
 * 13.4982, and a higher one without a variance of entries, 13.4408.  Dense matrices of another program give the same. */
START_TEST(several_maxima)
{
    static const int32_t judge[] = {3, 1, 2, 0, 1, 2, 4, 2, 1, 4, 2, 3, 1, 3, 1, 4, 1, 2};
    static const double score[] = {3.54, 5.57, 5.12, 3.59, 5.63, 5.61, 4.69, 4.55, 4.27,
                                   4.16, 5.80, 3.88, 5.53, 4.10, 4.21, 5.36, 4.04, 3.25};
    jury j = {.entries = 9, .judges = 5};
    for (size_t i = 0; i < 18; i++) jury_add(&j, i / 2, (size_t)judge[i], score[i]);
    skpi_award_scores s = jury_scores(&j);
    adjusted a;
    ck_assert_int_eq(jury_adjust(&s, mixed, &a), SKPI_WWEAKFIT); /* a variance is 0 */
    ck_assert(a.entry == 0);
    ck_near(a.judge, .0568332662, 1e-7);
    ck_near(a.rest, .6443135602, 1e-7);
    for (size_t i = 1; i < 9; i++) ck_assert(a.adjusted[i] == a.adjusted[0]);
    /* scores that judges and entries can explain nearly without a rest: the maximum inside is the answer */
    static const int32_t few_judges[] = {2, 0, 3, 2, 1, 0, 2, 3, 4, 1, 0, 1};
    static const double few[] = {5, 5, 5, 3, 4, 5, 4, 6, 5, 4, 5, 4};
    j = (jury){.entries = 6, .judges = 5};
    for (size_t i = 0; i < 12; i++) jury_add(&j, i / 2, (size_t)few_judges[i], few[i]);
    s = jury_scores(&j);
    ck_assert_int_eq(jury_adjust(&s, mixed, &a), SKPI_OK);
    ck_near(a.entry, .135263494, 1e-8);
    ck_near(a.judge, .474023635, 1e-8);
    ck_near(a.rest, .187966967, 1e-8);
}
END_TEST

/* The variances of residuals, entries and judges that are most likely.  A variance of entries or judges is 0 if their
 * squares are taken for residuals; of the four cases the one of the least criterion in which the mean squares of the others
 * are above that of the residuals.  Returns 0 if nothing is left of the scores. */
static int closed_form(size_t n, size_t k, const double *y, double variance[3])
{
    double all = 0, total = 0, square[3] = {0, 0, 0}, free[3];
    for (size_t i = 0; i < n * k; i++) all += y[i] / (double)(n * k);
    for (size_t i = 0; i < n * k; i++) total += (y[i] - all) * (y[i] - all);
    for (size_t i = 0; i < n; i++) {
        double sum = 0;
        for (size_t j = 0; j < k; j++) sum += y[i * k + j] - all;
        square[1] += sum * sum / (double)k;
    }
    for (size_t j = 0; j < k; j++) {
        double sum = 0;
        for (size_t i = 0; i < n; i++) sum += y[i * k + j] - all;
        square[2] += sum * sum / (double)n;
    }
    square[0] = total - square[1] - square[2];
    free[1] = (double)n - 1, free[2] = (double)k - 1, free[0] = free[1] * free[2];
    if (square[0] < 1e-9) return 0;
    double least = (double)INFINITY;
    for (unsigned none = 0; none < 4; none++) {
        const double f0 = free[0] + (none & 1 ? free[1] : 0) + (none & 2 ? free[2] : 0);
        const double rest = (square[0] + (none & 1 ? square[1] : 0) + (none & 2 ? square[2] : 0)) / f0;
        double criterion = f0 * log(rest), found[3] = {rest, 0, 0};
        for (unsigned c = 1; c < 3; c++) {
            if (none & c) continue;
            const double mean = square[c] / free[c];
            criterion = mean > rest * (1 + 1e-9) ? criterion + free[c] * log(mean) : (double)INFINITY;
            found[c] = (mean - rest) / (double)(c == 1 ? k : n);
        }
        if (!(criterion < least)) continue;
        least = criterion;
        memcpy(variance, found, sizeof found);
    }
    return 1;
}

/* Complete tables of few scores, whose variances are often 0 to the last digit: whole numbers and tenths say the same. */
START_TEST(variances_of_nothing)
{
    static const size_t sizes[][2] = {{3, 2}, {4, 2}, {6, 3}};
    adjusted a;
    int zeros = 0;
    jury_state = 1971;
    for (int t = 0; t < 1200; t++) {
        const size_t n = sizes[t % 3][0], k = sizes[t % 3][1];
        double score[18], variance[3];
        for (size_t i = 0; i < n * k; i++) score[i] = floor(6 * jury_random());
        if (!closed_form(n, k, score, variance)) continue;
        for (int tenths = 0; tenths < 2; tenths++) {
            const double square = tenths ? 100 : 1;
            for (size_t i = 0; i < n * k; i++) score[i] /= tenths ? 10 : 1;
            const jury j = jury_table(n, k, score);
            const skpi_award_scores s = jury_scores(&j);
            const int none = !(variance[1] > 0) || !(variance[2] > 0);
            ck_assert_int_eq(jury_adjust(&s, mixed, &a), none ? SKPI_WWEAKFIT : SKPI_OK);
            ck_near(square * a.rest, variance[0], 1e-6);
            ck_near(square * a.entry, variance[1], 1e-6);
            ck_near(square * a.judge, variance[2], 1e-6);
            ck_assert((variance[1] > 0 || a.entry == 0) && (variance[2] > 0 || a.judge == 0));
            zeros += none;
        }
    }
    ck_assert(zeros > 1000);
}
END_TEST

/* Scores that entries and judges explain: the adjusted ones are the means, and the variance is that of the judges. */
START_TEST(nothing_is_left)
{
    enum { N = 5, K = 4 };
    static const double entry[N] = {3, -7, 10, 0, 4}, judge[K] = {2, -3, 5, 0}, even[N] = {0};
    for (int alike = 0; alike < 2; alike++) {
        double score[N * K], fair[N], variance, residual;
        for (size_t i = 0; i < N * K; i++) score[i] = 60 + (alike ? even : entry)[i / K] + judge[i % K];
        const jury j = jury_table(N, K, score);
        const skpi_award_scores s = jury_scores(&j);
        const skpi_award_adjust_options o = {.size = sizeof o, .model = SKPI_AWARD_MODEL_MIXED};
        skpi_award_adjust_out out = {
            .size = sizeof out, .adjusted = fair, .judge_variance = &variance, .residual_variance = &residual};
        ck_assert_int_eq(skpi_award_adjust(&s, &o, &out), SKPI_WWEAKFIT);
        for (size_t i = 0; i < N; i++) ck_near(fair[i], 61 + (alike ? even : entry)[i], 1e-6);
        ck_near(variance, 34. / 3, 1e-5); /* 1 + 16 + 16 + 1 over 3 */
        ck_assert(residual < 1e-6);
    }
}
END_TEST

/* The same under least squares, in decimals: nothing is left but rounding, which is 0, also far from 0. */
START_TEST(nothing_is_left_of_squares)
{
    enum { N = 6, K = 3 };
    static const double entry[N] = {3, 5, 5, 7, 1, 5}, judge[K] = {.1, -.3, .2}, from[] = {0, 1e6};
    for (size_t at = 0; at < 2; at++) {
        double score[N * K], residual[N * K], variance;
        for (size_t i = 0; i < N * K; i++) score[i] = from[at] + entry[i / K] + judge[i % K];
        jury j = jury_table(N, K, score);
        const skpi_award_scores s = jury_scores(&j);
        const skpi_award_adjust_options o = {.size = sizeof o, .model = SKPI_AWARD_MODEL_LEAST_SQUARES};
        skpi_award_adjust_out out = {.size = sizeof out, .residual = residual, .residual_variance = &variance};
        ck_assert_int_eq(skpi_award_adjust(&s, &o, &out), SKPI_OK);
        ck_assert_double_eq(variance, 0);
        for (size_t i = 0; i < N * K; i++) ck_assert_double_eq(residual[i], 0);
        j.score[4] += 1e-7;
        ck_assert_int_eq(skpi_award_adjust(&s, &o, &out), SKPI_OK);
        ck_assert(variance > 1e-16 && residual[4] > 1);
    }
}
END_TEST

static const double table_of_six[] = {.72, .76, .78, .69, .79, .76, .74, .76, .73,
                                      .52, .61, .61, .73, .88, .85, .55, .65, .74};

/* A variance of the entries that is held, however large, leaves that of residuals as it is. */
START_TEST(large_variance_that_is_held)
{
    const jury j = jury_table(6, 3, table_of_six);
    const skpi_award_scores s = jury_scores(&j);
    for (double held = 1e5; held < 1e8; held *= 10) {
        double residual;
        skpi_award_adjust_options o = {.size = sizeof o, .model = SKPI_AWARD_MODEL_MIXED, .entry_variance = held};
        skpi_award_adjust_out out = {.size = sizeof out, .residual_variance = &residual};
        ck_assert_int_eq(skpi_award_adjust(&s, &o, &out), SKPI_OK);
        ck_near(residual, .00147333, 1e-8);
    }
}
END_TEST

/* Weights in another unit: the variance of a score of weight 1 is in that unit, and all else is the same. */
START_TEST(unit_of_weights)
{
    static const double units[] = {1, 0x1p666, 0x1p-666, 0x1p300};
    jury j = jury_table(6, 3, table_of_six);
    skpi_award_scores s = jury_scores(&j);
    s.weight = j.weight;
    for (int held = 0; held < 2; held++) {
        double first[6], fair[6], entry[4], judge[4], residual[4], reliability;
        for (size_t u = 0; u < 4; u++) {
            const skpi_award_adjust_options o = {
                .size = sizeof o, .model = SKPI_AWARD_MODEL_MIXED, .residual_variance = held ? .002 * units[u] : 0};
            skpi_award_adjust_out out = {.size = sizeof out,
                                         .adjusted = u ? fair : first,
                                         .entry_variance = entry + u,
                                         .judge_variance = judge + u,
                                         .residual_variance = residual + u,
                                         .reliability = &reliability};
            for (size_t r = 0; r < j.n; r++) j.weight[r] = (double)(1 + r % 3) * units[u];
            ck_assert_int_eq(skpi_award_adjust(&s, &o, &out), SKPI_OK);
            ck_near(entry[u], entry[0], 1e-9);
            ck_near(judge[u], judge[0], 1e-9);
            ck_near(residual[u] / units[u], residual[0], 1e-9);
            ck_near(reliability, entry[u] / (entry[u] + judge[u] + residual[u]), 1e-9);
            for (size_t i = 0; u && i < 6; i++) ck_near(fair[i], first[i], 1e-9);
        }
    }
}
END_TEST

UNIT_MAIN("award_adjust",
          UNIT_CASE("known", complete_table, many_scores, several_maxima, errors_of_least_squares,
                    strong_entries_at_one_judge, variances_are_most_likely, variances_to_the_last_digits,
                    variances_of_nothing),
          UNIT_CASE("properties", least_squares_recovers, a_track_without_entries, a_chain_of_judges,
                    a_constant_of_one_judge, numbers_and_scales, nothing_is_left, nothing_is_left_of_squares,
                    large_variance_that_is_held, unit_of_weights),
          UNIT_CASE("poor", poor_juries, parts))
