/* Exact order statistics of many values whose bins were counted (block.h), without sorting all values.
 *
 * The counts show in which bin each wanted rank lies.  Only the values of these bins are collected and selected from.
 */
#ifndef SKPI_NUMERIC_ORDER_H
#define SKPI_NUMERIC_ORDER_H
#include "numeric/block.h"

/* The position of a probability among n >= 1 sorted values, type 7 of Hyndman and Fan, The American Statistician 50
 * (1996) 361: the fraction `part` of the way from rank to rank + 1 (at the end to the same rank). */
typedef struct skpi__rank {
    uint64_t low, high;
    double part;
} skpi__rank;
skpi__rank skpi__rank_of(uint64_t n, double prob);
/* The value at part of the way between the values of two ranks; exact at both ends. */
static inline double skpi__rank_between(const skpi__rank *r, double low, double high)
{
    return r->part < .5 ? low + r->part * (high - low) : high - (1 - r->part) * (high - low);
}

/* The room that a selection needs besides x, id and count: flag has a byte for each value (n rounded up to a block),
 * scratch n doubles. */
typedef struct skpi__order_room {
    uint8_t *flag;
    double *scratch;
} skpi__order_room;

/* value[j] is the rank[j]-th smallest of x (0: the smallest).  Ranks are below n and do not decrease.  id and count are
 * those of skpi__block_kernel's bin or share over all n values; x and id have room for n rounded up to a block. */
void skpi__order(const skpi__block_kernel *kernel, size_t n, const double *x, const uint16_t *id,
                 const uint32_t count[SKPI__BINS], size_t n_rank, const uint64_t *rank, const skpi__order_room *room,
                 double *value);

#endif
