/* Decisions and benefit of the doubt; published tables are compared in tests/conformance/index_weights.py. */
#include "index/copeland.h"
#include "unit/unit.h"

enum { UNITS = 30, CRITERIA = 6 };

static const int32_t methods[] = {SKPI_INDEX_DECIDE_TOPSIS, SKPI_INDEX_DECIDE_VIKOR, SKPI_INDEX_DECIDE_PROMETHEE,
                                  SKPI_INDEX_DECIDE_COPELAND};
enum { METHODS = sizeof methods / sizeof *methods };

typedef struct decided {
    double score[UNITS], first[UNITS], second[UNITS], pair[UNITS * UNITS];
    int32_t rank[UNITS];
} decided;
static skpi_status decide(size_t n, size_t m, const double *value, const double *weight, const int32_t *direction,
                          int32_t method, decided *d)
{
    skpi_index_decide_out out = {sizeof out, 0, d->score, d->first, d->second, d->rank, d->pair};
    const skpi_status s = skpi_index_decide(n, m, value, weight, direction, method, NULL, &out);
    unit_record("skpi_index_decide", s);
    return s;
}

/* Numbers from a generator of Lehmer's, 16807 mod 2^31 - 1. */
static uint64_t lehmer_state;
static double lehmer(void)
{
    lehmer_state = lehmer_state * 16807 % 2147483647;
    return (double)lehmer_state / 2147483647;
}
static void random_values(uint64_t seed, size_t n, double *value)
{
    lehmer_state = seed;
    for (size_t i = 0; i < n; i++) value[i] = floor(20 * lehmer());
}

/* Scores are the same when nobody asks for the pairs. */
START_TEST(pairs_that_nobody_asks_for)
{
    double value[UNITS * CRITERIA], score[UNITS];
    const double weight[] = {.1, .2, .3, .15, .05, .2};
    decided d;
    random_values(5, UNITS * CRITERIA, value);
    for (size_t k = 0; k < METHODS; k++) {
        skpi_index_decide_out alone = {.size = sizeof alone, .score = score};
        ck_assert_int_eq(decide(UNITS, CRITERIA, value, weight, NULL, methods[k], &d), SKPI_OK);
        ck_assert_int_eq(skpi_index_decide(UNITS, CRITERIA, value, weight, NULL, methods[k], NULL, &alone), SKPI_OK);
        ck_assert_mem_eq(score, d.score, sizeof score);
    }
}
END_TEST

/* More than 1e-12 of the weight decides. */
START_TEST(margins)
{
    const double by = 1e-12, more = 1.0001e-12;
    ck_assert(skpi__index_margin_won(by, 1) == 0 && skpi__index_margin_won(-by, 1) == 0);
    ck_assert(skpi__index_margin_won(more, 1) == 1 && skpi__index_margin_won(-more, 1) == -1);
    ck_assert(skpi__index_margin_won(0, 0) == 0);
}
END_TEST

/* Copeland's wins do not depend on the order of units, with missing values and with ties. */
START_TEST(copeland_takes_units_in_any_order)
{
    double value[UNITS * CRITERIA], other[UNITS * CRITERIA];
    const double weight[] = {.1, .2, .3, .15, .05, .2};
    decided a, b;
    random_values(3, UNITS * CRITERIA, value);
    for (size_t i = 0; i < UNITS * CRITERIA; i += 5) value[i] = NAN;
    for (size_t i = 0; i < UNITS; i++)
        memcpy(other + i * CRITERIA, value + i * 7 % UNITS * CRITERIA, CRITERIA * sizeof *value);
    ck_assert_int_eq(decide(UNITS, CRITERIA, value, weight, NULL, SKPI_INDEX_DECIDE_COPELAND, &a), SKPI_WMISSING);
    ck_assert_int_eq(decide(UNITS, CRITERIA, other, weight, NULL, SKPI_INDEX_DECIDE_COPELAND, &b), SKPI_WMISSING);
    for (size_t i = 0; i < UNITS; i++) {
        ck_assert(b.score[i] == a.score[i * 7 % UNITS] && b.rank[i] == a.rank[i * 7 % UNITS]);
        for (size_t j = 0; j < UNITS; j++) ck_near(a.pair[i * UNITS + j] + a.pair[j * UNITS + i], 1, 1e-15);
    }
}
END_TEST

