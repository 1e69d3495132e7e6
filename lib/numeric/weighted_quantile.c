/* Quantiles of weighted values (weighted_quantile.h): the weights of equal bins are added up, and only the values of the
 * bin in which a quantile lies are sorted. */
#include "numeric/weighted_quantile.h"
#include <gsl/gsl_sort.h>
#include <stdint.h>
#include <string.h>

#define WEIGHTED_SHORT 1e-12 /* of all weights */
enum { WEIGHTED_BINS = 2048 };

typedef struct weighted_bins {
    double weight[WEIGHTED_BINS], total;
    uint32_t *bin; /* of each value */
} weighted_bins;

static void weighted_count(weighted_bins *b, size_t n, const double *x, const double *weight)
{
    double low = x[0], high = x[0];
    for (size_t i = 1; i < n; i++) {
        low = x[i] < low ? x[i] : low;
        high = x[i] > high ? x[i] : high;
    }
    const double scale = high > low ? WEIGHTED_BINS / (high - low) : 0;
    memset(b->weight, 0, sizeof b->weight);
    for (size_t i = 0; i < n; i++) {
        const double part = (x[i] - low) * scale; /* does not fall in x, whatever the rounding */
        b->bin[i] = part < WEIGHTED_BINS ? (uint32_t)part : WEIGHTED_BINS - 1;
        b->weight[b->bin[i]] += weight[i];
    }
    b->total = 0;
    for (size_t k = 0; k < WEIGHTED_BINS; k++) b->total += b->weight[k];
}

/* The value of bin k at which the sum, before below, reaches wanted; of the last one if the rounding leaves none. */
static double weighted_inside(const weighted_bins *b, size_t k, size_t n, const double *x, const double *weight,
                              double below, double wanted, double *room)
{
    size_t found = 0, i = 0;
    for (size_t j = 0; j < n; j++)
        if (b->bin[j] == k) {
            room[found] = x[j];
            room[n + found++] = weight[j];
        }
    gsl_sort2(room, 1, room + n, 1, found);
    while (i + 1 < found && (below += room[n + i]) < wanted) i++;
    return room[i];
}

void skpi__weighted_quantiles(size_t n, const double *x, const double *weight, size_t n_prob, const double *prob,
                              double *room, double *quantile)
{
    weighted_bins bins = {.bin = (uint32_t *)(void *)(room + 2 * n)};
    weighted_count(&bins, n, x, weight);
    for (size_t q = 0; q < n_prob; q++) {
        const double wanted = (prob[q] - WEIGHTED_SHORT) * bins.total;
        double below = 0;
        size_t k = 0;
        while (k + 1 < WEIGHTED_BINS && !(below + bins.weight[k] >= wanted && bins.weight[k] > 0))
            below += bins.weight[k++];
        quantile[q] = weighted_inside(&bins, k, n, x, weight, below, wanted, room);
    }
}
