/* Reading an input-output table: its checks, its coefficients, totals left among its sectors.
 *
 * Source: Miller & Blair, Input-Output Analysis (2nd ed. 2009), 2.2, for the coefficients.
 */
#include <float.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "economy/iotable.h"

enum {
    TOLERANCE = 1000, /* a published total differs from the sum of rounded cells: by less than a thousandth */
    TOGETHER = 4      /* rows */
};

static skpi_status arrays(skpi__at at, const skpi_economy_iotable_source *s)
{
    skpi_status status;
    if ((status = skpi__some(at, "source->n", s->n)) ||
        (status = skpi__array(at, "source->flows", s->flows, s->n, s->n)) ||
        (status = skpi__array(at, "source->output", s->output, s->n, 1)) ||
        (status = skpi__array(at, "source->value_added", s->value_added, s->n, 1)))
        return status;
    return skpi__array(at, "source->final_demand", s->final_demand, s->n, 1);
}

/* A sector without output: nothing may be bought or sold by it, no value added, nobody employed. */
static skpi_status idle(skpi__at at, const skpi_economy_iotable_source *s, size_t j)
{
    int busy = s->value_added[j] != 0 || (s->jobs && s->jobs[j] != 0);
    for (size_t i = 0; i < s->n; i++) busy |= s->flows[i * s->n + j] != 0 || s->flows[j * s->n + i] != 0;
    return !busy ? SKPI_OK
                 : skpi__fail(skpi__element(at, j), SKPI_EZERODIV, "source->output", 0,
                              "is a denominator: the sector has flows, value added or jobs");
}

/* The first cell that is not finite, else the largest modulus. */
static skpi_status cells(skpi__at at, size_t n, const double *flows, double *largest)
{
    skpi_status status;
    for (size_t i = 0; i < n; i++) {
        int finite = 1;
        double most = *largest;
        for (size_t j = 0; j < n; j++) {
            const double size = fabs(flows[i * n + j]);
            finite &= size <= DBL_MAX;
            most = size > most ? size : most;
        }
        *largest = most;
        for (size_t j = 0; j < n && !finite; j++)
            if ((status = skpi__finite(skpi__cell(at, i, j), "source->flows", flows[i * n + j]))) return status;
    }
    return SKPI_OK;
}

static skpi_status values(skpi__at at, const skpi_economy_iotable_source *s)
{
    const size_t n = s->n;
    double largest = 0, least = INFINITY; /* flow, output above 0 */
    skpi_status status = cells(at, n, s->flows, &largest);
    if (status) return status;
    for (size_t i = 0; i < n; i++) {
        if ((status = skpi__quantity(skpi__element(at, i), "source->output", s->output[i]))) return status;
        if (s->output[i] > 0) least = fmin(least, s->output[i]);
    }
    for (size_t i = 0; i < n; i++)
        if ((status = skpi__finite(skpi__element(at, i), "source->value_added", s->value_added[i]))) return status;
    for (size_t i = 0; i < n; i++)
        if ((status = skpi__finite(skpi__element(at, i), "source->final_demand", s->final_demand[i]))) return status;
    for (size_t i = 0; i < n && s->jobs; i++)
        if ((status = skpi__quantity(skpi__element(at, i), "source->jobs", s->jobs[i]))) return status;
    for (size_t j = 0; j < n; j++)
        if (s->output[j] == 0 && (status = idle(at, s, j))) return status;
    if (isfinite(largest / least)) return SKPI_OK;
    for (size_t i = 0; i < n; i++) /* an output near the smallest double overflows the quotient */
        for (size_t j = 0; j < n; j++)
            if (s->output[j] != 0 && !isfinite(s->flows[i * n + j] / s->output[j]))
                return skpi__fail(skpi__cell(at, i, j), SKPI_EOVERFLOW, "source->flows", s->flows[i * n + j],
                                  "over the output %g is beyond the range of a double", s->output[j]);
    return SKPI_OK;
}

skpi_status skpi__iotable_read(skpi__at at, const skpi_economy_iotable_source *source,
                               skpi_economy_iotable_source *copy)
{
    skpi_status s;
    if ((s = SKPI__NEED(at, source, 0, copy)) || (s = arrays(at, copy))) return s;
    return values(at, copy);
}

void skpi__iotable_coefficients(const skpi_economy_iotable_source *s, int absolute, double *a)
{
    for (size_t i = 0; i < s->n; i++)
        for (size_t j = 0; j < s->n; j++) {
            const double z = s->flows[i * s->n + j];
            a[i * s->n + j] = s->output[j] != 0 ? (absolute ? fabs(z) : z) / s->output[j] : 0;
        }
}

void skpi__iotable_complement(size_t n, double *a)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) a[i * n + j] = (i == j) - a[i * n + j];
}

