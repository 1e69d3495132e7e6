/* Checks of an input-output table before it is used: balances, totals among the sectors, units, productivity.
 *
 * imbalance_i      (sum_j z_ij + y_i - x_i) / x_i
 * spectral_radius  largest modulus of an eigenvalue of A; productive below 1
 * condition        |I - A| |(I - A)^-1| in the 1-norm (largest sum of a column's absolute values)
 * unit_slip        the whole p for which 10^p sum va is nearest to output less domestic inputs,
 *                  R = sum x - sum z: imports and taxes keep R / sum va between about .6 and 5, so
 *                  p = floor(log10(R / sum va) + 1/4); suspected totals are left out
 * flow_slip        the whole p nearest to log10(F / sum z), F = sum x - sum y, output less final demand:
 *                  F is sum z in a table that balances; suspected totals are left out
 * Source: Miller & Blair, Input-Output Analysis (2nd ed. 2009), 2.2, 4.2; Higham (2002), 7.1 (condition).
 */
#include <stdlib.h>
#include "core/check.h"
#include "core/size.h"
#include "core/struct.h"
#include "economy/flow_totals.h"
#include "economy/iotable_source.h"
#include "numeric/lu.h"
#include "numeric/lu_solve.h"
#include "numeric/spectral.h"

static double imbalance(const skpi_economy_iotable_source *s, size_t i)
{
    double used = s->final_demand[i];
    for (size_t j = 0; j < s->n_sectors; j++) used += s->flow[i * s->n_sectors + j];
    if (used == s->output[i]) return 0;
    return s->output[i] != 0 ? (used - s->output[i]) / s->output[i] : (double)NAN;
}

/* row, column: suspected totals, left out. */
static double flow_slip(const skpi_economy_iotable_source *s, const int32_t *row, const int32_t *column)
{
    double left = 0, flow = 0;
    for (size_t i = 0; i < s->n_sectors; i++) {
        if (row[i] || column[i]) continue;
        left += s->output[i] - s->final_demand[i];
        for (size_t j = 0; j < s->n_sectors; j++)
            if (!row[j] && !column[j]) flow += s->flow[i * s->n_sectors + j];
    }
    return left > 0 && flow > 0 && isfinite(left / flow) ? floor(log10(left / flow) + .5) : (double)NAN;
}

static double unit_slip(const skpi_economy_iotable_source *s, const int32_t *row, const int32_t *column)
{
    double left = 0, added = 0;
    for (size_t i = 0; i < s->n_sectors; i++) {
        if (row[i] || column[i]) continue;
        left += s->output[i];
        added += s->value_added[i];
        for (size_t j = 0; j < s->n_sectors; j++)
            if (!row[j] && !column[j]) left -= s->flow[i * s->n_sectors + j];
    }
    return left > 0 && added > 0 && isfinite(left / added) ? floor(log10(left / added) + .25) : (double)NAN;
}

static double norm_1(size_t n, size_t stride, const double *a)
{
    double largest = 0;
    for (size_t j = 0; j < stride; j++) {
        double sum = 0;
        for (size_t i = 0; i < n; i++) sum += fabs(a[i * stride + j]);
        largest = sum > largest || isnan(sum) ? sum : largest;
    }
    return largest;
}

/* a: n x n, overwritten; b: n x SKPI__LU_TOGETHER. */
static double condition(const skpi_economy_iotable_source *s, double *a, size_t *pivot, double *b)
{
    const size_t n = s->n_sectors;
    skpi__iotable_coefficients(s, 0, a);
    skpi__iotable_complement(n, a);
    const double size = norm_1(n, n, a);
    double inverse = 0;
    if (skpi__lu_factor(n, a, pivot)) return INFINITY;
    for (size_t first = 0; first < n; first += SKPI__LU_TOGETHER) { /* columns of the inverse, a few at a time */
        const size_t width = n - first < SKPI__LU_TOGETHER ? n - first : SKPI__LU_TOGETHER;
        for (size_t c = 0; c < n * width; c++) b[c] = c / width == first + c % width;
        skpi__lu_solve(n, a, pivot, width, b);
        const double most = norm_1(n, width, b);
        if (!isfinite(most)) return INFINITY;
        inverse = fmax(inverse, most);
    }
    return size * inverse;
}

skpi_status skpi_economy_iotable_source_check(const skpi_economy_iotable_source *source,
                                              skpi_economy_iotable_source_check_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi_economy_iotable_source s;
    skpi_economy_iotable_source_check_out o;
    skpi_status status;
    if ((status = skpi__iotable_read(at, source, &s)) || (status = SKPI__STRUCT(at, out, 0, &o))) return status;
    const size_t n = s.n_sectors;
    for (size_t i = 0; i < n && o.imbalance; i++) {
        const double d = imbalance(&s, i);
        if (!isnan(d) && (status = skpi__result(skpi__element(at, i), "out->imbalance", d))) return status;
    }
    const int matrix = o.spectral_radius || o.condition;
    const size_t width = n > SKPI__LU_TOGETHER ? n : SKPI__LU_TOGETHER;
    double *a = skpi__alloc(n, matrix ? n : 1, sizeof *a), *work = skpi__alloc(n, width, sizeof *work);
    size_t *pivot = skpi__alloc(n, 1, sizeof *pivot);
    int32_t *row = skpi__alloc(n, 2, sizeof *row), *column = row ? row + n : NULL;
    if (!a || !work || !pivot || !row)
        status = skpi__no_memory(at, "source->n_sectors", n);
    else {
        skpi__flow_totals(n, s.flow, 0, work, row);
        skpi__flow_totals(n, s.flow, 1, work, column);
        for (size_t i = 0; i < n && o.total_row; i++) o.total_row[i] = row[i];
        for (size_t i = 0; i < n && o.total_column; i++) o.total_column[i] = column[i];
        for (size_t i = 0; i < n && o.imbalance; i++) o.imbalance[i] = imbalance(&s, i);
        if (o.spectral_radius) {
            skpi__iotable_coefficients(&s, 0, a);
            *o.spectral_radius = skpi__spectral_radius(n, a, work);
        }
        if (o.condition) *o.condition = condition(&s, a, pivot, work);
        if (o.unit_slip) *o.unit_slip = unit_slip(&s, row, column);
        if (o.flow_slip) *o.flow_slip = flow_slip(&s, row, column);
    }
    free(row);
    free(pivot);
    free(work);
    free(a);
    return status;
}
