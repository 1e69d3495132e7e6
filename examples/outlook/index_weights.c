/* The weights of an index that was printed with its dimensions but without weights: least squares over all cities, by
 * columns made orthogonal one after another (modified Gram-Schmidt). */
#include "index_weights.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Weights that meet the printed index over all cities but one; SIZE_MAX = over all.  Returns the dimension that the ones
 * before it determine, m where there is none. */
static size_t weights_fit(const city_index *x, size_t without, double *weight)
{
    const size_t n = x->n, m = x->m, rest = m + 1; /* the last column is the index */
    double *q = program_memory(n * rest, sizeof *q), *r = program_memory(rest * rest, sizeof *r);
    size_t bound = m;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j <= m && i != without; j++)
            q[i * rest + j] = j < m ? x->value[i * m + j] : x->city[i].printed;
    for (size_t j = 0; j < m && bound == m; j++) {
        double before = 0, norm = 0;
        for (size_t i = 0; i < n; i++) {
            norm += q[i * rest + j] * q[i * rest + j];
            if (i != without) before += x->value[i * m + j] * x->value[i * m + j];
        }
        if (!(norm > 1e-16 * before)) bound = j;
        r[j * rest + j] = sqrt(norm);
        for (size_t k = j + 1; k <= m && bound == m; k++) {
            double part = 0;
            for (size_t i = 0; i < n; i++) part += q[i * rest + j] * q[i * rest + k];
            r[j * rest + k] = part / r[j * rest + j];
            for (size_t i = 0; i < n; i++) q[i * rest + k] -= part / norm * q[i * rest + j];
        }
    }
    for (size_t j = m; j-- > 0 && bound == m;) {
        weight[j] = r[j * rest + m];
        for (size_t k = j + 1; k < m; k++) weight[j] -= r[j * rest + k] * weight[k];
        weight[j] /= r[j * rest + j];
    }
    free(q);
    free(r);
    return bound;
}

static double weights_index(const city_index *x, const double *weight, size_t city)
{
    double sum = 0;
    for (size_t j = 0; j < x->m; j++) sum += weight[j] * x->value[city * x->m + j];
    return sum;
}

/* How many printed indices differ by more than a printed point, and which most. */
static size_t weights_beyond(const city_index *x, const double *weight, size_t without, size_t *most, double *off)
{
    size_t beyond = 0;
    *off = -1;
    for (size_t i = 0; i < x->n; i++) {
        const double away = fabs(weights_index(x, weight, i) - x->city[i].printed);
        if (i == without) continue;
        beyond += away > x->step;
        if (away > *off) *off = away, *most = i;
    }
    return beyond;
}

/* Fails at a city without which all others are met: a slip in its row. */
static void weights_slip(const city_index *x)
{
    double *weight = program_memory(x->m, sizeof *weight), off;
    for (size_t i = 0; i < x->n && x->n > x->m + 2; i++) {
        size_t most;
        if (weights_fit(x, i, weight) < x->m || weights_beyond(x, weight, i, &most, &off)) continue;
        csv_fail(x->cities, i, x->printed,
                 "the index %s is not what the other cities' weights give, %.*f: a slip in this row?",
                 csv_raw(x->cities, i, x->printed), x->step < 1 ? 1 - (int)lround(log10(x->step)) : 1,
                 weights_index(x, weight, i));
    }
    free(weight);
}

static double dimension_span(const city_index *x, size_t j)
{
    double low = x->value[j], high = low;
    for (size_t i = 1; i < x->n; i++) {
        low = fmin(low, x->value[i * x->m + j]);
        high = fmax(high, x->value[i * x->m + j]);
    }
    return high - low;
}

static void weights_found(city_index *x)
{
    const csv *t = x->dimensions;
    const size_t weights = csv_optional(t, "weight"),
                 where = weights == CSV_NONE ? csv_column(t, "dimension") : weights;
    double *weight = program_memory(x->m, sizeof *weight), off;
    size_t most;
    if (x->n < x->m)
        csv_fail(t, x->dimension[0].row, where,
                 "the weights of %zu dimensions cannot be found from %zu printed indices: give them", x->m, x->n);
    const size_t bound = weights_fit(x, SIZE_MAX, weight);
    if (bound < x->m)
        csv_fail(t, x->dimension[bound].row, where,
                 "the weight of \"%s\" cannot be found: the dimensions before it determine it; give the weights",
                 x->dimension[bound].code);
    if (weights_beyond(x, weight, SIZE_MAX, &most, &off)) weights_slip(x);
    for (size_t j = 0; j < x->m; j++) {
        if (weight[j] < 0 && -weight[j] * dimension_span(x, j) < x->step) weight[j] = 0; /* it moves no printed index */
        if (weight[j] < 0)
            csv_fail(t, x->dimension[j].row, where,
                     "\"%s\" would weigh %.3g: the printed index is no mean of these dimensions; give the weights",
                     x->dimension[j].code, weight[j]);
        x->dimension[j].weight = weight[j];
    }
    free(weight);
}

static void weights_given(city_index *x, size_t column)
{
    x->weights = INDEX_EQUAL;
    for (size_t j = 0; j < x->m; j++) {
        index_dimension *d = &x->dimension[j];
        const int there = !csv_missing(x->dimensions, d->row, column);
        if (j && there != (x->weights == INDEX_GIVEN))
            csv_fail(x->dimensions, d->row, column, "a weight is given to some dimensions only: to all or to none");
        if (there) x->weights = INDEX_GIVEN;
        d->weight = there ? csv_positive(x->dimensions, d->row, column) : 1;
    }
}

void index_weights_find(city_index *x)
{
    weights_given(x, csv_optional(x->dimensions, "weight"));
    const int printed = x->printed != CSV_NONE;
    if (printed && x->weights == INDEX_EQUAL) {
        x->weights = INDEX_FOUND;
        weights_found(x);
    }
    double sum = 0, *weight = program_memory(x->m, sizeof *weight);
    for (size_t j = 0; j < x->m; j++) sum += x->dimension[j].weight;
    for (size_t j = 0; j < x->m; j++) {
        if (x->weights != INDEX_FOUND) x->dimension[j].weight /= sum;
        weight[j] = x->dimension[j].weight;
    }
    x->sum = x->weights == INDEX_FOUND ? sum : 1;
    if (printed) x->beyond = weights_beyond(x, weight, SIZE_MAX, &x->off_city, &x->off);
    free(weight);
}
