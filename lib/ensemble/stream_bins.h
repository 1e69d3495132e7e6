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
/* The bins of a record between the ends that it has.  A sum may be many times as far above its start in one draw as in
 * another: its bins are by octaves, unless it has no start (the low end is below it). */
static inline skpi__bins skpi__stream_bins(skpi__form form, double low, double high, double start)
{
    const int octaves = low >= start && (form == SKPI__FORM_SUM || form == SKPI__FORM_SUMMED);
    skpi__bins bins =
        octaves ? skpi__bins_over(skpi__octave(low - start), skpi__octave(high - start)) : skpi__bins_over(low, high);
    bins.octaves = octaves;
    bins.start = start;
    return bins;
}
/* The unit of the sums. */
static inline double skpi__stream_unit(skpi__form form, const skpi__model_range *range)
{
    return skpi__form_is_share(form) ? SKPI__SHARE_UNIT : 1 / range->scale;
}

#endif