/* .1 + .2 speaks for one unit and .3 for the other: they tie, though .1 + .2 is no .3 in binary. */
START_TEST(copeland_ties_where_weights_are_equal)
{
    const double value[] = {1, 1, 0, 0, 0, 1}, weight[] = {.1, .2, .3};
    const double apart[] = {1, NAN, NAN, 2}; /* nothing in common */
    decided d;
    ck_assert_int_eq(decide(2, 3, value, weight, NULL, SKPI_INDEX_DECIDE_COPELAND, &d), SKPI_OK);
    ck_assert(d.score[0] == 0 && d.score[1] == 0 && d.rank[0] == 1 && d.rank[1] == 1);
    ck_assert_int_eq(decide(2, 2, apart, NULL, NULL, SKPI_INDEX_DECIDE_COPELAND, &d), SKPI_WMISSING);
    ck_assert(d.score[0] == 0 && d.pair[1] == .5 && d.pair[2] == .5);
    const double partly[] = {2, NAN, 5, 1, 9, NAN}; /* of one column in common: all of its weight */
    ck_assert_int_eq(decide(2, 3, partly, weight, NULL, SKPI_INDEX_DECIDE_COPELAND, &d), SKPI_WMISSING);
    ck_assert(d.pair[1] == 1 && d.pair[2] == 0 && d.first[0] == 1 && d.second[0] == 0);
}
END_TEST

/* One missing value is refused at its place, and constant criteria and weights of 0 change nothing. */
START_TEST(constant_criteria_change_nothing)
{
    const double weight[] = {2, 1, 1}, without[] = {2, 1, 0}, zero[] = {0, 0, 0}, huge[] = {1.5e308, 1.5e308, 1};
    double value[UNITS * 3], still[UNITS * 3];
    decided a, b;
    random_values(9, UNITS * 3, value);
    memcpy(still, value, sizeof value);
    for (size_t i = 0; i < UNITS; i++) still[i * 3 + 2] = 7;
    for (size_t k = 0; k < METHODS; k++) {
        ck_assert_int_eq(decide(UNITS, 3, still, without, NULL, methods[k], &a), SKPI_OK);
        ck_assert_int_eq(decide(UNITS, 3, value, without, NULL, methods[k], &b), SKPI_OK);
        for (size_t i = 0; i < UNITS; i++) ck_assert(a.score[i] == b.score[i] && a.rank[i] == b.rank[i]);
        ck_assert_int_eq(decide(UNITS, 3, still, weight, NULL, methods[k], &a), SKPI_OK);
        for (size_t i = 0; i < UNITS; i++) ck_assert(isfinite(a.score[i]));
        ck_fails(decide(UNITS, 3, value, zero, NULL, methods[k], &a), SKPI_EZERODIV, "weight");
        ck_fails(decide(UNITS, 3, value, huge, NULL, methods[k], &a), SKPI_EOVERFLOW, "weight");
        ck_fails(decide(0, 3, value, weight, NULL, methods[k], &a), SKPI_ENODATA, "n");
    }
    value[4] = NAN;
    for (size_t k = 0; k < METHODS - 1; k++)
        ck_fails_at(decide(UNITS, 3, value, weight, NULL, methods[k], &a), SKPI_ENOTFINITE, "value", 1);
}
END_TEST

/* A criterion of ratios that are all 3 but for rounding is one of threes; alternatives that differ in nothing else
 * tie. */
START_TEST(criteria_that_rounding_varies)
{
    const double three[] = {.3 / .1, .6 / .2, .9 / .3}, other[] = {2, 5, 3};
    const int32_t direction[] = {-1, 1};
    double value[6], exact[6];
    for (size_t i = 0; i < 3; i++) {
        value[2 * i] = three[i], value[2 * i + 1] = other[i];
        exact[2 * i] = 3, exact[2 * i + 1] = other[i];
    }
    ck_assert(value[0] != value[4]);
    for (size_t k = 0; k < METHODS; k++)
        for (int minmax = 0; minmax < 2; minmax++)
            for (int down = 0; down < 2; down++) {
                double score[2][3], pair[2][9];
                const skpi_index_decide_options o = {.size = sizeof o,
                                                     .scale = minmax ? SKPI_INDEX_DECIDE_SCALE_MINMAX
                                                                     : SKPI_INDEX_DECIDE_SCALE_VECTOR};
                for (int e = 0; e < 2; e++) {
                    skpi_index_decide_out out = {.size = sizeof out, .score = score[e], .pair = pair[e]};
                    ck_assert_int_eq(
                        skpi_index_decide(3, 2, e ? exact : value, NULL, down ? direction : NULL, methods[k], &o, &out),
                        SKPI_OK);
                }
                ck_assert_mem_eq(score[0], score[1], sizeof score[0]);
                if (!isnan(pair[0][0])) ck_assert_mem_eq(pair[0], pair[1], sizeof pair[0]);
                int32_t rank[3];
                skpi_index_decide_out alike = {.size = sizeof alike, .score = score[0], .rank = rank};
                ck_assert_int_eq(skpi_index_decide(3, 1, three, NULL, down ? direction : NULL, methods[k], &o, &alike),
                                 SKPI_OK);
                for (size_t i = 0; i < 3; i++) ck_assert(score[0][i] == 0 && rank[i] == 1);
            }
}
END_TEST

