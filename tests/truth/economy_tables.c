/* Closed formulas of input-output tables beside __float128 (truth.h). */
#include "truth/economy_table.h"

void truth_inverse(size_t n, const quad *m, quad *inverse)
{
    quad left[(TRUTH_SECTORS + 1) * (TRUTH_SECTORS + 1)];
    for (size_t i = 0; i < n * n; i++) {
        inverse[i] = i % (n + 1) == 0;
        left[i] = inverse[i] - m[i];
    }
    for (size_t k = 0; k < n; k++) {
        size_t best = k;
        for (size_t i = k + 1; i < n; i++)
            if (fabsq(left[i * n + k]) > fabsq(left[best * n + k])) best = i;
        for (size_t j = 0; j < n; j++) {
            const quad x = left[k * n + j], y = inverse[k * n + j];
            left[k * n + j] = left[best * n + j];
            left[best * n + j] = x;
            inverse[k * n + j] = inverse[best * n + j];
            inverse[best * n + j] = y;
        }
        const quad pivot = left[k * n + k];
        for (size_t j = 0; j < n; j++) {
            left[k * n + j] /= pivot;
            inverse[k * n + j] /= pivot;
        }
        for (size_t i = 0; i < n; i++) {
            const quad x = left[i * n + k];
            for (size_t j = 0; j < n && i != k; j++) {
                left[i * n + j] -= x * left[k * n + j];
                inverse[i * n + j] -= x * inverse[k * n + j];
            }
        }
    }
}

bool truth_input_output_draw(truth *t, truth_input_output *e)
{
    const size_t n = e->n = truth_count(t, "n_sectors", 2, TRUTH_SECTORS);
    quad a[TRUTH_SECTORS * TRUTH_SECTORS] = {0}, b[TRUTH_SECTORS * TRUTH_SECTORS], l[TRUTH_SECTORS * TRUTH_SECTORS];
    e->table = NULL;
    for (size_t i = 0; i < n * n; i++) a[i] = truth_between(t, "coefficient", 0.01, 0.9 / (double)n);
    for (size_t i = 0; i < n; i++) {
        e->demand[i] = truth_quantity(t, "final_demand");
        e->jobs[i] = truth_quantity(t, "jobs");
    }
    truth_inverse(n, a, l);
    for (size_t i = 0; i < n; i++) {
        quad x = 0;
        for (size_t j = 0; j < n; j++) x += l[i * n + j] * e->demand[j];
        e->output[i] = (double)x;
    }
    for (size_t i = 0; i < n * n; i++) e->flow[i] = (double)(a[i] * e->output[i % n]);
    for (size_t i = 0; i < n * n; i++) {
        e->a[i] = (quad)e->flow[i] / e->output[i % n];
        b[i] = (quad)e->flow[i] / e->output[i / n];
    }
    for (size_t j = 0; j < n; j++) {
        quad inputs = 0;
        for (size_t i = 0; i < n; i++) inputs += e->flow[i * n + j];
        e->added[j] = (double)(e->output[j] - inputs);
    }
    truth_inverse(n, e->a, e->l);
    truth_inverse(n, b, e->g);
    e->source = (skpi_economy_iotable_source){.size = sizeof e->source,
                                              .n_sectors = n,
                                              .flow = e->flow,
                                              .output = e->output,
                                              .value_added = e->added,
                                              .final_demand = e->demand,
                                              .jobs = e->jobs};
    for (size_t i = 0; i < n; i++)
        if (!(e->output[i] < DBL_MAX)) return false;
    const skpi_status status = skpi_economy_iotable_new(&e->source, &e->table);
    if (status < 0) t->status = status;
    return status >= 0;
}
void truth_input_output_free(truth_input_output *e) { skpi_economy_iotable_free(e->table); }

