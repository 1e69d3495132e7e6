/* Checks of an input-output table before it is used: balances, totals among the sectors, units, productivity.
 *
 * imbalance_i  (sum_j z_ij + y_i - x_i) / x_i
 * unit_slip    the whole p for which 10^p sum va is nearest to output less domestic inputs,
 *              R = sum x - sum z; with imports and taxes R / sum va is between about .6 and 5,
 *              so that p = floor(log10(R / sum va) + 1/4); suspected totals are left out
 * flow_slip    the whole p nearest to log10(F / sum z), F = sum x - sum y, output less final demand:
 *              F is sum z in a table that balances; suspected totals are left out
 * Source: Miller & Blair, Input-Output Analysis (2nd ed. 2009), 2.2, 4.2.
 */
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "economy/flow_totals.h"
#include "economy/iotable_condition.h"
#include "economy/iotable_consistency.h"
#include "economy/iotable_source.h"
#include "economy/iotable_words.h"

_Static_assert(SKPI__IOTABLE_STABILITY_WORK >= SKPI__FLOW_TOTALS_WORK, "room for totals");

static double imbalance(const skpi_economy_iotable_source *s, size_t i)
{
    double used = s->final_demand[i];
    for (size_t j = 0; j < s->n_sectors; j++) used += s->flow[i * s->n_sectors + j];
    if (used == s->output[i]) return 0;
    return s->output[i] != 0 ? (used - s->output[i]) / s->output[i] : (double)NAN;
}

/* The power of ten of a quotient, rounded down after up was added to its logarithm; NaN if it has none. */
static double power_of_ten(double part, double of, double up)
{
    const double quotient = part / of;
    return part > 0 && of > 0 && quotient > 0 && isfinite(quotient) ? floor(log10(quotient) + up) : (double)NAN;
}

/* row and column mark suspected totals, which are left out. */
static double flow_slip(const skpi_economy_iotable_source *s, const int32_t *row, const int32_t *column)
{
    double left = 0, flow = 0;
    for (size_t i = 0; i < s->n_sectors; i++) {
        if (row[i] || column[i]) continue;
        left += s->output[i] - s->final_demand[i];
        for (size_t j = 0; j < s->n_sectors; j++)
            if (!row[j] && !column[j]) flow += s->flow[i * s->n_sectors + j];
    }
    return power_of_ten(left, flow, .5);
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
    return power_of_ten(left, added, .25);
}

/* Writes the results of the rules.  A finding that skpi_economy_iotable_new would refuse is only a warning here. */
static skpi_status consistency_written(skpi__at at, const skpi__iotable_consistency *c,
                                       const skpi_economy_iotable_source_check_out *o)
{
    skpi__iotable_finding f = c->found;
    f.refused = 0;
    skpi__set_int(o->reading, 0, f.reading);
    skpi__set_int(o->n_unbalanced, 0, (int32_t)c->n_unbalanced);
    skpi__set_int(o->worst_row, 0, c->worst_row < 0 ? SKPI_NONE : (int32_t)c->worst_row);
    skpi__set_int(o->repeated, 0, c->column < 0 ? SKPI_NONE : (int32_t)c->column);
    skpi__set(o->repeated_factor, 0, c->column_coefficient);
    return skpi__iotable_tell(at, &f, NULL);
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
    double *a = skpi__alloc(n, matrix ? n : 1, sizeof *a),
           *square = skpi__alloc(n, o.spectral_radius ? n : 1, sizeof *a);
    double *work = skpi__alloc(n, SKPI__IOTABLE_STABILITY_WORK, sizeof *work);
    size_t *pivot = skpi__alloc(n, 1, sizeof *pivot);
    int32_t *row = skpi__alloc(n, 3, sizeof *row), *column = row ? row + n : NULL, *total = row ? row + 2 * n : NULL;
    skpi__iotable_consistency c;
    if (!a || !square || !work || !pivot || !row)
        status = skpi__no_memory(at, "source->n_sectors", n);
    else if (!(status = skpi__iotable_consistent(at, &s, total, &c))) {
        skpi__flow_totals(n, s.flow, 0, work, row);
        skpi__flow_totals(n, s.flow, 1, work, column);
        for (size_t i = 0; i < n; i++) row[i] |= total[i], column[i] |= total[i];
        for (size_t i = 0; i < n && o.total_row; i++) o.total_row[i] = row[i];
        for (size_t i = 0; i < n && o.total_column; i++) o.total_column[i] = column[i];
        for (size_t i = 0; i < n && o.imbalance; i++) o.imbalance[i] = imbalance(&s, i);
        skpi__iotable_stability(&s, a, square, pivot, work, o.spectral_radius, o.condition);
        skpi__set(o.unit_slip, 0, unit_slip(&s, row, column));
        skpi__set(o.flow_slip, 0, flow_slip(&s, row, column));
        status = consistency_written(at, &c, &o);
    }
    free(row);
    free(pivot);
    free(work);
    free(square);
    free(a);
    return status;
}
