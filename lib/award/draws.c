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
#include "core/size.h"
#include "numeric/ranking.h"
#include "random/stream.h"

enum { DRAWS = SKPI__BLOCK, TILE = 16, RANKS = 8, MOST_IN_BUCKET = 64 };

typedef struct draws_room { /* what a thread needs */
    double *x;              /* k x DRAWS: errors of tracks and judges */
    double *quality;        /* DRAWS x entries */
    double *tile;           /* TILE x DRAWS */
    uint32_t *order;        /* DRAWS x entries: from the best down */
    uint64_t *key, *moved;  /* entries */
    uint32_t *first;        /* 2^bits + 1: where a bucket begins */
    skpi__ranked *sorted;   /* SKPI__RANKED entries */
    uint64_t *above;        /* entries */
    int32_t *count;         /* tracks */
    unsigned char *chosen;  /* entries */
} draws_room;

typedef struct draws_work {
    const skpi__award_draws *d;
    const skpi__stream_kernel *kernel;
    int bits;              /* of the number of an entry, and of a bucket */
    pthread_mutex_t mutex; /* guards the counts and the idle rooms */
    draws_room *room, **idle;
    size_t n_idle;
} draws_work;

static void draws_normals(const draws_work *w, uint64_t place, uint32_t variable, uint64_t block, double *z)
{
    uint32_t word[SKPI__BLOCK];
    const skpi__stream stream = {.seed = w->d->seed, .place = (uint32_t)place, .variable = variable};
    w->kernel->words(&stream, block, word);
    w->kernel->normals(word, z);
}

/* x += factor y */
static inline void draws_add(double *restrict x, double factor, const double *restrict y)
{
    for (size_t d = 0; d < DRAWS; d++) x[d] += factor * y[d];
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
        for (size_t j = 0; j < i; j++) draws_add(x + j * DRAWS, -l[j], row);
        for (size_t d = 0; d < DRAWS; d++) row[d] *= sd;
    }
}

/* The qualities of an entry.  Entries that the model takes for equal are set apart by next to nothing, so that chance
 * and not their number decides between them. */
static void draws_entry(const draws_work *w, size_t i, uint64_t block, const double *x, double *restrict quality)
{
    const skpi__award_fit *f = w->d->f;
    const skpi__award_effects *e = &f->e;
    const skpi__award_problem *p = &f->p;
    const double least = 1e-12, sd = fmax(sqrt(f->variance[SKPI__AWARD_RESIDUAL] * e->a[i]), least);
    draws_normals(w, p->entry_of[i], 0, block, quality);
    for (size_t d = 0; d < DRAWS; d++) quality[d] = e->u[i] + sd * quality[d];
    if (e->tracks) draws_add(quality, e->b[i], x + p->track[i] * DRAWS);
    for (size_t r = p->start[i]; r < p->start[i + 1]; r++)
        draws_add(quality, -e->a[i] * p->w[r] * e->root, x + (e->tracks + p->judge[r]) * DRAWS);
}

static void draws_qualities(const draws_work *w, uint64_t block, draws_room *room)
{
    const size_t n = w->d->f->p.entries;
    draws_effects(w, block, room->x);
    for (size_t from = 0; from < n; from += TILE) {
        const size_t part = n - from < TILE ? n - from : TILE;
        for (size_t i = 0; i < part; i++) draws_entry(w, from + i, block, room->x, room->tile + i * DRAWS);
        for (size_t d = 0; d < DRAWS; d++)
            for (size_t i = 0; i < part; i++) room->quality[d * n + from + i] = room->tile[i * DRAWS + d];
    }
}

/* Sorts keys that are in the order of their buckets. */
static void draws_insert(size_t n, uint64_t *key)
{
    for (size_t k = 1; k < n; k++) {
        const uint64_t own = key[k];
        size_t at = k;
        for (; at && key[at - 1] > own; at--) key[at] = key[at - 1];
        key[at] = own;
    }
}

/* The order of n qualities.  A key is the distance from the highest, in so many units that it has 63 bits with the
 * number of the entry behind it.  The keys are put into buckets by their first bits, and sorted there. */
static void draws_sort(const draws_work *w, size_t n, const double *x, draws_room *room, uint32_t *order)
{
    double low = x[0], high = x[0];
    for (size_t i = 1; i < n; i++) {
        low = x[i] < low ? x[i] : low;
        high = x[i] > high ? x[i] : high;
    }
    const double scale = high > low ? ldexp(1 - 1e-9, 63 - w->bits) / (high - low) : 0;
    const int shift = 63 - w->bits;
    uint32_t *first = room->first, most = 0;
    for (size_t b = 0; b <= (size_t)1 << w->bits; b++) first[b] = 0;
    for (size_t i = 0; i < n; i++) {
        room->key[i] = (uint64_t)((high - x[i]) * scale) << w->bits | i;
        first[(room->key[i] >> shift) + 1]++;
    }
    for (size_t b = 0; b < (size_t)1 << w->bits; b++) {
        most = first[b + 1] > most ? first[b + 1] : most;
        first[b + 1] += first[b];
    }
    if (most > MOST_IN_BUCKET) { /* one quality is far from all others */
        skpi__ranking_sort(n, NULL, x, 1, room->sorted);
        for (size_t k = 0; k < n; k++) order[k] = (uint32_t)room->sorted[k].at;
        return;
    }
    for (size_t i = 0; i < n; i++) room->moved[first[room->key[i] >> shift]++] = room->key[i];
    draws_insert(n, room->moved);
    for (size_t k = 0; k < n; k++) order[k] = (uint32_t)(room->moved[k] & (((uint64_t)1 << w->bits) - 1));
}

