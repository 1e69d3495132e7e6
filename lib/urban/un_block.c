/* The United Nations' recursion for many places at once (un_block.h), compiled for several machines.
 *
 * Operations and their order are those of un.c and logistic.h, never fused, so that every kernel gives the same bits.
 */
#include "urban/un_block.h"
#include "core/variant.h"
#include "numeric/logistic.h"
#include <string.h>

enum { N = SKPI__URBAN_BLOCK };

void skpi__urban_block_begin(skpi__urban_block *block, const skpi__urban_rules *rules, int urgd_kept)
{
    block->n = 0;
    block->n_terms = rules->n_terms;
    block->year = 0;
    block->urgd_kept = urgd_kept;
}

/* Prepares the next steps: row 0 takes the last row of the steps before.  At the start the unused places of the last
 * vector repeat the first place. */
static void block_ready(skpi__urban_block *b)
{
    if (b->year) {
        memcpy(b->share[0], b->share[SKPI__URBAN_BLOCK_STEPS], sizeof b->share[0]);
        if (b->urgd_kept) memcpy(b->urgd[0], b->urgd[SKPI__URBAN_BLOCK_STEPS], sizeof b->urgd[0]);
        return;
    }
    for (size_t l = b->n; l % SKPI__LANES_MOST; l++) {
        b->share[0][l] = b->share[0][0];
        b->logit[l] = b->logit[0];
        b->urgd[0][l] = b->urgd[0][0];
        for (size_t k = 0; k < b->n_terms; k++) b->c[k][l] = b->c[k][0];
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
