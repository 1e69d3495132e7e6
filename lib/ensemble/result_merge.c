/* Merging results of parts of a plan: whole numbers are added, so that the order of merging does not matter. */
#include "ensemble/aggregated_run.h"
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

/* Whether two records have the same bins.  Results of the same plan have, unless the bytes were not written by this
 * library; their units are those of the plan (record_check.c). */
static int records_alike(const skpi__sizes *s, const skpi__record *a, const skpi__record *b)
{
    const size_t cells = skpi__sizes_cells(s);
    if (!a->n_spans) return 1;
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

/* The records of place i of both results can be added. */
static skpi_status check_records(skpi__at at, const skpi__sizes *s, const skpi__record *a, const skpi__record *b)
{
    if (!a || !b || !b->n_spans) return SKPI_OK;
    if (records_overlap(a, b)) return skpi__refuse(at, SKPI_EDUPLICATE, "other", "has draws that result also has");
    if (records_alike(s, a, b)) return SKPI_OK;
    return skpi__refuse(at, SKPI_EINCONSISTENT, "other", "has bins over another range than result");
}

static skpi_status check_merge(skpi__at at, const skpi_ensemble_result *result, const skpi_ensemble_result *other)
{
    skpi_status s = SKPI_OK;
    if (result->sizes.fingerprint != other->sizes.fingerprint)
        return skpi__refuse(at, SKPI_EINCONSISTENT, "other", "is of another plan than result");
    for (size_t i = 0; i < result->sizes.n_places && !s; i++)
        s = check_records(skpi__element(at, i), &result->sizes, result->record[i], other->record[i]);
    for (size_t i = 0; i < result->n_aggregates && !s; i++) {
        const skpi_ensemble_result *a = result->aggregate[i].values, *b = other->aggregate[i].values;
        s = check_records(at, &a->sizes, a->record[0], b->record[0]);
    }
    return s;
}

/* Makes room in a record for all of another one, before anything is changed. */
static int make_room(const skpi__sizes *s, skpi__record **into, const skpi__record *from)
{
    if (!from || !from->n_spans) return 1;
    if (!*into) *into = skpi__record_new(s);
    return *into && skpi__record_reserve(*into, from->n_spans);
}

static skpi_status make_rooms(skpi__at at, skpi_ensemble_result *result, const skpi_ensemble_result *other)
{
    for (size_t i = 0; i < result->sizes.n_places; i++)
        if (!make_room(&result->sizes, result->record + i, other->record[i])) return skpi__no_memory_for(at, "other");
    for (size_t i = 0; i < result->n_aggregates; i++) {
        skpi__aggregated *a = result->aggregate + i;
        const skpi__aggregated *b = other->aggregate + i;
        if (!make_room(&a->values->sizes, a->values->record, b->values->record[0]))
            return skpi__no_memory_for(at, "other");
        if (b->sum && !a->sum) {
            const skpi_status s = skpi__aggregated_sum(at, "other", result, i, skpi__alloc);
            if (s) return s;
        }
    }
    return SKPI_OK;
}

/* Whether the members of an exact aggregate that both results have together are all. */
static int completes(const skpi_ensemble_result *result, const skpi_ensemble_result *other, const skpi__aggregated *a)
{
    for (size_t i = 0; i < a->of.n_members; i++) {
        const size_t place = a->of.member[i].place;
        if (!skpi__record_draws(result->record[place]) && !skpi__record_draws(other->record[place])) return 0;
    }
    return 1;
}

/* Adds the sums of another result to the first n aggregates, or with sign -1 takes them away again. */
static void add_sums(skpi_ensemble_result *result, const skpi_ensemble_result *other, size_t n, int64_t sign)
{
    for (size_t i = 0; i < n; i++) {
        const skpi__aggregated *a = result->aggregate + i, *b = other->aggregate + i;
        if (!a->sum || !b->sum) continue;
        const size_t all = a->values->sizes.n_years * skpi__aggregated_room(a);
        for (size_t j = 0; j < all; j++) a->sum[j] += sign * b->sum[j];
    }
}

/* Adds the sums of exact aggregates, and finishes those that become complete.  A failure takes all of it back. */
static skpi_status add_aggregates(skpi_ensemble_result *result, const skpi_ensemble_result *other)
{
    const size_t n = result->n_aggregates;
    skpi_status s = SKPI_OK;
    add_sums(result, other, n, 1);
    for (size_t i = 0; i < n && !s; i++) {
        skpi__aggregated *a = result->aggregate + i;
        if (a->sum && completes(result, other, a)) s = skpi__aggregated_compute(a, skpi__block_kernel_at(0), NULL);
    }
    if (s) add_sums(result, other, n, -1);
    for (size_t i = 0; i < n; i++) (s ? skpi__aggregated_drop : skpi__aggregated_keep)(result->aggregate + i);
    return s;
}

skpi_status skpi_ensemble_result_merge(skpi_ensemble_result *result, const skpi_ensemble_result *other)
{
    const skpi__at at = skpi__here(__func__);
    const int exact = result && result->sizes.mode == SKPI_ENSEMBLE_MODE_EXACT;
    skpi_status s;
    if ((s = skpi__result_idle(at, "result", result))) return s;
    if ((s = skpi__result_idle(at, "other", other))) return s;
    if ((s = check_merge(at, result, other)) || (s = make_rooms(at, result, other))) return s;
    if (exact && add_aggregates(result, other)) return skpi__no_memory_for(at, "other");
    for (size_t i = 0; i < result->sizes.n_places; i++)
        if (other->record[i] && other->record[i]->n_spans)
            add_record(&result->sizes, result->record[i], other->record[i]);
    for (size_t i = 0; i < result->n_aggregates; i++) {
        const skpi_ensemble_result *a = result->aggregate[i].values, *b = other->aggregate[i].values;
        if (b->record[0] && b->record[0]->n_spans) add_record(&a->sizes, a->record[0], b->record[0]);
    }
    return SKPI_OK;
}
