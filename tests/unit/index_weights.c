/* Figures, structure and weights of tables; published tables are compared in tests/conformance/index_weights.py. */
#include "unit/unit.h"

#define BAR 1e-12

START_TEST(figures_of_columns)
{
    const double value[] = {1, 5, NAN, 2, 5, 0, 4, 5, 3, 9, 5, 0}; /* four units: 1 2 4 9, constant, - 0 3 0 */
    double low[3], high[3], mean[3], median[3], sd[3], skewness[3], kurtosis[3];
    int32_t present[3], nonzero[3], distinct[3], most[3];
    skpi_index_describe_out out = {sizeof out, 0,        low,     high,    mean,     median, sd,
                                   skewness,   kurtosis, present, nonzero, distinct, most};
    ck_assert_int_eq(skpi_index_describe(4, 3, value, &out), SKPI_WMISSING);
    ck_near(mean[0], 4, 0);
    ck_near(median[0], 3, 0);
    ck_near(sd[0], sqrt(38. / 3), 1e-15);
    ck_near(skewness[0], sqrt(12) * 90 / pow(38, 1.5), 1e-14); /* squares 38, cubes 90 about the mean */
    ck_assert(low[0] == 1 && high[0] == 9 && sd[1] == 0 && isnan(skewness[1]) && isnan(kurtosis[2]));
    ck_assert(present[2] == 3 && nonzero[2] == 1 && distinct[2] == 2 && most[2] == 2 && median[2] == 0);
    const double gone[] = {NAN, NAN};
    ck_assert_int_eq(skpi_index_describe(2, 1, gone, &out), SKPI_WMISSING);
    ck_assert(isnan(low[0]) && isnan(median[0]) && isnan(mean[0]) && present[0] == 0 && most[0] == 0);
    ck_fails(skpi_index_describe(0, 1, value, &out), SKPI_ENODATA, "n");
    const double wide[] = {-1.7e308, 1.7e308};
    ck_fails(skpi_index_describe(2, 1, wide, &out), SKPI_EOVERFLOW, "value");
}
END_TEST

/* tau-b by counting pairs. */
static double counted_tau(size_t n, const double *value)
{
    double both = 0, x = 0, y = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i; j++) {
            const double dx = value[2 * i] - value[2 * j], dy = value[2 * i + 1] - value[2 * j + 1];
            both += ((dx > 0) - (dx < 0)) * ((dy > 0) - (dy < 0));
            x += dx != 0;
            y += dy != 0;
        }
    return both / sqrt(x * y);
}

START_TEST(correlations_with_ties)
{
    double value[2 * 41], r[4], alpha;
    int32_t common[4];
    skpi_index_structure_out out = {.size = sizeof out, .correlation = r, .common = common, .alpha = &alpha};
    for (size_t n = 2; n <= 41; n++) {
        for (size_t i = 0; i < n; i++) {
            value[2 * i] = (double)(i * 7 % 11);
            value[2 * i + 1] = (double)(i * i % 5);
        }
        ck_assert_int_eq(skpi_index_structure(n, 2, value, SKPI_INDEX_CORRELATION_KENDALL, &out), SKPI_OK);
        ck_near(r[1], counted_tau(n, value), BAR);
        ck_assert(r[0] == 1 && r[3] == 1 && r[1] == r[2] && common[1] == (int32_t)n);
    }
    const double curve[] = {1, 1, 2, 8, 3, 27, 4, 64, NAN, 3}; /* a monotone curve has the rank correlation 1 */
    ck_assert_int_eq(skpi_index_structure(5, 2, curve, SKPI_INDEX_CORRELATION_SPEARMAN, &out), SKPI_WMISSING);
    ck_near(r[1], 1, 0);
    ck_assert(common[0] == 4 && common[1] == 4 && common[3] == 5);
}
END_TEST

