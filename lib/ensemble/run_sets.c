/* Streamed runs of aggregates (run_sets.h).
 *
 * The draws of a block are added up over all members before they are counted in bins, so that nothing is kept but the
 * sums of the blocks in hand.  A place of a set may have draws that its aggregates do not have yet, because a run was
 * stopped: it is then drawn again, and only its aggregates count it. */
#include "ensemble/run_sets.h"
#include <stdlib.h>
#include "core/size.h"
#include "core/steps.h"
#include "ensemble/aggregate_values.h"
#include "ensemble/aggregated.h"
#include "ensemble/gather.h"
#include "ensemble/run_memory.h"
#include "ensemble/run_stream.h"

enum { HAND_MOST = 20, HAND_LEAST = 8 }; /* blocks in hand; the fewer if a set has several aggregates */

struct skpi__sets {
    size_t n;
    size_t *of;                  /* n_places: 1 + the set of a place; 0: none */
    size_t *places, *aggregates; /* n + 1: where those of each set begin */
    size_t *place, *aggregate;
};

skpi_status skpi__sets_cut(skpi__at at, const skpi_ensemble_plan *plan, uint64_t first, uint64_t end)
{
    for (size_t i = 0; i < plan->n_aggregates; i++) {
        const skpi__aggregate *a = plan->aggregate + i;
        size_t in = 0, out = 0;
        for (size_t j = 0; j < a->n_members; j++)
            if (a->member[j].place < first || a->member[j].place >= end)
                out = j + 1;
            else
                in = j + 1;
        if (!in || !out) continue;
        const size_t place = a->member[out - 1].place;
        return skpi__fail(at, SKPI_EINVAL, place < first ? "options->first_place" : "options->n_places",
                          (double)(place < first ? first : end - first),
                          "cuts aggregate %zu, of which place %zu is a member too: a streamed plan with aggregates is "
                          "split by draws",
                          i, place);
    }
    return SKPI_OK;
}

/* The representative of a place, by a path that gets shorter. */
static size_t sets_root(size_t *parent, size_t i)
{
    while (parent[i] != i) {
        SKPI__STEP();
        i = parent[i] = parent[parent[i]];
    }
    return i;
}

/* Numbers the sets by the order of their first places: of becomes 1 + the set of each place. */
static void sets_connect(const skpi_ensemble_plan *plan, size_t *parent, skpi__sets *s)
{
    const size_t places = plan->sizes.n_places;
    for (size_t p = 0; p < places; p++) parent[p] = p;
    for (size_t i = 0; i < plan->n_aggregates; i++) {
        const skpi__aggregate *a = plan->aggregate + i;
        for (size_t j = 0; j < a->n_members; j++) {
            const size_t x = sets_root(parent, a->member[0].place), y = sets_root(parent, a->member[j].place);
            if (x != y) parent[x > y ? x : y] = x > y ? y : x;
        }
    }
    for (size_t i = 0; i < plan->n_aggregates; i++) s->of[sets_root(parent, plan->aggregate[i].member[0].place)] = 1;
    for (size_t p = 0; p < places; p++) {
        const size_t root = sets_root(parent, p); /* the set's first place */
        if (s->of[root]) s->of[p] = root == p ? ++s->n : s->of[root];
    }
}

static size_t sets_of_aggregate(const skpi_ensemble_plan *plan, const skpi__sets *s, size_t i)
{
    return s->of[plan->aggregate[i].member[0].place] - 1;
}

