/* Benefit of the doubt: each unit under the weights that are best for it.
 *
 *   max sum_j w_j y_cj, sum_j w_j y_ij <= 1 for every unit i, w >= 0
 *   low_j T <= w_j y_cj <= high_j T, T = sum_j w_j y_cj
 *
 * Values are taken in units of the largest of their column.  With p_j = w_j y_cj = low_j T + q_j, q >= 0, the lower bounds
 * are met by every q: T = sum q/(1 - sum low), and the unknowns are the u_j = q_j/y_cj.  Then every row i has the
 * elements y_ij + y_cj sum_k low_k (y_ik/y_ck)/(1 - sum low), and an upper bound is a row q_j <= (high_j - low_j) T that
 * is left out where it cannot bind.  u = 0 meets all rows, so that the simplex method (numeric/simplex.h) starts there.
 * An indicator of which the unit has nothing gets no weight.
 *
 * Source: L. Cherchye, W. Moesen, N. Rogge and T. Van Puyenbroeck, Social Indicators Research 82 (2007) 111.
 */
#include <smartkpi/index.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "numeric/decimal.h"
#include "numeric/simplex.h"

#define NEARLY 1e-12 /* 1, of a sum of shares */

typedef struct benefit_call {
    size_t n, m;
    const double *value;
    double *low, *high, *largest; /* m: bounds; largest values of the columns */
    double *y;                    /* n x m: values; 0 where a row failed */
    double *score, *weight;
    double *table, *bound, *dual; /* the programme: n + m rows of m elements, and their bounds and prices */
    double *gain, *found, *part;  /* m: its unknowns; what the unit gets from each indicator */
    size_t *used;                 /* m: the indicator of each unknown */
    skpi__simplex_room room;
    void *block; /* the memory of all these */
} benefit_call;

/* ---- bounds of the shares ---- */

static skpi_status benefit_bounds(skpi__at at, const benefit_call *c, const double *low, const double *high)
{
    double low_sum = 0, high_sum = 0;
    skpi_status s;
    for (size_t j = 0; j < c->m; j++) {
        const skpi__at here = skpi__element(at, j);
        c->low[j] = low ? low[j] : 0;
        c->high[j] = high ? high[j] : 1;
        if ((s = skpi__share(here, "share_low", c->low[j])) || (s = skpi__share(here, "share_high", c->high[j])))
            return s;
        if (!skpi__reaches(c->high[j], c->low[j], 0))
            return skpi__fail(here, SKPI_EINCONSISTENT, "share_low", c->low[j], "is above share_high = %g", c->high[j]);
        c->high[j] = fmax(c->high[j], c->low[j]);
        low_sum += c->low[j];
        high_sum += c->high[j];
    }
    if (low_sum > 1 + NEARLY)
        return skpi__refuse(at, SKPI_EINCONSISTENT, "share_low", "adds up to %g, which is more than 1", low_sum);
    if (high_sum < 1 - NEARLY)
        return skpi__refuse(at, SKPI_EINCONSISTENT, "share_high", "adds up to %g, which is less than 1", high_sum);
    return SKPI_OK;
}

/* Whether the unit has values where shares are needed. */
static skpi_status benefit_feasible(skpi__at at, const benefit_call *c, const double *y)
{
    double high_sum = 0, sum = 0;
    for (size_t j = 0; j < c->m; j++) {
        if (y[j] == 0 && c->low[j] > 0)
            return skpi__fail(skpi__column(at, j), SKPI_EINFEASIBLE, "value", 0,
                              "cannot be the share %g of a score that share_low asks for", c->low[j]);
        high_sum += y[j] > 0 ? c->high[j] : 0;
        sum += y[j];
    }
    return sum == 0 || high_sum >= 1 - NEARLY
               ? SKPI_OK
               : skpi__refuse(at, SKPI_EINFEASIBLE, "value", "is above 0 only where share_high allows %g of a score",
                              high_sum);
}

/* ---- one unit ---- */