/* Of three columns with variances 5, 5 and 14 (by 3) and covariances 3, 7 and 1: alpha = 3/2 22/46. */
START_TEST(alpha_by_hand)
{
    const double value[] = {1, 2, 1, 2, 1, 3, 3, 4, 2, 4, 3, 6};
    double alpha;
    skpi_index_structure_out out = {.size = sizeof out, .alpha = &alpha};
    ck_assert_int_eq(skpi_index_structure(4, 3, value, SKPI_INDEX_CORRELATION_PEARSON, &out), SKPI_OK);
    ck_near(alpha, 33. / 46, 1e-15);
}
END_TEST

START_TEST(structure_without_an_answer)
{
    const double constant[] = {1, 5, 2, 5, 3, 5}, lost[] = {1, NAN, NAN, 2, 3, NAN};
    double r[4], alpha, eigenvalue[2], loading[4];
    skpi_index_structure_out out = {.size = sizeof out, .correlation = r, .alpha = &alpha};
    ck_assert_int_eq(skpi_index_structure(3, 2, constant, SKPI_INDEX_CORRELATION_PEARSON, &out), SKPI_OK);
    ck_assert(isnan(r[1]) && isnan(r[3]) && r[0] == 1 && alpha == 0);
    ck_assert_int_eq(skpi_index_structure(3, 2, lost, SKPI_INDEX_CORRELATION_PEARSON, &out), SKPI_WMISSING);
    ck_assert(isnan(r[1]) && isnan(alpha));
    out.eigenvalue = eigenvalue;
    ck_fails(skpi_index_structure(3, 2, constant, SKPI_INDEX_CORRELATION_PEARSON, &out), SKPI_EDOM, "value");
    ck_fails(skpi_index_structure(3, 2, lost, SKPI_INDEX_CORRELATION_PEARSON, &out), SKPI_ENODATA, "value");
    const double apart[] = {1.7e308, -1.7e308};
    ck_fails(skpi_index_structure(2, 1, apart, SKPI_INDEX_CORRELATION_PEARSON, &out), SKPI_EOVERFLOW, "value");
    const double cross[] = {1, 0, -1, 0, 0, 1, 0, -1}; /* uncorrelated: any two directions are components */
    out.loading = loading;
    ck_assert_int_eq(skpi_index_structure(4, 2, cross, SKPI_INDEX_CORRELATION_PEARSON, &out), SKPI_WWEAKFIT);
    ck_near(eigenvalue[0], 1, 1e-15);
}
END_TEST

static const int32_t methods[] = {SKPI_INDEX_WEIGHT_ENTROPY,   SKPI_INDEX_WEIGHT_ENTROPY_RAW,
                                  SKPI_INDEX_WEIGHT_CRITIC,    SKPI_INDEX_WEIGHT_DEVIATION,
                                  SKPI_INDEX_WEIGHT_PRINCIPAL, SKPI_INDEX_WEIGHT_BALANCED};
enum { METHODS = sizeof methods / sizeof *methods };

/* Entropy of values with zeros: 0 ln 0 is 0. */
START_TEST(zeros_have_an_entropy)
{
    const double value[] = {0, 1, 1, 1, 1, 2}; /* shares 0 1/2 1/2 and 1/4 1/4 1/2 */
    double w[2];
    const double e0 = log(2) / log(3), e1 = 1.5 * log(2) / log(3);
    ck_assert_int_eq(skpi_index_weight(3, 2, value, NULL, SKPI_INDEX_WEIGHT_ENTROPY_RAW, NULL, w), SKPI_OK);
    ck_near(w[0], (1 - e0) / (2 - e0 - e1), 1e-15);
    ck_near(w[1], (1 - e1) / (2 - e0 - e1), 1e-15);
}
END_TEST

/* Values that differ in the tenth digit: their entropy is 1 less 2e-21, of which subtraction from 1 leaves nothing. */
START_TEST(small_differences_keep_their_weights)
{
    const double value[] = {1e10, 1e10, 1e10 + 1, 1e10 + 2};
    double w[2];
    ck_assert_int_eq(skpi_index_weight(2, 2, value, NULL, SKPI_INDEX_WEIGHT_ENTROPY_RAW, NULL, w), SKPI_OK);
    ck_near(w[0], .2, 1e-6); /* as 1 to 2 squared */
}
END_TEST