/* VIKOR: alternatives that fall short by the same, in another order, tie. */
START_TEST(shortfalls_in_another_order)
{
    enum { N = 4 };
    static const double whole[N] = {0, 3, 9, 10};
    double value[N * N];
    decided d;
    for (size_t i = 0; i < N; i++)
        for (size_t j = 0; j < N; j++) value[i * N + j] = whole[(i + j) % N] / 10;
    ck_assert_int_eq(decide(N, N, value, NULL, NULL, SKPI_INDEX_DECIDE_VIKOR, &d), SKPI_OK);
    for (size_t i = 0; i < N; i++) ck_assert(d.score[i] == 0 && d.rank[i] == 1);
}
END_TEST

/* All units alike, and one unit alone: nobody is better. */
START_TEST(equal_units_share_the_first_rank)
{
    const double value[] = {3, 4, 3, 4, 3, 4};
    decided d;
    for (size_t n = 1; n <= 3; n++)
        for (size_t k = 0; k < METHODS; k++) {
            ck_assert_int_eq(decide(n, 2, value, NULL, NULL, methods[k], &d), SKPI_OK);
            for (size_t i = 0; i < n; i++) ck_assert(d.score[i] == 0 && d.rank[i] == 1);
        }
}
END_TEST

/* A direction of -1 is the column negated; weights times a number are the same weights. */
START_TEST(directions_and_weights)
{
    const int32_t direction[] = {1, -1, 1, -1, 1, 1};
    const double weight[] = {2, 3, 5, 1, 1, 4}, less[] = {.125, .1875, .3125, .0625, .0625, .25};
    double value[UNITS * CRITERIA], negated[UNITS * CRITERIA];
    decided a, b;
    random_values(5, UNITS * CRITERIA, value);
    for (size_t i = 0; i < UNITS * CRITERIA; i++) negated[i] = direction[i % CRITERIA] * value[i];
    for (size_t k = 0; k < METHODS; k++) {
        ck_assert_int_eq(decide(UNITS, CRITERIA, value, weight, direction, methods[k], &a), SKPI_OK);
        ck_assert_int_eq(decide(UNITS, CRITERIA, negated, less, NULL, methods[k], &b), SKPI_OK);
        for (size_t i = 0; i < UNITS; i++) {
            ck_near(a.score[i], b.score[i], 1e-14);
            ck_assert(a.rank[i] == b.rank[i]);
            if (methods[k] != SKPI_INDEX_DECIDE_COPELAND) ck_assert(a.score[i] >= -1 && a.score[i] <= 1);
        }
    }
}
END_TEST

START_TEST(little_in_common)
{
    const double value[] = {5, 1, /**/ 4, NAN}, weight[] = {1e-13, 1};
    double first[2], pair[4];
    skpi_index_decide_out out = {.size = sizeof out, .first = first, .pair = pair};
    ck_assert_int_eq(skpi_index_decide(2, 2, value, weight, NULL, SKPI_INDEX_DECIDE_COPELAND, NULL, &out),
                     SKPI_WMISSING);
    ck_assert(pair[1] == 1 && pair[2] == 0 && first[0] == 1 && first[1] == 0);
}
END_TEST

START_TEST(promethee_flows_that_cancel)
{
    const double value[] = {1, 1, 0, /**/ 0, 0, 1}, weight[] = {.1, .2, .3};
    double score[2];
    int32_t rank[2];
    skpi_index_decide_out out = {.size = sizeof out, .score = score, .rank = rank};
    ck_assert_int_eq(skpi_index_decide(2, 3, value, weight, NULL, SKPI_INDEX_DECIDE_PROMETHEE, NULL, &out), SKPI_OK);
    ck_assert(score[0] == 0 && score[1] == 0 && rank[0] == 1 && rank[1] == 1);
}
END_TEST

