/* Scales on which a series is straight: the value itself, its logarithm, its logit. */
#ifndef SKPI_SERIES_SCALE_H
#define SKPI_SERIES_SCALE_H
#include "core/check.h"
#include "numeric/logistic.h"
#include <smartkpi/series.h>

static inline skpi_status skpi__scale(skpi__at at, const char *name, int32_t scale)
{
    static const int32_t scales[] = {SKPI_SERIES_SCALE_LINEAR, SKPI_SERIES_SCALE_LOG, SKPI_SERIES_SCALE_LOGIT, 0};
    return skpi__choice(at, name, scale, scales, "a scale (enum skpi_series_scale)");
}
/* Checks a value for the scale.  On the logit scale 0 and 1 are allowed, because an interval that ends there is
 * straight in the share itself. */
static inline skpi_status skpi__scalable(skpi__at at, const char *name, int32_t scale, double y)
{
    return scale == SKPI_SERIES_SCALE_LOG     ? skpi__positive(at, name, y)
           : scale == SKPI_SERIES_SCALE_LOGIT ? skpi__share(at, name, y)
                                              : skpi__finite(at, name, y);
}
/* The scale on which the interval between two values is straight. */
static inline int32_t skpi__scale_between(int32_t scale, double y1, double y2)
{
    return scale == SKPI_SERIES_SCALE_LOGIT && (y1 <= 0 || y1 >= 1 || y2 <= 0 || y2 >= 1)
               ? (int32_t)SKPI_SERIES_SCALE_LINEAR
               : scale;
}
static inline double skpi__scale_to(int32_t scale, double y)
{
    return scale == SKPI_SERIES_SCALE_LOG ? log(y) : scale == SKPI_SERIES_SCALE_LOGIT ? skpi__logit(y) : y;
}
static inline double skpi__scale_from(int32_t scale, double x)
{
    return scale == SKPI_SERIES_SCALE_LOG ? exp(x) : scale == SKPI_SERIES_SCALE_LOGIT ? skpi__logistic(x) : x;
}

#endif
