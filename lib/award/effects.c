/* Solves for effects at given ratios of variances (effects.h). */
#include "award/effects.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "core/size.h"
#include "core/steps.h"
#include "numeric/cholesky.h"

skpi_status skpi__award_effects_new(skpi__at at, const skpi__award_problem *p, int fixed, skpi__award_effects *e)
{
    *e = (skpi__award_effects){.p = p, .fixed = fixed, .tracks = fixed ? 0 : p->tracks};
    e->k = e->tracks + p->judges;
    const skpi__piece pieces[] = {SKPI__PIECE(e->m, e->k, e->k),    SKPI__PIECE(e->inverse, e->k, e->k),
                                  SKPI__PIECE(e->x, e->k, 1),       SKPI__PIECE(e->change, e->k, 1),
                                  SKPI__PIECE(e->a, p->entries, 1), SKPI__PIECE(e->b, p->entries, 1),
                                  SKPI__PIECE(e->u, p->entries, 1)};
    e->block = SKPI__ALLOC_PIECES(pieces);
    return e->block ? SKPI_OK : skpi__no_memory(at, "scores->n_judges", p->judges);
}

void skpi__award_effects_free(skpi__award_effects *e) { free(e->block); }

/* 1 - a w of score r of entry i, from the weights of the entry's other scores: one weight may be nearly all of them. */
static double effects_others(const skpi__award_effects *e, size_t i, size_t r)
{
    const skpi__award_problem *p = e->p;
    double others = 0;
    for (size_t c = p->start[i]; c < p->start[i + 1]; c++)
        if (c != r) others += p->w[c];
    return e->fixed ? e->a[i] * others : e->b[i] * (1 + e->entry * others);
}

/* Adds entry i to M and the right side. */
static void effects_absorb(skpi__award_effects *e, size_t i)
{
    const skpi__award_problem *p = e->p;
    const size_t k = e->k, tracks = e->tracks, track = p->track[i];
    const double a = e->a[i], b = e->b[i], root = e->root, judge = root * root;
    if (tracks) {
        e->m[track * k + track] += p->w_sum[i] * b;
        e->x[track] += b * p->y_sum[i];
    }
    for (size_t r = p->start[i]; r < p->start[i + 1]; r++) {
        const size_t row = tracks + p->judge[r];
        const double w = p->w[r], scaled = judge * a * w;
        double *cell = e->m + row * k + tracks;
        if (tracks) e->m[row * k + track] += root * w * b;
        for (size_t c = p->start[i]; c < r; c++) cell[p->judge[c]] -= scaled * p->w[c];
        cell[p->judge[r]] += judge * w * effects_others(e, i, r);
        if (!e->fixed) e->x[row] += root * w * (p->y[r] - a * p->y_sum[i]);
    }
}

/* By how much score r of entry i, less its judge, is above the entry's others, each times its weight. */
static double effects_apart(const skpi__award_effects *e, size_t i, size_t r)
{
    const skpi__award_problem *p = e->p;
    const double own = p->y[r] - e->x[p->judge[r]];
    double apart = 0;
    for (size_t c = p->start[i]; c < p->start[i + 1]; c++) apart += p->w[c] * (own - (p->y[c] - e->x[p->judge[c]]));
    return apart;
}

/* Solves for what x, first 0, leaves of the scores, until a pass changes more than half of what the pass before did:
 * weights that differ by powers of ten take digits from M, and not from what is left. */
static void effects_least_squares(skpi__award_effects *e)
{
    const skpi__award_problem *p = e->p;
    double last = INFINITY, allowed = INFINITY, most = 1;
    while (most > 0 && most < allowed) {
        SKPI__STEP();
        allowed = last / 2;
        memset(e->change, 0, e->k * sizeof *e->change);
        for (size_t i = 0; i < p->entries; i++)
            for (size_t r = p->start[i]; r < p->start[i + 1]; r++)
                e->change[p->judge[r]] += e->a[i] * p->w[r] * effects_apart(e, i, r);
        skpi__cholesky_forward(e->k, e->m, e->change);
        skpi__cholesky_backward(e->k, e->m, e->change);
        most = 0;
        for (size_t j = 0; j < e->k; j++) {
            most = fmax(most, fabs(e->change[j]));
            e->x[j] += e->change[j];
        }
        last = most;
    }
}

/* What the constant of least squares is: of the size of the diagonal. */
static double effects_constant(skpi__award_effects *e)
{
    double trace = 0;
    for (size_t j = 0; j < e->k; j++) trace += e->m[j * e->k + j];
    const double each = trace > 0 ? trace / (double)e->k / (double)e->k : 1;
    for (size_t i = 0; i < e->k; i++)
        for (size_t j = 0; j <= i; j++) e->m[i * e->k + j] += each;
    return each;
}