START_TEST(promethee_thresholds)
{
    const double value[] = {0, 1, 3, 7}, none[] = {1}, full[] = {5}, below[] = {.5};
    double score[4], pair[16];
    skpi_index_decide_out out = {.size = sizeof out, .score = score, .pair = pair};
    skpi_index_decide_options o = {.size = sizeof o, .indifference = none, .preference = full};
    ck_assert_int_eq(skpi_index_decide(4, 1, value, NULL, NULL, SKPI_INDEX_DECIDE_PROMETHEE, &o, &out), SKPI_OK);
    const double expected[] = {0, 0, 0, 0, 0, 0, 0, 0, .5, .25, 0, 0, 1, 1, .75, 0}; /* (d - 1)/4 */
    for (size_t i = 0; i < 16; i++) ck_near(pair[i], expected[i], 0);
    o.preference = NULL;
    ck_assert_int_eq(skpi_index_decide(4, 1, value, NULL, NULL, SKPI_INDEX_DECIDE_PROMETHEE, &o, &out), SKPI_OK);
    ck_assert(pair[4] == 0 && pair[8] == 1);
    o.preference = below;
    ck_fails_at(skpi_index_decide(4, 1, value, NULL, NULL, SKPI_INDEX_DECIDE_PROMETHEE, &o, &out), SKPI_EINCONSISTENT,
                "options->preference", 0);
    o = (skpi_index_decide_options){.size = sizeof o, .strategy = 1.1};
    ck_fails(skpi_index_decide(4, 1, value, NULL, NULL, SKPI_INDEX_DECIDE_VIKOR, &o, &out), SKPI_ERANGE,
             "options->strategy");
}
END_TEST

/* Values near the ends of the range of doubles. */
START_TEST(topsis_of_any_size)
{
    const double value[] = {1, 5, 3, 4, 2, 9};
    double scaled[6];
    decided a, b;
    ck_assert_int_eq(decide(3, 2, value, NULL, NULL, SKPI_INDEX_DECIDE_TOPSIS, &a), SKPI_OK);
    for (int power = -1060; power <= 1016; power += 173) {
        for (size_t i = 0; i < 6; i++) scaled[i] = ldexp(value[i], i % 2 ? power : -power / 2);
        ck_assert_int_eq(decide(3, 2, scaled, NULL, NULL, SKPI_INDEX_DECIDE_TOPSIS, &b), SKPI_OK);
        for (size_t i = 0; i < 3; i++) ck_near(a.score[i], b.score[i], 1e-14);
    }
    const double wide[] = {-1.5e308, 1, 1.5e308, 2};
    ck_fails(decide(2, 2, wide, NULL, NULL, SKPI_INDEX_DECIDE_VIKOR, &b), SKPI_EOVERFLOW, "value");
}
END_TEST

/* Units and criteria in another order: the results in that order, but for the rounding of sums. */
START_TEST(tables_in_another_order)
{
    double value[UNITS * CRITERIA], turned[UNITS * CRITERIA], weight[CRITERIA], other[CRITERIA];
    double score[2][UNITS], own[UNITS * CRITERIA];
    int32_t direction[CRITERIA], opposite[CRITERIA];
    decided a, b;
    for (uint64_t seed = 1; seed <= 10; seed++) {
        random_values(seed, UNITS * CRITERIA, value);
        for (size_t j = 0; j < CRITERIA; j++) {
            const size_t from = (j + 2) % CRITERIA;
            weight[j] = 1 + (double)(j * seed % 7) / 3;
            direction[j] = j % 3 ? 1 : -1;
            other[j] = 1 + (double)(from * seed % 7) / 3;
            opposite[j] = from % 3 ? 1 : -1;
            for (size_t i = 0; i < UNITS; i++) turned[i * CRITERIA + j] = value[i * 7 % UNITS * CRITERIA + from];
        }
        for (size_t k = 0; k < METHODS; k++) {
            ck_assert_int_eq(decide(UNITS, CRITERIA, value, weight, direction, methods[k], &a), SKPI_OK);
            ck_assert_int_eq(decide(UNITS, CRITERIA, turned, other, opposite, methods[k], &b), SKPI_OK);
            for (size_t i = 0; i < UNITS; i++) {
                const size_t from = i * 7 % UNITS;
                ck_assert_int_eq(b.rank[i], a.rank[from]);
                ck_near(b.score[i], a.score[from], 1e-13);
                ck_near(b.first[i], a.first[from], 1e-13);
                ck_near(b.second[i], a.second[from], 1e-13);
                for (size_t j = 0; a.pair[0] == a.pair[0] && j < UNITS; j++)
                    ck_near(b.pair[i * UNITS + j], a.pair[from * UNITS + j * 7 % UNITS], 1e-13);
            }
        }
        ck_assert_int_eq(skpi_index_benefit(UNITS, CRITERIA, value, NULL, NULL, score[0], own, NULL), SKPI_OK);
        ck_assert_int_eq(skpi_index_benefit(UNITS, CRITERIA, turned, NULL, NULL, score[1], own, NULL), SKPI_OK);
        for (size_t i = 0; i < UNITS; i++) ck_near(score[1][i], score[0][i * 7 % UNITS], 1e-12);
    }
}
END_TEST

