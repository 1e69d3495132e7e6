/* Peer cities: the nearest by the Euclidean distance of z-scores, and the part of drawn weightings in which each is again
 * among them. */
#include "peers.h"

#include <math.h>
#include <stdlib.h>

enum { PEERS = 5, SEED = 1, DRAWS = 10000, DRAWS_LEAST = 100 };

/* Fewer draws of large tables: two thousand million terms. */
static uint64_t peers_draws(size_t n, size_t m)
{
    const double draws = 2e9 / ((double)n * (double)n * (double)m);
    return draws > DRAWS ? DRAWS : draws < DRAWS_LEAST ? DRAWS_LEAST : (uint64_t)draws;
}

/* The dimension in which a peer is ahead by most standard deviations. */
static void peer_ahead(peer *p, const city_index *x, size_t city, const double *sd)
{
    double most = 0;
    p->ahead = x->m;
    p->lead = (double)NAN;
    for (size_t j = 0; j < x->m; j++) {
        const double more = x->value[p->city * x->m + j] - x->value[city * x->m + j];
        if (x->dimension[j].direction * more / sd[j] <= most) continue;
        most = x->dimension[j].direction * more / sd[j];
        p->ahead = j;
        p->lead = more;
    }
}

void peers_compute(peers *p, const city_index *x)
{
    const size_t n = x->n, m = x->m, half = (n - 1) / 2, k = half < PEERS ? half : PEERS; /* of few cities half */
    p->index = x;
    p->n_peers = k;
    p->draws = peers_draws(n, m);
    p->city = program_memory(n, sizeof *p->city);
    for (size_t i = 0; i < n; i++)
        if (x->city[x->order[i]].own) p->city[p->rows++] = x->order[i];
    p->peer = program_memory(p->rows * k, sizeof *p->peer);
    if (!p->rows) return;
    double *distance = program_memory(n * n, sizeof *distance), *stability = program_memory(n * n, sizeof *stability);
    double *away = program_memory(n * k, sizeof *away), *sd = program_memory(m, sizeof *sd);
    int32_t *nearest = program_memory(n * k, sizeof *nearest);
    skpi_peers_nearest_out out = {.size = sizeof out, .peer = nearest, .distance = away};
    skpi_index_describe_out spread = {.size = sizeof spread, .sd = sd};
    const skpi_peers_stability_options draw = {.size = sizeof draw, .seed = SEED, .n_draws = p->draws};
    index_tell(x, skpi_index_describe(n, m, x->value, &spread));
    index_tell(x, skpi_peers_distance(n, m, x->value, NULL, distance));
    index_tell(x, skpi_peers_nearest(n, k, distance, &out));
    index_tell(x, skpi_peers_stability(n, m, k, x->value, NULL, &draw, stability));
    for (size_t i = 0; i < p->rows * k; i++) {
        const size_t city = p->city[i / k], at = city * k + i % k;
        p->peer[i] = (peer){
            .city = (size_t)nearest[at], .distance = away[at], .stability = stability[city * n + (size_t)nearest[at]]};
        peer_ahead(&p->peer[i], x, city, sd);
    }
    free(distance);
    free(stability);
    free(away);
    free(sd);
    free(nearest);
}

void peers_release(peers *p)
{
    free(p->city);
    free(p->peer);
}