static skpi_status benefit_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const benefit_call *c = call;
    const double *v = c->value + i * c->m;
    double *const y = c->y + i * c->m;
    skpi_status s;
    (void)kept;
    for (size_t j = 0; j < c->m; j++)
        if ((s = skpi__quantity(skpi__column(at, j), "value", v[j]))) return s;
    if ((s = benefit_feasible(at, c, v))) return s;
    for (size_t j = 0; j < c->m; j++) { /* it is compared with */
        y[j] = v[j];
        c->largest[j] = fmax(c->largest[j], v[j]);
    }
    return SKPI_OK;
}

/* The value of unit i in units of the largest of column j. */
static double benefit_value(const benefit_call *c, size_t i, size_t j) { return c->y[i * c->m + j] / c->largest[j]; }

/* The score if the shares of a unit are those given: T = 1/max_i sum_j share_j y_ij/y_cj. */
static double benefit_fixed(const benefit_call *c, size_t unit, const double *share)
{
    double most = 0;
    for (size_t i = 0; i < c->n; i++) {
        double sum = 0;
        for (size_t j = 0; j < c->m; j++)
            if (c->y[unit * c->m + j] > 0 && share[j] > 0)
                sum += share[j] * (benefit_value(c, i, j) / benefit_value(c, unit, j));
        most = fmax(most, sum);
    }
    for (size_t j = 0; j < c->m; j++) c->part[j] = c->y[unit * c->m + j] > 0 ? share[j] / most : 0;
    return 1 / most;
}

/* The rows of the units, each divided by its largest element. */
static void benefit_rows(const benefit_call *c, size_t unit, size_t k, double rest)
{
    for (size_t i = 0; i < c->n; i++) {
        double *const row = c->table + i * k, lower = 0, largest = 0;
        for (size_t u = 0; u < k; u++)
            if (c->low[c->used[u]] > 0)
                lower += c->low[c->used[u]] * (benefit_value(c, i, c->used[u]) / benefit_value(c, unit, c->used[u]));
        for (size_t u = 0; u < k; u++) {
            row[u] = benefit_value(c, i, c->used[u]) + benefit_value(c, unit, c->used[u]) * lower / rest;
            largest = fmax(largest, row[u]);
        }
        if (!(largest > 0)) largest = 1;
        for (size_t u = 0; u < k; u++) row[u] /= largest;
        c->bound[i] = 1 / largest;
    }
}

/* The rows of the upper bounds that can bind; returns how many rows there are. */
static size_t benefit_uppers(const benefit_call *c, size_t k, double rest)
{
    size_t rows = c->n;
    for (size_t u = 0; u < k; u++) {
        const double most = (c->high[c->used[u]] - c->low[c->used[u]]) / rest;
        if (most >= 1 - NEARLY) continue;
        double *const row = c->table + rows * k;
        for (size_t v = 0; v < k; v++) row[v] = ((u == v) - most) * c->gain[v];
        c->bound[rows++] = 0;
    }
    return rows;
}

/* The score of a unit with k unknowns, and its parts, which are 0 before; NaN if the programme was not solved. */
static double benefit_solve(const benefit_call *c, size_t unit, size_t k, double low_sum)
{
    const double rest = 1 - low_sum;
    double unit_size = 0, sum = 0;
    for (size_t u = 0; u < k; u++) unit_size = fmax(unit_size, benefit_value(c, unit, c->used[u]));
    for (size_t u = 0; u < k; u++) c->gain[u] = benefit_value(c, unit, c->used[u]) / unit_size;
    benefit_rows(c, unit, k, rest);
    const size_t rows = benefit_uppers(c, k, rest);
    if (skpi__simplex(rows, k, c->table, c->bound, c->gain, c->found, c->dual, &c->room)) return (double)NAN;
    for (size_t u = 0; u < k; u++) sum += c->found[u] *= benefit_value(c, unit, c->used[u]);
    const double score = sum / rest;
    for (size_t u = 0; u < k; u++) c->part[c->used[u]] = c->low[c->used[u]] * score + c->found[u];
    return score;
}

