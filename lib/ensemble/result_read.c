/* Reading the bytes of a result (format: result_write.c).  Everything in the buffer is checked before it is used. */
#include "ensemble/aggregated.h"
#include "ensemble/plan.h"
#include "ensemble/record_check.h"
#include "ensemble/result.h"
#include "ensemble/result_format.h"
#include "ensemble/result_bytes.h"
#include "ensemble/sampling.h"
#include <math.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/size.h"

/* What is wrong with a record, in words; NULL if nothing is. */
static const char *read_spans(skpi__reader *in, const skpi__sizes *s, skpi__record *r, uint64_t n)
{
    uint64_t before = 0;
    for (uint64_t i = 0; i < n; i++) {
        const uint64_t from = skpi__read(in), to = skpi__read(in);
        if (from >= to || to > s->n_draws || (i && from <= before) || from % SKPI__BLOCK ||
            (to % SKPI__BLOCK && to != s->n_draws))
            return "has draws that the plan does not have";
        before = to;
        skpi__record_cover(r, from, to);
    }
    if (s->mode == SKPI_ENSEMBLE_MODE_EXACT && skpi__record_draws(r) != s->n_draws)
        return "has a part of a place's draws";
    return NULL;
}

static const char *read_bins(skpi__reader *in, uint64_t draws, uint64_t *bin)
{
    const uint64_t first = skpi__read(in), n = skpi__read(in);
    uint64_t sum = 0;
    if (first > SKPI__BINS || n > SKPI__BINS - first) return "has more bins than there are";
    for (uint64_t i = first; i < first + n; i++) {
        bin[i] = skpi__read(in);
        if (bin[i] > draws - sum) return "has more in its bins than it has draws";
        sum += bin[i];
    }
    return sum == draws ? NULL : "has less in its bins than it has draws";
}

/* The counts of each milestone add up to the draws. */
static const char *read_milestones(skpi__reader *in, const skpi__sizes *s, uint64_t draws, uint64_t *count)
{
    for (size_t i = 0; i < s->n_milestones; i++, count += s->n_years + 1) {
        uint64_t sum = 0;
        for (size_t k = 0; k <= s->n_years; k++) {
            count[k] = skpi__read(in);
            if (count[k] > draws - sum) return "has a milestone in more draws than there are";
            sum += count[k];
        }
        if (sum != draws) return "has a milestone in fewer draws than there are";
    }
    return NULL;
}

static const char *read_record(skpi__reader *in, const skpi__sizes *s, skpi__record *r, uint64_t spans)
{
    const size_t cells = skpi__sizes_cells(s);
    const char *wrong = read_spans(in, s, r, spans);
    if (wrong) return wrong;
    const uint64_t draws = skpi__record_draws(r);
    for (size_t i = 0; i < s->n_events; i++)
        if ((r->count[i] = skpi__read(in)) > draws) return "has an event in more draws than there are";
    for (size_t i = 0; i < skpi__sizes_pairs(s); i++) {
        const uint64_t both = r->pair[i] = skpi__read(in);
        if (both > r->count[i] / 2 || r->count[i] - both > draws - skpi__record_pairs(r))
            return "has an event in more or fewer pairs of draws than there are";
    }
    if ((wrong = read_milestones(in, s, draws, r->milestone))) return wrong;
    if (s->mode == SKPI_ENSEMBLE_MODE_EXACT) {
        skpi__read_doubles(in, cells, r->mean);
        skpi__read_doubles(in, cells * s->n_prob, r->quantile);
        return NULL;
    }
    for (size_t i = 0; i < cells; i++) {
        r->total[i].low = skpi__read(in);
        r->total[i].high = skpi__read(in);
    }
    skpi__read_doubles(in, cells, r->unit);
    if (!s->quantiles) return NULL;
    skpi__read_doubles(in, cells, r->low);
    skpi__read_doubles(in, cells, r->high);
    for (size_t i = 0; i < cells && !wrong; i++) wrong = read_bins(in, draws, r->bin + i * SKPI__BINS);
    return wrong;
}

