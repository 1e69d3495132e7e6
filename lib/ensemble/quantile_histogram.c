/* Order statistics from histograms: the draws of a bin are assumed to be evenly distributed over it.
 *
 * Bin b goes from low + (b - 1/2)/scale to low + (b + 1/2)/scale (numeric/block.h), the outermost to low and high. */
#include "ensemble/quantile_histogram.h"
#include "ensemble/stream_bins.h"
#include "ensemble/tally.h"
#include "numeric/order.h"

static double histogram_at(const skpi__bins *bins, double x)
{
    return bins->octaves ? bins->start + skpi__octave_value(x) : x;
}

static double histogram_value(const skpi__bins *bins, const uint64_t *count, uint64_t rank)
{
    uint64_t before = 0;
    size_t b = 0;
    while (before + count[b] <= rank) before += count[b++];
    if (bins->scale == 0) return histogram_at(bins, bins->low);
    const double part = ((double)(rank - before) + .5) / (double)count[b];
    const double from = b ? (double)b - .5 : 0, to = b + 1 < SKPI__BINS ? (double)b + .5 : (double)b;
    return histogram_at(bins, bins->low + (from + part * (to - from)) / bins->scale);
}

void skpi__histogram_quantiles(const skpi__sizes *sizes, const skpi__record *record, size_t series, size_t place,
                               size_t n_prob, const double *prob, double *work, double *quantile)
{
    const uint64_t draws = skpi__record_draws(record);
    const skpi__block_kernel *kernel = skpi__block_kernel_at(0);
    const double start = skpi__sizes_start(sizes, series, place);
    for (size_t k = 0; k < sizes->n_years; k++) {
        const size_t cell = series * sizes->n_years + k;
        const skpi__bins bins = skpi__stream_bins(sizes->form[series], record->low[cell], record->high[cell], start);
        const uint64_t *count = record->bin + cell * SKPI__BINS;
        for (size_t q = 0; q < n_prob; q++) {
            const skpi__rank r = skpi__rank_of(draws, prob[q]);
            work[2 * q] = histogram_value(&bins, count, r.low);
            work[2 * q + 1] = histogram_value(&bins, count, r.high);
        }
        skpi__tally_values(kernel, sizes->form[series], 2 * n_prob, work);
        for (size_t q = 0; q < n_prob; q++) {
            const skpi__rank r = skpi__rank_of(draws, prob[q]);
            quantile[k * n_prob + q] = skpi__rank_between(&r, work[2 * q], work[2 * q + 1]);
        }
    }
}
