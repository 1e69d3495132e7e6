/* Draws of qualities (draws.h), 512 at a time.
 *
 * Errors of track means and judges are normal with the variance r M^-1 (effects.h): sd L'^-1 z, M = L L'.  Given
 * these, the entries are independent of each other, so that a draw costs about as much as there are scores.  Normal
 * draws are those of the library's stream: model 0, year 0; variable 0 and the caller's number of the entry, or
 * variable 1 and the row of M, are the variable and the place.
 */
#include "award/draws.h"
#include <pthread.h>
#include <math.h>
#include <stdlib.h>
#include "award/draws_kernel.h"
#include "core/size.h"

enum { DRAWS = SKPI__BLOCK, TOGETHER = 8, STRIPES = 16 };

typedef struct draws_room { /* what a thread needs */
    double *x;              /* k x DRAWS: errors of tracks and judges */
    double *z;              /* TOGETHER x DRAWS: entries on their way to the tiles */
    double *low, *high;     /* DRAWS: lowest and highest quality */
    double *quality;        /* DRAWS x entries, in tiles (draws_kernel.h) */
    uint32_t *order;        /* entries x DRAWS: from the best down */
    double *factor;         /* 1 + judges: of the terms of an entry */
    const double **term;    /* 1 + judges */
    uint64_t *above;        /* entries */
    uint32_t *own;          /* entries: the order of one draw */
    int32_t *count;         /* tracks */
    unsigned char *chosen;  /* entries */
    void *block;
} draws_room;

struct skpi__award_drawing {
    const skpi__award_draws *d;
    const skpi__stream_kernel *stream;
    const skpi__draws_kernel *kernel;
    int bits;                        /* of the number of an entry */
    pthread_mutex_t mutex;           /* guards the counts above the line and the idle rooms */
    pthread_mutex_t stripe[STRIPES]; /* each guards the counts of so many ranks: threads rarely wait for each other */
    draws_room *room, **idle;
    size_t n_rooms, n_idle;
    void *block;
};
typedef skpi__award_drawing draws_work;

static void draws_normals(const draws_work *w, uint64_t place, uint32_t variable, uint64_t block, double *z)
{
    uint32_t word[SKPI__BLOCK];
    const skpi__stream stream = {.seed = w->d->seed, .place = (uint32_t)place, .variable = variable};
    w->stream->words(&stream, block, word);
    w->stream->normals(word, z);
}

/* The errors of tracks and judges. */
static void draws_effects(const draws_work *w, uint64_t block, double *x)
{
    const skpi__award_fit *f = w->d->f;
    const size_t k = f->e.k;
    const double sd = sqrt(f->variance[SKPI__AWARD_RESIDUAL]);
    for (size_t i = 0; i < k; i++) draws_normals(w, i, 1, block, x + i * DRAWS);
    for (size_t i = k; i-- > 0;) {
        const double *l = f->e.m + i * k;
        double *row = x + i * DRAWS;
        for (size_t d = 0; d < DRAWS; d++) row[d] /= l[i];
        for (size_t j = 0; j < i; j++) w->kernel->add(-l[j], row, x + j * DRAWS);
        for (size_t d = 0; d < DRAWS; d++) row[d] *= sd;
    }
}

/* The qualities of an entry.  Entries that the model takes for equal are set apart by next to nothing, so that chance
 * and not their number decides between them. */
static void draws_entry(const draws_work *w, size_t i, uint64_t block, const draws_room *room, double *z)
{
    const skpi__award_fit *f = w->d->f;
    const skpi__award_effects *e = &f->e;
    const skpi__award_problem *p = &f->p;
    const double sd = fmax(sqrt(f->variance[SKPI__AWARD_RESIDUAL] * e->a[i]), p->least);
    size_t terms = 0;
    draws_normals(w, p->entry_of[i], 0, block, z);
    if (e->tracks) {
        room->factor[terms] = e->b[i];
        room->term[terms++] = room->x + p->track[i] * DRAWS;
    }
    for (size_t r = p->start[i]; r < p->start[i + 1]; r++) {
        room->factor[terms] = -e->a[i] * p->w[r] * e->root;
        room->term[terms++] = room->x + (e->tracks + p->judge[r]) * DRAWS;
    }
    w->kernel->quality(e->u[i], sd, terms, room->factor, room->term, z, room->low, room->high);
}

static void draws_qualities(const draws_work *w, uint64_t block, const draws_room *room)
{
    const size_t n = w->d->f->p.entries, lanes = w->kernel->lanes;
    for (size_t d = 0; d < DRAWS; d++) {
        room->low[d] = INFINITY;
        room->high[d] = -INFINITY;
    }
    draws_effects(w, block, room->x);
    for (size_t from = 0; from < n; from += TOGETHER) {
        const size_t part = n - from < TOGETHER ? n - from : TOGETHER;
        for (size_t i = 0; i < part; i++) draws_entry(w, from + i, block, room, room->z + i * DRAWS);
        w->kernel->spread(part, room->z, room->quality + from * lanes, n * lanes);
    }
}

/* Counts who is above the line in one draw, within quotas. */
static void draws_choose(const draws_work *w, size_t draw, const draws_room *room)
{
    const skpi__award_draws *d = w->d;
    const size_t n = d->f->p.entries;
    for (size_t k = 0; k < n; k++) room->own[k] = room->order[k * DRAWS + draw];
    skpi__award_quota_choose(d->quota, n, room->own, d->track, room->count, room->chosen);
    for (size_t i = 0; i < n; i++) room->above[i] += room->chosen[i];
}