/* What is wrong with the head or the checksum, in words; NULL if nothing is. */
static const char *wrong_head(const unsigned char *buffer, size_t bytes, const skpi__sizes *s)
{
    skpi__reader in = {.from = buffer, .n = bytes / 8};
    if (bytes % 8 || in.n < SKPI__HEAD + 1) return "is not a result: its length is wrong";
    if (skpi__read(&in) != SKPI__MARK) return "is not a result: its first bytes are wrong";
    if (skpi__read(&in) != SKPI__FORMAT) return "has a format that this library does not know";
    if (skpi__read(&in) != bytes / 8) return "does not have the length that it states";
    in = (skpi__reader){.from = buffer, .n = bytes / 8};
    uint64_t hash = SKPI__HASH_START;
    while (in.n > 1) hash = skpi__hash(hash, skpi__read(&in));
    if (skpi__read(&in) != hash) return "is damaged: its checksum is wrong";
    in = (skpi__reader){.from = buffer + 8 * 3, .n = 1};
    return skpi__read(&in) == s->fingerprint ? NULL : "is a result of another plan";
}

static skpi_status corrupt_buffer(skpi__at at, const char *what)
{
    return skpi__refuse(at, SKPI_ECORRUPT, "buffer", "%s", what);
}

/* The least value that an aggregate has in any draw, and the largest. */
static double aggregate_least(const skpi_ensemble_result *result, const skpi__aggregate *a)
{
    int positive = 1;
    for (size_t i = 0; i < a->n_members && !a->counts; i++) {
        const skpi__form form = result->sizes.form[a->member[i].of];
        positive &= form == SKPI__FORM_EXP || skpi__form_is_share(form);
    }
    return positive ? 0 : -(double)INFINITY;
}
static double aggregate_most(const skpi__aggregate *a) { return a->counts ? (double)a->n_members : (double)INFINITY; }

static skpi_status read_sums(skpi__at at, skpi__reader *in, skpi_ensemble_result *result, size_t i)
{
    const skpi__aggregated *a = result->aggregate + i;
    const skpi__sizes *s = &a->values->sizes;
    if (s->mode != SKPI_ENSEMBLE_MODE_EXACT || s->n_draws > in->n / s->n_years)
        return corrupt_buffer(at, "has sums of an aggregate that is streamed, or is too short for them");
    const skpi_status status = skpi__aggregated_sum(at, "buffer", result, i, skpi__alloc);
    if (status) return status;
    const double least = aggregate_least(result, &a->of), most = aggregate_most(&a->of);
    for (size_t k = 0; k < s->n_years; k++)
        for (size_t d = 0; d < s->n_draws; d++) {
            const int64_t sum = (int64_t)skpi__read(in);
            const double value = (double)sum / a->of.scale[k];
            if (sum > INT64_C(1) << 51 || sum < -(INT64_C(1) << 51) || value < least || value > most)
                return corrupt_buffer(at, "has a sum of an aggregate that no draws of the plan have");
            a->sum[k * skpi__aggregated_room(a) + d] = sum;
        }
    return SKPI_OK;
}

/* What is wrong with the means and the exact quantiles of an aggregate, in words; NULL if nothing is. */
static const char *aggregate_wrong(const skpi_ensemble_result *result, const skpi__aggregated *a)
{
    const skpi__sizes *s = &a->values->sizes;
    const skpi__record *r = a->values->record[0];
    const double least = aggregate_least(result, &a->of), most = aggregate_most(&a->of);
    const int exact = s->mode == SKPI_ENSEMBLE_MODE_EXACT;
    int beyond = 0;
    for (size_t k = 0; k < s->n_years; k++) {
        const double mean =
            exact ? r->mean[k] : skpi__total_value(r->total[k]) / (double)skpi__record_draws(r) * r->unit[k];
        beyond |= mean < least || mean > most;
        for (size_t q = k * s->n_prob; exact && q < (k + 1) * s->n_prob; q++)
            beyond |= r->quantile[q] < least || r->quantile[q] > most;
    }
    return beyond ? "has an aggregate that no draws of the plan have" : NULL;
}

/* The values of an aggregate; exact: of all members, streamed: of no draws that a member misses. */
static skpi_status read_values(skpi__at at, skpi__reader *in, skpi_ensemble_result *result, skpi__aggregated *a,
                               skpi__model_range *range)
{
    const uint64_t spans = skpi__read(in);
    if (!spans || spans > in->n / 2)
        return corrupt_buffer(at, "has an aggregate without draws, or is too short for them");
    skpi__record *r = a->values->record[0] = skpi__record_new(&a->values->sizes);
    if (!r || !skpi__record_reserve(r, (size_t)spans)) return skpi__no_memory_for(at, "buffer");
    const char *wrong = read_record(in, &a->values->sizes, r, spans);
    if (in->short_) return corrupt_buffer(at, "is too short for what it has");
    if (!wrong) wrong = skpi__record_wrong(a->of.values, 0, r, range);
    if (!wrong) wrong = aggregate_wrong(result, a);
    for (size_t i = 0; i < a->of.n_members && !wrong; i++)
        for (size_t j = 0; j < r->n_spans && !wrong; j++)
            if (skpi__record_gap(result->record[a->of.member[i].place], r->span[j].from) < r->span[j].to)
                wrong = "has an aggregate with draws that a member does not have";
    return wrong ? corrupt_buffer(at, wrong) : SKPI_OK;
}

