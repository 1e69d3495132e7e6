/* Widths of intervals (converging_spread.h): weighted quantiles of |truth - forecast|/shape, in logits. */
#include "urban/converging_spread.h"
#include "numeric/exps.h"
#include "numeric/logistic.h"
#include "numeric/weighted_quantile.h"

/* The logits of the converging method become those of the cautious one, of the mean of both methods' shares: with e =
 * exp(-L) and the other method's share u the odds are (1 + u (1 + e))/((1 - u)(1 + e) + e). */
static void spread_cautious(const skpi__urban_pairs *p, double *logit, double *room)
{
    for (size_t i = 0; i < p->n; i++) room[i] = fmin(fmax(-logit[i], -SKPI__EXP_FAR), SKPI__EXP_FAR);
    skpi__exps(p->n, room, room);
    for (size_t i = 0; i < p->n; i++)
        logit[i] = log((1 + p->un[i] * (1 + room[i])) / ((1 - p->un[i]) * (1 + room[i]) + room[i]));
}

/* Of one method, whose forecasts have these logits; all places before leave and from resume on count. */
static void spread_quantiles(const skpi__urban_pairs *p, size_t leave, size_t resume, const double *logit,
                             size_t n_coverage, const double *coverage, double *room, double *width)
{
    double *const ratio = room, *const weight = room + p->n;
    size_t n = 0;
    for (size_t i = leave ? 0 : resume; i < p->n; i = i + 1 == leave ? resume : i + 1) {
        ratio[n] = fabs(p->truth_logit[i] - logit[i]) / p->shape[i];
        weight[n++] = p->weight[i];
    }
    skpi__weighted_quantiles(n, ratio, weight, n_coverage, coverage, weight + p->n, width);
}

void skpi__urban_spread(const skpi__urban_pairs *p, size_t without, double by, double part, size_t n_coverage,
                        const double *coverage, double *room, double *const width[2])
{
    double *const logit = room;
    const size_t leave = without == SIZE_MAX ? p->n : p->first[without];
    const size_t resume = without == SIZE_MAX ? p->n : p->first[without + 1];
    if (!width[0] && !width[1]) return;
    skpi__urban_pairs_years(p, by, logit);
    for (size_t i = 0; i < p->n; i++) {
        const double to = part * p->mean[i];
        logit[i] = p->logit[i] + to * p->lead[i] + (p->urgd[i] - to) * logit[i];
    }
    for (int cautious = 0; cautious < 2; cautious++) {
        if (!width[cautious]) continue;
        if (cautious) spread_cautious(p, logit, room + p->n);
        spread_quantiles(p, leave, resume, logit, n_coverage, coverage, room + p->n, width[cautious]);
    }
}
