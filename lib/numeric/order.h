/* Exact order statistics of many values whose bins were counted (block.h), without sorting all values.
 *
 * The counts show in which bin each wanted rank lies; only the values of these bins are collected and sorted.
 */
#ifndef SKPI_NUMERIC_ORDER_H
#define SKPI_NUMERIC_ORDER_H
#include "numeric/block.h"

/* Where a probability lies among n >= 1 values in order, type 7 of Hyndman and Fan, The American Statistician 50 (1996)
 * 361: between rank and rank + 1 (the same rank at the end), part of the way. */
typedef struct skpi__rank {
    uint64_t low, high;
    double part;
} skpi__rank;
skpi__rank skpi__rank_of(uint64_t n, double prob);
/* The value between those of the two ranks; exact at both ends. */
static inline double skpi__rank_between(const skpi__rank *r, double low, double high)
{
    return r->part < .5 ? low + r->part * (high - low) : high - (1 - r->part) * (high - low);
}

/* Room that a selection needs beside x, id and count: bytes of flag (n rounded up to a block), doubles of scratch (n). */
typedef struct skpi__order_room {
    uint8_t *flag;
    double *scratch;
} skpi__order_room;

/* value[j] = the rank[j]-th smallest of x (0: the smallest), for ranks below n that do not decrease.  id and count are
 * those of skpi__block_kernel's bin or share over all n values; x and id have room for n rounded up to a block. */
void skpi__order(const skpi__block_kernel *kernel, size_t n, const double *x, const uint16_t *id,
                 const uint32_t count[SKPI__BINS], size_t n_rank, const uint64_t *rank, const skpi__order_room *room,
                 double *value);

#endif
