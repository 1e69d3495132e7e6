/* Peers: distances, nearest units, stability, challenges, gaps. */
#include "unit/unit.h"
#include "unit/no_threads.h"

#define NONE ((double)NAN)

static const double three[] = {0, 0, 3, 4, 6, 0};

static skpi_status measured(size_t n, size_t m, const double *value, int32_t method, const double *weight, double *d)
{
    const skpi_peers_distance_options o = {.size = sizeof o, .method = method, .weight = weight};
    return skpi_peers_distance(n, m, value, &o, d);
}

/* By hand; z-scores of 0 3 6 are -1 0 1, those of 0 4 0 -1/sqrt 3, 2/sqrt 3, -1/sqrt 3. */
START_TEST(distances_by_hand)
{
    double d[9];
    ck_assert_int_eq(skpi_peers_distance(3, 2, three, NULL, d), SKPI_OK);
    ck_assert_double_eq_tol(d[1], 2, 1e-15);
    ck_assert_double_eq_tol(d[2], 2, 1e-15);
    ck_assert_int_eq(measured(3, 2, three, SKPI_PEERS_DISTANCE_MANHATTAN, NULL, d), SKPI_OK);
    ck_assert_double_eq(d[1], 7);
    ck_assert_double_eq(d[2], 6);
    ck_assert_int_eq(measured(3, 2, three, SKPI_PEERS_DISTANCE_GOWER, NULL, d), SKPI_OK);
    ck_assert_double_eq(d[1], .75);
    ck_assert_double_eq(d[5], .75);
    ck_assert_int_eq(measured(3, 2, three, SKPI_PEERS_DISTANCE_MAHALANOBIS, NULL, d), SKPI_OK);
    ck_assert_double_eq_tol(d[1], 2, 1e-14); /* the columns do not correlate */
    ck_assert_int_eq(measured(2, 2, three + 2, SKPI_PEERS_DISTANCE_COSINE, NULL, d), SKPI_OK);
    ck_assert_double_eq_tol(d[1], .4, 1e-15);
}
END_TEST

/* A weight multiplies the indicator's term in every sum: 3 is the same as three copies of the column. */
START_TEST(weight_is_a_number_of_copies)
{
    static const int32_t methods[] = {SKPI_PEERS_DISTANCE_EUCLID, SKPI_PEERS_DISTANCE_MANHATTAN,
                                      SKPI_PEERS_DISTANCE_COSINE, SKPI_PEERS_DISTANCE_CORRELATION,
                                      SKPI_PEERS_DISTANCE_GOWER};
    const double value[] = {1, 7, 2, 5, 2, 9, 4, 3, 6, 8, 5, 1}, weight[] = {1, 3, 2};
    double copies[24], a[16], b[16];
    for (size_t i = 0; i < 4; i++) {
        const double x = value[3 * i], y = value[3 * i + 1], z = value[3 * i + 2], row[] = {x, y, y, y, z, z};
        memcpy(copies + 6 * i, row, sizeof row);
    }
    for (size_t k = 0; k < sizeof methods / sizeof *methods; k++) {
        ck_assert_int_eq(measured(4, 3, value, methods[k], weight, a), SKPI_OK);
        ck_assert_int_eq(measured(4, 6, copies, methods[k], NULL, b), SKPI_OK);
        for (size_t i = 0; i < 16; i++) ck_assert_double_eq_tol(a[i], b[i], 1e-14);
        const double huge[] = {1e308, 0, 1e308};
        const skpi_status s = measured(4, 3, value, methods[k], huge, b);
        if (methods[k] == SKPI_PEERS_DISTANCE_MANHATTAN)
            ck_fails(s, SKPI_EOVERFLOW, "value");
        else
            ck_assert_int_eq(s, SKPI_OK);
    }
}
END_TEST

/* More units than a strip of vectors holds, and more columns than a part of them: as one pair after the other. */
START_TEST(large_tables)
{
    enum { N = 75, M = 130 };
    static double value[N * M], d[N * N];
    for (size_t i = 0; i < N * M; i++) value[i] = (double)(i * i % 97);
    ck_assert_int_eq(measured(N, M, value, SKPI_PEERS_DISTANCE_MANHATTAN, NULL, d), SKPI_OK);
    for (size_t i = 0; i < N; i++)
        for (size_t j = 0; j < N; j++) {
            double sum = 0;
            for (size_t k = 0; k < M; k++) sum += fabs(value[i * M + k] - value[j * M + k]);
            ck_assert_double_eq(d[i * N + j], sum);
        }
}
END_TEST

