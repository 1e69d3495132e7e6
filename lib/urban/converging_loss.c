/* Constants of the converging method (converging_loss.h).
 *
 * The loss of a pair is Huber's, of the error in points of percent over l^.85, because errors grow with the lead l:
 *   x^2/2 up to .7, then .7 (|x| - .35)
 * A grid point with the loss S has the weight exp(-.01 (S - min S)); phi and c are the weighted means, and so they move
 * little with the grid.  .01 is a decision: neighbouring pairs share their errors and do not count in full.
 */
#include "urban/converging_loss.h"
#include "numeric/logistic.h"
#include "urban/decay.h"

#define LOSS_BEND .7
#define LOSS_POWER .85
#define LOSS_POINTS 100
#define LOSS_RATE .01

double skpi__urban_pair_logit(const skpi__urban_pairs *p, size_t i, double by, double part)
{
    const double to = part * p->mean[i];
    return p->logit[i] + to * p->lead[i] + (p->urgd[i] - to) * skpi__urban_decay_years(by, p->lead[i]);
}

static double loss_huber(double x)
{
    return x <= LOSS_BEND ? .5 * x * x : LOSS_BEND * (x - .5 * LOSS_BEND);
}

void skpi__urban_losses(const skpi__urban_pairs *p, size_t n_groups, const skpi__urban_grid *grid, double *loss)
{
    for (size_t g = 0; g < n_groups; g++, loss += grid->n_by * grid->n_part) {
        for (size_t k = 0; k < grid->n_by * grid->n_part; k++) loss[k] = 0;
        for (size_t i = p->first[g]; i < p->first[g + 1]; i++) {
            const double points = LOSS_POINTS / pow(p->lead[i], LOSS_POWER);
            for (size_t b = 0; b < grid->n_by; b++) {
                const double years = skpi__urban_decay_years(grid->by[b], p->lead[i]);
                const double at_0 = p->logit[i] + p->urgd[i] * years, step = p->mean[i] * (p->lead[i] - years);
                double *const row = loss + b * grid->n_part;
                for (size_t k = 0; k < grid->n_part; k++) {
                    const double share = skpi__logistic(at_0 + grid->part[k] * step);
                    row[k] += loss_huber(fabs(share - p->truth[i]) * points);
                }
            }
        }
    }
}

static double loss_without(size_t n_groups, size_t without, size_t cells, const double *loss, size_t k)
{
    double sum = 0;
    for (size_t g = 0; g < n_groups; g++)
        if (g != without) sum += loss[g * cells + k];
    return sum;
}

skpi__urban_constants skpi__urban_constants_of(size_t n_groups, size_t without, const skpi__urban_grid *grid,
                                               const double *loss, double *sum)
{
    const size_t cells = grid->n_by * grid->n_part;
    skpi__urban_constants c = {.least = (double)INFINITY};
    double weights = 0;
    for (size_t k = 0; k < cells; k++) {
        sum[k] = loss_without(n_groups, without, cells, loss, k);
        if (sum[k] >= c.least) continue;
        c.least = sum[k];
        c.least_by = grid->by[k / grid->n_part];
        c.least_part = grid->part[k % grid->n_part];
    }
    for (size_t k = 0; k < cells; k++) {
        const double weight = exp(-LOSS_RATE * (sum[k] - c.least));
        weights += weight;
        c.by += weight * grid->by[k / grid->n_part];
        c.part += weight * grid->part[k % grid->n_part];
    }
    c.by /= weights;
    c.part /= weights;
    return c;
}