/* Counts who is above the line in each draw. */
static void draws_above(const draws_work *w, size_t draws, const draws_room *room)
{
    const skpi__award_quota *q = w->d->quota;
    const size_t n = w->d->f->p.entries;
    for (size_t i = 0; i < n; i++) room->above[i] = 0;
    for (size_t draw = 0; q->n_tracks && draw < draws; draw++) draws_choose(w, draw, room);
    for (size_t k = 0; !q->n_tracks && k < n && k < q->n_winners; k++)
        for (size_t draw = 0; draw < draws; draw++) room->above[room->order[k * DRAWS + draw]]++;
}

/* Adds a block to the counts of all ranks.  Each block begins at another stripe. */
static void draws_count(draws_work *w, uint64_t block, size_t draws, const draws_room *room)
{
    const size_t n = w->d->f->p.entries;
    for (uint64_t i = 0; i < STRIPES; i++) {
        const size_t stripe = (size_t)((block + i) % STRIPES);
        pthread_mutex_lock(w->stripe + stripe);
        for (size_t k = stripe * n / STRIPES; k < (stripe + 1) * n / STRIPES; k++) {
            const uint32_t *const order = room->order + k * DRAWS;
            uint32_t *const ranks = w->d->ranks + k * n;
            for (size_t draw = 0; draw < draws; draw++) ranks[order[draw]]++;
        }
        pthread_mutex_unlock(w->stripe + stripe);
    }
}

skpi_status skpi__award_drawing_task(skpi__award_drawing *w, uint64_t block, skpi__watch *watch)
{
    const size_t n = w->d->f->p.entries, lanes = w->kernel->lanes;
    const uint64_t left = w->d->n - block * DRAWS;
    const size_t draws = left < DRAWS ? (size_t)left : DRAWS;
    const double draw_time = 40 * (double)n; /* nanoseconds, about */
    int stops = 0;
    pthread_mutex_lock(&w->mutex);
    draws_room *room = w->idle[--w->n_idle]; /* there is a room for each thread */
    pthread_mutex_unlock(&w->mutex);
    draws_qualities(w, block, room);
    for (size_t draw = 0; draw < draws && !stops; draw += lanes) {
        w->kernel->sort(n, w->bits, room->low + draw, room->high + draw, room->quality + draw * n, room->order + draw);
        stops = skpi__watch_stops(watch, draw_time * (double)lanes);
    }
    if (!stops) {
        draws_above(w, draws, room);
        if (w->d->ranks) draws_count(w, block, draws, room);
    }
    pthread_mutex_lock(&w->mutex);
    for (size_t i = 0; i < n && !stops; i++) w->d->above[i] += room->above[i];
    w->idle[w->n_idle++] = room;
    pthread_mutex_unlock(&w->mutex);
    return stops ? SKPI_ECANCELED : SKPI_OK;
}

static int draws_room_new(const draws_work *w, draws_room *room)
{
    const size_t n = w->d->f->p.entries, k = w->d->f->e.k, tracks = w->d->quota->n_tracks;
    const skpi__piece pieces[] = {
        SKPI__PIECE(room->x, k, DRAWS),      SKPI__PIECE(room->z, TOGETHER, DRAWS), SKPI__PIECE(room->low, DRAWS, 1),
        SKPI__PIECE(room->high, DRAWS, 1),   SKPI__PIECE(room->quality, n, DRAWS),  SKPI__PIECE(room->order, n, DRAWS),
        SKPI__PIECE(room->factor, k + 1, 1), SKPI__PIECE(room->term, k + 1, 1),     SKPI__PIECE(room->above, n, 1),
        SKPI__PIECE(room->own, n, 1),        SKPI__PIECE(room->count, tracks, 1),   SKPI__PIECE(room->chosen, n, 1)};
    room->block = SKPI__ALLOC_PIECES(pieces);
    return room->block != NULL;
}

uint64_t skpi__award_draws_parts(uint64_t draws) { return (draws + DRAWS - 1) / DRAWS; }

skpi_status skpi__award_drawing_new(skpi__at at, int32_t threads, const skpi__award_draws *d, skpi__award_drawing **out)
{
    const uint64_t blocks = skpi__award_draws_parts(d->n);
    size_t rooms = threads > 1 ? (size_t)threads : 1;
    if (rooms > blocks) rooms = (size_t)blocks;
    draws_work *w = NULL;
    draws_room *room = NULL, **idle = NULL;
    const skpi__piece pieces[] = {SKPI__PIECE(w, 1, 1), SKPI__PIECE(room, rooms, 1), SKPI__PIECE(idle, rooms, 1)};
    void *const block = SKPI__ALLOC_PIECES(pieces);
    if (!block) return skpi__no_memory(at, "options->n_draws", (size_t)d->n);
    *w = (draws_work){.d = d,
                      .stream = skpi__stream_kernel_at(0),
                      .kernel = skpi__draws_kernel_at(0),
                      .bits = 4,
                      .room = room,
                      .idle = idle,
                      .block = block};
    while (d->f->p.entries >> w->bits) w->bits++;
    pthread_mutex_init(&w->mutex, NULL);
    for (size_t i = 0; i < STRIPES; i++) pthread_mutex_init(w->stripe + i, NULL);
    for (; w->n_rooms < rooms; w->n_rooms++) {
        w->idle[w->n_idle++] = w->room + w->n_rooms;
        if (draws_room_new(w, w->room + w->n_rooms)) continue;
        skpi__award_drawing_free(w);
        return skpi__no_memory(at, "scores->n_entries", d->f->p.entries);
    }
    *out = w;
    return SKPI_OK;
}

void skpi__award_drawing_free(skpi__award_drawing *w)
{
    if (!w) return;
    for (size_t i = 0; i < w->n_rooms; i++) free(w->room[i].block);
    pthread_mutex_destroy(&w->mutex);
    for (size_t i = 0; i < STRIPES; i++) pthread_mutex_destroy(w->stripe + i);
    free(w->block);
}