/* CRITIC uses directions: a column and its opposite do not conflict once one of them is turned. */
START_TEST(critic_takes_directions)
{
    const double value[] = {1, 9, 2, 2, 8, 6, 3, 7, 1, 4, 6, 5};
    const int32_t direction[] = {1, -1, 1};
    double plain[3], turned[3], negated[12], same[3];
    for (size_t i = 0; i < 12; i++) negated[i] = i % 3 == 1 ? -value[i] : value[i];
    ck_assert_int_eq(skpi_index_weight(4, 3, value, NULL, SKPI_INDEX_WEIGHT_CRITIC, NULL, plain), SKPI_OK);
    ck_assert_int_eq(skpi_index_weight(4, 3, value, direction, SKPI_INDEX_WEIGHT_CRITIC, NULL, turned), SKPI_OK);
    ck_assert_int_eq(skpi_index_weight(4, 3, negated, NULL, SKPI_INDEX_WEIGHT_CRITIC, NULL, same), SKPI_OK);
    for (size_t j = 0; j < 3; j++) ck_near(turned[j], same[j], 1e-15);
    ck_assert(fabs(plain[0] - turned[0]) > .05);
}
END_TEST

START_TEST(constant_columns_have_no_weight)
{
    const double value[] = {1, 7, 4, 2, 7, 3, 5, 7, 1}, still[] = {7, 7, 7, 7};
    double w[3];
    for (size_t k = 0; k < METHODS; k++) {
        const int correlates = methods[k] == SKPI_INDEX_WEIGHT_PRINCIPAL || methods[k] == SKPI_INDEX_WEIGHT_BALANCED;
        const skpi_status s = skpi_index_weight(3, 3, value, NULL, methods[k], NULL, w);
        ck_assert_int_eq(s, correlates ? SKPI_EDOM : SKPI_OK);
        if (!s) ck_assert(w[1] == 0 && fabs(w[0] + w[2] - 1) < 1e-15 && w[0] > 0 && w[2] > 0);
        ck_fails(skpi_index_weight(2, 2, still, NULL, methods[k], NULL, w), SKPI_EDOM, "value");
    }
}
END_TEST

/* Balanced weights are never negative, and copies of a column share its weight. */
START_TEST(balanced_weights_are_not_negative)
{
    double value[30 * 5], weight[5], copied[30 * 6], more[6];
    for (size_t i = 0; i < 30; i++) {
        const double common = (double)(i * 17 % 31);
        for (size_t j = 0; j < 5; j++)
            copied[i * 6 + j] = value[i * 5 + j] = (j < 3 ? common : 0) + (double)(i * (j + 3) * 7 % 29);
        copied[i * 6 + 5] = 2 * value[i * 5 + 3] + 1;
    }
    ck_assert_int_eq(skpi_index_weight(30, 5, value, NULL, SKPI_INDEX_WEIGHT_BALANCED, NULL, weight), SKPI_OK);
    ck_assert_int_eq(skpi_index_weight(30, 6, copied, NULL, SKPI_INDEX_WEIGHT_BALANCED, NULL, more), SKPI_OK);
    for (size_t j = 0; j < 5; j++) {
        ck_assert(weight[j] >= 0);
        ck_near(more[j] + (j == 3) * more[5], weight[j], 1e-12);
    }
    const double opposite[] = {1, -1, 2, -2, 4, -4};
    ck_fails(skpi_index_weight(3, 2, opposite, NULL, SKPI_INDEX_WEIGHT_BALANCED, NULL, weight), SKPI_EDOM, "value");
    const int32_t turn[] = {1, -1};
    ck_assert_int_eq(skpi_index_weight(3, 2, opposite, turn, SKPI_INDEX_WEIGHT_BALANCED, NULL, weight), SKPI_OK);
    const double importance[] = {1, 0};
    ck_fails_at(skpi_index_weight(3, 2, opposite, turn, SKPI_INDEX_WEIGHT_BALANCED, importance, weight), SKPI_EDOM,
                "importance", 1);
    const double far[] = {1e-300, 1e300};
    ck_fails(skpi_index_weight(3, 2, opposite, turn, SKPI_INDEX_WEIGHT_BALANCED, far, weight), SKPI_EOVERFLOW,
             "importance");
}
END_TEST

