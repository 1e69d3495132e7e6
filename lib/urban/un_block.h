/* The United Nations' recursion for many places at once, with the same bits as un.h. */
#ifndef SKPI_URBAN_UN_BLOCK_H
#define SKPI_URBAN_UN_BLOCK_H
#include "core/dispatch.h"
#include "urban/un.h"

enum {
    SKPI__URBAN_BLOCK = 64,       /* places: enough to fill the time that one step of one vector waits for itself */
    SKPI__URBAN_BLOCK_STEPS = 32, /* at a time: the years of a block stay in the first cache */
    SKPI__URBAN_BLOCK_TERMS = 4   /* coefficients, at most */
};

/* Places side by side.  Row 0 of share and urgd is what stood before the steps, row s what stands after s of them. */
typedef struct skpi__urban_block {
    _Alignas(64) double share[SKPI__URBAN_BLOCK_STEPS + 1][SKPI__URBAN_BLOCK]; /* no vector across two cache lines */
    double urgd[SKPI__URBAN_BLOCK_STEPS + 1][SKPI__URBAN_BLOCK];
    double logit[SKPI__URBAN_BLOCK], h[SKPI__URBAN_BLOCK], c[SKPI__URBAN_BLOCK_TERMS][SKPI__URBAN_BLOCK];
    size_t n, n_terms;
    int32_t year;  /* steps done */
    int urgd_kept; /* 0: the growth difference is not wanted: row 0 is overwritten each year */
} skpi__urban_block;

void skpi__urban_block_begin(skpi__urban_block *block, const skpi__urban_rules *rules, int urgd_kept);
/* One more place, neither absorbed nor pure; its logit must stay within SKPI__EXP_FAR. */
static inline void skpi__urban_block_add(skpi__urban_block *block, const double *norm, double share, double logit,
                                         double urgd)
{
    const size_t l = block->n++;
    block->share[0][l] = share;
    block->logit[l] = logit;
    block->urgd[0][l] = urgd;
    for (size_t k = 0; k < block->n_terms; k++) block->c[k][l] = norm[k];
}

/* What the vector units of a machine have.  walk: so many more steps, SKPI__URBAN_BLOCK_STEPS or, the last time, fewer.
 * turn: rows written as columns, to[l][s] = row[s][l] of the places l = first .. first + n - 1. */
typedef struct skpi__urban_kernel {
    void (*walk)(skpi__urban_block *block, size_t steps);
    void (*turn)(const double (*row)[SKPI__URBAN_BLOCK], size_t steps, size_t first, size_t n, double *const *to);
} skpi__urban_kernel;

/* The kernels of a dispatch choice (core/dispatch.h), NULL where there are none. */
const skpi__urban_kernel *skpi__urban_kernel_at(int32_t dispatch);

#endif
