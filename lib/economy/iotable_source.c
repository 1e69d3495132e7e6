/* Reading an input-output table: its checks and its coefficients.
 *
 * Source: Miller & Blair, Input-Output Analysis (2nd ed. 2009), 2.2, for the coefficients.
 */
#include <float.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "economy/iotable_source.h"

static skpi_status source_arrays(skpi__at at, const skpi_economy_iotable_source *s)
{
    skpi_status status;
    if ((status = skpi__count(at, "source->n_sectors", s->n_sectors)) ||
        (status = skpi__array(at, "source->flow", s->flow, s->n_sectors, s->n_sectors)) ||
        (status = skpi__array(at, "source->output", s->output, s->n_sectors, 1)) ||
        (status = skpi__array(at, "source->value_added", s->value_added, s->n_sectors, 1)))
        return status;
    return skpi__array(at, "source->final_demand", s->final_demand, s->n_sectors, 1);
}

/* Checks a sector without output: it must not buy or sell anything, nor have value added, other inputs or jobs. */
static skpi_status sector_idle(skpi__at at, const skpi_economy_iotable_source *s, size_t j)
{
    int busy = s->value_added[j] != 0 || (s->jobs && s->jobs[j] != 0) || (s->other_input && s->other_input[j] != 0);
    for (size_t i = 0; i < s->n_sectors; i++)
        busy |= s->flow[i * s->n_sectors + j] != 0 || s->flow[j * s->n_sectors + i] != 0;
    return !busy ? SKPI_OK
                 : skpi__fail(skpi__element(at, j), SKPI_EZERODIV, "source->output", 0,
                              "is a denominator: the sector has flows, value added, jobs or other inputs");
}

/* The first cell that is not finite; if all are finite, the largest magnitude. */
static skpi_status source_flows(skpi__at at, size_t n, const double *flow, double *largest)
{
    skpi_status status;
    for (size_t i = 0; i < n; i++) {
        int finite = 1;
        double most = *largest;
        for (size_t j = 0; j < n; j++) {
            const double size = fabs(flow[i * n + j]);
            finite &= size <= DBL_MAX;
            most = size > most ? size : most;
        }
        *largest = most;
        for (size_t j = 0; !finite; j++)
            if ((status = skpi__finite(skpi__cell(at, i, j), "source->flow", flow[i * n + j]))) return status;
    }
    return SKPI_OK;
}

static skpi_status source_values(skpi__at at, const skpi_economy_iotable_source *s)
{
    const size_t n = s->n_sectors;
    double largest = 0, least = INFINITY; /* largest flow, smallest output above 0 */
    skpi_status status = source_flows(at, n, s->flow, &largest);
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
    for (size_t i = 0; i < n && s->other_input; i++)
        if ((status = skpi__finite(skpi__element(at, i), "source->other_input", s->other_input[i]))) return status;
    for (size_t j = 0; j < n; j++)
        if (s->output[j] == 0 && (status = sector_idle(at, s, j))) return status;
    if (isfinite(largest / least)) return SKPI_OK;
    for (size_t i = 0; i < n; i++) /* the quotient overflows if an output is near the smallest double */
        for (size_t j = 0; j < n; j++)
            if (s->output[j] != 0 && !isfinite(s->flow[i * n + j] / s->output[j]))
                return skpi__fail(skpi__cell(at, i, j), SKPI_EOVERFLOW, "source->flow", s->flow[i * n + j],
                                  "over the output %g is beyond the range of a double", s->output[j]);
    return SKPI_OK;
}

skpi_status skpi__iotable_read(skpi__at at, const skpi_economy_iotable_source *source,
                               skpi_economy_iotable_source *copy)
{
    skpi_status s;
    if ((s = SKPI__STRUCT(at, source, 0, copy)) || (s = source_arrays(at, copy))) return s;
    return source_values(at, copy);
}

void skpi__iotable_coefficients(const skpi_economy_iotable_source *s, int absolute, double *a)
{
    for (size_t i = 0; i < s->n_sectors; i++)
        for (size_t j = 0; j < s->n_sectors; j++) {
            const double z = s->flow[i * s->n_sectors + j];
            a[i * s->n_sectors + j] = s->output[j] != 0 ? (absolute ? fabs(z) : z) / s->output[j] : 0;
        }
}

void skpi__iotable_complement(size_t n, double *a)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) a[i * n + j] = (i == j) - a[i * n + j];
}

int skpi__iotable_has_negative(const skpi_economy_iotable_source *s)
{
    int negative = 0;
    for (size_t c = 0; c < s->n_sectors * s->n_sectors; c++) negative |= s->flow[c] < 0;
    return negative;
}
