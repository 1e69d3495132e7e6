/* Memory of a run (run_memory.h). */
#include "ensemble/run_memory.h"
#include <math.h>
#include <stdlib.h>
#include "core/size.h"
#include "ensemble/gather.h"
#include "ensemble/source.h"

enum { CACHE_LINE = 64 };
#define KEPT_MOST (1u << 20) /* bytes of factors of a year that a worker keeps: they stay in its cache */

static void *run_memory(size_t n, size_t m, size_t element, int *good)
{
    void *p = skpi__alloc(n, m, element);
    if (!p) *good = 0;
    return p;
}

/* Memory of a worker.  It begins at a line of the cache, so that no vector of a kernel crosses two lines. */
static void *worker_memory(skpi__worker *w, size_t n, size_t m, size_t element, int *good)
{
    void *p, *const block = skpi__alloc_pieces(1, &(const skpi__piece){&p, n, m, element});
    if (!block) {
        *good = 0;
        return NULL;
    }
    w->block[w->n_blocks++] = block;
    return p;
}

static void worker_free(skpi__worker *w)
{
    skpi__anchors_free(w->anchors);
    while (w->n_blocks) free(w->block[--w->n_blocks]);
    free(w);
}

static size_t run_room(const skpi__sizes *s)
{
    return s->mode == SKPI_ENSEMBLE_MODE_EXACT ? ((size_t)s->n_draws + SKPI__BLOCK - 1) / SKPI__BLOCK * SKPI__BLOCK
                                               : SKPI__BLOCK;
}

static int run_keeps(const skpi_ensemble_plan *plan)
{
    const size_t n = plan->n_factors;
    return n && plan->sizes.mode == SKPI_ENSEMBLE_MODE_EXACT &&
           n <= KEPT_MOST / sizeof(double) / run_room(&plan->sizes);
}

size_t skpi__run_batch(const skpi_ensemble_plan *plan) { return run_keeps(plan) ? SKPI__BATCH_MOST : 1; }

/* Room for the factors of a year, if they are few. */
static void worker_keep(const skpi__run *run, skpi__worker *w, int *good)
{
    const size_t n = run->plan->n_factors, blocks = run->room / SKPI__BLOCK;
    if (!run_keeps(run->plan)) return;
    w->own.n_blocks = blocks;
    w->own.begun = worker_memory(w, n, 1, sizeof *w->own.begun, good);
    w->own.have = worker_memory(w, n, blocks, sizeof *w->own.have, good);
    w->own.group = worker_memory(w, n, 1, sizeof *w->own.group, good);
    w->own.k = worker_memory(w, n, 1, sizeof *w->own.k, good);
    w->own.z = worker_memory(w, n, run->room, sizeof *w->own.z, good);
    w->kept = &w->own;
}

static skpi__worker *worker_new(const skpi__run *run)
{
    const skpi__sizes *s = &run->plan->sizes;
    const size_t cells = skpi__sizes_cells(s), n = run->room;
    const int exact = s->mode == SKPI_ENSEMBLE_MODE_EXACT && s->quantiles,
              stream = s->mode == SKPI_ENSEMBLE_MODE_STREAM && s->quantiles;
    int good = 1;
    skpi__worker *w = skpi__alloc(1, 1, sizeof *w);
    if (!w) return NULL;
    w->column = worker_memory(w, run->n_columns, n, sizeof *w->column, &good);
    w->slot = worker_memory(w, run->n_slots, n, sizeof *w->slot, &good);
    w->mask = worker_memory(w, s->n_events, n / 64 + 2, sizeof *w->mask, &good);
    w->open = worker_memory(w, s->n_milestones, n / 64, sizeof *w->open, &good);
    w->year = worker_memory(w, s->n_milestones, n, sizeof *w->year, &good);
    w->milestone = worker_memory(w, skpi__sizes_milestones(s), 1, sizeof *w->milestone, &good);
    w->total = worker_memory(w, cells, 1, sizeof *w->total, &good);
    w->bins = worker_memory(w, cells, 1, sizeof *w->bins, &good);
    w->range = worker_memory(w, cells, 1, sizeof *w->range, &good);
    w->scratch = worker_memory(w, run->scratch_at[s->n_models], 1, 1, &good);
    w->id = worker_memory(w, run->n_variables, exact ? n : SKPI__BLOCK, sizeof *w->id, &good);
    w->count = worker_memory(w, exact ? run->n_variables : stream ? cells : 0, SKPI__BINS, sizeof *w->count, &good);
    w->order.flag = worker_memory(w, exact ? n : 0, 1, sizeof *w->order.flag, &good);
    w->order.scratch = worker_memory(w, exact ? n : 0, 1, sizeof *w->order.scratch, &good);
    w->stat = worker_memory(w, exact ? run->n_variables * s->n_years : 0, run->n_wanted, sizeof *w->stat, &good);
    w->word = worker_memory(w, SKPI__BLOCK, 1, sizeof *w->word, &good);
    w->value = worker_memory(w, SKPI__BLOCK, 1, sizeof *w->value, &good);
    w->work = worker_memory(w, SKPI__BLOCK, 1, sizeof *w->work, &good);
    w->at = worker_memory(w, run->n_columns, 1, sizeof *w->at, &good);
    if (good) worker_keep(run, w, &good);
    if (run->plan->n_anchors && !(w->anchors = skpi__anchors_new(run->plan, n / SKPI__BLOCK))) good = 0;
    if (good) return w;
    worker_free(w);
    return NULL;
}

