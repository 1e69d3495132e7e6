/* Sums ahead (sums_ahead.h): the indicators of a node are read once for all runs.  A node has sums if its mean is a sum of
 * scores or of logarithms that are at hand, no score of its children is missing, and every weight is above 0.  The sums
 * have the bits that each run would compute. */
#include "index/sums_ahead.h"
#include <stdlib.h>
#include "core/size.h"
#include "numeric/weighted_runs.h"

static size_t ahead_children(const skpi_index_tree *t, size_t k) { return t->first[k + 1] - t->first[k]; }

static int ahead_of_indicators(const skpi_index_tree *t, size_t k)
{
    for (size_t a = t->first[k]; a < t->first[k + 1]; a++)
        if (!skpi__index_is_indicator(t, t->child[a])) return 0;
    return ahead_children(t, k) > 0;
}

skpi_status skpi__index_ahead_new(skpi__at at, const skpi__index_scenarios *s, skpi__index_ahead *ahead)
{
    const skpi_index_tree *t = s->t;
    const size_t n = s->imputed.n, runs = SKPI__INDEX_RUNS_AHEAD;
    size_t most = 1;
    *ahead = (skpi__index_ahead){.runs = 0};
    if (!s->node) return SKPI_OK; /* the indicators differ in every run */
    ahead->node = skpi__alloc(t->n_nodes, 1, sizeof *ahead->node);
    if (!ahead->node) return skpi__no_memory(at, "tree->n_nodes", t->n_nodes);
    for (size_t k = 0; k < t->n_nodes; k++) {
        if (!ahead_of_indicators(t, k)) continue;
        ahead->node[ahead->n_nodes++] = k;
        most = ahead_children(t, k) > most ? ahead_children(t, k) : most;
    }
    ahead->sum = skpi__alloc(skpi__width(ahead->n_nodes, runs), n, sizeof *ahead->sum);
    ahead->has = skpi__alloc(ahead->n_nodes, 1, sizeof *ahead->has);
    ahead->weight = skpi__alloc(runs, 1, sizeof *ahead->weight);
    ahead->noisy = skpi__alloc(runs, t->n_nodes, sizeof *ahead->noisy);
    ahead->factor = skpi__alloc(runs, most, sizeof *ahead->factor);
    ahead->own = skpi__alloc(t->n_nodes, 1, sizeof *ahead->own);
    const int good = ahead->sum && ahead->has && ahead->weight && ahead->noisy && ahead->factor && ahead->own;
    return good ? SKPI_OK : skpi__no_memory(at, "data->n_units", n);
}

void skpi__index_ahead_free(skpi__index_ahead *ahead)
{
    free(ahead->node);
    free(ahead->sum);
    free(ahead->has);
    free((void *)ahead->weight);
    free(ahead->noisy);
    free(ahead->factor);
    free((void *)ahead->own);
}

/* ---- sums ---- */

static int ahead_alike(const skpi__index_scenarios *s, const skpi__index_scenario *a, const skpi__index_scenario *b)
{
    const size_t weights = skpi__index_place(s->f, SKPI_INDEX_FACTOR_WEIGHTS);
    for (size_t i = 0; i < s->f->k; i++)
        if (i != weights && a->choice[i] != b->choice[i]) return 0;
    return 1;
}

/* What a node adds up, of its children; 0 if they have something that the sum would leave out. */
static int ahead_terms(const skpi__index_scenarios *s, const skpi__index_means *means, const skpi__index_node *column,
                       size_t k, const double **term)
{
    const skpi_index_tree *t = s->t;
    const int32_t method = skpi__index_own(t->aggregate, k, means->aggregate);
    const int logs = method == SKPI_INDEX_AGGREGATE_GEOMETRIC;
    if (!logs && method != SKPI_INDEX_AGGREGATE_ARITHMETIC && method != SKPI_INDEX_AGGREGATE_SUM) return 0;
    if (logs && means->floor > 0) return 0;
    for (size_t a = t->first[k]; a < t->first[k + 1]; a++) {
        const skpi__index_node *child = column + t->column[t->child[a]];
        const double *const x = logs ? child->log : child->score;
        if (child->missing || !x) return 0;
        term[a - t->first[k]] = x;
    }
    return 1;
}

/* The weights of the children, run by run; 0 if one is not above 0. */
static int ahead_factors(const skpi_index_tree *t, size_t k, const skpi__index_ahead *ahead)
{
    double *factor = ahead->factor;
    int positive = 1;
    for (size_t r = 0; r < ahead->runs; r++)
        for (size_t a = t->first[k]; a < t->first[k + 1]; a++, factor++) {
            *factor = ahead->weight[r][t->child[a]];
            positive &= *factor > 0;
        }
    return positive;
}

size_t skpi__index_ahead_make(const skpi__index_scenarios *s, size_t n, const skpi__index_scenario *scenario,
                              skpi__index_desk *desk, skpi__index_ahead *ahead)
{
    const skpi_index_tree *t = s->t;
    const skpi__index_means means = skpi__index_scenario_means(s, scenario);
    size_t runs = 1;
    while (s->node && runs < n && runs < SKPI__INDEX_RUNS_AHEAD && ahead_alike(s, scenario, scenario + runs)) runs++;
    ahead->runs = runs > 1 ? runs : 0;
    for (size_t r = 0; r < ahead->runs; r++)
        ahead->weight[r] = skpi__index_scenario_weights(s, scenario + r, ahead->noisy + r * t->n_nodes);
    for (size_t i = 0; ahead->runs && i < ahead->n_nodes; i++) {
        const size_t k = ahead->node[i];
        ahead->has[i] = ahead_terms(s, &means, skpi__index_scenario_columns(s, scenario), k, desk->room.term) &&
                        ahead_factors(t, k, ahead);
        if (ahead->has[i])
            skpi__weighted_runs_kernel_at(0)->sums(s->imputed.n, ahead_children(t, k), desk->room.term, runs,
                                                   ahead->factor,
                                                   ahead->sum + i * SKPI__INDEX_RUNS_AHEAD * s->imputed.n);
    }
    return runs;
}

void skpi__index_ahead_take(const skpi__index_scenarios *s, const skpi__index_ahead *ahead, size_t run,
                            skpi__index_desk *desk)
{
    desk->given = ahead->runs ? ahead->weight[run] : NULL;
    desk->room.given = ahead->runs ? ahead->own : NULL;
    for (size_t i = 0; ahead->runs && i < ahead->n_nodes; i++)
        ahead->own[ahead->node[i]] =
            ahead->has[i] ? ahead->sum + (i * SKPI__INDEX_RUNS_AHEAD + run) * s->imputed.n : NULL;
}