START_TEST(distances_refused)
{
    const double constant[] = {1, 5, 2, 5, 4, 5}, twin[] = {1, 2, 2, 4, 4, 8.}, gap[] = {1, NONE, 2, 3, 4, 1};
    const double nothing[] = {0, 0, 1, 2, 3, 1}, apart[] = {-1.7e308, 1.7e308}, half[] = {1, 2.5};
    const double zero[] = {0, 0}, level[] = {1, 1, 2, 2, 4, 4};
    const int32_t category[] = {0, 1};
    skpi_peers_distance_options o = {.size = sizeof o, .method = SKPI_PEERS_DISTANCE_GOWER, .category = category};
    double d[9] = {7};
    ck_fails(measured(3, 2, constant, 0, NULL, d), SKPI_EDOM, "value");
    ck_fails(measured(3, 2, level, SKPI_PEERS_DISTANCE_CORRELATION, NULL, d), SKPI_EDOM, "value");
    ck_fails(measured(3, 2, nothing, SKPI_PEERS_DISTANCE_COSINE, NULL, d), SKPI_EDOM, "value");
    ck_fails(measured(3, 2, twin, SKPI_PEERS_DISTANCE_MAHALANOBIS, NULL, d), SKPI_ESINGULAR, "value");
    ck_fails(measured(2, 2, twin, SKPI_PEERS_DISTANCE_MAHALANOBIS, NULL, d), SKPI_ENODATA, "n");
    ck_fails(measured(3, 2, three, SKPI_PEERS_DISTANCE_MAHALANOBIS, half, d), SKPI_EINVAL, "options->weight");
    ck_fails(measured(3, 2, three, 0, zero, d), SKPI_EZERODIV, "options->weight");
    ck_fails(measured(3, 2, gap, 0, NULL, d), SKPI_ENOTFINITE, "value");
    ck_fails(measured(2, 1, apart, 0, NULL, d), SKPI_EOVERFLOW, "value");
    ck_fails(skpi_peers_distance(1, 2, half, &o, d), SKPI_EDOM, "value");
    o = (skpi_peers_distance_options){.size = sizeof o, .category = category};
    ck_fails(skpi_peers_distance(3, 2, three, &o, d), SKPI_EINVAL, "options->category");
    o = (skpi_peers_distance_options){.size = sizeof o, .ridge = 1};
    ck_fails(skpi_peers_distance(3, 2, three, &o, d), SKPI_EINVAL, "options->ridge");
    ck_assert_double_eq(d[0], 7);
    o = (skpi_peers_distance_options){.size = sizeof o, .ridge = 1e-6, .method = SKPI_PEERS_DISTANCE_MAHALANOBIS};
    ck_assert_int_eq(skpi_peers_distance(3, 2, twin, &o, d), SKPI_OK);
}
END_TEST

/* Columns that are alike up to the rounding of their mean leave nothing to correlate, whatever their numbers and weight. */
START_TEST(nothing_to_correlate)
{
    double d[25];
    for (int last = 3; last < 40; last++) {
        double value[5 * 3];
        const double weight[] = {.1 * last, .1 * last, .1 * last};
        for (int i = 0; i < 5; i++)
            for (int j = 0; j < 3; j++) value[3 * i + j] = i < 4 ? i / 3. : last / 7.;
        ck_fails(measured(5, 3, value, SKPI_PEERS_DISTANCE_CORRELATION, weight, d), SKPI_EDOM, "value");
    }
}
END_TEST

/* A ridge of 1 of two uncorrelated columns of variance v doubles it: distances fall by the root of 2. */
START_TEST(ridge)
{
    const double value[] = {-1, 0, 1, 0, 0, -1, 0, 1};
    skpi_peers_distance_options o = {.size = sizeof o, .method = SKPI_PEERS_DISTANCE_MAHALANOBIS};
    double plain[16], with[16];
    ck_assert_int_eq(skpi_peers_distance(4, 2, value, &o, plain), SKPI_OK);
    o.ridge = 1;
    ck_assert_int_eq(skpi_peers_distance(4, 2, value, &o, with), SKPI_OK);
    for (size_t i = 0; i < 16; i++) ck_assert_double_eq_tol(with[i] * sqrt(2), plain[i], 1e-14);
}
END_TEST

/* Two columns that correlate by r with a ridge l: z' [1+l r; r 1+l]^-1 z, whatever their units; a third that is constant
 * adds nothing. */
