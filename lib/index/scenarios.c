/* Scenarios (scenarios.h).
 *
 * Noise: the weight of node k in draw r is multiplied by 1 + noise_k u, u = (word + 1/2) 2^-31 - 1.  Errors: to the value
 * of unit i in column j the error times a normal number is added, before outliers are treated.
 */
#include "index/scenarios.h"
#include <stdlib.h>
#include <string.h>
#include "core/size.h"
#include "index/impute.h"
#include "index/tree_methods.h"
#include "index/treat.h"
#include "numeric/logs.h"
#include "random/single.h"

/* The alternative of a kind of factor, none where it is not varied in this scenario. */
static int scenario_varies(const skpi__index_scenarios *s, const skpi__index_scenario *scenario, int32_t factor,
                           uint64_t *choice)
{
    const size_t place = skpi__index_place(s->f, factor);
    if (scenario->nominal || place >= s->f->k) return 0;
    *choice = scenario->choice[place];
    return 1;
}

static int32_t scenario_cells(const skpi__index_scenarios *s, const skpi__index_scenario *scenario)
{
    uint64_t choice;
    if (scenario_varies(s, scenario, SKPI_INDEX_FACTOR_TREATMENT, &choice)) return s->f->in.treatment[choice];
    return s->o->treat ? s->o->winsorise_cells : 0;
}

static skpi__index_scale scenario_scale(const skpi__index_scenarios *s, const skpi__index_scenario *scenario)
{
    const skpi_index_tree_uncertainty_in *in = &s->f->in;
    skpi__index_scale scale = skpi__index_scale_of(s->o);
    uint64_t q;
    if (!scenario_varies(s, scenario, SKPI_INDEX_FACTOR_NORMALISATION, &q)) return scale;
    scale.normalise = in->normalisation[q];
    const int z = scale.normalise == SKPI_INDEX_NORMALISE_ZSCORE;
    if (in->range_low) *(z ? &scale.mean : &scale.low) = in->range_low[q];
    if (in->range_high) *(z ? &scale.sd : &scale.high) = in->range_high[q];
    return scale;
}

/* One column of a scenario from its imputed values, which stand in x. */
static skpi_status scenario_column(skpi__at at, const skpi__index_scenarios *s, const skpi__index_scenario *scenario,
                                   size_t j, double *x, skpi__index_desk *desk, double *score)
{
    const size_t n = s->imputed.n;
    const int32_t cells = scenario_cells(s, scenario);
    const skpi__index_scale scale = scenario_scale(s, scenario);
    if (cells) {
        memset(desk->erring.change, 0, n * sizeof *desk->erring.change);
        const int32_t normalise = skpi__index_own(s->t->normalise, s->t->indicator[j], scale.normalise);
        if (!skpi__index_treat(n, x, s->o, cells, normalise, desk->erring.change, desk->room.spare))
            desk->untreated = j < desk->untreated ? j : desk->untreated;
    }
    const skpi_status status = skpi__index_normalise(at, s->t, j, &scale, n, x, desk->sorted, score);
    if (!status) skpi__index_round(n, s->o->round, score);
    return status;
}

/* ---- scores that do not depend on the run ---- */

static size_t scenarios_treatments(const skpi__index_scenarios *s)
{
    return skpi__index_place(s->f, SKPI_INDEX_FACTOR_TREATMENT) < s->f->k ? s->f->in.n_treatments : 1;
}

static int scenarios_geometric(const skpi__index_scenarios *s)
{
    int found = skpi__index_aggregates(s->t, s->o->aggregate, SKPI_INDEX_AGGREGATE_GEOMETRIC);
    for (size_t a = 0; a < s->f->in.n_aggregations; a++)
        found |= s->f->in.aggregation[a] == SKPI_INDEX_AGGREGATE_GEOMETRIC;
    return found;
}

