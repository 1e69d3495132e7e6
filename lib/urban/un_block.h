/* The United Nations' recursion for many places at once, with the same bits as un.h. */
#ifndef SKPI_URBAN_UN_BLOCK_H
#define SKPI_URBAN_UN_BLOCK_H
#include "core/dispatch.h"
#include "urban/un.h"

enum {
    SKPI__URBAN_BLOCK = 64,       /* number of places: enough independent vectors to hide the latency of one step */
    SKPI__URBAN_BLOCK_STEPS = 16, /* steps at a time: the rows of a block stay in the first-level cache */
    SKPI__URBAN_BLOCK_TERMS = 4   /* the most coefficients of a norm */
};

/* A block of places for which steps are computed together.  Row s of share and urgd is the state after s + 1 of the
 * steps. */
typedef struct skpi__urban_block {
    /* aligned, so that no vector lies across two cache lines */
    _Alignas(64) double share[SKPI__URBAN_BLOCK_STEPS][SKPI__URBAN_BLOCK];
    double urgd[SKPI__URBAN_BLOCK_STEPS][SKPI__URBAN_BLOCK];
    /* the state before the steps, and between them */
    double p[SKPI__URBAN_BLOCK], r[SKPI__URBAN_BLOCK], logit[SKPI__URBAN_BLOCK], h[SKPI__URBAN_BLOCK];
    double c[SKPI__URBAN_BLOCK_TERMS][SKPI__URBAN_BLOCK];
    size_t n, n_terms;
    int32_t year;  /* steps done */
    int urgd_kept; /* 0: the growth difference is not wanted: row 0 is overwritten each year */
} skpi__urban_block;

void skpi__urban_block_begin(skpi__urban_block *block, const skpi__urban_rules *rules, int urgd_kept);
/* Adds one more place, not of the pure form, whose share must be between 0 and 1, and whose logit must stay within
 * SKPI__EXP_FAR.  walk computes its logit. */
static inline void skpi__urban_block_add(skpi__urban_block *block, const double *norm, double share, double urgd)
{
    const size_t l = block->n++;
    block->p[l] = share;
    block->r[l] = urgd;
    for (size_t k = 0; k < block->n_terms; k++) block->c[k][l] = norm[k];
}

/* The kernels for one kind of vector unit.
 *
 * walk computes the given number of further steps, at most SKPI__URBAN_BLOCK_STEPS.  Meanwhile it asks for the memory to
 * which the rows will be written: share[at[l]] and urgd[at[l]] are where turn will write place l; NULL asks for nothing.
 * turn writes rows as columns: out[at[l] + s] = row[s][l] of the places l = first .. first + n - 1. */
typedef struct skpi__urban_kernel {
    void (*walk)(skpi__urban_block *block, size_t steps, const size_t *at, const double *share, const double *urgd);
    void (*turn)(const double (*row)[SKPI__URBAN_BLOCK], size_t steps, size_t first, size_t n, const size_t *at,
                 double *out);
} skpi__urban_kernel;

/* The kernels of a dispatch choice (core/dispatch.h); NULL if this machine or build does not have them. */
const skpi__urban_kernel *skpi__urban_kernel_at(int32_t dispatch);

#endif
