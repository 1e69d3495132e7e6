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

struct skpi__award_expecting {
    const skpi__award_fit *f;
    size_t n, k, tasks;
    double *rows; /* n x k: L^-1 c */
    double *sum;  /* tasks x n */
    void *block;
};
typedef skpi__award_expecting expected_work;

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
    const double above = e->u[j] - e->u[i], least = w->f->p.least;
    const double square = e->a[i] + e->a[j] + expected_square(w->k, w->rows + i * w->k, w->rows + j * w->k);
    const double sd = sqrt(w->f->variance[SKPI__AWARD_RESIDUAL] * square);
    if (!(sd > least)) return above > least ? 1 : above < -least ? 0 : .5;
    return .5 * erfc(-above / sd * M_SQRT1_2);
}

skpi_status skpi__award_expecting_task(skpi__award_expecting *w, uint64_t number, skpi__watch *watch)
{
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

skpi_status skpi__award_expecting_new(skpi__at at, const skpi__award_fit *f, skpi__award_expecting **out)
{
    const size_t n = f->p.entries, k = f->e.k, tasks = (size_t)skpi__award_expected_parts(f);
    expected_work *w = NULL;
    double *rows = NULL, *sum = NULL;
    const skpi__piece pieces[] = {SKPI__PIECE(w, 1, 1), SKPI__PIECE(rows, n, k), SKPI__PIECE(sum, tasks, n)};
    void *const block = SKPI__ALLOC_PIECES(pieces);
    if (!block) return skpi__no_memory(at, "scores->n_entries", n);
    *w = (expected_work){f, n, k, tasks, rows, sum, block};
    for (size_t i = 0; i < n; i++) {
        skpi__award_effects_row(&f->e, i, rows + i * k);
        skpi__cholesky_forward(k, f->e.m, rows + i * k);
    }
    *out = w;
    return SKPI_OK;
}

void skpi__award_expecting_ranks(const skpi__award_expecting *w, double *rank)
{
    for (size_t i = 0; i < w->n; i++) {
        rank[i] = 1;
        for (size_t t = 0; t < w->tasks; t++) rank[i] += w->sum[t * w->n + i];
    }
}

void skpi__award_expecting_free(skpi__award_expecting *w)
{
    if (w) free(w->block);
}
