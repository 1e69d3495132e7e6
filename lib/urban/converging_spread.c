/* Widths of intervals (converging_spread.h): weighted quantiles of |truth - forecast|/shape, in logits. */
#include "urban/converging_spread.h"
#include "numeric/logistic.h"
#include "numeric/weighted.h"
#include "urban/converging_loss.h"
#include <float.h>

/* The logit of the mean of both methods' shares. */
static double spread_cautious(double converging, double un)
{
    return skpi__logit(fmin(fmax(.5 * (skpi__logistic(converging) + un), DBL_MIN), 1 - DBL_EPSILON));
}

void skpi__urban_spread(const skpi__urban_pairs *p, size_t without, double by, double part, int cautious,
                        size_t n_coverage, const double *coverage, double *room, double *width)
{
    double *const ratio = room, *const weight = room + p->n;
    size_t n = 0;
    for (size_t i = 0; i < p->n; i++) {
        if (without != SIZE_MAX && i == p->first[without]) i = p->first[without + 1];
        if (i >= p->n) break;
        const double converging = skpi__urban_pair_logit(p, i, by, part);
        const double centre = cautious ? spread_cautious(converging, p->un[i]) : converging;
        ratio[n] = fabs(p->truth_logit[i] - centre) / p->shape[i];
        weight[n++] = p->weight[i];
    }
    if (n)
        skpi__weighted_quantiles(n, ratio, weight, n_coverage, coverage, room + 2 * p->n, width);
    else
        for (size_t q = 0; q < n_coverage; q++) width[q] = (double)NAN;
}
