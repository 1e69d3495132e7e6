/* Several walks by their innovations (walk_product.h). */
#include "series/walk_product.h"
#include <string.h>

#define SMALL 1e-12 /* of a pivot, relative to the diagonal: what rounding leaves of 0 */

skpi__walk_product skpi__walk_product_begin(size_t n, const skpi__walk *walk, const double *change, const double *noise)
{
    skpi__walk_product p = {.n = n, .walk = walk};
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) {
            p.change[i][j] = walk[i].drift_sigma * walk[j].drift_sigma * (i == j ? 1 : change[i * n + j]);
            p.noise[i][j] = walk[i].sigma * walk[j].sigma * (i == j ? 1 : noise[i * n + j]);
        }
    memcpy(p.variance, p.change, sizeof p.variance);
    for (size_t i = 0; i < n; i++) p.excess[i] = walk[i].excess;
    return p;
}

/* The lower factor of P + W. */
static void product_weights(const skpi__walk_product *p, skpi__product_step *step)
{
    for (size_t i = 0; i < p->n; i++)
        for (size_t j = 0; j <= i; j++) {
            const double all = p->variance[i][j] + p->noise[i][j], pivot = step->weight[j][j];
            double rest = all;
            for (size_t k = 0; k < j; k++) rest = rest - step->weight[i][k] * step->weight[j][k];
            if (i == j)
                step->weight[i][i] = rest > SMALL * all ? sqrt(rest) : 0;
            else
                step->weight[i][j] = pivot > 0 ? rest / pivot : 0;
        }
}

/* step->gain becomes K, and P that of the next year. */
static void product_gains(skpi__walk_product *p, skpi__product_step *step)
{
    const double rho = SKPI__WALK_FADING;
    for (size_t i = 0; i < p->n; i++)
        for (size_t j = 0; j < p->n; j++) {
            double rest = p->variance[i][j];
            for (size_t k = 0; k < j; k++) rest = rest - step->gain[i][k] * step->weight[j][k];
            step->gain[i][j] = step->weight[j][j] > 0 ? rest / step->weight[j][j] : 0;
        }
    for (size_t i = 0; i < p->n; i++)
        for (size_t j = 0; j <= i; j++) {
            double rest = p->variance[i][j];
            for (size_t k = 0; k < p->n; k++) rest = rest - step->gain[i][k] * step->gain[j][k];
            p->variance[i][j] = p->variance[j][i] = rho * rho * rest + p->change[i][j];
        }
}

void skpi__walk_product_next(skpi__walk_product *p, skpi__product_step *step)
{
    const double rho = SKPI__WALK_FADING;
    *step = (skpi__product_step){.drift = 0};
    for (size_t i = 0; i < p->n; i++) {
        p->excess[i] = rho * p->excess[i];
        step->own_drift[i] = p->walk[i].growth + p->excess[i];
        step->drift = step->drift + step->own_drift[i];
    }
    product_weights(p, step);
    product_gains(p, step);
    for (size_t i = 0; i < p->n; i++)
        for (size_t j = 0; j < p->n; j++) step->gain[i][j] = rho * step->gain[i][j];
}

skpi__walk skpi__walk_product_sum(const skpi__walk_product *p)
{
    skpi__walk sum = {.start = 0};
    double change = 0, noise = 0;
    for (size_t i = 0; i < p->n; i++) {
        sum.start = sum.start + p->walk[i].start;
        sum.growth = sum.growth + p->walk[i].growth;
        sum.excess = sum.excess + p->walk[i].excess;
        for (size_t j = 0; j < p->n; j++) {
            change = change + p->change[i][j];
            noise = noise + p->noise[i][j];
        }
    }
    sum.drift_sigma = change > 0 ? sqrt(change) : 0;
    sum.sigma = noise > 0 ? sqrt(noise) : 0;
    return sum;
}
