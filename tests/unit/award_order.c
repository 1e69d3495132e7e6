/* Agreement of judges, and one order out of theirs: known answers, bad juries. */
#include "unit/award_jury.h"

typedef struct agreement {
    double w, plain, chi2, p, square[4], icc[6];
} agreement;

static skpi_status jury_agreement(const jury *j, agreement *a)
{
    const skpi_award_scores s = jury_scores(j);
    skpi_award_agreement_out out = {
        .size = sizeof out, .w = &a->w, .w_uncorrected = &a->plain, .chi_square = &a->chi2, .p = &a->p};
    out.entry_square = a->square;
    out.judge_square = a->square + 1;
    out.residual_square = a->square + 2;
    out.within_square = a->square + 3;
    out.icc_one_way = a->icc;
    out.icc_two_way = a->icc + 1;
    out.icc_fixed = a->icc + 2;
    out.icc_one_way_mean = a->icc + 3;
    out.icc_two_way_mean = a->icc + 4;
    out.icc_fixed_mean = a->icc + 5;
    return skpi_award_agreement(&s, &out);
}

/* Rounding first base: 22 runners x 3 methods, Hollander and Wolfe (1973).  R's friedman.test prints 11.1429, vegan 2.6
 * .2532467532 and .8157176411. */
START_TEST(kendall)
{
    static const double seconds[] = {5.4,  5.5,  5.55, 5.85, 5.7,  5.75, 5.2,  5.6,  5.5,  5.55, 5.5,  5.4,  5.9, 5.85,
                                     5.7,  5.45, 5.55, 5.6,  5.4,  5.4,  5.35, 5.45, 5.5,  5.35, 5.25, 5.15, 5.0, 5.85,
                                     5.8,  5.7,  5.25, 5.2,  5.1,  5.65, 5.55, 5.45, 5.6,  5.35, 5.45, 5.05, 5.0, 4.95,
                                     5.5,  5.5,  5.4,  5.45, 5.55, 5.5,  5.55, 5.55, 5.35, 5.45, 5.5,  5.55, 5.5, 5.45,
                                     5.25, 5.65, 5.6,  5.4,  5.7,  5.65, 5.55, 6.3,  6.3,  6.25};
    jury j = {.entries = 3, .judges = 22};
    agreement a;
    for (size_t i = 0; i < 66; i++) jury_add(&j, i % 3, i / 3, seconds[i]);
    ck_assert_int_eq(jury_agreement(&j, &a), SKPI_OK);
    ck_near(a.w, 0.2532467532467532, 1e-14);
    ck_near(a.plain, 0.24173553719008264, 1e-14);
    ck_near(a.chi2, 11.142857142857142, 1e-12);
    ck_near(a.p, 0.003805040775511363, 1e-14);
    j = jury_table(22, 3, seconds);
    ck_assert_int_eq(jury_agreement(&j, &a), SKPI_OK);
    ck_near(a.w, 0.8157176410842379, 1e-14);
    ck_near(a.plain, 0.8061986322855889, 1e-14);
}
END_TEST

/* Shrout and Fleiss (1979) print .17 .29 .71 .44 .62 .91; digits from R's psych 2.2.9. */
START_TEST(intraclass)
{
    static const double score[] = {9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7};
    static const double icc[] = {0.16574176840547555, 0.2897637795275592, 0.7148407148407149,
                                 0.44279713367926893, 0.6200505475989893, 0.9093155423770695};
    const jury j = jury_table(6, 4, score);
    agreement a;
    ck_assert_int_eq(jury_agreement(&j, &a), SKPI_OK);
    for (size_t i = 0; i < 6; i++) ck_near(a.icc[i], icc[i], 1e-14);
    ck_near(a.square[0] * 5 + a.square[3] * 18, a.square[0] * 5 + a.square[1] * 3 + a.square[2] * 15, 1e-12);
}
END_TEST

START_TEST(agreement_refused)
{
    const double equal[] = {1, 2, 3, 1, 2, 3}, one[] = {1, 2, 3};
    agreement a;
    jury j = jury_table(2, 3, equal);
    ck_fails(jury_agreement(&j, &a), SKPI_EDOM, "scores->score");
    j.n--;
    ck_fails_at(jury_agreement(&j, &a), SKPI_ENODATA, "scores->score", 1);
    j.judge[1] = 2, j.n = 2; /* the first entry lacks the judge in the middle */
    jury_add(&j, 1, 1, 5);
    ck_fails_at(jury_agreement(&j, &a), SKPI_ENODATA, "scores->score", 0);
    j = jury_table(1, 3, one);
    ck_fails(jury_agreement(&j, &a), SKPI_ENODATA, "scores->n_entries");
    j = jury_table(3, 1, one);
    ck_fails(jury_agreement(&j, &a), SKPI_ENODATA, "scores->n_judges");
    const double opposed[] = {1, 2, 2, 1};
    j = jury_table(2, 2, opposed);
    ck_assert_int_eq(jury_agreement(&j, &a), SKPI_WWEAKFIT); /* no difference between entries: 0/0 */
    ck_assert(a.w == 0 && isnan(a.icc[5]));
    j = jury_table(2, 2, (const double[]){1e200, -1e200, 1, 2});
    ck_fails(jury_agreement(&j, &a), SKPI_EOVERFLOW, "scores->score");
}
END_TEST

typedef struct ordered {
    int32_t place[100], prefer[10000];
    double points[100], cost;
} ordered;