/* Of line t, its own cell apart: size, and how far it is from the sum of the others and of those before it. */
typedef struct lines {
    double *size, *off_all, *off_before;
} lines;

static void along(size_t begin, size_t end, const double *z, const double *sum, double *before, lines l, size_t t)
{
    double size = l.size[t], off_all = l.off_all[t], off_before = l.off_before[t]; /* in registers */
    for (size_t j = begin; j < end; j++) {
        const double cell = z[j];
        size += fabs(cell);
        off_all += fabs(sum[j] - cell - cell);
        off_before += fabs(before[j] - cell);
        before[j] += cell;
    }
    l.size[t] = size, l.off_all[t] = off_all, l.off_before[t] = off_before;
}

static void rows(size_t n, const double *flows, double *sum, double *before, lines l)
{
    for (size_t t = 0; t < n; t++)
        for (size_t j = 0; j < n; j++) sum[j] += flows[t * n + j];
    for (size_t t = 0; t < n; t++) {
        const double *z = flows + t * n;
        along(0, t, z, sum, before, l, t);
        before[t] += z[t];
        along(t + 1, n, z, sum, before, l, t);
    }
}

typedef struct sums { /* of a row: all of it, and what was before the column where the walk is */
    double all, before;
} sums;

static void cell(double z, sums *row, lines l, size_t t)
{
    l.size[t] += fabs(z);
    l.off_all[t] += fabs(row->all - z - z);
    l.off_before[t] += fabs(row->before - z);
    row->before += z;
}

/* Columns begin .. end-1 of four rows, whose sums do not wait for each other; no cell is its column's own. */
static void four(size_t n, const double *flows, size_t begin, size_t end, sums *row, lines l)
{
    const double *z0 = flows, *z1 = z0 + n, *z2 = z1 + n, *z3 = z2 + n;
    const double a0 = row[0].all, a1 = row[1].all, a2 = row[2].all, a3 = row[3].all;
    double b0 = row[0].before, b1 = row[1].before, b2 = row[2].before, b3 = row[3].before;
    for (size_t t = begin; t < end; t++) {
        const double c0 = z0[t], c1 = z1[t], c2 = z2[t], c3 = z3[t];
        l.size[t] += (fabs(c0) + fabs(c1)) + (fabs(c2) + fabs(c3));
        l.off_all[t] += (fabs(a0 - c0 - c0) + fabs(a1 - c1 - c1)) + (fabs(a2 - c2 - c2) + fabs(a3 - c3 - c3));
        l.off_before[t] += (fabs(b0 - c0) + fabs(b1 - c1)) + (fabs(b2 - c2) + fabs(b3 - c3));
        b0 += c0, b1 += c1, b2 += c2, b3 += c3;
    }
    row[0].before = b0, row[1].before = b1, row[2].before = b2, row[3].before = b3;
}

/* The same of columns, also walked along the rows. */
static void columns(size_t n, const double *flows, lines l)
{
    for (size_t first = 0; first < n; first += TOGETHER) {
        const size_t count = n - first < TOGETHER ? n - first : TOGETHER;
        const double *z = flows + first * n;
        sums row[TOGETHER] = {{0, 0}};
        for (size_t r = 0; r < count; r++) {
            double part[TOGETHER] = {0};
            for (size_t t = 0; t < n; t++) part[t % TOGETHER] += z[r * n + t];
            row[r].all = (part[0] + part[1]) + (part[2] + part[3]);
        }
        const size_t begin = count == TOGETHER ? first : 0, end = count == TOGETHER ? first + TOGETHER : n;
        four(n, z, 0, begin, row, l);
        for (size_t t = begin; t < end; t++)
            for (size_t r = 0; r < count; r++) {
                if (first + r == t)
                    row[r].before += z[r * n + t];
                else
                    cell(z[r * n + t], row + r, l, t);
            }
        if (end < n) four(n, z, end, n, row, l);
    }
}

size_t skpi__iotable_totals(size_t n, const double *flows, int column, double *work, int32_t *flag)
{
    const lines l = {work, work + n, work + 2 * n};
    size_t found = 0, filled = 0, filled_before = 0;
    for (size_t i = 0; i < SKPI__IOTABLE_TOTALS_WORK * n; i++) work[i] = 0;
    if (column)
        columns(n, flows, l);
    else
        rows(n, flows, work + 3 * n, work + 4 * n, l);
    for (size_t t = 0; t < n; t++) filled += l.size[t] > 0;
    for (size_t t = 0; t < n; t++) {
        flag[t] = l.size[t] > 0 && ((filled > 2 && TOLERANCE * l.off_all[t] <= l.size[t]) ||
                                    (filled_before > 1 && TOLERANCE * l.off_before[t] <= l.size[t]));
        found += (size_t)flag[t];
        filled_before += l.size[t] > 0;
    }
    return found;
}

int skpi__iotable_is_sum(size_t n, const double *x, size_t t)
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
