/* The United Nations' recursion for many places at once (un_block.h), compiled for several machines.
 *
 * Operations and their order are those of un.c and logistic.h, never fused, so that every kernel gives the same bits.
 */
#include "urban/un_block.h"
#include "core/variant.h"
#include "numeric/logistic.h"

enum { N = SKPI__URBAN_BLOCK };

void skpi__urban_block_begin(skpi__urban_block *block, const skpi__urban_rules *rules, int urgd_kept)
{
    block->n = 0;
    block->n_terms = rules->n_terms;
    block->year = 0;
    block->urgd_kept = urgd_kept;
}

/* The logits of the shares.  The two branches of skpi__logit are taken in two loops, each without a branch that the
 * processor has to guess. */
static void block_logits(skpi__urban_block *b)
{
    uint8_t middle[N], end[N];
    size_t n_middle = 0, n_end = 0;
    for (size_t l = 0; l < b->n; l++) {
        const size_t is_middle = (size_t)skpi__is_middle(b->p[l]);
        middle[n_middle] = end[n_end] = (uint8_t)l;
        n_middle += is_middle;
        n_end += !is_middle;
    }
    for (size_t i = 0; i < n_middle; i++) b->logit[middle[i]] = skpi__logit_middle(b->p[middle[i]]);
    for (size_t i = 0; i < n_end; i++) b->logit[end[i]] = skpi__logit_end(b->p[end[i]]);
}

/* Prepares the first steps: the unused places of the last vectors repeat the first place. */
static void block_start(skpi__urban_block *b)
{
    block_logits(b);
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
    size_t n, bent, near;               /* all steps, those in which the norm changes, those in which r moves */
    size_t n_places, group, each;       /* places of the block, of a group of vectors, of it for each step */
    double *const *share, *const *urgd; /* where the places will be written */
} block_steps;

/* The number of steps that end in year j of the recursion at the latest. */
static size_t steps_until(const skpi__urban_block *b, size_t n, int32_t j)
{
    const size_t left = j > b->year ? (size_t)(j - b->year) : 0;
    return left < n ? left : n;
}

static block_steps steps_begin(const skpi__urban_block *b, size_t n, size_t group, double *const *share,
                               double *const *urgd)
{
    return (block_steps){.n = n,
                         .bent = steps_until(b, n, SKPI__URBAN_UN_FREEZE),
                         .near = steps_until(b, n, SKPI__URBAN_UN_REACH),
                         .n_places = share || urgd ? b->n : 0,
                         .each = ((group << 16) + n - 1) / n,
                         .share = share,
                         .urgd = urgd};
}

/* Asks for the n values of a place, a cache line at a time; the next place asks for what is left of the last line. */
SKPI__INLINE void place_fetch(double *const *to, size_t l, size_t n)
{
    if (!to) return;
    for (size_t s = 0; s < n; s += 8) __builtin_prefetch(to[l] + s, 1);
}

/* Step s of a group of places, from l on, asks for a part of the group's memory, so that it arrives while the steps are
 * computed: stores that wait for memory cost as much as all steps. */
SKPI__INLINE void steps_fetch(const block_steps *steps, size_t l, size_t s)
{
    const size_t to = l + ((s + 1) * steps->each >> 16), end = to < steps->n_places ? to : steps->n_places;
    for (size_t i = l + (s * steps->each >> 16); i < end; i++) {
        place_fetch(steps->share, i, steps->n);
        place_fetch(steps->urgd, i, steps->n);
    }
}

static void turn_places(const double (*row)[N], size_t steps, size_t first, size_t n, double *const *to)
{
    for (size_t l = first; l < first + n; l++)
        for (size_t s = 0; s < steps; s++) to[l][s] = row[s][l];
}

#define SKPI__TEMPLATE "urban/un_block_variant.h"
#include "core/variants.h"

const skpi__urban_kernel *skpi__urban_kernel_at(int32_t dispatch)
{
    static const skpi__urban_kernel *const variant[] = {SKPI__VARIANT_TABLES};
    return variant[skpi__variant_index(dispatch)];
}
