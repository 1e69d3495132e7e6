/* Writing a result as bytes: 64-bit words with the least significant byte first.
 *
 *   head    mark, version of the format, words in all, fingerprint of the plan, records
 *   record  place, spans, from and to of each span, counts of the events, antithetic: of their pairs, and
 *           of the years of the milestones;
 *           exact: means, quantiles; streamed: low and high half of each sum, unit, and with quantiles low and high end
 *           of the bins (one cell after another), then for each cell its first bin that is not empty, their number up
 *           to the last, and their counts
 *   aggregate  (one after another, if the plan has any) 0: no draws, 1: sums of an exact aggregate that misses members,
 *           one a year and draw; 2: a record without place, of the plan of its values
 *   tail    checksum of all words before
 */
#include "ensemble/aggregated.h"
#include "ensemble/result.h"
#include "ensemble/result_format.h"
#include "ensemble/result_bytes.h"
#include "core/check.h"

static void write_bins(skpi__writer *w, const uint64_t *bin)
{
    size_t first = 0, end = SKPI__BINS;
    while (!bin[first]) first++; /* a record has draws, and each is in a bin */
    while (!bin[end - 1]) end--;
    skpi__write(w, first);
    skpi__write(w, end - first);
    for (size_t i = first; i < end; i++) skpi__write(w, bin[i]);
}

static void write_record(skpi__writer *w, const skpi__sizes *s, const skpi__record *r)
{
    const size_t cells = skpi__sizes_cells(s);
    skpi__write(w, r->n_spans);
    for (size_t i = 0; i < r->n_spans; i++) {
        skpi__write(w, r->span[i].from);
        skpi__write(w, r->span[i].to);
    }
    for (size_t i = 0; i < s->n_events; i++) skpi__write(w, r->count[i]);
    for (size_t i = 0; i < skpi__sizes_pairs(s); i++) skpi__write(w, r->pair[i]);
    for (size_t i = 0; i < skpi__sizes_milestones(s); i++) skpi__write(w, r->milestone[i]);
    if (s->mode == SKPI_ENSEMBLE_MODE_EXACT) {
        skpi__write_doubles(w, cells, r->mean);
        skpi__write_doubles(w, cells * s->n_prob, r->quantile);
        return;
    }
    for (size_t i = 0; i < cells; i++) {
        skpi__write(w, r->total[i].low);
        skpi__write(w, r->total[i].high);
    }
    skpi__write_doubles(w, cells, r->unit);
    if (!s->quantiles) return;
    skpi__write_doubles(w, cells, r->low);
    skpi__write_doubles(w, cells, r->high);
    for (size_t i = 0; i < cells; i++) write_bins(w, r->bin + i * SKPI__BINS);
}

static void write_aggregate(skpi__writer *w, const skpi_ensemble_result *result, const skpi__aggregated *a)
{
    const skpi__sizes *s = &a->values->sizes;
    const size_t room = skpi__aggregated_room(a);
    if (skpi__aggregated_begun(a)) {
        skpi__write(w, SKPI__AGGREGATE_VALUES);
        write_record(w, s, a->values->record[0]);
    } else if (!a->sum || skpi__aggregated_left(result, a) == a->of.n_members) {
        skpi__write(w, SKPI__AGGREGATE_NONE);
    } else {
        skpi__write(w, SKPI__AGGREGATE_SUMS);
        for (size_t k = 0; k < s->n_years; k++)
            for (size_t d = 0; d < s->n_draws; d++) skpi__write(w, (uint64_t)a->sum[k * room + d]);
    }
}

static size_t write_result(const skpi_ensemble_result *a, unsigned char *to, size_t words)
{
    skpi__writer w = {.to = to, .hash = SKPI__HASH_START};
    uint64_t records = 0;
    for (size_t i = 0; i < a->sizes.n_places; i++) records += a->record[i] && a->record[i]->n_spans;
    const uint64_t head[SKPI__HEAD] = {SKPI__MARK, SKPI__FORMAT, words, a->sizes.fingerprint, records};
    for (size_t i = 0; i < SKPI__HEAD; i++) skpi__write(&w, head[i]);
    for (size_t i = 0; i < a->sizes.n_places; i++) {
        if (!a->record[i] || !a->record[i]->n_spans) continue;
        skpi__write(&w, i);
        write_record(&w, &a->sizes, a->record[i]);
    }
    for (size_t i = 0; i < a->n_aggregates; i++) write_aggregate(&w, a, a->aggregate + i);
    skpi__write(&w, w.hash);
    return w.n;
}

skpi_status skpi_ensemble_result_size(const skpi_ensemble_result *result, size_t *size)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__result_idle(at, "result", result))) return s;
    if ((s = skpi__pointer(at, "size", size))) return s;
    *size = 8 * write_result(result, NULL, 0);
    return SKPI_OK;
}

skpi_status skpi_ensemble_result_write(const skpi_ensemble_result *result, size_t size, void *buffer)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__result_idle(at, "result", result))) return s;
    const size_t words = write_result(result, NULL, 0);
    if (size / 8 < words)
        return skpi__fail(at, SKPI_EBUFFER, "size", (double)size, "is too small: %zu bytes are needed", 8 * words);
    if ((s = skpi__pointer(at, "buffer", buffer))) return s;
    write_result(result, buffer, words);
    return SKPI_OK;
}