START_TEST(ridge_of_columns_that_correlate)
{
    static const double x[] = {1, 2, 3, 6}, y[] = {2, 1, 4, 5}, more = .3;
    double value[12], d[16], square[3] = {0, 0, 0};
    const skpi_peers_distance_options o = {.size = sizeof o, .ridge = more, .method = SKPI_PEERS_DISTANCE_MAHALANOBIS};
    for (size_t i = 0; i < 4; i++) {
        value[3 * i] = x[i] * 1e5, value[3 * i + 1] = y[i], value[3 * i + 2] = 7;
        square[0] += (x[i] - 3) * (x[i] - 3) / 3;
        square[1] += (y[i] - 3) * (y[i] - 3) / 3;
        square[2] += (x[i] - 3) * (y[i] - 3) / 3;
    }
    ck_assert_int_eq(skpi_peers_distance(4, 3, value, &o, d), SKPI_OK);
    const double r = square[2] / sqrt(square[0] * square[1]), all = (1 + more) * (1 + more) - r * r;
    for (size_t i = 1; i < 4; i++) {
        const double a = (x[i] - x[0]) / sqrt(square[0]), b = (y[i] - y[0]) / sqrt(square[1]);
        ck_near(d[i], sqrt(((1 + more) * (a * a + b * b) - 2 * r * a * b) / all), 1e-14);
    }
}
END_TEST

/* A column of decimals that are the same is constant: in Gower's distance it is a difference of 0. */
START_TEST(constant_in_decimals)
{
    const double value[] = {1, .3, 1.1, .1 + .2, 5, .3, 3, .3}, gap[] = {1, .3, 1.1, .1 + .2, 5, NONE, 3, .3};
    double d[16];
    ck_assert_int_eq(measured(4, 2, value, SKPI_PEERS_DISTANCE_GOWER, NULL, d), SKPI_OK);
    ck_near(d[1], .1 / 4 / 2, 1e-15);
    ck_assert_int_eq(measured(4, 2, gap, SKPI_PEERS_DISTANCE_GOWER, NULL, d), SKPI_WMISSING);
    ck_near(d[1], .1 / 4 / 2, 1e-15);
    ck_near(d[2], 1, 1e-15);
    ck_fails(measured(4, 2, value, SKPI_PEERS_DISTANCE_EUCLID, NULL, d), SKPI_EDOM, "value");
    ck_fails(measured(4, 2, value, SKPI_PEERS_DISTANCE_CORRELATION, NULL, d), SKPI_EDOM, "value");
    ck_fails(measured(4, 2, value, SKPI_PEERS_DISTANCE_MAHALANOBIS, NULL, d), SKPI_ESINGULAR, "value");
}
END_TEST

/* Mahalanobis's distance is the same in any unit of a column, with a ridge too. */
START_TEST(units_of_mahalanobis)
{
    static const double value[] = {1, 2, 2, 1, 3, 5, 4, 4, 5, 9}, constant[] = {0, 0, 0, 0, 0, 0};
    static const double unit[] = {1e160, 1e-160, 1e-300, 1e300};
    double plain[25], far[25], scaled[10];
    skpi_peers_distance_options o = {.size = sizeof o, .method = SKPI_PEERS_DISTANCE_MAHALANOBIS};
    for (int k = 0; k < 2; k++) {
        o.ridge = k ? .1 : 0;
        ck_assert_int_eq(skpi_peers_distance(5, 2, value, &o, plain), SKPI_OK);
        for (size_t u = 0; u < 4; u++) {
            for (size_t c = 0; c < 10; c++) scaled[c] = value[c] * (c % 2 ? unit[u] : 1);
            ck_assert_int_eq(skpi_peers_distance(5, 2, scaled, &o, far), SKPI_OK);
            for (size_t c = 0; c < 25; c++) ck_near(far[c], plain[c], 1e-13);
        }
        ck_fails(skpi_peers_distance(3, 2, constant, &o, far), SKPI_ESINGULAR, "value");
    }
}
END_TEST

