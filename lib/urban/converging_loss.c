/* Constants of the converging method (converging_loss.h).
 *
 * The loss of a pair is Huber's, of the error in points of percent over l^.85, because errors grow with the lead l:
 *   x^2/2 up to .7, then .7 (|x| - .35)                 (converging_kernel.c)
 * A grid point with the loss S has the weight exp(-.01 (S - min S)); phi and c are the weighted means, and so they move
 * little with the grid.  .01 is a decision: neighbouring pairs share their errors and do not count in full.
 */
#include "urban/converging_loss.h"
#include "urban/converging_kernel.h"

#define LOSS_POWER .85
#define LOSS_POINTS 100
#define LOSS_RATE .01

/* Pairs from one on, as many as a block holds, before end; years: what their decaying part counts for. */
static void loss_begin(skpi__urban_loss_block *b, const skpi__urban_pairs *p, size_t from, size_t end,
                       const double *years, const double *scale, double part_most)
{
    b->n = end - from < SKPI__URBAN_LOSS_BLOCK ? end - from : SKPI__URBAN_LOSS_BLOCK;
    b->most = 0;
    for (size_t k = 0; k < b->n; k++) {
        const size_t i = from + k;
        b->logit[k] = p->logit[i] + p->urgd[i] * years[i];
        b->step[k] = p->mean[i] * (p->lead[i] - years[i]);
        b->truth[k] = p->truth[i];
        b->scale[k] = scale[i];
        b->most = fmax(b->most, fabs(b->logit[k]) + part_most * fabs(b->step[k]));
    }
}

/* Four sums side by side, in an order that no compiler changes. */
static double loss_sum(const skpi__urban_loss_block *b)
{
    double sum[4] = {0};
    for (size_t k = 0; k < b->n; k++) sum[k % 4] += b->loss[k];
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

void skpi__urban_losses(const skpi__urban_pairs *p, size_t n_groups, const skpi__urban_grid *grid, double *room,
                        double *loss)
{
    double *const years = room, *const scale = room + p->n;
    skpi__urban_loss_block block = {.n = 0};
    double part_most = 0;
    for (size_t k = 0; k < grid->n_part; k++) part_most = fmax(part_most, grid->part[k]);
    for (size_t i = 0; i < p->n; i++) scale[i] = LOSS_POINTS / pow(p->lead[i], LOSS_POWER);
    for (size_t k = 0; k < n_groups * grid->n_by * grid->n_part; k++) loss[k] = 0;
    for (size_t b = 0; b < grid->n_by; b++) {
        skpi__urban_pairs_years(p, grid->by[b], years);
        for (size_t g = 0; g < n_groups; g++) {
            double *const row = loss + (g * grid->n_by + b) * grid->n_part;
            for (size_t i = p->first[g]; i < p->first[g + 1]; i += block.n) {
                loss_begin(&block, p, i, p->first[g + 1], years, scale, part_most);
                for (size_t k = 0; k < grid->n_part; k++) {
                    skpi__urban_loss_block_at(&block, grid->part[k]);
                    row[k] += loss_sum(&block);
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
