/* The record of a place (record.h). */
#include "ensemble/record.h"
#include "core/size.h"
#include <stdlib.h>
#include <string.h>

skpi__record *skpi__record_new(const skpi__sizes *sizes)
{
    const size_t cells = skpi__sizes_cells(sizes);
    const int exact = sizes->mode == SKPI_ENSEMBLE_MODE_EXACT, bins = !exact && sizes->quantiles;
    skpi__record *r = skpi__alloc(1, 1, sizeof *r);
    if (!r) return NULL;
    r->count = skpi__alloc(sizes->n_events, 1, sizeof *r->count);
    r->pair = skpi__alloc(skpi__sizes_pairs(sizes), 1, sizeof *r->pair);
    r->milestone = skpi__alloc(skpi__sizes_milestones(sizes), 1, sizeof *r->milestone);
    r->mean = skpi__alloc(exact ? cells : 0, 1, sizeof *r->mean);
    r->quantile = skpi__alloc(exact ? cells : 0, sizes->n_prob, sizeof *r->quantile);
    r->total = skpi__alloc(exact ? 0 : cells, 1, sizeof *r->total);
    r->unit = skpi__alloc(exact ? 0 : cells, 1, sizeof *r->unit);
    r->low = skpi__alloc(bins ? cells : 0, 2, sizeof *r->low);
    r->bin = skpi__alloc(bins ? cells : 0, SKPI__BINS, sizeof *r->bin);
    if (!skpi__record_reserve(r, 1) || !r->count || !r->pair || !r->milestone || !r->mean || !r->quantile ||
        !r->total || !r->unit || !r->low || !r->bin) {
        skpi__record_free(r);
        return NULL;
    }
    r->high = r->low + (bins ? cells : 0);
    return r;
}

void skpi__record_free(skpi__record *record)
{
    if (!record) return;
    free(record->bin);
    free(record->low);
    free(record->unit);
    free(record->total);
    free(record->quantile);
    free(record->mean);
    free(record->milestone);
    free(record->pair);
    free(record->count);
    free(record->span);
    free(record);
}

int skpi__record_reserve(skpi__record *record, size_t more)
{
    if (record->span && record->room - record->n_spans >= more) return 1;
    const size_t room = record->n_spans + more;
    skpi__span *span = skpi__alloc(room, 1, sizeof *span);
    if (!span) return 0;
    if (record->n_spans) memcpy(span, record->span, record->n_spans * sizeof *span);
    free(record->span);
    record->span = span;
    record->room = room;
    return 1;
}

uint64_t skpi__record_draws(const skpi__record *record)
{
    uint64_t n = 0;
    for (size_t i = 0; record && i < record->n_spans; i++) n += record->span[i].to - record->span[i].from;
    return n;
}

uint64_t skpi__record_pairs(const skpi__record *record)
{
    uint64_t n = 0;
    for (size_t i = 0; i < record->n_spans; i++) {
        const uint64_t draws = record->span[i].to - record->span[i].from,
                       rest = draws % SKPI__BLOCK; /* of whole blocks */
        n += (draws - rest) / 2 + (rest > SKPI__BLOCK / 2 ? rest - SKPI__BLOCK / 2 : 0);
    }
    return n;
}

uint64_t skpi__record_next(const skpi__record *record, uint64_t from, uint64_t to)
{
    for (size_t i = 0; record && i < record->n_spans; i++)
        if (record->span[i].to > from) {
            const uint64_t first = record->span[i].from > from ? record->span[i].from : from;
            return first < to ? first : to;
        }
    return to;
}

uint64_t skpi__record_gap(const skpi__record *record, uint64_t from)
{
    for (size_t i = 0; record && i < record->n_spans; i++)
        if (record->span[i].from <= from && from < record->span[i].to) from = record->span[i].to;
    return from;
}

void skpi__record_cover(skpi__record *r, uint64_t from, uint64_t to)
{
    size_t i = 0;
    while (i < r->n_spans && r->span[i].to < from) i++;
    if (i < r->n_spans && r->span[i].to == from) { /* extends the span before, and may reach the span after it */
        r->span[i].to = to;
        if (i + 1 < r->n_spans && r->span[i + 1].from == to) {
            r->span[i].to = r->span[i + 1].to;
            r->n_spans--;
            for (size_t j = i + 1; j < r->n_spans; j++) r->span[j] = r->span[j + 1];
        }
    } else if (i < r->n_spans && r->span[i].from == to) {
        r->span[i].from = from;
    } else {
        for (size_t j = r->n_spans; j > i; j--) r->span[j] = r->span[j - 1];
        r->span[i] = (skpi__span){from, to};
        r->n_spans++;
    }
}
