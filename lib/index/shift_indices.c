/* Sobol indices of the shift (shift_indices.h).  An interval is that between the quantiles of 5 and 95 % of the indices of
 * resamples: rows of Saltelli's scheme drawn with replacement, number floor(n word 2^-32).
 *
 * Source: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), 13.3; of indices: G. E. B. Archer, A.
 * Saltelli and I. M. Sobol, Journal of Statistical Computation and Simulation 58 (1997) 99.
 */
#include "index/shift_indices.h"
#include <math.h>
#include <stdlib.h>
#include "core/rows.h"
#include "core/size.h"
#include "core/threads.h"
#include "index/scenarios.h"
#include "numeric/select.h"
#include "numeric/sensitivity.h"
#include "random/stream.h"

#define LOW .05
#define HIGH .95

typedef struct resampling {
    skpi__at at;
    const skpi__index_factors *f;
    const double *y;
    uint64_t before;
    double *first, *total; /* k x resamples */
} resampling;

static skpi_status interval_resample(void *context, uint64_t r, skpi__watch *watch)
{
    const resampling *v = context;
    const size_t n = (size_t)v->f->draw.n_draws, k = v->f->k;
    const skpi__stream stream = {v->f->draw.seed, SKPI__INDEX_STREAM, 0, (uint32_t)r, SKPI__INDEX_RESAMPLE};
    const skpi__stream_kernel *kernel = skpi__stream_kernel_at(0);
    double first[SKPI__INDEX_FACTORS], total[SKPI__INDEX_FACTORS];
    uint32_t word[SKPI__BLOCK], *row;
    (void)watch;
    if (!(row = skpi__alloc(n, 1, sizeof *row))) return skpi__no_memory(v->at, "draw->n_draws", n);
    for (size_t i = 0; i < n; i++) {
        if (i % SKPI__BLOCK == 0) kernel->words(&stream, i / SKPI__BLOCK, word);
        row[i] = (uint32_t)((uint64_t)word[i % SKPI__BLOCK] * n >> 32);
    }
    skpi__saltelli(n, k, v->y, row, first, total);
    free(row);
    for (size_t f = 0; f < k; f++) {
        v->first[f * v->f->draw.n_resamples + r] = first[f];
        v->total[f * v->f->draw.n_resamples + r] = total[f];
    }
    return SKPI_OK;
}

/* Ends of an interval; resamples whose y did not vary have no index. */
static void interval_ends(size_t n, double *x, double *low, double *high)
{
    size_t found = 0;
    for (size_t i = 0; i < n; i++)
        if (!isnan(x[i])) x[found++] = x[i];
    *low = found ? skpi__quantile(found, x, LOW) : (double)NAN;
    *high = found ? skpi__quantile(found, x, HIGH) : (double)NAN;
}

static skpi_status interval_all(resampling *v, skpi__index_shift_indices *found)
{
    const size_t n = (size_t)v->f->draw.n_resamples, k = v->f->k;
    const skpi__piece pieces[] = {SKPI__PIECE(v->first, k, n), SKPI__PIECE(v->total, k, n)};
    void *const block = SKPI__ALLOC_PIECES(pieces);
    if (!block) return skpi__no_memory(v->at, "draw->n_resamples", n);
    skpi__crew crew = *SKPI__CREW(draw, &v->f->draw);
    crew.before = v->before;
    const skpi_status s = skpi__parallel(v->at, &crew, n, interval_resample, v);
    for (size_t f = 0; !s && f < k; f++) {
        if (isnan(found->first[f])) continue; /* although a resample may leave out a run without ranks */
        interval_ends(n, v->first + f * n, found->first_low + f, found->first_high + f);
        interval_ends(n, v->total + f * n, found->total_low + f, found->total_high + f);
    }
    free(block);
    return s;
}

uint64_t skpi__index_resamples(const skpi__index_factors *f, const skpi_index_tree_uncertainty_out *out)
{
    const int wanted = out->first_low || out->first_high || out->total_low || out->total_high;
    return wanted && f->draw.mode == SKPI_INDEX_MODE_SALTELLI ? f->draw.n_resamples : 0;
}

skpi_status skpi__index_shift_indices_of(skpi__at at, const skpi__index_factors *f, const double *y,
                                         const skpi_index_tree_uncertainty_out *out, uint64_t before,
                                         skpi__index_shift_indices *found)
{
    for (size_t i = 0; i < f->k; i++) found->first[i] = found->total[i] = (double)NAN;
    if (y && f->draw.mode == SKPI_INDEX_MODE_SALTELLI)
        skpi__saltelli((size_t)f->draw.n_draws, f->k, y, NULL, found->first, found->total);
    if (y && f->draw.mode == SKPI_INDEX_MODE_EXACT) skpi__factorial(f->k, f->levels, y, 1, found->first, found->total);
    for (size_t i = 0; i < f->k; i++) {
        found->first_low[i] = found->first_high[i] = found->first[i];
        found->total_low[i] = found->total_high[i] = found->total[i];
    }
    if (!y || !skpi__index_resamples(f, out)) return SKPI_OK;
    resampling v = {.at = at, .f = f, .y = y, .before = before};
    return interval_all(&v, found);
}
