/* Sobol's points in anchor years (anchors.h). */
#include "ensemble/anchors.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "core/size.h"
#include "ensemble/bridge.h"
#include "ensemble/plan.h"
#include "ensemble/response.h"
#include "ensemble/sampling.h"
#include "ensemble/source.h"
#include "random/single.h"

enum { N = SKPI__BLOCK, GROUP = SKPI__STRATA, BLOCKS = GROUP / N };

struct skpi__anchors {
    size_t n_blocks, n_spread;    /* held at a time, the latter of a factor: blocks, and groups of draws */
    size_t n_shocks, n_groups;    /* of a place; of all factors */
    size_t *first;                /* n_models: the first shock of each model */
    uint32_t *group;              /* n_factors x n_places: the source of the group of a place */
    skpi__source *source;         /* n_shocks + n_factors */
    struct skpi__anchors *common; /* where factors are held first */
    double *weight, *gain, *spread, *factor, *even, *rest, *z; /* memory of the sources */
    uint64_t *held;                                            /* their groups */
    uint32_t (*sobol)[SKPI__SOBOL_BITS], *shift;
    skpi__strata_shift *strata;
    skpi__source_drawn *drawn;
    skpi__source_part *part; /* n_factors */
    skpi__source_term *term; /* (n_factors + 1) x n_anchors */
    skpi__response_room room;
    void *block;
};

static void anchors_lay_out(skpi__anchors *a, const skpi_ensemble_plan *plan, size_t n_held, size_t n_columns)
{
    const size_t k = plan->n_anchors, places = plan->sizes.n_places, years = plan->sizes.n_years;
    size_t end = 0;
    for (size_t i = 0; i < k; i++)
        if (plan->anchor[i] >= end) end = plan->anchor[i] + 1;
    for (size_t i = 0, held = 0; i < n_held; i++) {
        const size_t n_spread = i < a->n_shocks ? 1 : a->n_spread;
        a->source[i] = (skpi__source){.end = end,
                                      .weight = a->weight + i * k * years,
                                      .gain = a->gain + i * k * years,
                                      .spread = a->spread + i * years,
                                      .factor = a->factor + i * k * k,
                                      .sobol = a->sobol + i * k,
                                      .shift = a->shift + i * k,
                                      .strata = a->strata + i * k,
                                      .n_groups = n_spread,
                                      .group = a->held + held,
                                      .even = a->even + held * k * GROUP,
                                      .n_blocks = a->n_blocks,
                                      .drawn = a->drawn + i * a->n_blocks,
                                      .rest = a->rest + i * a->n_blocks * k * N,
                                      .z = a->z + i * N};
        held += n_spread;
    }
    for (size_t m = 1; m < plan->sizes.n_models; m++) a->first[m] = a->first[m - 1] + plan->model[m - 1].n_shocks;
    for (size_t f = 0; f < plan->n_factors; f++) {
        uint32_t *number = a->group + f * places;
        const size_t n = skpi__sampling_groups(plan->factor + f, places, number);
        for (size_t i = 0; i < places; i++) number[i] += (uint32_t)a->n_groups;
        a->n_groups += n;
    }
    for (size_t c = 0; c < n_columns; c++) a->room.at[c] = a->room.column + c * N;
}

skpi__anchors *skpi__anchors_new(const skpi_ensemble_plan *plan, size_t n_blocks)
{
    const skpi__sizes *s = &plan->sizes;
    skpi__anchors *a = skpi__alloc(1, 1, sizeof *a);
    if (!a) return NULL;
    size_t n_columns = 0, scratch = 0;
    for (size_t m = 0; m < s->n_models; m++) {
        if (plan->model[m].n_columns > n_columns) n_columns = plan->model[m].n_columns;
        if (plan->model[m].scratch > scratch) scratch = plan->model[m].scratch;
    }
    *a = (skpi__anchors){.n_blocks = n_blocks,
                         .n_spread = (n_blocks + BLOCKS - 1) / BLOCKS,
                         .n_shocks = skpi__sampling_shocks(plan),
                         .common = a};
    const size_t n_held = a->n_shocks + plan->n_factors, n = n_held * plan->n_anchors; /* at most the dimensions */
    const size_t n_spread = skpi__width(plan->n_factors, a->n_spread) + a->n_shocks;
    const skpi__piece pieces[] = {SKPI__PIECE(a->first, s->n_models, 1),
                                  SKPI__PIECE(a->group, plan->n_factors, s->n_places),
                                  SKPI__PIECE(a->source, n_held, 1),
                                  SKPI__PIECE(a->weight, n, s->n_years),
                                  SKPI__PIECE(a->gain, n, s->n_years),
                                  SKPI__PIECE(a->spread, n_held, s->n_years),
                                  SKPI__PIECE(a->factor, n, plan->n_anchors),
                                  SKPI__PIECE(a->sobol, n, 1),
                                  SKPI__PIECE(a->shift, n, 1),
                                  SKPI__PIECE(a->strata, n, 1),
                                  SKPI__PIECE(a->drawn, n_held, n_blocks),
                                  SKPI__PIECE(a->rest, n, skpi__width(n_blocks, N)),
                                  SKPI__PIECE(a->z, n_held, N),
                                  SKPI__PIECE(a->held, n_spread, 1),
                                  SKPI__PIECE(a->even, n_spread, plan->n_anchors * GROUP),
                                  SKPI__PIECE(a->part, plan->n_factors, 1),
                                  SKPI__PIECE(a->term, plan->n_factors + 1, plan->n_anchors),
                                  SKPI__PIECE(a->room.column, n_columns, N),
                                  SKPI__PIECE(a->room.at, n_columns, 1),
                                  SKPI__PIECE(a->room.z, N, 1),
                                  SKPI__PIECE(a->room.work, N, 1),
                                  SKPI__PIECE(a->room.word, N, 1),
                                  SKPI__PIECE(a->room.scratch, scratch, 1)};
    if (!(a->block = SKPI__ALLOC_PIECES(pieces))) {
        free(a);
        return NULL;
    }
    anchors_lay_out(a, plan, n_held, n_columns);
    return a;
}

