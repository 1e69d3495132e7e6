/* Single numbers of the stream (single.h).  Words j and 256 + j of a block are outputs k and k + 2 of one counter. */
#include "random/single.h"
#include "random/normal.h"
#include "random/threefry.h"

enum { PAIRS = SKPI__BLOCK / 2 };

static skpi__words single_counter(const skpi__stream *s, uint64_t draw)
{
    uint32_t k[5] = {(uint32_t)s->seed, (uint32_t)(s->seed >> 32), s->model, 0, 0};
    const uint32_t first = (uint32_t)(draw / SKPI__BLOCK) * SKPI__BLOCK_COUNTERS;
    k[4] = skpi__parity(k);
    return skpi__threefry(k, first + (uint32_t)(draw % SKPI__BLOCK_COUNTERS), s->year, s->place, s->variable);
}

uint32_t skpi__stream_word(const skpi__stream *stream, uint64_t draw)
{
    return single_counter(stream, draw).w[draw % SKPI__BLOCK / SKPI__BLOCK_COUNTERS];
}

double skpi__stream_normal(const skpi__stream *stream, uint64_t draw)
{
    const skpi__words words = single_counter(stream, draw);
    const uint64_t k = draw % PAIRS / SKPI__BLOCK_COUNTERS;
    double first, second;
    skpi__pair(skpi__radius(words.w[k]), words.w[k + 2], &first, &second);
    return draw % SKPI__BLOCK < PAIRS ? first : second;
}
