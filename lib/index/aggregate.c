/* Aggregation (aggregate.h): with weights w of the children that are present and W their sum,
 *   arithmetic  sum w x / W          harmonic  W / sum w/x
 *   geometric   exp(sum w ln x / W)  power     (sum w x^p / W)^(1/p)
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
#include <string.h>
#include "index/copeland.h"
#include "numeric/exps.h"
#include "numeric/logistic.h"
#include "numeric/logs.h"
#include "numeric/near_1.h"
#include "numeric/ranking.h"
#include "numeric/weighted.h"

#define NEARLY 1e-9 /* a share of children that rounding has moved */
#define POWER_LEAST 1e-290
#define POWER_NEAR 1e-2 /* below it a sum of powers has lost digits */
#define POWER_MOST 1e300

typedef struct made_node {
    const skpi_index_tree *t;
    const skpi__index_means *means;
    const double *weight;
    skpi__index_room *room;
    size_t k;
    int32_t method;
    size_t children; /* of a weight above 0 */
    size_t terms;    /* of the sum so far */
    double whole;    /* sum of their weights */
    int missing;     /* is one of their scores? */
    skpi__index_bounds *bounds;
    int32_t *warnings;
} made_node;

static int node_uses(const made_node *m, size_t c) { return m->weight[c] > 0; }

static int node_takes(const made_node *m, double score)
{
    if (m->method == SKPI_INDEX_AGGREGATE_POWER && m->means->power > 0) return score >= 0;
    return score > 0;
}

/* How many children must be present. */
static double node_least(const made_node *m)
{
    const double own = m->t->min_present[m->k], share = own == own ? own : m->means->min_present;
    return share * (double)m->children - NEARLY;
}

/* Whether enough children of a unit are present; else it is missing, whatever they are. */
static int node_counts(const made_node *m, size_t i)
{
    size_t present = 0;
    for (size_t a = m->t->first[m->k]; m->missing && a < m->t->first[m->k + 1]; a++) {
        const size_t c = m->t->child[a];
        present += (size_t)(node_uses(m, c) & !isnan(m->room->node[c].score[i]));
    }
    return !m->missing || (double)present >= node_least(m);
}

/* The first unit whose score the method cannot take; n if it takes all. */
static size_t node_refused(const made_node *m, const double *score)
{
    size_t i = 0;
    while (i < m->room->n && (isnan(score[i]) || node_takes(m, score[i]) || !node_counts(m, i))) i++;
    return i;
}

static skpi_status node_refuse(skpi__at at, const made_node *m, size_t c, size_t i)
{
    const double score = m->room->node[c].score[i];
    return skpi__fail(skpi__cell(at, i, c), SKPI_EDOM, "out->score", score,
                      "of \"%s\" is %s, which the %s mean at \"%s\" cannot take: see options->floor", m->t->code[c],
                      score < 0 ? "below 0" : "0",
                      m->method == SKPI_INDEX_AGGREGATE_GEOMETRIC  ? "geometric"
                      : m->method == SKPI_INDEX_AGGREGATE_HARMONIC ? "harmonic"
                                                                   : "power",
                      m->t->code[m->k]);
}

/* Whether a score that counts is below the floor. */
static int node_low(const made_node *m, const double *score, double least)
{
    size_t i = 0;
    while (i < m->room->n && !(score[i] < least && node_counts(m, i))) i++;
    return i < m->room->n;
}

/* The scores of a child as the method takes them: raised to the floor, in spare, if one is below it. */
static skpi_status node_scores(skpi__at at, const made_node *m, size_t c, const double **score, const double **log)
{
    const skpi__index_node *child = m->room->node + c;
    const double least = m->means->floor;
    int low = 0;
    *score = child->score;
    *log = child->log;
    for (size_t i = 0; least > 0 && i < m->room->n; i++) low |= child->score[i] < least;
    if (low && m->missing) low = node_low(m, child->score, least);
    if (low) {
        for (size_t i = 0; i < m->room->n; i++) m->room->spare[i] = child->score[i] < least ? least : child->score[i];
        *score = m->room->spare;
        *log = NULL;
        *m->warnings |= SKPI_WADJUSTED;
        return SKPI_OK;
    }
    const size_t refused = child->positive ? m->room->n : node_refused(m, child->score);
    return refused < m->room->n ? node_refuse(at, m, c, refused) : SKPI_OK;
}

/* One more term of the sum: its weight, what counts of it, and its values, which stay where they are until node_sum. */
static void node_add(made_node *m, double weight, double counted, const double *x)
{
    double *const restrict sum = m->room->sum, *const restrict whole = m->room->weight;
    double *const restrict present = m->room->present;
    m->room->term[m->terms] = x;
    m->room->factor[m->terms++] = weight;
    for (size_t i = 0; m->missing && i < m->room->n; i++) {
        const int there = x[i] == x[i];
        sum[i] += there ? weight * x[i] : 0;
        whole[i] += there ? counted : 0;
        present[i] += there ? 1 : 0;
    }
}