START_TEST(weights_refuse)
{
    const double value[] = {1, 2, NAN, 4}, below[] = {1, 2, -3, 4}, huge[] = {1.5e308, 1, 1e308, 2};
    const double line[] = {1, 2, 2, 4, 3, 6}, still[] = {1, 7, 2, 2, 7, 4, 3, 7, 6};
    const int32_t direction[] = {1, 2};
    double w[3] = {8, 8, 8};
    ck_fails_at(skpi_index_weight(2, 2, value, NULL, SKPI_INDEX_WEIGHT_CRITIC, NULL, w), SKPI_ENOTFINITE, "value", 1);
    ck_fails(skpi_index_weight(2, 2, below, NULL, SKPI_INDEX_WEIGHT_ENTROPY_RAW, NULL, w), SKPI_ERANGE, "value");
    ck_fails(skpi_index_weight(2, 2, huge, NULL, SKPI_INDEX_WEIGHT_ENTROPY_RAW, NULL, w), SKPI_EOVERFLOW, "value");
    ck_fails(skpi_index_weight(3, 2, line, NULL, SKPI_INDEX_WEIGHT_CRITIC, NULL, w), SKPI_EDOM, "value");
    ck_fails(skpi_index_weight(3, 3, still, NULL, SKPI_INDEX_WEIGHT_CRITIC, NULL, w), SKPI_EDOM, "value");
    ck_fails_at(skpi_index_weight(2, 2, below, direction, SKPI_INDEX_WEIGHT_CRITIC, NULL, w), SKPI_EINVAL, "direction",
                1);
    ck_fails(skpi_index_weight(2, 2, below, NULL, SKPI_INDEX_DECIDE_VIKOR, NULL, w), SKPI_EINVAL, "method");
    ck_fails(skpi_index_weight(2, 2, below, NULL, SKPI_INDEX_WEIGHT_CRITIC, below, w), SKPI_EINVAL, "importance");
    ck_assert(w[0] == 8 && w[1] == 8);
    const double cross[] = {1, 0, -1, 0, 0, 1, 0, -1};
    ck_assert_int_eq(skpi_index_weight(4, 2, cross, NULL, SKPI_INDEX_WEIGHT_PRINCIPAL, NULL, w), SKPI_WWEAKFIT);
}
END_TEST

/* Units in another order change nothing but the order of additions; columns take their weights along. */
START_TEST(weights_follow_their_columns)
{
    double value[20 * 4], other[20 * 4], w[4], v[4];
    for (size_t i = 0; i < 20; i++)
        for (size_t j = 0; j < 4; j++) value[i * 4 + j] = 1 + (double)(i * (2 * j + 3) % 23);
    for (size_t i = 0; i < 20; i++)
        for (size_t j = 0; j < 4; j++) other[i * 4 + j] = value[(19 - i) * 4 + (j + 1) % 4];
    for (size_t k = 0; k < METHODS; k++) {
        ck_assert_int_eq(skpi_index_weight(20, 4, value, NULL, methods[k], NULL, w), SKPI_OK);
        ck_assert_int_eq(skpi_index_weight(20, 4, other, NULL, methods[k], NULL, v), SKPI_OK);
        for (size_t j = 0; j < 4; j++) ck_near(v[j], w[(j + 1) % 4], 1e-13);
        ck_near(w[0] + w[1] + w[2] + w[3], 1, 1e-15);
    }
}
END_TEST

/* ---- comparisons in pairs ---- */

