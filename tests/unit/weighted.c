/* Weighted sums and ranks of many scores: the same bits in every variant, tile and place. */
#include <core/dispatch.h>
#include <numeric/ranking.h>
#include <numeric/weighted.h>
#include <numeric/weighted_runs.h>
#include <stdlib.h>
#include "unit/unit.h"

enum { FIRST = SKPI__PLAIN, LAST = SKPI__X86_64_V4, UNITS = 43, TERMS = 9, SETS = 11, MANY = 401 };

/* Fractions from a linear congruential sequence, which are the same doubles on every machine. */
static double next(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (double)(*state >> 11) * 0x1p-53;
}

static double column[TERMS][UNITS], weight[SETS * TERMS];
static const double *x[TERMS];
static void fill(void)
{
    uint64_t state = 1973;
    for (size_t t = 0; t < TERMS; t++) {
        x[t] = column[t];
        for (size_t i = 0; i < UNITS; i++) column[t][i] = next(&state) - .5;
    }
    for (size_t i = 0; i < SETS * TERMS; i++) weight[i] = next(&state);
}

/* Sums of any number of units, terms and sets are those of a plain loop, and nothing is written beyond them. */
START_TEST(sums)
{
    static double sum[SETS * UNITS + 1], one[UNITS + 1], expected[UNITS];
    fill();
    for (int32_t v = FIRST; v <= LAST; v++) {
        const skpi__weighted_kernel *kernel = skpi__weighted_kernel_at(v);
        const skpi__weighted_runs_kernel *runs_kernel = skpi__weighted_runs_kernel_at(v);
        ck_assert_int_eq(kernel != NULL, runs_kernel != NULL);
        for (size_t n = 0; kernel && n <= UNITS; n++)
            for (size_t k = 1; k <= TERMS; k += 4)
                for (size_t sets = 1; sets <= SETS; sets += 5) {
                    sum[sets * n] = 1973;
                    runs_kernel->sums(n, k, x, sets, weight, sum);
                    ck_assert_double_eq(sum[sets * n], 1973);
                    for (size_t r = 0; r < sets; r++) {
                        one[n] = 1973;
                        kernel->sum(n, k, x, weight + r * k, one);
                        ck_assert_double_eq(one[n], 1973);
                        for (size_t i = 0; i < n; i++) {
                            expected[i] = weight[r * k] * column[0][i];
                            for (size_t t = 1; t < k; t++) expected[i] += weight[r * k + t] * column[t][i];
                        }
                        ck_assert(memcmp(sum + r * n, expected, n * sizeof *sum) == 0);
                        ck_assert(memcmp(one, expected, n * sizeof *one) == 0);
                    }
                }
    }
    ck_assert_ptr_null(skpi__weighted_runs_kernel_at(4));
}
END_TEST

START_TEST(seen_and_counted)
{
    double score[UNITS];
    int32_t above[UNITS];
    fill();
    for (int32_t v = FIRST; v <= LAST; v++) {
        const skpi__weighted_kernel *kernel = skpi__weighted_kernel_at(v);
        for (size_t n = 1; kernel && n <= UNITS; n++)
            for (size_t at = n % 5; at < n; at += 5) { /* one of its kind, in many places */
                for (size_t i = 0; i < n; i++) score[i] = 1 + floor(8 * fabs(column[0][i]));
                ck_assert_int_eq(kernel->seen(n, score, 1, 10), 0);
                score[at] = -11;
                ck_assert_int_eq(kernel->seen(n, score, 1, 10), SKPI__SEEN_LOW | SKPI__SEEN_FAR);
                score[at] = 0;
                ck_assert_int_eq(kernel->seen(n, score, 1, 10), SKPI__SEEN_LOW | SKPI__SEEN_NEAR);
                ck_assert_int_eq(kernel->seen(n, score, 0, 10), SKPI__SEEN_LOW);
                score[at] = .5;
                ck_assert_int_eq(kernel->seen(n, score, 1, 10), SKPI__SEEN_NEAR);
                score[at] = 11;
                ck_assert_int_eq(kernel->seen(n, score, 1, 10), SKPI__SEEN_FAR);
                score[at] = -.5;
                ck_assert_int_eq(kernel->seen(n, score, 1, 10), SKPI__SEEN_LOW | SKPI__SEEN_NEAR);
                score[at] = NAN;
                ck_assert_int_eq(kernel->seen(n, score, 1, 10), SKPI__SEEN_MISSING);
                const double by = (double)(n % 3);
                double largest = 0;
                kernel->above(n, score, by, above);
                int same = 1;
                for (size_t i = 0; i < n; i++) {
                    int32_t expected = 0;
                    for (size_t j = 0; j < n; j++) expected += score[j] > score[i] + by;
                    same &= above[i] == expected;
                    largest = fmax(largest, fabs(score[i])); /* of a missing one and a number the number */
                }
                ck_assert(same);
                ck_assert_double_eq(kernel->largest(n, score), largest);
                uint64_t beaten[UNITS] = {0};
                kernel->beat(n, score[n / 2], score, by, beaten);
                for (size_t j = 0; j < n; j++) {
                    const double apart = score[n / 2] - score[j];
                    same &= beaten[j] == (uint64_t)((apart >= -by) + (apart > by));
                }
                ck_assert(same);
                score[at] = -17;
                ck_assert_double_eq(kernel->largest(n, score), 17);
            }
    }
}
END_TEST