/* The sum over all terms: it is there where some are missing, or where it was made ahead. */
static const double *node_sum(const made_node *m)
{
    const double *const given = m->room->given ? m->room->given[m->k] : NULL;
    if (given) return given;
    if (!m->missing)
        skpi__weighted_kernel_at(0)->sum(m->room->n, m->terms, m->room->term, m->room->factor, m->room->sum);
    return m->room->sum;
}

static void node_clear(const made_node *m)
{
    if (!m->missing) return;
    memset(m->room->sum, 0, m->room->n * sizeof(double));
    memset(m->room->weight, 0, m->room->n * sizeof(double));
    memset(m->room->present, 0, m->room->n * sizeof(double));
}

/* The sum of weights of a unit; NaN where too few children are present. */
static void node_presence(const made_node *m)
{
    const double least = node_least(m);
    double *whole = m->room->weight;
    const double *present = m->room->present;
    for (size_t i = 0; !m->missing && i < m->room->n; i++) whole[i] = m->whole;
    for (size_t i = 0; m->missing && i < m->room->n; i++)
        if (present[i] == 0 || present[i] < least) whole[i] = (double)NAN;
}

/* e^a of n numbers, beyond the reach of skpi__exps as the square of the half. */
static void node_exponential(size_t n, const double *a, double *e)
{
    if (!(skpi__weighted_kernel_at(0)->seen(n, a, 0, SKPI__EXP_FAR) & (SKPI__SEEN_FAR | SKPI__SEEN_MISSING))) {
        skpi__exps(n, a, e);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        const double half = fmax(-SKPI__EXP_FAR, fmin(a[i] / 2, SKPI__EXP_FAR));
        double root;
        if (a[i] != a[i]) {
            e[i] = a[i];
        } else if (fabs(a[i]) <= SKPI__EXP_FAR) {
            skpi__exps(1, a + i, e + i);
        } else {
            skpi__exps(1, &half, &root);
            e[i] = root * root;
        }
    }
}

/* Logarithms of n scores, NaN of those that are missing. */
static void node_logarithms(size_t n, const double *x, double *log)
{
    if (!(skpi__weighted_kernel_at(0)->seen(n, x, 0, DBL_MAX) & (SKPI__SEEN_LOW | SKPI__SEEN_MISSING))) {
        skpi__logs(n, x, log);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        if (x[i] > 0)
            skpi__logs(1, x + i, log + i);
        else
            log[i] = x[i] == 0 ? -(double)INFINITY : (double)NAN;
    }
}

/* Terms that cancel leave their rounding, and their sum is 0: judged for each unit by the size of its own terms. */
static void node_cancel(const made_node *m, double near, double *score)
{
    const skpi_index_tree *t = m->t;
    for (size_t i = 0; i < m->room->n; i++) {
        double size = 0, whole = 0;
        if (!(fabs(score[i]) < near)) continue;
        for (size_t a = t->first[m->k]; a < t->first[m->k + 1]; a++) {
            const size_t c = t->child[a];
            const double x = m->room->node[c].score[i];
            if (!node_uses(m, c) || x != x) continue;
            size += m->weight[c] * skpi__ranking_rounding(fabs(x));
            whole += m->weight[c];
        }
        if (m->method != SKPI_INDEX_AGGREGATE_SUM) size /= whole;
        if (fabs(score[i]) < size) score[i] = 0;
    }
}

/* How near to 0 a score must be that may be what is left of terms that cancel; 0: none is. */
static double node_near(const made_node *m)
{
    const int linear = m->method == SKPI_INDEX_AGGREGATE_ARITHMETIC || m->method == SKPI_INDEX_AGGREGATE_SUM;
    return linear && m->bounds->negative ? 2 * skpi__ranking_rounding(m->bounds->size) : 0;
}

/* The bounds, after a node was made: a mean lies between its children. */
static void node_bound(const made_node *m)
{
    skpi__index_bounds *const b = m->bounds;
    if (m->method == SKPI_INDEX_AGGREGATE_SUM && m->whole > 1) b->size *= m->whole;
    if (m->method == SKPI_INDEX_AGGREGATE_COPELAND) {
        b->size = fmax(b->size, (double)m->room->n);
        b->negative = 1;
    }
    b->size += m->means->round;
}

