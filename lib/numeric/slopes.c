/* Slopes between all pairs of points, in vectors: the divisions are what they cost. */
#include "numeric/slopes.h"
#include "numeric/decimal.h"

typedef struct slopes_kernel {
    skpi__slope_counts (*all)(size_t n, const double *t, const double *y, double tie, double *slope);
} slopes_kernel;

#define SKPI__LANES_MOST 4 /* a division of eight takes twice as long as one of four */
#define SKPI__TEMPLATE "numeric/slopes_variant.h"
#include "core/variants.h"

skpi__slope_counts skpi__slopes(size_t n, const double *t, const double *y, double *slope)
{
    static const slopes_kernel *const variant[] = {SKPI__VARIANT_TABLES};
    double most = 0;
    for (size_t i = 0; i < n; i++) most = fabs(y[i]) > most ? fabs(y[i]) : most;
    return variant[skpi__variant_index(SKPI__BEST)]->all(n, t, y, SKPI__DECIMAL * most, slope);
}
