/* The United Nations' recursion for many places at once (un_block.h), compiled for several machines.
 *
 * Operations and their order are those of un.c and logistic.h, never fused, so that every kernel gives the same bits.
 */
#include "urban/un_block.h"
#include "core/variant.h"
#include "numeric/logistic.h"
#include "numeric/logs.h"

enum { N = SKPI__URBAN_BLOCK };

void skpi__urban_block_begin(skpi__urban_block *block, const skpi__urban_rules *rules, int urgd_kept)
{
    block->n = 0;
    block->n_terms = rules->n_terms;
    block->year = 0;
    block->urgd_kept = urgd_kept;
}

/* Prepares the first steps: the unused places of the last vectors repeat the first place. */
static void block_start(skpi__urban_block *b)
{
    skpi__logits(b->n, b->p, b->logit);
    for (size_t l = b->n; l < N; l++) {
        b->p[l] = b->p[0];
        b->logit[l] = b->logit[0];
        b->r[l] = b->r[0];
        for (size_t k = 0; k < b->n_terms; k++) b->c[k][l] = b->c[k][0];
    }
}

/* What the years of a stretch have in common: whether the norm still changes, and whether r still moves towards it. */
typedef struct block_year {
    size_t last; /* index of the last coefficient */
    int bends, nears;
    double part; /* of the distance to the norm, where r moves */
} block_year;

/* The steps of one call of walk. */
typedef struct block_steps {
    size_t n, bent, near;  /* all steps, those in which the norm changes, those in which r moves */
    size_t n_places, each; /* places of the block, 65536ths of a place for each step */
    const size_t *at;      /* where the places will be written in the outputs */
    const double *share, *urgd;
} block_steps;

/* The number of steps that end in year j of the recursion at the latest. */
static size_t steps_until(const skpi__urban_block *b, size_t n, int32_t j)
{
    const size_t left = j > b->year ? (size_t)(j - b->year) : 0;
    return left < n ? left : n;
}

static block_steps steps_begin(const skpi__urban_block *b, size_t n, const size_t *at, const double *share,
                               const double *urgd)
{
    return (block_steps){.n = n,
                         .bent = steps_until(b, n, SKPI__URBAN_UN_FREEZE),
                         .near = steps_until(b, n, SKPI__URBAN_UN_REACH),
                         .n_places = share || urgd ? b->n : 0,
                         .each = ((b->n << 16) + n - 1) / n,
                         .at = at,
                         .share = share,
                         .urgd = urgd};
}

/* Asks for the n values of a place, a cache line at a time, and for the last. */
SKPI__INLINE void place_fetch(const double *out, size_t at, size_t n)
{
    if (!out) return;
    for (size_t s = 0; s < n; s += 8) __builtin_prefetch(out + at + s, 1);
    __builtin_prefetch(out + at + n - 1, 1);
}

/* Step s asks for a part of the memory of the places, so that it arrives while the steps are computed: stores that wait
 * for memory cost as much as all steps. */
SKPI__INLINE void steps_fetch(const block_steps *steps, size_t s)
{
    const size_t to = (s + 1) * steps->each >> 16, end = to < steps->n_places ? to : steps->n_places;
    for (size_t i = s * steps->each >> 16; i < end; i++) {
        place_fetch(steps->share, steps->at[i], steps->n);
        place_fetch(steps->urgd, steps->at[i], steps->n);
    }
}

static void turn_places(const double (*row)[N], size_t steps, size_t first, size_t n, const size_t *at, double *out)
{
    for (size_t l = first; l < first + n; l++)
        for (size_t s = 0; s < steps; s++) out[at[l] + s] = row[s][l];
}

#define SKPI__TEMPLATE "urban/un_block_variant.h"
#include "core/variants.h"

const skpi__urban_kernel *skpi__urban_kernel_at(int32_t dispatch)
{
    static const skpi__urban_kernel *const variant[] = {SKPI__VARIANT_TABLES};
    return variant[skpi__variant_index(dispatch)];
}
