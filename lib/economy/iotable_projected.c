/* Rule D: balances that are multiples of columns of the table.
 *
 * A column that is in the table once too often (a subtotal, an "of which") leaves b = z_j.  A column whose figures are
 * k times their right size leaves b = (1 - 1/k) z_j.  b is projected on one column after another, at most six, with
 * rows weighted by 1/(x_i + a).  Of the columns that explain nearly as much as the best one, the column is taken whose
 * multiple is nearest to one of these values.  All multiples are fitted together by least squares.  The finding is kept
 * if at most 1 % of the sum of squares is left and every multiple is one of these values.
 *
 * Source: this library's own rule; the projection is the orthogonal matching pursuit of Pati, Rezaiifar &
 * Krishnaprasad, 27th Asilomar Conference on Signals, Systems and Computers (1993) 40.
 */
#include "economy/iotable_projected.h"
#include "core/steps.h"

enum { MOST = 6, POWERS = 6 };
#define BEGIN 1e-4 /* as a fraction of the output: a larger balance, if it is also beyond rounding, starts the search */
#define NEARLY .98 /* fraction of the gain of the best column */
#define LEFT .01   /* fraction of the sum of squares that may be left */
#define EXACT .01  /* distance of a multiple from a value that means something */

/* Whether a multiple is 1 (*power = 0), or 1 - 1/k with k = 10^*power. */
static int projected_meaning(double g, int *power)
{
    *power = 0;
    double least = fabs(g - 1);
    for (int p = -POWERS; p <= POWERS; p++) {
        const double miss = p ? fabs(g - (1 - pow(10, -p))) / fmax(1, fabs(1 - pow(10, -p))) : INFINITY;
        if (miss < least) least = miss, *power = p;
    }
    return least <= EXACT;
}

typedef struct projection {
    const skpi__iotable_consistency *c;
    double *weight, *residual; /* n each */
    double *inner, *square;    /* n each: inner product of every column with the residual, and with itself */
    double *column[MOST];      /* n each: the columns taken */
    size_t taken[MOST];
    double g[MOST];
    size_t count;
} projection;

static void projected_inner(const projection *p)
{
    const size_t n = p->c->n;
    for (size_t j = 0; j < n; j++) p->inner[j] = p->square[j] = 0;
    for (size_t i = 0; i < n; i++) {
        const double *restrict z = p->c->source->flow + i * n, w = p->weight[i], r = p->weight[i] * p->residual[i];
        double *restrict inner = p->inner, *restrict square = p->square;
        for (size_t j = 0; j < n; j++) {
            inner[j] += r * z[j];
            square[j] += w * z[j] * z[j];
        }
    }
}

/* The next column; n if no column explains anything. */
static size_t projected_next(const projection *p)
{
    const size_t n = p->c->n;
    double most = 0;
    size_t best = n, named = n;
    for (size_t j = 0; j < n; j++) {
        const double gain = p->square[j] > 0 ? p->inner[j] / p->square[j] * p->inner[j] : 0;
        if (gain > most) most = gain, best = j;
    }
    double least = INFINITY;
    for (size_t j = 0; j < n; j++) {
        const double g = p->square[j] > 0 ? p->inner[j] / p->square[j] : 0, gain = g * p->inner[j];
        int power;
        if (!(gain >= NEARLY * most) || !projected_meaning(g, &power)) continue;
        const double miss = fabs(g - (power ? 1 - pow(10, -power) : 1));
        if (miss < least) least = miss, named = j;
    }
    return named < n ? named : best;
}

/* Least squares on the columns taken.  Modified Gram-Schmidt, done twice, replaces the columns by orthonormal
 * vectors. */
static int projected_fit(projection *p)
{
    const size_t n = p->c->n, m = p->count;
    const skpi_economy_iotable_source *s = p->c->source;
    double r[MOST][MOST] = {{0}};
    for (size_t k = 0; k < m; k++) {
        double *q = p->column[k], before = 0, after = 0;
        for (size_t i = 0; i < n; i++) {
            q[i] = sqrt(p->weight[i]) * s->flow[i * n + p->taken[k]];
            before += q[i] * q[i];
        }
        for (int twice = 0; twice < 2; twice++)
            for (size_t l = 0; l < k; l++) {
                double dot = 0;
                for (size_t i = 0; i < n; i++) dot += p->column[l][i] * q[i];
                for (size_t i = 0; i < n; i++) q[i] -= dot * p->column[l][i];
                r[l][k] += dot;
            }
        for (size_t i = 0; i < n; i++) after += q[i] * q[i];
        if (!(after > 1e-12 * before)) return 0;
        r[k][k] = sqrt(after);
        for (size_t i = 0; i < n; i++) q[i] /= r[k][k];
    }
    double right[MOST];
    for (size_t k = 0; k < m; k++) {
        right[k] = 0;
        for (size_t i = 0; i < n; i++) right[k] += p->column[k][i] * sqrt(p->weight[i]) * p->c->balance[i];
    }
    for (size_t k = m; k-- > 0;) {
        for (size_t l = k + 1; l < m; l++) right[k] -= r[k][l] * p->g[l];
        p->g[k] = right[k] / r[k][k];
    }
    for (size_t i = 0; i < n; i++) {
        p->residual[i] = p->c->balance[i];
        for (size_t k = 0; k < m; k++) p->residual[i] -= p->g[k] * s->flow[i * n + p->taken[k]];
    }
    return 1;
}

static double projected_squares(const projection *p, const double *x)
{
    double sum = 0;
    for (size_t i = 0; i < p->c->n; i++) sum += p->weight[i] * x[i] * x[i];
    return sum;
}

/* Whether every multiple means something; *power is that of the first column, which explains most. */
static int projected_named(const projection *p, int *power)
{
    for (size_t k = p->count; k-- > 0;)
        if (!projected_meaning(p->g[k], power)) return 0;
    return p->count > 0;
}

void skpi__iotable_projected(skpi__iotable_consistency *c)
{
    const size_t n = c->n;
    projection p = {
        .c = c, .weight = c->work, .residual = c->work + n, .inner = c->work + 2 * n, .square = c->work + 3 * n};
    int looked = 0;
    for (size_t i = 0; i < n; i++) {
        const double x = c->source->output[i];
        p.weight[i] = x > 0 ? 1 / (x + c->allowance) : 0;
        p.residual[i] = c->balance[i];
        looked |= fabs(c->balance[i]) > fmax(BEGIN * x, c->allowance);
    }
    for (size_t k = 0; k < MOST; k++) p.column[k] = c->work + (4 + k) * n;
    const double all = projected_squares(&p, c->balance);
    if (!looked || !isfinite(all)) return;
    for (double left = all; p.count < MOST && left > LEFT * all; left = projected_squares(&p, p.residual)) {
        SKPI__STEP();
        projected_inner(&p);
        p.taken[p.count] = projected_next(&p);
        if (p.taken[p.count] == n) return;
        p.count++;
        if (!projected_fit(&p)) return;
    }
    int power;
    if (!(projected_squares(&p, p.residual) <= LEFT * all) || !projected_named(&p, &power)) return;
    c->column = (int64_t)p.taken[0];
    c->column_coefficient = p.g[0];
    skpi__iotable_found(c, (skpi__iotable_finding){.reading = power ? SKPI_ECONOMY_READING_COLUMN_UNIT
                                                                    : SKPI_ECONOMY_READING_COUNTED_TWICE,
                                                   .row = SKPI__NO_SECTOR,
                                                   .column = c->column,
                                                   .value = p.g[0],
                                                   .power = power ? -power : 0,
                                                   .count = p.count});
}
