/* A total among parts (total_among.h).
 *
 * Part t is the sum of the others if twice its value is the sum of all.  Of n printed figures each is off by half a unit
 * of the last digit, so that the sum of the others is off by n/2 units; the unit is the smallest of all parts.  As in
 * flow_totals.c the difference is below a thousandth too, because coarse figures may be near such a sum by chance.
 */
#include <math.h>
#include "economy/total_among.h"
#include "numeric/decimal.h"
#include "numeric/last_digit.h"
#include "numeric/sum.h"

#define NEAR 1e-3
#define EXACT 1e-9 /* of the rounding that is allowed */

typedef struct total_parts {
    size_t n, n_cells;
    skpi__part_value *value;
    const void *parts;
} total_parts;

/* The smallest unit of the parts of a cell, of which at least one differs from 0. */
static double total_unit(const total_parts *p, size_t cell)
{
    double least = INFINITY;
    for (size_t i = 0; i < p->n; i++) {
        const double size = fabs(p->value(p->parts, i, cell));
        if (size > 0) least = fmin(least, skpi__last_digit(size));
    }
    return least;
}

/* The sum of a cell and of its sizes.  Returns whether the cell tells anything. */
static int total_sums(const total_parts *p, size_t cell, double *all, double *size)
{
    skpi__sum sum = {0, 0};
    *size = 0;
    for (size_t i = 0; i < p->n; i++) {
        const double v = p->value(p->parts, i, cell);
        skpi__sum_add(&sum, v);
        *size += fabs(v);
    }
    *all = skpi__sum_value(&sum);
    return *size > 0; /* not if a part is missing */
}

/* Whether part t is the sum of the others in a cell with these sums. */
static int total_is(const total_parts *p, size_t t, size_t cell, double all, double size)
{
    const double v = p->value(p->parts, t, cell), off = fabs(all - v - v);
    if (!(v != 0 && off <= NEAR * fabs(v))) return 0;
    const double rounding = (double)p->n / 2 * total_unit(p, cell);
    return off <= rounding * (1 + EXACT) + SKPI__DECIMAL * size;
}

/* Whether part t is the sum of the others in all cells that tell, of which two others differ from 0. */
static int total_of_all(const total_parts *p, size_t t, size_t first)
{
    size_t other = p->n; /* one that differs from 0 */
    int others = 0;      /* 1: there is another one */
    for (size_t cell = first; cell < p->n_cells; cell++) {
        double all, size;
        if (!total_sums(p, cell, &all, &size)) continue;
        if (!total_is(p, t, cell, all, size)) return 0;
        for (size_t i = 0; i < p->n && !others; i++) {
            if (i == t || i == other || p->value(p->parts, i, cell) == 0) continue;
            others = other < p->n;
            other = i;
        }
    }
    return others;
}

size_t skpi__total_among(size_t n_parts, size_t n_cells, skpi__part_value *value, const void *parts, size_t *cell)
{
    const total_parts p = {n_parts, n_cells, value, parts};
    double all = 0, size = 0;
    size_t first = 0;
    while (first < n_cells && !total_sums(&p, first, &all, &size)) first++;
    if (cell) *cell = first;
    for (size_t t = 0; t < n_parts && first < n_cells; t++)
        if (total_is(&p, t, first, all, size) && total_of_all(&p, t, first)) return t;
    return n_parts;
}
