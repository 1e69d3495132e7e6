/* How surely units are peers: the nearest units again and again, under weights that are drawn.
 *
 * Weights drawn anywhere are exponential numbers, of which only the proportions matter: divided by their sum they are
 * uniform on the simplex (Dirichlet 1).  The draws of an indicator are one stream of random numbers, so that a draw has
 * the same weights whatever thread makes it; what is counted are whole numbers, whose sum knows no order.
 */
#include <smartkpi/peers.h>
#include <stdatomic.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/dispatch.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/threads.h"
#include "peers/measure.h"
#include "peers/nearest.h"
#include "random/normal.h"
#include "random/stream.h"

#define DRAWS_MOST (UINT64_C(1) << 31)
#define PEERS_STREAM (UINT32_MAX - 1) /* the model of the stream: no plan of an ensemble has so many */
enum { USUAL_DRAWS = 1000, THREADS_MOST = 1024, PART = 128 };

typedef struct stability_desk { /* the room of one thread */
    atomic_flag busy;
    double *weight;   /* PART x m */
    uint32_t *word;   /* a block */
    double *room;     /* n x m + m */
    double *distance; /* n x n */
    int32_t *peer;    /* n_peers */
    uint32_t *count;  /* n x n: draws in which the column's unit is a peer of the row's */
    void *block;
} stability_desk;

typedef struct stability_call {
    skpi__peers_measure measure;
    size_t n_peers, n_desks;
    skpi_peers_stability_options draw;
    stability_desk *desk;
} stability_call;

/* ---- a part of the draws ---- */

static void stability_weights(const stability_call *c, const stability_desk *desk, uint64_t part)
{
    const skpi__stream_kernel *const kernel = skpi__stream_kernel_at(SKPI__BEST);
    const size_t m = c->measure.m;
    for (size_t j = 0; j < m; j++) {
        const skpi__stream stream = {c->draw.seed, PEERS_STREAM, 0, 0, (uint32_t)j};
        const double base = c->measure.weight[j];
        kernel->words(&stream, part * PART / SKPI__BLOCK, desk->word);
        for (size_t k = 0; k < PART; k++) {
            const uint32_t word = desk->word[part * PART % SKPI__BLOCK + k];
            desk->weight[k * m + j] = c->draw.noise > 0
                                          ? base * (1 + c->draw.noise * (skpi__uniform(word) * 0x1p-31 - 1))
                                          : (double)(base > 0) * skpi__minus_two_ln(skpi__uniform(word), 32);
        }
    }
}

static skpi_status stability_part(void *context, uint64_t part, skpi__watch *watch)
{
    const stability_call *c = context;
    const size_t n = c->measure.n, m = c->measure.m;
    const uint64_t left = c->draw.n_draws - part * PART;
    const double draw_time = .5 * (double)n * (double)n * (double)(m + 2); /* nanoseconds, about */
    skpi_status s = SKPI_OK;
    size_t own = 0;
    while (atomic_flag_test_and_set(&c->desk[own].busy)) own = (own + 1) % c->n_desks;
    const stability_desk *desk = c->desk + own;
    stability_weights(c, desk, part);
    for (size_t k = 0; k < PART && k < left && !s; k++) {
        skpi__peers_measure_all(&c->measure, desk->weight + k * m, desk->room, desk->distance);
        for (size_t i = 0; i < n; i++) {
            const size_t found = skpi__peers_nearest_of(n, i, desk->distance + i * n, c->n_peers, desk->peer);
            for (size_t p = 0; p < found; p++) desk->count[i * n + (size_t)desk->peer[p]]++;
        }
        if (skpi__watch_stops(watch, draw_time)) s = SKPI_ECANCELED;
    }
    atomic_flag_clear(&c->desk[own].busy);
    return s;
}

/* ---- checks and memory ---- */

