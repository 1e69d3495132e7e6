/* The distribution of a sum of Beta distributions on a grid (coefficient_grid.h).
 *
 * Each part is put on the grid by its quadrature nodes, whose probability is split between the two points beside them
 * so that the mean is kept; the parts are then convolved.  All probabilities are positive, so that quantiles grow with
 * the probability.  A part moves by less than a cell, and independently of the others: the sum of n parts is off by
 * about sqrt(n)/2 cells.
 */
#include <math.h>
#include "digital/coefficient_grid.h"

static const double LEAST = 1e-300; /* in the place of a probability of 0 */
enum { CELLS = SKPI__GRID_CELLS, TERMS = SKPI__GRID_CELLS /* nodes are closer than a cell */ };

skpi__grid skpi__grid_of(double start, double length, double *work)
{
    return (skpi__grid){start, length / CELLS, work, work + CELLS + 1, work + 2 * (CELLS + 1), 0};
}

/* Adds a probability at a point of an array, which may lie between two of its elements. */
static void grid_put(double *array, int last, double at, double probability)
{
    const double inside = fmin(fmax(at, 0), last), below = fmin(floor(inside), last - 1);
    array[(int)below] += probability * (below + 1 - inside);
    array[(int)below + 1] += probability * (inside - below);
}

/* Puts a part on points 0 to last of an array, which begins at first cells.  Returns the sum of the weights. */
static double grid_part(const skpi__grid *g, const skpi__beta_part *x, double *array, int last, double first)
{
    const skpi__beta_nodes r = skpi__beta_nodes_of(x, g->cell * CELLS, TERMS);
    double sum = 0, off;
    for (int j = 0; j <= last; j++) array[j] = 0;
    for (size_t j = 0; j <= r.last; j++) {
        const double weight = skpi__beta_node(x, &r, j, &off);
        grid_put(array, last, x->k * x->c * (1 - x->c) * off / g->cell - first, weight);
        sum += weight;
    }
    return sum;
}

/* Convolves the grid with a kernel whose element 0 moves by first points.  What would leave the grid stays at its
 * end. */
static void grid_convolve(skpi__grid *g, int last, int first)
{
    double *const from = g->probability, *const to = g->next;
    for (int j = 0; j <= CELLS; j++) to[j] = 0;
    for (int k = 0; k <= last; k++) {
        const int by = first + k, begin = by < 0 ? -by : 0, end = by > 0 ? CELLS - by : CELLS;
        const double p = g->kernel[k];
        for (int j = 0; j < begin; j++) to[0] += p * from[j];
        for (int j = begin; j <= end; j++) to[j + by] += p * from[j];
        for (int j = end + 1; j <= CELLS; j++) to[CELLS] += p * from[j];
    }
    g->probability = to;
    g->next = from;
}

void skpi__grid_add(skpi__grid *g, const skpi__beta_part *x)
{
    if (g->parts++ == 0) {
        const double sum = grid_part(g, x, g->probability, CELLS, g->start / g->cell);
        for (int j = 0; j <= CELLS; j++) g->probability[j] /= sum;
        return;
    }
    const double low = x->k * (x->k > 0 ? -x->c : 1 - x->c) / g->cell, high = low + fabs(x->k) / g->cell;
    const int first = (int)fmax(floor(low), -CELLS), last = (int)fmax(fmin(ceil(high), CELLS) - first, 1);
    const double sum = grid_part(g, x, g->kernel, last, first);
    for (int k = 0; k <= last; k++) g->kernel[k] /= sum;
    grid_convolve(g, last, first);
}

/* The probability of a point fills the half cells beside it evenly. */
double skpi__grid_quantile(const skpi__grid *g, double prob)
{
    double sum = 0;
    int j = 0;
    while (j < CELLS && sum + g->probability[j] < prob) sum += g->probability[j++];
    const double part = fmin((prob - sum) / fmax(g->probability[j], LEAST), 1);
    return g->cell * fmin(fmax(j - .5 + part, 0), CELLS);
}
