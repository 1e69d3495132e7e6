/* Peers by shared challenges: units that fall short of the same thresholds and are alike there. */
#include <smartkpi/peers.h>
#include <stdlib.h>
#include "core/cells.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/decimal.h"
#include "numeric/moments.h"
#include "peers/nearest.h"

typedef struct challenge_call {
    size_t n, m, n_peers;
    const double *value, *threshold;
    const int32_t *direction;
    int missing;
    skpi_peers_challenge_out out;
    double *sd;       /* m, and the ranges of the columns */
    double *distance; /* n: from one unit; infinite of those that are no peers */
    int32_t *shared;  /* n */
    int32_t *peer;    /* n_peers */
    int32_t *falls;   /* n x m */
} challenge_call;

static skpi_status challenge_spreads(skpi__at at, const challenge_call *c)
{
    for (size_t j = 0; j < c->m; j++) {
        const double threshold = c->threshold[j];
        int fallen = 0;
        for (size_t i = 0; i < c->n; i++) {
            const double v = c->value[i * c->m + j];
            c->falls[i * c->m + j] =
                c->direction && c->direction[j] < 0 ? skpi__varies(threshold, v) : skpi__varies(v, threshold);
            fallen |= c->falls[i * c->m + j];
        }
        c->sd[j] = skpi__moments_of(c->n, c->value + j, c->m).sd;
        if (fallen && !(c->sd[j] > 0))
            return skpi__refuse(skpi__column(at, j), SKPI_EDOM, "value",
                                "is constant where units fall short of a threshold: it has no z-scores");
    }
    return SKPI_OK;
}

/* The distance of unit k over the challenges of unit i. */
static double challenge_distance(const challenge_call *c, size_t i, size_t k, int32_t *shared)
{
    const size_t m = c->m;
    double sum = 0, compared = 0;
    *shared = 0;
    for (size_t j = 0; j < m; j++) {
        if (!c->falls[i * m + j]) continue;
        const double d = skpi__less(c->value[i * m + j], c->value[k * m + j]) / c->sd[j];
        *shared += c->falls[k * m + j];
        if (isnan(d)) continue;
        sum += d * d;
        compared++;
    }
    return *shared ? sqrt(sum / compared) : (double)INFINITY;
}

static void challenge_unit(const challenge_call *c, size_t i)
{
    for (size_t k = 0; k < c->n; k++) c->distance[k] = challenge_distance(c, i, k, c->shared + k);
    const size_t found = skpi__peers_nearest_of(c->n, i, c->distance, c->n_peers, c->peer);
    for (size_t k = 0; k < c->n_peers; k++) {
        const size_t to = i * c->n_peers + k;
        skpi__set_int(c->out.peer, to, c->peer[k]);
        skpi__set(c->out.distance, to, k < found ? c->distance[c->peer[k]] : (double)NAN);
        skpi__set_int(c->out.shared, to, k < found ? c->shared[c->peer[k]] : 0);
    }
    for (size_t j = 0; j < c->m; j++) skpi__set_int(c->out.challenge, i * c->m + j, c->falls[i * c->m + j]);
}

static skpi_status challenge_all(skpi__at at, challenge_call *c)
{
    skpi_status s = SKPI_OK;
    const skpi__piece pieces[] = {SKPI__PIECE(c->sd, c->m, 3), SKPI__PIECE(c->distance, c->n, 1),
                                  SKPI__PIECE(c->shared, c->n, 1), SKPI__PIECE(c->peer, c->n_peers, 1),
                                  SKPI__PIECE(c->falls, c->n, c->m)};
    void *const block = SKPI__ALLOC_PIECES(pieces);
    if (!block)
        s = skpi__no_memory(at, "n", c->n);
    else if (!(s = skpi__cells_check(at, c->n, c->m, c->value, c->sd + c->m, c->sd + 2 * c->m, &c->missing)))
        s = challenge_spreads(at, c);
    for (size_t i = 0; !s && i < c->n; i++) challenge_unit(c, i);
    free(block);
    return s;
}

skpi_status skpi_peers_challenge(size_t n, size_t m, size_t n_peers, const double *value, const int32_t *direction,
                                 const double *threshold, skpi_peers_challenge_out *out)
{
    const skpi__at at = skpi__here(__func__);
    challenge_call c = {
        .n = n, .m = m, .n_peers = n_peers, .value = value, .threshold = threshold, .direction = direction};
    skpi_status s;
    if ((s = skpi__peers_count_check(at, n, n_peers)) || (s = skpi__array(at, "value", value, n, m)) ||
        (s = skpi__directions_check(at, m, direction)) || (s = skpi__array(at, "threshold", threshold, m, 1)))
        return s;
    for (size_t j = 0; j < m; j++)
        if ((s = skpi__finite(skpi__element(at, j), "threshold", threshold[j]))) return s;
    if ((s = SKPI__STRUCT(at, out, 0, &c.out)) || (s = skpi__array_size(at, "n_peers", n_peers, n)) ||
        (s = challenge_all(at, &c)))
        return s;
    return c.missing ? SKPI_WMISSING : SKPI_OK;
}
