/* Peers: other numbers of the units permute everything; peers by challenges stand in their order, for reasons that hold. */
#include "unit/unit.h"

enum { N = 60, M = 7, K = 4, MEDOIDS = 5, CUTS = 3, JOINS = N - 1 };

static uint32_t state;
static double random_number(void)
{
    state = state * 1664525 + 1013904223;
    return (double)(state >> 8) / (1 << 24);
}

/* Everything that is said of a table. */
typedef struct findings {
    double distance[6][N * N], away[N * K], stability[N * N], challenge_away[N * K], median[N * M], gap[N * M];
    double silhouette[N], built, mean, height[4][JOINS];
    int32_t peer[N * K], challenge[N * M], challenge_peer[N * K], shared[N * K], best[N * M], medoid[MEDOIDS],
        cluster[N];
    int32_t tree[4][N * CUTS];
} findings;

static const double threshold[M] = {.3, .4, .5, .2, .6, .35, .1};
static const int32_t direction[M] = {1, -1, 1, 1, -1, 1, 1}, cut[CUTS] = {2, 5, 11};

static void find_all(const double *value, findings *f)
{
    skpi_peers_distance_options o = {.size = sizeof o};
    const skpi_peers_stability_options draw = {.size = sizeof draw, .seed = 5, .n_draws = (uint64_t)unit_trials(300)};
    skpi_peers_nearest_out nearest = {sizeof nearest, 0, f->peer, f->away};
    skpi_peers_challenge_out challenge = {sizeof challenge,  0,        f->challenge, f->challenge_peer,
                                          f->challenge_away, f->shared};
    skpi_peers_gap_out gap = {sizeof gap, 0, f->median, f->gap, f->best};
    skpi_peers_medoids_out medoids = {sizeof medoids, 0, f->medoid, f->cluster, f->silhouette, &f->built, &f->mean};
    for (size_t k = 0; k < 6; k++) {
        o.method = SKPI_PEERS_DISTANCE_EUCLID + (int32_t)k;
        ck_assert_int_eq(skpi_peers_distance(N, M, value, &o, f->distance[k]), SKPI_OK);
    }
    const double *const d = f->distance[0];
    ck_assert_int_eq(skpi_peers_nearest(N, K, d, &nearest), SKPI_OK);
    ck_assert_int_eq(skpi_peers_stability(N, M, K, value, NULL, &draw, f->stability), SKPI_OK);
    ck_assert_int_eq(skpi_peers_challenge(N, M, K, value, direction, threshold, &challenge), SKPI_OK);
    ck_assert_int_eq(skpi_peers_gap(N, M, K, value, direction, f->peer, &gap), SKPI_OK);
    ck_assert_int_eq(skpi_peers_medoids(N, MEDOIDS, d, &medoids), SKPI_OK);
    for (int32_t k = 0; k < 4; k++) {
        skpi_peers_hierarchy_out tree = {.size = sizeof tree, .height = f->height[k], .cluster = f->tree[k]};
        ck_assert_int_eq(skpi_peers_hierarchy(N, CUTS, d, SKPI_PEERS_LINKAGE_SINGLE + k, cut, &tree), SKPI_OK);
    }
}

static int32_t moved(const int32_t *to, int32_t unit) { return unit == SKPI_NONE ? unit : to[unit]; }

static void same_units(const findings *a, const findings *b, const int32_t *to, size_t i)
{
    const size_t t = (size_t)to[i];
    for (size_t j = 0; j < N; j++) {
        const size_t u = (size_t)to[j];
        for (size_t k = 0; k < 6; k++) ck_near(b->distance[k][t * N + u], a->distance[k][i * N + j], 1e-12);
        ck_assert_double_eq(b->stability[t * N + u], a->stability[i * N + j]);
        ck_assert_int_eq(a->cluster[i] == a->cluster[j], b->cluster[t] == b->cluster[u]);
        for (size_t k = 0; k < 4; k++)
            for (size_t c = 0; c < CUTS; c++)
                ck_assert_int_eq(a->tree[k][i * CUTS + c] == a->tree[k][j * CUTS + c],
                                 b->tree[k][t * CUTS + c] == b->tree[k][u * CUTS + c]);
    }
    for (size_t k = 0; k < K; k++) {
        ck_assert_int_eq(b->peer[t * K + k], moved(to, a->peer[i * K + k]));
        ck_near(b->away[t * K + k], a->away[i * K + k], 1e-12);
        ck_assert_int_eq(b->challenge_peer[t * K + k], moved(to, a->challenge_peer[i * K + k]));
        ck_assert_int_eq(b->shared[t * K + k], a->shared[i * K + k]);
        if (a->challenge_peer[i * K + k] != SKPI_NONE)
            ck_near(b->challenge_away[t * K + k], a->challenge_away[i * K + k], 1e-12);
    }
    for (size_t j = 0; j < M; j++) {
        ck_assert_int_eq(b->challenge[t * M + j], a->challenge[i * M + j]);
        ck_assert_double_eq(b->median[t * M + j], a->median[i * M + j]);
        ck_assert_double_eq(b->gap[t * M + j], a->gap[i * M + j]);
        ck_assert_int_eq(b->best[t * M + j], moved(to, a->best[i * M + j]));
    }
    ck_near(b->silhouette[t], a->silhouette[i], 1e-12);
}