static skpi_status scenarios_fill(skpi__at at, skpi__index_scenarios *s, skpi__index_desk *desk)
{
    const size_t n = s->imputed.n, m = s->imputed.m, treatments = scenarios_treatments(s);
    skpi__index_scenario scenario = {.nominal = 0};
    for (size_t w = 0; w < treatments; w++)
        for (size_t q = 0; q < s->n_normalisations; q++)
            for (size_t j = 0; j < m; j++) {
                const size_t at_node = (w * s->n_normalisations + q) * m + j;
                double *x = desk->erring.x, *score = s->score + at_node * n;
                for (size_t i = 0; i < s->f->k; i++) scenario.choice[i] = 0;
                if (skpi__index_place(s->f, SKPI_INDEX_FACTOR_TREATMENT) < s->f->k)
                    scenario.choice[skpi__index_place(s->f, SKPI_INDEX_FACTOR_TREATMENT)] = w;
                if (skpi__index_place(s->f, SKPI_INDEX_FACTOR_NORMALISATION) < s->f->k)
                    scenario.choice[skpi__index_place(s->f, SKPI_INDEX_FACTOR_NORMALISATION)] = q;
                memcpy(x, s->imputed.x + j * n, n * sizeof *x);
                const skpi_status status = scenario_column(at, s, &scenario, j, x, desk, score);
                if (status) return status;
                skpi__index_node *node = s->node + at_node;
                *node = skpi__index_node_of(n, score);
                skpi__index_bounds_add(s->bounds + w * s->n_normalisations + q, n, score);
                if (node->missing) s->warnings |= SKPI_WMISSING;
                if (s->log && node->positive && !node->missing) {
                    skpi__logs(n, score, s->log + at_node * n);
                    node->log = s->log + at_node * n;
                }
            }
    return SKPI_OK;
}

skpi_status skpi__index_scenarios_new(skpi__at at, skpi__index_scenarios *s)
{
    skpi_status status;
    s->untreated = SKPI__INDEX_TREATED;
    if ((status = skpi__index_columns_new(at, s->d, &s->imputed)) ||
        (status = skpi__index_impute(at, s->t, s->d->group, s->o->impute, &s->imputed)))
        return status;
    const size_t normalisation = skpi__index_place(s->f, SKPI_INDEX_FACTOR_NORMALISATION);
    s->n_normalisations = normalisation < s->f->k ? s->f->in.n_normalisations : 1;
    if (skpi__index_place(s->f, SKPI_INDEX_FACTOR_ERRORS) < s->f->k) return SKPI_OK;
    const size_t columns = skpi__width(skpi__width(scenarios_treatments(s), s->n_normalisations), s->imputed.m);
    s->node = skpi__alloc(columns, 1, sizeof *s->node);
    s->bounds = skpi__alloc(columns, 1, sizeof *s->bounds);
    s->score = skpi__alloc(columns, s->imputed.n, sizeof *s->score);
    s->log = scenarios_geometric(s) ? skpi__alloc(columns, s->imputed.n, sizeof *s->log) : NULL;
    if (!s->node || !s->bounds || !s->score || (scenarios_geometric(s) && !s->log))
        return skpi__no_memory(at, "data->n_units", s->imputed.n);
    skpi__index_desk desk;
    status = skpi__index_desk_new(at, s, &desk);
    if (!status) status = scenarios_fill(at, s, &desk);
    s->untreated = desk.untreated;
    skpi__index_desk_free(&desk);
    return status;
}

void skpi__index_scenarios_free(skpi__index_scenarios *s)
{
    skpi__index_columns_free(&s->imputed);
    free(s->node);
    free(s->bounds);
    free(s->score);
    free(s->log);
}

/* ---- one run ---- */

skpi_status skpi__index_desk_new(skpi__at at, const skpi__index_scenarios *s, skpi__index_desk *desk)
{
    const size_t n = s->imputed.n;
    *desk = (skpi__index_desk){.erring = {.n = n, .m = 1}, .untreated = SKPI__INDEX_TREATED};
    desk->erring.x = skpi__alloc(n, 1, sizeof *desk->erring.x);
    desk->erring.change = skpi__alloc(n, 1, sizeof *desk->erring.change);
    desk->weight = skpi__alloc(s->t->n_nodes, 1, sizeof *desk->weight);
    desk->sorted = skpi__alloc(n, SKPI__RANKED, sizeof *desk->sorted);
    if (!desk->erring.x || !desk->erring.change || !desk->weight || !desk->sorted)
        return skpi__no_memory(at, "data->n_units", n);
    return skpi__index_room_new(at, s->t, n, &desk->room);
}

void skpi__index_desk_free(skpi__index_desk *desk)
{
    skpi__index_columns_free(&desk->erring);
    skpi__index_room_free(&desk->room);
    free(desk->weight);
    free(desk->sorted);
}

const double *skpi__index_scenario_weights(const skpi__index_scenarios *s, const skpi__index_scenario *scenario,
                                           double *room)
{
    const skpi_index_tree_uncertainty_in *in = &s->f->in;
    uint64_t choice;
    if (!scenario_varies(s, scenario, SKPI_INDEX_FACTOR_WEIGHTS, &choice)) return s->t->weight;
    if (!in->weight_noise) return in->weight_set + choice * s->t->n_nodes;
    for (size_t k = 0; k < s->t->n_nodes; k++) {
        const skpi__stream stream = {s->f->draw.seed, SKPI__INDEX_STREAM, 0, (uint32_t)k, SKPI__INDEX_NOISE};
        const double u = in->weight_noise[k] > 0 ? ((double)skpi__stream_word(&stream, choice) + .5) * 0x1p-31 - 1 : 0;
        room[k] = s->t->weight[k] * (1 + in->weight_noise[k] * u);
    }
    return room;
}

