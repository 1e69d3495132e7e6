/* The shocks of a model (shock.h). */
#include "ensemble/shock.h"

static void shock_words(const skpi__model_block *block, uint32_t shock)
{
    skpi__stream stream = block->stream;
    stream.variable = shock;
    block->random->words(&stream, block->number, block->word);
}

void skpi__shock(const skpi__model_block *block, uint32_t shock, double *z)
{
    shock_words(block, shock);
    block->random->normals(block->word, z);
}

void skpi__advance(const skpi__model_block *block, uint32_t shock, const skpi__walk_gain *gain, double *h, double *x)
{
    shock_words(block, shock);
    if (h && gain->gain > 0)
        block->random->innovate(block->word, gain->drift, gain->s, SKPI__WALK_FADING, gain->gain, h, x);
    else
        block->random->walk(block->word, gain->drift, gain->s, x);
}