/* No digit is lost to a value that is far away, on whichever side, nor to the place of a column, with weights or without. */
START_TEST(digits_beside_an_outlier)
{
    static const double value[] = {-1e12, .1, .2, 1e12, .1, .2, -1e12, -.1, -.2};
    static const double weight[] = {.3, .1}, near[] = {1e9 + .25, 0, 1e9 + .5, 0, 1e9, 1};
    double d[9];
    for (size_t k = 0; k < 3; k++) {
        double both[6];
        ck_assert_int_eq(measured(3, 1, value + 3 * k, SKPI_PEERS_DISTANCE_MANHATTAN, NULL, d), SKPI_OK);
        ck_near(d[5], .1, 1e-15);
        for (size_t i = 0; i < 3; i++) both[2 * i] = (double)(i == 0), both[2 * i + 1] = value[3 * k + i];
        ck_assert_int_eq(measured(3, 2, both, SKPI_PEERS_DISTANCE_MANHATTAN, weight, d), SKPI_OK);
        ck_near(d[5], .01, 1e-15);
    }
    ck_assert_int_eq(measured(3, 2, near, SKPI_PEERS_DISTANCE_MANHATTAN, weight, d), SKPI_OK);
    ck_near(d[1], .075, 1e-15);
}
END_TEST

/* On a line 0 1 2 4: of equal distances the lower number. */
START_TEST(nearest_on_a_line)
{
    const double at[] = {0, 1, 2, 4};
    const int32_t peers[] = {1, 2, 3, 0, 2, 3, 1, 0, 3, 2, 1, 0};
    double d[16], away[12];
    int32_t peer[12];
    skpi_peers_nearest_out out = {sizeof out, 0, peer, away};
    ck_assert_int_eq(measured(4, 1, at, SKPI_PEERS_DISTANCE_MANHATTAN, NULL, d), SKPI_OK);
    ck_assert_int_eq(skpi_peers_nearest(4, 3, d, &out), SKPI_OK);
    for (size_t i = 0; i < 12; i++) ck_assert_int_eq(peer[i], peers[i]);
    ck_assert_double_eq(away[2], 4);
    ck_fails(skpi_peers_nearest(4, 4, d, &out), SKPI_ERANGE, "n_peers");
    ck_fails(skpi_peers_nearest(4, 0, d, &out), SKPI_ENODATA, "n_peers");
    d[1] = 3;
    ck_fails(skpi_peers_nearest(4, 1, d, &out), SKPI_EINCONSISTENT, "distance");
    d[1] = 1, d[5] = .5;
    ck_fails(skpi_peers_nearest(4, 1, d, &out), SKPI_EINCONSISTENT, "distance");
    d[5] = 0, d[7] = d[13] = NONE;
    ck_fails(skpi_peers_nearest(4, 1, d, &out), SKPI_ENOTFINITE, "distance");
}
END_TEST

/* The first k peers of unit 0 at these distances; all others are 9 apart. */
static void first_peers(size_t n, size_t k, const double *row, int32_t *first)
{
    double d[49];
    int32_t peer[49];
    skpi_peers_nearest_out out = {.size = sizeof out, .peer = peer};
    for (size_t i = 0; i < n * n; i++) d[i] = i % (n + 1) ? 9 : 0;
    for (size_t j = 1; j < n; j++) d[j] = d[j * n] = row[j];
    ck_assert_int_eq(skpi_peers_nearest(n, k, d, &out), SKPI_OK);
    memcpy(first, peer, k * sizeof *peer);
}

/* Distances that are equal but for rounding, each to the next: all of them take part in the order of their numbers, also
 * where only some have a place. */
START_TEST(nearest_but_for_rounding)
{
    static const double chain[] = {0, 2, 1 + 1.8e-12, 1 + .9e-12, 1, 3, 2 - 1e-15},
                        behind[] = {0, 1, 1, 1 - DBL_EPSILON / 2, 1}, equal[] = {0, 1, 1, .5, 1},
                        edge[] = {0, 1.4908392168513278, 1.4908392168513271}, zero[] = {0, 1e-300, 0, 0};
    static const int32_t chained[] = {2, 3, 4, 1, 6, 5};
    int32_t first[7];
    for (size_t k = 1; k < 7; k++) {
        first_peers(7, k, chain, first);
        ck_assert_mem_eq(first, chained, k * sizeof *first);
    }
    first_peers(5, 2, behind, first);
    ck_assert(first[0] == 1 && first[1] == 2);
    first_peers(5, 3, equal, first);
    ck_assert(first[0] == 3 && first[1] == 1 && first[2] == 2);
    first_peers(3, 2, edge, first);
    ck_assert(first[0] == 1 && first[1] == 2);
    first_peers(4, 3, zero, first);
    ck_assert(first[0] == 2 && first[1] == 3 && first[2] == 1);
}
END_TEST