/* Each model's scratch begins at a line of the cache. */
static void run_lay_scratch(skpi__run *run)
{
    for (size_t i = 0; i < run->plan->sizes.n_models; i++)
        run->scratch_at[i + 1] =
            run->scratch_at[i] + (run->plan->model[i].scratch + CACHE_LINE - 1) / CACHE_LINE * CACHE_LINE;
}

/* Marks the values that events need, and gives each sum and each largest value a slot. */
static void run_watch_events(skpi__run *run)
{
    const skpi__sizes *s = &run->plan->sizes;
    for (size_t i = 0; i < s->n_series; i++) run->sum[i] = run->top[i] = SIZE_MAX;
    for (size_t i = 0; i < s->n_events; i++) {
        const skpi__event *e = run->plan->event + i;
        uint8_t *need = run->need + e->series * s->n_years;
        switch (e->kind) {
        case SKPI_ENSEMBLE_EVENT_ABOVE:
        case SKPI_ENSEMBLE_EVENT_BELOW: need[e->year] |= SKPI__NEEDED; break;
        case SKPI_ENSEMBLE_EVENT_SUM_BELOW:
            for (size_t k = 0; k <= e->year; k++) need[k] |= SKPI__NEEDED | SKPI__SUMMED;
            if (run->sum[e->series] == SIZE_MAX) run->sum[e->series] = run->n_slots++;
            break;
        case SKPI_ENSEMBLE_EVENT_PEAKED:
            for (size_t k = 0; k < s->n_years; k++) need[k] |= SKPI__NEEDED;
            if (run->top[e->series] == SIZE_MAX) run->top[e->series] = run->n_slots++;
            break;
        case SKPI_ENSEMBLE_EVENT_REACHED_ABOVE:
        case SKPI_ENSEMBLE_EVENT_REACHED_BELOW:
            for (size_t k = 0; k <= e->year; k++) need[k] |= SKPI__NEEDED;
            break;
        case SKPI_ENSEMBLE_EVENT_KEPT_ABOVE:
        case SKPI_ENSEMBLE_EVENT_KEPT_BELOW:
            for (size_t k = e->year; k < s->n_years; k++) need[k] |= SKPI__NEEDED;
            break;
        default: break;
        }
    }
    for (size_t i = 0; i < s->n_milestones; i++) {
        const skpi__event *e = run->plan->milestone + i;
        for (size_t k = 0; k < s->n_years; k++) run->need[e->series * s->n_years + k] |= SKPI__NEEDED;
        if (e->kind == SKPI_ENSEMBLE_EVENT_PEAKED && run->top[e->series] == SIZE_MAX)
            run->top[e->series] = run->n_slots++;
    }
}

static size_t run_rank_index(const uint64_t *wanted, uint64_t rank)
{
    size_t i = 0;
    while (wanted[i] != rank) i++;
    return i;
}

