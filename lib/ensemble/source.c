/* A source's numbers (source.h). */
#include "ensemble/source.h"
#include <math.h>
#include <string.h>
#include "ensemble/plan.h"

enum { N = SKPI__BLOCK, GROUP = SKPI__STRATA, BLOCKS = GROUP / N };
/* A sum is put on strata if at least this part of its variance is of its own even number: putting it elsewhere moves that
 * number, more so the less the part is. */
#define SOURCE_OWN_LEAST .0625

void skpi__source_forget(skpi__source *s)
{
    memset(s->drawn, 0, s->n_blocks * sizeof *s->drawn);
    memset(s->group, 0, s->n_groups * sizeof *s->group);
    s->last = 0;
}

double *skpi__source_even(const skpi__model_block *block, const skpi__source *s)
{
    const uint64_t group = block->number / BLOCKS;
    const size_t at = (size_t)(group % s->n_groups);
    return s->group[at] == group + 1 ? s->even + at * block->plan->n_anchors * GROUP : NULL;
}

/* The terms that a factor has in sum k of another source, one for each of its even numbers: the sum's weights and the
 * factor's, made orthonormal.  Returns the sum of their squares. */
static double source_factor_terms(const skpi__model_block *block, const double *weight, const skpi__source_part *part,
                                  skpi__source_term *term)
{
    const size_t n = block->plan->n_anchors, n_years = block->plan->sizes.n_years;
    const skpi__source *f = part->of;
    const double *even = skpi__source_even(block, f);
    double squares = 0;
    for (size_t j = 0; j < n; j++) {
        const double pivot = f->factor[j * n + j];
        double rest = 0;
        for (size_t t = 0; t < n_years; t++) rest += weight[t] * f->weight[j * n_years + t];
        for (size_t i = 0; i < j; i++) rest -= f->factor[j * n + i] * term[i].by;
        term[j] = (skpi__source_term){pivot > 0 ? rest / pivot : 0, even + j * GROUP};
    }
    for (size_t j = 0; j < n; j++) {
        term[j].by *= part->loading;
        squares += term[j].by * term[j].by;
    }
    return squares;
}

/* y = scale (term 0 + term 1 + ...), added to y unless first; returns whether it is first still. */
static int source_add(const skpi__stream_kernel *random, size_t n, const skpi__source_term *term, double scale,
                      int first, double *y)
{
    for (size_t j = 0; j < n; j++) {
        if (term[j].by == 0) continue;
        for (size_t i = 0; i < GROUP; i += N) random->load(scale * term[j].by, term[j].z + i, first, y + i);
        first = 0;
    }
    return first;
}

/* The even number of a sum becomes what puts it on strata: the sum is the terms of others and own times the number. */
static void source_order(const skpi__model_block *block, const skpi__source *s, size_t k, size_t n_others,
                         const skpi__source_term *other, double own, double *even)
{
    const skpi__stream_kernel *random = block->random;
    double x[GROUP];
    const int first = source_add(random, n_others, other, 1, 1, x);
    if (first || own * own < SOURCE_OWN_LEAST) return; /* without others it is on strata */
    source_add(random, 1, &(skpi__source_term){own, even}, 1, 0, x);
    skpi__strata(random, (uint32_t)(block->number / BLOCKS), s->strata[k], x);
    source_add(random, 1, &(skpi__source_term){1 / own, x}, 1, 1, even);
    source_add(random, n_others, other, -1 / own, 0, even);
    for (size_t i = 0; i < GROUP; i++) even[i] = fmin(fmax(even[i], -SKPI__SOURCE_MOST), SKPI__SOURCE_MOST);
}

/* An order of the numbers of a block: R. A. Fisher and F. Yates' shuffle by the words of a stream of the source's set. */
static void source_shuffle(const skpi__model_block *block, const skpi__source *s, uint64_t number, uint16_t order[N])
{
    const skpi__stream stream = {block->plan->seed, SKPI__STREAM_SOBOL, 1, s->set, 0};
    block->random->words(&stream, number, block->word);
    for (size_t i = 0; i < N; i++) order[i] = (uint16_t)i;
    for (size_t i = N - 1; i > 0; i--) {
        const size_t j = (size_t)((uint64_t)block->word[i] * (i + 1) >> 32);
        const uint16_t at = order[i];
        order[i] = order[j];
        order[j] = at;
    }
}