static int sets_list(const skpi_ensemble_plan *plan, skpi__sets *s)
{
    const size_t places = plan->sizes.n_places;
    s->places = skpi__alloc(s->n + 2, 1, sizeof *s->places);
    s->aggregates = skpi__alloc(s->n + 2, 1, sizeof *s->aggregates);
    s->place = skpi__alloc(places, 1, sizeof *s->place);
    s->aggregate = skpi__alloc(plan->n_aggregates, 1, sizeof *s->aggregate);
    if (!s->places || !s->aggregates || !s->place || !s->aggregate) return 0;
    for (size_t p = 0; p < places; p++)
        if (s->of[p]) s->places[s->of[p] + 1]++;
    for (size_t i = 0; i < plan->n_aggregates; i++) s->aggregates[sets_of_aggregate(plan, s, i) + 2]++;
    for (size_t i = 0; i < s->n; i++) {
        s->places[i + 2] += s->places[i + 1];
        s->aggregates[i + 2] += s->aggregates[i + 1];
    }
    for (size_t p = 0; p < places; p++)
        if (s->of[p]) s->place[s->places[s->of[p]]++] = p;
    for (size_t i = 0; i < plan->n_aggregates; i++)
        s->aggregate[s->aggregates[sets_of_aggregate(plan, s, i) + 1]++] = i;
    return 1;
}

skpi_status skpi__sets_begin(skpi__at at, skpi__run *run)
{
    const skpi_ensemble_plan *plan = run->plan;
    if (!plan->n_aggregates || plan->sizes.mode == SKPI_ENSEMBLE_MODE_EXACT) return SKPI_OK;
    skpi__sets *s = run->sets = skpi__alloc(1, 1, sizeof *s);
    size_t *parent = skpi__alloc(plan->sizes.n_places, 1, sizeof *parent);
    int good = s && parent && (s->of = skpi__alloc(plan->sizes.n_places, 1, sizeof *s->of));
    if (good) sets_connect(plan, parent, s);
    good = good && sets_list(plan, s);
    free(parent);
    return good ? SKPI_OK : skpi__no_memory_for(at, "plan");
}

void skpi__sets_end(const skpi__run *run)
{
    skpi__sets *s = run->sets;
    if (!s) return;
    free(s->aggregate);
    free(s->place);
    free(s->aggregates);
    free(s->places);
    free(s->of);
    free(s);
}

int skpi__sets_have(const skpi__sets *sets, size_t place) { return sets && sets->of[place]; }

/* The record number i of a set: those of its places, then those of its aggregates; NULL: it has none yet. */
static const skpi__record *sets_record_at(const skpi__run *run, size_t set, size_t i)
{
    const skpi__sets *s = run->sets;
    const size_t n = s->places[set + 1] - s->places[set];
    return i < n ? run->into->record[s->place[s->places[set] + i]]
                 : run->into->aggregate[s->aggregate[s->aggregates[set] + i - n]].values->record[0];
}

/* The next part from `from` on, in which each record has all draws or none; from is `end` if there is none. */
static skpi__part sets_next(const skpi__run *run, size_t set, uint64_t from, uint64_t end, uint64_t most)
{
    const skpi__sets *s = run->sets;
    const size_t n = s->places[set + 1] - s->places[set] + s->aggregates[set + 1] - s->aggregates[set];
    uint64_t first = end;
    for (size_t i = 0; i < n; i++) {
        const uint64_t gap = skpi__record_gap(sets_record_at(run, set, i), from);
        if (gap < first) first = gap;
    }
    uint64_t to = end - first < most ? end : first + most;
    for (size_t i = 0; i < n; i++) {
        const skpi__record *r = sets_record_at(run, set, i);
        const uint64_t gap = skpi__record_gap(r, first), edge = gap > first ? gap : skpi__record_next(r, first, to);
        if (edge < to) to = edge;
    }
    return (skpi__part){.place = s->place[s->places[set]], .from = first, .to = to, .set = set + 1};
}

size_t skpi__sets_parts(const skpi__run *run, uint64_t first_place, uint64_t end_place, uint64_t first, uint64_t end,
                        uint64_t most, skpi__part *part)
{
    size_t n = 0;
    for (size_t i = 0; run->sets && i < run->sets->n; i++) {
        const size_t place = run->sets->place[run->sets->places[i]];
        if (place < first_place || place >= end_place) continue;
        for (skpi__part p = sets_next(run, i, first, end, most); p.from < end; p = sets_next(run, i, p.to, end, most)) {
            if (part) part[n] = p;
            n++;
        }
    }
    return n;
}