START_TEST(distances)
{
    int32_t a[UNITS], b[UNITS];
    uint64_t state = 5;
    for (int32_t v = FIRST; v <= LAST; v++) {
        const skpi__weighted_kernel *kernel = skpi__weighted_kernel_at(v);
        for (size_t n = 0; kernel && n <= UNITS; n++) {
            int64_t sum = 0, both = 0, common;
            for (size_t i = 0; i < n; i++) {
                a[i] = next(&state) < .1 ? INT32_MIN : (int32_t)(next(&state) * INT32_MAX);
                b[i] = next(&state) < .1 ? INT32_MIN : (int32_t)(next(&state) * INT32_MAX);
                if (a[i] == INT32_MIN || b[i] == INT32_MIN) continue;
                sum += llabs((long long)a[i] - b[i]);
                both++;
            }
            ck_assert_int_eq(kernel->distance(n, a, b, INT32_MIN, &common), sum);
            ck_assert_int_eq(common, both);
        }
    }
}
END_TEST

static void ranks_by(size_t n, const double *score, double tie)
{
    static skpi__ranked room[SKPI__RANKED * MANY];
    static int32_t rank[MANY];
    skpi__ranking(n, NULL, score, 1, tie, -1, room, rank);
    int same = 1;
    double largest = 0;
    for (size_t i = 0; i < n; i++) largest = fmax(largest, fabs(score[i]));
    for (size_t i = 0; i < n; i++) {
        int32_t expected = 1;
        for (size_t j = 0; j < n; j++) expected += score[j] > score[i] + (tie < 0 ? 1e-12 * largest : 0);
        same &= rank[i] == (score[i] == score[i] ? expected : -1);
    }
    ck_assert(same);
    const size_t present = skpi__ranking_sort(n, NULL, score, 1, room);
    size_t want = 0;
    for (size_t i = 0; i < n; i++) want += score[i] == score[i];
    ck_assert_uint_eq(present, want);
    for (size_t k = 1; k < present; k++)
        same &=
            room[k - 1].score > room[k].score || (room[k - 1].score == room[k].score && room[k - 1].at < room[k].at);
    ck_assert(same);
}

static void ranks_are_counts(size_t n, const double *score)
{
    ranks_by(n, score, 0);
    ranks_by(n, score, SKPI__RANKING_SUMS);
}

/* Many scores of every kind: spread, tied, in a heap beside one that is far, all the same, missing, near the ends of the
 * range of a double, the same but for rounding. */
START_TEST(ranks_of_many)
{
    static double score[MANY];
    uint64_t state = 7;
    const size_t sizes[] = {1, 95, 96, 97, 98, 100, 127, 128, 255, 401};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        const size_t n = sizes[s];
        for (size_t i = 0; i < n; i++) score[i] = next(&state) + next(&state) + next(&state);
        ranks_are_counts(n, score);
        for (size_t i = 0; i < n; i++) score[i] = floor(score[i] * 60); /* ties within one part */
        ranks_are_counts(n, score);
        for (size_t i = 0; i < n; i++) score[i] = floor(score[i] / 40); /* more in a part than it may hold */
        ranks_are_counts(n, score);
        for (size_t i = 0; i < n; i++) score[i] = floor(score[i] * 5000) + 1e-12 * next(&state);
        ranks_are_counts(n, score);
        for (size_t i = 0; i < n; i++) score[i] += i == 3 ? 3e-10 : 0;
        ranks_are_counts(n, score);
        for (size_t i = 0; i < n; i++) /* at the ends of parts */
            score[i] = i < 2 ? (double)(i * (n - 1)) : (double)(i / 2) - .5 + 1e-12 * next(&state);
        ranks_are_counts(n, score);
        for (size_t i = 0; i < n; i++) score[i] = 1 + 1e-14 * (double)i; /* each is the same as its neighbours */
        ranks_are_counts(n, score);
        for (size_t i = 0; i < n; i++) score[i] = i ? next(&state) : 1e6;
        ranks_are_counts(n, score);
        for (size_t i = 0; i < n; i++) score[i] = (i % 2 ? 1 : -1) * next(&state) * 1.7e308;
        ranks_are_counts(n, score);
        for (size_t i = 0; i < n; i++) score[i] = (double)(i % 19) * 5e-324;
        ranks_are_counts(n, score);
        for (size_t i = 0; i < n; i++) score[i] = i % 2 ? 0. : -0.;
        ranks_are_counts(n, score);
        for (size_t i = 0; i < n; i++) score[i] = i % 7 ? next(&state) : (double)NAN;
        ranks_are_counts(n, score);
        for (size_t i = 0; i < n; i++) score[i] = (double)i;
        score[n - 1] = INFINITY;
        ranks_are_counts(n, score);
    }
}
END_TEST

UNIT_MAIN("weighted", UNIT_CASE("kernels", sums, seen_and_counted, distances), UNIT_CASE("ranks", ranks_of_many))
