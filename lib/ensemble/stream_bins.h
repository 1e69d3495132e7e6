/* Bins and units of a streamed record, which follow from the range that a model has in closed form. */
#ifndef SKPI_ENSEMBLE_STREAM_BINS_H
#define SKPI_ENSEMBLE_STREAM_BINS_H
#include "ensemble/model.h"

/* Distance of the ends of the bins from the middle, in standard deviations: far enough for all draws. */
#define SKPI__STREAM_REACH (SKPI__NORMAL_MAX + .03)

/* The ends of the bins; returns 0 if the model has no closed form, and the ends are those of its first block. */
static inline int skpi__stream_ends(const skpi__model_range *range, double *low, double *high)
{
    *low = range->centre - SKPI__STREAM_REACH * range->spread;
    *high = range->centre + SKPI__STREAM_REACH * range->spread;
    return *low <= *high;
}
/* The unit of the sums. */
static inline double skpi__stream_unit(skpi__form form, const skpi__model_range *range)
{
    return skpi__form_is_share(form) ? SKPI__SHARE_UNIT : 1 / range->scale;
}

#endif