typedef struct judged {
    double weight[12], geometric[12], eigenvalue[2], index[2], ratio[2];
} judged;
static skpi_index_pairwise_out judged_out(judged *j)
{
    return (skpi_index_pairwise_out){
        sizeof(skpi_index_pairwise_out), 0, j->weight, j->geometric, j->eigenvalue, j->index, j->ratio};
}

START_TEST(judges_have_their_own_status)
{
    const double a[] = {1, 2, .5, 1, 1, 3, .5, 1}; /* 1/3 is expected opposite 3 */
    judged j;
    skpi_index_pairwise_out out = judged_out(&j);
    int32_t status[2];
    ck_assert_int_eq(skpi_index_pairwise(2, 2, a, &out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_EINCONSISTENT && isnan(j.weight[2]) && isnan(j.ratio[1]));
    ck_near(j.weight[0], 2. / 3, 1e-15);
    ck_assert(j.index[0] == 0 && j.ratio[0] == 0 && j.eigenvalue[0] == 2);
    ck_fails_at(skpi_index_pairwise(2, 2, a, &out, NULL), SKPI_EINCONSISTENT, "comparison", 1);
    const double itself[] = {2, 2, .5, 1}, nothing[] = {1, 0, 2, 1}, below[] = {1, -1, -1, 1};
    ck_fails(skpi_index_pairwise(1, 2, itself, &out, NULL), SKPI_EINCONSISTENT, "comparison");
    ck_fails(skpi_index_pairwise(1, 2, nothing, &out, NULL), SKPI_EDOM, "comparison");
    ck_fails(skpi_index_pairwise(1, 2, below, &out, NULL), SKPI_ERANGE, "comparison");
    const double alone[] = {1};
    ck_assert_int_eq(skpi_index_pairwise(1, 1, alone, &out, NULL), SKPI_OK);
    ck_assert(j.weight[0] == 1 && j.index[0] == 0 && j.ratio[0] == 0);
}
END_TEST

/* Twelve criteria: there is no random index, and weights and index are there. */
START_TEST(twelve_criteria)
{
    double a[144];
    judged j;
    skpi_index_pairwise_out out = judged_out(&j);
    for (size_t i = 0; i < 144; i++) a[i] = (double)(i / 12 + 1) / (double)(i % 12 + 1);
    ck_assert_int_eq(skpi_index_pairwise(1, 12, a, &out, NULL), SKPI_OK);
    for (size_t i = 0; i < 12; i++) ck_near(j.weight[i], (double)(i + 1) / 78, 1e-15);
    ck_near(j.index[0], 0, 1e-14);
    ck_assert(isnan(j.ratio[0]));
}
END_TEST

/* A cycle of comparisons a: the eigenvalue is 1 + a + 1/a, as large as a double holds or larger. */
START_TEST(extreme_comparisons)
{
    for (int power = 1; power <= 300; power += 23) {
        const double x = pow(10, power), a[] = {1, x, 1 / x, 1 / x, 1, x, x, 1 / x, 1};
        judged j;
        skpi_index_pairwise_out out = judged_out(&j);
        ck_assert_int_eq(skpi_index_pairwise(1, 3, a, &out, NULL), SKPI_OK);
        ck_near(j.eigenvalue[0] / (1 + x + 1 / x), 1, 1e-12);
        for (size_t i = 0; i < 3; i++) ck_near(j.weight[i], 1. / 3, 1e-13);
    }
}
END_TEST

UNIT_MAIN("index_weights",
          UNIT_CASE("tables", figures_of_columns, correlations_with_ties, alpha_by_hand, structure_without_an_answer),
          UNIT_CASE("weights", zeros_have_an_entropy, small_differences_keep_their_weights, critic_takes_directions,
                    constant_columns_have_no_weight, balanced_weights_are_not_negative, weights_refuse,
                    weights_follow_their_columns),
          UNIT_CASE("pairwise", judges_have_their_own_status, twelve_criteria, extreme_comparisons))
