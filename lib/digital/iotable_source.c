/* Reading an input-output table: its checks, its coefficients, totals left among its sectors.
 *
 * Source: Miller & Blair, Input-Output Analysis (2nd ed. 2009), 2.2, for the coefficients.
 */
#include <float.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "digital/iotable.h"

enum { TOLERANCE = 1000 }; /* a published total differs from the sum of rounded cells: by less than a thousandth */

static skpi_status arrays(skpi__at at, const skpi_digital_iotable_source *s)
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
static skpi_status idle(skpi__at at, const skpi_digital_iotable_source *s, size_t j)
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
        for (size_t j = 0; j < n; j++) {
            const double size = fabs(flows[i * n + j]);
            finite &= size <= DBL_MAX;
            *largest = size > *largest ? size : *largest;
        }
        for (size_t j = 0; j < n && !finite; j++)
            if ((status = skpi__finite(skpi__cell(at, i, j), "source->flows", flows[i * n + j]))) return status;
    }
    return SKPI_OK;
}

static skpi_status values(skpi__at at, const skpi_digital_iotable_source *s)
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
    for (size_t i = 0; i < n && s->investment; i++)
        if ((status = skpi__share(skpi__element(at, i), "source->investment", s->investment[i]))) return status;
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

skpi_status skpi__iotable_read(skpi__at at, const skpi_digital_iotable_source *source,
                               skpi_digital_iotable_source *copy)
{
    skpi_status s;
    if ((s = SKPI__NEED(at, source, 0, copy)) || (s = arrays(at, copy))) return s;
    return values(at, copy);
}

void skpi__iotable_coefficients(const skpi_digital_iotable_source *s, int absolute, double *a)
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

static void rows(size_t n, const double *flows, double *sum, double *before, lines l)
{
    for (size_t t = 0; t < n; t++)
        for (size_t j = 0; j < n; j++) sum[j] += flows[t * n + j];
    for (size_t t = 0; t < n; t++)
        for (size_t j = 0; j < n; j++) {
            const double z = flows[t * n + j];
            if (j != t) {
                l.size[t] += fabs(z);
                l.off_all[t] += fabs(sum[j] - z - z);
                l.off_before[t] += fabs(before[j] - z);
            }
            before[j] += z;
        }
}

/* The same of columns, also walked along the rows. */
static void columns(size_t n, const double *flows, lines l)
{
    for (size_t j = 0; j < n; j++) {
        double sum = 0, before = 0;
        for (size_t t = 0; t < n; t++) sum += flows[j * n + t];
        for (size_t t = 0; t < n; t++) {
            const double z = flows[j * n + t];
            if (j != t) {
                l.size[t] += fabs(z);
                l.off_all[t] += fabs(sum - z - z);
                l.off_before[t] += fabs(before - z);
            }
            before += z;
        }
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