/* A run of the values of an aggregate, by a model that reads the sums in hand. */
typedef struct sets_values {
    size_t aggregate;
    skpi__run run;
    skpi__worker *worker;
    skpi__record *record; /* new: the result has none yet */
} sets_values;

/* Draws of a set in hand: the sums of its aggregates. */
typedef struct sets_hand {
    sets_values *values; /* n_values */
    size_t n_values;
    int64_t **sum; /* n_aggregates; NULL: not of the set */
    int64_t *room;
    uint8_t **set, *begun;  /* whether each block of sums is set, in begun */
    size_t block, draws, n; /* how far two blocks are from each other; draws in hand; sums in all */
} sets_hand;

static void hand_free(sets_hand *h)
{
    for (size_t i = 0; i < h->n_values; i++) {
        sets_values *v = h->values + i;
        skpi__record_free(v->record);
        skpi__run_give(&v->run, 1, &v->worker);
        skpi__run_end(&v->run);
    }
    free(h->values);
    free(h->begun);
    free(h->set);
    free(h->room);
    free(h->sum);
}

static int hand_values(skpi__run *run, size_t aggregate, sets_values *v)
{
    skpi__aggregated *a = run->into->aggregate + aggregate;
    *v = (sets_values){.aggregate = aggregate,
                       .run = {.plan = a->of.values, .into = a->values, .kernel = run->kernel, .guard = &run->mutex}};
    skpi__record *const record = a->values->record[0] ? NULL : skpi__record_new(&a->values->sizes);
    if ((!record && !a->values->record[0]) || !skpi__run_begin(&v->run, 1)) {
        skpi__record_free(record);
        return 0;
    }
    v->record = record;
    skpi__run_take(&v->run, 1, &v->worker);
    return 1;
}

static int hand_new(skpi__run *run, size_t set, size_t blocks, sets_hand *h)
{
    const skpi__sets *s = run->sets;
    const size_t years = run->plan->sizes.n_years, n = s->aggregates[set + 1] - s->aggregates[set];
    *h = (sets_hand){.block = years * SKPI__BLOCK, .draws = blocks * SKPI__BLOCK};
    h->n = n * years * h->draws;
    h->values = skpi__alloc(n, 1, sizeof *h->values);
    h->sum = skpi__alloc(run->plan->n_aggregates, 1, sizeof *h->sum);
    h->room = skpi__alloc_unset(n * years, h->draws, sizeof *h->room);
    h->set = skpi__alloc(run->plan->n_aggregates, 1, sizeof *h->set);
    h->begun = skpi__alloc(n * years, blocks, sizeof *h->begun);
    int good = h->values && h->sum && h->room && h->set && h->begun;
    for (size_t i = 0; good && i < n; i++) {
        const size_t aggregate = s->aggregate[s->aggregates[set] + i];
        h->sum[aggregate] = h->room + i * years * h->draws;
        h->set[aggregate] = h->begun + i * years * blocks;
        if ((good = hand_values(run, aggregate, h->values + i))) h->n_values++;
    }
    if (!good) hand_free(h);
    return good;
}

/* The models read the sums in hand from a draw on. */
static void hand_from(sets_hand *h, uint64_t from)
{
    for (size_t i = 0; i < h->n_values; i++) {
        const skpi__sums sums = {
            .sum = h->sum[h->values[i].aggregate], .year = SKPI__BLOCK, .block = h->block, .first = from / SKPI__BLOCK};
        memcpy(h->values[i].worker->scratch, &sums, sizeof sums);
    }
}

/* New records take the ends of their bins from the first block, which is in hand. */
static void hand_ends(sets_hand *h)
{
    for (size_t i = 0; i < h->n_values; i++) {
        sets_values *v = h->values + i;
        if (v->record) skpi__run_stream_ends(&v->run, v->worker, 0, v->record);
        v->record = NULL;
    }
}