/* A grid has the same peers in other units, though its distances differ in their last digits. */
START_TEST(nearest_in_other_units)
{
    enum { UNITS = 24, PEERS = 7 };
    double whole[2 * UNITS], scaled[2 * UNITS], d[UNITS * UNITS];
    int32_t a[UNITS * PEERS], b[UNITS * PEERS];
    skpi_peers_nearest_out one = {.size = sizeof one, .peer = a}, two = {.size = sizeof two, .peer = b};
    for (size_t i = 0; i < 2 * UNITS; i++) whole[i] = (double)(i / 2 * (i % 2 ? 5 : 3) % 7);
    ck_assert_int_eq(skpi_peers_distance(UNITS, 2, whole, NULL, d), SKPI_OK);
    ck_assert_int_eq(skpi_peers_nearest(UNITS, PEERS, d, &one), SKPI_OK);
    for (int k = 1; k < 40; k++) {
        for (size_t i = 0; i < 2 * UNITS; i++) scaled[i] = whole[i] * k / 7 + 32;
        ck_assert_int_eq(skpi_peers_distance(UNITS, 2, scaled, NULL, d), SKPI_OK);
        ck_assert_int_eq(skpi_peers_nearest(UNITS, PEERS, d, &two), SKPI_OK);
        ck_assert_mem_eq(a, b, sizeof a);
    }
}
END_TEST

/* ---- stability ---- */

enum { N = 12, M = 4, K = 3 };

static void stability_table(double *value)
{
    for (size_t i = 0; i < N * M; i++) value[i] = (double)(i * i * 31 % 101) + (double)i / 7;
}

static uint64_t stability_hash(const double *stability)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < N * N; i++) {
        uint64_t bits;
        memcpy(&bits, stability + i, sizeof bits);
        hash = (hash ^ bits) * 1099511628211u;
    }
    return hash;
}

START_TEST(stability_is_the_same_for_any_threads)
{
    double value[N * M], stability[N * N];
    uint64_t hash = 0;
    stability_table(value);
    for (int32_t threads = 1; threads <= 4; threads *= 2) {
        const skpi_peers_stability_options o = {.size = sizeof o, .seed = 2019, .threads = threads};
        ck_assert_int_eq(skpi_peers_stability(N, M, K, value, NULL, &o, stability), SKPI_OK);
        for (size_t i = 0; i < N; i++) {
            double sum = 0;
            for (size_t j = 0; j < N; j++) sum += stability[i * N + j];
            ck_assert_double_eq_tol(sum, K, 1e-12);
            ck_assert_double_eq(stability[i * N + i], 0);
        }
        if (threads == 1) hash = stability_hash(stability);
        ck_assert(stability_hash(stability) == hash);
    }
    ck_assert_msg(hash == UINT64_C(10034632392245513949), "hash %llu", (unsigned long long)hash);
}
END_TEST

/* Without noise worth the name the peers are the nearest; an indicator of weight 0 keeps it. */
START_TEST(stability_of_fixed_weights)
{
    double value[N * M], d[N * N], stability[N * N];
    const double weight[] = {1, 0, 0, 2};
    const skpi_peers_distance_options o = {.size = sizeof o, .weight = weight};
    const skpi_peers_stability_options draw = {.size = sizeof draw, .noise = 1e-12, .n_draws = 130};
    int32_t peer[N * K];
    skpi_peers_nearest_out out = {.size = sizeof out, .peer = peer};
    stability_table(value);
    ck_assert_int_eq(skpi_peers_distance(N, M, value, &o, d), SKPI_OK);
    ck_assert_int_eq(skpi_peers_nearest(N, K, d, &out), SKPI_OK);
    ck_assert_int_eq(skpi_peers_stability(N, M, K, value, &o, &draw, stability), SKPI_OK);
    for (size_t i = 0; i < N; i++)
        for (size_t k = 0; k < K; k++) ck_assert_double_eq(stability[i * N + (size_t)peer[i * K + k]], 1);
}
END_TEST