static skpi_status jury_order(const jury *j, int32_t rule, ordered *o)
{
    const skpi_award_scores s = jury_scores(j);
    skpi_award_order_out out = {sizeof out, 0, o->place, o->points, o->prefer, &o->cost};
    const skpi_status status = skpi_award_order(&s, rule, &out);
    unit_record("skpi_award_order", status);
    return status;
}

/* A judge who ties gives away as many points as any other, n(n - 1)/2. */
START_TEST(ties_of_borda)
{
    const double five[] = {5, 4, 4, 2, 1}, seven[] = {7, 4, 4, 4, 4, 4, 1};
    const double points5[] = {4, 2.5, 2.5, 1, 0}, points7[] = {6, 3, 3, 3, 3, 3, 0};
    ordered o;
    jury j = jury_table(5, 1, five);
    ck_assert_int_eq(jury_order(&j, SKPI_AWARD_RULE_BORDA, &o), SKPI_OK);
    for (size_t i = 0; i < 5; i++) ck_assert_double_eq(o.points[i], points5[i]);
    ck_assert_int_eq(o.place[1], 2);
    ck_assert_int_eq(o.place[2], 2);
    ck_assert_int_eq(o.place[3], 4);
    j = jury_table(7, 1, seven);
    ck_assert_int_eq(jury_order(&j, SKPI_AWARD_RULE_BORDA, &o), SKPI_OK);
    for (size_t i = 0; i < 7; i++) ck_assert_double_eq(o.points[i], points7[i]);
}
END_TEST

/* Three orders of a cycle cost the same: the first in numbers of entries. */
START_TEST(a_cycle)
{
    const double rank[] = {1, 3, 2, 2, 1, 3, 3, 2, 1};
    jury j = jury_table(3, 3, rank);
    for (size_t r = 0; r < j.n; r++) j.score[r] = -j.score[r];
    ordered o;
    ck_assert_int_eq(jury_order(&j, SKPI_AWARD_RULE_KEMENY, &o), SKPI_OK);
    ck_assert_double_eq(o.cost, 4);
    for (size_t i = 0; i < 3; i++) ck_assert_int_eq(o.place[i], (int32_t)i + 1);
    ck_assert_int_eq(jury_order(&j, SKPI_AWARD_RULE_COPELAND, &o), SKPI_OK);
    for (size_t i = 0; i < 3; i++) ck_assert_double_eq(o.points[i], 0);
}
END_TEST

/* All orders of seven entries. */
static double order_least(const ordered *o, size_t n, size_t placed, size_t *order)
{
    double least = 1e9;
    if (placed == n) {
        least = 0;
        for (size_t i = 0; i < n; i++)
            for (size_t j = i + 1; j < n; j++) least += o->prefer[order[j] * n + order[i]];
        return least;
    }
    for (size_t k = placed; k < n; k++) {
        const size_t a = order[placed], b = order[k];
        order[placed] = b;
        order[k] = a;
        least = fmin(least, order_least(o, n, placed + 1, order));
        order[placed] = a;
        order[k] = b;
    }
    return least;
}

START_TEST(no_order_is_cheaper)
{
    for (uint64_t seed = 1; seed <= 20; seed++) {
        const jury j = jury_any(seed, 7, 5, 3, 3, 2, 6);
        size_t order[] = {0, 1, 2, 3, 4, 5, 6};
        ordered o;
        ck_assert_int_eq(jury_order(&j, SKPI_AWARD_RULE_KEMENY, &o), SKPI_OK);
        ck_assert_double_eq(o.cost, order_least(&o, 7, 0, order));
    }
}
END_TEST

/* Above 16 entries the search finds what is known: orders that all judges share, with noise of a minority. */
START_TEST(many_entries)
{
    for (size_t n = 17; n <= 30; n += 13) {
        jury j = {.entries = n, .judges = 5};
        for (size_t i = 0; i < n; i++)
            for (size_t k = 0; k < 5; k++) jury_add(&j, i, k, k < 3 ? -(double)(i * 11 % n) : (double)(i * 7 % n));
        ordered o;
        ck_assert_int_eq(jury_order(&j, SKPI_AWARD_RULE_KEMENY, &o), SKPI_WNOTCONVERGED);
        for (size_t i = 0; i < n; i++) ck_assert_int_eq(o.place[i], (int32_t)(i * 11 % n) + 1);
    }
}
END_TEST

/* A judge of .3 and of .1 + .2 puts neither above the other. */
START_TEST(order_of_decimals)
{
    static const double scores[] = {.3, 1, .1 + .2, 1, .1, 0};
    const jury j = jury_table(3, 2, scores);
    const skpi_award_scores s = jury_scores(&j);
    int32_t place[3], prefer[9];
    double points[3];
    skpi_award_order_out out = {.size = sizeof out, .place = place, .points = points, .prefer = prefer};
    ck_assert_int_eq(skpi_award_order(&s, SKPI_AWARD_RULE_BORDA, &out), SKPI_OK);
    ck_assert(prefer[1] == 0 && prefer[3] == 0 && prefer[2] == 2 && prefer[5] == 2);
    ck_assert(points[0] == 3 && points[1] == 3 && points[2] == 0);
    ck_assert(place[0] == 1 && place[1] == 1 && place[2] == 3);
}
END_TEST

UNIT_MAIN("award_order", UNIT_CASE("agreement", kendall, intraclass, agreement_refused),
          UNIT_CASE("orders", ties_of_borda, a_cycle, no_order_is_cheaper, many_entries, order_of_decimals))
