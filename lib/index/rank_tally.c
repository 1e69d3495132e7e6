/* Ranks of many runs (rank_tally.h).  Mean, median and quantiles come from the numbers of runs that had each rank; quantiles
 * are those of type 7 of Hyndman and Fan, The American Statistician 50 (1996) 361. */
#include "index/rank_tally.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "core/rows.h"
#include "core/size.h"
#include "numeric/order.h"
#include "numeric/ranking.h"
#include "numeric/weighted.h"

enum { STRIP = 16, WAITING = 128 };

skpi_status skpi__index_tally_new(skpi__at at, size_t n, int above, int unit, skpi__index_tally *tally)
{
    *tally = (skpi__index_tally){.n = n};
    const skpi__piece pieces[] = {SKPI__PIECE(tally->frequency, n, n + 1), SKPI__PIECE(tally->lost, n, 1),
                                  SKPI__PIECE(tally->waiting, n, WAITING), SKPI__PIECE(tally->above, above ? n : 0, n),
                                  SKPI__PIECE(tally->unit, unit ? n : 0, 1)};
    tally->block = SKPI__ALLOC_PIECES(pieces);
    if (!above) tally->above = NULL;
    if (!unit) tally->unit = NULL;
    return tally->block ? SKPI_OK : skpi__no_memory(at, "data->n_units", n);
}

void skpi__index_tally_free(skpi__index_tally *tally) { free(tally->block); }

double skpi__index_shift(size_t n, const int32_t *rank, const int32_t *nominal)
{
    int64_t common;
    const int64_t sum = skpi__weighted_kernel_at(0)->distance(n, rank, nominal, SKPI_NONE, &common);
    return common ? (double)sum / (double)common : (double)NAN;
}

/* Counts the ranks that wait, of a few units at a time, so that their rows stay near for all runs. */
static void tally_count(skpi__index_tally *tally)
{
    const size_t n = tally->n, runs = tally->n_waiting;
    uint32_t *const restrict frequency = tally->frequency;
    const int32_t *const restrict waiting = tally->waiting;
    size_t first = 0;
    for (; first + STRIP <= n; first += STRIP)
        for (size_t r = 0; r < runs; r++)
            for (size_t i = first; i < first + STRIP; i++) frequency[i * (n + 1) + (size_t)waiting[r * n + i]]++;
    for (size_t r = 0; r < runs; r++)
        for (size_t i = first; i < n; i++) frequency[i * (n + 1) + (size_t)waiting[r * n + i]]++;
    tally->n_waiting = 0;
}

/* Which scores are above which, by more than their rounding. */
static void tally_compare(const skpi__index_tally *tally, const double *score)
{
    const size_t n = tally->n;
    const skpi__weighted_kernel *const kernel = skpi__weighted_kernel_at(0);
    const double rounding = skpi__ranking_rounding(kernel->largest(n, score));
    for (size_t i = 0; i < n; i++) kernel->beat(n, score[i], score, rounding, tally->above + i * n);
}

void skpi__index_tally_add(skpi__index_tally *tally, const double *score, const int32_t *rank)
{
    const size_t n = tally->n;
    int32_t *const restrict waiting = tally->waiting + tally->n_waiting++ * n;
    tally->runs++;
    for (size_t i = 0; i < n; i++) waiting[i] = rank[i] > 0 ? rank[i] : 0;
    if (tally->n_waiting == WAITING) tally_count(tally);
    if (tally->above) tally_compare(tally, score);
}

static void tally_merge_sums(skpi__saltelli_sums *to, const skpi__saltelli_sums *from, size_t k)
{
    to->sum += from->sum;
    to->square += from->square;
    for (size_t f = 0; f < k; f++) {
        to->step[f] += from->step[f];
        to->cross[f] += from->cross[f];
        to->far[f] += from->far[f];
    }
}

void skpi__index_tally_merge(skpi__index_tally *tally, skpi__index_tally *other, size_t k)
{
    const size_t n = tally->n;
    tally_count(other);
    tally->runs += other->runs;
    for (size_t i = 0; i < n * (n + 1); i++) tally->frequency[i] += other->frequency[i];
    for (size_t i = 0; tally->above && i < n * n; i++) tally->above[i] += other->above[i];
    for (size_t i = 0; i < n; i++) {
        tally->lost[i] |= other->lost[i];
        if (tally->unit) tally_merge_sums(tally->unit + i, other->unit + i, k);
    }
}

/* The rank that is place-th of the runs in order, from 0, of a unit that had a rank in all of them. */
static double tally_rank_at(const uint32_t *frequency, uint64_t place)
{
    size_t rank = 0;
    uint64_t before = frequency[0];
    while (before <= place) before += frequency[++rank];
    return (double)(rank + 1);
}

static double tally_quantile(const uint32_t *frequency, uint64_t runs, double prob)
{
    const skpi__rank r = skpi__rank_of(runs, prob);
    return skpi__rank_between(&r, tally_rank_at(frequency, r.low), tally_rank_at(frequency, r.high));
}

/* A unit that had no rank in some run has none of the numbers. */
static void tally_unit(const skpi__index_tally *tally, const skpi__index_factors *f, size_t i,
                       const skpi_index_tree_uncertainty_out *out)
{
    const size_t n = tally->n, n_prob = (size_t)f->draw.n_prob;
    const uint32_t *frequency = tally->frequency + i * (n + 1) + 1;
    const double runs = (double)tally->runs, none = (double)NAN;
    const int lost = tally->lost[i];
    uint64_t sum = 0, best = 0;
    for (size_t r = 0; r < n; r++) {
        sum += (uint64_t)frequency[r] * (r + 1);
        if (r < (size_t)f->draw.top) best += frequency[r];
        if (out->frequency) out->frequency[i * n + r] = lost ? none : (double)frequency[r] / runs;
    }
    skpi__set(out->mean, i, lost ? none : (double)sum / runs);
    skpi__set(out->median, i, lost ? none : tally_quantile(frequency, tally->runs, .5));
    skpi__set(out->top, i, lost ? none : (double)best / runs);
    for (size_t q = 0; out->quantile && q < n_prob; q++)
        out->quantile[i * n_prob + q] = lost ? none : tally_quantile(frequency, tally->runs, f->draw.prob[q]);
    for (size_t j = 0; out->above && j < n; j++)
        out->above[i * n + j] = lost || tally->lost[j] ? none : (double)tally->above[i * n + j] / (2 * runs);
}

void skpi__index_tally_tell(skpi__index_tally *tally, const skpi__index_factors *f,
                            const skpi_index_tree_uncertainty_out *out)
{
    const size_t n = tally->n;
    tally_count(tally);
    for (size_t i = 0; i < n; i++) tally->lost[i] |= tally->frequency[i * (n + 1)] > 0;
    for (size_t i = 0; i < n; i++) tally_unit(tally, f, i, out);
}