/* ---- benefit of the doubt ---- */

/* Two indicators: the frontier is the line through (1, .5) and (.5, 1), w1 + w2 = 2/3 of the units of each. */
START_TEST(benefit_of_two_indicators)
{
    const double value[] = {1, .5, .5, 1, .6, .6, .2, .1, 0, .4, 0, 0};
    double score[6], weight[12];
    ck_assert_int_eq(skpi_index_benefit(6, 2, value, NULL, NULL, score, weight, NULL), SKPI_OK);
    const double expected[] = {1, 1, .8, .2, .4, 0};
    for (size_t i = 0; i < 6; i++) ck_near(score[i], expected[i], 1e-15);
    ck_near(weight[4], 2. / 3, 1e-15);
    ck_near(weight[5], 2. / 3, 1e-15);
    ck_assert(weight[8] == 0 && weight[10] == 0 && weight[11] == 0);
}
END_TEST

/* Any scores meet all rows, and no better ones exist among many other weights that do. */
START_TEST(benefit_is_the_best)
{
    double value[UNITS * CRITERIA], score[UNITS], weight[UNITS * CRITERIA];
    const double low[] = {.05, 0, .1, 0, .05, 0}, high[] = {.5, .4, 1, .3, .6, 1};
    for (uint64_t seed = 1; seed <= 40; seed++) {
        const int bounded = seed % 2, few = seed % 3 == 0;
        lehmer_state = seed;
        for (size_t i = 0; i < UNITS * CRITERIA; i++) value[i] = few ? 1 + floor(3 * lehmer()) : .05 + lehmer();
        ck_assert_int_eq(skpi_index_benefit(UNITS, CRITERIA, value, bounded ? low : NULL, bounded ? high : NULL, score,
                                            weight, NULL),
                         SKPI_OK);
        for (size_t c = 0; c < UNITS; c++) {
            const double *y = value + c * CRITERIA, *w = weight + c * CRITERIA;
            double own = 0;
            for (size_t j = 0; j < CRITERIA; j++) own += w[j] * y[j];
            ck_near(own, score[c], 1e-12);
            for (size_t j = 0; bounded && j < CRITERIA; j++)
                ck_assert(w[j] * y[j] >= low[j] * own - 1e-12 && w[j] * y[j] <= high[j] * own + 1e-12);
            for (size_t i = 0; i < UNITS; i++) {
                double of = 0;
                for (size_t j = 0; j < CRITERIA; j++) of += w[j] * value[i * CRITERIA + j];
                ck_assert(of <= 1 + 1e-12);
            }
            for (int trial = 0; trial < 20; trial++) {
                double share[CRITERIA], rest = 1, most = 0;
                for (size_t j = 0; j < CRITERIA; j++) rest -= share[j] = bounded ? low[j] : 0;
                while (rest > 1e-12) {
                    const size_t j = (size_t)(lehmer() * CRITERIA);
                    const double room = (bounded ? high[j] : 1) - share[j],
                                 more = fmin(fmin(room, rest), .3 * lehmer() + 1e-3);
                    share[j] += more;
                    rest -= more;
                }
                for (size_t i = 0; i < UNITS; i++) {
                    double of = 0;
                    for (size_t j = 0; j < CRITERIA; j++) of += share[j] / y[j] * value[i * CRITERIA + j];
                    most = fmax(most, of);
                }
                ck_assert(1 / most <= score[c] + 1e-9);
            }
        }
    }
}
END_TEST

