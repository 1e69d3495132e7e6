/* Merging results of parts of a plan: whole numbers are added, so that the order of merging does not matter. */
#include "ensemble/result.h"
#include <stdlib.h>
#include <string.h>
#include "core/check.h"
#include "core/size.h"

static int records_overlap(const skpi__record *a, const skpi__record *b)
{
    for (size_t i = 0; i < b->n_spans; i++)
        if (skpi__record_next(a, b->span[i].from, b->span[i].to) < b->span[i].to) return 1;
    return 0;
}

/* Whether two records have the same bins and units.  Results of the same plan have, unless the bytes were not written
 * by this library. */
static int records_alike(const skpi__sizes *s, const skpi__record *a, const skpi__record *b)
{
    const size_t cells = skpi__sizes_cells(s);
    if (s->mode == SKPI_ENSEMBLE_MODE_EXACT || !a->n_spans) return 1;
    if (memcmp(a->unit, b->unit, cells * sizeof *a->unit)) return 0;
    return !s->quantiles || !memcmp(a->low, b->low, 2 * cells * sizeof *a->low);
}

static void add_record(const skpi__sizes *s, skpi__record *into, const skpi__record *from)
{
    const size_t cells = skpi__sizes_cells(s);
    for (size_t i = 0; i < s->n_events; i++) into->count[i] += from->count[i];
    for (size_t i = 0; i < skpi__sizes_pairs(s); i++) into->pair[i] += from->pair[i];
    for (size_t i = 0; i < skpi__sizes_milestones(s); i++) into->milestone[i] += from->milestone[i];
    if (s->mode == SKPI_ENSEMBLE_MODE_EXACT) {
        memcpy(into->mean, from->mean, cells * sizeof *into->mean);
        if (s->quantiles) memcpy(into->quantile, from->quantile, cells * s->n_prob * sizeof *into->quantile);
    } else {
        for (size_t i = 0; i < cells; i++) skpi__total_join(into->total + i, from->total[i]);
        memcpy(into->unit, from->unit, cells * sizeof *into->unit);
        if (s->quantiles) {
            memcpy(into->low, from->low, 2 * cells * sizeof *into->low);
            for (size_t i = 0; i < cells * SKPI__BINS; i++) into->bin[i] += from->bin[i];
        }
    }
    for (size_t i = 0; i < from->n_spans; i++) skpi__record_cover(into, from->span[i].from, from->span[i].to);
}

static skpi_status check_merge(skpi__at at, const skpi_ensemble_result *result, const skpi_ensemble_result *other)
{
    if (result->sizes.fingerprint != other->sizes.fingerprint)
        return skpi__refuse(at, SKPI_EINCONSISTENT, "other", "is of another plan than result");
    for (size_t i = 0; i < result->sizes.n_places; i++) {
        const skpi__record *a = result->record[i], *b = other->record[i];
        if (!a || !b || !b->n_spans) continue;
        if (records_overlap(a, b))
            return skpi__refuse(skpi__element(at, i), SKPI_EDUPLICATE, "other", "has draws that result also has");
        if (!records_alike(&result->sizes, a, b))
            return skpi__refuse(skpi__element(at, i), SKPI_EINCONSISTENT, "other",
                                "has bins over another range than result");
    }
    return SKPI_OK;
}

skpi_status skpi_ensemble_result_merge(skpi_ensemble_result *result, const skpi_ensemble_result *other)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__pointer(at, "result", result))) return s;
    if ((s = skpi__pointer(at, "other", other))) return s;
    if ((s = check_merge(at, result, other))) return s;
    for (size_t i = 0; i < result->sizes.n_places; i++) { /* memory is allocated before anything is changed */
        const skpi__record *b = other->record[i];
        if (!b || !b->n_spans) continue;
        if (!result->record[i]) result->record[i] = skpi__record_new(&result->sizes);
        if (!result->record[i] || !skpi__record_reserve(result->record[i], b->n_spans))
            return skpi__no_memory_for(at, "other");
    }
    for (size_t i = 0; i < result->sizes.n_places; i++)
        if (other->record[i] && other->record[i]->n_spans)
            add_record(&result->sizes, result->record[i], other->record[i]);
    return SKPI_OK;
}
