/* The shocks of a model (shock.h): its own numbers, and those of the factors on which the shock loads. */
#include "ensemble/shock.h"
#include "ensemble/factor.h"
#include <string.h>
#include "ensemble/anchors.h"

enum { N = SKPI__BLOCK };

static int shock_is_antithetic(const skpi__model_block *block)
{
    return block->plan->sizes.sampling == SKPI_ENSEMBLE_SAMPLING_ANTITHETIC;
}

/* The numbers of a stream in a block, plain or antithetic. */
static void shock_numbers(const skpi__model_block *block, const skpi__stream *stream, double *z)
{
    const skpi__stream_kernel *random = block->random;
    const int half = shock_is_antithetic(block);
    (half ? random->half_words : random->words)(stream, block->number, block->word);
    (half ? random->half_normals : random->normals)(block->word, z);
}

static void shock_words(const skpi__model_block *block, uint32_t shock)
{
    skpi__stream stream = block->stream;
    stream.variable = shock;
    block->random->words(&stream, block->number, block->word);
}

/* The numbers of a factor in the block's year; room is used unless the worker keeps them. */
static const double *shock_factor(const skpi__model_block *block, size_t factor, double *room)
{
    const skpi__common *f = block->plan->factor + factor;
    const uint32_t group = f->group ? f->group[block->place] : 0;
    skpi__factor_kept *kept = block->kept;
    uint8_t *have = NULL;
    if (kept) {
        const size_t blocks = kept->n_blocks, cell = factor * blocks + (size_t)block->number;
        if (!kept->begun[factor] || kept->group[factor] != group || kept->k[factor] != block->k)
            memset(kept->have + factor * blocks, 0, blocks);
        kept->begun[factor] = 1;
        kept->group[factor] = group;
        kept->k[factor] = block->k;
        have = kept->have + cell;
        room = kept->z + cell * N;
        if (*have) return room;
    }
    skpi__stream stream = block->stream;
    stream.model = SKPI__STREAM_FACTORS;
    stream.place = group;
    stream.variable = (uint32_t)factor;
    if (!block->anchors || !skpi__anchors_factor(block, factor, stream, room)) shock_numbers(block, &stream, room);
    if (have) *have = 1;
    return room;
}

/* The own numbers of a shock, whose loading is own; returns 0 if they are plain. */
static int shock_own(const skpi__model_block *block, uint32_t shock, double own, double *z)
{
    skpi__stream stream = block->stream;
    if (block->anchors) return skpi__anchors_own(block, shock, own, z);
    if (!shock_is_antithetic(block)) return 0;
    stream.variable = shock;
    shock_numbers(block, &stream, z);
    return 1;
}

/* Whether a shock is nothing but its own plain numbers. */
static int shock_is_plain(const skpi__model_block *block)
{
    const skpi_ensemble_plan *plan = block->plan;
    return !plan->n_loads && plan->sizes.sampling == SKPI_ENSEMBLE_SAMPLING_PLAIN; /* only Sobol's points are probed */
}

/* The part of a shock that comes from factors, and from own numbers that are not plain.  own becomes the loading of the plain own
 * number that is to be added, 0 if that has no part; returns 0 if this number is all of the shock. */
static int shock_common(const skpi__model_block *block, uint32_t shock, double *y, double *own)
{
    double f[N], squares = 0;
    int loaded = 0;
    if (block->probe) {
        for (size_t i = 0; i < N; i++) y[i] = shock == block->probe->shock ? block->probe->z[i] : 0;
        *own = 0;
        return 1;
    }
    for (size_t i = 0; i < block->plan->n_loads; i++) {
        const skpi__load *l = block->plan->load + i;
        if (l->model != block->model || l->shock != shock || l->loading[block->place] == 0) continue;
        const double a = l->loading[block->place];
        squares += a * a;
        block->random->load(a, shock_factor(block, l->factor, f), !loaded, y);
        loaded = 1;
    }
    *own = 1 - squares < SKPI__LOADING_ROUNDING ? 0 : sqrt(1 - squares);
    if (*own > 0 && shock_own(block, shock, *own, loaded ? f : y)) {
        if (loaded) block->random->load(*own, f, 0, y); /* without a factor, y is it */
        *own = 0;
        loaded = 1;
    }
    return loaded;
}

void skpi__shock(const skpi__model_block *block, uint32_t shock, double *z)
{
    double e[N], own;
    if (!shock_common(block, shock, z, &own)) {
        shock_words(block, shock);
        block->random->normals(block->word, z);
    } else if (own > 0) {
        shock_words(block, shock);
        block->random->normals(block->word, e);
        block->random->load(own, e, 0, z);
    }
}

/* A step by the shock's own numbers. */
static void shock_own_step(const skpi__model_block *block, uint32_t shock, const skpi__walk_gain *gain, double *h,
                           double *x)
{
    shock_words(block, shock);
    if (h && gain->gain > 0)
        block->random->innovate(block->word, gain->drift, gain->s, SKPI__WALK_FADING, gain->gain, h, x);
    else
        block->random->walk(block->word, gain->drift, gain->s, x);
}

void skpi__advance(const skpi__model_block *block, uint32_t shock, const skpi__walk_gain *gain, double *h, double *x)
{
    const skpi__stream_kernel *random = block->random;
    const double drift = gain->drift, s = gain->s, k = gain->gain, rho = SKPI__WALK_FADING;
    const int moves = h && k > 0;
    double y[N], own;
    if (shock_is_plain(block) || !shock_common(block, shock, y, &own)) {
        shock_own_step(block, shock, gain, h, x);
        return;
    }
    if (own > 0) shock_words(block, shock);
    if (own > 0 && moves)
        random->innovate_with(block->word, y, own, drift, s, rho, k, h, x);
    else if (own > 0)
        random->walk_with(block->word, y, own, drift, s, x);
    else if (moves)
        random->innovate_by(y, drift, s, rho, k, h, x);
    else
        random->walk_by(y, drift, s, x);
}