static void node_linear(made_node *m, double *score)
{
    const skpi_index_tree *t = m->t;
    const int points = m->method == SKPI_INDEX_AGGREGATE_SUM;
    int deducts = 0;
    for (size_t a = t->first[m->k]; a < t->first[m->k + 1]; a++) {
        const size_t c = t->child[a];
        if (!node_uses(m, c)) continue;
        const double sign = points && !skpi__index_is_indicator(t, c) ? t->direction[c] : 1;
        deducts |= sign < 0;
        node_add(m, sign * m->weight[c], m->weight[c], m->room->node[c].score);
    }
    const double *const sum = node_sum(m), *const whole = m->room->weight;
    m->bounds->negative |= deducts;
    node_presence(m);
    for (size_t i = 0; !points && i < m->room->n; i++) score[i] = sum[i] / whole[i];
    for (size_t i = 0; points && i < m->room->n; i++) score[i] = whole[i] == whole[i] ? sum[i] : whole[i];
}

static skpi_status node_harmonic(skpi__at at, made_node *m, double *score)
{
    const skpi_index_tree *t = m->t;
    for (size_t a = t->first[m->k]; a < t->first[m->k + 1]; a++) {
        const size_t c = t->child[a];
        const double *x, *log;
        skpi_status s;
        if (!node_uses(m, c)) continue;
        if ((s = node_scores(at, m, c, &x, &log))) return s;
        double *inverse = m->room->power + (a - t->first[m->k]) * m->room->n;
        for (size_t i = 0; i < m->room->n; i++) inverse[i] = 1 / x[i];
        node_add(m, m->weight[c], m->weight[c], inverse);
    }
    const double *const sum = node_sum(m);
    node_presence(m);
    for (size_t i = 0; i < m->room->n; i++) score[i] = m->room->weight[i] / sum[i];
    return SKPI_OK;
}

/* The logarithms of the node are kept: its parent may be a geometric mean, too. */
static skpi_status node_geometric(skpi__at at, made_node *m, double *score, double *log)
{
    const skpi_index_tree *t = m->t;
    for (size_t a = t->first[m->k]; a < t->first[m->k + 1]; a++) {
        const size_t c = t->child[a];
        const double *x, *known;
        skpi_status s;
        if (!node_uses(m, c)) continue;
        if ((s = node_scores(at, m, c, &x, &known))) return s;
        double *own = m->room->power + (a - t->first[m->k]) * m->room->n;
        if (!known) node_logarithms(m->room->n, x, own);
        node_add(m, m->weight[c], m->weight[c], known ? known : own);
    }
    const double *const sum = node_sum(m);
    node_presence(m);
    for (size_t i = 0; i < m->room->n; i++) log[i] = sum[i] / m->room->weight[i];
    node_exponential(m->room->n, log, score);
    return SKPI_OK;
}

/* The logarithms of a child's scores, in its part of the room. */
static skpi_status node_power_logarithms(skpi__at at, const made_node *m, size_t a, double *part)
{
    const double *x, *log;
    const skpi_status s = node_scores(at, m, m->t->child[a], &x, &log);
    if (!s) node_logarithms(m->room->n, x, part);
    return s;
}

/* Powers over the largest of the unit, so that none overflows: with top = max p ln x, which is -infinite of 0,
 * exp((top + ln(sum w exp(p ln x - top)/W))/p). */
static skpi_status node_power_far(skpi__at at, made_node *m, double p, double *score, double *top)
{
    const skpi_index_tree *t = m->t;
    const size_t n = m->room->n, first = t->first[m->k];
    const double none = -(double)INFINITY;
    for (size_t i = 0; i < n; i++) top[i] = none;
    for (size_t a = first; a < t->first[m->k + 1]; a++) {
        double *part = m->room->power + (a - first) * n;
        skpi_status s;
        if (!node_uses(m, t->child[a])) continue;
        if ((s = node_power_logarithms(at, m, a, part))) return s;
        for (size_t i = 0; i < n; i++) {
            part[i] = part[i] == none ? none : p * part[i];
            top[i] = part[i] > top[i] ? part[i] : top[i];
        }
    }
    for (size_t a = first; a < t->first[m->k + 1]; a++) {
        double *part = m->room->power + (a - first) * n;
        if (!node_uses(m, t->child[a])) continue;
        for (size_t i = 0; i < n; i++) part[i] = part[i] <= top[i] - SKPI__EXP_FAR ? -SKPI__EXP_FAR : part[i] - top[i];
        node_exponential(n, part, part);
        node_add(m, m->weight[t->child[a]], m->weight[t->child[a]], part);
    }
    const double *const sum = node_sum(m);
    node_presence(m);
    for (size_t i = 0; i < n; i++) score[i] = sum[i] / m->room->weight[i];
    node_logarithms(n, score, score);
    for (size_t i = 0; i < n; i++)
        if (top[i] > none) score[i] = (top[i] + score[i]) / p;
    node_exponential(n, score, score);
    for (size_t i = 0; i < n; i++)
        if (top[i] == none && score[i] == score[i]) score[i] = 0; /* every child is 0 */
    return SKPI_OK;
}

