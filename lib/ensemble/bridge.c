/* Numbers with given sums (bridge.h): Cholesky's factor of what is left, year by year from the last one. */
#include "ensemble/bridge.h"
#include <math.h>
#include <string.h>
#include "ensemble/sampling.h"

#define BRIDGE_ROUNDING 0x1p-40 /* of a pivot beside its diagonal, and of a variance beside 1 */

static void bridge_rows_of_length_1(size_t n, size_t n_years, double *weight)
{
    for (size_t k = 0; k < n; k++) {
        double *row = weight + k * n_years, squares = 0;
        for (size_t t = 0; t < n_years; t++) squares += row[t] * row[t];
        const double length = sqrt(squares);
        for (size_t t = 0; t < n_years && squares > 0; t++) row[t] /= length;
    }
}

/* L L' = Q, whose lower triangle is given. */
static void bridge_factor(size_t n, const double *q, double *l)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j <= i; j++) {
            double rest = q[i * n + j];
            const double pivot = l[j * n + j];
            for (size_t k = 0; k < j; k++) rest -= l[i * n + k] * l[j * n + k];
            if (i == j)
                l[i * n + i] = rest > q[i * n + i] * BRIDGE_ROUNDING ? sqrt(rest) : 0;
            else
                l[i * n + j] = pivot > 0 ? rest / pivot : 0;
        }
}

/* g = Q^-1 w, without the rows that have 0 on the diagonal; returns w . g. */
static double bridge_solve(size_t n, const double *l, const double *w, double *g)
{
    double product = 0;
    for (size_t i = 0; i < n; i++) {
        double rest = w[i];
        for (size_t j = 0; j < i; j++) rest -= l[i * n + j] * g[j];
        g[i] = l[i * n + i] > 0 ? rest / l[i * n + i] : 0;
        product += g[i] * g[i];
    }
    for (size_t i = n; i-- > 0;) {
        for (size_t j = i + 1; j < n; j++) g[i] -= l[j * n + i] * g[j];
        g[i] = l[i * n + i] > 0 ? g[i] / l[i * n + i] : 0;
    }
    return product;
}

void skpi__bridge(size_t n, size_t n_years, double *weight, double *gain, double *spread, double *factor)
{
    double q[SKPI__ANCHORS_MOST * SKPI__ANCHORS_MOST] = {0}, w[SKPI__ANCHORS_MOST];
    double g[SKPI__ANCHORS_MOST] = {0};
    memset(factor, 0, n * n * sizeof *factor);
    bridge_rows_of_length_1(n, n_years, weight);
    for (size_t t = n_years; t-- > 0;) {
        for (size_t i = 0; i < n; i++) w[i] = weight[i * n_years + t];
        for (size_t i = 0; i < n; i++)
            for (size_t j = 0; j <= i; j++) q[i * n + j] += w[i] * w[j];
        bridge_factor(n, q, factor);
        const double rest = 1 - bridge_solve(n, factor, w, g);
        spread[t] = rest > BRIDGE_ROUNDING ? sqrt(rest) : 0;
        for (size_t i = 0; i < n; i++) gain[i * n_years + t] = g[i];
    }
}
