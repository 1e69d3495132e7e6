/* Totals that were left among the sectors of a table of flows: rows or columns that are the sum of all others, or of
 * those before them.
 *
 * A published total differs from the sum of its rounded cells by less than a thousandth.
 */
#include "economy/flow_totals.h"
#include <math.h>

enum {
    TOLERANCE = 1000, /* the reciprocal of the tolerance */
    TOGETHER = 4      /* rows computed together */
};

/* For each line (row or column) without its cell on the diagonal: its size, and its distance from the sum of the others
 * and from the sum of those before it. */
typedef struct totals_lines {
    double *size, *from_others, *from_earlier;
} totals_lines;

static void totals_along(size_t begin, size_t end, const double *z, const double *sum, double *before, totals_lines l,
                         size_t t)
{
    double size = l.size[t], from_others = l.from_others[t], from_earlier = l.from_earlier[t]; /* in registers */
    for (size_t j = begin; j < end; j++) {
        const double cell = z[j];
        size += fabs(cell);
        from_others += fabs(sum[j] - cell - cell);
        from_earlier += fabs(before[j] - cell);
        before[j] += cell;
    }
    l.size[t] = size, l.from_others[t] = from_others, l.from_earlier[t] = from_earlier;
}

static void totals_of_rows(size_t n, const double *flow, double *sum, double *before, totals_lines l)
{
    for (size_t t = 0; t < n; t++)
        for (size_t j = 0; j < n; j++) sum[j] += flow[t * n + j];
    for (size_t t = 0; t < n; t++) {
        const double *z = flow + t * n;
        totals_along(0, t, z, sum, before, l, t);
        before[t] += z[t];
        totals_along(t + 1, n, z, sum, before, l, t);
    }
}

typedef struct totals_sums { /* sums of a row: of all columns, and of the columns before the current one */
    double all, before;
} totals_sums;

static void totals_cell(double z, totals_sums *row, totals_lines l, size_t t)
{
    l.size[t] += fabs(z);
    l.from_others[t] += fabs(row->all - z - z);
    l.from_earlier[t] += fabs(row->before - z);
    row->before += z;
}

/* Columns begin .. end-1 of four rows, whose sums do not depend on each other.  No cell lies on the diagonal. */
static void totals_four_rows(size_t n, const double *flow, size_t begin, size_t end, totals_sums *row, totals_lines l)
{
    const double *z0 = flow, *z1 = z0 + n, *z2 = z1 + n, *z3 = z2 + n;
    const double a0 = row[0].all, a1 = row[1].all, a2 = row[2].all, a3 = row[3].all;
    double b0 = row[0].before, b1 = row[1].before, b2 = row[2].before, b3 = row[3].before;
    for (size_t t = begin; t < end; t++) {
        const double c0 = z0[t], c1 = z1[t], c2 = z2[t], c3 = z3[t];
        l.size[t] += (fabs(c0) + fabs(c1)) + (fabs(c2) + fabs(c3));
        l.from_others[t] += (fabs(a0 - c0 - c0) + fabs(a1 - c1 - c1)) + (fabs(a2 - c2 - c2) + fabs(a3 - c3 - c3));
        l.from_earlier[t] += (fabs(b0 - c0) + fabs(b1 - c1)) + (fabs(b2 - c2) + fabs(b3 - c3));
        b0 += c0, b1 += c1, b2 += c2, b3 += c3;
    }
    row[0].before = b0, row[1].before = b1, row[2].before = b2, row[3].before = b3;
}

/* The same for columns; it goes through the rows, too. */
static void totals_of_columns(size_t n, const double *flow, totals_lines l)
{
    for (size_t first = 0; first < n; first += TOGETHER) {
        const size_t count = n - first < TOGETHER ? n - first : TOGETHER;
        const double *z = flow + first * n;
        totals_sums row[TOGETHER] = {{0, 0}};
        for (size_t r = 0; r < count; r++) {
            double part[TOGETHER] = {0};
            for (size_t t = 0; t < n; t++) part[t % TOGETHER] += z[r * n + t];
            row[r].all = (part[0] + part[1]) + (part[2] + part[3]);
        }
        const size_t begin = count == TOGETHER ? first : 0, end = count == TOGETHER ? first + TOGETHER : n;
        totals_four_rows(n, z, 0, begin, row, l);
        for (size_t t = begin; t < end; t++)
            for (size_t r = 0; r < count; r++) {
                if (first + r == t)
                    row[r].before += z[r * n + t];
                else
                    totals_cell(z[r * n + t], row + r, l, t);
            }
        if (end < n) totals_four_rows(n, z, end, n, row, l);
    }
}

size_t skpi__flow_totals(size_t n, const double *flow, int column, double *work, int32_t *flag)
{
    const totals_lines l = {work, work + n, work + 2 * n};
    size_t found = 0, filled = 0, filled_before = 0;
    for (size_t i = 0; i < SKPI__FLOW_TOTALS_WORK * n; i++) work[i] = 0;
    if (column)
        totals_of_columns(n, flow, l);
    else
        totals_of_rows(n, flow, work + 3 * n, work + 4 * n, l);
    for (size_t t = 0; t < n; t++) filled += l.size[t] > 0;
    for (size_t t = 0; t < n; t++) {
        flag[t] = l.size[t] > 0 && ((filled > 2 && TOLERANCE * l.from_others[t] <= l.size[t]) ||
                                    (filled_before > 1 && TOLERANCE * l.from_earlier[t] <= l.size[t]));
        found += (size_t)flag[t];
        filled_before += l.size[t] > 0;
    }
    return found;
}

int skpi__is_total(size_t n, const double *x, size_t t)
{
    double before = 0, others = 0;
    for (size_t i = 0; i < n; i++)
        if (i != t) {
            others += x[i];
            if (i < t) before += x[i];
        }
    return x[t] != 0 &&
           (TOLERANCE * fabs(x[t] - others) <= fabs(x[t]) || TOLERANCE * fabs(x[t] - before) <= fabs(x[t]));
}