/* Adds a block to the counts of all. */
static void draws_count(draws_work *w, size_t draws, const draws_room *room)
{
    const skpi__award_draws *d = w->d;
    const size_t n = d->f->p.entries;
    for (size_t i = 0; i < n; i++) d->above[i] += room->above[i];
    for (size_t from = 0; d->ranks && from < n; from += RANKS) { /* these ranks stay in the cache */
        const size_t end = from + RANKS < n ? from + RANKS : n;
        for (size_t draw = 0; draw < draws; draw++)
            for (size_t k = from; k < end; k++) d->ranks[k * n + room->order[draw * n + k]]++;
    }
}

static skpi_status draws_task(void *context, uint64_t block, skpi__watch *watch)
{
    draws_work *w = context;
    const skpi__award_draws *d = w->d;
    const size_t n = d->f->p.entries;
    const uint64_t left = d->n - block * DRAWS;
    const size_t draws = left < DRAWS ? (size_t)left : DRAWS;
    const double draw_time = 40 * (double)n; /* nanoseconds, about */
    int stops = 0;
    pthread_mutex_lock(&w->mutex);
    draws_room *room = w->idle[--w->n_idle]; /* there is a room for each thread */
    pthread_mutex_unlock(&w->mutex);
    draws_qualities(w, block, room);
    for (size_t i = 0; i < n; i++) room->above[i] = 0;
    for (size_t draw = 0; draw < draws && !stops; draw++) {
        uint32_t *order = room->order + draw * n;
        draws_sort(w, n, room->quality + draw * n, room, order);
        skpi__award_quota_choose(d->quota, n, order, d->track, room->count, room->chosen);
        for (size_t i = 0; i < n; i++) room->above[i] += room->chosen[i];
        stops = skpi__watch_stops(watch, draw_time);
    }
    pthread_mutex_lock(&w->mutex);
    if (!stops) draws_count(w, draws, room);
    w->idle[w->n_idle++] = room;
    pthread_mutex_unlock(&w->mutex);
    return stops ? SKPI_ECANCELED : SKPI_OK;
}

static int draws_room_new(const draws_work *w, draws_room *room)
{
    const size_t n = w->d->f->p.entries;
    room->x = skpi__alloc(w->d->f->e.k, DRAWS, sizeof *room->x);
    room->quality = skpi__alloc(n, DRAWS, sizeof *room->quality);
    room->tile = skpi__alloc(TILE, DRAWS, sizeof *room->tile);
    room->order = skpi__alloc(n, DRAWS, sizeof *room->order);
    room->key = skpi__alloc(n, 1, sizeof *room->key);
    room->moved = skpi__alloc(n, 1, sizeof *room->moved);
    room->first = skpi__alloc(((size_t)1 << w->bits) + 1, 1, sizeof *room->first);
    room->sorted = skpi__alloc(n, SKPI__RANKED, sizeof *room->sorted);
    room->above = skpi__alloc(n, 1, sizeof *room->above);
    room->count = skpi__alloc(w->d->quota->n_tracks + 1, 1, sizeof *room->count);
    room->chosen = skpi__alloc(n, 1, sizeof *room->chosen);
    return room->x && room->quality && room->tile && room->order && room->key && room->moved && room->first &&
           room->sorted && room->above && room->count && room->chosen;
}

static void draws_room_free(draws_room *room)
{
    free(room->x);
    free(room->quality);
    free(room->tile);
    free(room->order);
    free(room->key);
    free(room->moved);
    free(room->first);
    free(room->sorted);
    free(room->above);
    free(room->count);
    free(room->chosen);
}

uint64_t skpi__award_draws_parts(uint64_t draws) { return (draws + DRAWS - 1) / DRAWS; }

skpi_status skpi__award_draws_run(skpi__at at, const skpi__crew *crew, const skpi__award_draws *d)
{
    const uint64_t blocks = skpi__award_draws_parts(d->n);
    size_t rooms = crew->threads > 1 ? (size_t)crew->threads : 1;
    if (rooms > blocks) rooms = (size_t)blocks;
    draws_work w = {.d = d, .kernel = skpi__stream_kernel_at(0), .bits = 4, .mutex = PTHREAD_MUTEX_INITIALIZER};
    while (d->f->p.entries >> w.bits) w.bits++;
    w.room = skpi__alloc(rooms, 1, sizeof *w.room);
    w.idle = skpi__alloc(rooms, 1, sizeof *w.idle);
    skpi_status s = w.room && w.idle ? SKPI_OK : skpi__no_memory(at, "options->n_draws", (size_t)d->n);
    for (size_t i = 0; i < rooms && !s; i++) {
        w.idle[w.n_idle++] = w.room + i;
        if (!draws_room_new(&w, w.room + i)) s = skpi__no_memory(at, "scores->n_entries", d->f->p.entries);
    }
    if (!s) s = skpi__parallel(at, crew, blocks, draws_task, &w);
    for (size_t i = 0; w.room && i < rooms; i++) draws_room_free(w.room + i);
    free(w.room);
    free(w.idle);
    pthread_mutex_destroy(&w.mutex);
    return s;
}
