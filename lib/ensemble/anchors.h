/* Sobol's points in anchor years, the part of a plan's shocks that is spread evenly.
 *
 * A shock moves x in anchor year y_k by the sum of psi_kt e_t (response.h), which has the distribution of c_k0 s_0 + ...
 * + c_kk s_k with independent normal s.  These are the normal quantiles of the coordinates of Sobol's points.  A sum of
 * several s, those of factors included, is put on strata by the last of them (random/strata.h), so that x is spread evenly
 * in every anchor year.  The numbers e of all years are drawn one after another, given the sums that they make (bridge.h).
 *
 * Every shock of every place, and every group of a factor, is a source with a dimension of its own for each anchor:
 * anchor by anchor, first the groups of factor 0, 1 ... in the order of their first places, then place by place the
 * shocks of model 0, 1 ...  They are scrambled by their number.  The direction numbers are those of the first dimensions
 * in each place and in each group, and their points are put in an order of its own: of hundreds of dimensions, some pairs
 * are correlated in many thousands of points.  A factor has the responses of the first shock that loads on it, in the first place of its
 * group that has one.
 */
#ifndef SKPI_ENSEMBLE_ANCHORS_H
#define SKPI_ENSEMBLE_ANCHORS_H
#include "ensemble/model.h"

/* A worker's room for the sources of a place; NULL if there is no memory.  n_blocks: blocks that are held at a time. */
skpi__anchors *skpi__anchors_new(const skpi_ensemble_plan *plan, size_t n_blocks);
void skpi__anchors_free(skpi__anchors *anchors);
/* Lets a worker use the factors that another one holds, if they are of its groups. */
void skpi__anchors_share(skpi__anchors *anchors, skpi__anchors *with);
/* z becomes the own numbers of a shock, whose loading is own, in the block's year.  Returns 0 if they are those of its stream. */
int skpi__anchors_own(const skpi__model_block *block, uint32_t shock, double own, double *z);
/* The same of a factor with this stream.  Some shock loads on the factor in the place. */
int skpi__anchors_factor(const skpi__model_block *block, size_t factor, skpi__stream stream, double *z);

#endif
