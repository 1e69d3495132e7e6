/* Events of a plan, whose probabilities are computed from the draws. */
#include "ensemble/plan.h"
#include <stdlib.h>
#include <string.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "ensemble/hash.h"

/* Adds an event to the plan.  On success the plan owns the event's memory, on failure the caller does. */
static skpi_status add_event(skpi__at at, skpi_ensemble_plan *plan, const skpi__event *event, uint64_t fingerprint,
                             int32_t *index)
{
    skpi__sizes *s = &plan->sizes;
    skpi__event *events = s->n_events < INT32_MAX ? skpi__alloc(s->n_events + 1, 1, sizeof *events) : NULL;
    if (!events) return skpi__no_memory_for(at, "plan");
    if (s->n_events) memcpy(events, plan->event, s->n_events * sizeof *events);
    events[s->n_events] = *event;
    free(plan->event);
    plan->event = events;
    s->fingerprint = skpi__hash(s->fingerprint, fingerprint);
    *index = (int32_t)s->n_events++;
    return SKPI_OK;
}

skpi_status skpi_ensemble_plan_event(skpi_ensemble_plan *plan, int32_t model, int32_t variable, int32_t kind,
                                     int32_t year, const double *threshold, int32_t *event)
{
    static const int32_t kinds[] = {SKPI_ENSEMBLE_EVENT_ABOVE, SKPI_ENSEMBLE_EVENT_BELOW, SKPI_ENSEMBLE_EVENT_PEAKED,
                                    SKPI_ENSEMBLE_EVENT_SUM_BELOW, 0};
    const skpi__at at = skpi__here(__func__);
    skpi__event e = {.kind = kind};
    skpi_status s;
    if ((s = skpi__pointer(at, "plan", plan))) return s;
    const skpi__sizes *sizes = &plan->sizes;
    if ((s = skpi__sizes_series(at, sizes, model, variable, &e.series)) ||
        (s = skpi__choice(at, "kind", kind, kinds, "a kind of event (enum skpi_ensemble_event)")))
        return s;
    const int64_t k = (int64_t)year - sizes->first_year;
    if (k < 0 || (uint64_t)k >= sizes->n_years)
        return skpi__fail(at, SKPI_ERANGE, "year", year, "is not one of the plan's %zu years from %d on",
                          sizes->n_years, (int)sizes->first_year);
    e.year = (size_t)k;
    const size_t n = kind == SKPI_ENSEMBLE_EVENT_PEAKED ? 0 : sizes->n_places;
    if (!n && threshold) return skpi__refuse(at, SKPI_EINVAL, "threshold", "is given, but a peak has none");
    if (n && (s = skpi__pointer(at, "threshold", threshold))) return s;
    /* kinds are counted from 1, as choices in the plan's fingerprint */
    uint64_t fingerprint = skpi__hash(SKPI__HASH_START, (uint64_t)(kind - SKPI_ENSEMBLE_EVENT_ABOVE + 1));
    fingerprint = skpi__hash(skpi__hash(fingerprint, e.series), e.year);
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__finite(skpi__element(at, i), "threshold", threshold[i]))) return s;
    if ((s = skpi__pointer(at, "event", event))) return s;
    if (n) {
        if (!(e.threshold = skpi__alloc(n, 1, sizeof *e.threshold))) return skpi__no_memory_for(at, "plan");
        memcpy(e.threshold, threshold, n * sizeof *threshold);
        fingerprint = skpi__hash_doubles(fingerprint, n, threshold);
    }
    if ((s = add_event(at, plan, &e, fingerprint, event))) free(e.threshold);
    return s;
}

skpi_status skpi_ensemble_plan_all(skpi_ensemble_plan *plan, size_t n_events, const int32_t *event, int32_t *all)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__pointer(at, "plan", plan))) return s;
    if ((s = skpi__count(at, "n_events", n_events)) || (s = skpi__array(at, "event", event, n_events, 1))) return s;
    uint64_t fingerprint = skpi__hash(skpi__hash(SKPI__HASH_START, SKPI__EVENT_ALL), n_events);
    for (size_t i = 0; i < n_events; i++) {
        if (event[i] < 0 || (size_t)event[i] >= plan->sizes.n_events)
            return skpi__fail(skpi__element(at, i), SKPI_ENOTFOUND, "event", event[i],
                              "is none of the plan's %zu events", plan->sizes.n_events);
        fingerprint = skpi__hash(fingerprint, (uint64_t)event[i]);
    }
    if ((s = skpi__pointer(at, "all", all))) return s;
    skpi__event e = {.kind = SKPI__EVENT_ALL, .n_of = n_events, .of = skpi__alloc(n_events, 1, sizeof *e.of)};
    if (!e.of) return skpi__no_memory_for(at, "plan");
    for (size_t i = 0; i < n_events; i++) e.of[i] = (size_t)event[i];
    if ((s = add_event(at, plan, &e, fingerprint, all))) free(e.of);
    return s;
}