void skpi__anchors_free(skpi__anchors *anchors)
{
    if (!anchors) return;
    free(anchors->block);
    free(anchors);
}

void skpi__anchors_share(skpi__anchors *anchors, skpi__anchors *with) { anchors->common = with; }

/* A set of sources that have Sobol's points together, in one order: the shocks of a place, or a group of a factor. */
typedef struct anchors_set {
    size_t first, n; /* sources */
} anchors_set;

/* The bridge, and the scrambled dimensions, of a source of a set that a worker does not hold. */
static void anchors_take(const skpi__model_block *block, skpi__anchors *a, skpi__source *h, anchors_set set,
                         size_t source, size_t model, uint32_t shock, size_t place)
{
    const skpi_ensemble_plan *plan = block->plan;
    const size_t sources = a->n_groups + a->n_shocks * plan->sizes.n_places;
    if (h->of == source + 1) return;
    skpi__response(block, model, shock, place, &a->room, h->weight);
    skpi__bridge(plan->n_anchors, plan->sizes.n_years, h->weight, h->gain, h->spread, h->factor);
    for (size_t k = 0; k < plan->n_anchors; k++) {
        const skpi__stream stream = {plan->seed, SKPI__STREAM_SOBOL, 0, (uint32_t)(k * sources + source), 0};
        h->shift[k] = skpi__sobol_random(&stream, (uint32_t)(k * set.n + source - set.first), h->sobol[k]);
        h->strata[k].b = skpi__stream_word(&stream, SKPI__SOBOL_BITS + 1);
        h->strata[k].a = skpi__stream_word(&stream, SKPI__SOBOL_BITS + 2);
    }
    skpi__source_forget(h);
    h->set = (uint32_t)set.first;
    h->of = source + 1;
}

/* The first shock that loads on a factor, in the first place of the group with such a shock; place `in` has one. */
static const skpi__load *anchors_load(const skpi_ensemble_plan *plan, const uint32_t *group, size_t factor, size_t in,
                                      size_t *place)
{
    size_t p = 0, i = 0;
    while (group[p] != group[in] || plan->load[i].factor != factor || plan->load[i].loading[p] == 0)
        if (++i == plan->n_loads) {
            i = 0;
            p++;
        }
    *place = p;
    return plan->load + i;
}

/* The source of the group of a factor in the block's place, with the block's group of draws. */
static skpi__source *anchors_factor(const skpi__model_block *block, size_t factor)
{
    skpi__anchors *a = block->anchors->common;
    const uint32_t *group = a->group + factor * block->plan->sizes.n_places;
    const size_t number = a->n_shocks + factor, of = group[block->place] + (size_t)1;
    skpi__source *s = a->source + number;
    size_t place = 0;
    if (s->of && s->of != of) s = block->anchors->source + number; /* the other worker is within years of its group */
    if (s->of != of) {
        const skpi__load *load = anchors_load(block->plan, group, factor, block->place, &place);
        anchors_take(block, block->anchors, s, (anchors_set){of - 1, 1}, of - 1, load->model, (uint32_t)load->shock,
                     place);
    }
    if (!skpi__source_even(block, s)) skpi__source_spread(block, s, 1, 0, NULL, a->term);
    return s;
}

/* The even numbers of a shock, beside what it has from factors. */
static void anchors_spread(const skpi__model_block *block, skpi__source *s, uint32_t shock, double own)
{
    const skpi_ensemble_plan *plan = block->plan;
    skpi__anchors *a = block->anchors;
    size_t n = 0;
    for (size_t i = 0; i < plan->n_loads; i++) {
        const skpi__load *l = plan->load + i;
        if (l->model == block->model && l->shock == shock && l->loading[block->place] != 0)
            a->part[n++] = (skpi__source_part){l->loading[block->place], anchors_factor(block, l->factor)};
    }
    skpi__source_spread(block, s, own, n, a->part, a->term);
}

int skpi__anchors_own(const skpi__model_block *block, uint32_t shock, double own, double *z)
{
    skpi__anchors *a = block->anchors;
    const size_t number = a->first[block->model] + shock;
    skpi__source *s = a->source + number;
    skpi__stream stream = block->stream;
    stream.variable = shock;
    const anchors_set set = {a->n_groups + block->place * a->n_shocks, a->n_shocks};
    anchors_take(block, a, s, set, set.first + number, block->model, shock, block->place);
    if (skpi__source_begins(block, s, stream) && !skpi__source_even(block, s)) anchors_spread(block, s, shock, own);
    return skpi__source_numbers(block, s, stream, z);
}

int skpi__anchors_factor(const skpi__model_block *block, size_t factor, skpi__stream stream, double *z)
{
    skpi__source *s = anchors_factor(block, factor);
    if (s->last != block->number + 1 || s->last_year != stream.year) {
        s->last = 0;
        if (!skpi__source_numbers(block, s, stream, s->z)) return 0;
        s->last = block->number + 1;
        s->last_year = stream.year;
    }
    memcpy(z, s->z, N * sizeof *z);
    return 1;
}
