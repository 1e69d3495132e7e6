/* Scores and ranks: denominators, imputation, treatment, normalisation, aggregation, ranks, in this order.
 *
 * The first three work on the values as they are, the others on values times their direction.  Everything is computed
 * into memory of the call before an output is written.
 */
#include <smartkpi/index.h>
#include <stdlib.h>
#include <string.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "index/aggregate.h"
#include "index/columns.h"
#include "index/impute.h"
#include "index/normalise.h"
#include "index/options.h"
#include "index/period_ranks.h"
#include "index/treat.h"

typedef struct compute_call {
    const skpi_index_tree *t;
    skpi_index_data data;
    skpi_index_options o;
    skpi_index_tree_compute_out out;
    skpi__index_columns imputed, treated; /* the changes are those of treated */
    skpi__index_room room;
    skpi__index_periods periods;
    skpi__ranked *sorted; /* SKPI__RANKED n */
    int32_t *rank;        /* n_nodes x n */
    size_t untreated;     /* the first column that keeps its outliers */
    int32_t warnings;
} compute_call;

static skpi_status compute_allocate(skpi__at at, compute_call *c)
{
    const size_t n = c->imputed.n, cells = n * c->imputed.m;
    c->treated = (skpi__index_columns){n, c->imputed.m, skpi__alloc(n, c->imputed.m, sizeof *c->treated.x), NULL};
    c->sorted = skpi__alloc(n, SKPI__RANKED, sizeof *c->sorted);
    c->rank = skpi__alloc(c->out.rank ? c->t->n_nodes : 0, n, sizeof *c->rank);
    if (!c->treated.x || !c->sorted || !c->rank) return skpi__no_memory(at, "data->n_units", n);
    memcpy(c->treated.x, c->imputed.x, cells * sizeof *c->treated.x);
    return skpi__index_room_new(at, c->t, n, &c->room);
}

static skpi_status compute_columns(skpi__at at, compute_call *c)
{
    const size_t n = c->imputed.n;
    const skpi__index_scale scale = skpi__index_scale_of(&c->o);
    for (size_t j = 0; j < c->imputed.m; j++) {
        const size_t k = c->t->indicator[j];
        double *x = c->treated.x + j * n, *score = c->room.score + k * n;
        if (c->o.treat &&
            !skpi__index_treat(n, x, &c->o, c->o.winsorise_cells, skpi__index_own(c->t->normalise, k, scale.normalise),
                               c->imputed.change + j * n, c->room.spare))
            c->untreated = j < c->untreated ? j : c->untreated;
        const skpi_status s = skpi__index_normalise(at, c->t, j, &scale, n, x, c->sorted, score);
        if (s) return s;
        skpi__index_round(n, c->o.round, score);
        c->room.node[k] = skpi__index_node_of(n, score);
        skpi__index_bounds_add(&c->room.bounds, n, score);
        if (c->room.node[k].missing) c->warnings |= SKPI_WMISSING;
    }
    return SKPI_OK;
}

/* Columns to rows of the caller's. */
static void compute_turn(size_t n, size_t m, const double *column, double *row)
{
    for (size_t i = 0; row && i < n; i++)
        for (size_t j = 0; j < m; j++) row[i * m + j] = column[j * n + i];
}
static void compute_turn_int(size_t n, size_t m, const int32_t *column, int32_t *row)
{
    for (size_t i = 0; row && i < n; i++)
        for (size_t j = 0; j < m; j++) row[i * m + j] = column[j * n + i];
}

static skpi_status compute_all(skpi__at at, compute_call *c)
{
    const skpi__index_means means = skpi__index_means_of(&c->o);
    const size_t n = c->data.n_units, m = c->data.n_indicators, nodes = c->t->n_nodes;
    skpi_status s;
    if ((s = skpi__index_columns_new(at, &c->data, &c->imputed)) ||
        (s = skpi__index_impute(at, c->t, c->data.group, c->o.impute, &c->imputed)) || (s = compute_allocate(at, c)) ||
        (s = skpi__index_periods_new(at, n, c->data.period, &c->periods)) || (s = compute_columns(at, c)) ||
        (s = skpi__index_aggregate(at, c->t, &means, c->t->weight, &c->room, &c->warnings)))
        return s;
    for (size_t k = 0; c->out.rank && k < nodes; k++)
        skpi__index_period_ranks(&c->periods, c->room.score + k * n, c->o.tie, c->sorted, c->rank + k * n);
    compute_turn(n, m, c->imputed.x, c->out.imputed);
    compute_turn(n, m, c->treated.x, c->out.treated);
    compute_turn_int(n, m, c->imputed.change, c->out.change);
    compute_turn(n, nodes, c->room.score, c->out.score);
    compute_turn_int(n, nodes, c->rank, c->out.rank);
    return (skpi_status)(c->warnings | skpi__index_treat_told(at, c->t, c->untreated));
}

skpi_status skpi_index_tree_compute(const skpi_index_tree *tree, const skpi_index_data *data,
                                    const skpi_index_options *options, skpi_index_tree_compute_out *out)
{
    const skpi__at at = skpi__here(__func__);
    compute_call c = {.t = tree, .untreated = SKPI__INDEX_TREATED};
    skpi_status s;
    if ((s = skpi__pointer(at, "tree", tree)) || (s = skpi__index_data_read(at, data, tree, &c.data)) ||
        (s = skpi__index_options_read(at, options, tree, &c.data, &c.o)) || (s = SKPI__STRUCT(at, out, 0, &c.out)))
        return s;
    s = compute_all(at, &c);
    skpi__index_columns_free(&c.imputed);
    skpi__index_columns_free(&c.treated);
    skpi__index_room_free(&c.room);
    skpi__index_periods_free(&c.periods);
    free(c.sorted);
    free(c.rank);
    return s;
}