static void truth_economy_iotable_leontief(truth *t)
{
    truth_input_output e;
    if (!truth_input_output_draw(t, &e)) return;
    const double *demand = truth_many(t, e.n, truth_quantity, "demand");
    double *output = truth_room(t, e.n);
    if (truth_given(t, skpi_economy_iotable_leontief(e.table, 1, demand, output)))
        for (size_t i = 0; i < e.n; i++) {
            quad x = 0;
            for (size_t j = 0; j < e.n; j++) x += e.l[i * e.n + j] * demand[j];
            truth_is(t, "output", output[i], x, 0);
        }
    truth_input_output_free(&e);
}
static void truth_economy_iotable_ghosh(truth *t)
{
    truth_input_output e;
    if (!truth_input_output_draw(t, &e)) return;
    const double *primary = truth_many(t, e.n, truth_quantity, "primary");
    double *output = truth_room(t, e.n);
    if (truth_given(t, skpi_economy_iotable_ghosh(e.table, 1, primary, output)))
        for (size_t j = 0; j < e.n; j++) {
            quad x = 0;
            for (size_t i = 0; i < e.n; i++) x += primary[i] * e.g[i * e.n + j];
            truth_is(t, "output", output[j], x, 0);
        }
    truth_input_output_free(&e);
}
static void truth_economy_iotable_impact(truth *t)
{
    truth_input_output e;
    if (!truth_input_output_draw(t, &e)) return;
    const double *demand = truth_many(t, e.n, truth_quantity, "demand");
    double *added = truth_room(t, e.n), *jobs = truth_room(t, e.n), total, total_added;
    skpi_economy_iotable_impact_out out = {.size = sizeof out,
                                           .value_added = added,
                                           .jobs = jobs,
                                           .total_output = &total,
                                           .total_value_added = &total_added};
    if (truth_given(t, skpi_economy_iotable_impact(e.table, 1, demand, &out))) {
        quad all = 0, all_added = 0, size = 0;
        for (size_t i = 0; i < e.n; i++) {
            quad x = 0;
            for (size_t j = 0; j < e.n; j++) x += e.l[i * e.n + j] * demand[j];
            truth_is(t, "value_added", added[i], x * e.added[i] / e.output[i], 0);
            truth_is(t, "jobs", jobs[i], x * e.jobs[i] / e.output[i], 0);
            all += x;
            all_added += x * e.added[i] / e.output[i];
            size += fabsq(x * e.added[i] / e.output[i]);
        }
        truth_is(t, "total_output", total, all, 0);
        truth_is(t, "total_value_added", total_added, all_added, size);
    }
    truth_input_output_free(&e);
}

