/* Aggregation (aggregate.h): with weights w of the children that are present and W their sum,
 *   arithmetic  sum w x / W          harmonic  W / sum w/x
 *   geometric   exp(sum w ln x / W)  power     power_mean.c
 *   sum         sum w d x, d the direction of a child that is no indicator
 * A child of weight 0 is left out, whatever its value.  A mean is present if at least the least share of the children
 * is, by their number.
 *
 * The units stand in the inner loops, and each has the same operations in the same order wherever it stands.
 *
 * Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008), step 7.
 */
#include "index/aggregate.h"
#include <float.h>
#include <math.h>
#include "index/copeland.h"
#include "index/made.h"
#include "index/power_mean.h"
#include "numeric/ranking.h"
#include "numeric/weighted.h"

/* Terms that cancel leave their rounding, and their sum is 0: judged for each unit by the size of its own terms. */
static void node_cancel(const skpi__made *m, double near, double *score)
{
    const skpi_index_tree *t = m->t;
    for (size_t i = 0; i < m->room->n; i++) {
        double size = 0, whole = 0;
        if (!(fabs(score[i]) < near)) continue;
        for (size_t a = t->first[m->k]; a < t->first[m->k + 1]; a++) {
            const size_t c = t->child[a];
            const double x = m->room->node[c].score[i];
            if (!skpi__made_uses(m, c) || x != x) continue;
            size += m->weight[c] * skpi__ranking_rounding(fabs(x));
            whole += m->weight[c];
        }
        if (m->method != SKPI_INDEX_AGGREGATE_SUM) size /= whole;
        if (fabs(score[i]) < size) score[i] = 0;
    }
}

/* How near to 0 a score must be that may be what is left of terms that cancel; 0: none is. */
static double node_near(const skpi__made *m)
{
    const int linear = m->method == SKPI_INDEX_AGGREGATE_ARITHMETIC || m->method == SKPI_INDEX_AGGREGATE_SUM;
    return linear && m->bounds->negative ? 2 * skpi__ranking_rounding(m->bounds->size) : 0;
}

/* The bounds, after a node was made: a mean lies between its children. */
static void node_bound(const skpi__made *m)
{
    skpi__index_bounds *const b = m->bounds;
    if (m->method == SKPI_INDEX_AGGREGATE_SUM && m->whole > 1) b->size *= m->whole;
    if (m->method == SKPI_INDEX_AGGREGATE_COPELAND) {
        b->size = fmax(b->size, (double)m->room->n);
        b->negative = 1;
    }
    b->size += m->means->round;
}

static void node_linear(skpi__made *m, double *score)
{
    const skpi_index_tree *t = m->t;
    const int points = m->method == SKPI_INDEX_AGGREGATE_SUM;
    int deducts = 0;
    for (size_t a = t->first[m->k]; a < t->first[m->k + 1]; a++) {
        const size_t c = t->child[a];
        if (!skpi__made_uses(m, c)) continue;
        const double sign = points && !skpi__index_is_indicator(t, c) ? t->direction[c] : 1;
        deducts |= sign < 0;
        skpi__made_add(m, sign * m->weight[c], m->weight[c], m->room->node[c].score);
    }
    const double *const sum = skpi__made_sum(m), *const whole = m->room->weight;
    m->bounds->negative |= deducts;
    skpi__made_presence(m);
    for (size_t i = 0; !points && i < m->room->n; i++) score[i] = sum[i] / whole[i];
    for (size_t i = 0; points && i < m->room->n; i++) score[i] = whole[i] == whole[i] ? sum[i] : whole[i];
}

static skpi_status node_harmonic(skpi__at at, skpi__made *m, double *score)
{
    const skpi_index_tree *t = m->t;
    for (size_t a = t->first[m->k]; a < t->first[m->k + 1]; a++) {
        const size_t c = t->child[a];
        const double *x, *log;
        skpi_status s;
        if (!skpi__made_uses(m, c)) continue;
        if ((s = skpi__made_scores(at, m, c, &x, &log))) return s;
        double *inverse = m->room->power + (a - t->first[m->k]) * m->room->n;
        for (size_t i = 0; i < m->room->n; i++) inverse[i] = 1 / x[i];
        skpi__made_add(m, m->weight[c], m->weight[c], inverse);
    }
    const double *const sum = skpi__made_sum(m);
    skpi__made_presence(m);
    for (size_t i = 0; i < m->room->n; i++) score[i] = m->room->weight[i] / sum[i];
    return SKPI_OK;
}

