/* Aggregates of a plan (aggregate.h).
 *
 * The unit of a year is 2^(n - 51), where 2^n is the least power of two above B, the sum of the largest values that the
 * members can have times their weights: 1 of shares, of others the bound of their own sums (ranges.c).  A sum is
 * therefore at most 2^51 units, and exact as a double. */
#include "ensemble/aggregate.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "ensemble/aggregate_values.h"
#include "ensemble/event.h"
#include "ensemble/hash.h"
#include "ensemble/model_add.h"
#include "ensemble/ranges.h"

enum { SUM = 401, COUNT = 402, EVENT = 403 }; /* in fingerprints */
#define BOUND_MOST 0x1p1000                   /* of sums that have a scale */

void skpi__aggregate_free(skpi__aggregate *a)
{
    skpi_ensemble_plan_free(a->values);
    free(a->weight);
    free(a->member);
    *a = (skpi__aggregate){0};
}

int skpi__aggregate_copy(const skpi__aggregate *a, skpi__aggregate *copy)
{
    *copy = *a;
    copy->weight = NULL;
    copy->values = skpi__values_copy(a->values);
    copy->member = skpi__alloc(a->n_members, 1, sizeof *copy->member);
    if (copy->values && copy->member) {
        memcpy(copy->member, a->member, a->n_members * sizeof *copy->member);
        copy->scale = skpi__values_scale(copy->values);
        return 1;
    }
    skpi__aggregate_free(copy);
    return 0;
}

skpi_status skpi__aggregate_exists(skpi__at at, size_t n, int32_t aggregate)
{
    if (aggregate >= 0 && (size_t)aggregate < n) return SKPI_OK;
    return skpi__fail(at, SKPI_ENOTFOUND, "aggregate", aggregate, "is none of the plan's %zu aggregates", n);
}

/* Adds an aggregate to the plan, which then owns its memory; on failure the caller does. */
static skpi_status aggregate_add(skpi__at at, skpi_ensemble_plan *plan, const skpi__aggregate *a, uint64_t fingerprint,
                                 int32_t *index)
{
    const size_t n = plan->n_aggregates;
    skpi__aggregate *list = skpi__alloc(n + 1, 1, sizeof *list);
    if (!list) return skpi__no_memory_for(at, "plan");
    if (n) memcpy(list, plan->aggregate, n * sizeof *list);
    list[n] = *a;
    free(plan->aggregate);
    plan->aggregate = list;
    plan->n_aggregates = n + 1;
    plan->sizes.fingerprint = skpi__hash(plan->sizes.fingerprint, fingerprint);
    *index = (int32_t)n;
    return SKPI_OK;
}

static int member_order(const void *a, const void *b)
{
    const skpi__member *x = a, *y = b;
    if (x->place != y->place) return x->place < y->place ? -1 : 1;
    return (x->of > y->of) - (x->of < y->of);
}

/* Refuses members that are given twice. */
static skpi_status aggregate_members_differ(skpi__at at, size_t n, const skpi__member *member)
{
    skpi__member *sorted = skpi__alloc(n, 1, sizeof *sorted);
    if (!sorted) return skpi__no_memory(at, "n_members", n);
    memcpy(sorted, member, n * sizeof *sorted);
    qsort(sorted, n, sizeof *sorted, member_order);
    size_t twice = 1;
    while (twice < n && member_order(sorted + twice, sorted + twice - 1)) twice++;
    const skpi__member bad = sorted[twice < n ? twice : 0];
    free(sorted);
    if (twice >= n) return SKPI_OK;
    size_t row = 0;
    for (size_t i = 0, found = 0; found < 2; i++)
        if (!member_order(member + i, &bad)) found++, row = i;
    return skpi__fail(skpi__element(at, row), SKPI_EDUPLICATE, "place", (double)bad.place, "is a member twice");
}

/* The place of member i is in the plan. */
static skpi_status aggregate_place(skpi__at at, const skpi_ensemble_plan *plan, uint64_t place, skpi__member *m)
{
    if (place >= plan->sizes.n_places)
        return skpi__fail(at, SKPI_ENOTFOUND, "place", (double)place, "is none of the plan's %zu places",
                          plan->sizes.n_places);
    m->place = (size_t)place;
    return SKPI_OK;
}