START_TEST(benefit_with_fixed_shares)
{
    const double value[] = {2, 4, 4, 2, 3, 3}, share[] = {.25, .75}, third[] = {1. / 3, 2. / 3};
    double score[3], other[3], weight[6];
    ck_assert_int_eq(skpi_index_benefit(3, 2, value, share, share, score, weight, NULL), SKPI_OK);
    ck_near(score[0], 1, 1e-15); /* 1/max(1, .25 2 + .75/2, .25 1.5 + .75 .75) */
    ck_near(score[1], 1 / 1.625, 1e-15);
    ck_near(weight[2] * 4, .25 * score[1], 1e-15);
    ck_assert_int_eq(skpi_index_benefit(3, 2, value, third, NULL, score, NULL, NULL), SKPI_OK);
    ck_assert_int_eq(skpi_index_benefit(3, 2, value, NULL, third, other, NULL, NULL), SKPI_OK);
    for (size_t i = 0; i < 3; i++) ck_near(score[i], other[i], 1e-15);
    /* a share of 0 of a value beside which the largest is beyond a double */
    const double far[] = {2, 1e-320, 4, 1e10}, all[] = {1, 0};
    ck_assert_int_eq(skpi_index_benefit(2, 2, far, all, all, score, NULL, NULL), SKPI_OK);
    ck_assert(score[0] == .5 && score[1] == 1);
}
END_TEST

/* A unit that no weights suit is a row of its own, and takes no part in the comparison. */
START_TEST(benefit_has_row_statuses)
{
    const double value[] = {1, 4, 0, 8, 2, 2, -1, 1}, low[] = {.2, 0};
    double score[4], weight[8];
    int32_t status[4];
    ck_assert_int_eq(skpi_index_benefit(4, 2, value, low, NULL, score, weight, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_EINFEASIBLE && status[2] == SKPI_OK &&
              status[3] == SKPI_ERANGE);
    ck_assert(isnan(score[1]) && isnan(score[3]) && isnan(weight[7]));
    ck_assert(score[0] == 1 && score[2] == 1); /* beside 0, 8 it would have .875 */
    ck_fails_at(skpi_index_benefit(4, 2, value, low, NULL, score, weight, NULL), SKPI_EINFEASIBLE, "value", 1);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "value[1][0] = 0 cannot be the share 0.2 of a score"));
    const double down[] = {.1 + .2, 0}, up[] = {.3, 1}; /* one share, but for rounding */
    ck_assert_int_eq(skpi_index_benefit(1, 2, value, down, up, score, weight, NULL), SKPI_OK);
    ck_assert(score[0] == 1);
    ck_near(weight[0], .3, 1e-15);
    const double few[] = {.4, 1};
    ck_assert_int_eq(skpi_index_benefit(3, 2, (const double[]){3, 0, 1, 2, 0, 0}, NULL, few, score, NULL, status),
                     SKPI_WROWS);
    ck_assert(status[0] == SKPI_EINFEASIBLE && score[2] == 0);
    const double most[] = {.6, .6}, alone[] = {20, 0, 5, 5};
    ck_assert_int_eq(skpi_index_benefit(2, 2, alone, NULL, most, score, weight, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_EINFEASIBLE && status[1] == SKPI_OK && isnan(score[0]) && isnan(weight[0]));
    ck_near(score[1], 1, 1e-15);
    ck_near(weight[2] + weight[3], .2, 1e-15);
}
END_TEST

/* Values from 1e-9 to 1e9: a programme that rounding spoils is refused, and no score is given that its weights belie. */
START_TEST(benefit_is_proven)
{
    double value[UNITS * CRITERIA], score[UNITS], weight[UNITS * CRITERIA];
    const double low[] = {.05, .05, .05, .05, .05, .05};
    int32_t status[UNITS], refused = 0, solved = 0;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        lehmer_state = seed;
        for (size_t i = 0; i < UNITS * CRITERIA; i++) value[i] = pow(10, 18 * lehmer() - 9);
        const skpi_status s = skpi_index_benefit(UNITS, CRITERIA, value, low, NULL, score, weight, status);
        ck_assert(s == SKPI_OK || s == SKPI_WROWS);
        for (size_t c = 0; c < UNITS; c++) {
            double most = 0;
            ck_assert(status[c] == SKPI_OK || status[c] == SKPI_ENOTCONVERGED);
            refused += status[c] != SKPI_OK;
            solved += status[c] == SKPI_OK;
            for (size_t i = 0; !status[c] && i < UNITS; i++) {
                double of = 0;
                for (size_t j = 0; j < CRITERIA; j++) of += weight[c * CRITERIA + j] * value[i * CRITERIA + j];
                most = fmax(most, of);
            }
            if (!status[c]) ck_near(most, 1, 1e-9);
        }
    }
    ck_assert(refused > 0 && solved > refused);
}
END_TEST

