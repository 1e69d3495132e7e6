/* A source's numbers (source.h). */
#include "ensemble/source.h"
#include <string.h>
#include "ensemble/plan.h"

enum { N = SKPI__BLOCK, GROUP = SKPI__STRATA, BLOCKS = GROUP / N };

void skpi__source_forget(skpi__source *s)
{
    memset(s->drawn, 0, s->n_blocks * sizeof *s->drawn);
    s->last = s->group = 0;
}

/* The loads of n numbers of a row on as many columns of a group: y = row[0] z_0 + row[1] z_1 + ..., added to y unless
 * first. */
static void source_load(const skpi__stream_kernel *random, size_t n, const double *row, double scale, const double *z,
                        int first, double *y)
{
    for (size_t j = 0; j < n; j++) {
        if (row[j] == 0) continue;
        for (size_t i = 0; i < GROUP; i += N) random->load(scale * row[j], z + j * GROUP + i, first, y + i);
        first = 0;
    }
}

/* The sums of a group of draws: by Sobol's points, and each on strata. */
static void source_sums(const skpi__model_block *block, skpi__source *s, uint32_t group)
{
    const skpi__stream_kernel *random = block->random;
    const size_t n = block->plan->n_anchors;
    for (size_t k = 0; k < n; k++) {
        const double *row = s->factor + k * n, own = row[k];
        double *x = s->sum + k * GROUP, *even = s->even + k * GROUP;
        int joined = 0;
        for (size_t j = 0; j < k; j++) joined |= row[j] != 0;
        for (uint32_t i = 0; i < BLOCKS && own > 0; i++) {
            skpi__sobol_block(s->sobol[k], group * BLOCKS + i, s->shift[k], block->word);
            random->inverse(block->word, even + i * N);
        }
        if (!joined && own == 0) memset(x, 0, GROUP * sizeof *x); /* the source has no part in this sum */
        source_load(random, k + 1, row, 1, s->even, 1, x);
        if (!joined || own * own < SKPI__SOURCE_OWN_LEAST) continue;
        skpi__strata(random, group, s->strata[k], x);
        for (size_t i = 0; i < GROUP; i += N) random->load(1 / own, x + i, 1, even + i);
        source_load(random, k, row, -1 / own, s->even, 0, even);
    }
    s->group = group + UINT64_C(1);
}

/* Before the first year of the block. */
static void source_begin(const skpi__model_block *block, skpi__source *s, size_t at)
{
    const uint32_t group = (uint32_t)(block->number / BLOCKS);
    const size_t n = block->plan->n_anchors, from = (size_t)(block->number % BLOCKS) * N;
    if (s->group != group + UINT64_C(1)) source_sums(block, s, group);
    for (size_t k = 0; k < n; k++) memcpy(s->rest + (at * n + k) * N, s->sum + k * GROUP + from, N * sizeof *s->rest);
    s->drawn[at] = (skpi__source_drawn){block->number + 1, 0};
}

/* The numbers of year t, after all years before it. */
static void source_year(const skpi__model_block *block, skpi__source *s, skpi__stream stream, size_t t, double *rest,
                        double *z)
{
    const skpi_ensemble_plan *plan = block->plan;
    const size_t n_years = plan->sizes.n_years;
    double e[N];
    stream.year = (uint32_t)(plan->sizes.first_year + (int32_t)t);
    block->random->words(&stream, block->number, block->word);
    block->random->normals(block->word, e);
    block->random->load(s->spread[t], e, 1, z);
    for (size_t k = 0; k < plan->n_anchors; k++) {
        const double gain = s->gain[k * n_years + t];
        if (gain != 0) block->random->load(gain, rest + k * N, 0, z);
    }
    for (size_t k = 0; k < plan->n_anchors; k++) {
        const double weight = s->weight[k * n_years + t];
        if (weight != 0) block->random->load(-weight, z, 0, rest + k * N);
    }
}

int skpi__source_numbers(const skpi__model_block *block, skpi__source *s, skpi__stream stream, double *z)
{
    const int64_t t = (int64_t)(int32_t)stream.year - block->plan->sizes.first_year;
    const size_t at = (size_t)(block->number % s->n_blocks);
    skpi__source_drawn *drawn = s->drawn + at;
    if (t < 0 || (uint64_t)t >= s->end) return 0;
    if (drawn->number != block->number + 1 || drawn->next > (size_t)t) source_begin(block, s, at);
    while (drawn->next <= (size_t)t)
        source_year(block, s, stream, drawn->next++, s->rest + at * block->plan->n_anchors * N, z);
    return 1;
}
