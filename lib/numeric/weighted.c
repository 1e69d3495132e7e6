/* Quantiles of weighted values (weighted.h): the weights of equal bins are added up, and only the values of the bin in
 * which a quantile lies are sorted. */
#include "numeric/weighted.h"
#include <gsl/gsl_sort.h>
#include <math.h>

#define WEIGHTED_SHORT 1e-12 /* of all weights */
enum { WEIGHTED_BINS = 2048 };

typedef struct weighted_bins {
    double low, width; /* of the values; width of all bins */
    double weight[WEIGHTED_BINS], total;
} weighted_bins;

/* Not falling in x, whatever the rounding. */
static size_t weighted_bin(const weighted_bins *b, double x)
{
    const double part = (x - b->low) / b->width * WEIGHTED_BINS;
    return part < WEIGHTED_BINS ? (size_t)part : WEIGHTED_BINS - 1;
}

static void weighted_count(weighted_bins *b, size_t n, const double *x, const double *weight)
{
    double high = x[0];
    b->low = x[0];
    for (size_t i = 1; i < n; i++) {
        if (x[i] < b->low) b->low = x[i];
        if (x[i] > high) high = x[i];
    }
    b->width = high - b->low;
    if (!(b->width > 0)) b->width = 1;
    for (size_t k = 0; k < WEIGHTED_BINS; k++) b->weight[k] = 0;
    for (size_t i = 0; i < n; i++) b->weight[weighted_bin(b, x[i])] += weight[i];
    b->total = 0;
    for (size_t k = 0; k < WEIGHTED_BINS; k++) b->total += b->weight[k];
}

/* The value of bin k at which the sum, before below, reaches wanted; of the last one if the rounding leaves none. */
static double weighted_inside(const weighted_bins *b, size_t k, size_t n, const double *x, const double *weight,
                              double below, double wanted, double *room)
{
    size_t found = 0;
    for (size_t i = 0; i < n; i++)
        if (weighted_bin(b, x[i]) == k) {
            room[found] = x[i];
            room[n + found++] = weight[i];
        }
    gsl_sort2(room, 1, room + n, 1, found);
    size_t i = 0;
    while (i + 1 < found && (below += room[n + i]) < wanted) i++;
    return room[i];
}

void skpi__weighted_quantiles(size_t n, const double *x, const double *weight, size_t n_prob, const double *prob,
                              double *room, double *quantile)
{
    weighted_bins bins;
    weighted_count(&bins, n, x, weight);
    for (size_t q = 0; q < n_prob; q++) {
        const double wanted = (prob[q] - WEIGHTED_SHORT) * bins.total;
        double below = 0;
        size_t k = 0;
        while (k + 1 < WEIGHTED_BINS && !(below + bins.weight[k] >= wanted && bins.weight[k] > 0)) below += bins.weight[k++];
        quantile[q] = weighted_inside(&bins, k, n, x, weight, below, wanted, room);
    }
}