/* Writes the scale of each year, and the least value of all years; room is for the ranges of all cells. */
static skpi_status aggregate_scales(skpi__at at, const skpi_ensemble_plan *plan, const skpi__aggregate *a,
                                    skpi__model_range *room, double *scale, double *least)
{
    const skpi__sizes *s = &plan->sizes;
    for (size_t i = 0; i < a->n_members; i++) {
        const skpi__member *m = a->member + i;
        if (!i || m->place != m[-1].place) skpi__ranges(plan, m->place, room);
        for (size_t k = 0; k < s->n_years; k++) {
            const skpi__model_range *range = room + m->of * s->n_years + k;
            const double most = skpi__form_is_share(s->form[m->of]) ? 1 : 0x1p51 / range->scale;
            const double weight = a->weight ? a->weight[i * s->n_years + k] : 1;
            if (s->form[m->of] == SKPI__FORM_SUMMED && range->least < 0) *least = -(double)INFINITY;
            scale[k] += most * weight;
            if (!(scale[k] < BOUND_MOST))
                return skpi__fail(skpi__cell(at, i, k), SKPI_EOVERFLOW, "weight", weight, "makes the sum too large");
        }
    }
    for (size_t k = 0; k < s->n_years; k++) scale[k] = skpi__ranges_scale(scale[k]);
    return SKPI_OK;
}

static uint64_t aggregate_fingerprint(const skpi_ensemble_plan *plan, const skpi__aggregate *a)
{
    uint64_t h = skpi__hash(skpi__hash(SKPI__HASH_START, a->counts ? COUNT : SUM), a->n_members);
    for (size_t i = 0; i < a->n_members; i++) h = skpi__hash(skpi__hash(h, a->member[i].place), a->member[i].of);
    if (!a->weight) return skpi__hash(h, 0);
    return skpi__hash_doubles(skpi__hash(h, 1), a->n_members * plan->sizes.n_years, a->weight);
}

/* Completes an aggregate whose members and weights are known, and adds it. */
static skpi_status aggregate_complete(skpi__at at, skpi_ensemble_plan *plan, skpi__aggregate *a, int32_t *index)
{
    const skpi__sizes *s = &plan->sizes;
    skpi__model_range *range;
    double *scale, least = 0;
    const skpi__piece pieces[] = {SKPI__PIECE(range, skpi__sizes_cells(s), 1), SKPI__PIECE(scale, s->n_years, 1)};
    void *block = SKPI__ALLOC_PIECES(pieces);
    const uint64_t h = aggregate_fingerprint(plan, a);
    const int32_t last = s->first_year + (int32_t)s->n_years - 1;
    skpi_status status = block ? SKPI_OK : skpi__no_memory_for(at, "plan");
    if (!status && a->counts) scale[0] = 1;
    if (!status && !a->counts) status = aggregate_scales(at, plan, a, range, scale, &least);
    if (!status) {
        a->values = a->counts ? skpi__values_plan(plan, last, 1, scale, least, (double)a->n_members, h)
                              : skpi__values_plan(plan, s->first_year, s->n_years, scale, least, (double)NAN, h);
        if (a->values)
            a->scale = skpi__values_scale(a->values);
        else
            status = skpi__no_memory_for(at, "plan");
    }
    free(block);
    if (!status) status = skpi__pointer(at, "aggregate", index);
    return status ? status : aggregate_add(at, plan, a, h, index);
}

static skpi_status aggregate_weights(skpi__at at, const skpi__sizes *s, const double *weight, skpi__aggregate *a)
{
    skpi_status status;
    const size_t n = a->n_members, years = s->n_years;
    if (!weight) return SKPI_OK;
    for (size_t i = 0; i < n * years; i++)
        if ((status = skpi__quantity(skpi__cell(at, i / years, i % years), "weight", weight[i]))) return status;
    for (size_t i = 0; i < n * years; i++) a->positive &= weight[i] > 0;
    if (!(a->weight = skpi__alloc(n, years, sizeof *weight))) return skpi__no_memory(at, "n_members", n);
    memcpy(a->weight, weight, n * years * sizeof *weight);
    return SKPI_OK;
}

skpi_status skpi_ensemble_plan_aggregate(skpi_ensemble_plan *plan, size_t n_members, const int32_t *model,
                                         const int32_t *variable, const uint64_t *place, const double *weight,
                                         int32_t *aggregate)
{
    const skpi__at at = skpi__here(__func__);
    const size_t n = n_members;
    skpi__aggregate a = {.n_members = n, .positive = 1};
    skpi_status s;
    if ((s = skpi__plan_open(at, plan)) || (s = skpi__count(at, "n_members", n)) ||
        (s = skpi__array(at, "model", model, n, 1)) || (s = skpi__array(at, "variable", variable, n, 1)) ||
        (s = skpi__array(at, "place", place, n, 1)))
        return s;
    if (!(a.member = skpi__alloc(n, 1, sizeof *a.member))) return skpi__no_memory(at, "n_members", n);
    for (size_t i = 0; i < n && !s; i++) {
        const skpi__at row = skpi__element(at, i);
        if (!(s = skpi__sizes_series(row, &plan->sizes, model[i], variable[i], &a.member[i].of)))
            s = aggregate_place(row, plan, place[i], a.member + i);
        if (!s) a.positive &= plan->sizes.form[a.member[i].of] == SKPI__FORM_EXP;
    }
    if (!s) s = aggregate_members_differ(at, n, a.member);
    if (!s) s = aggregate_weights(at, &plan->sizes, weight, &a);
    if (!s) s = aggregate_complete(at, plan, &a, aggregate);
    if (s) skpi__aggregate_free(&a);
    return s;
}