/* The coefficient of variation of n numbers whose mean is known. */
static quad truth_cv(size_t n, const quad *x, size_t step, quad mean)
{
    quad square = 0;
    for (size_t i = 0; i < n; i++) square += (x[i * step] - mean) * (x[i * step] - mean);
    return sqrtq(square / (n - 1)) / mean;
}
static void truth_economy_iotable_linkages(truth *t)
{
    truth_input_output e;
    if (!truth_input_output_draw(t, &e)) return;
    const size_t n = e.n;
    double *got = truth_room(t, 12 * n);
    skpi_economy_iotable_linkages_out out = {.size = sizeof out,
                                             .backward_direct = got,
                                             .backward_total = got + n,
                                             .power = got + 2 * n,
                                             .power_cv = got + 3 * n,
                                             .forward_direct = got + 4 * n,
                                             .forward_total = got + 5 * n,
                                             .sensitivity = got + 6 * n,
                                             .sensitivity_cv = got + 7 * n,
                                             .ghosh_direct = got + 8 * n,
                                             .ghosh_total = got + 9 * n,
                                             .multiplier_value_added = got + 10 * n,
                                             .multiplier_jobs = got + 11 * n};
    if (truth_given(t, skpi_economy_iotable_linkages(e.table, &out))) {
        quad all = 0;
        for (size_t i = 0; i < n * n; i++) all += e.l[i];
        for (size_t j = 0; j < n; j++) {
            quad s[9] = {0}, size = 0;
            for (size_t i = 0; i < n; i++) {
                s[0] += e.a[i * n + j];
                s[1] += e.l[i * n + j];
                s[2] += e.a[j * n + i];
                s[3] += e.l[j * n + i];
                s[4] += (quad)e.flow[j * n + i] / e.output[j];
                s[5] += e.g[j * n + i];
                s[6] += e.added[i] / (quad)e.output[i] * e.l[i * n + j];
                s[7] += e.jobs[i] / (quad)e.output[i] * e.l[i * n + j];
                size += fabsq(e.added[i] / (quad)e.output[i] * e.l[i * n + j]);
            }
            const quad want[] = {s[0], s[1], s[1] * n / all, truth_cv(n, e.l + j, n, s[1] / n),
                                 s[2], s[3], s[3] * n / all, truth_cv(n, e.l + j * n, 1, s[3] / n),
                                 s[4], s[5], s[6],           s[7]};
            for (size_t k = 0; k < 12; k++)
                truth_is(t, "linkage", got[k * n + j], want[k], k == 3 || k == 7 ? 1 : k == 10 ? size : 0);
        }
    }
    truth_input_output_free(&e);
}
/* The table closed with a row and a column of households. */
static void truth_economy_iotable_induced(truth *t)
{
    truth_input_output e;
    if (!truth_input_output_draw(t, &e)) return;
    const size_t n = e.n, m = n + 1;
    double wage[TRUTH_SECTORS], bought[TRUTH_SECTORS], got[2 * TRUTH_SECTORS];
    for (size_t i = 0; i < n; i++) {
        wage[i] = e.output[i] * truth_between(t, "wage", 0.05, 0.4);
        bought[i] = e.demand[i] * truth_between(t, "bought", 0.05, 0.4);
    }
    const skpi_economy_iotable_induced_in in = {.size = sizeof in, .labour_income = wage, .consumption = bought};
    skpi_economy_iotable_induced_out out = {.size = sizeof out, .multiplier_output = got, .multiplier_income = got + n};
    quad income = 0, a[(TRUTH_SECTORS + 1) * (TRUTH_SECTORS + 1)] = {0}, l[(TRUTH_SECTORS + 1) * (TRUTH_SECTORS + 1)];
    if (truth_given(t, skpi_economy_iotable_induced(e.table, &in, &out))) {
        for (size_t i = 0; i < n; i++) income += wage[i];
        for (size_t i = 0; i < n; i++) {
            for (size_t j = 0; j < n; j++) a[i * m + j] = e.a[i * n + j];
            a[n * m + i] = (quad)wage[i] / e.output[i];
            a[i * m + n] = bought[i] / income;
        }
        truth_inverse(m, a, l);
        for (size_t j = 0; j < n; j++) {
            quad output = 0;
            for (size_t i = 0; i < n; i++) output += l[i * m + j];
            truth_is(t, "multiplier_output", got[j], output, 0);
            truth_is(t, "multiplier_income", got[n + j], l[n * m + j], 0);
        }
    }
    truth_input_output_free(&e);
}
/* What all sectors make less what they make without the row, the column and the demand of one. */
static void truth_economy_iotable_extraction(truth *t)
{
    truth_input_output e;
    if (!truth_input_output_draw(t, &e)) return;
    const size_t n = e.n;
    double *loss = truth_room(t, n), *share = truth_room(t, n);
    skpi_economy_iotable_extraction_out out = {.size = sizeof out, .loss = loss, .share = share};
    quad a[TRUTH_SECTORS * TRUTH_SECTORS], l[TRUTH_SECTORS * TRUTH_SECTORS], all = 0;
    if (truth_given(t, skpi_economy_iotable_extraction(e.table, NULL, &out))) {
        for (size_t i = 0; i < n * n; i++) all += e.l[i] * e.demand[i % n];
        for (size_t k = 0; k < n; k++) {
            quad rest = 0;
            for (size_t i = 0; i < n * n; i++) a[i] = i / n == k || i % n == k ? 0 : e.a[i];
            truth_inverse(n, a, l);
            for (size_t i = 0; i < n * n; i++) rest += i % n == k ? 0 : l[i] * e.demand[i % n];
            truth_is(t, "loss", loss[k], all - rest, all);
            truth_is(t, "share", share[k], (all - rest) / all, 1);
        }
    }
    truth_input_output_free(&e);
}
static void truth_economy_iotable_inverse(truth *t)
{
    truth_input_output e;
    if (!truth_input_output_draw(t, &e)) return;
    double inverse[TRUTH_SECTORS * TRUTH_SECTORS];
    if (truth_given(t, skpi_economy_iotable_inverse(e.table, inverse)))
        for (size_t i = 0; i < e.n * e.n; i++) truth_is(t, "inverse", inverse[i], e.l[i], 0);
    truth_input_output_free(&e);
}
static void truth_economy_iotable_embodied(truth *t)
{
    truth_input_output e;
    if (!truth_input_output_draw(t, &e)) return;
    double embodied[TRUTH_SECTORS * TRUTH_SECTORS];
    if (truth_given(t, skpi_economy_iotable_embodied(e.table, embodied)))
        for (size_t i = 0; i < e.n * e.n; i++)
            truth_is(t, "embodied", embodied[i],
                     (quad)e.added[i / e.n] / e.output[i / e.n] * e.l[i] * e.demand[i % e.n], 0);
    truth_input_output_free(&e);
}
static void truth_economy_iotable_aggregate(truth *t)
{
    truth_input_output e;
    if (!truth_input_output_draw(t, &e)) return;
    int32_t group[TRUTH_SECTORS] = {0, 1};
    for (size_t i = 2; i < e.n; i++) group[i] = truth_integer(t, "group", 0, 1);
    double flow[4], output[2];
    skpi_economy_iotable_aggregate_out out = {.size = sizeof out, .flow = flow, .output = output};
    if (truth_given(t, skpi_economy_iotable_aggregate(&e.source, 2, group, &out))) {
        quad sum[4] = {0}, made[2] = {0};
        for (size_t i = 0; i < e.n * e.n; i++) sum[group[i / e.n] * 2 + group[i % e.n]] += e.flow[i];
        for (size_t i = 0; i < e.n; i++) made[group[i]] += e.output[i];
        for (size_t i = 0; i < 4; i++) truth_is(t, "flow", flow[i], sum[i], 0);
        for (size_t i = 0; i < 2; i++) truth_is(t, "output", output[i], made[i], 0);
    }
    truth_input_output_free(&e);
}

const truth_formula truth_economy_tables[] = {
    TRUTH(economy_iotable_leontief, 8, 8, 8),  TRUTH(economy_iotable_ghosh, 8, 8, 8),
    TRUTH(economy_iotable_impact, 8, 8, 8),    TRUTH(economy_iotable_linkages, 8, 8, 8),
    TRUTH(economy_iotable_induced, 8, 8, 16),  TRUTH(economy_iotable_extraction, 8, 8, 8),
    TRUTH(economy_iotable_inverse, 8, 8, 8),   TRUTH(economy_iotable_embodied, 8, 8, 8),
    TRUTH(economy_iotable_aggregate, 4, 4, 4), {0},
};