skpi__index_means skpi__index_scenario_means(const skpi__index_scenarios *s, const skpi__index_scenario *scenario)
{
    skpi__index_means means = skpi__index_means_of(s->o);
    uint64_t choice;
    if (scenario_varies(s, scenario, SKPI_INDEX_FACTOR_AGGREGATION, &choice))
        means.aggregate = s->f->in.aggregation[choice];
    return means;
}

/* The place of its treatment and normalisation among those that were computed once. */
static size_t scenario_place(const skpi__index_scenarios *s, const skpi__index_scenario *scenario)
{
    uint64_t w = 0, q = 0;
    (void)scenario_varies(s, scenario, SKPI_INDEX_FACTOR_TREATMENT, &w);
    (void)scenario_varies(s, scenario, SKPI_INDEX_FACTOR_NORMALISATION, &q);
    return (size_t)w * s->n_normalisations + (size_t)q;
}

const skpi__index_node *skpi__index_scenario_columns(const skpi__index_scenarios *s,
                                                     const skpi__index_scenario *scenario)
{
    return s->node + scenario_place(s, scenario) * s->imputed.m;
}

/* The imputed values of a column, with errors if these are varied. */
static skpi_status scenario_values(skpi__at at, const skpi__index_scenarios *s, const skpi__index_scenario *scenario,
                                   size_t j, double *x)
{
    const size_t n = s->imputed.n, m = s->imputed.m;
    const double *error = s->f->in.error;
    uint64_t draw;
    memcpy(x, s->imputed.x + j * n, n * sizeof *x);
    if (!scenario_varies(s, scenario, SKPI_INDEX_FACTOR_ERRORS, &draw)) return SKPI_OK;
    for (size_t i = 0; i < n; i++) {
        const skpi__stream stream = {s->f->draw.seed, SKPI__INDEX_STREAM, (uint32_t)j, (uint32_t)i, SKPI__INDEX_ERROR};
        if (isnan(x[i]) || error[i * m + j] == 0) continue;
        x[i] += error[i * m + j] * skpi__stream_normal(&stream, draw);
        if (fabs(x[i]) > 0x1p1022)
            return skpi__fail(skpi__cell(at, i, j), SKPI_EOVERFLOW, "alternatives->error", error[i * m + j],
                              "makes a value beyond the range of a double");
    }
    return SKPI_OK;
}

/* The nodes of the indicators: as they were computed once, or anew. */
static skpi_status scenario_indicators(skpi__at at, const skpi__index_scenarios *s,
                                       const skpi__index_scenario *scenario, skpi__index_desk *desk)
{
    const size_t n = s->imputed.n, m = s->imputed.m;
    if (s->node && !scenario->nominal) {
        const size_t place = scenario_place(s, scenario);
        const skpi__index_node *column = s->node + place * m;
        for (size_t j = 0; j < m; j++) desk->room.node[s->t->indicator[j]] = column[j];
        desk->room.bounds = s->bounds[place];
        return SKPI_OK;
    }
    desk->room.bounds = (skpi__index_bounds){0, 0};
    for (size_t j = 0; j < m; j++) {
        const size_t k = s->t->indicator[j];
        double *score = desk->room.score + k * n;
        skpi_status status = scenario_values(at, s, scenario, j, desk->erring.x);
        if (!status) status = scenario_column(at, s, scenario, j, desk->erring.x, desk, score);
        if (status) return status;
        desk->room.node[k] = skpi__index_node_of(n, score);
        skpi__index_bounds_add(&desk->room.bounds, n, score);
        if (desk->room.node[k].missing) desk->warnings |= SKPI_WMISSING;
    }
    return SKPI_OK;
}

skpi_status skpi__index_scenario_run(skpi__at at, const skpi__index_scenarios *s, const skpi__index_scenario *scenario,
                                     skpi__index_desk *desk, const double **score)
{
    const skpi__index_means means = skpi__index_scenario_means(s, scenario);
    skpi_status status = scenario_indicators(at, s, scenario, desk);
    if (status) return status;
    const double *weight = desk->given ? desk->given : skpi__index_scenario_weights(s, scenario, desk->weight);
    status = skpi__index_aggregate(at, s->t, &means, weight, &desk->room, &desk->warnings);
    *score = desk->room.node[s->t->upward[s->t->n_nodes - 1]].score;
    return status;
}
