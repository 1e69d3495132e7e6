/* Expected ranks (expected.h), without draws.
 *
 * The qualities of two entries i and j have the means u and, with effects.h's rows c and M = L L', a difference of the
 * variance r (a_i + a_j + |L^-1 (c_i - c_j)|^2), so that the probability that j is better is that of a normal number.
 * A task compares some entries with all earlier ones, and has sums of its own, which are added in the order of tasks.
 */
#include "award/expected.h"
#include <math.h>
#include <stdlib.h>
#include "core/size.h"
#include "numeric/cholesky.h"

enum { TOGETHER = 32 };

typedef struct expected_work {
    const skpi__award_fit *f;
    size_t n, k, tasks;
    double *rows; /* n x k: L^-1 c */
    double *sum;  /* tasks x n */
} expected_work;

static double expected_square(size_t k, const double *x, const double *y)
{
    double sum[4] = {0, 0, 0, 0}; /* no addition waits for the one before */
    size_t i = 0;
    for (; i + 4 <= k; i += 4)
        for (size_t c = 0; c < 4; c++) sum[c] += (x[i + c] - y[i + c]) * (x[i + c] - y[i + c]);
    for (; i < k; i++) sum[0] += (x[i] - y[i]) * (x[i] - y[i]);
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

/* The probability that the quality of j is above that of i. */
static double expected_better(const expected_work *w, size_t i, size_t j)
{
    const skpi__award_effects *e = &w->f->e;
    const double above = e->u[j] - e->u[i];
    const double square = e->a[i] + e->a[j] + expected_square(w->k, w->rows + i * w->k, w->rows + j * w->k);
    const double sd = sqrt(w->f->variance[SKPI__AWARD_RESIDUAL] * square);
    if (!(sd > 0)) return above > 0 ? 1 : above < 0 ? 0 : .5;
    return .5 * erfc(-above / sd * M_SQRT1_2);
}

static skpi_status expected_task(void *context, uint64_t number, skpi__watch *watch)
{
    const expected_work *w = context;
    const size_t task = w->tasks - 1 - (size_t)number; /* the longest first */
    double *const sum = w->sum + task * w->n;
    for (size_t i = task * TOGETHER; i < w->n && i < (task + 1) * TOGETHER; i++) {
        for (size_t j = 0; j < i; j++) {
            const double better = expected_better(w, i, j);
            sum[i] += better;
            sum[j] += 1 - better;
        }
        if (skpi__watch_stops(watch, (double)i * (double)(w->k + 20))) return SKPI_ECANCELED; /* about */
    }
    return SKPI_OK;
}

uint64_t skpi__award_expected_parts(const skpi__award_fit *f) { return (f->p.entries + TOGETHER - 1) / TOGETHER; }

skpi_status skpi__award_expected_ranks(skpi__at at, const skpi__crew *crew, const skpi__award_fit *f, double *rank)
{
    expected_work w = {.f = f, .n = f->p.entries, .k = f->e.k};
    w.tasks = (size_t)skpi__award_expected_parts(f);
    const skpi__piece pieces[] = {SKPI__PIECE(w.rows, w.n, w.k), SKPI__PIECE(w.sum, w.tasks, w.n)};
    void *const block = SKPI__ALLOC_PIECES(pieces);
    if (!block) return skpi__no_memory(at, "scores->n_entries", w.n);
    for (size_t i = 0; i < w.n; i++) {
        skpi__award_effects_row(&f->e, i, w.rows + i * w.k);
        skpi__cholesky_forward(w.k, f->e.m, w.rows + i * w.k);
    }
    const skpi_status s = skpi__parallel(at, crew, w.tasks, expected_task, &w);
    for (size_t i = 0; i < w.n && !s; i++) {
        rank[i] = 1;
        for (size_t t = 0; t < w.tasks; t++) rank[i] += w.sum[t * w.n + i];
    }
    free(block);
    return s;
}
