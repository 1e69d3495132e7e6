/* The shocks of a model (shock.h): its own numbers, and those of the factors on which the shock loads. */
#include "ensemble/shock.h"
#include "ensemble/factor.h"
#include <string.h>

enum { N = SKPI__BLOCK };

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
        const size_t blocks = kept->n_blocks, cell = factor * blocks + block->number;
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
    block->random->words(&stream, block->number, block->word);
    block->random->normals(block->word, room);
    if (have) *have = 1;
    return room;
}

/* Writes the shock if it loads on factors in this place; returns 0 if it does not. */
static int shock_loaded(const skpi__model_block *block, uint32_t shock, double *z)
{
    double f[N], squares = 0;
    int loaded = 0;
    for (size_t i = 0; i < block->plan->n_loads; i++) {
        const skpi__load *l = block->plan->load + i;
        if (l->model != block->model || l->shock != shock || l->loading[block->place] == 0) continue;
        const double a = l->loading[block->place];
        squares += a * a;
        block->random->load(a, shock_factor(block, l->factor, f), !loaded, z);
        loaded = 1;
    }
    if (!loaded || 1 - squares < SKPI__LOADING_ROUNDING) return loaded;
    shock_words(block, shock);
    block->random->normals(block->word, f);
    block->random->load(sqrt(1 - squares), f, 0, z);
    return 1;
}

void skpi__shock(const skpi__model_block *block, uint32_t shock, double *z)
{
    if (block->plan->n_loads && shock_loaded(block, shock, z)) return;
    shock_words(block, shock);
    block->random->normals(block->word, z);
}

void skpi__advance(const skpi__model_block *block, uint32_t shock, const skpi__walk_gain *gain, double *h, double *x)
{
    const int moves = h && gain->gain > 0;
    double z[N];
    if (block->plan->n_loads && shock_loaded(block, shock, z)) {
        if (moves)
            block->random->innovate_by(z, gain->drift, gain->s, SKPI__WALK_FADING, gain->gain, h, x);
        else
            block->random->walk_by(z, gain->drift, gain->s, x);
        return;
    }
    shock_words(block, shock);
    if (moves)
        block->random->innovate(block->word, gain->drift, gain->s, SKPI__WALK_FADING, gain->gain, h, x);
    else
        block->random->walk(block->word, gain->drift, gain->s, x);
}