/* Only the proportions of the weights matter, so that those drawn do not take distances beyond the range of a double. */
START_TEST(stability_of_far_weights)
{
    static const double line[] = {0, 1e308, 5e307}, value[] = {0, 1, 1, 3, 5, 2, 2, 2},
                        wide[] = {0, 0, 1.7e308, 1.7e308};
    double plain[16], far[16], weight[] = {1, .5};
    skpi_peers_distance_options o = {.size = sizeof o, .method = SKPI_PEERS_DISTANCE_MANHATTAN};
    skpi_peers_stability_options draw = {.size = sizeof draw};
    ck_assert_int_eq(skpi_peers_stability(3, 1, 1, line, &o, &draw, plain), SKPI_OK);
    ck_assert(plain[2] == 1 && plain[5] == 1 && plain[6] + plain[7] == 1);
    ck_fails(skpi_peers_stability(2, 2, 1, wide, &o, &draw, plain), SKPI_EOVERFLOW, "value");
    o.weight = weight;
    ck_fails(skpi_peers_stability(2, 2, 1, wide, &o, &draw, plain), SKPI_EOVERFLOW, "value");
    draw.noise = .9;
    for (int k = 0; k < 2; k++) {
        o.method = k ? SKPI_PEERS_DISTANCE_EUCLID : SKPI_PEERS_DISTANCE_MANHATTAN;
        weight[0] = 1, weight[1] = .5;
        ck_assert_int_eq(skpi_peers_stability(4, 2, 1, value, &o, &draw, plain), SKPI_OK);
        weight[0] = 0x1p1023, weight[1] = 0x1p1022;
        ck_assert_int_eq(skpi_peers_stability(4, 2, 1, value, &o, &draw, far), SKPI_OK);
        ck_assert_mem_eq(plain, far, sizeof plain);
    }
}
END_TEST

static int32_t stop(uint64_t done, uint64_t total, void *user)
{
    (void)done, (void)total, (void)user;
    return 1;
}

static int32_t stop_of_first(uint64_t done, uint64_t total, void *user)
{
    (void)total;
    *(uint64_t *)user = done;
    return 1;
}

/* Draws of many places take so long that a caller can stop them within the first part. */
START_TEST(stability_stopped_on_the_way)
{
    enum { MANY = 400 };
    static double value[MANY * 2], stability[MANY * MANY];
    uint64_t done = 7;
    const skpi_peers_stability_options draw = {.size = sizeof draw, .progress = stop_of_first, .user = &done};
    for (size_t i = 0; i < MANY; i++) value[2 * i] = (double)i, value[2 * i + 1] = (double)(i * i % 37);
    stability[0] = 77;
    ck_fails(skpi_peers_stability(MANY, 2, 1, value, NULL, &draw, stability), SKPI_ECANCELED, "draw->progress");
    ck_assert(done == 0 && stability[0] == 77);
}
END_TEST

START_TEST(stability_refused)
{
    double value[N * M], stability[N * N] = {7};
    const double apart[] = {1, NONE, NONE, 2, 3, 4}, same[6] = {0};
    skpi_peers_distance_options o = {.size = sizeof o, .method = SKPI_PEERS_DISTANCE_MAHALANOBIS};
    skpi_peers_stability_options draw = {.size = sizeof draw, .progress = stop};
    stability_table(value);
    ck_fails(skpi_peers_stability(N, M, K, value, &o, NULL, stability), SKPI_EINVAL, "options->method");
    ck_fails(skpi_peers_stability(3, 2, 1, same, &o, NULL, stability), SKPI_EINVAL, "options->method");
    ck_fails(skpi_peers_stability(N, M, N, value, NULL, NULL, stability), SKPI_ERANGE, "n_peers");
    ck_fails(skpi_peers_stability(N, M, K, value, NULL, &draw, stability), SKPI_ECANCELED, "draw->progress");
    o.method = SKPI_PEERS_DISTANCE_GOWER;
    ck_fails(skpi_peers_stability(3, 2, 1, apart, &o, NULL, stability), SKPI_ENODATA, "value");
    /* units 0 and 1 have the second indicator alone in common: that is enough unless its weight is 0 */
    const double gaps[] = {NONE, 1, 2, 2, 3, 5}, first[] = {1, 0};
    draw = (skpi_peers_stability_options){.size = sizeof draw, .n_draws = 20};
    ck_assert_int_eq(skpi_peers_stability(3, 2, 1, gaps, &o, &draw, stability), SKPI_WMISSING);
    ck_assert_double_eq(stability[1], 1);
    stability[0] = 7;
    o.weight = first;
    ck_fails(skpi_peers_stability(3, 2, 1, gaps, &o, &draw, stability), SKPI_ENODATA, "value");
    draw = (skpi_peers_stability_options){.size = sizeof draw, .noise = 1.5};
    ck_fails(skpi_peers_stability(N, M, K, value, NULL, &draw, stability), SKPI_ERANGE, "draw->noise");
    ck_assert_double_eq(stability[0], 7);
}
END_TEST

