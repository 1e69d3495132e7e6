/* A column of values becomes scores. */
#ifndef SKPI_INDEX_NORMALISE_H
#define SKPI_INDEX_NORMALISE_H
#include "index/tree.h"
#include "numeric/ranking.h"

/* How the columns without a normalisation of their own are normalised, and the range of all. */
typedef struct skpi__index_scale {
    int32_t normalise, constant;
    double low, high, mean, sd;
} skpi__index_scale;

static inline skpi__index_scale skpi__index_scale_of(const skpi_index_options *o)
{
    return (skpi__index_scale){o->normalise, o->constant, o->score_low, o->score_high, o->score_mean, o->score_sd};
}

/* Column j of n units.  room: SKPI__RANKED n.  EDOM, EZERODIV, ERANGE, EOVERFLOW at the column. */
skpi_status skpi__index_normalise(skpi__at at, const skpi_index_tree *t, size_t j, const skpi__index_scale *scale,
                                  size_t n, const double *x, skpi__ranked *room, double *score);

#endif
