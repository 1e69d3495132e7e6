/* Effects of a final demand: output, value added and jobs of each sector, directly and through suppliers.
 *
 * x = L y, value added v_i x_i with v = va / x, jobs w_i x_i with w = jobs / x; totals v'L y and w'L y.
 *
 * Source: Miller & Blair, Input-Output Analysis (2nd ed. 2009), 6.2 (effects on output, income and employment).
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "economy/iotable_solve.h"
#include "numeric/sum.h"

/* One kind of effect of demand d: per[i] x_i; per NULL = 1.  It checks the results if write is 0, otherwise it writes
 * them. */
static skpi_status impact_effect(skpi__at at, const skpi_economy_iotable *t, const char *names[2], const double *per,
                                 size_t d, size_t width, const double *x, double *each, double *total, int write)
{
    skpi__sum sum = {0, 0};
    skpi_status s;
    for (size_t i = 0; i < t->n && (each || total); i++) {
        const double value = per ? per[i] * x[i * width] : x[i * width];
        if (!write && (s = skpi__result(skpi__cell(at, d, i), names[0], value))) return s;
        if (write) skpi__set(each, d * t->n + i, value);
        skpi__sum_add(&sum, value);
    }
    if (!total) return SKPI_OK;
    if (!write) return skpi__result(skpi__element(at, d), names[1], skpi__sum_value(&sum));
    total[d] = skpi__sum_value(&sum);
    return SKPI_OK;
}

/* All effects of demand d; its outputs are every width-th number of x. */
static skpi_status impact_effects(skpi__at at, const skpi_economy_iotable *t, size_t d, size_t width, const double *x,
                                  const skpi_economy_iotable_impact_out *o, int write)
{
    static const char *output[] = {"out->output", "out->total_output"}, *jobs[] = {"out->jobs", "out->total_jobs"},
                      *value_added[] = {"out->value_added", "out->total_value_added"};
    skpi_status s;
    if ((s = impact_effect(at, t, output, NULL, d, width, x, o->output, o->total_output, write)) ||
        (s = impact_effect(at, t, value_added, t->coefficient, d, width, x, o->value_added, o->total_value_added,
                           write)))
        return s;
    return impact_effect(at, t, jobs, t->employment, d, width, x, o->jobs, o->total_jobs, write);
}

static skpi_status impact_written(skpi__at at, const skpi_economy_iotable *t, size_t d, size_t width, const double *x,
                                  void *to)
{
    const skpi_status s = impact_effects(at, t, d, width, x, to, 0);
    return s ? s : impact_effects(at, t, d, width, x, to, 1);
}

skpi_status skpi_economy_iotable_impact(const skpi_economy_iotable *table, size_t n_demands, const double *demand,
                                        skpi_economy_iotable_impact_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi_economy_iotable_impact_out o;
    skpi_status s;
    if ((s = skpi__pointer(at, "table", table))) return s;
    const size_t n = table->n;
    if ((s = skpi__array(at, "demand", demand, n_demands, n)) || (s = SKPI__STRUCT(at, out, 0, &o)) ||
        (s = skpi__iotable_needs_jobs(at, table, "out->jobs", o.jobs)) ||
        (s = skpi__iotable_needs_jobs(at, table, "out->total_jobs", o.total_jobs)) ||
        (s = skpi__iotable_vectors(at, table, "demand", n_demands, demand)))
        return s;
    s = skpi__iotable_outputs(at, table, n_demands, demand, impact_written, &o);
    return skpi__iotable_warned(at, "table", table, s);
}
