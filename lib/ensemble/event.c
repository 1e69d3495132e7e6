/* Events of a plan, whose probabilities are computed from the draws. */
#include "ensemble/event.h"
#include <stdlib.h>
#include <string.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "ensemble/hash.h"
#include "ensemble/model_add.h"

enum { MILESTONE = -1 }; /* stands for the year in a fingerprint */

/* Adds an event to a list of the plan, which has n.  On success the plan owns the event's memory, on failure the caller
 * does. */
static skpi_status add_event(skpi__at at, skpi_ensemble_plan *plan, skpi__event **list, size_t *n,
                             const skpi__event *event, uint64_t fingerprint, int32_t *index)
{
    skpi__event *events = skpi__alloc(*n + 1, 1, sizeof *events);
    if (!events) return skpi__no_memory_for(at, "plan");
    if (*n) memcpy(events, *list, *n * sizeof *events);
    events[*n] = *event;
    free(*list);
    *list = events;
    plan->sizes.fingerprint = skpi__hash(plan->sizes.fingerprint, fingerprint);
    *index = (int32_t)(*n)++;
    return SKPI_OK;
}

/* Copies the thresholds of an event, n_thresholds a place, and adds them to the fingerprint.  Those of a variable a + b v
 * become thresholds of v; a sum of n years has n a. */
static skpi_status take_thresholds(skpi__at at, const skpi__sizes *s, const double *line, const double *threshold,
                                   skpi__event *e, uint64_t *fingerprint)
{
    const double years = e->kind == SKPI_ENSEMBLE_EVENT_SUM_BELOW ? (double)(e->year + 1) : 1;
    const size_t m = e->n_thresholds;
    skpi_status status;
    if (!m && threshold) return skpi__refuse(at, SKPI_EINVAL, "threshold", "is given, but a peak has none");
    if (!m) return SKPI_OK;
    if ((status = skpi__array(at, "threshold", threshold, s->n_places, m))) return status;
    for (size_t i = 0; i < s->n_places * m; i++) {
        const skpi__at cell = m > 1 ? skpi__column(skpi__element(at, i / m), i % m) : skpi__element(at, i);
        if ((status = skpi__finite(cell, "threshold", threshold[i]))) return status;
        if (s->form[e->series] == SKPI__FORM_EXP && !line && threshold[i] <= 0)
            return skpi__fail(cell, SKPI_EDOM, "threshold", threshold[i],
                              "is not above 0, as the variable always is: a residual above 0 is needed");
    }
    if (!(e->threshold = skpi__alloc(s->n_places, m, sizeof *e->threshold))) return skpi__no_memory_for(at, "plan");
    for (size_t i = 0; i < s->n_places * m; i++)
        e->threshold[i] = line ? (threshold[i] - years * line[i / m * 2]) / line[i / m * 2 + 1] : threshold[i];
    *fingerprint = skpi__hash_doubles(*fingerprint, s->n_places * m, e->threshold);
    return SKPI_OK;
}

static const char kind_of[] = "a kind of event (enum skpi_ensemble_event)";

skpi_status skpi__event_add(skpi__at at, skpi_ensemble_plan *plan, int32_t model, int32_t variable, int32_t kind,
                            int32_t year, size_t n_thresholds, const double *threshold, int32_t *event)
{
    static const int32_t kinds[] = {
        SKPI_ENSEMBLE_EVENT_ABOVE,      SKPI_ENSEMBLE_EVENT_BELOW,         SKPI_ENSEMBLE_EVENT_PEAKED,
        SKPI_ENSEMBLE_EVENT_SUM_BELOW,  SKPI_ENSEMBLE_EVENT_REACHED_ABOVE, SKPI_ENSEMBLE_EVENT_REACHED_BELOW,
        SKPI_ENSEMBLE_EVENT_KEPT_ABOVE, SKPI_ENSEMBLE_EVENT_KEPT_BELOW,    0};
    skpi__event e = {.kind = kind};
    const double *line;
    skpi_status s;
    const skpi__sizes *sizes = &plan->sizes;
    if ((s = skpi__sizes_variable(at, sizes, model, variable, &e.series, &line)) ||
        (s = skpi__choice(at, "kind", kind, kinds, kind_of)))
        return s;
    const int64_t k = (int64_t)year - sizes->first_year;
    if (k < 0 || (uint64_t)k >= sizes->n_years)
        return skpi__fail(at, SKPI_ERANGE, "year", year, "is not one of the plan's %zu years from %d on",
                          sizes->n_years, (int)sizes->first_year);
    e.year = (size_t)k;
    e.n_thresholds = kind == SKPI_ENSEMBLE_EVENT_PEAKED ? 0 : n_thresholds;
    /* kinds are counted from 1, as choices in the plan's fingerprint */
    uint64_t fingerprint = skpi__hash(SKPI__HASH_START, (uint64_t)(kind - SKPI_ENSEMBLE_EVENT_ABOVE + 1));
    fingerprint = skpi__hash(skpi__hash(fingerprint, e.series), e.year);
    s = take_thresholds(at, sizes, line, threshold, &e, &fingerprint);
    if (!s) s = skpi__pointer(at, "event", event);
    if (!s) s = add_event(at, plan, &plan->event, &plan->sizes.n_events, &e, fingerprint, event);
    if (s) free(e.threshold);
    return s;
}

