/* Adds up the sectors of an input-output table to groups: S Z S', S x and so on, S_gi = 1 if sector i belongs to group
 * g.
 *
 * Flows between sectors of a group become what the group sells to itself; nothing is netted out.  The table of groups
 * balances if the table of sectors does, but its multipliers differ unless the sectors of a group are alike.
 *
 * Source: Miller & Blair, Input-Output Analysis (2nd ed. 2009), 4.9.
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "economy/iotable_source.h"

static skpi_status aggregate_groups(skpi__at at, size_t n, size_t n_groups, const int32_t *group)
{
    for (size_t i = 0; i < n; i++)
        if (group[i] < 0 || (size_t)group[i] >= n_groups)
            return skpi__fail(skpi__element(at, i), SKPI_ENOTFOUND, "group", group[i],
                              "is not a group: there are %zu, from 0 on", n_groups);
    for (size_t g = 0; g < n_groups; g++) {
        size_t i = 0;
        while (i < n && (size_t)group[i] != g) i++;
        if (i == n) return skpi__refuse(at, SKPI_ENODATA, "group", "leaves group %zu without sectors", g);
    }
    return SKPI_OK;
}

/* Checks for overflow: no sum of a group is above the sum of all magnitudes. */
static skpi_status aggregate_bounded(skpi__at at, const char *name, size_t n, const double *value)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += fabs(value[i]);
    return skpi__finite_sum(at, name, sum);
}

static void aggregate_vector(size_t n, size_t n_groups, const int32_t *group, const double *value, double *to)
{
    for (size_t g = 0; g < n_groups && to; g++) to[g] = 0;
    for (size_t i = 0; i < n && to; i++) to[group[i]] += value[i];
}

static void aggregate_flows(size_t n, size_t n_groups, const int32_t *group, const double *flow, double *to)
{
    if (!to) return;
    for (size_t c = 0; c < n_groups * n_groups; c++) to[c] = 0;
    for (size_t i = 0; i < n; i++) {
        double *row = to + (size_t)group[i] * n_groups;
        for (size_t j = 0; j < n; j++) row[group[j]] += flow[i * n + j];
    }
}

skpi_status skpi_economy_iotable_aggregate(const skpi_economy_iotable_source *source, size_t n_groups,
                                           const int32_t *group, skpi_economy_iotable_aggregate_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi_economy_iotable_source t;
    skpi_economy_iotable_aggregate_out o;
    skpi_status s;
    if ((s = skpi__iotable_read(at, source, &t)) || (s = skpi__count(at, "n_groups", n_groups)) ||
        (s = skpi__array_size(at, "n_groups", n_groups, n_groups)) ||
        (s = skpi__array(at, "group", group, t.n_sectors, 1)) || (s = SKPI__STRUCT(at, out, 0, &o)))
        return s;
    const size_t n = t.n_sectors;
    if (o.jobs && !t.jobs) return skpi__refuse(at, SKPI_ENODATA, "out->jobs", "is wanted, but the source has no jobs");
    if (o.other_input && !t.other_input)
        return skpi__refuse(at, SKPI_ENODATA, "out->other_input", "is wanted, but the source has no other_input");
    if ((s = aggregate_groups(at, n, n_groups, group)) || (s = aggregate_bounded(at, "source->flow", n * n, t.flow)) ||
        (s = aggregate_bounded(at, "source->output", n, t.output)) ||
        (s = aggregate_bounded(at, "source->value_added", n, t.value_added)) ||
        (s = aggregate_bounded(at, "source->final_demand", n, t.final_demand)) ||
        (t.jobs && (s = aggregate_bounded(at, "source->jobs", n, t.jobs))) ||
        (t.other_input && (s = aggregate_bounded(at, "source->other_input", n, t.other_input))))
        return s;
    aggregate_flows(n, n_groups, group, t.flow, o.flow);
    aggregate_vector(n, n_groups, group, t.output, o.output);
    aggregate_vector(n, n_groups, group, t.value_added, o.value_added);
    aggregate_vector(n, n_groups, group, t.final_demand, o.final_demand);
    if (t.jobs) aggregate_vector(n, n_groups, group, t.jobs, o.jobs);
    if (t.other_input) aggregate_vector(n, n_groups, group, t.other_input, o.other_input);
    return SKPI_OK;
}
