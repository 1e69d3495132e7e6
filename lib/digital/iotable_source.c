/* Reading an input-output table: its checks, its coefficients, totals left among its sectors.
 *
 * Source: Miller & Blair, Input-Output Analysis (2nd ed. 2009), 2.2, for the coefficients.
 */
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

/* A sector without output: nothing may be bought or sold by it, and no value added. */
static skpi_status idle(skpi__at at, const skpi_digital_iotable_source *s, size_t j)
{
    int busy = s->value_added[j] != 0;
    for (size_t i = 0; i < s->n; i++) busy |= s->flows[i * s->n + j] != 0 || s->flows[j * s->n + i] != 0;
    return !busy ? SKPI_OK
                 : skpi__fail(skpi__element(at, j), SKPI_EZERODIV, "source->output", 0,
                              "is a denominator: the sector has flows or value added");
}

static skpi_status values(skpi__at at, const skpi_digital_iotable_source *s)
{
    const size_t n = s->n;
    skpi_status status;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            if ((status = skpi__finite(skpi__cell(at, i, j), "source->flows", s->flows[i * n + j]))) return status;
    for (size_t i = 0; i < n; i++)
        if ((status = skpi__quantity(skpi__element(at, i), "source->output", s->output[i]))) return status;
    for (size_t i = 0; i < n; i++)
        if ((status = skpi__finite(skpi__element(at, i), "source->value_added", s->value_added[i]))) return status;
    for (size_t i = 0; i < n; i++)
        if ((status = skpi__finite(skpi__element(at, i), "source->final_demand", s->final_demand[i]))) return status;
    for (size_t i = 0; i < n && s->investment; i++)
        if ((status = skpi__share(skpi__element(at, i), "source->investment", s->investment[i]))) return status;
    for (size_t j = 0; j < n; j++)
        if (s->output[j] == 0 && (status = idle(at, s, j))) return status;
    for (size_t i = 0; i < n; i++) /* an output near the smallest double overflows the quotient */
        for (size_t j = 0; j < n; j++)
            if (s->output[j] != 0 && !isfinite(s->flows[i * n + j] / s->output[j]))
                return skpi__fail(skpi__cell(at, i, j), SKPI_EOVERFLOW, "source->flows", s->flows[i * n + j],
                                  "over the output %g is beyond the range of a double", s->output[j]);
    return SKPI_OK;
}

skpi_status skpi__iotable_read(skpi__at at, const skpi_digital_iotable_source *source, skpi_digital_iotable_source *copy)
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

size_t skpi__iotable_totals(size_t n, const double *flows, int column, double *work, int32_t *flag)
{
    const size_t along = column ? n : 1, across = column ? 1 : n; /* from cell to cell of a line, from line to line */
    double *sum = work, *before = work + n;
    size_t found = 0, filled = 0, filled_before = 0;
    for (size_t j = 0; j < n; j++) sum[j] = before[j] = 0;
    for (size_t i = 0; i < n; i++) {
        double size = 0;
        for (size_t j = 0; j < n; j++) {
            sum[j] += flows[i * across + j * along];
            size += fabs(flows[i * across + j * along]);
        }
        filled += size > 0;
    }
    for (size_t t = 0; t < n; t++) {
        const double *line = flows + t * across;
        double size = 0, off_all = 0, off_before = 0;
        for (size_t j = 0; j < n; j++) {
            const double z = line[j * along];
            if (j != t) {
                size += fabs(z);
                off_all += fabs(sum[j] - z - z);
                off_before += fabs(before[j] - z);
            }
            before[j] += z;
        }
        flag[t] = size > 0 && ((filled > 2 && TOLERANCE * off_all <= size) ||
                               (filled_before > 1 && TOLERANCE * off_before <= size));
        found += (size_t)flag[t];
        filled_before += size > 0;
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
    return x[t] != 0 && (TOLERANCE * fabs(x[t] - others) <= fabs(x[t]) || TOLERANCE * fabs(x[t] - before) <= fabs(x[t]));
}