/* Sobol's points of a group, in each block in an order of the source's set: sets have the same few dimensions, and are as
 * independent as by chance (A. B. Owen, Latin supercube sampling for very high-dimensional simulations, 1998). */
static void source_points(const skpi__model_block *block, const skpi__source *s, uint64_t group, double *even)
{
    uint32_t point[N];
    uint16_t order[N];
    for (uint64_t i = 0; i < BLOCKS; i++) {
        const uint64_t number = group * BLOCKS + i;
        source_shuffle(block, s, number, order);
        for (size_t k = 0; k < block->plan->n_anchors; k++) {
            skpi__sobol_block(s->sobol[k], (uint32_t)number, s->shift[k], point);
            for (size_t j = 0; j < N; j++) block->word[j] = point[order[j]];
            block->random->inverse(block->word, even + k * GROUP + i * N);
        }
    }
}

void skpi__source_spread(const skpi__model_block *block, skpi__source *s, double own, size_t n_parts,
                         const skpi__source_part *part, skpi__source_term *room)
{
    const size_t n = block->plan->n_anchors, n_years = block->plan->sizes.n_years;
    const uint64_t group = block->number / BLOCKS;
    const size_t at = (size_t)(group % s->n_groups);
    double *even = s->even + at * n * GROUP;
    source_points(block, s, group, even);
    for (size_t k = 0; k < n; k++) {
        const double *row = s->factor + k * n, *weight = s->weight + k * n_years;
        const size_t n_others = n_parts * n + k;
        double variance = own * own;
        if (row[k] == 0) continue; /* nothing has a term in its even number */
        for (size_t i = 0; i < n_parts; i++) variance += source_factor_terms(block, weight, part + i, room + i * n);
        for (size_t j = 0; j < k; j++) room[n_parts * n + j] = (skpi__source_term){own * row[j], even + j * GROUP};
        const double deviation = sqrt(variance);
        for (size_t j = 0; j < n_others; j++) room[j].by /= deviation;
        source_order(block, s, k, n_others, room, own * row[k] / deviation, even + k * GROUP);
    }
    s->group[at] = group + 1;
}

/* Before the first year of the block. */
static void source_begin(const skpi__model_block *block, skpi__source *s, size_t at)
{
    const size_t n = block->plan->n_anchors, from = (size_t)(block->number % BLOCKS) * N;
    const double *even = skpi__source_even(block, s) + from;
    double *rest = s->rest + at * n * N;
    memset(rest, 0, n * N * sizeof *rest);
    for (size_t k = 0; k < n; k++)
        for (size_t j = 0; j <= k; j++) {
            const double by = s->factor[k * n + j];
            if (by != 0) block->random->load(by, even + j * GROUP, 0, rest + k * N);
        }
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

/* Years after the first; one that is before it or after the last anchor is s->end. */
static size_t source_years(const skpi__model_block *block, const skpi__source *s, skpi__stream stream)
{
    const int64_t t = (int64_t)(int32_t)stream.year - block->plan->sizes.first_year;
    return t < 0 || (uint64_t)t >= s->end ? s->end : (size_t)t;
}

int skpi__source_begins(const skpi__model_block *block, const skpi__source *s, skpi__stream stream)
{
    const skpi__source_drawn *drawn = s->drawn + block->number % s->n_blocks;
    const size_t t = source_years(block, s, stream);
    return t < s->end && (drawn->number != block->number + 1 || drawn->next > t);
}

int skpi__source_numbers(const skpi__model_block *block, skpi__source *s, skpi__stream stream, double *z)
{
    const size_t t = source_years(block, s, stream), at = (size_t)(block->number % s->n_blocks);
    if (t == s->end) return 0;
    if (skpi__source_begins(block, s, stream)) source_begin(block, s, at);
    while (s->drawn[at].next <= t)
        source_year(block, s, stream, s->drawn[at].next++, s->rest + at * block->plan->n_anchors * N, z);
    return 1;
}