static skpi_status stability_options(skpi__at at, const skpi_peers_stability_options *draw,
                                     skpi_peers_stability_options *o)
{
    skpi_status s = SKPI__STRUCT_OR_NULL(at, draw, 0, o);
    if (s) return s;
    if (o->n_draws > DRAWS_MOST)
        return skpi__fail(at, SKPI_ERANGE, "draw->n_draws", (double)o->n_draws, "is more than 2^31 draws");
    if (!o->n_draws) o->n_draws = USUAL_DRAWS;
    if ((s = skpi__share(at, "draw->noise", o->noise))) return s;
    if (o->threads < 0 || o->threads > THREADS_MOST)
        return skpi__fail(at, SKPI_ERANGE, "draw->threads", o->threads, "is not in 0..%d", THREADS_MOST);
    return skpi__reserved(at, "draw->zero", o->zero);
}

/* Two units without an indicator in common have no distance under any weights. */
static skpi_status stability_common(skpi__at at, const skpi__peers_measure *p)
{
    const double *const x = p->value;
    for (size_t i = 0; p->missing && i < p->n; i++)
        for (size_t k = 0; k < i; k++) {
            size_t common = 0;
            for (size_t j = 0; j < p->m; j++) common += !isnan(x[i * p->m + j] - x[k * p->m + j]) && p->weight[j] > 0;
            if (!common)
                return skpi__refuse(skpi__element(at, i), SKPI_ENODATA, "value",
                                    "has no indicator in common with unit %zu", k);
        }
    return SKPI_OK;
}

static skpi_status stability_allocate(skpi__at at, stability_call *c)
{
    const size_t n = c->measure.n, m = c->measure.m;
    c->n_desks = c->draw.threads > 1 ? (size_t)c->draw.threads : 1;
    c->desk = skpi__alloc(c->n_desks, 1, sizeof *c->desk);
    if (!c->desk) return skpi__no_memory(at, "draw->threads", c->n_desks);
    for (size_t i = 0; i < c->n_desks; i++) {
        stability_desk *desk = c->desk + i;
        atomic_flag_clear(&desk->busy);
        const skpi__piece pieces[] = {SKPI__PIECE(desk->weight, PART, m),     SKPI__PIECE(desk->word, SKPI__BLOCK, 1),
                                      SKPI__PIECE(desk->room, n + 1, m),      SKPI__PIECE(desk->distance, n, n),
                                      SKPI__PIECE(desk->peer, c->n_peers, 1), SKPI__PIECE(desk->count, n, n)};
        desk->block = SKPI__ALLOC_PIECES(pieces);
        if (!desk->block) return skpi__no_memory(at, "n", n);
    }
    return SKPI_OK;
}

static void stability_free(const stability_call *c)
{
    for (size_t i = 0; c->desk && i < c->n_desks; i++) free(c->desk[i].block);
    free(c->desk);
    skpi__peers_measure_free(&c->measure);
}

static void stability_write(const stability_call *c, double *stability)
{
    const size_t n = c->measure.n;
    for (size_t i = 0; i < n * n; i++) {
        uint64_t sum = 0;
        for (size_t k = 0; k < c->n_desks; k++) sum += c->desk[k].count[i];
        stability[i] = (double)sum / (double)c->draw.n_draws;
    }
}

skpi_status skpi_peers_stability(size_t n, size_t m, size_t n_peers, const double *value,
                                 const skpi_peers_distance_options *options, const skpi_peers_stability_options *draw,
                                 double *stability)
{
    const skpi__at at = skpi__here(__func__);
    stability_call c = {.measure = {.n = n, .m = m, .value = value, .weighted = 1}, .n_peers = n_peers};
    skpi_status s;
    if (!(s = skpi__peers_count_check(at, n, n_peers))) s = skpi__peers_measure_new(at, options, &c.measure);
    if (!s && !(s = stability_common(at, &c.measure)) && !(s = stability_options(at, draw, &c.draw)) &&
        !(s = skpi__array(at, "stability", stability, n, n)) && !(s = stability_allocate(at, &c)))
        s = skpi__parallel(at, SKPI__CREW(draw, &c.draw), (c.draw.n_draws + PART - 1) / PART, stability_part, &c);
    if (!s) stability_write(&c, stability);
    stability_free(&c);
    return s ? s : c.measure.missing ? SKPI_WMISSING : SKPI_OK;
}