skpi_status skpi_ensemble_plan_aggregate_count(skpi_ensemble_plan *plan, size_t n_members, const int32_t *event,
                                               const uint64_t *place, int32_t *aggregate)
{
    const skpi__at at = skpi__here(__func__);
    const size_t n = n_members;
    skpi__aggregate a = {.n_members = n, .counts = 1};
    skpi_status s;
    if ((s = skpi__plan_open(at, plan)) || (s = skpi__count(at, "n_members", n)) ||
        (s = skpi__array(at, "event", event, n, 1)) || (s = skpi__array(at, "place", place, n, 1)))
        return s;
    if (!(a.member = skpi__alloc(n, 1, sizeof *a.member))) return skpi__no_memory(at, "n_members", n);
    for (size_t i = 0; i < n && !s; i++) {
        const skpi__at row = skpi__element(at, i);
        if (!(s = skpi__event_exists(row, plan, event[i]))) s = aggregate_place(row, plan, place[i], a.member + i);
        if (!s) a.member[i].of = (size_t)event[i];
    }
    if (!s) s = aggregate_members_differ(at, n, a.member);
    if (!s) s = aggregate_complete(at, plan, &a, aggregate);
    if (s) skpi__aggregate_free(&a);
    return s;
}

/* What an aggregate cannot do, although another variable can. */
static skpi_status aggregate_event_check(skpi__at at, const skpi_ensemble_plan *plan, const skpi__aggregate *a,
                                         int32_t kind, size_t n_thresholds, const double *threshold)
{
    const size_t years = plan->sizes.n_years;
    static const int32_t of_count[] = {SKPI_ENSEMBLE_EVENT_ABOVE, SKPI_ENSEMBLE_EVENT_BELOW, 0};
    skpi_status s;
    if (a->counts && (s = skpi__choice(at, "kind", kind, of_count,
                                       "ABOVE or BELOW (enum skpi_ensemble_event): a number of events has one value")))
        return s;
    if ((s = skpi__array_size(at, "n_thresholds", n_thresholds, 1))) return s;
    if (kind == SKPI_ENSEMBLE_EVENT_PEAKED && n_thresholds)
        return skpi__fail(at, SKPI_EINVAL, "n_thresholds", (double)n_thresholds, "is not 0, but a peak has none");
    if (kind != SKPI_ENSEMBLE_EVENT_PEAKED && !n_thresholds)
        return skpi__fail(at, SKPI_EINVAL, "n_thresholds", 0, "is 0, and only a peak has none");
    if (a->counts && n_thresholds > 1)
        return skpi__fail(at, SKPI_EINVAL, "n_thresholds", (double)n_thresholds,
                          "is not 1, and the number of events has one value, not one a year");
    if (n_thresholds > 1 && n_thresholds != years)
        return skpi__fail(at, SKPI_EINVAL, "n_thresholds", (double)n_thresholds,
                          "is neither 1 nor %zu, the number of years", years);
    for (size_t i = 0; a->positive && threshold && i < n_thresholds; i++)
        if (threshold[i] <= 0)
            return skpi__fail(skpi__element(at, i), SKPI_EDOM, "threshold", threshold[i],
                              "is not above 0, as the sum of emissions always is: a residual above 0 is needed");
    return SKPI_OK;
}

skpi_status skpi_ensemble_plan_aggregate_event(skpi_ensemble_plan *plan, int32_t aggregate, int32_t kind, int32_t year,
                                               size_t n_thresholds, const double *threshold, int32_t *event)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__plan_open(at, plan)) || (s = skpi__aggregate_exists(at, plan->n_aggregates, aggregate))) return s;
    const skpi__aggregate *a = plan->aggregate + aggregate;
    if ((s = aggregate_event_check(at, plan, a, kind, n_thresholds, threshold))) return s;
    if (!(s = skpi__event_add(at, a->values, 0, 0, kind, year, n_thresholds, threshold, event)))
        plan->sizes.fingerprint = skpi__hash(
            skpi__hash(skpi__hash(plan->sizes.fingerprint, EVENT), (uint64_t)aggregate), a->values->sizes.fingerprint);
    return s;
}