/* The logarithms of the node are kept: its parent may be a geometric mean, too. */
static skpi_status node_geometric(skpi__at at, skpi__made *m, double *score, double *log)
{
    const skpi_index_tree *t = m->t;
    for (size_t a = t->first[m->k]; a < t->first[m->k + 1]; a++) {
        const size_t c = t->child[a];
        const double *x, *known;
        skpi_status s;
        if (!skpi__made_uses(m, c)) continue;
        if ((s = skpi__made_scores(at, m, c, &x, &known))) return s;
        double *own = m->room->power + (a - t->first[m->k]) * m->room->n;
        if (!known) skpi__made_logarithms(m->room->n, x, own);
        skpi__made_add(m, m->weight[c], m->weight[c], known ? known : own);
    }
    const double *const sum = skpi__made_sum(m);
    skpi__made_presence(m);
    for (size_t i = 0; i < m->room->n; i++) log[i] = sum[i] / m->room->weight[i];
    skpi__made_exponential(m->room->n, log, score);
    return SKPI_OK;
}

/* Presence is counted as for a mean of the scores. */
static void node_copeland(skpi__made *m, double *score)
{
    node_linear(m, score);
    skpi__index_copeland(m->t, m->k, m->weight, m->whole, m->room->node, m->room->n, m->room->spare, m->room->factor,
                         score);
}

static skpi_status node_overflows(skpi__at at, const skpi__made *m, const double *score)
{
    size_t i = 0;
    while (!isinf(score[i])) i++;
    return skpi__fail(skpi__cell(at, i, m->k), SKPI_EOVERFLOW, "out->score", score[i],
                      "of \"%s\" is beyond the range of a double", m->t->code[m->k]);
}

static void node_negative(const skpi__made *m, const double *score)
{
    for (size_t i = 0; !(*m->warnings & SKPI_WNEGATIVE) && i < m->room->n; i++)
        if (score[i] < 0) *m->warnings |= SKPI_WNEGATIVE;
}

static skpi_status node_make(skpi__at at, skpi__made *m)
{
    const skpi_index_tree *t = m->t;
    double *score = m->room->score + m->k * m->room->n, *log = m->room->log + m->k * m->room->n;
    skpi_status s = SKPI_OK;
    for (size_t a = t->first[m->k]; a < t->first[m->k + 1]; a++) {
        const size_t c = t->child[a];
        if (!skpi__made_uses(m, c)) continue;
        m->children++;
        m->whole += m->weight[c];
        m->missing |= m->room->node[c].missing;
    }
    skpi__made_clear(m);
    switch (m->method) {
    case SKPI_INDEX_AGGREGATE_GEOMETRIC: s = node_geometric(at, m, score, log); break;
    case SKPI_INDEX_AGGREGATE_HARMONIC: s = node_harmonic(at, m, score); break;
    case SKPI_INDEX_AGGREGATE_POWER: s = skpi__index_power_mean(at, m, score, log); break;
    case SKPI_INDEX_AGGREGATE_COPELAND: node_copeland(m, score); break;
    default: node_linear(m, score); break;
    }
    if (s) return s;
    node_bound(m);
    const double near = node_near(m);
    int seen = skpi__weighted_kernel_at(0)->seen(m->room->n, score, near, DBL_MAX);
    if (seen & SKPI__SEEN_NEAR) {
        node_cancel(m, near, score);
        seen = skpi__weighted_kernel_at(0)->seen(m->room->n, score, 0, DBL_MAX);
    }
    if (m->method == SKPI_INDEX_AGGREGATE_SUM && m->bounds->negative) node_negative(m, score);
    if (seen & SKPI__SEEN_FAR) return node_overflows(at, m, score);
    m->room->node[m->k] = skpi__index_node_seen(score, seen);
    if (m->means->round > 0) {
        skpi__index_round(m->room->n, m->means->round, score);
        m->room->node[m->k] = skpi__index_node_of(m->room->n, score);
    }
    if (m->method == SKPI_INDEX_AGGREGATE_GEOMETRIC && !(m->means->round > 0)) m->room->node[m->k].log = log;
    return SKPI_OK;
}

skpi_status skpi__index_aggregate(skpi__at at, const skpi_index_tree *t, const skpi__index_means *means,
                                  const double *weight, skpi__index_room *room, int32_t *warnings)
{
    skpi__index_bounds bounds = room->bounds;
    skpi_status s = SKPI_OK;
    bounds.size += means->floor; /* to which some may be raised */
    for (size_t i = 0; !s && i < t->n_nodes; i++) {
        const size_t k = t->upward[i];
        skpi__made m = {.t = t,
                        .means = means,
                        .weight = weight,
                        .room = room,
                        .k = k,
                        .method = skpi__index_own(t->aggregate, k, means->aggregate),
                        .bounds = &bounds,
                        .warnings = warnings};
        if (!skpi__index_is_indicator(t, k)) s = node_make(at, &m);
    }
    return s;
}
