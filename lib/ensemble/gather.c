/* Aggregates of a run (gather.h).
 *
 * Threads that draw members of the same exact aggregate add whole numbers to the same sums, each block under one of a
 * few locks.  A streamed run adds to sums of its own (run_sets.c). */
#include "ensemble/gather.h"
#include <stdlib.h>
#include <string.h>
#include "core/size.h"
#include "ensemble/aggregated.h"

static int gathers_list(const skpi_ensemble_plan *plan, skpi__gathers *g)
{
    const size_t places = plan->sizes.n_places;
    size_t n = 0;
    for (size_t i = 0; i < plan->n_aggregates; i++) n += plan->aggregate[i].n_members;
    g->first = skpi__alloc(places + 2, 1, sizeof *g->first);
    g->of = skpi__alloc(n, 1, sizeof *g->of);
    g->sum = skpi__alloc(plan->n_aggregates, 1, sizeof *g->sum);
    g->set = skpi__alloc(plan->n_aggregates, 1, sizeof *g->set);
    g->left = skpi__alloc(plan->n_aggregates, 1, sizeof *g->left);
    if (!g->first || !g->of || !g->sum || !g->set || !g->left) return 0;
    for (size_t i = 0; i < plan->n_aggregates; i++)
        for (size_t j = 0; j < plan->aggregate[i].n_members; j++) g->first[plan->aggregate[i].member[j].place + 2]++;
    for (size_t p = 0; p < places; p++) g->first[p + 2] += g->first[p + 1];
    for (size_t i = 0; i < plan->n_aggregates; i++)
        for (size_t j = 0; j < plan->aggregate[i].n_members; j++)
            g->of[g->first[plan->aggregate[i].member[j].place + 1]++] = (skpi__gathered){i, j};
    return 1;
}

static size_t gathers_blocks(const skpi__aggregated *a)
{
    return a->values->sizes.n_years * (skpi__aggregated_room(a) / SKPI__BLOCK);
}

/* Takes the sums of an exact aggregate: those of earlier runs, or new ones. */
static skpi_status gathers_take(skpi__at at, skpi_ensemble_result *into, size_t i, skpi__gathers *g)
{
    skpi__aggregated *a = into->aggregate + i;
    const int earlier = a->sum != NULL;
    if (!(g->set[i] = skpi__alloc(gathers_blocks(a), 1, sizeof **g->set))) return skpi__no_memory_for(at, "plan");
    memset(g->set[i], earlier, gathers_blocks(a));
    const skpi_status s = skpi__aggregated_sum(at, "plan", into, i, skpi__alloc_unset);
    g->sum[i] = a->sum;
    return s;
}

static skpi_status gathers_sums(skpi__at at, skpi__run *run, skpi__gathers *g)
{
    skpi_ensemble_result *into = run->into;
    for (size_t i = 0; i < run->n_parts; i++) {
        const size_t place = run->part[i].place;
        for (size_t j = g->first[place]; j < g->first[place + 1]; j++) {
            const size_t a = g->of[j].aggregate;
            const skpi_status s = g->set[a] ? SKPI_OK : gathers_take(at, into, a, g);
            if (s) return s;
        }
    }
    for (size_t i = 0; i < into->n_aggregates; i++) g->left[i] = skpi__aggregated_left(into, into->aggregate + i);
    return SKPI_OK;
}

skpi_status skpi__gathers_begin(skpi__at at, skpi__run *run)
{
    const skpi_ensemble_plan *plan = run->plan;
    if (!plan->n_aggregates) return SKPI_OK;
    skpi__gathers *g = run->gathers = skpi__alloc(1, 1, sizeof *g);
    if (!g) return skpi__no_memory_for(at, "plan");
    for (size_t i = 0; i < SKPI__STRIPES; i++) pthread_mutex_init(g->stripe + i, NULL);
    if (!gathers_list(plan, g)) return skpi__no_memory_for(at, "plan");
    return plan->sizes.mode == SKPI_ENSEMBLE_MODE_EXACT ? gathers_sums(at, run, g) : SKPI_OK;
}

void skpi__gather_clear(size_t blocks, const uint8_t *set, int64_t *sum)
{
    for (size_t i = 0; i < blocks; i++)
        if (!set[i]) memset(sum + i * SKPI__BLOCK, 0, SKPI__BLOCK * sizeof *sum);
}

void skpi__gathers_end(skpi__run *run)
{
    skpi__gathers *g = run->gathers;
    if (!g) return;
    for (size_t i = 0; i < SKPI__STRIPES; i++) pthread_mutex_destroy(g->stripe + i);
    for (size_t i = 0; g->set && i < run->plan->n_aggregates; i++) {
        const skpi__aggregated *a = run->into->aggregate + i;
        if (g->set[i] && a->sum) skpi__gather_clear(gathers_blocks(a), g->set[i], a->sum);
        free(g->set[i]);
    }
    free(g->left);
    free(g->set);
    free(g->sum);
    free(g->of);
    free(g->first);
    free(g);
    run->gathers = NULL;
}