static double benefit_score(const benefit_call *c, size_t unit)
{
    double low_sum = 0, high_sum = 0;
    size_t k = 0;
    for (size_t j = 0; j < c->m; j++) {
        c->part[j] = 0;
        if (!(c->y[unit * c->m + j] > 0)) continue;
        c->used[k++] = j;
        low_sum += c->low[j];
        high_sum += c->high[j];
    }
    if (!k) return 0;
    if (low_sum >= 1 - NEARLY) return benefit_fixed(c, unit, c->low);
    if (high_sum <= 1 + NEARLY) return benefit_fixed(c, unit, c->high);
    return benefit_solve(c, unit, k, low_sum);
}

static skpi_status benefit_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const benefit_call *c = call;
    const double score = benefit_score(c, i);
    skpi_status s;
    (void)kept;
    if (isnan(score))
        return skpi__refuse(at, SKPI_ENOTCONVERGED, "value", "leads to a linear programme that was not solved");
    for (size_t j = 0; j < c->m; j++)
        if (c->part[j] > 0) {
            c->part[j] /= c->y[i * c->m + j];
            if ((s = skpi__result(skpi__column(at, j), "weight", c->part[j]))) return s;
        }
    c->score[i] = fmin(score, 1); /* the row of the unit itself, up to rounding */
    for (size_t j = 0; j < c->m; j++) skpi__set(c->weight, i * c->m + j, c->part[j]);
    return SKPI_OK;
}

static void benefit_fail(const void *call, size_t i)
{
    const benefit_call *c = call;
    c->score[i] = (double)NAN;
    skpi__set_nan_row(c->weight, i, c->m);
}

/* ---- the call ---- */

static int benefit_allocate(benefit_call *c)
{
    const size_t n = c->n, m = c->m, rows = skpi__width(1, n + m);
    const skpi__piece pieces[] = {SKPI__PIECE(c->low, m, 1),
                                  SKPI__PIECE(c->high, m, 1),
                                  SKPI__PIECE(c->largest, m, 1),
                                  SKPI__PIECE(c->y, n, m),
                                  SKPI__PIECE(c->used, m, 1),
                                  SKPI__PIECE(c->table, rows, m),
                                  SKPI__PIECE(c->bound, rows, 1),
                                  SKPI__PIECE(c->dual, rows, 1),
                                  SKPI__PIECE(c->gain, m, 1),
                                  SKPI__PIECE(c->found, m, 1),
                                  SKPI__PIECE(c->part, m, 1),
                                  SKPI__PIECE(c->room.table, rows + 1, m + 1),
                                  SKPI__PIECE(c->room.row, rows, 1),
                                  SKPI__PIECE(c->room.column, m, 1),
                                  SKPI__PIECE(c->room.spare, rows + m, 1)};
    c->block = SKPI__ALLOC_PIECES(pieces);
    return c->block != NULL;
}

skpi_status skpi_index_benefit(size_t n, size_t m, const double *value, const double *share_low,
                               const double *share_high, double *score, double *weight, int32_t *status)
{
    static const skpi__rows_steps steps = {0, benefit_check, benefit_compute, benefit_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    benefit_call c = {.n = n, .m = m, .value = value, .score = score, .weight = weight};
    skpi_status s;
    if ((s = skpi__count(r.at, "n", n)) || (s = skpi__count(r.at, "m", m)) ||
        (s = skpi__rows_matrix(&r, "value", value, m)) || (s = skpi__rows_array(&r, "score", score)) ||
        (s = skpi__array_size(r.at, "m", m, m)))
        return s;
    if (!benefit_allocate(&c))
        s = skpi__no_memory(r.at, "n", n);
    else if (!(s = benefit_bounds(r.at, &c, share_low, share_high)))
        s = skpi__rows_run(&r, &steps, &c);
    free(c.block);
    return s;
}