/* ---- challenges and gaps ---- */

/* Unemployment above 8 and green area below 10 are challenges.  Unit 0 has both, 1 both, 2 the first, 3 none. */
START_TEST(challenges)
{
    const double value[] = {10, 5, 12, 7, 9, 30, 4, 20}, threshold[] = {8, 10};
    const int32_t direction[] = {-1, 1}, fallen[] = {1, 1, 1, 1, 1, 0, 0, 0};
    const int32_t peers[] = {1, 2, 0, 2, 0, 1, SKPI_NONE, SKPI_NONE}, common[] = {2, 1, 2, 1, 1, 1, 0, 0};
    int32_t challenge[8], peer[8], shared[8];
    double distance[8];
    skpi_peers_challenge_out out = {sizeof out, 0, challenge, peer, distance, shared};
    ck_assert_int_eq(skpi_peers_challenge(4, 2, 2, value, direction, threshold, &out), SKPI_OK);
    for (size_t i = 0; i < 8; i++) {
        ck_assert_int_eq(challenge[i], fallen[i]);
        ck_assert_int_eq(peer[i], peers[i]);
        ck_assert_int_eq(shared[i], common[i]);
    }
    const double v0 = (100 + 144 + 81 + 16 - 35 * 35 / 4.) / 3; /* variances */
    const double v1 = (25 + 49 + 900 + 400 - 62 * 62 / 4.) / 3;
    ck_assert_double_eq_tol(distance[0], sqrt((4 / v0 + 4 / v1) / 2), 1e-14);
    ck_assert_double_eq_tol(distance[4], sqrt(1 / v0), 1e-14); /* unit 2 has one challenge */
    ck_assert(isnan(distance[6]));
}
END_TEST

/* .3 and .1 + .2 are the same: no distance. */
START_TEST(challenges_of_decimals)
{
    static const double value[] = {.3, .1 + .2, .3, .9}, threshold[] = {.5};
    int32_t peer[8];
    double distance[8];
    skpi_peers_challenge_out out = {.size = sizeof out, .peer = peer, .distance = distance};
    ck_assert_int_eq(skpi_peers_challenge(4, 1, 2, value, NULL, threshold, &out), SKPI_OK);
    ck_assert(peer[0] == 1 && peer[1] == 2 && peer[2] == 0 && peer[3] == 2 && peer[4] == 0 && peer[5] == 1);
    for (size_t i = 0; i < 6; i++) ck_assert_double_eq(distance[i], 0);
}
END_TEST

START_TEST(challenges_with_gaps)
{
    const double value[] = {1, NONE, 2, 3, NONE, 4, 9, 9}, threshold[] = {5, 5}, low[] = {0, 0};
    int32_t peer[4], shared[4];
    double distance[4];
    skpi_peers_challenge_out out = {.size = sizeof out, .peer = peer, .distance = distance, .shared = shared};
    ck_assert_int_eq(skpi_peers_challenge(4, 2, 1, value, NULL, threshold, &out), SKPI_WMISSING);
    ck_assert_int_eq(peer[0], 1);
    ck_assert_int_eq(shared[0], 1);
    ck_assert_int_eq(peer[2], 1);
    ck_assert_int_eq(peer[3], SKPI_NONE);
    ck_assert_int_eq(skpi_peers_challenge(4, 2, 1, value, NULL, low, &out), SKPI_WMISSING); /* nobody has a challenge */
    for (size_t i = 0; i < 4; i++) ck_assert_int_eq(peer[i], SKPI_NONE);
    const double constant[] = {1, 1, 1}, five = 5;
    ck_fails(skpi_peers_challenge(3, 1, 1, constant, NULL, &five, &out), SKPI_EDOM, "value");
    ck_fails(skpi_peers_challenge(3, 1, 3, constant, NULL, &five, &out), SKPI_ERANGE, "n_peers");
    const double none = NONE;
    ck_fails(skpi_peers_challenge(3, 1, 1, constant, NULL, &none, &out), SKPI_ENOTFINITE, "threshold");
}
END_TEST