skpi_status skpi__event_exists(skpi__at at, const skpi_ensemble_plan *plan, int32_t event)
{
    if (event >= 0 && (size_t)event < plan->sizes.n_events) return SKPI_OK;
    return skpi__fail(at, SKPI_ENOTFOUND, "event", event, "is none of the plan's %zu events", plan->sizes.n_events);
}

skpi_status skpi_ensemble_plan_event(skpi_ensemble_plan *plan, int32_t model, int32_t variable, int32_t kind,
                                     int32_t year, const double *threshold, int32_t *event)
{
    const skpi__at at = skpi__here(__func__);
    const skpi_status s = skpi__plan_open(at, plan);
    return s ? s : skpi__event_add(at, plan, model, variable, kind, year, 1, threshold, event);
}

skpi_status skpi_ensemble_plan_event_path(skpi_ensemble_plan *plan, int32_t model, int32_t variable, int32_t kind,
                                          int32_t year, const double *threshold, int32_t *event)
{
    const skpi__at at = skpi__here(__func__);
    const skpi_status s = skpi__plan_open(at, plan);
    if (!s && kind == SKPI_ENSEMBLE_EVENT_PEAKED)
        return skpi__fail(at, SKPI_EINVAL, "kind", kind, "is PEAKED, which has no threshold");
    return s ? s : skpi__event_add(at, plan, model, variable, kind, year, plan->sizes.n_years, threshold, event);
}

skpi_status skpi_ensemble_plan_milestone(skpi_ensemble_plan *plan, int32_t model, int32_t variable, int32_t kind,
                                         const double *threshold, int32_t *milestone)
{
    static const int32_t kinds[] = {SKPI_ENSEMBLE_EVENT_PEAKED,        SKPI_ENSEMBLE_EVENT_REACHED_ABOVE,
                                    SKPI_ENSEMBLE_EVENT_REACHED_BELOW, SKPI_ENSEMBLE_EVENT_KEPT_ABOVE,
                                    SKPI_ENSEMBLE_EVENT_KEPT_BELOW,    0};
    const skpi__at at = skpi__here(__func__);
    skpi__event e = {.kind = kind, .n_thresholds = kind != SKPI_ENSEMBLE_EVENT_PEAKED};
    const double *line;
    skpi_status s;
    if ((s = skpi__plan_open(at, plan)) ||
        (s = skpi__sizes_variable(at, &plan->sizes, model, variable, &e.series, &line)))
        return s;
    if (kind == SKPI_ENSEMBLE_EVENT_ABOVE || kind == SKPI_ENSEMBLE_EVENT_BELOW || kind == SKPI_ENSEMBLE_EVENT_SUM_BELOW)
        return skpi__fail(at, SKPI_EINVAL, "kind", kind, "is %s, which has no first year", skpi_constant_name(kind));
    if ((s = skpi__choice(at, "kind", kind, kinds, kind_of))) return s;
    uint64_t fingerprint = skpi__hash(SKPI__HASH_START, (uint64_t)(kind - SKPI_ENSEMBLE_EVENT_ABOVE + 1));
    fingerprint = skpi__hash(skpi__hash(fingerprint, e.series), (uint64_t)MILESTONE);
    s = take_thresholds(at, &plan->sizes, line, threshold, &e, &fingerprint);
    if (!s) s = skpi__pointer(at, "milestone", milestone);
    if (!s) s = add_event(at, plan, &plan->milestone, &plan->sizes.n_milestones, &e, fingerprint, milestone);
    if (s) free(e.threshold);
    return s;
}

skpi_status skpi_ensemble_plan_all(skpi_ensemble_plan *plan, size_t n_events, const int32_t *event, int32_t *all)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__plan_open(at, plan))) return s;
    if ((s = skpi__count(at, "n_events", n_events)) || (s = skpi__array(at, "event", event, n_events, 1))) return s;
    uint64_t fingerprint = skpi__hash(skpi__hash(SKPI__HASH_START, SKPI__EVENT_ALL), n_events);
    for (size_t i = 0; i < n_events; i++) {
        if ((s = skpi__event_exists(skpi__element(at, i), plan, event[i]))) return s;
        fingerprint = skpi__hash(fingerprint, (uint64_t)event[i]);
    }
    if ((s = skpi__pointer(at, "all", all))) return s;
    skpi__event e = {.kind = SKPI__EVENT_ALL, .n_of = n_events, .of = skpi__alloc(n_events, 1, sizeof *e.of)};
    if (!e.of) return skpi__no_memory_for(at, "plan");
    for (size_t i = 0; i < n_events; i++) e.of[i] = (size_t)event[i];
    if ((s = add_event(at, plan, &plan->event, &plan->sizes.n_events, &e, fingerprint, all))) free(e.of);
    return s;
}