void skpi__gathers_mark(const skpi_ensemble_plan *plan, uint8_t *need)
{
    const size_t years = plan->sizes.n_years;
    for (size_t i = 0; i < plan->n_aggregates; i++) {
        const skpi__aggregate *a = plan->aggregate + i;
        for (size_t j = 0; j < a->n_members && !a->counts; j++)
            for (size_t k = 0; k < years; k++) need[a->member[j].of * years + k] |= SKPI__GATHERED;
    }
}

/* Says where a worker adds a block of a series in year k as a member of an aggregate, and takes its lock; NULL: nowhere. */
static pthread_mutex_t *gather_begin(const skpi__run *run, const skpi__gather *to, const skpi__gathered *m,
                                     size_t series, size_t k, size_t offset, skpi__addition *add)
{
    const skpi__aggregate *a = run->plan->aggregate + m->aggregate;
    const size_t block = to->at + offset / SKPI__BLOCK;
    if (a->counts || a->member[m->member].of != series || (to->back && !to->calls)) return NULL;
    const double factor = skpi__aggregate_factor(a, run->plan->sizes.n_years, m->member, k);
    const size_t from = k * to->year + block * to->block;
    uint8_t *const set = to->set[m->aggregate] + from / SKPI__BLOCK;
    pthread_mutex_t *lock = run->gathers->stripe + (block + m->aggregate) % SKPI__STRIPES;
    if (to->shared) pthread_mutex_lock(lock);
    *add = (skpi__addition){.factor = to->back ? -factor : factor, .first = !*set, .sum = to->sum[m->aggregate] + from};
    *set = 1;
    return lock;
}

static void gather_end(skpi__gather *to, pthread_mutex_t *lock)
{
    if (to->shared) pthread_mutex_unlock(lock);
    to->calls += to->back ? UINT64_MAX : 1;
}

void skpi__gather_values(const skpi__run *run, skpi__worker *w, size_t series, size_t place, size_t k, size_t offset,
                         const double *u)
{
    const skpi__gathers *g = run->gathers;
    if (!w->gather.sum) return;
    for (size_t i = g->first[place]; i < g->first[place + 1]; i++) {
        skpi__addition add;
        pthread_mutex_t *lock = gather_begin(run, &w->gather, g->of + i, series, k, offset, &add);
        if (!lock) continue;
        run->kernel->gather(u, &add);
        gather_end(&w->gather, lock);
    }
}

int skpi__gather_shares(const skpi__run *run, skpi__worker *w, size_t series, size_t place, size_t k, size_t n,
                        size_t offset, int near, const double *x, skpi__counted *of)
{
    const skpi__gathers *g = run->gathers;
    skpi__addition add;
    pthread_mutex_t *lock;
    if (run->need[series * run->plan->sizes.n_years + k] != SKPI__GATHERED || !w->gather.sum) return 0;
    const skpi__gathered *const m = g->of + g->first[place];
    if (g->of + g->first[place + 1] != m + 1 || !(lock = gather_begin(run, &w->gather, m, series, k, offset, &add)))
        return 0;
    run->kernel->share(x, n, near, of, NULL, &add);
    gather_end(&w->gather, lock);
    return 1;
}

void skpi__gather_events(const skpi__run *run, const skpi__worker *w, size_t place, size_t blocks)
{
    skpi__gathers *g = run->gathers;
    const skpi__gather *to = &w->gather;
    const size_t row = run->room / 64, words = blocks * (SKPI__BLOCK / 64);
    if (!to->sum) return;
    for (size_t i = g->first[place]; i < g->first[place + 1]; i++) {
        const skpi__gathered *m = g->of + i;
        const skpi__aggregate *a = run->plan->aggregate + m->aggregate;
        if (!a->counts) continue;
        const uint64_t *mask = w->mask + a->member[m->member].of * row;
        int64_t *sum = to->sum[m->aggregate] + to->at * to->block;
        uint8_t *set = to->set[m->aggregate] + to->at * to->block / SKPI__BLOCK;
        pthread_mutex_t *lock = g->stripe + m->aggregate % SKPI__STRIPES;
        if (to->shared) pthread_mutex_lock(lock);
        skpi__gather_clear(blocks, set, sum);
        memset(set, 1, blocks);
        for (size_t l = 0; l < words; l++)
            for (size_t b = 0; b < 64; b++) sum[64 * l + b] += (int64_t)(mask[l] >> b & 1);
        if (to->shared) pthread_mutex_unlock(lock);
    }
}