/* Of a small exponent, beside the geometric mean G of what is above 0, from which both logarithms are small:
 * exp(ln G + ln(1 + sum w (exp(p (ln x - ln G)) - 1)/W)/p).  A child of 0 has -1 in the sum. */
static skpi_status node_power_near(skpi__at at, made_node *m, double p, double *score, double *mean)
{
    const skpi_index_tree *t = m->t;
    const size_t n = m->room->n, first = t->first[m->k];
    double *const whole = score;
    const double none = -(double)INFINITY;
    for (size_t i = 0; i < n; i++) mean[i] = whole[i] = 0;
    for (size_t a = first; a < t->first[m->k + 1]; a++) {
        double *part = m->room->power + (a - first) * n;
        const double weight = m->weight[t->child[a]];
        skpi_status s;
        if (!node_uses(m, t->child[a])) continue;
        if ((s = node_power_logarithms(at, m, a, part))) return s;
        for (size_t i = 0; i < n; i++) {
            if (!(part[i] > none)) continue;
            mean[i] += weight * part[i];
            whole[i] += weight;
        }
    }
    for (size_t i = 0; i < n; i++) mean[i] = whole[i] > 0 ? mean[i] / whole[i] : 0;
    for (size_t a = first; a < t->first[m->k + 1]; a++) {
        double *part = m->room->power + (a - first) * n;
        if (!node_uses(m, t->child[a])) continue;
        for (size_t i = 0; i < n; i++) part[i] = part[i] == none ? -1 : skpi__exp_less_1(p * (part[i] - mean[i]));
        node_add(m, m->weight[t->child[a]], m->weight[t->child[a]], part);
    }
    const double *const sum = node_sum(m);
    node_presence(m);
    for (size_t i = 0; i < n; i++) score[i] = mean[i] + skpi__log_of_1_and(sum[i] / m->room->weight[i]) / p;
    node_exponential(n, score, score);
    return SKPI_OK;
}

/* A larger exponent than POWER_MOST has the same mean, the largest score or the smallest, and a smaller one than
 * POWER_LEAST too, the geometric mean; products of these with a logarithm are numbers with all their digits. */
static skpi_status node_power(skpi__at at, made_node *m, double *score, double *room)
{
    const double size = fmax(POWER_LEAST, fmin(fabs(m->means->power), POWER_MOST));
    const double p = copysign(size, m->means->power);
    return size < POWER_NEAR ? node_power_near(at, m, p, score, room) : node_power_far(at, m, p, score, room);
}

/* Presence is counted as for a mean of the scores. */
static void node_copeland(made_node *m, double *score)
{
    node_linear(m, score);
    skpi__index_copeland(m->t, m->k, m->weight, m->whole, m->room->node, m->room->n, m->room->spare, m->room->factor,
                         score);
}

static skpi_status node_overflows(skpi__at at, const made_node *m, const double *score)
{
    size_t i = 0;
    while (!isinf(score[i])) i++;
    return skpi__fail(skpi__cell(at, i, m->k), SKPI_EOVERFLOW, "out->score", score[i],
                      "of \"%s\" is beyond the range of a double", m->t->code[m->k]);
}

static void node_negative(const made_node *m, const double *score)
{
    for (size_t i = 0; !(*m->warnings & SKPI_WNEGATIVE) && i < m->room->n; i++)
        if (score[i] < 0) *m->warnings |= SKPI_WNEGATIVE;
}

static skpi_status node_make(skpi__at at, made_node *m)
{
    const skpi_index_tree *t = m->t;
    double *score = m->room->score + m->k * m->room->n, *log = m->room->log + m->k * m->room->n;
    skpi_status s = SKPI_OK;
    for (size_t a = t->first[m->k]; a < t->first[m->k + 1]; a++) {
        const size_t c = t->child[a];
        if (!node_uses(m, c)) continue;
        m->children++;
        m->whole += m->weight[c];
        m->missing |= m->room->node[c].missing;
    }
    node_clear(m);
    switch (m->method) {
    case SKPI_INDEX_AGGREGATE_GEOMETRIC: s = node_geometric(at, m, score, log); break;
    case SKPI_INDEX_AGGREGATE_HARMONIC: s = node_harmonic(at, m, score); break;
    case SKPI_INDEX_AGGREGATE_POWER: s = node_power(at, m, score, log); break;
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
        made_node m = {.t = t,
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