START_TEST(benefit_refuses_bounds)
{
    const double value[] = {1, 2, 3, 4}, half[] = {.5, .6}, above[] = {.2, 1.2}, below[] = {-.1, 0}, few[] = {.3, .4},
                 crossed[] = {.2, .5};
    double score[2] = {5, 5};
    ck_fails(skpi_index_benefit(2, 2, value, half, NULL, score, NULL, NULL), SKPI_EINCONSISTENT, "share_low");
    ck_fails(skpi_index_benefit(2, 2, value, NULL, few, score, NULL, NULL), SKPI_EINCONSISTENT, "share_high");
    ck_fails_at(skpi_index_benefit(2, 2, value, crossed, few, score, NULL, NULL), SKPI_EINCONSISTENT, "share_low", 1);
    ck_fails_at(skpi_index_benefit(2, 2, value, NULL, above, score, NULL, NULL), SKPI_ERANGE, "share_high", 1);
    ck_fails_at(skpi_index_benefit(2, 2, value, below, NULL, score, NULL, NULL), SKPI_ERANGE, "share_low", 0);
    ck_assert(score[0] == 5 && score[1] == 5);
}
END_TEST

/* TOPSIS, on both scales, and VIKOR from their definitions. */
START_TEST(scores_by_definition)
{
    const int32_t direction[] = {1, -1, 1, -1, 1, 1};
    const double weight[] = {2, 3, 5, 1, 1, 4};
    double value[UNITS * CRITERIA], score[UNITS], first[UNITS], second[UNITS];
    int32_t rank[UNITS];
    skpi_index_decide_out out = {.size = sizeof out, .score = score, .first = first, .second = second, .rank = rank};
    random_values(11, UNITS * CRITERIA, value);
    for (int kind = 0; kind < 8; kind++) {
        const size_t m = CRITERIA - (size_t)kind / 4; /* an odd number, too */
        const double v = kind % 4 == 2 ? .5 : .8;
        for (size_t i = 0; kind == 4 && i < UNITS * CRITERIA; i++) value[i] *= .01; /* ranges below 1, too */
        const skpi_index_decide_options o = {.size = sizeof o,
                                             .scale = kind % 4 == 1 ? SKPI_INDEX_DECIDE_SCALE_MINMAX : 0,
                                             .strategy = kind % 4 == 3 ? v : 0};
        const int32_t method = kind % 4 < 2 ? SKPI_INDEX_DECIDE_TOPSIS : SKPI_INDEX_DECIDE_VIKOR;
        double by_hand[UNITS], s[UNITS], r[UNITS], s_low = INFINITY, s_high = 0, r_low = INFINITY, r_high = 0;
        memset(first, 0x5a, sizeof first), memset(second, 0x5a, sizeof second), memset(score, 0x5a, sizeof score);
        ck_assert_int_eq(skpi_index_decide(UNITS, m, value, weight, direction, method, &o, &out), SKPI_OK);
        for (size_t i = 0; i < UNITS; i++) {
            double best = 0, worst = 0;
            s[i] = r[i] = 0;
            for (size_t j = 0; j < m; j++) {
                double low = INFINITY, high = -INFINITY, squares = 0;
                for (size_t k = 0; k < UNITS; k++) {
                    const double x = value[k * m + j];
                    low = fmin(low, x), high = fmax(high, x), squares += x * x;
                }
                const double x = value[i * m + j], w = weight[j] / (m == 6 ? 16. : 12.);
                const double lacks = direction[j] > 0 ? high - x : x - low, has = high - low - lacks;
                const double unit = kind % 4 == 1 ? high - low : sqrt(squares);
                best += w * lacks / unit * (w * lacks / unit);
                worst += w * has / unit * (w * has / unit);
                s[i] += w * lacks / (high - low);
                r[i] = fmax(r[i], w * lacks / (high - low));
            }
            if (kind % 4 < 2) s[i] = sqrt(best), r[i] = sqrt(worst);
            s_low = fmin(s_low, s[i]), s_high = fmax(s_high, s[i]);
            r_low = fmin(r_low, r[i]), r_high = fmax(r_high, r[i]);
        }
        for (size_t i = 0; i < UNITS; i++) {
            by_hand[i] = kind % 4 < 2
                             ? r[i] / (s[i] + r[i])
                             : v * (s[i] - s_low) / (s_high - s_low) + (1 - v) * (r[i] - r_low) / (r_high - r_low);
            ck_near(first[i], s[i], 1e-14);
            ck_near(second[i], r[i], 1e-14);
            ck_near(score[i], by_hand[i], 1e-13);
        }
        for (size_t i = 0; i < UNITS; i++) {
            int32_t better = 0;
            for (size_t k = 0; k < UNITS; k++)
                better += kind % 4 < 2 ? by_hand[k] > by_hand[i] + 1e-10 : by_hand[k] < by_hand[i] - 1e-10;
            ck_assert_int_eq(rank[i], 1 + better);
        }
    }
}
END_TEST

