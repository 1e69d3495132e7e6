/* A node while it is made of its children (made.h): their scores, and sums over them. */
#include "index/made.h"
#include <float.h>
#include <math.h>
#include <string.h>
#include "numeric/exps.h"
#include "numeric/logistic.h"
#include "numeric/logs.h"
#include "numeric/weighted.h"

#define NEARLY 1e-9 /* a share of children that rounding has moved */

static int made_takes(const skpi__made *m, double score)
{
    if (m->method == SKPI_INDEX_AGGREGATE_POWER && m->means->power > 0) return score >= 0;
    return score > 0;
}

/* How many children must be present. */
static double made_least(const skpi__made *m)
{
    const double own = m->t->min_present[m->k], share = own == own ? own : m->means->min_present;
    return share * (double)m->children - NEARLY;
}

/* Whether enough children of a unit are present; else it is missing, whatever they are. */
static int made_counts(const skpi__made *m, size_t i)
{
    size_t present = 0;
    for (size_t a = m->t->first[m->k]; m->missing && a < m->t->first[m->k + 1]; a++) {
        const size_t c = m->t->child[a];
        present += (size_t)(skpi__made_uses(m, c) & !isnan(m->room->node[c].score[i]));
    }
    return !m->missing || (double)present >= made_least(m);
}

/* The first unit whose score the method cannot take; n if it takes all. */
static size_t made_refused(const skpi__made *m, const double *score)
{
    size_t i = 0;
    while (i < m->room->n && (isnan(score[i]) || made_takes(m, score[i]) || !made_counts(m, i))) i++;
    return i;
}

static skpi_status made_refuse(skpi__at at, const skpi__made *m, size_t c, size_t i)
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
static int made_low(const skpi__made *m, const double *score, double least)
{
    size_t i = 0;
    while (i < m->room->n && !(score[i] < least && made_counts(m, i))) i++;
    return i < m->room->n;
}

skpi_status skpi__made_scores(skpi__at at, const skpi__made *m, size_t c, const double **score, const double **log)
{
    const skpi__index_node *child = m->room->node + c;
    const double least = m->means->floor;
    int low = 0;
    *score = child->score;
    *log = child->log;
    for (size_t i = 0; least > 0 && i < m->room->n; i++) low |= child->score[i] < least;
    if (low && m->missing) low = made_low(m, child->score, least);
    if (low) {
        for (size_t i = 0; i < m->room->n; i++) m->room->spare[i] = child->score[i] < least ? least : child->score[i];
        *score = m->room->spare;
        *log = NULL;
        *m->warnings |= SKPI_WADJUSTED;
        return SKPI_OK;
    }
    const size_t refused = child->positive ? m->room->n : made_refused(m, child->score);
    return refused < m->room->n ? made_refuse(at, m, c, refused) : SKPI_OK;
}

void skpi__made_add(skpi__made *m, double weight, double counted, const double *x)
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

const double *skpi__made_sum(const skpi__made *m)
{
    const double *const given = m->room->given ? m->room->given[m->k] : NULL;
    if (given) return given;
    if (!m->missing)
        skpi__weighted_kernel_at(0)->sum(m->room->n, m->terms, m->room->term, m->room->factor, m->room->sum);
    return m->room->sum;
}

void skpi__made_clear(const skpi__made *m)
{
    if (!m->missing) return;
    memset(m->room->sum, 0, m->room->n * sizeof(double));
    memset(m->room->weight, 0, m->room->n * sizeof(double));
    memset(m->room->present, 0, m->room->n * sizeof(double));
}

void skpi__made_presence(const skpi__made *m)
{
    const double least = made_least(m);
    double *whole = m->room->weight;
    const double *present = m->room->present;
    for (size_t i = 0; !m->missing && i < m->room->n; i++) whole[i] = m->whole;
    for (size_t i = 0; m->missing && i < m->room->n; i++)
        if (present[i] == 0 || present[i] < least) whole[i] = (double)NAN;
}

void skpi__made_exponential(size_t n, const double *a, double *e)
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

void skpi__made_logarithms(size_t n, const double *x, double *log)
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