/* Draws the first block of a set, for the records of its aggregates. */
static skpi_status sets_first_block(skpi__at at, skpi__run *run, skpi__worker *w, size_t set)
{
    const skpi__sets *s = run->sets;
    sets_hand h;
    if (!hand_new(run, set, 1, &h)) return skpi__no_memory_for(at, "plan");
    w->gather = (skpi__gather){.sum = h.sum, .set = h.set, .year = SKPI__BLOCK, .block = h.block};
    for (size_t i = s->places[set]; i < s->places[set + 1] && run->plan->sizes.quantiles; i++)
        skpi__run_stream_first_block(run, w, s->place[i]);
    w->gather = (skpi__gather){.sum = NULL};
    skpi__gather_clear(h.n / SKPI__BLOCK, h.begun, h.room); /* nothing was drawn, or not all */
    hand_from(&h, 0);
    hand_ends(&h);
    hand_free(&h);
    return SKPI_OK;
}

skpi_status skpi__sets_record(skpi__at at, skpi__run *run, skpi__worker *w, const skpi__part *part, int alone,
                              size_t spans)
{
    const skpi__sets *s = run->sets;
    const size_t set = part->set - 1;
    skpi_status status = SKPI_OK;
    int known = 1;
    for (size_t i = s->places[set]; i < s->places[set + 1] && !status; i++)
        if (!(status = skpi__run_stream_record(at, run, w, s->place[i])) &&
            !skpi__record_reserve(run->into->record[s->place[i]], spans))
            status = skpi__no_memory_for(at, "plan");
    for (size_t i = s->aggregates[set]; i < s->aggregates[set + 1]; i++)
        known &= run->into->aggregate[s->aggregate[i]].values->record[0] != NULL;
    if (!status && !known && !(alone && part->from == 0)) status = sets_first_block(at, run, w, set);
    for (size_t i = s->aggregates[set]; i < s->aggregates[set + 1] && !status; i++) {
        skpi__record *const r = run->into->aggregate[s->aggregate[i]].values->record[0];
        if (r && !skpi__record_reserve(r, spans)) status = skpi__no_memory_for(at, "plan");
    }
    return status;
}

skpi_status skpi__sets_run(skpi__run *run, skpi__worker *w, const skpi__part *part, skpi__watch *watch)
{
    const skpi__sets *s = run->sets;
    const size_t set = part->set - 1, n = s->aggregates[set + 1] - s->aggregates[set];
    const size_t blocks = n > 1 ? HAND_LEAST : HAND_MOST;
    sets_hand h;
    skpi_status status = SKPI_OK;
    if (!hand_new(run, set, blocks, &h)) return skpi__no_memory_for(skpi__here("skpi_ensemble_result_run"), "plan");
    for (uint64_t from = part->from, to; from < part->to && !status; from = to) {
        to = part->to - from < h.draws ? part->to : from + h.draws;
        memset(h.begun, 0, h.n / SKPI__BLOCK * sizeof *h.begun);
        for (size_t i = s->places[set]; i < s->places[set + 1] && !status; i++) {
            const skpi__part one = {.place = s->place[i], .from = from, .to = to};
            w->gather = (skpi__gather){.sum = h.sum, .set = h.set, .year = SKPI__BLOCK, .block = h.block};
            status = skpi__run_stream_part(run, w, &one, watch);
        }
        if (status) break;
        hand_from(&h, from);
        hand_ends(&h);
        const skpi__part sums = {.place = 0, .from = from, .to = to};
        for (size_t i = 0; i < h.n_values && !status; i++)
            status = skpi__run_stream_part(&h.values[i].run, h.values[i].worker, &sums, watch);
    }
    w->gather = (skpi__gather){.sum = NULL};
    hand_free(&h);
    return status;
}