/* c' M^-1 c of entry i, c = W at its track, w root at its judges. */
static double effects_form(const skpi__award_effects *e, size_t i)
{
    const skpi__award_problem *p = e->p;
    const size_t k = e->k, track = p->track[i];
    double judges = 0, mixed = 0;
    for (size_t r = p->start[i]; r < p->start[i + 1]; r++) {
        const double *row = e->inverse + (e->tracks + p->judge[r]) * k + e->tracks;
        double sum = 0;
        for (size_t c = p->start[i]; c < r; c++) sum += row[p->judge[c]] * p->w[c];
        judges += p->w[r] * (2 * sum + row[p->judge[r]] * p->w[r]);
        mixed += p->w[r] * e->inverse[(e->tracks + p->judge[r]) * k + track];
    }
    const double w = p->w_sum[i];
    return e->root * (e->root * judges + 2 * w * mixed) + w * w * e->inverse[track * k + track];
}

/* Quality of the entries, and all sums of squares. */
static void effects_sums(skpi__award_effects *e)
{
    const skpi__award_problem *p = e->p;
    const double *v = e->x + e->tracks;
    e->entry_trace = e->entry_square = e->residual_square = e->judge_square = 0;
    e->judge_trace = (double)(e->k - e->tracks);
    for (size_t j = 0; j < p->judges; j++) {
        e->judge_square += v[j] * v[j];
        e->judge_trace -= e->inverse[(e->tracks + j) * (e->k + 1)];
    }
    for (size_t i = 0; i < p->entries; i++) {
        const double mean = e->fixed ? 0 : e->x[p->track[i]], w = p->w_sum[i], b = e->b[i];
        double left = 0;
        for (size_t r = p->start[i]; r < p->start[i + 1]; r++)
            left += p->w[r] * (p->y[r] - mean - e->root * v[p->judge[r]]);
        e->u[i] = mean + e->a[i] * left;
        for (size_t r = p->start[i]; r < p->start[i + 1]; r++) {
            const double residual = p->y[r] - e->u[i] - e->root * v[p->judge[r]];
            e->residual_square += p->w[r] * residual * residual;
        }
        if (e->fixed) continue;
        e->entry_trace += w * b - effects_form(e, i) * b * b;
        e->entry_square += left * b * (left * b);
        e->log_det -= log(b);
    }
    e->quadratic = e->residual_square + e->entry * e->entry_square + e->judge_square;
}

/* Tells the watch of one solution, whose work is mostly that of M and of its inverse. */
static int effects_stop(skpi__award_effects *e)
{
    const double k = (double)e->k, scores = (double)e->p->n, each = scores / (double)e->p->entries;
    if (e->watch && skpi__watch_stops(e->watch, k * k * k + 2 * scores * each)) e->stopped = 1;
    return e->stopped;
}

int skpi__award_effects_solve(skpi__award_effects *e, double entry, double judge)
{
    const skpi__award_problem *p = e->p;
    const size_t k = e->k;
    if (effects_stop(e)) return 0;
    e->entry = entry;
    e->judge = judge;
    e->root = e->fixed ? 1 : sqrt(judge);
    memset(e->m, 0, k * k * sizeof *e->m);
    memset(e->x, 0, k * sizeof *e->x);
    for (size_t i = 0; i < p->entries; i++) {
        e->b[i] = e->fixed ? 0 : 1 / (1 + entry * p->w_sum[i]);
        e->a[i] = e->fixed ? 1 / p->w_sum[i] : entry * e->b[i];
        effects_absorb(e, i);
    }
    for (size_t j = e->tracks; j < k && !e->fixed; j++) e->m[j * k + j] += 1;
    const double each = e->fixed ? effects_constant(e) : 0;
    if (!skpi__cholesky(k, e->m, e->fixed ? 1e-14 : 0)) return 0;
    e->spare = e->fixed ? 1 / (each * (double)k * (double)k) : 0;
    e->log_det = 0;
    for (size_t j = 0; j < k; j++) e->log_det += 2 * log(e->m[j * k + j]);
    skpi__cholesky_forward(k, e->m, e->x);
    skpi__cholesky_backward(k, e->m, e->x);
    if (e->fixed) effects_least_squares(e);
    skpi__cholesky_inverse(k, e->m, e->inverse);
    effects_sums(e);
    return 1;
}

void skpi__award_effects_row(const skpi__award_effects *e, size_t i, double *row)
{
    const skpi__award_problem *p = e->p;
    memset(row, 0, e->k * sizeof *row);
    if (e->tracks) row[p->track[i]] = e->b[i];
    for (size_t r = p->start[i]; r < p->start[i + 1]; r++) row[e->tracks + p->judge[r]] = -e->a[i] * p->w[r] * e->root;
}