START_TEST(gaps)
{
    const double value[] = {5, 10, 7, 4, 9, NONE, 7, 6};
    const int32_t direction[] = {1, -1}, peer[] = {1, 2, 3, 0, 2, SKPI_NONE, 3, 1, 0, SKPI_NONE, SKPI_NONE, SKPI_NONE};
    double median[8], gap[8];
    int32_t best[8];
    skpi_peers_gap_out out = {sizeof out, 0, median, gap, best};
    ck_assert_int_eq(skpi_peers_gap(4, 2, 3, value, direction, peer, &out), SKPI_WMISSING);
    ck_assert_double_eq(median[0], 7);
    ck_assert_double_eq(gap[0], -2);
    ck_assert_int_eq(best[0], 2);
    ck_assert_double_eq(median[1], 5); /* unit 2 has no value */
    ck_assert_double_eq(gap[1], -5);
    ck_assert_int_eq(best[1], 1);
    ck_assert_double_eq(median[2], 7);
    ck_assert_int_eq(best[4], 1); /* 1 and 3 are equal: the lower index, though it stands later */
    ck_assert(isnan(gap[5]));
    ck_assert(isnan(median[6]));
    ck_assert_int_eq(best[6], SKPI_NONE);
    const int32_t self[] = {0, 0}, twice[] = {1, 1, 0, SKPI_NONE}, far[] = {2, 0}, below[] = {-1, 0};
    ck_fails(skpi_peers_gap(2, 1, 1, value, NULL, self, &out), SKPI_EINCONSISTENT, "peer");
    ck_fails(skpi_peers_gap(2, 1, 2, value, NULL, twice, &out), SKPI_EDUPLICATE, "peer");
    ck_fails(skpi_peers_gap(2, 1, 1, value, NULL, far, &out), SKPI_ENOTFOUND, "peer");
    ck_fails(skpi_peers_gap(2, 1, 1, value, NULL, below, &out), SKPI_ENOTFOUND, "peer");
}
END_TEST

/* Decimal figures: .3 is the median of .1 and .5, -1000 and 1000.2 have the median .1, and .1 + .2 is as good as .3. */
START_TEST(gaps_of_decimals)
{
    const double value[] = {.3, .1, .1, .1, .3, -1000, .5, .1 + .2, 1000.2}, least[] = {.1 + .2, .3, .6, .9};
    const int32_t direction[] = {1, -1, 1}, peer[] = {1, 2, 0, 2, 0, 1}, all[] = {1, 2, 3, 3, 0, 2, 0, 3, 1, 2, 1, 0},
                  down[] = {-1};
    double gap[9];
    int32_t best[9];
    skpi_peers_gap_out out = {.size = sizeof out, .gap = gap, .best = best};
    ck_assert_int_eq(skpi_peers_gap(3, 3, 2, value, direction, peer, &out), SKPI_OK);
    ck_assert(gap[0] == 0 && gap[2] == 0);
    ck_near(gap[1], .2, 1e-15);
    ck_assert_int_eq(best[1], 1);
    ck_near(gap[3], -.3, 1e-15);
    ck_assert_int_eq(skpi_peers_gap(4, 1, 3, least, down, all, &out), SKPI_OK);
    ck_assert_int_eq(best[0], 1);
    ck_assert_int_eq(best[1], 0);
    ck_assert_int_eq(best[2], 0); /* .3, and .1 + .2 above it */
    ck_assert_int_eq(best[3], 0);
    ck_assert(gap[0] > .29 && gap[3] < -.59);
}
END_TEST

#ifdef __GLIBC__
START_TEST(threads_that_do_not_start)
{
    double value[N * M], stability[N * N];
    const skpi_peers_stability_options o = {.size = sizeof o, .seed = 2019, .threads = 2};
    stability_table(value);
    no_threads_begin();
    ck_fails(skpi_peers_stability(N, M, K, value, NULL, &o, stability), SKPI_ETHREAD, "draw->threads");
    no_threads_end();
}
END_TEST
#define THREADS_REFUSED , threads_that_do_not_start
#else
#define THREADS_REFUSED
#endif

UNIT_MAIN("peers",
          UNIT_CASE("distance", distances_by_hand, weight_is_a_number_of_copies, large_tables, distances_refused,
                    nothing_to_correlate, ridge, ridge_of_columns_that_correlate, constant_in_decimals,
                    units_of_mahalanobis, digits_beside_an_outlier),
          UNIT_CASE("nearest", nearest_on_a_line, nearest_but_for_rounding, nearest_in_other_units),
          UNIT_CASE("stability", stability_is_the_same_for_any_threads, stability_of_fixed_weights,
                    stability_stopped_on_the_way, stability_refused, stability_of_far_weights THREADS_REFUSED),
          UNIT_CASE("shared", challenges, challenges_of_decimals, challenges_with_gaps, gaps, gaps_of_decimals))