START_TEST(other_numbers_of_units)
{
    static findings a, b;
    double value[N * M], turned[N * M];
    int32_t to[N];
    for (uint32_t trial = 0; trial < 5; trial++) {
        state = 11 + trial;
        for (size_t i = 0; i < N * M; i++) value[i] = random_number();
        for (size_t i = 0; i < N; i++) {
            const size_t at = (size_t)(random_number() * (double)(i + 1));
            to[i] = to[at];
            to[at] = (int32_t)i;
        }
        for (size_t i = 0; i < N; i++) memcpy(turned + M * (size_t)to[i], value + M * i, M * sizeof *value);
        find_all(value, &a);
        find_all(turned, &b);
        for (size_t i = 0; i < N; i++) same_units(&a, &b, to, i);
        int32_t medoids[N] = {0};
        for (size_t k = 0; k < MEDOIDS; k++) medoids[moved(to, a.medoid[k])] = 1;
        for (size_t k = 0; k < MEDOIDS; k++) ck_assert_int_eq(medoids[b.medoid[k]], 1);
        ck_near(b.built, a.built, 1e-12);
        ck_near(b.mean, a.mean, 1e-12);
        for (size_t k = 0; k < 4; k++)
            for (size_t i = 0; i < JOINS; i++) ck_near(b.height[k][i], a.height[k][i], 1e-12);
    }
}
END_TEST

/* How unit k is a peer of unit i: the number of challenges that both have, and the distance over those of i. */
static int32_t reason(const double *value, const double *sd, size_t i, size_t k, double *distance)
{
    int32_t shared = 0;
    double sum = 0, count = 0;
    for (size_t j = 0; j < M; j++) {
        const double own = value[i * M + j], other = value[k * M + j];
        if (!(direction[j] * (threshold[j] - own) > 0)) continue;
        shared += direction[j] * (threshold[j] - other) > 0;
        if (isnan(other)) continue;
        sum += (own - other) / sd[j] * ((own - other) / sd[j]);
        count++;
    }
    *distance = sqrt(sum / count);
    return shared;
}

/* Peers by challenges stand in the order of distance; each shares what is said, and nobody nearer was left out. */
START_TEST(order_and_reasons)
{
    static double value[N * M];
    int32_t challenge[N * M], peer[N * K], shared[N * K];
    double away[N * K], sd[M];
    skpi_peers_challenge_out out = {sizeof out, 0, challenge, peer, away, shared};
    for (uint32_t trial = 0; trial < 5; trial++) {
        state = 31 + trial;
        for (size_t i = 0; i < N * M; i++) value[i] = random_number() < .15 ? (double)NAN : random_number();
        for (size_t j = 0; j < M; j++) {
            double sum = 0, square = 0, n = 0;
            for (size_t i = 0; i < N; i++)
                if (!isnan(value[i * M + j])) sum += value[i * M + j], n++;
            for (size_t i = 0; i < N; i++)
                if (!isnan(value[i * M + j])) square += (value[i * M + j] - sum / n) * (value[i * M + j] - sum / n);
            sd[j] = sqrt(square / (n - 1));
        }
        ck_assert_int_eq(skpi_peers_challenge(N, M, K, value, direction, threshold, &out), SKPI_WMISSING);
        for (size_t i = 0; i < N; i++) {
            int32_t found = 0, nearer = 0;
            for (size_t k = 0; k < K; k++) {
                const int32_t unit = peer[i * K + k];
                double d;
                if (unit == SKPI_NONE) continue;
                found++;
                ck_assert_int_ne(unit, (int32_t)i);
                ck_assert_int_eq(shared[i * K + k], reason(value, sd, i, (size_t)unit, &d));
                ck_assert_int_ge(shared[i * K + k], 1);
                ck_near(away[i * K + k], d, 1e-12);
                ck_assert(!k || away[i * K + k - 1] <= away[i * K + k]);
                int32_t both = 0; /* the reasons: where both have a challenge */
                for (size_t j = 0; j < M; j++) both += challenge[i * M + j] && challenge[(size_t)unit * M + j];
                ck_assert_int_eq(both, shared[i * K + k]);
            }
            for (size_t k = 0; k < N; k++) {
                double d;
                nearer += k != i && reason(value, sd, i, k, &d) > 0 && (found < K || d <= away[i * K + K - 1] + 1e-12);
            }
            ck_assert_int_eq(nearer, found);
        }
    }
}
END_TEST

UNIT_MAIN("peers_property", UNIT_CASE("numbers", other_numbers_of_units), UNIT_CASE("challenges", order_and_reasons))