/* Lists the different ranks that the quantiles of n draws need. */
static void run_wanted_ranks(skpi__run *run, uint64_t n, size_t n_prob, const double *prob)
{
    uint64_t *w = run->wanted;
    for (size_t i = 0; i < n_prob; i++) {
        run->rank[i] = skpi__rank_of(n, prob[i]);
        const uint64_t both[2] = {run->rank[i].low, run->rank[i].high};
        /* the probabilities rise, so that a rank is one of the last two, or above them */
        for (size_t j = 0; j < 2; j++)
            if (!run->n_wanted || w[run->n_wanted - 1] < both[j]) w[run->n_wanted++] = both[j];
    }
    for (size_t i = 0; i < n_prob; i++) {
        run->place_low[i] = run_rank_index(w, run->rank[i].low);
        run->place_high[i] = run_rank_index(w, run->rank[i].high);
    }
}

int skpi__run_begin(skpi__run *run, size_t workers)
{
    const skpi__sizes *s = &run->plan->sizes;
    int good = 1;
    pthread_mutex_init(&run->mutex, NULL);
    for (size_t i = 0; i < s->n_models; i++) {
        const skpi__model *m = run->plan->model + i;
        if (m->n_columns > run->n_columns) run->n_columns = m->n_columns;
        if (m->n_variables > run->n_variables) run->n_variables = m->n_variables;
    }
    run->room = run_room(s);
    run->scratch_at = run_memory(s->n_models + 1, 1, sizeof *run->scratch_at, &good);
    run->need = run_memory(skpi__sizes_cells(s), 1, sizeof *run->need, &good);
    run->sum = run_memory(s->n_series, 1, sizeof *run->sum, &good);
    run->top = run_memory(s->n_series, 1, sizeof *run->top, &good);
    run->wanted = run_memory(s->n_prob, 2, sizeof *run->wanted, &good);
    run->rank = run_memory(s->n_prob, 1, sizeof *run->rank, &good);
    run->place_low = run_memory(s->n_prob, 1, sizeof *run->place_low, &good);
    run->place_high = run_memory(s->n_prob, 1, sizeof *run->place_high, &good);
    run->idle = run_memory(workers, 1, sizeof *run->idle, &good);
    run->stretch = sqrt(1 + (double)run->plan->n_factors);
    if (run->plan->n_anchors) /* the length of all numbers of a draw */
        run->stretch *=
            sqrt((double)s->n_years) + SKPI__SOURCE_MOST / SKPI__NORMAL_MAX * sqrt((double)run->plan->n_anchors);
    if (good) {
        run_lay_scratch(run);
        run_watch_events(run);
        skpi__gathers_mark(run->plan, run->need);
        if (s->mode == SKPI_ENSEMBLE_MODE_EXACT) run_wanted_ranks(run, s->n_draws, s->n_prob, s->prob);
    }
    while (good && run->n_idle < workers) {
        if ((run->idle[run->n_idle] = worker_new(run)))
            run->n_idle++;
        else
            good = 0;
    }
    if (!good) skpi__run_end(run);
    return good;
}

void skpi__run_end(skpi__run *run)
{
    while (run->n_idle) worker_free(run->idle[--run->n_idle]);
    free(run->idle);
    free(run->place_high);
    free(run->place_low);
    free(run->rank);
    free(run->wanted);
    free(run->top);
    free(run->sum);
    free(run->need);
    free(run->scratch_at);
    pthread_mutex_destroy(&run->mutex);
}

void skpi__run_take(skpi__run *run, size_t n, skpi__worker **worker)
{
    pthread_mutex_lock(&run->mutex);
    for (size_t i = 0; i < n; i++) worker[i] = run->idle[--run->n_idle]; /* there are as many as all tasks need */
    pthread_mutex_unlock(&run->mutex);
}

void skpi__run_give(skpi__run *run, size_t n, skpi__worker *const *worker)
{
    pthread_mutex_lock(&run->mutex);
    for (size_t i = 0; i < n; i++) run->idle[run->n_idle++] = worker[i];
    pthread_mutex_unlock(&run->mutex);
}
