/* Sobol's points in anchor years, the part of a plan's shocks that is spread evenly.
 *
 * A shock moves x in anchor year y_k by the sum of psi_kt e_t (response.h).  v_1, v_2 ... are these rows made
 * orthonormal, in the order of the anchors.  With c_k, the sum of v_kt e_t, and s_k, the normal quantile of a coordinate
 * of a Sobol point, e_t + v_1t (s_1 - c_1) + v_2t (s_2 - c_2) + ... are as normal and independent as the e_t were, but
 * what moves x in the anchor years is spread as evenly as the points.
 *
 * Every shock of every place, and every group of a factor, is a source with a dimension of its own for each anchor:
 * anchor by anchor, first the groups of factor 0, 1 ... in the order of their first places, then place by place the
 * shocks of model 0, 1 ...  A factor has the responses of the first shock that loads on it, in the first place of its
 * group that has one.
 */
#ifndef SKPI_ENSEMBLE_ANCHORS_H
#define SKPI_ENSEMBLE_ANCHORS_H
#include "ensemble/model.h"

/* A worker's room for the sources of a place; NULL if there is no memory.  n_blocks: blocks that are held at a time. */
skpi__anchors *skpi__anchors_new(const skpi_ensemble_plan *plan, size_t n_blocks);
void skpi__anchors_free(skpi__anchors *anchors);
/* Lets a worker have the groups of factors in the room of another one. */
void skpi__anchors_share(skpi__anchors *anchors, skpi__anchors *with);
/* What the points change in the shock's own numbers in the block's year: y = scale v_1t (s_1 - c_1) + ..., added to y unless
 * first.  Returns 0 if there is nothing to add. */
int skpi__anchors_own(const skpi__model_block *block, uint32_t shock, double scale, int first, double *y);
/* Adds the same of a factor to its numbers z, which are of the stream.  Some shock loads on the factor in the place. */
void skpi__anchors_factor(const skpi__model_block *block, size_t factor, skpi__stream stream, double *z);

#endif