static skpi_status read_aggregate(skpi__at at, skpi__reader *in, skpi_ensemble_result *result, size_t i,
                                  skpi__model_range *range)
{
    skpi__aggregated *a = result->aggregate + i;
    const int exact = result->sizes.mode == SKPI_ENSEMBLE_MODE_EXACT;
    const size_t left = exact ? skpi__aggregated_left(result, a) : 0;
    switch (skpi__read(in)) {
    case SKPI__AGGREGATE_NONE:
        return exact && left < a->of.n_members ? corrupt_buffer(at, "has members of an aggregate, but not their sums")
                                               : SKPI_OK;
    case SKPI__AGGREGATE_SUMS:
        return left < a->of.n_members ? read_sums(at, in, result, i)
                                      : corrupt_buffer(at, "has sums of an aggregate without members");
    case SKPI__AGGREGATE_VALUES: return read_values(at, in, result, a, range);
    default: return corrupt_buffer(at, "has an aggregate in a form that this library does not know");
    }
}

static skpi_status read_records(skpi__at at, const skpi_ensemble_plan *plan, const unsigned char *buffer, size_t bytes,
                                skpi_ensemble_result *result, skpi__model_range *range)
{
    skpi__reader in = {.from = buffer + 8 * (SKPI__HEAD - 1), .n = bytes / 8 - SKPI__HEAD}; /* without the checksum */
    const uint64_t records = skpi__read(&in);
    uint64_t before = 0;
    for (uint64_t i = 0; i < records; i++) {
        const uint64_t place = skpi__read(&in), spans = skpi__read(&in);
        if (in.short_ || place >= result->sizes.n_places || (i && place <= before))
            return corrupt_buffer(at, "has a place that the plan does not have");
        if (!spans || spans > in.n / 2)
            return corrupt_buffer(at, "has a place without draws, or is too short for them");
        before = place;
        skpi__record *r = result->record[place] = skpi__record_new(&result->sizes);
        if (!r || !skpi__record_reserve(r, (size_t)spans)) return skpi__no_memory_for(at, "buffer");
        const char *wrong = read_record(&in, &result->sizes, r, spans);
        if (in.short_) return corrupt_buffer(at, "is too short for what it has");
        if (!wrong) wrong = skpi__record_wrong(plan, (size_t)place, r, range);
        if (wrong) return corrupt_buffer(at, wrong);
    }
    skpi_status s = SKPI_OK;
    for (size_t i = 0; i < result->n_aggregates && !s; i++) s = read_aggregate(at, &in, result, i, range);
    return s ? s : in.n ? corrupt_buffer(at, "is too long for what it has") : SKPI_OK;
}

skpi_status skpi_ensemble_result_read(const skpi_ensemble_plan *plan, size_t size, const void *buffer,
                                      skpi_ensemble_result **result)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__pointer(at, "plan", plan))) return s;
    if (!plan->sizes.n_models) return skpi__refuse(at, SKPI_ENODATA, "plan", "has no model");
    if ((s = skpi__sampling_dimensions(at, plan))) return s;
    if (size > PTRDIFF_MAX) return skpi__no_memory(at, "size", size);
    if ((s = skpi__pointer(at, "buffer", buffer))) return s;
    const char *wrong = wrong_head(buffer, size, &plan->sizes);
    if (wrong) return corrupt_buffer(at, wrong);
    if ((s = skpi__pointer(at, "result", result))) return s;
    skpi_ensemble_result *r;
    skpi__model_range *range =
        skpi__alloc(skpi__sizes_cells(&plan->sizes), 1, sizeof *range); /* an aggregate has less */
    if (!range || skpi_ensemble_result_new(plan, &r)) {
        free(range);
        return skpi__no_memory_for(at, "plan");
    }
    s = read_records(at, plan, buffer, size, r, range);
    free(range);
    if (s)
        skpi_ensemble_result_free(r);
    else
        *result = r;
    return s;
}