/* PROMETHEE's flows, with and without thresholds, and Copeland's wins, with missing values, from their definitions. */
START_TEST(flows_and_wins_by_definition)
{
    const int32_t direction[] = {1, -1, 1, -1, 1, 1};
    const double weight[] = {2, 3, 5, 1, 1, 4}, none[] = {0, 1, 2, 0, 3, 1}, full[] = {5, 4, 2, 1, 9, 7};
    double value[UNITS * CRITERIA], pair[UNITS * UNITS], score[UNITS], first[UNITS], second[UNITS];
    skpi_index_decide_out out = {.size = sizeof out, .score = score, .first = first, .second = second, .pair = pair};
    for (int kind = 0; kind < 4; kind++) {
        const int copeland = kind > 1;
        const skpi_index_decide_options o = {
            .size = sizeof o, .indifference = kind == 1 ? none : NULL, .preference = kind == 1 ? full : NULL};
        random_values(12, UNITS * CRITERIA, value);
        for (size_t c = 0; kind == 3 && c < UNITS * CRITERIA; c += 7) value[c] = NAN;
        memset(first, 0x5a, sizeof first), memset(second, 0x5a, sizeof second), memset(score, 0x5a, sizeof score);
        ck_assert_int_eq(skpi_index_decide(UNITS, CRITERIA, value, weight, direction,
                                           copeland ? SKPI_INDEX_DECIDE_COPELAND : SKPI_INDEX_DECIDE_PROMETHEE, &o,
                                           &out),
                         kind == 3 ? SKPI_WMISSING : SKPI_OK);
        for (size_t i = 0; i < UNITS; i++) {
            double leaves = 0, enters = 0;
            for (size_t j = 0; j < UNITS; j++) {
                double over[2] = {0, 0}, both = 0; /* i over j, j over i */
                for (size_t k = 0; i != j && k < CRITERIA; k++) {
                    const double d = direction[k] * (value[i * CRITERIA + k] - value[j * CRITERIA + k]);
                    const double from = kind == 1 ? none[k] : 0, to = kind == 1 ? full[k] : 0;
                    if (isnan(d)) continue;
                    both += weight[k];
                    for (int way = 0; way < 2; way++) {
                        const double more = way ? -d : d;
                        if (copeland)
                            over[way] += weight[k] * (more > 0 ? 1 : more == 0 ? .5 : 0);
                        else if (more > from)
                            over[way] += weight[k] * (more >= to ? 1 : (more - from) / (to - from));
                    }
                }
                if (i == j) continue;
                ck_near(pair[i * UNITS + j], over[0] / (copeland ? both : 16), 1e-15);
                leaves += copeland ? over[0] > over[1] : over[0] / 16 / (UNITS - 1);
                enters += copeland ? over[1] > over[0] : over[1] / 16 / (UNITS - 1);
            }
            ck_near(first[i], leaves, 1e-14);
            ck_near(second[i], enters, 1e-14);
            ck_near(score[i], leaves - enters, 2e-14);
        }
    }
}
END_TEST

UNIT_MAIN("index_decide",
          UNIT_CASE("decisions", margins, pairs_that_nobody_asks_for, copeland_takes_units_in_any_order,
                    copeland_ties_where_weights_are_equal, constant_criteria_change_nothing,
                    equal_units_share_the_first_rank, criteria_that_rounding_varies, shortfalls_in_another_order,
                    directions_and_weights, little_in_common, promethee_flows_that_cancel, promethee_thresholds,
                    scores_by_definition, flows_and_wins_by_definition, topsis_of_any_size, tables_in_another_order),
          UNIT_CASE("benefit", benefit_of_two_indicators, benefit_is_the_best, benefit_with_fixed_shares,
                    benefit_has_row_statuses, benefit_is_proven, benefit_refuses_bounds))
